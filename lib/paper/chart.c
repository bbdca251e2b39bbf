/* SPDX-License-Identifier: Apache-2.0 */
/* The geometry of bars and lines. */
#include "chart.h"

#include <inttypes.h>

#define NUMBER_ROOM 56 /* right of the longest bar */
#define TOP 4
#define TEXT_DOWN 16 /* from the bar's top to the text's baseline */
#define GAP 6

#define LEFT 44  /* the axis' numbers */
#define RIGHT 76 /* the lines' names */
#define LINES_TOP 14
#define LINES_BOTTOM 34
#define PLACE_LEAST 56 /* room a place's label takes */
#define TICKS_MOST 5

static struct values *row_of(struct rows *rows, struct arena *arena)
{
	struct values *row = &rows->at[rows->count++];

	*row = *values_new(arena);
	return row;
}

static struct rows rows_for(size_t most, struct arena *arena)
{
	return (struct rows){ arena_take(arena, (most + 1) * sizeof(struct values)), 0 };
}

static int64_t total_of(const struct chart_bar *bar)
{
	int64_t total = 0;

	for (size_t i = 0; i < CHART_MOST_PARTS; i++)
		total += bar->parts[i];
	return total;
}

static int64_t scaled(int64_t value, int64_t room, int64_t most)
{
	return most ? (value * room + most / 2) / most : 0;
}

static int64_t draw_parts(const struct chart_bar *bar, int64_t left, int64_t top, int64_t room, int64_t most, struct rows *parts,
			  struct arena *arena)
{
	int64_t before = 0, end = left;

	for (size_t i = 0; i < CHART_MOST_PARTS; i++) {
		/* From the sums, so that roundings do not add up. */
		int64_t x = left + scaled(before, room, most);
		struct values *part;

		before += bar->parts[i];
		if (!bar->parts[i])
			continue;
		end = left + scaled(before, room, most);
		/* One of ten thousand is still there to be seen. */
		if (end == x)
			end++;
		part = row_of(parts, arena);
		values_put_integer(part, "part", (int64_t)i + 1);
		values_put_integer(part, "x", x);
		values_put_integer(part, "y", top);
		values_put_integer(part, "width", end - x);
		values_put_integer(part, "height", CHART_BAR);
	}
	return end;
}

int64_t chart_bars(const struct chart_bar *bars, size_t count, int64_t label_width, struct arena *arena, struct rows *drawn,
		   struct rows *parts)
{
	int64_t left = label_width + GAP, most = 0;

	*drawn = rows_for(count, arena);
	*parts = rows_for(count * CHART_MOST_PARTS, arena);
	for (size_t i = 0; i < count; i++)
		most = total_of(&bars[i]) > most ? total_of(&bars[i]) : most;
	for (size_t i = 0; i < count; i++) {
		struct values *bar = row_of(drawn, arena);
		int64_t top = TOP + (int64_t)i * CHART_ROW;

		values_put_text(bar, "label", bars[i].label);
		values_put_integer(bar, "text_y", top + TEXT_DOWN);
		values_put_integer(bar, "total", total_of(&bars[i]));
		values_put_integer(bar, "total_x",
				   GAP + draw_parts(&bars[i], left, top, CHART_WIDTH - NUMBER_ROOM - left, most, parts, arena));
	}
	return TOP + (int64_t)count * CHART_ROW;
}

/* The smallest of 1, 2, 5, 10, 20, 50 ... of which so many reach as far. */
static int64_t tick_for(int64_t most)
{
	static const int64_t steps[] = { 1, 2, 5 };

	for (int64_t ten = 1;; ten *= 10)
		for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
			if (steps[i] * ten * TICKS_MOST >= most)
				return steps[i] * ten;
}

static int64_t x_of(size_t place, size_t places)
{
	int64_t room = CHART_WIDTH - LEFT - RIGHT;

	return LEFT + (places > 1 ? room * (int64_t)place / (int64_t)(places - 1) : room / 2);
}

static int64_t y_of(int64_t value, int64_t top)
{
	int64_t room = CHART_LINE_HEIGHT - LINES_TOP - LINES_BOTTOM;

	return LINES_TOP + room - scaled(value, room, top);
}

static void draw_axis(struct chart_lines *drawing, int64_t tick, int64_t top, size_t places, struct arena *arena)
{
	/* Every so manieth label, the last one always. */
	size_t every = (size_t)(((int64_t)places * PLACE_LEAST) / (CHART_WIDTH - LEFT - RIGHT)) + 1;

	for (int64_t value = 0; value <= top; value += tick) {
		struct values *row = row_of(&drawing->ticks, arena);

		values_put_integer(row, "value", value);
		values_put_integer(row, "y", y_of(value, top));
		values_put_integer(row, "text_y", y_of(value, top) + 5);
	}
	for (size_t i = 0; i < places; i++) {
		struct values *row = row_of(&drawing->places, arena);

		values_put_integer(row, "x", x_of(i, places));
		values_put_integer(row, "show", (places - 1 - i) % every == 0);
	}
}

static void draw_line(struct chart_lines *drawing, const struct chart_line *line, int64_t number, int64_t top, struct arena *arena)
{
	struct values *row = row_of(&drawing->lines, arena);
	const char *points = "";

	for (size_t i = 0; i < line->count; i++) {
		struct values *dot = row_of(&drawing->dots, arena);
		int64_t x = x_of(i, line->count), y = y_of(line->values[i], top);

		points = arena_format(arena, "%s%s%" PRId64 ",%" PRId64, points, i ? " " : "", x, y);
		values_put_integer(dot, "line", number);
		values_put_integer(dot, "x", x);
		values_put_integer(dot, "y", y);
		values_put_integer(row, "end_x", x + GAP);
		values_put_integer(row, "end_y", y);
		values_put_integer(row, "last", line->values[i]);
	}
	values_put_text(row, "points", points);
	values_put_integer(row, "line", number);
}

/* Names at the lines' ends do not stand upon one another: they are moved apart, in the order of their heights. */
static void part_names(struct rows *lines)
{
	static const int64_t apart = 18;

	for (size_t round = 0; round < lines->count; round++)
		for (size_t i = 0; i < lines->count; i++)
			for (size_t j = i + 1; j < lines->count; j++) {
				int64_t one = values_integer(&lines->at[i], "end_y"),
					other = values_integer(&lines->at[j], "end_y");
				int64_t between = other >= one ? other - one : one - other;

				if (between >= apart)
					continue;
				values_put_integer(&lines->at[other >= one ? i : j], "end_y",
						   (other >= one ? one : other) - (apart - between) / 2);
				values_put_integer(&lines->at[other >= one ? j : i], "end_y",
						   (other >= one ? other : one) + (apart - between + 1) / 2);
			}
}

struct chart_lines chart_lines(const struct chart_line *lines, size_t count, struct arena *arena)
{
	struct chart_lines drawing = { .height = CHART_LINE_HEIGHT };
	int64_t most = 1, tick, top;
	size_t places = 0;

	for (size_t i = 0; i < count; i++) {
		places = lines[i].count > places ? lines[i].count : places;
		for (size_t j = 0; j < lines[i].count; j++)
			most = lines[i].values[j] > most ? lines[i].values[j] : most;
	}
	tick = tick_for(most);
	top = (most + tick - 1) / tick * tick;
	drawing.lines = rows_for(count, arena);
	drawing.dots = rows_for(count * places, arena);
	drawing.ticks = rows_for((size_t)(top / tick) + 1, arena);
	drawing.places = rows_for(places, arena);
	draw_axis(&drawing, tick, top, places, arena);
	for (size_t i = 0; i < count; i++)
		draw_line(&drawing, &lines[i], (int64_t)i + 1, top, arena);
	part_names(&drawing.lines);
	return drawing;
}
