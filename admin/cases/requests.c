/* SPDX-License-Identifier: Apache-2.0 */
/* More time, or a clock that stands still: asked by one, decided by another. */
#include "case.h"

static const char *const requests[] = { "EXTENSION", "SUSPENSION", NULL };

static const struct field ask_fields[] = {
	CASE_REVISION,
	{ "what", FIELD_CHOICE, REQUIRED, 0, 0, requests },
	{ "reason", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_ask_form = { ask_fields };

static enum case_answer ask(struct casework *work, const struct case_act *act, const struct values *said)
{
	int64_t position;

	return case_ask(work, act, values_text(said, "what"), values_text(said, "reason"), &position);
}

enum outcome case_ask_send(struct request *request)
{
	return case_do(request, "ask", ask);
}

static const char *const decisions[] = { "yes", "no", NULL };

static const struct field decide_fields[] = {
	CASE_REVISION,
	{ "position", FIELD_INTEGER, REQUIRED, 1, 1e6, NULL },
	{ "granted", FIELD_CHOICE, REQUIRED, 0, 0, decisions },
	{ "decision_note", FIELD_PARAGRAPHS, OPTIONAL, 1, CASE_WORDS_MOST, NULL },
	{ "note", FIELD_PARAGRAPHS, OPTIONAL, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_decide_form = { decide_fields };

static enum case_answer decide(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_decide(work, act, values_integer(said, "position"), values_text(said, "granted")[0] == 'y',
			   values_text(said, "decision_note"), values_text(said, "note"));
}

enum outcome case_decide_send(struct request *request)
{
	return case_do(request, "decide", decide);
}

static const struct field resume_fields[] = { CASE_REVISION,
					      { "note", FIELD_PARAGRAPHS, OPTIONAL, 1, CASE_WORDS_MOST, NULL },
					      { 0 } };
const struct form case_resume_form = { resume_fields };

static enum case_answer resume(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_resume(work, act, values_text(said, "note"));
}

enum outcome case_resume_send(struct request *request)
{
	return case_do(request, "resume", resume);
}
