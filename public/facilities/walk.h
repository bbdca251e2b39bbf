/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long somebody walks: along the streets where the edition has a network of them, else by the straight line (rules/facilities/walking.h).
 */
#ifndef SHANYU_PUBLIC_WALK_H
#define SHANYU_PUBLIC_WALK_H

#include "public/core/portal.h"

/*
 * Set out from a position: what follows asks from there. Whether ways along streets are known from it. The network is read with the first call
 * for an edition.
 */
bool walk_set_out(struct request *request, struct position origin);

/* Whether the way from where was set out to a place is known along streets. */
bool walk_is_by_streets(const struct request *request, struct position to);

/* Minutes on foot from where was set out to a place that lies so far in a straight line: along streets where the way is known so. */
int walk_minutes(const struct request *request, struct position to, double straight_metres);

#endif
