/* SPDX-License-Identifier: Apache-2.0 */
/* The letter of a complaint: what its pages show besides what is asked (domain/cases/letter_form.c). */
#include "complaint.h"

#include <string.h>

#include "domain/cases/letter_form.h"
#include "intake/core/show.h"
#include "portal_queries.h"
#include "public/facilities/find.h"

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

static bool bind(struct request *request, const struct letter_page *at, struct page *page)
{
	bool fine = true;

	show_time(request, page, values_text(request->form->values, "kind"));
	if (strcmp(at->name, "facility") == 0)
		fine = bind_search(request, page);
	if (fine && strcmp(at->name, "check") == 0)
		fine = bind_split(request, page) && bind_kept(request, page);
	if (fine && *values_text(request->form->values, "facility"))
		fine = bind_facility(request, page);
	return fine;
}

static bool bind_start(struct request *request, struct page *page)
{
	page_text(page, "facility", values_text(request->form->values, "facility"));
	return bind_facility(request, page);
}

static bool bind_sent(struct request *request, struct page *page)
{
	const struct form_result *form = request->form;

	page_text(page, "kind", values_text(form->values, "kind"));
	page_text(page, "anonymous_is", values_text(form->typed, "anonymous"));
	show_time(request, page, values_text(form->values, "kind"));
	if (values_integer(form->values, "anonymous"))
		page_show(page, "ANONYMOUS");
	return true;
}

const struct wizard complaint_wizard = {
	.letter = &case_letter_form,
	.start = "public/complaint.tpl",
	.sent = "public/complaint-sent.tpl",
	.evidence = "evidence",
	.bind_start = bind_start,
	.bind = bind,
	.bind_sent = bind_sent,
};

enum outcome complaint_start(struct request *request)
{
	return wizard_start(request, &complaint_wizard);
}

enum outcome complaint_go(struct request *request)
{
	return wizard_go(request, &complaint_wizard);
}

enum outcome complaint_evidence(struct request *request)
{
	return wizard_files(request, &complaint_wizard);
}

enum outcome complaint_send(struct request *request)
{
	return wizard_send(request, &complaint_wizard);
}

enum outcome complaint_sent(struct request *request)
{
	return wizard_sent(request, &complaint_wizard);
}
