/* SPDX-License-Identifier: Apache-2.0 */
/* What is done with several cases of a list: given to somebody, taken, messages read. */
#include <string.h>

#include "admin/core/listing_bulk.h"
#include "case.h"
#include "case_rows.h"
#include "cases_list.h"
#include "desk.h"
#include "domain/cases/give.h"

static const struct field give_fields[] = {
	{ "number", FIELD_CODES, REQUIRED, 1, CASE_PAGE_SIZE, NULL },
	{ "handler", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "query", FIELD_TEXT, OPTIONAL, 0, 2000, NULL },
	{ 0 },
};
const struct form cases_give_form = { give_fields };

static const struct field undo_fields[] = {
	{ "number", FIELD_CODES, REQUIRED, 1, CASE_PAGE_SIZE, NULL },
	{ "before", FIELD_CODES, REQUIRED, 1, CASE_PAGE_SIZE, NULL }, /* who had each of them, - nobody */
	{ "handler", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "query", FIELD_TEXT, OPTIONAL, 0, 2000, NULL },
	{ 0 },
};
const struct form cases_give_undo_form = { undo_fields };

static const struct field some_fields[] = {
	{ "number", FIELD_CODES, REQUIRED, 1, CASE_PAGE_SIZE, NULL },
	{ "query", FIELD_TEXT, OPTIONAL, 0, 2000, NULL },
	{ 0 },
};
const struct form cases_some_form = { some_fields };

/* Why it was not done, in words of the template. */
static const char *refusal(const struct bulk *bulk, enum case_answer answer, const struct values *brief)
{
	if (answer == CASE_CHANGED)
		return "not_as_it_was";
	if (answer == CASE_UNFIT)
		return "not_an_officer";
	if (!values_null(brief, "closed_at"))
		return "is_closed";
	if (bulk->to && casework_is_barred(brief, bulk->to))
		return "not_by_the_same";
	return "is_elsewhere";
}

/* As whom one case is worked on. */
static struct case_act act_of(const struct bulk *bulk, const char *number, enum verb place)
{
	return (struct case_act){ .number = number,
				  .revision = -1,
				  .actor = case_actor_with(bulk->request, place),
				  .who = office_name(bulk->request),
				  .department = values_text(office_of(bulk->request)->session, "department") };
}

/* The full name of a colleague, "" of anybody else. */
static bool bind_handler(struct bulk *bulk)
{
	const char *full_name = "";
	struct rows rows;

	if (!cases_colleagues(bulk->request, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (strcmp(values_text(&rows.at[i], "name"), bulk->to) == 0)
			full_name = values_text(&rows.at[i], "full_name");
	page_text(bulk->page, "handler", bulk->to);
	page_text(bulk->page, "handler_name", full_name);
	return true;
}

/* Who has several places gives what any of them has in hand. */
static enum case_answer give(struct bulk *bulk, const char *number, const struct values *brief, const char **before)
{
	static const enum verb places[] = { VERB_CASE_TRIAGE, VERB_CASE_DECIDE, VERB_CASE_HANDLE };
	enum case_answer answer = CASE_FORBIDDEN;

	(void)brief;
	for (size_t i = 0; answer == CASE_FORBIDDEN && i < sizeof places / sizeof *places; i++) {
		const struct case_act act = act_of(bulk, number, places[i]);

		if (office_may(bulk->request, places[i]))
			answer = case_give(&office_of(bulk->request)->work, &act, bulk->to, before);
	}
	return answer;
}

/* Back to who had it, unless it has gone on meanwhile. */
static enum case_answer give_back(struct bulk *bulk, const char *number, const struct values *brief, const char **before)
{
	if (!bulk->back_to || strcmp(values_text(brief, "handler"), values_text(bulk->request->form->values, "handler")) != 0)
		return CASE_CHANGED;
	bulk->to = strcmp(bulk->back_to, "-") == 0 ? "" : bulk->back_to;
	return give(bulk, number, brief, before);
}

static enum case_answer take(struct bulk *bulk, const char *number, const struct values *brief, const char **before)
{
	const struct case_act act = act_of(bulk, number, VERB_CASE_HANDLE);

	(void)brief;
	(void)before;
	return case_take(&office_of(bulk->request)->work, &act);
}

static enum case_answer read_messages(struct bulk *bulk, const char *number, const struct values *brief, const char **before)
{
	struct values *parameters = values_new(bulk->request->arena);

	(void)brief;
	(void)before;
	values_put_text(parameters, "number", number);
	return sql_do(office_of(bulk->request)->sql, &Q_desk_messages_seen, parameters) < 0 ? CASE_FAILED : CASE_DONE;
}

#define OF_CASES .of = &office_case_list, .key = "number", .brief = &Q_desk_case_brief, .refusal = refusal
static const struct bulk_kind giving = { OF_CASES, .section = "were_given", .audit_word = "handler", .act = give, .bind = bind_handler };
static const struct bulk_kind giving_back = { OF_CASES, .section = "were_given_back", .audit_word = "handler", .act = give_back, .bind = bind_handler };
static const struct bulk_kind taking = { OF_CASES, .section = "were_taken", .act = take };
static const struct bulk_kind reading = { OF_CASES, .section = "were_read", .act = read_messages };

enum outcome cases_give(struct request *request)
{
	return bulk_run(request, &giving, values_text(request->form->values, "handler"));
}

enum outcome cases_give_undo(struct request *request)
{
	return bulk_run(request, &giving_back, "");
}

enum outcome cases_take(struct request *request)
{
	return bulk_run(request, &taking, NULL);
}

enum outcome cases_read(struct request *request)
{
	return bulk_run(request, &reading, NULL);
}
