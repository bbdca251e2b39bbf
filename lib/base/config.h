/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The configuration file: "name = value" under [shanyu]. Read once at start. Its path comes from --config or SHANYU_CONFIG;
 * every name has a default, so that no file at all serves the current folder.
 */
#ifndef SHANYU_CONFIG_H
#define SHANYU_CONFIG_H

#include "arena.h"

struct config {
	const char *path;               /* of the file itself; empty = there is none */
	const char *registry;           /* path (sqlite:PATH is the same), or postgresql://... */
	const char *editions;           /* folder of portal.db and its kept predecessors; clerk writes it, the portal reads it */
	const char *inbox;              /* folder of sealed envelopes; intake puts them in, clerk takes them out */
	const char *aside;              /* folder of clerk's own: what could not be taken in; usually beside the registry, as the keys */
	const char *intake_user;        /* name or number of the user who writes envelopes; empty = whom the folder door belongs to */
	const char *mailbox;            /* folder of sealed answers by their receipt's look-up; clerk writes, intake opens by name */
	const char *door;               /* folder in memory (tmpfs) that the workers of intake share: limits, proof of work */
	const char *templates;          /* folder of .tpl files */
	const char *log_key;            /* file of the key that signs the publication log; only where publishing is done;
	                                   usually beside the registry, with .key added to its name */
	const char *log_origin;         /* the log's name, in every checkpoint */
	const char *log_public_key;     /* verifier key: a clerk that has it believes signed checkpoints only */
	const char *office_key;         /* file of the secret key that opens envelopes: clerk's alone. This and the next keys
	                                   usually lie beside the registry, with their names added to its name */
	const char *receipt_key;        /* file of the key that signs time stamps on receipts: clerk's */
	const char *contact_key;        /* file of the key under which reporters' contact data are kept: clerk's and admin's */
	const char *account_key;        /* file of the key under which secrets of one-time codes are kept: admin's and the commands' */
	const char *office_public_key;  /* to which intake seals, 64 hexadecimal digits */
	const char *receipt_public_key; /* verifier key of time stamps, shown to citizens */
	const char *preview;            /* the program that makes pictures without their metadata; empty = beside clerk */
	const char *common_passwords;   /* file of the passwords that no account may have */
	const char *mail_command;       /* sendmail-compatible, gets a message on its stdin; clerk sends no mail when empty */
	const char *mail_from;          /* whom those mails come from */
	const char *mail_to;            /* the desk's own address; departments have theirs in departments.csv */
	const char *webhook_url;        /* https://..., where clerk posts notices as JSON; none are posted when empty */
	const char *webhook;            /* the program that does it; empty = beside clerk */
	const char *district;           /* folder of the district's data: terms.csv, rules.csv, phrases.csv */
	const char *host_name;          /* who runs the site, for the footer; this and the next four are hidden when empty */
	const char *site_code;
	const char *icp_number;
	const char *police_number;
	const char *base_url;           /* https://... of the public site, for codes, sitemaps and exports */
	const char *hosts;              /* more names of the machine, with blanks between, under which site and office are reached;
	                                   every other name is refused */
	const char *tiles_url;          /* map tiles, {z}/{x}/{y}; empty = the drawn map only */
};

/* Read the file (NULL = the one named by SHANYU_CONFIG, or none). NULL with a one-line *problem when it cannot be read. */
const struct config *config_read(const char *path, struct arena *arena, const char **problem);

#endif
