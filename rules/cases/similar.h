/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How alike two texts are: the share of their pairs of neighbouring characters that both have (Jaccard). Blanks and punctuation do not
 * count, nor whether a Latin letter is large. Says nothing about meaning: it suggests, people decide. Source: the index of P. Jaccard (1912);
 * from which share on is the district's rule duplicate.least_share.
 */
#ifndef SHANYU_SIMILAR_H
#define SHANYU_SIMILAR_H

#include "lib/base/arena.h"

/* 0 nothing in common, 1 the same. A text of less than two characters is like no other. Texts are well-formed UTF-8. */
double similar_share(const char *one, const char *other, struct arena *arena);

#endif
