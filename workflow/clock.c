/* SPDX-License-Identifier: Apache-2.0 */
/* Reckoning limits from their declaration. */
#include "clock.h"

#include <math.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/base/text.h"

#define LONGEST 3660
/* 0.8 of 5 days is 4 days, whatever the machine makes of 0.8. */
#define ROUNDING 1e-9

/* Where a limit starts. */
struct start {
	int64_t moment;
	bool provisional;
	bool projected;
	const struct clock_rule *upon;  /* on top of what its rule is counted; NULL: nothing */
};

/* The deadlines while they are reckoned, each with where it started and by which rule. */
struct reckoning {
	const struct clock *clock;
	const struct clock_file *file;
	const struct clock_rules *rules;
	const struct workdays *calendar;
	struct deadlines *deadlines;
	struct start starts[DEADLINES_MOST];
	const struct clock_rule *by[DEADLINES_MOST];
};

static bool is(const char *text, const char *other)
{
	return strcmp(text, other) == 0;
}

static bool is_usable(const struct clock_rule *rule)
{
	return rule->value >= 0 && rule->value <= LONGEST && rule->value == (int)rule->value &&
	       (is(rule->unit, "workday") || is(rule->unit, "calendar day") || is(rule->unit, "month") || is(rule->unit, "at once"));
}

static int64_t last_second(int64_t day)
{
	return calendar_day_start(day + 1, CALENDAR_CHINA) - 1;
}

/* Months end on the day of the same number, or with their month, and like days on no day off (民法典 art. 202, 203). */
static int64_t months_add(const struct workdays *calendar, int64_t day, int n, bool *provisional)
{
	return calendar_days_add(calendar, calendar_add_months(day, n), 0, provisional);
}

static struct deadline deadline_by(const struct clock_rule *rule, const struct start *start, const struct workdays *calendar)
{
	int64_t from = calendar_day_of(start->moment, CALENDAR_CHINA);
	/* Both together are counted from where the first began, so that moving on from a day off is not counted twice. */
	int count = (int)rule->value + (start->upon ? (int)start->upon->value : 0);
	struct deadline deadline = { .from = start->moment, .key = rule->key, .source = rule->source, .projected = start->projected };

	if (is(rule->unit, "at once")) {
		deadline.day = from;
		deadline.until = start->moment;
	} else {
		deadline.in_workdays = is(rule->unit, "workday");
		if (deadline.in_workdays)
			deadline.day = workdays_add(calendar, from, count, &deadline.provisional);
		else if (is(rule->unit, "month"))
			deadline.day = months_add(calendar, from, count, &deadline.provisional);
		else
			deadline.day = calendar_days_add(calendar, from, count, &deadline.provisional);
		deadline.until = last_second(deadline.day);
	}
	deadline.provisional |= start->provisional;
	return deadline;
}

int64_t deadline_near(const struct deadline *deadline, double share, const struct workdays *calendar)
{
	int64_t first = calendar_day_of(deadline->from, CALENDAR_CHINA), near;
	int days;

	if (deadline->until <= deadline->from)
		return deadline->until;
	if (!deadline->in_workdays)
		return deadline->from + (int64_t)(share * (double)(deadline->until - deadline->from));
	days = (int)ceil(share * workdays_between(calendar, first, deadline->day) - ROUNDING);
	near = calendar_day_start(workdays_add(calendar, first, days, NULL), CALENDAR_CHINA);
	return near > deadline->from ? near : deadline->from;
}

/* The rule of a limit that counts, with its deadline; NULL when there is none. */
static const struct clock_rule *rule_that_counts(const struct reckoning *all, const struct clock_limit *limit, const struct start *start,
						 struct deadline *deadline)
{
	const struct clock_rule *found = NULL;

	for (size_t i = 0; i < all->rules->count; i++) {
		const struct clock_rule *rule = &all->rules->at[i];
		struct deadline candidate;

		if (!is(rule->key, limit->rule) || !is_usable(rule) || (start->upon && !is(start->upon->unit, rule->unit)))
			continue;
		candidate = deadline_by(rule, start, all->calendar);
		if (!found || (limit->traits & CLOCK_RIGHT ? candidate.until > deadline->until : candidate.until < deadline->until)) {
			found = rule;
			*deadline = candidate;
		}
	}
	return found;
}

static bool names_kind(const struct clock *clock, const char *kind, const char *step)
{
	for (size_t i = 0; i < clock->limit_count; i++)
		if ((!step || is(clock->limits[i].step, step)) && text_has_word(clock->limits[i].kinds, kind))
			return true;
	return false;
}

static bool applies(const struct clock *clock, const struct clock_limit *limit, const char *kind)
{
	return *limit->kinds ? text_has_word(limit->kinds, kind) : !names_kind(clock, kind, limit->step);
}

static size_t place_of(const struct deadlines *deadlines, const char *step)
{
	size_t i = 0;

	while (i < deadlines->count && !is(deadlines->at[i].limit->step, step))
		i++;
	return i;
}

const struct deadline *deadlines_find(const struct deadlines *deadlines, const char *step)
{
	size_t place = place_of(deadlines, step);

	return place < deadlines->count ? &deadlines->at[place] : NULL;
}

/* An event that came, else the last moment at which it may. False when neither is known. */
static bool find_start(const struct reckoning *all, const struct clock_limit *limit, struct start *start)
{
	int64_t moment = all->file->events[limit->event];
	size_t place = limit->upon ? place_of(all->deadlines, limit->upon) : 0;
	const struct deadline *before;

	if (limit->upon) {
		if (place == all->deadlines->count)
			return false;
		*start = all->starts[place];
		start->upon = all->by[place];
		return true;
	}
	before = moment || !limit->after ? NULL : deadlines_find(all->deadlines, limit->after);
	if (before)
		*start = (struct start){ .moment = before->until, .provisional = before->provisional, .projected = true };
	else
		*start = (struct start){ .moment = moment };
	return moment || before;
}

static void reckon_one(struct reckoning *all, const struct clock_limit *limit)
{
	struct deadlines *deadlines = all->deadlines;
	struct deadline *deadline = &deadlines->at[deadlines->count];
	const struct clock_rule *rule;
	struct start start;

	if (!find_start(all, limit, &start))
		return;
	rule = rule_that_counts(all, limit, &start, deadline);
	if (!rule) {
		deadlines->missing = deadlines->missing ? deadlines->missing : limit->rule;
		return;
	}
	deadline->limit = limit;
	deadline->near_at = deadline_near(deadline, all->rules->near_share, all->calendar);
	all->starts[deadlines->count] = start;
	all->by[deadlines->count++] = rule;
}

/* What came after the clock stood still for some workdays comes so many later. */
static void move_on(struct deadline *deadline, int days, const struct workdays *calendar)
{
	int64_t near_day = calendar_day_of(deadline->near_at, CALENDAR_CHINA);
	bool provisional = false;

	if (!days || !(deadline->limit->traits & CLOCK_STANDS))
		return;
	deadline->day = workdays_add(calendar, deadline->day, days, &provisional);
	deadline->until = last_second(deadline->day);
	deadline->provisional |= provisional;
	deadline->near_at += (workdays_add(calendar, near_day, days, NULL) - near_day) * 86400;
}

/* With an extension granted a limit ends on the day of the extension, by its rule. */
static void extend(struct deadlines *deadlines)
{
	for (size_t i = 0; i < deadlines->count; i++) {
		const struct clock_limit *limit = deadlines->at[i].limit;
		const struct deadline *longer = limit->extension ? deadlines_find(deadlines, limit->extension) : NULL;

		if (longer) {
			deadlines->at[i] = *longer;
			deadlines->at[i].limit = limit;
		}
	}
}

bool clock_reckon(const struct clock *clock, const struct clock_file *file, const struct clock_rules *rules, const struct workdays *calendar,
		  struct deadlines *deadlines)
{
	struct reckoning all = { clock, file, rules, calendar, deadlines, { { 0 } }, { NULL } };

	*deadlines = (struct deadlines){ .count = 0 };
	if (*file->kind && !names_kind(clock, file->kind, NULL))
		return false;
	for (size_t i = 0; i < clock->limit_count && deadlines->count < DEADLINES_MOST; i++)
		if (applies(clock, &clock->limits[i], file->kind))
			reckon_one(&all, &clock->limits[i]);
	for (size_t i = 0; i < deadlines->count; i++)
		move_on(&deadlines->at[i], file->stopped_days, calendar);
	if (file->extended)
		extend(deadlines);
	return true;
}

struct clock_rules clock_rules_from_rows(const struct rows *rows, struct arena *arena)
{
	struct clock_rule *rules = arena_take(arena, (rows->count + 1) * sizeof *rules);

	for (size_t i = 0; i < rows->count; i++)
		rules[i] = (struct clock_rule){
			.key = values_text(&rows->at[i], "key"),
			.value = values_real(&rows->at[i], "value"),
			.unit = values_text(&rows->at[i], "unit"),
			.source = values_text(&rows->at[i], "source"),
		};
	return (struct clock_rules){ .at = rules, .count = rows->count, .near_share = 1 };
}

static const struct values *row_of(const struct rows *rows, const char *step)
{
	for (size_t i = 0; i < rows->count; i++)
		if (is(values_text(&rows->at[i], "step"), step))
			return &rows->at[i];
	return NULL;
}

enum clock_answer clock_may_extend(const struct clock *clock, const struct rows *rows, bool extended, int64_t now)
{
	for (size_t i = 0; i < clock->limit_count; i++) {
		const struct clock_limit *limit = &clock->limits[i];
		const struct values *row = limit->extension ? row_of(rows, limit->step) : NULL;

		if (!row || !row_of(rows, limit->extension))
			continue;
		if (extended)
			return CLOCK_EXTENDED_BEFORE;
		return now > values_integer(row, "until") ? CLOCK_LAST_DAY_OVER : CLOCK_GIVES;
	}
	return CLOCK_HAS_NO_EXTENSION;
}

bool clock_has(const struct clock *clock, const char *step)
{
	for (size_t i = 0; i < clock->limit_count; i++)
		if (is(clock->limits[i].step, step))
			return true;
	return false;
}

/* Whether a row before this one has a step for each of its kinds. */
static bool stands_before(const struct clock *clock, const struct clock_limit *limit, const char *step)
{
	for (const struct clock_limit *other = clock->limits; other < limit; other++)
		if (is(other->step, step) && (is(other->kinds, limit->kinds) || !*other->kinds))
			return true;
	return false;
}

static bool say_the_same(const struct clock_limit *one, const struct clock_limit *other)
{
	return is(one->step, other->step) && is(one->kinds, other->kinds);
}

const char *clock_mistake(const struct clock *clock)
{
	for (size_t i = 0; i < clock->limit_count; i++) {
		const struct clock_limit *limit = &clock->limits[i];

		if (limit->event >= clock->events)
			return "a limit counts from what is no event";
		if ((limit->after && !stands_before(clock, limit, limit->after)) || (limit->upon && !stands_before(clock, limit, limit->upon)))
			return "a limit counts from one that does not stand before it";
		if (limit->extension && !clock_has(clock, limit->extension))
			return "a limit is extended by one that is not declared";
		for (size_t j = 0; j < i; j++)
			if (say_the_same(limit, &clock->limits[j]))
				return "two limits say the same";
	}
	return NULL;
}
