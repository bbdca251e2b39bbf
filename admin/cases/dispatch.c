/* SPDX-License-Identifier: Apache-2.0 */
/* To whom a case goes: dispatch, taking it back, taking it, returning it, who handles it. */
#include "case.h"

static const struct field dispatch_fields[] = {
	CASE_REVISION,
	{ "lead", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "assists", FIELD_CODES, OPTIONAL, 0, 30, NULL },
	{ "note", FIELD_PARAGRAPHS, OPTIONAL, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_dispatch_form = { dispatch_fields };

static enum case_answer dispatch(struct casework *work, const struct case_act *act, const struct values *said)
{
	struct case_order order = { values_text(said, "lead"), values_text(said, "assists"), values_text(said, "note"),
				    values_text(said, "reason") };

	return case_dispatch(work, act, &order);
}

enum outcome case_dispatch_send(struct request *request)
{
	return case_do(request, "dispatch", dispatch);
}

/* Out of a review, to be investigated anew. */
static const struct field redispatch_fields[] = {
	CASE_REVISION,
	{ "lead", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "assists", FIELD_CODES, OPTIONAL, 0, 30, NULL },
	{ "note", FIELD_PARAGRAPHS, OPTIONAL, 1, CASE_WORDS_MOST, NULL },
	{ "reason", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_redispatch_form = { redispatch_fields };

enum outcome case_redispatch_send(struct request *request)
{
	return case_do(request, "redispatch", dispatch);
}

static const struct field with_reason_fields[] = { CASE_REVISION,
						   { "reason", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
						   { 0 } };
const struct form case_recall_form = { with_reason_fields };
const struct form case_return_form = { with_reason_fields };

static enum case_answer recall(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_recall(work, act, values_text(said, "reason"));
}

enum outcome case_recall_send(struct request *request)
{
	return case_do(request, "recall", recall);
}

static enum case_answer give_back(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_return(work, act, values_text(said, "reason"));
}

enum outcome case_return_send(struct request *request)
{
	return case_do(request, "return", give_back);
}

static const struct field take_fields[] = { CASE_REVISION, { 0 } };
const struct form case_take_form = { take_fields };

static enum case_answer take(struct casework *work, const struct case_act *act, const struct values *said)
{
	(void)said;
	return case_take(work, act);
}

enum outcome case_take_send(struct request *request)
{
	return case_do(request, "take", take);
}

static const struct field assign_fields[] = { CASE_REVISION, { "handler", FIELD_CODE, REQUIRED, 0, 0, NULL }, { 0 } };
const struct form case_assign_form = { assign_fields };

static enum case_answer assign(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_assign(work, act, values_text(said, "handler"));
}

enum outcome case_assign_send(struct request *request)
{
	return case_do(request, "assign", assign);
}
