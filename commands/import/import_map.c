/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a mapping: its sections of fields, in any order. Its source, terms and translations are read by import_map_terms.c. */
#include "import_map.h"

#include <string.h>

#include "import_map_reading.h"
#include "lib/base/csv_text.h"
#include "lib/base/text.h"

#define MOST_PROGRAMMES 100

/* Where the keys of one section may go. */
struct target {
	const struct field_list *fields;
	struct given_list *given;
};
#define MOST_TARGETS 3

struct section {
	const char *name;
	const char *defaults;                   /* what its keys are called in [defaults], before the dot */
	const char *const *also;                /* NULL-terminated keys that are no fields */
	struct target targets[MOST_TARGETS + 1];
};

static const struct field *find_field(const struct target *target, const char *name)
{
	for (; target->fields; target++)
		for (size_t i = 0; i < target->fields->count; i++)
			if (strcmp(target->fields->at[i].name, name) == 0)
				return &target->fields->at[i];
	return NULL;
}

static bool listed(const char *const *list, const char *name)
{
	for (; list && *list; list++)
		if (strcmp(*list, name) == 0)
			return true;
	return false;
}

static bool keys_are_known(struct map_reading *reading, const struct section *section)
{
	char **keys = g_key_file_get_keys(reading->file, section->name, NULL, NULL);
	bool known = true;

	for (char **key = keys; known && key && *key; key++)
		if (!find_field(section->targets, *key) && !listed(section->also, *key))
			known = map_refuse(reading, section->name, *key, "this is no field here; see shanyu-import(5)");
	g_strfreev(keys);
	return known;
}

/* "COLUMN:YES/NO", "{COLUMN}:YES/NO", or the constants yes and no. */
static const char *read_choice(struct map_reading *reading, struct given *given, const char *text)
{
	const char *colon = strrchr(text, ':');
	const char *slash = colon ? strchr(colon, '/') : NULL;
	const char *subject;

	given->yes = "yes";
	given->no = "no";
	if (!slash)
		return text;
	given->yes = text_trim(reading->arena, arena_text(reading->arena, colon + 1, (size_t)(slash - colon - 1)));
	given->no = text_trim(reading->arena, slash + 1);
	subject = text_trim(reading->arena, arena_text(reading->arena, text, (size_t)(colon - text)));
	return strchr(subject, '{') ? subject : arena_format(reading->arena, "{%s}", subject);
}

/* A constant that would be refused in every row is refused in the mapping. */
static bool constant_is_fine(struct map_reading *reading, const char *section, const struct given *given,
			     const struct expression *expression)
{
	const char *text;

	if (given->field->kind != FIELD_TERM || !expression_is_constant(expression))
		return true;
	text = expression_text(expression, NULL, reading->arena);
	if (!*text || names_find(given->codes, text))
		return true;
	return map_refuse(reading, section, given->field->name,
			  arena_format(reading->arena, "'%s' is no code of the list %s; add it under [terms]", text,
				       field_terms(given->field)));
}

static const struct expression *read_expression(struct map_reading *reading, const char *section, struct given *given,
						const char *text)
{
	const char *problem;
	const struct expression *expression;

	if (given->field->kind == FIELD_YES_NO)
		text = read_choice(reading, given, text);
	expression = expression_read(text, reading->csv, reading->arena, &problem);
	if (!expression)
		map_refuse(reading, section, given->field->name, problem);
	else if (!constant_is_fine(reading, section, given, expression))
		return NULL;
	return expression;
}

/* Take what the section and [defaults] say of one field; *given stays without an expression when they say nothing. */
static bool read_given(struct map_reading *reading, const struct section *section, const struct field *field,
		       struct given *given)
{
	const char *text = map_text(reading, section->name, field->name);
	const char *fallback =
		map_text(reading, "defaults", arena_format(reading->arena, "%s.%s", section->defaults, field->name));

	*given = (struct given){ .field = field };
	if (field->kind == FIELD_TERM)
		given->codes = map_codes(reading, field_terms(field));
	if (fallback && !(given->fallback = read_expression(reading, "defaults", given, fallback)))
		return false;
	if (!text && !fallback)
		return true;
	given->expression = read_expression(reading, section->name, given, text ? text : "");
	return given->expression != NULL;
}

static bool read_target(struct map_reading *reading, const struct section *section, const struct target *target)
{
	target->given->at = arena_take(reading->arena, target->fields->count * sizeof *target->given->at);
	target->given->count = 0;
	for (size_t i = 0; i < target->fields->count; i++) {
		struct given *given = &target->given->at[target->given->count];

		if (!read_given(reading, section, &target->fields->at[i], given))
			return false;
		if (given->expression)
			target->given->count++;
		else if (target->fields->at[i].required)
			return map_refuse(reading, section->name, target->fields->at[i].name, "this field must be given");
	}
	return true;
}

static bool read_section(struct map_reading *reading, const struct section *section)
{
	if (!keys_are_known(reading, section))
		return false;
	for (const struct target *target = section->targets; target->fields; target++)
		if (!read_target(reading, section, target))
			return false;
	return true;
}

static bool read_programme(struct map_reading *reading, const char *name, struct map_programme *programme)
{
	static const char *const also[] = { "present_when", NULL };
	const struct section section = { name, "programme", also,
		{ { &programme_fields, &programme->programme }, { &vacancy_fields, &programme->vacancy },
		  { &fee_fields, &programme->fee } } };
	const char *when = map_text(reading, name, "present_when");
	const char *problem;

	programme->section = name;
	if (when && !(programme->present_when = condition_read(when, reading->csv, reading->arena, &problem)))
		return map_refuse(reading, name, "present_when", problem);
	if (!read_section(reading, &section))
		return false;
	if (programme->vacancy.count && !reading->map->vacancy_assertion.count)
		return map_refuse(reading, "vacancy", "asserted_on",
				  "a vacancy needs this section: who said it, and on which day");
	if (programme->fee.count && !reading->map->fee_assertion.count)
		return map_refuse(reading, "fee", "asserted_on",
				  "a fee needs this section: who said it, and on which day");
	return true;
}

static bool read_programmes(struct map_reading *reading)
{
	struct map *map = reading->map;
	char **groups = g_key_file_get_groups(reading->file, NULL);
	bool fine = true;

	map->programmes = arena_take(reading->arena, MOST_PROGRAMMES * sizeof *map->programmes);
	for (char **group = groups; fine && *group; group++) {
		struct map_programme *programme = &map->programmes[map->programme_count];

		if (strncmp(*group, "programme ", strlen("programme ")) != 0)
			continue;
		if (map->programme_count == (map->rows_are_programmes ? 1 : MOST_PROGRAMMES))
			fine = map_refuse(reading, *group, "present_when",
					  map->rows_are_programmes
						  ? "with 'rows = programmes' there can be one programme section only"
						  : "too many sections");
		else
			fine = read_programme(reading, arena_copy(reading->arena, *group), programme);
		programme->number = (int64_t)++map->programme_count;
	}
	g_strfreev(groups);
	return fine;
}

static bool read_facts(struct map_reading *reading)
{
	static const char *const street_also[] = { "unknown", NULL };
	struct map *map = reading->map;
	const struct section facility = { "facility", "facility", NULL, { { &facility_fields, &map->facility } } };
	const struct section street = { "street", "street", street_also, { { &street_fields, &map->street } } };
	const struct section community = { "community", "community", NULL, { { &community_fields, &map->community } } };
	const struct section hours = { "hours", "hours", NULL,
		{ { &hours_fields, &map->hours }, { &assertion_fields, &map->hours_assertion } } };
	const struct section vacancy = { "vacancy", "vacancy", NULL, { { &assertion_fields, &map->vacancy_assertion } } };
	const struct section fee = { "fee", "fee", NULL, { { &assertion_fields, &map->fee_assertion } } };
	const char *unknown = map_text(reading, "street", "unknown");

	map->make_streets = !unknown || strcmp(unknown, "make") == 0;
	if (!map->make_streets && strcmp(unknown, "refuse") != 0)
		return map_refuse(reading, "street", "unknown", "write make or refuse");
	return read_section(reading, &facility) && read_section(reading, &street) && read_section(reading, &community) &&
	       (!g_key_file_has_group(reading->file, "hours") || read_section(reading, &hours)) &&
	       (!g_key_file_has_group(reading->file, "vacancy") || read_section(reading, &vacancy)) &&
	       (!g_key_file_has_group(reading->file, "fee") || read_section(reading, &fee)) && read_programmes(reading);
}

/* Whether a key of [defaults] is SECTION.FIELD. */
static bool default_is_known(const char *key)
{
	static const struct {
		const char *section;
		const struct field_list *fields;
	} known[] = { { "facility", &facility_fields }, { "street", &street_fields }, { "community", &community_fields },
		{ "programme", &programme_fields }, { "programme", &vacancy_fields }, { "programme", &fee_fields },
		{ "hours", &hours_fields }, { "hours", &assertion_fields }, { "vacancy", &assertion_fields },
		{ "fee", &assertion_fields }, { "place", &place_fields } };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		const struct target target[] = { { known[i].fields, NULL }, { NULL, NULL } };
		size_t length = strlen(known[i].section);

		if (strncmp(key, known[i].section, length) == 0 && key[length] == '.' &&
		    find_field(target, key + length + 1))
			return true;
	}
	return false;
}

static bool defaults_are_known(struct map_reading *reading)
{
	char **keys = g_key_file_get_keys(reading->file, "defaults", NULL, NULL);
	bool known = true;

	for (char **key = keys; known && key && *key; key++)
		if (!default_is_known(*key))
			known = map_refuse(reading, "defaults", *key, "write SECTION.FIELD, as in programme.mode");
	g_strfreev(keys);
	return known;
}

static const char *trimmed(struct arena *arena, const char *bytes, size_t size)
{
	return text_trim(arena, arena_text(arena, bytes, size));
}

/* A section or name that stood before is refused: GKeyFile would take the last one. */
static bool is_first(struct map_reading *reading, struct names *seen, const char *path, const char *what, size_t line)
{
	const size_t *first = names_find(seen, what);
	size_t *here;

	if (first) {
		*reading->problem = arena_format(reading->arena, "%s:%zu: %s stands in the mapping twice, first on line %zu", path, line, what, *first);
		return false;
	}
	here = arena_take(reading->arena, sizeof *here);
	*here = line;
	names_put(seen, what, here);
	return true;
}

/* Whether every section, and every name in its section, stands there once. */
static bool stands_once(struct map_reading *reading, const char *path, const char *text)
{
	struct names *seen = names_new(reading->arena);
	const char *section = "[]";
	size_t number = 1;

	for (size_t size; *text; text += size + (text[size] == '\n'), number++) {
		const char *line, *equals;

		size = strcspn(text, "\n");
		line = trimmed(reading->arena, text, size);
		equals = strchr(line, '=');
		if (*line == '[') {
			section = arena_text(reading->arena, line, strcspn(line, "]") + (strchr(line, ']') != NULL));
			if (!is_first(reading, seen, path, section, number))
				return false;
		} else if (*line != '#' && equals) {
			const char *name = trimmed(reading->arena, line, (size_t)(equals - line));

			if (!is_first(reading, seen, path, arena_format(reading->arena, "%s %s", section, name), number))
				return false;
		}
	}
	return true;
}

static bool load(struct map_reading *reading, const char *path)
{
	struct csv_text text;
	GError *error = NULL;

	if (!csv_text_read_utf8(path, &text, reading->arena, reading->problem) || !stands_once(reading, path, text.bytes))
		return false;
	if (g_key_file_load_from_data(reading->file, text.bytes, text.size, G_KEY_FILE_NONE, &error))
		return true;
	*reading->problem = arena_format(reading->arena, "%s: %s", path, error->message);
	g_error_free(error);
	return false;
}

bool map_reading_of(const char *path, struct csv_reading *file, struct arena *arena, const char **problem)
{
	struct map map = { .path = path };
	struct map_reading reading = { .file = g_key_file_new(), .map = &map, .arena = arena, .problem = problem };
	bool fine = load(&reading, path) && map_read_file(&reading, file);

	g_key_file_free(reading.file);
	return fine;
}

/* What the file says of places. */
static bool read_place(struct map_reading *reading)
{
	struct map *map = reading->map;
	const struct section place = { "place", "place", NULL, { { &place_fields, &map->place } } };

	return read_section(reading, &place);
}

static struct map *read_with(const char *path, const struct csv *csv, const struct rows *terms, bool (*read)(struct map_reading *reading),
			     struct arena *arena, const char **problem)
{
	struct map *map = arena_take(arena, sizeof *map);
	struct map_reading reading = {
		.file = g_key_file_new(), .map = map, .csv = csv, .terms = terms, .arena = arena, .problem = problem
	};
	bool fine;

	map->path = path;
	fine = load(&reading, path) && map_sections_are_known(&reading) && map_read_terms(&reading) && map_read_source(&reading) &&
	       map_read_district(&reading) && defaults_are_known(&reading) && read(&reading);
	g_key_file_free(reading.file);
	return fine ? map : NULL;
}

struct map *map_read(const char *path, const struct csv *csv, const struct rows *terms, struct arena *arena,
		     const char **problem)
{
	return read_with(path, csv, terms, read_facts, arena, problem);
}

struct map *map_read_places(const char *path, const struct csv *csv, const struct rows *terms, struct arena *arena,
			    const char **problem)
{
	return read_with(path, csv, terms, read_place, arena, problem);
}
