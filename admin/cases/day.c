/* SPDX-License-Identifier: Apache-2.0 */
/* The officer's day on one page: what is mine, what is due, what waits for me. Each part for who may act on it. */
#include <string.h>

#include "case_rows.h"
#include "cases_list.h"
#include "day.h"
#include "desk.h"
#include "lib/base/calendar.h"

#define SHOWN 8         /* rows of a part; the list has them all */
#define ADMINISTRATORS_NAMED 5

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

static enum outcome bind_part(struct request *request, const struct part *part, const struct values *counts,
			      const struct workdays *calendar, struct page *page)
{
	struct listing listing;
	struct page *section;
	struct rows rows = { 0 };
	int64_t cases = values_integer(counts, part->count);

	if (!office_may(request, part->verb))
		return PAGE;
	listing_read(request, &office_case_list, listing_form(request, &office_case_list, part->query), &listing);
	values_put_integer(listing.parameters, "most", SHOWN);
	if (cases && !sql_list(office_of(request)->sql, &Q_desk_case_first, listing.parameters, request->arena, SHOWN, &rows))
		return office_broken(request);
	section = page_section(page, "parts");
	page_show(section, part->section);
	page_integer(section, "cases", cases);
	page_integer(section, "more", cases > SHOWN ? cases - SHOWN : 0);
	page_text(section, "url", listing_address(&listing, list_of_cases.path, ""));
	page_show(section, rows.count ? "some" : "none");
	case_rows_bind(request, calendar, &rows, section, "rows", false);
	return PAGE;
}

static enum outcome bind_cases(struct request *request, struct page *page)
{
	struct workdays calendar;
	struct values *counts = listing_quick_counts(request, &office_case_list);
	enum outcome outcome = counts && case_calendar(request, &calendar) ? PAGE : BROKEN;

	if (outcome == PAGE && !is_workday(&calendar, calendar_day_of(request->now, CALENDAR_CHINA)))
		page_show(page, "day_off");
	if (outcome == PAGE && !listing_bind_named(request, &office_case_list, counts, NULL, page))
		outcome = BROKEN;
	for (size_t i = 0; outcome == PAGE && i < sizeof parts / sizeof *parts; i++)
		outcome = bind_part(request, &parts[i], counts, &calendar, page);
	for (const struct day_errand *errand = day_errands; outcome == PAGE && errand->word; errand++)
		outcome = day_errand_bind(request, errand, &(struct day_asked){ .most = SHOWN }, page, NULL);
	return outcome;
}

/* Who sees nothing is told why, and whom to ask. */
static enum outcome bind_nothing(struct request *request, struct page *page)
{
	const char *names = "";
	struct rows rows;

	if (!sql_list(office_of(request)->sql, &Q_desk_administrators, NULL, request->arena, ADMINISTRATORS_NAMED, &rows))
		return office_broken(request);
	for (size_t i = 0; i < rows.count; i++)
		names = arena_format(request->arena, "%s%s", names, values_text(&rows.at[i], "piece"));
	page_show(page, "sees_nothing");
	page_text(page, "administrators", names);
	return PAGE;
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
	if (!office_sees(request))
		outcome = bind_nothing(request, page);
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
