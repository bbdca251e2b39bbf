/* SPDX-License-Identifier: Apache-2.0 */
/* A facility as a row of the list and a dot on the map. */
#include "listing.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "map.h"
#include "portal_queries.h"

enum piece { PIECE_ROW = 1, PIECE_ROW_WITH_DISTANCE, PIECE_DOT };

struct piece_key {
	int64_t id;
	int64_t piece;
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

static void bind_yuan(struct page *page, const struct values *row, const char *column, const char *name)
{
	if (values_null(row, column))
		page_text(page, name, "");
	else
		page_real(page, name, (double)values_integer(row, column) / 100, 2);
}

void listing_bind(const struct portal *portal, struct page *page, const struct values *row, struct arena *arena)
{
	page_values(page, row);
	bind_yuan(page, row, "fee_min_fen", "fee_min_yuan");
	page_text(page, "phone_dialed", phone_dialed(values_text(row, "phone"), arena));
	freshness_bind(portal, page, row, "vacancy", arena);
}

const char *distance_text(double metres, struct arena *arena)
{
	return arena_format(arena, metres < 10000 ? "%.1f" : "%.0f", metres / 1000);
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

static void bind_dot(struct page *page, const struct published *published, const struct values *row)
{
	struct map map = map_of(published);

	page_values(page, row);
	page_real(page, "x", map_x(&map, values_real(row, "lon")), 0);
	page_real(page, "y", map_y(&map, values_real(row, "lat")), 0);
}

static const struct fragment *make_piece(struct request *request, const struct piece_key *key)
{
	struct portal *portal = portal_of(request);
	struct values *parameters = values_new(request->arena);
	struct buffer bytes = { 0 };
	const struct fragment *fragment = NULL;
	struct values *row;
	struct page *page;

	values_put_integer(parameters, "id", key->id);
	if (sql_row(portal->published->sql, &Q_listing_one, parameters, request->arena, &row) != SQL_FOUND)
		return NULL;
	page = page_new(portal->program.templates, key->piece == PIECE_DOT ? "public/dot.tpl" : "public/listing.tpl");
	if (key->piece == PIECE_DOT)
		bind_dot(page, portal->published, row);
	else
		listing_bind(portal, page, row, request->arena);
	bind_holes(portal, page, key->piece == PIECE_ROW_WITH_DISTANCE);
	if (page_expand(page, &bytes))
		fragment = fragment_keep(portal->rows, key, sizeof *key, bytes.bytes, bytes.size);
	page_free(page);
	buffer_free(&bytes);
	return fragment;
}

static bool add_piece(struct request *request, int64_t id, enum piece piece, const struct hole_value *values, struct buffer *out)
{
	struct piece_key key = { id, piece };
	const struct fragment *fragment = fragment_find(portal_of(request)->rows, &key, sizeof key);

	if (!fragment)
		fragment = make_piece(request, &key);
	if (!fragment)
		return false;
	fragment_write(fragment, values, out);
	return true;
}

static struct hole_value hole_text(const char *text)
{
	return (struct hole_value){ text, strlen(text) };
}

enum outcome listing_add(struct request *request, const struct finding *finding, const struct found *found, int number,
			 struct buffer *rows, struct buffer *dots)
{
	const struct published *published = published_of(request);
	struct hole_value values[FRAGMENT_HOLES] = { 0 };
	bool with_distance = finding->origin_kind != ORIGIN_NONE;
	char number_text[16], distance[24], walk[16], from[64] = "";

	snprintf(number_text, sizeof number_text, "%d", number);
	values[HOLE_NUMBER] = hole_text(number_text);
	if (with_distance) {
		snprintf(distance, sizeof distance, found->metres < 10000 ? "%.1f" : "%.0f", found->metres / 1000);
		snprintf(walk, sizeof walk, "%d", walking_minutes(&published->walking, found->metres));
		snprintf(from, sizeof from, "?from=%.5f,%.5f", finding->origin.lat, finding->origin.lon);
		values[HOLE_DISTANCE_KM] = hole_text(distance);
		values[HOLE_WALK_MIN] = hole_text(walk);
		values[HOLE_FROM] = hole_text(from);
	}
	if (!add_piece(request, found->id, with_distance ? PIECE_ROW_WITH_DISTANCE : PIECE_ROW, values, rows))
		return BROKEN;
	return !dots || add_piece(request, found->id, PIECE_DOT, values, dots) ? PAGE : BROKEN;
}
