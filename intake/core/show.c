/* SPDX-License-Identifier: Apache-2.0 */
/* What several pages of the intake show in the same way. */
#include "show.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/base/code.h"
#include "lib/base/text.h"

static const char of_one_page[] = "step go q altcha website receipt text_size again";

static void carry(struct page *page, const char *name, const char *value)
{
	struct page *one = page_section(page, "carried");

	page_text(one, "name", name);
	page_text(one, "value", value);
}

void show_carried_lines(struct page *page, const char *name, const char *lines, struct arena *arena)
{
	while (*lines) {
		size_t size = strcspn(lines, "\n");

		carry(page, name, arena_text(arena, lines, size));
		lines += size + (lines[size] == '\n');
	}
}

void show_carried(struct request *request, struct page *page, const struct form_result *form, const char *asked)
{
	struct receipt receipt;
	char *text = arena_take(request->arena, RECEIPT_TEXT);

	intake_receipt(form, &receipt);
	receipt_print(&receipt, text);
	receipt_wipe(&receipt);
	carry(page, "receipt", text);
	for (const struct field *field = form->form->fields; field->name; field++) {
		const char *typed = values_text(form->typed, field->name);

		/* Files are carried by every page, the one that asks for more too. */
		if (field->kind == FIELD_LINES)
			show_carried_lines(page, field->name, typed, request->arena);
		else if (*typed && !text_has_word(asked, field->name) && !text_has_word(of_one_page, field->name))
			carry(page, field->name, typed);
	}
}

void show_code(struct request *request, struct page *page, const char *text)
{
	struct code code;

	if (!code_of(text, request->arena, &code))
		return;
	page_integer(page, "code_size", code.size);
	page_text(page, "code_path", code.path);
}

void show_receipt(struct request *request, struct page *page, const struct receipt *receipt)
{
	char *text = arena_take(request->arena, RECEIPT_TEXT);

	receipt_print(receipt, text);
	page_text(page, "receipt", text);
	/* What follows # is kept by the browser: it reaches no server and no log. */
	show_code(request, page, arena_format(request->arena, "%s/receipt#%s", portal_of(request)->config->base_url, text));
}
