/* SPDX-License-Identifier: Apache-2.0 */
/* /numbers: figures of cases as pictures, with the table of each. */
#include "numbers.h"

#include <string.h>

#include "lib/base/calendar.h"
#include "lib/paper/chart.h"

#define AGE_LABELS 150
#define GROUP_LABELS 236

/* With the sum it comes from. */
static void bind_share(struct page *page, const char *name, struct figure_share share)
{
	struct page *section = page_section(page, name), *said;

	if (!share.whole) {
		page_show(section, "nothing_to_divide");
		return;
	}
	said = page_section(section, "share");
	page_real(said, "percent", (double)share.part / (double)share.whole * 100, 1);
	page_integer(said, "part_count", share.part);
	page_integer(said, "whole_count", share.whole);
}

static void bind_days(struct page *page, const char *name, int64_t days, int64_t received)
{
	if (days >= 0)
		page_integer(page_section(page, name), "days", days);
	else
		page_show(page, received ? "not_reached" : "nothing_to_divide");
}

/* Each share and each number of days is a section of its own: none shows where another has something to say. */
static void bind_figures(struct page *page, const struct figures *figures)
{
	page_integer(page, "received", figures->received);
	page_integer(page, "answered", figures->answered);
	page_integer(page, "on_time", figures->on_time);
	page_integer(page, "late", figures->late);
	page_integer(page, "overdue", figures->overdue);
	page_integer(page, "not_due", figures->not_due);
	page_integer(page, "withdrawn", figures->withdrawn);
	page_integer(page, "no_limit", figures->no_limit);
	page_integer(page, "reopened", figures->reopened);
	page_integer(page, "waiting", figures->waiting);
	page_integer(page, "waiting_overdue", figures->waiting_overdue);
	page_integer(page, "turned_away", figures->turned_away);
	bind_share(page, "on_time_share", figures_on_time(figures));
	bind_share(page, "reopened_share", figures_reopened(figures));
	bind_share(page, "true_share", figures_true(figures));
	bind_days(page_section(page, "quarter"), "reached", figures->days.quarter, figures->received);
	bind_days(page_section(page, "median"), "reached", figures->days.median, figures->received);
	bind_days(page_section(page, "three_quarters"), "reached", figures->days.three_quarters, figures->received);
}

static void bind_age(struct page *row, int age)
{
	page_integer(row, "age_from", age ? figure_ages_to[age - 1] + (age < FIGURE_AGES - 1) : 0);
	if (age < FIGURE_AGES - 1)
		page_integer(page_section(row, "age_ends"), "age_to", figure_ages_to[age]);
	else
		page_show(row, "age_open");
}

static void bind_ages(struct request *request, const struct figures *figures, struct page *page)
{
	struct chart_bar bars[FIGURE_AGES];
	struct rows drawn, parts;
	struct page *picture = page_section(page, "ages");

	for (int i = 0; i < FIGURE_AGES; i++)
		bars[i] = (struct chart_bar){ "", { figures->ages[i] - figures->ages_overdue[i], figures->ages_overdue[i] } };
	page_integer(picture, "height", chart_bars(bars, FIGURE_AGES, AGE_LABELS, request->arena, &drawn, &parts));
	page_integer(picture, "waiting", figures->waiting);
	page_integer(picture, "waiting_overdue", figures->waiting_overdue);
	for (int i = 0; i < FIGURE_AGES; i++) {
		struct page *bar = page_section(picture, "bars"), *row = page_section(picture, "rows");

		page_values(bar, &drawn.at[i]);
		bind_age(bar, i);
		bind_age(row, i);
		page_integer(row, "age_waiting", figures->ages[i]);
		page_integer(row, "age_overdue", figures->ages_overdue[i]);
	}
	page_rows(picture, "parts", &parts);
}

static void bind_groups(struct request *request, const struct numbers *numbers, struct page *page)
{
	struct chart_bar *bars = arena_take(request->arena, (numbers->group_count + 1) * sizeof *bars);
	struct page *picture = page_section(page, "groups");
	struct rows drawn, parts;

	for (size_t i = 0; i < numbers->group_count; i++) {
		const struct figures *figures = &numbers->groups[i].figures;

		bars[i] = (struct chart_bar){ numbers->groups[i].name,
					      { figures->on_time, figures->late, figures->overdue, figures->not_due,
						figures->withdrawn + figures->no_limit + figures->turned_away } };
	}
	page_integer(picture, "height", chart_bars(bars, numbers->group_count, GROUP_LABELS, request->arena, &drawn, &parts));
	page_rows(picture, "bars", &drawn);
	page_rows(picture, "parts", &parts);
	for (size_t i = 0; i < numbers->group_count; i++) {
		struct page *row = page_section(picture, "rows");

		page_text(row, "group_name", numbers->groups[i].name);
		bind_figures(row, &numbers->groups[i].figures);
	}
}

/* Rows of a drawing of lines: which line it is, is said by a section, since each has its own mark and word. */
static void bind_lines(struct page *picture, const char *section, const struct rows *rows)
{
	static const char *const which[] = { "line_received", "line_answered", "line_waiting" };

	for (size_t i = 0; i < rows->count; i++) {
		struct page *row = page_section(picture, section);

		page_values(row, &rows->at[i]);
		page_show(row, which[values_integer(&rows->at[i], "line") - 1]);
	}
}

static const char *month_text(struct request *request, int64_t day)
{
	return arena_text(request->arena, calendar_day_text(request->arena, day), 7);
}

static void bind_months(struct request *request, const struct numbers *numbers, struct page *page)
{
	int64_t *values = arena_take(request->arena, (3 * numbers->month_count + 1) * sizeof *values);
	size_t count = numbers->month_count;
	struct chart_line lines[3] = { { values, count }, { values + count, count }, { values + 2 * count, count } };
	struct page *picture = page_section(page, "months");
	struct chart_lines drawing;

	for (size_t i = 0; i < count; i++) {
		const struct figure_month *month = &numbers->months[i];
		struct page *row = page_section(picture, "rows");

		values[i] = month->received;
		values[count + i] = month->answered;
		values[2 * count + i] = month->waiting;
		page_text(row, "month", month_text(request, month->first_day));
		page_integer(row, "month_received", month->received);
		page_integer(row, "month_answered", month->answered);
		page_integer(row, "month_waiting", month->waiting);
	}
	drawing = chart_lines(lines, 3, request->arena);
	page_integer(picture, "height", drawing.height);
	page_rows(picture, "ticks", &drawing.ticks);
	bind_lines(picture, "lines", &drawing.lines);
	bind_lines(picture, "dots", &drawing.dots);
	for (size_t i = 0; i < drawing.places.count; i++)
		if (values_say(&drawing.places.at[i], "show")) {
			struct page *place = page_section(picture, "places");

			page_integer(place, "x", values_integer(&drawing.places.at[i], "x"));
			page_text(place, "month", month_text(request, numbers->months[i].first_day));
		}
}

static const char *address(struct request *request, const char *path, int64_t from, const char *to, const char *by)
{
	return arena_format(request->arena, "%s?from=%s&to=%s&by=%s", path, calendar_day_text(request->arena, from), to, by);
}

/* The last month, this year, the last twelve months, by the same word. */
static void bind_ways(struct request *request, const struct numbers *numbers, struct page *page)
{
	int64_t today = calendar_day_of(request->now, CALENDAR_CHINA), from;
	const char *day = calendar_day_text(request->arena, today);
	struct date date = calendar_date(today);

	page_text(page, "month_url", address(request, "/numbers", today - 29, day, numbers->by));
	page_text(page, "year_url", address(request, "/numbers", calendar_day((struct date){ date.year, 1, 1 }), day, numbers->by));
	page_text(page, "months_url", address(request, "/numbers", today - 364, day, numbers->by));
	if (calendar_day_from_text(numbers->from, &from))
		page_text(page, "xlsx_url", address(request, "/numbers.xlsx", from, numbers->to, numbers->by));
}

static void bind_grouping(const struct numbers *numbers, struct page *page)
{
	static const char *const sections[][2] = {
		{ "department", "by_department" }, { "street", "by_street" }, { "kind", "by_kind" }, { "matter", "by_matter" }
	};

	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		if (strcmp(sections[i][0], numbers->by) == 0)
			page_show(page, sections[i][1]);
}

enum outcome numbers_show(struct request *request)
{
	struct page *page = page_begin(request, "admin/numbers.tpl");
	struct numbers numbers;
	enum outcome outcome = numbers_read(request, &numbers);

	if (outcome != PAGE) {
		page_free(page);
		return outcome;
	}
	form_show(request->form, page);
	if (request->form->fine) {
		page_text(page, "from", numbers.from);
		page_text(page, "to", numbers.to);
	}
	bind_grouping(&numbers, page);
	page_text(page, "counted_at", calendar_moment_text(request->arena, request->now, CALENDAR_CHINA));
	bind_ways(request, &numbers, page);
	if (request->form->fine) {
		struct page *counted = page_section(page, "counted");

		bind_figures(page_section(counted, "whole"), &numbers.whole);
		bind_ages(request, &numbers.whole, counted);
		if (numbers.group_count)
			bind_groups(request, &numbers, counted);
		else
			page_show(counted, "no_cases");
		bind_months(request, &numbers, counted);
		if (office_may(request, VERB_CASE_EXPORT))
			page_show(counted, "may_export");
	}
	outcome = page_end(request, page);
	return request->form->fine ? outcome : INVALID;
}
