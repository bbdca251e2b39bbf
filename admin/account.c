/* SPDX-License-Identifier: Apache-2.0 */
/* /account: one's own sessions. What opens the door, password and codes, is changed in account_codes.c. */
#include <string.h>

#include "accounts/recovery.h"
#include "lib/calendar.h"
#include "office.h"

static const struct field query_fields[] = {
	{ "done", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form account_query = { query_fields };

static const char *const others[] = { "1", NULL };
static const struct field session_fields[] = {
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

enum outcome account_show(struct request *request)
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
	if (left < RECOVERY_CODES / 3)
		page_show(page, "FEW_CODES");
	if (*done)
		page_show(page, arena_format(request->arena, "done_%s", done));
	for (size_t i = 0; i < sessions.count; i++)
		bind_session(request, page, &sessions.at[i]);
	if (sessions.count > 1)
		page_show(page, "HAS_OTHERS");
	return page_end(request, page);
}

enum outcome account_session_end(struct request *request)
{
	struct office *office = office_of(request);
	const char *own = values_text(office->session, "token_hash"), *hash = values_text(request->form->values, "token_hash");
	bool all = *values_text(request->form->values, "others");
	struct values *detail = values_new(request->arena);
	enum account_answer answer;

	if (!request->form->fine || (!all && (!*hash || strcmp(hash, own) == 0)))
		return BAD;
	answer = all ? session_end_others(&office->accounts, office_name(request), own)
		     : session_end(&office->accounts, office_name(request), hash);
	if (answer == ACCOUNT_FAILED)
		return office_broken(request);
	if (answer == ACCOUNT_UNKNOWN)
		return CONFLICT;
	values_put_text(detail, "which", all ? "others" : "one");
	office_note(request, office_name(request), detail, "");
	return office_go(request, "/account", "session");
}
