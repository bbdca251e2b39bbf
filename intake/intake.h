/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the handlers of the intake share. The intake takes in what citizens send: it seals each letter to the office's public
 * key and puts it into the inbox. It reads the published edition, and answers by their receipts; it cannot open the registry,
 * holds no secret key, and can neither list the inbox nor open what it put there.
 */
#ifndef SHANYU_INTAKE_INTAKE_H
#define SHANYU_INTAKE_INTAKE_H

#include "lib/envelope.h"
#include "lib/lane.h"
#include "lib/receipt.h"
#include "public/portal.h"

struct file_types;

struct intake {
	struct portal portal;             /* first: handlers of the portal's parts find it as their own */
	int inbox;                        /* folder, O_PATH */
	int mailbox;                      /* folder, O_PATH; -1: there are no answers yet */
	uint8_t office_key[ENVELOPE_KEY]; /* public */
	struct lanes *lanes;              /* shared by the workers of this machine */
	struct file_types *file_types;
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

/* Whether another site's page sent this, by what the browser says of it. */
bool intake_is_from_elsewhere(const struct request *request);

/*
 * In which lane something is sent: "proof" with a proof of work over this name, "slow" without one. NULL: the slow lane is full for
 * *wait more seconds.
 */
const char *intake_lane(struct request *request, const char *proof, const char *name, int *wait);

/* Whether the inbox's file system has room for so many more bytes beyond its reserve. */
bool intake_has_room(const struct intake *intake, int64_t bytes);

/* Seal a letter (JSON text) and put it into the inbox. After ENVELOPE_FAILED the worker ends with this answer. */
enum envelope_end intake_put(struct request *request, const char *name, const char *letter);

/* Bind what is said of the files: rows of section "files" with id, name, size_text; IF_FILES or NO_FILES. */
void intake_show_files(struct request *request, struct page *page, const char *lines);

/* The files of the form's field `file` ("id:size:sha256:type:name" a line) as JSON; passes over lines of another form. */
struct json_t *intake_files(const char *lines, struct arena *arena);

/* Add a file to those lines. */
const char *intake_add_file(const char *lines, const char *line, struct arena *arena);

#endif
