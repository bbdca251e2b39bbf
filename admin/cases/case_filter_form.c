/* SPDX-License-Identifier: Apache-2.0 */
/* The filters of the inbox as the officer sees them: what can be chosen, and what was, as chips to take off. */
#include <string.h>

#include "case_filters.h"
#include "desk.h"

enum { FROM_TERMS = 1, FROM_STREETS, FROM_DEPARTMENTS, FROM_HANDLERS };

/* Fields chosen from a list, and where it comes from. */
static const struct choice {
	const char *field;
	const char *section;
	int from;
	const char *list; /* of terms */
} choices[] = {
	{ "state", "states", FROM_TERMS, "case_state" },         { "kind", "kinds", FROM_TERMS, "case_kind" },
	{ "matter", "matters", FROM_TERMS, "matter" },           { "street", "streets", FROM_STREETS, NULL },
	{ "department", "departments", FROM_DEPARTMENTS, NULL }, { "handler", "handlers", FROM_HANDLERS, NULL },
};

/* Fields with a few words that the template says, each by a section. */
static const struct {
	const char *field;
	const char *word;
	const char *section;
} said[] = {
	{ "open", "closed", "open_is_closed" },       { "open", "all", "open_is_all" },
	{ "urgency", "URGENT", "urgency_is_urgent" }, { "urgency", "ORDINARY", "urgency_is_ordinary" },
	{ "due", "pressing", "due_is_pressing" },     { "due", "over", "due_is_over" },
	{ "due", "today", "due_is_today" },           { "due", "near", "due_is_near" },
	{ "sort", "received", "sort_is_received" },   { "sort", "changed", "sort_is_changed" },
	{ "handler", "me", "handler_is_me" },         { "handler", "-", "handler_is_nobody" },
};

/* Fields that are chips, with the section that says them. The usual order is none. */
static const char *const chips[][2] = {
	{ "q", "is_q" },
	{ "open", "is_open" },
	{ "state", "is_state" },
	{ "kind", "is_kind" },
	{ "matter", "is_matter" },
	{ "urgency", "is_urgency" },
	{ "supervised", "is_supervised" },
	{ "due", "is_due" },
	{ "handler", "is_handler" },
	{ "waiting", "is_waiting" },
	{ "unread", "is_unread" },
	{ "street", "is_street" },
	{ "department", "is_department" },
	{ "facility", "is_facility" },
	{ "received_from", "is_received_from" },
	{ "received_to", "is_received_to" },
};

static bool read_choices(struct request *request, const struct choice *choice, struct rows *rows)
{
	static const struct query *const queries[] = { [FROM_TERMS] = &Q_desk_terms,
						       [FROM_STREETS] = &Q_desk_streets,
						       [FROM_DEPARTMENTS] = &Q_desk_departments,
						       [FROM_HANDLERS] = &Q_desk_handlers };
	struct values *parameters = office_parameters(request);

	if (choice->list)
		values_put_text(parameters, "list", choice->list);
	return sql_list(office_of(request)->sql, queries[choice->from], parameters, request->arena, 2000, rows);
}

/* Bind what can be chosen; *chosen is the name of what was, "" when it is not in the list. */
static bool bind_choice(struct request *request, const struct case_filters *filters, const struct choice *choice, struct page *page,
			const char **chosen)
{
	const char *typed = values_text(filters->form->typed, choice->field);
	struct rows rows;

	*chosen = "";
	if (!read_choices(request, choice, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct page *option = page_section(page, choice->section);
		const char *code = values_text(&rows.at[i], "code");

		page_text(option, "code", code);
		page_text(option, "name", values_text(&rows.at[i], "name"));
		if (strcmp(code, typed) != 0)
			continue;
		page_show(option, "selected");
		*chosen = values_text(&rows.at[i], "name");
	}
	return true;
}

static bool facility_words(struct request *request, const char *code, const char **words)
{
	struct values *parameters = values_new(request->arena), *row;
	enum sql_answer answer;

	values_put_text(parameters, "code", code);
	answer = sql_row(office_of(request)->sql, &Q_desk_facility_name, parameters, request->arena, &row);
	*words = answer == SQL_FOUND ? values_text(row, "name") : code;
	return answer != SQL_FAILED;
}

/* The words of what was chosen in a field: its name in the list, else as typed. */
static const char *chip_words(const struct case_filters *filters, const char *const names[], const char *facility,
			      const char *field)
{
	if (strcmp(field, "facility") == 0)
		return facility;
	for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
		if (strcmp(choices[i].field, field) == 0 && *names[i])
			return names[i];
	return values_text(filters->form->typed, field);
}

/* The section of a word that the template says itself, NULL: it does not. */
static const char *section_of(const char *field, const char *word)
{
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (strcmp(said[i].field, field) == 0 && strcmp(said[i].word, word) == 0)
			return said[i].section;
	return NULL;
}

static void bind_chips(const struct case_filters *filters, const char *const names[], const char *facility, struct page *page,
		       struct arena *arena)
{
	bool any = false;

	for (size_t i = 0; i < sizeof chips / sizeof *chips; i++) {
		const char *field = chips[i][0], *typed = values_text(filters->form->typed, field);
		struct page *chip;

		if (!values_say(filters->form->values, field) || (strcmp(field, "open") == 0 && strcmp(typed, "open") == 0))
			continue;
		if (!any)
			page_show(page, "any_chips");
		any = true;
		chip = page_section(page, "chips");
		page_show(chip, chips[i][1]);
		page_text(chip, "remove_url", case_filters_link(filters, "/cases", field, "", arena));
		if (!section_of(field, typed))
			page_text(chip, "value", chip_words(filters, names, facility, field));
	}
}

static void bind_typed(const struct case_filters *filters, struct page *page)
{
	static const char *const flags[][2] = { { "supervised", "supervised_checked" },
						{ "waiting", "waiting_checked" },
						{ "unread", "unread_checked" } };

	form_show(filters->form, page);
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (strcmp(values_text(filters->form->values, said[i].field), said[i].word) == 0)
			page_show(page, said[i].section);
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (values_integer(filters->form->values, flags[i][0]) == 1)
			page_show(page, flags[i][1]);
}

/* Filters that say nothing to who sees one street or department alone. */
static void show_for_role(const struct request *request, struct page *page)
{
	const char *scope = values_text(office_of(request)->session, "scope");
	bool single = !strchr(scope, ' ');

	if (!single || strncmp(scope, "STREET-", 7) != 0)
		page_show(page, "of_streets");
	if (!single || strncmp(scope, "DEPARTMENT-", 11) != 0)
		page_show(page, "of_departments");
	if (office_may(request, VERB_CASE_HANDLE))
		page_show(page, "of_waiting");
}

enum outcome case_filters_bind(struct request *request, const struct case_filters *filters, struct page *page)
{
	const char *names[sizeof choices / sizeof *choices], *facility = "";

	for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
		if (!bind_choice(request, filters, &choices[i], page, &names[i]))
			return office_broken(request);
	if (values_say(filters->form->values, "facility") &&
	    !facility_words(request, values_text(filters->form->values, "facility"), &facility))
		return office_broken(request);
	bind_typed(filters, page);
	show_for_role(request, page);
	bind_chips(filters, names, facility, page, request->arena);
	return PAGE;
}
