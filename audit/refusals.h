/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Acts that were refused. The audit has a row for the first of an account, a route and a cause; those that follow within a minute are counted and
 * told by one row when it is over, so that nobody fills the audit by asking. That row is written with the next refusal or the next act of anybody.
 */
#ifndef SHANYU_AUDIT_REFUSALS_H
#define SHANYU_AUDIT_REFUSALS_H

#include "audit.h"

#define AUDIT_REFUSALS_SECONDS 60

/* Texts are UTF-8 and not NULL. */
struct audit_refusal {
	const char *account; /* "" = nobody is signed in */
	const char *role;
	const char *route;   /* method and path as the table of routes has it */
	const char *why;     /* verb, scope, step, form: the action becomes refused.WHY */
	const char *act;     /* what the audit calls the route; "" it has no name */
	const char *cause;   /* why the step may not be taken (casework.h); "" none */
	const char *subject;
	const char *request_id;
};

/* All three within the caller's transaction; false: one line in *problem, and it is to be rolled back. */
bool audit_refuse(struct sql *sql, struct arena *arena, int64_t now, const struct audit_refusal *refusal, const char **problem);

/* Tell of those that were counted and whose minute is over. */
bool audit_refusals_close(struct sql *sql, struct arena *arena, int64_t now, const char **problem);

/* How many were counted and are not told of yet; -1 on failure. */
int64_t audit_refusals_open(struct sql *sql, struct arena *arena);

#endif
