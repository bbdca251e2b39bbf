/* SPDX-License-Identifier: Apache-2.0 */
/* What waits to be taken in. */
#include "incoming.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "taking.h"

#define NAME_DIGITS 64
#define ID_DIGITS 16
#define MOST_NAMES ((size_t)100000)
#define NANOSECONDS 1000000000LL
#define UNCLAIMED_SECONDS ((int64_t)24 * 3600)

enum name_kind { NAME_OTHER, NAME_LETTER, NAME_MESSAGE, NAME_EVIDENCE };

/* 64 hexadecimal digits; "-m" or "-f" and 16 more. */
static enum name_kind kind_of(const char *name)
{
	size_t length = strspn(name, "0123456789abcdef");

	if (length != NAME_DIGITS)
		return NAME_OTHER;
	if (!name[NAME_DIGITS])
		return NAME_LETTER;
	if (name[NAME_DIGITS] != '-' || strspn(name + NAME_DIGITS + 2, "0123456789abcdef") != ID_DIGITS ||
	    name[NAME_DIGITS + 2 + ID_DIGITS])
		return NAME_OTHER;
	return name[NAME_DIGITS + 1] == 'm' ? NAME_MESSAGE : name[NAME_DIGITS + 1] == 'f' ? NAME_EVIDENCE : NAME_OTHER;
}

static bool still_there(const struct incoming *incoming, const char *name)
{
	char letter[NAME_DIGITS + 1];

	memcpy(letter, name, NAME_DIGITS);
	letter[NAME_DIGITS] = '\0';
	return faccessat(incoming->at, letter, F_OK, 0) == 0;
}

static int by_age(const void *left, const void *right)
{
	const struct incoming_one *one = left, *other = right;

	if (one->arrived_ns != other->arrived_ns)
		return one->arrived_ns < other->arrived_ns ? -1 : 1;
	return strcmp(one->name, other->name);
}

static void look_at(struct incoming *incoming, const char *name, int64_t now, struct incoming_one *list, size_t *count)
{
	enum name_kind kind = kind_of(name);
	struct stat status;
	int64_t arrived;

	if (kind == NAME_OTHER || fstatat(incoming->at, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode))
		return;
	/* Linking changes ctime: when it came to lie here, whatever was written before. */
	arrived = (int64_t)status.st_ctim.tv_sec * NANOSECONDS + status.st_ctim.tv_nsec;
	if (kind == NAME_EVIDENCE) {
		if (status.st_ctim.tv_sec < now - UNCLAIMED_SECONDS && !still_there(incoming, name))
			unlinkat(incoming->at, name, 0);
		return;
	}
	list[(*count)++] = (struct incoming_one){ arena_copy(incoming->arena, name), arrived, false };
}

static bool list_folder(struct incoming *incoming, int64_t now, struct incoming_one *list, size_t *count)
{
	DIR *folder = incoming->at >= 0 ? opendir(incoming->folder) : NULL;
	struct dirent *entry;

	while (folder && *count < MOST_NAMES && (entry = readdir(folder)))
		look_at(incoming, entry->d_name, now, list, count);
	if (folder)
		closedir(folder);
	return true;
}

static bool list_table(struct incoming *incoming, struct incoming_one *list, size_t *count)
{
	struct values *parameters = values_new(incoming->arena);
	struct rows rows;

	values_put_integer(parameters, "most", 1000);
	if (!sql_list(incoming->sql, &Q_envelope_waiting, parameters, incoming->arena, 1000, &rows))
		return false;
	for (size_t i = 0; i < rows.count && *count < MOST_NAMES; i++) {
		enum name_kind kind = kind_of(values_text(&rows.at[i], "id"));

		if (kind != NAME_EVIDENCE)
			list[(*count)++] = (struct incoming_one){ values_text(&rows.at[i], "id"),
								  values_integer(&rows.at[i], "forwarded_at") * NANOSECONDS, true };
	}
	return true;
}

bool incoming_list(struct incoming *incoming, int64_t now, size_t skipped, size_t most, struct incoming_one **list, size_t *count)
{
	*count = 0;
	*list = arena_take(incoming->arena, MOST_NAMES * sizeof **list);
	if (!list_folder(incoming, now, *list, count) || !list_table(incoming, *list, count))
		return false;
	qsort(*list, *count, sizeof **list, by_age);
	incoming->waiting = *count;
	incoming->oldest = *list;
	skipped = skipped < *count ? skipped : *count;
	*list += skipped;
	*count -= skipped;
	if (*count > most)
		*count = most;
	return true;
}

/* The sealed bytes of a row as a file in memory: sealed they may lie anywhere. */
static int open_row(struct incoming *incoming, const char *name)
{
	struct values *parameters = values_new(incoming->arena), *row;
	const struct value *sealed;
	int file = -1;

	values_put_text(parameters, "id", name);
	if (sql_row(incoming->sql, &Q_envelope_forwarded, parameters, incoming->arena, &row) != SQL_FOUND) {
		errno = ENOENT;
		return -1;
	}
	sealed = values_find(row, "sealed");
	if (sealed && sealed->kind == VALUE_BLOB)
		file = memfd_create("envelope", MFD_CLOEXEC);
	if (file >= 0 && (write(file, sealed->blob, sealed->size) != (ssize_t)sealed->size || lseek(file, 0, SEEK_SET) != 0)) {
		close(file);
		file = -1;
	}
	return file;
}

int incoming_open(struct incoming *incoming, const char *name, bool *in_table)
{
	int file = incoming->at >= 0 ? openat(incoming->at, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) : -1;

	*in_table = false;
	if (file >= 0 || (incoming->at >= 0 && errno != ENOENT))
		return file;
	*in_table = true;
	return open_row(incoming, name);
}

bool incoming_empty(struct incoming *incoming, const char *name)
{
	struct values *parameters = values_new(incoming->arena);

	values_put_text(parameters, "id", name);
	return sql_do(incoming->sql, &Q_envelope_empty, parameters) >= 0;
}

void incoming_remove(struct incoming *incoming, const char *name)
{
	if (incoming->at >= 0)
		unlinkat(incoming->at, name, 0);
}

bool incoming_set_aside(struct incoming *incoming, const struct incoming_one *one)
{
	if (one->in_table)
		return true;
	if (mkdirat(incoming->at, "aside", 0700) != 0 && errno != EEXIST)
		return false;
	return renameat(incoming->at, one->name, incoming->at, arena_format(incoming->arena, "aside/%s", one->name)) == 0 ||
	       errno == ENOENT;
}
