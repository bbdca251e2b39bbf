/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The publication log: an append-only table, each row one fact published or withdrawn, the leaf of an RFC 6962 tree over
 * salted commitments. Whoever may write the registry may append; nobody may change a row.
 */
#ifndef SHANYU_PUBLICATION_LOG_H
#define SHANYU_PUBLICATION_LOG_H

#include <stdint.h>

#include "lib/seal/merkle.h"
#include "lib/seal/note.h"
#include "lib/sql/sql.h"

#define PUBLICATION_SALT 32
#define PUBLICATION_HASH 32

/* An append in progress, inside the caller's write transaction. */
struct publication_appending {
	struct sql *sql;                /* opened with publish_pack */
	struct merkle_frontier frontier;
	const struct note_signer *signer;       /* signs the checkpoint */
	const char *approved_by;
	int64_t now;
	int64_t appended;
};

/* Take up the log where it ends. False: sql_problem tells. */
bool publication_begin(struct publication_appending *appending, struct sql *sql, const struct note_signer *signer,
		       const char *approved_by, int64_t now);

/* Append one fact; a NULL body withdraws the subject. The arena is for scratch. */
bool publication_append(struct publication_appending *appending, const char *kind, const char *subject, const char *body,
			struct arena *arena);

/* Write the signed checkpoint (size, root); the caller commits: a signature leaves only with what it signs. */
bool publication_end(struct publication_appending *appending, struct arena *arena);

/* The canonical entry whose RFC 6962 hash is the leaf. */
char *publication_entry(int64_t seq, const char *kind, const char *subject, bool withdrawn, const char *approved_by,
			int64_t published_at, const unsigned char commitment[PUBLICATION_HASH], struct arena *arena);

/*
 * Check a checkpoint (columns of checkpoint_at) against the tree's root at its size and, when a verifier is given, its
 * signature. NULL when right, else what is wrong.
 */
const char *publication_checkpoint_fault(const struct values *checkpoint, const struct merkle_frontier *frontier,
					 const struct note_verifier *verifier, struct arena *arena);

/*
 * Check one row of the log (columns of publication_after): its commitment against salt and body, unless they were erased,
 * and its leaf against the entry. NULL when right, else what is wrong.
 */
const char *publication_fault(const struct values *row, struct arena *arena);

#endif
