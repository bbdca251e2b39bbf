/* SPDX-License-Identifier: Apache-2.0 */
/* What is done with an outcome: from a form of its page to domain/disclosures/outcome, and back to the page. */
#include "outcome.h"

#include <string.h>

#define REVISION { "revision", FIELD_INTEGER, REQUIRED, 0, 1e9, NULL }
#define MOST_WORDS 2000
/* Marks that may stay, and why. */
#define KEEP { "keep", FIELD_CODES, OPTIONAL, 0, OUTCOME_MARKS, NULL }, { "keep_reason", FIELD_PARAGRAPHS, OPTIONAL, 0, 500, NULL }

static const char *const ways[] = { "LETTER", "PHONE", "VISIT", NULL };
static const char *const goes[] = { "save", "open", NULL };
static const char *const notices[] = { "edit", "open", "answer", "back", "return", "correct", "approve", "drop", "withdraw", "attach", "attachment_withdraw",
					     "attachment_undo", NULL };

static const struct field show_fields[] = {
	{ "done", FIELD_CHOICE, OPTIONAL, 0, 0, notices },
	{ 0 },
};
const struct form outcome_show_form = { show_fields };

static const struct field edit_fields[] = {
	REVISION,
	{ "summary", FIELD_PARAGRAPHS, OPTIONAL, 0, MOST_WORDS, NULL },
	{ "matter", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "verdict", FIELD_CODE, REQUIRED, 0, 0, NULL },
	KEEP,
	{ "go", FIELD_CHOICE, REQUIRED, 0, 0, goes },
	{ 0 },
};
const struct form outcome_edit_form = { edit_fields };

static const struct field answer_fields[] = {
	REVISION,
	{ "answer", FIELD_PARAGRAPHS, REQUIRED, 1, MOST_WORDS, NULL },
	{ "answer_way", FIELD_CHOICE, REQUIRED, 0, 0, ways },
	{ 0 },
};
const struct form outcome_answer_form = { answer_fields };

static const struct field reason_fields[] = {
	REVISION,
	{ "reason", FIELD_PARAGRAPHS, REQUIRED, 1, 500, NULL },
	{ 0 },
};
const struct form outcome_reason_form = { reason_fields };

static const struct field approve_fields[] = {
	REVISION,
	KEEP,
	{ 0 },
};
const struct form outcome_approve_form = { approve_fields };

enum outcome outcomes_show(struct request *request)
{
	enum outcome outcome;
	struct values *one = outcomes_of(request, &outcome);

	return one ? outcomes_page(request, one, NULL) : outcome;
}

/* The audit's row: of which case, which version, what was chosen. What was written stands in the outcome and its steps. */
static void note(struct request *request, const struct values *one, const char *refused)
{
	static const char *const chosen[] = { "matter", "verdict", "go", "answer_way" };
	const struct values *typed = request->form->values;
	const char *number = values_text(one, "case_number");
	struct values *detail = values_new(request->arena);

	values_put_text(detail, "code", values_text(one, "code"));
	values_put_integer(detail, "version", values_integer(one, "version"));
	for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++)
		if (values_say(typed, chosen[i]))
			values_put_text(detail, chosen[i], values_text(typed, chosen[i]));
	if (refused)
		values_put_text(detail, "refused", refused);
	office_note(request, *number ? number : values_text(one, "code"), detail, values_text(typed, "reason"));
}

static enum outcome again(struct request *request, const struct values *one, const char *action, enum case_answer answer, enum outcome outcome)
{
	/* Both are buttons of one form. */
	const char *form = strcmp(action, "open") == 0 ? "edit" : action;
	enum outcome made = outcomes_page(request, one, &(struct outcome_said){ form, answer });

	return made == PAGE ? outcome : made;
}

/*
 * The words would tell who reported. That they were refused is an answer about the reporter, so it is in the audit. What was saved before
 * stays saved: the page goes on from there.
 */
static enum outcome refuse_revealing(struct request *request, const char *action)
{
	enum outcome outcome;
	struct values *one = outcomes_of(request, &outcome);

	if (!one)
		return outcome;
	note(request, one, "reveals");
	office_of(request)->keep = true;
	return again(request, one, action, CASE_UNFIT, INVALID);
}

/* Somebody else decides on it: the page says who. */
static bool is_for_others(const char *why)
{
	return strcmp(why, "took_part") == 0 || strcmp(why, "not_in_stead") == 0 || strcmp(why, "no_stand_in") == 0;
}

typedef enum case_answer outcome_run(struct request *request, const char *code, const struct values *typed);

static enum outcome outcome_do(struct request *request, const char *action, outcome_run *run)
{
	enum outcome outcome;
	struct values *one = outcomes_of(request, &outcome);
	const char *code;

	if (!one)
		return outcome;
	if (!request->form->fine)
		return again(request, one, action, CASE_DONE, INVALID);
	if (values_integer(request->form->values, "revision") != values_integer(one, "revision"))
		return again(request, one, action, CASE_CHANGED, CONFLICT);
	code = values_text(one, "code");
	note(request, one, NULL);
	office_of(request)->work.why = "";
	switch (run(request, code, request->form->values)) {
	case CASE_DONE:
		return office_go(request, arena_format(request->arena, "/outcomes/%s", code), action);
	case CASE_UNKNOWN:
		return MISSING;
	case CASE_UNFIT:
		/* With a word why: nothing is told of the reporter that the page does not show. */
		return *office_of(request)->work.why ? again(request, one, action, CASE_UNFIT, INVALID) : refuse_revealing(request, action);
	case CASE_UNSAID:
		return again(request, one, action, CASE_UNSAID, INVALID);
	case CASE_FAILED:
		return office_broken(request);
	default:
		break;
	}
	return is_for_others(office_of(request)->work.why) ? again(request, one, action, CASE_FORBIDDEN, DENIED) : DENIED;
}

static struct outcome_approval approval_of(struct request *request)
{
	return (struct outcome_approval){ office_name(request), office_full_name(request), office_of(request)->log_signer, false };
}

/* Marks that somebody says may stay. */
static enum case_answer settle(struct request *request, const char *code, const struct values *typed)
{
	struct casework *work = &office_of(request)->work;
	enum case_answer answer = outcome_marks_settle(work, code, office_name(request), values_text(typed, "keep"),
						       values_text(typed, "keep_reason"));

	return answer == CASE_UNSAID ? casework_refuse(work, CASE_UNFIT, "mark_reason_missing") : answer;
}

/* Save; and, when that is asked, show it to the facility. */
static enum case_answer run_edit(struct request *request, const char *code, const struct values *typed)
{
	struct casework *work = &office_of(request)->work;
	struct outcome_words words = { values_text(typed, "summary"), values_text(typed, "matter"), values_text(typed, "verdict") };
	enum case_answer answer = CASE_UNFIT;

	if (!casework_is_term(work, "matter", words.matter, &answer) || !casework_is_term(work, "verdict", words.verdict, &answer))
		return answer == CASE_FAILED ? CASE_FAILED : CASE_FORBIDDEN;
	answer = outcome_edit(work, code, office_name(request), &words);
	if (answer == CASE_DONE)
		answer = settle(request, code, typed);
	if (answer == CASE_DONE && strcmp(values_text(typed, "go"), "open") == 0)
		answer = outcome_open_answer(work, code, office_name(request));
	return answer;
}

static enum case_answer run_answer(struct request *request, const char *code, const struct values *typed)
{
	return outcome_answer(&office_of(request)->work, code, office_name(request), values_text(typed, "answer"),
			      values_text(typed, "answer_way"));
}

static enum case_answer run_back(struct request *request, const char *code, const struct values *typed)
{
	return outcome_send_back(&office_of(request)->work, code, OUTCOME_PREPARER, office_name(request), values_text(typed, "reason"));
}

static enum case_answer run_return(struct request *request, const char *code, const struct values *typed)
{
	return outcome_send_back(&office_of(request)->work, code, OUTCOME_APPROVER, office_name(request), values_text(typed, "reason"));
}

static enum case_answer run_correct(struct request *request, const char *code, const struct values *typed)
{
	return outcome_correct(&office_of(request)->work, code, office_name(request), values_text(typed, "reason"));
}

static enum case_answer run_approve(struct request *request, const char *code, const struct values *typed)
{
	struct outcome_approval approval = approval_of(request);

	enum case_answer answer = settle(request, code, typed);

	if (answer != CASE_DONE)
		return answer;
	return approval.log_signer ? outcome_approve(&office_of(request)->work, code, &approval) : CASE_FORBIDDEN;
}

static enum case_answer run_drop(struct request *request, const char *code, const struct values *typed)
{
	return outcome_drop(&office_of(request)->work, code, office_name(request), values_text(typed, "reason"));
}

static enum case_answer run_withdraw(struct request *request, const char *code, const struct values *typed)
{
	struct outcome_approval approval = approval_of(request);

	return approval.log_signer ? outcome_withdraw(&office_of(request)->work, code, &approval, values_text(typed, "reason")) :
				     CASE_FORBIDDEN;
}

/* The rule that lets somebody decide in the approver's stead is in the audit's row. */
static enum case_answer decide_in_stead(struct request *request, const char *code, struct outcome_approval *approval)
{
	const char *rule;
	enum case_answer answer = outcome_stands_in(&office_of(request)->work, code, office_name(request), &rule);

	if (answer == CASE_DONE)
		values_put_text(office_of(request)->note.detail, "rule", rule);
	approval->stands_in = true;
	return answer == CASE_DONE && !approval->log_signer ? CASE_FORBIDDEN : answer;
}

static enum case_answer run_stand_in_approve(struct request *request, const char *code, const struct values *typed)
{
	struct outcome_approval approval = approval_of(request);
	enum case_answer answer = decide_in_stead(request, code, &approval);

	if (answer == CASE_DONE)
		answer = settle(request, code, typed);
	return answer == CASE_DONE ? outcome_approve(&office_of(request)->work, code, &approval) : answer;
}

static enum case_answer run_stand_in_withdraw(struct request *request, const char *code, const struct values *typed)
{
	struct outcome_approval approval = approval_of(request);
	enum case_answer answer = decide_in_stead(request, code, &approval);

	return answer == CASE_DONE ? outcome_withdraw(&office_of(request)->work, code, &approval, values_text(typed, "reason")) : answer;
}

enum outcome outcomes_edit(struct request *request)
{
	return outcome_do(request, strcmp(values_text(request->form->values, "go"), "open") == 0 ? "open" : "edit", run_edit);
}

enum outcome outcomes_answer(struct request *request)
{
	return outcome_do(request, "answer", run_answer);
}

enum outcome outcomes_back(struct request *request)
{
	return outcome_do(request, "back", run_back);
}

enum outcome outcomes_return(struct request *request)
{
	return outcome_do(request, "return", run_return);
}

enum outcome outcomes_correct(struct request *request)
{
	return outcome_do(request, "correct", run_correct);
}

enum outcome outcomes_approve(struct request *request)
{
	return outcome_do(request, "approve", run_approve);
}

enum outcome outcomes_drop(struct request *request)
{
	return outcome_do(request, "drop", run_drop);
}

enum outcome outcomes_withdraw(struct request *request)
{
	return outcome_do(request, "withdraw", run_withdraw);
}

enum outcome outcomes_stand_in_approve(struct request *request)
{
	return outcome_do(request, "approve", run_stand_in_approve);
}

enum outcome outcomes_stand_in_withdraw(struct request *request)
{
	return outcome_do(request, "withdraw", run_stand_in_withdraw);
}
