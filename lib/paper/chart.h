/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pictures of figures: where the bars and lines of a drawing go, as values for a template, which holds every word and all markup. Knows
 * neither colours nor texts. Numbers are whole units of the drawing's own viewBox. The picture repeats what a table beside it says: the table is
 * what counts.
 */
#ifndef SHANYU_CHART_H
#define SHANYU_CHART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/values.h"

#define CHART_WIDTH 680
#define CHART_BAR 22            /* height of a bar */
#define CHART_ROW 34            /* from one bar to the next */
#define CHART_MOST_PARTS 5

/* A bar of up to so many parts, one after the other, from 0. */
struct chart_bar {
	const char *label;
	int64_t parts[CHART_MOST_PARTS];
};

/*
 * Lying bars, the labels in a column of label_width at the left, the longest bar ending where its number still has room.
 * bars->at: label, text_y, total, total_x. parts->at, for all bars: part (1 ...), x, y, width, height; parts of 0 have none. Returns the drawing's
 * height.
 */
int64_t chart_bars(const struct chart_bar *bars, size_t count, int64_t label_width, struct arena *arena, struct rows *drawn,
	struct rows *parts);

struct chart_line {
	const int64_t *values;
	size_t count;
};

#define CHART_LINE_HEIGHT 260

/*
 * Lines over one row of places. Each line: points ("x,y x,y"), line (1 ...), and the last point (end_x, end_y, last) to write its name at. dots:
 * line, x, y of every value. ticks: y and value of the axis; places: x of every place, and show: whether there is room for its label.
 */
struct chart_lines {
	struct rows lines;
	struct rows dots;
	struct rows ticks;
	struct rows places;
	int64_t height;
};
struct chart_lines chart_lines(const struct chart_line *lines, size_t count, struct arena *arena);

#endif
