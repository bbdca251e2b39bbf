/* SPDX-License-Identifier: Apache-2.0 */
/* What the holder of a receipt sends after the complaint: an answer with evidence, a withdrawal, a rating. */
#include <math.h>
#include <sodium.h>
#include <string.h>

#include "allowance.h"
#include "follow.h"
#include "lib/seal/again.h"
#include "lib/base/json.h"
#include "show.h"
#include "upload.h"

#define FOLLOW_PAGE "public/receipt-follow.tpl"

static const struct field message_fields[] = {
	{ "receipt", FIELD_TEXT, REQUIRED, 1, 80, NULL },
	{ "nonce", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "text", FIELD_PARAGRAPHS, OPTIONAL, 0, 5000, NULL },
	{ "file", FIELD_LINES, OPTIONAL, 0, 6, NULL },
	{ "altcha", FIELD_TEXT, OPTIONAL, 0, 4000, NULL },
	TEXT_SIZE_FIELD,
	{ 0 },
};
static const struct form message_form = { message_fields };

static const struct field withdraw_fields[] = {
	{ "receipt", FIELD_TEXT, REQUIRED, 1, 80, NULL }, { "nonce", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "number", FIELD_CODE, REQUIRED, 0, 0, NULL },   { "reason", FIELD_PARAGRAPHS, OPTIONAL, 0, 500, NULL },
	{ "sure", FIELD_FLAG, OPTIONAL, 0, 0, NULL },     { "altcha", FIELD_TEXT, OPTIONAL, 0, 4000, NULL },
	TEXT_SIZE_FIELD,
	{ 0 },
};
const struct form withdraw_form = { withdraw_fields };

static const struct field rating_fields[] = {
	{ "receipt", FIELD_TEXT, REQUIRED, 1, 80, NULL },
	{ "nonce", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "number", FIELD_CODE, REQUIRED, 0, 0, NULL },
	{ "solved", FIELD_FLAG, REQUIRED, 0, 0, NULL },
	{ "stars", FIELD_INTEGER, OPTIONAL, 1, 5, NULL },
	{ "text", FIELD_PARAGRAPHS, OPTIONAL, 0, 1000, NULL },
	{ "altcha", FIELD_TEXT, OPTIONAL, 0, 4000, NULL },
	TEXT_SIZE_FIELD,
	{ 0 },
};
const struct form rating_form = { rating_fields };

static enum outcome show(struct request *request, const struct follow *follow, enum follow_notice notice, enum outcome outcome,
			 int wait)
{
	return follow_show(request, follow, page_begin(request, FOLLOW_PAGE), notice, outcome, wait);
}

/*
 * Named by the page's nonce and by what it says: sent twice it is once, and what was corrected on the page of before (by the browser's
 * Back) is another. A file that comes again has another id, not another content.
 */
static const char *name_of(struct request *request, const char *envelope, const json_t *letter)
{
	json_t *said = json_deep_copy(letter), *file;
	const char *name;
	size_t i;

	json_object_set_new(said, "key", json_string(values_text(request->form->values, "nonce")));
	json_array_foreach(json_object_get(said, "files"), i, file)
	{
		json_object_del(file, "id");
	}
	name = again_name(envelope, said, request->arena);
	json_decref(said);
	return name;
}

/* Seal it under the receipt's name. */
static enum outcome put(struct request *request, const struct follow *follow, const char *what, json_t *letter)
{
	const char *nonce = values_text(request->form->values, "nonce");
	char envelope[RECEIPT_NAME], lookup_text[RECEIPT_NAME];
	uint8_t lookup[RECEIPT_HASH];
	const char *name, *lane;
	enum envelope_end end;
	int wait;

	receipt_envelope(&follow->receipt, envelope);
	receipt_lookup(&follow->receipt, lookup);
	name = arena_format(request->arena, "%s-m%s", envelope, nonce);
	lane = allowance_follow(request, &follow->receipt, name, &wait);
	if (!lane) {
		json_decref(letter);
		return show(request, follow, FOLLOW_HELD, HELD, wait);
	}
	sodium_bin2hex(lookup_text, sizeof lookup_text, lookup, sizeof lookup);
	name = name_of(request, envelope, letter);
	json_object_set_new(letter, "version", json_integer(1));
	json_object_set_new(letter, "what", json_string(what));
	json_object_set_new(letter, "lookup", json_string(lookup_text));
	json_object_set_new(letter, "sent_at", json_integer(request->now));
	json_object_set_new(letter, "lane", json_string(lane));
	json_object_set_new(letter, "trap", json_integer(0));
	end = intake_put(request, name, json_canonical(letter, request->arena));
	if (end == ENVELOPE_SENT || end == ENVELOPE_ALREADY_THERE)
		return show(request, follow, FOLLOW_SENT, PAGE, 0);
	return show(request, follow, FOLLOW_FULL, FULL, 0);
}

static bool nonce_is_fine(const struct request *request)
{
	const char *nonce = values_text(request->form->values, "nonce");

	return strlen(nonce) == 16 && strspn(nonce, "0123456789abcdef") == 16;
}

/* Open what the receipt leads to, then let `run` put it. */
static enum outcome with_follow(struct request *request, enum outcome (*run)(struct request *request, const struct follow *follow))
{
	struct follow follow;
	enum outcome outcome = nonce_is_fine(request) ? follow_open(request, &follow) : BAD;

	if (outcome != PAGE)
		return outcome;
	if (portal_takes_text_size(request))
		outcome = show(request, &follow, FOLLOW_NOTHING, PAGE, 0);
	else if (json_object_get(follow.mail, "erased_at"))
		/* Of what is erased nothing more is taken. */
		outcome = show(request, &follow, FOLLOW_NOTHING, CONFLICT, 0);
	else
		outcome = run(request, &follow);
	follow_end(&follow);
	return outcome;
}

/* Nothing is sent when a field is wrong: the page again, saying which. */
static enum outcome show_wrong(struct request *request, const struct follow *follow)
{
	struct page *page = page_begin(request, FOLLOW_PAGE);

	form_show(request->form, page);
	return follow_show(request, follow, page, FOLLOW_NOTHING, INVALID, 0);
}

/* As many wait for an answer as may: more would only hide them from who is to read them. What was typed stands there again. */
static enum outcome show_unanswered(struct request *request, const struct follow *follow, double most)
{
	struct page *page = page_begin(request, FOLLOW_PAGE);

	page_show(page, "UNANSWERED");
	page_integer(page, "unanswered_most", (int64_t)most);
	return follow_show(request, follow, page, FOLLOW_NOTHING, HELD, 0);
}

/* A page that was kept open: its files were removed meanwhile. It names the first of them, and keeps the words. */
static enum outcome show_gone(struct request *request, const struct follow *follow, const char *name)
{
	struct upload gone = { .problem = UPLOAD_GONE, .name = name };
	struct page *page = page_begin(request, FOLLOW_PAGE);

	form_show(request->form, page);
	upload_show(&gone, page);
	return follow_show(request, follow, page, FOLLOW_NOTHING, INVALID, 0);
}

/* The name of the first file that is not there any more, NULL: all are. Those are taken from the list. */
static const char *take_out_gone(struct request *request, const struct follow *follow)
{
	const char *first = NULL, *name, *id;
	char envelope[RECEIPT_NAME];

	receipt_envelope(&follow->receipt, envelope);
	while ((name = intake_lacks(request, envelope, values_text(request->form->values, "file"), &id))) {
		first = first ? first : name;
		intake_remove_file(request, id);
	}
	return first;
}

static enum outcome put_message(struct request *request, const struct follow *follow)
{
	const struct form_result *form = request->form;
	double most = INFINITY;
	const char *gone;

	if (!*values_text(form->values, "text") && !*values_text(form->values, "file"))
		form_refuse(request->form, "text", FIELD_MISSING);
	if (!form->fine)
		return show_wrong(request, follow);
	if (!show_rule(request, UNANSWERED_RULE, &most))
		return BROKEN;
	if ((double)follow_unanswered(follow->mail) >= most)
		return show_unanswered(request, follow, most);
	gone = take_out_gone(request, follow);
	if (gone)
		return show_gone(request, follow, gone);
	return put(request, follow, "message",
		   json_pack("{s:s, s:o}", "text", values_text(form->values, "text"), "files",
			     intake_files(values_text(form->values, "file"), request->arena)));
}

static enum outcome put_withdrawal(struct request *request, const struct follow *follow)
{
	const struct form_result *form = request->form;

	if (!values_integer(form->values, "sure"))
		form_refuse(request->form, "sure", FIELD_MISSING);
	if (!form->fine)
		return show_wrong(request, follow);
	return put(request, follow, "withdraw",
		   json_pack("{s:s, s:s}", "case", values_text(form->values, "number"), "reason",
			     values_text(form->values, "reason")));
}

static enum outcome put_rating(struct request *request, const struct follow *follow)
{
	const struct form_result *form = request->form;

	if (!form->fine)
		return show_wrong(request, follow);
	return put(request, follow, "rating",
		   json_pack("{s:s, s:i, s:i, s:s}", "case", values_text(form->values, "number"), "solved",
			     (int)values_integer(form->values, "solved"), "stars", (int)values_integer(form->values, "stars"),
			     "text", values_text(form->values, "text")));
}

enum outcome receipt_withdraw(struct request *request)
{
	return with_follow(request, put_withdrawal);
}

enum outcome receipt_rate(struct request *request)
{
	return with_follow(request, put_rating);
}

/* The text is kept when a file was not taken. */
static enum outcome show_upload_problem(struct request *request, const struct upload *upload)
{
	struct follow follow;
	enum outcome outcome = follow_open(request, &follow);
	struct page *page;

	if (outcome != PAGE)
		return outcome;
	page = page_begin(request, FOLLOW_PAGE);
	upload_show(upload, page);
	outcome = follow_show(request, &follow, page, FOLLOW_NOTHING, INVALID, 0);
	follow_end(&follow);
	return outcome;
}

enum outcome receipt_message(struct request *request)
{
	struct upload upload;

	if (!upload_read(request, &message_form, &upload))
		return BAD;
	request->form = upload.form;
	portal_takes_text_size(request);
	if (upload.problem != UPLOAD_FINE)
		return show_upload_problem(request, &upload);
	return with_follow(request, put_message);
}
