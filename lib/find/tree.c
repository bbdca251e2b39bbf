/* SPDX-License-Identifier: Apache-2.0 */
/* The nearest entries of a tree of places, its nodes kept. */
#include "tree.h"

#include <math.h>
#include <string.h>

/* A node of SQLite's: two bytes of depth (of the root alone), two of how many cells, then cells. All numbers are big-endian. */
#define ROOT 1
#define ROOT_LEVEL (-1)                 /* it says itself how high it is */
#define HEAD_SIZE 4
#define SIDES 6
#define CELL_SIZE (8 + 4 * SIDES)
#define MOST_CELLS 51
#define MOST_DEPTH 40
#define WAYS 4                          /* places a node may be kept in */
#define MOST_WAITING 1024
#define ROUNDING 1e-12                  /* part of a rank */

/* A place, in the middle of its sides, which are rounded outwards. */
struct entry {
	double lat, lon;
	float fresh;
};

/* At level 0 of the tree are entries, above it the boxes around nodes. */
struct node {
	int64_t number;                 /* 0: none is kept here */
	uint64_t used;                  /* when, counted in uses */
	int depth;                      /* of the root */
	int count;
	int64_t ids[MOST_CELLS];        /* entries, or nodes */
	union {
		struct entry entries[MOST_CELLS];
		float sides[MOST_CELLS][SIDES];
	};
};

struct tree {
	struct sql *sql;
	const struct query *node_query;
	size_t places;
	uint64_t uses;
	struct node kept[];
};

/* A box not looked into yet. */
struct waiting {
	double rank;
	int64_t number;
	int level;                      /* 0: its cells are entries */
};

struct walk {
	const struct nearest *nearest;
	struct tree_found *found;       /* in their order */
	size_t found_count, most;
	size_t waiting_count;
	struct waiting waiting[MOST_WAITING];   /* a heap, the nearest first */
};

struct tree *tree_new(struct sql *sql, const struct query *node_query, size_t most_nodes, struct arena *arena)
{
	struct tree *tree = arena_take(arena, sizeof *tree + most_nodes * sizeof *tree->kept);

	tree->sql = sql;
	tree->node_query = node_query;
	tree->places = most_nodes;
	return tree;
}

static uint64_t big_endian(const unsigned char *bytes, int size)
{
	uint64_t number = 0;

	for (int i = 0; i < size; i++)
		number = number << 8 | bytes[i];
	return number;
}

static float side_of(const unsigned char *bytes)
{
	uint32_t bits = (uint32_t)big_endian(bytes, 4);
	float side;

	memcpy(&side, &bits, sizeof side);
	return side;
}

static void decode_cell(struct node *node, int at, const float *sides, int level)
{
	if (level == 0)
		node->entries[at] = (struct entry){ ((double)sides[0] + (double)sides[1]) / 2,
						    ((double)sides[2] + (double)sides[3]) / 2, sides[5] };
	else
		memcpy(node->sides[at], sides, sizeof node->sides[at]);
}

static bool decode(struct node *node, const unsigned char *data, size_t size, int level)
{
	uint64_t count = size >= HEAD_SIZE ? big_endian(data + 2, 2) : MOST_CELLS + 1;

	if (count > MOST_CELLS || size < HEAD_SIZE + count * CELL_SIZE)
		return false;
	node->depth = (int)big_endian(data, 2);
	if (level == ROOT_LEVEL)
		level = node->depth;
	node->count = (int)count;
	for (int i = 0; i < node->count; i++) {
		const unsigned char *cell = data + HEAD_SIZE + (size_t)i * CELL_SIZE;
		float sides[SIDES];

		node->ids[i] = (int64_t)big_endian(cell, 8);
		for (size_t side = 0; side < SIDES; side++)
			sides[side] = side_of(cell + 8 + 4 * side);
		decode_cell(node, i, sides, level);
	}
	return true;
}

static bool read_node(struct tree *tree, struct node *node, int64_t number, int level, struct arena *arena)
{
	struct values *parameters = values_new(arena), *row;
	const struct value *data;

	node->number = 0;
	values_put_integer(parameters, "number", number);
	if (sql_row(tree->sql, tree->node_query, parameters, arena, &row) != SQL_FOUND)
		return false;
	data = values_find(row, "data");
	if (!data || data->kind != VALUE_BLOB || !decode(node, data->blob, data->size, level))
		return false;
	node->number = number;
	return true;
}

/* Valid until the next one is asked for. */
static const struct node *node_of(struct tree *tree, int64_t number, int level, struct arena *arena)
{
	size_t set = (size_t)((uint64_t)number * 0x9E3779B97F4A7C15u >> 32) % (tree->places / WAYS);
	struct node *ways = &tree->kept[set * WAYS], *oldest = ways;

	for (struct node *node = ways; node < ways + WAYS; node++) {
		if (number && node->number == number) {
			node->used = ++tree->uses;
			return node;
		}
		if (node->used < oldest->used)
			oldest = node;
	}
	oldest->used = ++tree->uses;
	return read_node(tree, oldest, number, level, arena) ? oldest : NULL;
}

/* What ranks beyond it cannot be among the nearest. What ranks the same does not, however it was rounded on its way. */
static double bound_of(const struct walk *walk)
{
	return walk->found_count < walk->most ? INFINITY : walk->found[walk->most - 1].rank * (1 + ROUNDING);
}

static bool goes_before(const struct tree_found *one, const struct tree_found *other)
{
	if (one->rank < other->rank || one->rank > other->rank)
		return one->rank < other->rank;
	return one->id < other->id;
}

static void put_found(struct walk *walk, const struct tree_found *found)
{
	struct tree_found *list = walk->found;
	size_t at = walk->found_count;

	if (at == walk->most && !goes_before(found, &list[at - 1]))
		return;
	if (at < walk->most)
		walk->found_count++;
	else
		at--;
	for (; at > 0 && goes_before(found, &list[at - 1]); at--)
		list[at] = list[at - 1];
	list[at] = *found;
}

static bool put_waiting(struct walk *walk, double rank, int64_t number, int level)
{
	size_t at = walk->waiting_count;

	if (at == MOST_WAITING)
		return false;
	walk->waiting_count++;
	for (size_t above; at > 0 && walk->waiting[above = (at - 1) / 2].rank > rank; at = above)
		walk->waiting[at] = walk->waiting[above];
	walk->waiting[at] = (struct waiting){ rank, number, level };
	return true;
}

static struct waiting take_waiting(struct walk *walk)
{
	struct waiting *heap = walk->waiting, first = heap[0], last = heap[--walk->waiting_count];
	size_t at = 0, below;

	while ((below = 2 * at + 1) < walk->waiting_count) {
		if (below + 1 < walk->waiting_count && heap[below + 1].rank < heap[below].rank)
			below++;
		if (heap[below].rank >= last.rank)
			break;
		heap[at] = heap[below];
		at = below;
	}
	heap[at] = last;
	return first;
}

/* No root is taken for what is too far. */
static void look_at_entries(struct walk *walk, const struct node *node)
{
	const struct nearest *nearest = walk->nearest;
	double within = nearest->within_metres > 0 ? nearest->within_metres : INFINITY;

	for (int i = 0; i < node->count; i++) {
		const struct entry *entry = &node->entries[i];
		double further = nearest_further(nearest, entry->fresh);
		double bound = bound_of(walk) - further, reach = bound < within ? bound : within;
		double square = nearest_square(nearest, entry->lat, entry->lon);

		if (reach >= 0 && square <= reach * reach)
			put_found(walk, &(struct tree_found){ node->ids[i], entry->lat, entry->lon, sqrt(square) + further });
	}
}

/* False: too many wait. */
static bool look_at_boxes(struct walk *walk, const struct node *node, int level)
{
	for (int i = 0; i < node->count; i++) {
		const float *side = node->sides[i];
		double rank = nearest_rank(walk->nearest,
					   &(struct nearest_box){ side[0], side[1], side[2], side[3], side[4], side[5] });

		if (rank >= 0 && rank <= bound_of(walk) && !put_waiting(walk, rank, node->ids[i], level - 1))
			return false;
	}
	return true;
}

static bool look_into(struct walk *walk, const struct node *node, int level)
{
	if (level > 0)
		return look_at_boxes(walk, node, level);
	look_at_entries(walk, node);
	return true;
}

bool tree_find(struct tree *tree, const struct nearest *nearest, struct tree_found *found, size_t most, size_t *count,
	       struct arena *arena)
{
	const struct node *root = node_of(tree, ROOT, ROOT_LEVEL, arena);
	struct walk walk;

	walk.nearest = nearest;
	walk.found = found;
	walk.most = most;
	walk.found_count = walk.waiting_count = 0;
	if (!root || root->depth > MOST_DEPTH || !look_into(&walk, root, root->depth))
		return false;
	while (walk.waiting_count && walk.waiting[0].rank <= bound_of(&walk)) {
		struct waiting next = take_waiting(&walk);
		const struct node *node = node_of(tree, next.number, next.level, arena);

		if (!node || !look_into(&walk, node, next.level))
			return false;
	}
	*count = walk.found_count;
	return true;
}
