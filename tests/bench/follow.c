/* SPDX-License-Identifier: Apache-2.0 */
/*
 * follow write ADDRESS KEY SECONDS RATE [FROM]: as the office does when one number of free places changes: a transaction that
 * stores it and publishes that one fact, RATE times a second for so many seconds (0 = as often as it goes), beginning with the
 * vacancy FROM. Prints a line for each: the log's size and the nanoseconds at its commit.
 * follow facility ADDRESS KEY SECONDS RATE [FROM]: the same, comparing the whole facility as shanyu publish --facility does.
 * follow watch FOLDER: prints the size of each edition in the folder and the nanoseconds when it is there, until SIGTERM.
 */
#include <err.h>
#include <inttypes.h>
#include <limits.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/json.h"
#include "publication/facts.h"
#include "publish.h"
#include "shanyu.h"

#define MOST_VACANCIES 2000000
#define SUBJECTS 1000
#define SECOND 1000000000

struct writer {
	struct sql *sql;
	struct note_signer *signer;
	struct arena *arena;            /* of one transaction */
	struct rows vacancies;
	bool whole_facility;
};

static volatile sig_atomic_t told_to_end;

static void end(int signal_number)
{
	(void)signal_number;
	told_to_end = 1;
}

static const char *facility_of(const struct writer *writer, const char *programme)
{
	const char *hyphen = strrchr(programme, '-');

	return arena_format(writer->arena, "%.*s", hyphen ? (int)(hyphen - programme) : 0, programme);
}

/* The fact as publishing it writes it: without the subject in front. */
static bool publish(struct writer *writer, struct publication_appending *appending, const struct values *vacancy)
{
	const char *subject = values_text(vacancy, "subject");
	struct publication_count count;

	if (writer->whole_facility)
		return publication_publish(appending, facility_of(writer, subject), &count, NULL, NULL) && count.published == 1;
	return publication_append(appending, "vacancy", subject, json_canonical(json_from_values(vacancy, 1), writer->arena),
				  writer->arena) &&
	       publication_end(appending, writer->arena);
}

static void write_one(struct writer *writer, size_t number)
{
	struct values *vacancy = &writer->vacancies.at[number % writer->vacancies.count];
	struct publication_appending appending;
	int64_t free_places = values_null(vacancy, "vacancy") ? 0 : values_integer(vacancy, "vacancy");

	values_put_integer(vacancy, "has_vacancy", 1);
	values_put_integer(vacancy, "vacancy", free_places % 900 + 1);
	if (!sql_begin(writer->sql) || sql_do(writer->sql, &Q_vacancy_put, vacancy) != 1 ||
	    !publication_begin(&appending, writer->sql, writer->signer, "bench", clock_now()) ||
	    !publish(writer, &appending, vacancy) || !sql_commit(writer->sql))
		errx(1, "vacancy %s: %s", values_text(vacancy, "subject"), sql_problem(writer->sql));
	printf("%" PRIu64 " %" PRId64 "\n", appending.frontier.size, clock_nanoseconds());
	arena_sweep(writer->arena);
}

static void write_all(struct writer *writer, double seconds, double rate, size_t from)
{
	int64_t began = clock_nanoseconds();
	int64_t until = began + (int64_t)(seconds * SECOND);

	for (size_t i = 0; clock_nanoseconds() < until; i++) {
		int64_t due = rate > 0 ? began + (int64_t)((double)i / rate * SECOND) : 0;

		if (due >= until)
			break;
		while (clock_nanoseconds() < due)
			usleep((useconds_t)((due - clock_nanoseconds()) / 1000 + 1));
		write_one(writer, from + i % SUBJECTS);
	}
}

static int write_publications(char **words, int count, bool whole_facility)
{
	static const struct query_pack *const packs[] = { &shanyu_pack, &publish_pack, NULL };
	struct sql_opening opening = { .address = words[0], .mode = SQL_READ_WRITE, .packs = packs };
	struct arena *kept = arena_new((size_t)4 * 1024 * 1024 * 1024);
	struct writer writer = { .arena = arena_new((size_t)16 * 1024 * 1024), .whole_facility = whole_facility };
	struct values *all = values_new(kept);
	const char *problem = "";

	writer.signer = note_signer_read(words[1], kept, &problem);
	writer.sql = writer.signer ? sql_open(&opening, kept, &problem) : NULL;
	if (!writer.sql)
		errx(1, "%s", problem);
	values_put_text(all, "only", "");
	values_put_text(all, "until", "~");
	if (!sql_list(writer.sql, &Q_facts_vacancy, all, kept, MOST_VACANCIES, &writer.vacancies) || !writer.vacancies.count)
		errx(1, "no vacancies: %s", sql_problem(writer.sql));
	write_all(&writer, atof(words[2]), atof(words[3]), count > 4 ? (size_t)atol(words[4]) : 0);
	sql_close(writer.sql);
	note_signer_free(writer.signer);
	arena_free(writer.arena);
	arena_free(kept);
	return 0;
}

static int watch(const char *folder)
{
	struct sigaction ending = { .sa_handler = end };
	char path[PATH_MAX], now[PATH_MAX], before[PATH_MAX] = "";
	int64_t size;

	sigaction(SIGTERM, &ending, NULL);
	snprintf(path, sizeof path, "%s/portal.db", folder);
	while (!told_to_end) {
		ssize_t length = readlink(path, now, sizeof now - 1);

		now[length > 0 ? length : 0] = '\0';
		if (length > 0 && strcmp(now, before) != 0 && sscanf(now, "portal-%" SCNd64, &size) == 1) {
			printf("%" PRId64 " %" PRId64 "\n", size, clock_nanoseconds());
			memcpy(before, now, sizeof before);
		}
		clock_sleep(1);
	}
	return 0;
}

int main(int count, char **words)
{
	if (sodium_init() < 0)
		return 1;
	if (count >= 6 && strcmp(words[1], "write") == 0)
		return write_publications(words + 2, count - 2, false);
	if (count >= 6 && strcmp(words[1], "facility") == 0)
		return write_publications(words + 2, count - 2, true);
	if (count == 3 && strcmp(words[1], "watch") == 0)
		return watch(words[2]);
	errx(2, "usage: follow write|facility ADDRESS KEY SECONDS RATE [FROM] | follow watch FOLDER");
}
