/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Handing envelopes on. An envelope is removed from the inbox only after the registry's commit; sent again after a lost
 * answer it meets its own id and changes nothing. A letter that meets another one's is handed on as a message.
 */
#include "forward.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "duty.h"
#include "envelope.h"
#include "inbox.h"
#include "incoming.h"
#include "lib/base/clock.h"
#include "lib/base/log.h"

#define LONGEST_NAME 128
#define REST_MILLISECONDS 100
#define REST_AFTER_FAILURE_MILLISECONDS 1000

struct forwarder {
	const struct config *config;
	struct arena *arena;            /* of one envelope */
	struct sql *registry;
	struct inbox inbox;
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

static void complain_of(struct forwarder *forwarder, const char *id, const char *what, const char *why)
{
	if (!forwarder->met_unreadable)
		duty_complain(&forwarder->unreadable,
			      arena_format(forwarder->arena, "%s/%s: %s: %s; it stays where it is", forwarder->config->inbox, id, what, why));
	forwarder->met_unreadable = true;
}

/* The whole of an envelope, NULL when it cannot be read or is none. */
static const char *read_all(struct forwarder *forwarder, const char *id, struct stat *status)
{
	const char *reason;
	char *bytes = NULL;
	int copy;
	enum inbox_verdict verdict = inbox_copy(&forwarder->inbox, id, &copy, status, &reason);

	if (verdict == INBOX_FINE) {
		bytes = arena_take(forwarder->arena, (size_t)status->st_size + 1);
		reason = "a file in memory could not be read";
		if (read(copy, bytes, (size_t)status->st_size) != (ssize_t)status->st_size)
			bytes = NULL;
	}
	if (copy >= 0)
		close(copy);
	/* Another forwarder may have handed it on meanwhile. */
	if (!bytes && verdict != INBOX_NONE)
		complain_of(forwarder, id, "cannot be read as an envelope", reason);
	return bytes;
}

/* How many rows it became: 0 when there is one of this name; -1 when the registry did not take it. */
static int64_t put_row(struct forwarder *forwarder, const char *id, const char *bytes, const struct stat *status)
{
	struct values *envelope = values_new(forwarder->arena);

	values_put_text(envelope, "id", id);
	values_put_blob(envelope, "sealed", bytes, (size_t)status->st_size);
	values_put_integer(envelope, "forwarded_at", clock_now());
	values_put_integer(envelope, "written_at", status->st_mtim.tv_sec);
	return sql_do(forwarder->registry, &Q_envelope_put, envelope);
}

/* ID-mHASH: 16 hexadecimal digits of the sealed bytes. */
static const char *name_by_bytes(struct forwarder *forwarder, const char *id, const char *bytes, size_t size)
{
	uint8_t hash[crypto_generichash_BYTES];
	char hex[17];

	crypto_generichash(hash, sizeof hash, (const unsigned char *)bytes, size, NULL, 0);
	return arena_format(forwarder->arena, "%s-m%s", id, sodium_bin2hex(hex, sizeof hex, hash, sizeof hex / 2));
}

/*
 * The door saw no letter of this receipt, since it was handed on: what was corrected meanwhile has the receipt's own name. Nothing can be
 * read here to compare, so whatever meets a letter's name goes as a message named by its bytes: who takes it in passes over what says the
 * same. What is not a letter is named by its content or by chance, so that under its name lies itself.
 */
static bool put_beside(struct forwarder *forwarder, const char *id, const char *bytes, const struct stat *status)
{
	return incoming_kind_of(id) != INCOMING_LETTER ||
	       put_row(forwarder, name_by_bytes(forwarder, id, bytes, (size_t)status->st_size), bytes, status) >= 0;
}

static bool put(struct forwarder *forwarder, const char *id, const char *bytes, const struct stat *status)
{
	int64_t rows = sql_begin(forwarder->registry) ? put_row(forwarder, id, bytes, status) : -1;

	if ((rows > 0 || (rows == 0 && put_beside(forwarder, id, bytes, status))) && sql_commit(forwarder->registry))
		return true;
	duty_complain(&forwarder->refused,
		      arena_format(forwarder->arena, "%s; the envelope stays in the inbox", sql_problem(forwarder->registry)));
	sql_rollback(forwarder->registry);
	return false;
}

/* False when the registry did not take it. What cannot be read stays, and holds up nothing. */
static bool forward_one(struct forwarder *forwarder, const char *id, int *handed_on)
{
	struct stat status;
	const char *bytes = read_all(forwarder, id, &status);

	if (!bytes)
		return true;
	if (!put(forwarder, id, bytes, &status))
		return false;
	if (inbox_remove(&forwarder->inbox, id, &status))
		++*handed_on;
	else
		complain_of(forwarder, id, "the registry has it, but it cannot be removed", strerror(errno));
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
	DIR *inbox = inbox_open(&forwarder->inbox, forwarder->config) ? inbox_entries(&forwarder->inbox) : NULL;
	struct dirent *entry;
	bool fine = inbox != NULL;

	*handed_on = 0;
	forwarder->met_unreadable = false;
	if (!inbox)
		duty_complain(&forwarder->unreadable, arena_format(forwarder->arena, "%s: %s; make the folder or set 'inbox'",
								   forwarder->config->inbox, strerror(errno)));
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
	struct forwarder forwarder = { .config = config, .arena = arena_new((size_t)INBOX_LARGEST + 4 * 1024 * 1024),
				       .inbox.at = -1 };
	int handed_on;

	duty_begin();
	while (!duty_ended()) {
		log_tell_counted();
		if (!forward_all(&forwarder, &handed_on)) {
			close_registry(&forwarder);
			clock_sleep(REST_AFTER_FAILURE_MILLISECONDS);
		} else if (!handed_on) {
			clock_sleep(REST_MILLISECONDS);
		}
	}
	close_registry(&forwarder);
	inbox_close(&forwarder.inbox);
	arena_free(forwarder.arena);
	return 0;
}
