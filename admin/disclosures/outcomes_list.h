/* SPDX-License-Identifier: Apache-2.0 */
/* The list of disclosures: what a finding becomes in public, by whose turn it is. */
#ifndef SHANYU_ADMIN_OUTCOMES_LIST_H
#define SHANYU_ADMIN_OUTCOMES_LIST_H

#include "admin/core/listing.h"

extern const struct list list_of_outcomes;
extern const struct form outcome_list_form;

#endif
