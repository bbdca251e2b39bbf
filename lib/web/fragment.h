/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pieces of page expanded once and kept, with holes for what changes from request to request. A hole is made by binding its
 * token in place of the value; a token is 16 random letters of this process, so that no text of anyone can hold one.
 * What is put into a hole is not escaped: numbers and made pieces only. A piece may have parts for different places of a page.
 *
 * Many pieces are of one make. What is bound as a value of the piece is held with it; what stands between is held once for all
 * pieces that have it in common.
 */
#ifndef SHANYU_FRAGMENT_H
#define SHANYU_FRAGMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/buffer.h"

#define FRAGMENT_HOLES 16

struct fragments;
struct fragment;

/* What goes into a hole: bytes, or what `fill` adds when it is set. */
struct hole_value {
	const char *bytes;
	size_t size;
	bool (*fill)(void *context, struct buffer *out);
	void *context;
};

/* A store of at most `slots` (a multiple of 4) pieces and `most_bytes` bytes; the oldest make way. */
struct fragments *fragments_new(size_t slots, size_t most_bytes);
void fragments_free(struct fragments *fragments);

/* The token to bind for a hole, 0 to FRAGMENT_HOLES - 1. */
const char *fragment_token(const struct fragments *fragments, int hole);

/* The token that stands between two parts of a piece. */
const char *fragment_parting(const struct fragments *fragments);

/* The tokens to bind before and after a value that is the piece's own. */
const char *fragment_value(const struct fragments *fragments);
const char *fragment_value_end(const struct fragments *fragments);

/* The piece kept under a key, NULL when there is none. */
const struct fragment *fragment_find(const struct fragments *fragments, const void *key, size_t key_size);

/*
 * The same for `count` keys, one behind the other, into found[count]; cheaper than one by one. Whether there is a piece under
 * each of them.
 */
bool fragments_find(const struct fragments *fragments, const void *keys, size_t key_size, size_t count, const struct fragment **found);

/* Keep bytes under a key, split at the tokens. Valid until the next keep or forget. */
const struct fragment *fragment_keep(struct fragments *fragments, const void *key, size_t key_size, const char *bytes, size_t size);

/*
 * Add the first part of the piece to a buffer, its holes filled from values[hole]. False: a filler failed, and what was added is
 * not whole.
 */
bool fragment_write(const struct fragment *fragment, const struct hole_value values[FRAGMENT_HOLES], struct buffer *out);

/* The same for the first `parts` parts, > 0, each into a buffer of its own. A filler adds to no other of them. */
bool fragment_write_parts(const struct fragment *fragment, const struct hole_value values[FRAGMENT_HOLES], struct buffer *const outs[],
			  size_t parts);

/* Forget everything: another edition, another day. */
void fragments_forget(struct fragments *fragments);

#endif
