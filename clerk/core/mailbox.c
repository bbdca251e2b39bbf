/* SPDX-License-Identifier: Apache-2.0 */
/* Putting mailboxes out. How far it came stands in the folder, so that a new clerk, or another machine's, goes on from there. */
#include "mailbox.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "duty.h"
#include "lib/seal/mailbox.h"
#include "lib/sql/migrate.h"
#include "lib/base/text.h"
#include "mail.h"
#include "registry_migrations.h"

#define MARK ".changed_seq"
#define AT_ONCE 200

struct postman {
	const struct config *config;
	struct arena *arena, *lasting;
	struct sql *sql;
	int folder;
	int64_t seq; /* up to here everything is out */
	struct duty_complaint failed;
};

static int64_t read_mark(int folder, struct arena *arena)
{
	int file = openat(folder, MARK, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	char text[24] = "";
	int64_t seq = 0;

	if (file >= 0 && read(file, text, sizeof text - 1) > 0)
		text_to_integer(arena_text(arena, text, strcspn(text, "\n")), &seq);
	if (file >= 0)
		close(file);
	return seq;
}

/* A mark that is lost or behind does no harm: then some are put out once more. */
static bool write_mark(int folder, int64_t seq)
{
	int file = openat(folder, MARK ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool written = file >= 0 && dprintf(file, "%" PRId64 "\n", seq) > 0 && fdatasync(file) == 0;

	if (file >= 0)
		close(file);
	return written && renameat(folder, MARK ".new", folder, MARK) == 0;
}

struct postman *postman_new(const struct config *config)
{
	int folder = open(config->mailbox, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct arena *lasting;
	struct postman *postman;

	if (folder < 0)
		return NULL;
	lasting = arena_new((size_t)1024 * 1024);
	postman = arena_take(lasting, sizeof *postman);
	*postman = (struct postman){
		.config = config, .arena = arena_new((size_t)256 * 1024 * 1024), .lasting = lasting, .folder = folder
	};
	postman->seq = read_mark(folder, lasting);
	return postman;
}

static bool open_registry(struct postman *postman)
{
	static const struct query_pack *const packs[] = { &mail_pack, NULL };
	struct sql_opening opening = { .address = postman->config->registry, .mode = SQL_READ_ONLY };
	const char *problem = "";
	struct values *newest;

	if (postman->sql)
		return true;
	postman->sql = sql_open(&opening, postman->arena, &problem);
	if (postman->sql && migrate_check(postman->sql, &registry_migrations, opening.address, postman->arena, &problem) &&
	    sql_prepare(postman->sql, packs) &&
	    sql_row(postman->sql, &Q_mailbox_newest, NULL, postman->arena, &newest) == SQL_FOUND) {
		/* A registry that is behind the folder is another one, or was set back: everything is put out anew. */
		if (values_integer(newest, "seq") < postman->seq)
			postman->seq = 0;
		return true;
	}
	duty_complain(&postman->failed, postman->sql && sql_failed(postman->sql) ? sql_problem(postman->sql) : problem);
	sql_close(postman->sql);
	postman->sql = NULL;
	return false;
}

static bool put_out(struct postman *postman, const struct values *row)
{
	const struct value *sealed = values_find(row, "sealed");

	return sealed && sealed->kind == VALUE_BLOB &&
	       mailbox_put(postman->folder, values_text(row, "lookup"), sealed->blob, sealed->size);
}

void postman_round(struct postman *postman)
{
	struct values *parameters;
	int64_t before = postman->seq;
	struct rows rows;

	arena_sweep(postman->arena);
	if (!open_registry(postman))
		return;
	parameters = values_new(postman->arena);
	values_put_integer(parameters, "seq", postman->seq);
	values_put_integer(parameters, "most", AT_ONCE);
	if (!sql_list(postman->sql, &Q_mailbox_after, parameters, postman->arena, AT_ONCE, &rows)) {
		duty_complain(&postman->failed, sql_problem(postman->sql));
		sql_close(postman->sql);
		postman->sql = NULL;
		return;
	}
	for (size_t i = 0; i < rows.count; i++) {
		if (!put_out(postman, &rows.at[i])) {
			duty_complain(&postman->failed,
				      arena_format(postman->arena, "%s: %s", postman->config->mailbox, strerror(errno)));
			break;
		}
		postman->seq = values_integer(&rows.at[i], "changed_seq");
	}
	/* One sync for all: the mark, which says that they are out, comes after it. */
	if (postman->seq != before && (syncfs(postman->folder) != 0 || !write_mark(postman->folder, postman->seq)))
		duty_complain(&postman->failed, arena_format(postman->arena, "%s: %s", postman->config->mailbox, strerror(errno)));
}

void postman_free(struct postman *postman)
{
	if (!postman)
		return;
	sql_close(postman->sql);
	close(postman->folder);
	arena_free(postman->arena);
	arena_free(postman->lasting);
}
