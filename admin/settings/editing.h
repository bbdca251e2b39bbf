/* SPDX-License-Identifier: Apache-2.0 */
/* What the pages share on which the office edits its own data: the routing matrix, the texts of replies. */
#ifndef SHANYU_ADMIN_EDITING_H
#define SHANYU_ADMIN_EDITING_H

#include "admin/core/office.h"

/*
 * The row under a code as it is now; an empty one with changed_at -1 for the code "new" or one that is not there. NULL: BROKEN.
 */
struct values *editing_row(struct request *request, const struct query *query, const char *code);

/* Options of a select: every row with `chosen`. `codes` are blank-separated. */
void editing_options(struct page *page, const char *section, const struct rows *rows, const char *codes);

/* The same from a list of terms. False: BROKEN. */
bool editing_terms(struct request *request, struct page *page, const char *section, const char *list, const char *code);

/* Refuse what is in no list: a field that is not "" must be a code of one. False: BROKEN. */
bool editing_check_term(struct request *request, const char *field, const char *list);

/* Whether somebody changed the row since the page showed it (field changed_at), or made one under the code of a new one. */
bool editing_is_stale(const struct request *request, const struct values *row);

#endif
