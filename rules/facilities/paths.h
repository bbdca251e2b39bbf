/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The shape of a place, as registry, log and edition hold it in the column "path": points "lon,lat" in WGS84 with blanks between them, parts
 * parted by semicolons. Longitude comes first, after the standard RFC 7946. Of roads and lines (kinds ROAD and RAIL) each part is a line; of every
 * other kind a part whose first point is its last is an outline, any other a line (a brook). '' is a place of which only the point is known.
 */
#ifndef SHANYU_PATHS_H
#define SHANYU_PATHS_H

#include <stdbool.h>
#include <stddef.h>

#include "coordinates.h"

/* The most points of one place; an import refuses more. */
#define PATH_MOST_POINTS 4000

/*
 * The next point of a path. *at is the path at first and moves on; *begins says whether the point begins a part. False at the end, and where
 * the text is no path.
 */
bool path_next(const char **at, struct position *point, bool *begins);

/* How many points a path has, and whether it is one: with a part of at least two points, none outside of the world. 0 for ''. */
bool path_is_fine(const char *path, size_t *points);

/* The place of a path that is nearest to a position, and how far away it is; false when the path has no point. */
bool path_nearest(const char *path, struct position position, struct position *nearest, double *metres);

/* Whether every part of a path ends where it begins; false without a path. */
bool path_is_outline(const char *path);

/*
 * The middle of a path: of outlines (every part ends where it begins) their centre of gravity, of lines the place on them that is nearest to it.
 * *metres is how far the farthest of its points lies from there: so exact is "somewhere on this road". False when the path has no point.
 */
bool path_middle(const char *path, struct position *middle, double *metres);

#endif
