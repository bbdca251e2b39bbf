/* SPDX-License-Identifier: Apache-2.0 */
/* What SQLite is taught for finding. */
#include "search.h"

#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "nearest.h"

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

static void words_readings_sql(sqlite3_context *context, int count, sqlite3_value **arguments)
{
	struct search *search = sqlite3_user_data(context);
	const char *letters = words_readings(search->words, search->arena);

	(void)count;
	(void)arguments;
	sqlite3_result_blob64(context, letters, strlen(letters), SQLITE_TRANSIENT);
	arena_sweep(search->arena);
}

bool search_add_functions(struct sql *sql, struct search *search)
{
	sqlite3 *database = sql_sqlite_handle(sql);
	int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;

	return sqlite3_create_function(database, "words_index", 1, flags, search, words_index_sql, NULL, NULL) == SQLITE_OK &&
	       sqlite3_create_function(database, "words_pinyin", 1, flags, search, words_pinyin_sql, NULL, NULL) == SQLITE_OK &&
	       sqlite3_create_function(database, "words_readings", 0, SQLITE_UTF8, search, words_readings_sql, NULL, NULL) == SQLITE_OK;
}

/* What all the calls of one search share. */
static struct nearest *query_of(sqlite3_rtree_query_info *info)
{
	struct nearest *query = info->pUser;

	if (query)
		return query;
	query = sqlite3_malloc(sizeof *query);
	if (!query)
		return NULL;
	*query = (struct nearest){ info->aParam[0], info->aParam[1], info->aParam[2], info->aParam[3], info->aParam[4], 0, 0 };
	nearest_prepare(query);
	info->pUser = query;
	info->xDelUser = sqlite3_free;
	return query;
}

/* An entry's sides are rounded outwards: it is in the middle. Negative: beyond the limit. */
static double rank_of_entry(const struct nearest *query, const sqlite3_rtree_dbl *at)
{
	double metres = sqrt(nearest_square(query, (at[0] + at[1]) / 2, (at[2] + at[3]) / 2));

	if (query->within_metres > 0 && metres > query->within_metres)
		return -1;
	return metres + nearest_further(query, at[5]);
}

static int nearest(sqlite3_rtree_query_info *info)
{
	const struct nearest *query = info->nParam == 5 && info->nCoord == 6 ? query_of(info) : NULL;
	const sqlite3_rtree_dbl *at = info->aCoord;
	double rank;

	if (!query)
		return SQLITE_ERROR;
	rank = info->iLevel == 0 ? rank_of_entry(query, at) :
				   nearest_rank(query, &(struct nearest_box){ at[0], at[1], at[2], at[3], at[4], at[5] });
	info->eWithin = rank < 0 ? NOT_WITHIN : PARTLY_WITHIN;
	if (rank >= 0)
		info->rScore = rank;
	return SQLITE_OK;
}

bool search_add_nearest(struct sql *sql, void *unused)
{
	(void)unused;
	return sqlite3_rtree_query_callback(sql_sqlite_handle(sql), "nearest", nearest, NULL, NULL) == SQLITE_OK;
}
