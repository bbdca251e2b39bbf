/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The demonstration's cases: a year of them, invented, opened and worked on by the functions the office itself uses, with the clock set to each
 * step. What would be done after now is not done yet, so that the newest ones are in every state. Their words are data (db/demo/case-*.csv).
 */
#ifndef SHANYU_DEMO_CASES_H
#define SHANYU_DEMO_CASES_H

#include "commands/core/command.h"

#define DEMO_CASES_MOST 20000

/* Why this registry's cases are not the demo's to replace; NULL when they are. */
const char *demo_cases_refusal(struct sql *sql, struct arena *arena);

/*
 * Replace the demonstration's cases by so many, the same for the same seed and day. Nobody holds their receipts but one, which is printed. Outcomes
 * of those that are closed are carried on, and published when the key of the log is there (demo_outcomes.h). The registry is the call's,
 * opened by command_registry, and demo_cases_refusal has nothing against it.
 */
enum exit_code demo_cases_make(struct command_call *call, struct sql *sql, const char *folder, int64_t seed, int64_t count);

#endif
