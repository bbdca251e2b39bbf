/* SPDX-License-Identifier: Apache-2.0 */
/* Letters as they are declared: pages, JSON, and back. */
#include "letter_form.h"

#include <string.h>

#include "lib/base/text.h"

#define FEN 100

const struct letter_page *letter_page_named(const struct letter_form *letter, const char *name)
{
	for (const struct letter_page *page = letter->pages; page->name; page++)
		if (strcmp(page->name, name) == 0)
			return page;
	return NULL;
}

const struct letter_page *letter_page_asking(const struct letter_form *letter, const char *field)
{
	for (const struct letter_page *page = letter->pages; page->name; page++)
		if (text_has_word(page->fields, field))
			return page;
	return NULL;
}

static bool is_skipped(const struct letter_page *page, const struct form_result *form)
{
	return page->is_skipped && page->is_skipped(form);
}

const struct letter_page *letter_page_next(const struct letter_form *letter, const struct letter_page *page, const struct form_result *form)
{
	(void)letter;
	do
		page += page[1].name != NULL;
	while (is_skipped(page, form));
	return page;
}

const struct letter_page *letter_page_before(const struct letter_form *letter, const struct letter_page *page, const struct form_result *form)
{
	do
		page -= page != letter->pages;
	while (is_skipped(page, form));
	return page;
}

bool letter_page_fine(const struct letter_page *page, struct form_result *form)
{
	const struct field *fields = form->form->fields;
	bool fine = true;

	for (size_t i = 0; fields[i].name; i++)
		if (text_has_word(page->required, fields[i].name) && !*values_text(form->typed, fields[i].name))
			form_refuse(form, fields[i].name, FIELD_MISSING);
	if (page->check)
		page->check(form);
	for (size_t i = 0; fields[i].name; i++)
		if (text_has_word(page->fields, fields[i].name) && form->states[i] != FIELD_FINE)
			fine = false;
	return fine;
}

const struct letter_page *letter_first_wrong(const struct letter_form *letter, struct form_result *form)
{
	for (const struct letter_page *page = letter->pages; page->name; page++)
		if (!is_skipped(page, form) && !letter_page_fine(page, form))
			return page;
	return NULL;
}

static bool is_number(enum field_kind kind)
{
	return kind == FIELD_INTEGER || kind == FIELD_FLAG || kind == FIELD_MONEY;
}

static json_t *json_of(const struct value *value)
{
	if (!value || value->kind == VALUE_NULL)
		return NULL;
	if (value->kind == VALUE_INTEGER)
		return json_integer((json_int_t)value->integer);
	return value->kind == VALUE_REAL ? json_real(value->real) : json_string(value->text);
}

static json_t *rows_of(const struct rows *rows)
{
	json_t *array = json_array();

	for (size_t i = 0; i < rows->count; i++) {
		json_t *object = json_object(), *value;

		for (size_t j = 0; j < rows->at[i].count; j++)
			if ((value = json_of(&rows->at[i].at[j])))
				json_object_set_new(object, rows->at[i].at[j].name, value);
		json_array_append_new(array, object);
	}
	return array;
}

void letter_form_put(const struct letter_form *letter, const struct form_result *form, json_t *json)
{
	bool anonymous = values_integer(form->values, "anonymous") != 0;

	for (const struct field *field = letter->form->fields; field->name; field++) {
		const struct value *value = values_find(form->values, field->name);
		bool is_left_out = anonymous && text_has_word(letter->contact, field->name);

		if (!text_has_word(letter->said, field->name))
			continue;
		if (field->kind == FIELD_GROUP)
			json_object_set_new(json, field->name, rows_of(form_rows(form, field->name)));
		else if (field->kind == FIELD_FLAG)
			json_object_set_new(json, field->name, json_integer((json_int_t)values_integer(form->values, field->name)));
		else if (!is_number(field->kind) && field->kind != FIELD_REAL)
			json_object_set_new(json, field->name, json_string(is_left_out ? "" : values_text(form->values, field->name)));
		else if (value && value->kind != VALUE_NULL)
			json_object_set_new(json, field->name, json_of(value));
	}
}

/* A number of the JSON as somebody types it into such a field. */
static const char *typed_number(const struct field *field, const json_t *value, struct arena *arena)
{
	long long number = json_integer_value(value);

	if (field->kind == FIELD_REAL)
		return arena_format(arena, "%.10g", json_number_value(value));
	if (field->kind == FIELD_MONEY && number >= 0)
		return arena_format(arena, "%lld.%02lld", number / FEN, number % FEN);
	/* A flag that is not set was not chosen. */
	return field->kind == FIELD_FLAG && !number ? "" : arena_format(arena, "%lld", number);
}

/* NULL: it is neither a text nor a number where one belongs. */
static const char *typed_of(const struct field *field, const json_t *value, struct arena *arena)
{
	bool number = is_number(field->kind) || field->kind == FIELD_REAL;

	if (!value)
		return "";
	/* A part of a whole number is none: 1.0 would be read as 0. */
	if (number)
		return json_is_integer(value) || (field->kind == FIELD_REAL && json_is_real(value)) ? typed_number(field, value, arena) : NULL;
	return json_string_value(value);
}

static const struct field *field_of_row(const struct form *form, const char *group, const char *name, struct arena *arena)
{
	const char *whole = arena_format(arena, "%s[].%s", group, name);

	for (const struct field *field = form->fields; field->name; field++)
		if (strcmp(field->name, whole) == 0)
			return field;
	return NULL;
}

static bool take_row(struct form_result *form, const char *group, size_t row, json_t *object, struct arena *arena)
{
	const char *name;
	json_t *value;

	if (!json_is_object(object))
		return false;
	json_object_foreach(object, name, value)
	{
		const struct field *field = field_of_row(form->form, group, name, arena);
		const char *typed = field ? typed_of(field, value, arena) : "";

		if (!typed || !form_take(form, arena_format(arena, "%s[%zu].%s", group, row, name), typed, arena))
			return false;
	}
	return true;
}

static bool take_rows(struct form_result *form, const struct field *field, const json_t *array, struct arena *arena)
{
	json_t *object;
	size_t i;

	if (array && (!json_is_array(array) || json_array_size(array) > (size_t)field->most))
		return false;
	json_array_foreach(array, i, object)
	{
		if (!take_row(form, field->name, i + 1, object, arena))
			return false;
	}
	return true;
}

static bool take(struct form_result *form, const struct field *field, const json_t *json, struct arena *arena)
{
	const json_t *value = json_object_get(json, field->name);
	const char *typed;

	if (field->kind == FIELD_GROUP)
		return take_rows(form, field, value, arena);
	typed = typed_of(field, value, arena);
	return typed && form_take(form, field->name, typed, arena);
}

/* The value of a field that was read, as columns take it. */
static void put_value(const struct field *field, const struct form_result *form, struct values *values)
{
	if (field->kind == FIELD_FLAG)
		values_put_integer(values, field->name, values_integer(form->values, field->name));
	else if (is_number(field->kind) || field->kind == FIELD_REAL)
		values_put(values, values_find(form->values, field->name));
	else if (field->kind != FIELD_GROUP)
		values_put_text(values, field->name, values_text(form->values, field->name));
}

static const char *not_fine(const char *name, struct arena *arena)
{
	return arena_format(arena, "its field %s is not what it should be", name);
}

/* The same fields; a text that is shorter than the door asks for says something all the same. */
static const struct form *of_any_shortness(const struct form *form, struct arena *arena)
{
	struct form *relaxed = arena_take(arena, sizeof *relaxed);
	struct field *fields;
	size_t count = 0;

	while (form->fields[count].name)
		count++;
	fields = arena_take(arena, (count + 1) * sizeof *fields);
	for (size_t i = 0; i < count; i++) {
		fields[i] = form->fields[i];
		if (fields[i].kind == FIELD_TEXT || fields[i].kind == FIELD_PARAGRAPHS)
			fields[i].least = 0;
	}
	*relaxed = (struct form){ fields };
	return relaxed;
}

struct values *letter_form_read(const struct letter_form *letter, const json_t *json, struct form_result **form, struct arena *arena,
				const char **reason)
{
	const struct field *fields = letter->form->fields;
	struct values *values = values_new(arena);
	struct form_result *result = form_begin(of_any_shortness(letter->form, arena), arena);

	for (size_t i = 0; fields[i].name; i++)
		if (text_has_word(letter->said, fields[i].name) && !take(result, &fields[i], json, arena)) {
			*reason = not_fine(fields[i].name, arena);
			return NULL;
		}
	form_end(result, arena);
	for (size_t i = 0; fields[i].name; i++) {
		bool is_missing = text_has_word(letter->needed, fields[i].name) && !*values_text(result->typed, fields[i].name);

		if (!text_has_word(letter->said, fields[i].name))
			continue;
		if (result->states[i] != FIELD_FINE || is_missing) {
			*reason = not_fine(fields[i].name, arena);
			return NULL;
		}
		put_value(&fields[i], result, values);
	}
	if (!result->fine) {
		*reason = "a row of one of its groups is not what it should be";
		return NULL;
	}
	*form = result;
	return values;
}

static bool has_field(const struct form *form, const char *name)
{
	for (const struct field *field = form->fields; field->name; field++)
		if (strcmp(field->name, name) == 0)
			return true;
	return false;
}

/* The first word of a list that is no field of the form; NULL: all are. */
static const char *stranger(const struct form *form, const char *words, struct arena *arena)
{
	for (words += strspn(words, " "); *words; words += strspn(words, " ")) {
		size_t size = strcspn(words, " ");
		const char *word = arena_text(arena, words, size);

		if (!has_field(form, word))
			return word;
		words += size;
	}
	return NULL;
}

static const char *page_mistake(const struct letter_form *letter, const struct letter_page *page, struct arena *arena)
{
	const char *name = stranger(letter->form, page->fields, arena);

	if (!name)
		name = stranger(letter->form, page->required, arena);
	if (name)
		return arena_format(arena, "page %s names the field %s, which the form has not", page->name, name);
	for (const struct field *field = letter->form->fields; field->name; field++) {
		if (text_has_word(page->required, field->name) && !text_has_word(page->fields, field->name))
			return arena_format(arena, "page %s requires %s and does not ask for it", page->name, field->name);
		if (text_has_word(page->fields, field->name) && letter_page_asking(letter, field->name) != page)
			return arena_format(arena, "pages %s and %s both ask for %s", letter_page_asking(letter, field->name)->name, page->name,
					    field->name);
	}
	return NULL;
}

const char *letter_form_mistake(const struct letter_form *letter, struct arena *arena)
{
	const char *const lists[] = { letter->said, letter->needed, letter->contact };
	const struct letter_page *last = letter->pages;
	const char *mistake = NULL;

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const char *name = stranger(letter->form, lists[i], arena);

		if (name)
			return arena_format(arena, "the letter is made of %s, which the form has not", name);
	}
	for (const struct letter_page *page = letter->pages; page->name && !mistake; page++) {
		mistake = page_mistake(letter, page, arena);
		last = page;
	}
	if (!mistake && (!last->name || strcmp(last->name, "check") != 0))
		mistake = "the last page is not check";
	return mistake;
}
