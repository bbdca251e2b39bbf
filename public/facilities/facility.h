/* SPDX-License-Identifier: Apache-2.0 */
/* The facility that an address names. */
#ifndef SHANYU_PUBLIC_FACILITY_H
#define SHANYU_PUBLIC_FACILITY_H

#include "public/core/portal.h"

/* The facility of the path's {code}. PAGE; MISSING; MOVED to the address with the code as it is published; BROKEN. */
enum outcome facility_read(struct request *request, struct values **facility);

/*
 * For a code that nothing is published under: whether it is one in another writing, as people type what they read on a door (case,
 * a dash left out or put in). MOVED to its address, or MISSING.
 */
enum outcome facility_lead_on(struct request *request);

#endif
