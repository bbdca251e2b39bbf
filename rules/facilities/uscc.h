/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The unified social credit code of legal persons and other organisations: 18 characters.
 * Source: GB 32100-2015 (the code and its last character), GB 11714-1997 (the organisation's own nine, the
 * ninth a check).
 * Refuses lower case and the letters I O S V Z: fold typed text before.
 */
#ifndef SHANYU_USCC_H
#define SHANYU_USCC_H

#include <stdbool.h>

#define USCC_LENGTH_FULL 18

enum uscc_verdict {
	USCC_FINE,
	USCC_LENGTH,                    /* not 18 characters */
	USCC_ALPHABET,                  /* a character that cannot stand at its place; the region is digits */
	USCC_ORGANISATION_CHECK,        /* the organisation's nine characters do not fit together */
	USCC_CHECK                      /* the last character does not fit the first 17 */
};

/*
 * The first thing wrong with a code. The last character is tried before the organisation's, since it covers
 * more.
 */
enum uscc_verdict uscc_check(const char *uscc);

/*
 * Make a code for demonstration data: authority and kind (two characters, "52"), region (six digits), and the
 * organisation's first eight characters; both checks are filled in. False, and uscc untouched, if any of them
 * is of the wrong length or alphabet.
 */
bool uscc_complete(
	const char *prefix, const char *region, const char *organisation, char uscc[USCC_LENGTH_FULL + 1]);

/*
 * Does the code begin with one of the prefixes, given as "91 92"? An empty list fits every code. Which
 * prefixes fit which kind of facility is data (a company 91, a sole trader 92, a private non-enterprise unit
 * 52, a public institution 12).
 */
bool uscc_fits_kind(const char *uscc, const char *prefixes);

#endif
