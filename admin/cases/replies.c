/* SPDX-License-Identifier: Apache-2.0 */
/* What the reporter reads of the office: messages, the reply with its finding, the end of a review; and closing. */
#include "case.h"
#include "cases.h"
#include "desk.h"

static const struct field message_fields[] = { CASE_REVISION,
					       { "text", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
					       { 0 } };
const struct form case_message_form = { message_fields };

/* Who writes to the reporter has read what the reporter wrote last. */
static enum case_answer message(struct casework *work, const struct case_act *act, const struct values *said)
{
	enum case_answer answer;
	struct values *one = desk_case(work, act, NULL, &answer);
	int64_t position;

	return one ? case_message(work, values_text(one, "receipt_lookup"), act->number, values_text(said, "text"), act->who,
				  work->now, &position)
		   : answer;
}

enum outcome case_message_send(struct request *request)
{
	return case_do(request, "message", message);
}

/* What the reporter wrote was read, and needs no answer. */
static const struct field seen_fields[] = { CASE_REVISION, { 0 } };
const struct form case_seen_form = { seen_fields };

static enum case_answer seen(struct casework *work, const struct case_act *act, const struct values *said)
{
	struct values *row = values_new(work->arena);
	enum case_answer answer;

	(void)said;
	values_put_text(row, "number", act->number);
	if (!desk_case(work, act, NULL, &answer))
		return answer;
	return casework_do(work, &Q_desk_messages_seen, row) ? CASE_DONE : CASE_FAILED;
}

enum outcome case_seen_send(struct request *request)
{
	return case_do(request, "seen", seen);
}

static const struct field finding_fields[] = {
	CASE_REVISION,
	{ "verdict", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "passed_to", FIELD_TEXT, OPTIONAL, 2, 100, NULL },
	{ "text", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_reply_form = { finding_fields };
const struct form case_review_form = { finding_fields };

static enum case_answer reply(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_reply(work, act, values_text(said, "verdict"), values_text(said, "passed_to"), values_text(said, "text"));
}

enum outcome case_reply_send(struct request *request)
{
	return case_do(request, "reply", reply);
}

static enum case_answer review(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_review(work, act, values_text(said, "verdict"), values_text(said, "passed_to"), values_text(said, "text"));
}

enum outcome case_review_send(struct request *request)
{
	return case_do(request, "review", review);
}

static const struct field close_fields[] = { CASE_REVISION,
					     { "reason", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
					     { 0 } };
const struct form case_close_form = { close_fields };

static enum case_answer close_case(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_close(work, act, values_text(said, "reason"));
}

enum outcome case_close_send(struct request *request)
{
	return case_do(request, "close", close_case);
}

static const struct field archive_fields[] = { CASE_REVISION, { 0 } };
const struct form case_archive_form = { archive_fields };

static enum case_answer archive(struct casework *work, const struct case_act *act, const struct values *said)
{
	(void)said;
	return case_archive(work, act);
}

enum outcome case_archive_send(struct request *request)
{
	return case_do(request, "archive", archive);
}
