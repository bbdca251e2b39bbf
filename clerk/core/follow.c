/* SPDX-License-Identifier: Apache-2.0 */
/* Following the publication log: apply what is new to the working copy, write the edition out, rest, again. */
#include "follow.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "clerk.h"
#include "duty.h"
#include "lib/base/clock.h"
#include "lib/base/log.h"
#include "lib/sql/migrate.h"
#include "mailbox.h"
#include "publication/edition.h"
#include "publication/projection.h"
#include "receive.h"
#include "registry_migrations.h"

#define BATCH 20000
#define KEEP_EDITIONS 3
#define REST_MILLISECONDS 50
#define REST_AFTER_FAILURE_NANOSECONDS 1000000000LL
/* How often it looks whether the log still begins with what it holds. */
#define AGREE_EVERY_NANOSECONDS 1000000000
/*
 * An edition is written out again only after so many times what writing takes: a big one costs its share, no more. That is the
 * least of the last few times: a disk that was busy for a moment with other things does not keep the pages old for longer.
 */
#define SHARE_OF_WRITING 4
#define WRITINGS_KEPT 4
#define MOST_DUTIES 16

struct follower {
	const struct config *config;
	struct arena *arena;
	struct sql *log;
	struct projection *projection;
	int64_t written;                /* log size of the current edition */
	int64_t may_write_at;           /* nanoseconds */
	int64_t took[WRITINGS_KEPT];    /* nanoseconds, of the last editions; 0 = none yet */
	unsigned writings;
	int64_t heard_at;               /* Unix seconds: when the registry last answered */
	int64_t agreed_at;              /* nanoseconds */
	struct duty_complaint complaint;
};

static bool open_log(struct follower *follower)
{
	static const struct query_pack *const packs[] = { &clerk_pack, NULL };
	struct sql_opening opening = { .address = follower->config->registry, .mode = SQL_READ_ONLY };
	const char *problem = "";

	follower->log = sql_open(&opening, follower->arena, &problem);
	if (follower->log && migrate_check(follower->log, &registry_migrations, opening.address, follower->arena, &problem) &&
	    sql_prepare(follower->log, packs))
		return true;
	duty_complain(&follower->complaint, follower->log && sql_failed(follower->log) ? sql_problem(follower->log) : problem);
	sql_close(follower->log);
	follower->log = NULL;
	arena_sweep(follower->arena);
	return false;
}

static bool open_projection(struct follower *follower)
{
	const char *problem;
	const char *working = edition_working(follower->config->editions, follower->arena);
	const char *path = arena_format(follower->arena, "%s/working.db", working);

	edition_begin_from(follower->config->editions, path, follower->arena);
	follower->projection = projection_open(path, follower->config->log_public_key, follower->arena, &problem);
	if (!follower->projection) {
		duty_complain(&follower->complaint, problem);
	} else if (!projection_agrees(follower->projection, follower->log)) {
		duty_complain(&follower->complaint, projection_problem(follower->projection));
		projection_close(follower->projection);
		follower->projection = NULL;
	}
	arena_sweep(follower->arena);
	return follower->projection != NULL;
}

/* Leave a sign beside the editions that the registry answered: the portal says so when it grows old. */
static void note_heard(struct follower *follower)
{
	int64_t now = clock_now();
	struct timespec times[2] = { { .tv_sec = now }, { .tv_sec = now } };
	int file;

	if (now == follower->heard_at)
		return;
	file = open(arena_format(follower->arena, "%s/heard", follower->config->editions), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	if (file >= 0 && futimens(file, times) == 0)
		follower->heard_at = now;
	if (file >= 0)
		close(file);
	arena_sweep(follower->arena);
}

/* A log that was set back has nothing new to give, and would be believed until it had grown again. */
static bool still_agrees(struct follower *follower)
{
	int64_t now = clock_nanoseconds();

	if (now < follower->agreed_at + AGREE_EVERY_NANOSECONDS)
		return true;
	follower->agreed_at = now;
	return projection_agrees(follower->projection, follower->log);
}

/* Apply what is new. Failure closes both ends: the next round begins from what is on disk. */
static bool apply_new(struct follower *follower, bool *more)
{
	int64_t applied;

	*more = false;
	if ((!follower->log && !open_log(follower)) || (!follower->projection && !open_projection(follower)))
		return false;
	applied = projection_follow(follower->projection, follower->log, BATCH);
	if (applied < 0 || (applied == 0 && !still_agrees(follower))) {
		duty_complain(&follower->complaint, projection_problem(follower->projection));
		projection_close(follower->projection);
		sql_close(follower->log);
		follower->projection = NULL;
		follower->log = NULL;
		return false;
	}
	note_heard(follower);
	*more = applied == BATCH;
	return true;
}

static int64_t usual_writing(struct follower *follower, int64_t took)
{
	int64_t least = took;

	follower->took[follower->writings++ % WRITINGS_KEPT] = took;
	for (size_t i = 0; i < WRITINGS_KEPT; i++)
		if (follower->took[i] && follower->took[i] < least)
			least = follower->took[i];
	return least;
}

static bool write_edition(struct follower *follower)
{
	int64_t size = projection_size(follower->projection);
	int64_t started = clock_nanoseconds();
	int64_t took;

	if (size == follower->written || started < follower->may_write_at)
		return true;
	if (!projection_write_edition(follower->projection, follower->log, follower->config->editions, KEEP_EDITIONS, &size)) {
		duty_complain(&follower->complaint, projection_problem(follower->projection));
		return false;
	}
	took = clock_nanoseconds() - started;
	follower->written = size;
	follower->may_write_at = clock_nanoseconds() + usual_writing(follower, took) * SHARE_OF_WRITING;
	log_line(LOG_INFO_LINE, "edition %" PRId64 " written in %" PRId64 " ms", size, took / 1000000);
	return true;
}

/* One clerk a folder of editions: a second one would write over the first one's working copy. */
static bool take_place(const struct config *config, struct arena *arena)
{
	const char *path;
	int file;

	mkdir(config->editions, 0755);
	path = arena_format(arena, "%s/clerk.lock", edition_working(config->editions, arena));
	file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0) {
		edition_tidy(config->editions, arena);
		return true;
	}
	log_line(LOG_ERROR_LINE, "%s: %s; another clerk may be at work here", path, strerror(errno));
	return false;
}

/* Envelopes in, answers out; true: there is more to do at once. */
static bool serve_door(struct receiver *receiver, struct postman *postman, int64_t told_until)
{
	bool more = receiver && receiver_round(receiver, told_until);

	if (postman)
		postman_round(postman);
	return more;
}

/* What the capabilities have clerk do. */
struct duties {
	const struct duty *const *list;
	void *own[MOST_DUTIES];
	struct arena *lasting;
};

static void begin_duties(struct duties *duties, const struct config *config)
{
	duties->lasting = arena_new((size_t)16 * 1024 * 1024);
	for (size_t i = 0; duties->list[i]; i++) {
		assert(i < MOST_DUTIES);
		duties->own[i] = duties->list[i]->begin(config, duties->lasting);
	}
}

static void do_duties(struct duties *duties, int64_t written, struct arena *arena)
{
	for (size_t i = 0; duties->list[i]; i++)
		if (duties->own[i]) {
			duties->list[i]->round(duties->own[i], written, arena);
			arena_sweep(arena);
		}
}

/* Up to which moment people were told of limits. */
static int64_t told_until(const struct duties *duties)
{
	int64_t until = 0;

	for (size_t i = 0; duties->list[i]; i++)
		if (duties->own[i] && duties->list[i]->told_until)
			until = duties->list[i]->told_until(duties->own[i]);
	return until;
}

static void end_duties(struct duties *duties)
{
	for (size_t i = 0; duties->list[i]; i++)
		if (duties->own[i])
			duties->list[i]->end(duties->own[i]);
	arena_free(duties->lasting);
}

int follow_log(const struct config *config, const struct duty *const *list)
{
	struct follower follower = { .config = config, .arena = arena_new((size_t)16 * 1024 * 1024), .written = -1 };
	struct receiver *receiver = receiver_new(config);
	struct postman *postman = postman_new(config);
	struct duties duties = { .list = list };
	int64_t rest_until = 0;
	bool taken, more = false;

	begin_duties(&duties, config);
	duty_begin();
	taken = take_place(config, follower.arena);
	while (taken && !duty_ended()) {
		bool more_at_door = serve_door(receiver, postman, told_until(&duties));

		log_tell_counted();
		if (clock_nanoseconds() >= rest_until && (!apply_new(&follower, &more) || (!more && !write_edition(&follower))))
			rest_until = clock_nanoseconds() + REST_AFTER_FAILURE_NANOSECONDS;
		/* What people are told may wait until what was published is out. */
		if (!more)
			do_duties(&duties, follower.written, follower.arena);
		if (!more_at_door && (!more || clock_nanoseconds() < rest_until))
			clock_sleep(REST_MILLISECONDS);
	}
	receiver_free(receiver);
	postman_free(postman);
	end_duties(&duties);
	projection_close(follower.projection);
	sql_close(follower.log);
	arena_free(follower.arena);
	return taken ? 0 : 1;
}
