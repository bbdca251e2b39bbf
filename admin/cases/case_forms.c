/* SPDX-License-Identifier: Apache-2.0 */
/* Which forms the page of a case offers: what the table of states, the role and the lead of the newest round allow. */
#include <stdio.h>
#include <string.h>

#include "case.h"
#include "cases.h"
#include "desk.h"
#include "lib/base/calendar.h"
#include "lib/base/text.h"

struct desk_page {
	struct request *request;
	struct page *page;
	const struct values *one;
	struct case_said *said;
	const char *state;
	bool leads;  /* who asks belongs to the lead */
	bool barred; /* and handled what was not solved */
	int64_t return_until;
};

static bool is(const char *text, const char *other)
{
	return strcmp(text, other) == 0;
}

static bool in(const char *word, const char *words)
{
	return text_has_word(words, word);
}

static bool offers(const struct desk_page *desk, const char *action)
{
	return case_offer(desk->request, action, desk->state) != NULL;
}

/* The text that was asked to begin from, with what is known put in; "" when there is none, or one in it that nobody knows: *unknown. */
static const char *begun(struct desk_page *desk, const char *action, const char **unknown)
{
	const struct form_result *form = desk->request->form;
	const char *code = desk->said && desk->said->begins ? values_text(form->values, "template") : "";
	struct values *parameters = values_new(desk->request->arena), *row = NULL, *due = NULL;
	struct arena *arena = desk->request->arena;
	struct placeholder known[CASE_PLACEHOLDERS] = { { .name = NULL } };

	if (!*code || !is(desk->said->action, action))
		return "";
	values_put_text(parameters, "template", code);
	values_put_text(parameters, "case_number", values_text(desk->one, "number"));
	if (sql_row(office_of(desk->request)->sql, &Q_desk_case_template, parameters, arena, &row) != SQL_FOUND ||
	    sql_row(office_of(desk->request)->sql, &Q_desk_case_reply_day, parameters, arena, &due) == SQL_FAILED)
		return "";
	memcpy(known, case_placeholders, sizeof known);
	known[0].value = values_text(desk->one, "number");
	known[1].value = *values_text(desk->one, "facility_name") ? values_text(desk->one, "facility_name")
								   : values_text(desk->one, "place");
	known[2].value = calendar_day_text(arena, calendar_day_of(values_integer(desk->one, "received_at"), CALENDAR_CHINA));
	known[3].value = due ? values_text(due, "day") : "";
	*unknown = placeholder_unknown(values_text(row, "text"), known, CASE_PLACEHOLDERS, arena);
	return *unknown ? "" : placeholders_fill(values_text(row, "text"), known, CASE_PLACEHOLDERS, arena);
}

static bool was_tried(const struct desk_page *desk, const char *action)
{
	return desk->said && is(desk->said->action, action);
}

bool case_show_again(struct request *request, struct page *form, const struct values *one, struct case_said *said,
		     const char *action)
{
	bool tried = said && is(said->action, action);

	if (tried) {
		form_show(request->form, form);
		said->stands = true;
	}
	/* A form that comes again is sent as of what is shown now; one that only got its text, as of what was read before. */
	if (!tried || !said->begins)
		page_integer(form, "revision", values_integer(one, "revision"));
	return tried;
}

/* The text goes after what was typed, with an empty line between. */
static void bind_begun(struct desk_page *desk, struct page *page, const char *action, const char *text_field)
{
	const char *typed = values_text(desk->request->form->typed, text_field), *unknown = NULL;
	const char *text = begun(desk, action, &unknown);

	if (unknown)
		page_text(page_section(page, "BEGUN_UNKNOWN"), "placeholder", unknown);
	else
		page_show(page, !*text ? "BEGUN_NOT" : *typed ? "BEGUN_AFTER" : "BEGUN");
	page_text(page, text_field, arena_format(desk->request->arena, "%s%s%s", typed, *typed && *text ? "\n\n" : "", text));
}

/* A form of the page: what was typed into it, or what it begins with. */
static struct page *form(struct desk_page *desk, const char *action, const char *text_field)
{
	char section[64];
	struct page *page;

	snprintf(section, sizeof section, "DO_%.40s", action);
	page = page_section(desk->page, section);
	if (!case_show_again(desk->request, page, desk->one, desk->said, action)) {
		if (text_field)
			page_text(page, text_field, "");
		return page;
	}
	page_show(page, "OPEN");
	if (text_field && desk->said->begins)
		bind_begun(desk, page, action, text_field);
	return page;
}

static const char *chosen(const struct desk_page *desk, const char *action, const char *field, const char *otherwise)
{
	return was_tried(desk, action) ? values_text(desk->request->form->typed, field) : otherwise;
}

/* Options of a list; `chosen` are blank-separated codes. */
static void bind_options(struct page *page, const char *section, const struct rows *rows, const char *code,
			 const char *chosen_codes, const char *without)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct page *option;

		if (in(values_text(&rows->at[i], code), without))
			continue;
		option = page_section(page, section);
		page_values(option, &rows->at[i]);
		page_integer(option, "chosen", in(values_text(&rows->at[i], code), chosen_codes));
	}
}

static bool bind_terms(struct desk_page *desk, struct page *page, const char *section, const char *list, const char *chosen_codes,
		       const char *without)
{
	struct values *parameters = values_new(desk->request->arena);
	struct rows rows;

	values_put_text(parameters, "list", list);
	if (!case_list(desk->request, &Q_desk_case_terms, parameters, &rows))
		return false;
	bind_options(page, section, &rows, "code", chosen_codes, without);
	return true;
}

static bool bind_triage(struct desk_page *desk)
{
	const struct values *one = desk->one;
	const char *suggested = "";
	struct page *page;
	struct rows streets;

	if (!offers(desk, "triage"))
		return true;
	page = form(desk, "triage", NULL);
	if (!*values_text(one, "matter") && !case_matter(&office_of(desk->request)->work, values_text(one, "number"), &suggested))
		return office_broken(desk->request), false;
	page_integer(page, "suggested", *suggested != 0);
	page_integer(page, "kind_stays", !flow_has(&case_flow, desk->state, CASE_STATE_ANY_KIND));
	page_integer(page, "urgent", is(chosen(desk, "triage", "urgency", values_text(one, "urgency")), "URGENT"));
	page_integer(page, "street_stays", *values_text(one, "facility_code") != 0);
	if (!case_list(desk->request, &Q_desk_case_streets, NULL, &streets))
		return false;
	bind_options(page, "street_options", &streets, "code",
		     chosen(desk, "triage", "street_code", values_text(one, "street_code")), "");
	return bind_terms(desk, page, "kind_options", "case_kind", chosen(desk, "triage", "kind", values_text(one, "kind")), "") &&
	       bind_terms(desk, page, "matter_options", "matter",
			  chosen(desk, "triage", "matter", *suggested ? suggested : values_text(one, "matter")), "");
}

/* When the other one is of another facility, it is named, and is to be confirmed. */
static bool bind_merge(struct desk_page *desk)
{
	struct page *page = form(desk, "merge", NULL), *warned;
	enum outcome outcome;
	struct values *other;

	if (!was_tried(desk, "merge") || !desk->said->why || !is(desk->said->why, "merge_elsewhere"))
		return true;
	other = case_numbered(desk->request, values_text(desk->request->form->values, "merged_into"), &outcome);
	if (outcome == BROKEN)
		return false;
	warned = page_section(page, "warned");
	page_text(warned, "other_number", other ? values_text(other, "number") : "");
	page_text(warned, "other_place", !other ? "" : *values_text(other, "facility_name") ? values_text(other, "facility_name") :
											       values_text(other, "place"));
	return true;
}

static bool bind_taking_on(struct desk_page *desk)
{
	struct page *page;

	if (offers(desk, "accept"))
		form(desk, "accept", "note");
	if (offers(desk, "reject")) {
		page = form(desk, "reject", "note");
		if (!bind_terms(desk, page, "ground_options", "reject_ground", chosen(desk, "reject", "reject_ground", ""), ""))
			return false;
	}
	if (offers(desk, "transfer"))
		form(desk, "transfer", "note");
	if (offers(desk, "merge") && !bind_merge(desk))
		return false;
	if (offers(desk, "reopen"))
		form(desk, "reopen", NULL);
	if (offers(desk, "archive"))
		form(desk, "archive", NULL);
	if (offers(desk, "close"))
		form(desk, "close", NULL);
	if (!offers(desk, "split"))
		return true;
	page = form(desk, "split", NULL);
	return bind_terms(desk, page, "kind_options", "case_kind", chosen(desk, "split", "kind", ""),
			  values_text(desk->one, "kind"));
}

/* What the matrix says stands in the form; whoever dispatches may choose otherwise. */
static bool bind_order(struct desk_page *desk, const char *action)
{
	struct routing routing;
	struct rows departments;
	struct page *page = form(desk, action, NULL);

	if (!routing_find(&office_of(desk->request)->work, values_text(desk->one, "number"), &routing))
		return office_broken(desk->request), false;
	page_text(page, "routing_rule", routing.rule);
	page_text(page, "routing_note", routing.note);
	if (!case_list(desk->request, &Q_desk_case_departments, NULL, &departments))
		return false;
	bind_options(page, "lead_options", &departments, "code", chosen(desk, action, "lead", routing.lead), "");
	bind_options(page, "assist_options", &departments, "code", chosen(desk, action, "assists", routing.assists), "");
	return true;
}

static bool bind_dispatch(struct desk_page *desk)
{
	if (offers(desk, "dispatch") && !bind_order(desk, "dispatch"))
		return false;
	if (offers(desk, "redispatch") && !bind_order(desk, "redispatch"))
		return false;
	if (offers(desk, "recall"))
		form(desk, "recall", NULL);
	return true;
}

static bool bind_assign(struct desk_page *desk)
{
	const struct office *office = office_of(desk->request);
	struct values *parameters = values_new(desk->request->arena);
	struct page *page = form(desk, "assign", NULL);
	struct rows officers;

	values_put_text(parameters, "department", values_text(office->session, "department"));
	if (!case_list(desk->request, &Q_desk_case_officers, parameters, &officers))
		return false;
	bind_options(page, "officer_options", &officers, "account",
		     chosen(desk, "assign", "handler", values_text(desk->one, "handler")), values_text(desk->one, "review_not_by"));
	return true;
}

static bool bind_finding(struct desk_page *desk, const char *action)
{
	struct values *parameters = values_new(desk->request->arena);
	struct page *page = form(desk, action, "text");
	struct rows rows;

	values_put_text(parameters, "kind", values_text(desk->one, "kind"));
	if (!case_list(desk->request, &Q_desk_case_verdicts, parameters, &rows))
		return false;
	bind_options(page, "verdict_options", &rows, "code", chosen(desk, action, "verdict", ""), "WITHDRAWN");
	return true;
}

/* What can be asked for stands in the form; of what cannot, the page says why. */
static bool bind_ask(struct desk_page *desk)
{
	static const struct {
		const char *what, *may, *may_not;
	} requests[] = { { "EXTENSION", "may_extend", "may_not_extend" }, { "SUSPENSION", "may_suspend", "may_not_suspend" } };
	struct casework *work = &office_of(desk->request)->work;
	bool may[2], some = false;
	struct page *page;

	for (size_t i = 0; i < 2; i++) {
		enum case_answer answer = case_may_ask(work, values_text(desk->one, "number"), requests[i].what);

		if (answer == CASE_FAILED)
			return office_broken(desk->request), false;
		may[i] = answer == CASE_DONE;
		some |= may[i];
		if (!may[i])
			page_show(page_section(desk->page, requests[i].may_not), arena_format(desk->request->arena, "CAUSE_%s", work->why));
	}
	page = some ? form(desk, "ask", NULL) : NULL;
	for (size_t i = 0; page && i < 2; i++)
		if (may[i])
			page_integer(page_section(page, requests[i].may), "chosen",
				     is(chosen(desk, "ask", "what", ""), requests[i].what));
	return true;
}

static bool bind_handling(struct desk_page *desk)
{
	if (!desk->leads)
		return true;
	if (offers(desk, "take")) {
		if (!desk->barred)
			form(desk, "take", NULL);
		else
			page_show(desk->page, "BARRED");
	}
	if (offers(desk, "return")) {
		if (desk->request->now <= desk->return_until)
			form(desk, "return", NULL);
		else
			page_show(desk->page, "RETURN_OVER");
	}
	if (offers(desk, "ask") && !desk->barred && !bind_ask(desk))
		return false;
	if (offers(desk, "reply") && !desk->barred && !bind_finding(desk, "reply"))
		return false;
	if (offers(desk, "resume"))
		form(desk, "resume", NULL);
	return !offers(desk, "assign") || bind_assign(desk);
}

static bool bind_deciding(struct desk_page *desk)
{
	if (offers(desk, "overrule"))
		form(desk, "overrule", NULL);
	if (offers(desk, "supervise"))
		form(desk, "supervise", NULL);
	if (offers(desk, "hold"))
		form(desk, "hold", NULL);
	if (!offers(desk, "review"))
		return true;
	if (desk->barred)
		page_show(desk->page, "BARRED");
	return desk->barred || bind_finding(desk, "review");
}

bool case_colleagues(struct request *request, const struct values *one, struct rows *rows)
{
	struct values *parameters = values_new(request->arena);

	values_put_text(parameters, "number", values_text(one, "number"));
	values_put_text(parameters, "street_code", values_text(one, "street_code"));
	return case_list(request, &Q_desk_case_colleagues, parameters, rows);
}

static bool bind_notes(struct desk_page *desk)
{
	struct rows colleagues;
	struct page *page;

	if (!office_may(desk->request, VERB_CASE_NOTE))
		return true;
	if (!bind_terms(desk, form(desk, "note", NULL), "kind_options", "note_kind", chosen(desk, "note", "kind", "NOTE"), ""))
		return false;
	if (!flow_ended(&case_flow, desk->state) && !values_integer(desk->one, "meeting_open"))
		form(desk, "meeting", NULL);
	if (!case_colleagues(desk->request, desk->one, &colleagues))
		return false;
	page = form(desk, "task", NULL);
	bind_options(page, "colleague_options", &colleagues, "account",
		     chosen(desk, "task", "assignee", office_name(desk->request)), "");
	return true;
}

/* Texts to begin from, offered where something is written to the reporter. */
static bool bind_templates(struct desk_page *desk)
{
	struct values *parameters = values_new(desk->request->arena);
	struct rows rows;

	values_put_text(parameters, "kind", values_text(desk->one, "kind"));
	values_put_text(parameters, "state", desk->state);
	if (!case_list(desk->request, &Q_desk_case_templates, parameters, &rows))
		return false;
	page_rows(desk->page, "reply_templates", &rows);
	page_integer(desk->page, "reply_templates_count", (int64_t)rows.count);
	return true;
}

static bool find_lead(struct desk_page *desk)
{
	struct case_act act = case_act_of(desk->request, desk->one);
	enum case_answer answer;
	struct values *lead;

	desk->barred = casework_is_barred(desk->one, act.who);
	desk->leads = desk_is_lead(&office_of(desk->request)->work, &act, &lead, &answer);
	if (desk->leads)
		desk->return_until = values_integer(lead, "return_until");
	return answer != CASE_FAILED || (office_broken(desk->request), false);
}

/* The law that a form names, as the district's dated rows have it; nothing is named when they have none. */
static bool bind_source(struct desk_page *desk, const char *name, const char *key)
{
	struct values *parameters = office_parameters(desk->request), *row = NULL;

	values_put_text(parameters, "key", key);
	values_put_text(parameters, "day",
			calendar_day_text(desk->request->arena, calendar_day_of(desk->request->now, CALENDAR_CHINA)));
	if (sql_row(office_of(desk->request)->sql, &Q_desk_rule_source, parameters, desk->request->arena, &row) == SQL_FAILED)
		return office_broken(desk->request), false;
	page_text(desk->page, name, row ? values_text(row, "source") : "");
	return true;
}

bool case_bind_forms(struct request *request, struct page *page, const struct values *one, struct case_said *said)
{
	struct desk_page desk = { .request = request, .page = page, .one = one, .said = said, .state = values_text(one, "state") };
	const char *done = said || !request->form ? "" : values_text(request->form->values, "done");

	if (!find_lead(&desk))
		return false;
	if (*done) {
		struct page *notice = page_section(page, "notice");
		char section[64];

		snprintf(section, sizeof section, "DONE_%.40s", done);
		page_show(notice, section);
	}
	if (office_may(request, VERB_CASE_MESSAGE) && !is(desk.state, "ARCHIVED"))
		form(&desk, "message", "text");
	if (office_may(request, VERB_CASE_IDENTITY) && values_integer(one, "has_contact"))
		form(&desk, "identity", NULL);
	if (!bind_source(&desk, "secret_source", "reporter.kept_secret") || !bind_source(&desk, "split_source", "letter.split_kinds"))
		return false;
	return bind_triage(&desk) && bind_taking_on(&desk) && bind_dispatch(&desk) && bind_handling(&desk) &&
	       bind_deciding(&desk) && bind_notes(&desk) && bind_templates(&desk);
}
