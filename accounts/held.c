/* SPDX-License-Identifier: Apache-2.0 */
/* What an account holds: its roles, and what it sees. Both are texts of codes with blanks between, in tables a row for each. */
#include <string.h>

#include <accounts.h> /* the pack */

#include "accounts.h"
#include "lib/base/text.h"
#include "rules/core/permission.h"

#define HELD_MOST 100000

/* The next code of a text; "" at its end. */
static const char *next(const char **codes, struct arena *arena)
{
	const char *code;
	size_t size;

	*codes += strspn(*codes, " ");
	size = strcspn(*codes, " ");
	code = arena_text(arena, *codes, size);
	*codes += size;
	return code;
}

const char *account_codes_without(const char *codes, const char *others, struct arena *arena)
{
	const char *left = "";

	for (const char *code; *(code = next(&codes, arena));)
		if (!text_has_word(others, code))
			left = arena_format(arena, "%s%s%s", left, *left ? " " : "", code);
	return left;
}

const char *account_usual_scope(const char *roles, const char *department, struct arena *arena)
{
	const char *scope = "";

	for (const char *role; *(role = next(&roles, arena));) {
		enum role_place place = permission_place(permission_role(role));

		if (place == PLACE_DISTRICT)
			return "DISTRICT";
		scope = arena_format(arena, "%s-%s", place == PLACE_STREET ? "STREET" : "DEPARTMENT", department);
	}
	return scope;
}

/* What STREET-310107015 says: its kind, and the code behind the first hyphen, "" when there is none. */
static struct values *scope_values(struct accounts *accounts, const char *code)
{
	struct values *values = values_new(accounts->arena);
	size_t size = strcspn(code, "-");

	values_put_text(values, "kind", arena_text(accounts->arena, code, size));
	values_put_text(values, "code", code[size] ? code + size + 1 : "");
	return values;
}

enum account_answer account_judge_roles(const char *roles, struct arena *arena)
{
	int count = 0;
	bool alone = false;

	for (const char *code; *(code = next(&roles, arena)); count++) {
		enum role role = permission_role(code);

		if (role == ROLE_NONE)
			return ACCOUNT_BAD_ROLE;
		alone = alone || permission_stands_alone(role);
	}
	if (!count)
		return ACCOUNT_BAD_ROLE;
	return alone && count > 1 ? ACCOUNT_APART : ACCOUNT_DONE;
}

enum account_answer account_judge_scope(struct accounts *accounts, const char *scope)
{
	for (const char *code; *(code = next(&scope, accounts->arena));) {
		struct values *values = scope_values(accounts, code), *row;
		enum sql_answer answer;

		if (strcmp(code, "DISTRICT") == 0)
			continue;
		answer = sql_row(accounts->sql, &Q_account_place, values, accounts->arena, &row);
		if (answer == SQL_NONE)
			return ACCOUNT_BAD_SCOPE;
		if (answer == SQL_FAILED) {
			accounts->problem = sql_problem(accounts->sql);
			return ACCOUNT_FAILED;
		}
	}
	return ACCOUNT_DONE;
}

/* A code that is named twice is held once. */
static bool put(struct accounts *accounts, const char *name, const char *codes, const struct query *add, bool is_scope)
{
	const char *before = "";

	for (const char *code; *(code = next(&codes, accounts->arena));) {
		struct values *values = is_scope ? scope_values(accounts, code) : values_new(accounts->arena);

		if (text_has_word(before, code))
			continue;
		before = arena_format(accounts->arena, "%s%s%s", before, *before ? " " : "", code);
		values_put_text(values, "account", name);
		if (!is_scope)
			values_put_text(values, "role", code);
		if (account_do(accounts, add, values) != ACCOUNT_DONE)
			return false;
	}
	return true;
}

enum account_answer account_put_held(struct accounts *accounts, const struct account_facts *facts)
{
	struct values *values = values_new(accounts->arena);

	values_put_text(values, "account", facts->name);
	if (account_do(accounts, &Q_account_roles_remove, values) == ACCOUNT_FAILED ||
	    account_do(accounts, &Q_account_scope_remove, values) == ACCOUNT_FAILED ||
	    !put(accounts, facts->name, facts->role, &Q_account_role_add, false) ||
	    !put(accounts, facts->name, facts->scope, &Q_account_scope_add, true))
		return ACCOUNT_FAILED;
	return ACCOUNT_DONE;
}

/* Add a piece to the text of that name. */
static void add(struct values *row, const char *name, const char *piece, struct arena *arena)
{
	values_put_text(row, name, arena_format(arena, "%s%s", values_text(row, name), piece));
}

bool account_hold(struct accounts *accounts, struct values *rows, size_t count)
{
	static const char *const names[] = { "role", "role_name", "scope", "scope_name" };
	struct values *asked = values_new(accounts->arena);
	struct rows held;
	size_t row = 0;

	/* Names are of a-z 0-9 -: all of them lie between "" and "~". */
	values_put_text(asked, "first", count == 1 ? values_text(rows, "name") : "");
	values_put_text(asked, "last", count == 1 ? values_text(rows, "name") : "~");
	if (!sql_list(accounts->sql, &Q_account_held, asked, accounts->arena, HELD_MOST, &held)) {
		accounts->problem = sql_problem(accounts->sql);
		return false;
	}
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < sizeof names / sizeof *names; j++)
			values_put_text(&rows[i], names[j], "");
	/* Both are in the order of names. */
	for (size_t i = 0; i < held.count; i++) {
		const struct values *piece = &held.at[i];
		bool is_role = strcmp(values_text(piece, "what"), "role") == 0;

		while (row < count && strcmp(values_text(&rows[row], "name"), values_text(piece, "account")) < 0)
			row++;
		if (row == count || strcmp(values_text(&rows[row], "name"), values_text(piece, "account")) != 0)
			continue;
		add(&rows[row], is_role ? "role" : "scope", values_text(piece, "code"), accounts->arena);
		add(&rows[row], is_role ? "role_name" : "scope_name", values_text(piece, "name"), accounts->arena);
	}
	return true;
}
