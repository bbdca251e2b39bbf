/* SPDX-License-Identifier: Apache-2.0 */
/* A facility as a row of the list; made once from the templates and kept, with holes for numbers. */
#ifndef SHANYU_PUBLIC_LISTING_H
#define SHANYU_PUBLIC_LISTING_H

#include "find.h"

/* Of a question that the rows' links carry along. */
#define LISTING_LONGEST_QUESTION 1000

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
	HOLE_OUTSIDE_KM,
	HOLE_EDGE_LAT,
	HOLE_EDGE_LON
};

/*
 * What a link from a list to a facility carries: where the search starts and what was asked for, so that the way back leads to the same list;
 * "?from=31.24000,121.42000&list=age%3D18", "" of a list for which nothing was asked. The ampersand is as it is, or escaped for HTML.
 */
const char *listing_carried(const struct finding *finding, const char *ampersand, struct arena *arena);

/* Bind the heading of a group of the list; those that are up to date have none. */
void listing_bind_group(struct page *page, enum apart apart);

/* Add the heading of a group behind another one. */
enum outcome listing_begin_group(struct request *request, enum apart apart, struct buffer *rows);

/* Add the rows of what was found, numbered from `number`. */
enum outcome listing_write(struct request *request, const struct finding *finding, int number, struct buffer *rows);

/*
 * What templates show beyond the columns of a listing or a facility: fees in yuan, dialled phone, days, whether the vacancy
 * is fresh, stale or unknown.
 */
void listing_bind(const struct portal *portal, struct page *page, const struct values *row, struct arena *arena);

/* FRESH, STALE or UNKNOWN of a fact: shows the section WHAT_FRESH and so on, and binds WHAT_ASSERTED_ON. */
void freshness_bind(const struct portal *portal, struct page *page, const struct values *row, const char *what, struct arena *arena);

/* Kilometres: tenths up to ten, whole ones beyond. */
const char *distance_text(double metres, struct arena *arena);

#endif
