/* SPDX-License-Identifier: Apache-2.0 */
/* The body of a request as it comes: read once, piece by piece, never held whole here. */
#ifndef SHANYU_BODY_H
#define SHANYU_BODY_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct body {
	void *source;
	ssize_t (*read)(void *source, void *bytes, size_t size); /* 0 at the end, -1 lost; NULL = no body */
	int64_t length;                                          /* bytes announced, -1 when none were */
	int64_t taken;                                           /* bytes read so far */
	int lost;                                                /* 1: it ended before what was announced */
};

/* The next bytes, at least one; 0 at the end. -1: the connection was lost before the announced end. Never more than announced. */
ssize_t body_read(struct body *body, void *bytes, size_t size);

/* Read and forget what is left, up to so many bytes. Whether the end was reached. */
int body_drain(struct body *body, int64_t most);

#endif
