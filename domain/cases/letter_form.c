/* SPDX-License-Identifier: Apache-2.0 */
/* The fields and pages of a complaint. */
#include "letter_form.h"

#include <string.h>

#include "rules/cases/letter_choices.h"

#define LONGEST_STORY 5000
#define MOST_FILES 6

static const struct field fields[] = {
	LETTER_FORM_PAGES,
	{ "kind", FIELD_CHOICE, OPTIONAL, 0, 0, letter_kind },
	{ "facility", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "q", FIELD_TEXT, OPTIONAL, 0, 60, NULL },
	{ "place", FIELD_TEXT, OPTIONAL, 2, 200, NULL },
	{ "story", FIELD_PARAGRAPHS, OPTIONAL, 5, LONGEST_STORY, NULL },
	{ "wish", FIELD_PARAGRAPHS, OPTIONAL, 0, 1000, NULL },
	{ "happened", FIELD_TEXT, OPTIONAL, 0, 100, NULL },
	{ "going_on", FIELD_CHOICE, OPTIONAL, 0, 0, letter_going_on },
	{ "file", FIELD_LINES, OPTIONAL, 0, MOST_FILES, NULL },
	{ "anonymous", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "contact_name", FIELD_TEXT, OPTIONAL, 0, 50, NULL },
	{ "contact_phone", FIELD_TEXT, OPTIONAL, 5, 30, NULL },
	{ "contact_other", FIELD_TEXT, OPTIONAL, 0, 100, NULL },
	{ "reply_by", FIELD_CHOICE, OPTIONAL, 0, 0, letter_reply_by },
	{ "split", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form complaint_form = { fields };

static bool given(const struct form_result *form, const char *name)
{
	return *values_text(form->typed, name) != '\0';
}

/* The numbers to call at once are for emergencies. */
static bool is_no_emergency(const struct form_result *form)
{
	return strcmp(values_text(form->values, "kind"), "EMERGENCY") != 0;
}

/* A facility of the edition, or words for where it is: one of them. */
static void check_facility(struct form_result *form)
{
	if (!given(form, "facility") && !given(form, "place"))
		form_refuse(form, "facility", FIELD_MISSING);
}

/* Who is to be answered by telephone, or mediates a dispute, must say who he is (投诉举报处理暂行办法 art. 9). */
static void check_contact(struct form_result *form)
{
	if (!given(form, "anonymous") || values_integer(form->values, "anonymous"))
		return;
	if (!given(form, "contact_name"))
		form_refuse(form, "contact_name", FIELD_MISSING);
	if (!given(form, "contact_phone") && !given(form, "contact_other"))
		form_refuse(form, "contact_phone", FIELD_MISSING);
}

static const struct letter_page pages[] = {
	{ "kind", "public/complaint-kind.tpl", "kind", "kind", NULL, NULL },
	{ "urgent", "public/complaint-urgent.tpl", "", "", is_no_emergency, NULL },
	{ "facility", "public/complaint-facility.tpl", "facility place q", "", NULL, check_facility },
	{ "story", "public/complaint-story.tpl", "story wish", "story", NULL, NULL },
	{ "when", "public/complaint-when.tpl", "happened going_on", "going_on", NULL, NULL },
	{ "evidence", "public/complaint-evidence.tpl", "file", "", NULL, NULL },
	{ "contact", "public/complaint-contact.tpl", "anonymous contact_name contact_phone contact_other reply_by", "anonymous", NULL, check_contact },
	{ "check", "public/complaint-check.tpl", "split altcha turn website", "", NULL, NULL },
	{ 0 },
};

const struct letter_form case_letter_form = {
	.what = "complaint",
	.form = &complaint_form,
	.pages = pages,
	.said = "kind facility place story wish happened going_on anonymous reply_by split contact_name contact_phone contact_other",
	.needed = "kind story",
	.contact = "contact_name contact_phone contact_other",
};
