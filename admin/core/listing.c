/* SPDX-License-Identifier: Apache-2.0 */
/* From the address of a list to the rows of one page. */
#include "listing.h"

#include <string.h>

#include "lib/base/calendar.h"

/* Facilities that are only guessed count when nothing that fits the other conditions has the words as they were typed. */
static void put_sought(struct listing *listing, const char *typed)
{
	struct request *request = listing->request;
	struct values *counts;

	sought_read(request, typed, &listing->sought);
	sought_put(request, &listing->sought, false, listing->parameters);
	if (!listing->sought.guessed || !listing->form->fine || !listing_count(listing, &counts))
		return;
	listing->guessing = !values_integer(counts, "found");
	sought_put(request, &listing->sought, listing->guessing, listing->parameters);
}

static void put_place(struct listing *listing)
{
	int64_t page = values_integer(listing->form->values, "page");

	if (!list_place(listing->form, &listing->place, listing->request->arena))
		form_refuse(listing->form, *values_text(listing->form->values, "before") ? "before" : "after", FIELD_MALFORMED);
	listing->page = *listing->place.key && page ? page : 1;
}

void listing_check_days(const struct list *list, struct form_result *form)
{
	for (size_t i = 0; i + 1 < list->filter_count; i++) {
		const char *from = values_text(form->values, list->filters[i].field), *to = values_text(form->values, list->filters[i + 1].field);

		if (list->filters[i].kind == LIST_FROM && list->filters[i + 1].kind == LIST_TO && *from && *to && strcmp(from, to) > 0)
			form_refuse(form, list->filters[i + 1].field, FIELD_OUT_OF_RANGE);
	}
}

void listing_read(struct request *request, const struct office_list *of, struct form_result *form, struct listing *listing)
{
	const struct list *list = of->list;
	int64_t today = calendar_day_of(request->now, CALENDAR_CHINA);

	*listing = (struct listing){ .request = request, .of = of, .form = form, .parameters = office_parameters(request) };
	listing_check_days(list, form);
	list_put(list, form, office_name(request), listing->parameters);
	values_put_text(listing->parameters, "account", office_name(request));
	values_put_integer(listing->parameters, "now", request->now);
	values_put_integer(listing->parameters, "tomorrow", calendar_day_start(today + 1, CALENDAR_CHINA));
	put_place(listing);
	if (of->ask)
		of->ask(listing);
	for (size_t i = 0; i < list->filter_count; i++)
		if (list->filters[i].kind == LIST_WORDS)
			put_sought(listing, values_text(form->values, list->filters[i].field));
}

struct form_result *listing_form(struct request *request, const struct office_list *of, const char *query)
{
	const struct form *asked = of->list->form;
	struct form_result *form = form_read(asked, query, request->arena);

	form = form ? form : form_read(asked, "", request->arena);
	for (size_t i = 0; !form->fine && asked->fields[i].name; i++)
		if (form->states[i] != FIELD_FINE) {
			values_put_text(form->typed, asked->fields[i].name, "");
			form->states[i] = FIELD_FINE;
		}
	form->fine = true;
	return form;
}

bool listing_count(const struct listing *listing, struct values **counts)
{
	struct request *request = listing->request;

	return sql_row(office_of(request)->sql, listing->of->count, listing->parameters, request->arena, counts) == SQL_FOUND ||
	       (office_broken(request), false);
}

const char *listing_address(const struct listing *listing, const char *path, const char *without)
{
	return list_address(listing->of->list, listing->form, path, without, listing->request->arena);
}
