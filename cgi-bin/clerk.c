/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clerk: the daemon between the two doors. It reads the registry's publication log and writes the public editions, or, on an
 * intake machine, hands sealed envelopes to the registry. It listens to no socket.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "clerk/cases/reminder.h"
#include "clerk/core/follow.h"
#include "clerk/core/forward.h"
#include "clerk/facilities/cards.h"
#include "lib/seal/confine.h"

static void print_usage(void)
{
	fputs("usage: clerk [--config FILE] [--check] [--follow | --forward]\n\n"
	      "  --follow   project the publication log into editions (the usual duty)\n"
	      "  --forward  hand the sealed envelopes of the inbox to the registry\n"
	      "  --check    tell of the fences around it, and end\n",
	      stderr);
}

/* What the capabilities have it do besides. */
static const struct duty *const duties[] = { &reminder_duty, &cards_duty, NULL };

static int follow(const struct config *config)
{
	return follow_log(config, duties);
}

int main(int count, char **words)
{
	struct arena *arena = arena_new((size_t)1024 * 1024);
	int (*duty)(const struct config *config) = follow;
	struct confinement fences = { .to = CONFINE_TO_STARTING };
	const struct config *config;
	const char *path = NULL, *problem;
	int code = 1;

	for (int i = 1; i < count; i++) {
		if (strcmp(words[i], "--config") == 0 && i + 1 < count) {
			path = words[++i];
		} else if (strcmp(words[i], "--forward") == 0) {
			duty = forward_inbox;
		} else if (strcmp(words[i], "--check") == 0) {
			fences.tell = true;
		} else if (strcmp(words[i], "--follow") != 0) {
			print_usage();
			return 2;
		}
	}
	/* It opens what citizens sent. Of the programs that it starts, preview and webhook, each fences itself in further. */
	if (sodium_init() < 0 || !confine_memory(&problem))
		return 1;
	config = config_read(path, arena, &problem);
	if (!config || !confine_behind(&fences, arena, &problem))
		fprintf(stderr, "clerk: %s\n", problem);
	else
		code = fences.tell ? 0 : duty(config);
	arena_free(arena);
	return code;
}
