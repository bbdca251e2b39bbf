/* SPDX-License-Identifier: Apache-2.0 */
/* Steps of a case, and what each brings with it. */
#include <string.h>

#include "cases.h"
#include "casework.h"
#include "lib/base/text.h"
#include "rules/cases/findings.h"

static bool is(const char *state, const char *other)
{
	return strcmp(state, other) == 0;
}

/* Coming to a state meets some limits, and has others met anew: the step that met them was taken back, or their clock starts again. */
static bool meet(struct casework *work, const struct case_move *move)
{
	struct clock_work clock = casework_clock(work);

	return casework_clocked(work, &clock, clock_reach(&clock, &case_flow, move->number, move->to));
}

static bool says(const char *text)
{
	return text && *text;
}

static bool hands_on(const char *verdict)
{
	const struct finding_code *finding = finding_find(verdict);

	return finding && finding->hands_on;
}

/* Whether what must be said is said. The answer is for the reporter; a reason may be for the office alone. */
static bool is_said(const struct flow_action *way, const struct case_move *move)
{
	switch (way->needs) {
	case CASE_NEEDS_REASON:
		return says(move->note) || says(move->reason);
	case CASE_NEEDS_FINDING:
		return says(move->note) && says(move->verdict) && (!hands_on(move->verdict) || says(move->passed_to));
	case CASE_NEEDS_NOTHING:
		break;
	}
	return true;
}

static bool put_step(struct casework *work, const struct case_move *move, const char *from)
{
	struct values *step = values_new(work->arena);

	values_put_text(step, "case_number", move->number);
	values_put_integer(step, "at", work->now);
	values_put_text(step, "from_state", from);
	values_put_text(step, "to_state", move->to);
	values_put_text(step, "note", move->note ? move->note : "");
	values_put_text(step, "reason", move->reason ? move->reason : "");
	values_put_text(step, "actor", case_flow.actors[move->actor]);
	values_put_text(step, "who", move->who ? move->who : "");
	return casework_do(work, &Q_case_step_put, step);
}

static bool put_finding(struct casework *work, const struct case_move *move)
{
	struct values *finding = values_new(work->arena);

	if (!says(move->verdict))
		return true;
	values_put_text(finding, "case_number", move->number);
	values_put_text(finding, "verdict", move->verdict);
	values_put_text(finding, "passed_to", move->passed_to ? move->passed_to : "");
	values_put_text(finding, "text", move->note ? move->note : "");
	values_put_integer(finding, "made_at", work->now);
	values_put_text(finding, "made_by", move->who ? move->who : "");
	return casework_do(work, &Q_finding_put, finding);
}

/* The clock goes on, later by the workdays it stood still. False when they cannot be counted. */
static bool start_clock(struct casework *work, struct values *one)
{
	int days = case_workdays(work, values_integer(one, "suspended_at"), work->now);

	values_put_integer(one, "stopped_days", values_integer(one, "stopped_days") + days);
	values_put_null(one, "suspended_at");
	return days >= 0;
}

bool casework_is_barred(const struct values *one, const char *who)
{
	return who && text_has_word(values_text(one, "review_not_by"), who);
}

static void bar(struct casework *work, struct values *one, const char *who)
{
	const char *barred = values_text(one, "review_not_by");

	if (*who && !casework_is_barred(one, who))
		values_put_text(one, "review_not_by", arena_format(work->arena, "%s%s%s", barred, *barred ? " " : "", who));
}

/* An answer was not accepted: who handled the case and who answered do not go on with it. */
static bool begin_review(struct casework *work, struct values *one)
{
	enum case_answer answer;
	struct values *finding = casework_row(work, &Q_finding_newest, "case_number", values_text(one, "number"), &answer);

	bar(work, one, values_text(one, "handler"));
	if (finding)
		bar(work, one, values_text(finding, "made_by"));
	values_put_text(one, "handler", "");
	values_put_integer(one, "reopened", values_integer(one, "reopened") + 1);
	return answer != CASE_FAILED;
}

static void take_up_again(struct values *one)
{
	values_put_null(one, "closed_at");
	values_put_null(one, "merged_into");
	values_put_text(one, "reject_ground", "");
	values_put_text(one, "passed_to", "");
	values_put_text(one, "handler", "");
}

/* One that was merged, answered and not solved goes its own way now. */
static void dispatch_by_itself(struct values *one)
{
	values_put_text(one, "handler", "");
	values_put_null(one, "merged_into");
}

/* What the step changes in the case's own row. */
static bool change(struct casework *work, const struct case_move *move, struct values *one)
{
	const char *from = values_text(one, "state");

	if (values_say(one, "suspended_at") && !start_clock(work, one))
		return false;
	if (is(move->to, "ACCEPTED") && is(from, "TRIAGED"))
		values_put_integer(one, "accepted_at", work->now);
	else if (is(move->to, "TRIAGED"))
		take_up_again(one);
	else if (is(move->to, "REPLIED"))
		values_put_integer(one, "decided_at", work->now);
	else if (flow_state(&case_flow, move->to)->stops)
		values_put_integer(one, "suspended_at", work->now);
	else if (is(move->to, "HANDLING") && is(from, "DISPATCHED"))
		values_put_text(one, "handler", move->who ? move->who : "");
	else if (is(move->to, "DISPATCHED"))
		dispatch_by_itself(one);
	else if (is(move->to, "RETURNED_BY_DEPT"))
		values_put_text(one, "handler", "");
	else if (is(move->to, "REVIEW") && !begin_review(work, one))
		return false;
	if (flow_ended(&case_flow, move->to) && !is(move->to, "MERGED") && !values_say(one, "closed_at"))
		values_put_integer(one, "closed_at", work->now);
	if (says(move->outcome))
		values_put_text(one, "outcome", move->outcome);
	values_put_text(one, "state", move->to);
	return casework_put(work, one);
}

/* What goes to who may not have it by name: reviewed, taken and answered by somebody else than before. */
static bool is_for_others(const struct values *one, const struct case_move *move)
{
	bool hands = is(move->to, "HANDLING") || is(move->to, "REPLIED") || is(values_text(one, "state"), "REVIEW");

	return hands && casework_is_barred(one, move->who);
}

/* One that the kind may end with; and taking a case back is its reporter's alone. */
static bool is_finding_of(struct casework *work, const char *kind, const struct case_move *move, enum case_answer *answer)
{
	const struct finding_code *finding = finding_find(move->verdict);
	struct values *parameters = values_new(work->arena), *row;

	*answer = CASE_DONE;
	if (finding && finding->by_reporter && move->actor == CASE_REPORTER)
		return true;
	values_put_text(parameters, "kind", kind);
	values_put_text(parameters, "code", move->verdict);
	if (finding && !finding->by_reporter)
		switch (sql_row(work->sql, &Q_case_verdict, parameters, work->arena, &row)) {
		case SQL_FOUND:
			return true;
		case SQL_NONE:
			break;
		case SQL_FAILED:
			casework_failed(work);
			*answer = CASE_FAILED;
			return false;
		}
	*answer = casework_refuse(work, CASE_UNFIT, "finding_of_other_kind");
	return false;
}

static enum case_answer may(struct casework *work, const struct values *one, const struct case_move *move)
{
	const struct flow_action *way = flow_step(&case_flow, values_text(one, "state"), move->to, move->actor);
	enum case_answer answer = CASE_DONE;

	if (!way)
		return casework_refuse(work, CASE_FORBIDDEN, "other_state");
	if (is_for_others(one, move))
		return casework_refuse(work, CASE_FORBIDDEN, "barred");
	if (!is_said(way, move))
		return CASE_UNSAID;
	/* What the office says is read as it stands. */
	if (move->actor != CASE_REPORTER && says(move->note))
		answer = casework_filled(work, move->note);
	if (answer != CASE_DONE)
		return answer;
	if (says(move->verdict) && !is_finding_of(work, values_text(one, "kind"), move, &answer))
		return answer;
	if (is(move->to, "CLOSED") && !says(move->verdict) &&
	    !casework_row(work, &Q_finding_newest, "case_number", move->number, &answer))
		return answer == CASE_UNKNOWN ? CASE_UNSAID : answer;
	return CASE_DONE;
}

/* Nobody decides any more what was asked for: the step that made it needless ends it. */
static bool end_requests(struct casework *work, const struct case_move *move)
{
	struct values *row = values_new(work->arena);

	if (flow_has(&case_flow, move->to, CASE_STATE_DECIDES))
		return true;
	values_put_text(row, "case_number", move->number);
	values_put_text(row, "ended_state", move->to);
	values_put_integer(row, "ended_at", work->now);
	return casework_do(work, &Q_case_request_end, row);
}

static enum case_answer take_step(struct casework *work, struct values *one, const struct case_move *move)
{
	enum case_answer answer = may(work, one, move);
	int64_t not_solved_at = is(move->to, "REVIEW") ? work->now : 0;

	if (answer != CASE_DONE)
		return answer;
	if (!put_step(work, move, values_text(one, "state")) || !put_finding(work, move) || !change(work, move, one) ||
	    !end_requests(work, move) || !case_deadlines(work, one, not_solved_at) || !meet(work, move))
		return CASE_FAILED;
	return CASE_DONE;
}

/* The step of a merged case when the one it went into takes this one; false: none. */
static bool follows(const struct case_move *move, struct case_move *after)
{
	*after = (struct case_move){ .actor = CASE_CLERK, .who = move->who };
	if (is(move->to, "REPLIED")) {
		after->to = "REPLIED";
		after->note = move->note;
		after->verdict = move->verdict;
		after->passed_to = move->passed_to;
		return true;
	}
	after->to = "TRIAGED";
	return is(move->to, "REJECTED") || is(move->to, "TRANSFERRED_OUT") || is(move->to, "CLOSED");
}

/* Merged cases are answered with this one, by the same hand; or taken up again when it ends without an answer. */
static enum case_answer take_along(struct casework *work, const struct values *one, const struct case_move *move)
{
	enum case_answer answer = CASE_DONE;
	struct case_move after;
	struct rows merged;

	if (!follows(move, &after))
		return CASE_DONE;
	if (!casework_rows(work, &Q_case_merged_list, "number", move->number, &merged))
		return CASE_FAILED;
	for (size_t i = 0; i < merged.count && answer == CASE_DONE; i++) {
		struct values *other = casework_case(work, values_text(&merged.at[i], "number"), &answer);

		if (!other)
			break;
		after.number = values_text(other, "number");
		values_put_text(other, "handler", values_text(one, "handler"));
		answer = casework_step(work, other, &after);
	}
	return answer;
}

enum case_answer casework_step(struct casework *work, struct values *one, const struct case_move *move)
{
	struct case_move review = { .number = move->number, .to = "REVIEW", .actor = CASE_CLERK };
	enum case_answer answer = take_step(work, one, move);

	if (answer == CASE_DONE && is(move->to, "UNSATISFIED"))
		answer = take_step(work, one, &review);
	if (answer == CASE_DONE)
		answer = take_along(work, one, move);
	if (answer == CASE_DONE && !mailbox_refresh(work, values_text(one, "receipt_lookup")))
		answer = CASE_FAILED;
	return answer;
}

bool casework_put(struct casework *work, struct values *one)
{
	values_put_integer(one, "changed_at", work->now);
	return casework_do(work, &Q_case_put, one);
}

struct values *casework_case(struct casework *work, const char *number, enum case_answer *answer)
{
	return casework_row(work, &Q_case_one, "number", number, answer);
}

enum case_answer case_move(struct casework *work, const struct case_move *move)
{
	enum case_answer answer;
	struct values *one = casework_case(work, move->number, &answer);

	return one ? casework_step(work, one, move) : answer;
}
