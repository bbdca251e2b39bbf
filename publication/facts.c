/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From the registry to the log. The kinds and their order are the "facts_KIND" and "vanished_KIND" queries of
 * db/registry/queries/publish/facts.sql: a new kind needs no line here.
 */
#include "facts.h"

#include <string.h>

#include "lib/base/json.h"
#include "publish.h"

#define FACTS "facts_"
#define VANISHED "vanished_"
/* No code comes after this, byte by byte: the last character there can be. */
#define LAST_CODE "\xF4\x8F\xBF\xBF"

struct publishing {
	struct publication_appending *appending;
	struct publication_count *count;
	void (*watch)(void *with, int64_t looked_at);
	void *with;
	struct arena *arena;            /* scratch of one fact */
};

static bool same_as_published(struct publishing *publishing, const char *kind, const char *subject, const char *body, bool *same)
{
	struct values *key = values_new(publishing->arena);
	struct values *row;
	enum sql_answer answer;

	values_put_text(key, "kind", kind);
	values_put_text(key, "subject", subject);
	answer = sql_row(publishing->appending->sql, &Q_published_body, key, publishing->arena, &row);
	*same = answer == SQL_FOUND && strcmp(values_text(row, "body"), body) == 0;
	return answer != SQL_FAILED;
}

static bool publish_one(struct publishing *publishing, const char *kind, const struct values *fact)
{
	const char *subject = arena_copy(publishing->arena, values_text(fact, "subject"));
	char *body = json_canonical(json_from_values(fact, 1), publishing->arena);
	bool same;

	if (!same_as_published(publishing, kind, subject, body, &same))
		return false;
	if (same)
		return true;
	publishing->count->published++;
	return publication_append(publishing->appending, kind, subject, body, publishing->arena);
}

static bool publish_kind(struct publishing *publishing, const struct query *query, const struct values *only)
{
	struct sql_cursor cursor;
	const struct values *fact;
	bool fine = sql_start(publishing->appending->sql, query, only, &cursor);

	while (fine && (fact = sql_next(&cursor))) {
		fine = publish_one(publishing, query->name + strlen(FACTS), fact);
		arena_sweep(publishing->arena);
		publishing->count->looked_at++;
		if (publishing->watch)
			publishing->watch(publishing->with, publishing->count->looked_at);
	}
	if (!fine) {
		sql_finish(&cursor);
		return false;
	}
	return !sql_failed(publishing->appending->sql);
}

/* Subjects are listed first and withdrawn then: withdrawing changes the table that the list reads. */
static bool withdraw_kind(struct publishing *publishing, const struct query *query)
{
	struct arena *arena = arena_new((size_t)1024 * 1024 * 1024);
	struct rows rows;
	bool fine = sql_list(publishing->appending->sql, query, NULL, arena, 2000000, &rows);

	for (size_t i = 0; fine && i < rows.count; i++) {
		fine = publication_append(publishing->appending, query->name + strlen(VANISHED), values_text(&rows.at[i], "subject"), NULL,
					  publishing->arena);
		arena_sweep(publishing->arena);
		publishing->count->withdrawn++;
	}
	arena_free(arena);
	return fine;
}

bool publication_publish(struct publication_appending *appending, const char *only, struct publication_count *count,
			 void (*watch)(void *with, int64_t looked_at), void *with)
{
	struct arena *arena = arena_new((size_t)16 * 1024 * 1024);
	struct arena *kept = arena_new((size_t)64 * 1024);
	struct publishing publishing = { appending, count, watch, with, arena };
	struct values *parameters = values_new(kept);
	bool fine = true;

	memset(count, 0, sizeof *count);
	values_put_text(parameters, "only", only);
	values_put_text(parameters, "until", *only ? only : LAST_CODE);
	for (size_t i = 0; fine && i < publish_pack.count; i++) {
		const struct query *query = publish_pack.at[i];

		if (strncmp(query->name, FACTS, strlen(FACTS)) == 0)
			fine = publish_kind(&publishing, query, parameters);
	}
	/* Withdrawn in the opposite order: a programme goes after its vacancy. */
	for (size_t i = publish_pack.count; fine && i-- > 0;) {
		const struct query *query = publish_pack.at[i];

		if (strncmp(query->name, VANISHED, strlen(VANISHED)) == 0 && !*only)
			fine = withdraw_kind(&publishing, query);
	}
	if (fine)
		fine = publication_end(appending, arena);
	arena_free(arena);
	arena_free(kept);
	return fine;
}

static const struct query *facts_query(const char *kind)
{
	for (size_t i = 0; i < publish_pack.count; i++)
		if (strncmp(publish_pack.at[i]->name, FACTS, strlen(FACTS)) == 0 && strcmp(publish_pack.at[i]->name + strlen(FACTS), kind) == 0)
			return publish_pack.at[i];
	return NULL;
}

/* The subject among the facts of a kind; *found whether it is there. */
static bool publish_subject(struct publishing *publishing, const struct query *query, const struct values *only, const char *subject,
			    bool *found)
{
	const char *kind = query->name + strlen(FACTS);
	struct sql_cursor cursor;
	const struct values *fact;
	bool fine = sql_start(publishing->appending->sql, query, only, &cursor);

	*found = false;
	while (fine && !*found && (fact = sql_next(&cursor))) {
		publishing->count->looked_at++;
		*found = strcmp(values_text(fact, "subject"), subject) == 0;
		if (*found)
			fine = publish_one(publishing, kind, fact);
	}
	if (!fine || *found)
		sql_finish(&cursor);
	return fine && (*found || !sql_failed(publishing->appending->sql));
}

/* Nothing to do when it is not public. */
static bool withdraw_subject(struct publishing *publishing, const char *kind, const char *subject)
{
	struct values *key = values_new(publishing->arena);
	struct values *row;
	enum sql_answer answer;

	values_put_text(key, "kind", kind);
	values_put_text(key, "subject", subject);
	answer = sql_row(publishing->appending->sql, &Q_published_body, key, publishing->arena, &row);
	if (answer != SQL_FOUND)
		return answer == SQL_NONE;
	publishing->count->withdrawn++;
	return publication_append(publishing->appending, kind, subject, NULL, publishing->arena);
}

bool publication_publish_one(struct publication_appending *appending, const char *kind, const char *subject, const char *only,
			     struct publication_count *count)
{
	struct arena *arena = arena_new((size_t)16 * 1024 * 1024);
	struct publishing publishing = { appending, count, NULL, NULL, arena };
	const struct query *query = facts_query(kind);
	struct values *parameters = values_new(arena);
	bool found = false, fine;

	memset(count, 0, sizeof *count);
	values_put_text(parameters, "only", only);
	values_put_text(parameters, "until", *only ? only : LAST_CODE);
	fine = query && publish_subject(&publishing, query, parameters, subject, &found);
	if (fine && !found)
		fine = withdraw_subject(&publishing, kind, subject);
	if (fine)
		fine = publication_end(appending, arena);
	arena_free(arena);
	return fine;
}
