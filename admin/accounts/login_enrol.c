/* SPDX-License-Identifier: Apache-2.0 */
/* /login/enrol: setting up one-time codes by a QR code, at the first sign-in and after a reset; then the recovery codes, shown this once. */
#include "enrol.h"
#include "sign_in.h"

static const struct field fields[] = {
	{ "offer", FIELD_TEXT, REQUIRED, 1, 400, NULL },
	{ "new_code", FIELD_TEXT, REQUIRED, 1, 20, NULL },
	{ 0 },
};
const struct form login_enrol_form = { fields };

static enum outcome show(struct request *request, enum outcome outcome, bool wrong, int64_t wait)
{
	struct page *page = page_begin(request, "admin/login-enrol.tpl");

	page_integer(page, "wait", wait);
	if (wrong) {
		page_show(page, "ERRORS");
		page_show(page, "NEW_CODE_WRONG");
	}
	enrol_bind(request, page);
	return page_end(request, page) == PAGE ? outcome : BROKEN;
}

enum outcome login_enrol_show(struct request *request)
{
	enum outcome outcome = sign_in_at(request, "/login/enrol");

	return outcome == PAGE ? show(request, PAGE, false, 0) : outcome;
}

enum outcome login_enrol_set(struct request *request)
{
	enum outcome outcome = sign_in_at(request, "/login/enrol");
	char source[SLOWING_SOURCE];
	enum account_answer answer;
	int64_t wait = 0;

	if (outcome != PAGE)
		return outcome;
	outcome = sign_in_admit(request, SLOWING_CODE, office_name(request), source, &wait);
	if (outcome != PAGE)
		return outcome == HELD ? show(request, HELD, false, wait) : outcome;
	if (!office_write(request))
		return BUSY;
	answer = enrol_set(request);
	if (answer == ACCOUNT_REFUSED) {
		sign_in_note(request, office_name(request), false, "enrol");
		return show(request, INVALID, true, 0);
	}
	if (answer != ACCOUNT_DONE || !sign_in_complete(request, source))
		return office_broken(request);
	sign_in_note(request, office_name(request), true, "enrol");
	return enrol_show_recovery(request);
}
