/* SPDX-License-Identifier: Apache-2.0 */
/* Declared forms. Query strings are taken apart by GLib. */
#include "form.h"

#include <assert.h>
#include <glib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "form_parts.h"
#include "lib/base/text.h"

size_t form_place_of(const struct form *form, const char *name)
{
	size_t i = 0;

	while (form->fields[i].name && strcmp(form->fields[i].name, name) != 0)
		i++;
	return i;
}

static size_t parts_of(const char *text, const char *joint)
{
	size_t count = 0;

	for (text += strspn(text, joint); *text; text += strspn(text, joint)) {
		text += strcspn(text, joint);
		count++;
	}
	return count;
}

/* What is too many stays too many: no more of it is kept, since each adding copies what there was. */
static void add_typed(struct form_result *result, const struct field *field, const char *text, struct arena *arena)
{
	const char *before = values_text(result->typed, field->name);
	const char *joint = field->kind == FIELD_CODES ? " " : "\n";

	if ((field->kind == FIELD_CODES || field->kind == FIELD_LINES) && *before) {
		if ((double)parts_of(before, joint) > field->most)
			return;
		text = arena_format(arena, "%s%s%s", before, joint, text);
	}
	values_put_text(result->typed, field->name, text);
}

/* Browsers send a line break as CR LF. */
static char *with_plain_breaks(struct arena *arena, const char *text)
{
	char *plain = arena_copy(arena, text);
	char *to = plain;

	for (const char *from = plain; *from; from++)
		if (*from != '\r' || from[1] != '\n')
			*to++ = *from == '\r' ? '\n' : *from;
	*to = '\0';
	return plain;
}

/* What a person can have meant by it: nothing that cannot be seen, and no blanks at the ends. A secret is what was typed. */
static const char *clean(const struct field *field, const char *value, struct arena *arena)
{
	if (field->kind == FIELD_SECRET)
		return arena_copy(arena, value);
	if (field->kind == FIELD_PARAGRAPHS)
		return with_plain_breaks(arena, text_trim(arena, text_visible(arena, value)));
	return text_trim(arena, text_visible_line(arena, value));
}

bool form_take(struct form_result *result, const char *name, const char *value, struct arena *arena)
{
	const struct field *field = &result->form->fields[form_place_of(result->form, name)];

	if (!text_is_utf8(value, strlen(value)))
		return false;
	if (!field->name)
		return form_groups_take(result, name, value, arena);
	if (field->kind == FIELD_GROUP || field->kind == FIELD_FILES || form_is_of_group(field))
		return true;
	value = clean(field, value, arena);
	if (*value)
		add_typed(result, field, value, arena);
	return true;
}

static bool take_escaped(struct form_result *result, const char *pair, struct arena *arena)
{
	GUriParamsIter pairs;
	GError *error = NULL;
	char *name, *value;

	g_uri_params_iter_init(&pairs, pair, -1, "&", G_URI_PARAMS_WWW_FORM);
	if (g_uri_params_iter_next(&pairs, &name, &value, &error)) {
		bool fine = form_take(result, name, value, arena);

		g_free(name);
		g_free(value);
		return fine;
	}
	g_clear_error(&error);
	return false;
}

/* One "name=value"; a name alone is one whose value is "". Most hold nothing that is escaped. */
static bool take_pair(struct form_result *result, const char *pair, size_t size, struct arena *arena)
{
	const char *equals = memchr(pair, '=', size);
	size_t name_size = equals ? (size_t)(equals - pair) : size;
	const char *name = arena_text(arena, pair, name_size);
	const char *value = equals ? arena_text(arena, equals + 1, size - name_size - 1) : "";

	if (!strpbrk(name, "%+") && !strpbrk(value, "%+"))
		return text_is_utf8(name, name_size) && form_take(result, name, value, arena);
	return take_escaped(result, arena_format(arena, "%s=%s", name, value), arena);
}

static bool split(struct form_result *result, const char *query, struct arena *arena)
{
	while (*query) {
		size_t size = strcspn(query, "&");

		if (size && !take_pair(result, query, size, arena))
			return false;
		query += size;
		query += *query == '&';
	}
	return true;
}

struct form_result *form_begin(const struct form *form, struct arena *arena)
{
	struct form_result *result = arena_take(arena, sizeof *result);
	size_t count = 0;

	while (form->fields[count].name)
		count++;
	result->form = form;
	result->values = values_new(arena);
	result->typed = values_new(arena);
	result->states = arena_take(arena, (count + 1) * sizeof *result->states);
	result->fine = true;
	/* One of each for a field, in the fields' order. */
	for (size_t i = 0; i < count; i++) {
		struct value nothing = { .name = form->fields[i].name, .kind = VALUE_NULL }, empty = value_text(form->fields[i].name, "");

		values_add(result->values, &nothing, 1);
		values_add(result->typed, &empty, 1);
		result->states[i] = FIELD_FINE;
	}
	form_groups_begin(result, arena);
	return result;
}

static enum field_state state_of_files(struct form_result *result, const struct field *field)
{
	const struct form_files *files = &result->files;

	if (files->problem != FORM_FILES_FINE)
		return FIELD_OUT_OF_RANGE;
	if (files->count) {
		values_put_integer(result->values, field->name, (int64_t)files->count);
		return (double)files->count < field->least ? FIELD_OUT_OF_RANGE : FIELD_FINE;
	}
	return field->presence == REQUIRED ? FIELD_MISSING : FIELD_FINE;
}

void form_end(struct form_result *result, struct arena *arena)
{
	for (size_t i = 0; result->form->fields[i].name; i++) {
		const struct field *field = &result->form->fields[i];
		const char *text = result->typed->at[i].text;

		if (form_is_of_group(field))
			continue;
		if (field->kind == FIELD_FILES)
			result->states[i] = state_of_files(result, field);
		else if (*text)
			result->states[i] = form_read_field(result->values, field, text, arena);
		else if (field->presence == REQUIRED && field->kind != FIELD_GROUP)
			result->states[i] = FIELD_MISSING;
		result->fine = result->fine && result->states[i] == FIELD_FINE;
	}
	form_groups_end(result, arena);
}

struct form_result *form_read(const struct form *form, const char *query, struct arena *arena)
{
	struct form_result *result = form_begin(form, arena);

	if (!split(result, query, arena))
		return NULL;
	form_end(result, arena);
	return result;
}

void form_refuse(struct form_result *result, const char *field, enum field_state state)
{
	size_t place = form_place_of(result->form, field);

	assert(result->form->fields[place].name);
	result->states[place] = state;
	result->fine = false;
	values_put_null(result->values, field);
}

static const char *state_word(enum field_state state)
{
	switch (state) {
	case FIELD_MISSING:
		return "MISSING";
	case FIELD_MALFORMED:
		return "MALFORMED";
	case FIELD_OUT_OF_RANGE:
		return "OUT_OF_RANGE";
	case FIELD_FINE:
		break;
	}
	return NULL;
}

/* 12345 as 12,345. */
static const char *grouped(int64_t number, char text[32])
{
	char digits[24];
	int size = snprintf(digits, sizeof digits, "%" PRId64, number), to = 0;

	for (int i = 0; i < size; i++) {
		if (i && (size - i) % 3 == 0)
			text[to++] = ',';
		text[to++] = digits[i];
	}
	text[to] = '\0';
	return text;
}

void form_show_bounds(const struct field *field, size_t length, struct page *page)
{
	const struct {
		const char *word;
		int64_t number;
	} numbers[] = { { "LENGTH", (int64_t)length }, { "LEAST", (int64_t)field->least }, { "MOST", (int64_t)field->most } };
	char name[96], text[32];

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		snprintf(name, sizeof name, "%s_%s", field->name, numbers[i].word);
		page_text(page, name, grouped(numbers[i].number, text));
	}
}

/* A limit without the number is a riddle. */
static void show_mistake(const struct form_result *result, size_t place, struct page *page)
{
	const struct field *field = &result->form->fields[place];
	const char *word = state_word(result->states[place]);
	char section[96];

	if (!word)
		return;
	snprintf(section, sizeof section, "%s_%s", field->name, word);
	page_show(page, section);
	if (result->states[place] == FIELD_OUT_OF_RANGE && (field->kind == FIELD_TEXT || field->kind == FIELD_PARAGRAPHS))
		form_show_bounds(field, text_length(values_text(result->typed, field->name)), page);
}

static void show_files_problem(const struct form_files *files, struct page *page)
{
	static const char *const sections[] = {
		[FORM_FILES_TOO_MANY] = "FILES_TOO_MANY", [FORM_FILES_TOO_LARGE] = "FILES_TOO_LARGE", [FORM_FILES_TOO_MUCH] = "FILES_TOO_MUCH",
		[FORM_FILES_EMPTY] = "FILES_EMPTY",       [FORM_FILES_NO_ROOM] = "FILES_NO_ROOM",
	};

	if (files->problem == FORM_FILES_FINE)
		return;
	page_show(page, sections[files->problem]);
	page_text(page, "FILES_REFUSED", files->refused);
}

void form_show(const struct form_result *result, struct page *page)
{
	for (size_t i = 0; result->form->fields[i].name; i++) {
		const struct field *field = &result->form->fields[i];

		if (field->kind != FIELD_GROUP && field->kind != FIELD_FILES && !form_is_of_group(field))
			page_text(page, field->name, field->kind == FIELD_SECRET ? "" : values_text(result->typed, field->name));
	}
	if (!result->fine && !result->editing)
		page_show(page, "ERRORS");
	for (size_t i = 0; !result->editing && result->form->fields[i].name; i++)
		show_mistake(result, i, page);
	show_files_problem(&result->files, page);
	form_groups_show(result, page);
}
