/* SPDX-License-Identifier: Apache-2.0 */
/* What every command of shanyu shares: its call, its exit codes, the registry it opens, its words on stderr. */
#ifndef SHANYU_COMMAND_H
#define SHANYU_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/arena.h"
#include "lib/base/config.h"
#include "lib/sql/sql.h"

/* Exit codes, the same for every command; see shanyu(1). */
enum exit_code {
	EXIT_DONE = 0,
	EXIT_FAILED = 1,                /* nothing was changed, or what was done is named */
	EXIT_USAGE = 2,
	EXIT_PARTLY = 3                 /* done, but some input was refused and reported */
};

struct command_call {
	const struct config *config;
	struct arena *arena;            /* swept when the command ends */
	const char *name;               /* "import facilities", for messages */
	int count;                      /* words after the command's name */
	char **words;
};

struct command {
	const char *name;               /* one or two words: "init", "log verify" */
	const char *summary;            /* one line */
	const char *usage;              /* the words after the name */
	const char *help;               /* the text of --help below the usage */
	enum exit_code (*run)(struct command_call *call);
};

/* The commands, one file each in this folder. */
extern const struct command command_init;
extern const struct command command_migrate;
extern const struct command command_import_facilities;
extern const struct command command_import_places;
extern const struct command command_import_walks;
extern const struct command command_demo;
extern const struct command command_publish;
extern const struct command command_portal_rebuild;
extern const struct command command_log_verify;
extern const struct command command_registry_copy;
extern const struct command command_receipt_verify;
extern const struct command command_audit_verify;
extern const struct command command_retention;
extern const struct command command_case_file;
extern const struct command command_attachment_file;
extern const struct command command_user_add;
extern const struct command command_user_list;
extern const struct command command_user_disable;
extern const struct command command_user_enable;
extern const struct command command_user_reset;
extern const struct command command_user_code;

/* One line on stderr: "shanyu import facilities: ...", and the code to return. */
enum exit_code command_fails(const struct command_call *call, enum exit_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Take "--name VALUE" or "--name" out of the words; NULL / false when not given. A usage error is told by command_words_left. */
const char *command_option(struct command_call *call, const char *name);
bool command_flag(struct command_call *call, const char *name);

/* What stands after the options: exactly `count` words, or the usage is shown and false. */
bool command_words(struct command_call *call, int count);

/* The registry with the queries of shanyu, publish, accounts and audit, at this program's migration; NULL after telling why. */
struct sql *command_registry(const struct command_call *call);

#endif
