/* SPDX-License-Identifier: Apache-2.0 */
/* /cases.xlsx: the list of cases as a workbook, by the same question as the page, held to the same scope. */
#include <inttypes.h>

#include "case_filters.h"
#include "export.h"

#define MOST_CASES 50000

/* As the page says it, in words. */
static void put_words(struct values *row)
{
	values_put_text(row, "place", values_say(row, "facility_name") ? values_text(row, "facility_name") : values_text(row, "place"));
	values_put_integer(row, "late", values_say(row, "over"));
}

enum outcome cases_export(struct request *request)
{
	struct values *detail = values_new(request->arena);
	struct case_filters filters;
	struct export export;
	struct rows rows;
	bool fine;

	case_filters_read(request, request->form, &filters);
	if (!request->form->fine)
		return BAD;
	if (!case_filters_list(request, &filters, MOST_CASES, &rows) || !export_begin(request, "admin/cases-xlsx.tpl", &export))
		return BROKEN;
	fine = workbook_begin(export.workbook, &export.sheets[0]);
	for (size_t i = 0; fine && i < rows.count; i++) {
		put_words(&rows.at[i]);
		fine = workbook_row(export.workbook, &rows.at[i]);
	}
	/* Who took out how much of what, for the audit. */
	values_put_text(detail, "query", case_filters_link(&filters, "", "page", "", request->arena));
	values_put_integer(detail, "cases", (int64_t)rows.count);
	office_note(request, "", detail, "");
	return export_end(request, &export, export_file_name(request, "cases"));
}
