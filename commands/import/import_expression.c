/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions and conditions of a mapping, as lists of pieces and of tests. */
#include "import_expression.h"

#include <string.h>

#include "lib/base/text.h"

struct piece {
	const char *text;       /* NULL: the column */
	size_t column;
	int optional;           /* number of the [...] it stands in, 0 = none */
	struct piece *next;
};

struct expression {
	struct piece *first;
	struct piece **end;
	bool constant;
};

struct test {
	size_t column;
	const char *value;
	bool differs;           /* != */
	struct test *also;      /* must hold too */
};

struct condition {
	struct test *tests;
	struct condition *otherwise;
};

static bool find_column(const struct csv *csv, const char *name, size_t *column, struct arena *arena,
			const char **problem)
{
	switch (csv_find(csv, name, column)) {
	case CSV_FOUND:
		return true;
	case CSV_FAILED:
		*problem = arena_format(arena, "the file has several columns '%s'; rename the others", name);
		return false;
	case CSV_NONE:
		break;
	}
	*problem = arena_format(arena, "the file has no column '%s' in its header, line %zu", name, csv_header_line(csv));
	return false;
}

static struct piece *add_piece(struct expression *expression, struct arena *arena, int optional)
{
	struct piece *piece = arena_take(arena, sizeof *piece);

	piece->optional = optional;
	*expression->end = piece;
	expression->end = &piece->next;
	return piece;
}

/* From "{" on: moves *at behind the "}". */
static bool add_column(struct expression *expression, const char **at, const struct csv *csv, struct arena *arena,
		       int optional, const char **problem)
{
	const char *close = strchr(*at, '}');
	struct piece *piece;

	if (!close) {
		*problem = "a '{' without its '}'";
		return false;
	}
	piece = add_piece(expression, arena, optional);
	expression->constant = false;
	if (!find_column(csv, text_trim(arena, arena_text(arena, *at + 1, (size_t)(close - *at - 1))), &piece->column,
			 arena, problem))
		return false;
	*at = close + 1;
	return true;
}

struct expression *expression_read(const char *text, const struct csv *csv, struct arena *arena, const char **problem)
{
	struct expression *expression = arena_take(arena, sizeof *expression);
	int groups = 0, optional = 0;

	expression->end = &expression->first;
	expression->constant = true;
	while (*text) {
		size_t plain = strcspn(text, "{}[]");

		if (plain)
			add_piece(expression, arena, optional)->text = arena_text(arena, text, plain);
		text += plain;
		if (*text == '{') {
			if (!add_column(expression, &text, csv, arena, optional, problem))
				return NULL;
		} else if (*text == '}' || (*text == '[' && optional) || (*text == ']' && !optional)) {
			*problem = arena_format(arena, "a '%c' where none can stand", *text);
			return NULL;
		} else if (*text) {
			optional = *text == '[' ? ++groups : 0;
			text++;
		}
	}
	if (optional)
		*problem = "a '[' without its ']'";
	return optional ? NULL : expression;
}

/* A part in square brackets is left out when one of its columns is empty. */
static bool left_out(const struct expression *expression, const struct values *row, int optional)
{
	for (const struct piece *piece = expression->first; optional && piece; piece = piece->next)
		if (piece->optional == optional && !piece->text && !row->at[piece->column].size)
			return true;
	return false;
}

const char *expression_text(const struct expression *expression, const struct values *row, struct arena *arena)
{
	const char *text = "";

	for (const struct piece *piece = expression->first; piece; piece = piece->next)
		if (!left_out(expression, row, piece->optional)) {
			const char *more = piece->text ? piece->text : row->at[piece->column].text;

			text = *text ? arena_format(arena, "%s%s", text, more) : more;
		}
	return text_trim(arena, text);
}

bool expression_is_constant(const struct expression *expression)
{
	return expression->constant;
}

void expression_mark(const struct expression *expression, bool *columns)
{
	for (const struct piece *piece = expression->first; piece; piece = piece->next)
		if (!piece->text)
			columns[piece->column] = true;
}

/* "COLUMN=VALUE" or "COLUMN!=VALUE" */
static struct test *read_test(char *text, const struct csv *csv, struct arena *arena, const char **problem)
{
	struct test *test = arena_take(arena, sizeof *test);
	char *sign = strchr(text, '=');

	if (!sign || sign == text) {
		*problem = arena_format(arena, "'%s' is no comparison; write COLUMN=VALUE or COLUMN!=VALUE", text);
		return NULL;
	}
	*sign = '\0';
	test->value = text_trim(arena, sign + 1);
	test->differs = sign[-1] == '!';
	if (test->differs)
		sign[-1] = '\0';
	return find_column(csv, text_trim(arena, text), &test->column, arena, problem) ? test : NULL;
}

static struct test *read_tests(char *text, const struct csv *csv, struct arena *arena, const char **problem)
{
	char *also = strstr(text, " and ");
	struct test *test;

	if (also)
		*also = '\0';
	test = read_test(text, csv, arena, problem);
	if (test && also && !(test->also = read_tests(also + strlen(" and "), csv, arena, problem)))
		return NULL;
	return test;
}

struct condition *condition_read(const char *text, const struct csv *csv, struct arena *arena, const char **problem)
{
	struct condition *condition = arena_take(arena, sizeof *condition);
	char *copy = arena_copy(arena, text);
	char *otherwise = strstr(copy, " or ");

	if (otherwise) {
		*otherwise = '\0';
		condition->otherwise = condition_read(otherwise + strlen(" or "), csv, arena, problem);
		if (!condition->otherwise)
			return NULL;
	}
	condition->tests = read_tests(copy, csv, arena, problem);
	return condition->tests ? condition : NULL;
}

bool condition_holds(const struct condition *condition, const struct values *row)
{
	for (; condition; condition = condition->otherwise) {
		const struct test *test = condition->tests;

		while (test && (strcmp(row->at[test->column].text, test->value) == 0) != test->differs)
			test = test->also;
		if (!test)
			return true;
	}
	return false;
}
