/* SPDX-License-Identifier: Apache-2.0 */
/* Repeating groups of a form. Each row is a form of its own, of the fields that follow the group. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "form_parts.h"
#include "lib/base/text.h"

struct form_group {
	const struct field *field;
	struct form row;                /* a row's fields, without NAME[]. before them */
	struct form_result **rows;      /* by the number they were sent under; after the end the typed ones, one after the other */
	size_t count;                   /* typed rows, after the end */
	size_t most;
	struct form_result *empty;      /* shown where nothing was typed */
	struct rows values;
	bool beyond;                    /* something was typed in a row that there cannot be */
	bool adds;
	int64_t removes;                /* the number of the row to be taken away; 0 = none */
	struct arena *arena;
};

bool form_is_of_group(const struct field *field)
{
	return strstr(field->name, "[].") != NULL;
}

static bool is_of(const struct field *field, const char *group)
{
	size_t size = strlen(group);

	return field->name && strncmp(field->name, group, size) == 0 && strncmp(field->name + size, "[].", 3) == 0;
}

static void begin_group(struct form_group *group, const struct form *form, size_t place, struct arena *arena)
{
	const struct field *first = &form->fields[place + 1];
	struct field *fields;
	size_t count = 0;

	group->field = &form->fields[place];
	group->most = (size_t)group->field->most;
	group->arena = arena;
	while (is_of(&first[count], group->field->name))
		count++;
	assert(count && group->most);
	fields = arena_take(arena, (count + 1) * sizeof *fields);
	for (size_t i = 0; i < count; i++) {
		fields[i] = first[i];
		fields[i].name = strstr(first[i].name, "[].") + 3;
		assert(!form->fields[form_place_of(form, fields[i].name)].name);
	}
	group->row = (struct form){ fields };
	group->rows = arena_take(arena, group->most * sizeof *group->rows);
	group->empty = form_begin(&group->row, arena);
}

void form_groups_begin(struct form_result *result, struct arena *arena)
{
	size_t at = 0;

	for (size_t i = 0; result->form->fields[i].name; i++)
		result->group_count += result->form->fields[i].kind == FIELD_GROUP;
	if (!result->group_count)
		return;
	result->groups = arena_take(arena, result->group_count * sizeof *result->groups);
	for (size_t i = 0; result->form->fields[i].name; i++)
		if (result->form->fields[i].kind == FIELD_GROUP)
			begin_group(&result->groups[at++], result->form, i, arena);
}

/* "[12].room": the number of the row, and what stands behind it. 0: it is no row's. */
static int64_t row_number(const char *text, const char **field)
{
	const char *end = strstr(text, "].");
	size_t size = end ? (size_t)(end - text) - 1 : 0;
	char digits[8];
	int64_t number;

	if (text[0] != '[' || !size || size >= sizeof digits)
		return 0;
	memcpy(digits, text + 1, size);
	digits[size] = '\0';
	*field = end + 2;
	return text_to_integer(digits, &number) && number > 0 ? number : 0;
}

static bool take_row(struct form_group *group, int64_t number, const char *field, const char *value, struct arena *arena)
{
	if (!group->row.fields[form_place_of(&group->row, field)].name)
		return true;
	if ((size_t)number > group->most) {
		group->beyond = group->beyond || *text_trim(arena, text_visible(arena, value));
		return true;
	}
	if (!group->rows[number - 1])
		group->rows[number - 1] = form_begin(&group->row, arena);
	return form_take(group->rows[number - 1], field, value, arena);
}

bool form_groups_take(struct form_result *result, const char *name, const char *value, struct arena *arena)
{
	for (size_t i = 0; i < result->group_count; i++) {
		struct form_group *group = &result->groups[i];
		size_t size = strlen(group->field->name);
		const char *field;
		int64_t number;

		if (strncmp(name, group->field->name, size) != 0)
			continue;
		number = row_number(name + size, &field);
		if (number)
			return take_row(group, number, field, value, arena);
		if (strcmp(name + size, ".add") == 0)
			group->adds = true;
		else if (strcmp(name + size, ".remove") == 0 && text_to_integer(value, &number))
			group->removes = number;
	}
	return true;
}

static bool is_typed(const struct form_result *row)
{
	for (size_t i = 0; i < row->typed->count; i++)
		if (*row->typed->at[i].text)
			return true;
	return false;
}

static enum field_state state_of(const struct form_group *group)
{
	if (!group->count && !group->beyond)
		return group->field->presence == REQUIRED ? FIELD_MISSING : FIELD_FINE;
	return group->beyond || (double)group->count < group->field->least ? FIELD_OUT_OF_RANGE : FIELD_FINE;
}

static void end_group(struct form_result *result, struct form_group *group, struct arena *arena)
{
	size_t place = form_place_of(result->form, group->field->name);

	group->values.at = arena_take(arena, group->most * sizeof *group->values.at);
	for (size_t i = 0; i < group->most; i++) {
		struct form_result *row = group->rows[i];

		if (!row || !is_typed(row) || (int64_t)i + 1 == group->removes)
			continue;
		form_end(row, arena);
		result->fine = result->fine && row->fine;
		group->values.at[group->count] = *row->values;
		group->rows[group->count++] = row;
	}
	result->states[place] = state_of(group);
	result->fine = result->fine && result->states[place] == FIELD_FINE;
	result->editing = result->editing || group->adds || group->removes > 0;
}

void form_groups_end(struct form_result *result, struct arena *arena)
{
	for (size_t i = 0; i < result->group_count; i++)
		end_group(result, &result->groups[i], arena);
	if (result->editing)
		result->fine = false;
	for (size_t i = 0; i < result->group_count; i++) {
		result->groups[i].values.count = result->fine ? result->groups[i].count : 0;
		for (size_t row = 0; row < result->groups[i].count; row++)
			result->groups[i].rows[row]->editing = result->editing;
	}
}

static struct form_group *group_of(const struct form_result *result, const char *name)
{
	size_t i = 0;

	while (i < result->group_count && strcmp(result->groups[i].field->name, name) != 0)
		i++;
	assert(i < result->group_count);
	return &result->groups[i];
}

const struct rows *form_rows(const struct form_result *result, const char *group)
{
	return &group_of(result, group)->values;
}

void form_refuse_row(struct form_result *result, const char *name, size_t row, const char *field, enum field_state state)
{
	struct form_group *group = group_of(result, name);

	assert(row && row <= group->count);
	form_refuse(group->rows[row - 1], field, state);
	result->fine = false;
	group->values.count = 0;
}

/* As many as were typed, one more when it is asked for, and as many as there must be. */
static size_t rows_shown(const struct form_group *group)
{
	size_t least = group->field->least > 1 ? (size_t)group->field->least : 1;
	size_t shown = group->count + group->adds;

	shown = shown < least ? least : shown;
	return shown < group->most ? shown : group->most;
}

static void show_group(const struct form_result *result, const struct form_group *group, struct page *page)
{
	const char *name = group->field->name;
	size_t shown = rows_shown(group);
	char section[96];

	for (size_t i = 0; i < shown; i++) {
		struct page *row = page_section(page, name);

		page_integer(row, "row", (int64_t)i + 1);
		form_show(i < group->count ? group->rows[i] : group->empty, row);
	}
	snprintf(section, sizeof section, "%s_MORE", name);
	if (shown < group->most)
		page_show(page, section);
	if (!result->editing && result->states[form_place_of(result->form, name)] == FIELD_OUT_OF_RANGE)
		form_show_bounds(group->field, group->count, page);
}

void form_groups_show(const struct form_result *result, struct page *page)
{
	for (size_t i = 0; i < result->group_count; i++)
		show_group(result, &result->groups[i], page);
}
