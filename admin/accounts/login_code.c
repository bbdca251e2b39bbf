/* SPDX-License-Identifier: Apache-2.0 */
/* /login/code: the one-time code, or a recovery code when the telephone is not there. */
#include <string.h>

#include "accounts/recovery.h"
#include "sign_in.h"

static const struct field query_fields[] = {
	{ "next", FIELD_TEXT, OPTIONAL, 1, 1000, NULL },
	{ 0 },
};
const struct form login_code_query = { query_fields };

static const struct field fields[] = {
	{ "code", FIELD_TEXT, REQUIRED, 1, 80, NULL },
	{ "next", FIELD_TEXT, OPTIONAL, 1, 1000, NULL },
	{ 0 },
};
const struct form login_code_form = { fields };

static enum outcome show(struct request *request, enum outcome outcome, bool wrong, int64_t wait)
{
	struct page *page = page_begin(request, "admin/login-code.tpl");
	const char *next = sign_in_next(request);

	page_text(page, "next", strcmp(next, "/") == 0 ? "" : next);
	page_text(page, "name", office_name(request));
	page_integer(page, "wait", wait);
	if (wrong || !request->form->fine)
		page_show(page, "ERRORS");
	page_show(page, wrong ? "WRONG" : !request->form->fine ? "CODE_MISSING" : "FINE");
	return page_end(request, page) == PAGE ? outcome : BROKEN;
}

enum outcome login_code_show(struct request *request)
{
	enum outcome outcome = sign_in_at(request, "/login/code");

	return outcome == PAGE ? show(request, PAGE, false, 0) : outcome;
}

enum outcome login_code_try(struct request *request)
{
	struct office *office = office_of(request);
	enum outcome outcome = sign_in_at(request, "/login/code");
	const char *code = values_text(request->form->values, "code");
	bool with_recovery = recovery_is_code(code), right;
	enum account_answer answer = ACCOUNT_FAILED;
	char source[SLOWING_SOURCE];
	struct values *account;
	int64_t wait = 0;

	if (outcome != PAGE)
		return outcome;
	if (!request->form->fine)
		return show(request, INVALID, false, 0);
	outcome = sign_in_admit(request, SLOWING_CODE, office_name(request), source, &wait);
	if (outcome != PAGE)
		return outcome == HELD ? show(request, HELD, false, wait) : outcome;
	if (!office_write(request))
		return BUSY;
	account = account_find(&office->accounts, office_name(request), &answer);
	right = account && sign_in_code_right(request, account, code, &answer);
	if (answer == ACCOUNT_FAILED || (right && !sign_in_complete(request, source)))
		return office_broken(request);
	sign_in_note(request, office_name(request), right, with_recovery ? "recovery" : "code");
	if (!right)
		return show(request, INVALID, true, 0);
	request->response.location = with_recovery ? "/account?done=recovered" : sign_in_next(request);
	return MOVED;
}
