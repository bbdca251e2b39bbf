/* SPDX-License-Identifier: Apache-2.0 */
/* A letter sent again under its receipt: what it says and what was chosen otherwise is a message, and what was chosen holds from now on. */
#include <string.h>

#include "cases.h"
#include "casework.h"
#include "lib/base/pattern.h"

#define LONGEST_ADDED 100000 /* characters of a message to which nothing is added any more */

/* What was corrected, line by line; before and now as the term lists call them. */
struct corrections {
	struct casework *work;
	const char *lines;
	bool failed;
};

/* A paragraph more, when it says something that the case does not say already. */
static const char *with_more(struct casework *work, const char *text, const char *more, const char *said)
{
	if (!*more || strcmp(more, said) == 0)
		return text;
	return *text ? arena_format(work->arena, "%s\n\n%s", text, more) : more;
}

/* The place as people call it: the facility's name, or the words for it. False: the registry failed. */
static bool place_in_words(struct casework *work, const struct case_letter *letter, const char **place)
{
	enum case_answer answer = CASE_UNKNOWN;
	struct values *facility = NULL;

	if (*case_said(letter, "facility"))
		facility = casework_row(work, &Q_case_facility, "code", case_said(letter, "facility"), &answer);
	*place = facility ? values_text(facility, "name") : case_said(letter, "place");
	return answer != CASE_FAILED;
}

/* The name of a code, the code itself where the district has none. */
static const char *name_of(struct corrections *corrections, const char *list, const char *code)
{
	struct casework *work = corrections->work;
	struct values *parameters = values_new(work->arena), *row = NULL;

	values_put_text(parameters, "list", list);
	values_put_text(parameters, "code", code);
	if (sql_row(work->sql, &Q_term_name, parameters, work->arena, &row) == SQL_FAILED)
		corrections->failed = !casework_failed(work);
	return row ? values_text(row, "name") : code;
}

static void add_line(struct corrections *corrections, const char *what, const char *before, const char *now)
{
	struct arena *arena = corrections->work->arena;
	struct values *words = values_new(arena);
	const char *line;

	values_put_text(words, "before", before);
	values_put_text(words, "now", now);
	line = pattern_fill(name_of(corrections, "correction", what), words, arena);
	corrections->lines = *corrections->lines ? arena_format(arena, "%s\n%s", corrections->lines, line) : line;
}

/* A choice with codes; one that is not made says nothing. */
static const char *correct(struct corrections *corrections, const char *what, const char *list, const char *before, const char *now)
{
	if (!*now || strcmp(before, now) == 0)
		return before;
	add_line(corrections, *before ? what : arena_format(corrections->work->arena, "%s_ADDED", what), name_of(corrections, list, before),
		 name_of(corrections, list, now));
	return now;
}

/* The choices that hold now, in `said`; what is other than before, in the lines. */
static void compare(struct corrections *corrections, const struct case_letter *letter, struct values *said)
{
	bool noted = values_say(said, "said_kind"), split = casework_is_split(letter);
	const char *kind = noted ? values_text(said, "said_kind") : values_text(said, "kind");
	bool was_split = noted ? values_integer(said, "said_split") != 0 : values_integer(said, "cases") > 1;
	bool was_anonymous = values_integer(said, "anonymous") != 0, anonymous = values_integer(letter->said, "anonymous") != 0;

	values_put_text(said, "said_kind", correct(corrections, "KIND", "case_kind", kind, case_said(letter, "kind")));
	values_put_text(said, "going_on",
			correct(corrections, "GOING_ON", "going_on", values_text(said, "going_on"), case_said(letter, "going_on")));
	values_put_text(said, "reply_by",
			correct(corrections, "REPLY_BY", "reply_by", values_text(said, "reply_by"), case_said(letter, "reply_by")));
	if (split != was_split)
		add_line(corrections, split ? "SPLIT" : "NOT_SPLIT", "", "");
	if (anonymous != was_anonymous)
		add_line(corrections, anonymous ? "ANONYMOUS" : "NAMED", "", "");
	values_put_integer(said, "said_split", split);
	values_put_integer(said, "anonymous", anonymous);
}

/* How to reach the reporter: as the letter says, or not any more. */
static bool put_contact(struct casework *work, const struct case_letter *letter, const struct values *said, struct case_again *became)
{
	int64_t erased;

	if (!values_integer(letter->said, "anonymous"))
		return casework_put_contact(work, letter);
	erased = sql_do(work->sql, &Q_case_contact_forget, said);
	became->contact_erased = erased > 0;
	return erased >= 0 || casework_failed(work);
}

static bool put_choices(struct casework *work, const struct case_letter *letter, const struct values *said, bool emergency,
			struct case_again *became)
{
	return casework_do(work, &Q_receipt_choices_put, said) && casework_do(work, &Q_case_choices_put, said) &&
	       (!emergency || casework_do(work, &Q_case_urgent_put, said)) && put_contact(work, letter, said, became);
}

/* What the letter says otherwise than its case. NULL: *answer. */
static const char *words_of(struct casework *work, const struct case_letter *letter, const char *lines, enum case_answer *answer)
{
	const char *place, *text = lines;
	struct values *said;
	struct rows cases;

	*answer = CASE_FAILED;
	if (!casework_rows(work, &Q_case_of_receipt, "receipt_lookup", letter->lookup, &cases) || !place_in_words(work, letter, &place))
		return NULL;
	*answer = CASE_UNKNOWN;
	said = cases.count ? casework_row(work, &Q_case_words, "number", values_text(&cases.at[0], "number"), answer) : NULL;
	if (!said)
		return NULL;
	if (strcmp(case_said(letter, "facility"), values_text(said, "facility_code")) != 0 ||
	    strcmp(case_said(letter, "place"), values_text(said, "place")) != 0)
		text = with_more(work, text, place, "");
	text = with_more(work, text, case_said(letter, "happened"), values_text(said, "happened"));
	text = with_more(work, text, case_said(letter, "story"), "");
	return with_more(work, text, case_said(letter, "wish"), "");
}

/* As many wait for an answer as may: what is corrected is lost for none of them, it stands in the newest. CASE_EARLY: that is too long. */
static enum case_answer add_to_newest(struct casework *work, const struct case_letter *letter, const char *text, int64_t at, int64_t *position)
{
	struct values *more = values_new(work->arena), *last;
	enum case_answer answer;
	int64_t added;

	values_put_text(more, "receipt_lookup", letter->lookup);
	values_put_text(more, "text", arena_format(work->arena, "\n\n%s", text));
	values_put_integer(more, "most", LONGEST_ADDED);
	values_put_integer(more, "at", at);
	last = casework_row(work, &Q_case_message_last, "receipt_lookup", letter->lookup, &answer);
	added = last ? sql_do(work->sql, &Q_case_message_add, more) : -1;
	if (added < 0)
		return casework_failed(work) ? CASE_DONE : CASE_FAILED;
	if (!added)
		return CASE_EARLY;
	*position = values_integer(last, "position");
	return casework_do(work, &Q_case_receipt_touched, more) && mailbox_refresh(work, letter->lookup) ? CASE_DONE : CASE_FAILED;
}

enum case_answer case_open_again(struct casework *work, const struct case_letter *letter, struct case_again *became)
{
	int64_t at = letter->sent_at > 0 && letter->sent_at < work->now ? letter->sent_at : work->now;
	struct corrections corrections = { .work = work, .lines = "" };
	enum case_answer answer;
	struct values *said = casework_row(work, &Q_receipt_choices, "lookup", letter->lookup, &answer);
	const char *text, *kind, *now = case_said(letter, "kind");

	*became = (struct case_again){ 0 };
	if (!said)
		return answer;
	values_put_text(said, "lookup", letter->lookup);
	kind = values_text(said, values_say(said, "said_kind") ? "said_kind" : "kind");
	compare(&corrections, letter, said);
	text = corrections.failed ? NULL : words_of(work, letter, corrections.lines, &answer);
	if (!text)
		return corrections.failed ? CASE_FAILED : answer;
	answer = case_message(work, letter->lookup, NULL, text, "", at, &became->position);
	if (answer == CASE_EARLY)
		answer = add_to_newest(work, letter, text, at, &became->position);
	if (answer == CASE_DONE &&
	    !put_choices(work, letter, said, strcmp(now, "EMERGENCY") == 0 && strcmp(kind, now) != 0, became))
		return CASE_FAILED;
	return answer;
}
