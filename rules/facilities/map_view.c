/* SPDX-License-Identifier: Apache-2.0 */
/* What a drawn map of results shows where. */
#include "map_view.h"

#include <math.h>

#define BETWEEN_DOTS 4
#define RING 22
#define RINGS 60
#define DIRECTIONS 16
/* Between a name and what is beside it. */
#define GAP 6

const struct map_marks map_marks_normal = { .radius = 42, .letter = 40 };
const struct map_marks map_marks_large = { .radius = 60, .letter = 84 };

struct map_box map_view_fit(const struct map_point *points, size_t count, double least)
{
	double west = points[0].x, east = west, north = points[0].y, south = north;
	struct map_box view;

	for (size_t i = 1; i < count; i++) {
		west = fmin(west, points[i].x);
		east = fmax(east, points[i].x);
		north = fmin(north, points[i].y);
		south = fmax(south, points[i].y);
	}
	view.width = fmax(least, 1.3 * fmax(east - west, (south - north) * MAP_VIEW_WIDTH / MAP_VIEW_HEIGHT));
	view.height = view.width * MAP_VIEW_HEIGHT / MAP_VIEW_WIDTH;
	view.x = (west + east - view.width) / 2;
	view.y = (north + south - view.height) / 2;
	return view;
}

static bool is_free(int radius, struct map_point at, const struct map_point *dots, size_t count)
{
	if (at.x < radius || at.y < radius || at.x > MAP_VIEW_WIDTH - radius || at.y > MAP_VIEW_HEIGHT - radius)
		return false;
	for (size_t i = 0; i < count; i++)
		if (hypot(at.x - dots[i].x, at.y - dots[i].y) < 2 * radius + BETWEEN_DOTS)
			return false;
	return true;
}

/* Around a point in growing rings, until a place is free. */
static struct map_point free_place(int radius, struct map_point wanted, const struct map_point *dots, size_t count)
{
	wanted.x = fmin(fmax(wanted.x, radius), MAP_VIEW_WIDTH - radius);
	wanted.y = fmin(fmax(wanted.y, radius), MAP_VIEW_HEIGHT - radius);
	for (int ring = 0; ring < RINGS; ring++)
		for (int direction = 0; direction < (ring ? DIRECTIONS : 1); direction++) {
			double angle = 2 * M_PI * direction / DIRECTIONS;
			struct map_point at = { wanted.x + ring * RING * cos(angle), wanted.y + ring * RING * sin(angle) };

			if (is_free(radius, at, dots, count))
				return at;
		}
	return wanted;
}

void map_view_set_apart(const struct map_marks *marks, struct map_point *dots, size_t count)
{
	for (size_t i = 0; i < count; i++)
		dots[i] = free_place(marks->radius, dots[i], dots, i);
}

static bool boxes_meet(const struct map_box *one, const struct map_box *other)
{
	return one->x < other->x + other->width + GAP && other->x < one->x + one->width + GAP && one->y < other->y + other->height + GAP &&
	       other->y < one->y + one->height + GAP;
}

static bool covers_nothing(int radius, const struct map_box *box, const struct map_point *dots, size_t dot_count, const struct map_box *names,
			   size_t name_count)
{
	if (box->x < 0 || box->y < 0 || box->x + box->width > MAP_VIEW_WIDTH || box->y + box->height > MAP_VIEW_HEIGHT)
		return false;
	for (size_t i = 0; i < dot_count; i++) {
		struct map_box dot = { dots[i].x - radius, dots[i].y - radius, 2 * radius, 2 * radius };

		if (boxes_meet(box, &dot))
			return false;
	}
	for (size_t i = 0; i < name_count; i++)
		if (boxes_meet(box, &names[i]))
			return false;
	return true;
}

bool map_view_place_name(const struct map_marks *marks, struct map_point point, size_t letters, const struct map_point *dots, size_t dot_count,
			 const struct map_box *names, size_t name_count, struct map_box *box)
{
	double width = (double)letters * marks->letter, height = marks->letter * 1.5;
	/* Below, above, right, left; then on it, a little off. */
	const struct map_point corners[] = {
		{ -width / 2, 14 }, { -width / 2, -height - 14 }, { 18, -height / 2 }, { -width - 18, -height / 2 }, { 14, 10 }, { -width - 14, 10 },
	};

	if (point.x < 0 || point.y < 0 || point.x > MAP_VIEW_WIDTH || point.y > MAP_VIEW_HEIGHT)
		return false;
	for (size_t i = 0; i < sizeof corners / sizeof *corners; i++) {
		*box = (struct map_box){ point.x + corners[i].x, point.y + corners[i].y, width, height };
		if (covers_nothing(marks->radius, box, dots, dot_count, names, name_count))
			return true;
	}
	return false;
}
