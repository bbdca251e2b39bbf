/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long it takes until something happens, when for some it has not happened yet: the product-limit estimate. An average over what is
 * done reads well as long as the slow ones stay open; here those count for as long as they were waited for (censored).
 * Source: Kaplan, Meier: Nonparametric estimation from incomplete observations, J. Am. Stat. Assoc. 53 (1958), 457-481.
 * Refuses to guess beyond what was seen: a quantile that the estimate does not come down to is "not reached".
 */
#ifndef SHANYU_SURVIVAL_H
#define SHANYU_SURVIVAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct survival_case {
	int64_t time;                   /* from the start to the event, or as far as was watched; 0 or more, in whatever unit */
	bool happened;                  /* false: censored, it had not happened by then */
};

/* The estimate after one of the times at which something happened. */
struct survival_step {
	int64_t time;
	size_t at_risk;                 /* still waiting just before */
	size_t happened;                /* at this time */
	double share;                   /* of all, estimated: those who still wait after it */
};

/*
 * The estimate's steps, at most one a case, into `steps`, ascending. Sorts the cases. What is censored at the time of an event was still
 * waiting then. Returns how many; 0 when nothing happened.
 */
size_t survival_estimate(struct survival_case *cases, size_t count, struct survival_step *steps);

/*
 * The first time by which the event happened to such a part (0.5: the median). False, and *time untouched: not reached.
 */
bool survival_quantile(const struct survival_step *steps, size_t count, double part, int64_t *time);

#endif
