/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the audit is what was written. */
#include <string.h>

#include "chain.h"

#include <audit.h> /* the pack */

#define BATCH 10000
#define SCRATCH ((size_t)16 * 1024 * 1024)

struct checking {
	struct audit_verifying *verifying;
	struct arena *scratch;
};

static void tell(struct checking *checking, int64_t seq, const char *what)
{
	checking->verifying->faults++;
	if (checking->verifying->fault)
		checking->verifying->fault(checking->verifying->with, seq, what);
}

/* A reason that can be erased is what its hash says, or is gone. */
static bool reason_fits(const struct values *row)
{
	const struct value *hash = values_find(row, "reason_hash"), *salt = values_find(row, "reason_salt");
	const char *reason = values_text(row, "reason");
	unsigned char computed[AUDIT_HASH];

	if (!hash || hash->kind != VALUE_BLOB)
		return true;
	if (!salt || salt->kind != VALUE_BLOB)
		return !*reason;
	if (hash->size != AUDIT_HASH || salt->size != AUDIT_SALT)
		return false;
	audit_reason_hash(salt->blob, reason, computed);
	return memcmp(computed, hash->blob, AUDIT_HASH) == 0;
}

/* Each row is judged against what stands before it, so that one altered row is one fault, not a thousand. */
static void check_row(struct checking *checking, const struct values *row)
{
	struct audit_verifying *verifying = checking->verifying;
	const struct value *hash = values_find(row, "hash");
	int64_t seq = values_integer(row, "seq");
	unsigned char computed[AUDIT_HASH];
	bool whole = hash && hash->kind == VALUE_BLOB && hash->size == AUDIT_HASH;

	audit_chain(verifying->head.hash, row, checking->scratch, computed);
	if (seq != verifying->head.seq + 1)
		tell(checking, seq, "one or more rows before it are missing");
	if (!whole || memcmp(hash->blob, computed, AUDIT_HASH) != 0 || !reason_fits(row))
		tell(checking, seq, "it, or what stood before it, is not what was written");
	verifying->rows++;
	verifying->head.seq = seq;
	memcpy(verifying->head.hash, whole ? hash->blob : computed, AUDIT_HASH);
	if (verifying->kept && verifying->kept->seq == seq && memcmp(verifying->kept->hash, verifying->head.hash, AUDIT_HASH) != 0)
		tell(checking, seq, "its hash is not the one that was noted elsewhere");
}

/* The number of the batch's last row, 0 at the end, -1 on failure. */
static int64_t check_batch(struct checking *checking, struct sql *sql, int64_t after)
{
	struct values *range = values_new(checking->scratch);
	const struct values *row;
	struct sql_cursor cursor;
	int64_t last = 0;

	values_put_integer(range, "seq", after);
	values_put_integer(range, "most", BATCH);
	if (!sql_start(sql, &Q_audit_after, range, &cursor))
		return -1;
	while ((row = sql_next(&cursor))) {
		struct arena_mark mark = arena_mark(checking->scratch);

		last = values_integer(row, "seq");
		check_row(checking, row);
		arena_return(checking->scratch, mark);
	}
	return sql_failed(sql) ? -1 : last;
}

bool audit_verify(struct sql *sql, struct audit_verifying *verifying)
{
	struct checking checking = { .verifying = verifying, .scratch = arena_new(SCRATCH) };
	int64_t at = 0, last = -1;

	verifying->rows = verifying->faults = 0;
	verifying->head = (struct audit_head){ 0 };
	if (sql_begin_reading(sql)) {
		while ((last = check_batch(&checking, sql, at)) > 0)
			at = last;
		sql_rollback(sql);
	}
	if (last == 0 && verifying->kept && verifying->head.seq < verifying->kept->seq)
		tell(&checking, verifying->head.seq, "the audit ends here, but it was longer once");
	arena_free(checking.scratch);
	return last == 0;
}
