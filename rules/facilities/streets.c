/* SPDX-License-Identifier: Apache-2.0 */
/* Walking by streets. Junctions stand in the order of their cells on a grid, so that the nearest is found by looking at a few. */
#include "streets.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MILLIONTHS 1e6
#define METRES_PER_DEGREE 111195.0
/* About 250 m of latitude: who is within STREETS_NEAR_METRES stands in the same cell or in one beside it. */
#define CELL_DEGREES (STREETS_NEAR_METRES / METRES_PER_DEGREE)
#define REMEMBERED 8
#define UNREACHED HUGE_VALF

struct walk {
	int64_t from, to;               /* keys of junctions; their numbers once sealed */
	float metres;
};

struct way {
	int32_t to;
	float metres;
};

struct waiting {
	float metres;
	int32_t junction;
};

/* The ways from an origin. */
struct origin {
	struct position position;
	double most_metres;
	float *metres;                  /* to each junction */
	uint64_t used;                  /* the higher the later; 0 = never */
};

struct streets {
	struct arena *arena;
	struct walk *walks;
	size_t walk_count, most_walks;
	int64_t *keys;                  /* of the junctions, ascending: first by their rows of cells, then from west to east */
	struct position *positions;
	size_t junction_count;
	int32_t *first;                 /* of the ways of each junction, and one behind the last */
	struct way *ways;
	double scale;                   /* metres of a degree of longitude here */
	struct waiting *heap;
	size_t heap_size;
	struct origin origins[REMEMBERED];
	const struct origin *here;
	uint64_t turn;
};

/* Latitudes are parted into bands; within a band junctions stand from west to east. */
static int64_t band_of(double lat)
{
	return (int64_t)floor(lat / CELL_DEGREES);
}

struct junction {
	int64_t key;                    /* longitude and latitude in millionths of a degree */
	int64_t band;
};

static int64_t key_of(struct position position)
{
	return (llround(position.lon * MILLIONTHS) << 32) + (llround(position.lat * MILLIONTHS) + 90000000);
}

static struct position position_of(int64_t key)
{
	return (struct position){ (double)((key & 0xFFFFFFFF) - 90000000) / MILLIONTHS, (double)(key >> 32) / MILLIONTHS };
}

struct streets *streets_new(size_t most_walks, struct arena *arena)
{
	struct streets *streets = arena_take(arena, sizeof *streets);

	streets->arena = arena;
	streets->most_walks = most_walks < STREETS_MOST_WALKS ? most_walks : STREETS_MOST_WALKS;
	streets->walks = arena_take(arena, (streets->most_walks + 1) * sizeof *streets->walks);
	return streets;
}

void streets_add(struct streets *streets, struct position from, struct position to, double metres)
{
	if (streets->walk_count < streets->most_walks)
		streets->walks[streets->walk_count++] = (struct walk){ key_of(from), key_of(to), (float)metres };
}

static int by_place(const void *left, const void *right)
{
	const struct junction *a = left, *b = right;

	if (a->band != b->band)
		return a->band < b->band ? -1 : 1;
	return (a->key > b->key) - (a->key < b->key);
}

static int32_t number_of(const struct junction *junctions, size_t count, int64_t key)
{
	const struct junction sought = { key, band_of(position_of(key).lat) };
	const struct junction *found = bsearch(&sought, junctions, count, sizeof *junctions, by_place);

	return (int32_t)(found - junctions);
}

static struct junction *make_junctions(struct streets *streets)
{
	struct junction *junctions = arena_take(streets->arena, (2 * streets->walk_count + 1) * sizeof *junctions);
	size_t count = 0, kept = 0;

	for (size_t i = 0; i < streets->walk_count; i++) {
		junctions[count++] = (struct junction){ streets->walks[i].from, band_of(position_of(streets->walks[i].from).lat) };
		junctions[count++] = (struct junction){ streets->walks[i].to, band_of(position_of(streets->walks[i].to).lat) };
	}
	qsort(junctions, count, sizeof *junctions, by_place);
	for (size_t i = 0; i < count; i++)
		if (!kept || junctions[kept - 1].key != junctions[i].key)
			junctions[kept++] = junctions[i];
	streets->junction_count = kept;
	return junctions;
}

/* The ways of each junction, one junction after the other. */
static void make_ways(struct streets *streets)
{
	int32_t *next;

	streets->first = arena_take(streets->arena, (streets->junction_count + 2) * sizeof *streets->first);
	streets->ways = arena_take(streets->arena, (2 * streets->walk_count + 1) * sizeof *streets->ways);
	next = arena_take(streets->arena, (streets->junction_count + 1) * sizeof *next);
	for (size_t i = 0; i < streets->walk_count; i++) {
		streets->first[streets->walks[i].from + 1]++;
		streets->first[streets->walks[i].to + 1]++;
	}
	for (size_t i = 0; i < streets->junction_count; i++) {
		streets->first[i + 1] += streets->first[i];
		next[i] = streets->first[i];
	}
	for (size_t i = 0; i < streets->walk_count; i++) {
		const struct walk *walk = &streets->walks[i];

		streets->ways[next[walk->from]++] = (struct way){ (int32_t)walk->to, walk->metres };
		streets->ways[next[walk->to]++] = (struct way){ (int32_t)walk->from, walk->metres };
	}
}

void streets_seal(struct streets *streets)
{
	struct junction *junctions = make_junctions(streets);

	streets->positions = arena_take(streets->arena, (streets->junction_count + 1) * sizeof *streets->positions);
	for (size_t i = 0; i < streets->junction_count; i++)
		streets->positions[i] = position_of(junctions[i].key);
	for (size_t i = 0; i < streets->walk_count; i++) {
		streets->walks[i].from = number_of(junctions, streets->junction_count, streets->walks[i].from);
		streets->walks[i].to = number_of(junctions, streets->junction_count, streets->walks[i].to);
	}
	make_ways(streets);
	streets->scale = streets->junction_count ? METRES_PER_DEGREE * cos(streets->positions[0].lat * M_PI / 180) : 0;
	/* No junction waits twice for each way that leads to it. */
	streets->heap = arena_take(streets->arena, (2 * streets->walk_count + 2) * sizeof *streets->heap);
}

size_t streets_junctions(const struct streets *streets)
{
	return streets->junction_count;
}

/* The first junction of a band from a longitude on. */
static size_t first_from(const struct streets *streets, int64_t band, double lon)
{
	size_t from = 0, to = streets->junction_count;

	while (from < to) {
		size_t middle = (from + to) / 2;
		int64_t at = band_of(streets->positions[middle].lat);

		if (at < band || (at == band && streets->positions[middle].lon < lon))
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* The nearest junction and how far it is, -1 when none is near. */
static int32_t nearest_junction(const struct streets *streets, struct position position, double *metres)
{
	double reach = streets->scale > 0 ? STREETS_NEAR_METRES / streets->scale : 0, least = STREETS_NEAR_METRES * STREETS_NEAR_METRES;
	int32_t nearest = -1;

	for (int64_t band = band_of(position.lat) - 1; band <= band_of(position.lat) + 1; band++)
		for (size_t i = first_from(streets, band, position.lon - reach); i < streets->junction_count; i++) {
			struct position at = streets->positions[i];
			double east = (at.lon - position.lon) * streets->scale, north = (at.lat - position.lat) * METRES_PER_DEGREE;

			if (at.lon > position.lon + reach || band_of(at.lat) != band)
				break;
			if (east * east + north * north >= least)
				continue;
			least = east * east + north * north;
			nearest = (int32_t)i;
		}
	*metres = sqrt(least);
	return nearest;
}

static void put_waiting(struct streets *streets, float metres, int32_t junction)
{
	size_t at = streets->heap_size++;

	for (; at && streets->heap[(at - 1) / 2].metres > metres; at = (at - 1) / 2)
		streets->heap[at] = streets->heap[(at - 1) / 2];
	streets->heap[at] = (struct waiting){ metres, junction };
}

static struct waiting take_waiting(struct streets *streets)
{
	struct waiting first = streets->heap[0], last = streets->heap[--streets->heap_size];
	size_t at = 0, below;

	while ((below = 2 * at + 1) < streets->heap_size) {
		if (below + 1 < streets->heap_size && streets->heap[below + 1].metres < streets->heap[below].metres)
			below++;
		if (streets->heap[below].metres >= last.metres)
			break;
		streets->heap[at] = streets->heap[below];
		at = below;
	}
	streets->heap[at] = last;
	return first;
}

/* What waits when the bound is reached has no shortest way yet: it is as if it were not reached. */
static void forget_waiting(struct streets *streets, float *metres)
{
	for (size_t i = 0; i < streets->heap_size; i++)
		if (metres[streets->heap[i].junction] >= streets->heap[i].metres)
			metres[streets->heap[i].junction] = UNREACHED;
	streets->heap_size = 0;
}

static void search(struct streets *streets, int32_t from, double before, float most_metres, float *metres)
{
	size_t looked_at = 0;

	for (size_t i = 0; i < streets->junction_count; i++)
		metres[i] = UNREACHED;
	metres[from] = (float)before;
	put_waiting(streets, metres[from], from);
	while (streets->heap_size && looked_at < STREETS_MOST_LOOKED_AT) {
		struct waiting next = take_waiting(streets);

		if (next.metres > metres[next.junction])
			continue;
		looked_at++;
		for (int32_t i = streets->first[next.junction]; i < streets->first[next.junction + 1]; i++) {
			const struct way *way = &streets->ways[i];
			float through = next.metres + way->metres;

			if (through >= metres[way->to] || through > most_metres)
				continue;
			metres[way->to] = through;
			put_waiting(streets, through, way->to);
		}
	}
	forget_waiting(streets, metres);
}

static bool is_same(const struct origin *origin, struct position position, double most_metres)
{
	return origin->used && fabs(origin->position.lat - position.lat) < 1e-7 && fabs(origin->position.lon - position.lon) < 1e-7 &&
	       fabs(origin->most_metres - most_metres) < 1;
}

bool streets_set_out(struct streets *streets, struct position origin, double most_metres)
{
	struct origin *oldest = &streets->origins[0];
	double before;
	int32_t from;

	streets->here = NULL;
	for (size_t i = 0; i < REMEMBERED; i++) {
		struct origin *known = &streets->origins[i];

		if (is_same(known, origin, most_metres)) {
			known->used = ++streets->turn;
			streets->here = known;
			return true;
		}
		if (known->used < oldest->used)
			oldest = known;
	}
	from = nearest_junction(streets, origin, &before);
	if (from < 0)
		return false;
	if (!oldest->metres)
		oldest->metres = arena_take(streets->arena, (streets->junction_count + 1) * sizeof *oldest->metres);
	search(streets, from, before, (float)most_metres, oldest->metres);
	oldest->position = origin;
	oldest->most_metres = most_metres;
	oldest->used = ++streets->turn;
	streets->here = oldest;
	return true;
}

double streets_metres(const struct streets *streets, struct position to)
{
	double after;
	int32_t nearest = streets->here ? nearest_junction(streets, to, &after) : -1;

	if (nearest < 0 || !isfinite(streets->here->metres[nearest]))
		return -1;
	return streets->here->metres[nearest] + after;
}
