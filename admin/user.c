/* SPDX-License-Identifier: Apache-2.0 */
/* /users/NAME: one account: another role, disabled, enabled, reset. Nobody does this to the account they are signed in with. */
#include <string.h>

#include "accounts/password.h"
#include "users.h"

static const struct field change_fields[] = {
	{ "full_name", FIELD_TEXT, REQUIRED, 1, 40, NULL },
	{ "role", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "department", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "reason", FIELD_TEXT, REQUIRED, 2, 200, NULL },
	{ 0 },
};
const struct form user_change_form = { change_fields };

static const struct field reason_fields[] = {
	{ "reason", FIELD_TEXT, REQUIRED, 2, 200, NULL },
	{ 0 },
};
const struct form user_reason_form = { reason_fields };

static const char *const lost[] = { "password", "telephone", NULL };
static const struct field reset_fields[] = {
	{ "reason", FIELD_TEXT, REQUIRED, 2, 200, NULL },
	{ "lost", FIELD_CHOICE, REQUIRED, 0, 0, lost },
	{ 0 },
};
const struct form user_reset_form = { reset_fields };

static bool is_own(const struct request *request)
{
	return strcmp(values_text(request->parts, "name"), office_name(request)) == 0;
}

/* The account of the path; NULL: *outcome is the answer. */
static struct values *find(struct request *request, enum outcome *outcome)
{
	enum account_answer answer;
	struct values *account = account_find(&office_of(request)->accounts, values_text(request->parts, "name"), &answer);

	if (!account)
		*outcome = answer == ACCOUNT_UNKNOWN ? MISSING : office_broken(request);
	return account;
}

static enum outcome show(struct request *request, enum outcome outcome, const char *fault)
{
	enum outcome missing = PAGE;
	struct values *account = find(request, &missing);
	bool changing = request->form && values_find(request->form->typed, "role");
	const char *role, *department;
	struct page *page;

	if (!account)
		return missing;
	values_put_integer(account, "has_totp", !values_null(account, "totp_secret"));
	values_put_null(account, "password");
	values_put_null(account, "totp_secret");
	role = values_text(changing ? request->form->typed : account, "role");
	department = values_text(changing ? request->form->typed : account, "department");
	page = page_begin(request, "admin/user.tpl");
	user_bind(request, page, account);
	if (request->form && values_find(request->form->typed, "reason"))
		form_show(request->form, page);
	if (fault) {
		page_show(page, "ERRORS");
		page_show(page, fault);
	}
	if (request->form && *values_text(request->form->typed, "done"))
		page_show(page, arena_format(request->arena, "done_%s", values_text(request->form->typed, "done")));
	if (strcmp(values_text(account, "state"), "DISABLED") != 0)
		page_show(page, "CAN_DISABLE");
	page_show(page, is_own(request) ? "IS_OWN" : "IS_OTHERS");
	if (user_bind_choices(request, page, role, department))
		return page_end(request, page) == PAGE ? outcome : BROKEN;
	page_free(page);
	return office_broken(request);
}

enum outcome user_show(struct request *request)
{
	return show(request, request->form->fine ? PAGE : BAD, NULL);
}

enum outcome user_change(struct request *request)
{
	const struct values *form = request->form->values;
	const struct account_facts facts = { values_text(request->parts, "name"), values_text(form, "full_name"),
					     values_text(form, "role"), values_text(form, "department") };
	struct values *detail = values_new(request->arena), *before;
	enum outcome outcome = PAGE;
	enum account_answer answer;

	if (is_own(request))
		return DENIED;
	if (!request->form->fine)
		return show(request, INVALID, NULL);
	before = find(request, &outcome);
	if (!before)
		return outcome;
	answer = account_change(&office_of(request)->accounts, &facts);
	if (answer != ACCOUNT_DONE)
		return user_fault(answer) ? show(request, INVALID, user_fault(answer)) : office_broken(request);
	values_put_text(detail, "role_before", values_text(before, "role"));
	values_put_text(detail, "department_before", values_text(before, "department"));
	values_put_text(detail, "role", facts.role);
	values_put_text(detail, "department", facts.department);
	office_note(request, facts.name, detail, values_text(form, "reason"));
	return office_go(request, arena_format(request->arena, "/users/%s", facts.name), "changed");
}

static enum outcome set_state(struct request *request, enum account_answer (*with)(struct accounts *, const char *),
			      const char *done)
{
	const char *name = values_text(request->parts, "name");
	enum account_answer answer;

	if (is_own(request))
		return DENIED;
	if (!request->form->fine)
		return show(request, INVALID, NULL);
	answer = with(&office_of(request)->accounts, name);
	if (answer != ACCOUNT_DONE)
		return answer == ACCOUNT_UNKNOWN ? MISSING : office_broken(request);
	office_note(request, name, NULL, values_text(request->form->values, "reason"));
	return office_go(request, arena_format(request->arena, "/users/%s", name), done);
}

enum outcome user_disable(struct request *request)
{
	return set_state(request, account_disable, "disabled");
}

enum outcome user_enable(struct request *request)
{
	return set_state(request, account_enable, "enabled");
}

enum outcome user_reset(struct request *request)
{
	struct office *office = office_of(request);
	const char *name = values_text(request->parts, "name");
	char password[PASSWORD_MADE], hash[PASSWORD_TEXT];
	enum outcome outcome = PAGE;
	struct values *account, *detail = values_new(request->arena);
	bool keep_codes = strcmp(values_text(request->form->values, "lost"), "password") == 0;
	struct page *page;

	if (is_own(request))
		return DENIED;
	if (!request->form->fine)
		return show(request, INVALID, NULL);
	account = find(request, &outcome);
	if (!account)
		return outcome;
	office_pause(request);
	password_make(password);
	if (!password_hash(password, hash) || !office_write(request))
		return BUSY;
	if (account_reset(&office->accounts, name, hash, keep_codes) != ACCOUNT_DONE)
		return office_broken(request);
	values_put_integer(detail, "keep_codes", keep_codes);
	office_note(request, name, detail, values_text(request->form->values, "reason"));
	page = page_begin(request, "admin/user-password.tpl");
	page_text(page, "name", name);
	page_text(page, "full_name", values_text(account, "full_name"));
	page_text(page, "password", password);
	page_integer(page, "invited_hours", office->rules.invited_seconds / 3600);
	return page_end(request, page);
}
