/* SPDX-License-Identifier: Apache-2.0 */
/* /numbers.xlsx: the tables of /numbers as a workbook. */
#include <inttypes.h>
#include <string.h>

#include "admin/core/export.h"
#include "lib/base/calendar.h"
#include "numbers.h"

/* With the sum it comes from, "12 / 75", beside it. Where there is nothing to divide the cells stay empty. */
static void put_share(struct values *row, const char *name, struct figure_share share, struct arena *arena)
{
	if (!share.whole)
		return;
	values_put_real(row, name, (double)share.part / (double)share.whole);
	values_put_text(row, arena_format(arena, "%s_sum", name),
			arena_format(arena, "%" PRId64 " / %" PRId64, share.part, share.whole));
}

/* -1 is nothing to say. */
static void put_days(struct values *row, const char *name, int64_t days)
{
	if (days >= 0)
		values_put_integer(row, name, days);
}

static struct values *figures_row(const char *name, const struct figures *figures, struct arena *arena)
{
	struct values *row = values_new(arena);

	values_put_text(row, "name", name);
	values_put_integer(row, "received", figures->received);
	values_put_integer(row, "answered", figures->answered);
	values_put_integer(row, "on_time", figures->on_time);
	values_put_integer(row, "late", figures->late);
	values_put_integer(row, "overdue", figures->overdue);
	values_put_integer(row, "not_due", figures->not_due);
	values_put_integer(row, "withdrawn", figures->withdrawn);
	values_put_integer(row, "no_limit", figures->no_limit);
	values_put_integer(row, "turned_away", figures->turned_away);
	put_share(row, "on_time_share", figures_on_time(figures), arena);
	values_put_integer(row, "reopened", figures->reopened);
	put_share(row, "reopened_share", figures_reopened(figures), arena);
	put_share(row, "true_share", figures_true(figures), arena);
	put_days(row, "quarter", figures->days.quarter);
	put_days(row, "median", figures->days.median);
	put_days(row, "three_quarters", figures->days.three_quarters);
	values_put_integer(row, "waiting", figures->waiting);
	values_put_integer(row, "waiting_overdue", figures->waiting_overdue);
	return row;
}

static bool put_groups(struct request *request, const struct numbers *numbers, const struct export *export)
{
	bool fine = workbook_begin(export->workbook, &export->sheets[0]);

	for (size_t i = 0; fine && i < numbers->group_count; i++)
		fine = workbook_row(export->workbook,
				    figures_row(numbers->groups[i].name, &numbers->groups[i].figures, request->arena));
	return fine;
}

static bool put_months(struct request *request, const struct numbers *numbers, const struct export *export)
{
	bool fine = workbook_begin(export->workbook, &export->sheets[1]);

	for (size_t i = 0; fine && i < numbers->month_count; i++) {
		struct values *row = values_new(request->arena);

		values_put_text(row, "month",
				arena_text(request->arena, calendar_day_text(request->arena, numbers->months[i].first_day), 7));
		values_put_integer(row, "received", numbers->months[i].received);
		values_put_integer(row, "answered", numbers->months[i].answered);
		values_put_integer(row, "waiting", numbers->months[i].waiting);
		fine = workbook_row(export->workbook, row);
	}
	return fine;
}

static bool put_ages(struct request *request, const struct numbers *numbers, const struct export *export)
{
	bool fine = workbook_begin(export->workbook, &export->sheets[2]);

	for (int i = 0; fine && i < FIGURE_AGES; i++) {
		struct values *row = values_new(request->arena);

		values_put_integer(row, "age_from", i ? figure_ages_to[i - 1] + 1 : 0);
		if (i < FIGURE_AGES - 1)
			values_put_integer(row, "age_to", figure_ages_to[i]);
		values_put_integer(row, "waiting", numbers->whole.ages[i]);
		values_put_integer(row, "overdue", numbers->whole.ages_overdue[i]);
		fine = workbook_row(export->workbook, row);
	}
	return fine;
}

enum outcome numbers_export(struct request *request)
{
	struct values *detail = values_new(request->arena);
	struct numbers numbers;
	struct export export;
	enum outcome outcome = numbers_read(request, &numbers);

	if (outcome != PAGE)
		return outcome;
	if (!request->form->fine)
		return BAD;
	if (!export_begin(request, "admin/numbers.sheet.tpl", &export) || export.count != 3)
		return BROKEN;
	/* What fails is told at the end. */
	(void)(put_groups(request, &numbers, &export) && put_months(request, &numbers, &export) &&
	       put_ages(request, &numbers, &export));
	values_put_text(detail, "from", numbers.from);
	values_put_text(detail, "to", numbers.to);
	values_put_text(detail, "by", numbers.by);
	office_note(request, "", detail, "");
	return export_end(request, &export, export_file_name(request, "numbers"));
}
