/* SPDX-License-Identifier: Apache-2.0 */
/* Excel workbooks as answers. */
#include "export.h"

#include "lib/base/calendar.h"
#include "lib/base/log.h"

static bool fails(struct request *request, const char *problem)
{
	log_line(LOG_ERROR_LINE, "request %s: %s", request->id, problem);
	return false;
}

bool export_begin(struct request *request, const char *template_name, struct export *export)
{
	struct page *page = page_new(office_of(request)->program.templates, template_name);
	struct buffer text = { 0 };
	const char *problem = "its template does not expand";
	bool expanded = page_expand(page, &text);

	page_free(page);
	*export = (struct export){ 0 };
	if (expanded)
		export->sheets = workbook_sheets(arena_text(request->arena, text.bytes, text.size), request->arena, &export->count,
						 &problem);
	buffer_free(&text);
	if (!export->sheets || !export->count)
		return fails(request, arena_format(request->arena, "%s: %s", template_name, problem));
	export->workbook = workbook_start(request->arena, &problem);
	return export->workbook || fails(request, problem);
}

enum outcome export_end(struct request *request, struct export *export, const char *file_name)
{
	const char *problem = "";

	if (!workbook_end(export->workbook, request->response.body, &problem)) {
		fails(request, problem);
		return BROKEN;
	}
	request->response.content = CONTENT_XLSX;
	request->response.file_name = file_name;
	return PAGE;
}

const char *export_file_name(struct request *request, const char *name)
{
	return arena_format(request->arena, "%s-%s.xlsx", name,
			    calendar_day_text(request->arena, calendar_day_of(request->now, CALENDAR_CHINA)));
}
