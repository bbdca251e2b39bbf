/* SPDX-License-Identifier: Apache-2.0 */
/* Setting up one-time codes and recovery codes, at the first sign-in and later. */
#ifndef SHANYU_ADMIN_ENROL_H
#define SHANYU_ADMIN_ENROL_H

#include "admin/core/office.h"

/*
 * Bind a secret as a drawing (code_size, code_path), in letters (secret) and sealed for the form (offer): the one that was offered
 * before, when the form brings it back, else a new one.
 */
void enrol_bind(struct request *request, struct page *page);

/* Keep the secret of the form's `offer` when `new_code` fits. ACCOUNT_REFUSED: it does not, or the offer is not of this session. */
enum account_answer enrol_set(struct request *request);

/* New recovery codes in the place of the old, shown this once. Within the transaction. */
enum outcome enrol_show_recovery(struct request *request);

#endif
