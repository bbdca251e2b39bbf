/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a position can be right: within the district's outline, or a little beside it, since outlines are drawn roughly; where there is
 * none, not far from nearly all other facilities.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "import.h"
#include "lib/base/calendar.h"
#include "lib/base/text.h"
#include "rules/facilities/freshness.h"
#include "shanyu.h"

#define MOST_FACILITIES 1000000
#define MOST_CORNERS 10000
/* Far from the others: three times as far from their middle as nine of ten of them are, within bounds. */
#define FAR_TIMES 3
#define FAR_LEAST 20000.0
#define FAR_MOST 1000000.0
#define ONE_OF_SO_MANY 100      /* must be near */

struct place {
	const char *source_key;
	struct position position;
};

struct positions {
	struct position *outline;
	size_t corners;
	double outside;                 /* metres beside the outline that are believed */
	struct place *places;
	size_t count, room;
	struct names *keys;             /* of the places */
	struct position middle;
	double far;                     /* 0 = there is nothing to compare with */
};

void import_positions_begin(struct import *import)
{
	import->positions = arena_take(import->arena, sizeof *import->positions);
	import->positions->keys = names_new(import->arena);
}

static void add_place(struct import *import, const char *source_key, struct position position)
{
	struct positions *positions = import->positions;
	const char *key = arena_copy(import->arena, source_key);

	if (positions->count == positions->room) {
		size_t room = positions->room ? positions->room * 2 : 64;
		struct place *more = arena_take(import->arena, room * sizeof *more);

		if (positions->count)
			memcpy(more, positions->places, positions->count * sizeof *more);
		positions->places = more;
		positions->room = room;
	}
	positions->places[positions->count++] = (struct place){ key, position };
	names_put(positions->keys, key, key);
}

static bool degrees_of(struct import *import, const char *name, const struct values *row, double *degrees)
{
	const struct given_list *facility = &import->map->facility;

	for (size_t i = 0; i < facility->count; i++) {
		const struct given *given = &facility->at[i];
		const char *text;

		if (strcmp(given->field->name, name) != 0)
			continue;
		text = expression_text(given->expression, row, import->group);
		return text_to_real(text, degrees) && *degrees >= given->field->least && *degrees <= given->field->most &&
		       fpclassify(*degrees) != FP_ZERO;
	}
	return false;
}

void import_positions_row(struct import *import, const char *source_key, const struct values *row)
{
	struct position position;

	if (!names_find(import->positions->keys, source_key) && degrees_of(import, "lat", row, &position.lat) &&
	    degrees_of(import, "lon", row, &position.lon))
		add_place(import, source_key, import_to_wgs84(import, position));
}

/* The corners of "lon,lat lon,lat ..."; what is no such text has none. */
static void read_outline(struct import *import, const char *text)
{
	struct positions *positions = import->positions;
	struct position corner;

	positions->outline = arena_take(import->arena, (strlen(text) / 4 + 1) * sizeof *positions->outline);
	while (*text && positions->corners < MOST_CORNERS) {
		size_t lon = strcspn(text, ", "), lat = text[lon] == ',' ? strcspn(text + lon + 1, ", ") : 0;

		if (!lat || !text_to_real(arena_text(import->arena, text, lon), &corner.lon) ||
		    !text_to_real(arena_text(import->arena, text + lon + 1, lat), &corner.lat)) {
			positions->corners = 0;
			return;
		}
		positions->outline[positions->corners++] = corner;
		text += lon + 1 + lat;
		text += strspn(text, " ");
	}
}

/* The district's outline, and how far beside it is believed; without the rule there is nothing to measure by. */
bool import_outline_read(struct import *import)
{
	struct values *parameters = values_new(import->arena);
	struct values *district, *rule;
	enum sql_answer answer = sql_row(import->sql, &Q_district_one, NULL, import->arena, &district);

	if (answer != SQL_FOUND)
		return answer != SQL_FAILED;
	values_put_text(parameters, "key", "position.outside_metres");
	values_put_text(parameters, "day", calendar_day_text(import->arena, day_number(import->now)));
	answer = sql_row(import->sql, &Q_rule_on, parameters, import->arena, &rule);
	if (answer == SQL_FOUND) {
		import->positions->outside = values_real(rule, "value");
		read_outline(import, values_text(district, "outline"));
	}
	return answer != SQL_FAILED;
}

static int ascending(const void *left, const void *right)
{
	const double *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* Where so many of a hundred numbers are not above. */
static double at_share(double *numbers, size_t count, size_t of_hundred)
{
	qsort(numbers, count, sizeof *numbers, ascending);
	return numbers[(count - 1) * of_hundred / 100];
}

/* Where the facilities are on the whole: the medians, which a few wrong ones do not move. */
static void find_middle(struct import *import)
{
	struct positions *positions = import->positions;
	double *numbers = arena_take(import->group, (positions->count + 1) * sizeof *numbers);

	if (positions->count < 3)
		return;
	for (size_t i = 0; i < positions->count; i++)
		numbers[i] = positions->places[i].position.lat;
	positions->middle.lat = at_share(numbers, positions->count, 50);
	for (size_t i = 0; i < positions->count; i++)
		numbers[i] = positions->places[i].position.lon;
	positions->middle.lon = at_share(numbers, positions->count, 50);
	for (size_t i = 0; i < positions->count; i++)
		numbers[i] = distance_metres(positions->middle, positions->places[i].position);
	positions->far = fmin(FAR_MOST, fmax(FAR_LEAST, FAR_TIMES * at_share(numbers, positions->count, 90)));
}

bool import_positions_settle(struct import *import)
{
	struct rows rows;

	if (!import_outline_read(import) || !sql_list(import->sql, &Q_import_positions, NULL, import->arena, MOST_FACILITIES, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const char *source_key = values_text(&rows.at[i], "source_key");

		if (!*source_key || !names_find(import->positions->keys, source_key))
			add_place(import, source_key,
				  (struct position){ values_real(&rows.at[i], "lat"), values_real(&rows.at[i], "lon") });
	}
	find_middle(import);
	arena_sweep(import->group);
	return true;
}

static bool is_far(const struct positions *positions, const char *source_key, struct position position)
{
	size_t wanted = positions->count / ONE_OF_SO_MANY + 1;

	if (positions->far <= 0 || distance_metres(positions->middle, position) <= positions->far)
		return false;
	for (size_t i = 0; wanted && i < positions->count; i++)
		wanted -= strcmp(positions->places[i].source_key, source_key) != 0 &&
			  distance_metres(positions->places[i].position, position) <= positions->far;
	return wanted > 0;
}

const char *import_position_fault(struct import *import, struct position position)
{
	const struct positions *positions = import->positions;
	double metres = metres_outside(positions->outline, positions->corners, position);

	if (fpclassify(position.lat) == FP_ZERO || fpclassify(position.lon) == FP_ZERO)
		return "is 0; nothing is there";
	if (metres <= positions->outside)
		return NULL;
	return arena_format(import->group, "%.6g, %.6g lies %.0f km outside of the district's outline; are lat and lon in the right columns?", position.lat,
			    position.lon, metres / 1000);
}

void import_position_check(struct import *import, struct found_facility *found)
{
	const struct positions *positions = import->positions;
	struct position position = { values_real(found->facility, "lat"), values_real(found->facility, "lon") };
	const char *shown = arena_format(import->group, "%.6g, %.6g", position.lat, position.lon);
	double metres = metres_outside(positions->outline, positions->corners, position);

	if (metres > positions->outside) {
		import_note(import, NOTE_REFUSED, import->line, "lat",
			    arena_format(import->group, "this position lies %.0f km outside of the district's outline; are lat and lon in the "
							"right columns, and is it of this address?", metres / 1000),
			    shown);
		found->refused = true;
	} else if (positions->corners < 3 && is_far(positions, found->source_key, position)) {
		import_note(import, NOTE_WARNING, import->line, "lat",
			    arena_format(import->group, "this position lies %.0f km from where the other facilities are; look it up again",
					 distance_metres(positions->middle, position) / 1000),
			    shown);
	}
}
