/* SPDX-License-Identifier: Apache-2.0 */
/* Receiving: a batch of letters in one transaction; when one of them cannot be written, each in its own. */
#include "receive.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "answers.h"
#include "cases.h"
#include "duty.h"
#include "letter.h"
#include "lib/clock.h"
#include "lib/key.h"
#include "lib/log.h"
#include "lib/migrate.h"
#include "lib/note.h"
#include "picture.h"
#include "registry_migrations.h"
#include "taking.h"

#define BATCH ((size_t)64)
#define NAME_DIGITS 64 /* of a receipt's name, with which the names of its letter, messages and files begin */
#define MOST_REMOVED (BATCH * 8)
#define MEMORY ((size_t)512 * 1024 * 1024)
/* Told once a minute: the inbox's disk is filling, or letters wait that nobody takes. */
#define LITTLE_ROOM ((uint64_t)1024 * 1024 * 1024)
#define MANY_WAITING ((size_t)5000)
#define LOOK_EVERY_SECONDS 10

struct receiver {
	const struct config *config;
	struct arena *arena; /* of a round */
	struct arena *lasting;
	struct office_key key;
	uint8_t *secret_key;
	uint8_t contact_key[SECRET_KEY];
	struct note_signer *signer;
	struct sql *sql;
	int folder;
	size_t batch;
	size_t skipped; /* oldest ones, which all wait for something: others go on */
	int64_t looked_at;
	struct duty_complaint failed, alarm;
	struct answers answers;
};

struct receiver *receiver_new(const struct config *config)
{
	struct arena *lasting;
	struct receiver *receiver;
	const char *problem = NULL;

	if (access(config->office_key, F_OK) != 0)
		return NULL;
	lasting = arena_new((size_t)16 * 1024 * 1024);
	receiver = arena_take(lasting, sizeof *receiver);
	*receiver =
		(struct receiver){ .config = config, .arena = arena_new(MEMORY), .lasting = lasting, .folder = -1, .batch = BATCH };
	receiver->secret_key = key_read(config->office_key, lasting, &problem);
	if (!receiver->secret_key || !secret_key_read(config->contact_key, receiver->contact_key, lasting, &problem)) {
		log_line(LOG_ERROR_LINE, "envelopes stay in the inbox: %s", problem);
		receiver_free(receiver);
		return NULL;
	}
	receiver->key.secret_key = receiver->secret_key;
	crypto_scalarmult_base(receiver->key.public_key, receiver->secret_key);
	receiver->signer = note_signer_read(config->receipt_key, lasting, &problem);
	if (!receiver->signer)
		log_line(LOG_WARNING_LINE, "receipts get no time stamps: %s", problem);
	return receiver;
}

static bool open_both(struct receiver *receiver)
{
	static const struct query_pack *const packs[] = { &cases_pack, &taking_pack, NULL };
	struct sql_opening opening = { .address = receiver->config->registry, .mode = SQL_READ_WRITE };
	const char *problem = "";

	if (receiver->folder < 0)
		receiver->folder = open(receiver->config->inbox, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (receiver->sql)
		return true;
	receiver->sql = sql_open(&opening, receiver->arena, &problem);
	if (receiver->sql && migrate_check(receiver->sql, &registry_migrations, opening.address, receiver->arena, &problem) &&
	    sql_prepare(receiver->sql, packs))
		return true;
	duty_complain(&receiver->failed, receiver->sql && sql_failed(receiver->sql) ? sql_problem(receiver->sql) : problem);
	sql_close(receiver->sql);
	receiver->sql = NULL;
	return false;
}

static bool note_aside(struct casework *work, const struct incoming_one *one, const char *reason)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "name", one->name);
	values_put_text(row, "reason", reason);
	values_put_integer(row, "set_aside_at", work->now);
	return casework_do(work, &Q_envelope_aside_put, row);
}

struct round {
	struct casework work;
	struct incoming incoming;
	struct incoming_one *list;
	size_t count;
	enum letter_end ends[BATCH];
	const char *reasons[BATCH];
	const char *removed[MOST_REMOVED];
	size_t removed_count;
};

/* What is said under one receipt is taken in the order it came: so this one waits with one before it. */
static bool follows_waiting_one(const struct round *round, size_t at)
{
	const struct incoming_one *one = &round->list[at];

	for (const struct incoming_one *other = round->incoming.oldest; other < one; other++)
		if (strncmp(other->name, one->name, NAME_DIGITS) == 0 &&
		    (other < round->list || round->ends[other - round->list] == LETTER_WAITS))
			return true;
	return false;
}

/* All of the batch; false: nothing of it was written. */
static bool take_batch(struct receiver *receiver, struct round *round)
{
	round->removed_count = 0;
	if (!sql_begin(receiver->sql)) {
		round->work.problem = sql_problem(receiver->sql);
		return false;
	}
	for (size_t i = 0; i < round->count; i++) {
		const struct incoming_one *one = &round->list[i];
		enum letter_end end = LETTER_WAITS;

		if (!follows_waiting_one(round, i))
			end = letter_take(&round->work, &round->incoming, one, &receiver->key, &round->reasons[i], round->removed,
					  &round->removed_count, MOST_REMOVED);
		if (end == LETTER_ASIDE && !note_aside(&round->work, one, round->reasons[i]))
			end = LETTER_FAILED;
		if (end == LETTER_TAKEN && one->in_table && !incoming_empty(&round->incoming, one->name))
			end = LETTER_FAILED;
		round->ends[i] = end;
		if (end == LETTER_FAILED)
			return false;
	}
	if (sql_commit(receiver->sql))
		return true;
	round->work.problem = sql_problem(receiver->sql);
	return false;
}

/* What is in the registry now may leave the inbox. */
static bool clear_away(struct round *round)
{
	bool any = false;

	for (size_t i = 0; i < round->count; i++) {
		const struct incoming_one *one = &round->list[i];

		if (round->ends[i] == LETTER_TAKEN)
			incoming_remove(&round->incoming, one->name);
		if (round->ends[i] == LETTER_ASIDE) {
			log_line(LOG_ERROR_LINE, "envelope %.16s... set aside: %s", one->name, round->reasons[i]);
			if (!incoming_set_aside(&round->incoming, one))
				log_line(LOG_ERROR_LINE, "envelope %.16s...: %s; it stays in the inbox", one->name,
					 strerror(errno));
		}
		any = any || round->ends[i] != LETTER_WAITS;
	}
	for (size_t i = 0; i < round->removed_count; i++)
		incoming_remove(&round->incoming, round->removed[i]);
	return any;
}

static bool take(struct receiver *receiver, struct round *round)
{
	if (take_batch(receiver, round)) {
		receiver->batch = BATCH;
		return clear_away(round);
	}
	duty_complain(&receiver->failed, round->work.problem ? round->work.problem : "a letter could not be written");
	sql_rollback(receiver->sql);
	/* One of them may be at fault: then the others go on alone. */
	if (receiver->batch == 1) {
		sql_close(receiver->sql);
		receiver->sql = NULL;
	}
	receiver->batch = 1;
	return false;
}

static void raise_alarm(struct receiver *receiver, size_t waiting)
{
	struct statvfs room;

	if (clock_now() < receiver->looked_at + LOOK_EVERY_SECONDS)
		return;
	receiver->looked_at = clock_now();
	if (receiver->folder >= 0 && fstatvfs(receiver->folder, &room) == 0 &&
	    (uint64_t)room.f_bavail * room.f_frsize < LITTLE_ROOM)
		duty_complain(&receiver->alarm,
			      "ALARM: the disk of the inbox is nearly full; make room before complaints are refused");
	else if (waiting > MANY_WAITING)
		duty_complain(&receiver->alarm, "ALARM: thousands of envelopes wait in the inbox");
}

bool receiver_round(struct receiver *receiver)
{
	struct round *round;
	bool any = false;

	arena_sweep(receiver->arena);
	if (!open_both(receiver))
		return false;
	round = arena_take(receiver->arena, sizeof *round);
	round->work =
		(struct casework){ .sql = receiver->sql, .signer = receiver->signer, .arena = receiver->arena, .now = clock_now() };
	memcpy(round->work.contact_key, receiver->contact_key, sizeof receiver->contact_key);
	round->incoming = (struct incoming){ receiver->config->inbox, receiver->folder, receiver->sql, receiver->arena, 0, NULL };
	if (!incoming_list(&round->incoming, round->work.now, receiver->skipped, receiver->batch, &round->list, &round->count)) {
		duty_complain(&receiver->failed, sql_problem(receiver->sql));
		return false;
	}
	raise_alarm(receiver, round->incoming.waiting);
	answers_expire(&receiver->answers, &round->work);
	if (round->count)
		any = take(receiver, round);
	receiver->skipped = !any && round->count == receiver->batch ? receiver->skipped + round->count : 0;
	if (!any && receiver->sql)
		any = picture_make_one(receiver->sql, &receiver->key, receiver->config->preview, receiver->arena);
	return any;
}

void receiver_free(struct receiver *receiver)
{
	if (!receiver)
		return;
	key_free(receiver->secret_key);
	sodium_memzero(receiver->contact_key, sizeof receiver->contact_key);
	note_signer_free(receiver->signer);
	sql_close(receiver->sql);
	if (receiver->folder >= 0)
		close(receiver->folder);
	arena_free(receiver->arena);
	arena_free(receiver->lasting);
}
