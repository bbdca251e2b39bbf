/* SPDX-License-Identifier: Apache-2.0 */
/*
 * inbox_measure N M: fills the new registry at SQL_TEST_ADDRESS with N cases, every Mth of them open, and says how long the inbox's list and its
 * count take. "make build/registry/inbox_measure"; no part of the tests.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "desk.h"
#include "inbox_rows.h"
#include "lib/sql/migrate.h"
#include "registry_migrations.h"

static double milliseconds(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

/* The middle of five. */
static double timed(struct sql *sql, struct arena *arena, const struct values *asked, const struct query *query)
{
	double took[5];
	struct rows rows;

	for (int i = 0; i < 5; i++) {
		double began = milliseconds();
		int at = i;

		if (!sql_list(sql, query, asked, arena, 100, &rows))
			fprintf(stderr, "%s\n", sql_problem(sql));
		took[i] = milliseconds() - began;
		for (; at && took[at - 1] > took[at]; at--) {
			double swap = took[at];

			took[at] = took[at - 1];
			took[at - 1] = swap;
		}
	}
	return took[2];
}

static void measure(struct sql *sql, struct arena *arena)
{
	static const char *const asked[][5] = { { "open", "" }, { "open", "", "due", "over" }, { "open", "", "words", "%咳嗽%" }, { "open", "D2" },
		{ "open", "S3" }, { "all", "" }, { "all", "D2" }, { "all", "S3" }, { "all", "", "words", "%第 88 次%" }, { "all", "", "handler", "li" } };

	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		struct values *values = inbox_question(arena);

		values_put_text(values, "open", asked[i][0]);
		values_put_text(values, "own_department", asked[i][1]);
		values_put_text(values, "scope_account", *asked[i][1] ? asked[i][1] : "district");
		if (asked[i][2])
			values_put_text(values, asked[i][2], asked[i][3]);
		values_put_integer(values, "most", 50);
		printf("%-5s %-3s %-8s %-12s list %6.1f ms, count %6.1f ms\n", asked[i][0], asked[i][1], asked[i][2] ? asked[i][2] : "",
		       asked[i][2] ? asked[i][3] : "", timed(sql, arena, values, &Q_desk_case_list), timed(sql, arena, values, &Q_desk_case_count));
	}
}

int main(int count, char **words)
{
	static const struct query_pack *const packs[] = { &desk_pack, NULL };
	struct arena *arena = arena_new((size_t)1 << 30);
	const char *problem = "", *address = getenv("SQL_TEST_ADDRESS");
	struct sql_opening opening = { .address = address ? address : "", .mode = SQL_CREATE };
	struct sql *sql = count == 3 ? sql_open(&opening, arena, &problem) : NULL;
	bool made = sql && migrate_up(sql, &registry_migrations) >= 0 && inbox_fill(sql, atoi(words[1]), atoi(words[2]), arena) &&
		    sql_prepare(sql, packs);

	if (made)
		measure(sql, arena);
	else
		fprintf(stderr, "inbox_measure: %s\n", sql ? sql_problem(sql) : count == 3 ? problem : "say how many cases, and every which is open");
	sql_close(sql);
	arena_free(arena);
	return made ? 0 : 1;
}
