/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Handing envelopes on. An envelope is removed from the inbox only after the registry's commit; sent again after a lost
 * answer it meets its own id and changes nothing.
 */
#include "forward.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "duty.h"
#include "envelope.h"
#include "lib/clock.h"
#include "lib/log.h"

#define MOST_BYTES ((off_t)256 * 1024 * 1024)
#define LONGEST_NAME 128
#define REST_MILLISECONDS 100
#define REST_AFTER_FAILURE_MILLISECONDS 1000

struct forwarder {
	const struct config *config;
	struct arena *arena;            /* of one envelope */
	struct sql *registry;
	struct duty_complaint refused;          /* by the registry */
	struct duty_complaint unreadable;       /* a file */
	bool met_unreadable;                    /* in this round: the first is told of, not all in turn */
};

static bool open_registry(struct forwarder *forwarder)
{
	static const struct query_pack *const packs[] = { &envelope_pack, NULL };
	struct sql_opening opening = { .address = forwarder->config->registry, .mode = SQL_READ_WRITE, .packs = packs };
	const char *problem = "";

	if (!forwarder->registry)
		forwarder->registry = sql_open(&opening, forwarder->arena, &problem);
	if (!forwarder->registry)
		duty_complain(&forwarder->refused, problem);
	return forwarder->registry != NULL;
}

static void close_registry(struct forwarder *forwarder)
{
	sql_close(forwarder->registry);
	forwarder->registry = NULL;
}

/* The whole of a file, NULL when it cannot be read or is no envelope in size. */
static const char *read_all(const char *path, size_t *size, struct arena *arena)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat status;
	char *bytes = NULL;

	if (file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= MOST_BYTES) {
		bytes = arena_take(arena, (size_t)status.st_size + 1);
		*size = 0;
		while (*size < (size_t)status.st_size) {
			ssize_t more = read(file, bytes + *size, (size_t)status.st_size - *size);

			if (more <= 0)
				break;
			*size += (size_t)more;
		}
		if (*size != (size_t)status.st_size)
			bytes = NULL;
	}
	if (file >= 0)
		close(file);
	return bytes;
}

static bool put(struct forwarder *forwarder, const char *id, const char *bytes, size_t size)
{
	struct values *envelope = values_new(forwarder->arena);

	values_put_text(envelope, "id", id);
	values_put_blob(envelope, "sealed", bytes, size);
	values_put_integer(envelope, "forwarded_at", clock_now());
	if (sql_begin(forwarder->registry) && sql_do(forwarder->registry, &Q_envelope_put, envelope) >= 0 &&
	    sql_commit(forwarder->registry))
		return true;
	duty_complain(&forwarder->refused,
		      arena_format(forwarder->arena, "%s; the envelope stays in the inbox", sql_problem(forwarder->registry)));
	sql_rollback(forwarder->registry);
	return false;
}

static void complain_of_file(struct forwarder *forwarder, const char *path, const char *what)
{
	const char *why = errno ? strerror(errno) : "it is no file, or too large";

	if (!forwarder->met_unreadable)
		duty_complain(&forwarder->unreadable, arena_format(forwarder->arena, "%s: %s: %s; it stays where it is", path, what, why));
	forwarder->met_unreadable = true;
}

/* False when the registry did not take it. What cannot be read stays, and holds up nothing. */
static bool forward_one(struct forwarder *forwarder, const char *id, int *handed_on)
{
	const char *path = arena_format(forwarder->arena, "%s/%s", forwarder->config->inbox, id);
	size_t size;
	const char *bytes;

	errno = 0;
	bytes = read_all(path, &size, forwarder->arena);
	if (!bytes) {
		/* Another forwarder may have handed it on meanwhile. */
		if (errno != ENOENT)
			complain_of_file(forwarder, path, "cannot be read as an envelope");
		return true;
	}
	if (!put(forwarder, id, bytes, size))
		return false;
	if (unlink(path) != 0 && errno != ENOENT) {
		complain_of_file(forwarder, path, "the registry has it, but it cannot be removed");
		return true;
	}
	++*handed_on;
	return true;
}

/* Envelopes are named by letters, digits, - and _: what is being written has another name. */
static bool is_envelope(const char *name)
{
	size_t length = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

	return length && length <= LONGEST_NAME && !name[length];
}

/* One round through the inbox. False when the registry did not take one: the rest waits. */
static bool forward_all(struct forwarder *forwarder, int *handed_on)
{
	DIR *inbox = opendir(forwarder->config->inbox);
	struct dirent *entry;
	bool fine = inbox != NULL;

	*handed_on = 0;
	forwarder->met_unreadable = false;
	if (!inbox)
		log_line(LOG_ERROR_LINE, "%s: %s; make the folder or set 'inbox'", forwarder->config->inbox, strerror(errno));
	while (fine && !duty_ended() && (entry = readdir(inbox))) {
		if (!is_envelope(entry->d_name))
			continue;
		fine = open_registry(forwarder) && forward_one(forwarder, entry->d_name, handed_on);
		arena_sweep(forwarder->arena);
	}
	if (inbox)
		closedir(inbox);
	return fine;
}

int forward_inbox(const struct config *config)
{
	struct forwarder forwarder = { .config = config, .arena = arena_new((size_t)MOST_BYTES + 1024 * 1024) };
	int handed_on;

	duty_begin();
	while (!duty_ended()) {
		if (!forward_all(&forwarder, &handed_on)) {
			close_registry(&forwarder);
			clock_sleep(REST_AFTER_FAILURE_MILLISECONDS);
		} else if (!handed_on) {
			clock_sleep(REST_MILLISECONDS);
		}
	}
	close_registry(&forwarder);
	arena_free(forwarder.arena);
	return 0;
}
