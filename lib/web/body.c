/* SPDX-License-Identifier: Apache-2.0 */
/* The body of a request. */
#include "body.h"

ssize_t body_read(struct body *body, void *bytes, size_t size)
{
	ssize_t count;

	if (body->lost)
		return -1;
	if (!body->read || body->length == 0)
		return 0;
	if (body->length > 0 && (int64_t)size > body->length - body->taken)
		size = (size_t)(body->length - body->taken);
	if (!size)
		return 0;
	count = body->read(body->source, bytes, size);
	if (count > 0)
		body->taken += count;
	if (count < 0 || (count == 0 && body->length > 0)) {
		body->lost = 1;
		return -1;
	}
	return count;
}

int body_drain(struct body *body, int64_t most)
{
	char bytes[16384];
	ssize_t count = 1;

	for (int64_t drained = 0; count > 0 && drained <= most; drained += count)
		count = body_read(body, bytes, sizeof bytes);
	return count == 0;
}
