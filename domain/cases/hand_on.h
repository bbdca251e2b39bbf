/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an account has in hand, and giving it to a colleague when the account leaves: open cases and tasks go, what it asked for waits to be decided
 * by others in any case. A colleague is an account at work of the same department that has every role
 * of the one and sees whatever the one saw.
 */
#ifndef SHANYU_CASES_HAND_ON_H
#define SHANYU_CASES_HAND_ON_H

#include "casework.h"

/* Columns open_cases, open_tasks, open_requests. NULL: the registry could not be asked. */
struct values *hand_on_counts(struct casework *work, const char *account);

/* Whether any of them is not 0. */
bool hand_on_has_work(const struct values *counts);

/* Columns name, full_name. */
bool hand_on_colleagues(struct casework *work, const char *account, struct rows *rows);

struct hand_on {
	const char *account;
	const char *to;
	/* Called for each case that was given, within the transaction: to note it. False: nothing may be kept. */
	bool (*given)(void *with, const char *number);
	void *with;
	int64_t cases, tasks; /* out: how many were given */
	int64_t left;         /* out: cases that stay, since the other handled what was not solved */
};

/* CASE_UNFIT: `to` is no colleague; nothing is given. */
enum case_answer hand_on(struct casework *work, struct hand_on *how);

#endif
