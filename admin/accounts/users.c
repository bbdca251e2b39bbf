/* SPDX-License-Identifier: Apache-2.0 */
/* /users: who may come in; /new-user: one more. */
#include "users.h"

#include <string.h>

#include "accounts/password.h"
#include "lib/base/calendar.h"

static const struct field query_fields[] = {
	{ "done", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form users_query = { query_fields };

static const struct field fields[] = {
	{ "name", FIELD_TEXT, REQUIRED, 2, 32, NULL },
	{ "full_name", FIELD_TEXT, REQUIRED, 1, 40, NULL },
	{ "role", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "department", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form user_form = { fields };

void user_bind(struct request *request, struct page *page, const struct values *account)
{
	int64_t seen = values_integer(account, "seen_at");

	page_values(page, account);
	page_show(page, arena_format(request->arena, "ROLE_%s", values_text(account, "role")));
	page_show(page, arena_format(request->arena, "STATE_%s", values_text(account, "state")));
	page_show(page, *values_text(account, "scope") ? arena_format(request->arena, "SCOPE_%s", values_text(account, "scope")) : "SCOPE_NOTHING");
	page_text(page, "created", calendar_moment_text(request->arena, values_integer(account, "created_at"), CALENDAR_CHINA));
	page_text(page, "seen", seen ? calendar_moment_text(request->arena, seen, CALENDAR_CHINA) : "");
}

bool user_bind_choices(struct request *request, struct page *page, const char *role, const char *department)
{
	struct office *office = office_of(request);
	struct rows departments;

	if (!account_departments(&office->accounts, &departments))
		return false;
	for (int i = ROLE_NONE + 1; i < ROLE_END; i++) {
		const char *code = permission_role_code((enum role)i);
		struct page *choice = page_section(page, "roles");

		page_text(choice, "code", code);
		page_show(choice, arena_format(request->arena, "CHOICE_%s", code));
		if (strcmp(code, role) == 0)
			page_show(choice, "selected");
	}
	for (size_t i = 0; i < departments.count; i++) {
		struct page *choice = page_section(page, "departments");

		page_values(choice, &departments.at[i]);
		if (strcmp(values_text(&departments.at[i], "code"), department) == 0)
			page_show(choice, "selected");
	}
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
	case ACCOUNT_BAD_SCOPE:
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

	if (request->form)
		form_show(request->form, page);
	if (fault) {
		page_show(page, "ERRORS");
		page_show(page, fault);
	}
	if (user_bind_choices(request, page, typed ? values_text(typed, "role") : "",
			      typed ? values_text(typed, "department") : ""))
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
					     values_text(form, "department"), NULL };
	struct values *detail = values_new(request->arena);
	char password[PASSWORD_MADE], hash[PASSWORD_TEXT];
	enum account_answer answer;
	struct page *page;

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
	office_note(request, facts.name, detail, "");
	page = page_begin(request, "admin/user-password.tpl");
	page_values(page, form);
	page_text(page, "password", password);
	page_integer(page, "invited_hours", office->rules.invited_seconds / 3600);
	return page_end(request, page);
}
