/* SPDX-License-Identifier: Apache-2.0 */
/* The Merkle tree of RFC 6962 over SHA-256. */
#include "merkle.h"

#include <string.h>

#include <sodium.h>

_Static_assert(MERKLE_HASH == crypto_hash_sha256_BYTES, "a hash is a SHA-256");

static void hash_of_two(const void *first, size_t first_size, const void *second, size_t second_size,
	uint8_t hash[MERKLE_HASH])
{
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, first, first_size);
	crypto_hash_sha256_update(&state, second, second_size);
	crypto_hash_sha256_final(&state, hash);
}

void merkle_leaf_hash(const void *entry, size_t size, uint8_t hash[MERKLE_HASH])
{
	hash_of_two("\0", 1, entry, size, hash);
}

void merkle_commitment(
	const void *salt, size_t salt_size, const void *body, size_t body_size, uint8_t hash[MERKLE_HASH])
{
	hash_of_two(salt, salt_size, body, body_size, hash);
}

/* parent may be left or right. */
static void node_hash(
	const uint8_t left[MERKLE_HASH], const uint8_t right[MERKLE_HASH], uint8_t parent[MERKLE_HASH])
{
	uint8_t bytes[1 + 2 * MERKLE_HASH];

	bytes[0] = 1;
	memcpy(bytes + 1, left, MERKLE_HASH);
	memcpy(bytes + 1 + MERKLE_HASH, right, MERKLE_HASH);
	crypto_hash_sha256(parent, bytes, sizeof bytes);
}

void merkle_frontier_add(struct merkle_frontier *frontier, const uint8_t leaf[MERKLE_HASH])
{
	uint8_t whole[MERKLE_HASH];

	memcpy(whole, leaf, MERKLE_HASH);
	/* As in adding one to a binary number: full subtrees of the same height join, the carry moves up. */
	for (uint64_t rest = frontier->size; rest & 1; rest >>= 1)
		node_hash(frontier->hash[--frontier->count], whole, whole);
	memcpy(frontier->hash[frontier->count++], whole, MERKLE_HASH);
	frontier->size++;
}

void merkle_frontier_root(const struct merkle_frontier *frontier, uint8_t root[MERKLE_HASH])
{
	unsigned left = frontier->count;

	if (!left) {
		crypto_hash_sha256(root, (const unsigned char *)"", 0);
		return;
	}
	memcpy(root, frontier->hash[--left], MERKLE_HASH);
	while (left)
		node_hash(frontier->hash[--left], root, root);
}

size_t merkle_frontier_write(const struct merkle_frontier *frontier, uint8_t bytes[MERKLE_FRONTIER_MOST])
{
	for (int i = 0; i < 8; i++)
		bytes[i] = (uint8_t)(frontier->size >> (56 - 8 * i));
	memcpy(bytes + 8, frontier->hash, (size_t)frontier->count * MERKLE_HASH);
	return 8 + (size_t)frontier->count * MERKLE_HASH;
}

bool merkle_frontier_read(struct merkle_frontier *frontier, const uint8_t *bytes, size_t size)
{
	uint64_t leaves = 0;
	unsigned count;

	if (size < 8)
		return false;
	for (int i = 0; i < 8; i++)
		leaves = leaves << 8 | bytes[i];
	count = (unsigned)__builtin_popcountll(leaves);
	if (size != 8 + (size_t)count * MERKLE_HASH)
		return false;
	*frontier = (struct merkle_frontier){ .size = leaves, .count = count };
	memcpy(frontier->hash, bytes + 8, (size_t)count * MERKLE_HASH);
	return true;
}

void merkle_root(const uint8_t (*leaves)[MERKLE_HASH], uint64_t size, uint8_t root[MERKLE_HASH])
{
	struct merkle_frontier frontier;

	frontier.size = 0;
	frontier.count = 0;
	for (uint64_t i = 0; i < size; i++)
		merkle_frontier_add(&frontier, leaves[i]);
	merkle_frontier_root(&frontier, root);
}

/* The largest power of two below size; size > 1. */
static uint64_t left_size(uint64_t size)
{
	return (uint64_t)1 << (63 - __builtin_clzll(size - 1));
}

/* Proofs are found from the root down and given from the leaf up. */
static void turn_round(uint8_t (*proof)[MERKLE_HASH], size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		uint8_t kept[MERKLE_HASH];

		memcpy(kept, proof[i], MERKLE_HASH);
		memcpy(proof[i], proof[count - 1 - i], MERKLE_HASH);
		memcpy(proof[count - 1 - i], kept, MERKLE_HASH);
	}
}

size_t merkle_inclusion_prove(const uint8_t (*leaves)[MERKLE_HASH], uint64_t index, uint64_t size,
	uint8_t proof[MERKLE_PROOF_MOST][MERKLE_HASH])
{
	size_t count = 0;

	while (size > 1) {
		uint64_t left = left_size(size);

		if (index < left) {
			merkle_root(leaves + left, size - left, proof[count++]);
			size = left;
		} else {
			merkle_root(leaves, left, proof[count++]);
			leaves += left;
			index -= left;
			size -= left;
		}
	}
	turn_round(proof, count);
	return count;
}

size_t merkle_consistency_prove(const uint8_t (*leaves)[MERKLE_HASH], uint64_t old_size, uint64_t new_size,
	uint8_t proof[MERKLE_PROOF_MOST][MERKLE_HASH])
{
	/* The verifier has the root of what is left, as long as nothing was cut off on its left. */
	bool is_old_root = true;
	size_t count = 0;

	while (old_size < new_size) {
		uint64_t left = left_size(new_size);

		if (old_size <= left) {
			merkle_root(leaves + left, new_size - left, proof[count++]);
			new_size = left;
		} else {
			merkle_root(leaves, left, proof[count++]);
			leaves += left;
			old_size -= left;
			new_size -= left;
			is_old_root = false;
		}
	}
	if (!is_old_root)
		merkle_root(leaves, new_size, proof[count++]);
	turn_round(proof, count);
	return count;
}

/* The algorithm of RFC 9162, section 2.1.3.2. */
bool merkle_inclusion_verify(const uint8_t leaf[MERKLE_HASH], uint64_t index, uint64_t size,
	const uint8_t (*proof)[MERKLE_HASH], size_t count, const uint8_t root[MERKLE_HASH])
{
	uint64_t last = size - 1;
	uint8_t hash[MERKLE_HASH];

	if (index >= size)
		return false;
	memcpy(hash, leaf, MERKLE_HASH);
	for (size_t i = 0; i < count; i++) {
		if (!last)
			return false;
		if (index & 1 || index == last) {
			node_hash(proof[i], hash, hash);
			while (!(index & 1) && index) {
				index >>= 1;
				last >>= 1;
			}
		} else {
			node_hash(hash, proof[i], hash);
		}
		index >>= 1;
		last >>= 1;
	}
	return !last && !memcmp(hash, root, MERKLE_HASH);
}

/* The algorithm of RFC 9162, section 2.1.4.2: both roots are built from the same hashes. */
bool merkle_consistency_verify(uint64_t old_size, const uint8_t old_root[MERKLE_HASH], uint64_t new_size,
	const uint8_t new_root[MERKLE_HASH], const uint8_t (*proof)[MERKLE_HASH], size_t count)
{
	uint64_t index = old_size - 1, last = new_size - 1;
	uint8_t old_hash[MERKLE_HASH], new_hash[MERKLE_HASH];
	size_t used = 0;

	if (!old_size || old_size > new_size)
		return false;
	if (old_size == new_size)
		return !count && !memcmp(old_root, new_root, MERKLE_HASH);
	while (index & 1) {
		index >>= 1;
		last >>= 1;
	}
	/* If nothing is left of its index, the old tree is a full subtree of the new: its root begins. */
	if (index && !count)
		return false;
	memcpy(old_hash, index ? proof[used++] : old_root, MERKLE_HASH);
	memcpy(new_hash, old_hash, MERKLE_HASH);
	for (; used < count; used++) {
		if (!last)
			return false;
		if (index & 1 || index == last) {
			node_hash(proof[used], old_hash, old_hash);
			node_hash(proof[used], new_hash, new_hash);
			while (!(index & 1) && index) {
				index >>= 1;
				last >>= 1;
			}
		} else {
			node_hash(new_hash, proof[used], new_hash);
		}
		index >>= 1;
		last >>= 1;
	}
	return !last && !memcmp(old_hash, old_root, MERKLE_HASH) && !memcmp(new_hash, new_root, MERKLE_HASH);
}
