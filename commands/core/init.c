/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu init, shanyu migrate: the registry's tables and the district's own data (terms, dated rules, readings). */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "init_keys.h"
#include "lib/base/csv.h"
#include "lib/sql/migrate.h"
#include "lib/base/text.h"
#include "registry_migrations.h"
#include "shanyu.h"

struct district_file {
	const char *name;
	const struct query *put;
	const char *reals;              /* names of columns that are numbers with decimals, blank-separated */
	const char *integers;
};

static const struct district_file district_files[] = {
	{ "terms.csv", &Q_term_put, "", "position" },
	{ "rules.csv", &Q_rule_put, "value", "" },
	{ "deadlines.csv", &Q_rule_put, "value", "" },
	{ "workdays.csv", &Q_workday_put, "", "" },
	{ "phrases.csv", &Q_phrase_put, "", "" },
	{ "lexicon.csv", &Q_lexicon_put, "", "" },
	{ "place-affixes.csv", &Q_place_affix_put, "", "" },
	{ "departments.csv", &Q_department_put, "", "position" },
	{ "matter-words.csv", &Q_matter_word_put, "", "weight" },
	{ "name-words.csv", &Q_name_word_put, "", "" },
	/* What the office edits is not put back to what it was. */
	{ "routing.csv", &Q_routing_rule_first, "", "position" },
	{ "reply-templates.csv", &Q_reply_template_first, "", "" },
};

/* Texts of a CSV row as the types of the table; an empty cell is null. NULL: *wrong names the column. */
static struct values *typed_row(const struct district_file *file, const struct values *row, struct arena *arena, const char **wrong)
{
	struct values *typed = values_new(arena);

	for (size_t i = 0; i < row->count; i++) {
		const char *name = row->at[i].name, *text = values_text(row, name);
		int64_t integer;
		double real;

		*wrong = name;
		if (!*text) {
			values_put_null(typed, name);
		} else if (text_has_word(file->integers, name)) {
			if (!text_to_integer(text, &integer))
				return NULL;
			values_put_integer(typed, name, integer);
		} else if (text_has_word(file->reals, name)) {
			if (!text_to_real(text, &real))
				return NULL;
			values_put_real(typed, name, real);
		} else {
			values_put_text(typed, name, text);
		}
	}
	return typed;
}

static const char *load_file(struct sql *sql, const struct district_file *file, const char *path, struct arena *arena)
{
	const char *problem = NULL, *wrong = NULL;
	struct csv *csv = csv_open(path, true, arena, &problem);
	struct values *row, *typed;

	if (!csv)
		return problem;
	while (!problem && csv_next(csv, arena, &row) == CSV_FOUND) {
		typed = typed_row(file, row, arena, &wrong);
		if (!typed)
			problem = arena_format(arena, "%s:%zu: %s is no number", path, csv_line(csv), wrong);
		else if (sql_do(sql, file->put, typed) < 0)
			problem = arena_format(arena, "%s:%zu: %s", path, csv_line(csv), sql_problem(sql));
	}
	if (!problem && *csv_problem(csv))
		problem = arena_copy(arena, csv_problem(csv));
	csv_close(csv);
	return problem;
}

static enum exit_code load_district(struct command_call *call, struct sql *sql)
{
	const char *problem = NULL;

	if (!sql_begin(sql))
		return command_fails(call, EXIT_FAILED, "%s", sql_problem(sql));
	for (size_t i = 0; !problem && i < sizeof district_files / sizeof *district_files; i++)
		problem = load_file(sql, &district_files[i],
				    arena_format(call->arena, "%s/%s", call->config->district, district_files[i].name), call->arena);
	if (!problem && sql_do(sql, &Q_department_streets, NULL) < 0)
		problem = sql_problem(sql);
	if (problem || !sql_commit(sql)) {
		sql_rollback(sql);
		return command_fails(call, EXIT_FAILED, "%s", problem ? problem : sql_problem(sql));
	}
	return EXIT_DONE;
}

static struct sql *open_registry(struct command_call *call, enum sql_mode mode)
{
	struct sql_opening opening = { .address = call->config->registry, .mode = mode };
	const char *problem;
	struct sql *sql = sql_open(&opening, call->arena, &problem);

	if (!sql)
		command_fails(call, EXIT_FAILED, "%s", problem);
	return sql;
}

static enum exit_code bring_up(struct command_call *call, enum sql_mode mode)
{
	static const struct query_pack *const packs[] = { &shanyu_pack, NULL };
	enum exit_code code = EXIT_FAILED;
	const char *problem;
	struct sql *sql;
	int applied;

	if (!command_words(call, 0))
		return EXIT_USAGE;
	sql = open_registry(call, mode);
	if (!sql)
		return EXIT_FAILED;
	applied = migrate_up(sql, &registry_migrations);
	if (applied == -2 && !migrate_check(sql, &registry_migrations, call->config->registry, call->arena, &problem))
		command_fails(call, EXIT_FAILED, "%s", problem);
	else if (applied < 0 || !sql_prepare(sql, packs))
		command_fails(call, EXIT_FAILED, "%s", sql_problem(sql));
	else
		code = load_district(call, sql);
	if (code == EXIT_DONE)
		printf("%s: %d migrations applied, now at %zu\n", sql_address_shown(call->config->registry, call->arena), applied,
		       registry_migrations.count);
	sql_close(sql);
	return code;
}

/* A registry that is a file is its owner's alone from its first byte on. What is wrong with the path is told when it is opened. */
static void make_private(const char *path)
{
	int file = strstr(path, "://") ? -1 : open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (file >= 0)
		close(file);
}

static enum exit_code run_init(struct command_call *call)
{
	enum exit_code code;

	if (mkdir(call->config->editions, 0755) != 0 && errno != EEXIST)
		return command_fails(call, EXIT_FAILED, "%s: %s", call->config->editions, strerror(errno));
	make_private(call->config->registry);
	code = bring_up(call, SQL_CREATE);
	if (code == EXIT_DONE)
		code = make_folders(call);
	return code == EXIT_DONE ? make_keys(call) : code;
}

static enum exit_code run_migrate(struct command_call *call)
{
	return bring_up(call, SQL_READ_WRITE);
}

const struct command command_init = {
	.name = "init",
	.summary = "Make the registry and the folder of editions",
	.usage = "",
	.help = "Makes what is missing and changes nothing else: the registry's tables, the folders of editions, of the inbox and of the mailbox,\n"
		"and the keys: of the publication log, of time stamps on receipts, of envelopes, of contact data and of accounts. Prints their public halves\n"
		"for the configuration. Loads the names of codes, the dated rules, the working days and the readings of the district's folder,\n"
		"replacing those of the same key.\n",
	.run = run_init,
};

const struct command command_migrate = {
	.name = "migrate",
	.summary = "Bring the registry to this program's schema",
	.usage = "",
	.help = "Applies the numbered migrations that are missing, one transaction each, forward only. Back up first.\n",
	.run = run_migrate,
};
