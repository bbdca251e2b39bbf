/* SPDX-License-Identifier: Apache-2.0 */
/* Where a search sets out. */
#include "origin.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "portal_queries.h"
#include "rules/facilities/paths.h"

#define MOST_HOUSES 500
/* How far a house may be from one whose number differs by one, and what the other side of the road counts. */
#define METRES_PER_NUMBER 10
#define OTHER_SIDE 10
#define LEAST_PRECISION_METRES 50
/* So far outside nobody needs to be told: outlines are drawn roughly, and the next street is as near. */
#define OUTSIDE_METRES 500

static struct position position_of(const struct values *row)
{
	return (struct position){ values_real(row, "lat"), values_real(row, "lon") };
}

static void set_origin(struct finding *finding, const char *by, struct position position, double metres)
{
	finding->origin_by = by;
	finding->origin = position;
	finding->origin_precision_m = (int64_t)ceil(metres);
}

/* The number of a house in an address that names the road, -1 when there is none. */
static int64_t number_in(const char *address, const char *road)
{
	const char *at = strstr(address, road);
	char *end;
	long number;

	if (!at)
		return -1;
	number = strtol(at + strlen(road), &end, 10);
	return end > at + strlen(road) && number > 0 ? number : -1;
}

/* Of the known houses of a road the one whose number is nearest, better on the same side; NULL when none is known. */
static const struct values *nearest_house(const struct rows *houses, const char *road, int64_t house, int64_t *number)
{
	const struct values *nearest = NULL;
	int64_t least = 0;

	for (size_t i = 0; i < houses->count; i++) {
		int64_t known = number_in(values_text(&houses->at[i], "address"), road);
		int64_t differs = llabs(known - house) + ((known - house) % 2 ? OTHER_SIDE : 0);

		if (known < 0 || (nearest && differs >= least))
			continue;
		nearest = &houses->at[i];
		least = differs;
		*number = known;
	}
	return nearest;
}

/*
 * From the known house, unless the number is so far from it that the middle of the road says more: there the road reaches to that house at
 * least. Who gives a number is never told less than who gives none.
 */
static void set_near_house(struct finding *finding, int64_t number, struct position house, double metres)
{
	double reach = fmax((double)finding->origin_precision_m, distance_metres(finding->origin, house));

	if (*finding->origin_by && metres >= reach) {
		set_origin(finding, finding->origin_by, finding->origin, reach);
		return;
	}
	finding->origin_house = number;
	set_origin(finding, "by_house", house, metres);
}

static enum outcome read_house(struct request *request, struct finding *finding, const struct known_place *road, const char *path)
{
	int64_t house = values_integer(finding->form->values, "house"), number = 0;
	struct values *parameters = values_new(request->arena);
	const struct values *nearest;
	struct position on_road;
	struct rows houses;
	double metres;

	values_put_text(parameters, "road", road->name);
	values_put_integer(parameters, "most", MOST_HOUSES);
	if (!sql_list(published_of(request)->sql, &Q_houses_of_road, parameters, request->arena, MOST_HOUSES, &houses))
		return BROKEN;
	nearest = nearest_house(&houses, road->name, house, &number);
	if (!nearest)
		return PAGE;
	if (number == house) {
		finding->origin_name = arena_format(request->arena, "%s%lld", road->name, (long long)house);
		set_origin(finding, "", position_of(nearest), 0);
		return PAGE;
	}
	if (!path_nearest(path, position_of(nearest), &on_road, &metres))
		on_road = position_of(nearest);
	set_near_house(finding, number, on_road, LEAST_PRECISION_METRES + METRES_PER_NUMBER * (double)llabs(number - house));
	return PAGE;
}

static void read_near(struct request *request, struct finding *finding, const char *path)
{
	const char *code = values_text(finding->form->values, "near");
	const struct known_place *near = *code ? asked_place(request, code) : NULL;
	struct position on_road;
	double metres;

	if (*code && !near)
		form_refuse(finding->form, "near", FIELD_MALFORMED);
	if (!near || !path_nearest(path, near->position, &on_road, &metres))
		return;
	finding->origin_near = near->name;
	set_origin(finding, "by_near", on_road, fmin(metres + (double)near->precision_m, (double)finding->origin_precision_m));
}

/* The shape of a road, "" of a place that is no line. */
static enum outcome line_of(struct request *request, const char *code, const char **path)
{
	struct values *key = values_new(request->arena), *row;

	*path = "";
	values_put_text(key, "code", code);
	if (sql_row(published_of(request)->sql, &Q_place_path, key, request->arena, &row) == SQL_FAILED)
		return BROKEN;
	if (row && !path_is_outline(values_text(row, "path")))
		*path = values_text(row, "path");
	return PAGE;
}

enum outcome origin_read_place(struct request *request, struct finding *finding)
{
	const char *code = values_text(finding->form->values, "place"), *path;
	const struct known_place *place = *code ? asked_place(request, code) : NULL;
	struct position middle;
	double metres;
	enum outcome outcome;

	if (*code && !place)
		form_refuse(finding->form, "place", FIELD_MALFORMED);
	if (!place)
		return PAGE;
	finding->origin_kind = ORIGIN_PLACE;
	finding->origin_name = place->name;
	set_origin(finding, "", place->position, (double)place->precision_m);
	outcome = line_of(request, code, &path);
	if (outcome != PAGE)
		return outcome;
	if (path_middle(path, &middle, &metres))
		set_origin(finding, "by_middle", middle, fmax(metres, LEAST_PRECISION_METRES));
	read_near(request, finding, path);
	return values_null(finding->form->values, "house") ? PAGE : read_house(request, finding, place, path);
}

void origin_look_outside(const struct published *published, struct finding *finding)
{
	double metres;

	finding->outside_metres = 0;
	if (finding->origin_kind == ORIGIN_NONE || !outline_nearest(published->outline, published->corners, finding->origin, &finding->edge))
		return;
	metres = distance_metres(finding->origin, finding->edge);
	if (metres > OUTSIDE_METRES)
		finding->outside_metres = metres;
}
