/* SPDX-License-Identifier: Apache-2.0 */
/* What a facility of the demo offers: its hours, programmes, vacancies and fees, each asserted by someone at some time. */
#include <math.h>
#include <string.h>

#include "demo_facilities.h"
#include "lib/base/calendar.h"
#include "rules/facilities/freshness.h"
#include "shanyu.h"

#define STALE_PART 0.12
#define NO_VACANCY_SAID_PER_CENT 4      /* nobody ever said whether there is room */
#define NO_NUMBER_SAID_PER_CENT 10      /* only yes or no is known */
#define ROOM_LATER_PER_CENT 40          /* of what is full: from a month to come on there is room */
#define ROOM_LATER_MONTHS 9
#define SUBSIDY_PER_CENT 35             /* of inclusive care by the month */
#define OPENS_AT 9                      /* o'clock: assertions are made in office hours, of yesterday at the latest */

void demo_offers_choose(struct demo *demo, struct demo_facility *facility, struct demo_random *random)
{
	const struct demo_range range = facility->recipe->programme_rows;

	for (size_t i = range.from; i < range.to && facility->offer_count < DEMO_PROGRAMMES_MOST; i++) {
		const struct demo_programme *programme = &demo->data->programmes[i];
		int64_t places = demo_random_between(random, programme->places_from, programme->places_to);
		struct demo_offer *offer = &facility->offers[facility->offer_count];

		if (!demo_random_chance(random, programme->chance))
			continue;
		offer->programme = programme;
		offer->places = places;
		offer->code = arena_format(demo->arena, "%s-%zu", facility->code, ++facility->offer_count);
		facility->places += places;
		facility->carers += (places + programme->children_per_carer - 1) / programme->children_per_carer;
	}
	demo->programmes += (int64_t)facility->offer_count;
	demo->places += facility->places;
}

/* Whether a facility let facts of one purpose grow old: the same part of every stretch of numbers. */
static bool grown_old(const struct demo *demo, const char *purpose, int64_t number)
{
	struct demo_random random = demo_random_start(demo->extent.seed, purpose, 0);

	return fmod((double)number * DEMO_GOLDEN + demo_random_part(&random), 1) < STALE_PART;
}

/* Who said so, when, and until when it counts. */
static void put_assertion(struct demo *demo, const struct demo_facility *facility, struct values *row, bool stale, int days,
			  struct demo_random *random)
{
	int64_t fresh_age = demo_random_between(random, 1, days * 4 / 5), stale_age = demo_random_between(random, days + 2, days * 2 + 7);
	int64_t day = demo->freshness.today - (stale ? stale_age : fresh_age);
	int64_t asserted_at = calendar_day_start(day, CALENDAR_CHINA) + OPENS_AT * 3600 + demo_random_between(random, 0, 8 * 3600);

	values_put_text(row, "asserted_by", facility->recipe->asserted_by);
	values_put_integer(row, "asserted_at", asserted_at);
	values_put_integer(row, "valid_until", fact_valid_until(asserted_at, days));
}

bool demo_hours_put(struct demo *demo, const struct demo_facility *facility)
{
	const struct demo_range range = facility->recipe->hours_rows;
	struct demo_random random = demo_random_start(demo->extent.seed, "hours", facility->number);
	const struct demo_hours *hours = &demo->data->hours[demo_random_between(&random, (int64_t)range.from, (int64_t)range.to - 1)];
	bool stale = grown_old(demo, "hours are old", facility->number);
	struct values *row = values_new(demo->arena);

	values_put_text(row, "facility_code", facility->code);
	values_put_text(row, "weekday_open", hours->weekday_open);
	values_put_text(row, "weekday_close", hours->weekday_close);
	values_put_text(row, "weekend_open", hours->weekend_open);
	values_put_text(row, "weekend_close", hours->weekend_close);
	values_put_text(row, "note", hours->note);
	put_assertion(demo, facility, row, stale, demo->freshness.hours_days, &random);
	return sql_do(demo->sql, &Q_hours_put, row) >= 0;
}

static bool put_programme(struct demo *demo, const struct demo_facility *facility, const struct demo_offer *offer)
{
	const struct demo_programme *programme = offer->programme;
	struct values *row = values_new(demo->arena);

	values_put_text(row, "code", offer->code);
	values_put_text(row, "facility_code", facility->code);
	values_put_text(row, "name", programme->name);
	values_put_text(row, "class_kind", programme->class_kind);
	values_put_integer(row, "age_from_months", programme->age_from_months);
	values_put_integer(row, "age_to_months", programme->age_to_months);
	values_put_text(row, "mode", programme->mode);
	values_put_integer(row, "places", offer->places);
	return sql_do(demo->sql, &Q_programme_put, row) >= 0;
}

/* The first of a month to come; NULL = nothing is said of one. */
static const char *room_later(struct demo *demo, const char *programme, int64_t number)
{
	struct demo_random random = demo_random_start(demo->extent.seed, programme, number);
	struct date date = calendar_date(calendar_add_months(demo->freshness.today, (int)demo_random_between(&random, 1, ROOM_LATER_MONTHS)));

	date.day = 1;
	return demo_random_chance(&random, ROOM_LATER_PER_CENT) ? calendar_day_text(demo->arena, calendar_day(date)) : NULL;
}

static bool put_vacancy(struct demo *demo, const struct demo_facility *facility, const struct demo_offer *offer, bool stale,
			struct demo_random *random)
{
	bool full = demo_random_chance(random, facility->recipe->full_chance);
	int64_t vacancy = full ? 0 : demo_random_between(random, 1, 1 + offer->places * 2 / 5);
	struct values *row = values_new(demo->arena);

	if (demo_random_chance(random, NO_VACANCY_SAID_PER_CENT))
		return true;
	values_put_text(row, "programme_code", offer->code);
	values_put_integer(row, "has_vacancy", !full);
	values_put_integer(row, "vacancy", vacancy);
	if (demo_random_chance(random, NO_NUMBER_SAID_PER_CENT))
		values_put_null(row, "vacancy");
	values_put_text(row, "vacancy_from", full ? room_later(demo, offer->code, facility->number) : NULL);
	put_assertion(demo, facility, row, stale, demo->freshness.vacancy_days, random);
	return sql_do(demo->sql, &Q_vacancy_put, row) >= 0;
}

/* Between the lowest and the highest by the facility's level, in whole steps. */
static int64_t fee_fen(int64_t from, int64_t to, int64_t step, double level)
{
	return (from + (int64_t)((double)(to - from) * level) / step * step) * 100;
}

/* Up to a third of the fee, in whole fifties of yuan. */
static void put_subsidy(struct demo *demo, const struct demo_facility *facility, struct values *row)
{
	struct demo_random random = demo_random_start(demo->extent.seed, "subsidies", facility->number);
	int64_t most = values_integer(row, "fee_fen") / 3 / 5000;

	values_put_null(row, "subsidy_fen");
	if (facility->recipe->inclusive && most > 0 && strcmp(values_text(row, "fee_unit"), "MONTH") == 0 && demo_random_chance(&random, SUBSIDY_PER_CENT))
		values_put_integer(row, "subsidy_fen", demo_random_between(&random, 1, most) * 5000);
}

static bool put_fee(struct demo *demo, const struct demo_facility *facility, const struct demo_offer *offer, bool stale,
		    struct demo_random *random)
{
	const struct demo_programme *programme = offer->programme;
	struct values *row = values_new(demo->arena);

	values_put_text(row, "programme_code", offer->code);
	values_put_integer(row, "fee_fen",
			   fee_fen(programme->fee_from, programme->fee_to, programme->fee_step, facility->fee_level));
	values_put_text(row, "fee_unit", programme->fee_unit);
	values_put_null(row, "meal_fee_fen");
	if (programme->meal_from >= 0 && strcmp(facility->recipe->meals, "EXTRA") == 0)
		values_put_integer(row, "meal_fee_fen", fee_fen(programme->meal_from, programme->meal_to, 10, facility->fee_level));
	put_subsidy(demo, facility, row);
	put_assertion(demo, facility, row, stale, demo->freshness.fee_days, random);
	return sql_do(demo->sql, &Q_fee_put, row) >= 0;
}

/* A facility that lets its vacancies grow old does so for all its programmes. */
bool demo_offers_put(struct demo *demo, const struct demo_facility *facility)
{
	struct demo_random random = demo_random_start(demo->extent.seed, "offers", facility->number);
	bool vacancies_stale = grown_old(demo, "vacancies are old", facility->number);
	bool fees_stale = grown_old(demo, "fees are old", facility->number);

	for (size_t i = 0; i < facility->offer_count; i++) {
		const struct demo_offer *offer = &facility->offers[i];

		if (!put_programme(demo, facility, offer) || !put_vacancy(demo, facility, offer, vacancies_stale, &random) ||
		    !put_fee(demo, facility, offer, fees_stale, &random))
			return false;
	}
	return true;
}
