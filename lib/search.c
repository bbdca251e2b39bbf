/* SPDX-License-Identifier: Apache-2.0 */
/* What SQLite is taught for finding. */
#include "search.h"

#include <math.h>
#include <sqlite3.h>
#include <string.h>

#define EARTH_RADIUS_METRES 6371008.8
#define RADIANS (M_PI / 180)

struct search {
	struct arena *arena;            /* of one call */
	struct words *words;
	bool has_phrases;
};

struct search *search_open(void)
{
	struct arena *arena = arena_new((size_t)4 * 1024 * 1024);
	struct search *search = sqlite3_malloc(sizeof *search);

	search->arena = arena;
	search->words = words_open();
	search->has_phrases = false;
	return search;
}

void search_close(struct search *search)
{
	words_close(search->words);
	arena_free(search->arena);
	sqlite3_free(search);
}

struct words *search_words(struct search *search)
{
	return search->words;
}

void search_phrase(struct search *search, const char *words, const char *pinyin)
{
	words_phrase(search->words, words, pinyin);
	search->has_phrases = true;
}

void search_forget_phrases(struct search *search)
{
	if (!search->has_phrases)
		return;
	words_close(search->words);
	search->words = words_open();
	search->has_phrases = false;
}

static void words_index_sql(sqlite3_context *context, int count, sqlite3_value **arguments)
{
	struct search *search = sqlite3_user_data(context);
	const char *text = (const char *)sqlite3_value_text(arguments[0]);

	(void)count;
	sqlite3_result_text(context, words_index(search->words, search->arena, &text, text ? 1 : 0), -1, SQLITE_TRANSIENT);
	arena_sweep(search->arena);
}

static void words_pinyin_sql(sqlite3_context *context, int count, sqlite3_value **arguments)
{
	struct search *search = sqlite3_user_data(context);
	const char *text = (const char *)sqlite3_value_text(arguments[0]);

	(void)count;
	sqlite3_result_text(context, words_pinyin(search->words, search->arena, text ? text : ""), -1, SQLITE_TRANSIENT);
	arena_sweep(search->arena);
}

bool search_add_functions(struct sql *sql, struct search *search)
{
	sqlite3 *database = sql_sqlite_handle(sql);
	int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;

	return sqlite3_create_function(database, "words_index", 1, flags, search, words_index_sql, NULL, NULL) == SQLITE_OK &&
	       sqlite3_create_function(database, "words_pinyin", 1, flags, search, words_pinyin_sql, NULL, NULL) == SQLITE_OK;
}

/* What all the calls of one search share. */
struct nearest_query {
	double lat, lon, fresh_since, stale_metres, within_metres;
	double cosine, sine;            /* of the latitude */
};

static struct nearest_query *query_of(sqlite3_rtree_query_info *info)
{
	struct nearest_query *query = info->pUser;

	if (query)
		return query;
	query = sqlite3_malloc(sizeof *query);
	if (!query)
		return NULL;
	*query = (struct nearest_query){ info->aParam[0], info->aParam[1], info->aParam[2], info->aParam[3], info->aParam[4],
					 cos(info->aParam[0] * RADIANS), sin(info->aParam[0] * RADIANS) };
	info->pUser = query;
	info->xDelUser = sqlite3_free;
	return query;
}

/* How far an interval is from a point, with its sign, in the interval's units. */
static double gap(double point, double from, double to)
{
	return point < from ? from - point : point > to ? to - point : 0;
}

/*
 * Flat-earth distance to the box. The length of a degree of longitude is taken halfway to an entry and at the far edge of a
 * box of entries (by the tangent of the cosine: no trigonometry for each of hundreds of boxes), so that no box is thought
 * further than what is in it.
 */
static double metres_to(const struct nearest_query *query, const sqlite3_rtree_query_info *info)
{
	double north = gap(query->lat, info->aCoord[0], info->aCoord[1]) * RADIANS;
	double east = gap(query->lon, info->aCoord[2], info->aCoord[3]) * RADIANS;
	double edge = fmax(fabs(info->aCoord[0] - query->lat), fabs(info->aCoord[1] - query->lat)) * RADIANS;
	double middle = info->iLevel == 0 ? north / 2 : copysign(edge, query->sine);
	double shrink = query->cosine - query->sine * middle;

	east *= shrink > 0 ? shrink : 0;
	return sqrt(north * north + east * east) * EARTH_RADIUS_METRES;
}

static int nearest(sqlite3_rtree_query_info *info)
{
	const struct nearest_query *query = info->nParam == 5 && info->nCoord == 6 ? query_of(info) : NULL;
	double metres;

	if (!query)
		return SQLITE_ERROR;
	metres = metres_to(query, info);
	if (query->within_metres > 0 && metres > query->within_metres) {
		info->eWithin = NOT_WITHIN;
		return SQLITE_OK;
	}
	info->rScore = metres + (info->aCoord[5] < query->fresh_since ? query->stale_metres : 0);
	info->eWithin = PARTLY_WITHIN;
	return SQLITE_OK;
}

bool search_add_nearest(struct sql *sql, void *unused)
{
	(void)unused;
	return sqlite3_rtree_query_callback(sql_sqlite_handle(sql), "nearest", nearest, NULL, NULL) == SQLITE_OK;
}
