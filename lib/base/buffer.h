/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes that grow, kept by their owner from request to request so that a page costs no allocation. */
#ifndef SHANYU_BUFFER_H
#define SHANYU_BUFFER_H

#include <stddef.h>
#include <string.h>

struct buffer {
	char *bytes;
	size_t size;
	size_t room;
};

/* Make room for so many more bytes; out of memory ends the program. */
void buffer_reserve(struct buffer *buffer, size_t more);

/* Empty it, so that nothing of what was there can be read any more. */
void buffer_wipe(struct buffer *buffer);

void buffer_free(struct buffer *buffer);

static inline void buffer_add(struct buffer *buffer, const void *bytes, size_t size)
{
	if (size > buffer->room - buffer->size)
		buffer_reserve(buffer, size);
	if (size)
		memcpy(buffer->bytes + buffer->size, bytes, size);
	buffer->size += size;
}

static inline void buffer_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

#endif
