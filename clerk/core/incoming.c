/* SPDX-License-Identifier: Apache-2.0 */
/* What waits to be taken in. */
#include "incoming.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "taking.h"

#define ID_DIGITS 16
#define MOST_NAMES ((size_t)100000)
#define MOST_OF_TABLE 1000
#define NANOSECONDS 1000000000LL

/* 64 hexadecimal digits; "-m" or "-f" and 16 more. */
enum incoming_kind incoming_kind_of(const char *name)
{
	size_t length = strspn(name, "0123456789abcdef");

	if (length != NAME_DIGITS)
		return INCOMING_OTHER;
	if (!name[NAME_DIGITS])
		return INCOMING_LETTER;
	if (name[NAME_DIGITS] != '-' || !name[NAME_DIGITS + 1] || strspn(name + NAME_DIGITS + 2, "0123456789abcdef") != ID_DIGITS ||
	    name[NAME_DIGITS + 2 + ID_DIGITS])
		return INCOMING_OTHER;
	return name[NAME_DIGITS + 1] == 'm'   ? INCOMING_MESSAGE
	       : name[NAME_DIGITS + 1] == 'f' ? INCOMING_EVIDENCE
					      : INCOMING_OTHER;
}

static int by_age(const void *left, const void *right)
{
	const struct incoming_one *one = left, *other = right;

	if (one->arrived_ns != other->arrived_ns)
		return one->arrived_ns < other->arrived_ns ? -1 : 1;
	return strcmp(one->name, other->name);
}

static void look_at(struct incoming *incoming, const char *name, struct incoming_one *list, size_t *count)
{
	enum incoming_kind kind = incoming_kind_of(name);
	const char *reason;
	struct stat status;

	if (kind != INCOMING_LETTER && kind != INCOMING_MESSAGE)
		return;
	switch (inbox_look(incoming->inbox, name, &status, &reason)) {
	case INBOX_NONE:
		return;
	case INBOX_UNFIT:
		if (!incoming->unfit++) {
			incoming->unfit_name = arena_copy(incoming->arena, name);
			incoming->unfit_reason = reason;
		}
		return;
	case INBOX_FINE:
	case INBOX_STRANGE:
	case INBOX_UNREADABLE:
		break;
	}
	/* Linking changes ctime: when it came to lie here, whatever was written before. */
	list[(*count)++] = (struct incoming_one){ arena_copy(incoming->arena, name),
						  (int64_t)status.st_ctim.tv_sec * NANOSECONDS + status.st_ctim.tv_nsec, false };
}

static void list_folder(struct incoming *incoming, struct incoming_one *list, size_t *count)
{
	DIR *folder = incoming->inbox->at >= 0 ? inbox_entries(incoming->inbox) : NULL;
	struct dirent *entry;

	while (folder && *count < MOST_NAMES && (entry = readdir(folder)))
		look_at(incoming, entry->d_name, list, count);
	if (folder)
		closedir(folder);
}

static bool list_table(struct incoming *incoming, struct incoming_one *list, size_t *count)
{
	struct values *parameters = values_new(incoming->arena);
	struct rows rows;

	values_put_integer(parameters, "most", MOST_OF_TABLE);
	if (!sql_list(incoming->sql, &Q_envelope_waiting, parameters, incoming->arena, MOST_OF_TABLE, &rows))
		return false;
	for (size_t i = 0; i < rows.count && *count < MOST_NAMES; i++)
		list[(*count)++] = (struct incoming_one){ values_text(&rows.at[i], "id"),
							  values_integer(&rows.at[i], "forwarded_at") * NANOSECONDS, true };
	return true;
}

bool incoming_list(struct incoming *incoming, size_t skipped, size_t most, struct incoming_one **list, size_t *count)
{
	*count = 0;
	*list = arena_take(incoming->arena, MOST_NAMES * sizeof **list);
	list_folder(incoming, *list, count);
	if (!list_table(incoming, *list, count))
		return false;
	qsort(*list, *count, sizeof **list, by_age);
	incoming->waiting = *count;
	incoming->oldest = *list;
	incoming->all_listed = *count < MOST_NAMES;
	skipped = skipped < *count ? skipped : *count;
	*list += skipped;
	*count -= skipped;
	if (*count > most)
		*count = most;
	return true;
}

/* The sealed bytes of a row as a file in memory: sealed they may lie anywhere. */
static enum inbox_verdict open_row(struct incoming *incoming, const char *name, struct incoming_file *file)
{
	struct values *parameters = values_new(incoming->arena), *row;
	const struct value *sealed;

	values_put_text(parameters, "id", name);
	switch (sql_row(incoming->sql, &Q_envelope_forwarded, parameters, incoming->arena, &row)) {
	case SQL_NONE:
		return INBOX_NONE;
	case SQL_FAILED:
		file->reason = "the registry failed";
		return INBOX_UNREADABLE;
	case SQL_FOUND:
		break;
	}
	sealed = values_find(row, "sealed");
	file->written_at = values_integer(row, "written_at");
	file->reason = "larger than an envelope can be";
	if (!sealed || sealed->kind != VALUE_BLOB || (off_t)sealed->size > INBOX_LARGEST)
		return INBOX_UNFIT;
	file->copy = memfd_create("envelope", MFD_CLOEXEC);
	if (file->copy >= 0 && write(file->copy, sealed->blob, sealed->size) == (ssize_t)sealed->size && lseek(file->copy, 0, SEEK_SET) == 0)
		return INBOX_FINE;
	file->reason = strerror(errno);
	return INBOX_UNREADABLE;
}

enum inbox_verdict incoming_open(struct incoming *incoming, const char *name, struct incoming_file *file)
{
	struct arena_mark mark;

	*file = (struct incoming_file){ .copy = -1, .verdict = INBOX_NONE };
	if (incoming->inbox->at >= 0)
		file->verdict = inbox_copy(incoming->inbox, name, &file->copy, &file->status, &file->reason);
	if (file->verdict == INBOX_FINE || file->verdict == INBOX_STRANGE)
		file->written_at = file->status.st_mtim.tv_sec;
	if (file->verdict != INBOX_NONE)
		return file->verdict;
	file->in_table = true;
	/* Of many large ones one at a time is held. */
	mark = arena_mark(incoming->arena);
	file->verdict = open_row(incoming, name, file);
	arena_return(incoming->arena, mark);
	if (file->verdict != INBOX_FINE)
		incoming_close(file);
	return file->verdict;
}

void incoming_close(struct incoming_file *file)
{
	if (file->copy >= 0)
		close(file->copy);
	file->copy = -1;
}

bool incoming_empty(struct incoming *incoming, const char *name)
{
	struct values *parameters = values_new(incoming->arena);

	values_put_text(parameters, "id", name);
	return sql_do(incoming->sql, &Q_envelope_empty, parameters) >= 0;
}

void incoming_remove(struct incoming *incoming, const char *name, const struct stat *status)
{
	char line[256];

	if (incoming->inbox->at < 0 || inbox_remove(incoming->inbox, name, status))
		return;
	snprintf(line, sizeof line, "an envelope that was taken in cannot be removed from the inbox: %s", strerror(errno));
	duty_complain(&incoming->inbox->complaint, line);
}

bool incoming_note_aside(struct incoming *incoming, const char *name, const char *reason, int64_t now)
{
	struct values *row = values_new(incoming->arena);

	values_put_text(row, "name", name);
	values_put_text(row, "reason", reason);
	values_put_integer(row, "set_aside_at", now);
	return sql_do(incoming->sql, &Q_envelope_aside_put, row) >= 0;
}

bool incoming_set_aside(struct incoming *incoming, const char *name)
{
	const char *reason;
	struct stat status;
	bool kept;
	int copy;

	if (inbox_copy(incoming->inbox, name, &copy, &status, &reason) == INBOX_NONE)
		return true;
	kept = copy >= 0 && aside_keep(incoming->aside, name, copy, &status);
	if (copy >= 0)
		close(copy);
	if (kept)
		incoming_remove(incoming, name, &status);
	return kept;
}
