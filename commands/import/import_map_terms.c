/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a mapping: where the file comes from, the district, new terms, and what the words of the file mean as codes. */
#include <stdio.h>
#include <string.h>

#include "import_map_reading.h"
#include "lib/base/encoding.h"
#include "lib/base/text.h"

#define FIRST_NEW_POSITION 100          /* new terms are listed behind those of the registry */

static const char *const sections[] = { "source", "district",  "terms", "defaults", "facility",
					"street", "community", "hours", "vacancy",  "fee", "place" };

bool map_refuse(struct map_reading *reading, const char *section, const char *key, const char *what)
{
	*reading->problem = arena_format(reading->arena, "%s: [%s] %s: %s", reading->map->path, section, key, what);
	return false;
}

const char *map_text(struct map_reading *reading, const char *section, const char *key)
{
	char *given = g_key_file_get_string(reading->file, section, key, NULL);
	const char *text = given ? text_trim(reading->arena, given) : NULL;

	g_free(given);
	return text;
}

const struct names *map_codes(const struct map_reading *reading, const char *list)
{
	return names_find(reading->lists, list);
}

static bool is_term_list(const char *name)
{
	const struct field_list *const lists[] = { &facility_fields, &programme_fields, &fee_fields, &place_fields };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		for (size_t j = 0; j < lists[i]->count; j++)
			if (lists[i]->at[j].kind == FIELD_TERM && strcmp(field_terms(&lists[i]->at[j]), name) == 0)
				return true;
	return false;
}

bool map_sections_are_known(struct map_reading *reading)
{
	char **groups = g_key_file_get_groups(reading->file, NULL);
	const char *unknown = NULL;

	for (char **group = groups; *group && !unknown; group++) {
		bool known = strncmp(*group, "programme ", strlen("programme ")) == 0 || is_term_list(*group);

		for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
			known |= strcmp(sections[i], *group) == 0;
		if (!known)
			unknown = arena_copy(reading->arena, *group);
	}
	g_strfreev(groups);
	if (unknown)
		*reading->problem = arena_format(reading->arena, "%s: [%s] is no section; see shanyu-import(5)",
						 reading->map->path, unknown);
	return !unknown;
}

static struct names *codes_of(struct map_reading *reading, const char *list)
{
	struct names *codes = (struct names *)names_find(reading->lists, list);

	if (!codes) {
		codes = names_new(reading->arena);
		names_put(reading->lists, list, codes);
	}
	return codes;
}

static void know_term(struct map_reading *reading, const char *list, const char *code, const char *name)
{
	struct names *codes = codes_of(reading, list);

	names_put(codes, code, code);
	names_put(codes, name, code);
}

static bool read_new_term(struct map_reading *reading, const char *key)
{
	const char *name = map_text(reading, "terms", key);
	const char *dot = strchr(key, '.');
	const char *list = dot ? arena_text(reading->arena, key, (size_t)(dot - key)) : "";
	struct rows *new_terms = &reading->map->new_terms;
	struct values *term;
	const struct names *codes;

	if (!is_term_list(list) || !text_is_code(dot + 1) || !name || !*name)
		return map_refuse(reading, "terms", key, "write LIST.CODE = name, as in kind.NURSERY = name of the kind");
	codes = map_codes(reading, list);
	if (names_find(codes, dot + 1))
		return true;
	term = &new_terms->at[new_terms->count++];
	term->arena = reading->arena;
	values_put_text(term, "list", list);
	values_put_text(term, "code", arena_copy(reading->arena, dot + 1));
	values_put_text(term, "name", name);
	values_put_integer(term, "position", FIRST_NEW_POSITION + (int64_t)new_terms->count);
	know_term(reading, list, values_text(term, "code"), name);
	return true;
}

static bool read_new_terms(struct map_reading *reading)
{
	gsize count = 0;
	char **keys = g_key_file_get_keys(reading->file, "terms", &count, NULL);
	bool fine = true;

	reading->map->new_terms.at = arena_take(reading->arena, (count + 1) * sizeof *reading->map->new_terms.at);
	for (gsize i = 0; fine && i < count; i++)
		fine = read_new_term(reading, keys[i]);
	g_strfreev(keys);
	return fine;
}

/* [kind] Licensed Group = LICENSED_GROUP: the words of the file in a section that has the name of a term list. */
static bool read_translations(struct map_reading *reading, const char *list)
{
	gsize count = 0;
	char **keys = g_key_file_get_keys(reading->file, list, &count, NULL);
	bool fine = true;

	for (gsize i = 0; fine && i < count; i++) {
		const char *code = map_text(reading, list, keys[i]);
		const char *known = code ? names_find(map_codes(reading, list), code) : NULL;

		if (!known || strcmp(known, code) != 0)
			fine = map_refuse(reading, list, keys[i],
					  arena_format(reading->arena,
						       "'%s' is no code of the list %s; add it under [terms]", code,
						       list));
		else
			names_put(codes_of(reading, list), arena_copy(reading->arena, keys[i]), code);
	}
	g_strfreev(keys);
	return fine;
}

bool map_read_terms(struct map_reading *reading)
{
	char **groups;
	bool fine;

	reading->lists = names_new(reading->arena);
	for (size_t i = 0; i < reading->terms->count; i++) {
		const struct values *term = &reading->terms->at[i];

		know_term(reading, values_text(term, "list"), values_text(term, "code"), values_text(term, "name"));
	}
	if (!read_new_terms(reading))
		return false;
	groups = g_key_file_get_groups(reading->file, NULL);
	fine = true;
	for (char **group = groups; fine && *group; group++)
		if (is_term_list(*group))
			fine = read_translations(reading, *group);
	g_strfreev(groups);
	return fine;
}

/* Which of the words of a list a key says, 0 when it is not given; -1 after refusing. */
static int read_word(struct map_reading *reading, const char *key, const char *const *words)
{
	const char *text = map_text(reading, "source", key);
	const char *all = words[0];

	for (int i = 0; words[i]; i++)
		if (!text || strcmp(words[i], text) == 0)
			return i;
	for (int i = 1; words[i]; i++)
		all = arena_format(reading->arena, "%s, %s", all, words[i]);
	map_refuse(reading, "source", key, arena_format(reading->arena, "'%s' is none of %s", text, all));
	return -1;
}

static bool read_offset(struct map_reading *reading)
{
	const char *text = map_text(reading, "source", "utc_offset");
	int hours, minutes, read = 0;
	char sign;

	reading->map->utc_offset = 8 * 3600;
	if (!text)
		return true;
	if (sscanf(text, "%c%2d:%2d%n", &sign, &hours, &minutes, &read) != 3 || text[read] || !strchr("+-", sign) ||
	    hours > 14 || minutes > 59 || hours < 0 || minutes < 0)
		return map_refuse(reading, "source", "utc_offset", "write it as +08:00 or -07:00");
	reading->map->utc_offset = (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
	return true;
}

static bool read_key(struct map_reading *reading)
{
	const char *text = map_text(reading, "source", "key");
	const char *problem;

	if (!text || !*text)
		return map_refuse(reading, "source", "key",
				  "name the column that tells the rows apart and never changes");
	if (!strchr(text, '{'))
		text = arena_format(reading->arena, "{%s}", text);
	reading->map->key = expression_read(text, reading->csv, reading->arena, &problem);
	return reading->map->key || map_refuse(reading, "source", "key", problem);
}

/* Keys of a section that is read by name. */
static bool keys_are_of(struct map_reading *reading, const char *section, const char *const *known)
{
	char **keys = g_key_file_get_keys(reading->file, section, NULL, NULL);
	bool fine = true;

	for (char **key = keys; fine && key && *key; key++) {
		const char *const *at = known;

		while (*at && strcmp(*at, *key) != 0)
			at++;
		if (!*at)
			fine = map_refuse(reading, section, *key, "this is no field here; see shanyu-import(5)");
	}
	g_strfreev(keys);
	return fine;
}

bool map_read_file(struct map_reading *reading, struct csv_reading *file)
{
	const char *encoding = map_text(reading, "source", "encoding"), *header = map_text(reading, "source", "header");
	int64_t line = 0;

	*file = (struct csv_reading){ 0 };
	if (encoding && strcmp(encoding, "auto") != 0 && !encoding_is_known(encoding))
		return map_refuse(reading, "source", "encoding",
				  arena_format(reading->arena, "'%s' is no encoding; write auto, utf-8, gb18030, big5, shift_jis, "
							       "windows-1252 or another name of one", encoding));
	if (header && (!text_to_integer(header, &line) || line < 1))
		return map_refuse(reading, "source", "header", "write the number of the line, 1 for the first");
	if (encoding && strcmp(encoding, "auto") != 0)
		file->encoding = encoding;
	file->header = (size_t)line;
	return true;
}

/* Words that say in this file that nothing is known, between commas: no number, day or telephone is called so. */
static void read_blanks(struct map_reading *reading)
{
	const char *text = map_text(reading, "source", "blank");
	struct names *blanks = names_new(reading->arena);

	while (text && *text) {
		size_t size = strcspn(text, ",");
		const char *word = text_trim(reading->arena, arena_text(reading->arena, text, size));

		names_put(blanks, word, word);
		text += size + (text[size] == ',');
	}
	reading->map->blanks = blanks;
}

bool map_read_source(struct map_reading *reading)
{
	static const char *const keys[] = { "name", "key", "rows", "encoding", "header", "blank", "datum", "utc_offset", NULL };
	static const char *const rows[] = { "facilities", "programmes", NULL };
	static const char *const datums[] = { "wgs84", "gcj02", "bd09", NULL };
	int grouping, datum;

	reading->map->source = map_text(reading, "source", "name");
	if (!reading->map->source || !text_is_code(reading->map->source))
		return map_refuse(reading, "source", "name", "give the source a name of A-Z a-z 0-9 _ -");
	if (!keys_are_of(reading, "source", keys) || (grouping = read_word(reading, "rows", rows)) < 0 ||
	    (datum = read_word(reading, "datum", datums)) < 0)
		return false;
	read_blanks(reading);
	reading->map->rows_are_programmes = grouping == 1;
	reading->map->datum = (enum map_datum)datum;
	return read_offset(reading) && read_key(reading);
}

bool map_read_district(struct map_reading *reading)
{
	static const char *const keys[] = {
		"code", "name", "city", "filing_authority", "phone", "outline", "demo", NULL
	};
	const char *demo = map_text(reading, "district", "demo");
	struct values *district;

	if (!g_key_file_has_group(reading->file, "district"))
		return true;
	if (!keys_are_of(reading, "district", keys))
		return false;
	district = reading->map->district = values_new(reading->arena);
	for (size_t i = 0; keys[i]; i++) {
		const char *text = map_text(reading, "district", keys[i]);

		values_put_text(district, keys[i], text ? text : "");
	}
	if (!text_is_code(values_text(district, "code")) || !*values_text(district, "name"))
		return map_refuse(reading, "district", "code", "a district needs a code and a name");
	if (demo && strcmp(demo, "yes") != 0 && strcmp(demo, "no") != 0)
		return map_refuse(reading, "district", "demo", "write yes or no");
	values_put_integer(district, "demo", demo && strcmp(demo, "yes") == 0);
	return true;
}
