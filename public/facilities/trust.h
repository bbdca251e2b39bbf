/* SPDX-License-Identifier: Apache-2.0 */
/* What lets a reader judge a facility at a glance, all of it from published facts: filing, findings, how well its facts were kept, carers. */
#ifndef SHANYU_PUBLIC_TRUST_H
#define SHANYU_PUBLIC_TRUST_H

#include "public/core/portal.h"

/*
 * Put beside the columns of a listing row (with its id and code):
 * filing_state filing_state_name
 * carers places_per_carer      all of its places to its carers, to a tenth; null = one of them is not stated
 * recent_outcomes              findings published within the years of the rule outcome.recent_years
 * fresh_days counted_days      of the last so many days (the rule freshness.share_days; fewer since its facts are stated), on how many all
 *                              that it states was up to date; null = it states nothing
 * False: the edition cannot be read.
 */
bool trust_put(struct request *request, struct values *listing);

/* The same names, all null: for the head of a table. */
void trust_put_blank(struct values *listing);

/* Show how a row of trust_put reads: the state of its filing as a section, and the years that findings are counted over. */
void trust_bind(const struct portal *portal, struct page *page, const struct values *row, struct arena *arena);

#endif
