/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of a case, bound to a page. */
#include <stdio.h>
#include <string.h>

#include "case.h"
#include "cases.h"
#include "desk.h"
#include "lib/base/calendar.h"

#define MOST_ROWS 2000
/* What may grow without end is shown so many rows at a time, on paper more. */
#define SHOWN 100
#define SHOWN_ON_PAPER 1000

bool case_list(struct request *request, const struct query *query, const struct values *parameters, struct rows *rows)
{
	if (sql_list(office_of(request)->sql, query, parameters, request->arena, MOST_ROWS, rows))
		return true;
	office_broken(request);
	return false;
}

/* Moments of a row as people read them. */
static void say_moments(struct request *request, struct values *row, const char *names)
{
	while (*names) {
		size_t size = strcspn(names, " ");
		const char *name = arena_text(request->arena, names, size);

		if (values_integer(row, name))
			values_put_text(row, name, calendar_moment_text(request->arena, values_integer(row, name), CALENDAR_CHINA));
		names += size + (names[size] == ' ');
	}
}

static void show_code(struct page *page, const char *prefix, const char *code)
{
	char section[64];

	snprintf(section, sizeof section, "%s_%.40s", prefix, code);
	page_show(page, section);
}

void case_newest_last(struct rows *rows)
{
	for (size_t i = 0, j = rows->count; i + 1 < j; i++) {
		struct values kept = rows->at[i];

		rows->at[i] = rows->at[--j];
		rows->at[j] = kept;
	}
}

/* Where a page of older rows begins: ?messages=120 shows those before number 120. 0: the newest. */
static int64_t asked_before(const struct request *request, const char *section)
{
	return request->form && request->form->form == &case_show_form ? values_integer(request->form->values, section) : 0;
}

/*
 * So many rows of a list of the case that a query gives, the first of its order. When there are more, SECTION_MORE shows, with the position
 * of the last that is shown as SECTION_BEFORE; when newer ones are left out, SECTION_LATER.
 */
static bool read_list(struct request *request, struct page *page, const struct query *query, const char *section,
		      const struct values *one, struct rows *rows)
{
	struct values *parameters = office_parameters(request);
	int64_t before = asked_before(request, section), most = request->form ? SHOWN : SHOWN_ON_PAPER;

	values_put_text(parameters, "number", values_text(one, "number"));
	values_put_text(parameters, "receipt_lookup", values_text(one, "receipt_lookup"));
	values_put_text(parameters, "facility_code", values_text(one, "facility_code"));
	values_put_integer(parameters, "before", before ? before : INT64_MAX);
	values_put_integer(parameters, "most", most + 1);
	if (!case_list(request, query, parameters, rows))
		return false;
	if (before)
		page_show(page, arena_format(request->arena, "%s_later", section));
	if ((int64_t)rows->count > most) {
		rows->count = (size_t)most;
		page_show(page, arena_format(request->arena, "%s_more", section));
		page_integer(page, arena_format(request->arena, "%s_before", section),
			     values_integer(&rows->at[most - 1], "position"));
	}
	return true;
}

/* Rows of a list under the name of a section, after their moments were put in words. */
static bool bind_list(struct request *request, struct page *page, const struct query *query, const char *section,
		      const struct values *one, const char *moments)
{
	struct rows rows;

	if (!read_list(request, page, query, section, one, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		say_moments(request, &rows.at[i], moments);
	page_rows(page, section, &rows);
	page_integer(page, arena_format(request->arena, "%s_count", section), (int64_t)rows.count);
	return true;
}

/* The same, of a query that gives the newest first, in the order of time. */
static bool bind_history(struct request *request, struct page *page, const struct query *query, const char *section,
			 const struct values *one, const char *moments)
{
	struct rows rows;

	if (!read_list(request, page, query, section, one, &rows))
		return false;
	case_newest_last(&rows);
	for (size_t i = 0; i < rows.count; i++)
		say_moments(request, &rows.at[i], moments);
	page_rows(page, section, &rows);
	page_integer(page, arena_format(request->arena, "%s_count", section), (int64_t)rows.count);
	return true;
}

static bool bind_messages(struct request *request, struct page *page, const struct values *one)
{
	struct rows rows;
	bool unread = false;

	if (!read_list(request, page, &Q_desk_case_messages, "messages", one, &rows))
		return false;
	case_newest_last(&rows);
	for (size_t i = 0; i < rows.count; i++) {
		bool from_reporter = strcmp(values_text(&rows.at[i], "sender"), "reporter") == 0;

		/* Answered is read. */
		unread = from_reporter && values_integer(&rows.at[i], "position") > values_integer(one, "messages_seen");
		values_put_integer(&rows.at[i], "from_reporter", from_reporter);
		say_moments(request, &rows.at[i], "at");
	}
	page_rows(page, "messages", &rows);
	page_integer(page, "messages_count", (int64_t)rows.count);
	page_integer(page, "unread", unread && !asked_before(request, "messages") && office_may(request, VERB_CASE_NOTE));
	return true;
}

static bool bind_files(struct request *request, struct page *page, const struct values *one)
{
	struct rows rows;

	if (!read_list(request, page, &Q_desk_case_files, "files", one, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct page *row = page_section(page, "files");

		values_put_integer(&rows.at[i], "kilobytes", (values_integer(&rows.at[i], "size") + 1023) / 1024);
		values_put_integer(&rows.at[i], "has_preview", strcmp(values_text(&rows.at[i], "preview_state"), "MADE") == 0);
		say_moments(request, &rows.at[i], "received_at");
		page_values(row, &rows.at[i]);
		show_code(row, "PREVIEW", values_text(&rows.at[i], "preview_state"));
	}
	page_integer(page, "files_count", (int64_t)rows.count);
	return true;
}

static bool bind_notes(struct request *request, struct page *page, const struct values *one)
{
	struct rows rows;

	if (!read_list(request, page, &Q_desk_case_notes, "notes", one, &rows))
		return false;
	case_newest_last(&rows);
	for (size_t i = 0; i < rows.count; i++) {
		struct values *row = &rows.at[i];
		bool own = strcmp(values_text(row, "account"), office_name(request)) == 0;

		values_put_integer(row, "may_undo",
				   own && office_may(request, VERB_CASE_NOTE) &&
					   values_integer(row, "at") >= request->now - CASE_NOTE_UNDO_SECONDS);
		say_moments(request, row, "at");
	}
	page_rows(page, "notes", &rows);
	page_integer(page, "notes_count", (int64_t)rows.count);
	return true;
}

/* How long is left of a limit at a moment, by workdays; over it, how long since. */
static void bind_time_left(struct request *request, struct page *page, int64_t until, int64_t moment)
{
	struct casework *work = &office_of(request)->work;

	if (moment > until) {
		page_show(page, "over");
		page_integer(page, "days_over", case_workdays(work, until, moment));
	} else {
		int left = case_workdays(work, moment, until);

		page_integer(page, "days_left", left);
		if (left == 0)
			page_show(page, "today");
	}
}

static void bind_deadline(struct request *request, struct page *page, const struct values *row, int64_t moment)
{
	bool met = values_integer(row, "met_at") != 0;

	page_text(page, "day", values_text(row, "day"));
	page_text(page, "source", values_text(row, "source"));
	page_integer(page, "provisional", values_integer(row, "provisional"));
	page_integer(page, "projected", values_integer(row, "projected"));
	page_text(page, "met_at", met ? calendar_moment_text(request->arena, values_integer(row, "met_at"), CALENDAR_CHINA) : "");
	page_integer(page, "met_late", met && values_integer(row, "met_at") > values_integer(row, "until"));
	show_code(page, "STEP", values_text(row, "step"));
	if (!met)
		bind_time_left(request, page, values_integer(row, "until"), moment);
}

static bool stands_still(const struct values *one)
{
	return strcmp(values_text(one, "state"), "SUSPENDED") == 0;
}

/* What is to be done next: while the clock stands still only what was over before. */
static bool presses(const struct values *row)
{
	return values_null(row, "met_at") && !values_integer(row, "projected") &&
	       (values_null(row, "suspended_at") || values_integer(row, "until") < values_integer(row, "suspended_at"));
}

static bool bind_deadlines(struct request *request, struct page *page, const struct values *one)
{
	int64_t moment = stands_still(one) ? values_integer(one, "suspended_at") : request->now;
	struct rows rows;
	bool next = false;

	if (!case_deadline_list(&office_of(request)->work, values_text(one, "number"), &rows))
		return office_broken(request), false;
	for (size_t i = 0; i < rows.count; i++) {
		/* What an extension would give counts only once it is granted, and then the reply is due on that day anyway. */
		if (values_integer(&rows.at[i], "bound"))
			continue;
		bind_deadline(request, page_section(page, "deadlines"), &rows.at[i], moment);
		if (!next && presses(&rows.at[i])) {
			bind_deadline(request, page_section(page, "due"), &rows.at[i], moment);
			next = true;
		}
	}
	return true;
}

/*
 * The form under one of the requests; what was typed comes back under the one it was typed for. What cannot be granted any more can still be
 * refused. False: BROKEN.
 */
static bool bind_decide(struct request *request, struct page *item, const struct values *one, const struct values *row,
			struct case_said *said)
{
	struct office *office = office_of(request);
	struct page *form = page_section(item, "DO_decide");
	enum case_answer answer;
	bool same = said && strcmp(said->action, "decide") == 0 &&
		    values_integer(request->form->values, "position") == values_integer(row, "position");

	if (!case_show_again(request, form, one, same ? said : NULL, "decide")) {
		page_text(form, "note", "");
		page_text(form, "decision_note", "");
	}
	answer = case_may_grant(&office->work, values_text(one, "number"), values_text(row, "what"));
	if (answer == CASE_DONE)
		page_show(form, "may_grant");
	else
		page_show(page_section(form, "may_not_grant"), arena_format(request->arena, "CAUSE_%s", office->work.why));
	return answer != CASE_FAILED || (office_broken(request), false);
}

static bool bind_requests(struct request *request, struct page *page, const struct values *one, struct case_said *said)
{
	struct rows rows;
	bool fine = true;

	if (!read_list(request, page, &Q_desk_case_requests, "requests", one, &rows))
		return false;
	case_newest_last(&rows);
	for (size_t i = 0; i < rows.count; i++) {
		struct values *row = &rows.at[i];
		struct page *item;
		bool open = values_null(row, "decided_at") && values_null(row, "ended_at"), own = strcmp(values_text(row, "asked_by"), office_name(request)) == 0;

		values_put_integer(row, "is_extension", strcmp(values_text(row, "what"), "EXTENSION") == 0);
		values_put_integer(row, "open", open);
		say_moments(request, row, "asked_at decided_at ended_at");
		item = page_section(page, "requests");
		page_values(item, row);
		if (open && !own && office_may(request, VERB_CASE_DECIDE))
			fine = fine && bind_decide(request, item, one, row, said);
	}
	page_integer(page, "requests_count", (int64_t)rows.count);
	return fine;
}

/* Who leads now, and the rounds before. */
static bool bind_rounds(struct request *request, struct page *page, const struct values *one)
{
	struct rows rows;

	if (!read_list(request, page, &Q_desk_case_rounds, "rounds", one, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct values *row = &rows.at[i];

		values_put_integer(row, "leads", strcmp(values_text(row, "part"), "LEAD") == 0);
		values_put_integer(row, "newest", values_integer(row, "round") == values_integer(&rows.at[0], "round"));
		say_moments(request, row, "dispatched_at return_until taken_at returned_at");
	}
	page_text(page, "lead_name", rows.count ? values_text(&rows.at[0], "department_name") : "");
	page_rows(page, "rounds", &rows);
	page_integer(page, "rounds_count", (int64_t)rows.count);
	return true;
}

static void bind_meeting_decide(struct request *request, struct page *meeting, const struct values *one,
				const struct values *item, struct case_said *said)
{
	bool proposed = strcmp(values_text(item, "meeting_state"), "PROPOSED") == 0;
	struct page *form;

	if (!proposed && strcmp(values_text(item, "meeting_state"), "ACCEPTED") != 0)
		return;
	form = page_section(meeting, proposed ? "DO_meeting_decide" : "DO_meeting_settle");
	if (!case_show_again(request, form, one, said, "meeting_decide"))
		page_text(form, "resolution", "");
}

static bool bind_meeting(struct request *request, struct page *page, const struct values *one, struct case_said *said)
{
	struct values *parameters = values_new(request->arena), *item = NULL;

	values_put_text(parameters, "number", values_text(one, "number"));
	switch (sql_row(office_of(request)->sql, &Q_desk_case_meeting, parameters, request->arena, &item)) {
	case SQL_FOUND: {
		struct page *meeting = page_section(page, "meeting");

		if (office_may(request, VERB_CASE_DECIDE) && !flow_ended(&case_flow, values_text(one, "state")))
			bind_meeting_decide(request, meeting, one, item, said);
		show_code(meeting, "MEETING", values_text(item, "meeting_state"));
		say_moments(request, item, "proposed_at decided_at");
		page_values(meeting, item);
		return true;
	}
	case SQL_NONE:
		return true;
	case SQL_FAILED:
		break;
	}
	office_broken(request);
	return false;
}

static bool bind_tasks(struct request *request, struct page *page, const struct values *one)
{
	struct rows rows;

	if (!read_list(request, page, &Q_desk_case_tasks, "tasks", one, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		values_put_integer(&rows.at[i], "may_do", office_may(request, VERB_CASE_NOTE));
		say_moments(request, &rows.at[i], "made_at done_at");
	}
	page_rows(page, "tasks", &rows);
	page_integer(page, "tasks_count", (int64_t)rows.count);
	return true;
}

/* Counted anew each time: cheap, and always of now. */
static bool bind_duplicates(struct request *request, struct page *page, const struct values *one)
{
	struct rows found;

	if (!office_may(request, VERB_CASE_TRIAGE))
		return true;
	if (!case_duplicates(&office_of(request)->work, values_text(one, "number"), &found)) {
		office_broken(request);
		return false;
	}
	for (size_t i = 0; i < found.count; i++) {
		struct values *row = &found.at[i];

		values_put_integer(row, "percent", (int64_t)(values_real(row, "share") * 100 + 0.5));
		values_put_integer(row, "fits", strcmp(values_text(row, "kind"), values_text(one, "kind")) == 0);
		say_moments(request, row, "received_at");
	}
	page_rows(page, "duplicates", &found);
	page_integer(page, "duplicates_count", (int64_t)found.count);
	return true;
}

static void bind_head(struct request *request, struct page *page, const struct values *one)
{
	struct values *shown = values_copy(one, request->arena);

	say_moments(request, shown, "received_at accepted_at decided_at suspended_at closed_at erased_at held_at");
	page_values(page, shown);
	show_code(page, "STATE", values_text(one, "state"));
	page_integer(page, "state_is_received", strcmp(values_text(one, "state"), "RECEIVED") == 0);
	show_code(page, "GOING_ON", values_text(one, "going_on"));
	page_integer(page, "is_urgent", strcmp(values_text(one, "urgency"), "URGENT") == 0);
	page_integer(page, "is_emergency", strcmp(values_text(one, "kind"), "EMERGENCY") == 0);
	if (*values_text(one, "outcome"))
		show_code(page, "OUTCOME", values_text(one, "outcome"));
}

static bool bind_attachments(struct request *request, struct page *page, const struct values *one, struct case_said *said)
{
	struct attached_to to = case_attached_to(request, one);
	const char *tried = said && attachments_know(said->action) ? said->action : NULL;

	if (tried)
		said->stands = true;
	return attachments_bind(request, page, &to, tried);
}

bool case_bind_facts(struct request *request, struct page *page, const struct values *one, struct case_said *said)
{
	bind_head(request, page, one);
	return bind_deadlines(request, page, one) && bind_files(request, page, one) && bind_attachments(request, page, one, said) && bind_messages(request, page, one) &&
	       bind_notes(request, page, one) && bind_requests(request, page, one, said) && bind_rounds(request, page, one) &&
	       bind_meeting(request, page, one, said) && bind_duplicates(request, page, one) &&
	       bind_history(request, page, &Q_desk_case_steps, "steps", one, "at") && bind_tasks(request, page, one) &&
	       bind_list(request, page, &Q_desk_case_findings, "findings", one, "made_at") &&
	       bind_list(request, page, &Q_desk_case_outcomes, "disclosures", one, "changed_at") &&
	       bind_history(request, page, &Q_desk_case_ratings, "ratings", one, "at") &&
	       bind_list(request, page, &Q_desk_case_relatives, "relatives", one, "received_at") &&
	       bind_list(request, page, &Q_desk_case_history, "history", one, "received_at");
}
