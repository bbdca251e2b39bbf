/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text of others in whatever encoding it came: made UTF-8, strictly, and which encodings it may be in when nobody says. Knows ICU's
 * converters; loads their data when first asked, so that a confined program may not use it.
 */
#ifndef SHANYU_ENCODING_H
#define SHANYU_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

/* Whether there is a converter of that name: gb18030, big5, shift_jis, utf-16le, latin-1, windows-1251 ... */
bool encoding_is_known(const char *encoding);

/*
 * The bytes as UTF-8 (without byte order mark), held in the arena. NULL when one of them is not of that encoding, and *fault is then
 * about where (an offset of at most size).
 */
const char *encoding_to_utf8(const char *encoding, const char *bytes, size_t size, size_t *converted, size_t *fault, struct arena *arena);

/*
 * Bytes that are valid in one encoding are most often valid in others too, and read as rubbish there. So they are read in each, and it is
 * counted how many of the characters beyond ASCII are everyday characters of the languages that are written in it (the exemplar
 * characters of Unicode's CLDR).
 */
struct encoding_guess {
	const char *name;       /* as encoding_to_utf8 takes it */
	double share;           /* 0 to 1 */
};
#define ENCODING_GUESSES 6

/* Those in which all bytes are valid, the likeliest first; how many. Only of bytes that are not UTF-8. */
size_t encoding_weigh(const char *bytes, size_t size, struct encoding_guess guesses[ENCODING_GUESSES]);

#endif
