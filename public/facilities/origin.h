/* SPDX-License-Identifier: Apache-2.0 */
/* Where a search sets out: the point of a named place that is meant, how exact it is, and whether it lies in the district. */
#ifndef SHANYU_PUBLIC_ORIGIN_H
#define SHANYU_PUBLIC_ORIGIN_H

#include "find.h"

/*
 * The point of the place that is asked for (fields place, house, near). On a road it is the house, where a facility or an address is known to be in
 * it; else the part nearest to the known house whose number is nearest, or nearest to the place named beside it; else the road's middle.
 * finding->origin_by says which. BROKEN when the edition cannot be read.
 */
enum outcome origin_read_place(struct request *request, struct finding *finding);

/* Whether the origin lies outside of the district, how far, and where the district begins. Nothing when the district has no outline. */
void origin_look_outside(const struct published *published, struct finding *finding);

#endif
