/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pages from templates (Google ctemplate). All words a person sees are in the templates; escaping is the template's.
 *
 * Binding: a value `name` is the marker {{NAME}}; it also shows the section IF_NAME when it says something (not null, not "",
 * not 0), else NO_NAME. Rows are a section named in plural, repeated. What a template does not name costs it nothing.
 */
#ifndef SHANYU_PAGE_H
#define SHANYU_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/buffer.h"
#include "lib/base/values.h"

struct templates;
struct page;

/*
 * Load the templates of a folder tree, of those rooms of it that are named (ended by NULL), or with no rooms all; a program holds
 * its own alone. A faulty one is a failure with one line in *problem (held in the arena).
 */
struct templates *templates_load(const char *folder, const char *const *rooms, struct arena *arena, const char **problem);
void templates_free(struct templates *templates);

/*
 * A page of one template, e.g. "public/home.tpl"; HEAD, HEADER and FOOTER are included where it names them: head.tpl and so on of its own
 * folder, or of shared/. A long template may stand in parts: see lib/web/page_parts.h.
 */
struct page *page_new(struct templates *templates, const char *name);
void page_free(struct page *page);

/* Show one repetition of a section; the section is itself a page to bind to, freed with its parent. */
struct page *page_section(struct page *page, const char *section);

/* Show a section that holds no values of its own. */
void page_show(struct page *page, const char *section);

/* Bind values: NAME, and IF_NAME or NO_NAME. */
void page_text(struct page *page, const char *name, const char *text);
void page_integer(struct page *page, const char *name, int64_t integer);
/* A number with so many decimals, without trailing zeros. */
void page_real(struct page *page, const char *name, double real, int decimals);
void page_values(struct page *page, const struct values *values);
void page_rows(struct page *page, const char *section, const struct rows *rows);

/*
 * From now on the values of these names (ended by NULL), where they are not empty, are bound between two texts: so that they can
 * be told from what stands around them. For the page itself, not its sections. All must live as long as the page.
 */
void page_between(struct page *page, const char *const *names, const char *before, const char *after);

/* Bytes already made from templates, for a {{NAME:none}} marker: the only values that are not escaped. */
void page_made(struct page *page, const char *name, const char *bytes, size_t size);

/* Values that the included templates see too. */
void page_global_text(struct page *page, const char *name, const char *text);
void page_global_show(struct page *page, const char *section);

/* Add the finished page to the buffer; false when the template does not expand. */
bool page_expand(struct page *page, struct buffer *out);

#endif
