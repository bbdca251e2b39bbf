/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Notices to people outside of the programs: by mail, by webhook, both off unless the configuration says how. Put down in the transaction of what
 * they tell, sent by a program run aside, one at a time, tried again a few times, then given up: nothing of this holds anything else up.
 * They say which file, its kind, where and until when; nothing of who reported and nothing of what.
 */
#ifndef SHANYU_CLERK_NOTICE_H
#define SHANYU_CLERK_NOTICE_H

#include <stdbool.h>
#include <stdint.h>

#include "duty.h"
#include "lib/base/config.h"
#include "lib/base/errand.h"
#include "lib/sql/sql.h"

/* The words of notices, from the registry's terms. */
struct notice_words {
	struct rows rows;               /* list, code, name */
};

/* What all of a round's notices share. */
struct notices {
	struct sql *sql;                /* opened with remind_pack */
	const struct config *config;
	struct arena *arena;
	int64_t now;
	struct notice_words words;
	struct rows departments;        /* code, name, mail */
};

/* Read words and departments. False: sql_problem. */
bool notices_read(struct notices *notices);

/* Put a file's notice down for each channel that reaches the department; '' is the desk. row: procedure, number, kind, facility, deadline. */
bool notice_of_file(struct notices *notices, const char *what, const char *department, const struct values *row);

/* The same for a department's list of the morning. items: what, procedure, number, kind, facility, deadline. */
bool notice_of_day(struct notices *notices, const char *day, const char *department, const struct rows *items);

/* Sends what was put down. */
struct courier {
	struct errand errand;
	struct values *notice;          /* on its way, held in the courier's arena */
	struct arena *arena;
	int64_t look_at;                /* clock_nanoseconds: not before */
	struct duty_complaint failed;
};

/* Look after the one on its way; when it is done note it and send the next. Waits for nothing. */
void courier_round(struct courier *courier, struct sql *sql, const struct config *config);
void courier_free(struct courier *courier);

#endif
