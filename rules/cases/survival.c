/* SPDX-License-Identifier: Apache-2.0 */
/* The product-limit estimate. */
#include "survival.h"

#include <stdlib.h>

/* 0.5 reached by a product of fractions may be a rounding above it. */
#define ROUNDING 1e-9

/* By time; of one time what happened goes first. */
static int by_time(const void *left, const void *right)
{
	const struct survival_case *one = left, *other = right;

	if (one->time != other->time)
		return one->time < other->time ? -1 : 1;
	return (int)other->happened - (int)one->happened;
}

size_t survival_estimate(struct survival_case *cases, size_t count, struct survival_step *steps)
{
	double share = 1;
	size_t made = 0;

	if (count)
		qsort(cases, count, sizeof *cases, by_time);
	for (size_t i = 0; i < count;) {
		size_t first = i, happened = 0;

		for (; i < count && cases[i].time == cases[first].time; i++)
			happened += cases[i].happened;
		if (!happened)
			continue;
		share *= 1 - (double)happened / (double)(count - first);
		steps[made++] = (struct survival_step){ cases[first].time, count - first, happened, share };
	}
	return made;
}

bool survival_quantile(const struct survival_step *steps, size_t count, double part, int64_t *time)
{
	for (size_t i = 0; i < count; i++)
		if (steps[i].share <= 1 - part + ROUNDING) {
			*time = steps[i].time;
			return true;
		}
	return false;
}
