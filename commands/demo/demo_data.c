/* SPDX-License-Identifier: Apache-2.0 */
/* The demo district's data, read from its CSV files. */
#include "demo_data.h"

#include <stdlib.h>
#include <string.h>

#include "demo_table.h"

#define COLUMN(type, of, name) { #name, type, offsetof(struct of, name) }
#define TEXT(of, name) COLUMN(DEMO_TEXT, of, name)
#define INTEGER(of, name) COLUMN(DEMO_INTEGER, of, name)
#define REAL(of, name) COLUMN(DEMO_REAL, of, name)

static const struct demo_column street_columns[] = {
	TEXT(demo_street, code), TEXT(demo_street, name), TEXT(demo_street, office), INTEGER(demo_street, weight),
	REAL(demo_street, lat), REAL(demo_street, lon), TEXT(demo_street, outline), INTEGER(demo_street, position), { 0 },
};

static const struct demo_column community_columns[] = {
	TEXT(demo_community, code), TEXT(demo_community, name), TEXT(demo_community, street_code), REAL(demo_community, lat),
	REAL(demo_community, lon), { 0 },
};

static const struct demo_column road_columns[] = {
	TEXT(demo_road, street_code), TEXT(demo_road, name), INTEGER(demo_road, number_most), { 0 },
};

static const struct demo_column place_columns[] = {
	TEXT(demo_place, code), TEXT(demo_place, kind), TEXT(demo_place, name), TEXT(demo_place, street_code), REAL(demo_place, lat),
	REAL(demo_place, lon), INTEGER(demo_place, precision_m), TEXT(demo_place, path), TEXT(demo_place, source), { 0 },
};

static const struct demo_column word_columns[] = { TEXT(demo_word, list), TEXT(demo_word, text), { 0 } };

static const struct demo_column recipe_columns[] = {
	TEXT(demo_recipe, key), TEXT(demo_recipe, series), INTEGER(demo_recipe, site_from), INTEGER(demo_recipe, count),
	TEXT(demo_recipe, kind), TEXT(demo_recipe, name), TEXT(demo_recipe, operator), TEXT(demo_recipe, uscc_prefix),
	TEXT(demo_recipe, filing_state), TEXT(demo_recipe, filing_number), INTEGER(demo_recipe, inclusive),
	TEXT(demo_recipe, programmes), TEXT(demo_recipe, hours), TEXT(demo_recipe, summaries), TEXT(demo_recipe, asserted_by),
	TEXT(demo_recipe, meals), INTEGER(demo_recipe, opened_from), INTEGER(demo_recipe, opened_to),
	INTEGER(demo_recipe, indoor_least), INTEGER(demo_recipe, m2_per_child), INTEGER(demo_recipe, outdoor_chance),
	INTEGER(demo_recipe, floors_most), INTEGER(demo_recipe, full_chance), { 0 },
};

static const struct demo_column programme_columns[] = {
	TEXT(demo_programme, set), INTEGER(demo_programme, chance), TEXT(demo_programme, name), TEXT(demo_programme, class_kind),
	INTEGER(demo_programme, age_from_months), INTEGER(demo_programme, age_to_months), TEXT(demo_programme, mode),
	INTEGER(demo_programme, places_from), INTEGER(demo_programme, places_to), INTEGER(demo_programme, children_per_carer),
	INTEGER(demo_programme, fee_from), INTEGER(demo_programme, fee_to), INTEGER(demo_programme, fee_step),
	TEXT(demo_programme, fee_unit), INTEGER(demo_programme, meal_from), INTEGER(demo_programme, meal_to), { 0 },
};

static const struct demo_column hours_columns[] = {
	TEXT(demo_hours, set), TEXT(demo_hours, weekday_open), TEXT(demo_hours, weekday_close), TEXT(demo_hours, weekend_open),
	TEXT(demo_hours, weekend_close), TEXT(demo_hours, note), { 0 },
};

static const struct demo_column summary_columns[] = {
	TEXT(demo_summary, set), INTEGER(demo_summary, part), TEXT(demo_summary, text), { 0 },
};

#define READ(file, columns, rows, count) \
	((rows) = demo_table_read(from, file, columns, sizeof *(rows), &(count)))

static bool read_all(struct demo_tables *from, struct demo_data *data)
{
	return (data->district = demo_table_row(from, "district.csv")) &&
	       READ("streets.csv", street_columns, data->streets, data->street_count) &&
	       READ("communities.csv", community_columns, data->communities, data->community_count) &&
	       READ("roads.csv", road_columns, data->roads, data->road_count) &&
	       READ("places.csv", place_columns, data->places, data->place_count) &&
	       READ("words.csv", word_columns, data->words, data->word_count) &&
	       READ("recipes.csv", recipe_columns, data->recipes, data->recipe_count) &&
	       READ("programmes.csv", programme_columns, data->programmes, data->programme_count) &&
	       READ("hours.csv", hours_columns, data->hours, data->hours_count) &&
	       READ("summaries.csv", summary_columns, data->summaries, data->summary_count);
}

/* "lon,lat lon,lat ...": at least a triangle. */
static bool read_outline(const char *text, struct arena *arena, struct demo_outline *outline)
{
	char *end;

	outline->corners = arena_take(arena, (strlen(text) / 4 + 1) * sizeof *outline->corners);
	outline->count = 0;
	while (*text) {
		struct position *corner = &outline->corners[outline->count++];

		corner->lon = strtod(text, &end);
		if (end == text || *end != ',')
			return false;
		text = end + 1;
		corner->lat = strtod(text, &end);
		if (end == text || (*end && *end != ' '))
			return false;
		text = *end ? end + 1 : end;
	}
	return outline->count >= 3;
}

static bool join_streets(struct demo_tables *from, struct demo_data *data)
{
	for (size_t i = 0; i < data->street_count; i++) {
		struct demo_street *street = &data->streets[i];

		if (!read_outline(street->outline, from->arena, &street->drawn))
			return demo_table_fail(from, "streets.csv", street->code, "its outline is not lon,lat lon,lat ...");
		street->communities = demo_table_group(data->communities, data->community_count, sizeof *data->communities, street->code);
		street->roads = demo_table_group(data->roads, data->road_count, sizeof *data->roads, street->code);
		if (street->communities.from == street->communities.to || street->roads.from == street->roads.to)
			return demo_table_fail(from, "streets.csv", street->code, "the street has no community or no road");
		data->weight_sum += street->weight;
	}
	if (!read_outline(values_text(data->district, "outline"), from->arena, &data->outline))
		return demo_table_fail(from, "district.csv", values_text(data->district, "code"),
				       "its outline is not lon,lat lon,lat ...");
	return data->street_count > 0;
}

static bool missing(struct demo_range range, const char *set)
{
	return *set && range.from == range.to;
}

static bool join_recipes(struct demo_tables *from, struct demo_data *data)
{
	for (size_t i = 0; i < data->recipe_count; i++) {
		struct demo_recipe *recipe = &data->recipes[i];

		recipe->programme_rows =
			demo_table_group(data->programmes, data->programme_count, sizeof *data->programmes, recipe->programmes);
		recipe->hours_rows = demo_table_group(data->hours, data->hours_count, sizeof *data->hours, recipe->hours);
		recipe->summary_rows =
			demo_table_group(data->summaries, data->summary_count, sizeof *data->summaries, recipe->summaries);
		if (missing(recipe->programme_rows, recipe->programmes) || recipe->hours_rows.from == recipe->hours_rows.to ||
		    recipe->summary_rows.from == recipe->summary_rows.to)
			return demo_table_fail(from, "recipes.csv", recipe->key, "its programmes, hours or summaries are not there");
		data->facility_count += recipe->count;
	}
	return data->facility_count > 0;
}

/* A series is as long as the farthest of its recipes reaches; the series stand one after the other. */
static void number_series(struct demo_data *data)
{
	for (size_t i = 0; i < data->recipe_count; i++) {
		struct demo_recipe *recipe = &data->recipes[i];
		size_t first = 0;

		while (strcmp(data->recipes[first].series, recipe->series) != 0)
			first++;
		for (size_t k = 0; k < data->recipe_count; k++) {
			int64_t end = data->recipes[k].site_from + data->recipes[k].count;

			if (strcmp(data->recipes[k].series, recipe->series) == 0 && end > recipe->series_size)
				recipe->series_size = end;
		}
		recipe->series_start = first == i ? data->site_count : data->recipes[first].series_start;
		if (first == i)
			data->site_count += recipe->series_size;
	}
}

static bool join_words(struct demo_tables *from, struct demo_data *data)
{
	data->names = demo_table_group(data->words, data->word_count, sizeof *data->words, "name");
	data->surnames = demo_table_group(data->words, data->word_count, sizeof *data->words, "surname");
	data->given = demo_table_group(data->words, data->word_count, sizeof *data->words, "given");
	data->again = demo_table_group(data->words, data->word_count, sizeof *data->words, "again");
	data->address = demo_table_group(data->words, data->word_count, sizeof *data->words, "address");
	if (data->surnames.from == data->surnames.to || data->given.from == data->given.to || data->again.from == data->again.to ||
	    data->address.from == data->address.to)
		return demo_table_fail(from, "words.csv", "list", "surname, given, again and address must each have a word");
	if ((int64_t)(data->names.to - data->names.from) < data->site_count)
		return demo_table_fail(from, "words.csv", "name", "there are fewer invented words than places to name");
	return true;
}

const struct demo_data *demo_data_read(const char *folder, struct arena *arena, const char **problem)
{
	struct demo_tables from = { .folder = folder, .arena = arena, .problem = problem };
	struct demo_data *data = arena_take(arena, sizeof *data);

	*problem = arena_format(arena, "%s: no streets or no recipes", folder);
	if (!read_all(&from, data) || !join_streets(&from, data) || !join_recipes(&from, data))
		return NULL;
	number_series(data);
	return join_words(&from, data) ? data : NULL;
}
