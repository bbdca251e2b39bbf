/* SPDX-License-Identifier: Apache-2.0 */
/* A registry with an empty publication log and a key, for the tests of the log and of what is made from it. */
#ifndef SHANYU_TESTS_PUBLICATION_LOG_H
#define SHANYU_TESTS_PUBLICATION_LOG_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "clerk.h"
#include "lib/sql/migrate.h"
#include "publication/log.h"
#include "publish.h"
#include "registry_migrations.h"
#include "remove_folder.h"

#define ORIGIN "district.example/log"
#define APPROVER "李老师 \"审核\""

struct log_fixture {
	struct arena *arena, *scratch;
	char folder[32];
	struct sql *sql;
	struct note_signer *signer;
	const char *public_key;
	struct note_verifier verifier;
	int64_t now;
};

/* One fact; no body withdraws it. */
struct fact {
	const char *kind, *subject, *body;
};

static inline const char *log_path(const struct log_fixture *log, const char *name)
{
	return arena_format(log->arena, "%s/%s", log->folder, name);
}

static inline bool log_open(struct log_fixture *log)
{
	static const struct query_pack *const packs[] = { &publish_pack, &clerk_pack, NULL };
	struct sql_opening opening = { .address = log_path(log, "registry.db"), .mode = SQL_CREATE };
	const char *problem = "";

	log->sql = sql_open(&opening, log->arena, &problem);
	return log->sql && migrate_up(log->sql, &registry_migrations) >= 0 && sql_prepare(log->sql, packs);
}

static inline bool log_set_up(struct log_fixture *log)
{
	const char *problem = "";

	if (sodium_init() < 0)
		return false;
	log->arena = arena_new((size_t)64 << 20);
	log->scratch = arena_new((size_t)16 << 20);
	log->now = 1750000000;
	strcpy(log->folder, "/tmp/shanyu-log-XXXXXX");
	if (!mkdtemp(log->folder) || !note_key_make(log_path(log, "log.key"), ORIGIN, log->arena, &problem))
		return false;
	log->signer = note_signer_read(log_path(log, "log.key"), log->arena, &problem);
	if (!log->signer)
		return false;
	log->public_key = note_verifier_text(log->signer, log->arena);
	return note_verifier_read(log->public_key, log->arena, &log->verifier) && log_open(log);
}

static inline void log_tear_down(struct log_fixture *log)
{
	sql_close(log->sql);
	note_signer_free(log->signer);
	remove_folder(log->folder);
	arena_free(log->scratch);
	arena_free(log->arena);
}

/* Append facts and their checkpoint in one transaction. */
static inline bool log_publish(struct log_fixture *log, const struct fact *facts, size_t count)
{
	struct publication_appending appending;
	bool done = sql_begin(log->sql) && publication_begin(&appending, log->sql, log->signer, APPROVER, log->now);

	for (size_t i = 0; done && i < count; i++)
		done = publication_append(&appending, facts[i].kind, facts[i].subject, facts[i].body, log->scratch);
	done = done && publication_end(&appending, log->scratch) && sql_commit(log->sql);
	sql_rollback(log->sql);
	arena_sweep(log->scratch);
	return done;
}

#endif
