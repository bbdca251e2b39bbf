/* SPDX-License-Identifier: Apache-2.0 */
/* The lines of the comparison: what differs from facility to facility first. */
#ifndef SHANYU_PUBLIC_COMPARE_LINES_H
#define SHANYU_PUBLIC_COMPARE_LINES_H

#include "public/core/portal.h"

/*
 * Bind LINES: one section for each line of the comparison, and with two facilities or more one for the head of each group: what differs, what
 * is the same, how to reach them. Each of `facilities` holds all that is shown of one: the row of facility_one, with its listing as it is claimed
 * and what lets one judge it put over it. `with_distance`: their distance_km is known.
 */
void compare_lines_bind(const struct portal *portal, struct page *page, struct values *const *facilities, size_t count, bool with_distance);

#endif
