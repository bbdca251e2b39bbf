/* SPDX-License-Identifier: Apache-2.0 */
/* /login: name and password. /logout. */
#include <string.h>

#include "accounts/password.h"
#include "sign_in.h"

static const struct field query_fields[] = {
	{ "next", FIELD_TEXT, OPTIONAL, 1, 1000, NULL },
	{ "done", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form login_query = { query_fields };

static const struct field fields[] = {
	{ "name", FIELD_TEXT, REQUIRED, 1, 64, NULL },
	{ "password", FIELD_SECRET, REQUIRED, 1, PASSWORD_MOST, NULL },
	{ "next", FIELD_TEXT, OPTIONAL, 1, 1000, NULL },
	{ 0 },
};
const struct form login_form = { fields };

/* wrong: the sign-in was; wait: so many seconds until another is looked at. */
static enum outcome show(struct request *request, enum outcome outcome, bool wrong, int64_t wait)
{
	struct page *page = page_begin(request, "admin/login.tpl");
	const char *next = sign_in_next(request);

	form_show(request->form, page);
	page_text(page, "next", strcmp(next, "/") == 0 ? "" : next);
	page_integer(page, "wait", wait);
	if (wrong)
		page_show(page, "WRONG");
	if (strcmp(values_text(request->form->typed, "done"), "out") == 0)
		page_show(page, "DONE_OUT");
	return page_end(request, page) == PAGE ? outcome : BROKEN;
}

enum outcome login_show(struct request *request)
{
	struct office *office = office_of(request);

	if (!office_is_signed_in(office))
		return show(request, request->form->fine ? PAGE : BAD, false, 0);
	request->response.location = sign_in_next(request);
	return MOVED;
}

/* A half session under a new token, in the place of the one there was. */
static bool begin(struct request *request, const struct values *account, const char *source)
{
	struct office *office = office_of(request);
	struct accounts *accounts = &office->accounts;
	const char *name = values_text(account, "name");
	const char *agent = session_agent(request_variable(request, "HTTP_USER_AGENT"), request->arena);
	char token[SESSION_TOKEN];

	if (office->session && session_end(accounts, values_text(office->session, "name"),
					   values_text(office->session, "token_hash")) == ACCOUNT_FAILED)
		return false;
	if (session_sweep(accounts, &office->rules) != ACCOUNT_DONE || slowing_sweep(accounts, &office->rules) != ACCOUNT_DONE ||
	    slowing_forgive(accounts, source) != ACCOUNT_DONE ||
	    session_start(accounts, &office->rules, name, SESSION_PASSWORD, agent, token) != ACCOUNT_DONE)
		return false;
	sign_in_put_cookie(request, token);
	return true;
}

enum outcome login_try(struct request *request)
{
	struct office *office = office_of(request);
	const char *name = values_text(request->form->values, "name"), *password = values_text(request->form->values, "password");
	enum account_answer answer;
	char source[SLOWING_SOURCE];
	struct values *account;
	enum outcome outcome;
	int64_t wait = 0;
	bool right;

	if (!request->form->fine)
		return show(request, INVALID, false, 0);
	outcome = sign_in_admit(request, SLOWING_PASSWORD, name, source, &wait);
	if (outcome != PAGE)
		return outcome == HELD ? show(request, HELD, false, wait) : outcome;
	account = account_find(&office->accounts, name, &answer);
	if (answer == ACCOUNT_FAILED)
		return office_broken(request);
	/* As long for a name that nobody has, and for an account that is shut. */
	right = account ? password_verify(values_text(account, "password"), password) : password_verify_nobody(password);
	right = right && account_open(&office->accounts, &office->rules, account);
	if (!office_write(request))
		return BUSY;
	if (right)
		answer = account_unchanged(&office->accounts, account);
	right = right && answer == ACCOUNT_DONE;
	if (answer == ACCOUNT_FAILED || (right && !begin(request, account, source)))
		return office_broken(request);
	/* What was typed as a name may be a password: only a name that there is goes into the audit. */
	sign_in_note(request, account ? values_text(account, "name") : "", right, "password");
	if (!right)
		return show(request, INVALID, true, 0);
	values_put_integer(account, "has_totp", !values_null(account, "totp_secret"));
	request->response.location = sign_in_with_next(request, sign_in_step(account));
	return MOVED;
}

enum outcome logout_run(struct request *request)
{
	struct office *office = office_of(request);

	request->response.location = "/login?done=out";
	if (!office->session)
		return MOVED;
	if (!office_write(request) ||
	    session_end(&office->accounts, office_name(request), values_text(office->session, "token_hash")) != ACCOUNT_DONE)
		return office_broken(request);
	office_note(request, office_name(request), NULL, "");
	sign_in_take_cookie(request);
	return MOVED;
}
