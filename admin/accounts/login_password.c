/* SPDX-License-Identifier: Apache-2.0 */
/* /login/password: an own password, after one for a single sign-in. */
#include "accounts/password.h"
#include "sign_in.h"

static const struct field fields[] = {
	{ "new_password", FIELD_SECRET, REQUIRED, 1, PASSWORD_MOST + 1, NULL },
	{ "again", FIELD_SECRET, REQUIRED, 1, PASSWORD_MOST + 1, NULL },
	{ 0 },
};
const struct form login_password_form = { fields };

static enum outcome show(struct request *request, enum outcome outcome, const char *fault)
{
	struct page *page = page_begin(request, "admin/login-password.tpl");

	page_text(page, "name", office_name(request));
	page_integer(page, "password_least", office_of(request)->rules.password_least);
	if (fault) {
		page_show(page, "ERRORS");
		page_show(page, fault);
	}
	return page_end(request, page) == PAGE ? outcome : BROKEN;
}

enum outcome login_password_show(struct request *request)
{
	enum outcome outcome = sign_in_at(request, "/login/password");

	return outcome == PAGE ? show(request, PAGE, NULL) : outcome;
}

enum outcome login_password_set(struct request *request)
{
	struct office *office = office_of(request);
	enum outcome outcome = sign_in_at(request, "/login/password");
	const char *name = office_name(request), *fault;
	enum account_answer answer;
	struct values *account = outcome == PAGE ? account_find(&office->accounts, name, &answer) : NULL;
	char hash[PASSWORD_TEXT];

	if (outcome != PAGE)
		return outcome;
	if (!account)
		return office_broken(request);
	fault = request->form->fine ? sign_in_new_password_fault(request, values_text(account, "password")) : "NEW_MISSING";
	if (fault)
		return show(request, INVALID, fault);
	if (!password_hash(values_text(request->form->values, "new_password"), hash) || !office_write(request))
		return BUSY;
	answer = account_unchanged(&office->accounts, account);
	if (answer == ACCOUNT_REFUSED)
		return CONFLICT;
	if (answer != ACCOUNT_DONE ||
	    account_set_password(&office->accounts, name, hash, values_text(office->session, "token_hash")) != ACCOUNT_DONE)
		return office_broken(request);
	office_note(request, name, NULL, "");
	request->response.location = values_say(office->session, "has_totp") ? "/login/code" : "/login/enrol";
	return MOVED;
}
