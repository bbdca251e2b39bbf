/* SPDX-License-Identifier: Apache-2.0 */
/* /account/password, /account/enrol, /account/recovery: what opens the door is changed by who shows again that it is them. */
#include <string.h>

#include "accounts/password.h"
#include "enrol.h"
#include "sign_in.h"

/* First in each of these forms. */
#define CONFIRM_FIELDS                                                                                                             \
	{ "password", FIELD_SECRET, REQUIRED, 1, PASSWORD_MOST, NULL },                                                            \
	{                                                                                                                          \
		"code", FIELD_TEXT, REQUIRED, 1, 80, NULL                                                                          \
	}

static const struct field password_fields[] = {
	CONFIRM_FIELDS,
	{ "new_password", FIELD_SECRET, REQUIRED, 1, PASSWORD_MOST + 1, NULL },
	{ "again", FIELD_SECRET, REQUIRED, 1, PASSWORD_MOST + 1, NULL },
	{ 0 },
};
const struct form account_password_form = { password_fields };

static const struct field enrol_fields[] = {
	CONFIRM_FIELDS,
	{ "offer", FIELD_TEXT, REQUIRED, 1, 400, NULL },
	{ "new_code", FIELD_TEXT, REQUIRED, 1, 20, NULL },
	{ 0 },
};
const struct form account_enrol_form = { enrol_fields };

static const struct field recovery_fields[] = { CONFIRM_FIELDS, { 0 } };
const struct form account_recovery_form = { recovery_fields };

static enum outcome show(struct request *request, enum outcome outcome, const char *template, const char *fault, int64_t wait)
{
	struct page *page = page_begin(request, template);

	page_text(page, "name", office_name(request));
	page_integer(page, "password_least", office_of(request)->rules.password_least);
	page_integer(page, "wait", wait);
	if (fault) {
		page_show(page, "ERRORS");
		page_show(page, fault);
	}
	if (strcmp(template, "admin/account-enrol.tpl") == 0)
		enrol_bind(request, page);
	return page_end(request, page) == PAGE ? outcome : BROKEN;
}

/* PAGE: go on; anything else has its page made. */
static enum outcome confirm(struct request *request, const char *template)
{
	int64_t wait = 0;
	enum outcome outcome;

	if (!request->form->fine)
		return show(request, INVALID, template, "FIELDS_MISSING", 0);
	outcome = sign_in_confirm(request, true, &wait);
	if (outcome == HELD)
		return show(request, HELD, template, NULL, wait);
	return outcome == INVALID ? show(request, INVALID, template, "WRONG", 0) : outcome;
}

enum outcome account_password_show(struct request *request)
{
	return show(request, PAGE, "admin/account-password.tpl", NULL, 0);
}

enum outcome account_password_set(struct request *request)
{
	struct office *office = office_of(request);
	const struct values *form = request->form->values;
	const char *name = office_name(request), *fault = NULL;
	char hash[PASSWORD_TEXT];
	enum outcome outcome;

	office_pause(request);
	if (request->form->fine)
		fault = sign_in_new_password_fault(request, NULL);
	/* Only what was typed is compared: nobody learns here which password is right. */
	if (!fault && request->form->fine && strcmp(values_text(form, "password"), values_text(form, "new_password")) == 0)
		fault = "NEW_SAME";
	if (fault)
		return show(request, INVALID, "admin/account-password.tpl", fault, 0);
	if (request->form->fine && !password_hash(values_text(form, "new_password"), hash))
		return BUSY;
	outcome = confirm(request, "admin/account-password.tpl");
	if (outcome != PAGE)
		return outcome;
	if (account_set_password(&office->accounts, name, hash, values_text(office->session, "token_hash")) != ACCOUNT_DONE ||
	    !sign_in_renew(request))
		return office_broken(request);
	office_note(request, name, NULL, "");
	return office_go(request, "/account", "password");
}

enum outcome account_enrol_show(struct request *request)
{
	return show(request, PAGE, "admin/account-enrol.tpl", NULL, 0);
}

enum outcome account_enrol_set(struct request *request)
{
	enum outcome outcome = confirm(request, "admin/account-enrol.tpl");
	struct office *office = office_of(request);
	enum account_answer answer;

	if (outcome != PAGE)
		return outcome;
	answer = enrol_set(request);
	if (answer == ACCOUNT_REFUSED)
		return show(request, INVALID, "admin/account-enrol.tpl", "NEW_CODE_WRONG", 0);
	/* Whoever has the old telephone is out. */
	if (answer != ACCOUNT_DONE || !sign_in_renew(request) ||
	    session_end_others(&office->accounts, office_name(request), values_text(office->session, "token_hash")) != ACCOUNT_DONE)
		return office_broken(request);
	office_note(request, office_name(request), NULL, "");
	return enrol_show_recovery(request);
}

enum outcome account_recovery_show(struct request *request)
{
	return show(request, PAGE, "admin/account-recovery.tpl", NULL, 0);
}

enum outcome account_recovery_make(struct request *request)
{
	enum outcome outcome = confirm(request, "admin/account-recovery.tpl");

	if (outcome != PAGE)
		return outcome;
	if (!sign_in_renew(request))
		return office_broken(request);
	office_note(request, office_name(request), NULL, "");
	return enrol_show_recovery(request);
}
