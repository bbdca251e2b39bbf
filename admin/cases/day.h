/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the officer's day that are no lists of cases: tasks, requests, disclosures, meetings, what clerk told. On the day the first of each,
 * under /day/WORD all of them. */
#ifndef SHANYU_ADMIN_DAY_H
#define SHANYU_ADMIN_DAY_H

#include "admin/core/office.h"
#include "admin/core/sought.h"

struct day_errand {
	const char *word;    /* of its address; its section is part_WORD */
	const char *rows;    /* the section of a row */
	const struct query *query;
	const char *moment;  /* the column whose moment a row shows */
	enum verb verb;
};

/* Ended by one without a word. */
extern const struct day_errand day_errands[];

struct day_asked {
	int64_t skip, most;
	const struct sought *sought; /* in a case's number, or the name of its facility or place, or that facility; NULL any */
	bool guessing;       /* facilities that are only guessed count */
};

/* Bind the part, if who asks may see it: its rows, how many there are in all (errands, and *total when not NULL), how many are not shown (more). */
enum outcome day_errand_bind(struct request *request, const struct day_errand *errand, const struct day_asked *asked, struct page *page,
	int64_t *total);

#endif
