/* SPDX-License-Identifier: Apache-2.0 */
/* What every command of shanyu shares. */
#include "command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "accounts.h"
#include "audit.h"
#include "lib/sql/migrate.h"
#include "publish.h"
#include "registry_migrations.h"
#include "shanyu.h"

enum exit_code command_fails(const struct command_call *call, enum exit_code code, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fprintf(stderr, "shanyu %s: %s\n", call->name, arena_format_list(call->arena, format, arguments));
	va_end(arguments);
	return code;
}

static void take_out(struct command_call *call, int from, int count)
{
	memmove(&call->words[from], &call->words[from + count], (size_t)(call->count - from - count) * sizeof *call->words);
	call->count -= count;
}

const char *command_option(struct command_call *call, const char *name)
{
	for (int i = 0; i + 1 < call->count; i++)
		if (strcmp(call->words[i], name) == 0) {
			const char *value = call->words[i + 1];

			take_out(call, i, 2);
			return value;
		}
	return NULL;
}

bool command_flag(struct command_call *call, const char *name)
{
	for (int i = 0; i < call->count; i++)
		if (strcmp(call->words[i], name) == 0) {
			take_out(call, i, 1);
			return true;
		}
	return false;
}

bool command_words(struct command_call *call, int count)
{
	for (int i = 0; i < call->count; i++)
		if (call->words[i][0] == '-' && call->words[i][1]) {
			command_fails(call, EXIT_USAGE, "'%s' is no option here, or lacks its value; see shanyu %s --help",
				      call->words[i], call->name);
			return false;
		}
	if (call->count == count)
		return true;
	command_fails(call, EXIT_USAGE, "%d words given, %d expected; see shanyu %s --help", call->count, count, call->name);
	return false;
}

struct sql *command_registry(const struct command_call *call)
{
	static const struct query_pack *const packs[] = { &shanyu_pack, &publish_pack, &accounts_pack, &audit_pack, NULL };
	struct sql_opening opening = { .address = call->config->registry, .mode = SQL_READ_WRITE };
	const char *problem;
	struct sql *sql = sql_open(&opening, call->arena, &problem);

	if (sql && migrate_check(sql, &registry_migrations, opening.address, call->arena, &problem)) {
		if (sql_prepare(sql, packs))
			return sql;
		problem = sql_problem(sql);
	}
	command_fails(call, EXIT_FAILED, "%s", problem);
	sql_close(sql);
	return NULL;
}
