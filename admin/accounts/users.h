/* SPDX-License-Identifier: Apache-2.0 */
/* Pages about everybody's accounts: what the list and the single account share. */
#ifndef SHANYU_ADMIN_USERS_H
#define SHANYU_ADMIN_USERS_H

#include "admin/core/office.h"

/* Bounds of the fields role, scope and facilities. */
#define USER_ROLES_MOST 8
#define USER_SCOPE_MOST 400
#define USER_FACILITIES_MOST 100

/* Bind an account's row for a page: its columns, STATE_... and moments in words. */
void user_bind(struct request *request, struct page *page, const struct values *account);

/* Bind the choices of the form: roles, departments and what can be seen, those of the facts chosen. False: BROKEN. */
bool user_bind_choices(struct request *request, struct page *page, const struct account_facts *facts);

/* The scope that the fields scope and facilities say, as struct account_facts has it. */
const char *user_scope_typed(const struct values *form, struct arena *arena);

/* The section that says why an account is not made or changed so. */
const char *user_fault(enum account_answer answer);

#endif
