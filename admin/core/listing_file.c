/* SPDX-License-Identifier: Apache-2.0 */
/* A list as a workbook, by the same question as the page, held to the same scope. */
#include <stdio.h>
#include <string.h>

#include "export.h"
#include "listing.h"

/* As many as a sheet has rows. */
#define MOST_ROWS 1048575
#define AT_ONCE ((size_t)500)
/* Of a key in the parameter of `listed`. */
#define KEY_WIDTH 20

/* The keys of the list, each filled up to KEY_WIDTH; the buffer is to be freed. False: sql_problem. */
static bool read_keys(const struct listing *listing, struct buffer *keys)
{
	struct sql *sql = office_of(listing->request)->sql;
	struct values *parameters = values_copy(listing->parameters, listing->request->arena);
	const struct values *row;
	struct sql_cursor cursor;

	values_put_integer(parameters, "most", MOST_ROWS);
	if (!sql_start(sql, listing->of->keys, parameters, &cursor))
		return false;
	while ((row = sql_next(&cursor))) {
		char key[KEY_WIDTH + 1];

		snprintf(key, sizeof key, "%-*s", KEY_WIDTH, values_text(row, listing->of->list->key));
		buffer_add(keys, key, KEY_WIDTH);
	}
	return !sql_failed(sql);
}

/* Rows as they are now, but those that went out of the scope meanwhile. False: sql_problem, or the sheet is full. */
static bool put_some(const struct listing *listing, struct export *export, struct values *parameters, const char *keys, size_t size,
		     int64_t *count)
{
	struct arena *arena = listing->request->arena;
	const struct office_list *of = listing->of;
	struct arena_mark mark = arena_mark(arena);
	struct rows rows;
	bool fine;

	values_put_text(parameters, "keys", arena_text(arena, keys, size));
	values_put_integer(parameters, "count", (int64_t)(size / KEY_WIDTH));
	fine = sql_list(office_of(listing->request)->sql, of->listed, parameters, arena, AT_ONCE, &rows);
	for (size_t i = 0; fine && i < rows.count; i++)
		fine = workbook_row(export->workbook, of->cells ? of->cells(&rows.at[i], arena) : &rows.at[i]);
	*count += fine ? (int64_t)rows.count : 0;
	arena_return(arena, mark);
	return fine;
}

/*
 * First which rows, then so many of them at a time: a list may be long, and on SQLite a reading that lasts keeps whoever writes from
 * ending it.
 */
static bool put_rows(const struct listing *listing, struct export *export, int64_t *count)
{
	struct values *parameters = values_copy(listing->parameters, listing->request->arena);
	bool fine = workbook_begin(export->workbook, &export->sheets[0]);
	struct buffer keys = { 0 };

	*count = 0;
	/* Their places, so that the arena may be swept between the slices. */
	values_put_text(parameters, "keys", "");
	values_put_integer(parameters, "count", 0);
	fine = fine && read_keys(listing, &keys);
	for (size_t at = 0, size; fine && at < keys.size; at += size) {
		size = keys.size - at < AT_ONCE * KEY_WIDTH ? keys.size - at : AT_ONCE * KEY_WIDTH;
		fine = put_some(listing, export, parameters, keys.bytes + at, size, count);
	}
	buffer_free(&keys);
	return fine;
}

enum outcome listing_export(struct request *request, const struct office_list *of)
{
	struct values *detail = values_new(request->arena);
	struct listing listing;
	struct export export;
	int64_t count;

	listing_read(request, of, request->form, &listing);
	if (!request->form->fine)
		return BAD;
	if (!export_begin(request, of->sheet, &export))
		return BROKEN;
	if (!put_rows(&listing, &export, &count))
		return office_broken(request);
	/* Who took out how much of what, for the audit. Not the words looked for: they may name somebody, and a row stays for ever. */
	values_put_text(detail, "query", listing_address(&listing, "", "q"));
	if (*listing.sought.typed)
		values_put_integer(detail, "words", 1);
	values_put_integer(detail, "rows", count);
	office_note(request, "", detail, "");
	return export_end(request, &export, export_file_name(request, of->file));
}
