/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of cases by a name: those everyone of a role has, and those an officer keeps; each with how many it holds. */
#ifndef SHANYU_ADMIN_CASE_LISTS_H
#define SHANYU_ADMIN_CASE_LISTS_H

#include "case_filters.h"

/* How many open cases each of the lists holds that everyone of a role has (columns of desk_quick_counts). NULL: BROKEN is the outcome. */
struct values *case_lists_count(struct request *request);

/* Bind QUICK_LISTS and SAVED_LISTS. The one that `shown` asks for is marked; NULL: none is shown. BROKEN when they cannot be counted. */
enum outcome case_lists_bind(struct request *request, const struct values *counts, const struct case_filters *shown,
			     struct page *page);

/* The page of a list; `problem` names a section that says what was wrong with a form of the page, NULL: nothing was. */
enum outcome cases_page(struct request *request, struct form_result *form, const char *problem);

#endif
