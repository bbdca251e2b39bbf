/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The Merkle tree of RFC 6962, section 2.1, over SHA-256: what makes a log verifiable.
 * leaf = SHA-256(0x00 || entry), node = SHA-256(0x01 || left || right), the empty tree = SHA-256("").
 * Verifying refuses every proof that is not exactly the one for its sizes; an empty tree proves nothing (RFC
 * 9162, 2.1.4).
 */
#ifndef SHANYU_MERKLE_H
#define SHANYU_MERKLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MERKLE_HASH 32                  /* bytes of a hash */
#define MERKLE_PROOF_MOST 65            /* hashes of the longest proof there can be */

void merkle_leaf_hash(const void *entry, size_t size, uint8_t hash[MERKLE_HASH]);

/*
 * SHA-256(salt || body): what a leaf says of a body that may later be erased. The salt must be random, of one
 * length for all.
 */
void merkle_commitment(
	const void *salt, size_t salt_size, const void *body, size_t body_size, uint8_t hash[MERKLE_HASH]);

/*
 * All of a tree that is needed to let it grow: the hashes of its full subtrees, the largest (leftmost) first.
 * Zeroed = empty tree.
 */
struct merkle_frontier {
	uint64_t size;                  /* leaves */
	unsigned count;                 /* full subtrees: the ones in size written as a binary number */
	uint8_t hash[64][MERKLE_HASH];
};

void merkle_frontier_add(struct merkle_frontier *frontier, const uint8_t leaf[MERKLE_HASH]);

void merkle_frontier_root(const struct merkle_frontier *frontier, uint8_t root[MERKLE_HASH]);

/* To bytes: the size (8 bytes, big-endian), then the hashes. Returns how many bytes. */
#define MERKLE_FRONTIER_MOST (8 + 64 * MERKLE_HASH)
size_t merkle_frontier_write(const struct merkle_frontier *frontier, uint8_t bytes[MERKLE_FRONTIER_MOST]);

/*
 * From bytes. False, and the frontier untouched, unless there are exactly as many bytes as the size asks for.
 */
bool merkle_frontier_read(struct merkle_frontier *frontier, const uint8_t *bytes, size_t size);

/* The root over leaf hashes. */
void merkle_root(const uint8_t (*leaves)[MERKLE_HASH], uint64_t size, uint8_t root[MERKLE_HASH]);

/*
 * The proof that leaf number index (from 0) is in the tree of size leaves; index < size. Returns how many
 * hashes.
 */
size_t merkle_inclusion_prove(const uint8_t (*leaves)[MERKLE_HASH], uint64_t index, uint64_t size,
	uint8_t proof[MERKLE_PROOF_MOST][MERKLE_HASH]);

/*
 * The proof that the tree of new_size leaves begins with the tree of old_size; 1 <= old_size <= new_size.
 * Returns how many hashes.
 */
size_t merkle_consistency_prove(const uint8_t (*leaves)[MERKLE_HASH], uint64_t old_size, uint64_t new_size,
	uint8_t proof[MERKLE_PROOF_MOST][MERKLE_HASH]);

/* Does the proof show that the leaf is number index of the tree with this size and root? */
bool merkle_inclusion_verify(const uint8_t leaf[MERKLE_HASH], uint64_t index, uint64_t size,
	const uint8_t (*proof)[MERKLE_HASH], size_t count, const uint8_t root[MERKLE_HASH]);

/* Does the proof show that the new tree only added to the old one? */
bool merkle_consistency_verify(uint64_t old_size, const uint8_t old_root[MERKLE_HASH], uint64_t new_size,
	const uint8_t new_root[MERKLE_HASH], const uint8_t (*proof)[MERKLE_HASH], size_t count);

#endif
