/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From the log to the working copy. The statements for a kind are note_lapse_KIND, publish_KIND, withdraw_KIND and touch_KIND in
 * db/portal/apply/KIND.sql, bound by the names in the published body: a new kind needs no line here.
 */
#include "projection.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "apply.h"
#include "clerk.h"
#include "edition.h"
#include "lib/base/json.h"
#include "lib/seal/merkle.h"
#include "lib/sql/migrate.h"
#include "lib/find/search.h"
#include "log.h"
#include "portal_migrations.h"
#include "rules/facilities/kinds.h"

#define MOST_KINDS 64
/* An edition that is further behind than this is not brought up to date: copying is less to do. */
#define MOST_TO_CATCH_UP 2000
#define PROBLEM_SIZE 640
#define EDITIONS_KNOWN 16

struct kind {
	const char *name;
	const struct query *note_lapse, *publish, *withdraw, *touch;
};

struct projection {
	struct arena *arena;            /* lives as long as the projection */
	struct arena *scratch;          /* of one publication */
	struct sql *sql;
	struct search *search;
	struct kind kinds[MOST_KINDS];
	size_t kind_count;
	struct merkle_frontier frontier;
	int64_t own[EDITIONS_KNOWN];            /* sizes of the last editions that were written from it */
	size_t own_count;
	int64_t covered;                /* a checkpoint of this size was seen to begin with what is applied */
	int64_t published_at;
	bool phrases_changed;
	bool unrefreshed;               /* facts were applied whose derived rows are not made yet */
	const char *path;
	const char *log_public_key;
	bool has_verifier;
	struct note_verifier verifier;
	char problem[PROBLEM_SIZE];
};

static bool fail(struct projection *projection, const char *what, const char *why)
{
	snprintf(projection->problem, sizeof projection->problem, "%s: %s", what, why);
	return false;
}

static const struct query *apply_query(const char *verb, const char *kind)
{
	char name[96];

	snprintf(name, sizeof name, "%s_%s", verb, kind);
	for (size_t i = 0; i < apply_pack.count; i++)
		if (strcmp(apply_pack.at[i]->name, name) == 0)
			return apply_pack.at[i];
	return NULL;
}

static void find_kinds(struct projection *projection)
{
	for (size_t i = 0; i < apply_pack.count && projection->kind_count < MOST_KINDS; i++) {
		struct kind *kind = &projection->kinds[projection->kind_count];

		if (strncmp(apply_pack.at[i]->name, "publish_", 8) != 0)
			continue;
		kind->name = apply_pack.at[i]->name + 8;
		kind->publish = apply_pack.at[i];
		kind->note_lapse = apply_query("note_lapse", kind->name);
		kind->withdraw = apply_query("withdraw", kind->name);
		kind->touch = apply_query("touch", kind->name);
		projection->kind_count++;
	}
}

static const struct kind *kind_of(const struct projection *projection, const char *name)
{
	for (size_t i = 0; i < projection->kind_count; i++)
		if (strcmp(projection->kinds[i].name, name) == 0)
			return &projection->kinds[i];
	return NULL;
}

static bool load_phrases(struct projection *projection)
{
	struct sql_cursor cursor;
	const struct values *row;

	search_forget_phrases(projection->search);
	if (!sql_start(projection->sql, &Q_edition_phrases, NULL, &cursor))
		return fail(projection, "phrases", sql_problem(projection->sql));
	while ((row = sql_next(&cursor)))
		search_phrase(projection->search, values_text(row, "words"), values_text(row, "pinyin"));
	projection->phrases_changed = false;
	return !sql_failed(projection->sql) || fail(projection, "phrases", sql_problem(projection->sql));
}

static bool take_up(struct projection *projection)
{
	struct values *now, *frontier;

	if (sql_row(projection->sql, &Q_edition_held, NULL, projection->scratch, &now) != SQL_FOUND)
		return !sql_failed(projection->sql);
	if (sql_row(projection->sql, &Q_edition_frontier, NULL, projection->scratch, &frontier) != SQL_FOUND)
		return false;
	projection->published_at = values_integer(now, "published_at");
	return merkle_frontier_read(&projection->frontier, values_find(frontier, "frontier")->blob,
				    values_find(frontier, "frontier")->size) &&
	       (int64_t)projection->frontier.size == values_integer(now, "size");
}

static bool add_functions(struct sql *sql, void *with)
{
	return search_add_functions(sql, with);
}

/* Whether the copy was made by a program with other tables: what is derived in it would not be what this one derives. */
static bool is_of_another_schema(struct projection *projection)
{
	int number = migrate_number(projection->sql);

	return number > 0 && (size_t)number != portal_migrations.count;
}

static bool open_working_copy(struct projection *projection, const char *path, const char **problem)
{
	static const struct query_pack *const packs[] = { &apply_pack, NULL };
	struct sql_opening opening = { .address = path, .mode = SQL_SCRATCH, .extend = add_functions, .with = projection->search };

	projection->path = arena_copy(projection->arena, path);
	projection->sql = sql_open(&opening, projection->arena, problem);
	if (!projection->sql)
		return false;
	if (is_of_another_schema(projection) || migrate_up(projection->sql, &portal_migrations) < 0 || !sql_prepare(projection->sql, packs) || !load_phrases(projection) ||
	    !take_up(projection)) {
		*problem = arena_format(projection->arena, "%s: %s", path, sql_problem(projection->sql));
		sql_close(projection->sql);
		projection->sql = NULL;
		return false;
	}
	arena_sweep(projection->scratch);
	return true;
}

static bool read_verifier(struct projection *projection, const char *log_public_key)
{
	projection->log_public_key = arena_copy(projection->arena, log_public_key);
	projection->has_verifier = *log_public_key != '\0';
	return !projection->has_verifier || note_verifier_read(log_public_key, projection->arena, &projection->verifier);
}

/* A projection that nothing is opened for yet; NULL with a *problem. */
static struct projection *begin(const char *log_public_key, struct arena *arena, const char **problem)
{
	struct arena *own = arena_new((size_t)64 * 1024 * 1024);
	struct projection *projection = arena_take(own, sizeof *projection);

	projection->arena = own;
	projection->scratch = arena_new((size_t)16 * 1024 * 1024);
	projection->search = search_open();
	/* A copy may have been left in the middle: the first round looks. */
	projection->unrefreshed = true;
	find_kinds(projection);
	if (read_verifier(projection, log_public_key))
		return projection;
	*problem = arena_format(arena, "log_public_key: '%s' is no verifier key; 'shanyu init' prints it where the log is kept",
				log_public_key);
	projection_close(projection);
	return NULL;
}

struct projection *projection_open(const char *path, const char *log_public_key, struct arena *arena, const char **problem)
{
	struct projection *projection = begin(log_public_key, arena, problem);
	const char *why = NULL;

	if (!projection || open_working_copy(projection, path, &why))
		return projection;
	/* The working copy holds nothing that the log does not: one that cannot be used is made anew. */
	unlink(path);
	unlink(arena_format(projection->arena, "%s-journal", path));
	memset(&projection->frontier, 0, sizeof projection->frontier);
	if (open_working_copy(projection, path, &why))
		return projection;
	*problem = arena_copy(arena, why);
	projection_close(projection);
	return NULL;
}

void projection_close(struct projection *projection)
{
	if (!projection)
		return;
	sql_close(projection->sql);
	search_close(projection->search);
	arena_free(projection->scratch);
	arena_free(projection->arena);
}

int64_t projection_size(const struct projection *projection)
{
	return (int64_t)projection->frontier.size;
}

const char *projection_problem(const struct projection *projection)
{
	return projection->problem;
}

static bool run(struct projection *projection, const struct query *query, const struct values *values)
{
	if (!query || sql_do(projection->sql, query, values) >= 0)
		return true;
	return fail(projection, values_text(values, "subject"), sql_problem(projection->sql));
}

static bool apply_body(struct projection *projection, const struct kind *kind, const struct values *row)
{
	struct values *fact = json_to_values(values_text(row, "body"), projection->scratch);

	if (!fact)
		return fail(projection, values_text(row, "subject"), "its body is no flat JSON object");
	values_put_integer(fact, "seq", values_integer(row, "seq"));
	values_put_integer(fact, "published_at", values_integer(row, "published_at"));
	values_put_text(fact, "subject", values_text(row, "subject"));
	sql_put_missing(projection->sql, kind->publish, fact);
	return run(projection, kind->note_lapse, fact) && run(projection, kind->publish, fact) && run(projection, kind->touch, fact);
}

/* What it stands in is read anew when all of the batch is there. */
static bool note_phrase(struct projection *projection, const struct values *row)
{
	projection->phrases_changed = true;
	return run(projection, &Q_edition_readings_out, row) && run(projection, &Q_edition_streets_unread, row) &&
	       run(projection, &Q_edition_communities_unread, row) && run(projection, &Q_edition_places_unread, row);
}

static bool apply_row(struct projection *projection, const struct values *row)
{
	const struct kind *kind = kind_of(projection, values_text(row, "kind"));
	const char *fault = publication_fault(row, projection->scratch);
	bool withdrawn = values_integer(row, "withdrawn") == 1;

	if (values_integer(row, "seq") != (int64_t)projection->frontier.size + 1)
		return fail(projection, "log", "a publication is missing or out of order");
	if (fault)
		return fail(projection, arena_format(projection->scratch, "publication %lld", (long long)values_integer(row, "seq")), fault);
	merkle_frontier_add(&projection->frontier, values_find(row, "leaf")->blob);
	projection->published_at = values_integer(row, "published_at");
	if (!kind)
		return fail(projection, values_text(row, "kind"), "this program knows no such kind of publication; install the newer one");
	if (strcmp(kind->name, "phrase") == 0 && !note_phrase(projection, row))
		return false;
	/* Erased: the personal fact has expired, its withdrawal follows in the log. */
	if (!withdrawn && values_null(row, "body"))
		return true;
	if (withdrawn)
		return run(projection, kind->note_lapse, row) && run(projection, kind->touch, row) && run(projection, kind->withdraw, row);
	return apply_body(projection, kind, row);
}

static bool check_checkpoint(struct projection *projection, const struct values *checkpoint, const struct merkle_frontier *frontier)
{
	const struct note_verifier *verifier = projection->has_verifier ? &projection->verifier : NULL;
	const char *fault = publication_checkpoint_fault(checkpoint, frontier, verifier, projection->scratch);

	return !fault || fail(projection, "checkpoint", fault);
}

static bool add_leaves(struct projection *projection, struct sql *log, struct merkle_frontier *frontier, int64_t size)
{
	struct values *range = values_new(projection->scratch);
	struct sql_cursor cursor;
	const struct values *row;
	bool whole = true;

	values_put_integer(range, "seq", (int64_t)frontier->size);
	values_put_integer(range, "size", size);
	if (!sql_start(log, &Q_leaf_list, range, &cursor))
		return fail(projection, "log", sql_problem(log));
	while (whole && (row = sql_next(&cursor))) {
		const struct value *leaf = values_find(row, "leaf");

		whole = values_integer(row, "seq") == (int64_t)frontier->size + 1 && leaf->kind == VALUE_BLOB &&
			leaf->size == PUBLICATION_HASH;
		if (whole)
			merkle_frontier_add(frontier, leaf->blob);
	}
	if (!whole)
		sql_finish(&cursor);
	else if (sql_failed(log))
		return fail(projection, "log", sql_problem(log));
	return (whole && (int64_t)frontier->size == size) || fail(projection, "log", "a publication is missing or out of order");
}

/* In the middle of what one publishing added: the leaves that follow must lead to the root of its checkpoint. */
static bool look_ahead(struct projection *projection, struct sql *log)
{
	struct merkle_frontier frontier = projection->frontier;
	struct values *key = values_new(projection->scratch);
	struct values *checkpoint;

	values_put_integer(key, "size", projection_size(projection));
	switch (sql_row(log, &Q_checkpoint_after, key, projection->scratch, &checkpoint)) {
	case SQL_NONE:
		return fail(projection, "checkpoint", "the log ends with publications that no checkpoint covers");
	case SQL_FAILED:
		return fail(projection, "checkpoint", sql_problem(log));
	case SQL_FOUND:
		break;
	}
	if (!add_leaves(projection, log, &frontier, values_integer(checkpoint, "size")) ||
	    !check_checkpoint(projection, checkpoint, &frontier))
		return false;
	projection->covered = (int64_t)frontier.size;
	return true;
}

/* What no checkpoint covers is not taken over: its own, or the next one, whose tree must begin with it. */
static bool check_root(struct projection *projection, struct sql *log)
{
	struct values *key = values_new(projection->scratch);
	struct values *checkpoint;
	bool right;

	values_put_integer(key, "size", projection_size(projection));
	switch (sql_row(log, &Q_checkpoint_at, key, projection->scratch, &checkpoint)) {
	case SQL_FAILED:
		return fail(projection, "checkpoint", sql_problem(log));
	case SQL_FOUND:
		return check_checkpoint(projection, checkpoint, &projection->frontier);
	case SQL_NONE:
		break;
	}
	if (projection_size(projection) < projection->covered)
		return true;
	if (!sql_begin_reading(log))
		return fail(projection, "log", sql_problem(log));
	right = look_ahead(projection, log);
	if (right)
		right = sql_commit(log) || fail(projection, "log", sql_problem(log));
	else
		sql_rollback(log);
	return right;
}

bool projection_agrees(struct projection *projection, struct sql *log)
{
	bool agrees = projection_size(projection) == 0 || check_root(projection, log);

	if (!agrees && !sql_failed(log))
		fail(projection, "working copy", arena_format(projection->scratch,
			"it holds %lld publications that are not what the log begins with; make it anew with 'shanyu portal rebuild' "
			"and remove working/working.db, after you know why", (long long)projection_size(projection)));
	arena_sweep(projection->scratch);
	return agrees;
}

/* Whether most facilities are touched: then the tree of places is planted anew. */
static bool is_planted_anew(struct projection *projection, const struct values *none, bool *anew)
{
	struct values *row;
	enum sql_answer answer = sql_row(projection->sql, &Q_places_beyond, none, projection->scratch, &row);

	*anew = answer == SQL_NONE;
	return answer != SQL_FAILED || fail(projection, "places", sql_problem(projection->sql));
}

static bool is_of_tree(const struct query *query)
{
	return query == &Q_refresh_2_places_out || query == &Q_refresh_6_places;
}

/* One round of refreshing; *chosen says how many facilities it was for. */
static bool refresh_round(struct projection *projection, const struct values *parameters, bool anew, int64_t *chosen)
{
	*chosen = sql_do(projection->sql, &Q_refresh_0_choose, parameters);
	if (*chosen < 0)
		return fail(projection, "refresh", sql_problem(projection->sql));
	for (size_t i = 0; *chosen && i < apply_pack.count; i++) {
		const struct query *query = apply_pack.at[i];

		if (strncmp(query->name, "refresh_", 8) == 0 && query != &Q_refresh_0_choose && !(anew && is_of_tree(query)) &&
		    !run(projection, query, parameters))
			return false;
	}
	return true;
}

/* What the batch brought or what other phrases read otherwise: see the migration of places. */
static bool read_names(struct projection *projection, const struct values *none)
{
	return run(projection, &Q_edition_readings_put, none) && run(projection, &Q_edition_streets_read, none) &&
	       run(projection, &Q_edition_communities_read, none) && run(projection, &Q_edition_places_read, none);
}

static bool refresh(struct projection *projection)
{
	struct values *parameters = values_new(projection->scratch);
	int64_t refreshed = 0, chosen;
	bool anew;

	values_put_text(parameters, "kinds_without_care", kinds_without_care());
	if ((projection->phrases_changed && !load_phrases(projection)) || !read_names(projection, parameters))
		return false;
	if (!is_planted_anew(projection, parameters, &anew))
		return false;
	do {
		if (!refresh_round(projection, parameters, anew, &chosen))
			return false;
		refreshed += chosen;
	} while (chosen);
	return !refreshed || !anew || (run(projection, &Q_places_out, parameters) && run(projection, &Q_places_in, parameters));
}

static bool note_edition(struct projection *projection)
{
	struct values *values = values_new(projection->scratch);
	unsigned char root[PUBLICATION_HASH];
	unsigned char *frontier = arena_take(projection->scratch, MERKLE_FRONTIER_MOST);

	merkle_frontier_root(&projection->frontier, root);
	values_put_integer(values, "size", projection_size(projection));
	values_put_blob(values, "root", root, sizeof root);
	values_put_integer(values, "published_at", projection->published_at);
	values_put_blob(values, "frontier", frontier, merkle_frontier_write(&projection->frontier, frontier));
	return run(projection, &Q_edition_put, values) && run(projection, &Q_edition_frontier_put, values);
}

static int64_t apply_rows(struct projection *projection, struct sql *log, int64_t most)
{
	struct values *range = values_new(projection->scratch);
	struct sql_cursor cursor;
	const struct values *row;
	int64_t applied = 0;
	struct arena_mark mark;

	values_put_integer(range, "seq", projection_size(projection));
	values_put_integer(range, "most", most);
	if (!sql_start(log, &Q_publication_after, range, &cursor)) {
		fail(projection, "log", sql_problem(log));
		return -1;
	}
	mark = arena_mark(projection->scratch);
	while ((row = sql_next(&cursor))) {
		if (!apply_row(projection, row)) {
			sql_finish(&cursor);
			return -1;
		}
		arena_return(projection->scratch, mark);
		applied++;
	}
	if (sql_failed(log)) {
		fail(projection, "log", sql_problem(log));
		return -1;
	}
	return applied;
}

/* What is derived is made anew at the end of what there is, once for a facility however many of its facts are new. */
static bool finish(struct projection *projection, struct sql *log, bool more_follows)
{
	return check_root(projection, log) && (more_follows || refresh(projection)) && note_edition(projection);
}

int64_t projection_follow(struct projection *projection, struct sql *log, int64_t most)
{
	struct merkle_frontier before = projection->frontier;
	int64_t published_before = projection->published_at;
	int64_t applied;

	if (!sql_begin(projection->sql)) {
		fail(projection, "working copy", sql_problem(projection->sql));
		return -1;
	}
	applied = apply_rows(projection, log, most);
	if (applied > 0 ? !finish(projection, log, applied == most) : applied == 0 && projection->unrefreshed && !refresh(projection))
		applied = -1;
	if ((applied > 0 || (applied == 0 && projection->unrefreshed)) && !sql_commit(projection->sql)) {
		fail(projection, "working copy", sql_problem(projection->sql));
		applied = -1;
	}
	if (applied >= 0)
		projection->unrefreshed = applied == most;
	sql_rollback(projection->sql);
	if (applied < 0) {
		projection->frontier = before;
		projection->published_at = published_before;
	}
	arena_sweep(projection->scratch);
	return applied;
}

/* Whether the file became so loose that a compact copy is better. */
static bool is_loose(struct projection *projection)
{
	struct values *row;

	return sql_row(projection->sql, &Q_edition_pages, NULL, projection->scratch, &row) != SQL_FOUND ||
	       values_integer(row, "free") * 4 > values_integer(row, "pages");
}

static bool follow_to_the_end(struct projection *projection, struct sql *log)
{
	int64_t applied;

	do
		applied = projection_follow(projection, log, MOST_TO_CATCH_UP);
	while (applied == MOST_TO_CATCH_UP);
	return applied >= 0;
}

/* Bring an edition of before to where the working copy is; the size it then has, 0 when it is not worth it or fails. */
static int64_t catch_up(struct projection *working, struct sql *log, const char *path)
{
	const char *problem = "";
	struct projection *older = begin(working->log_public_key, working->scratch, &problem);
	int64_t size = 0;

	if (!older)
		return 0;
	if (open_working_copy(older, path, &problem) && projection_size(older) > 0 &&
	    projection_size(older) + MOST_TO_CATCH_UP > projection_size(working) && projection_agrees(older, log) &&
	    follow_to_the_end(older, log) && projection_size(older) >= projection_size(working) && !is_loose(older))
		size = projection_size(older);
	projection_close(older);
	unlink(arena_format(working->scratch, "%s-journal", path));
	return size;
}

/*
 * Only an edition that was written from this working copy, since it was opened: the log tells the facts, but what was derived from them
 * before "portal rebuild" may have been the reason for rebuilding. What could not be brought up to date is removed: it may be half done.
 */
static bool write_from_older(struct projection *projection, struct sql *log, const char *folder, int keep, int64_t *size)
{
	const char *path = edition_take_back(folder, projection_size(projection), keep, projection->own,
					     projection->own_count < EDITIONS_KNOWN ? projection->own_count : EDITIONS_KNOWN,
					     projection->scratch);

	if (!path)
		return false;
	*size = catch_up(projection, log, path);
	if (*size && !edition_put_forth(path, folder, *size, keep, projection->scratch))
		return true;
	unlink(path);
	return false;
}

bool projection_write_edition(struct projection *projection, struct sql *log, const char *folder, int keep, int64_t *size)
{
	const char *why = NULL;

	if (!log || !write_from_older(projection, log, folder, keep, size)) {
		*size = projection_size(projection);
		why = edition_write(projection->sql, projection->path, folder, *size, keep, projection->scratch);
	}
	if (why)
		fail(projection, folder, why);
	else
		projection->own[projection->own_count++ % EDITIONS_KNOWN] = *size;
	arena_sweep(projection->scratch);
	return !why;
}
