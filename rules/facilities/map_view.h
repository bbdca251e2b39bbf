/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a drawn map of results shows where: which part of the drawing, dots set apart so that each can be touched, names where nothing covers
 * them. All of it in units of the picture, MAP_VIEW_WIDTH wide; x grows to the right, y downwards.
 */
#ifndef SHANYU_MAP_VIEW_H
#define SHANYU_MAP_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#define MAP_VIEW_WIDTH 1000
#define MAP_VIEW_HEIGHT 900

/* How large a dot is, and a letter of a name. */
struct map_marks {
	int radius, letter;
};

/*
 * On a screen of 320 px the picture is 290 px wide, and a dot 24 px, the least of WCAG 2.2 (standard, 2.5.8 Target Size). The style sheet has the
 * same sizes of letters.
 */
extern const struct map_marks map_marks_normal, map_marks_large;

struct map_point {
	double x, y;
};

struct map_box {
	double x, y, width, height;
};

/*
 * The part of a drawing that holds all points with room around them, in the shape of the picture, and at least `least` wide. Needs a point.
 */
struct map_box map_view_fit(const struct map_point *points, size_t count, double least);

/*
 * Set dots apart: each stays where it is, or goes to the nearest free place around it, so that no two overlap and all are within the picture. The
 * first have the first choice. For up to 40 dots of the normal size there is always a place, and for 21 of the large one.
 */
void map_view_set_apart(const struct map_marks *marks, struct map_point *dots, size_t count);

/*
 * The box of a name of so many letters beside its point, where neither a dot nor one of the names placed before is; false when there is none, or
 * the point is outside of the picture.
 */
bool map_view_place_name(const struct map_marks *marks, struct map_point point, size_t letters, const struct map_point *dots, size_t dot_count,
			 const struct map_box *names, size_t name_count, struct map_box *box);

#endif
