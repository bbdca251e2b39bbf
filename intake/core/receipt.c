/* SPDX-License-Identifier: Apache-2.0 */
/* /receipt: the code opens the state, the deadline, the steps, the messages. */
#include <sodium.h>
#include <string.h>

#include "allowance.h"
#include "follow.h"
#include "lib/base/calendar.h"
#include "lib/base/json.h"
#include "lib/seal/mailbox.h"
#include "show.h"

static const struct field receipt_fields[] = {
	{ "receipt", FIELD_TEXT, REQUIRED, 1, 80, NULL },
	TEXT_SIZE_FIELD,
	{ 0 },
};
const struct form receipt_form = { receipt_fields };

static enum outcome ask(struct request *request, const char *problem, enum outcome outcome, int wait)
{
	struct page *page = page_begin(request, "public/receipt.tpl");
	enum outcome made;

	request->response.cache = SHOW_AGAIN;
	portal_size_in_form(request, page, "");
	/* What was typed is shown again only while it is being typed, or when the code cannot be right: it is a secret. */
	if (request->form && (outcome == INVALID || !*problem) && strcmp(problem, "UNKNOWN") != 0)
		page_values(page, request->form->typed);
	if (*problem) {
		page_show(page, "ERRORS");
		page_show(page, strcmp(problem, "WAIT") == 0 ? "WAIT_PROBLEM" : problem);
	}
	page_integer(page, "wait", wait);
	made = page_end(request, page);
	return made == PAGE ? outcome : made;
}

enum outcome receipt_ask(struct request *request)
{
	return ask(request, "", PAGE, 0);
}

static const char *reading_problem(struct request *request, struct receipt *receipt)
{
	const char *typed = values_text(request->form->typed, "receipt");

	if (!*typed)
		return "MISSING";
	switch (receipt_read(typed, receipt)) {
	case RECEIPT_FINE:
		return NULL;
	case RECEIPT_LENGTH:
		return "LENGTH";
	case RECEIPT_ALPHABET:
		return "ALPHABET";
	case RECEIPT_MISTYPED:
		return "MISTYPED";
	}
	return "MISTYPED";
}

enum outcome follow_open(struct request *request, struct follow *follow)
{
	const char *problem = reading_problem(request, &follow->receipt), *text;
	int wait;

	follow->mail = NULL;
	if (problem)
		return ask(request, problem, INVALID, 0);
	if (mailbox_read(intake_of(request)->mailbox, &follow->receipt, request->arena, &text) == MAILBOX_FOUND)
		follow->mail = json_loads(text, 0, NULL);
	if (follow->mail)
		return PAGE;
	receipt_wipe(&follow->receipt);
	if (!allowance_wrong_code(request, &wait))
		return ask(request, "WAIT", HELD, wait);
	return ask(request, "UNKNOWN", INVALID, 0);
}

void follow_end(struct follow *follow)
{
	receipt_wipe(&follow->receipt);
	json_decref(follow->mail);
}

enum outcome receipt_show(struct request *request)
{
	struct follow follow;
	enum outcome outcome;

	if (portal_takes_text_size(request))
		return ask(request, "", PAGE, 0);
	outcome = follow_open(request, &follow);
	if (outcome != PAGE)
		return outcome;
	outcome = follow_show(request, &follow, page_begin(request, "public/receipt-follow.tpl"), FOLLOW_NOTHING, PAGE, 0);
	follow_end(&follow);
	return outcome;
}

/* A member of the mail, offered for saving. */
static enum outcome save(struct request *request, const char *member, const char *file_name, enum content content)
{
	struct follow follow;
	enum outcome outcome = follow_open(request, &follow);
	const char *text;

	if (outcome != PAGE)
		return outcome;
	text = json_string_value(json_object_get(follow.mail, member));
	if (text)
		buffer_text(request->response.body, text);
	else
		outcome = MISSING;
	request->response.content = content;
	request->response.file_name = file_name;
	follow_end(&follow);
	return outcome;
}

enum outcome receipt_stamp(struct request *request)
{
	return save(request, "stamp", "stamp.txt", CONTENT_TEXT);
}

enum outcome receipt_opening(struct request *request)
{
	return save(request, "opening", "complaint.json", CONTENT_JSON);
}

enum outcome receipt_key_show(struct request *request)
{
	buffer_text(request->response.body, portal_of(request)->config->receipt_public_key);
	buffer_text(request->response.body, "\n");
	request->response.content = CONTENT_TEXT;
	return PAGE;
}
