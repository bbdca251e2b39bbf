/* SPDX-License-Identifier: Apache-2.0 */
/* Sending a complaint: sealed, on disk, and only then the receipt is shown. Sent again, it is the same envelope. */
#include <jansson.h>
#include <sodium.h>
#include <string.h>

#include "complaint.h"
#include "lib/json.h"
#include "show.h"

static const char *const texts[] = { "kind",     "facility",     "place",         "story",         "wish",     "happened",
				     "going_on", "contact_name", "contact_phone", "contact_other", "reply_by", NULL };

/* What of a form's text fields goes into a letter; an anonymous one takes no contact along, whatever was typed before. */
static void put_texts(json_t *letter, const struct form_result *form)
{
	bool anonymous = values_integer(form->values, "anonymous") != 0;

	for (const char *const *name = texts; *name; name++)
		json_object_set_new(
			letter, *name,
			json_string(anonymous && strncmp(*name, "contact_", 8) == 0 ? "" : values_text(form->values, *name)));
	json_object_set_new(letter, "anonymous", json_integer(anonymous));
	json_object_set_new(letter, "split", json_integer(values_integer(form->values, "split")));
}

static const char *letter_of(struct request *request, const struct receipt *receipt, const char *lane)
{
	const struct form_result *form = request->form;
	uint8_t lookup[RECEIPT_HASH], key[RECEIPT_HASH];
	char lookup_text[RECEIPT_NAME], key_text[RECEIPT_NAME];
	json_t *letter;

	receipt_lookup(receipt, lookup);
	receipt_key(receipt, key);
	sodium_bin2hex(lookup_text, sizeof lookup_text, lookup, sizeof lookup);
	sodium_bin2hex(key_text, sizeof key_text, key, sizeof key);
	letter = json_pack("{s:i, s:s, s:s, s:s, s:I, s:s, s:i, s:o}", "version", 1, "what", "complaint", "lookup", lookup_text,
			   "key", key_text, "sent_at", (json_int_t)request->now, "lane", lane, "trap",
			   *values_text(form->typed, "website") != '\0', "files",
			   intake_files(values_text(form->values, "file"), request->arena));
	put_texts(letter, form);
	sodium_memzero(key, sizeof key);
	sodium_memzero(key_text, sizeof key_text);
	return json_canonical(letter, request->arena);
}

static enum outcome show_sent(struct request *request, const struct receipt *receipt)
{
	struct page *page = page_begin(request, "public/complaint-sent.tpl");

	show_receipt(request, page, receipt);
	show_time(request, page, values_text(request->form->values, "kind"));
	if (values_integer(request->form->values, "anonymous"))
		page_show(page, "ANONYMOUS");
	return page_end(request, page);
}

static enum outcome seal(struct request *request, const struct receipt *receipt)
{
	char name[RECEIPT_NAME];
	const char *lane;
	int wait;

	receipt_envelope(receipt, name);
	lane = intake_lane(request, values_text(request->form->values, "altcha"), name, &wait);
	if (!lane)
		return complaint_show_step(request, complaint_step_named("check"), HELD, wait);
	switch (intake_put(request, name, letter_of(request, receipt, lane))) {
	case ENVELOPE_SENT:
	case ENVELOPE_ALREADY_THERE:
		return show_sent(request, receipt);
	case ENVELOPE_NO_ROOM:
		return complaint_show_step(request, complaint_step_named("check"), FULL, 0);
	case ENVELOPE_FAILED:
		break;
	}
	return complaint_show_step(request, complaint_step_named("check"), FULL, 0);
}

enum outcome complaint_send(struct request *request)
{
	const struct step *wrong = complaint_first_wrong(request);
	struct receipt receipt;
	enum outcome outcome;

	intake_own_receipt(request);
	if (wrong)
		return complaint_show_step(request, wrong, INVALID, 0);
	intake_receipt(request->form, &receipt);
	outcome = seal(request, &receipt);
	receipt_wipe(&receipt);
	return outcome;
}
