/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of a complaint: their order, what each asks, when its answers will do. */
#include <string.h>

#include "complaint.h"
#include "lib/base/text.h"
#include "rules/cases/letter_choices.h"

#define LONGEST_STORY 5000
#define MOST_FILES 6

static const struct field complaint_fields[] = {
	{ "receipt", FIELD_TEXT, OPTIONAL, 0, 60, NULL },
	{ "step", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "go", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "to_check", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	PORTAL_TEXT_SIZE,
	{ "again", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
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
	{ "altcha", FIELD_TEXT, OPTIONAL, 0, 4000, NULL },
	{ "turn", FIELD_TEXT, OPTIONAL, 0, 60, NULL },
	{ "website", FIELD_TEXT, OPTIONAL, 0, 200, NULL },
	{ 0 },
};
const struct form complaint_form = { complaint_fields };

const struct step complaint_steps[] = {
	{ "kind", "public/complaint-kind.tpl", "kind", "kind" },
	{ "urgent", "public/complaint-urgent.tpl", "", "" },
	{ "facility", "public/complaint-facility.tpl", "facility place q", "" },
	{ "story", "public/complaint-story.tpl", "story wish", "story" },
	{ "when", "public/complaint-when.tpl", "happened going_on", "going_on" },
	{ "evidence", "public/complaint-evidence.tpl", "file", "" },
	{ "contact", "public/complaint-contact.tpl", "anonymous contact_name contact_phone contact_other reply_by",
	  "anonymous" },
	{ "check", "public/complaint-check.tpl", "split altcha turn website", "" },
	{ 0 },
};

const struct step *complaint_step_named(const char *name)
{
	for (const struct step *step = complaint_steps; step->name; step++)
		if (strcmp(step->name, name) == 0)
			return step;
	return NULL;
}

static bool is_skipped(const struct step *step, const struct form_result *form)
{
	return strcmp(step->name, "urgent") == 0 && strcmp(values_text(form->values, "kind"), "EMERGENCY") != 0;
}

const struct step *complaint_next(const struct step *step, const struct form_result *form)
{
	do
		step += step[1].name != NULL;
	while (is_skipped(step, form));
	return step;
}

const struct step *complaint_before(const struct step *step, const struct form_result *form)
{
	do
		step -= step != complaint_steps;
	while (is_skipped(step, form));
	return step;
}

static bool given(const struct form_result *form, const char *name)
{
	return *values_text(form->typed, name) != '\0';
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

bool complaint_step_fine(struct request *request, const struct step *step)
{
	struct form_result *form = request->form;
	bool fine = true;

	for (size_t i = 0; complaint_fields[i].name; i++)
		if (text_has_word(step->required, complaint_fields[i].name) && !given(form, complaint_fields[i].name))
			form_refuse(form, complaint_fields[i].name, FIELD_MISSING);
	if (strcmp(step->name, "facility") == 0)
		check_facility(form);
	if (strcmp(step->name, "contact") == 0)
		check_contact(form);
	for (size_t i = 0; complaint_fields[i].name; i++)
		if (text_has_word(step->fields, complaint_fields[i].name) && form->states[i] != FIELD_FINE)
			fine = false;
	return fine;
}

const struct step *complaint_first_wrong(struct request *request)
{
	for (const struct step *step = complaint_steps; step->name; step++)
		if (!is_skipped(step, request->form) && !complaint_step_fine(request, step))
			return step;
	return NULL;
}
