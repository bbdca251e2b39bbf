/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/find/understand.h promises, with the words, streets, communities, stations and roads of the demonstration: tests/data/questions.tsv. */
#include "lib/find/understand.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/base/csv.h"
#include "lib/find/words.h"

#define MOST_PLACES 2000
#define MOST_AFFIXES 500

enum { RANK_STREET = 10, RANK_ROAD = 20, RANK_POINT = 30, RANK_IN_DISTRICT = 5 };

struct desk {
	struct arena *arena;
	struct words *words;
	struct understanding *understanding;
	const char *names[MOST_PLACES];
	int32_t place_count;
	struct rows affixes;
};

static struct csv *open_table(struct desk *desk, const char *path)
{
	const char *problem;
	struct csv *csv = csv_open(path, true, desk->arena, &problem);

	if (!csv)
		print_error("%s\n", problem);
	assert_non_null(csv);
	return csv;
}

static const char *reading(void *context, uint32_t character)
{
	struct desk *desk = context;
	char text[5] = { (char)(0xE0 | character >> 12), (char)(0x80 | (character >> 6 & 0x3F)), (char)(0x80 | (character & 0x3F)), 0 };

	return character >= 0x4E00 && character <= 0x9FFF ? words_pinyin(desk->words, desk->arena, text) : "";
}

/* One facility is known: its name is found as it is. */
static bool finds(void *context, const char *words)
{
	(void)context;
	return strstr("小橡树托育园", words) != NULL;
}

static void add_place(struct desk *desk, const char *kind, const char *name, int rank)
{
	desk->names[desk->place_count] = arena_format(desk->arena, "%s %s", kind, name);
	understanding_add_place(desk->understanding, &desk->affixes, kind, words_fold(desk->words, desk->arena, name),
				words_pinyin(desk->words, desk->arena, name), desk->place_count++, rank);
}

static void add_table(struct desk *desk, const char *path, const char *kind, int rank)
{
	struct csv *csv = open_table(desk, path);
	struct values *row;

	while (csv_next(csv, desk->arena, &row) == CSV_FOUND) {
		const char *own = kind ? kind : values_text(row, "kind");

		add_place(desk, own, values_text(row, "name"),
			  (strcmp(own, "ROAD") == 0 ? RANK_ROAD : rank) + (kind || *values_text(row, "street_code") ? RANK_IN_DISTRICT : 0));
	}
	csv_close(csv);
}

static int open_desk(void **state)
{
	static struct desk desk;
	struct values *row;
	struct csv *csv;

	desk.arena = arena_new((size_t)256 << 20);
	desk.words = words_open();
	assert_non_null(desk.words);
	desk.understanding = understanding_new(desk.arena);
	csv = open_table(&desk, "db/district/phrases.csv");
	while (csv_next(csv, desk.arena, &row) == CSV_FOUND)
		assert_true(words_phrase(desk.words, values_text(row, "words"), values_text(row, "pinyin")));
	csv_close(csv);
	csv = open_table(&desk, "db/district/lexicon.csv");
	while (csv_next(csv, desk.arena, &row) == CSV_FOUND)
		assert_true(understanding_add_word(desk.understanding, words_fold(desk.words, desk.arena, values_text(row, "words")),
						   values_text(row, "role"), values_text(row, "value")));
	csv_close(csv);
	csv = open_table(&desk, "db/district/place-affixes.csv");
	desk.affixes.at = arena_take(desk.arena, MOST_AFFIXES * sizeof *desk.affixes.at);
	while (csv_next(csv, desk.arena, &row) == CSV_FOUND)
		desk.affixes.at[desk.affixes.count++] = *row;
	add_table(&desk, "db/demo/streets.csv", "STREET", RANK_STREET);
	add_table(&desk, "db/demo/communities.csv", "COMMUNITY", RANK_POINT);
	add_table(&desk, "db/demo/places.csv", NULL, RANK_POINT);
	/* The names of the affixes' columns are this file's. */
	csv_close(csv);
	assert_true(understanding_add_word(desk.understanding, "普陀区", "here", ""));
	assert_true(understanding_add_word(desk.understanding, "上海市", "filler", ""));
	assert_true(understanding_add_word(desk.understanding, "上海", "filler", ""));
	understanding_seal(desk.understanding, &(struct understanding_sources){ reading, NULL, &desk });
	*state = &desk;
	return 0;
}

static int close_desk(void **state)
{
	struct desk *desk = *state;

	words_close(desk->words);
	arena_free(desk->arena);
	return 0;
}

/* In one line what was understood: "place STATION 长寿路; age 30; mode FULL_DAY; words ..." */
static const char *said(struct desk *desk, const struct understood *understood)
{
	struct arena *arena = desk->arena;
	const char *text = "";

	for (size_t i = 0; i < understood->place_count && i < 2; i++)
		text = arena_format(arena, "%splace %s; ", text, desk->names[understood->places[i]]);
	if (understood->here && !understood->place_count)
		text = arena_format(arena, "%shere; ", text);
	if (understood->around_count)
		text = arena_format(arena, "%saround %s; ", text, desk->names[understood->around[0]]);
	if (understood->house >= 0)
		text = arena_format(arena, "%shouse %d; ", text, understood->house);
	if (understood->age_months >= 0)
		text = arena_format(arena, "%sage %d; ", text, understood->age_months);
	if (understood->start_month >= 0)
		text = arena_format(arena, "%sstart %d-%02d; ", text, understood->start_month / 12, understood->start_month % 12 + 1);
	if (understood->fee_max >= 0)
		text = arena_format(arena, "%sfee %d; ", text, understood->fee_max);
	for (size_t i = 0; i < understood->field_count; i++)
		text = arena_format(arena, "%s%s%s %s; ", text, understood->fields[i].excluded ? "not_" : "", understood->fields[i].name,
				    understood->fields[i].value);
	if (understood->within_minutes >= 0)
		text = arena_format(arena, "%swithin %d minutes; ", text, understood->within_minutes);
	if (understood->within_metres >= 0)
		text = arena_format(arena, "%swithin %d metres; ", text, understood->within_metres);
	if (understood->until_minute >= 0)
		text = arena_format(arena, "%suntil %02d:%02d; ", text, understood->until_minute / 60, understood->until_minute % 60);
	if (understood->outside)
		text = arena_format(arena, "%soutside %s; ", text, understood->outside);
	if (understood->corrected_from)
		text = arena_format(arena, "%scorrected %s to %s; ", text, understood->corrected_from, desk->names[understood->corrected_to]);
	if (*understood->words)
		text = arena_format(arena, "%swords %s; ", text, understood->words);
	return text;
}

static void understands_how_people_ask(void **state)
{
	struct desk *desk = *state;
	const struct understanding_sources sources = { reading, finds, desk };
	static const int today[3] = { 2026, 11, 30 };
	FILE *file = fopen("tests/data/questions.tsv", "r");
	static char line[4096];
	int wrong = 0, count = 0;

	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		struct understood understood;
		char *expected = strchr(line, '\t');
		const char *got;

		if (*line == '#' || !expected)
			continue;
		*expected++ = '\0';
		expected[strcspn(expected, "\n")] = '\0';
		understand(desk->understanding, &sources, words_fold(desk->words, desk->arena, line), today, desk->arena, &understood);
		got = said(desk, &understood);
		count++;
		if (strcmp(got, expected) != 0) {
			print_error("%s\t%s\n", line, got);
			wrong++;
		}
	}
	fclose(file);
	print_error("# %d questions, %d understood otherwise\n", count, wrong);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(understands_how_people_ask),
	};

	return cmocka_run_group_tests(tests, open_desk, close_desk);
}
