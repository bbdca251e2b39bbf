/* SPDX-License-Identifier: Apache-2.0 */
/* A facility as a row of the list. */
#include "listing.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "ages.h"
#include "lib/base/telephone.h"
#include "lib/base/text.h"
#include "link.h"
#include "portal_queries.h"
#include "rules/facilities/kinds.h"
#include "trust.h"
#include "walk.h"

/* What is said of the way: nothing, how far it is, how long it takes on foot too. */
enum with { WITH_NOTHING, WITH_DISTANCE, WITH_WALK, WITHS };

/* Without gaps, since it is compared as bytes. */
struct piece_key {
	int64_t id;
	int32_t fee_max_fen;            /* this, age and mode say which classes fit: fees and vacancies are of these */
	int16_t age;
	int8_t mode;                    /* its place among the edition's, 0 = any, below 0 = all but this one */
	int8_t start_with;              /* months to the wished one and one, 0 = none is wished; times WITHS, and the enum with */
};

void freshness_bind(const struct portal *portal, struct page *page, const struct values *row, const char *what, struct arena *arena)
{
	const char *until = arena_format(arena, "%s_until", what);
	const char *asserted_at = arena_format(arena, "%s_asserted_at", what);
	const char *state = values_null(row, until) ? "unknown" : portal_fresh(portal, row, until) ? "fresh" : "stale";

	page_show(page, arena_format(arena, "%s_%s", what, state));
	page_text(page, arena_format(arena, "%s_asserted_on", what), portal_day(row, asserted_at, arena));
}

/* Yuan, "" when it is not stated; nought shows too. */
static void bind_yuan(struct page *page, const char *name, const struct values *row, const char *column, struct arena *arena)
{
	int64_t fen = values_integer(row, column);
	const char *yuan = "";

	if (!values_null(row, column))
		yuan = arena_format(arena, fen % 100 ? "%" PRId64 ".%02d" : "%" PRId64, fen / 100, (int)(fen % 100));
	page_text(page, name, yuan);
}

/* Fees in yuan, from the lowest to the highest when they differ, and with meals; a fee of 0 is free, which is not the same as not stated. */
static void bind_fee(struct page *page, const struct values *row, struct arena *arena)
{
	static const struct { const char *code, *section; } reasons[] = {
		{ "AGE", "fee_by_age" }, { "MODE", "fee_by_mode" }, { "BOTH", "fee_by_both" }, { "CLASS", "fee_by_class" },
	};
	static const struct values nothing;
	const char *differs_by = values_text(row, "fee_differs_by");
	bool totals_differ = values_integer(row, "total_min_fen") != values_integer(row, "total_max_fen");
	bool is_free = !values_null(row, "fee_min_fen") && !values_integer(row, "fee_max_fen");

	if (is_free)
		page_show(page, "fee_is_free");
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (strcmp(reasons[i].code, differs_by) == 0)
			page_show(page, reasons[i].section);
	bind_yuan(page, "fee_min_yuan", is_free ? &nothing : row, "fee_min_fen", arena);
	bind_yuan(page, "fee_max_yuan", *differs_by ? row : &nothing, "fee_max_fen", arena);
	bind_yuan(page, "meal_fee_yuan", row, "meal_fee_fen", arena);
	bind_yuan(page, "subsidy_yuan", row, "subsidy_fen", arena);
	bind_yuan(page, "total_min_yuan", row, "total_min_fen", arena);
	bind_yuan(page, "total_max_yuan", totals_differ ? row : &nothing, "total_max_fen", arena);
}

void listing_bind(const struct portal *portal, struct page *page, const struct values *row, struct arena *arena)
{
	page_values(page, row);
	bind_fee(page, row, arena);
	trust_bind(portal, page, row, arena);
	age_range_bind(portal->published, page, row);
	page_text(page, "phone_dialed", telephone_dialed(values_text(row, "phone"), arena));
	if (kind_gives_care(values_text(row, "kind"))) {
		page_show(page, "care");
		freshness_bind(portal, page, row, "vacancy", arena);
		freshness_bind(portal, page, row, "fee", arena);
	} else {
		page_show(page, "no_care");
	}
}

/* What differs from one facility to the next; the rest is alike in many, and kept once. */
static struct page *begin_piece(const struct portal *portal, const char *name)
{
	static const char *const own[] = { "code", "name", "lat", "lon", "street_name", "address", "phone", "phone_dialed", "places", "vacancy",
					   "vacancy_asserted_on", "fee_min_yuan", "fee_max_yuan", "meal_fee_yuan", "subsidy_yuan",
					   "total_min_yuan", "total_max_yuan", "vacancy_from", "x", "y", "places_per_carer", "fresh_days", "counted_days", NULL };
	struct page *page = page_new(portal->program.templates, name);

	page_between(page, own, fragment_value(portal->rows), fragment_value_end(portal->rows));
	return page;
}

static void bind_holes(const struct portal *portal, struct page *page, enum with with)
{
	page_text(page, "number", fragment_token(portal->rows, HOLE_NUMBER));
	page_text(page, "from", fragment_token(portal->rows, HOLE_FROM));
	if (with == WITH_NOTHING)
		return;
	page_show(page, "distance");
	page_text(page, "distance_km", fragment_token(portal->rows, HOLE_DISTANCE_KM));
	if (with == WITH_WALK)
		page_show(page, "walk");
	page_text(page, "walk_min", fragment_token(portal->rows, HOLE_WALK_MIN));
}

static bool expand(struct page *page, struct buffer *out)
{
	bool made = page_expand(page, out);

	page_free(page);
	return made;
}

static const struct fragment *make_piece(struct request *request, const struct offer_question *offer, const struct piece_key *key)
{
	struct portal *portal = portal_of(request);
	struct values *parameters = values_new(request->arena);
	const struct fragment *piece = NULL;
	struct page *page;
	struct buffer made = { 0 };
	struct values *row;

	values_put_integer(parameters, "id", key->id);
	if (sql_row(portal->published->sql, &Q_listing_one, parameters, request->arena, &row) != SQL_FOUND ||
	    !offer_put(request, offer, row) || !trust_put(request, row))
		return NULL;
	page = begin_piece(portal, "public/listing.tpl");
	listing_bind(portal, page, row, request->arena);
	bind_holes(portal, page, (enum with)(key->start_with % WITHS));
	if (expand(page, &made))
		piece = fragment_keep(portal->rows, key, sizeof *key, made.bytes, made.size);
	buffer_free(&made);
	return piece;
}

/* Kilometres: tenths up to ten, whole ones beyond. */
static char *put_kilometres(char *to, double metres)
{
	return text_put_decimal(to, metres / 1000, metres < 9950 ? 1 : 0);
}

static void fill_hole(struct hole_value *hole, const char *from, const char *to)
{
	hole->bytes = from;
	hole->size = (size_t)(to - from);
}

const char *distance_text(double metres, struct arena *arena)
{
	char text[TEXT_NUMBER_SIZE];

	return arena_text(arena, text, (size_t)(put_kilometres(text, metres) - text));
}

void listing_bind_group(struct page *page, enum apart apart)
{
	if (apart == NOT_UP_TO_DATE)
		page_show(page, "group_not_up_to_date");
	if (apart == WITHOUT_CARE)
		page_show(page, "group_without_care");
}

enum outcome listing_begin_group(struct request *request, enum apart apart, struct buffer *rows)
{
	struct page *page = page_new(portal_of(request)->program.templates, "public/group.tpl");

	listing_bind_group(page, apart);
	return expand(page, rows) ? PAGE : BROKEN;
}

const char *listing_carried(const struct finding *finding, const char *ampersand, struct arena *arena)
{
	const char *page = finding->page > 1 ? arena_format(arena, "%" PRId64, finding->page) : "";
	const char *list = search_link(finding, "", "part", page, "", "", arena);
	char from[2 * TEXT_NUMBER_SIZE + 16] = "", *to = from;

	if (finding->origin_kind != ORIGIN_NONE) {
		to = text_put_decimal((char *)memcpy(to, "from=", 5) + 5, finding->origin.lat, 5);
		*to++ = ',';
		*text_put_decimal(to, finding->origin.lon, 5) = '\0';
	}
	if (!*list || strlen(list) > LISTING_LONGEST_QUESTION)
		return *from ? arena_format(arena, "?%s", from) : "";
	return arena_format(arena, "?%s%slist=%s", from, *from ? ampersand : "", link_escaped(list + 1, arena));
}

/* What is kept of the row of a facility, made when nothing is; NULL when it cannot be. */
static const struct fragment *piece_of(struct request *request, const struct offer_question *offer, const struct piece_key *key)
{
	const struct fragment *piece = fragment_find(portal_of(request)->rows, key, sizeof *key);

	return piece ? piece : make_piece(request, offer, key);
}

static int8_t mode_number(const struct rows *modes, const char *code)
{
	bool unwanted = *code == '!';

	code += unwanted;
	for (size_t i = 0; *code && i < modes->count; i++)
		if (strcmp(values_text(&modes->at[i], "code"), code) == 0)
			return (int8_t)(unwanted ? -(int)(i + 1) : (int)(i + 1));
	return 0;
}

static enum with with_of(const struct request *request, const struct finding *finding, const struct found *found)
{
	if (finding->origin_kind == ORIGIN_NONE)
		return WITH_NOTHING;
	return walk_minutes(request, found->position, found->metres) <= WALKING_MOST_MINUTES ? WITH_WALK : WITH_DISTANCE;
}

enum outcome listing_write(struct request *request, const struct finding *finding, int number, struct buffer *rows)
{
	struct piece_key *keys = arena_take(request->arena, (finding->count + 1) * sizeof *keys);
	const struct fragment **pieces = arena_take(request->arena, (finding->count + 1) * sizeof *pieces);
	char number_text[TEXT_NUMBER_SIZE], distance[TEXT_NUMBER_SIZE], walk[TEXT_NUMBER_SIZE];
	struct hole_value values[FRAGMENT_HOLES] = { 0 };
	const struct offer_question *offer = &finding->offer;
	int8_t mode = mode_number(&published_of(request)->modes, offer->mode);
	const char *from = listing_carried(finding, "&amp;", request->arena);
	bool all_kept;

	values[HOLE_FROM] = (struct hole_value){ .bytes = from, .size = strlen(from) };
	for (size_t i = 0; i < finding->count; i++)
		keys[i] = (struct piece_key){ finding->found[i].id, (int32_t)offer->fee_max_fen, (int16_t)offer->age, mode,
					       (int8_t)((offer->ahead + 1) * WITHS + with_of(request, finding, &finding->found[i])) };
	all_kept = fragments_find(portal_of(request)->rows, keys, sizeof *keys, finding->count, pieces);
	for (size_t i = 0; i < finding->count; i++) {
		double metres = finding->found[i].metres;
		/* Making one may take the place of another. */
		const struct fragment *piece = all_kept ? pieces[i] : piece_of(request, offer, &keys[i]);

		if (!piece)
			return BROKEN;
		fill_hole(&values[HOLE_NUMBER], number_text, text_put_integer(number_text, number++));
		fill_hole(&values[HOLE_DISTANCE_KM], distance, put_kilometres(distance, metres));
		fill_hole(&values[HOLE_WALK_MIN], walk, text_put_integer(walk, walk_minutes(request, finding->found[i].position, metres)));
		fragment_write(piece, values, rows);
	}
	return PAGE;
}
