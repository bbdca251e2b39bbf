/* SPDX-License-Identifier: Apache-2.0 */
/* Sending a letter: sealed, on disk, and only then the receipt is shown. Sent again, it is the same envelope, or a message. */
#include <jansson.h>
#include <math.h>
#include <sodium.h>
#include <string.h>

#include "allowance.h"
#include "follow.h"
#include "lib/seal/again.h"
#include "lib/base/json.h"
#include "lib/seal/mailbox.h"
#include "show.h"
#include "upload.h"
#include "wizard.h"

static json_t *letter_of(struct request *request, const struct wizard *wizard, const struct receipt *receipt, const char *lane)
{
	const struct form_result *form = request->form;
	uint8_t lookup[RECEIPT_HASH], key[RECEIPT_HASH];
	char lookup_text[RECEIPT_NAME], key_text[RECEIPT_NAME];
	json_t *letter;

	receipt_lookup(receipt, lookup);
	receipt_key(receipt, key);
	sodium_bin2hex(lookup_text, sizeof lookup_text, lookup, sizeof lookup);
	sodium_bin2hex(key_text, sizeof key_text, key, sizeof key);
	letter = json_pack("{s:i, s:s, s:s, s:s, s:I, s:s, s:i, s:o}", "version", 1, "what", wizard->letter->what, "lookup", lookup_text,
			   "key", key_text, "sent_at", (json_int_t)request->now, "lane", lane, "trap",
			   *values_text(form->typed, "website") != '\0', "files",
			   intake_files(values_text(form->values, "file"), request->arena));
	letter_form_put(wizard->letter, form, letter);
	sodium_memzero(key, sizeof key);
	sodium_memzero(key_text, sizeof key_text);
	return letter;
}

static enum outcome show_sent(struct request *request, const struct wizard *wizard, const struct receipt *receipt, bool again)
{
	struct page *page = page_begin(request, wizard->sent);

	request->response.cache = SHOW_AGAIN;
	portal_size_in_form(request, page, "");
	show_receipt(request, page, receipt);
	page_integer(page, "again_is", again);
	if (again)
		page_show(page, "AGAIN");
	if (!wizard->bind_sent(request, page)) {
		page_free(page);
		return BROKEN;
	}
	return page_end(request, page);
}

/* What became of a letter. */
struct sending {
	bool again;      /* its receipt has a letter already */
	int wait;        /* seconds until there may be another, else 0 */
	double unanswered_most; /* as many wait for an answer as may: how many these are; else 0 */
};

/* Whether one more message may wait for an answer. False: not, or it could not be asked. */
static bool may_wait(struct request *request, const char *mail, struct sending *sending)
{
	json_t *opened = json_loads(mail, JSON_REJECT_DUPLICATES, NULL);
	double most = INFINITY;
	bool may = show_rule(request, UNANSWERED_RULE, &most) && (double)follow_unanswered(opened) < most;

	json_decref(opened);
	if (!may && most < INFINITY)
		sending->unanswered_most = most;
	return may;
}

/*
 * A receipt has one letter. When there is one (in the inbox, or taken already: then the receipt has mail), this goes as a message,
 * named by what it says: the office compares, passes over what it has, and reads what is new. Such messages are counted as those of the
 * receipt's page, since the letter's own proof or turn is for one letter, and as many of them may wait for an answer.
 */
static enum envelope_end put(struct request *request, const struct receipt *receipt, const char *name, json_t *letter, struct sending *sending)
{
	const char *other = again_name(name, letter, request->arena), *text = json_canonical(letter, request->arena), *mail;
	enum envelope_end end = ENVELOPE_ALREADY_THERE;

	*sending = (struct sending){ .again = mailbox_read(intake_of(request)->mailbox, receipt, request->arena, &mail) == MAILBOX_FOUND };
	if (sending->again && !may_wait(request, mail, sending))
		return ENVELOPE_NO_ROOM;
	if (!sending->again)
		end = intake_put(request, name, text);
	if (end != ENVELOPE_ALREADY_THERE)
		return end;
	sending->again = true;
	return allowance_follow(request, receipt, other, &sending->wait) ? intake_put(request, other, text) : ENVELOPE_NO_ROOM;
}

/* The check page again, with a section that says why it was not sent. */
static enum outcome show_check(struct request *request, const struct wizard *wizard, const char *section, double number, enum outcome outcome)
{
	struct page *page = wizard_page(request, wizard, letter_page_named(wizard->letter, "check"), false);

	if (page) {
		page_show(page, section);
		page_integer(page, "unanswered_most", (int64_t)number);
	}
	return wizard_page_end(request, page, outcome);
}

static enum outcome seal(struct request *request, const struct wizard *wizard, const struct receipt *receipt)
{
	const struct letter_page *check = letter_page_named(wizard->letter, "check");
	char name[RECEIPT_NAME];
	const char *lane;
	struct sending sending = { 0 };

	receipt_envelope(receipt, name);
	lane = allowance_letter(request, name, &sending.wait);
	if (!lane)
		return wizard_show(request, wizard, check, HELD, sending.wait);
	switch (put(request, receipt, name, letter_of(request, wizard, receipt, lane), &sending)) {
	case ENVELOPE_SENT:
	case ENVELOPE_ALREADY_THERE:
		return show_sent(request, wizard, receipt, sending.again);
	case ENVELOPE_NO_ROOM:
	case ENVELOPE_FAILED:
		break;
	}
	if (sending.unanswered_most > 0)
		return show_check(request, wizard, "UNANSWERED", sending.unanswered_most, HELD);
	return wizard_show(request, wizard, check, sending.wait ? HELD : FULL, sending.wait);
}

/* The page with the receipt in another size of text; it is shown to who sends its code, and says nothing that was not said there. */
enum outcome wizard_sent(struct request *request, const struct wizard *wizard)
{
	struct receipt receipt;
	enum outcome outcome;

	if (allowance_from_elsewhere(request))
		return DENIED;
	if (receipt_read(values_text(request->form->typed, "receipt"), &receipt) != RECEIPT_FINE)
		return BAD;
	portal_takes_text_size(request);
	outcome = show_sent(request, wizard, &receipt, values_integer(request->form->values, "again") != 0);
	receipt_wipe(&receipt);
	return outcome;
}

/* What is sent again was taken in with its files: they need not lie there any more. */
static bool was_sent(struct request *request, const struct receipt *receipt, const char *name)
{
	const char *mail;

	return intake_letter_waits(request, name) || mailbox_read(intake_of(request)->mailbox, receipt, request->arena, &mail) == MAILBOX_FOUND;
}

/* A file that is not there any more is no part of what a receipt is given for: it is taken from the list, and the page says so. */
static bool take_out_gone(struct request *request, const struct receipt *receipt, struct upload *upload)
{
	const char *name, *id;
	char envelope[RECEIPT_NAME];

	*upload = (struct upload){ .problem = UPLOAD_FINE };
	receipt_envelope(receipt, envelope);
	if (was_sent(request, receipt, envelope))
		return false;
	while ((name = intake_lacks(request, envelope, values_text(request->form->values, "file"), &id))) {
		if (upload->problem == UPLOAD_FINE)
			*upload = (struct upload){ .problem = UPLOAD_GONE, .name = name };
		intake_remove_file(request, id);
	}
	return upload->problem == UPLOAD_GONE;
}

static enum outcome show_gone(struct request *request, const struct wizard *wizard, const struct upload *upload)
{
	struct page *page = wizard_page(request, wizard, letter_page_named(wizard->letter, wizard->evidence), true);

	if (page)
		upload_show(upload, page);
	return wizard_page_end(request, page, INVALID);
}

enum outcome wizard_send(struct request *request, const struct wizard *wizard)
{
	const struct letter_page *wrong;
	struct receipt receipt;
	struct upload upload;
	enum outcome outcome;

	intake_own_receipt(request);
	/* What another site's page would have somebody say is shown, and opens nothing until he sends it himself. */
	if (allowance_from_elsewhere(request))
		return show_check(request, wizard, "FROM_ELSEWHERE", 0, INVALID);
	if (portal_takes_text_size(request))
		return wizard_show(request, wizard, letter_page_named(wizard->letter, "check"), PAGE, 0);
	wrong = letter_first_wrong(wizard->letter, request->form);
	if (wrong)
		return wizard_show(request, wizard, wrong, INVALID, 0);
	intake_receipt(request->form, &receipt);
	outcome = take_out_gone(request, &receipt, &upload) ? show_gone(request, wizard, &upload) : seal(request, wizard, &receipt);
	receipt_wipe(&receipt);
	return outcome;
}
