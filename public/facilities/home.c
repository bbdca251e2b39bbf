/* SPDX-License-Identifier: Apache-2.0 */
/* The first page: where, how old, all day or half a day; and what the kinds of facility are. */
#include "kinds.h"

/* What was typed comes along when the size of text changes. */
static const struct field home_fields[] = {
	{ "q", FIELD_TEXT, OPTIONAL, 0, 1000, NULL },
	{ "age", FIELD_TEXT, OPTIONAL, 0, 60, NULL },
	{ "mode", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "inclusive", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "vacancy", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form home_form = { home_fields };

static void bind_typed(const struct request *request, struct page *page)
{
	const struct form_result *form = request->form;

	page_text(page, "q", values_text(form->typed, "q"));
	page_text(page, "age", values_text(form->typed, "age"));
	if (values_integer(form->values, "inclusive"))
		page_show(page, "inclusive_checked");
	if (values_integer(form->values, "vacancy"))
		page_show(page, "vacancy_checked");
	portal_size_in_search(request, page);
}

enum outcome home_show(struct request *request)
{
	enum outcome outcome;
	struct page *page;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	page = page_begin_with_counts(request, "public/home.tpl");
	bind_typed(request, page);
	outcome = kinds_bind(request, page);
	if (outcome == PAGE)
		return page_end(request, page);
	page_free(page);
	return outcome;
}
