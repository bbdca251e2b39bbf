/* SPDX-License-Identifier: Apache-2.0 */
/* The drawn map of the district: from degrees to the drawing's units. For looking only, marked as schematic. */
#ifndef SHANYU_PUBLIC_MAP_H
#define SHANYU_PUBLIC_MAP_H

#include "portal.h"

/* The drawing of an edition: the district's outline, or its streets' centres, filling the width. */
struct map map_of(const struct published *published);
double map_x(const struct map *map, double lon);
double map_y(const struct map *map, double lat);

#endif
