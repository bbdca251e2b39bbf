/* SPDX-License-Identifier: Apache-2.0 */
/* /audit.csv, /audit.xlsx: what the list shows, all of it, as a file. Taking the audit away is itself audited. */
#include "audit_list.h"

#include "lib/paper/csv_write.h"
#include "lib/base/log.h"
#include "lib/paper/workbook.h"

#define SHEET_TEMPLATE "admin/audit.sheet.tpl"
#define AT_ONCE 1000

/* What takes the rows, one after the other. */
struct taking {
	struct request *request;
	const struct workbook_sheet *sheet;
	struct workbook *workbook; /* NULL: into the body as CSV */
	int64_t rows;
};

static struct workbook_sheet *sheet_of(struct request *request)
{
	struct page *page = page_new(((struct program *)request->program)->templates, SHEET_TEMPLATE);
	struct buffer text = { 0 };
	struct workbook_sheet *sheets = NULL;
	const char *problem = SHEET_TEMPLATE;
	size_t count = 0;

	if (page_expand(page, &text))
		sheets = workbook_sheets(arena_text(request->arena, text.bytes, text.size), request->arena, &count, &problem);
	if (!sheets)
		log_line(LOG_ERROR_LINE, "request %s: %s", request->id, problem);
	page_free(page);
	buffer_free(&text);
	return sheets;
}

static bool take_row(struct taking *taking, const struct values *row)
{
	taking->rows++;
	if (taking->workbook)
		return workbook_row(taking->workbook, row);
	csv_write_row(taking->sheet, row, taking->request->arena, taking->request->response.body);
	return true;
}

/*
 * So many at a time: the audit may be long, and on SQLite a reading that lasts keeps whoever writes from ending it. No row changes, and
 * newer ones come before the first: nothing is lost or twice.
 */
static bool take_rows(struct taking *taking, const struct audit_search *search)
{
	struct arena *arena = taking->request->arena;
	struct audit_search next = *search;
	bool fine = true;
	struct rows rows;

	do {
		struct arena_mark mark = arena_mark(arena);

		fine = audit_find(office_of(taking->request)->sql, arena, &next, AT_ONCE, &rows);
		for (size_t i = 0; fine && i < rows.count; i++)
			fine = take_row(taking, &rows.at[i]);
		if (fine && rows.count)
			next.before = values_integer(&rows.at[rows.count - 1], "seq");
		arena_return(arena, mark);
	} while (fine && rows.count == AT_ONCE);
	return fine;
}

/* The rows and the note of it; what was looked for is the note's detail. */
static enum outcome finish(struct taking *taking, const char *kind, enum content content)
{
	struct request *request = taking->request;
	struct values *detail = values_copy(request->form->typed, request->arena);

	values_put_integer(detail, "rows", taking->rows);
	values_put_text(detail, "kind", kind);
	office_note(request, "", detail, "");
	request->response.content = content;
	request->response.file_name = arena_format(request->arena, "audit.%s", kind);
	return PAGE;
}

enum outcome audit_csv(struct request *request)
{
	struct audit_search search = audit_search_of(request);
	struct taking taking = { .request = request, .sheet = sheet_of(request) };

	if (!request->form->fine)
		return BAD;
	if (!taking.sheet)
		return BROKEN;
	csv_write_titles(taking.sheet, request->response.body);
	return take_rows(&taking, &search) ? finish(&taking, "csv", CONTENT_CSV) : office_broken(request);
}

enum outcome audit_xlsx(struct request *request)
{
	struct audit_search search = audit_search_of(request);
	struct taking taking = { .request = request, .sheet = sheet_of(request) };
	const char *problem = "";
	bool fine;

	if (!request->form->fine)
		return BAD;
	taking.workbook = taking.sheet ? workbook_start(request->arena, &problem) : NULL;
	if (!taking.workbook) {
		log_line(LOG_ERROR_LINE, "request %s: %s", request->id, problem);
		return BROKEN;
	}
	fine = workbook_begin(taking.workbook, taking.sheet) && take_rows(&taking, &search);
	fine = workbook_end(taking.workbook, request->response.body, &problem) && fine;
	return fine ? finish(&taking, "xlsx", CONTENT_XLSX) : office_broken(request);
}
