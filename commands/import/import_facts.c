/* SPDX-License-Identifier: Apache-2.0 */
/* What the rows of one facility say: the facility, its hours, its programmes with their vacancies and fees. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "import.h"
#include "lib/base/calendar.h"
#include "lib/base/text.h"
#include "rules/facilities/coordinates.h"
#include "rules/facilities/freshness.h"
#include "shanyu.h"

static void refuse(struct import *import, struct found_facility *found, const char *field, const char *reason,
		   const char *value)
{
	import_note(import, NOTE_REFUSED, import->line, field, reason, value);
	found->refused = true;
}

/* How many days an assertion of a day counts as fresh: by the rule of that day, or of today when there was none yet. */
static bool find_days(struct import *import, const char *key, const char *day, int *days)
{
	struct values *parameters = values_new(import->group);
	struct values *row;
	enum sql_answer answer;

	values_put_text(parameters, "key", key);
	values_put_text(parameters, "day", day);
	answer = sql_row(import->sql, &Q_rule_on, parameters, import->group, &row);
	if (answer == SQL_NONE) {
		values_put_text(parameters, "day", calendar_day_text(import->group, day_number(import->now)));
		answer = sql_row(import->sql, &Q_rule_on, parameters, import->group, &row);
	}
	if (answer == SQL_NONE)
		import->problem = arena_format(import->arena,
					       "the registry has no rule %s; put it there with 'shanyu init'", key);
	if (answer == SQL_FOUND)
		*days = (int)values_real(row, "value");
	return answer == SQL_FOUND;
}

static bool is_dated(struct import *import, const struct given_list *assertion, const struct values *row)
{
	for (size_t i = 0; i < assertion->count; i++) {
		const struct given *given = &assertion->at[i];

		if (given->field->kind != FIELD_MOMENT)
			continue;
		if (*expression_text(given->expression, row, import->group))
			return true;
		return given->fallback && *expression_text(given->fallback, row, import->group);
	}
	return false;
}

/* Add who said it, when, and until when it counts. *fact becomes NULL when no day is given: undated facts mislead. */
static bool add_assertion(struct import *import, struct found_facility *found, const struct given_list *assertion,
			  const char *what, const struct values *row, struct values **fact)
{
	int64_t asserted_at;
	const char *day;
	int days;

	if (!is_dated(import, assertion, row)) {
		import_note(import, NOTE_WARNING, import->line, what,
			    "no day is given on which this was said; left out", "");
		*fact = NULL;
		return true;
	}
	if (!import_check(import, assertion, row, *fact)) {
		found->refused = true;
		return true;
	}
	asserted_at = values_integer(*fact, "asserted_at");
	day = calendar_day_text(import->group, calendar_day_of(asserted_at, import->map->utc_offset));
	if (!find_days(import, arena_format(import->group, "freshness.%s_days", what), day, &days))
		return false;
	values_put_integer(*fact, "valid_until", fact_valid_until(asserted_at, days));
	return true;
}

struct position import_to_wgs84(const struct import *import, struct position position)
{
	if (import->map->datum == DATUM_WGS84)
		return position;
	if (import->map->datum == DATUM_BD09)
		position = position_gcj02_from_bd09(position);
	position = position_wgs84_from_gcj02(position);
	return (struct position){ round(position.lat * 1e7) / 1e7, round(position.lon * 1e7) / 1e7 };
}

/* The position of the facility in the registry's datum, and whether it can be right. */
static void take_position(struct import *import, struct found_facility *found)
{
	struct values *facility = found->facility;
	struct position position = { values_real(facility, "lat"), values_real(facility, "lon") };

	if (!values_find(facility, "lat") || values_null(facility, "lat") || !values_find(facility, "lon") || values_null(facility, "lon"))
		return;
	if (fpclassify(position.lat) == FP_ZERO && fpclassify(position.lon) == FP_ZERO)
		refuse(import, found, "lat", "0, 0 is the position of no facility", "");
	else if (fpclassify(position.lat) == FP_ZERO || fpclassify(position.lon) == FP_ZERO)
		refuse(import, found, fpclassify(position.lat) == FP_ZERO ? "lat" : "lon", "0 is the position of no facility; look it up again", "");
	position = import_to_wgs84(import, position);
	values_put_real(facility, "lat", position.lat);
	values_put_real(facility, "lon", position.lon);
	if (!found->refused)
		import_position_check(import, found);
}

static bool find_hours(struct import *import, struct found_facility *found)
{
	struct values *hours = values_new(import->group);

	if (!import_check(import, &import->map->hours, found->row, hours)) {
		found->refused = true;
		return true;
	}
	for (size_t i = 0; i < hours->count; i++)
		if (value_says(&hours->at[i])) {
			found->hours = hours;
			return add_assertion(import, found, &import->map->hours_assertion, "hours", found->row,
					     &found->hours);
		}
	return true;
}

bool import_find_facility(struct import *import, struct found_facility *found)
{
	struct values *names = values_new(import->group);
	struct values *facility = found->facility = values_new(import->group);

	if (!import_check(import, &import->map->facility, found->row, facility))
		found->refused = true;
	take_position(import, found);
	if (values_find(facility, "inclusive") && values_null(facility, "inclusive"))
		values_put_integer(facility, "inclusive", 0);
	values_put_text(facility, "source_key", found->source_key);
	if (!import_check(import, &import->map->street, found->row, names))
		found->refused = true;
	found->street = values_text(names, "name");
	names = values_new(import->group);
	if (!import_check(import, &import->map->community, found->row, names))
		found->refused = true;
	found->community = values_text(names, "name");
	return find_hours(import, found);
}

static bool find_vacancy(struct import *import, struct found_facility *found, const struct map_programme *section,
			 const struct values *row, struct found_programme *programme)
{
	struct values *vacancy = values_new(import->group);
	bool choice, counted;
	int64_t count;

	if (!import_check(import, &section->vacancy, row, vacancy)) {
		found->refused = true;
		return true;
	}
	choice = !values_null(vacancy, "has_vacancy");
	counted = !values_null(vacancy, "vacancy");
	count = values_integer(vacancy, "vacancy");
	if (!choice && !counted && values_null(vacancy, "vacancy_from"))
		return true;
	if (choice && counted && (values_integer(vacancy, "has_vacancy") != 0) != (count > 0))
		refuse(import, found, "vacancy", "contradicts has_vacancy",
		       arena_format(import->group, "%d", (int)count));
	if (counted && !values_null(programme->programme, "places") &&
	    count > values_integer(programme->programme, "places"))
		import_note(import, NOTE_WARNING, import->line, "vacancy", "is more than there are places",
			    arena_format(import->group, "%d", (int)count));
	if (!choice)
		values_put_integer(vacancy, "has_vacancy", count > 0);
	values_put_text(vacancy, "programme_code", values_text(programme->programme, "code"));
	programme->vacancy = vacancy;
	return add_assertion(import, found, &import->map->vacancy_assertion, "vacancy", row, &programme->vacancy);
}

static bool find_fee(struct import *import, struct found_facility *found, const struct map_programme *section,
		     const struct values *row, struct found_programme *programme)
{
	struct values *fee = values_new(import->group);

	if (!import_check(import, &section->fee, row, fee)) {
		found->refused = true;
		return true;
	}
	if (values_null(fee, "fee_fen"))
		return true;
	if (!*values_text(fee, "fee_unit"))
		refuse(import, found, "fee_unit", "is missing: a fee is by month, day, session or hour", "");
	values_put_text(fee, "programme_code", values_text(programme->programme, "code"));
	programme->fee = fee;
	return add_assertion(import, found, &import->map->fee_assertion, "fee", row, &programme->fee);
}

static struct found_programme *add_programme(struct import *import, struct found_facility *found)
{
	if (found->programme_count == found->programme_room) {
		size_t room = found->programme_room ? found->programme_room * 2 : 8;
		struct found_programme *more = arena_take(import->group, room * sizeof *more);

		if (found->programme_count)
			memcpy(more, found->programmes, found->programme_count * sizeof *more);
		found->programmes = more;
		found->programme_room = room;
	}
	return &found->programmes[found->programme_count++];
}

/* The code of a programme: its facility's with the number of its section, or of its row, or the number that is given. */
static void name_programme(struct import *import, struct found_facility *found, const struct map_programme *section,
			   struct values *programme)
{
	int64_t number = import->map->rows_are_programmes ? (int64_t)found->programme_count : section->number;
	const char *code;

	if (!values_null(programme, "number"))
		number = values_integer(programme, "number");
	code = arena_format(import->group, "%s-%d", values_text(found->facility, "code"), (int)number);
	for (size_t i = 0; i + 1 < found->programme_count; i++)
		if (strcmp(values_text(found->programmes[i].programme, "code"), code) == 0)
			refuse(import, found, "number", "is that of another programme of this facility", code);
	if (!text_is_code(code))
		refuse(import, found, "code", "leaves no room for the programme's number; 32 characters in all", code);
	values_put_text(programme, "code", code);
	values_put_text(programme, "facility_code", values_text(found->facility, "code"));
}

static bool find_programme(struct import *import, struct found_facility *found, const struct map_programme *section,
			   const struct values *row)
{
	struct found_programme *programme = add_programme(import, found);

	*programme = (struct found_programme){ .section = section, .row = row, .programme = values_new(import->group) };
	if (!import_check(import, &section->programme, row, programme->programme)) {
		found->refused = true;
	} else {
		name_programme(import, found, section, programme->programme);
		if (values_integer(programme->programme, "age_to_months") <=
		    values_integer(programme->programme, "age_from_months"))
			refuse(import, found, "age_to_months", "must be more than age_from_months",
			       arena_format(import->group, "%d",
					    (int)values_integer(programme->programme, "age_to_months")));
	}
	return find_vacancy(import, found, section, row, programme) && find_fee(import, found, section, row, programme);
}

bool import_find_programmes(struct import *import, struct found_facility *found, const struct values *row)
{
	const struct map *map = import->map;

	for (size_t i = 0; i < map->programme_count; i++) {
		const struct map_programme *section = &map->programmes[i];

		if ((!section->present_when || condition_holds(section->present_when, row)) &&
		    !find_programme(import, found, section, row))
			return false;
	}
	return true;
}
