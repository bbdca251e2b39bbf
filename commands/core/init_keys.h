/* SPDX-License-Identifier: Apache-2.0 */
/* The keys and folders that shanyu init makes where they are missing. */
#ifndef SHANYU_COMMANDS_INIT_KEYS_H
#define SHANYU_COMMANDS_INIT_KEYS_H

#include "command.h"

/* Folders of the inbox and the mailbox: of who runs this; others can put into the one and open names in the other, and list neither. */
enum exit_code make_folders(struct command_call *call);

/*
 * The keys of the log, of time stamps, of envelopes, of contact data and of accounts, each in a file of mode 0600. The public halves are printed
 * as lines for the configuration: log_public_key, receipt_public_key, office_public_key.
 */
enum exit_code make_keys(struct command_call *call);

#endif
