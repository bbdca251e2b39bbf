/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What lib/seal/merkle.h promises: known trees and proofs, the same proofs spoiled, and every tree up to 130
 * leaves the naive way.
 */
#include "lib/seal/merkle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "tests/unit/merkle_vectors.h"

#define MOST_LEAVES 130

struct hash {
	uint8_t bytes[MERKLE_HASH];
};

struct proof {
	size_t count;
	uint8_t hashes[MERKLE_PROOF_MOST + 2][MERKLE_HASH];
};

static struct hash hash_of_hex(const char *hex)
{
	struct hash hash;
	size_t size = 0;

	assert_int_equal(
		sodium_hex2bin(hash.bytes, sizeof hash.bytes, hex, strlen(hex), NULL, &size, NULL), 0);
	assert_int_equal(size, MERKLE_HASH);
	return hash;
}

static struct proof proof_of(const struct known_proof *known)
{
	struct proof proof = { .count = known->count };

	for (size_t i = 0; i < known->count; i++)
		memcpy(proof.hashes[i], hash_of_hex(known->hashes[i]).bytes, MERKLE_HASH);
	return proof;
}

static struct hash known_leaf(uint64_t index)
{
	struct hash hash;

	merkle_leaf_hash(known_leaves[index].bytes, known_leaves[index].size, hash.bytes);
	return hash;
}

static struct hash known_root(uint64_t size)
{
	return hash_of_hex(known_roots[size - 1]);
}

static void put_in_front(struct proof *proof, struct hash hash)
{
	memmove(proof->hashes[1], proof->hashes[0], proof->count++ * MERKLE_HASH);
	memcpy(proof->hashes[0], hash.bytes, MERKLE_HASH);
}

static void put_behind(struct proof *proof, struct hash hash)
{
	memcpy(proof->hashes[proof->count++], hash.bytes, MERKLE_HASH);
}

static void known_trees_have_their_roots(void **state)
{
	struct merkle_frontier frontier = { 0 };
	uint8_t leaves[KNOWN_LEAVES][MERKLE_HASH], root[MERKLE_HASH];

	(void)state;
	merkle_frontier_root(&frontier, root);
	assert_memory_equal(root, hash_of_hex(known_empty_root).bytes, MERKLE_HASH);
	for (uint64_t i = 0; i < KNOWN_LEAVES; i++) {
		memcpy(leaves[i], known_leaf(i).bytes, MERKLE_HASH);
		merkle_frontier_add(&frontier, leaves[i]);
		merkle_frontier_root(&frontier, root);
		assert_memory_equal(root, known_root(i + 1).bytes, MERKLE_HASH);
		merkle_root((const uint8_t(*)[MERKLE_HASH])leaves, i + 1, root);
		assert_memory_equal(root, known_root(i + 1).bytes, MERKLE_HASH);
	}
}

/* One case of an inclusion proof, to be spoiled. */
struct inclusion {
	uint64_t index, size;
	struct hash leaf, root;
	struct proof proof;
};

static bool included(const struct inclusion *of)
{
	return merkle_inclusion_verify(of->leaf.bytes, of->index, of->size,
		(const uint8_t(*)[MERKLE_HASH])of->proof.hashes, of->proof.count, of->root.bytes);
}

static void known_leaves_are_included(void **state)
{
	(void)state;
	for (size_t i = 0; i < KNOWN_INCLUSIONS; i++) {
		const struct known_proof *known = &known_inclusions[i];
		struct inclusion good = { known->first, known->second, known_leaf(known->first),
			known_root(known->second), proof_of(known) };

		assert_true(included(&good));
	}
}

static void spoiled_inclusion_proofs_are_refused(void **state)
{
	struct hash some = hash_of_hex("abacaba000000000000000000000000000000000000000000060061e00123456");
	int refused = 0;

	(void)state;
#define REFUSED(change) \
	do { \
		struct inclusion bad = good; \
		change; \
		assert_false(included(&bad)); \
		refused++; \
	} while (0)
	for (size_t i = 0; i < KNOWN_INCLUSIONS; i++) {
		const struct known_proof *known = &known_inclusions[i];
		struct inclusion good = { known->first, known->second, known_leaf(known->first),
			known_root(known->second), proof_of(known) };

		REFUSED(bad.index -= 1);
		REFUSED(bad.index += 1);
		REFUSED(bad.index ^= 2);
		REFUSED(bad.size *= 2);
		REFUSED(bad.size /= 2);
		REFUSED(bad.leaf = some);
		REFUSED(bad.root = some);
		REFUSED(bad.root = hash_of_hex(known_empty_root));
		REFUSED(put_behind(&bad.proof, (struct hash){ { 0 } }));
		REFUSED(put_behind(&bad.proof, good.root));
		REFUSED(put_in_front(&bad.proof, (struct hash){ { 0 } }));
		REFUSED(put_in_front(&bad.proof, good.root));
		for (size_t place = 0; place < good.proof.count; place++)
			REFUSED(bad.proof.hashes[place][0] ^= 8);
		if (good.proof.count)
			REFUSED(bad.proof.count--);
		if (good.proof.count > 1)
			REFUSED(put_in_front(&bad.proof, some);
				memcpy(bad.proof.hashes[0], good.proof.hashes[0], MERKLE_HASH);
				memcpy(bad.proof.hashes[1], some.bytes, MERKLE_HASH));
	}
#undef REFUSED
	assert_int_equal(refused, 5 * 12 + 10 + 4 + 3);
}

/* One case of a consistency proof, to be spoiled. */
struct consistency {
	uint64_t old_size, new_size;
	struct hash old_root, new_root;
	struct proof proof;
};

static bool consistent(const struct consistency *of)
{
	return merkle_consistency_verify(of->old_size, of->old_root.bytes, of->new_size, of->new_root.bytes,
		(const uint8_t(*)[MERKLE_HASH])of->proof.hashes, of->proof.count);
}

static void known_trees_are_consistent(void **state)
{
	(void)state;
	for (size_t i = 0; i < KNOWN_CONSISTENCIES; i++) {
		const struct known_proof *known = &known_consistencies[i];
		struct consistency good = { known->first, known->second, known_root(known->first),
			known_root(known->second), proof_of(known) };

		assert_true(consistent(&good));
	}
}

static void spoiled_consistency_proofs_are_refused(void **state)
{
	struct hash some = hash_of_hex("abacaba000000000000000000000000000000000000000000060061e00123456");
	int refused = 0;

	(void)state;
#define REFUSED(change) \
	do { \
		struct consistency bad = good; \
		change; \
		assert_false(consistent(&bad)); \
		refused++; \
	} while (0)
	for (size_t i = 1; i < KNOWN_CONSISTENCIES; i++) {
		const struct known_proof *known = &known_consistencies[i];
		struct consistency good = { known->first, known->second, known_root(known->first),
			known_root(known->second), proof_of(known) };

		REFUSED(bad.old_size -= 1);
		REFUSED(bad.old_size += 1);
		REFUSED(bad.old_size ^= 2);
		REFUSED(bad.new_size *= 2);
		REFUSED(bad.new_size /= 2);
		REFUSED(bad.old_root = some);
		REFUSED(bad.new_root = some);
		REFUSED(bad.old_root = good.new_root; bad.new_root = good.old_root);
		REFUSED(bad.proof.count = 0);
		REFUSED(put_behind(&bad.proof, (struct hash){ { 0 } }));
		REFUSED(put_behind(&bad.proof, good.old_root));
		REFUSED(put_behind(&bad.proof, good.new_root));
		REFUSED(put_in_front(&bad.proof, (struct hash){ { 0 } }));
		REFUSED(put_in_front(&bad.proof, good.old_root));
		REFUSED(put_in_front(&bad.proof, good.new_root));
		REFUSED(put_in_front(&bad.proof, (struct hash){ { 0 } });
			memcpy(bad.proof.hashes[0], good.proof.hashes[0], MERKLE_HASH));
		REFUSED(bad.proof.count--);
		for (size_t place = 0; place < good.proof.count; place++)
			REFUSED(bad.proof.hashes[place][0] ^= 16);
	}
#undef REFUSED
	assert_int_equal(refused, 4 * 17 + 11);
}

static void equal_trees_need_an_empty_proof_and_empty_trees_prove_nothing(void **state)
{
	struct hash one = known_root(1), two = known_root(2), empty = hash_of_hex(known_empty_root);
	uint8_t proof[1][MERKLE_HASH] = { { 0 } };
	const uint8_t(*any)[MERKLE_HASH] = (const uint8_t(*)[MERKLE_HASH])proof;

	(void)state;
	assert_true(merkle_consistency_verify(1, one.bytes, 1, one.bytes, any, 0));
	assert_false(merkle_consistency_verify(1, one.bytes, 1, two.bytes, any, 0));
	assert_false(merkle_consistency_verify(1, one.bytes, 1, one.bytes, any, 1));
	assert_false(merkle_consistency_verify(2, two.bytes, 1, one.bytes, any, 0));
	assert_false(merkle_consistency_verify(1, one.bytes, 2, two.bytes, any, 0));
	assert_false(merkle_consistency_verify(0, empty.bytes, 0, empty.bytes, any, 0));
	assert_false(merkle_consistency_verify(0, empty.bytes, 1, one.bytes, any, 0));
	assert_false(merkle_inclusion_verify(one.bytes, 0, 0, any, 0, one.bytes));
	assert_false(merkle_inclusion_verify(one.bytes, 1, 0, any, 0, one.bytes));
	assert_false(merkle_inclusion_verify(one.bytes, 1, 1, any, 0, one.bytes));
}

static void sizes_near_the_largest_do_not_overflow(void **state)
{
	struct hash one = known_root(1);
	struct proof proof = { .count = MERKLE_PROOF_MOST };

	(void)state;
	for (size_t count = 0; count <= MERKLE_PROOF_MOST; count++) {
		const uint8_t(*hashes)[MERKLE_HASH] = (const uint8_t(*)[MERKLE_HASH])proof.hashes;

		assert_false(merkle_inclusion_verify(
			one.bytes, UINT64_MAX - 1, UINT64_MAX, hashes, count, one.bytes));
		assert_false(merkle_inclusion_verify(one.bytes, 0, UINT64_MAX, hashes, count, one.bytes));
		assert_false(merkle_consistency_verify(
			UINT64_MAX - 1, one.bytes, UINT64_MAX, one.bytes, hashes, count));
		assert_false(merkle_consistency_verify(1, one.bytes, UINT64_MAX, one.bytes, hashes, count));
	}
}

/* The definition of RFC 6962, word for word. */
static struct hash naive_root(const uint8_t (*leaves)[MERKLE_HASH], size_t size)
{
	uint8_t bytes[1 + 2 * MERKLE_HASH] = { 1 };
	struct hash hash;
	size_t left = 1;

	if (size == 1) {
		memcpy(hash.bytes, leaves[0], MERKLE_HASH);
		return hash;
	}
	while (left * 2 < size)
		left *= 2;
	memcpy(bytes + 1, naive_root(leaves, left).bytes, MERKLE_HASH);
	memcpy(bytes + 1 + MERKLE_HASH, naive_root(leaves + left, size - left).bytes, MERKLE_HASH);
	crypto_hash_sha256(hash.bytes, bytes, sizeof bytes);
	return hash;
}

struct wood {
	uint8_t leaves[MOST_LEAVES][MERKLE_HASH];
	struct hash roots[MOST_LEAVES + 1];     /* by size, the naive way */
};

static const uint8_t (*leaves_of(const struct wood *wood))[MERKLE_HASH]
{
	return (const uint8_t(*)[MERKLE_HASH])wood->leaves;
}

static int plant(void **state)
{
	static struct wood wood;

	if (sodium_init() < 0)
		return -1;
	for (unsigned i = 0; i < MOST_LEAVES; i++)
		merkle_leaf_hash(&i, sizeof i, wood.leaves[i]);
	crypto_hash_sha256(wood.roots[0].bytes, (const unsigned char *)"", 0);
	for (size_t size = 1; size <= MOST_LEAVES; size++)
		wood.roots[size] = naive_root(leaves_of(&wood), size);
	*state = &wood;
	return 0;
}

static void growing_leaf_by_leaf_gives_the_naive_root_of_every_size(void **state)
{
	const struct wood *wood = *state;
	struct merkle_frontier frontier = { 0 };

	for (size_t size = 0; size <= MOST_LEAVES; size++) {
		struct hash root, whole;

		if (size)
			merkle_frontier_add(&frontier, wood->leaves[size - 1]);
		assert_int_equal(frontier.size, size);
		assert_int_equal(frontier.count, __builtin_popcountll(size));
		merkle_frontier_root(&frontier, root.bytes);
		assert_memory_equal(root.bytes, wood->roots[size].bytes, MERKLE_HASH);
		merkle_root(leaves_of(wood), size, whole.bytes);
		assert_memory_equal(whole.bytes, wood->roots[size].bytes, MERKLE_HASH);
	}
}

static void a_frontier_survives_being_written_and_read(void **state)
{
	const struct wood *wood = *state;
	struct merkle_frontier frontier = { 0 };
	uint8_t bytes[MERKLE_FRONTIER_MOST + 1];

	for (size_t size = 1; size <= MOST_LEAVES; size++) {
		struct merkle_frontier again = { .size = 7 };
		struct hash root;
		size_t written;

		merkle_frontier_add(&frontier, wood->leaves[size - 1]);
		written = merkle_frontier_write(&frontier, bytes);
		assert_int_equal(written, 8 + frontier.count * MERKLE_HASH);
		assert_false(merkle_frontier_read(&again, bytes, written - 1));
		assert_false(merkle_frontier_read(&again, bytes, written + 1));
		assert_int_equal(again.size, 7);
		assert_true(merkle_frontier_read(&again, bytes, written));
		assert_int_equal(again.size, size);
		merkle_frontier_root(&again, root.bytes);
		assert_memory_equal(root.bytes, wood->roots[size].bytes, MERKLE_HASH);
		frontier = again;
	}
}

static void a_frontier_of_wrong_length_is_refused(void **state)
{
	uint8_t bytes[MERKLE_FRONTIER_MOST] = { 0 };
	struct merkle_frontier frontier = { 0 };

	(void)state;
	assert_true(merkle_frontier_read(&frontier, bytes, 8));
	assert_int_equal(frontier.count, 0);
	for (size_t size = 0; size <= sizeof bytes; size++)
		if (size != 8)
			assert_false(merkle_frontier_read(&frontier, bytes, size));
	memset(bytes, 0xFF, 8);
	assert_true(merkle_frontier_read(&frontier, bytes, sizeof bytes));
	assert_int_equal(frontier.count, 64);
	assert_false(merkle_frontier_read(&frontier, bytes, sizeof bytes - MERKLE_HASH));
}

static void every_leaf_of_every_tree_can_be_proved(void **state)
{
	const struct wood *wood = *state;

	for (size_t size = 1; size <= MOST_LEAVES; size++) {
		for (size_t index = 0; index < size; index++) {
			struct proof proof;
			const uint8_t(*hashes)[MERKLE_HASH] = (const uint8_t(*)[MERKLE_HASH])proof.hashes;

			proof.count = merkle_inclusion_prove(leaves_of(wood), index, size, proof.hashes);
			assert_true(merkle_inclusion_verify(wood->leaves[index], index, size, hashes,
				proof.count, wood->roots[size].bytes));
			assert_false(merkle_inclusion_verify(wood->leaves[(index + 1) % MOST_LEAVES], index,
				size, hashes, proof.count, wood->roots[size].bytes));
		}
	}
}

static void every_tree_is_proved_to_grow_from_every_smaller_one(void **state)
{
	const struct wood *wood = *state;

	for (size_t new_size = 1; new_size <= MOST_LEAVES; new_size++) {
		for (size_t old_size = 1; old_size <= new_size; old_size++) {
			struct proof proof;
			const uint8_t(*hashes)[MERKLE_HASH] = (const uint8_t(*)[MERKLE_HASH])proof.hashes;

			proof.count =
				merkle_consistency_prove(leaves_of(wood), old_size, new_size, proof.hashes);
			assert_true(merkle_consistency_verify(old_size, wood->roots[old_size].bytes, new_size,
				wood->roots[new_size].bytes, hashes, proof.count));
			assert_false(merkle_consistency_verify(old_size, wood->roots[0].bytes, new_size,
				wood->roots[new_size].bytes, hashes, proof.count));
		}
	}
}

static void proofs_made_here_are_the_known_ones(void **state)
{
	uint8_t leaves[KNOWN_LEAVES][MERKLE_HASH];
	struct proof made, known;

	(void)state;
	for (uint64_t i = 0; i < KNOWN_LEAVES; i++)
		memcpy(leaves[i], known_leaf(i).bytes, MERKLE_HASH);
	for (size_t i = 0; i < KNOWN_INCLUSIONS; i++) {
		known = proof_of(&known_inclusions[i]);
		made.count = merkle_inclusion_prove((const uint8_t(*)[MERKLE_HASH])leaves,
			known_inclusions[i].first, known_inclusions[i].second, made.hashes);
		assert_int_equal(made.count, known.count);
		assert_memory_equal(made.hashes, known.hashes, known.count * MERKLE_HASH);
	}
	for (size_t i = 0; i < KNOWN_CONSISTENCIES; i++) {
		known = proof_of(&known_consistencies[i]);
		made.count = merkle_consistency_prove((const uint8_t(*)[MERKLE_HASH])leaves,
			known_consistencies[i].first, known_consistencies[i].second, made.hashes);
		assert_int_equal(made.count, known.count);
		assert_memory_equal(made.hashes, known.hashes, known.count * MERKLE_HASH);
	}
}

static void a_commitment_is_the_hash_of_salt_and_body(void **state)
{
	struct hash commitment;

	(void)state;
	/* SHA-256("abc"), FIPS 180-4 */
	merkle_commitment("a", 1, "bc", 2, commitment.bytes);
	assert_memory_equal(commitment.bytes,
		hash_of_hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad").bytes,
		MERKLE_HASH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_trees_have_their_roots),
		cmocka_unit_test(known_leaves_are_included),
		cmocka_unit_test(spoiled_inclusion_proofs_are_refused),
		cmocka_unit_test(known_trees_are_consistent),
		cmocka_unit_test(spoiled_consistency_proofs_are_refused),
		cmocka_unit_test(equal_trees_need_an_empty_proof_and_empty_trees_prove_nothing),
		cmocka_unit_test(sizes_near_the_largest_do_not_overflow),
		cmocka_unit_test(growing_leaf_by_leaf_gives_the_naive_root_of_every_size),
		cmocka_unit_test(a_frontier_survives_being_written_and_read),
		cmocka_unit_test(a_frontier_of_wrong_length_is_refused),
		cmocka_unit_test(every_leaf_of_every_tree_can_be_proved),
		cmocka_unit_test(every_tree_is_proved_to_grow_from_every_smaller_one),
		cmocka_unit_test(proofs_made_here_are_the_known_ones),
		cmocka_unit_test(a_commitment_is_the_hash_of_salt_and_body),
	};

	return cmocka_run_group_tests(tests, plant, NULL);
}
