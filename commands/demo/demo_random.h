/* SPDX-License-Identifier: Apache-2.0 */
/* Chance that is the same every time: a stream of numbers for each purpose and number of a seed. Not for secrets. */
#ifndef SHANYU_DEMO_RANDOM_H
#define SHANYU_DEMO_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

/* Multiples of it, without their whole part, fill a range evenly. */
#define DEMO_GOLDEN 0.6180339887498949

struct demo_random {
	uint64_t state;
};

struct demo_random demo_random_start(int64_t seed, const char *purpose, int64_t number);

/* A whole number from `from` to `to`, both included. */
int64_t demo_random_between(struct demo_random *random, int64_t from, int64_t to);

/* From 0 up to but without 1. */
double demo_random_part(struct demo_random *random);

/* True in so many of a hundred cases. */
bool demo_random_chance(struct demo_random *random, int64_t per_cent);

#endif
