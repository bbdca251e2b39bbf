/* SPDX-License-Identifier: Apache-2.0 */
/* How long somebody walks. */
#include "walk.h"

#include <stdlib.h>

#include "portal_queries.h"

#define MILLIONTHS 1e6
/* Further than an hour and a half nobody walks by streets: the straight line serves. */
#define MOST_MINUTES 90
#define NUMBERS 5

static void add_walks(struct streets *streets, const char *text)
{
	while (*text) {
		long numbers[NUMBERS];
		char *end;

		for (size_t i = 0; i < NUMBERS; i++) {
			numbers[i] = strtol(text, &end, 10);
			if (end == text)
				return;
			text = end + (*end == ',' || *end == ';');
		}
		streets_add(streets, (struct position){ (double)numbers[1] / MILLIONTHS, (double)numbers[0] / MILLIONTHS },
			    (struct position){ (double)numbers[3] / MILLIONTHS, (double)numbers[2] / MILLIONTHS }, (double)numbers[4] / 10);
	}
}

/* The network of the edition; one without walks when it has none or cannot be read. */
static struct streets *streets_of(struct request *request)
{
	struct published *published = published_of(request);
	struct sql_cursor cursor;
	const struct values *row;
	struct values *count;

	if (published->walks)
		return published->walks;
	if (sql_row(published->sql, &Q_edition_walk_count, NULL, request->arena, &count) != SQL_FOUND)
		return published->walks = streets_new(0, published->arena);
	published->walks = streets_new((size_t)values_integer(count, "walks"), published->arena);
	if (sql_start(published->sql, &Q_edition_walks, NULL, &cursor))
		while ((row = sql_next(&cursor)))
			add_walks(published->walks, values_text(row, "walks"));
	streets_seal(published->walks);
	return published->walks;
}

bool walk_set_out(struct request *request, struct position origin)
{
	struct streets *streets = streets_of(request);

	return streets_junctions(streets) && streets_set_out(streets, origin, published_of(request)->walking.metres_per_minute * MOST_MINUTES);
}

bool walk_is_by_streets(const struct request *request, struct position to)
{
	const struct published *published = published_of(request);

	return published->walks && streets_metres(published->walks, to) >= 0;
}

int walk_minutes(const struct request *request, struct position to, double straight_metres)
{
	const struct published *published = published_of(request);
	double metres = published->walks ? streets_metres(published->walks, to) : -1;
	struct walking by_streets = published->walking;

	by_streets.detour_factor = 1;
	return metres >= 0 ? walking_minutes(&by_streets, metres) : walking_minutes(&published->walking, straight_metres);
}
