/* SPDX-License-Identifier: Apache-2.0 */
/* /users/NAME: one account: another role, disabled, enabled, reset. Nobody does this to the account they are signed in with. */
#include <string.h>

#include "accounts/password.h"
#include "audit/audit.h"
#include "domain/cases/hand_on.h"
#include "users.h"

static const struct field change_fields[] = {
	{ "full_name", FIELD_TEXT, REQUIRED, 1, 40, NULL },
	{ "role", FIELD_CODES, REQUIRED, 1, USER_ROLES_MOST, NULL },
	{ "department", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "scope", FIELD_CODES, OPTIONAL, 1, USER_SCOPE_MOST, NULL },
	{ "facilities", FIELD_CODES, OPTIONAL, 1, USER_FACILITIES_MOST, NULL },
	{ "hand_to", FIELD_CODE, OPTIONAL, 0, 0, NULL }, /* as below */
	{ "reason", FIELD_TEXT, REQUIRED, 2, 200, NULL },
	{ 0 },
};
const struct form user_change_form = { change_fields };

static const struct field reason_fields[] = {
	{ "reason", FIELD_TEXT, REQUIRED, 2, 200, NULL },
	{ 0 },
};
const struct form user_reason_form = { reason_fields };

/* Who gets what the account has in hand: a colleague, - nobody, it stays. */
static const struct field disable_fields[] = {
	{ "hand_to", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "reason", FIELD_TEXT, REQUIRED, 2, 200, NULL },
	{ 0 },
};
const struct form user_disable_form = { disable_fields };

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

/* How much the account has in hand, and who could have it. */
static bool bind_work(struct request *request, struct page *page, const char *name)
{
	struct casework *work = &office_of(request)->work;
	struct values *counts = hand_on_counts(work, name);
	const char *chosen = request->form && values_find(request->form->typed, "hand_to") ? values_text(request->form->typed, "hand_to") : "";
	struct page *section;
	struct rows colleagues;

	if (!counts || !hand_on_colleagues(work, name, &colleagues))
		return false;
	if (!hand_on_has_work(counts))
		return true;
	section = page_section(page, "HAS_WORK");
	page_values(section, counts);
	page_integer(section, "stays", strcmp(chosen, "-") == 0);
	for (size_t i = 0; i < colleagues.count; i++) {
		struct page *option = page_section(section, "colleagues");

		page_values(option, &colleagues.at[i]);
		page_integer(option, "chosen", strcmp(values_text(&colleagues.at[i], "name"), chosen) == 0);
	}
	return true;
}

/* The audit's row of a case that was given on; the dispatcher's own tells of all of them together. */
static bool note_given(void *with, const char *number)
{
	struct request *request = with;
	struct office *office = office_of(request);
	struct values *detail = values_new(request->arena);
	const struct audit_row row = { .account = office_name(request),
				       .role = values_text(office->session, "role"),
				       .action = "case.assign",
				       .subject = number,
				       .detail = detail,
				       .reason = values_text(request->form->values, "reason"),
				       .request_id = request->id };

	values_put_text(detail, "before", values_text(request->parts, "name"));
	values_put_text(detail, "handler", values_text(request->form->values, "hand_to"));
	return audit_append(office->sql, request->arena, request->now, &row, &office->work.problem);
}

/*
 * Give on what the account has in hand, as was chosen; what came of it goes into the detail. An account with work in hand is not left without a
 * choice. False: the field is marked, or the registry failed, which is *broken.
 */
static bool hand_work_on(struct request *request, struct values *detail, bool *broken)
{
	struct casework *work = &office_of(request)->work;
	struct hand_on how = { .account = values_text(request->parts, "name"),
			       .to = values_text(request->form->values, "hand_to"),
			       .given = note_given,
			       .with = request };
	struct values *counts = hand_on_counts(work, how.account);
	enum case_answer answer;

	*broken = !counts;
	if (!counts || !hand_on_has_work(counts))
		return counts != NULL;
	if (!*how.to) {
		form_refuse(request->form, "hand_to", FIELD_MISSING);
		return false;
	}
	values_put_text(detail, "hand_to", how.to);
	if (strcmp(how.to, "-") == 0)
		how.left = values_integer(counts, "open_cases");
	answer = strcmp(how.to, "-") == 0 ? CASE_DONE : hand_on(work, &how);
	*broken = answer == CASE_FAILED;
	if (answer == CASE_UNFIT)
		form_refuse(request->form, "hand_to", FIELD_MALFORMED);
	values_put_integer(detail, "cases", how.cases);
	values_put_integer(detail, "tasks", how.tasks);
	values_put_integer(detail, "cases_left", how.left);
	return answer == CASE_DONE;
}

/* The page has four forms: what was typed goes back into the one it was typed in, and that one is open. */
static void show_form(const struct request *request, struct page *page)
{
	static const struct {
		const struct form *form;
		const char *section;
	} forms[] = { { &user_change_form, "IN_CHANGE" },
		      { &user_disable_form, "IN_DISABLE" },
		      { &user_reason_form, "IN_ENABLE" },
		      { &user_reset_form, "IN_RESET" } };

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (request->form->form == forms[i].form)
			page_show(page, forms[i].section);
	if (strcmp(values_text(request->form->typed, "lost"), "password") == 0)
		page_show(page, "lost_password");
	if (strcmp(values_text(request->form->typed, "lost"), "telephone") == 0)
		page_show(page, "lost_telephone");
	form_show(request->form, page);
}

static enum outcome show(struct request *request, enum outcome outcome, const char *fault)
{
	enum outcome missing = PAGE;
	struct values *account = find(request, &missing);
	bool changing = request->form && values_find(request->form->typed, "role");
	const struct values *chosen;
	struct account_facts facts;
	struct page *page;

	if (!account)
		return missing;
	values_put_integer(account, "has_totp", !values_null(account, "totp_secret"));
	values_put_null(account, "password");
	values_put_null(account, "totp_secret");
	chosen = changing ? request->form->typed : account;
	facts = (struct account_facts){ .role = values_text(chosen, "role"), .department = values_text(chosen, "department"),
		.scope = changing ? user_scope_typed(chosen, request->arena) : values_text(chosen, "scope") };
	page = page_begin(request, "admin/user.tpl");
	user_bind(request, page, account);
	if (request->form && values_find(request->form->typed, "reason"))
		show_form(request, page);
	if (fault) {
		page_show(page, "ERRORS");
		page_show(page, fault);
	}
	if (request->form && *values_text(request->form->typed, "done"))
		page_show(page, arena_format(request->arena, "done_%s", values_text(request->form->typed, "done")));
	if (strcmp(values_text(account, "state"), "DISABLED") != 0)
		page_show(page, "CAN_DISABLE");
	page_show(page, is_own(request) ? "IS_OWN" : "IS_OTHERS");
	if (bind_work(request, page, values_text(account, "name")) && user_bind_choices(request, page, &facts))
		return page_end(request, page) == PAGE ? outcome : BROKEN;
	page_free(page);
	return office_broken(request);
}

enum outcome user_show(struct request *request)
{
	return show(request, request->form->fine ? PAGE : BAD, NULL);
}

/* What it was and is, and of roles and scope what was added and removed. */
static void note_change(struct values *detail, const struct values *before, const struct account_facts *facts, struct arena *arena)
{
	const char *roles = values_text(before, "role"), *scope = values_text(before, "scope");

	values_put_text(detail, "role_before", roles);
	values_put_text(detail, "department_before", values_text(before, "department"));
	values_put_text(detail, "role", facts->role);
	values_put_text(detail, "department", facts->department);
	values_put_text(detail, "role_added", account_codes_without(facts->role, roles, arena));
	values_put_text(detail, "role_removed", account_codes_without(roles, facts->role, arena));
	values_put_text(detail, "scope_added", account_codes_without(facts->scope, scope, arena));
	values_put_text(detail, "scope_removed", account_codes_without(scope, facts->scope, arena));
}

enum outcome user_change(struct request *request)
{
	const struct values *form = request->form->values;
	const struct account_facts facts = { values_text(request->parts, "name"), values_text(form, "full_name"),
					     values_text(form, "role"), values_text(form, "department"), user_scope_typed(form, request->arena) };
	struct values *detail = values_new(request->arena), *before;
	bool broken;
	enum outcome outcome = PAGE;
	enum account_answer answer;

	if (is_own(request))
		return DENIED;
	if (!request->form->fine)
		return show(request, INVALID, NULL);
	before = find(request, &outcome);
	if (!before)
		return outcome;
	/* What it saw as who it was, it may see no more. */
	if (account_loses(before, &facts, request->arena) && !hand_work_on(request, detail, &broken))
		return broken ? office_broken(request) : show(request, INVALID, NULL);
	answer = account_change(&office_of(request)->accounts, &facts);
	if (answer != ACCOUNT_DONE)
		return user_fault(answer) ? show(request, INVALID, user_fault(answer)) : office_broken(request);
	note_change(detail, before, &facts, request->arena);
	office_note(request, facts.name, detail, values_text(form, "reason"));
	return office_go(request, arena_format(request->arena, "/users/%s", facts.name), "changed");
}

static enum outcome set_state(struct request *request, enum account_answer (*with)(struct accounts *, const char *),
			      const char *done)
{
	const char *name = values_text(request->parts, "name");
	struct values *detail = values_new(request->arena);
	bool broken, disables = with == account_disable;
	enum account_answer answer;

	if (is_own(request))
		return DENIED;
	if (!request->form->fine)
		return show(request, INVALID, NULL);
	if (disables && !hand_work_on(request, detail, &broken))
		return broken ? office_broken(request) : show(request, INVALID, NULL);
	answer = with(&office_of(request)->accounts, name);
	if (answer != ACCOUNT_DONE)
		return answer == ACCOUNT_UNKNOWN ? MISSING : office_broken(request);
	office_note(request, name, detail, values_text(request->form->values, "reason"));
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
