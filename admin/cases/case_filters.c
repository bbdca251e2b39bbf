/* SPDX-License-Identifier: Apache-2.0 */
/* From the address of a list of cases to the parameters of its query. */
#include "case_filters.h"

#include <string.h>

#include "desk.h"
#include "lib/base/calendar.h"
#include "lib/base/text.h"

#define MOST_PAGES 2000

static const char *const opens[] = { "open", "closed", "all", NULL };
static const char *const urgencies[] = { "ORDINARY", "URGENT", NULL };
static const char *const dues[] = { "pressing", "over", "today", "near", NULL };
static const char *const sorts[] = { "deadline", "received", "changed", NULL };

static const struct field fields[] = {
	{ "q", FIELD_TEXT, OPTIONAL, 1, 60, NULL },
	{ "open", FIELD_CHOICE, OPTIONAL, 0, 0, opens },
	{ "state", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "kind", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "matter", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "urgency", FIELD_CHOICE, OPTIONAL, 0, 0, urgencies },
	{ "supervised", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "due", FIELD_CHOICE, OPTIONAL, 0, 0, dues },
	{ "handler", FIELD_CODE, OPTIONAL, 0, 0, NULL }, /* an account; me; - = nobody */
	{ "waiting", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "unread", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "street", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "department", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "facility", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "received_from", FIELD_TEXT, OPTIONAL, 1, 10, NULL },
	{ "received_to", FIELD_TEXT, OPTIONAL, 1, 10, NULL },
	{ "sort", FIELD_CHOICE, OPTIONAL, 0, 0, sorts },
	{ "page", FIELD_INTEGER, OPTIONAL, 1, MOST_PAGES, NULL },
	{ "done", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form case_filters_form = { fields };

/* The first second of a day named by a field, so many days later; 0 when it is not given, refused when it is no day. */
static int64_t start_of(struct form_result *form, const char *field, int later)
{
	int64_t day;

	if (!values_say(form->values, field))
		return 0;
	if (calendar_day_from_text(values_text(form->values, field), &day))
		return calendar_day_start(day + later, CALENDAR_CHINA);
	form_refuse(form, field, FIELD_MALFORMED);
	return 0;
}

static void put_asked(struct request *request, struct form_result *form, struct values *parameters)
{
	static const char *const texts[] = { "state", "kind", "matter", "urgency", "due", "street", "department", "facility" };
	static const char *const flags[] = { "supervised", "waiting", "unread" };
	const char *handler = values_text(form->values, "handler"), *open = values_text(form->values, "open");
	const char *sort = values_text(form->values, "sort");
	int64_t today = calendar_day_of(request->now, CALENDAR_CHINA);

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		values_put_text(parameters, texts[i], values_text(form->values, texts[i]));
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		values_put_integer(parameters, flags[i], values_integer(form->values, flags[i]));
	values_put_text(parameters, "handler", strcmp(handler, "me") == 0 ? office_name(request) : handler);
	values_put_text(parameters, "open", *open ? open : "open");
	values_put_text(parameters, "sort", *sort ? sort : "deadline");
	values_put_integer(parameters, "now", request->now);
	values_put_integer(parameters, "tomorrow", calendar_day_start(today + 1, CALENDAR_CHINA));
	values_put_integer(parameters, "received_from", start_of(form, "received_from", 0));
	values_put_integer(parameters, "received_before", start_of(form, "received_to", 1));
}

/* Facilities that are only guessed count when no case that fits the other conditions has the words as they were typed. */
static void put_sought(struct request *request, struct case_filters *filters)
{
	struct values *counts;

	sought_read(request, values_text(filters->form->values, "q"), &filters->sought);
	sought_put(request, &filters->sought, false, filters->parameters);
	if (!filters->sought.guessed || !filters->form->fine || !case_filters_count(request, filters, &counts))
		return;
	filters->guessing = !values_integer(counts, "cases");
	sought_put(request, &filters->sought, filters->guessing, filters->parameters);
}

void case_filters_read(struct request *request, struct form_result *form, struct case_filters *filters)
{
	int64_t page = values_integer(form->values, "page");

	*filters = (struct case_filters){ .form = form, .parameters = office_parameters(request), .page = page ? page : 1 };
	put_asked(request, form, filters->parameters);
	put_sought(request, filters);
}

struct form_result *case_filters_from(struct request *request, const char *query)
{
	struct form_result *form = form_read(&case_filters_form, query, request->arena);

	form = form ? form : form_read(&case_filters_form, "", request->arena);
	for (size_t i = 0; !form->fine && fields[i].name; i++)
		if (form->states[i] != FIELD_FINE) {
			values_put_text(form->typed, fields[i].name, "");
			form->states[i] = FIELD_FINE;
		}
	form->fine = true;
	return form;
}

bool case_filters_list(struct request *request, const struct case_filters *filters, int64_t most, struct rows *rows)
{
	struct values *parameters = values_copy(filters->parameters, request->arena);

	values_put_integer(parameters, "most", most ? most : CASE_PAGE_SIZE);
	values_put_integer(parameters, "skip", most ? 0 : (filters->page - 1) * CASE_PAGE_SIZE);
	return sql_list(office_of(request)->sql, &Q_desk_case_list, parameters, request->arena,
			(size_t)(most ? most : CASE_PAGE_SIZE), rows) ||
	       (office_broken(request), false);
}

bool case_filters_count(struct request *request, const struct case_filters *filters, struct values **counts)
{
	return sql_row(office_of(request)->sql, &Q_desk_case_count, filters->parameters, request->arena, counts) == SQL_FOUND ||
	       (office_broken(request), false);
}

const char *case_filters_link(const struct case_filters *filters, const char *path, const char *without, const char *page,
			      struct arena *arena)
{
	const struct values *typed = filters->form->typed;
	const char *link = path, *joint = strchr(path, '?') ? "&" : "?";

	for (size_t i = 0; fields[i].name; i++) {
		const char *name = fields[i].name, *text = values_text(typed, name);

		if (strcmp(name, "page") == 0)
			text = page;
		if (!*text || strcmp(name, "done") == 0 || text_has_word(without, name))
			continue;
		link = arena_format(arena, "%s%s%s=%s", link, joint, name, request_escaped(text, arena));
		joint = "&";
	}
	return link;
}
