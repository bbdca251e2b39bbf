/* SPDX-License-Identifier: Apache-2.0 */
/* Showing a page of a letter, and going from one to the next. */
#include "wizard.h"

#include <stdio.h>
#include <string.h>

#include "allowance.h"
#include "lib/base/text.h"
#include "show.h"

const struct wizard *wizard_of(const struct request *request)
{
	for (const struct wizard *const *wizard = intake_of(request)->wizards; *wizard; wizard++)
		if (request->route->form == (*wizard)->letter->form)
			return *wizard;
	return NULL;
}

/* NAME_IS_CHOSEN of every choice. */
static void bind_choices(struct page *page, const struct form_result *form)
{
	char section[96];

	for (const struct field *field = form->form->fields; field->name; field++) {
		const char *chosen = values_text(form->typed, field->name);

		if ((field->kind != FIELD_CHOICE && field->kind != FIELD_FLAG) || !*chosen)
			continue;
		snprintf(section, sizeof section, "%s_is_%.40s", field->name, chosen);
		page_show(page, section);
	}
}

/* What the browser of who sends it works on. */
static void bind_challenge(struct request *request, struct page *page)
{
	struct receipt receipt;
	char name[RECEIPT_NAME];

	intake_receipt(request->form, &receipt);
	receipt_envelope(&receipt, name);
	receipt_wipe(&receipt);
	allowance_bind_challenge(request, page, name);
}

struct page *wizard_page(struct request *request, const struct wizard *wizard, const struct letter_page *at, bool wrong)
{
	struct form_result *form = request->form;
	struct page *page = page_begin(request, at->template_name);

	if (wrong)
		form_show(form, page);
	else
		page_values(page, form->typed);
	portal_size_in_form(request, page, text_has_word(at->fields, "q") ? "search" : "continue");
	show_carried(request, page, form, at->fields);
	bind_choices(page, form);
	intake_show_files(request, page, values_text(form->typed, "file"));
	if (strcmp(at->name, "check") == 0)
		bind_challenge(request, page);
	if (wizard->bind(request, at, page))
		return page;
	page_free(page);
	return NULL;
}

enum outcome wizard_page_end(struct request *request, struct page *page, enum outcome outcome)
{
	enum outcome made;

	if (!page)
		return BROKEN;
	request->response.cache = SHOW_AGAIN;
	made = page_end(request, page);
	return made == PAGE ? outcome : made;
}

enum outcome wizard_show(struct request *request, const struct wizard *wizard, const struct letter_page *at, enum outcome outcome, int wait)
{
	struct page *page = wizard_page(request, wizard, at, outcome == INVALID);

	if (page && outcome == FULL)
		page_show(page, "FULL");
	if (page)
		allowance_bind_turn(request, page, wait);
	return wizard_page_end(request, page, outcome);
}

enum outcome wizard_start(struct request *request, const struct wizard *wizard)
{
	struct page *page = page_begin(request, wizard->start);
	struct receipt receipt;
	char *text = arena_take(request->arena, RECEIPT_TEXT);

	receipt_make(&receipt);
	receipt_print(&receipt, text);
	receipt_wipe(&receipt);
	page_text(page, "receipt", text);
	if (!wizard->bind_start(request, page)) {
		page_free(page);
		return BROKEN;
	}
	return page_end(request, page);
}

static enum outcome go_on(struct request *request, const struct wizard *wizard, const struct letter_page *at)
{
	if (!letter_page_fine(at, request->form))
		return wizard_show(request, wizard, at, INVALID, 0);
	/* The first answer decides which pages there are. */
	if (values_integer(request->form->values, "to_check") && at != wizard->letter->pages)
		at = letter_page_named(wizard->letter, "check");
	else
		at = letter_page_next(wizard->letter, at, request->form);
	return wizard_show(request, wizard, at, PAGE, 0);
}

/* Where a button leads: back, to a page to be changed, taking a file away, searching, or on. */
enum outcome wizard_go(struct request *request, const struct wizard *wizard)
{
	const struct letter_form *letter = wizard->letter;
	const char *go = values_text(request->form->values, "go");
	const struct letter_page *at = letter_page_named(letter, values_text(request->form->values, "step"));
	const struct letter_page *change = strncmp(go, "change-", 7) == 0 ? letter_page_named(letter, go + 7) : NULL;

	intake_own_receipt(request);
	if (change) {
		values_put_text(request->form->typed, "to_check", "1");
		return wizard_show(request, wizard, change, PAGE, 0);
	}
	if (!at)
		return wizard_show(request, wizard, letter->pages, PAGE, 0);
	if (portal_takes_text_size(request))
		return wizard_show(request, wizard, at, PAGE, 0);
	if (strcmp(go, "back") == 0)
		return wizard_show(request, wizard, letter_page_before(letter, at, request->form), PAGE, 0);
	if (strncmp(go, "remove-", 7) == 0)
		intake_remove_file(request, go + 7);
	if (strncmp(go, "remove-", 7) == 0 || strcmp(go, "search") == 0 || request->form->editing)
		return wizard_show(request, wizard, at, PAGE, 0);
	return go_on(request, wizard, at);
}
