/* SPDX-License-Identifier: Apache-2.0 */
/* The officer's day on one page: what is mine, what is due, what waits for me. Each part for who may act on it. */
#include <string.h>

#include "case_lists.h"
#include "case_rows.h"
#include "desk.h"
#include "lib/calendar.h"

#define SHOWN 8         /* rows of a part; the list has them all */
#define REMINDED_DAYS 7 /* what clerk told is shown so long */

/* The parts that are lists of cases: the first rows, and where the others are. */
static const struct part {
	const char *section;
	const char *count; /* column of desk_quick_counts */
	const char *query;
	enum verb verb;
} parts[] = {
	{ "part_pressing", "list_pressing", "due=pressing", VERB_CASE_READ },
	{ "part_waiting", "list_waiting", "waiting=1", VERB_CASE_HANDLE },
	{ "part_new", "list_new", "state=RECEIVED", VERB_CASE_TRIAGE },
	{ "part_returned", "list_returned", "state=RETURNED_BY_DEPT", VERB_CASE_DISPATCH },
	{ "part_review", "list_review", "state=REVIEW", VERB_CASE_DECIDE },
	{ "part_mine", "list_mine", "handler=me", VERB_CASE_MESSAGE },
	{ "part_unread", "list_unread", "unread=1", VERB_CASE_MESSAGE },
};

/* And those that are not, each with its query and the moment its rows show. */
static const struct errand {
	const char *section;
	const char *rows;
	const struct query *query;
	const char *moment; /* column */
	enum verb verb;
} errands[] = {
	{ "part_tasks", "task_rows", &Q_desk_day_tasks, "made_at", VERB_CASE_NOTE },
	{ "part_requests", "request_rows", &Q_desk_day_requests, "asked_at", VERB_CASE_DECIDE },
	{ "part_outcomes", "outcome_rows", &Q_desk_day_outcomes, "changed_at", VERB_OUTCOME_APPROVE },
	{ "part_meetings", "meeting_rows", &Q_desk_day_meetings, "proposed_at", VERB_CASE_DECIDE },
	{ "part_morning", "morning_rows", &Q_desk_day_morning, "made_at", VERB_CASE_READ },
	{ "part_reminders", "reminder_rows", &Q_desk_day_reminders, "at", VERB_CASE_READ },
	{ "part_notices", "notice_rows", &Q_desk_day_notices, "made_at", VERB_CASE_TRIAGE },
};

static enum outcome bind_part(struct request *request, const struct part *part, const struct values *counts,
			      const struct workdays *calendar, struct page *page)
{
	struct case_filters filters;
	struct page *section;
	struct rows rows = { 0 };
	int64_t cases = values_integer(counts, part->count);

	if (!office_may(request, part->verb))
		return PAGE;
	case_filters_read(request, case_filters_from(request, part->query), &filters);
	if (cases && !case_filters_list(request, &filters, SHOWN, &rows))
		return BROKEN;
	section = page_section(page, "parts");
	page_show(section, part->section);
	page_integer(section, "cases", cases);
	page_integer(section, "more", cases > SHOWN ? cases - SHOWN : 0);
	page_text(section, "url", case_filters_link(&filters, "/cases", "", "", request->arena));
	page_show(section, rows.count ? "some" : "none");
	case_rows_bind(request, calendar, &rows, section, "rows", false);
	return PAGE;
}

static struct values *errand_parameters(struct request *request)
{
	struct values *parameters = office_parameters(request);
	int64_t today = calendar_day_of(request->now, CALENDAR_CHINA);

	values_put_text(parameters, "account", office_name(request));
	values_put_text(parameters, "department", values_text(office_of(request)->session, "department"));
	values_put_integer(parameters, "is_desk", office_may(request, VERB_CASE_TRIAGE));
	values_put_text(parameters, "today", calendar_day_text(request->arena, today));
	values_put_integer(parameters, "since", calendar_day_start(today - REMINDED_DAYS, CALENDAR_CHINA));
	values_put_integer(parameters, "most", 50);
	return parameters;
}

/* What clerk told is of a few kinds, each with words of its own. */
static void show_kind(const struct values *one, struct page *row)
{
	static const char *const kinds[][2] = { { "NEAR", "what_near" },       { "OVER", "what_over" },
						{ "STUCK", "what_stuck" },     { "MESSAGE", "what_message" },
						{ "EMERGENCY", "what_emergency" }, { "DUE", "what_due" },
						{ "WAITING", "what_waiting" },     { "DAILY", "what_daily" },
						{ "EXTENSION", "what_extension" },
						{ "SUSPENSION", "what_suspension" } };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(values_text(one, "what"), kinds[i][0]) == 0)
			page_show(row, kinds[i][1]);
}

static enum outcome bind_errand(struct request *request, const struct errand *errand, struct page *page)
{
	struct page *section;
	struct rows rows;

	if (!office_may(request, errand->verb))
		return PAGE;
	if (!sql_list(office_of(request)->sql, errand->query, errand_parameters(request), request->arena, 50, &rows))
		return office_broken(request);
	section = page_section(page, errand->section);
	page_integer(section, "errands", (int64_t)rows.count);
	page_show(section, rows.count ? "some" : "none");
	for (size_t i = 0; i < rows.count; i++) {
		struct page *row = page_section(section, errand->rows);

		page_values(row, &rows.at[i]);
		page_text(row, "moment",
			  calendar_moment_text(request->arena, values_integer(&rows.at[i], errand->moment), CALENDAR_CHINA));
		show_kind(&rows.at[i], row);
		if (values_say(&rows.at[i], "channel"))
			page_show(row, strcmp(values_text(&rows.at[i], "channel"), "MAIL") == 0 ? "by_mail" : "by_webhook");
	}
	return PAGE;
}

static enum outcome bind_cases(struct request *request, struct page *page)
{
	struct workdays calendar;
	struct values *counts = case_lists_count(request);
	enum outcome outcome = counts && case_calendar(request, &calendar) ? PAGE : BROKEN;

	if (outcome == PAGE && !is_workday(&calendar, calendar_day_of(request->now, CALENDAR_CHINA)))
		page_show(page, "day_off");
	if (outcome == PAGE)
		outcome = case_lists_bind(request, counts, NULL, page);
	for (size_t i = 0; outcome == PAGE && i < sizeof parts / sizeof *parts; i++)
		outcome = bind_part(request, &parts[i], counts, &calendar, page);
	for (size_t i = 0; outcome == PAGE && i < sizeof errands / sizeof *errands; i++)
		outcome = bind_errand(request, &errands[i], page);
	return outcome;
}

enum outcome day_show(struct request *request)
{
	static const char *const weekdays[] = { "", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
	struct page *page = page_begin(request, "admin/day.tpl");
	int64_t today = calendar_day_of(request->now, CALENDAR_CHINA);
	enum outcome outcome = PAGE;

	page_text(page, "today", calendar_day_text(request->arena, today));
	page_show(page, weekdays[calendar_weekday(today)]);
	page_text(page, "full_name", office_full_name(request));
	if (office_may(request, VERB_CASE_READ)) {
		page_show(page, "works_on_cases");
		outcome = bind_cases(request, page);
	}
	if (office_may(request, VERB_AUDIT_READ))
		page_show(page, "audits");
	if (office_may(request, VERB_ACCOUNT_MANAGE))
		page_show(page, "manages_accounts");
	if (outcome == PAGE)
		return page_end(request, page);
	page_free(page);
	return outcome;
}
