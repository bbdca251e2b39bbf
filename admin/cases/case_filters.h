/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the inbox is asked for: filters as a form whose state is the address. The same for the list, its files, saved lists and the officer's
 * day. Whatever is asked for, only cases of the scope of who asks are found.
 */
#ifndef SHANYU_ADMIN_CASE_FILTERS_H
#define SHANYU_ADMIN_CASE_FILTERS_H

#include "admin/core/office.h"
#include "sought.h"

#define CASE_PAGE_SIZE 50

struct case_filters {
	struct form_result *form;  /* as typed; its states name what is wrong */
	struct values *parameters; /* of Q_desk_case_list and Q_desk_case_count */
	int64_t page;              /* from 1 */
	struct sought sought;      /* what is meant by the words typed, */
	bool guessing;             /* and whether facilities that are only guessed count */
};

extern const struct form case_filters_form;

/*
 * Read what was asked for by a form's result (request->form of a route with case_filters_form, or case_filters_from). When something is wrong
 * with a field form->fine is false, and nothing must be listed.
 */
void case_filters_read(struct request *request, struct form_result *form, struct case_filters *filters);

/* The form of a query text, as a saved list or a link of ours holds it: what is unreadable in it is left out. */
struct form_result *case_filters_from(struct request *request, const char *query);

/*
 * Rows of one page, or from the first on with most > 0; the columns are those of desk_case_list. Counts: cases, over, near, today.
 * False: BROKEN is the outcome.
 */
bool case_filters_list(struct request *request, const struct case_filters *filters, int64_t most, struct rows *rows);
bool case_filters_count(struct request *request, const struct case_filters *filters, struct values **counts);

/*
 * The address of the same question: path?field=value&... in one order of fields, without the fields of `without` (blank-separated), with
 * `page` when it is not "". Equal questions have equal addresses.
 */
const char *case_filters_link(const struct case_filters *filters, const char *path, const char *without, const char *page,
			      struct arena *arena);

/* Bind the form with its options, the chips to take filters off, and what is wrong. */
enum outcome case_filters_bind(struct request *request, const struct case_filters *filters, struct page *page);

#endif
