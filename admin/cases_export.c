/* SPDX-License-Identifier: Apache-2.0 */
/* /cases.xlsx: the list of cases as a workbook, by the same question as the page, held to the same scope. */
#include <string.h>

#include "case_filters.h"
#include "desk.h"
#include "export.h"

/* As many as a sheet has rows. */
#define MOST_CASES 1048575

/* As the page says it, in words. */
static struct values *shown(const struct values *row, struct arena *arena)
{
	struct values *cells = values_copy(row, arena);

	values_put_text(cells, "place",
			values_say(row, "facility_name") ? values_text(row, "facility_name") : values_text(row, "place"));
	values_put_integer(cells, "urgent", strcmp(values_text(row, "urgency"), "URGENT") == 0);
	return cells;
}

/* Row by row: a list may be long. False: sql_problem, or the sheet is full. */
static bool put_cases(struct request *request, const struct case_filters *filters, struct export *export, int64_t *count)
{
	struct values *parameters = values_copy(filters->parameters, request->arena);
	bool fine = workbook_begin(export->workbook, &export->sheets[0]);
	const struct values *row;
	struct sql_cursor cursor;

	values_put_integer(parameters, "most", MOST_CASES);
	values_put_integer(parameters, "skip", 0);
	if (!sql_start(office_of(request)->sql, &Q_desk_case_list, parameters, &cursor))
		return false;
	for (*count = 0; fine && (row = sql_next(&cursor)); (*count)++) {
		struct arena_mark mark = arena_mark(request->arena);

		fine = workbook_row(export->workbook, shown(row, request->arena));
		arena_return(request->arena, mark);
	}
	sql_finish(&cursor);
	return fine && !sql_failed(office_of(request)->sql);
}

enum outcome cases_export(struct request *request)
{
	struct values *detail = values_new(request->arena);
	struct case_filters filters;
	struct export export;
	int64_t count;

	case_filters_read(request, request->form, &filters);
	if (!request->form->fine)
		return BAD;
	if (!export_begin(request, "admin/cases.sheet.tpl", &export))
		return BROKEN;
	if (!put_cases(request, &filters, &export, &count))
		return office_broken(request);
	/* Who took out how much of what, for the audit. Not the words looked for: they may name somebody, and a row stays for ever. */
	values_put_text(detail, "query", case_filters_link(&filters, "", "q", "", request->arena));
	if (values_say(request->form->values, "q"))
		values_put_integer(detail, "words", 1);
	values_put_integer(detail, "cases", count);
	office_note(request, "", detail, "");
	return export_end(request, &export, export_file_name(request, "cases"));
}
