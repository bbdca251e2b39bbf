/* SPDX-License-Identifier: Apache-2.0 */
/* The same thing told twice: finding it, and going on with one. */
#include <stdlib.h>
#include <string.h>

#include "cases.h"
#include "desk.h"
#include "rules/cases/similar.h"

#define DAY ((int64_t)24 * 3600)

/* One that is still to be answered, of the same kind: what is judged apart keeps its own clock (投诉举报处理暂行办法 art. 7). */
static enum case_answer may_take_in(struct casework *work, const struct values *other, const struct values *one)
{
	static const char *const too_late[] = { "REPLIED", "UNSATISFIED", "REVIEW" };
	const char *state = values_text(other, "state");

	if (strcmp(values_text(other, "number"), values_text(one, "number")) == 0)
		return casework_refuse(work, CASE_UNFIT, "merge_itself");
	if (strcmp(values_text(other, "kind"), values_text(one, "kind")) != 0)
		return casework_refuse(work, CASE_UNFIT, "merge_other_kind");
	for (size_t i = 0; i < sizeof too_late / sizeof *too_late; i++)
		if (strcmp(state, too_late[i]) == 0)
			return casework_refuse(work, CASE_UNFIT, "merge_answered");
	return flow_ended(&case_flow, state) ? casework_refuse(work, CASE_UNFIT, "merge_ended") : CASE_DONE;
}

/* Of one facility of the list; or, when neither is on it, told of one place. */
static bool is_same_place(const struct values *one, const struct values *other)
{
	const char *by = values_say(one, "facility_code") || values_say(other, "facility_code") ? "facility_code" : "place";

	return strcmp(values_text(one, by), values_text(other, by)) == 0;
}

/* What went into this one goes with it. */
static bool pass_on(struct casework *work, const char *number, const char *into)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "number", number);
	values_put_text(row, "into", into);
	return casework_do(work, &Q_case_merged_pass_on, row);
}

enum case_answer case_merge(struct casework *work, const struct case_act *act, const char *into, bool elsewhere, const char *note)
{
	struct case_move move = desk_move(act, "MERGED");
	enum case_answer answer;
	struct values *one = desk_case(work, act, "merge", &answer), *other;

	if (!one)
		return answer;
	other = casework_case(work, into, &answer);
	if (!other)
		return answer == CASE_UNKNOWN ? casework_refuse(work, CASE_UNFIT, "merge_unknown") : answer;
	answer = may_take_in(work, other, one);
	if (answer != CASE_DONE)
		return answer;
	if (!elsewhere && !is_same_place(one, other))
		return casework_refuse(work, CASE_UNFIT, "merge_elsewhere");
	if (!*note)
		return CASE_UNSAID;
	values_put_text(one, "merged_into", into);
	move.note = note;
	answer = casework_step(work, one, &move);
	/* The other's reporter sees that theirs is handled together with another. */
	if (answer == CASE_DONE && (!pass_on(work, act->number, into) || !casework_put(work, other) ||
				    !mailbox_refresh(work, values_text(other, "receipt_lookup"))))
		answer = CASE_FAILED;
	return answer;
}

static bool list_neighbours(struct casework *work, const char *number, double days, struct rows *rows)
{
	struct values *parameters = values_new(work->arena);

	values_put_text(parameters, "number", number);
	values_put_integer(parameters, "since", work->now - (int64_t)(days * DAY));
	return sql_list(work->sql, &Q_case_neighbours, parameters, work->arena, 1000, rows) || casework_failed(work);
}

static int likest_first(const void *one, const void *other)
{
	double a = values_real(one, "share"), b = values_real(other, "share");

	if (a != b)
		return a < b ? 1 : -1;
	return strcmp(values_text(one, "number"), values_text(other, "number"));
}

bool case_duplicates(struct casework *work, const char *number, struct rows *found)
{
	double days, least;
	enum case_answer answer;
	struct values *words = casework_row(work, &Q_case_words, "number", number, &answer);
	size_t count = 0;

	*found = (struct rows){ .count = 0 };
	if (!words)
		return answer == CASE_UNKNOWN;
	if (!case_rule(work, "duplicate.days", &days) || !case_rule(work, "duplicate.least_share", &least) ||
	    !list_neighbours(work, number, days, found))
		return false;
	for (size_t i = 0; i < found->count; i++) {
		double share = similar_share(values_text(words, "story"), values_text(&found->at[i], "story"), work->arena);

		if (share < least)
			continue;
		found->at[count] = found->at[i];
		values_put_real(&found->at[count++], "share", share);
	}
	found->count = count;
	if (count)
		qsort(found->at, count, sizeof *found->at, likest_first);
	return true;
}

/* The place of a matter in the list, added when it is new. */
static size_t place_of(const char **matters, size_t *count, const char *matter)
{
	for (size_t i = 0; i < *count; i++)
		if (strcmp(matters[i], matter) == 0)
			return i;
	matters[*count] = matter;
	return (*count)++;
}

/* In the letter's words; or the word is the code of its kind. */
static bool says(const struct values *letter, const char *word)
{
	return strstr(values_text(letter, "story"), word) || strstr(values_text(letter, "wish"), word) ||
	       strcmp(values_text(letter, "kind"), word) == 0;
}

bool case_matter(struct casework *work, const char *number, const char **matter)
{
	enum case_answer answer;
	struct values *letter = casework_row(work, &Q_case_words, "number", number, &answer);
	size_t count = 0, best = 0;
	const char **matters;
	int64_t *weights;
	struct rows words;

	*matter = "";
	if (!letter || !casework_rows(work, &Q_matter_word_list, NULL, NULL, &words))
		return answer == CASE_UNKNOWN;
	matters = arena_take(work->arena, (words.count + 1) * sizeof *matters);
	weights = arena_take(work->arena, (words.count + 1) * sizeof *weights);
	for (size_t i = 0; i < words.count; i++) {
		const struct values *word = &words.at[i];

		if (says(letter, values_text(word, "word")))
			weights[place_of(matters, &count, values_text(word, "matter"))] += values_integer(word, "weight");
	}
	for (size_t i = 0; i < count; i++)
		if (weights[i] > weights[best])
			best = i;
	if (count)
		*matter = matters[best];
	return true;
}
