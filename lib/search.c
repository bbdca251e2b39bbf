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

/* How far an interval is from a point, in the interval's units. */
static double gap(double point, double from, double to)
{
	return point < from ? from - point : point > to ? point - to : 0;
}

/*
 * Flat-earth distance from the point to the box: within a city it differs from the great circle by less than the tree's
 * own 32-bit coordinates. Never more than the true distance of anything inside, as the order needs.
 */
static int nearest(sqlite3_rtree_query_info *info)
{
	double lat = info->aParam[0], lon = info->aParam[1], fresh_day = info->aParam[2];
	double stale_metres = info->aParam[3], within_metres = info->aParam[4];
	double north = gap(lat, info->aCoord[0], info->aCoord[1]) * RADIANS * EARTH_RADIUS_METRES;
	double widest = fmax(fabs(info->aCoord[0]), fabs(info->aCoord[1]));
	double east = gap(lon, info->aCoord[2], info->aCoord[3]) * RADIANS * EARTH_RADIUS_METRES * cos(fmax(widest, fabs(lat)) * RADIANS);
	double metres = sqrt(north * north + east * east);

	if (within_metres > 0 && metres > within_metres) {
		info->eWithin = NOT_WITHIN;
		return SQLITE_OK;
	}
	info->rScore = metres + (info->aCoord[5] < fresh_day ? stale_metres : 0);
	info->eWithin = PARTLY_WITHIN;
	return SQLITE_OK;
}

static int nearest_checked(sqlite3_rtree_query_info *info)
{
	if (info->nParam != 5 || info->nCoord != 6)
		return SQLITE_ERROR;
	return nearest(info);
}

bool search_add_nearest(struct sql *sql, void *unused)
{
	(void)unused;
	return sqlite3_rtree_query_callback(sql_sqlite_handle(sql), "nearest", nearest_checked, NULL, NULL) == SQLITE_OK;
}
