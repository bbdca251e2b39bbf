/* SPDX-License-Identifier: Apache-2.0 */
/* Appending to the publication log: for programs that may write the registry. */
#include <sodium.h>
#include <string.h>

#include "log.h"
#include "publish.h"

bool publication_begin(struct publication_appending *appending, struct sql *sql, const struct note_signer *signer,
		       const char *approved_by, int64_t now)
{
	struct arena *arena = arena_new((size_t)64 * 1024);
	struct values *row;
	enum sql_answer answer = sql_row(sql, &Q_checkpoint_newest, NULL, arena, &row);
	bool fine = answer != SQL_FAILED;

	*appending = (struct publication_appending){ .sql = sql, .signer = signer, .approved_by = approved_by, .now = now };
	if (answer == SQL_FOUND) {
		const struct value *frontier = values_find(row, "frontier");

		fine = frontier->kind == VALUE_BLOB &&
		       merkle_frontier_read(&appending->frontier, frontier->blob, frontier->size) &&
		       (int64_t)appending->frontier.size == values_integer(row, "size");
	}
	arena_free(arena);
	return fine;
}

static bool note_published(struct publication_appending *appending, const struct values *row, bool withdrawn)
{
	return sql_do(appending->sql, withdrawn ? &Q_published_remove : &Q_published_put, row) >= 0;
}

bool publication_append(struct publication_appending *appending, const char *kind, const char *subject, const char *body,
			struct arena *arena)
{
	struct values *row = values_new(arena);
	int64_t seq = (int64_t)appending->frontier.size + 1;
	unsigned char salt[PUBLICATION_SALT], commitment[PUBLICATION_HASH], leaf[PUBLICATION_HASH];
	const char *entry;

	randombytes_buf(salt, sizeof salt);
	merkle_commitment(salt, sizeof salt, (const unsigned char *)(body ? body : ""), body ? strlen(body) : 0, commitment);
	entry = publication_entry(seq, kind, subject, !body, appending->approved_by, appending->now, commitment, arena);
	merkle_leaf_hash((const unsigned char *)entry, strlen(entry), leaf);
	values_put_integer(row, "seq", seq);
	values_put_text(row, "kind", kind);
	values_put_text(row, "subject", subject);
	values_put_integer(row, "withdrawn", !body);
	values_put_text(row, "body", body);
	values_put_blob(row, "salt", salt, sizeof salt);
	values_put_blob(row, "commitment", commitment, sizeof commitment);
	values_put_blob(row, "leaf", leaf, sizeof leaf);
	values_put_text(row, "approved_by", appending->approved_by);
	values_put_integer(row, "published_at", appending->now);
	if (sql_do(appending->sql, &Q_publication_add, row) != 1 || !note_published(appending, row, !body))
		return false;
	merkle_frontier_add(&appending->frontier, leaf);
	appending->appended++;
	return true;
}

bool publication_end(struct publication_appending *appending, struct arena *arena)
{
	struct values *row = values_new(arena);
	unsigned char root[PUBLICATION_HASH];
	unsigned char *frontier = arena_take(arena, MERKLE_FRONTIER_MOST);

	if (!appending->appended)
		return true;
	merkle_frontier_root(&appending->frontier, root);
	values_put_integer(row, "size", (int64_t)appending->frontier.size);
	values_put_blob(row, "root", root, sizeof root);
	values_put_blob(row, "frontier", frontier, merkle_frontier_write(&appending->frontier, frontier));
	values_put_text(row, "note", note_checkpoint(appending->signer, (int64_t)appending->frontier.size, root, arena));
	values_put_integer(row, "made_at", appending->now);
	return sql_do(appending->sql, &Q_checkpoint_add, row) == 1;
}
