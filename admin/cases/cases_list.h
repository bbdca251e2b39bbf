/* SPDX-License-Identifier: Apache-2.0 */
/* The list of cases: the inbox, its files, and the parts of the officer's day that are lists of cases. */
#ifndef SHANYU_ADMIN_CASES_LIST_H
#define SHANYU_ADMIN_CASES_LIST_H

#include "admin/core/listing.h"

#define CASE_PAGE_SIZE 50

extern const struct list list_of_cases;
extern const struct form case_list_form;
extern const struct office_list office_case_list;

#endif
