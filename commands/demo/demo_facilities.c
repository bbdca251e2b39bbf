/* SPDX-License-Identifier: Apache-2.0 */
/* The demo's facilities. */
#include "demo_facilities.h"

#include <inttypes.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "rules/facilities/uscc.h"
#include "shanyu.h"

#define SUPPORTED_FROM 2021     /* years of the plan: inclusive places were recognised in its Septembers */
#define SUPPORTED_TO 2023
#define OUTDOOR_LEAST 60        /* square metres */
#define PHONES 10000            /* 1990000xxxx: numbers that are nobody's */

const char *demo_words_fill(struct arena *arena, const char *pattern, const struct values *words)
{
	const char *text = "", *open, *close;

	while ((open = strchr(pattern, '{')) && (close = strchr(open, '}'))) {
		const char *name = arena_text(arena, open + 1, (size_t)(close - open - 1));

		text = arena_format(arena, "%s%.*s%s", text, (int)(open - pattern), pattern, values_text(words, name));
		pattern = close + 1;
	}
	return arena_format(arena, "%s%s", text, pattern);
}

/* Whose place in the list of all recipes a number has; beyond the list it begins again, a turn later. */
static const struct demo_recipe *recipe_of(const struct demo_data *data, int64_t number, int64_t *place, int64_t *turn)
{
	const struct demo_recipe *recipe = data->recipes;

	*turn = (number - 1) / data->facility_count;
	*place = (number - 1) % data->facility_count;
	for (; *place >= recipe->count; recipe++)
		*place -= recipe->count;
	return recipe;
}

static const char *any_word(const struct demo_data *data, struct demo_range range, struct demo_random *random)
{
	return data->words[demo_random_between(random, (int64_t)range.from, (int64_t)range.to - 1)].text;
}

static void put_days(struct demo *demo, const struct demo_facility *facility, struct values *row, struct demo_random *random)
{
	const struct demo_recipe *recipe = facility->recipe;
	int year = (int)demo_random_between(random, recipe->opened_from, recipe->opened_to);
	int month = (int)demo_random_between(random, 1, 12);
	int day = (int)demo_random_between(random, 1, 28);
	int64_t filed_after = demo_random_between(random, 20, 90);
	int supported = (int)demo_random_between(random, SUPPORTED_FROM, SUPPORTED_TO);
	int64_t opened_on = calendar_day((struct date){ year, month, day });
	int64_t inclusive_from = calendar_day((struct date){ supported, 9, 1 });

	values_put_text(row, "opened_on", calendar_day_text(demo->arena, opened_on));
	values_put_text(row, "filed_on", NULL);
	values_put_text(row, "inclusive_from", NULL);
	if (recipe->inclusive)
		values_put_text(row, "inclusive_from",
				calendar_day_text(demo->arena, opened_on > inclusive_from ? opened_on : inclusive_from));
	if (!*recipe->filing_number)
		return;
	values_put_text(row, "filed_on", calendar_day_text(demo->arena, opened_on + filed_after));
	values_put_text(facility->words, "year",
			arena_format(demo->arena, "%d", calendar_date(opened_on + filed_after).year));
}

static void put_premises(struct demo *demo, const struct demo_facility *facility, struct values *row, struct demo_random *random)
{
	const struct demo_recipe *recipe = facility->recipe;
	int64_t least = facility->places * recipe->m2_per_child, floors = demo_random_between(random, 1, recipe->floors_most);
	int64_t indoor = (least > recipe->indoor_least ? least : recipe->indoor_least) * demo_random_between(random, 100, 135) / 100;
	int64_t outdoor = demo_random_between(random, OUTDOOR_LEAST, OUTDOOR_LEAST + indoor / 2);

	values_put_null(row, "indoor_m2");
	values_put_null(row, "outdoor_m2");
	values_put_text(row, "floors", "");
	if (recipe->indoor_least > 0)
		values_put_integer(row, "indoor_m2", indoor);
	if (demo_random_chance(random, recipe->outdoor_chance))
		values_put_integer(row, "outdoor_m2", outdoor);
	if (recipe->floors_most > 0)
		values_put_text(row, "floors", floors == 1 ? "1" : arena_format(demo->arena, "1-%" PRId64, floors));
}

static void put_people(struct demo *demo, const struct demo_facility *facility, struct values *row, struct demo_random *random)
{
	const char *surname = any_word(demo->data, demo->data->surnames, random);
	const char *given = any_word(demo->data, demo->data->given, random);
	int64_t spare = demo_random_between(random, 0, 2);

	values_put_text(row, "head_name", arena_format(demo->arena, "%s%s", surname, given));
	values_put_null(row, "carers");
	values_put_null(row, "health_workers");
	values_put_null(row, "guards");
	if (!facility->places)
		return;
	values_put_integer(row, "carers", facility->carers + spare);
	values_put_integer(row, "health_workers", facility->places > 100 ? 2 : 1);
	values_put_integer(row, "guards", facility->places > 60 ? 2 : 1);
}

/* One text of each part of the summary's set. */
static const char *summary_of(struct demo *demo, const struct demo_facility *facility, struct demo_random *random)
{
	const struct demo_range range = facility->recipe->summary_rows;
	const struct demo_summary *rows = demo->data->summaries;
	const char *summary = "";

	for (size_t from = range.from, to; from < range.to; from = to) {
		for (to = from; to < range.to && rows[to].part == rows[from].part; to++)
			;
		summary = arena_format(demo->arena, "%s%s", summary,
				       rows[demo_random_between(random, (int64_t)from, (int64_t)to - 1)].text);
	}
	return demo_words_fill(demo->arena, summary, facility->words);
}

static const char *uscc_of(struct demo *demo, const struct demo_facility *facility)
{
	const char *organisation = arena_format(demo->arena, "%08" PRId64, facility->site.number + 1);
	char uscc[USCC_LENGTH_FULL + 1];

	if (!*facility->recipe->uscc_prefix || !uscc_complete(facility->recipe->uscc_prefix,
							       values_text(demo->data->district, "code"), organisation, uscc))
		return "";
	return arena_copy(demo->arena, uscc);
}

/* A name without an invented word is free only once. */
static const char *name_of(struct demo *demo, const struct demo_facility *facility, int64_t turn)
{
	const char *name = demo_words_fill(demo->arena, facility->recipe->name, facility->words);
	struct values *words;

	if (!turn || strstr(facility->recipe->name, "{word}"))
		return name;
	words = values_new(demo->arena);
	values_put_text(words, "name", name);
	values_put_text(words, "number", arena_format(demo->arena, "%" PRId64, facility->number));
	return demo_words_fill(demo->arena, demo->data->words[demo->data->again.from].text, words);
}

static bool put(struct demo *demo, const struct demo_facility *facility, int64_t turn, struct demo_random *random)
{
	const struct demo_recipe *recipe = facility->recipe;
	const struct demo_site *site = &facility->site;
	struct values *row;

	/* Begin with what a facility is that says nothing: fields the demonstration has no words for stay so. */
	if (sql_row(demo->sql, &Q_import_facility_blank, NULL, demo->arena, &row) != SQL_FOUND)
		return false;
	row->arena = demo->arena;
	put_days(demo, facility, row, random);
	put_premises(demo, facility, row, random);
	put_people(demo, facility, row, random);
	values_put_text(row, "code", facility->code);
	values_put_text(row, "source_key", arena_format(demo->arena, "demo:%s", facility->code));
	values_put_text(row, "name", name_of(demo, facility, turn));
	values_put_text(row, "kind", recipe->kind);
	values_put_text(row, "street_code", site->street->code);
	values_put_text(row, "community_code", site->community->code);
	values_put_text(row, "address", demo_words_fill(demo->arena, demo->data->words[demo->data->address.from].text, facility->words));
	values_put_real(row, "lat", site->at.lat);
	values_put_real(row, "lon", site->at.lon);
	values_put_text(row, "phone", arena_format(demo->arena, "1990000%04" PRId64, (site->number + 1) % PHONES));
	values_put_text(row, "operator", demo_words_fill(demo->arena, recipe->operator, facility->words));
	values_put_text(row, "uscc", uscc_of(demo, facility));
	values_put_text(row, "filing_state", recipe->filing_state);
	values_put_text(row, "filing_number", demo_words_fill(demo->arena, recipe->filing_number, facility->words));
	values_put_integer(row, "inclusive", recipe->inclusive);
	values_put_text(row, "meals", recipe->meals);
	values_put_text(row, "summary", summary_of(demo, facility, random));
	values_put_integer(row, "changed_at", calendar_day_start(demo->freshness.today, CALENDAR_CHINA));
	return sql_do(demo->sql, &Q_facility_put, row) >= 0;
}

static void gather_words(struct demo *demo, struct demo_facility *facility)
{
	const struct demo_site *site = &facility->site;
	struct values *words = values_new(demo->arena);

	values_put_text(words, "word", site->word);
	values_put_text(words, "street", site->street->name);
	values_put_text(words, "office", site->street->office);
	values_put_text(words, "community", site->community->name);
	values_put_text(words, "road", site->road->name);
	values_put_text(words, "house", arena_format(demo->arena, "%" PRId64, site->house));
	values_put_text(words, "number", arena_format(demo->arena, "%04" PRId64, facility->number));
	values_put_text(words, "places", arena_format(demo->arena, "%" PRId64, facility->places));
	facility->words = words;
}

bool demo_facility_make(struct demo *demo, int64_t number)
{
	struct demo_facility *facility = arena_take(demo->arena, sizeof *facility);
	struct demo_random random = demo_random_start(demo->extent.seed, "facility", number);
	int64_t place, turn;

	facility->number = number;
	facility->code = arena_format(demo->arena, "PT-%04" PRId64, number);
	facility->recipe = recipe_of(demo->data, number, &place, &turn);
	facility->site = demo_site_of(demo->data, &demo->extent, facility->recipe, place, turn, demo->arena);
	facility->fee_level = demo_random_part(&random);
	demo_offers_choose(demo, facility, &random);
	gather_words(demo, facility);
	return put(demo, facility, turn, &random) && demo_hours_put(demo, facility) && demo_offers_put(demo, facility);
}
