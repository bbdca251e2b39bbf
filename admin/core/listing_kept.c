/* SPDX-License-Identifier: Apache-2.0 */
/* Lists by a name: those everyone of a role has, and those an officer keeps; each with how many it holds. */
#include <string.h>

#include "desk.h"
#include "listing.h"

#define MOST_KEPT 12

static const struct field kept_fields[] = {
	{ "name", FIELD_TEXT, REQUIRED, 1, 20, NULL },
	{ "query", FIELD_TEXT, OPTIONAL, 0, 2000, NULL },
	{ 0 },
};
const struct form listing_kept_form = { kept_fields };

/* The question alone: in whichever order and on whichever page it is the same list. */
static const char *question(const struct listing *listing)
{
	return listing_address(listing, listing->of->list->path, "sort");
}

/* Bind a list's address and how many it holds, and whether it is the one that is shown. */
static void bind_one(struct request *request, const struct office_list *of, const char *query, const char *shown, int64_t found,
		     struct page *row)
{
	const struct listing listing = { .request = request, .of = of, .form = listing_form(request, of, query) };
	const char *own = question(&listing);

	page_text(row, "url", own);
	page_integer(row, "holds", found > LIST_COUNTED ? LIST_COUNTED : found);
	if (found > LIST_COUNTED)
		page_show(row, "holds_more");
	if (shown && strcmp(shown, own) == 0)
		page_show(row, "current");
}

static bool count_kept(struct request *request, const struct office_list *of, const char *query, int64_t *found)
{
	struct listing listing;
	struct values *counts;

	listing_read(request, of, listing_form(request, of, query), &listing);
	if (!listing_count(&listing, &counts))
		return false;
	*found = values_integer(counts, "found");
	return true;
}

/* Whose, and of which procedure. */
static struct values *owner(struct request *request, const struct office_list *of)
{
	struct values *parameters = values_new(request->arena);

	values_put_text(parameters, "account", office_name(request));
	values_put_text(parameters, "procedure", of->list->word);
	return parameters;
}

static bool bind_kept(struct request *request, const struct office_list *of, const char *shown, struct page *page)
{
	struct rows rows;

	if (!sql_list(office_of(request)->sql, &Q_desk_kept_list, owner(request, of), request->arena, MOST_KEPT, &rows))
		return office_broken(request), false;
	for (size_t i = 0; i < rows.count; i++) {
		const char *query = values_text(&rows.at[i], "query");
		struct page *row = page_section(page, "saved_lists");
		int64_t found;

		if (!count_kept(request, of, query, &found))
			return false;
		page_text(row, "name", values_text(&rows.at[i], "name"));
		bind_one(request, of, query, shown, found, row);
	}
	if (rows.count)
		page_show(page, "any_saved");
	if (rows.count < MOST_KEPT)
		page_show(page, "saved_room");
	return true;
}

struct values *listing_quick_counts(struct request *request, const struct office_list *of)
{
	struct listing all;
	struct values *counts = NULL;

	listing_read(request, of, listing_form(request, of, ""), &all);
	if (sql_row(office_of(request)->sql, of->quick_counts, all.parameters, request->arena, &counts) != SQL_FOUND)
		office_broken(request);
	return counts;
}

/* The name of a quick list that is called as what it chooses; "" of any other. */
static bool bind_name(struct request *request, const struct office_list *of, const struct list_quick *quick, struct rows *options, struct page *row)
{
	const char *code, *name = "";

	if (quick->named && !options->count && !listing_options(request, list_filter(of->list, quick->named), "", options))
		return false;
	code = quick->named ? values_text(listing_form(request, of, quick->query)->values, quick->named) : "";
	for (size_t i = 0; i < options->count; i++)
		if (strcmp(values_text(&options->at[i], "code"), code) == 0)
			name = values_text(&options->at[i], "name");
	page_text(row, "name", name);
	return true;
}

bool listing_bind_named(struct request *request, const struct office_list *of, const struct values *counts, const struct listing *shown,
			struct page *page)
{
	const char *link = shown ? question(shown) : NULL, *before = "";
	struct rows options = { 0 };

	for (const struct list_quick *quick = of->quick; quick->section; quick++) {
		struct page *row;

		if (!office_may(request, quick->verb) || strcmp(before, quick->section) == 0)
			continue;
		before = quick->section;
		row = page_section(page, "quick_lists");
		page_show(row, quick->section);
		if (!bind_name(request, of, quick, &options, row))
			return false;
		bind_one(request, of, quick->query, link, values_integer(counts, quick->section), row);
	}
	return bind_kept(request, of, link, page);
}

/* The list that the form is on, in its one form. */
static const char *asked(struct request *request, const struct office_list *of, struct listing *listing)
{
	const char *query;

	*listing = (struct listing){ .request = request, .of = of, .form = listing_form(request, of, values_text(request->form->values, "query")) };
	query = strchr(listing_address(listing, of->list->path, ""), '?');
	return query ? query + 1 : "";
}

/* The audit keeps the conditions without the words looked for: they may name somebody, and a row stays for ever. */
static struct values *kept_parameters(const struct listing *listing, const char *query)
{
	struct request *request = listing->request;
	struct values *parameters = owner(request, listing->of), *detail = values_new(request->arena);

	values_put_text(parameters, "name", values_text(request->form->values, "name"));
	values_put_text(parameters, "query", query);
	values_put_text(detail, "query", listing_address(listing, "", "q"));
	office_note(request, office_name(request), detail, "");
	return parameters;
}

static enum outcome go_back(struct request *request, const struct office_list *of, const char *query, const char *done)
{
	return office_go(request, arena_format(request->arena, "%s?%s", of->list->path, query), done);
}

static bool is_fine(struct request *request, const struct office_list *of, struct listing *listing)
{
	struct form_result *form = form_read(of->list->form, values_text(request->form->typed, "query"), request->arena);

	if (form)
		listing_check_days(of->list, form);
	if (form && !form->fine)
		listing->form = form;
	return form && form->fine;
}

enum outcome listing_keep(struct request *request, const struct office_list *of)
{
	struct sql *sql = office_of(request)->sql;
	struct values *parameters, *row = NULL, *count;
	struct listing listing;
	const char *query = asked(request, of, &listing);

	if (!request->form->fine)
		return listing_show(request, of, listing.form, "list_unnamed");
	/* Kept without what is wrong in it, it would be a wider list than it seems. */
	if (!is_fine(request, of, &listing))
		return listing_show(request, of, listing.form, "list_not_fine");
	parameters = kept_parameters(&listing, query);
	if (sql_row(sql, &Q_desk_kept_one, parameters, request->arena, &row) == SQL_FAILED ||
	    sql_row(sql, &Q_desk_kept_count, parameters, request->arena, &count) != SQL_FOUND)
		return office_broken(request);
	if (!row && values_integer(count, "kept") >= MOST_KEPT)
		return listing_show(request, of, listing.form, "list_too_many");
	if (sql_do(sql, &Q_desk_kept_put, parameters) < 0)
		return office_broken(request);
	return go_back(request, of, query, row ? "replaced" : "saved");
}

enum outcome listing_let_go(struct request *request, const struct office_list *of)
{
	struct listing listing;
	const char *query = asked(request, of, &listing);

	if (!request->form->fine)
		return MISSING;
	if (sql_do(office_of(request)->sql, &Q_desk_kept_remove, kept_parameters(&listing, query)) < 0)
		return office_broken(request);
	return go_back(request, of, query, "removed");
}
