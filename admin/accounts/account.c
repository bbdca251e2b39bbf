/* SPDX-License-Identifier: Apache-2.0 */
/* /account: one's own sessions. What opens the door, password and codes, is changed in account_codes.c. */
#include <string.h>

#include "accounts/recovery.h"
#include "lib/base/calendar.h"
#include "sign_in.h"

static const struct field query_fields[] = {
	{ "done", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form account_query = { query_fields };

static const char *const others[] = { "1", NULL };
static const struct field session_fields[] = {
	{ "password", FIELD_SECRET, REQUIRED, 1, PASSWORD_MOST, NULL },
	{ "token_hash", FIELD_TEXT, OPTIONAL, 64, 64, NULL },
	{ "others", FIELD_CHOICE, OPTIONAL, 0, 0, others },
	{ 0 },
};
const struct form account_session_form = { session_fields };

static void bind_session(struct request *request, struct page *page, const struct values *session)
{
	const char *own = values_text(office_of(request)->session, "token_hash");
	struct page *row = page_section(page, "sessions");

	page_values(row, session);
	page_text(row, "created", calendar_moment_text(request->arena, values_integer(session, "created_at"), CALENDAR_CHINA));
	page_text(row, "seen", calendar_moment_text(request->arena, values_integer(session, "seen_at"), CALENDAR_CHINA));
	page_show(row, strcmp(values_text(session, "token_hash"), own) == 0 ? "IS_OWN" : "IS_OTHER");
}

static enum outcome show(struct request *request, enum outcome outcome, const char *fault, int64_t wait)
{
	struct office *office = office_of(request);
	const char *done = values_text(request->form->values, "done");
	int left = recovery_left(&office->accounts, office_name(request));
	struct rows sessions;
	struct page *page;

	if (left < 0 || !session_list(&office->accounts, &office->rules, office_name(request), &sessions))
		return office_broken(request);
	page = page_begin(request, "admin/account.tpl");
	page_values(page, office->session);
	page_text(page, "codes_left", arena_format(request->arena, "%d", left));
	page_integer(page, "wait", wait);
	if (left < RECOVERY_CODES / 3)
		page_show(page, "FEW_CODES");
	if (fault) {
		page_show(page, "ERRORS");
		page_show(page, fault);
	}
	if (*done)
		page_show(page, arena_format(request->arena, "done_%s", done));
	for (size_t i = 0; i < sessions.count; i++)
		bind_session(request, page, &sessions.at[i]);
	if (sessions.count > 1)
		page_show(page, "HAS_OTHERS");
	return page_end(request, page) == PAGE ? outcome : BROKEN;
}

enum outcome account_show(struct request *request)
{
	return show(request, PAGE, NULL, 0);
}

enum outcome account_session_end(struct request *request)
{
	struct office *office = office_of(request);
	const struct values *form = request->form->values;
	const char *own = values_text(office->session, "token_hash"), *hash = values_text(form, "token_hash");
	bool all = *values_text(form, "others");
	struct values *detail = values_new(request->arena);
	enum account_answer answer;
	enum outcome outcome;
	int64_t wait = 0;

	if (!request->form->fine)
		return show(request, INVALID, "FIELDS_MISSING", 0);
	if (!all && (!*hash || strcmp(hash, own) == 0))
		return BAD;
	outcome = sign_in_confirm(request, false, &wait);
	if (outcome != PAGE)
		return outcome == BROKEN ? BROKEN : show(request, outcome, outcome == INVALID ? "WRONG" : NULL, wait);
	answer = all ? session_end_others(&office->accounts, office_name(request), own)
		     : session_end(&office->accounts, office_name(request), hash);
	if (answer == ACCOUNT_FAILED)
		return office_broken(request);
	if (answer == ACCOUNT_UNKNOWN)
		return CONFLICT;
	values_put_text(detail, "which", all ? "others" : "one");
	office_note(request, office_name(request), detail, "");
	return sign_in_renew(request) ? office_go(request, "/account", "session") : office_broken(request);
}
