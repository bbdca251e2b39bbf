/* SPDX-License-Identifier: Apache-2.0 */
/* /users: who may come in; /new-user: one more. */
#include "users.h"

#include <string.h>

#include "accounts/password.h"
#include "lib/base/calendar.h"
#include "lib/base/text.h"

#define FACILITY "FACILITY-"

static const struct field query_fields[] = {
	{ "done", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form users_query = { query_fields };

static const struct field fields[] = {
	{ "name", FIELD_TEXT, REQUIRED, 2, 32, NULL },
	{ "full_name", FIELD_TEXT, REQUIRED, 1, 40, NULL },
	{ "role", FIELD_CODES, REQUIRED, 1, USER_ROLES_MOST, NULL },
	{ "department", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "scope", FIELD_CODES, OPTIONAL, 1, USER_SCOPE_MOST, NULL },
	{ "facilities", FIELD_CODES, OPTIONAL, 1, USER_FACILITIES_MOST, NULL },
	{ 0 },
};
const struct form user_form = { fields };

void user_bind(struct request *request, struct page *page, const struct values *account)
{
	int64_t seen = values_integer(account, "seen_at");

	page_values(page, account);
	page_show(page, arena_format(request->arena, "STATE_%s", values_text(account, "state")));
	page_text(page, "created", calendar_moment_text(request->arena, values_integer(account, "created_at"), CALENDAR_CHINA));
	page_text(page, "seen", seen ? calendar_moment_text(request->arena, seen, CALENDAR_CHINA) : "");
}

/* The next of codes with blanks between; "" at their end. */
static const char *next_code(const char **codes, struct arena *arena)
{
	const char *code;
	size_t size;

	*codes += strspn(*codes, " ");
	size = strcspn(*codes, " ");
	code = arena_text(arena, *codes, size);
	*codes += size;
	return code;
}

const char *user_scope_typed(const struct values *form, struct arena *arena)
{
	const char *scope = values_text(form, "scope"), *facilities = values_text(form, "facilities");

	for (const char *code; *(code = next_code(&facilities, arena));)
		scope = arena_format(arena, "%s%s" FACILITY "%s", scope, *scope ? " " : "", code);
	return scope;
}

/* The facilities of a scope, as they are typed. */
static const char *facilities_of(const char *scope, struct arena *arena)
{
	const char *facilities = "";

	for (const char *code; *(code = next_code(&scope, arena));)
		if (strncmp(code, FACILITY, strlen(FACILITY)) == 0)
			facilities = arena_format(arena, "%s%s%s", facilities, *facilities ? " " : "", code + strlen(FACILITY));
	return facilities;
}

/* A box for each place of a kind, ticked when the scope has it. */
static void bind_places(struct page *page, const char *section, const struct rows *places, const char *kind, const char *scope, struct arena *arena)
{
	for (size_t i = 0; i < places->count; i++) {
		const char *code = arena_format(arena, "%s-%s", kind, values_text(&places->at[i], "code"));
		struct page *choice;

		if (values_find(&places->at[i], "kind") && strcmp(values_text(&places->at[i], "kind"), kind) != 0)
			continue;
		choice = page_section(page, section);
		page_text(choice, "code", code);
		page_text(choice, "name", values_text(&places->at[i], "name"));
		page_integer(choice, "chosen", text_has_word(scope, code));
	}
}

bool user_bind_choices(struct request *request, struct page *page, const struct account_facts *facts)
{
	struct accounts *accounts = &office_of(request)->accounts;
	struct rows departments, streets;

	if (!account_departments(accounts, &departments) || !account_streets(accounts, &streets))
		return false;
	for (int i = ROLE_NONE + 1; i < ROLE_END; i++) {
		const char *code = permission_role_code((enum role)i);
		struct page *choice = page_section(page, "roles");

		page_text(choice, "code", code);
		page_show(choice, arena_format(request->arena, "CHOICE_%s", code));
		page_integer(choice, "chosen", text_has_word(facts->role, code));
		page_integer(choice, "alone", permission_stands_alone((enum role)i));
	}
	for (size_t i = 0; i < departments.count; i++) {
		struct page *choice = page_section(page, "departments");

		page_values(choice, &departments.at[i]);
		if (strcmp(values_text(&departments.at[i], "code"), facts->department) == 0)
			page_show(choice, "selected");
	}
	page_integer(page, "sees_district", text_has_word(facts->scope, "DISTRICT"));
	bind_places(page, "seen_streets", &streets, "STREET", facts->scope, request->arena);
	bind_places(page, "seen_departments", &departments, "DEPARTMENT", facts->scope, request->arena);
	page_text(page, "facilities", facilities_of(facts->scope, request->arena));
	return true;
}

const char *user_fault(enum account_answer answer)
{
	switch (answer) {
	case ACCOUNT_TAKEN:
		return "NAME_TAKEN";
	case ACCOUNT_BAD_NAME:
		return "NAME_MALFORMED";
	case ACCOUNT_BAD_FULL_NAME:
		return "FULL_NAME_MALFORMED";
	case ACCOUNT_BAD_ROLE:
		return "ROLE_MALFORMED";
	case ACCOUNT_APART:
		return "ROLE_APART";
	case ACCOUNT_BAD_SCOPE:
		return "SCOPE_MALFORMED";
	case ACCOUNT_BAD_DEPARTMENT:
		return "DEPARTMENT_MALFORMED";
	case ACCOUNT_DONE:
	case ACCOUNT_UNKNOWN:
	case ACCOUNT_REFUSED:
	case ACCOUNT_FAILED:
		break;
	}
	return NULL;
}

enum outcome users_show(struct request *request)
{
	struct office *office = office_of(request);
	struct rows rows;
	struct page *page;

	if (!account_list(&office->accounts, &rows))
		return office_broken(request);
	page = page_begin(request, "admin/users.tpl");
	for (size_t i = 0; i < rows.count; i++)
		user_bind(request, page_section(page, "accounts"), &rows.at[i]);
	page_integer(page, "account_count", (int64_t)rows.count);
	return page_end(request, page);
}

static enum outcome show_form(struct request *request, enum outcome outcome, const char *fault)
{
	struct page *page = page_begin(request, "admin/user-new.tpl");
	const struct values *typed = request->form ? request->form->typed : NULL;
	const struct account_facts facts = { .role = typed ? values_text(typed, "role") : "", .department = typed ? values_text(typed, "department") : "",
		.scope = typed ? user_scope_typed(typed, request->arena) : "" };

	if (request->form)
		form_show(request->form, page);
	if (fault) {
		page_show(page, "ERRORS");
		page_show(page, fault);
	}
	if (user_bind_choices(request, page, &facts))
		return page_end(request, page) == PAGE ? outcome : BROKEN;
	page_free(page);
	return office_broken(request);
}

enum outcome user_new(struct request *request)
{
	return show_form(request, PAGE, NULL);
}

enum outcome user_add(struct request *request)
{
	struct office *office = office_of(request);
	const struct values *form = request->form->values;
	const struct account_facts facts = { values_text(form, "name"), values_text(form, "full_name"), values_text(form, "role"),
					     values_text(form, "department"), user_scope_typed(form, request->arena) };
	struct values *detail = values_new(request->arena);
	char password[PASSWORD_MADE], hash[PASSWORD_TEXT];
	enum account_answer answer;
	struct page *page;

	/* An account that sees nothing is made by nobody's oversight. */
	if (request->form->fine && !*facts.scope)
		form_refuse(request->form, "scope", FIELD_MISSING);
	if (!request->form->fine)
		return show_form(request, INVALID, NULL);
	office_pause(request);
	password_make(password);
	if (!password_hash(password, hash) || !office_write(request))
		return BUSY;
	answer = account_make(&office->accounts, &facts, hash, office_name(request));
	if (answer != ACCOUNT_DONE)
		return user_fault(answer) ? show_form(request, INVALID, user_fault(answer)) : office_broken(request);
	values_put_text(detail, "role", facts.role);
	values_put_text(detail, "department", facts.department);
	values_put_text(detail, "scope", facts.scope);
	office_note(request, facts.name, detail, "");
	page = page_begin(request, "admin/user-password.tpl");
	page_values(page, form);
	page_text(page, "password", password);
	page_integer(page, "invited_hours", office->rules.invited_seconds / 3600);
	return page_end(request, page);
}
