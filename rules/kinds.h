/* SPDX-License-Identifier: Apache-2.0 */
/* Kinds of facility (domain forms of Shanghai's childcare papers): which of them take children into care. */
#ifndef SHANYU_RULES_KINDS_H
#define SHANYU_RULES_KINDS_H

#include <stdbool.h>

/*
 * Whether a kind takes children into care. A guidance station, a children's service centre and the early development base
 * guide parents and hold activities (普府办〔2021〕88号, 一、(二)1); every other kind, known here or not, counts as care.
 */
bool kind_gives_care(const char *kind);

#endif
