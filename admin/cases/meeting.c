/* SPDX-License-Identifier: Apache-2.0 */
/* Above the departments: supervision, what is held from erasure, and the joint meeting. */
#include "case.h"

static const char *const yes_or_no[] = { "yes", "no", NULL };

static const struct field supervise_fields[] = {
	CASE_REVISION,
	{ "supervised", FIELD_CHOICE, REQUIRED, 0, 0, yes_or_no },
	{ "reason", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_supervise_form = { supervise_fields };

static enum case_answer supervise(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_supervise(work, act, values_text(said, "supervised")[0] == 'y', values_text(said, "reason"));
}

enum outcome case_supervise_send(struct request *request)
{
	return case_do(request, "supervise", supervise);
}

static const struct field hold_fields[] = {
	CASE_REVISION,
	{ "held", FIELD_CHOICE, REQUIRED, 0, 0, yes_or_no },
	{ "reason", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_hold_form = { hold_fields };

static enum case_answer hold(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_hold(work, act, values_text(said, "held")[0] == 'y', values_text(said, "reason"));
}

enum outcome case_hold_send(struct request *request)
{
	return case_do(request, "hold", hold);
}

static const struct field propose_fields[] = { CASE_REVISION,
					       { "why", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
					       { 0 } };
const struct form case_meeting_propose_form = { propose_fields };

static enum case_answer propose(struct casework *work, const struct case_act *act, const struct values *said)
{
	return meeting_propose(work, act->number, act->who, values_text(said, "why"));
}

enum outcome case_meeting_propose_send(struct request *request)
{
	return case_do(request, "meeting", propose);
}

static const char *const meeting_states[] = { "ACCEPTED", "DECLINED", "SETTLED", NULL };

static const struct field decide_fields[] = {
	CASE_REVISION,
	{ "state", FIELD_CHOICE, REQUIRED, 0, 0, meeting_states },
	{ "resolution", FIELD_PARAGRAPHS, OPTIONAL, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_meeting_decide_form = { decide_fields };

static enum case_answer decide(struct casework *work, const struct case_act *act, const struct values *said)
{
	return meeting_decide(work, act, values_text(said, "state"), values_text(said, "resolution"));
}

enum outcome case_meeting_decide_send(struct request *request)
{
	return case_do(request, "meeting_decide", decide);
}
