/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes that grow. */
#include "buffer.h"

#include <stdio.h>
#include <stdlib.h>

void buffer_reserve(struct buffer *buffer, size_t more)
{
	size_t room = buffer->room ? buffer->room : 4096;

	while (room - buffer->size < more)
		room *= 2;
	if (room == buffer->room)
		return;
	buffer->bytes = realloc(buffer->bytes, room);
	if (!buffer->bytes) {
		fprintf(stderr, "out of memory: a page of %zu bytes\n", room);
		abort();
	}
	buffer->room = room;
}

void buffer_wipe(struct buffer *buffer)
{
	if (buffer->bytes)
		explicit_bzero(buffer->bytes, buffer->room);
	buffer->size = 0;
}

void buffer_free(struct buffer *buffer)
{
	free(buffer->bytes);
	*buffer = (struct buffer){ 0 };
}
