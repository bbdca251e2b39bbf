/* SPDX-License-Identifier: Apache-2.0 */
/* shanyu: the command line of the district's operators. It may open everything; nobody on the network reaches it. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/core/command.h"

#define VERSION "0.1.0"
#define COMMAND_MEMORY ((size_t)2 * 1024 * 1024 * 1024)

static const struct command *const commands[] = {
	&command_init,
	&command_migrate,
	&command_import_facilities,
	&command_import_places,
	&command_import_walks,
	&command_demo,
	&command_publish,
	&command_portal_rebuild,
	&command_log_verify,
	&command_registry_copy,
	&command_receipt_verify,
	&command_case_file,
	&command_attachment_file,
	&command_audit_verify,
	&command_retention,
	&command_user_add,
	&command_user_list,
	&command_user_disable,
	&command_user_enable,
	&command_user_reset,
	&command_user_code,
};
#define COMMANDS (sizeof commands / sizeof *commands)

static void print_usage(FILE *to)
{
	fputs("usage: shanyu [--config FILE] COMMAND [WORDS]\n\n", to);
	for (size_t i = 0; i < COMMANDS; i++)
		fprintf(to, "  %-18s %s\n", commands[i]->name, commands[i]->summary);
	fputs("\n'shanyu COMMAND --help' tells more; shanyu(1) tells all.\n", to);
}

static void print_help(const struct command *command)
{
	printf("usage: shanyu %s%s%s\n\n%s.\n%s", command->name, *command->usage ? " " : "", command->usage, command->summary,
	       command->help);
}

/* How many words of the line the command's name takes, 0 when it is not this one. */
static int words_of(const struct command *command, int count, char **words)
{
	const char *second = strchr(command->name, ' ');
	size_t first = second ? (size_t)(second - command->name) : strlen(command->name);

	if (count < 1 || strlen(words[0]) != first || strncmp(command->name, words[0], first) != 0)
		return 0;
	if (!second)
		return 1;
	return count > 1 && strcmp(second + 1, words[1]) == 0 ? 2 : 0;
}

static enum exit_code run(const struct command *command, struct command_call *call, const char *config_path)
{
	const char *problem;

	call->name = command->name;
	if (command_flag(call, "--help")) {
		print_help(command);
		return EXIT_DONE;
	}
	call->config = config_read(config_path, call->arena, &problem);
	if (!call->config)
		return command_fails(call, EXIT_FAILED, "%s", problem);
	return command->run(call);
}

int main(int count, char **words)
{
	struct command_call call = { .arena = arena_new(COMMAND_MEMORY), .count = count - 1, .words = words + 1 };
	const char *config_path = NULL;
	enum exit_code code = EXIT_USAGE;

	if (sodium_init() < 0)
		return EXIT_FAILED;
	if (call.count >= 2 && strcmp(call.words[0], "--config") == 0) {
		config_path = call.words[1];
		call.words += 2;
		call.count -= 2;
	}
	if (call.count == 1 && (strcmp(call.words[0], "--help") == 0 || strcmp(call.words[0], "help") == 0)) {
		print_usage(stdout);
		code = EXIT_DONE;
	} else if (call.count == 1 && strcmp(call.words[0], "--version") == 0) {
		puts("shanyu " VERSION);
		code = EXIT_DONE;
	} else {
		size_t i = 0;

		while (i < COMMANDS && !words_of(commands[i], call.count, call.words))
			i++;
		if (i < COMMANDS) {
			int taken = words_of(commands[i], call.count, call.words);

			call.words += taken;
			call.count -= taken;
			code = run(commands[i], &call, config_path);
		} else {
			if (call.count)
				fprintf(stderr, "shanyu: '%s' is no command\n", call.words[0]);
			print_usage(stderr);
		}
	}
	arena_free(call.arena);
	return (int)code;
}
