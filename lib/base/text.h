/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Typed text: is it well formed, what of it can be seen, how long is it, which number does it say.
 * Knows no locale. A number is the whole text or it is no number.
 */
#ifndef SHANYU_TEXT_H
#define SHANYU_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

/*
 * Well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF) without NUL bytes.
 */
bool text_is_utf8(const char *bytes, size_t size);

/*
 * A copy of any bytes as well-formed UTF-8 without NUL. When they are not that as a whole, they are in an encoding nobody told: its
 * ASCII is left, and each run of other bytes is one `instead`, an ASCII character. (Bytes of GBK can pass for letters of UTF-8.)
 */
char *text_repaired(struct arena *arena, const char *bytes, size_t size, char instead);

/* How many characters (code points). The text must be well-formed UTF-8. */
size_t text_length(const char *text);

/* The next character of well-formed UTF-8, 0 at its end; moves *at behind it. */
uint32_t text_next(const char **at);

/* A copy in which full-width letters, digits and signs (U+FF01 to U+FF5E), as Chinese keyboards type them, are the plain ones. */
char *text_half_width(struct arena *arena, const char *text);

/*
 * A copy without the blanks at both ends: ASCII blanks, no-break space, ideographic space, byte order mark.
 */
char *text_trim(struct arena *arena, const char *text);

/*
 * A copy of what a reader sees of a text: for all that is typed, pasted or imported. Dropped are the characters nobody can see
 * (Unicode's Default_Ignorable_Code_Point: direction marks, zero-width blanks and joiners, byte order mark, soft hyphen, variation
 * selectors, fillers, tags; annotation marks) and the control characters (C0, C1, DEL) but tab and line break. What word processors
 * write for a new line or page (vertical tab, form feed, U+0085, U+2028, U+2029) becomes a line feed, or a blank where a text has
 * but one line: text_visible_line. CR and LF are kept as they are. Emoji joined by a joiner come apart into their parts.
 * The text must be well-formed UTF-8; the copy is too, never longer, and itself when it is asked again.
 */
char *text_visible(struct arena *arena, const char *text);
char *text_visible_line(struct arena *arena, const char *text);

/* A code: 1 to 32 of A-Z a-z 0-9 _ - */
bool text_is_code(const char *text);

/* A text with the references that HTML and XML know (&lt; &gt; &amp; &quot; &#39;) as the characters they stand for. */
char *text_unescaped(struct arena *arena, const char *text);

/*
 * Holds a control character other than tab and line break, or one that turns the direction of writing
 * (U+202A-202E, U+2066-2069).
 */
bool text_has_control(const char *text);

/* Holds a line break of any kind. */
bool text_has_line_break(const char *text);

/* Whether a word is one of those in a text with blanks between. */
bool text_has_word(const char *words, const char *word);

/*
 * A whole number: an optional minus, then digits. False, and *number untouched, for anything else or what
 * does not fit.
 */
bool text_to_integer(const char *text, int64_t *number);

/*
 * A decimal: an optional minus, digits, and optionally a point with digits. At most 18 digits before
 * the point. Exact to the last bit for up to 15 digits, one unit in the last place for more; digits past
 * the 19th are dropped. False, and *number untouched, for anything else (exponents, a plus, hexadecimal,
 * infinity).
 */
bool text_to_real(const char *text, double *number);

/*
 * A number written behind `to`, without a NUL; gives where it ends. For what a page holds by the dozen: snprintf takes ten
 * times as long.
 */
#define TEXT_NUMBER_SIZE 24
char *text_put_integer(char *to, int64_t number);

/* The same with so many decimals, 0 to 6, rounded. What is beyond 1e12 is written as that. */
char *text_put_decimal(char *to, double number, int decimals);

#endif
