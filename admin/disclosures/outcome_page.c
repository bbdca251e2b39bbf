/* SPDX-License-Identifier: Apache-2.0 */
/* One outcome as the office sees it: the words, how they will look in public, what may be done now, what was done. */
#include <string.h>

#include "admin/cases/case.h"
#include "admin/core/flow.h"
#include "desk.h"
#include "lib/base/calendar.h"
#include "lib/base/text.h"
#include "outcome.h"

struct values *outcomes_of(struct request *request, enum outcome *outcome)
{
	struct values *asked = office_parameters(request);

	values_put_text(asked, "code", values_text(request->parts, "code"));
	values_put_text(asked, "account", office_name(request));
	return office_row(request, &Q_desk_outcome_one, asked, outcome);
}

static bool is(const struct values *one, const char *state)
{
	return strcmp(values_text(one, "state"), state) == 0;
}

static const char *day_of(const struct values *row, const char *name, struct arena *arena)
{
	if (values_null(row, name))
		return "";
	return calendar_day_text(arena, calendar_day_of(values_integer(row, name), CALENDAR_CHINA));
}

/* As the public page shows it; what is not public yet would be so today. */
static void bind_as_public(struct request *request, struct page *page, const struct values *one)
{
	const char *day = day_of(one, "approved_at", request->arena);

	page_values(page, one);
	page_text(page, "disclosed_on", *day ? day : calendar_day_text(request->arena, calendar_day_of(request->now, CALENDAR_CHINA)));
	if (!values_say(one, "answer"))
		page_show(page, is(one, "DRAFT") || is(one, "ANSWERING") ? "answer_to_come" : "answer_none");
}

/* The version that is public while the next is being written, and what may be done with the one that is. */
static bool bind_public(struct request *request, struct page *page, const struct values *one, bool *is_public)
{
	struct values *asked = office_parameters(request), *public = NULL;

	values_put_text(asked, "code", values_text(one, "code"));
	if (sql_row(office_of(request)->sql, &Q_desk_outcome_public, asked, request->arena, &public) == SQL_FAILED)
		return false;
	*is_public = public != NULL;
	if (public && values_integer(public, "version") != values_integer(one, "version"))
		bind_as_public(request, page_section(page, "public"), public);
	return true;
}

static bool bind_steps(struct request *request, struct page *page, const struct values *one)
{
	struct rows rows;

	if (!sql_list(office_of(request)->sql, &Q_desk_outcome_steps, one, request->arena, 500, &rows))
		return false;
	case_newest_last(&rows);
	for (size_t i = 0; i < rows.count; i++) {
		struct page *row = page_section(page, "steps");
		const char *from = values_text(&rows.at[i], "from_state");
		bool drafted = strcmp(values_text(&rows.at[i], "to_state"), "DRAFT") == 0;

		page_values(row, &rows.at[i]);
		page_text(row, "moment", calendar_moment_text(request->arena, values_integer(&rows.at[i], "at"), CALENDAR_CHINA));
		page_show(row, !drafted	       ? "step_moved" :
			       !*from		       ? "step_begun" :
			       strcmp(from, "DRAFT") == 0 ? "step_edited" :
							    "step_back");
	}
	return true;
}

static bool bind_options(struct request *request, struct page *page, const char *section, const struct query *query, const char *chosen)
{
	struct rows rows;

	if (!sql_list(office_of(request)->sql, query, NULL, request->arena, 200, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct page *option = page_section(page, section);

		page_values(option, &rows.at[i]);
		if (strcmp(values_text(&rows.at[i], "code"), chosen) == 0)
			page_show(option, "chosen");
	}
	return true;
}

/* Words as they would leave the office: what was typed, when it was not saved. */
static const char *words_shown(const struct request *request, const struct values *one, const struct outcome_said *said)
{
	return said && request->form && strcmp(said->action, "edit") == 0 ? values_text(request->form->typed, "summary") : values_text(one, "summary");
}

/* What is marked in them and in what the facility says: each to be removed, or left in with a reason. */
static bool bind_marks(struct request *request, struct page *page, const struct values *one, const struct outcome_said *said)
{
	static const char *const kinds[] = { [MARK_OWN_WORDS] = "own_words", [MARK_TELEPHONE] = "telephone", [MARK_IDENTITY] = "identity",
					     [MARK_NAME] = "name", [MARK_TELLS] = "tells" };
	struct casework *work = &office_of(request)->work;
	const char *keep = said && request->form ? values_text(request->form->typed, "keep") : "";
	struct outcome_marks marks = { 0 };

	if (outcome_marks_find(work, one, words_shown(request, one, said), &marks) != CASE_DONE ||
	    outcome_marks_find(work, one, values_text(one, "answer"), &marks) != CASE_DONE)
		return false;
	page_integer(page, "marks_unsettled", (int64_t)marks.unsettled);
	page_integer(page, "marks_found", (int64_t)marks.count);
	page_integer(page, "marks_too_many", marks.too_many);
	for (size_t i = 0; i < marks.count; i++) {
		struct page *row = page_section(page, "marks");

		page_text(row, "mark", marks.at[i].id);
		page_text(row, "mark_words", marks.at[i].words);
		page_text(row, "mark_reason", marks.at[i].reason);
		page_text(row, "mark_who", marks.at[i].who_name);
		page_show(row, arena_format(request->arena, "mark_%s", kinds[marks.at[i].kind]));
		if (text_has_word(keep, marks.at[i].id))
			page_show(row, "mark_kept");
	}
	if (said && request->form)
		page_text(page, "keep_reason", values_text(request->form->typed, "keep_reason"));
	return true;
}

/* The form of an action, with what was typed into it when it was not done. */
static struct page *bind_act(struct request *request, struct page *page, const char *action, const struct values *one,
			     const struct outcome_said *said)
{
	struct page *act = page_section(page, arena_format(request->arena, "act_%s", action));
	bool again = said && strcmp(said->action, action) == 0 && request->form;

	if (again)
		form_show(request->form, act);
	else
		page_values(act, one);
	/* As it is now, not as it was typed: who has read the page may go on from there. */
	page_integer(act, "revision", values_integer(one, "revision"));
	page_text(act, "action", action);
	return act;
}

/* What it may be found to be: true, as it was dealt with; and what the newest finding says, when that takes back what is public. */
static bool bind_verdicts(struct request *request, struct page *act, const struct values *one, const char *chosen)
{
	struct rows rows;

	if (!sql_list(office_of(request)->sql, &Q_desk_outcome_verdicts, one, request->arena, 200, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct page *option = page_section(act, "verdicts");

		page_values(option, &rows.at[i]);
		if (strcmp(values_text(&rows.at[i], "code"), chosen) == 0)
			page_show(option, "chosen");
	}
	return true;
}

static bool bind_edit(struct request *request, struct page *page, const struct values *one, const struct outcome_said *said)
{
	struct page *act = bind_act(request, page, "edit", one, said);
	const struct values *shown = said && strcmp(said->action, "edit") == 0 ? request->form->typed : one;

	return bind_options(request, act, "matters", &Q_desk_outcome_matters, values_text(shown, "matter")) &&
	       bind_verdicts(request, act, one, values_text(shown, "verdict"));
}

static bool bind_answer(struct request *request, struct page *page, const struct values *one, const struct outcome_said *said)
{
	struct page *act = bind_act(request, page, "answer", one, said);

	return bind_options(request, act, "ways", &Q_desk_outcome_ways, said && strcmp(said->action, "answer") == 0 ?
			    values_text(request->form->typed, "answer_way") : "");
}

static bool bind_for_preparer(struct request *request, struct page *page, const struct values *one, const struct outcome_said *said,
			      bool is_public)
{
	if (is(one, "ANSWERING") || is(one, "READY"))
		bind_act(request, page, "back", one, said);
	if (is_public && !flow_has(&outcome_flow, values_text(one, "state"), OUTCOME_STATE_OPEN))
		bind_act(request, page, "correct", one, said);
	return (!is(one, "DRAFT") || bind_edit(request, page, one, said)) && (!is(one, "ANSWERING") || bind_answer(request, page, one, said));
}

/* Who may not decide reads who may. */
static bool bind_deciders(struct request *request, struct page *page, const struct values *one, const char *why)
{
	struct rows rows;

	if (!outcome_deciders(&office_of(request)->work, values_text(one, "code"), &rows))
		return false;
	page_show(page, why);
	for (size_t i = 0; i < rows.count; i++) {
		struct page *row = page_section(page, "deciders");

		page_text(row, "decider_name", values_text(&rows.at[i], "full_name"));
		page_text(row, "decider_rule", values_text(&rows.at[i], "rule"));
	}
	if (!rows.count)
		page_show(page, "no_deciders");
	return true;
}

/* Whether who asks took no part, and as a stand-in is needed; who is not reads who may decide, while there is something to decide. */
static bool may_decide(struct request *request, struct page *page, const struct values *one, bool stands_in, bool is_public, bool *may)
{
	struct casework *work = &office_of(request)->work;
	const char *code = values_text(one, "code"), *rule;
	enum case_answer answer = stands_in ? outcome_stands_in(work, code, office_name(request), &rule) :
					      outcome_is_other(work, code, office_name(request));

	*may = answer == CASE_DONE;
	if (*may || (!is_public && !flow_has(&outcome_flow, values_text(one, "state"), OUTCOME_STATE_OPEN)))
		return answer != CASE_FAILED;
	return answer != CASE_FAILED && bind_deciders(request, page, one, strcmp(work->why, "took_part") == 0 ? "own" : work->why);
}

static void bind_for_stand_in(struct request *request, struct page *page, const struct values *one, const struct outcome_said *said,
			      bool is_public)
{
	page_show(page, "stands_in");
	if (!office_of(request)->log_signer)
		page_show(page, "no_key");
	if (is(one, "READY") && office_of(request)->log_signer)
		page_show(bind_act(request, page, "approve", one, said), "in_stead");
	if (is_public && office_of(request)->log_signer)
		page_show(bind_act(request, page, "withdraw", one, said), "in_stead");
}

static void bind_for_approver(struct request *request, struct page *page, const struct values *one, const struct outcome_said *said,
			      bool is_public)
{
	if (is(one, "READY")) {
		if (office_of(request)->log_signer)
			bind_act(request, page, "approve", one, said);
		else
			page_show(page, "no_key");
		bind_act(request, page, "return", one, said);
	}
	if (flow_has(&outcome_flow, values_text(one, "state"), OUTCOME_STATE_OPEN))
		bind_act(request, page, "drop", one, said);
	if (is_public && office_of(request)->log_signer)
		bind_act(request, page, "withdraw", one, said);
}

static bool bind_acts(struct request *request, struct page *page, const struct values *one, const struct outcome_said *said, bool is_public)
{
	bool stands_in = office_may(request, VERB_OUTCOME_STAND_IN), may = false;

	if ((stands_in || office_may(request, VERB_OUTCOME_APPROVE)) && !may_decide(request, page, one, stands_in, is_public, &may))
		return false;
	if (may)
		(stands_in ? bind_for_stand_in : bind_for_approver)(request, page, one, said, is_public);
	return !office_may(request, VERB_OUTCOME_PREPARE) || bind_for_preparer(request, page, one, said, is_public);
}

/* What was not done, above the page: which field, or what else was wrong. */
static void bind_mistakes(struct request *request, struct page *page, const struct outcome_said *said)
{
	struct page *mistakes = page_section(page, "mistakes");
	bool told = (said->answer == CASE_UNFIT || said->answer == CASE_FORBIDDEN) && office_of(request)->work.why;
	const char *why = told ? office_of(request)->work.why : "";

	page_text(mistakes, "action", said->action);
	form_show(request->form, mistakes);
	if (said->answer == CASE_UNFIT || said->answer == CASE_FORBIDDEN)
		page_show(mistakes, *why ? why : "reveals");
	page_text(mistakes, "placeholder", strcmp(why, "placeholder_left") == 0 ? office_of(request)->work.problem : "");
	if (said->answer == CASE_UNSAID)
		page_show(mistakes, "summary_missing");
	if (said->answer == CASE_CHANGED)
		page_show(mistakes, "changed");
}

static bool bind_attachments(struct request *request, struct page *page, const struct values *one, const struct outcome_said *said)
{
	struct attached_to to = outcome_attached_to(request, one);

	return attachments_bind(request, page, &to, said && attachments_know(said->action) ? said->action : NULL);
}

static bool bind_flow(struct request *request, struct page *page, const struct values *one)
{
	struct values *parameters = values_new(request->arena);

	values_put_text(parameters, "code", values_text(one, "code"));
	return office_flow_bind(request, page, &outcome_flow, values_text(one, "state"), &Q_desk_outcome_passed, parameters);
}

void outcomes_bind_time(const struct request *request, struct page *page, const struct values *one)
{
	bool asked = strcmp(values_text(one, "state"), "ANSWERING") == 0;

	page_text(page, "until_on", asked ? values_text(one, "answer_day") : "");
	page_integer(page, "answer_provisional", asked && values_integer(one, "answer_provisional"));
	if (asked && request->now > values_integer(one, "answer_until"))
		page_show(page, "answer_over");
	else if (asked && request->now >= values_integer(one, "answer_near_at"))
		page_show(page, "answer_near");
}

enum outcome outcomes_page(struct request *request, const struct values *one, const struct outcome_said *said)
{
	struct page *page = page_begin(request, "admin/outcome.tpl");
	const char *done = request->method == METHOD_GET && request->form ? values_text(request->form->values, "done") : "";
	bool is_public = false;

	if (said)
		bind_mistakes(request, page, said);
	page_values(page, one);
	page_show(page, arena_format(request->arena, "state_%s", values_text(one, "state")));
	page_show(page, arena_format(request->arena, "standing_%s", values_text(one, "standing")));
	outcomes_bind_time(request, page, one);
	if (*done)
		page_show(page, arena_format(request->arena, "done_%s", done));
	bind_as_public(request, page_section(page, "preview"), one);
	if (bind_public(request, page, one, &is_public) && bind_marks(request, page, one, said) && bind_steps(request, page, one) &&
	    bind_acts(request, page, one, said, is_public) && bind_attachments(request, page, one, said) && bind_flow(request, page, one))
		return page_end(request, page);
	page_free(page);
	return office_broken(request);
}
