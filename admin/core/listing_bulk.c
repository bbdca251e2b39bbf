/* SPDX-License-Identifier: Apache-2.0 */
/* The same done with several rows of a list. */
#include "listing_bulk.h"

#include <string.h>

#include "audit/audit.h"
#include "lib/base/text.h"

#define BLANKS " "

static const char *next_code(const char **list, struct arena *arena)
{
	size_t length;
	const char *code;

	*list += strspn(*list, BLANKS);
	length = strcspn(*list, BLANKS);
	code = length ? arena_text(arena, *list, length) : NULL;
	*list += length;
	return code;
}

/* The audit's row of one; the dispatcher's own tells of all of them together. */
static bool note_one(struct bulk *bulk, const char *key, const char *before)
{
	struct request *request = bulk->request;
	struct office *office = office_of(request);
	struct values *detail = values_new(request->arena);
	const struct audit_row row = { .account = office_name(request),
				       .role = values_text(office->session, "role"),
				       .action = request->route->audit,
				       .subject = key,
				       .detail = detail,
				       .reason = "",
				       .request_id = request->id };

	if (bulk->to) {
		values_put_text(detail, "before", before);
		values_put_text(detail, bulk->kind->audit_word, bulk->to);
	}
	return audit_append(office->sql, request->arena, request->now, &row, &office->work.problem);
}

static void bind_one(struct bulk *bulk, enum case_answer answer, const char *key, const struct values *brief, const char *before)
{
	struct page *row = page_section(bulk->page, answer == CASE_DONE ? "done_cases" : "refused_cases");

	page_text(row, "number", key);
	page_text(row, "facility_name", brief ? values_text(brief, "facility_name") : "");
	if (answer == CASE_DONE) {
		bulk->done++;
		page_text(row, "before", *before ? before : "-");
	} else {
		bulk->refused++;
		page_show(row, answer == CASE_UNKNOWN ? "not_here" : bulk->kind->refusal(bulk, answer, brief));
	}
}

/* False: nothing of it may be kept. */
static bool one(struct bulk *bulk, const char *key)
{
	struct request *request = bulk->request;
	struct values *parameters = office_parameters(request), *brief = NULL;
	enum case_answer answer = CASE_UNKNOWN;
	const char *before = "";

	values_put_text(parameters, bulk->kind->key, key);
	if (sql_row(office_of(request)->sql, bulk->kind->brief, parameters, request->arena, &brief) == SQL_FAILED)
		return false;
	if (brief)
		answer = bulk->kind->act(bulk, key, brief, &before);
	if (answer == CASE_FAILED || (answer == CASE_DONE && !note_one(bulk, key, before)))
		return false;
	bind_one(bulk, answer, key, brief, before);
	return true;
}

/* The page of what was done, and the way back to the list. */
static enum outcome finish(struct bulk *bulk)
{
	struct request *request = bulk->request;
	const struct list *list = bulk->kind->of->list;
	const char *query = values_text(request->form->typed, "query");
	struct values *detail = values_new(request->arena);

	page_integer(bulk->page, "done_count", bulk->done);
	page_integer(bulk->page, "refused_count", bulk->refused);
	page_text(bulk->page, "back_url",
		  list_address(list, listing_form(request, bulk->kind->of, query), list->path, "", request->arena));
	page_text(bulk->page, "query", query);
	values_put_integer(detail, "done", bulk->done);
	values_put_integer(detail, "refused", bulk->refused);
	office_note(request, "", detail, "");
	return page_end(request, bulk->page);
}

/* Nothing was picked, or nobody: said on a page of its own, with the way back. */
static enum outcome unpicked(struct bulk *bulk)
{
	const struct form_result *form = bulk->request->form;
	enum outcome outcome;

	page_show(bulk->page, *values_text(form->typed, bulk->kind->key) ? "nobody_picked" : "nothing_picked");
	outcome = finish(bulk);
	return outcome == PAGE ? INVALID : outcome;
}

enum outcome bulk_run(struct request *request, const struct bulk_kind *kind, const char *to)
{
	struct bulk bulk = { .kind = kind, .request = request, .to = to, .page = page_begin(request, "admin/bulk.tpl") };
	const char *keys = values_text(request->form->values, kind->key);
	const char *befores = values_text(request->form->values, "before"), *key, *seen = "";
	bool kept;

	if (!request->form->fine)
		return unpicked(&bulk);
	page_show(bulk.page, kind->section);
	kept = !kind->bind || kind->bind(&bulk);
	while (kept && (key = next_code(&keys, request->arena))) {
		bulk.back_to = next_code(&befores, request->arena);
		/* Named twice it is done once. */
		if (text_has_word(seen, key))
			continue;
		seen = arena_format(request->arena, "%s %s", seen, key);
		kept = one(&bulk, key);
	}
	if (kept)
		return finish(&bulk);
	page_free(bulk.page);
	return office_broken(request);
}
