/* SPDX-License-Identifier: Apache-2.0 */
/* /routing: the matrix that says who leads and who assists, and which rule a case would follow. */
#include <string.h>

#include "admin/cases/case.h"
#include "cases.h"
#include "desk.h"
#include "editing.h"
#include "lib/base/text.h"

#define OF_THE_STREET "STREET"

static const struct field try_fields[] = {
	{ "matter", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "kind", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "done", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form routing_try_form = { try_fields };

static const struct field rule_fields[] = {
	{ "changed_at", FIELD_INTEGER, REQUIRED, -1, 1e12, NULL },
	{ "code", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "position", FIELD_INTEGER, REQUIRED, 1, 9999, NULL },
	{ "matter", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "kind", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "lead", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "assists", FIELD_CODES, OPTIONAL, 0, 30, NULL },
	{ "note", FIELD_TEXT, REQUIRED, 2, 300, NULL },
	{ "active", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form routing_form = { rule_fields };

/* Which rule a case of this matter and kind would follow. "" none. */
static bool bind_tried(struct request *request, struct page *page)
{
	struct values *parameters = values_new(request->arena), *rule = NULL;
	const char *matter = values_text(request->form->values, "matter"), *kind = values_text(request->form->values, "kind");

	if (!editing_terms(request, page, "matters", "matter", matter) || !editing_terms(request, page, "kinds", "case_kind", kind))
		return false;
	if (!*matter && !*kind)
		return true;
	values_put_text(parameters, "matter", matter);
	values_put_text(parameters, "kind", kind);
	if (sql_row(office_of(request)->sql, &Q_routing_fit, parameters, request->arena, &rule) == SQL_FAILED)
		return office_broken(request), false;
	page_text(page_section(page, "tried"), "fires", rule ? values_text(rule, "code") : "");
	return true;
}

enum outcome routing_show(struct request *request)
{
	struct page *page;
	struct rows rules, departments;

	if (!case_list(request, &Q_desk_routing_list, NULL, &rules) ||
	    !case_list(request, &Q_desk_case_departments, NULL, &departments))
		return BROKEN;
	page = page_begin(request, "admin/routing.tpl");
	for (size_t i = 0; i < rules.count; i++) {
		struct page *row = page_section(page, "rules");

		page_values(row, &rules.at[i]);
		page_integer(row, "lead_is_street", strcmp(values_text(&rules.at[i], "lead"), OF_THE_STREET) == 0);
		page_integer(row, "street_assists", text_has_word(values_text(&rules.at[i], "assists"), OF_THE_STREET));
		for (size_t j = 0; j < departments.count; j++)
			if (text_has_word(values_text(&rules.at[i], "assists"), values_text(&departments.at[j], "code")))
				page_text(page_section(row, "assisting"), "name", values_text(&departments.at[j], "name"));
	}
	page_text(page, "done", values_text(request->form->values, "done"));
	if (bind_tried(request, page))
		return page_end(request, page);
	page_free(page);
	return BROKEN;
}

static bool bind_rule(struct request *request, struct page *page, const struct values *shown, const struct values *row)
{
	const char *lead = values_text(shown, "lead"), *assists = values_text(shown, "assists");
	struct rows departments;

	page_integer(page, "changed_at", values_integer(row, "changed_at"));
	page_integer(page, "is_new", values_integer(row, "changed_at") < 0);
	page_integer(page, "lead_is_street", strcmp(lead, OF_THE_STREET) == 0);
	page_integer(page, "street_assists", text_has_word(assists, OF_THE_STREET));
	if (!case_list(request, &Q_desk_case_departments, NULL, &departments))
		return false;
	editing_options(page, "lead_options", &departments, lead);
	editing_options(page, "assist_options", &departments, assists);
	return editing_terms(request, page, "matters", "matter", values_text(shown, "matter")) &&
	       editing_terms(request, page, "kinds", "case_kind", values_text(shown, "kind"));
}

/* The form of a rule: as it is, or as it was typed. */
static enum outcome rule_page(struct request *request, const struct values *row, bool changed, enum outcome outcome)
{
	struct page *page = page_begin(request, "admin/routing-rule.tpl");
	enum outcome made;

	if (changed)
		page_show(page, "CHANGED");
	if (request->form)
		form_show(request->form, page);
	else
		page_values(page, row);
	if (!bind_rule(request, page, request->form ? request->form->typed : row, row)) {
		page_free(page);
		return BROKEN;
	}
	/* The parts of CODES are typed as lines. */
	page_integer(page, "is_active", values_integer(request->form ? request->form->values : row, "active"));
	made = page_end(request, page);
	return made == PAGE ? outcome : made;
}

enum outcome routing_rule_show(struct request *request)
{
	const char *code = values_text(request->parts, "code");
	struct values *row = editing_row(request, &Q_desk_routing_one, code);

	if (!row)
		return BROKEN;
	if (values_integer(row, "changed_at") < 0 && strcmp(code, "new") != 0)
		return MISSING;
	return rule_page(request, row, false, PAGE);
}

/* Departments there are, or the office of the case's street. */
static bool check_departments(struct request *request, const char *field)
{
	const char *at = values_text(request->form->values, field);
	struct values *parameters = values_new(request->arena), *row;

	while (*at) {
		size_t length = strcspn(at, " ");
		const char *code = arena_text(request->arena, at, length);
		enum sql_answer answer = SQL_FOUND;

		values_put_text(parameters, "code", code);
		if (strcmp(code, OF_THE_STREET) != 0)
			answer = sql_row(office_of(request)->sql, &Q_case_department, parameters, request->arena, &row);
		if (answer == SQL_FAILED)
			return office_broken(request), false;
		if (answer == SQL_NONE)
			form_refuse(request->form, field, FIELD_MALFORMED);
		at += length + (at[length] == ' ');
	}
	return true;
}

static bool put(struct request *request, const struct query *query, const char *const *names)
{
	struct values *row = values_copy(request->form->values, request->arena);

	for (; *names; names++)
		if (values_null(row, *names))
			values_put_text(row, *names, "");
	values_put_integer(row, "active", values_integer(request->form->values, "active"));
	values_put_integer(row, "now", request->now);
	values_put_text(row, "account", office_name(request));
	if (sql_do(office_of(request)->sql, query, row) >= 0)
		return true;
	office_broken(request);
	return false;
}

enum outcome routing_rule_save(struct request *request)
{
	static const char *const may_be_empty[] = { "matter", "kind", "assists", NULL };
	const struct values *values = request->form->values;
	struct values *row;

	if (!check_departments(request, "lead") || !check_departments(request, "assists") ||
	    !editing_check_term(request, "matter", "matter") || !editing_check_term(request, "kind", "case_kind"))
		return BROKEN;
	row = editing_row(request, &Q_desk_routing_one, values_text(values, "code"));
	if (!row)
		return BROKEN;
	if (!request->form->fine)
		return rule_page(request, row, false, INVALID);
	if (editing_is_stale(request, row))
		return rule_page(request, row, true, CONFLICT);
	if (!put(request, &Q_desk_routing_put, may_be_empty))
		return BROKEN;
	office_note(request, values_text(values, "code"), values_copy(values, request->arena), "");
	return office_go(request, "/routing", "saved");
}
