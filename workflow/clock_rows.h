/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The limits of a file as rows of the table deadline, by procedure, number and step: made as workflow/clock.h reckons them, by the rules and the
 * table of workdays in the registry. Every function works within the caller's transaction. A limit that moves keeps its row, and people are told
 * of it anew. False: it failed, work->problem says in one line why.
 */
#ifndef SHANYU_CLOCK_ROWS_H
#define SHANYU_CLOCK_ROWS_H

#include "clock.h"
#include "flow.h"
#include "lib/sql/sql.h"

struct clock_work {
	struct sql *sql;                /* opened with cases_pack */
	struct arena *arena;
	int64_t now;                    /* Unix seconds */
	const char *problem;
};

/* The table of workdays. */
bool clock_calendar(struct clock_work *work, struct workdays *calendar);

/*
 * Make the limits of a file, or make them anew, by the rules that were valid on the day of its first event; what was met stays met, and one that
 * is not reckoned now stays as it was. What is not met stands still as file->suspended_at says.
 */
bool clock_put(struct clock_work *work, const struct flow *flow, const char *number, const struct clock_file *file);

/* What coming to a state brings: limits met by it, and those that are to be met anew. */
bool clock_reach(struct clock_work *work, const struct flow *flow, const char *number, const char *state);

/* Forget limits that were not met: before those of another kind are made. */
bool clock_forget(struct clock_work *work, const struct flow *flow, const char *number);

/* All limits of a file, the earliest first: step, started_at, day, until, near_at, rule, source, provisional, projected, bound, suspended_at, met_at. */
bool clock_list(struct clock_work *work, const struct flow *flow, const char *number, struct rows *rows);

/* One of them; *row is NULL when there is none. */
bool clock_one(struct clock_work *work, const struct flow *flow, const char *number, const char *step, struct values **row);

#endif
