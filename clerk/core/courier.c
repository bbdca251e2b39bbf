/* SPDX-License-Identifier: Apache-2.0 */
/* Sending notices, one after the other, each by a program run aside. */
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/log.h"
#include "lib/paper/mail.h"
#include "notice.h"
#include "remind.h"

#define MOST_SECONDS 30
#define LOOK_EVERY_NANOSECONDS 200000000
#define REST_NANOSECONDS 30000000000
#define MEMORY ((size_t)16 * 1024 * 1024)

/* Minutes from a try that failed to the next; after the last it is given up. */
static const int rests[] = { 1, 5, 30, 120 };

/* Beside our own program, unless the configuration names another. */
static const char *program_path(const char *program, struct arena *arena)
{
	char own[4096];
	ssize_t size;

	if (*program)
		return program;
	size = readlink("/proc/self/exe", own, sizeof own - 1);
	if (size <= 0)
		return "webhook";
	own[size] = '\0';
	*(strrchr(own, '/') + 1) = '\0';
	return arena_format(arena, "%swebhook", own);
}

static bool start_mail(struct courier *courier, const struct config *config, const char **problem)
{
	const struct values *notice = courier->notice;
	json_t *body = json_loads(values_text(notice, "body"), 0, NULL);
	struct mail mail = { .from = config->mail_from,
			     .to = values_say(notice, "department") ? values_text(notice, "mail") : config->mail_to,
			     .at = values_integer(notice, "made_at") };
	char **words = errand_words(config->mail_command, courier->arena, problem);
	const char *text = NULL;

	if (json_unpack(body, "{s:s, s:s}", "title", &mail.subject, "text", &mail.text) == 0)
		text = mail_make(&mail, courier->arena);
	json_decref(body);
	if (!words)
		return false;
	if (text)
		return errand_start(&courier->errand, words, text, strlen(text), MOST_SECONDS, courier->arena, problem);
	*problem = "mail_from or an address of a department is no address";
	return false;
}

static bool start_webhook(struct courier *courier, const struct config *config, const char **problem)
{
	char *words[] = { (char *)program_path(config->webhook, courier->arena), NULL };
	const char *input = arena_format(courier->arena, "%s\n%s", config->webhook_url, values_text(courier->notice, "body"));

	return errand_start(&courier->errand, words, input, strlen(input), MOST_SECONDS, courier->arena, problem);
}

static void note(struct courier *courier, struct sql *sql, const struct query *query, struct values *values)
{
	values_put_integer(values, "number", values_integer(courier->notice, "number"));
	if (sql_begin(sql) && sql_do(sql, query, values) >= 0 && sql_commit(sql))
		return;
	duty_complain(&courier->failed, sql_problem(sql));
	sql_rollback(sql);
	courier->look_at = clock_nanoseconds() + REST_NANOSECONDS;
}

static void note_sent(struct courier *courier, struct sql *sql)
{
	struct values *values = values_new(courier->arena);

	values_put_integer(values, "now", clock_now());
	note(courier, sql, &Q_notice_sent, values);
	courier->notice = NULL;
}

static void note_failed(struct courier *courier, struct sql *sql, const char *problem)
{
	struct values *values = values_new(courier->arena);
	int64_t tries = values_integer(courier->notice, "tries"), now = clock_now();
	bool last = tries >= (int64_t)(sizeof rests / sizeof *rests);

	values_put_text(values, "problem", problem);
	values_put_integer(values, "next_at", now + (last ? 0 : rests[tries]) * 60);
	if (last)
		values_put_integer(values, "given_up_at", now);
	else
		values_put_null(values, "given_up_at");
	log_line(LOG_ERROR_LINE, "notice %" PRId64 " by %s%s: %s", values_integer(courier->notice, "number"),
		 values_text(courier->notice, "channel"), last ? " is given up" : " was not taken, and is tried again", problem);
	note(courier, sql, &Q_notice_failed, values);
	courier->notice = NULL;
}

/* Looked for a few times a second; when the registry does not take notes, more rarely. */
static bool may_look(struct courier *courier)
{
	int64_t now = clock_nanoseconds();

	if (now < courier->look_at)
		return false;
	courier->look_at = now + LOOK_EVERY_NANOSECONDS;
	return true;
}

static void send_next(struct courier *courier, struct sql *sql, const struct config *config)
{
	struct values *now;
	const char *problem = "";
	bool started;

	arena_sweep(courier->arena);
	now = values_new(courier->arena);
	values_put_integer(now, "now", clock_now());
	if (sql_row(sql, &Q_notice_next, now, courier->arena, &courier->notice) != SQL_FOUND) {
		courier->notice = NULL;
		return;
	}
	started = strcmp(values_text(courier->notice, "channel"), "MAIL") == 0 ? start_mail(courier, config, &problem)
									       : start_webhook(courier, config, &problem);
	if (!started)
		note_failed(courier, sql, problem);
}

void courier_round(struct courier *courier, struct sql *sql, const struct config *config)
{
	const char *problem = "";

	if (!courier->arena)
		courier->arena = arena_new(MEMORY);
	switch (errand_look(&courier->errand, courier->arena, &problem)) {
	case ERRAND_RUNS:
		return;
	case ERRAND_DONE:
		note_sent(courier, sql);
		break;
	case ERRAND_FAILED:
		note_failed(courier, sql, problem);
		break;
	case ERRAND_NONE:
		break;
	}
	if ((*config->mail_command || *config->webhook_url) && may_look(courier))
		send_next(courier, sql, config);
}

void courier_free(struct courier *courier)
{
	errand_stop(&courier->errand);
	if (courier->arena)
		arena_free(courier->arena);
}
