/* SPDX-License-Identifier: Apache-2.0 */
/* Giving on what an account has in hand. */
#include "hand_on.h"

#include <string.h>

#include "cases.h"

struct values *hand_on_counts(struct casework *work, const char *account)
{
	enum case_answer answer;

	return casework_row(work, &Q_hand_on_counts, "account", account, &answer);
}

bool hand_on_has_work(const struct values *counts)
{
	return values_integer(counts, "open_cases") || values_integer(counts, "open_tasks") || values_integer(counts, "open_requests");
}

bool hand_on_colleagues(struct casework *work, const char *account, struct rows *rows)
{
	return casework_rows(work, &Q_hand_on_colleagues, "account", account, rows);
}

static bool is_colleague(struct casework *work, const struct hand_on *how, enum case_answer *answer)
{
	struct rows colleagues;

	*answer = CASE_FAILED;
	if (!hand_on_colleagues(work, how->account, &colleagues))
		return false;
	for (size_t i = 0; i < colleagues.count; i++)
		if (strcmp(values_text(&colleagues.at[i], "name"), how->to) == 0)
			return true;
	*answer = casework_refuse(work, CASE_UNFIT, "no_such_officer");
	return false;
}

static enum case_answer give(struct casework *work, struct hand_on *how, const char *number)
{
	enum case_answer answer;
	struct values *one = casework_case(work, number, &answer);

	if (!one)
		return answer;
	if (casework_is_barred(one, how->to)) {
		how->left++;
		return CASE_DONE;
	}
	values_put_text(one, "handler", how->to);
	how->cases++;
	return casework_put(work, one) && how->given(how->with, number) ? CASE_DONE : CASE_FAILED;
}

enum case_answer hand_on(struct casework *work, struct hand_on *how)
{
	struct values *tasks = values_new(work->arena);
	enum case_answer answer;
	struct rows cases;

	how->cases = how->tasks = how->left = 0;
	if (!is_colleague(work, how, &answer))
		return answer;
	if (!casework_rows(work, &Q_hand_on_cases, "account", how->account, &cases))
		return CASE_FAILED;
	answer = CASE_DONE;
	for (size_t i = 0; i < cases.count && answer == CASE_DONE; i++)
		answer = give(work, how, values_text(&cases.at[i], "number"));
	if (answer != CASE_DONE)
		return CASE_FAILED;
	values_put_text(tasks, "account", how->account);
	values_put_text(tasks, "to", how->to);
	how->tasks = sql_do(work->sql, &Q_hand_on_tasks, tasks);
	return how->tasks >= 0 || casework_failed(work) ? CASE_DONE : CASE_FAILED;
}
