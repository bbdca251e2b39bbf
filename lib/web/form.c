/* SPDX-License-Identifier: Apache-2.0 */
/* Declared forms. Query strings are taken apart by GLib. */
#include "form.h"

#include <assert.h>
#include <glib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/text.h"

static size_t place_of(const struct form *form, const char *name)
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
	const struct field *field = &result->form->fields[place_of(result->form, name)];

	if (!text_is_utf8(value, strlen(value)))
		return false;
	if (!field->name)
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

static enum field_state within(const struct field *field, double number)
{
	return number < field->least || number > field->most ? FIELD_OUT_OF_RANGE : FIELD_FINE;
}

static enum field_state read_codes(const struct field *field, const char *text, struct arena *arena)
{
	char *copy = arena_copy(arena, text);
	char *rest = NULL;
	int count = 0;

	for (char *code = strtok_r(copy, " ", &rest); code; code = strtok_r(NULL, " ", &rest), count++)
		if (!text_is_code(code))
			return FIELD_MALFORMED;
	return within(field, count);
}

static enum field_state read_lines(const struct field *field, const char *text)
{
	int count = 1;

	for (const char *at = text; (at = strchr(at, '\n')); at++)
		count++;
	return within(field, count);
}

static enum field_state read_choice(const struct field *field, const char *text)
{
	for (const char *const *choice = field->choices; *choice; choice++)
		if (strcmp(*choice, text) == 0)
			return FIELD_FINE;
	return FIELD_MALFORMED;
}

static enum field_state read_field(struct values *values, const struct field *field, const char *text, struct arena *arena)
{
	enum field_state state = FIELD_MALFORMED;
	int64_t integer;
	double real;

	switch (field->kind) {
	case FIELD_TEXT:
		state = text_has_line_break(text) ? FIELD_MALFORMED : within(field, (double)text_length(text));
		break;
	case FIELD_SECRET:
	case FIELD_PARAGRAPHS:
		state = within(field, (double)text_length(text));
		break;
	case FIELD_LINES:
		state = read_lines(field, text);
		break;
	case FIELD_CODE:
		state = text_is_code(text) ? FIELD_FINE : FIELD_MALFORMED;
		break;
	case FIELD_CODES:
		state = read_codes(field, text, arena);
		break;
	case FIELD_CHOICE:
		state = read_choice(field, text);
		break;
	case FIELD_FLAG:
	case FIELD_INTEGER:
		if (!text_to_integer(text_half_width(arena, text), &integer))
			return FIELD_MALFORMED;
		state = field->kind == FIELD_FLAG ? (integer == 0 || integer == 1 ? FIELD_FINE : FIELD_MALFORMED)
						  : within(field, (double)integer);
		if (state == FIELD_FINE)
			values_put_integer(values, field->name, integer);
		return state;
	case FIELD_REAL:
		if (!text_to_real(text_half_width(arena, text), &real))
			return FIELD_MALFORMED;
		state = within(field, real);
		if (state == FIELD_FINE)
			values_put_real(values, field->name, real);
		return state;
	}
	if (state == FIELD_FINE)
		values_put_text(values, field->name, text);
	return state;
}

struct form_result *form_begin(const struct form *form, struct arena *arena)
{
	struct form_result *result = arena_take(arena, sizeof *result);
	struct value nothing[FORM_MOST_FIELDS], empty[FORM_MOST_FIELDS];
	size_t count = 0;

	result->form = form;
	result->values = values_new(arena);
	result->typed = values_new(arena);
	result->fine = true;
	/* One of each for a field, in the fields' order. */
	for (; form->fields[count].name; count++) {
		assert(count < FORM_MOST_FIELDS);
		nothing[count] = (struct value){ .name = form->fields[count].name, .kind = VALUE_NULL };
		empty[count] = value_text(form->fields[count].name, "");
		result->states[count] = FIELD_FINE;
	}
	values_add(result->values, nothing, count);
	values_add(result->typed, empty, count);
	return result;
}

void form_end(struct form_result *result, struct arena *arena)
{
	for (size_t i = 0; result->form->fields[i].name; i++) {
		const struct field *field = &result->form->fields[i];
		const char *text = result->typed->at[i].text;

		if (*text)
			result->states[i] = read_field(result->values, field, text, arena);
		else if (field->presence == REQUIRED)
			result->states[i] = FIELD_MISSING;
		result->fine = result->fine && result->states[i] == FIELD_FINE;
	}
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
	size_t place = place_of(result->form, field);

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

/* How long a text may be and is: a limit without the number is a riddle. */
static void show_length(const struct field *field, const char *typed, struct page *page)
{
	const struct {
		const char *word;
		int64_t number;
	} numbers[] = { { "LENGTH", (int64_t)text_length(typed) }, { "LEAST", (int64_t)field->least }, { "MOST", (int64_t)field->most } };
	char name[96], text[32];

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		snprintf(name, sizeof name, "%s_%s", field->name, numbers[i].word);
		page_text(page, name, grouped(numbers[i].number, text));
	}
}

void form_show(const struct form_result *result, struct page *page)
{
	char section[96];

	for (size_t i = 0; result->form->fields[i].name; i++) {
		const struct field *field = &result->form->fields[i];

		page_text(page, field->name, field->kind == FIELD_SECRET ? "" : values_text(result->typed, field->name));
	}
	if (!result->fine)
		page_show(page, "ERRORS");
	for (size_t i = 0; result->form->fields[i].name; i++) {
		const char *word = state_word(result->states[i]);

		if (!word)
			continue;
		snprintf(section, sizeof section, "%s_%s", result->form->fields[i].name, word);
		page_show(page, section);
		if (result->states[i] == FIELD_OUT_OF_RANGE &&
		    (result->form->fields[i].kind == FIELD_TEXT || result->form->fields[i].kind == FIELD_PARAGRAPHS))
			show_length(&result->form->fields[i], values_text(result->typed, result->form->fields[i].name), page);
	}
}
