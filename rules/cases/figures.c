/* SPDX-License-Identifier: Apache-2.0 */
/* Counting cases. */
#include "figures.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "survival.h"

const int figure_ages_to[FIGURE_AGES - 1] = { 1, 5, 15, 30 };

static int64_t workdays_from_to(const struct figure_period *period, int64_t from, int64_t to)
{
	int64_t days =
		workdays_between(period->calendar, calendar_day_of(from, CALENDAR_CHINA), calendar_day_of(to, CALENDAR_CHINA));

	return days > 0 ? days : 0;
}

static bool is_over(const struct figure_case *one, int64_t now)
{
	/* While the clock stands still it does not run out. */
	int64_t at = one->suspended_at && one->suspended_at < now ? one->suspended_at : now;

	return one->limit && !one->answered_at && at > one->limit;
}

static void count_waiting(const struct figure_case *one, const struct figure_period *period, struct figures *figures)
{
	int64_t days = workdays_from_to(period, one->received_at, period->now);
	size_t age = 0;

	while (age < FIGURE_AGES - 1 && days > figure_ages_to[age])
		age++;
	figures->waiting++;
	figures->ages[age]++;
	if (is_over(one, period->now)) {
		figures->waiting_overdue++;
		figures->ages_overdue[age]++;
	}
}

/* One of turned away, on time, late, overdue, not due, withdrawn; or without a limit. */
static void count_end(const struct figure_case *one, const struct figure_period *period, struct figures *figures)
{
	figures->received++;
	if (one->turned_away) {
		figures->turned_away++;
		return;
	}
	figures->answered += one->answered_at != 0;
	figures->reopened += one->answered_at && one->reopened;
	figures->found_true += one->truth == FINDING_TRUE;
	figures->found_untrue += one->truth == FINDING_UNTRUE;
	if (!one->answered_at && one->ended_at)
		figures->withdrawn++;
	else if (!one->limit)
		figures->no_limit++;
	else if (one->answered_at)
		*(one->answered_at <= one->limit ? &figures->on_time : &figures->late) += 1;
	else
		*(is_over(one, period->now) ? &figures->overdue : &figures->not_due) += 1;
}

static struct survival_case waited(const struct figure_case *one, const struct figure_period *period)
{
	int64_t until = one->answered_at ? one->answered_at : one->ended_at ? one->ended_at : period->now;

	return (struct survival_case){ workdays_from_to(period, one->received_at, until), one->answered_at && !one->turned_away };
}

static int64_t quantile(const struct survival_step *steps, size_t count, double part)
{
	int64_t days;

	return survival_quantile(steps, count, part, &days) ? days : -1;
}

static bool in_period(int64_t moment, const struct figure_period *period)
{
	return moment >= period->since && moment < period->before;
}

struct figures figures_count(const struct figure_case *cases, size_t count, const struct figure_period *period, struct arena *arena)
{
	struct survival_case *times = arena_take(arena, (count + 1) * sizeof *times);
	struct survival_step *steps = arena_take(arena, (count + 1) * sizeof *steps);
	struct figures figures = { 0 };
	size_t made;

	for (size_t i = 0; i < count; i++) {
		if (cases[i].waits)
			count_waiting(&cases[i], period, &figures);
		if (!in_period(cases[i].received_at, period))
			continue;
		times[figures.received] = waited(&cases[i], period);
		count_end(&cases[i], period, &figures);
	}
	made = survival_estimate(times, (size_t)figures.received, steps);
	figures.days = (struct figure_days){ quantile(steps, made, 0.25), quantile(steps, made, 0.5), quantile(steps, made, 0.75) };
	return figures;
}

struct figure_share figures_on_time(const struct figures *figures)
{
	return (struct figure_share){ figures->on_time, figures->on_time + figures->late + figures->overdue };
}

struct figure_share figures_reopened(const struct figures *figures)
{
	return (struct figure_share){ figures->reopened, figures->answered };
}

struct figure_share figures_true(const struct figures *figures)
{
	return (struct figure_share){ figures->found_true, figures->found_true + figures->found_untrue };
}

static const char *word_of(const struct figure_case *one, enum figure_by by)
{
	switch (by) {
	case FIGURE_BY_KIND:
		return one->kind;
	case FIGURE_BY_MATTER:
		return one->matter;
	case FIGURE_BY_STREET:
		return one->street;
	case FIGURE_BY_DEPARTMENT:
		return one->department;
	}
	return "";
}

static int by_word(const void *left, const void *right, void *with)
{
	const char *one = word_of(left, *(enum figure_by *)with), *other = word_of(right, *(enum figure_by *)with);

	if (!*one != !*other)
		return !*one - !*other;
	return strcmp(one, other);
}

struct figure_group *figures_by(struct figure_case *cases, size_t count, enum figure_by by, const struct figure_period *period,
				struct arena *arena, size_t *groups)
{
	struct figure_group *list = arena_take(arena, (count + 1) * sizeof *list);

	*groups = 0;
	if (count)
		qsort_r(cases, count, sizeof *cases, by_word, &by);
	for (size_t from = 0, to; from < count; from = to) {
		for (to = from + 1; to < count && strcmp(word_of(&cases[to], by), word_of(&cases[from], by)) == 0;)
			to++;
		list[*groups].code = word_of(&cases[from], by);
		list[(*groups)++].figures = figures_count(cases + from, to - from, period, arena);
	}
	return list;
}

static int64_t first_of_month(int64_t day)
{
	struct date date = calendar_date(day);

	date.day = 1;
	return calendar_day(date);
}

/* Within [from, to). */
static void count_month(const struct figure_case *one, int64_t from, int64_t to, struct figure_month *month)
{
	int64_t done = one->answered_at ? one->answered_at : one->ended_at;

	month->received += one->received_at >= from && one->received_at < to;
	month->answered += !one->turned_away && one->answered_at >= from && one->answered_at < to;
	month->waiting += one->received_at < to && (!done || done >= to);
}

struct figure_month *figures_months(const struct figure_case *cases, size_t count, const struct figure_period *period,
				    struct arena *arena, size_t *months)
{
	int64_t last = period->before <= period->now ? period->before - 1 : period->now;
	int64_t day = first_of_month(calendar_day_of(period->since, CALENDAR_CHINA));
	int64_t last_day = calendar_day_of(last, CALENDAR_CHINA);
	struct figure_month *list = arena_take(arena, (size_t)(last_day > day ? (last_day - day) / 28 + 2 : 2) * sizeof *list);

	for (*months = 0; day <= last_day; (*months)++) {
		int64_t next = calendar_add_months(day, 1);
		int64_t to = calendar_day_start(next, CALENDAR_CHINA);

		list[*months].first_day = day;
		for (size_t i = 0; i < count; i++)
			count_month(&cases[i], calendar_day_start(day, CALENDAR_CHINA), to < period->now ? to : period->now + 1,
				    &list[*months]);
		day = next;
	}
	return list;
}
