/* SPDX-License-Identifier: Apache-2.0 */
/* The shape of a place: reading it, and points on it. */
#include "paths.h"

#include <math.h>
#include <stdlib.h>

bool path_next(const char **at, struct position *point, bool *begins)
{
	const char *text = *at;
	char *end;

	*begins = text[0] == ';';
	if (*text == ' ' || *text == ';')
		text++;
	point->lon = strtod(text, &end);
	if (end == text || *end != ',')
		return false;
	text = end + 1;
	point->lat = strtod(text, &end);
	if (end == text || (*end && *end != ' ' && *end != ';'))
		return false;
	*at = end;
	return true;
}

static bool is_in_world(struct position point)
{
	return point.lat >= -90 && point.lat <= 90 && point.lon >= -180 && point.lon <= 180;
}

bool path_is_fine(const char *path, size_t *points)
{
	struct position point;
	size_t of_part = 0;
	bool begins;

	for (*points = 0; path_next(&path, &point, &begins); ++*points) {
		if (!is_in_world(point) || (begins && of_part < 2))
			return false;
		of_part = begins ? 1 : of_part + 1;
	}
	return !*path && (!*points || of_part >= 2);
}

bool path_nearest(const char *path, struct position position, struct position *nearest, double *metres)
{
	struct position before = { 0, 0 }, point;
	bool begins, first = true;

	*metres = HUGE_VAL;
	for (; path_next(&path, &point, &begins); before = point, first = false) {
		struct position there = begins || first ? point : nearest_on_piece(before, point, position);
		double away = distance_metres(position, there);

		if (away < *metres) {
			*metres = away;
			*nearest = there;
		}
	}
	return !first;
}

/* Each straight piece weighs as much as it is long; a path of one point is its own centre. */
static bool centre_of_gravity(const char *path, struct position *centre)
{
	struct position before = { 0, 0 }, point = { 0, 0 }, sum = { 0, 0 };
	double length = 0;
	bool begins, first = true;

	for (; path_next(&path, &point, &begins); before = point, first = false) {
		double metres = begins || first ? 0 : distance_metres(before, point);

		sum.lat += metres * (before.lat + point.lat) / 2;
		sum.lon += metres * (before.lon + point.lon) / 2;
		length += metres;
	}
	*centre = length > 0 ? (struct position){ sum.lat / length, sum.lon / length } : before;
	return !first;
}

static bool is_same(struct position one, struct position other)
{
	return fabs(one.lat - other.lat) < 1e-9 && fabs(one.lon - other.lon) < 1e-9;
}

bool path_is_outline(const char *path)
{
	struct position first = { 0, 0 }, before = { 0, 0 }, point;
	bool begins, closed = true;
	size_t count = 0;

	for (; path_next(&path, &point, &begins); before = point, count++) {
		if (begins)
			closed = closed && is_same(first, before);
		if (begins || !count)
			first = point;
	}
	return closed && count > 3 && is_same(first, before);
}

bool path_middle(const char *path, struct position *middle, double *metres)
{
	struct position centre, point;
	bool begins;

	if (!centre_of_gravity(path, &centre) || !path_nearest(path, centre, middle, metres))
		return false;
	if (path_is_outline(path))
		*middle = centre;
	*metres = 0;
	while (path_next(&path, &point, &begins))
		*metres = fmax(*metres, distance_metres(*middle, point));
	return true;
}
