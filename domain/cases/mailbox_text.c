/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the holder of a receipt may see, as JSON, sealed. Only what is meant for the reporter is read here: no reason, no name of
 * anybody in the office, nothing of contact data but within the reporter's own letter.
 */
#include <jansson.h>
#include <sodium.h>
#include <string.h>

#include "cases.h"
#include "casework.h"
#include "lib/base/json.h"
#include "lib/seal/mailbox.h"

static json_t *text_in(const struct values *row, const char *name)
{
	return json_string(values_text(row, name));
}

static json_t *integer_in(const struct values *row, const char *name)
{
	return json_integer(values_integer(row, name));
}

static json_t *deadlines_json(struct casework *work, const char *number)
{
	json_t *list = json_array();
	struct rows rows;

	if (!case_deadline_list(work, number, &rows)) {
		json_decref(list);
		return NULL;
	}
	for (size_t i = 0; i < rows.count; i++)
		json_array_append_new(list,
				      json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:i}", "step", text_in(&rows.at[i], "step"), "day",
						text_in(&rows.at[i], "day"), "at", integer_in(&rows.at[i], "until"), "source",
						text_in(&rows.at[i], "source"), "provisional",
						integer_in(&rows.at[i], "provisional"), "projected",
						integer_in(&rows.at[i], "projected"), "met", values_say(&rows.at[i], "met_at")));
	return list;
}

static json_t *steps_json(struct casework *work, const char *number)
{
	json_t *list = json_array();
	struct rows rows;

	if (!casework_rows(work, &Q_case_step_list, "case_number", number, &rows)) {
		json_decref(list);
		return NULL;
	}
	for (size_t i = 0; i < rows.count; i++)
		json_array_append_new(list, json_pack("{s:o, s:o, s:o}", "at", integer_in(&rows.at[i], "at"), "state",
						      text_in(&rows.at[i], "to_state"), "note", text_in(&rows.at[i], "note")));
	return list;
}

static json_t *rights_json(const char *state)
{
	json_t *list = json_array();
	bool replied = strcmp(state, "REPLIED") == 0;

	/* Who is merged still waits for an answer. */
	if (!flow_ended(&case_flow, state) || strcmp(state, "MERGED") == 0)
		json_array_append_new(list, json_string("message"));
	if (!replied && flow_may(&case_flow, state, "CLOSED", CASE_REPORTER))
		json_array_append_new(list, json_string("withdraw"));
	if (replied)
		json_array_append_new(list, json_string("rate"));
	return list;
}

/* Where the public reads of it, null when it does not. */
static json_t *outcome_json(struct casework *work, const char *number)
{
	enum case_answer answer;
	struct values *outcome = casework_row(work, &Q_outcome_of_case, "case_number", number, &answer);

	if (!outcome)
		return answer == CASE_UNKNOWN ? json_null() : NULL;
	return json_pack("{s:o, s:o, s:o}", "code", text_in(outcome, "code"), "facility_code", text_in(outcome, "facility_code"),
			 "published_at", integer_in(outcome, "approved_at"));
}

static json_t *case_json(struct casework *work, const struct values *one)
{
	const char *number = values_text(one, "number");
	json_t *deadlines = deadlines_json(work, number);
	json_t *steps = deadlines ? steps_json(work, number) : NULL;
	json_t *outcome = steps ? outcome_json(work, number) : NULL;

	if (!outcome) {
		json_decref(deadlines);
		json_decref(steps);
		return NULL;
	}
	return json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:i, s:o}", "number", number, "kind", text_in(one, "kind"),
			 "facility_code", text_in(one, "facility_code"), "facility_name", text_in(one, "facility_name"), "place",
			 text_in(one, "place"), "state", text_in(one, "state"), "received_at", integer_in(one, "received_at"),
			 "deadlines", deadlines, "steps", steps, "outcome", outcome, "merged", integer_in(one, "merged"),
			 "withdrawn", strcmp(values_text(one, "outcome"), "WITHDRAWN") == 0, "can",
			 rights_json(values_text(one, "state")));
}

static json_t *cases_json(struct casework *work, const char *lookup)
{
	json_t *list = json_array();
	struct rows rows;

	if (!casework_rows(work, &Q_case_of_receipt, "receipt_lookup", lookup, &rows)) {
		json_decref(list);
		return NULL;
	}
	for (size_t i = 0; i < rows.count; i++) {
		json_t *one = case_json(work, &rows.at[i]);

		if (!one) {
			json_decref(list);
			return NULL;
		}
		json_array_append_new(list, one);
	}
	return list;
}

static json_t *files_json(const struct rows *files, int64_t message)
{
	json_t *list = json_array();

	for (size_t i = 0; i < files->count; i++)
		if (values_integer(&files->at[i], "message") == message)
			json_array_append_new(list, json_pack("{s:o, s:o}", "name", text_in(&files->at[i], "declared"), "size",
							      integer_in(&files->at[i], "size")));
	return list;
}

static json_t *messages_json(struct casework *work, const char *lookup)
{
	json_t *list;
	struct rows rows, files;

	if (!casework_rows(work, &Q_case_message_list, "receipt_lookup", lookup, &rows) ||
	    !casework_rows(work, &Q_case_message_files, "receipt_lookup", lookup, &files))
		return NULL;
	list = json_array();
	for (size_t i = 0; i < rows.count; i++)
		json_array_append_new(list, json_pack("{s:o, s:o, s:o, s:o}", "at", integer_in(&rows.at[i], "at"), "from",
						      text_in(&rows.at[i], "sender"), "text", text_in(&rows.at[i], "text"), "files",
						      files_json(&files, values_integer(&rows.at[i], "position"))));
	return list;
}

/* The mailbox in clear; NULL when the registry could not be asked. */
static const char *text_of(struct casework *work, const char *lookup, const char *stamp, const char *opening)
{
	json_t *cases = cases_json(work, lookup);
	json_t *messages = cases ? messages_json(work, lookup) : NULL;
	enum case_answer answer;
	const struct values *counted = messages ? casework_row(work, &Q_case_message_count, "receipt_lookup", lookup, &answer) : NULL;
	json_int_t earlier;

	if (!counted) {
		json_decref(messages);
		json_decref(cases);
		return NULL;
	}
	earlier = values_integer(counted, "messages") - (json_int_t)json_array_size(messages);
	return json_canonical(json_pack("{s:i, s:o, s:o, s:I, s:s, s:s}", "version", 1, "cases", cases, "messages", messages,
					"messages_earlier", earlier, "stamp", stamp, "opening", opening),
			      work->arena);
}

static bool put(struct casework *work, const char *lookup, const char *sealed, size_t size)
{
	struct values *row = NULL;
	struct values *mailbox = values_new(work->arena);

	if (sql_row(work->sql, &Q_mailbox_seq, NULL, work->arena, &row) != SQL_FOUND) {
		work->problem = arena_copy(work->arena, sql_problem(work->sql));
		return false;
	}
	values_put_text(mailbox, "lookup", lookup);
	values_put_blob(mailbox, "sealed", sealed, size);
	values_put_integer(mailbox, "changed_seq", values_integer(row, "seq"));
	values_put_integer(mailbox, "changed_at", work->now);
	return casework_do(work, &Q_mailbox_put, mailbox);
}

static const uint8_t *open_column(struct casework *work, const struct values *receipt, const char *column, size_t *size)
{
	return casework_open(work, arena_format(work->arena, "receipt.%s", column), values_text(receipt, "lookup"), values_find(receipt, column),
			     size);
}

/* What is left to say when everything else is erased. */
static const char *erased_text(struct casework *work)
{
	return json_canonical(json_pack("{s:i, s:[], s:[], s:I}", "version", 1, "cases", "messages", "erased_at", (json_int_t)work->now),
			      work->arena);
}

static bool seal(struct casework *work, const char *lookup, bool erased)
{
	enum case_answer answer;
	struct values *receipt = casework_row(work, &Q_receipt_one, "lookup", lookup, &answer);
	size_t key_size = 0, opening_size, sealed_size;
	/* Of an erased receipt the key is gone: its mailbox has said its last. */
	bool over = receipt && values_say(receipt, "erased_at");
	const uint8_t *key = receipt && !over ? open_column(work, receipt, "mailbox_key", &key_size) : NULL;
	const uint8_t *opening = key ? open_column(work, receipt, "opening", &opening_size) : NULL;
	uint8_t place[SECRET_KEY];
	const char *text, *sealed;

	if (over)
		return true;
	if (!opening || key_size != SECRET_KEY ||
	    sodium_hex2bin(place, sizeof place, lookup, strlen(lookup), NULL, NULL, NULL) != 0) {
		if (answer != CASE_FAILED)
			work->problem =
				"a receipt does not open under the contact key; is 'contact_key' the one it was written with?";
		return false;
	}
	text = erased ? erased_text(work) : text_of(work, lookup, values_text(receipt, "stamp"), (const char *)opening);
	sealed = text ? mailbox_seal(key, place, text, strlen(text), &sealed_size, work->arena) : NULL;
	return sealed && put(work, lookup, sealed, sealed_size);
}

bool mailbox_refresh(struct casework *work, const char *lookup)
{
	return seal(work, lookup, false);
}

bool mailbox_end(struct casework *work, const char *lookup)
{
	return seal(work, lookup, true);
}
