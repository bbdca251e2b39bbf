/* SPDX-License-Identifier: Apache-2.0 */
/* A facility as a row of the list and a dot on the map; made once from the templates and kept, with holes for numbers. */
#ifndef SHANYU_PUBLIC_LISTING_H
#define SHANYU_PUBLIC_LISTING_H

#include "find.h"

/* The holes of kept pieces. */
enum listing_hole {
	HOLE_NUMBER,
	HOLE_DISTANCE_KM,
	HOLE_WALK_MIN,
	HOLE_FROM,
	HOLE_LAT,
	HOLE_LON,
	HOLE_PAGE,
	HOLE_PAGES,
	HOLE_PREVIOUS,
	HOLE_NEXT,
	HOLE_ROWS,
	HOLE_DOTS
};

/* Add the rows of what was found, numbered from `number`, and their dots to the buffers; dots may be NULL. */
enum outcome listing_write(struct request *request, const struct finding *finding, int number, struct buffer *rows, struct buffer *dots);

/*
 * What templates show beyond the columns of a listing or a facility: fees in yuan, dialled phone, days, whether the vacancy
 * is fresh, stale or unknown.
 */
void listing_bind(const struct portal *portal, struct page *page, const struct values *row, struct arena *arena);

/* FRESH, STALE or UNKNOWN of a fact: shows the section WHAT_FRESH and so on, and binds WHAT_ASSERTED_ON. */
void freshness_bind(const struct portal *portal, struct page *page, const struct values *row, const char *what, struct arena *arena);

/* A telephone number as it is dialled: digits, and a plus in front. */
const char *phone_dialed(const char *text, struct arena *arena);

/* Kilometres: tenths up to ten, whole ones beyond. */
const char *distance_text(double metres, struct arena *arena);

#endif
