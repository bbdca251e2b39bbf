/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any search as a feed to follow, in Atom (RFC 4287) and as a JSON Feed (1.1). A feed is a search like others: nothing is kept about who reads
 * it. All it says comes from published facts: an entry is the room a facility has had since a day, and keeps its id as long as it has it.
 */
#include <time.h>

#include "export.h"
#include "lib/base/calendar.h"
#include "lib/base/text.h"
#include "link.h"
#include "listing.h"
#include "portal_queries.h"
#include "rules/facilities/freshness.h"

#define MOST_ENTRIES 50

/* A moment as RFC 3339 writes it. */
static const char *moment(int64_t at, struct arena *arena)
{
	char text[32];
	time_t seconds = (time_t)at;
	struct tm parts;

	gmtime_r(&seconds, &parts);
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
	return arena_copy(arena, text);
}

struct entry {
	const char *id, *url, *title, *content;
	const char *since;              /* when the room began that it tells of; "" = it tells of none */
	const char *updated;
	int64_t updated_at;
};

struct feed {
	const char *title, *self_url, *list_url, *updated;
	struct entry entries[MOST_ENTRIES];
	size_t count;
};

/* A template as text; freed with the request. NULL: it does not expand. */
static const char *made_of(struct request *request, struct page *page)
{
	struct buffer made = { 0 };
	const char *text = page_expand(page, &made) ? text_trim(request->arena, arena_text(request->arena, made.bytes, made.size)) : NULL;

	page_free(page);
	buffer_free(&made);
	return text;
}

/* A piece of a facility, as HTML. */
static const char *piece_of(struct request *request, const char *template_name, const struct values *row)
{
	struct page *page = page_new(portal_of(request)->program.templates, template_name);

	listing_bind(portal_of(request), page, row, request->arena);
	return made_of(request, page);
}

static bool read_entry(struct request *request, const struct finding *finding, const struct found *found, struct entry *entry)
{
	struct arena *arena = request->arena;
	struct values *parameters = values_copy(finding->parameters, arena), *row, *times;
	const char *title;
	int64_t since;

	values_put_integer(parameters, "id", found->id);
	if (export_listing(request, finding, found, &row) != PAGE ||
	    sql_row(published_of(request)->sql, &Q_feed_entry, parameters, arena, &times) != SQL_FOUND)
		return false;
	since = values_integer(times, "room_since");
	title = piece_of(request, "public/feed-title.tpl", row);
	entry->content = piece_of(request, "public/feed-entry.tpl", row);
	entry->url = arena_format(arena, "%s/facilities/%s", portal_of(request)->config->base_url, values_text(row, "code"));
	entry->id = since ? arena_format(arena, "%s#room-%s", entry->url, calendar_day_text(arena, day_number(since))) : entry->url;
	entry->since = since ? moment(since, arena) : "";
	entry->updated_at = values_integer(times, "told_at");
	entry->updated = moment(entry->updated_at, arena);
	entry->title = title ? text_unescaped(arena, title) : NULL;
	return entry->title && entry->content;
}

/* What was asked for, as the feed's name. */
static const char *name_of(struct request *request, const struct finding *finding)
{
	struct page *page = page_begin(request, "public/feed-asked.tpl");
	const char *name;

	form_show(finding->form, page);
	page_text(page, "place_name", *finding->street_name ? finding->street_name : finding->origin_name);
	page_text(page, "mode_name", finding->mode_name);
	page_text(page, "kind_name", finding->kind_name);
	if (values_integer(finding->form->values, "inclusive") == 1)
		page_show(page, "inclusive_checked");
	if (values_integer(finding->form->values, "vacancy") == 1)
		page_show(page, "vacancy_checked");
	if (offer_fee_is_monthly(&finding->offer))
		page_show(page, "fee_by_month");
	name = made_of(request, page);
	return name ? text_unescaped(request->arena, name) : NULL;
}

static const char *address_of(struct request *request, const struct finding *finding, const char *path)
{
	return arena_format(request->arena, "%s%s", portal_of(request)->config->base_url,
			    search_link(finding, path, "sort page part", "", "", "", request->arena));
}

/* Make the feed of the question of the request, at this path. PAGE, or what else is to be answered. */
static enum outcome make(struct request *request, const char *path, struct feed *feed)
{
	int64_t updated_at = 0;
	struct finding finding;
	enum outcome outcome;

	request->response.open_data = true;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	outcome = find_read(request, &finding);
	if (outcome == PAGE && !finding.form->fine)
		return export_refuse(request, &finding);
	finding.part = 1;
	/* Within walking distance there are few: they are found from near to far. */
	if (values_null(finding.form->values, "within"))
		finding.sort = "changed";
	if (outcome == PAGE)
		outcome = find_run(request, &finding, MOST_ENTRIES);
	if (outcome != PAGE)
		return outcome;
	feed->title = name_of(request, &finding);
	feed->self_url = address_of(request, &finding, path);
	feed->list_url = address_of(request, &finding, "/facilities");
	for (feed->count = 0; feed->count < finding.count; feed->count++) {
		if (!read_entry(request, &finding, &finding.found[feed->count], &feed->entries[feed->count]))
			return BROKEN;
		if (feed->entries[feed->count].updated_at > updated_at)
			updated_at = feed->entries[feed->count].updated_at;
	}
	feed->updated = moment(updated_at ? updated_at : published_of(request)->published_at, request->arena);
	return feed->title ? PAGE : BROKEN;
}

enum outcome feed_atom(struct request *request)
{
	struct feed *feed = arena_take(request->arena, sizeof *feed);
	enum outcome outcome = make(request, "/facilities.atom", feed);
	struct page *page;

	if (outcome != PAGE)
		return outcome;
	page = page_begin(request, "public/feed.xml.tpl");
	page_text(page, "title", feed->title);
	page_text(page, "self_url", feed->self_url);
	page_text(page, "list_url", feed->list_url);
	page_text(page, "updated", feed->updated);
	for (size_t i = 0; i < feed->count; i++) {
		struct page *entry = page_section(page, "entries");

		page_text(entry, "entry_id", feed->entries[i].id);
		page_text(entry, "url", feed->entries[i].url);
		page_text(entry, "title", feed->entries[i].title);
		page_text(entry, "since", feed->entries[i].since);
		page_text(entry, "updated", feed->entries[i].updated);
		page_text(entry, "content", feed->entries[i].content);
	}
	request->response.content = CONTENT_ATOM;
	return page_end(request, page);
}

static json_t *item_json(const struct entry *entry)
{
	json_t *item = json_pack("{s:s, s:s, s:s, s:s, s:s}", "id", entry->id, "url", entry->url, "title", entry->title, "content_html",
				 entry->content, "date_modified", entry->updated);

	if (*entry->since)
		json_object_set_new(item, "date_published", json_string(entry->since));
	return item;
}

enum outcome feed_json(struct request *request)
{
	struct feed *feed = arena_take(request->arena, sizeof *feed);
	enum outcome outcome = make(request, "/facilities.feed.json", feed);
	json_t *items;

	if (outcome != PAGE)
		return outcome;
	items = json_array();
	for (size_t i = 0; i < feed->count; i++)
		json_array_append_new(items, item_json(&feed->entries[i]));
	buffer_text(request->response.body,
		    json_canonical(json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "version", "https://jsonfeed.org/version/1.1", "title", feed->title,
					     "language", "zh-CN", "home_page_url", feed->list_url, "feed_url", feed->self_url, "items", items),
				   request->arena));
	request->response.content = CONTENT_FEED_JSON;
	return PAGE;
}
