/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The receipt code: the only key to what somebody sent. 100 random bits as 20 symbols of Crockford's base32 and 4 check
 * symbols, printed ABCDE-FGHJK-MNPQR-STVWX-YZ01.
 * Refuses a code with the reason: of another length, with other characters, or mistyped. Is a secret: nothing here writes it
 * anywhere but where it is told to, and neither may the caller, least of all into a log.
 *
 * The check: a Reed-Solomon code over GF(32) (x^5 + x^2 + 1) of 24 symbols with distance 5. It catches every code with up to
 * four wrong symbols, so every wrong symbol and every swap of two, neighbours or not; of anything else all but one in a million.
 */
#ifndef SHANYU_RECEIPT_H
#define SHANYU_RECEIPT_H

#include <stdint.h>

#define RECEIPT_RANDOM 20               /* symbols of 5 bits */
#define RECEIPT_CHECK 4
#define RECEIPT_SYMBOLS (RECEIPT_RANDOM + RECEIPT_CHECK)
#define RECEIPT_GROUP 5
#define RECEIPT_TEXT (RECEIPT_SYMBOLS + (RECEIPT_SYMBOLS - 1) / RECEIPT_GROUP + 1)     /* printed, with its NUL */
#define RECEIPT_HASH 32
#define RECEIPT_NAME (2 * RECEIPT_HASH + 1)

/* Wipe it (receipt_wipe) when done, and everything printed from it. */
struct receipt {
	uint8_t symbols[RECEIPT_SYMBOLS];       /* values 0 to 31 */
};

enum receipt_verdict {
	RECEIPT_FINE,
	RECEIPT_LENGTH,                 /* not 24 symbols */
	RECEIPT_ALPHABET,               /* a character that no code has (U is one) */
	RECEIPT_MISTYPED                /* the check symbols do not fit */
};

/* A new code. libsodium must be initialised. */
void receipt_make(struct receipt *receipt);

/*
 * Read what somebody typed: lower case, full-width letters and digits, O for 0, I and L for 1; blanks and hyphens of any
 * kind anywhere. Unless RECEIPT_FINE the receipt is wiped. Of several reasons the alphabet goes before the length.
 */
enum receipt_verdict receipt_read(const char *text, struct receipt *receipt);

/* In groups of five with hyphens; all characters are of a QR code's alphanumeric mode. */
void receipt_print(const struct receipt *receipt, char text[RECEIPT_TEXT]);

void receipt_wipe(struct receipt *receipt);

/*
 * What is derived from a code: BLAKE2b-256 of its 20 random symbols in upper case, personalised with the label in 16 bytes
 * filled up with NUL: "shanyu.lookup", "shanyu.key", "shanyu.envelope". None tells anything of the others or of the code.
 */
void receipt_lookup(const struct receipt *receipt, uint8_t lookup[RECEIPT_HASH]);      /* where the answers are found */
void receipt_key(const struct receipt *receipt, uint8_t key[RECEIPT_HASH]);            /* what opens them: a secret */
void receipt_envelope(const struct receipt *receipt, char name[RECEIPT_NAME]);         /* the envelope's name, hexadecimal */

#endif
