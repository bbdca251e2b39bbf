/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files that members of the office attach to the file of a procedure, the same for every procedure: its word and the file's number say where. Who may see
 * that file, and whether its state takes attachments (flow_attaches), is the caller's to ask. Every function works within the caller's transaction and
 * leaves the audit's row to the caller. Bytes lie in the registry as they were given, in pieces of a MiB.
 * Refuses to change what was attached: it is withdrawn, with a reason that stays, or taken back by who attached it, soon.
 */
#ifndef SHANYU_ATTACHMENT_H
#define SHANYU_ATTACHMENT_H

#include "lib/sql/sql.h"
#include "lib/web/form.h"

/* Of one file, withdrawn ones included: they are all on its page. */
#define ATTACHMENT_MOST 100
/* So long who attached something may take it back as if it had never been there. */
#define ATTACHMENT_UNDO_SECONDS 600

struct attachments {
	struct sql *sql;                /* opened with attached_pack */
	struct arena *arena;
	int64_t now;
	const char *procedure;          /* its word */
	const char *number;
	const char *who;                /* account that acts */
	const char *why;                /* of a refusal: attachment_kind_unknown, attachment_there, attachments_full, attachments_day_full, attachment_gone, attachment_stays */
	const char *name;               /* of the file that was refused so; "" none */
	const char *sha256;             /* of what was attached, withdrawn or taken back, blank-separated, for the audit; "" at first */
};

enum attachment_answer {
	ATTACHMENT_DONE = 1,
	ATTACHMENT_UNKNOWN,             /* there is none at this position */
	ATTACHMENT_REFUSED,             /* see why */
	ATTACHMENT_FAILED               /* sql_problem tells; roll back */
};

/*
 * All files of a form. What is there already with the same bytes, kind, name and last day is not attached again, so that a form sent twice attaches once;
 * with another kind or day it is refused. *positions: of those that are new, blank-separated, for the audit.
 */
enum attachment_answer attachment_add(struct attachments *file, const char *kind, const char *expires_on, const struct form_files *files,
				      const char **positions);

/* What the list of a file's page shows of each, in order; see attachment_list. False: sql_problem tells. */
bool attachment_list(struct attachments *file, struct rows *rows);

/* One that stands: its row; withdrawn or not there NULL, and *answer says why. */
struct values *attachment_one(struct attachments *file, int64_t position, enum attachment_answer *answer);

enum attachment_answer attachment_withdraw(struct attachments *file, int64_t position, const char *reason);

/* Take back what one attached oneself, within ATTACHMENT_UNDO_SECONDS: nothing of it stays but the audit's rows, and its position, which no other file gets. */
enum attachment_answer attachment_undo(struct attachments *file, int64_t position);

/* Its bytes, as they were given. False: sql_problem tells. */
bool attachment_bytes(struct attachments *file, int64_t position, struct buffer *out);

/* Whether a document's last day is over at a moment. */
bool attachment_expired(const char *expires_on, int64_t now, struct arena *arena);

#endif
