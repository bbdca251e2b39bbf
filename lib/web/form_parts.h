/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of declared forms share: form.c (fields, showing), form_values.c (texts to values), form_groups.c (repeating groups). */
#ifndef SHANYU_FORM_PARTS_H
#define SHANYU_FORM_PARTS_H

#include "form.h"

/* The place of a field; that of the end when there is none of the name. */
size_t form_place_of(const struct form *form, const char *name);

/* The value of what was typed, put under the field's name; what is not fine puts none. */
enum field_state form_read_field(struct values *values, const struct field *field, const char *text, struct arena *arena);

/* NAME_LENGTH, NAME_LEAST and NAME_MOST, as 12,345. */
void form_show_bounds(const struct field *field, size_t length, struct page *page);

/* Whether it is a field of a row: NAME[].FIELD. */
bool form_is_of_group(const struct field *field);

/* A form's groups, on the way of form_begin, form_take, form_end and form_show. */
void form_groups_begin(struct form_result *result, struct arena *arena);
bool form_groups_take(struct form_result *result, const char *name, const char *value, struct arena *arena);
void form_groups_end(struct form_result *result, struct arena *arena);
void form_groups_show(const struct form_result *result, struct page *page);

#endif
