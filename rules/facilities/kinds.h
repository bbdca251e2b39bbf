/* SPDX-License-Identifier: Apache-2.0 */
/* Kinds of facility (domain forms of Shanghai's childcare papers): which of them take children into care. And kinds of place. */
#ifndef SHANYU_RULES_KINDS_H
#define SHANYU_RULES_KINDS_H

#include <stdbool.h>

/*
 * Whether a kind takes children into care. A guidance station, a children's service centre and the early development base
 * guide parents and hold activities (普府办〔2021〕88号, 一、(二)1); every other kind, known here or not, counts as care.
 */
bool kind_gives_care(const char *kind);

/* The codes of those that do not, with a blank before and behind each: a parameter of queries. */
const char *kinds_without_care(void);

/* Whether a kind of place is a part of the district (a street or town, a residents' committee): those have tables of their own, no place is one. */
bool kind_is_part_of_district(const char *kind);

#endif
