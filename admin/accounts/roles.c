/* SPDX-License-Identifier: Apache-2.0 */
/* /roles: the table of permissions, as the program knows it. */
#include "admin/core/office.h"

enum outcome roles_show(struct request *request)
{
	struct page *page = page_begin(request, "admin/roles.tpl");

	for (enum verb verb = VERB_OWN; verb < VERB_END; verb++) {
		struct page *row = page_section(page, "verbs");

		page_show(row, arena_format(request->arena, "VERB_%s", permission_verb_code(verb)));
		for (int role = ROLE_NONE + 1; role < ROLE_END; role++) {
			struct page *cell = page_section(row, "cells");

			page_show(cell, arena_format(request->arena, "CELL_%s", permission_role_code((enum role)role)));
			page_show(cell, permission_has((enum role)role, verb) ? "MAY" : "MAY_NOT");
		}
	}
	return page_end(request, page);
}
