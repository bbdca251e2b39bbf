/* SPDX-License-Identifier: Apache-2.0 */
/* The complaint's pages: showing a step, and going from one to the next. */
#include "complaint.h"

#include <stdio.h>
#include <string.h>

#include "intake/core/allowance.h"
#include "lib/base/calendar.h"
#include "portal_queries.h"
#include "public/facilities/find.h"
#include "intake/core/show.h"

static const struct field start_fields[] = {
	{ "facility", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ 0 },
};
const struct form complaint_start_form = { start_fields };

/* Facilities that fit what was typed, as the list finds them, to choose from; the one chosen before stays chosen. */
static bool bind_search(struct request *request, struct page *page)
{
	const char *typed = values_text(request->form->values, "q"), *chosen = values_text(request->form->values, "facility");
	struct finding finding = { .count = 0 };
	struct rows found = { .count = 0 };
	enum choice choice = CHOICE_AS_TYPED;
	bool listed = false;

	if (*typed && find_choices(request, typed, FIND_CHOICES, &finding, &found, &choice) != PAGE)
		return false;
	for (size_t i = 0; i < found.count; i++) {
		struct page *one = page_section(page, "found");
		bool is_chosen = strcmp(values_text(&found.at[i], "code"), chosen) == 0;

		page_text(one, "code", values_text(&found.at[i], "code"));
		page_text(one, "name", values_text(&found.at[i], "name"));
		page_text(one, "address", values_text(&found.at[i], "address"));
		if (is_chosen)
			page_show(one, "checked");
		listed = listed || is_chosen;
	}
	page_rows(page, "credits", &published_of(request)->credits);
	page_text(page, "corrected_from", choice != CHOICE_AS_TYPED ? finding.asked.corrected_from : "");
	page_text(page, "corrected_to", choice != CHOICE_AS_TYPED ? finding.asked.corrected_to : "");
	if (found.count == FIND_CHOICES)
		page_show(page, "perhaps_more");
	if (*typed)
		page_show(page, found.count ? "searched" : "not_found");
	if (!listed)
		page_show(page, "keeps_facility");
	if (!found.count)
		page_show(page, "not_searched");
	return true;
}

/* The name and address of the chosen facility; a code that is not published counts as none chosen. */
static bool bind_facility(struct request *request, struct page *page)
{
	struct values *parameters = values_new(request->arena), *row;
	enum sql_answer answer;

	values_put_text(parameters, "code", values_text(request->form->values, "facility"));
	answer = sql_row(published_of(request)->sql, &Q_listing_by_code, parameters, request->arena, &row);
	if (answer == SQL_FOUND) {
		page_text(page, "facility_name", values_text(row, "name"));
		page_text(page, "facility_address", values_text(row, "address"));
	}
	return answer != SQL_FAILED;
}

/* A text that asks for something and also tells of a breach is two cases (投诉举报处理暂行办法 art. 7); the words of breaches are data. */
static bool bind_split(struct request *request, struct page *page)
{
	const char *kind = values_text(request->form->values, "kind");
	struct values *parameters = values_new(request->arena), *row;
	enum sql_answer answer;

	if (strcmp(kind, "COMPLAINT") != 0 && strcmp(kind, "CONSUMER") != 0)
		return true;
	values_put_text(parameters, "story", values_text(request->form->values, "story"));
	answer = sql_row(published_of(request)->sql, &Q_complaint_tells_of_breach, parameters, request->arena, &row);
	if (answer == SQL_FOUND)
		page_show(page, "SUGGEST_SPLIT");
	return answer != SQL_FAILED;
}

/* How long a case is kept. */
static bool bind_kept(struct request *request, struct page *page)
{
	double years = 0;

	if (!show_rule(request, "case.kept_years", &years))
		return false;
	page_integer(page, "kept_years", (int64_t)years);
	return true;
}

static void bind_challenge(struct request *request, struct page *page)
{
	struct receipt receipt;
	char name[RECEIPT_NAME];

	intake_receipt(request->form, &receipt);
	receipt_envelope(&receipt, name);
	receipt_wipe(&receipt);
	allowance_bind_challenge(request, page, name);
}

static void bind_choice(struct page *page, const struct form_result *form, const char *name)
{
	char section[96];
	const char *chosen = values_text(form->typed, name);

	if (!*chosen)
		return;
	snprintf(section, sizeof section, "%s_is_%.40s", name, chosen);
	page_show(page, section);
}

/* What this step shows besides the form's own fields. */
static bool bind_more(struct request *request, const struct step *step, struct page *page)
{
	bool fine = true;

	if (strcmp(step->name, "facility") == 0)
		fine = bind_search(request, page);
	if (fine && strcmp(step->name, "check") == 0)
		fine = bind_split(request, page) && bind_kept(request, page);
	if (fine && strcmp(step->name, "check") == 0)
		bind_challenge(request, page);
	if (fine && *values_text(request->form->values, "facility"))
		fine = bind_facility(request, page);
	return fine;
}

struct page *complaint_step_page(struct request *request, const struct step *step, bool wrong)
{
	struct form_result *form = request->form;
	struct page *page = page_begin(request, step->template_name);

	if (wrong)
		form_show(form, page);
	else
		page_values(page, form->typed);
	portal_size_in_form(request, page, strcmp(step->name, "facility") == 0 ? "search" : "continue");
	show_carried(request, page, form, step->fields);
	bind_choice(page, form, "kind");
	bind_choice(page, form, "going_on");
	bind_choice(page, form, "anonymous");
	bind_choice(page, form, "reply_by");
	bind_choice(page, form, "split");
	show_time(request, page, values_text(form->values, "kind"));
	intake_show_files(request, page, values_text(form->typed, "file"));
	if (bind_more(request, step, page))
		return page;
	page_free(page);
	return NULL;
}

enum outcome complaint_step_end(struct request *request, struct page *page, enum outcome outcome)
{
	enum outcome made;

	if (!page)
		return BROKEN;
	request->response.cache = SHOW_AGAIN;
	made = page_end(request, page);
	return made == PAGE ? outcome : made;
}

enum outcome complaint_show_step(struct request *request, const struct step *step, enum outcome outcome, int wait)
{
	struct page *page = complaint_step_page(request, step, outcome == INVALID);

	if (page && outcome == FULL)
		page_show(page, "FULL");
	if (page)
		allowance_bind_turn(request, page, wait);
	return complaint_step_end(request, page, outcome);
}

enum outcome complaint_start(struct request *request)
{
	struct page *page = page_begin(request, "public/complaint.tpl");
	struct receipt receipt;
	char *text = arena_take(request->arena, RECEIPT_TEXT);

	receipt_make(&receipt);
	receipt_print(&receipt, text);
	receipt_wipe(&receipt);
	page_text(page, "receipt", text);
	page_text(page, "facility", values_text(request->form->values, "facility"));
	if (!bind_facility(request, page)) {
		page_free(page);
		return BROKEN;
	}
	return page_end(request, page);
}

void complaint_remove_file(struct request *request, const char *id)
{
	const char *lines = values_text(request->form->typed, "file"), *kept = "";
	size_t length = strlen(id);

	while (*lines) {
		size_t size = strcspn(lines, "\n");

		if (strncmp(lines, id, length) != 0 || lines[length] != ':')
			kept = intake_add_file(kept, arena_text(request->arena, lines, size), request->arena);
		lines += size + (lines[size] == '\n');
	}
	values_put_text(request->form->typed, "file", kept);
	values_put_text(request->form->values, "file", kept);
}

static enum outcome go_on(struct request *request, const struct step *step)
{
	if (!complaint_step_fine(request, step))
		return complaint_show_step(request, step, INVALID, 0);
	if (values_integer(request->form->values, "to_check") && strcmp(step->name, "kind") != 0)
		step = complaint_step_named("check");
	else
		step = complaint_next(step, request->form);
	return complaint_show_step(request, step, PAGE, 0);
}

/* Where a button leads: back, to a step to be changed, taking a file away, searching, or on. */
enum outcome complaint_go(struct request *request)
{
	const char *go = values_text(request->form->values, "go");
	const struct step *step = complaint_step_named(values_text(request->form->values, "step"));
	const struct step *change = strncmp(go, "change-", 7) == 0 ? complaint_step_named(go + 7) : NULL;

	intake_own_receipt(request);
	if (change) {
		values_put_text(request->form->typed, "to_check", "1");
		return complaint_show_step(request, change, PAGE, 0);
	}
	if (!step)
		return complaint_show_step(request, complaint_steps, PAGE, 0);
	if (portal_takes_text_size(request))
		return complaint_show_step(request, step, PAGE, 0);
	if (strcmp(go, "back") == 0)
		return complaint_show_step(request, complaint_before(step, request->form), PAGE, 0);
	if (strncmp(go, "remove-", 7) == 0)
		complaint_remove_file(request, go + 7);
	if (strncmp(go, "remove-", 7) == 0 || strcmp(go, "search") == 0)
		return complaint_show_step(request, step, PAGE, 0);
	return go_on(request, step);
}
