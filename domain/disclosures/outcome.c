/* SPDX-License-Identifier: Apache-2.0 */
/* Outcomes on their way to the public. */
#include "outcome.h"

#include <sodium.h>
#include <string.h>

#include "cases.h"
#include "lib/base/calendar.h"
#include "rules/cases/findings.h"

#define CODE_LENGTH 10
#define MOST_DECIDERS 1000

static bool is(const char *text, const char *other)
{
	return strcmp(text, other) == 0;
}

static bool says(const char *text)
{
	return text && *text;
}

static bool is_substantiated(const char *verdict)
{
	const struct finding_code *found = finding_find(verdict);

	return found && found->truth == FINDING_TRUE;
}

/* Fifty random bits: enough that nobody guesses a code, and that no two are the same. */
static const char *new_code(struct arena *arena)
{
	static const char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
	char *code = arena_take(arena, CODE_LENGTH + 1);

	for (size_t i = 0; i < CODE_LENGTH; i++)
		code[i] = letters[randombytes_uniform(32)];
	return code;
}

static const char *day_text(struct casework *work, int64_t moment)
{
	return calendar_day_text(work->arena, calendar_day_of(moment, CALENDAR_CHINA));
}

/* Steps. */

static bool put_step(struct casework *work, const struct values *one, const char *from, const struct outcome_step *step)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "code", values_text(one, "code"));
	values_put_integer(row, "version", values_integer(one, "version"));
	values_put_integer(row, "at", work->now);
	values_put_text(row, "from_state", from);
	values_put_text(row, "to_state", step->to);
	values_put_text(row, "actor", outcome_flow.actors[step->actor]);
	values_put_text(row, "who", step->who);
	values_put_text(row, "reason", step->reason ? step->reason : "");
	return casework_do(work, &Q_outcome_step_put, row);
}

enum case_answer outcome_is_other(struct casework *work, const char *code, const char *who)
{
	struct values *key = values_new(work->arena), *row;

	values_put_text(key, "code", code);
	values_put_text(key, "who", who);
	switch (sql_row(work->sql, &Q_outcome_took_part, key, work->arena, &row)) {
	case SQL_NONE:
		return CASE_DONE;
	case SQL_FOUND:
		return casework_refuse(work, CASE_FORBIDDEN, "took_part");
	case SQL_FAILED:
		break;
	}
	casework_failed(work);
	return CASE_FAILED;
}

bool outcome_deciders(struct casework *work, const char *code, struct rows *deciders)
{
	struct values *key = values_new(work->arena);

	values_put_text(key, "code", code);
	values_put_text(key, "day", day_text(work, work->now));
	return sql_list(work->sql, &Q_outcome_deciders, key, work->arena, MOST_DECIDERS, deciders) || casework_failed(work);
}

enum case_answer outcome_stands_in(struct casework *work, const char *code, const char *who, const char **rule)
{
	enum case_answer answer = outcome_is_other(work, code, who);
	struct rows deciders;

	*rule = "";
	if (answer != CASE_DONE)
		return answer;
	if (!outcome_deciders(work, code, &deciders))
		return CASE_FAILED;
	for (size_t i = 0; i < deciders.count; i++)
		if (is(values_text(&deciders.at[i], "name"), who))
			*rule = values_text(&deciders.at[i], "rule");
	return says(*rule) ? CASE_DONE : casework_refuse(work, CASE_FORBIDDEN, deciders.count ? "not_in_stead" : "no_stand_in");
}

/* Who wrote it neither publishes it nor makes it vanish; and nobody stands in for an approver who is there. */
static enum case_answer may_decide(struct casework *work, const struct values *one, const struct outcome_step *step)
{
	const char *code = values_text(one, "code"), *rule;

	if (step->actor == OUTCOME_APPROVER)
		return outcome_is_other(work, code, step->who);
	return step->actor == OUTCOME_STAND_IN ? outcome_stands_in(work, code, step->who, &rule) : CASE_DONE;
}

bool outcome_answer_limit(struct casework *work, const char *code, struct values **limit)
{
	struct clock_work clock = casework_clock(work);

	return casework_clocked(work, &clock, clock_one(&clock, &outcome_flow, code, "ANSWER", limit));
}

static enum case_answer answer_is_over(struct casework *work, const struct values *one)
{
	struct values *limit;

	if (!outcome_answer_limit(work, values_text(one, "code"), &limit))
		return CASE_FAILED;
	return limit && values_integer(limit, "until") < work->now ? CASE_DONE : CASE_FORBIDDEN;
}

static enum case_answer has_what_it_takes(struct casework *work, const struct values *one, enum outcome_needs needs,
					  const struct outcome_step *step)
{
	switch (needs) {
	case OUTCOME_NEEDS_SUMMARY:
		return values_say(one, "summary") ? CASE_DONE : CASE_UNSAID;
	case OUTCOME_NEEDS_ANSWER:
		return values_say(one, "answer") && values_say(one, "answer_way") ? CASE_DONE : CASE_UNSAID;
	case OUTCOME_NEEDS_EXPIRY:
		return answer_is_over(work, one);
	case OUTCOME_NEEDS_REASON:
		return says(step->reason) ? CASE_DONE : CASE_UNSAID;
	case OUTCOME_NEEDS_OVERTURNED:
		if (!values_say(one, "review_verdict"))
			return CASE_FORBIDDEN;
		return values_say(one, "summary") ? CASE_DONE : CASE_UNSAID;
	case OUTCOME_NEEDS_NOTHING:
		break;
	}
	return CASE_DONE;
}

/* The limits that are met by coming there, or to be met anew. */
static bool reach(struct casework *work, const struct values *one, const struct outcome_step *step)
{
	struct clock_work clock = casework_clock(work);

	return casework_clocked(work, &clock, clock_reach(&clock, &outcome_flow, values_text(one, "code"), step->to));
}

enum case_answer outcome_take_step(struct casework *work, struct values *one, const struct outcome_step *step)
{
	const char *from = values_text(one, "state");
	const struct flow_action *way = flow_step(&outcome_flow, from, step->to, step->actor);
	enum case_answer answer = way ? has_what_it_takes(work, one, way->needs, step) : CASE_FORBIDDEN;

	if (answer == CASE_DONE)
		answer = may_decide(work, one, step);
	if (answer != CASE_DONE)
		return answer;
	if (step->actor == OUTCOME_PREPARER && is(step->to, "DRAFT"))
		values_put_text(one, "prepared_by", step->who);
	values_put_text(one, "state", step->to);
	values_put_integer(one, "changed_at", work->now);
	/* The row first: its steps refer to it. */
	return casework_do(work, &Q_outcome_put, one) && put_step(work, one, from, step) && reach(work, one, step) ? CASE_DONE : CASE_FAILED;
}

/* Find the version that is worked on and take the step. */
static enum case_answer step_of(struct casework *work, const char *code, const struct outcome_step *step)
{
	enum case_answer answer;
	struct values *one = casework_row(work, &Q_outcome_newest, "code", code, &answer);

	return one ? outcome_take_step(work, one, step) : answer;
}

/* Drafting. */

static const char *put_in(struct arena *arena, const char *text, const char *marker, const char *value)
{
	const char *at = strstr(text, marker);

	if (!at)
		return text;
	return put_in(arena, arena_format(arena, "%.*s%s%s", (int)(at - text), text, value, at + strlen(marker)), marker, value);
}

/* The words the office begins with; "" when it has none. */
static bool first_words(struct casework *work, const struct values *one, const char **words)
{
	struct values *row = NULL;
	enum sql_answer answer = sql_row(work->sql, &Q_outcome_first_words, one, work->arena, &row);

	*words = "";
	if (answer == SQL_FAILED)
		work->problem = arena_copy(work->arena, sql_problem(work->sql));
	if (answer == SQL_FOUND) {
		*words = put_in(work->arena, values_text(row, "text"), "{matter}", values_text(row, "matter_name"));
		*words = put_in(work->arena, *words, "{found_on}", values_text(one, "found_on"));
	}
	return answer != SQL_FAILED;
}

static struct values *new_version(struct casework *work, const char *code, int64_t version)
{
	static const char *const empty[] = { "answer", "answer_way", "approved_by", "end_reason", "state", "review", "review_verdict" };
	struct values *one = values_new(work->arena);

	values_put_text(one, "code", code);
	values_put_integer(one, "version", version);
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		values_put_text(one, empty[i], "");
	values_put_null(one, "answer_until");
	values_put_null(one, "answered_at");
	values_put_null(one, "approved_at");
	values_put_integer(one, "prepared_at", work->now);
	return one;
}

/* A verdict that something was found is the outcome's own; any other takes back what an earlier version said. */
static void take_verdict(struct values *one, const char *verdict)
{
	if (is_substantiated(verdict))
		values_put_text(one, "verdict", verdict);
	values_put_text(one, "review_verdict", is_substantiated(verdict) ? "" : verdict);
}

static void take_finding(struct casework *work, const struct values *finding, struct values *one)
{
	static const char *const same[] = { "case_number", "facility_code", "facility_name", "street_code" };

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		values_put(one, values_find(finding, same[i]));
	take_verdict(one, values_text(finding, "verdict"));
	values_put_text(one, "matter", values_say(finding, "matter") ? values_text(finding, "matter") : "OTHER");
	values_put_text(one, "found_on", day_text(work, values_integer(finding, "made_at")));
	values_put_text(one, "prepared_by", values_text(finding, "made_by"));
}

/* The draft of a finding: a first version, the next of one that is public or ended, or what is on its way taken back to be written anew. */
static enum case_answer draft(struct casework *work, const struct values *finding, struct values *newest, const char **code)
{
	struct outcome_step first = { "DRAFT", OUTCOME_PREPARER, values_text(finding, "made_by"), "" };
	bool on_its_way = newest && flow_has(&outcome_flow, values_text(newest, "state"), OUTCOME_STATE_OPEN);
	/* Words that say what was found do not say that it does not stand, nor the other way. */
	bool same_sense = newest && is_substantiated(values_text(finding, "verdict")) && !values_say(newest, "review_verdict");
	struct values *one = newest;
	const char *words;

	if (on_its_way && !is(values_text(newest, "state"), "DRAFT")) {
		struct outcome_step back = { "DRAFT", OUTCOME_CLERK, "", "" };
		enum case_answer answer = outcome_take_step(work, newest, &back);

		if (answer != CASE_DONE)
			return answer;
	}
	if (!on_its_way)
		one = new_version(work, newest ? values_text(newest, "code") : new_code(work->arena),
				  newest ? values_integer(newest, "version") + 1 : 1);
	if (newest)
		values_put_text(one, "verdict", values_text(newest, "verdict"));
	take_finding(work, finding, one);
	words = same_sense ? values_text(newest, "summary") : "";
	if (!*words && !first_words(work, one, &words))
		return CASE_FAILED;
	values_put_text(one, "summary", words);
	*code = values_text(one, "code");
	return outcome_take_step(work, one, &first);
}

enum case_answer outcome_of_finding(struct casework *work, const char *number, const char **code)
{
	struct outcome_step drop = { "DROPPED", OUTCOME_CLERK, "", "" };
	enum case_answer answer;
	struct values *finding = casework_row(work, &Q_outcome_finding, "case_number", number, &answer);
	struct values *newest = finding ? casework_row(work, &Q_outcome_newest_of_case, "case_number", number, &answer) : NULL;
	struct values *public = newest ? casework_row(work, &Q_outcome_public_of_case, "case_number", number, &answer) : NULL;

	*code = "";
	if (!finding || answer == CASE_FAILED)
		return answer;
	/* What nobody has read yet is dropped; what is public must be taken back in public. */
	if (!is_substantiated(values_text(finding, "verdict")) && !public)
		return newest && flow_has(&outcome_flow, values_text(newest, "state"), OUTCOME_STATE_OPEN) ? outcome_take_step(work, newest, &drop) : CASE_DONE;
	/* A place that is on no list has no page to be read on; of cases that were merged one tells it. */
	if (!values_say(finding, "facility_name") || values_say(finding, "merged_into"))
		return CASE_DONE;
	return draft(work, finding, newest, code);
}

/* A finding that is newer than what is public goes into its correction, with words of its own where it says the contrary. */
static enum case_answer take_newest_finding(struct casework *work, const struct values *public, struct values *one)
{
	enum case_answer answer;
	struct values *finding = casework_row(work, &Q_outcome_finding, "case_number", values_text(public, "case_number"), &answer);
	const char *words;

	if (!finding || values_integer(finding, "made_at") <= values_integer(public, "approved_at"))
		return answer == CASE_FAILED ? answer : CASE_DONE;
	take_finding(work, finding, one);
	if (is_substantiated(values_text(finding, "verdict")) && !values_say(public, "review_verdict"))
		return CASE_DONE;
	if (!first_words(work, one, &words))
		return CASE_FAILED;
	values_put_text(one, "summary", words);
	return CASE_DONE;
}

enum case_answer outcome_correct(struct casework *work, const char *code, const char *who, const char *reason)
{
	static const char *const same[] = { "case_number", "facility_code", "facility_name", "street_code", "matter", "verdict",
					    "review_verdict", "found_on", "summary" };
	struct outcome_step first = { "DRAFT", OUTCOME_PREPARER, who, reason };
	enum case_answer answer;
	struct values *public = casework_row(work, &Q_outcome_public, "code", code, &answer), *newest, *one;

	if (!public)
		return answer == CASE_UNKNOWN ? CASE_FORBIDDEN : answer;
	newest = casework_row(work, &Q_outcome_newest, "code", code, &answer);
	if (!newest || flow_has(&outcome_flow, values_text(newest, "state"), OUTCOME_STATE_OPEN))
		return newest ? CASE_FORBIDDEN : answer;
	if (!says(reason))
		return CASE_UNSAID;
	one = new_version(work, code, values_integer(newest, "version") + 1);
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		values_put(one, values_find(public, same[i]));
	answer = take_newest_finding(work, public, one);
	return answer == CASE_DONE ? outcome_take_step(work, one, &first) : answer;
}

enum case_answer outcome_edit(struct casework *work, const char *code, const char *who, const struct outcome_words *words)
{
	struct outcome_step edit = { "DRAFT", OUTCOME_PREPARER, who, "" };
	enum case_answer answer;
	struct values *one = casework_row(work, &Q_outcome_newest, "code", code, &answer);

	if (!one)
		return answer;
	/* Only what was public before can be taken back. */
	if (!is(values_text(one, "state"), "DRAFT") || (!is_substantiated(words->verdict) && values_integer(one, "version") == 1))
		return CASE_FORBIDDEN;
	values_put_text(one, "summary", words->summary);
	values_put_text(one, "matter", words->matter);
	take_verdict(one, words->verdict);
	values_put_integer(one, "prepared_at", work->now);
	return outcome_take_step(work, one, &edit);
}

/* The facility's right to answer. */

/* Its time begins now. Until when, the outcome's row keeps for what is told of this version later; what counts is the limit. */
static bool begin_time(struct casework *work, struct values *one)
{
	const int64_t events[OUTCOME_EVENTS] = { [OUTCOME_EVENT_SHOWN] = work->now };
	const struct clock_file file = { .kind = "", .events = events };
	struct clock_work clock = casework_clock(work);
	const char *code = values_text(one, "code");
	struct values *limit;

	if (!casework_clocked(work, &clock, clock_put(&clock, &outcome_flow, code, &file)) || !outcome_answer_limit(work, code, &limit))
		return false;
	/* One of an earlier version is another's. */
	if (!limit || values_integer(limit, "started_at") != work->now) {
		work->problem = "there is no rule outcome.answer_days valid today; see rules.csv of the district";
		return false;
	}
	values_put_integer(one, "answer_until", values_integer(limit, "until"));
	return true;
}

enum case_answer outcome_open_answer(struct casework *work, const char *code, const char *who)
{
	struct outcome_step open = { "ANSWERING", OUTCOME_PREPARER, who, "" };
	enum case_answer answer;
	struct values *one = casework_row(work, &Q_outcome_newest, "code", code, &answer);

	if (!one)
		return answer;
	if (values_say(one, "review_verdict"))
		open.to = "READY";
	if (!flow_may(&outcome_flow, values_text(one, "state"), open.to, open.actor))
		return CASE_FORBIDDEN;
	answer = outcome_may_leave(work, one);
	if (answer != CASE_DONE)
		return answer;
	if (is(open.to, "READY"))
		return outcome_take_step(work, one, &open);
	if (!begin_time(work, one))
		return CASE_FAILED;
	values_put_text(one, "answer", "");
	values_put_text(one, "answer_way", "");
	values_put_null(one, "answered_at");
	return outcome_take_step(work, one, &open);
}

enum case_answer outcome_answer(struct casework *work, const char *code, const char *who, const char *answer, const char *answer_way)
{
	/* The step keeps what was said, also when the words change and the facility is asked anew. */
	struct outcome_step answered = { "READY", OUTCOME_PREPARER, who, answer };
	enum case_answer found;
	struct values *one = casework_row(work, &Q_outcome_newest, "code", code, &found);

	if (!one)
		return found;
	values_put_text(one, "answer", answer);
	values_put_text(one, "answer_way", answer_way);
	values_put_integer(one, "answered_at", work->now);
	return outcome_take_step(work, one, &answered);
}

enum case_answer outcome_send_back(struct casework *work, const char *code, enum outcome_actor actor, const char *who, const char *reason)
{
	struct outcome_step back = { "DRAFT", actor, who, reason };
	enum case_answer answer;
	struct values *one = casework_row(work, &Q_outcome_newest, "code", code, &answer);

	if (!one)
		return answer;
	/* A draft is edited, it does not go back. */
	return is(values_text(one, "state"), "DRAFT") ? CASE_FORBIDDEN : outcome_take_step(work, one, &back);
}

bool outcome_expire(struct casework *work, int64_t over_by, size_t *expired)
{
	struct outcome_step ready = { "READY", OUTCOME_CLERK, "", "" };
	struct values *asked = values_new(work->arena);
	struct rows rows;

	*expired = 0;
	values_put_integer(asked, "over_by", over_by);
	if (!sql_list(work->sql, &Q_outcome_expired, asked, work->arena, 100, &rows)) {
		work->problem = arena_copy(work->arena, sql_problem(work->sql));
		return false;
	}
	for (; *expired < rows.count; (*expired)++)
		if (step_of(work, values_text(&rows.at[*expired], "code"), &ready) != CASE_DONE)
			return false;
	return true;
}

enum case_answer outcome_drop(struct casework *work, const char *code, const char *who, const char *reason)
{
	struct outcome_step drop = { "DROPPED", OUTCOME_APPROVER, who, reason };
	enum case_answer answer;
	struct values *one = casework_row(work, &Q_outcome_newest, "code", code, &answer);

	if (!one)
		return answer;
	values_put_text(one, "end_reason", reason ? reason : "");
	return outcome_take_step(work, one, &drop);
}
