/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words for finding Chinese names by characters, pinyin and initials, in an FTS5 table with unicode61.
 * What is indexed and what is asked are folded alike: traditional characters are their simplified ones. Typed text is never an error, it may find nothing.
 * Refuses text that is not well-formed UTF-8: it has no words. Needs ICU (icu-uc, icu-i18n).
 */
#ifndef SHANYU_WORDS_H
#define SHANYU_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/arena.h"

#define WORDS_INDEXED_MOST 16384        /* characters folded or indexed in one call; no more are */
#define WORDS_TYPED_MOST 64             /* characters of a query looked at */
#define WORDS_SPELLING_MOST 24          /* letters of a pinyin word kept; queries are cut there too */
#define WORDS_PHRASE_MOST 16            /* characters of a phrase with its own reading */

/*
 * Readings of characters (kept once looked up) and of phrases. Opening takes about 150 ms. NULL if ICU lacks
 * its data.
 */
struct words *words_open(void);

/* For words_query and words_fold alone: at once, and without the two megabytes that readings take. */
struct words *words_open_to_ask(void);
void words_close(struct words *words);

/*
 * Give a phrase its reading: one syllable for each character, with blanks between ("chang shou"); v and u
 * with two dots count as u.
 * Where the phrase stands in a text its reading is the only one. The longest phrase wins, and one that begins
 * inside another and is not shorter; a phrase of one character is its reading where nothing longer stands.
 * The same phrase again takes the new reading.
 * False if the syllables and the characters do not match.
 */
bool words_phrase(struct words *words, const char *han, const char *pinyin);

/*
 * Compatibility forms, full width and case folded (NFKC_Casefold), traditional characters simplified; at most WORDS_INDEXED_MOST
 * characters.
 * NULL for malformed UTF-8.
 */
char *words_fold(struct words *words, struct arena *arena, const char *text);

/*
 * The same text in simplified characters, for whatever is compared as it stands. NULL for malformed UTF-8. Needs no readings and nothing
 * that is opened.
 */
char *words_simplified(struct arena *arena, const char *text);

/*
 * What to put into the table for some texts, separated by blanks. Of each run of Chinese characters: its
 * bigrams in order and its last character, so that a phrase of bigrams is an exact substring and a single
 * character is a prefix; numbers up to 99 written in Chinese also as digits; from every character on the
 * joined pinyin and the initials, in each reading. Other words as they are.
 */
char *words_index(struct words *words, struct arena *arena, const char *const *texts, size_t count);

/*
 * The MATCH expression for what was typed: all words of it, in any order. NULL if nothing in it can be
 * searched.
 */
char *words_query(struct words *words, struct arena *arena, const char *typed);

/*
 * How each character from WORDS_READINGS_FROM to WORDS_READINGS_TO is read by itself: WORDS_READING_BYTES for each, letters filled up with
 * blanks; blanks alone = no reading. Not of words_open_to_ask.
 */
#define WORDS_READINGS_FROM 0x4E00u
#define WORDS_READINGS_TO 0x9FFFu
#define WORDS_READING_BYTES 6
char *words_readings(struct words *words, struct arena *arena);

/*
 * The text with each Chinese character as a syllable, blanks between, for sorting by name. "" for malformed
 * UTF-8.
 */
char *words_pinyin(struct words *words, struct arena *arena, const char *text);

#endif
