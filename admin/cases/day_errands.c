/* SPDX-License-Identifier: Apache-2.0 */
/* Parts of the officer's day that are no lists of cases, and each as a whole under /day/WORD. */
#include <string.h>

#include "day.h"
#include "desk.h"
#include "domain/core/by_word.h"
#include "lib/base/calendar.h"

#define REMINDED_DAYS 7 /* what clerk told is shown so long */
#define PAGE_ROWS 50

const struct day_errand day_errands[] = {
	{ "tasks", "task_rows", &Q_desk_day_tasks, "made_at", VERB_CASE_NOTE },
	{ "requests", "request_rows", &Q_desk_day_requests, "asked_at", VERB_CASE_DECIDE },
	{ "outcomes", "outcome_rows", &Q_desk_day_outcomes, "changed_at", VERB_OUTCOME_APPROVE },
	{ "outcomes", "outcome_rows", &Q_desk_day_outcomes, "changed_at", VERB_OUTCOME_STAND_IN },
	{ "meetings", "meeting_rows", &Q_desk_day_meetings, "proposed_at", VERB_CASE_DECIDE },
	{ "morning", "morning_rows", &Q_desk_day_morning, "made_at", VERB_CASE_READ },
	{ "reminders", "reminder_rows", &Q_desk_day_reminders, "at", VERB_CASE_READ },
	{ "notices", "notice_rows", &Q_desk_day_notices, "made_at", VERB_CASE_TRIAGE },
	{ 0 },
};

static struct values *parameters_of(struct request *request, const struct day_asked *asked)
{
	static const struct sought nothing = { .typed = "", .codes = "", .beside = "" };
	struct values *parameters = office_parameters(request);
	int64_t today = calendar_day_of(request->now, CALENDAR_CHINA);

	values_put_text(parameters, "account", office_name(request));
	values_put_text(parameters, "department", values_text(office_of(request)->session, "department"));
	values_put_integer(parameters, "is_desk", office_may(request, VERB_CASE_TRIAGE));
	values_put_integer(parameters, "stands_in", !office_may(request, VERB_OUTCOME_APPROVE));
	values_put_text(parameters, "today", calendar_day_text(request->arena, today));
	values_put_integer(parameters, "since", calendar_day_start(today - REMINDED_DAYS, CALENDAR_CHINA));
	values_put_integer(parameters, "most", asked->most);
	values_put_integer(parameters, "skip", asked->skip);
	sought_put(request, asked->sought ? asked->sought : &nothing, asked->guessing, parameters);
	return parameters;
}

/* What clerk told is of a few kinds, each with words of its own. */
static void show_kind(const struct values *one, struct page *row)
{
	static const char *const kinds[][2] = { { "NEAR", "what_near" },       { "OVER", "what_over" },
						{ "STUCK", "what_stuck" },     { "MESSAGE", "what_message" },
						{ "SAID_AFTER", "what_said_after" },
						{ "EMERGENCY", "what_emergency" }, { "DUE", "what_due" },
						{ "WAITING", "what_waiting" },     { "DAILY", "what_daily" },
						{ "EXTENSION", "what_extension" },
						{ "SUSPENSION", "what_suspension" } };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(values_text(one, "what"), kinds[i][0]) == 0)
			page_show(row, kinds[i][1]);
}

/* A row of any procedure leads to its file. */
static void bind_file(struct request *request, const struct values *one, struct page *row)
{
	const char *word = values_text(one, "procedure");
	const struct flow *flow = *word ? procedure_by_word(word) : NULL;

	if (flow)
		page_text(row, "file_url", arena_format(request->arena, "%s%s", flow->desk, values_text(one, "number")));
}

enum outcome day_errand_bind(struct request *request, const struct day_errand *errand, const struct day_asked *asked, struct page *page,
			     int64_t *total)
{
	struct page *section;
	struct rows rows;
	int64_t all;

	if (!office_may(request, errand->verb))
		return PAGE;
	if (!sql_list(office_of(request)->sql, errand->query, parameters_of(request, asked), request->arena, (size_t)asked->most, &rows))
		return office_broken(request);
	all = rows.count ? values_integer(&rows.at[0], "found") : 0;
	section = page_section(page, arena_format(request->arena, "part_%s", errand->word));
	page_integer(section, "errands", all);
	page_integer(section, "more", total ? 0 : all - (int64_t)rows.count);
	page_text(section, "url", arena_format(request->arena, "/day/%s", errand->word));
	page_show(section, rows.count ? "some" : "none");
	for (size_t i = 0; i < rows.count; i++) {
		struct page *row = page_section(section, errand->rows);

		page_values(row, &rows.at[i]);
		page_text(row, "moment",
			  calendar_moment_text(request->arena, values_integer(&rows.at[i], errand->moment), CALENDAR_CHINA));
		show_kind(&rows.at[i], row);
		bind_file(request, &rows.at[i], row);
		if (values_say(&rows.at[i], "channel"))
			page_show(row, strcmp(values_text(&rows.at[i], "channel"), "MAIL") == 0 ? "by_mail" : "by_webhook");
	}
	if (total)
		*total = all;
	return PAGE;
}

static const struct field list_fields[] = {
	{ "q", FIELD_TEXT, OPTIONAL, 1, 60, NULL },
	{ "page", FIELD_INTEGER, OPTIONAL, 1, 1e6, NULL },
	{ 0 },
};
const struct form day_list_form = { list_fields };

static const char *address(struct request *request, const struct day_errand *errand, int64_t number)
{
	const char *words = values_text(request->form->values, "q");

	return arena_format(request->arena, "/day/%s?page=%d%s%s", errand->word, (int)number, *words ? "&q=" : "",
			    request_escaped(words, request->arena));
}

static void bind_pager(struct request *request, const struct day_errand *errand, int64_t number, int64_t total, struct page *page)
{
	int64_t pages = (total + PAGE_ROWS - 1) / PAGE_ROWS;
	struct page *pager;

	if (pages < 2)
		return;
	pager = page_section(page, "pager");
	page_integer(pager, "page_number", number);
	page_integer(pager, "pages", pages);
	page_text(pager, "previous_url", number > 1 ? address(request, errand, number - 1) : "");
	page_text(pager, "next_url", number < pages ? address(request, errand, number + 1) : "");
}

/* The part by its word, for who asks: NULL, *outcome says why. */
static const struct day_errand *errand_of(struct request *request, const char *word, enum outcome *outcome)
{
	*outcome = MISSING;
	for (const struct day_errand *errand = day_errands; errand->word; errand++) {
		if (strcmp(errand->word, word) != 0)
			continue;
		if (office_may(request, errand->verb))
			return errand;
		*outcome = DENIED;
	}
	return NULL;
}

/* How many there are in a part; false: they cannot be counted. */
static bool count_errands(struct request *request, const struct day_errand *errand, const struct day_asked *asked, int64_t *total)
{
	const struct day_asked first = { .most = 1, .sought = asked->sought, .guessing = asked->guessing };
	struct rows rows;

	if (!sql_list(office_of(request)->sql, errand->query, parameters_of(request, &first), request->arena, 1, &rows))
		return false;
	*total = rows.count ? values_integer(&rows.at[0], "found") : 0;
	return true;
}

/* What was typed, read; facilities that are only guessed count when nothing has the words as they were typed. */
static void read_sought(struct request *request, const struct day_errand *errand, struct sought *sought, struct day_asked *asked)
{
	int64_t total;

	sought_read(request, values_text(request->form->values, "q"), sought);
	asked->sought = sought;
	asked->guessing = sought->guessed && count_errands(request, errand, asked, &total) && !total;
}

/* A whole part of the day. */
enum outcome day_list(struct request *request)
{
	int64_t number = values_integer(request->form->values, "page"), total = 0;
	struct day_asked asked = { .most = PAGE_ROWS };
	struct sought sought;
	enum outcome outcome;
	const struct day_errand *errand = errand_of(request, values_text(request->parts, "part"), &outcome);
	struct page *page;

	if (!errand)
		return outcome;
	number = number ? number : 1;
	asked.skip = (number - 1) * PAGE_ROWS;
	read_sought(request, errand, &sought, &asked);
	page = page_begin(request, "admin/day-list.tpl");
	outcome = day_errand_bind(request, errand, &asked, page, &total);
	page_text(page, "q", values_text(request->form->typed, "q"));
	sought_bind(request, &sought, asked.guessing, "/cases", page);
	page_text(page, "part_url", arena_format(request->arena, "/day/%s", errand->word));
	page_show(page, arena_format(request->arena, "LIST_%s", errand->word));
	if (!total)
		page_show(page, number > 1 ? "no_such_page" : "nothing");
	bind_pager(request, errand, number, total, page);
	if (outcome == PAGE)
		return page_end(request, page);
	page_free(page);
	return outcome;
}
