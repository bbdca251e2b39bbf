/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a harness says of itself: how to begin, as its program does before it puts its fence up; behind which fence it works; and what it
 * does with one input. Built twice: with sanitizers, and confined as the program is.
 */
#ifndef SHANYU_HARNESS_H
#define SHANYU_HARNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/seal/confine.h"

struct harness {
	bool (*begin)(void);
	enum confine_to to;
	void (*look)(const uint8_t *bytes, size_t size);
};

extern const struct harness harness;

#endif
