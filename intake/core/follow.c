/* SPDX-License-Identifier: Apache-2.0 */
/* Showing what a receipt opens. */
#include "follow.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "allowance.h"
#include "lib/base/calendar.h"
#include "lib/base/json.h"
#include "show.h"

static const char *text_of(json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "";
}

static int64_t integer_of(json_t *object, const char *name)
{
	return json_integer_value(json_object_get(object, name));
}

static const char *moment_of(struct request *request, json_t *object, const char *name)
{
	return calendar_moment_text(request->arena, integer_of(object, name), CALENDAR_CHINA);
}

/* Section STATE_... by its code, so that the words are the template's. */
static void bind_code(struct page *page, const char *prefix, const char *code)
{
	char section[64];

	snprintf(section, sizeof section, "%s_%.40s", prefix, code);
	page_show(page, section);
}

/* The deadline that counts now: the next one that is not met. */
static void bind_deadline(struct request *request, struct page *page, json_t *one)
{
	size_t i;
	json_t *deadline;

	json_array_foreach(json_object_get(one, "deadlines"), i, deadline)
	{
		if (integer_of(deadline, "met"))
			continue;
		page_text(page, "deadline_day", text_of(deadline, "day"));
		page_text(page, "deadline_source", text_of(deadline, "source"));
		page_integer(page, "provisional", integer_of(deadline, "provisional"));
		bind_code(page, "DEADLINE", text_of(deadline, "step"));
		show_days_left(request, page, text_of(deadline, "day"));
		return;
	}
}

static void bind_steps(struct request *request, struct page *page, json_t *one)
{
	size_t i;
	json_t *step;

	json_array_foreach(json_object_get(one, "steps"), i, step)
	{
		struct page *row = page_section(page, "steps");

		page_text(row, "at", moment_of(request, step, "at"));
		page_text(row, "note", text_of(step, "note"));
		/* Not STATE again: the case's own shows in here too. */
		bind_code(row, "STEP", integer_of(one, "withdrawn") && strcmp(text_of(step, "state"), "CLOSED") == 0 ?
			  "WITHDRAWN" : text_of(step, "state"));
	}
}

static void bind_rights(struct page *page, json_t *one)
{
	size_t i;
	json_t *right;

	json_array_foreach(json_object_get(one, "can"), i, right)
		bind_code(page, "CAN", json_string_value(right) ? json_string_value(right) : "");
}

/* Where the public reads what came of it; nothing while it does not. */
static void bind_outcome(struct request *request, struct page *page, json_t *one)
{
	json_t *outcome = json_object_get(one, "outcome");

	if (!json_is_object(outcome))
		return;
	page_text(page, "outcome_code", text_of(outcome, "code"));
	page_text(page, "outcome_facility", text_of(outcome, "facility_code"));
	page_text(page, "outcome_at", moment_of(request, outcome, "published_at"));
	page_show(page, "HAS_OUTCOME");
}

/* What every form of the page sends along. */
static void bind_keys(struct page *page, const char *receipt, const char *nonce)
{
	page_text(page, "receipt", receipt);
	page_text(page, "nonce", nonce);
}

/* What was typed into a form of this case and not taken. */
static void bind_typed(struct page *row, const struct values *typed, const char *number, bool again, bool waits)
{
	bool is_its_own = again && strcmp(values_text(typed, "number"), number) == 0;

	page_text(row, "text", is_its_own ? values_text(typed, "text") : "");
	page_text(row, "reason", is_its_own ? values_text(typed, "reason") : "");
	if (!is_its_own)
		return;
	page_show(row, "OPEN");
	bind_code(row, "SOLVED_IS", values_text(typed, "solved"));
	bind_code(row, "STARS_IS", values_text(typed, "stars"));
	bind_code(row, "SURE_IS", values_text(typed, "sure"));
	if (waits)
		page_show(row, *values_text(typed, "solved") ? "RATING_WAITS" : "WITHDRAWAL_WAITS");
}

static bool has_right(json_t *one, const char *asked)
{
	size_t i;
	json_t *right;

	json_array_foreach(json_object_get(one, "can"), i, right)
		if (json_is_string(right) && strcmp(json_string_value(right), asked) == 0)
			return true;
	return false;
}

/* Whether the newest word in the conversation is the office's: then it waits for the reporter's. */
static bool office_spoke_last(json_t *mail)
{
	json_t *messages = json_object_get(mail, "messages");
	size_t count = json_array_size(messages);

	return count && strcmp(text_of(json_array_get(messages, count - 1), "from"), "office") == 0;
}

/* What the badge says: that the reporter's answer is awaited goes before how far the office is; who took it back reads that. */
static void bind_state(struct page *row, json_t *mail, json_t *one)
{
	bool handled = has_right(one, "message") && !has_right(one, "rate");

	if (integer_of(one, "withdrawn"))
		bind_code(row, "STATE", "WITHDRAWN");
	else if (handled && office_spoke_last(mail))
		bind_code(row, "STATE", "WAITS_FOR_YOU");
	else
		bind_code(row, "STATE", text_of(one, "state"));
}

static void bind_cases(struct request *request, struct page *page, json_t *mail, const char *receipt, const char *nonce, bool again,
		       bool waits)
{
	size_t i;
	json_t *one;

	json_array_foreach(json_object_get(mail, "cases"), i, one)
	{
		struct page *row = page_section(page, "cases");

		page_text(row, "number", text_of(one, "number"));
		page_text(row, "facility_name", text_of(one, "facility_name"));
		page_text(row, "place", text_of(one, "place"));
		page_text(row, "received_at", moment_of(request, one, "received_at"));
		page_integer(row, "merged", integer_of(one, "merged"));
		bind_code(row, "KIND", text_of(one, "kind"));
		bind_state(row, mail, one);
		bind_deadline(request, row, one);
		bind_steps(request, row, one);
		bind_outcome(request, row, one);
		bind_rights(row, one);
		bind_keys(row, receipt, nonce);
		bind_typed(row, request->form->typed, text_of(one, "number"), again, waits);
	}
}

static void bind_messages(struct request *request, struct page *page, json_t *mail)
{
	size_t i, j;
	json_t *message, *file;

	json_array_foreach(json_object_get(mail, "messages"), i, message)
	{
		struct page *row = page_section(page, "messages");

		page_text(row, "at", moment_of(request, message, "at"));
		page_text(row, "text", text_of(message, "text"));
		page_show(row, strcmp(text_of(message, "from"), "office") == 0 ? "FROM_OFFICE" : "FROM_REPORTER");
		json_array_foreach(json_object_get(message, "files"), j, file)
			page_text(page_section(row, "attached"), "name", text_of(file, "name"));
	}
}

/*
 * What the reporter wrote in the beginning, as it was sealed, without how to reach him: whoever finds a receipt finds no name. A mailbox whose
 * letter was erased by then has none.
 */
static void bind_letter(struct request *request, struct page *page, json_t *mail)
{
	static const char *const texts[] = { "story", "wish", "happened", "place" };
	json_t *opening = json_loads(text_of(mail, "opening"), 0, NULL), *file;
	json_t *letter = json_loads(text_of(opening, "letter"), 0, NULL);
	struct page *section;
	size_t i;

	json_decref(opening);

	if (!*text_of(letter, "story")) {
		json_decref(letter);
		return;
	}
	section = page_section(page, "letter");
	for (i = 0; i < sizeof texts / sizeof *texts; i++)
		page_text(section, texts[i], arena_copy(request->arena, text_of(letter, texts[i])));
	page_text(section, "sent_at", moment_of(request, letter, "sent_at"));
	bind_code(section, "GOING_ON_IS", text_of(letter, "going_on"));
	page_show(section, integer_of(letter, "anonymous") ? "ANONYMOUS" : "NAMED");
	json_array_foreach(json_object_get(letter, "files"), i, file)
		page_text(page_section(section, "evidence"), "name", arena_copy(request->arena, text_of(file, "name")));
	if (!i)
		page_show(section, "no_evidence");
	json_decref(letter);
}

static const char *new_nonce(struct arena *arena)
{
	unsigned char bytes[8];
	char *text = arena_take(arena, 2 * sizeof bytes + 1);

	randombytes_buf(bytes, sizeof bytes);
	return sodium_bin2hex(text, 2 * sizeof bytes + 1, bytes, sizeof bytes);
}

/* The message's form: what was typed and the files that were taken, when something kept it from being sent. */
static void bind_message(struct request *request, struct page *page, bool again)
{
	const struct values *typed = request->form->typed;
	bool is_its_own = again && !*values_text(typed, "number");
	const char *files = is_its_own ? values_text(typed, "file") : "";

	page_text(page, "text", is_its_own ? values_text(typed, "text") : "");
	intake_show_files(request, page, files);
	show_carried_lines(page, "file", files, request->arena);
}

/* One for whichever form of the page is sent: they share its nonce, and so its name. */
static void bind_challenge(struct request *request, struct page *page, const struct receipt *receipt, const char *nonce)
{
	char envelope[RECEIPT_NAME];

	receipt_envelope(receipt, envelope);
	allowance_bind_challenge(request, page, arena_format(request->arena, "%s-m%s", envelope, nonce));
}

/* Its time is over: the page says so, and has no forms. */
static enum outcome show_erased(struct request *request, const struct follow *follow, enum outcome outcome)
{
	struct page *page = page_begin(request, "public/receipt-erased.tpl");
	enum outcome made;

	page_text(page, "erased_at", moment_of(request, follow->mail, "erased_at"));
	made = page_end(request, page);
	return made == PAGE ? outcome : made;
}

enum outcome follow_show(struct request *request, const struct follow *follow, struct page *page, enum follow_notice notice,
			 enum outcome outcome, int wait)
{
	const char *nonce = values_text(request->form->typed, "nonce");
	char *receipt = arena_take(request->arena, RECEIPT_TEXT);
	/* What was sent has used up its nonce; what was not keeps it, so that sending it again is the same. */
	bool again = outcome != PAGE || *values_text(request->form->values, "text_size");
	enum outcome made;

	request->response.cache = SHOW_AGAIN;
	if (json_object_get(follow->mail, "erased_at")) {
		page_free(page);
		return show_erased(request, follow, outcome);
	}
	portal_size_in_form(request, page, "");
	receipt_print(&follow->receipt, receipt);
	if (!again || !*nonce)
		nonce = new_nonce(request->arena);
	bind_keys(page, receipt, nonce);
	bind_cases(request, page, follow->mail, receipt, nonce, again, wait > 0);
	bind_letter(request, page, follow->mail);
	bind_messages(request, page, follow->mail);
	page_integer(page, "messages_earlier", integer_of(follow->mail, "messages_earlier"));
	bind_message(request, page, again);
	bind_challenge(request, page, &follow->receipt, nonce);
	page_text(page, "stamped", text_of(follow->mail, "stamp"));
	page_integer(page, "wait", wait);
	if (wait && !*values_text(request->form->typed, "number"))
		page_show(page, "MESSAGE_WAITS");
	if (notice == FOLLOW_SENT)
		page_show(page, "SENT");
	if (notice == FOLLOW_FULL)
		page_show(page, "FULL");
	made = page_end(request, page);
	return made == PAGE ? outcome : made;
}

/* Those after the office's last one. */
size_t follow_unanswered(const json_t *mail)
{
	const json_t *messages = json_object_get(mail, "messages");
	size_t count = json_array_size(messages), at = count;

	while (at > 0) {
		const char *from = json_string_value(json_object_get(json_array_get(messages, at - 1), "from"));

		if (!from || strcmp(from, "reporter") != 0)
			break;
		at--;
	}
	return count - at;
}
