/* SPDX-License-Identifier: Apache-2.0 */
/*
 * understand PLACES: how long a phrase takes to be understood when PLACES places have names: those of the demonstration, the others made up of
 * their characters. Prints the median and the p99 over tests/data/questions.tsv in microseconds. Run from the project's folder.
 */
#include "lib/find/understand.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lib/base/csv.h"
#include "lib/find/words.h"

#define MOST_QUESTIONS 1000
#define TURNS 20

static struct arena *arena;
static struct words *words;
static struct understanding *understanding;
static int32_t places;

static struct csv *open_table(const char *path)
{
	const char *problem;
	struct csv *csv = csv_open(path, true, arena, &problem);

	if (!csv)
		errx(1, "%s", problem);
	return csv;
}

static void add_words(void)
{
	struct csv *csv = open_table("db/district/lexicon.csv");
	struct values *row;

	while (csv_next(csv, arena, &row) == CSV_FOUND)
		understanding_add_word(understanding, words_fold(words, arena, values_text(row, "words")), values_text(row, "role"),
				       values_text(row, "value"));
	csv_close(csv);
}

static void add_place(const char *kind, const char *name)
{
	const struct rows none = { 0 };

	understanding_add_place(understanding, &none, kind, words_fold(words, arena, name), words_pinyin(words, arena, name), places++, 20);
}

/* Two of every name that is there make another: the front of one, the end of the other. */
static void add_places(int32_t most)
{
	struct csv *csv = open_table("db/demo/places.csv");
	const char *names[1000];
	struct values *row;
	size_t count = 0;

	while (count < 1000 && csv_next(csv, arena, &row) == CSV_FOUND)
		names[count++] = arena_copy(arena, values_text(row, "name"));
	for (size_t i = 0; i < count && places < most; i++)
		add_place("ROAD", names[i]);
	for (size_t step = 1; places < most; step++)
		for (size_t i = 0; i < count && places < most; i++)
			add_place("ROAD", arena_format(arena, "%.3s%s", names[i], names[(i + step) % count]));
	csv_close(csv);
}

static size_t read_questions(const char *questions[MOST_QUESTIONS])
{
	FILE *file = fopen("tests/data/questions.tsv", "r");
	static char line[4096];
	size_t count = 0;

	if (!file)
		err(1, "tests/data/questions.tsv");
	while (count < MOST_QUESTIONS && fgets(line, sizeof line, file)) {
		char *tab = strchr(line, '\t');

		if (*line == '#' || !tab)
			continue;
		*tab = '\0';
		questions[count++] = arena_copy(arena, line);
	}
	fclose(file);
	return count;
}

/* What this process had of a processor: others do not count. */
static int64_t processor_nanoseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int by_size(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

int main(int count, char **arguments)
{
	static const int today[3] = { 2026, 11, 29 };
	static const struct understanding_sources sources = { 0 };
	static int64_t times[MOST_QUESTIONS * TURNS];
	const char *questions[MOST_QUESTIONS];
	size_t asked, timed = 0;
	struct arena *scratch = arena_new((size_t)64 << 20);

	arena = arena_new((size_t)1 << 30);
	words = words_open();
	understanding = understanding_new(arena);
	add_words();
	add_places(count > 1 ? atoi(arguments[1]) : 20000);
	understanding_seal(understanding, &sources);
	asked = read_questions(questions);
	for (int turn = 0; turn < TURNS; turn++)
		for (size_t i = 0; i < asked; i++) {
			int64_t before = processor_nanoseconds();
			struct understood understood;

			understand(understanding, &sources, words_fold(words, scratch, questions[i]), today, scratch, &understood);
			times[timed++] = processor_nanoseconds() - before;
			arena_sweep(scratch);
		}
	qsort(times, timed, sizeof *times, by_size);
	printf("%.1f %.1f\n", (double)times[timed / 2] / 1000, (double)times[timed * 99 / 100] / 1000);
	words_close(words);
	arena_free(scratch);
	arena_free(arena);
	return 0;
}
