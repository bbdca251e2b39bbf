/* SPDX-License-Identifier: Apache-2.0 */
/* Pages about everybody's accounts: what the list and the single account share. */
#ifndef SHANYU_ADMIN_USERS_H
#define SHANYU_ADMIN_USERS_H

#include "admin/core/office.h"

/* Bind an account's row for a page: its columns, ROLE_..., STATE_... and moments in words. */
void user_bind(struct request *request, struct page *page, const struct values *account);

/* Bind the choices of the form: roles and departments, the chosen ones selected. False: BROKEN. */
bool user_bind_choices(struct request *request, struct page *page, const char *role, const char *department);

/* The section that says why an account is not made or changed so. */
const char *user_fault(enum account_answer answer);

#endif
