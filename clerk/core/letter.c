/* SPDX-License-Identifier: Apache-2.0 */
/* One letter: out of its envelope and into the registry. */
#include "letter.h"

#include <string.h>

#include "audit/audit.h"
#include "cases.h"
#include "evidence.h"
#include "lib/seal/again.h"
#include "letter_read.h"
#include "taking.h"

#define PATIENCE_SECONDS ((int64_t)24 * 3600)
#define FILE_PATIENCE_SECONDS ((int64_t)600)
#define NANOSECONDS 1000000000LL

/* The whole letter as text; NULL: *reason. */
static const char *unseal(struct casework *work, int file, const struct office_key *key, size_t *size, const char **reason)
{
	enum envelope_verdict verdict;
	struct envelope_reader *reader = envelope_open(file, key->public_key, key->secret_key, &verdict);
	char *text = arena_take(work->arena, LETTER_LARGEST + 1);
	struct envelope_piece piece;
	enum envelope_event event = ENVELOPE_STOPPED;

	*size = 0;
	*reason = verdict == ENVELOPE_OTHER_KEY ? "sealed to another key" : "no envelope, or broken";
	while (reader && (event = envelope_next(reader, &piece)) != ENVELOPE_DONE && event != ENVELOPE_STOPPED) {
		if (event == ENVELOPE_PART && piece.kind != ENVELOPE_LETTER)
			break;
		if (event != ENVELOPE_BYTES)
			continue;
		if (*size + piece.size > LETTER_LARGEST)
			break;
		memcpy(text + *size, piece.bytes, piece.size);
		*size += piece.size;
	}
	envelope_close(reader);
	return event == ENVELOPE_DONE ? text : NULL;
}

static enum letter_end end_of(enum case_answer answer, const char *unknown, const char **reason)
{
	switch (answer) {
	case CASE_DONE:
		return LETTER_TAKEN;
	case CASE_FAILED:
		return LETTER_FAILED;
	case CASE_UNKNOWN:
	case CASE_FORBIDDEN:
	case CASE_UNSAID:
	case CASE_UNFIT:
	case CASE_CHANGED:
	case CASE_LATE:
		break;
	case CASE_EARLY:
		*reason = "more messages of one receipt than may wait for an answer";
		return LETTER_ASIDE;
	}
	*reason = unknown;
	return LETTER_ASIDE;
}

/* Its reporter wants to be anonymous after all: a row of the audit for each case that could be answered by telephone or mail so far. */
static bool note_contact_erased(struct casework *work, const char *lookup)
{
	struct values *detail = values_new(work->arena);
	struct rows cases;

	values_put_text(detail, "cause", "anonymous");
	if (!casework_rows(work, &Q_case_of_receipt, "receipt_lookup", lookup, &cases))
		return false;
	for (size_t i = 0; i < cases.count; i++) {
		const struct audit_row row = { .account = "", .role = "clerk", .action = "case.contact_erase",
					       .subject = values_text(&cases.at[i], "number"), .detail = detail, .reason = "", .request_id = "" };

		if (!audit_append(work->sql, work->arena, work->now, &row, &work->problem))
			return false;
	}
	return true;
}

static enum letter_end open_again(struct casework *work, const struct letter *letter, struct evidence *evidence, const char **reason)
{
	struct case_again became;
	enum letter_end end = end_of(case_open_again(work, &letter->complaint, &became), "a letter to a receipt that has no case", reason);

	evidence->message = became.position;
	return end == LETTER_TAKEN && became.contact_erased && !note_contact_erased(work, letter->lookup) ? LETTER_FAILED : end;
}

/* The first letter of its receipt, or with `again` one more: other words, a message. */
static enum letter_end open_case(struct casework *work, struct letter *letter, bool again, struct evidence *evidence, const char **reason)
{
	const char *number;

	letter->complaint.envelope = evidence->envelope;
	letter->complaint.sent_at = letter->sent_at;
	if (again)
		return open_again(work, letter, evidence, reason);
	letter->complaint.opening = letter_opening(letter, work->arena);
	return end_of(case_open(work, &letter->complaint, &number), "its receipt has a letter already", reason);
}

/* What the rules do not allow any more is kept as what it says: the office reads it. */
static enum case_answer as_message(struct casework *work, const struct letter *letter)
{
	int64_t position;

	return *letter->text ? case_message(work, letter->lookup, NULL, letter->text, "", letter->sent_at, &position) : CASE_DONE;
}

static enum letter_end follow_up(struct casework *work, const struct letter *letter, int64_t *position, const char **reason)
{
	enum case_answer answer = CASE_UNKNOWN;

	switch (letter->kind) {
	case LETTER_COMPLAINT:
		break;
	case LETTER_MESSAGE:
		answer = case_message(work, letter->lookup, NULL, letter->text, "", letter->sent_at, position);
		break;
	case LETTER_WITHDRAWAL:
		answer = case_withdraw(work, letter->lookup, letter->number, letter->text);
		break;
	case LETTER_RATING:
		answer = case_rate(work, letter->lookup, letter->number, letter->solved, letter->stars, letter->text);
		break;
	}
	if (answer == CASE_FORBIDDEN)
		answer = as_message(work, letter);
	return end_of(answer, "a message to a case that is not its receipt's", reason);
}

static bool note_taken(struct casework *work, const char *name, const char *what)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "name", name);
	values_put_integer(row, "taken_at", work->now);
	values_put_text(row, "what", what);
	return casework_do(work, &Q_envelope_taken_put, row) && casework_do(work, &Q_envelope_aside_forget, row);
}

/* The look-up of the receipt whose letter came under this name, NULL when none did (or *answer). */
static const char *lookup_of(struct casework *work, const char *envelope, enum case_answer *answer)
{
	struct values *row = casework_row(work, &Q_receipt_of_envelope, "envelope", envelope, answer);

	return row ? values_text(row, "lookup") : NULL;
}

/* A message before its complaint waits; one whose complaint never comes does not wait for ever. */
static enum letter_end wait_for_letter(struct casework *work, const struct incoming_one *one, const char **reason)
{
	*reason = NULL;
	if (one->arrived_ns / NANOSECONDS > work->now - PATIENCE_SECONDS)
		return LETTER_WAITS;
	*reason = "a message to a receipt that no letter came with";
	return LETTER_ASIDE;
}

/*
 * Whether it is what its name says, and of the receipt it is named for: what is said under a receipt is of whoever holds it. *again: the
 * receipt has its letter.
 */
static enum letter_end belongs(struct casework *work, const struct incoming_one *one, const struct letter *letter, const char *envelope,
			       bool *again, const char **reason)
{
	bool is_letter = strlen(one->name) == NAME_DIGITS;
	enum case_answer answer;
	const char *known;

	*reason = "a letter of a kind that is not its name's";
	if (is_letter && letter->kind != LETTER_COMPLAINT)
		return LETTER_ASIDE;
	known = lookup_of(work, envelope, &answer);
	*again = known != NULL;
	if (!known && answer == CASE_FAILED)
		return LETTER_FAILED;
	if (!known)
		return is_letter ? LETTER_TAKEN : wait_for_letter(work, one, reason);
	*reason = "a message under the name of another receipt";
	return strcmp(known, letter->lookup) == 0 ? LETTER_TAKEN : LETTER_ASIDE;
}

static bool was_taken(struct casework *work, const char *name, enum case_answer *answer)
{
	return casework_row(work, &Q_envelope_was_taken, "name", name, answer) != NULL;
}

/* Each wording of a complaint is noted by its name; the first one by its envelope's, too. */
static bool note(struct casework *work, const char *name, const char *wording, bool again, const char *what)
{
	if (wording && !note_taken(work, wording, what))
		return false;
	return (wording && again) || note_taken(work, name, what);
}

static enum letter_end write_letter(struct taking *taking, const struct incoming_one *one, struct letter *letter, const char *wording,
				    bool again, struct evidence *evidence, const char **reason)
{
	struct casework *work = taking->work;
	enum letter_end end = wording ? open_case(work, letter, again, evidence, reason)
				      : follow_up(work, letter, &evidence->message, reason);

	if (end == LETTER_TAKEN && !evidence_put(taking, letter, evidence))
		end = LETTER_FAILED;
	if (end == LETTER_TAKEN && evidence->count && !mailbox_refresh(work, evidence->lookup))
		end = LETTER_FAILED;
	if (end == LETTER_TAKEN && !note(work, one->name, wording, again, letter->what))
		end = LETTER_FAILED;
	return end;
}

static enum letter_end apply(struct taking *taking, const struct incoming_one *one, struct letter *letter, const char **reason)
{
	struct casework *work = taking->work;
	struct evidence evidence = { .envelope = arena_text(work->arena, one->name, NAME_DIGITS), .lookup = letter->lookup };
	/* As it was sent: before its files are measured. */
	const char *wording =
		letter->kind == LETTER_COMPLAINT ? again_name(evidence.envelope, letter->json, work->arena) : NULL;
	bool again;
	enum letter_end end = belongs(work, one, letter, evidence.envelope, &again, reason);
	enum case_answer answer = CASE_DONE;

	if (end != LETTER_TAKEN)
		return end;
	if (wording && (was_taken(work, again ? wording : one->name, &answer) || answer == CASE_FAILED))
		return answer == CASE_FAILED ? LETTER_FAILED : LETTER_TAKEN;
	evidence.may_wait = one->arrived_ns / NANOSECONDS > work->now - FILE_PATIENCE_SECONDS;
	/* Of an intake machine a letter may be handed on before its files; in the folder they are there first. */
	evidence.may_follow = evidence.may_wait && one->in_table;
	switch (evidence_look(taking, letter, &evidence, reason)) {
	case EVIDENCE_SEEN:
		end = write_letter(taking, one, letter, wording, again, &evidence, reason);
		break;
	case EVIDENCE_WAITS:
		end = LETTER_WAITS;
		break;
	case EVIDENCE_FAILED:
		end = LETTER_FAILED;
		break;
	}
	evidence_close(&evidence);
	return end;
}

/* It is in the registry: it may leave the table at once, the folder after the commit. */
static enum letter_end let_go(struct taking *taking, const struct incoming_one *one, const struct incoming_file *file)
{
	if (file->in_table && !incoming_empty(taking->incoming, one->name)) {
		casework_failed(taking->work);
		return LETTER_FAILED;
	}
	taking_note(taking, one->name, file);
	return LETTER_TAKEN;
}

static enum letter_end take_opened(struct taking *taking, const struct incoming_one *one, const struct incoming_file *file,
				   const char **reason)
{
	struct letter letter;
	enum letter_end end;
	size_t size;
	const char *text = unseal(taking->work, file->copy, taking->key, &size, reason);

	if (!text || !letter_read(text, size, &letter, taking->work->arena, reason))
		return LETTER_ASIDE;
	letter_bound(&letter, file->written_at, taking->work->now);
	end = apply(taking, one, &letter, reason);
	letter_free(&letter);
	return end == LETTER_TAKEN ? let_go(taking, one, file) : end;
}

enum letter_end letter_take(struct taking *taking, const struct incoming_one *one, const char **reason)
{
	struct casework *work = taking->work;
	struct incoming_file file;
	enum case_answer answer;
	enum letter_end end = LETTER_ASIDE;
	bool is_known;

	*reason = "a name that no envelope has";
	if (incoming_kind_of(one->name) != INCOMING_LETTER && incoming_kind_of(one->name) != INCOMING_MESSAGE)
		return LETTER_ASIDE;
	*reason = NULL;
	/* Of a letter that was taken there may be another wording: what it says is looked at. */
	is_known = was_taken(work, one->name, &answer) && incoming_kind_of(one->name) == INCOMING_MESSAGE;
	if (answer == CASE_FAILED)
		return LETTER_FAILED;
	switch (incoming_open(taking->incoming, one->name, &file)) {
	case INBOX_NONE:
		return LETTER_WAITS;
	case INBOX_UNREADABLE:
		*reason = file.reason;
		return LETTER_WAITS;
	case INBOX_STRANGE:
	case INBOX_UNFIT:
		*reason = file.reason;
		break;
	case INBOX_FINE:
		end = is_known ? let_go(taking, one, &file) : take_opened(taking, one, &file, reason);
		break;
	}
	incoming_close(&file);
	return end;
}

void taking_note(struct taking *taking, const char *name, const struct incoming_file *file)
{
	if (!file->in_table && taking->taken_count < taking->taken_room)
		taking->taken[taking->taken_count++] = (struct taken_file){ name, file->status };
}
