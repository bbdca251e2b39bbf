/* SPDX-License-Identifier: Apache-2.0 */
/* A facility as a row of the list and a dot on the map. */
#include "listing.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/text.h"
#include "map.h"
#include "portal_queries.h"
#include "rules/kinds.h"

/* Row and dot of a facility are kept together, as two parts of a piece. */
enum part { PART_ROW, PART_DOT };

struct piece_key {
	int64_t id;
	int64_t with_distance;
};

const char *phone_dialed(const char *text, struct arena *arena)
{
	char *digits = arena_take(arena, strlen(text) + 1);
	char *to = digits;

	for (; *text; text++)
		if ((*text >= '0' && *text <= '9') || (*text == '+' && to == digits))
			*to++ = *text;
	return digits;
}

void freshness_bind(const struct portal *portal, struct page *page, const struct values *row, const char *what, struct arena *arena)
{
	const char *until = arena_format(arena, "%s_until", what);
	const char *asserted_at = arena_format(arena, "%s_asserted_at", what);
	const char *state = values_null(row, until) ? "unknown" : portal_fresh(portal, row, until) ? "fresh" : "stale";

	page_show(page, arena_format(arena, "%s_%s", what, state));
	page_text(page, arena_format(arena, "%s_asserted_on", what), portal_day(row, asserted_at, arena));
}

/* The lowest fee in yuan; one of 0 is free, which is not the same as not stated. */
static void bind_fee(struct page *page, const struct values *row)
{
	if (values_null(row, "fee_min_fen"))
		page_text(page, "fee_min_yuan", "");
	else if (values_integer(row, "fee_min_fen"))
		page_real(page, "fee_min_yuan", (double)values_integer(row, "fee_min_fen") / 100, 2);
	else
		page_show(page, "fee_min_is_free");
}

void listing_bind(const struct portal *portal, struct page *page, const struct values *row, struct arena *arena)
{
	page_values(page, row);
	bind_fee(page, row);
	page_text(page, "phone_dialed", phone_dialed(values_text(row, "phone"), arena));
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
					   "vacancy_asserted_on", "fee_min_yuan", "x", "y", NULL };
	struct page *page = page_new(portal->program.templates, name);

	page_between(page, own, fragment_value(portal->rows), fragment_value_end(portal->rows));
	return page;
}

static void bind_holes(const struct portal *portal, struct page *page, bool with_distance)
{
	page_text(page, "number", fragment_token(portal->rows, HOLE_NUMBER));
	page_text(page, "from", with_distance ? fragment_token(portal->rows, HOLE_FROM) : "");
	if (!with_distance)
		return;
	page_show(page, "distance");
	page_text(page, "distance_km", fragment_token(portal->rows, HOLE_DISTANCE_KM));
	page_text(page, "walk_min", fragment_token(portal->rows, HOLE_WALK_MIN));
}

static void bind_dot(struct page *page, const struct portal *portal, const struct values *row)
{
	const struct map *map = &portal->published->map;

	page_text(page, "number", fragment_token(portal->rows, HOLE_NUMBER));
	page_text(page, "code", values_text(row, "code"));
	page_text(page, "name", values_text(row, "name"));
	page_real(page, "x", map_x(map, values_real(row, "lon")), 0);
	page_real(page, "y", map_y(map, values_real(row, "lat")), 0);
}

static bool expand(struct page *page, struct buffer *out)
{
	bool made = page_expand(page, out);

	page_free(page);
	return made;
}

static const struct fragment *make_piece(struct request *request, const struct piece_key *key)
{
	struct portal *portal = portal_of(request);
	struct values *parameters = values_new(request->arena);
	const struct fragment *piece = NULL;
	struct page *row_page, *dot_page;
	struct buffer made = { 0 };
	struct values *row;
	bool whole;

	values_put_integer(parameters, "id", key->id);
	if (sql_row(portal->published->sql, &Q_listing_one, parameters, request->arena, &row) != SQL_FOUND)
		return NULL;
	row_page = begin_piece(portal, "public/listing.tpl");
	listing_bind(portal, row_page, row, request->arena);
	bind_holes(portal, row_page, key->with_distance);
	dot_page = begin_piece(portal, "public/dot.tpl");
	bind_dot(dot_page, portal, row);
	whole = expand(row_page, &made);
	buffer_text(&made, fragment_parting(portal->rows));
	whole = expand(dot_page, &made) && whole;
	if (whole)
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

/* Where the search starts, as the rows' links carry it to the facility's page: "?from=31.24000,121.42000", "" without a place. */
static const char *put_origin(char *to, const struct finding *finding)
{
	if (finding->origin_kind == ORIGIN_NONE)
		return to;
	to = text_put_decimal((char *)memcpy(to, "?from=", 6) + 6, finding->origin.lat, 5);
	*to++ = ',';
	return text_put_decimal(to, finding->origin.lon, 5);
}

/* What is kept of the row and dot of a facility, made when nothing is; NULL when it cannot be. */
static const struct fragment *piece_of(struct request *request, const struct piece_key *key)
{
	const struct fragment *piece = fragment_find(portal_of(request)->rows, key, sizeof *key);

	return piece ? piece : make_piece(request, key);
}

enum outcome listing_write(struct request *request, const struct finding *finding, int number, struct buffer *rows, struct buffer *dots)
{
	bool with_distance = finding->origin_kind != ORIGIN_NONE;
	struct buffer *const outs[] = { [PART_ROW] = rows, [PART_DOT] = dots };
	struct piece_key *keys = arena_take(request->arena, (finding->count + 1) * sizeof *keys);
	const struct fragment **pieces = arena_take(request->arena, (finding->count + 1) * sizeof *pieces);
	char origin[2 * TEXT_NUMBER_SIZE + 16], number_text[TEXT_NUMBER_SIZE], distance[TEXT_NUMBER_SIZE], walk[TEXT_NUMBER_SIZE];
	struct hole_value values[FRAGMENT_HOLES] = { 0 };
	bool all_kept;

	fill_hole(&values[HOLE_FROM], origin, put_origin(origin, finding));
	for (size_t i = 0; i < finding->count; i++)
		keys[i] = (struct piece_key){ finding->found[i].id, with_distance };
	all_kept = fragments_find(portal_of(request)->rows, keys, sizeof *keys, finding->count, pieces);
	for (size_t i = 0; i < finding->count; i++) {
		double metres = finding->found[i].metres;
		/* Making one may take the place of another. */
		const struct fragment *piece = all_kept ? pieces[i] : piece_of(request, &keys[i]);

		if (!piece)
			return BROKEN;
		fill_hole(&values[HOLE_NUMBER], number_text, text_put_integer(number_text, number++));
		fill_hole(&values[HOLE_DISTANCE_KM], distance, put_kilometres(distance, metres));
		fill_hole(&values[HOLE_WALK_MIN], walk, text_put_integer(walk, walking_minutes(&published_of(request)->walking, metres)));
		fragment_write_parts(piece, values, outs, dots ? 2 : 1);
	}
	return PAGE;
}
