/* SPDX-License-Identifier: Apache-2.0 */
/* The people of the demonstration's office. */
#ifndef SHANYU_DEMO_ACCOUNTS_H
#define SHANYU_DEMO_ACCOUNTS_H

#include "commands/core/command.h"

/*
 * Make the accounts of accounts.csv that are not there yet, ACTIVE and with one-time codes set up, in a transaction of its own; the
 * district must be a demonstration. Prints how one signs in with them. The registry is the call's, opened by command_registry.
 */
enum exit_code demo_accounts_make(struct command_call *call, struct sql *sql, const char *folder);

#endif
