/* SPDX-License-Identifier: Apache-2.0 */
/* QR codes as one path of a drawing. */
#ifndef SHANYU_LIB_CODE_H
#define SHANYU_LIB_CODE_H

#include <stdbool.h>

#include "arena.h"

struct code {
	int size;         /* modules a side, with the quiet zone of four */
	const char *path; /* the dark modules, for <path d="..."> */
};

/* The code of a text (error correction M). False when it is too long. */
bool code_of(const char *text, struct arena *arena, struct code *code);

#endif
