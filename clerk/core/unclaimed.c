/* SPDX-License-Identifier: Apache-2.0 */
/* What becomes of evidence that no letter claims. */
#include "unclaimed.h"

#include <string.h>

#include "evidence.h"
#include "lib/base/clock.h"
#include "lib/seal/envelope.h"
#include "lib/base/log.h"
#include "taking.h"

#define LOOK_EVERY_NANOSECONDS 60000000000LL
#define AT_ONCE 200
#define BELONGS_ASIDE "evidence of what could not be taken in"

enum fate { FATE_STAYS, FATE_GOES, FATE_MISSED, FATE_ASIDE, FATE_UNKNOWN };

struct sweep {
	struct taking *taking;
	struct incoming *incoming;
	int64_t now;
	size_t removed, aside, filled;
	size_t failed; /* could not be set aside: they are met again in the next round */
};

static bool waits_in_folder(const struct incoming *incoming, const char *name)
{
	for (size_t i = 0; i < incoming->waiting; i++)
		if (strncmp(incoming->oldest[i].name, name, NAME_DIGITS) == 0)
			return true;
	return false;
}

static enum fate fate_of(const struct sweep *sweep, const char *name)
{
	struct arena *arena = sweep->incoming->arena;
	struct values *parameters = values_new(arena), *row;

	if (waits_in_folder(sweep->incoming, name))
		return FATE_STAYS;
	values_put_text(parameters, "name", name);
	values_put_text(parameters, "envelope", arena_text(arena, name, NAME_DIGITS));
	if (sql_row(sweep->incoming->sql, &Q_evidence_claims, parameters, arena, &row) != SQL_FOUND)
		return FATE_UNKNOWN;
	if (values_integer(row, "waits"))
		return FATE_STAYS;
	if (values_integer(row, "kept"))
		return FATE_GOES;
	if (values_integer(row, "missing"))
		return FATE_MISSED;
	return values_integer(row, "aside") ? FATE_ASIDE : FATE_GOES;
}

static bool note_aside(const struct sweep *sweep, const char *name, const char *reason)
{
	struct sql *sql = sweep->incoming->sql;

	if (sql_begin(sql) && incoming_note_aside(sweep->incoming, name, reason, sweep->now) && sql_commit(sql))
		return true;
	sql_rollback(sql);
	return false;
}

/* Of the table it stays in it, noted. */
static bool put_aside(struct sweep *sweep, const char *name, const char *reason)
{
	if (!note_aside(sweep, name, reason))
		return false;
	if (incoming_set_aside(sweep->incoming, name))
		sweep->aside++;
	else
		sweep->failed++;
	return true;
}

/* A case names it and has it not. */
static bool bring_to_case(struct sweep *sweep, const char *name)
{
	const char *reason;

	switch (evidence_fill(sweep->taking, name, &reason)) {
	case EVIDENCE_FILLED:
		sweep->filled++;
		return true;
	case EVIDENCE_NOT_YET:
		return true;
	case EVIDENCE_UNFIT:
		return put_aside(sweep, name, reason);
	case EVIDENCE_NOT_FILLED:
		break;
	}
	return false;
}

/* Whether a case names it and has it not; SQL_FAILED: it cannot be asked. */
static enum sql_answer is_missed(const struct sweep *sweep, const char *name)
{
	struct arena *arena = sweep->incoming->arena;
	struct values *parameters = values_new(arena), *row;

	values_put_text(parameters, "name", name);
	return sql_row(sweep->incoming->sql, &Q_case_file_claim, parameters, arena, &row);
}

/* What a case misses is brought to it at once, however young it is; the rest has its day. */
static bool look_at_file(struct sweep *sweep, const char *name)
{
	const char *reason;
	struct stat status;
	enum inbox_verdict verdict = inbox_look(sweep->incoming->inbox, name, &status, &reason);
	enum sql_answer missed = verdict == INBOX_NONE ? SQL_NONE : is_missed(sweep, name);
	enum fate fate;

	if (missed != SQL_NONE)
		return missed == SQL_FOUND && bring_to_case(sweep, name);
	if (verdict == INBOX_NONE || verdict == INBOX_UNFIT || status.st_ctim.tv_sec >= sweep->now - ENVELOPE_UNCLAIMED_SECONDS)
		return true;
	fate = fate_of(sweep, name);
	if (fate == FATE_GOES) {
		incoming_remove(sweep->incoming, name, &status);
		sweep->removed++;
	}
	if (fate == FATE_ASIDE)
		return put_aside(sweep, name, BELONGS_ASIDE);
	return fate != FATE_UNKNOWN;
}

static bool sweep_folder(struct sweep *sweep)
{
	DIR *folder = sweep->incoming->inbox->at >= 0 ? inbox_entries(sweep->incoming->inbox) : NULL;
	struct dirent *entry;
	bool fine = true;

	while (fine && folder && sweep->removed + sweep->aside + sweep->filled + sweep->failed < AT_ONCE && (entry = readdir(folder)))
		if (incoming_kind_of(entry->d_name) == INCOMING_EVIDENCE)
			fine = look_at_file(sweep, entry->d_name);
	if (folder)
		closedir(folder);
	return fine;
}

/* A row is emptied, or noted as set aside and stays. */
static bool look_at_row(struct sweep *sweep, const char *name)
{
	struct sql *sql = sweep->incoming->sql;
	enum fate fate = fate_of(sweep, name);

	if (fate == FATE_MISSED)
		return bring_to_case(sweep, name);
	if (fate == FATE_ASIDE)
		return put_aside(sweep, name, BELONGS_ASIDE);
	if (fate != FATE_GOES)
		return fate == FATE_STAYS;
	if (sql_begin(sql) && incoming_empty(sweep->incoming, name) && sql_commit(sql))
		return ++sweep->removed;
	sql_rollback(sql);
	return false;
}

static bool sweep_table(struct sweep *sweep)
{
	struct values *parameters = values_new(sweep->incoming->arena);
	struct rows rows;
	bool fine;

	values_put_integer(parameters, "before", sweep->now - ENVELOPE_UNCLAIMED_SECONDS);
	values_put_integer(parameters, "most", AT_ONCE);
	fine = sql_list(sweep->incoming->sql, &Q_evidence_unclaimed, parameters, sweep->incoming->arena, AT_ONCE, &rows);
	for (size_t i = 0; fine && i < rows.count; i++)
		fine = look_at_row(sweep, values_text(&rows.at[i], "id"));
	return fine;
}

/* The same of what an intake machine handed on late. */
static bool sweep_missing(struct sweep *sweep)
{
	struct values *parameters = values_new(sweep->incoming->arena);
	struct rows rows;
	bool fine;

	values_put_integer(parameters, "most", AT_ONCE);
	fine = sql_list(sweep->incoming->sql, &Q_case_file_missing, parameters, sweep->incoming->arena, AT_ONCE, &rows);
	for (size_t i = 0; fine && i < rows.count; i++)
		fine = bring_to_case(sweep, values_text(&rows.at[i], "name"));
	return fine;
}

static bool sweep_all(struct sweep *sweep)
{
	return sweep_missing(sweep) && sweep_folder(sweep) && sweep_table(sweep);
}

void unclaimed_round(struct unclaimed *unclaimed, struct taking *taking)
{
	struct incoming *incoming = taking->incoming;
	struct sweep sweep = { .taking = taking, .incoming = incoming, .now = taking->work->now };
	int64_t moment = clock_nanoseconds();

	/* When not all that waits is listed, nobody can say that nothing waits for a file. */
	if ((unclaimed->looked_at && moment < unclaimed->looked_at + LOOK_EVERY_NANOSECONDS) || !incoming->all_listed)
		return;
	unclaimed->looked_at = moment;
	if (!sweep_all(&sweep))
		duty_complain(&unclaimed->failed, taking->work->problem ? taking->work->problem : sql_problem(incoming->sql));
	taking->work->problem = NULL;
	if (sweep.filled)
		log_line(LOG_NOTICE_LINE, "evidence that came after its letter: %zu brought to the case", sweep.filled);
	if (sweep.removed || sweep.aside)
		log_line(LOG_NOTICE_LINE, "evidence that no letter claims: %zu removed, %zu set aside", sweep.removed, sweep.aside);
}
