/* SPDX-License-Identifier: Apache-2.0 */
/* Contacts as telephones take them: vCard 3.0 (RFC 2426). */
#ifndef SHANYU_LIB_VCARD_H
#define SHANYU_LIB_VCARD_H

#include <stddef.h>

#include "lib/base/buffer.h"

/*
 * Add a line: its name with its parameters ("TEL;TYPE=WORK") and the parts of its value, each escaped, with ';' between. What is longer than
 * 75 bytes goes on in further lines; no character is divided.
 */
void vcard_line(struct buffer *out, const char *name, const char *const *parts, size_t count);

/* The same of a value that is one text, and of one that is escaped nowhere (an address of the web). */
void vcard_text(struct buffer *out, const char *name, const char *text);
void vcard_uri(struct buffer *out, const char *name, const char *uri);

#endif
