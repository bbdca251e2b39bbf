/* SPDX-License-Identifier: Apache-2.0 */
/* Editing the office's own data. */
#include "editing.h"

#include <string.h>

#include "admin/cases/case.h"
#include "desk.h"
#include "lib/base/text.h"

struct values *editing_row(struct request *request, const struct query *query, const char *code)
{
	struct values *parameters = values_new(request->arena), *row = NULL;

	values_put_text(parameters, "code", code);
	switch (sql_row(office_of(request)->sql, query, parameters, request->arena, &row)) {
	case SQL_FOUND:
		return row;
	case SQL_NONE:
		break;
	case SQL_FAILED:
		office_broken(request);
		return NULL;
	}
	row = values_new(request->arena);
	values_put_integer(row, "changed_at", -1);
	values_put_integer(row, "active", 1);
	return row;
}

void editing_options(struct page *page, const char *section, const struct rows *rows, const char *codes)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct page *option = page_section(page, section);

		page_values(option, &rows->at[i]);
		page_integer(option, "chosen", text_has_word(codes, values_text(&rows->at[i], "code")));
	}
}

static bool list_terms(struct request *request, const char *list, struct rows *rows)
{
	struct values *parameters = values_new(request->arena);

	values_put_text(parameters, "list", list);
	return case_list(request, &Q_desk_case_terms, parameters, rows);
}

bool editing_terms(struct request *request, struct page *page, const char *section, const char *list, const char *code)
{
	struct rows rows;

	if (!list_terms(request, list, &rows))
		return false;
	editing_options(page, section, &rows, code);
	return true;
}

bool editing_check_term(struct request *request, const char *field, const char *list)
{
	const char *code = values_text(request->form->values, field);
	struct rows rows;

	if (!*code)
		return true;
	if (!list_terms(request, list, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (strcmp(values_text(&rows.at[i], "code"), code) == 0)
			return true;
	form_refuse(request->form, field, FIELD_MALFORMED);
	return true;
}

bool editing_is_stale(const struct request *request, const struct values *row)
{
	return values_integer(request->form->values, "changed_at") != values_integer(row, "changed_at");
}
