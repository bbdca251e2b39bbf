/* SPDX-License-Identifier: Apache-2.0 */
/* /cases.xlsx: the list of cases as a workbook, by the same question as the page, held to the same scope. */
#include <stdio.h>
#include <string.h>

#include "case_filters.h"
#include "desk.h"
#include "admin/core/export.h"

/* As many as a sheet has rows. */
#define MOST_CASES 1048575
#define AT_ONCE ((size_t)500)
/* Of a number in the parameter of desk_case_listed. */
#define NUMBER_WIDTH 20

/* As the page says it, in words. */
static struct values *shown(const struct values *row, struct arena *arena)
{
	struct values *cells = values_copy(row, arena);

	values_put_text(cells, "place",
			values_say(row, "facility_name") ? values_text(row, "facility_name") : values_text(row, "place"));
	values_put_integer(cells, "urgent", strcmp(values_text(row, "urgency"), "URGENT") == 0);
	return cells;
}

/* The numbers of the list, each filled up to NUMBER_WIDTH; the buffer is to be freed. False: sql_problem. */
static bool read_numbers(struct request *request, const struct case_filters *filters, struct buffer *numbers)
{
	struct values *parameters = values_copy(filters->parameters, request->arena);
	struct sql *sql = office_of(request)->sql;
	const struct values *row;
	struct sql_cursor cursor;

	values_put_integer(parameters, "most", MOST_CASES);
	values_put_integer(parameters, "skip", 0);
	if (!sql_start(sql, &Q_desk_case_numbers, parameters, &cursor))
		return false;
	while ((row = sql_next(&cursor))) {
		char number[NUMBER_WIDTH + 1];

		snprintf(number, sizeof number, "%-*s", NUMBER_WIDTH, values_text(row, "number"));
		buffer_add(numbers, number, NUMBER_WIDTH);
	}
	return !sql_failed(sql);
}

/* Cases as they are now, but those that went out of the scope meanwhile. False: sql_problem, or the sheet is full. */
static bool put_some(struct request *request, struct export *export, struct values *parameters, const char *numbers, size_t size,
		     int64_t *count)
{
	struct arena_mark mark = arena_mark(request->arena);
	struct rows rows;
	bool fine;

	values_put_text(parameters, "numbers", arena_text(request->arena, numbers, size));
	values_put_integer(parameters, "cases", (int64_t)(size / NUMBER_WIDTH));
	fine = sql_list(office_of(request)->sql, &Q_desk_case_listed, parameters, request->arena, AT_ONCE, &rows);
	for (size_t i = 0; fine && i < rows.count; i++)
		fine = workbook_row(export->workbook, shown(&rows.at[i], request->arena));
	*count += fine ? (int64_t)rows.count : 0;
	arena_return(request->arena, mark);
	return fine;
}

/*
 * First which cases, then so many of them at a time: a list may be long, and on SQLite a reading that lasts keeps whoever writes from
 * ending it.
 */
static bool put_cases(struct request *request, const struct case_filters *filters, struct export *export, int64_t *count)
{
	struct values *parameters = values_copy(filters->parameters, request->arena);
	bool fine = workbook_begin(export->workbook, &export->sheets[0]);
	struct buffer numbers = { 0 };

	*count = 0;
	/* Their places, so that the arena may be swept between the slices. */
	values_put_text(parameters, "numbers", "");
	values_put_integer(parameters, "cases", 0);
	fine = fine && read_numbers(request, filters, &numbers);
	for (size_t at = 0, size; fine && at < numbers.size; at += size) {
		size = numbers.size - at < AT_ONCE * NUMBER_WIDTH ? numbers.size - at : AT_ONCE * NUMBER_WIDTH;
		fine = put_some(request, export, parameters, numbers.bytes + at, size, count);
	}
	buffer_free(&numbers);
	return fine;
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
