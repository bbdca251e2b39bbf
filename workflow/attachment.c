/* SPDX-License-Identifier: Apache-2.0 */
/* What members of the office attach. */
#include "attachment.h"

#include <attached.h> /* the pack */

#include <string.h>
#include <unistd.h>

#include "lib/base/calendar.h"

#define PART_SIZE ((size_t)1024 * 1024)
#define DAY_SECONDS ((int64_t)24 * 3600)

static struct values *parameters(const struct attachments *file)
{
	struct values *values = values_new(file->arena);

	values_put_text(values, "procedure", file->procedure);
	values_put_text(values, "number", file->number);
	return values;
}

static struct values *parameters_at(const struct attachments *file, int64_t position)
{
	struct values *values = parameters(file);

	values_put_integer(values, "position", position);
	return values;
}

static enum attachment_answer refuse(struct attachments *file, const char *why, const char *name)
{
	file->why = why;
	file->name = name;
	return ATTACHMENT_REFUSED;
}

static enum attachment_answer know_kind(struct attachments *file, const char *kind)
{
	struct rows rows;

	if (!sql_list(file->sql, &Q_attachment_kind_list, NULL, file->arena, 200, &rows))
		return ATTACHMENT_FAILED;
	for (size_t i = 0; i < rows.count; i++)
		if (strcmp(values_text(&rows.at[i], "code"), kind) == 0)
			return ATTACHMENT_DONE;
	return refuse(file, "attachment_kind_unknown", "");
}

/* As many bytes as there are, up to size; -1 when they cannot be read. */
static ssize_t read_part(int file, char *bytes, size_t size)
{
	size_t got = 0;
	ssize_t count = 1;

	while (got < size && count > 0) {
		count = read(file, bytes + got, size - got);
		if (count > 0)
			got += (size_t)count;
	}
	return count < 0 ? -1 : (ssize_t)got;
}

static bool put_parts(struct attachments *file, int64_t position, const struct form_file *given)
{
	struct arena_mark mark = arena_mark(file->arena);
	char *bytes = arena_take(file->arena, PART_SIZE);
	struct values *part = parameters(file);
	int64_t total = 0;
	ssize_t count;

	values_put_integer(part, "attachment", position);
	for (int64_t number = 1; (count = read_part(given->bytes, bytes, PART_SIZE)) > 0; number++) {
		values_put_integer(part, "position", number);
		values_put_blob(part, "bytes", bytes, (size_t)count);
		if (sql_do(file->sql, &Q_attachment_part_put, part) < 0)
			return false;
		total += count;
	}
	arena_return(file->arena, mark);
	return count == 0 && total == given->size;
}

/* What the program preview tries. */
static bool may_be_shown(const char *type)
{
	return strncmp(type, "image/", 6) == 0 || strcmp(type, "application/pdf") == 0;
}

static bool put_one(struct attachments *file, int64_t position, const char *kind, const char *expires_on, const struct form_file *given)
{
	struct values *row = parameters_at(file, position);

	values_put_text(row, "kind", kind);
	values_put_text(row, "name", given->name);
	values_put_text(row, "type", given->type);
	values_put_integer(row, "size", given->size);
	values_put_text(row, "sha256", given->sha256);
	values_put_text(row, "expires_on", *expires_on ? expires_on : NULL);
	values_put_integer(row, "now", file->now);
	values_put_text(row, "account", file->who);
	values_put_text(row, "preview_state", may_be_shown(given->type) ? "WAITING" : "NONE");
	return sql_do(file->sql, &Q_attachment_put, row) == 1 && put_parts(file, position, given);
}

/* DONE: it is not there yet, or (*there) quite as it is given. */
static enum attachment_answer look_whether_there(struct attachments *file, const char *kind, const char *expires_on, const struct form_file *given,
						 bool *there)
{
	struct values *asked = parameters(file), *same = NULL;

	values_put_text(asked, "sha256", given->sha256);
	if (sql_row(file->sql, &Q_attachment_same, asked, file->arena, &same) == SQL_FAILED)
		return ATTACHMENT_FAILED;
	*there = same != NULL;
	if (!same || (strcmp(values_text(same, "kind"), kind) == 0 && strcmp(values_text(same, "name"), given->name) == 0 &&
		      strcmp(values_text(same, "expires_on"), expires_on) == 0))
		return ATTACHMENT_DONE;
	return refuse(file, "attachment_there", given->name);
}

/* Nobody fills the registry alone: so much an account attaches within a day. */
static enum attachment_answer look_at_day(struct attachments *file, const struct form_files *files)
{
	struct values *asked = values_new(file->arena), *day = NULL;
	int64_t bytes = 0;

	values_put_text(asked, "account", file->who);
	values_put_integer(asked, "since", file->now - DAY_SECONDS);
	values_put_text(asked, "day", calendar_day_text(file->arena, calendar_day_of(file->now, CALENDAR_CHINA)));
	if (sql_row(file->sql, &Q_attachment_day, asked, file->arena, &day) != SQL_FOUND)
		return ATTACHMENT_FAILED;
	for (size_t i = 0; i < files->count; i++)
		bytes += files->at[i].size;
	if (values_integer(day, "most") > 0 && values_integer(day, "bytes") + bytes > values_integer(day, "most"))
		return refuse(file, "attachments_day_full", "");
	return ATTACHMENT_DONE;
}

enum attachment_answer attachment_add(struct attachments *file, const char *kind, const char *expires_on, const struct form_files *files,
				      const char **positions)
{
	enum attachment_answer answer = know_kind(file, kind);
	struct values *count = NULL;
	int64_t found, last;

	*positions = "";
	if (answer == ATTACHMENT_DONE)
		answer = look_at_day(file, files);
	if (answer != ATTACHMENT_DONE)
		return answer;
	if (sql_row(file->sql, &Q_attachment_count, parameters(file), file->arena, &count) != SQL_FOUND)
		return ATTACHMENT_FAILED;
	found = values_integer(count, "found");
	last = values_integer(count, "last");
	for (size_t i = 0; i < files->count; i++) {
		bool there = false;

		answer = look_whether_there(file, kind, expires_on, &files->at[i], &there);
		if (answer != ATTACHMENT_DONE)
			return answer;
		if (there)
			continue;
		if (++found > ATTACHMENT_MOST)
			return refuse(file, "attachments_full", files->at[i].name);
		if (!put_one(file, ++last, kind, expires_on, &files->at[i]))
			return ATTACHMENT_FAILED;
		*positions = arena_format(file->arena, "%s%s%lld", *positions, **positions ? " " : "", (long long)last);
		file->sha256 = arena_format(file->arena, "%s%s%s", file->sha256, *file->sha256 ? " " : "", files->at[i].sha256);
	}
	return ATTACHMENT_DONE;
}

bool attachment_list(struct attachments *file, struct rows *rows)
{
	return sql_list(file->sql, &Q_attachment_list, parameters(file), file->arena, ATTACHMENT_MOST, rows);
}

struct values *attachment_one(struct attachments *file, int64_t position, enum attachment_answer *answer)
{
	struct values *row = NULL;

	switch (sql_row(file->sql, &Q_attachment_one, parameters_at(file, position), file->arena, &row)) {
	case SQL_FAILED:
		*answer = ATTACHMENT_FAILED;
		return NULL;
	case SQL_NONE:
		*answer = ATTACHMENT_UNKNOWN;
		return NULL;
	case SQL_FOUND:
		break;
	}
	*answer = values_null(row, "withdrawn_at") ? ATTACHMENT_DONE : refuse(file, "attachment_gone", values_text(row, "name"));
	return *answer == ATTACHMENT_DONE ? row : NULL;
}

enum attachment_answer attachment_withdraw(struct attachments *file, int64_t position, const char *reason)
{
	enum attachment_answer answer;
	struct values *row = parameters_at(file, position), *one = attachment_one(file, position, &answer);

	if (!one)
		return answer;
	file->sha256 = values_text(one, "sha256");
	values_put_text(row, "reason", reason);
	values_put_integer(row, "now", file->now);
	values_put_text(row, "account", file->who);
	return sql_do(file->sql, &Q_attachment_withdraw, row) == 1 ? ATTACHMENT_DONE : ATTACHMENT_FAILED;
}

enum attachment_answer attachment_undo(struct attachments *file, int64_t position)
{
	enum attachment_answer answer;
	struct values *one = attachment_one(file, position, &answer), *at = parameters_at(file, position);

	if (!one)
		return answer;
	if (strcmp(values_text(one, "attached_by"), file->who) != 0 || values_integer(one, "attached_at") < file->now - ATTACHMENT_UNDO_SECONDS)
		return refuse(file, "attachment_stays", values_text(one, "name"));
	values_put_integer(at, "now", file->now);
	values_put_text(at, "account", file->who);
	file->sha256 = values_text(one, "sha256");
	return sql_do(file->sql, &Q_attachment_part_remove, at) >= 0 && sql_do(file->sql, &Q_attachment_take_back, at) == 1 ? ATTACHMENT_DONE
														   : ATTACHMENT_FAILED;
}

bool attachment_bytes(struct attachments *file, int64_t position, struct buffer *out)
{
	struct sql_cursor cursor;
	const struct values *row;

	if (!sql_start(file->sql, &Q_attachment_part_list, parameters_at(file, position), &cursor))
		return false;
	while ((row = sql_next(&cursor))) {
		const struct value *bytes = values_find(row, "bytes");

		if (bytes && bytes->kind == VALUE_BLOB)
			buffer_add(out, bytes->blob, bytes->size);
	}
	return !sql_failed(file->sql);
}

bool attachment_expired(const char *expires_on, int64_t now, struct arena *arena)
{
	return *expires_on && strcmp(expires_on, calendar_day_text(arena, calendar_day_of(now, CALENDAR_CHINA))) < 0;
}
