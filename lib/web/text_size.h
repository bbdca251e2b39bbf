/* SPDX-License-Identifier: Apache-2.0 */
/* The sizes of text a page can be asked for, as forms and the visitor's cookie name them. */
#ifndef SHANYU_TEXT_SIZE_H
#define SHANYU_TEXT_SIZE_H

/* "large", "normal", NULL: the first is the one other than usual. */
extern const char *const text_sizes[];

/*
 * The size of text as a field of a form: a page that shows what was typed has its control within its form (id page-form), so that changing the size
 * loses nothing and nothing of it stands in an address.
 */
#define TEXT_SIZE_FIELD { "text_size", FIELD_CHOICE, OPTIONAL, 0, 0, text_sizes }

#endif
