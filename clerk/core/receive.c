/* SPDX-License-Identifier: Apache-2.0 */
/* Receiving: a batch of letters in one transaction, of which each is a part that is undone alone when it cannot be taken. */
#include "receive.h"

#include <sodium.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <audit.h>     /* the packs */
#include <retention.h>

#include "answers.h"
#include "cases.h"
#include "duty.h"
#include "letter.h"
#include "letter_read.h"
#include "lib/base/clock.h"
#include "lib/base/file_type.h"
#include "lib/seal/key.h"
#include "lib/base/log.h"
#include "lib/sql/migrate.h"
#include "lib/seal/note.h"
#include "picture.h"
#include "registry_migrations.h"
#include "retention.h"
#include "taking.h"
#include "unclaimed.h"

#define BATCH ((size_t)64)
#define MOST_TAKEN (BATCH * (LETTER_MOST_FILES + 1))
/* How long nothing is set aside after it could not be. */
#define REST_OF_ASIDE_NANOSECONDS 10000000000LL
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
	struct key_file *contact_key;
	struct note_signer *signer;
	struct file_types *types;
	struct sql *sql;
	struct inbox inbox;
	struct aside aside;
	struct pictures *pictures;
	size_t skipped;     /* oldest ones, which all wait for something: others go on */
	int64_t looked_at;
	int64_t aside_from; /* nanoseconds: before that nothing is set aside */
	struct duty_complaint failed, unreadable, unfit, alarm;
	struct answers answers;
	struct retention retention;
	struct unclaimed unclaimed;
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
		(struct receiver){ .config = config, .arena = arena_new(MEMORY), .lasting = lasting, .inbox.at = -1, .aside.at = -1 };
	receiver->secret_key = key_read(config->office_key, lasting, &problem);
	receiver->types = file_types_open(lasting, &problem);
	if (receiver->secret_key && receiver->types)
		receiver->contact_key = key_file_open(config->contact_key, lasting, &problem);
	if (!receiver->contact_key) {
		log_line(LOG_ERROR_LINE, "envelopes stay in the inbox: %s", problem);
		receiver_free(receiver);
		return NULL;
	}
	receiver->key.secret_key = receiver->secret_key;
	crypto_scalarmult_base(receiver->key.public_key, receiver->secret_key);
	receiver->signer = note_signer_read(config->receipt_key, lasting, &problem);
	if (!receiver->signer)
		log_line(LOG_WARNING_LINE, "receipts get no time stamps: %s", problem);
	receiver->retention.aside = &receiver->aside;
	receiver->pictures = pictures_new(config->preview, lasting);
	return receiver;
}

static bool open_both(struct receiver *receiver)
{
	static const struct query_pack *const packs[] = { &cases_pack, &taking_pack, &retention_pack, &audit_pack, NULL };
	struct sql_opening opening = { .address = receiver->config->registry, .mode = SQL_READ_WRITE };
	const char *problem = "";

	if (receiver->inbox.at < 0 && inbox_open(&receiver->inbox, receiver->config) && aside_open(&receiver->aside, receiver->config))
		aside_bring_over(&receiver->aside, &receiver->inbox);
	if (!aside_open(&receiver->aside, receiver->config))
		receiver->aside_from = clock_nanoseconds() + REST_OF_ASIDE_NANOSECONDS;
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

struct round {
	struct casework work;
	struct incoming incoming;
	struct taking taking;
	struct incoming_one *list;
	size_t count;
	enum letter_end ends[BATCH];
	const char *reasons[BATCH];
	struct taken_file taken[MOST_TAKEN];
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

/*
 * What a failure of one letter means. What the registry refuses it will refuse again: such a letter is set aside. Else it waits: a rule may
 * be missing, a disk full.
 */
static enum letter_end judge_failure(struct receiver *receiver, struct round *round, size_t i)
{
	const char *problem = round->work.problem ? round->work.problem : "a letter could not be written";

	round->reasons[i] = problem;
	round->work.problem = NULL;
	if (sql_refused(receiver->sql))
		return LETTER_ASIDE;
	duty_complain(&receiver->failed, problem);
	return LETTER_WAITS;
}

/* One of the batch, as a part of the transaction that is undone alone unless it is taken. False: the transaction is lost. */
static bool take_one(struct receiver *receiver, struct round *round, size_t i)
{
	const struct incoming_one *one = &round->list[i];
	size_t taken_before = round->taking.taken_count;
	enum letter_end end;

	round->ends[i] = LETTER_WAITS;
	round->reasons[i] = NULL;
	if (follows_waiting_one(round, i))
		return true;
	if (!sql_part_begin(receiver->sql))
		return false;
	end = letter_take(&round->taking, one, &round->reasons[i]);
	if (end == LETTER_FAILED)
		end = judge_failure(receiver, round, i);
	round->ends[i] = end;
	if (end == LETTER_TAKEN)
		return sql_part_keep(receiver->sql);
	round->taking.taken_count = taken_before;
	if (!sql_part_undo(receiver->sql))
		return false;
	if (end == LETTER_WAITS && round->reasons[i])
		duty_complain(&receiver->unreadable, arena_format(receiver->arena, "an envelope waits: %s", round->reasons[i]));
	/* Where nothing can be set aside it stays, and is not noted again and again. */
	if (end == LETTER_ASIDE && !one->in_table && clock_nanoseconds() < receiver->aside_from)
		round->ends[i] = LETTER_WAITS;
	return round->ends[i] != LETTER_ASIDE ||
	       incoming_note_aside(&round->incoming, one->name, round->reasons[i], round->work.now);
}

/* All of the batch, each for itself; false: nothing of it was written. */
static bool take_batch(struct receiver *receiver, struct round *round)
{
	bool fine = sql_begin(receiver->sql);

	for (size_t i = 0; fine && i < round->count; i++)
		fine = take_one(receiver, round, i);
	fine = fine && sql_commit(receiver->sql);
	if (!fine) {
		duty_complain(&receiver->failed, sql_problem(receiver->sql));
		sql_rollback(receiver->sql);
	}
	return fine;
}

/* What is in the registry now may leave the inbox; what is noted as set aside is brought there. */
static bool clear_away(struct receiver *receiver, struct round *round)
{
	bool any = false;

	for (size_t i = 0; i < round->count; i++) {
		any = any || round->ends[i] != LETTER_WAITS;
		if (round->ends[i] != LETTER_ASIDE)
			continue;
		log_line(LOG_ERROR_LINE, "envelope %.16s... set aside: %s", round->list[i].name, round->reasons[i]);
		if (!round->list[i].in_table && !incoming_set_aside(&round->incoming, round->list[i].name))
			receiver->aside_from = clock_nanoseconds() + REST_OF_ASIDE_NANOSECONDS;
	}
	for (size_t i = 0; i < round->taking.taken_count; i++)
		incoming_remove(&round->incoming, round->taking.taken[i].name, &round->taking.taken[i].status);
	return any;
}

static bool take(struct receiver *receiver, struct round *round)
{
	if (take_batch(receiver, round))
		return clear_away(receiver, round);
	sql_close(receiver->sql);
	receiver->sql = NULL;
	return false;
}

static void raise_alarm(struct receiver *receiver, size_t waiting)
{
	struct statvfs room;

	if (clock_now() < receiver->looked_at + LOOK_EVERY_SECONDS)
		return;
	receiver->looked_at = clock_now();
	if (receiver->inbox.at >= 0 && fstatvfs(receiver->inbox.at, &room) == 0 &&
	    (uint64_t)room.f_bavail * room.f_frsize < LITTLE_ROOM)
		duty_complain(&receiver->alarm,
			      "ALARM: the disk of the inbox is nearly full; make room before complaints are refused");
	else if (waiting > MANY_WAITING)
		duty_complain(&receiver->alarm, "ALARM: thousands of envelopes wait in the inbox");
}

/* An entry that has an envelope's name and is none is left where it is: it stands for no receipt. */
static void tell_of_unfit(struct receiver *receiver, const struct incoming *incoming)
{
	if (incoming->unfit)
		duty_complain(&receiver->unfit,
			      arena_format(receiver->arena, "%zu entries of the inbox are no envelopes and stay where they are; one is %.16s...: %s",
					   incoming->unfit, incoming->unfit_name, incoming->unfit_reason));
}

static struct round *begin_round(struct receiver *receiver)
{
	struct round *round = arena_take(receiver->arena, sizeof *round);

	round->work = (struct casework){ .sql = receiver->sql, .contact_key = receiver->contact_key, .signer = receiver->signer,
					 .arena = receiver->arena, .now = clock_now() };
	round->incoming = (struct incoming){ .inbox = &receiver->inbox, .aside = &receiver->aside, .sql = receiver->sql,
					     .arena = receiver->arena };
	return round;
}

bool receiver_round(struct receiver *receiver, int64_t told_until)
{
	struct round *round;
	bool erased, moved = false;

	arena_sweep(receiver->arena);
	if (!open_both(receiver))
		return false;
	round = begin_round(receiver);
	if (!incoming_list(&round->incoming, receiver->skipped, BATCH, &round->list, &round->count)) {
		duty_complain(&receiver->failed, sql_problem(receiver->sql));
		return false;
	}
	tell_of_unfit(receiver, &round->incoming);
	raise_alarm(receiver, round->incoming.waiting);
	answers_expire(&receiver->answers, &round->work, told_until);
	erased = retention_round(&receiver->retention, &round->work);
	round->taking = (struct taking){ .work = &round->work, .incoming = &round->incoming, .key = &receiver->key,
					 .types = receiver->types, .taken = round->taken, .taken_room = MOST_TAKEN };
	unclaimed_round(&receiver->unclaimed, &round->taking);
	if (round->count)
		moved = take(receiver, round);
	/* What is erased meanwhile lets no waiting letter stand before the others. */
	receiver->skipped = !moved && round->count == BATCH ? receiver->skipped + round->count : 0;
	if (receiver->sql)
		pictures_round(receiver->pictures, receiver->sql, &receiver->key, receiver->arena);
	return erased || moved;
}

void receiver_free(struct receiver *receiver)
{
	if (!receiver)
		return;
	key_free(receiver->secret_key);
	key_file_close(receiver->contact_key);
	note_signer_free(receiver->signer);
	if (receiver->types)
		file_types_close(receiver->types);
	pictures_free(receiver->pictures);
	sql_close(receiver->sql);
	inbox_close(&receiver->inbox);
	aside_close(&receiver->aside);
	arena_free(receiver->arena);
	arena_free(receiver->lasting);
}
