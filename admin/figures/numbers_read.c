/* SPDX-License-Identifier: Apache-2.0 */
/* Reading cases and counting them. */
#include <string.h>

#include "cases.h"
#include "desk.h"
#include "lib/base/calendar.h"
#include "numbers.h"

#define YEAR 365
#define LONGEST_DAYS (5 * 366)
#define NEW_MEANWHILE 1000
#define MOST_ROWS 20000

static const char *const groupings[] = { "department", "street", "kind", "matter", NULL };
static const struct field fields[] = {
	{ "from", FIELD_TEXT, OPTIONAL, 1, 10, NULL },
	{ "to", FIELD_TEXT, OPTIONAL, 1, 10, NULL },
	{ "by", FIELD_CHOICE, OPTIONAL, 0, 0, groupings },
	{ 0 },
};
const struct form numbers_form = { fields };

static int64_t day_of(struct form_result *form, const char *field, int64_t usual)
{
	int64_t day = usual;

	if (values_say(form->values, field) && !calendar_day_from_text(values_text(form->values, field), &day))
		form_refuse(form, field, FIELD_MALFORMED);
	return day;
}

static void read_period(struct request *request, struct numbers *numbers)
{
	struct form_result *form = request->form;
	int64_t to = day_of(form, "to", calendar_day_of(request->now, CALENDAR_CHINA));
	int64_t from = day_of(form, "from", to - YEAR + 1);

	if (form->fine && (from > to || to - from > LONGEST_DAYS))
		form_refuse(form, "from", FIELD_OUT_OF_RANGE);
	numbers->from = calendar_day_text(request->arena, from);
	numbers->to = calendar_day_text(request->arena, to);
	numbers->by = values_say(form->values, "by") ? values_text(form->values, "by") : groupings[0];
	numbers->period = (struct figure_period){ .since = calendar_day_start(from, CALENDAR_CHINA),
						  .before = calendar_day_start(to + 1, CALENDAR_CHINA),
						  .now = request->now,
						  .calendar = &numbers->calendar };
}

/* One text for all that say the same: there are few codes and many cases. */
static const char *kept(const char *text, const char **known, size_t *count, size_t most, struct arena *arena)
{
	for (size_t i = 0; i < *count; i++)
		if (strcmp(known[i], text) == 0)
			return known[i];
	if (*count == most)
		return arena_copy(arena, text);
	known[*count] = arena_copy(arena, text);
	return known[(*count)++];
}

struct reading {
	struct figure_case *cases;
	size_t count;
	const char *known[256];
	size_t known_count;
	struct arena *arena;
};

static const char *code(struct reading *reading, const struct values *row, const char *name)
{
	return kept(values_text(row, name), reading->known, &reading->known_count, sizeof reading->known / sizeof *reading->known,
		    reading->arena);
}

static struct figure_case case_of(struct reading *reading, const struct values *row)
{
	const struct finding_code *finding = finding_find(values_text(row, "verdict"));
	bool replied = values_say(row, "replied_at");

	return (struct figure_case){ .kind = code(reading, row, "kind"),
				     .matter = code(reading, row, "matter"),
				     .street = code(reading, row, "street"),
				     .department = code(reading, row, "department"),
				     .received_at = values_integer(row, "received_at"),
				     .answered_at = values_integer(row, replied ? "replied_at" : "turned_away_at"),
				     .turned_away = !replied && values_say(row, "turned_away_at"),
				     .truth = finding ? finding->truth : FINDING_NO_TRUTH,
				     .ended_at = values_integer(row, "ended_at"),
				     .limit = values_integer(row, "answer_limit"),
				     .suspended_at = values_integer(row, "suspended_at"),
				     .waits = values_say(row, "waits"),
				     .reopened = values_say(row, "reopened") };
}

/* Row by row, so that only what is counted is held. */
static bool read_cases(struct request *request, const struct numbers *numbers, struct reading *reading)
{
	struct values *parameters = office_parameters(request), *counted;
	struct sql *sql = office_of(request)->sql;
	struct sql_cursor cursor;
	const struct values *row;
	size_t most;

	values_put_integer(parameters, "since", numbers->period.since);
	values_put_integer(parameters, "before", numbers->period.before);
	if (sql_row(sql, &Q_numbers_count, NULL, request->arena, &counted) != SQL_FOUND)
		return false;
	most = (size_t)values_integer(counted, "cases") + NEW_MEANWHILE;
	*reading = (struct reading){ .arena = request->arena };
	reading->cases = arena_take(request->arena, (most + 1) * sizeof *reading->cases);
	if (!sql_start(sql, &Q_numbers_cases, parameters, &cursor))
		return false;
	while (reading->count < most && (row = sql_next(&cursor)))
		reading->cases[reading->count++] = case_of(reading, row);
	sql_finish(&cursor);
	return !sql_failed(sql);
}

static const struct {
	const char *name;
	enum figure_by by;
	const struct query *names;
} by_what[] = {
	{ "department", FIGURE_BY_DEPARTMENT, &Q_numbers_departments },
	{ "street", FIGURE_BY_STREET, &Q_numbers_streets },
	{ "kind", FIGURE_BY_KIND, &Q_numbers_kinds },
	{ "matter", FIGURE_BY_MATTER, &Q_numbers_matters },
};

static void take_group(struct numbers *numbers, struct figure_group *groups, size_t count, const char *code, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (groups[i].code && strcmp(groups[i].code, code) == 0) {
			numbers->groups[numbers->group_count++] = (struct numbers_group){ name, groups[i].figures };
			groups[i].code = NULL;
		}
}

/* In the order of the names; then what is named no more, by its code; what has none last. */
static bool count_groups(struct request *request, struct numbers *numbers, struct reading *reading)
{
	struct figure_group *groups;
	struct rows names;
	size_t count, which = 0;

	while (strcmp(by_what[which].name, numbers->by) != 0)
		which++;
	if (!sql_list(office_of(request)->sql, by_what[which].names, NULL, request->arena, MOST_ROWS, &names))
		return false;
	groups = figures_by(reading->cases, reading->count, by_what[which].by, &numbers->period, request->arena, &count);
	numbers->groups = arena_take(request->arena, (count + 1) * sizeof *numbers->groups);
	for (size_t i = 0; i < names.count; i++)
		take_group(numbers, groups, count, values_text(&names.at[i], "code"), values_text(&names.at[i], "name"));
	for (size_t i = 0; i < count; i++)
		if (groups[i].code)
			take_group(numbers, groups, count, groups[i].code, groups[i].code);
	return true;
}

static bool read_calendar(struct request *request, struct numbers *numbers)
{
	struct rows days;

	return sql_list(office_of(request)->sql, &Q_workday_list, NULL, request->arena, MOST_ROWS, &days) &&
	       workdays_from_rows(&days, request->arena, &numbers->calendar);
}

enum outcome numbers_read(struct request *request, struct numbers *numbers)
{
	struct reading reading;

	*numbers = (struct numbers){ 0 };
	read_period(request, numbers);
	if (!request->form->fine)
		return PAGE;
	if (!read_calendar(request, numbers) || !read_cases(request, numbers, &reading))
		return office_broken(request);
	numbers->whole = figures_count(reading.cases, reading.count, &numbers->period, request->arena);
	numbers->months = figures_months(reading.cases, reading.count, &numbers->period, request->arena, &numbers->month_count);
	return count_groups(request, numbers, &reading) ? PAGE : office_broken(request);
}
