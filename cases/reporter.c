/* SPDX-License-Identifier: Apache-2.0 */
/* What a reporter does with a case: speak, withdraw, rate. The office's messages go the same way. */
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

enum case_answer case_message(struct casework *work, const char *lookup, const char *number, const char *text, const char *who,
			      int64_t at, int64_t *position)
{
	struct values *message = values_new(work->arena);
	enum case_answer answer;
	struct values *last;

	if (!casework_row(work, &Q_receipt_one, "lookup", lookup, &answer))
		return answer;
	if (number && !case_of(work, lookup, number, &answer))
		return answer;
	last = casework_row(work, &Q_case_message_last, "receipt_lookup", lookup, &answer);
	if (!last)
		return CASE_FAILED;
	*position = values_integer(last, "position") + 1;
	values_put_text(message, "receipt_lookup", lookup);
	values_put_integer(message, "position", *position);
	values_put_text(message, "case_number", number);
	values_put_integer(message, "at", at);
	values_put_text(message, "sender", number ? "office" : "reporter");
	values_put_text(message, "text", text);
	values_put_text(message, "who", who);
	if (!casework_do(work, &Q_case_message_put, message) || (!number && !casework_do(work, &Q_case_receipt_touched, message)) ||
	    !mailbox_refresh(work, lookup))
		return CASE_FAILED;
	return CASE_DONE;
}
