/* SPDX-License-Identifier: Apache-2.0 */
/* Kinds of facility where they are chosen: a line on what each is and for whom, and what it costs about. */
#ifndef SHANYU_PUBLIC_KINDS_H
#define SHANYU_PUBLIC_KINDS_H

#include "public/core/portal.h"

/* Of an edition with more facilities no costs are shown: they are worked out by the worker that first shows them. */
#define KINDS_MOST_FACILITIES 20000

/*
 * Bind CARE_KINDS and GUIDANCE_KINDS: those with facilities that take children into care, and those that only guide parents. Each has code,
 * name, facilities, note, and what it costs when fees of today are published: see kind-cost.tpl. INCLUSIVE_COST is that of all that are inclusive.
 * BROKEN when the edition cannot be read.
 */
enum outcome kinds_bind(struct request *request, struct page *page);

#endif
