/* SPDX-License-Identifier: Apache-2.0 */
/* The drawn map of the district: from degrees to the drawing's units. For looking only. */
#ifndef SHANYU_PUBLIC_MAP_H
#define SHANYU_PUBLIC_MAP_H

#include "public/core/portal.h"

/* So much of what lies next door is drawn too, in units of the drawing, on each side. */
#define MAP_AROUND 250

/* The drawing of an edition: the district's outline, or its streets' centres, filling the width. */
double map_x(const struct map *map, double lon);
double map_y(const struct map *map, double lat);

#endif
