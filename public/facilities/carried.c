/* SPDX-License-Identifier: Apache-2.0 */
/* The question of a list as it goes along on the way from it. */
#include "carried.h"

#include <string.h>

#include "ages.h"
#include "child.h"

static const struct field carried_fields[] = { CARRIED_FIELDS, { 0 } };
static const struct form carried_form = { carried_fields };

/* The name of a way of care that a field asks for; one that is not known is refused and not asked for. */
static const char *mode_name(struct request *request, struct form_result *form, const char *field)
{
	const struct rows *modes = &published_of(request)->modes;
	const char *mode = values_text(form->values, field);

	for (size_t i = 0; *mode && i < modes->count; i++)
		if (strcmp(values_text(&modes->at[i], "code"), mode) == 0)
			return values_text(&modes->at[i], "name");
	if (*mode)
		form_refuse(form, field, FIELD_MALFORMED);
	values_put_null(form->values, field);
	return "";
}

bool carried_settle(struct request *request, struct form_result *form, struct carried *carried)
{
	if (!child_read_age(request, form) || !child_read_start(request, form))
		return false;
	carried->form = form;
	carried->mode_name = mode_name(request, form, "mode");
	carried->not_mode_name = *carried->mode_name ? "" : mode_name(request, form, "not_mode");
	carried->offer = offer_question(portal_of(request), form->values, request->arena);
	return true;
}

bool carried_read(struct request *request, const char *list, struct carried *carried)
{
	struct form_result *form = form_read(&carried_form, list, request->arena);

	return carried_settle(request, form ? form : form_read(&carried_form, "", request->arena), carried);
}

void carried_bind(struct request *request, const struct carried *carried, struct page *page)
{
	const struct offer_question *offer = &carried->offer;

	page_show(page, offer_asks(offer) ? "for_question" : "for_all");
	page_text(page, "asked_age", offer->age < 0 ? "" : arena_format(request->arena, "%d", (int)offer->age));
	page_text(page, "asked_age_words", offer->age < 0 ? "" : age_words(published_of(request), offer->age));
	page_text(page, "asked_start", offer->ahead < 0 ? "" : child_month(portal_of(request), offer->ahead, request->arena));
	page_text(page, "asked_fee_max", offer->fee_max_fen < 0 ? "" : values_text(carried->form->typed, "fee_max"));
	page_text(page, "asked_mode_name", carried->mode_name);
	page_text(page, "asked_not_mode_name", carried->not_mode_name);
}
