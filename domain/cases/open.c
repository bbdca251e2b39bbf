/* SPDX-License-Identifier: Apache-2.0 */
/* Opening cases from a letter. */
#include <inttypes.h>
#include <jansson.h>
#include <sodium.h>
#include <string.h>

#include "cases.h"
#include "casework.h"
#include "stamp.h"
#include "lib/base/calendar.h"
#include "lib/base/json.h"
#include "lib/base/text.h"

#define SALT 32

/* In order of receipt: whoever writes is alone in the registry until the commit. */
static const char *next_number(struct casework *work, int64_t received_at)
{
	int year = calendar_date(calendar_day_of(received_at, CALENDAR_CHINA)).year;
	const char *prefix = arena_format(work->arena, "%04d-", year);
	enum case_answer answer;
	struct values *last = casework_row(work, &Q_case_last, "prefix", prefix, &answer);
	int64_t number = 0;

	if (answer == CASE_FAILED || (last && !text_to_integer(values_text(last, "number") + strlen(prefix), &number)))
		return NULL;
	return arena_format(work->arena, "%s%06" PRId64, prefix, number + 1);
}

/* The facility's code when there is such a one; otherwise what was given is kept as words. */
static bool put_place(struct casework *work, const struct case_letter *letter, struct values *row)
{
	const char *code = case_said(letter, "facility"), *place = case_said(letter, "place");
	enum case_answer answer = CASE_UNKNOWN;
	struct values *facility = NULL;

	if (*code)
		facility = casework_row(work, &Q_case_facility, "code", code, &answer);
	if (answer == CASE_FAILED)
		return false;
	values_put_text(row, "facility_code", facility ? code : NULL);
	values_put_text(row, "street_code", facility ? values_text(facility, "street_code") : "");
	values_put_text(row, "place", facility || *place ? place : code);
	return true;
}

static bool put_first_step(struct casework *work, const char *number, int64_t at, const char *note, const char *who)
{
	struct values *step = values_new(work->arena);

	values_put_text(step, "case_number", number);
	values_put_integer(step, "at", at);
	values_put_text(step, "from_state", "");
	values_put_text(step, "to_state", "RECEIVED");
	values_put_text(step, "note", note);
	values_put_text(step, "reason", "");
	values_put_text(step, "actor", case_flow.actors[*who ? CASE_DESK : CASE_CLERK]);
	values_put_text(step, "who", who);
	return casework_do(work, &Q_case_step_put, step);
}

/* One case; its number, NULL when that fails. */
static const char *open_one(struct casework *work, const struct case_letter *letter, const char *kind, const char *split_from)
{
	int64_t received_at = letter->sent_at < work->now ? letter->sent_at : work->now;
	const char *number = next_number(work, received_at);
	/* A column has the name of its field. */
	struct values *row = values_copy(letter->said, work->arena);

	if (!number || !put_place(work, letter, row))
		return NULL;
	values_put_text(row, "receipt_lookup", letter->lookup);
	values_put_text(row, "lane", letter->lane);
	values_put_integer(row, "quarantined", letter->trap);
	values_put_integer(row, "sent_at", letter->sent_at);
	values_put_text(row, "number", number);
	values_put_text(row, "kind", kind);
	values_put_text(row, "state", "RECEIVED");
	values_put_integer(row, "received_at", received_at);
	values_put_text(row, "split_from", split_from);
	values_put_integer(row, "changed_at", work->now);
	if (!casework_do(work, &Q_case_open, row) || !put_first_step(work, number, received_at, "", "") ||
	    !case_deadlines(work, row, 0))
		return NULL;
	return number;
}

/* Its clock runs from when the letter came, whenever it is taken out of it. */
const char *casework_open_beside(struct casework *work, const struct values *one, const char *kind, const char *note,
				 const char *who)
{
	int64_t received_at = values_integer(one, "received_at");
	enum case_answer answer;
	struct values *row = casework_row(work, &Q_case_words, "number", values_text(one, "number"), &answer);
	const char *number = row ? next_number(work, received_at) : NULL;

	if (!number)
		return NULL;
	values_put_text(row, "number", number);
	values_put_text(row, "kind", kind);
	values_put_text(row, "state", "RECEIVED");
	values_put_text(row, "split_from", values_text(one, "number"));
	values_put_integer(row, "changed_at", work->now);
	if (!casework_do(work, &Q_case_open, row) || !put_first_step(work, number, work->now, note, who) ||
	    !case_deadlines(work, row, 0))
		return NULL;
	return number;
}

/* The JSON that the stamp commits to, with its salt: who holds it can show what was sent. */
static const char *opening_of(struct casework *work, const struct case_letter *letter, const uint8_t salt[SALT])
{
	char hex[2 * SALT + 1];

	sodium_bin2hex(hex, sizeof hex, salt, SALT);
	return json_canonical(json_pack("{s:s, s:s}", "salt", hex, "letter", letter->opening), work->arena);
}

bool casework_is_split(const struct case_letter *letter)
{
	const char *kind = case_said(letter, "kind");

	return values_integer(letter->said, "split") && (strcmp(kind, "COMPLAINT") == 0 || strcmp(kind, "CONSUMER") == 0);
}

static bool put_receipt(struct casework *work, const struct case_letter *letter, const char *opening)
{
	struct values *row = values_new(work->arena);
	size_t key_size, opening_size;
	const uint8_t *key = casework_seal(work, "receipt.mailbox_key", letter->lookup, letter->mailbox_key, sizeof letter->mailbox_key,
					   &key_size);
	const uint8_t *sealed = casework_seal(work, "receipt.opening", letter->lookup, opening, strlen(opening), &opening_size);

	if (!key || !sealed)
		return false;
	values_put_text(row, "lookup", letter->lookup);
	values_put_text(row, "envelope", letter->envelope);
	values_put_blob(row, "mailbox_key", key, key_size);
	values_put_blob(row, "opening", sealed, opening_size);
	values_put_text(row, "stamp", "");
	values_put_text(row, "said_kind", case_said(letter, "kind"));
	values_put_integer(row, "said_split", casework_is_split(letter));
	values_put_integer(row, "created_at", work->now);
	return casework_do(work, &Q_receipt_put, row);
}

bool casework_put_contact(struct casework *work, const struct case_letter *letter)
{
	const char *name = case_said(letter, "contact_name"), *phone = case_said(letter, "contact_phone"), *other = case_said(letter, "contact_other");
	struct values *row = values_new(work->arena);
	const char *json;
	const uint8_t *sealed;
	size_t size;

	if (values_integer(letter->said, "anonymous") || (!*name && !*phone && !*other))
		return true;
	json = json_canonical(json_pack("{s:s, s:s, s:s}", "name", name, "phone", phone, "other", other), work->arena);
	sealed = casework_seal(work, "case_contact.sealed", letter->lookup, json, strlen(json), &size);
	if (!sealed)
		return false;
	values_put_text(row, "receipt_lookup", letter->lookup);
	values_put_blob(row, "sealed", sealed, size);
	return casework_do(work, &Q_case_contact_put, row) && casework_do(work, &Q_case_reporter_named, row);
}

/* The last day to answer the first case, as it stands in the registry; "" when its kind has none. */
static bool put_stamp(struct casework *work, const struct case_letter *letter, const char *number, const uint8_t salt[SALT])
{
	struct stamp stamp = { .received_at = letter->sent_at < work->now ? letter->sent_at : work->now,
			       .number = number,
			       .kind = case_said(letter, "kind"),
			       .deadline_day = "",
			       .source = "" };
	struct values *row = values_new(work->arena);
	struct rows deadlines;
	const char *note;

	if (!work->signer)
		return true;
	if (!case_deadline_list(work, number, &deadlines))
		return false;
	for (size_t i = 0; i < deadlines.count; i++)
		if (strcmp(values_text(&deadlines.at[i], "step"), "REPLY") == 0) {
			stamp.deadline_day = values_text(&deadlines.at[i], "day");
			stamp.source = values_text(&deadlines.at[i], "source");
		}
	stamp_commit(salt, letter->opening, stamp.commitment);
	note = stamp_make(work->signer, &stamp, work->arena, &work->problem);
	values_put_text(row, "lookup", letter->lookup);
	values_put_text(row, "stamp", note);
	return note && casework_do(work, &Q_receipt_stamp, row);
}

enum case_answer case_open(struct casework *work, const struct case_letter *letter, const char **number)
{
	enum case_answer answer;
	uint8_t salt[SALT];

	if (casework_row(work, &Q_receipt_one, "lookup", letter->lookup, &answer))
		return CASE_FORBIDDEN;
	if (answer == CASE_FAILED)
		return CASE_FAILED;
	randombytes_buf(salt, sizeof salt);
	if (!put_receipt(work, letter, opening_of(work, letter, salt)) || !casework_put_contact(work, letter))
		return CASE_FAILED;
	*number = open_one(work, letter, case_said(letter, "kind"), NULL);
	if (!*number || (casework_is_split(letter) && !open_one(work, letter, "REPORT", *number)))
		return CASE_FAILED;
	if (!put_stamp(work, letter, *number, salt))
		return CASE_FAILED;
	return mailbox_refresh(work, letter->lookup) ? CASE_DONE : CASE_FAILED;
}
