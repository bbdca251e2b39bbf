/* SPDX-License-Identifier: Apache-2.0 */
/* One letter. What stands in it was written by a stranger: every field is looked at before it is used. */
#include "letter.h"

#include <errno.h>
#include <jansson.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "evidence.h"
#include "lib/json.h"
#include "lib/text.h"
#include "taking.h"

#define LARGEST_LETTER ((size_t)256 * 1024)
#define NAME_DIGITS 64
#define PATIENCE_SECONDS ((int64_t)24 * 3600)
#define FILE_PATIENCE_SECONDS ((int64_t)600)
#define NANOSECONDS 1000000000LL

/* The whole letter as text; NULL: *reason, or it is gone (*reason NULL). */
static const char *unseal(struct casework *work, int file, const struct office_key *key, const char **reason)
{
	enum envelope_verdict verdict;
	struct envelope_reader *reader = envelope_open(file, key->public_key, key->secret_key, &verdict);
	char *text = arena_take(work->arena, LARGEST_LETTER + 1);
	struct envelope_piece piece;
	enum envelope_event event = ENVELOPE_STOPPED;
	size_t size = 0;

	*reason = verdict == ENVELOPE_OTHER_KEY ? "sealed to another key" : "no envelope, or broken";
	while (reader && (event = envelope_next(reader, &piece)) != ENVELOPE_DONE && event != ENVELOPE_STOPPED) {
		if (event == ENVELOPE_PART && piece.kind != ENVELOPE_LETTER)
			break;
		if (event != ENVELOPE_BYTES)
			continue;
		if (size + piece.size > LARGEST_LETTER)
			break;
		memcpy(text + size, piece.bytes, piece.size);
		size += piece.size;
	}
	envelope_close(reader);
	text[size] = '\0';
	return event == ENVELOPE_DONE && text_is_utf8(text, size) ? text : NULL;
}

static const char *text_of(const json_t *letter, const char *name)
{
	const char *text = json_string_value(json_object_get(letter, name));

	return text && !text_has_control(text) ? text : "";
}

static int64_t integer_of(const json_t *letter, const char *name)
{
	return json_integer_value(json_object_get(letter, name));
}

static bool is_hex(const char *text, size_t digits)
{
	return strlen(text) == digits && strspn(text, "0123456789abcdef") == digits;
}

/*
 * What the reporter may prove later: the letter without what opens the mailbox, and without how to reach the reporter, so that whoever
 * finds a receipt finds no name.
 */
static const char *opening_of(struct casework *work, json_t *letter)
{
	json_t *copy = json_copy(letter);

	json_object_del(copy, "key");
	json_object_del(copy, "lookup");
	json_object_del(copy, "contact_name");
	json_object_del(copy, "contact_phone");
	json_object_del(copy, "contact_other");
	return json_canonical(copy, work->arena);
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
	case CASE_EARLY:
		break;
	}
	*reason = unknown;
	return LETTER_ASIDE;
}

static enum letter_end open_case(struct casework *work, const char *envelope, json_t *json, const char **reason)
{
	struct case_letter letter = {
		.envelope = envelope,
		.lookup = text_of(json, "lookup"),
		.kind = text_of(json, "kind"),
		.split = integer_of(json, "split") == 1,
		.facility = text_of(json, "facility"),
		.place = text_of(json, "place"),
		.story = text_of(json, "story"),
		.wish = text_of(json, "wish"),
		.happened = text_of(json, "happened"),
		.going_on = text_of(json, "going_on"),
		.anonymous = integer_of(json, "anonymous") != 0,
		.reply_by = text_of(json, "reply_by"),
		.contact_name = text_of(json, "contact_name"),
		.contact_phone = text_of(json, "contact_phone"),
		.contact_other = text_of(json, "contact_other"),
		.lane = text_of(json, "lane"),
		.trap = integer_of(json, "trap") != 0,
		.sent_at = integer_of(json, "sent_at"),
		.opening = opening_of(work, json),
	};
	const char *number, *key = text_of(json, "key");
	size_t size;

	if (!is_hex(letter.lookup, NAME_DIGITS) || !*letter.story || !*letter.kind ||
	    sodium_hex2bin(letter.mailbox_key, sizeof letter.mailbox_key, key, strlen(key), NULL, &size, NULL) != 0 ||
	    size != sizeof letter.mailbox_key) {
		*reason = "a complaint without what belongs in it";
		return LETTER_ASIDE;
	}
	return end_of(case_open(work, &letter, &number), "its receipt has a letter already", reason);
}

/* What the rules do not allow any more is kept as what it says: the office reads it. */
static enum case_answer as_message(struct casework *work, const char *lookup, const char *text, int64_t at)
{
	int64_t position;

	return *text ? case_message(work, lookup, NULL, text, "", at, &position) : CASE_DONE;
}

static enum letter_end follow_up(struct casework *work, json_t *json, const char *what, int64_t *position, const char **reason)
{
	const char *lookup = text_of(json, "lookup"), *number = text_of(json, "case");
	const char *text = text_of(json, strcmp(what, "withdraw") == 0 ? "reason" : "text");
	int64_t at = integer_of(json, "sent_at");
	int stars = (int)integer_of(json, "stars");
	enum case_answer answer;

	if (at > work->now || at <= 0)
		at = work->now;
	if (strcmp(what, "message") == 0)
		answer = case_message(work, lookup, NULL, text, "", at, position);
	else if (strcmp(what, "withdraw") == 0)
		answer = case_withdraw(work, lookup, number, text);
	else
		answer = case_rate(work, lookup, number, integer_of(json, "solved") == 1, stars < 0 || stars > 5 ? 0 : stars, text);
	if (answer == CASE_FORBIDDEN)
		answer = as_message(work, lookup, text, at);
	return end_of(answer, "a message to a case that is not its receipt's", reason);
}

static bool note_taken(struct casework *work, const char *name, const char *what)
{
	struct values *row = values_new(work->arena);

	values_put_text(row, "name", name);
	values_put_integer(row, "taken_at", work->now);
	values_put_text(row, "what", what);
	return casework_do(work, &Q_envelope_taken_put, row);
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
	if (one->arrived_ns / NANOSECONDS > work->now - PATIENCE_SECONDS)
		return LETTER_WAITS;
	*reason = "a message to a receipt that no letter came with";
	return LETTER_ASIDE;
}

static enum letter_end apply(struct casework *work, struct incoming *incoming, const struct incoming_one *one, json_t *json,
			     const struct office_key *key, struct evidence *evidence, const char **reason)
{
	const char *what = text_of(json, "what");
	const char *envelope = arena_text(work->arena, one->name, NAME_DIGITS), *known = NULL;
	bool is_letter = strlen(one->name) == NAME_DIGITS;
	enum case_answer answer = CASE_DONE;
	enum letter_end end;

	if (is_letter != (strcmp(what, "complaint") == 0) ||
	    (!is_letter && strcmp(what, "message") != 0 && strcmp(what, "withdraw") != 0 && strcmp(what, "rating") != 0)) {
		*reason = "a letter of a kind that is not known";
		return LETTER_ASIDE;
	}
	if (!is_letter)
		known = lookup_of(work, envelope, &answer);
	if (!is_letter && !known)
		return answer == CASE_FAILED ? LETTER_FAILED : wait_for_letter(work, one, reason);
	evidence->envelope = envelope;
	evidence->lookup = text_of(json, "lookup");
	/* What is said under a receipt is of whoever holds it. */
	if (known && strcmp(known, evidence->lookup) != 0) {
		*reason = "a message under the name of another receipt";
		return LETTER_ASIDE;
	}
	evidence->may_wait = one->arrived_ns / NANOSECONDS > work->now - FILE_PATIENCE_SECONDS;
	if (evidence->may_wait && one->in_table && !evidence_is_here(incoming, evidence, json_object_get(json, "files")))
		return LETTER_WAITS;
	end = is_letter ? open_case(work, envelope, json, reason) : follow_up(work, json, what, &evidence->message, reason);
	if (end == LETTER_TAKEN && !evidence_take(work, incoming, key, evidence, json_object_get(json, "files")))
		end = LETTER_FAILED;
	if (end == LETTER_TAKEN && evidence->count && !mailbox_refresh(work, evidence->lookup))
		end = LETTER_FAILED;
	if (end == LETTER_TAKEN && !note_taken(work, one->name, what))
		end = LETTER_FAILED;
	return end;
}

enum letter_end letter_take(struct casework *work, struct incoming *incoming, const struct incoming_one *one,
			    const struct office_key *key, const char **reason, const char **removed, size_t *removed_count,
			    size_t removed_most)
{
	struct evidence evidence = { .removed = removed, .removed_count = removed_count, .removed_most = removed_most };
	enum case_answer answer;
	enum letter_end end;
	const char *text;
	bool in_table;
	json_t *json;
	int file;

	if (casework_row(work, &Q_envelope_was_taken, "name", one->name, &answer) || answer == CASE_FAILED)
		return answer == CASE_FAILED ? LETTER_FAILED : LETTER_TAKEN;
	file = incoming_open(incoming, one->name, &in_table);
	if (file < 0) {
		*reason = strerror(errno);
		return errno == ENOENT ? LETTER_WAITS : LETTER_ASIDE;
	}
	text = unseal(work, file, key, reason);
	close(file);
	json = text ? json_loads(text, JSON_REJECT_DUPLICATES, NULL) : NULL;
	if (text && !json_is_object(json))
		*reason = "no letter in it";
	end = json_is_object(json) ? apply(work, incoming, one, json, key, &evidence, reason) : LETTER_ASIDE;
	json_decref(json);
	return end;
}
