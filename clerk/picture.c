/* SPDX-License-Identifier: Apache-2.0 */
/* Previews of evidence. */
#include "picture.h"

#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "taking.h"

#define LARGEST_PREVIEW ((size_t)4 * 1024 * 1024)
#define MOST_NANOSECONDS 30000000000LL

/* The sealed original as a file in memory. */
static int sealed_file(struct sql *sql, struct values *file, struct arena *arena)
{
	struct sql_cursor cursor;
	const struct values *row;
	int sealed = memfd_create("sealed", MFD_CLOEXEC);
	bool fine = sealed >= 0 && sql_start(sql, &Q_case_file_part_list, file, &cursor);

	(void)arena;
	while (fine && (row = sql_next(&cursor))) {
		const struct value *bytes = values_find(row, "bytes");

		fine = bytes && bytes->kind == VALUE_BLOB && write(sealed, bytes->blob, bytes->size) == (ssize_t)bytes->size;
		if (!fine)
			sql_finish(&cursor);
	}
	if (fine && lseek(sealed, 0, SEEK_SET) == 0)
		return sealed;
	if (sealed >= 0)
		close(sealed);
	return -1;
}

/* The original, unsealed into memory: never onto a disk. */
static int plain_file(int sealed, const struct office_key *key)
{
	enum envelope_verdict verdict;
	struct envelope_reader *reader = envelope_open(sealed, key->public_key, key->secret_key, &verdict);
	int plain = memfd_create("plain", MFD_CLOEXEC);
	enum envelope_event event = ENVELOPE_STOPPED;
	struct envelope_piece piece;

	while (reader && plain >= 0 && (event = envelope_next(reader, &piece)) != ENVELOPE_DONE && event != ENVELOPE_STOPPED)
		if (event == ENVELOPE_BYTES && write(plain, piece.bytes, piece.size) != (ssize_t)piece.size)
			break;
	envelope_close(reader);
	if (event == ENVELOPE_DONE && lseek(plain, 0, SEEK_SET) == 0)
		return plain;
	if (plain >= 0)
		close(plain);
	return -1;
}

/* Beside our own program, unless the configuration names another. */
static const char *program_path(const char *program, struct arena *arena)
{
	char own[4096];
	ssize_t size;
	char *slash;

	if (*program)
		return program;
	size = readlink("/proc/self/exe", own, sizeof own - 1);
	if (size <= 0)
		return "preview";
	own[size] = '\0';
	slash = strrchr(own, '/');
	return arena_format(arena, "%.*s/preview", (int)(slash - own), own);
}

static pid_t start(const char *program, int plain, int made)
{
	char *const words[] = { (char *)"preview", NULL }, *const environment[] = { NULL };
	posix_spawn_file_actions_t actions;
	pid_t child = -1;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, plain, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, made, STDOUT_FILENO);
	if (posix_spawn(&child, program, &actions, NULL, words, environment) != 0)
		child = -1;
	posix_spawn_file_actions_destroy(&actions);
	return child;
}

/* Wait, but not for ever. */
static bool ended_well(pid_t child)
{
	int64_t until = clock_nanoseconds() + MOST_NANOSECONDS;
	int status = 0;
	pid_t ended;

	while ((ended = waitpid(child, &status, WNOHANG)) == 0 && clock_nanoseconds() < until)
		clock_sleep(5);
	if (ended == 0) {
		kill(child, SIGKILL);
		waitpid(child, &status, 0);
	}
	return ended == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* The preview of a plain picture, NULL when none can be made. */
static const char *make(int plain, const char *program, struct arena *arena, size_t *size)
{
	int made = memfd_create("preview", MFD_CLOEXEC);
	pid_t child = made >= 0 ? start(program, plain, made) : -1;
	const char *bytes = NULL;
	off_t end;

	if (child > 0 && ended_well(child) && (end = lseek(made, 0, SEEK_END)) > 0 && (size_t)end <= LARGEST_PREVIEW) {
		char *room = arena_take(arena, (size_t)end);

		*size = (size_t)end;
		if (pread(made, room, *size, 0) == (ssize_t)*size)
			bytes = room;
	}
	if (made >= 0)
		close(made);
	return bytes;
}

static bool note(struct sql *sql, const char *name, const char *bytes, size_t size, struct arena *arena)
{
	struct values *row = values_new(arena);

	values_put_text(row, "name", name);
	values_put_text(row, "preview_state", bytes ? "MADE" : "NONE");
	if (bytes)
		values_put_blob(row, "preview", bytes, size);
	else
		values_put_null(row, "preview");
	if (sql_begin(sql) && sql_do(sql, &Q_preview_put, row) >= 0 && sql_commit(sql))
		return true;
	log_line(LOG_ERROR_LINE, "a preview could not be noted: %s", sql_problem(sql));
	sql_rollback(sql);
	return false;
}

bool picture_make_one(struct sql *sql, const struct office_key *key, const char *program, struct arena *arena)
{
	struct values *waiting, *file = values_new(arena);
	const char *bytes = NULL;
	int sealed, plain = -1;
	size_t size = 0;

	if (sql_row(sql, &Q_preview_waiting, NULL, arena, &waiting) != SQL_FOUND)
		return false;
	values_put_text(file, "file", values_text(waiting, "name"));
	sealed = strncmp(values_text(waiting, "type"), "image/", 6) == 0 ? sealed_file(sql, file, arena) : -1;
	if (sealed >= 0) {
		plain = plain_file(sealed, key);
		close(sealed);
	}
	if (plain >= 0) {
		bytes = make(plain, program_path(program, arena), arena, &size);
		close(plain);
	}
	return note(sql, values_text(waiting, "name"), bytes, size, arena);
}
