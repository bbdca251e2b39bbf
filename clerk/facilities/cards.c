/* SPDX-License-Identifier: Apache-2.0 */
/* Cards of facilities. A card is as old as what was published of its facility: its file bears that time. */
#include "cards.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "card_queries.h"
#include "clerk/core/duty.h"
#include "lib/base/clock.h"
#include "lib/base/errand.h"
#include "lib/web/page.h"
#include "lib/sql/sql.h"
#include "lib/base/text.h"
#include "publication/edition.h"

/* Of more facilities no cards are drawn: they would take a tenth of a second and 30 KB each. */
#define MOST_FACILITIES 20000
#define LOOKED_AT_ONCE 200
#define MOST_SECONDS 60
#define MOST_PROCESSOR_SECONDS 20
#define MOST_MEMORY ((uint64_t)2 * 1024 * 1024 * 1024)
#define REST_NANOSECONDS 60000000000LL
/* What fits a line of a card. */
#define LINE_CHARACTERS 13

struct cards {
	const struct config *config;
	const char *folder;
	char *const *words;
	struct templates *templates;
	struct errand errand;
	int writing;                    /* the card on its way; -1 none */
	char code[64];                  /* of the facility looked at last */
	int64_t published_at;           /* of that one */
	int64_t size;                   /* of the edition that was gone through, or is */
	int64_t drawn;
	bool finished;
	int64_t rest_until;             /* nanoseconds */
	struct duty_complaint failed;
};

static void *begin_duty(const struct config *config, struct arena *lasting)
{
	static const char *const rooms[] = { "cards", NULL };
	struct cards *cards = arena_take(lasting, sizeof *cards);
	char **words = arena_take(lasting, 3 * sizeof *words);
	const char *problem = "";

	words[0] = arena_copy(lasting, duty_program(config->preview, "preview", lasting));
	words[1] = "--card";
	*cards = (struct cards){ .config = config, .folder = arena_format(lasting, "%s/cards", config->editions), .words = words, .writing = -1 };
	cards->templates = templates_load(config->templates, rooms, lasting, &problem);
	if (!cards->templates)
		duty_complain(&cards->failed, problem);
	return cards;
}

static const char *path_of(const struct cards *cards, const char *ending, struct arena *arena)
{
	return arena_format(arena, "%s/%s%s", cards->folder, cards->code, ending);
}

/* The card that is done, into its place. False: it is still under way. */
static bool finish(struct cards *cards, struct arena *arena)
{
	const char *problem = "";
	enum errand_state state = errand_look(&cards->errand, arena, &problem);
	struct timespec times[2] = { { .tv_sec = cards->published_at }, { .tv_sec = cards->published_at } };
	const char *writing = path_of(cards, ".writing", arena);

	if (state == ERRAND_RUNS)
		return false;
	if (state == ERRAND_NONE)
		return true;
	if (state == ERRAND_FAILED || futimens(cards->writing, times) != 0 || rename(writing, path_of(cards, ".png", arena)) != 0) {
		duty_complain(&cards->failed, arena_format(arena, "a card was not drawn: %s", state == ERRAND_FAILED ? problem : strerror(errno)));
		unlink(writing);
		cards->rest_until = clock_nanoseconds() + REST_NANOSECONDS;
	}
	close(cards->writing);
	cards->writing = -1;
	return true;
}

static bool is_drawn(const struct cards *cards, struct arena *arena)
{
	struct stat status;

	return stat(path_of(cards, ".png", arena), &status) == 0 && status.st_mtim.tv_sec == cards->published_at;
}

/* Where a name goes on in a second line, when it is too long for one. */
static size_t line_size(const char *name)
{
	const char *at = name;

	for (int i = 0; i < LINE_CHARACTERS && *at; i++)
		text_next(&at);
	return (size_t)(at - name);
}

/* The drawing as a file in memory; -1 when it cannot be made. */
static int drawing_of(const struct cards *cards, const struct values *facility, struct arena *arena)
{
	struct page *page = page_new(cards->templates, "cards/card.svg.tpl");
	const char *name = values_text(facility, "name");
	int drawing = memfd_create("card", MFD_CLOEXEC);
	struct buffer made = { 0 };
	bool fine;

	page_values(page, facility);
	page_text(page, "name_line", arena_text(arena, name, line_size(name)));
	page_text(page, "next_line", name + line_size(name));
	fine = page_expand(page, &made) && drawing >= 0 && write(drawing, made.bytes, made.size) == (ssize_t)made.size && lseek(drawing, 0, SEEK_SET) == 0;
	page_free(page);
	buffer_free(&made);
	if (!fine && drawing >= 0)
		close(drawing);
	return fine ? drawing : -1;
}

static void begin(struct cards *cards, const struct values *facility, struct arena *arena)
{
	int drawing = drawing_of(cards, facility, arena);
	struct errand_order order = { .words = cards->words, .input = drawing, .seconds = MOST_SECONDS, .processor_seconds = MOST_PROCESSOR_SECONDS,
				      .memory = MOST_MEMORY };
	const char *problem = "its file cannot be made";

	order.output = open(path_of(cards, ".writing", arena), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	if (drawing >= 0 && order.output >= 0 && errand_order(&cards->errand, &order, arena, &problem)) {
		cards->writing = order.output;
	} else {
		duty_complain(&cards->failed, arena_format(arena, "no cards are drawn: %s", problem));
		cards->rest_until = clock_nanoseconds() + REST_NANOSECONDS;
		if (order.output >= 0)
			close(order.output);
	}
	if (drawing >= 0)
		close(drawing);
}

/* Go on through the facilities to the next whose card is missing or older than it. */
static void go_on(struct cards *cards, struct sql *edition, struct arena *arena)
{
	struct values *parameters = values_new(arena);
	struct rows facilities;

	values_put_text(parameters, "code", cards->code);
	values_put_integer(parameters, "most", LOOKED_AT_ONCE);
	if (!sql_list(edition, &Q_card_next, parameters, arena, LOOKED_AT_ONCE, &facilities))
		return;
	cards->finished = facilities.count < LOOKED_AT_ONCE;
	for (size_t i = 0; i < facilities.count; i++) {
		const struct values *facility = &facilities.at[i];

		snprintf(cards->code, sizeof cards->code, "%s", values_text(facility, "code"));
		cards->published_at = values_integer(facility, "published_at");
		if (++cards->drawn > MOST_FACILITIES) {
			cards->finished = true;
			return;
		}
		if (is_drawn(cards, arena))
			continue;
		cards->finished = false;
		begin(cards, facility, arena);
		return;
	}
}

static void go_on_duty(void *own, int64_t size, struct arena *arena)
{
	struct cards *cards = own;
	static const struct query_pack *const packs[] = { &card_queries_pack, NULL };
	struct sql_opening opening = { .address = edition_path(cards->config->editions, arena), .mode = SQL_EDITION, .packs = packs };
	const char *problem = "";
	struct sql *edition;

	if (size < 0 || !cards->templates || !finish(cards, arena) || clock_nanoseconds() < cards->rest_until || (cards->finished && size == cards->size))
		return;
	if (size != cards->size) {
		cards->size = size;
		cards->code[0] = '\0';
		cards->drawn = 0;
	}
	if (mkdir(cards->folder, 0755) != 0 && errno != EEXIST)
		return;
	edition = sql_open(&opening, arena, &problem);
	if (!edition)
		return;
	go_on(cards, edition, arena);
	sql_close(edition);
}

static void end_duty(void *own)
{
	struct cards *cards = own;

	errand_stop(&cards->errand);
	if (cards->writing >= 0)
		close(cards->writing);
	cards->writing = -1;
	templates_free(cards->templates);
}

const struct duty cards_duty = { .begin = begin_duty, .round = go_on_duty, .end = end_duty };
