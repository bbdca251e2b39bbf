/* SPDX-License-Identifier: Apache-2.0 */
/* Finding care. The order by distance comes from the tree of places; what is not up to date stands apart. */
#include "find.h"

#include <math.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/find/tree.h"
#include "lib/find/words.h"
#include "origin.h"
#include "portal_queries.h"
#include "rules/facilities/freshness.h"
#include "rules/facilities/nearby.h"
#include "walk.h"

#define MOST_HITS_TO_SORT 2000
/* Of the first pages; further ones are asked for in SQL. */
#define MOST_FROM_TREE 200
/* So far the flat is within a metre of the great circle. */
#define FLAT_METRES 50000
/* Freshness in the tree of places is the last day in hundred-millionths: see its migration. */
#define DAYS_OF_TREE 1e8

static const char *const sorts[] = { "near", "fresh", "name", "fee", "vacancy", NULL };

static const struct field search_fields[] = {
	{ "q", FIELD_TEXT, OPTIONAL, 0, 1000, NULL },
	{ "lat", FIELD_REAL, OPTIONAL, -90, 90, NULL },
	{ "lon", FIELD_REAL, OPTIONAL, -180, 180, NULL },
	{ "street", FIELD_TEXT, OPTIONAL, 0, 60, NULL },
	{ "community", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "place", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "house", FIELD_INTEGER, OPTIONAL, 1, 99999, NULL },
	{ "near", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	CHILD_AGE_FIELD,
	CHILD_START_FIELD,
	{ "mode", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "not_mode", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "kind", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "not_kind", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "inclusive", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "operator", FIELD_TEXT, OPTIONAL, 0, 100, NULL },
	{ "not_operator", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "fee_max", FIELD_REAL, OPTIONAL, 0, 1000000, NULL },
	{ "vacancy", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "weekend", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "open_until", FIELD_TEXT, OPTIONAL, 5, 5, NULL },
	{ "within", FIELD_INTEGER, OPTIONAL, 1, WALKING_MOST_MINUTES, NULL },
	{ "exact", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "sort", FIELD_CHOICE, OPTIONAL, 0, 0, sorts },
	{ "page", FIELD_INTEGER, OPTIONAL, 1, FIND_MOST_PAGES, NULL },
	{ "part", FIELD_INTEGER, OPTIONAL, 1, FIND_MOST_PARTS, NULL },
	{ 0 },
};
const struct form search_form = { search_fields };

static const struct values *row_with(const struct rows *rows, const char *column, const char *text)
{
	for (size_t i = 0; i < rows->count; i++)
		if (strcmp(values_text(&rows->at[i], column), text) == 0)
			return &rows->at[i];
	return NULL;
}

/* The name of a code the form asks for; an unknown code is refused. */
static const char *name_of(struct finding *finding, const char *field, const struct rows *rows)
{
	const char *code = values_text(finding->form->values, field);
	const struct values *row = *code ? row_with(rows, "code", code) : NULL;

	if (*code && !row)
		form_refuse(finding->form, field, FIELD_MALFORMED);
	return row ? values_text(row, "name") : "";
}

/* HH:MM of a day, as it is compared in the edition. */
static void check_time(struct form_result *form, const char *field)
{
	const char *text = values_text(form->values, field);

	if (*text && (strspn(text, "0123456789") != 2 || text[2] != ':' || strspn(text + 3, "0123456789") != 2 || text[5] ||
		      strcmp(text, "23:59") > 0 || text[3] > '5'))
		form_refuse(form, field, FIELD_MALFORMED);
}

static void read_street(struct request *request, struct finding *finding)
{
	const struct published *published = published_of(request);
	const char *asked = values_text(finding->form->values, "street");
	const char *folded = *asked ? words_fold(portal_of(request)->words, request->arena, asked) : NULL;
	const struct values *row = *asked ? row_with(&published->streets, "code", asked) : NULL;

	finding->street_name = "";
	if (*asked && !row)
		row = row_with(&published->streets, "name", asked);
	if (*asked && !row)
		row = row_with(&published->streets, "name", folded ? folded : "");
	if (*asked && !row)
		form_refuse(finding->form, "street", FIELD_MALFORMED);
	if (!row)
		return;
	values_put_text(finding->form->values, "street", values_text(row, "code"));
	finding->street_name = values_text(row, "name");
	finding->origin_kind = ORIGIN_STREET;
	finding->origin = (struct position){ values_real(row, "lat"), values_real(row, "lon") };
	finding->origin_name = finding->street_name;
}

static enum outcome read_community(struct request *request, struct finding *finding)
{
	struct published *published = published_of(request);
	struct values *key = values_new(request->arena);
	struct values *row;

	if (values_null(finding->form->values, "community"))
		return PAGE;
	values_put_text(key, "code", values_text(finding->form->values, "community"));
	switch (sql_row(published->sql, &Q_community_one, key, request->arena, &row)) {
	case SQL_FAILED:
		return BROKEN;
	case SQL_NONE:
		form_refuse(finding->form, "community", FIELD_MALFORMED);
		return PAGE;
	case SQL_FOUND:
		break;
	}
	finding->community = row;
	finding->origin_kind = ORIGIN_COMMUNITY;
	finding->origin = (struct position){ values_real(row, "lat"), values_real(row, "lon") };
	finding->origin_name = values_text(row, "name");
	return PAGE;
}

static void read_point(struct finding *finding)
{
	const struct values *values = finding->form->values;
	bool lat = !values_null(values, "lat"), lon = !values_null(values, "lon");

	if (lat != lon && finding->form->fine)
		form_refuse(finding->form, lat ? "lon" : "lat", FIELD_MALFORMED);
	if (!lat || !lon)
		return;
	finding->origin_kind = ORIGIN_POINT;
	finding->origin = (struct position){ values_real(values, "lat"), values_real(values, "lon") };
	finding->origin_name = "";
	finding->origin_by = "";
}

static int64_t integer_or(const struct values *values, const char *name, int64_t otherwise)
{
	return values_null(values, name) ? otherwise : values_integer(values, name);
}

static void set_filters(struct request *request, struct finding *finding)
{
	const struct values *asked = finding->form->values;
	const struct offer_question *offer = &finding->offer;
	bool by_programme = offer->age >= 0 || *offer->mode || offer->fee_max_fen >= 0 || values_integer(asked, "vacancy") == 1;
	const char *match = values_null(asked, "q") ? "" :
			    words_query(portal_of(request)->words, request->arena, values_text(asked, "q"));

	const struct value filters[] = {
		value_text("street", values_text(asked, "street")),
		value_text("kind", values_text(asked, "kind")),
		value_integer("inclusive", values_integer(asked, "inclusive")),
		value_text("operator", finding->operator_kind ? "" : values_text(asked, "operator")),
		value_text("operator_kind", finding->operator_kind ? values_text(asked, "operator") : ""),
		value_text("not_operator", values_text(asked, "not_operator")),
		value_text("not_kind", values_text(asked, "not_kind")),
		value_integer("weekend", values_integer(asked, "weekend")),
		value_text("open_until", values_text(asked, "open_until")),
		value_integer("age", offer->age),
		value_text("mode", offer->mode),
		value_integer("fee_max_fen", offer->fee_max_fen),
		value_integer("vacancy", values_integer(asked, "vacancy")),
		value_integer("by_programme", by_programme),
		/* Signs and emoji alone hold no word, and nothing is called so. */
		value_text("match", match ? match : "\"\""),
	};

	values_add(finding->parameters, filters, sizeof filters / sizeof *filters);
	finding->filtered = by_programme || values_say(asked, "q") || values_say(asked, "street") || values_say(asked, "kind") ||
			    values_integer(asked, "inclusive") == 1 || values_say(asked, "operator") || values_say(asked, "not_operator") ||
			    values_say(asked, "not_kind") || values_integer(asked, "weekend") == 1 || values_say(asked, "open_until");
}

/* The day by which there must be room. */
static const char *room_by(const struct request *request, const struct offer_question *offer)
{
	return *offer->room_by ? offer->room_by : calendar_day_text(request->arena, day_number(portal_of(request)->today));
}

/* The circle in which all lies that is walked within so many minutes: no way along streets is shorter than the straight line. */
static double within_metres(const struct request *request, const struct finding *finding, double minutes)
{
	const struct walking *walking = &published_of(request)->walking;

	return finding->by_streets ? minutes * walking->metres_per_minute : straight_metres_within(walking, minutes);
}

static void set_place(struct request *request, struct finding *finding)
{
	int64_t within = values_integer(finding->form->values, "within");

	const struct value place[] = {
		value_real("lat", finding->origin.lat),
		value_real("lon", finding->origin.lon),
		value_real("fresh_since", ((double)day_number(portal_of(request)->today) - 0.5) / DAYS_OF_TREE),
		value_real("stale_metres", NEAREST_APART_METRES),
		value_real("within_metres", within ? within_metres(request, finding, (double)within) : 0),
		value_integer("today", portal_of(request)->today),
		value_text("room_by", room_by(request, &finding->offer)),
	};

	values_add(finding->parameters, place, sizeof place / sizeof *place);
	finding->within_needs_place = within && finding->origin_kind == ORIGIN_NONE;
	if (finding->within_needs_place)
		finding->form->fine = false;
}

/* What the asked fields mean: places, filters, order. */
static void settle(struct request *request, struct finding *finding)
{
	const char *sort = values_text(finding->form->values, "sort");

	finding->parameters = values_new(request->arena);
	finding->offer = offer_question(portal_of(request), finding->form->values, request->arena);
	finding->operator_kind = row_with(&published_of(request)->operators, "code", values_text(finding->form->values, "operator"));
	set_filters(request, finding);
	set_place(request, finding);
	finding->sort = *sort ? sort : finding->origin_kind == ORIGIN_NONE ? "fresh" : "near";
	if (strcmp(finding->sort, "near") == 0 && finding->origin_kind == ORIGIN_NONE)
		finding->sort = "fresh";
	finding->page = integer_or(finding->form->values, "page", 1);
	finding->part = integer_or(finding->form->values, "part", 1);
}

enum outcome find_read(struct request *request, struct finding *finding)
{
	const struct published *published = published_of(request);
	enum outcome outcome;

	*finding = (struct finding){ .form = request->form, .origin_name = "", .origin_by = "", .origin_near = "" };
	if (!child_read_age(request, finding->form))
		return BROKEN;
	outcome = asked_read(request, finding->form, &finding->asked);
	if (outcome != PAGE)
		return outcome;
	if (!child_read_start(request, finding->form))
		return BROKEN;
	read_street(request, finding);
	outcome = read_community(request, finding);
	if (outcome == PAGE)
		outcome = origin_read_place(request, finding);
	if (outcome != PAGE)
		return outcome;
	read_point(finding);
	origin_look_outside(published, finding);
	finding->by_streets = finding->origin_kind != ORIGIN_NONE && walk_set_out(request, finding->origin);
	finding->mode_name = name_of(finding, "mode", &published->modes);
	finding->kind_name = name_of(finding, "kind", &published->kinds);
	finding->not_mode_name = name_of(finding, "not_mode", &published->modes);
	finding->not_kind_name = name_of(finding, "not_kind", &published->kinds);
	finding->not_operator_name = name_of(finding, "not_operator", &published->operators);
	check_time(finding->form, "open_until");
	settle(request, finding);
	return PAGE;
}

/* What a count depends on, hashed under a secret of this worker: no visitor can make two questions share one. */
static uint64_t count_key(const struct finding *finding, const struct portal *portal)
{
	bool within = values_real(finding->parameters, "within_metres") > 0;
	unsigned char hash[crypto_generichash_BYTES_MIN];
	crypto_generichash_state state;
	uint64_t key;

	crypto_generichash_init(&state, portal->count_secret, sizeof portal->count_secret, sizeof hash);
	for (size_t i = 0; i < finding->parameters->count; i++) {
		const struct value *value = &finding->parameters->at[i];

		if (value->kind == VALUE_TEXT)
			crypto_generichash_update(&state, (const unsigned char *)value->text, value->size + 1);
		else if (value->kind == VALUE_INTEGER || within)
			crypto_generichash_update(&state, (const unsigned char *)&value->integer, sizeof value->integer);
	}
	crypto_generichash_final(&state, hash, sizeof hash);
	memcpy(&key, hash, sizeof key);
	return key ? key : 1;
}

/* Counts are kept by what they depend on. */
static enum outcome count_by(struct request *request, struct finding *finding, const struct query *query, int64_t *total, int64_t *without_care)
{
	struct portal *portal = portal_of(request);
	uint64_t key = count_key(finding, portal);
	struct values *row;

	if (portal->counts[key % COUNTS_KEPT].key != key) {
		if (sql_row(portal->published->sql, query, finding->parameters, request->arena, &row) != SQL_FOUND)
			return BROKEN;
		portal->counts[key % COUNTS_KEPT].key = key;
		portal->counts[key % COUNTS_KEPT].total = values_integer(row, "total");
		portal->counts[key % COUNTS_KEPT].without_care = values_integer(row, "without_care");
	}
	*total = portal->counts[key % COUNTS_KEPT].total;
	*without_care = portal->counts[key % COUNTS_KEPT].without_care;
	return PAGE;
}

static enum outcome count(struct request *request, struct finding *finding)
{
	bool within = values_real(finding->parameters, "within_metres") > 0;

	if (finding->filtered || within)
		return count_by(request, finding, within ? &Q_directory_count_within : &Q_directory_count, &finding->total, &finding->without_care);
	finding->total = published_of(request)->total;
	finding->without_care = published_of(request)->without_care;
	return PAGE;
}

/* When only those with room are asked for: how many more of which nobody knows. */
static enum outcome count_unknown(struct request *request, struct finding *finding)
{
	bool within = values_real(finding->parameters, "within_metres") > 0;
	enum outcome outcome;
	int64_t none;

	if (values_integer(finding->parameters, "vacancy") != 1)
		return PAGE;
	values_put_integer(finding->parameters, "vacancy", 2);
	outcome = count_by(request, finding, within ? &Q_directory_count_unknown_within : &Q_directory_count_unknown, &finding->unknown, &none);
	values_put_integer(finding->parameters, "vacancy", 1);
	return outcome;
}

static struct found found_of(const struct finding *finding, const struct values *row)
{
	struct found found = { values_integer(row, "id"), { values_real(row, "lat"), values_real(row, "lon") }, 0, 0, (enum apart)values_integer(row, "apart") };

	if (finding->origin_kind != ORIGIN_NONE)
		found.metres = distance_metres(finding->origin, found.position);
	return found;
}

static const struct query *query_for(const struct finding *finding)
{
	static const struct { const char *sort; const struct query *query; } queries[] = {
		{ "fresh", &Q_directory_fresh },
		{ "name", &Q_directory_by_name },
		{ "fee", &Q_directory_by_fee },
		{ "vacancy", &Q_directory_by_vacancy },
		{ "changed", &Q_directory_by_change },
	};

	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		if (strcmp(queries[i].sort, finding->sort) == 0)
			return queries[i].query;
	return finding->filtered ? &Q_directory_near : &Q_directory_near_all;
}

static struct nearest nearest_of(const struct finding *finding, double fresh_since)
{
	const struct values *asked = finding->parameters;
	struct nearest nearest = {
		.lat = finding->origin.lat,
		.lon = finding->origin.lon,
		.fresh_since = fresh_since,
		.stale_metres = values_real(asked, "stale_metres"),
		.within_metres = values_real(asked, "within_metres"),
	};

	nearest_prepare(&nearest);
	return nearest;
}

/* In a district no great circle is needed. */
static void add_found(struct finding *finding, const struct nearest *nearest, int64_t id, struct position position, double rank)
{
	double metres = sqrt(nearest_square(nearest, position.lat, position.lon));

	if (metres > FLAT_METRES)
		metres = distance_metres(finding->origin, position);
	finding->found[finding->count++] = (struct found){ id, position, metres, rank, (enum apart)(rank / NEAREST_APART_METRES) };
}

/* Nearest first among the places that the worker holds. */
static enum outcome collect_nearby(struct request *request, struct finding *finding, int64_t skip, int64_t most)
{
	struct nearest nearest = nearest_of(finding, (double)portal_of(request)->today);
	struct nearby_found *found = arena_take(request->arena, (size_t)(skip + most) * sizeof *found);
	size_t count = nearby_find(&published_of(request)->nearby, &nearest, found, (size_t)(skip + most));

	finding->found = arena_take(request->arena, (size_t)most * sizeof *finding->found);
	for (size_t i = (size_t)skip; i < count; i++)
		add_found(finding, &nearest, found[i].place->id, found[i].place->position, found[i].rank);
	return PAGE;
}

/* Nearest first from the tree of places. False: it is to be asked in SQL. */
static bool collect_from_tree(struct request *request, struct finding *finding, int64_t skip, int64_t most)
{
	struct nearest nearest = nearest_of(finding, values_real(finding->parameters, "fresh_since"));
	struct tree_found found[MOST_FROM_TREE];
	size_t count = 0;

	if (!published_of(request)->tree || skip + most > MOST_FROM_TREE)
		return false;
	if (!tree_find(published_of(request)->tree, &nearest, found, (size_t)(skip + most), &count, request->arena))
		return false;
	finding->found = arena_take(request->arena, (size_t)most * sizeof *finding->found);
	for (size_t i = (size_t)skip; i < count; i++)
		add_found(finding, &nearest, found[i].id, (struct position){ found[i].lat, found[i].lon }, found[i].rank);
	return true;
}

static enum outcome collect(struct request *request, struct finding *finding, int64_t skip, int64_t most)
{
	struct sql *sql = published_of(request)->sql;
	struct sql_cursor cursor;
	const struct values *row;

	if (query_for(finding) == &Q_directory_near_all && published_of(request)->nearby.places)
		return collect_nearby(request, finding, skip, most);
	if (query_for(finding) == &Q_directory_near_all && collect_from_tree(request, finding, skip, most))
		return PAGE;
	values_put_integer(finding->parameters, "skip", skip);
	values_put_integer(finding->parameters, "most", most);
	finding->found = arena_take(request->arena, (size_t)most * sizeof *finding->found);
	finding->count = 0;
	if (!sql_start(sql, query_for(finding), finding->parameters, &cursor))
		return BROKEN;
	while ((row = sql_next(&cursor)))
		finding->found[finding->count++] = found_of(finding, row);
	return sql_failed(sql) ? BROKEN : PAGE;
}

static int nearer(const void *left, const void *right)
{
	const struct found *a = left, *b = right;

	if (a->rank < b->rank || a->rank > b->rank)
		return a->rank < b->rank ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

/* The rank of the tree's order: metres within a group. Outside the walking circle it is no result. */
static bool rank(const struct request *request, struct finding *finding, struct found *found)
{
	int64_t within = values_integer(finding->form->values, "within");

	found->rank = found->metres + found->apart * NEAREST_APART_METRES;
	return !within || walk_minutes(request, found->position, found->metres) <= within;
}

/*
 * Those that are walked within the time along streets, in their order: all of the circle are read, and the page cut out. *done stays false
 * when they are too many; then the straight line has to serve.
 */
static enum outcome collect_walked(struct request *request, struct finding *finding, int64_t skip, int64_t most, bool *done)
{
	enum outcome outcome = collect(request, finding, 0, MOST_HITS_TO_SORT);
	size_t count = 0;

	*done = outcome == PAGE && finding->count < MOST_HITS_TO_SORT;
	values_put_real(finding->parameters, "within_metres",
			straight_metres_within(&published_of(request)->walking, (double)values_integer(finding->form->values, "within")));
	if (!*done)
		return outcome;
	for (size_t i = 0; i < finding->count; i++) {
		if (!rank(request, finding, &finding->found[i]))
			continue;
		finding->without_care += finding->found[i].apart == WITHOUT_CARE;
		finding->found[count++] = finding->found[i];
	}
	finding->total = (int64_t)count;
	skip = skip < (int64_t)count ? skip : (int64_t)count;
	finding->found += skip;
	finding->count = count - (size_t)skip < (size_t)most ? count - (size_t)skip : (size_t)most;
	return PAGE;
}

/* A word with few hits, nearest first: all are read, put in order, and the page cut out. The total comes with it. */
static enum outcome collect_word(struct request *request, struct finding *finding, int64_t skip, int64_t most)
{
	struct sql *sql = published_of(request)->sql;
	struct sql_cursor cursor;
	const struct values *row;
	struct found *found;
	size_t count = 0;

	finding->found = arena_take(request->arena, MOST_HITS_TO_SORT * sizeof *finding->found);
	if (!sql_start(sql, &Q_directory_near_word, finding->parameters, &cursor))
		return BROKEN;
	while (count < MOST_HITS_TO_SORT && (row = sql_next(&cursor))) {
		found = &finding->found[count];
		*found = found_of(finding, row);
		if (!rank(request, finding, found))
			continue;
		finding->without_care += found->apart == WITHOUT_CARE;
		count++;
	}
	sql_finish(&cursor);
	if (sql_failed(sql))
		return BROKEN;
	qsort(finding->found, count, sizeof *finding->found, nearer);
	finding->total = (int64_t)count;
	skip = skip < (int64_t)count ? skip : (int64_t)count;
	finding->found += skip;
	finding->count = count - (size_t)skip;
	if ((int64_t)finding->count > most)
		finding->count = (size_t)most;
	return PAGE;
}

static enum outcome few_hits(struct request *request, struct finding *finding, bool *few)
{
	struct values *row;

	*few = false;
	if (!values_say(finding->parameters, "match") || strcmp(finding->sort, "near") != 0)
		return PAGE;
	values_put_integer(finding->parameters, "most", MOST_HITS_TO_SORT);
	if (sql_row(published_of(request)->sql, &Q_directory_hits, finding->parameters, request->arena, &row) != SQL_FOUND)
		return BROKEN;
	*few = values_integer(row, "hits") < MOST_HITS_TO_SORT;
	return PAGE;
}

enum outcome find_run(struct request *request, struct finding *finding, int64_t most)
{
	int64_t per_page = most > 0 ? most : FIND_PAGE_SIZE;
	int64_t skip = ((most > 0 ? finding->part : finding->page) - 1) * per_page;
	enum outcome outcome;
	bool few, done = false;

	finding->without_care = finding->unknown = 0;
	outcome = few_hits(request, finding, &few);
	if (outcome == PAGE && !few && finding->by_streets && values_real(finding->parameters, "within_metres") > 0)
		outcome = collect_walked(request, finding, skip, per_page, &done);
	if (outcome == PAGE && !done)
		outcome = few ? collect_word(request, finding, skip, per_page) : count(request, finding);
	if (outcome == PAGE)
		outcome = count_unknown(request, finding);
	if (outcome != PAGE)
		return outcome;
	if (!finding->total && finding->form->fine && asked_leave_words(finding->form, &finding->asked, request->arena)) {
		settle(request, finding);
		return find_run(request, finding, most);
	}
	finding->pages = (finding->total + per_page - 1) / per_page;
	if (few || done)
		return PAGE;
	if (per_page > finding->total - skip)
		per_page = finding->total - skip;
	return per_page > 0 ? collect(request, finding, skip, per_page) : PAGE;
}

/* What the list finds for a phrase alone. */
static enum outcome find_phrase(struct request *request, const char *phrase, size_t most, struct finding *finding)
{
	struct form_result *own = request->form;
	enum outcome outcome;

	request->form = form_begin(&search_form, request->arena);
	form_take(request->form, "q", phrase, request->arena);
	form_end(request->form, request->arena);
	outcome = find_read(request, finding);
	if (outcome == PAGE && finding->form->fine)
		outcome = find_run(request, finding, (int64_t)most);
	request->form = own;
	return outcome;
}

static bool read_found(struct request *request, const struct finding *finding, size_t most, struct rows *rows)
{
	struct values *key = values_new(request->arena), *row;
	size_t count = finding->count < most ? finding->count : most;

	rows->at = arena_take(request->arena, (count + 1) * sizeof *rows->at);
	for (rows->count = 0; rows->count < count; rows->count++) {
		values_put_integer(key, "id", finding->found[rows->count].id);
		if (sql_row(published_of(request)->sql, &Q_listing_one, key, request->arena, &row) != SQL_FOUND)
			return false;
		rows->at[rows->count] = *row;
	}
	return true;
}

/* Facilities in whose name, address or other words all of the phrase is found. */
static bool list_with_words(struct request *request, const char *phrase, size_t most, struct rows *rows)
{
	struct words *words = portal_of(request)->words;
	struct values *parameters = values_new(request->arena);
	const char *match = words_query(words, request->arena, phrase);

	*rows = (struct rows){ .count = 0 };
	values_put_text(parameters, "typed", phrase);
	values_put_text(parameters, "folded", words_fold(words, request->arena, phrase));
	values_put_text(parameters, "match", match);
	values_put_integer(parameters, "most", (int64_t)most);
	return !match || sql_list(published_of(request)->sql, &Q_facility_choice, parameters, request->arena, most, rows);
}

/* The place that a phrase names, as it is written in an address. */
static const char *place_in_address(const struct asked *asked, struct arena *arena)
{
	return asked->understood.house >= 0 ? arena_format(arena, "%s %d", asked->place->name, asked->understood.house) : asked->place->name;
}

enum outcome find_choices(struct request *request, const char *typed, size_t most, struct finding *finding, struct rows *rows, enum choice *choice)
{
	enum outcome outcome = find_phrase(request, typed, most, finding);
	bool place_alone = finding->asked.place && !finding->filtered;

	*rows = (struct rows){ .count = 0 };
	*choice = CHOICE_AS_TYPED;
	if (outcome != PAGE)
		return outcome;
	if (!list_with_words(request, typed, most, rows))
		return BROKEN;
	if (rows->count || (!place_alone && !finding->filtered))
		return PAGE;
	*choice = CHOICE_AS_READ;
	if (asked_names_facility_nearly(request, typed, &finding->asked)) {
		values_put_text(finding->form->values, "q", finding->asked.corrected_to);
		return list_with_words(request, finding->asked.corrected_to, most, rows) ? PAGE : BROKEN;
	}
	if (place_alone && !list_with_words(request, place_in_address(&finding->asked, request->arena), most, rows))
		return BROKEN;
	if (rows->count)
		return PAGE;
	*choice = place_alone ? CHOICE_NEAREST : CHOICE_AS_READ;
	return read_found(request, finding, place_alone ? FIND_CHOICES : most, rows) ? PAGE : BROKEN;
}

enum outcome find_without(struct request *request, const struct finding *finding, const char *field, struct finding *less)
{
	struct form_result *form = arena_take(request->arena, sizeof *form);

	*less = *finding;
	*form = *finding->form;
	form->values = values_copy(finding->form->values, request->arena);
	values_put_null(form->values, field);
	less->form = form;
	settle(request, less);
	less->page = 1;
	less->part = 1;
	return find_run(request, less, 1);
}
