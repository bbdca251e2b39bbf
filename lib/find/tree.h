/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The nearest entries of a tree of places (an R*Tree of SQLite: lat, lon, freshness, from and to each) in an edition that never
 * changes. Its nodes are read from the table behind it (sqlite.org/rtree.html, "Internal Implementation Details") and kept, so
 * that who is asked about the same part of a country again goes to the database no more. With conditions of other tables SQLite
 * walks the tree itself (lib/find/search.h, "nearest").
 */
#ifndef SHANYU_TREE_H
#define SHANYU_TREE_H

#include "nearest.h"
#include "lib/sql/sql.h"

struct tree;

struct tree_found {
	int64_t id;
	double lat, lon;                /* within a metre */
	double rank;                    /* metres, with what staleness adds */
};

/*
 * A reader of the tree whose node :number the query gives as data. Keeps at most so many nodes (a multiple of 4), 1.7 KB each,
 * in the arena; connection and arena outlive it.
 */
struct tree *tree_new(struct sql *sql, const struct query *node_query, size_t most_nodes, struct arena *arena);

/*
 * The nearest entries in their order, ties by id, into found[most], most > 0; how many there are into *count. False when the tree
 * cannot be read so, or the search grew too wide: ask SQLite then.
 */
bool tree_find(struct tree *tree, const struct nearest *nearest, struct tree_found *found, size_t most, size_t *count,
	       struct arena *arena);

#endif
