/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files of lib/find/words share: characters, readings, and writing into room taken beforehand. Private to
 * lib/find/words*.c; the contract is lib/find/words.h.
 */
#ifndef SHANYU_WORDS_PARTS_H
#define SHANYU_WORDS_PARTS_H

#include <stdint.h>
#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/utrans.h>

#include "words.h"

#define PAGE_BITS 8
#define PAGE_SIZE (1u << PAGE_BITS)
#define LAST_HAN 0x323AFu
#define PAGES ((LAST_HAN >> PAGE_BITS) + 1)

#define NO_READING 0xFF

/* A syllable without tone. length 0 = not looked up yet. */
struct reading {
	char letters[7];
	uint8_t length;
};

struct phrase {
	struct phrase *next;            /* of those with the same first character, longer before shorter */
	size_t count;
	uint32_t characters[WORDS_PHRASE_MOST];
	struct reading readings[WORDS_PHRASE_MOST];
};

/* ICU reads some characters right as words (plain), others right as names of people and places. */
struct character {
	struct reading plain;
	struct reading names;
	struct phrase *phrases;
};

struct words {
	struct arena *arena;            /* readings and phrases: kept */
	struct arena *scratch;          /* swept after each call */
	const UNormalizer2 *normalizer;
	UTransliterator *plain;
	UTransliterator *names;
	struct character *pages[PAGES];
};

/* Folded text. */
struct characters {
	uint32_t *at;
	size_t count;
};

/* Bytes being written into room taken beforehand. */
struct output {
	char *bytes;
	size_t size;
};

/* What a character is to a search. */
enum sort_of { BETWEEN, HAN, WORD };

/* At most so many characters of a text, folded, in the scratch arena. None if it is malformed. */
struct characters characters_fold(struct words *words, const char *text, size_t most);

enum sort_of sort_of_character(uint32_t character);

/* The end of the run of one sort that starts at from. */
size_t characters_run_end(struct characters characters, size_t from);

/* Room in the scratch arena; whoever writes knows beforehand how much at most. */
struct output output_new(struct words *words, size_t room);

static inline void output_put(struct output *output, const char *bytes, size_t size)
{
	memcpy(output->bytes + output->size, bytes, size);
	output->size += size;
}

static inline void output_text(struct output *output, const char *text)
{
	output_put(output, text, strlen(text));
}

static inline void output_blank(struct output *output)
{
	output->bytes[output->size++] = ' ';
}

void output_character(struct output *output, uint32_t character);
void output_run(struct output *output, const uint32_t *characters, size_t count);

/* Each character with the next one. */
void output_bigrams(struct output *output, const uint32_t *characters, size_t count);

/* Hand the text over without its last blank, and let go of everything that was taken for it. */
char *output_finish(struct words *words, struct arena *arena, const struct output *output);

/* Both readings (lib/find/words_readings.c) of a run of Han characters, phrases first. */
void characters_read(struct words *words, const uint32_t *characters, size_t count, struct reading *plain,
	struct reading *names);

#endif
