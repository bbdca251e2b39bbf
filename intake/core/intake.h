/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the handlers of the intake share. The intake takes in what citizens send: it seals each letter to the office's public
 * key and puts it into the inbox. It reads the published edition, and answers by their receipts; it cannot open the registry,
 * holds no secret key, and can neither list the inbox nor open what it put there.
 */
#ifndef SHANYU_INTAKE_INTAKE_H
#define SHANYU_INTAKE_INTAKE_H

#include "lib/seal/envelope.h"
#include "lib/web/lane.h"
#include "lib/seal/receipt.h"
#include "public/core/portal.h"

struct file_types;
struct wizard;

struct intake {
	struct portal portal;             /* first: handlers of the portal's parts find it as their own */
	int inbox;                        /* folder, O_PATH */
	int mailbox;                      /* folder, O_PATH; -1: there are no answers yet */
	uint8_t office_key[ENVELOPE_KEY]; /* public */
	struct lanes *lanes;              /* shared by the workers of this machine */
	struct file_types *file_types;
	const struct wizard *const *wizards; /* the letters it takes, ended by NULL */
};

static inline struct intake *intake_of(const struct request *request)
{
	return ((struct program *)request->program)->state;
}

/*
 * The form's receipt. What cannot be read is replaced by a new one, and so is what another site's page sent along: who made that page
 * would know the receipt, and could open what is sent under it.
 */
void intake_own_receipt(struct request *request);

/* The same, to be wiped. */
void intake_receipt(const struct form_result *form, struct receipt *receipt);

/* Whether the inbox's file system has room for so many more bytes beyond its reserve. */
bool intake_has_room(const struct intake *intake, int64_t bytes);

/* Seal a letter (JSON text) and put it into the inbox. After ENVELOPE_FAILED the worker ends with this answer. */
enum envelope_end intake_put(struct request *request, const char *name, const char *letter);

/* Bind what is said of the files: rows of section "files" with id, name, size_text; IF_FILES or NO_FILES. */
void intake_show_files(struct request *request, struct page *page, const char *lines);

/* Whether a letter of this name lies in the inbox. */
bool intake_letter_waits(const struct request *request, const char *name);

/*
 * The declared name, and the id, of the first file that those lines name and that was put there too long ago: clerk removes what no letter
 * claimed for a day. On an intake machine files leave the inbox at once, so that the moment in a file's id tells. NULL: all are there.
 */
const char *intake_lacks(const struct request *request, const char *name, const char *lines, const char **id);

/* A new file's id: 8 hexadecimal digits of the moment it came (Unix seconds), 8 by chance. Held in the arena. */
const char *intake_file_id(int64_t now, struct arena *arena);

/* The files of the form's field `file` ("id:size:sha256:type:name" a line) as JSON, each once; passes over lines of another form. */
struct json_t *intake_files(const char *lines, struct arena *arena);

/* Add a file to those lines. */
const char *intake_add_file(const char *lines, const char *line, struct arena *arena);

/* Take a file from the form's list, by its id, as its button "remove-ID" names it. */
void intake_remove_file(struct request *request, const char *id);

#endif
