/* SPDX-License-Identifier: Apache-2.0 */
/* The filters of a list as the officer sees them: what can be chosen, and what was, as chips to take off. */
#include <string.h>

#include "listing.h"

#define MOST_OPTIONS 2000

bool listing_options(struct request *request, const struct list_filter *filter, const char *typed, struct rows *rows)
{
	struct values *parameters = office_parameters(request);

	if (filter->terms)
		values_put_text(parameters, "list", filter->terms);
	values_put_text(parameters, "code", typed);
	return sql_list(office_of(request)->sql, filter->from, parameters, request->arena, MOST_OPTIONS, rows) ||
	       (office_broken(request), false);
}

/* Bind what can be chosen; *chosen is the name of what was, as typed when it has none. */
static bool bind_options(const struct listing *listing, const struct list_filter *filter, struct page *page, const char **chosen)
{
	const char *typed = values_text(listing->form->typed, filter->field);
	struct rows rows;

	*chosen = typed;
	if (!filter->from || (!filter->options && !*typed))
		return true;
	if (!listing_options(listing->request, filter, typed, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const char *code = filter->options ? values_text(&rows.at[i], "code") : typed, *name = values_text(&rows.at[i], "name");
		struct page *option = filter->options ? page_section(page, filter->options) : NULL;

		if (option) {
			page_text(option, "code", code);
			page_text(option, "name", name);
		}
		if (strcmp(code, typed) != 0)
			continue;
		*chosen = name;
		if (option)
			page_show(option, "selected");
	}
	return true;
}

static void bind_chips(const struct listing *listing, const char *const names[], struct page *page)
{
	struct list_chip chips[LIST_CHIPS];
	size_t count = list_chips(listing->of->list, listing->form, chips, listing->request->arena);

	if (count)
		page_show(page, "any_chips");
	for (size_t i = 0; i < count; i++) {
		struct page *chip = page_section(page, "chips");

		page_show(chip, chips[i].filter->chip);
		page_text(chip, "remove_url", chips[i].remove_url);
		if (!list_section(chips[i].filter, chips[i].typed))
			page_text(chip, "value", names[chips[i].filter - listing->of->list->filters]);
	}
}

static void bind_typed(const struct listing *listing, struct page *page)
{
	const struct list *list = listing->of->list;
	const char *section;

	form_show(listing->form, page);
	for (size_t i = 0; i < list->filter_count; i++)
		if ((section = list_section(&list->filters[i], values_text(listing->form->typed, list->filters[i].field))))
			page_show(page, section);
	for (const struct list_word *sort = list->sorts; sort->word; sort++)
		if (sort->section && strcmp(values_text(listing->form->values, "sort"), sort->word) == 0)
			page_show(page, sort->section);
}

/* Filters that say nothing to who sees one street or department alone. */
static void show_for_scope(const struct request *request, struct page *page)
{
	const char *scope = values_text(office_of(request)->session, "scope");
	bool single = !strchr(scope, ' ');

	if (!single || strncmp(scope, "STREET-", 7) != 0)
		page_show(page, "of_streets");
	if (!single || strncmp(scope, "DEPARTMENT-", 11) != 0)
		page_show(page, "of_departments");
}

bool listing_bind_form(const struct listing *listing, struct page *page)
{
	const struct list *list = listing->of->list;
	const char *names[LIST_CHIPS];

	for (size_t i = 0; i < list->filter_count; i++)
		if (!bind_options(listing, &list->filters[i], page, &names[i]))
			return false;
	bind_typed(listing, page);
	show_for_scope(listing->request, page);
	if (listing->of->bind_form)
		listing->of->bind_form(listing->request, page);
	bind_chips(listing, names, page);
	return true;
}
