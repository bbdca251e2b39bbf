/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What SQLite is taught for finding: words_index(text) and words_pinyin(text) for the writer, and the R*Tree order
 * "nearest first" for the reader.
 */
#ifndef SHANYU_SEARCH_H
#define SHANYU_SEARCH_H

#include "lib/sql/sql.h"
#include "words.h"

struct search;

struct search *search_open(void);
void search_close(struct search *search);

/* The words object, for building queries from typed text. */
struct words *search_words(struct search *search);

/* Phrase readings; forgetting starts anew. */
void search_phrase(struct search *search, const char *words, const char *pinyin);
void search_forget_phrases(struct search *search);

/* Add the functions to a connection, before anything is prepared. False: the engine refused. */
bool search_add_functions(struct sql *sql, struct search *search);

/*
 * Add the R*Tree order to a connection: "id match nearest(lat, lon, fresh_since, stale_metres, within_metres)" gives the
 * entries of a tree (lat, lon, freshness in any unit) in the order of their distance in metres; those whose freshness is before
 * fresh_since count as stale_metres further away, those with one below 0 as twice that; those further than within_metres (0 = no
 * limit) are left out.
 */
bool search_add_nearest(struct sql *sql, void *unused);

#endif
