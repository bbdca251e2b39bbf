/* SPDX-License-Identifier: Apache-2.0 */
/* What was found and published about facilities, newest first: outcomes of complaints. */
#include "disclosures.h"

#include <inttypes.h>
#include <string.h>

#include "portal_queries.h"

#define PAGE_SIZE 20

static const struct field disclosures_fields[] = {
	{ "street", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "matter", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "page", FIELD_INTEGER, OPTIONAL, 1, 10000, NULL },
	{ 0 },
};
const struct form disclosures_form = { disclosures_fields };

void disclosure_bind(struct page *page, const struct values *outcome, struct arena *arena)
{
	page_values(page, outcome);
	page_text(page, "disclosed_on", portal_day(outcome, "published_at", arena));
	page_text(page, "corrected_on", portal_day(outcome, "corrected_at", arena));
	page_show(page, arena_format(arena, "review_is_%s", values_text(outcome, "review")));
	page_show(page, strncmp(values_text(outcome, "verdict"), "SUBSTANTIATED", 13) == 0 ? "substantiated" : "overturned");
}

static void bind_options(struct page *page, const char *section, const struct rows *rows, const char *chosen)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct page *option = page_section(page, section);

		page_values(option, &rows->at[i]);
		if (strcmp(values_text(&rows->at[i], "code"), chosen) == 0)
			page_show(option, "selected");
	}
}

/* Another page of the same list; codes need no escape in a query. */
static const char *page_url(const struct values *asked, int64_t number, struct arena *arena)
{
	return arena_format(arena, "/disclosures?street=%s&matter=%s&page=%" PRId64, values_text(asked, "street"),
			    values_text(asked, "matter"), number);
}

static void bind_pager(struct page *page, const struct values *asked, int64_t number, int64_t pages, struct arena *arena)
{
	struct page *pager;

	if (pages <= 1)
		return;
	pager = page_section(page, "pager");
	page_integer(pager, "page", number);
	page_integer(pager, "pages", pages);
	if (number > 1)
		page_text(pager, "previous_url", page_url(asked, number - 1, arena));
	if (number < pages)
		page_text(pager, "next_url", page_url(asked, number + 1, arena));
}

static bool has_code(const struct rows *rows, const char *code)
{
	for (size_t i = 0; i < rows->count; i++)
		if (strcmp(values_text(&rows->at[i], "code"), code) == 0)
			return true;
	return false;
}

/* A matter of which nothing was published is one all the same. */
static bool refuse_unknown_matter(struct request *request, const struct values *asked)
{
	struct values *row;

	if (!values_say(asked, "matter"))
		return true;
	switch (sql_row(published_of(request)->sql, &Q_outcome_matter, asked, request->arena, &row)) {
	case SQL_FAILED:
		return false;
	case SQL_NONE:
		form_refuse(request->form, "matter", FIELD_OUT_OF_RANGE);
		break;
	case SQL_FOUND:
		break;
	}
	return true;
}

/* What is in order as a form, and yet not there: a street nobody knows, a page after the last. */
static void refuse_unknown(struct request *request, const struct values *asked, int64_t number, int64_t pages)
{
	if (values_say(asked, "street") && !has_code(&published_of(request)->streets, values_text(asked, "street")))
		form_refuse(request->form, "street", FIELD_OUT_OF_RANGE);
	if (number > 1 && number > pages)
		form_refuse(request->form, "page", FIELD_OUT_OF_RANGE);
}

/* What is wrong, with the bounds and a way on. */
static void bind_mistakes(struct request *request, struct page *page, const struct values *asked, int64_t pages)
{
	struct page *mistakes = page_section(page, "mistakes");

	form_show(request->form, mistakes);
	page_integer(mistakes, "last_page", pages);
	page_text(mistakes, "last_url", page_url(asked, pages, request->arena));
}

static bool bind_list(struct request *request, struct page *page, struct values *asked, int64_t *number, int64_t *pages)
{
	struct sql *sql = published_of(request)->sql;
	struct values *total;
	struct rows outcomes, matters;

	if (sql_row(sql, &Q_outcome_total, asked, request->arena, &total) != SQL_FOUND ||
	    !sql_list(sql, &Q_outcome_matters, NULL, request->arena, 100, &matters))
		return false;
	*pages = (values_integer(total, "total") + PAGE_SIZE - 1) / PAGE_SIZE;
	values_put_integer(asked, "most", PAGE_SIZE);
	values_put_integer(asked, "skipped", (*number - 1) * PAGE_SIZE);
	if (!sql_list(sql, &Q_outcome_list, asked, request->arena, PAGE_SIZE, &outcomes))
		return false;
	for (size_t i = 0; i < outcomes.count; i++)
		disclosure_bind(page_section(page, "outcomes"), &outcomes.at[i], request->arena);
	page_values(page, total);
	bind_options(page, "streets", &published_of(request)->streets, values_text(asked, "street"));
	bind_options(page, "matters", &matters, values_text(asked, "matter"));
	return refuse_unknown_matter(request, asked);
}

enum outcome disclosures_show(struct request *request)
{
	const struct values *typed = request->form->values;
	struct values *asked = values_new(request->arena);
	int64_t number = values_null(typed, "page") ? 1 : values_integer(typed, "page"), pages = 0;
	struct page *page;
	enum outcome outcome;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	values_put_text(asked, "street", values_text(typed, "street"));
	values_put_text(asked, "matter", values_text(typed, "matter"));
	page = page_begin(request, "public/disclosures.tpl");
	outcome = bind_list(request, page, asked, &number, &pages) ? PAGE : BROKEN;
	if (outcome == PAGE)
		refuse_unknown(request, asked, number, pages);
	if (!request->form->fine)
		bind_mistakes(request, page, asked, pages);
	if (values_say(asked, "street") || values_say(asked, "matter"))
		page_show(page, "filtered");
	if (request->form->fine)
		bind_pager(page, asked, number, pages, request->arena);
	if (outcome == PAGE)
		outcome = page_end(request, page);
	else
		page_free(page);
	return outcome == PAGE && !request->form->fine ? INVALID : outcome;
}
