/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Walking by streets: the shortest way along a network of streets between junctions, from one origin to many places. A river or a railway without a
 * crossing nearby makes a way as long as it is. Bounded: a search looks at so many junctions and no more, and goes no further than anybody walks; what it did not
 * reach is not known, and the straight line serves (rules/facilities/walking.h). Method: E. W. Dijkstra, Numerische Mathematik 1 (1959), 269-271; the bounds are
 * settings of this program, their time is measured by tests/bench/walk.
 */
#ifndef SHANYU_STREETS_H
#define SHANYU_STREETS_H

#include <stdbool.h>
#include <stddef.h>

#include "coordinates.h"
#include "lib/base/arena.h"

#define STREETS_MOST_WALKS 100000
/* The most junctions that one search looks at. */
#define STREETS_MOST_LOOKED_AT 8000
/* So far from a street nobody is on it. */
#define STREETS_NEAR_METRES 250

struct streets;

/* Room for so many walks between junctions, at most STREETS_MOST_WALKS; all is held in the arena. */
struct streets *streets_new(size_t most_walks, struct arena *arena);

/* A walk between two junctions, both ways, in metres; positions are rounded to 0.1 m, and those alike are one junction. More than there is room for are passed over. */
void streets_add(struct streets *streets, struct position from, struct position to, double metres);

/* All walks are added. */
void streets_seal(struct streets *streets);

/* How many junctions there are. */
size_t streets_junctions(const struct streets *streets);

/*
 * Set out from a position: the ways from there are found, or remembered from before. False when no junction is near. `most_metres`: no further.
 * Ways of an origin are valid until another one is set out from; those of the last few origins are remembered.
 */
bool streets_set_out(struct streets *streets, struct position origin, double most_metres);

/* Metres from the origin set out from to a position: to the nearest junction, along the streets, and from there. Negative when it is not known. */
double streets_metres(const struct streets *streets, struct position to);

#endif
