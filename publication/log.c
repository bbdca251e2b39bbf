/* SPDX-License-Identifier: Apache-2.0 */
/* The publication log: what an entry is, and checking its rows. */
#include "log.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/json.h"

/* Written out rather than through a JSON object: every field but the texts is a number or hex, and this runs per row of a rebuild. */
char *publication_entry(int64_t seq, const char *kind, const char *subject, bool withdrawn, const char *approved_by,
			int64_t published_at, const unsigned char commitment[PUBLICATION_HASH], struct arena *arena)
{
	char hex[PUBLICATION_HASH * 2 + 1];
	char *approver = json_canonical(json_string(approved_by), arena);
	char *about = json_canonical(json_string(subject), arena);

	sodium_bin2hex(hex, sizeof hex, commitment, PUBLICATION_HASH);
	return arena_format(arena,
			    "{\"approved_by\":%s,\"commitment\":\"%s\",\"kind\":\"%s\",\"published_at\":%lld,\"seq\":%lld,"
			    "\"subject\":%s,\"withdrawn\":%s}",
			    approver, hex, kind, (long long)published_at, (long long)seq, about, withdrawn ? "true" : "false");
}

static bool same_hash(const struct value *value, const unsigned char hash[PUBLICATION_HASH])
{
	return value && value->kind == VALUE_BLOB && value->size == PUBLICATION_HASH && memcmp(value->blob, hash, PUBLICATION_HASH) == 0;
}

const char *publication_fault(const struct values *row, struct arena *arena)
{
	const struct value *salt = values_find(row, "salt");
	const struct value *commitment = values_find(row, "commitment");
	bool withdrawn = values_integer(row, "withdrawn") == 1;
	const char *body = values_text(row, "body");
	unsigned char hash[PUBLICATION_HASH];
	const char *entry;

	if (!commitment || commitment->kind != VALUE_BLOB || commitment->size != PUBLICATION_HASH)
		return "its commitment is not a hash";
	if (salt && salt->kind == VALUE_BLOB) {
		merkle_commitment(salt->blob, salt->size, (const unsigned char *)body, strlen(body), hash);
		if (!same_hash(commitment, hash))
			return "its body is not what was committed to";
	}
	/* Erasing takes both: a body without its salt could say anything. */
	if ((!salt || salt->kind != VALUE_BLOB) && !values_null(row, "body"))
		return "its body cannot be checked, the salt is gone";
	entry = publication_entry(values_integer(row, "seq"), values_text(row, "kind"), values_text(row, "subject"), withdrawn,
				  values_text(row, "approved_by"), values_integer(row, "published_at"), commitment->blob, arena);
	merkle_leaf_hash((const unsigned char *)entry, strlen(entry), hash);
	return same_hash(values_find(row, "leaf"), hash) ? NULL : "its leaf hash does not match what it says";
}

const char *publication_checkpoint_fault(const struct values *checkpoint, const struct merkle_frontier *frontier,
					 const struct note_verifier *verifier, struct arena *arena)
{
	unsigned char root[PUBLICATION_HASH], signed_root[PUBLICATION_HASH];
	int64_t signed_size;

	merkle_frontier_root(frontier, root);
	if (!same_hash(values_find(checkpoint, "root"), root))
		return "the log does not have the root hash its checkpoint says";
	if (!verifier)
		return NULL;
	if (!note_checkpoint_verify(verifier, values_text(checkpoint, "note"), arena, &signed_size, signed_root))
		return "its checkpoint is not signed by the log's key";
	if (signed_size != (int64_t)frontier->size || memcmp(signed_root, root, sizeof root) != 0)
		return "its checkpoint signs another size or root";
	return NULL;
}
