/* SPDX-License-Identifier: Apache-2.0 */
/* Triage: what a case is, whether it is taken on, and with which others. */
#include "case.h"

static const char *const urgencies[] = { "ORDINARY", "URGENT", NULL };

static const struct field triage_fields[] = {
	CASE_REVISION,
	{ "kind", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "urgency", FIELD_CHOICE, REQUIRED, 0, 0, urgencies },
	{ "matter", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "street_code", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form case_triage_form = { triage_fields };

static enum case_answer triage(struct casework *work, const struct case_act *act, const struct values *said)
{
	struct case_sorting sorting = { values_text(said, "kind"), values_text(said, "urgency"), values_text(said, "matter"),
					values_text(said, "street_code") };

	return case_triage(work, act, &sorting);
}

enum outcome case_triage_send(struct request *request)
{
	return case_do(request, "triage", triage);
}

static const struct field accept_fields[] = { CASE_REVISION,
					      { "note", FIELD_PARAGRAPHS, OPTIONAL, 1, CASE_WORDS_MOST, NULL },
					      { 0 } };
const struct form case_accept_form = { accept_fields };

static enum case_answer accept(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_accept(work, act, values_text(said, "note"));
}

enum outcome case_accept_send(struct request *request)
{
	return case_do(request, "accept", accept);
}

static const struct field reject_fields[] = {
	CASE_REVISION,
	{ "reject_ground", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "note", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_reject_form = { reject_fields };

static enum case_answer reject(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_reject(work, act, values_text(said, "reject_ground"), values_text(said, "note"));
}

enum outcome case_reject_send(struct request *request)
{
	return case_do(request, "reject", reject);
}

static const struct field transfer_fields[] = {
	CASE_REVISION,
	{ "passed_to", FIELD_TEXT, REQUIRED, 2, 100, NULL },
	{ "note", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_transfer_form = { transfer_fields };

static enum case_answer transfer(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_transfer(work, act, values_text(said, "passed_to"), values_text(said, "note"));
}

enum outcome case_transfer_send(struct request *request)
{
	return case_do(request, "transfer", transfer);
}

static const struct field split_fields[] = {
	CASE_REVISION,
	{ "kind", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "note", FIELD_PARAGRAPHS, OPTIONAL, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_split_form = { split_fields };

static enum case_answer split(struct casework *work, const struct case_act *act, const struct values *said)
{
	const char *number;

	return case_split(work, act, values_text(said, "kind"), values_text(said, "note"), &number);
}

enum outcome case_split_send(struct request *request)
{
	return case_do(request, "split", split);
}

static const struct field merge_fields[] = {
	CASE_REVISION,
	{ "merged_into", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "elsewhere", FIELD_FLAG, OPTIONAL, 0, 0, NULL }, /* another facility, and meant so */
	{ "note", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_merge_form = { merge_fields };

static enum case_answer merge(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_merge(work, act, values_text(said, "merged_into"), values_integer(said, "elsewhere") == 1,
			  values_text(said, "note"));
}

enum outcome case_merge_send(struct request *request)
{
	return case_do(request, "merge", merge);
}

/* Taken up again: what the desk merged or passed on by the desk, what was refused by an approver. */
static const struct field reopen_fields[] = {
	CASE_REVISION,
	{ "note", FIELD_PARAGRAPHS, REQUIRED, 1, CASE_WORDS_MOST, NULL },
	{ "reason", FIELD_PARAGRAPHS, OPTIONAL, 1, CASE_WORDS_MOST, NULL },
	{ 0 },
};
const struct form case_reopen_form = { reopen_fields };

static enum case_answer reopen(struct casework *work, const struct case_act *act, const struct values *said)
{
	return case_reopen(work, act, values_text(said, "note"), values_text(said, "reason"));
}

enum outcome case_reopen_send(struct request *request)
{
	return case_do(request, "reopen", reopen);
}

enum outcome case_overrule_send(struct request *request)
{
	return case_do(request, "overrule", reopen);
}
