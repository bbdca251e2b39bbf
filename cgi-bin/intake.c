/* SPDX-License-Identifier: Apache-2.0 */
/*
 * intake: the door for what citizens send. It reads the published edition and the templates, puts sealed envelopes into the inbox,
 * and opens answers for whoever has their receipt. It cannot open the registry and holds no secret key.
 */
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "assets.h"
#include "intake/cases/complaint.h"
#include "intake/core/allowance.h"
#include "intake/core/intake.h"
#include "lib/seal/confine.h"
#include "lib/base/file_type.h"
#include "lib/web/serve.h"
#include "lib/base/start.h"
#include "lib/find/words.h"

#define OVERWRITTEN_WITH 0x55

/* Every URL that takes something in, and what follows it up. */
static const struct route intake_routes[] = {
	{ METHOD_GET, "/complaint", WHO_ANYONE, &complaint_start_form, complaint_start, NULL },
	{ METHOD_POST, "/complaint", WHO_ANYONE, &complaint_form, complaint_go, NULL },
	{ METHOD_POST, "/complaint/evidence", WHO_ANYONE, NULL, complaint_evidence, NULL },
	{ METHOD_POST, "/complaint/send", WHO_ANYONE, &complaint_form, complaint_send, NULL },
	{ METHOD_POST, "/complaint/sent", WHO_ANYONE, &complaint_form, complaint_sent, NULL },
	{ METHOD_GET, "/receipt", WHO_ANYONE, NULL, receipt_ask, NULL },
	{ METHOD_POST, "/receipt", WHO_ANYONE, &receipt_form, receipt_show, NULL },
	{ METHOD_POST, "/receipt/message", WHO_ANYONE, NULL, receipt_message, NULL },
	{ METHOD_POST, "/receipt/withdraw", WHO_ANYONE, &withdraw_form, receipt_withdraw, NULL },
	{ METHOD_POST, "/receipt/rating", WHO_ANYONE, &rating_form, receipt_rate, NULL },
	{ METHOD_POST, "/receipt/stamp.txt", WHO_ANYONE, &receipt_form, receipt_stamp, NULL },
	{ METHOD_POST, "/receipt/complaint.json", WHO_ANYONE, &receipt_form, receipt_opening, NULL },
	{ METHOD_GET, "/receipt/key", WHO_ANYONE, NULL, receipt_key_show, NULL },
	{ METHOD_GET, "/intake/healthz", WHO_ANYONE, NULL, health_show, NULL },
	{ 0 },
};

/* Every letter it takes. */
static const struct wizard *const letters[] = { &complaint_wizard, NULL };

static bool read_office_key(struct intake *intake, const char *text, const char **problem)
{
	size_t size;

	if (sodium_hex2bin(intake->office_key, sizeof intake->office_key, text, strlen(text), NULL, &size, NULL) == 0 &&
	    size == sizeof intake->office_key)
		return true;
	*problem = "the setting office_public_key is no key of 64 hexadecimal digits; 'shanyu init' prints it";
	return false;
}

static int open_folder(const char *path, struct arena *arena, const char **problem)
{
	int folder = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);

	if (folder < 0)
		*problem = arena_format(arena, "%s: %s; 'shanyu init' makes it", path, strerror(errno));
	return folder;
}

static bool set_up(struct intake *intake, const char *config_path, const char **problem)
{
	struct portal *portal = &intake->portal;

	if (!portal_set_up(portal, config_path, problem) ||
	    !read_office_key(intake, portal->config->office_public_key, problem))
		return false;
	portal->program.guard = allowance_guard;
	intake->inbox = open_folder(portal->config->inbox, portal->arena, problem);
	intake->mailbox = open_folder(portal->config->mailbox, portal->arena, problem);
	intake->lanes = lanes_open(portal->config->door, portal->arena, problem);
	intake->file_types = file_types_open(portal->arena, problem);
	return intake->inbox >= 0 && intake->mailbox >= 0 && intake->lanes && intake->file_types;
}

/* Nothing of what somebody sent stays behind for whoever breaks in later. */
static void answer(struct request *request, struct buffer *head)
{
	request->leave_nothing = true;
	route_answer(request, head);
}

/* It reads the edition, what pages are made of, and answers whose name it is told; it puts envelopes into the inbox. */
static bool fence(const struct portal *portal, bool tell, const char **problem)
{
	const struct confine_path paths[] = {
		{ portal->config->editions, CONFINE_MAY_READ },
		{ portal->config->templates, CONFINE_MAY_READ },
		{ portal->config->mailbox, CONFINE_MAY_READ },
		{ portal->config->inbox, CONFINE_MAY_PUT },
		{ portal->config->door, CONFINE_MAY_CHANGE },
		{ NULL, CONFINE_MAY_READ },
	};
	const struct confinement fences = { .to = CONFINE_TO_PUTTING, .paths = paths, .alone = true, .tell = tell };

	return confine_behind(&fences, portal->arena, problem);
}

int main(int count, char **words)
{
	struct intake intake = { .portal = { .arena = arena_new((size_t)8 * 1024 * 1024), .program.routes = intake_routes }, .wizards = letters };
	const char *problem = "";
	struct start start;

	/* What the C library frees by itself, as when it moves a text that grows, is overwritten too. */
	mallopt(M_PERTURB, OVERWRITTEN_WITH);
	if (sodium_init() < 0 || !start_read(count, words, &start)) {
		fputs("usage: intake [--routes | [--check] [--config FILE]], as a FastCGI or CGI program\n", stderr);
		return 2;
	}
	if (start.routes) {
		routes_print(&intake.portal.program);
		return 0;
	}
	if (!set_up(&intake, start.config, &problem) || !fence(&intake.portal, start.check, &problem)) {
		fprintf(stderr, "intake: %s\n", problem);
		return 1;
	}
	return start.check ? 0 : serve_run(&intake.portal.program, answer);
}
