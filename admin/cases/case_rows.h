/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of cases as lists show them: when, until when, how many workdays are left or over. */
#ifndef SHANYU_ADMIN_CASE_ROWS_H
#define SHANYU_ADMIN_CASE_ROWS_H

#include "admin/core/office.h"
#include "rules/core/workdays.h"

/* How many workdays are left of a limit today, or over: one of them, or none with `today`. */
struct case_time {
	int days_left, days_over;
	bool today; /* ends today */
	bool over;
};

/* The table of workdays. False: office_broken tells why. */
bool case_calendar(struct request *request, struct workdays *calendar);

/* What is left of a limit that ends with the second `until`. */
struct case_time case_time_left(const struct workdays *calendar, int64_t until, int64_t now);

/* Who may be given cases: who does the same work at the same place. False: the query failed. */
bool cases_colleagues(struct request *request, struct rows *rows);

/* Bind rows of desk_case_list to a section, one repetition each; pickable: with a box to tick. */
void case_rows_bind(struct request *request, const struct workdays *calendar, const struct rows *rows, struct page *page,
		    const char *section, bool pickable);

#endif
