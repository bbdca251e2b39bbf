/* SPDX-License-Identifier: Apache-2.0 */
/* What was found and published about facilities. */
#ifndef SHANYU_PUBLIC_DISCLOSURES_H
#define SHANYU_PUBLIC_DISCLOSURES_H

#include "public/core/portal.h"

/* Bind an outcome with the days of its moments. */
void disclosure_bind(struct page *page, const struct values *outcome, struct arena *arena);

#endif
