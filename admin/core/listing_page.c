/* SPDX-License-Identifier: Apache-2.0 */
/* The page of a list: how many there are, one page of them, and where the others are. */
#include <inttypes.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "listing.h"

/* The address of the page beside a row: behind the last of this one or before its first. */
static const char *beside(const struct listing *listing, const struct values *row, int direction, int64_t page)
{
	const struct list *list = listing->of->list;
	const struct list_place place = { direction, values_integer(row, "place_in_list"), values_text(row, list->key) };

	return list_page_address(list, listing->form, &place, page, listing->request->arena);
}

/* Which pages there are besides this one. */
struct pages {
	bool before, behind;
};

static void bind_pager(const struct listing *listing, const struct rows *rows, struct pages pages, int64_t total, struct page *page)
{
	int64_t count = list_pages(listing->of->list, total);

	if (!pages.before && !pages.behind)
		return;
	page_show(page, "pager");
	page_integer(page, "page_number", listing->page);
	page_integer(page, "pages", total > LIST_COUNTED || count < listing->page ? 0 : count);
	if (pages.before)
		page_text(page, "previous_url",
			  listing->page > 2 ? beside(listing, &rows->at[0], -1, listing->page - 1) :
					      listing_address(listing, listing->of->list->path, ""));
	if (pages.behind)
		page_text(page, "next_url", beside(listing, &rows->at[rows->count - 1], 1, listing->page + 1));
}

/* So many rows from where the page begins. */
static bool read_rows(const struct listing *listing, int64_t most, struct rows *rows)
{
	struct request *request = listing->request;
	struct values *parameters = values_copy(listing->parameters, request->arena);

	values_put_integer(parameters, "most", most);
	values_put_integer(parameters, "direction", listing->place.direction);
	values_put_integer(parameters, "after_place", listing->place.place);
	values_put_text(parameters, "after_key", listing->place.key);
	return sql_list(office_of(request)->sql, listing->of->rows, parameters, request->arena, (size_t)most, rows) ||
	       (office_broken(request), false);
}

/*
 * One row more than a page has tells that there are others. What begins behind the last row there is, and what ends before the first full page, is
 * shown as the first page.
 */
static bool read_page(struct listing *listing, struct rows *rows, struct pages *pages)
{
	int64_t size = listing->of->list->page_size;
	bool more, back = listing->place.direction < 0, placed = *listing->place.key;

	if (!read_rows(listing, size + 1, rows))
		return false;
	more = (int64_t)rows->count > size;
	if (placed && !more && (back || !rows->count)) {
		listing->place = (struct list_place){ .direction = 1, .place = LIST_FIRST, .key = "" };
		listing->page = 1;
		return read_page(listing, rows, pages);
	}
	*pages = (struct pages){ .before = back ? more : placed, .behind = back || more };
	rows->count -= more;
	rows->at += back && more;
	return true;
}

/* What the row's rights allow to do with several at once; false when it is nothing. */
static bool show_bulk(const struct listing *listing, struct page *page)
{
	const struct list *list = listing->of->list;
	bool any = false;

	for (size_t i = 0; i < list->bulk_count; i++) {
		if (!office_may(listing->request, list->bulks[i].verb))
			continue;
		page_show(page, list->bulks[i].section);
		any = true;
	}
	if (any)
		page_show(page, "picking");
	return any;
}

static bool bind_rows(const struct listing *listing, const struct rows *rows, bool pickable, struct page *page)
{
	const struct office_list *of = listing->of;

	if (of->bind_rows)
		return of->bind_rows(listing->request, rows, page, pickable);
	page_rows(page, "rows", rows);
	return true;
}

/* What a page shows. */
struct found {
	struct rows rows;
	struct pages pages;
	const struct values *counts, *quick;    /* of the question, and of the lists that everyone has */
};

/* Rows may have brought the counts with them. */
static bool read_counts(const struct listing *listing, struct found *found)
{
	struct values *counts = NULL;

	if (listing->of->counted && found->rows.count) {
		found->counts = found->quick = &found->rows.at[0];
		return true;
	}
	found->quick = listing_quick_counts(listing->request, listing->of);
	if (!found->quick || (listing->form->fine && !listing_count(listing, &counts)))
		return false;
	found->counts = counts;
	return true;
}

static void bind_totals(const struct listing *listing, const struct found *found, struct page *page)
{
	int64_t total = values_integer(found->counts, "found");

	for (const char *const *name = listing->of->totals; name && *name; name++)
		page_integer(page, *name, values_integer(found->counts, *name));
	page_integer(page, "total", total > LIST_COUNTED ? LIST_COUNTED : total);
	if (total > LIST_COUNTED)
		page_show(page, "total_more");
	page_show(page, found->rows.count ? "some_found" : "none_found");
	bind_pager(listing, &found->rows, found->pages, total, page);
}

static bool bind_found(const struct listing *listing, const struct found *found, struct page *page)
{
	bool pickable;

	bind_totals(listing, found, page);
	pickable = found->rows.count && show_bulk(listing, page);
	if (pickable && listing->of->bind_bulk && !listing->of->bind_bulk(listing->request, page))
		return office_broken(listing->request), false;
	return bind_rows(listing, &found->rows, pickable, page);
}

/* Nothing found: is it that there is nothing, or that too much was asked for? */
static void bind_way_out(const struct listing *listing, struct page *page)
{
	const struct list *list = listing->of->list;
	const char *field = list->wider_field ? list->wider_field : "", *word = list->wider_word;
	bool much = strchr(listing_address(listing, list->path, arena_format(listing->request->arena, "sort %s", field)), '?');

	page_show(page, much ? "asked_much" : "asked_nothing");
	if (!much && list->ended_word)
		word = list->ended_word;
	if (*field && !values_say(listing->form->values, field))
		page_text(page, "all_url",
			  listing_address(listing, arena_format(listing->request->arena, "%s?%s=%s", list->path, field, word), field));
}

/* What the page's own forms and links carry. */
static void bind_addresses(const struct listing *listing, struct page *page)
{
	const struct list *list = listing->of->list;
	const char *query = strchr(listing_address(listing, list->path, ""), '?');

	page_text(page, "list_path", list->path);
	page_text(page, "query", query ? query + 1 : "");
	page_text(page, "xlsx_url", listing_address(listing, arena_format(listing->request->arena, "%s.xlsx", list->path), ""));
	if (office_may(listing->request, listing->of->exports))
		page_show(page, "may_export");
	sought_bind(listing->request, &listing->sought, listing->guessing, listing_address(listing, list->path, "q facility"), page);
	page_text(page, "listed_at", calendar_moment_text(listing->request->arena, listing->request->now, CALENDAR_CHINA));
}

static bool bind_all(struct listing *listing, struct page *page)
{
	struct found found = { .counts = NULL };

	return listing_bind_form(listing, page) && (!listing->form->fine || read_page(listing, &found.rows, &found.pages)) &&
	       read_counts(listing, &found) && listing_bind_named(listing->request, listing->of, found.quick, listing, page) &&
	       (!listing->form->fine || bind_found(listing, &found, page));
}

enum outcome listing_show(struct request *request, const struct office_list *of, struct form_result *form, const char *problem)
{
	static const char *const notices[][2] = { { "saved", "done_saved" }, { "replaced", "done_replaced" }, { "removed", "done_removed" } };
	struct page *page = page_begin(request, of->template);
	struct listing listing;
	enum outcome outcome;

	listing_read(request, of, form, &listing);
	if (!bind_all(&listing, page)) {
		page_free(page);
		return BROKEN;
	}
	bind_way_out(&listing, page);
	bind_addresses(&listing, page);
	for (size_t i = 0; i < sizeof notices / sizeof *notices; i++)
		if (strcmp(values_text(form->typed, "done"), notices[i][0]) == 0)
			page_show(page, notices[i][1]);
	if (problem)
		page_show(page, problem);
	outcome = page_end(request, page);
	return outcome == PAGE && (problem || !form->fine) ? INVALID : outcome;
}
