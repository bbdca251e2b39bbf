/* SPDX-License-Identifier: Apache-2.0 */
/* What a reporter does with a case: speak, withdraw, rate. The office's messages go the same way. */
#include <math.h>
#include <string.h>

#include "cases.h"
#include "casework.h"

/* The case, if it is one of the receipt's: a number is no secret, the receipt is. */
static struct values *case_of(struct casework *work, const char *lookup, const char *number, enum case_answer *answer)
{
	struct values *one = casework_row(work, &Q_case_one, "number", number, answer);

	if (!one || strcmp(values_text(one, "receipt_lookup"), lookup) == 0)
		return one;
	*answer = CASE_UNKNOWN;
	return NULL;
}

enum case_answer case_withdraw(struct casework *work, const char *lookup, const char *number, const char *reason)
{
	struct case_move move = { .number = number,
				  .to = "CLOSED",
				  .actor = CASE_REPORTER,
				  .reason = reason,
				  .outcome = "WITHDRAWN",
				  .verdict = "WITHDRAWN" };
	enum case_answer answer;
	struct values *one = case_of(work, lookup, number, &answer);

	if (!one)
		return answer;
	/* What is answered is judged, no longer withdrawn. */
	if (strcmp(values_text(one, "state"), "REPLIED") == 0)
		return CASE_FORBIDDEN;
	return case_move(work, &move);
}

enum case_answer case_rate(struct casework *work, const char *lookup, const char *number, bool solved, int stars, const char *text)
{
	struct case_move move = { .number = number,
				  .to = solved ? "CLOSED" : "UNSATISFIED",
				  .actor = CASE_REPORTER,
				  .outcome = solved ? "SOLVED" : "NOT_SOLVED" };
	struct values *rating = values_new(work->arena);
	enum case_answer answer;
	struct values *one = case_of(work, lookup, number, &answer);

	if (!one)
		return answer;
	if (strcmp(values_text(one, "state"), "REPLIED") != 0)
		return CASE_FORBIDDEN;
	values_put_text(rating, "case_number", number);
	values_put_integer(rating, "at", work->now);
	values_put_integer(rating, "solved", solved);
	values_put_integer(rating, "stars", stars);
	values_put_text(rating, "text", text);
	return casework_do(work, &Q_rating_put, rating) ? case_move(work, &move) : CASE_FAILED;
}

/* Nobody's patience is without end: of one receipt only so many messages wait for an answer. */
static enum case_answer may_write(struct casework *work, const struct values *last)
{
	double most;

	if (!case_rule_or(work, "message.unanswered_most", INFINITY, &most))
		return CASE_FAILED;
	return (double)values_integer(last, "unanswered") < most ? CASE_DONE : CASE_EARLY;
}

/* Forms of before are not taken again; and where all has ended, the office finds what was said, until it has answered. */
static bool touch(struct casework *work, const struct values *message, bool from_office)
{
	if (!from_office)
		return casework_do(work, &Q_case_receipt_touched, message);
	return casework_do(work, &Q_case_touched, message) && casework_do(work, &Q_case_answered, message);
}

enum case_answer case_message(struct casework *work, const char *lookup, const char *number, const char *text, const char *who,
			      int64_t at, int64_t *position)
{
	struct values *message = values_new(work->arena);
	enum case_answer answer;
	struct values *last, *receipt = casework_row(work, &Q_receipt_one, "lookup", lookup, &answer);

	if (!receipt)
		return answer;
	if (values_say(receipt, "erased_at"))
		return CASE_LATE;
	if (number && !case_of(work, lookup, number, &answer))
		return answer;
	answer = number ? casework_filled(work, text) : CASE_DONE;
	if (answer != CASE_DONE)
		return answer;
	last = casework_row(work, &Q_case_message_last, "receipt_lookup", lookup, &answer);
	if (!last)
		return CASE_FAILED;
	answer = number ? CASE_DONE : may_write(work, last);
	if (answer != CASE_DONE)
		return answer;
	*position = values_integer(last, "position") + 1;
	values_put_text(message, "receipt_lookup", lookup);
	values_put_integer(message, "position", *position);
	values_put_text(message, "case_number", number);
	values_put_integer(message, "at", at);
	values_put_text(message, "sender", number ? "office" : "reporter");
	values_put_text(message, "text", text);
	values_put_text(message, "who", who);
	if (!casework_do(work, &Q_case_message_put, message) || !touch(work, message, number != NULL) || !mailbox_refresh(work, lookup))
		return CASE_FAILED;
	return CASE_DONE;
}
