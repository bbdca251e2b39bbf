/* SPDX-License-Identifier: Apache-2.0 */
/* The edition a worker reads: opened once, looked at again when the file under its name is another. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/calendar.h"
#include "lib/base/log.h"
#include "lib/sql/migrate.h"
#include "lib/find/search.h"
#include "lib/base/text.h"
#include "lib/find/tree.h"
#include "portal.h"
#include "portal_migrations.h"
#include "portal_queries.h"
#include "rules/facilities/freshness.h"
#include "rules/facilities/nearby.h"
#include "rules/facilities/paths.h"

#define MOST_STREETS 2000
#define MOST_DIGITS_OF_MONTHS 2
/* Of the tree of places of a large edition: about 25,000 places. */
#define KEPT_NODES 768

void published_close(struct published *published)
{
	if (!published)
		return;
	sql_close(published->sql);
	arena_free(published->arena);
}

static double rule_value(const struct rows *rules, const char *key, double otherwise)
{
	for (size_t i = 0; i < rules->count; i++)
		if (strcmp(values_text(&rules->at[i], "key"), key) == 0)
			return values_real(&rules->at[i], "value");
	return otherwise;
}

/* The moment at which the day so many years before begins. */
static int64_t recent_since(const char *day, int64_t years)
{
	int64_t today;

	if (!years || !calendar_day_from_text(day, &today))
		return 0;
	return calendar_day_start(calendar_add_months(today, -12 * (int)years), CALENDAR_CHINA);
}

static bool read_rules(struct published *published, const char *day)
{
	struct values *parameters = values_new(published->arena);
	struct rows rules;

	values_put_text(parameters, "day", day);
	if (!sql_list(published->sql, &Q_edition_rules, parameters, published->arena, 1000, &rules))
		return false;
	published->walking.detour_factor = rule_value(&rules, "walking.detour_factor", 1);
	published->walking.metres_per_minute = rule_value(&rules, "walking.metres_per_15_minutes", 1000) / 15;
	published->silence_seconds = (int64_t)rule_value(&rules, "freshness.silence_minutes", 10) * 60;
	published->share_days = (int64_t)rule_value(&rules, "freshness.share_days", 0);
	published->recent_years = (int64_t)rule_value(&rules, "outcome.recent_years", 0);
	published->recent_since = recent_since(day, published->recent_years);
	return true;
}

/* Hold the places of an edition that is small enough; of a larger one, what is asked for of its tree. */
static bool hold_places(struct published *published)
{
	struct sql_cursor cursor;
	const struct values *row;

	if (published->total > NEARBY_MOST_PLACES) {
		published->tree = tree_new(published->sql, &Q_edition_place_node, KEPT_NODES, published->arena);
		return true;
	}
	published->nearby.places = arena_take(published->arena, ((size_t)published->total + 1) * sizeof *published->nearby.places);
	if (!sql_start(published->sql, &Q_edition_places, NULL, &cursor))
		return false;
	while ((row = sql_next(&cursor)))
		published->nearby.places[published->nearby.place_count++] = (struct nearby_place){
			.position = { values_real(row, "lat"), values_real(row, "lon") },
			.fresh_until = values_integer(row, "fresh_until"),
			.id = values_integer(row, "id"),
		};
	return !sql_failed(published->sql);
}

static void read_outline(struct published *published)
{
	const char *outline = values_text(published->district, "outline");
	bool begins;

	published->outline = arena_take(published->arena, (strlen(outline) / 4 + 1) * sizeof *published->outline);
	while (path_next(&outline, &published->outline[published->corners], &begins))
		published->corners++;
}

static bool read_once(struct published *published, const char *day)
{
	struct values *now, *total, *district;
	enum sql_answer answer;

	if (sql_row(published->sql, &Q_edition_now, NULL, published->arena, &now) != SQL_FOUND ||
	    sql_row(published->sql, &Q_edition_total, NULL, published->arena, &total) != SQL_FOUND)
		return false;
	published->size = values_integer(now, "size");
	published->published_at = values_integer(now, "published_at");
	published->total = values_integer(total, "total");
	published->without_care = values_integer(total, "without_care");
	answer = sql_row(published->sql, &Q_edition_district, NULL, published->arena, &district);
	published->district = answer == SQL_FOUND ? district : values_new(published->arena);
	if (answer == SQL_FAILED || !read_rules(published, day) ||
	    !sql_list(published->sql, &Q_edition_streets, NULL, published->arena, MOST_STREETS, &published->streets) ||
	    !sql_list(published->sql, &Q_edition_kinds, NULL, published->arena, 100, &published->kinds) ||
	    !sql_list(published->sql, &Q_edition_modes, NULL, published->arena, 30, &published->modes) ||
	    !sql_list(published->sql, &Q_edition_operators, NULL, published->arena, 30, &published->operators) ||
	    !sql_list(published->sql, &Q_edition_ages, NULL, published->arena, 200, &published->ages) ||
	    !sql_list(published->sql, &Q_edition_credits, NULL, published->arena, 10, &published->credits))
		return false;
	published->map = district_map(published);
	read_outline(published);
	return hold_places(published);
}

/* The tables the portal may read: published facts, and nothing that could hold anything else. */
static const char *const readable[] = {
	"edition", "district", "rule", "term", "street", "community", "facility", "hours", "programme", "vacancy", "fee", "listing",
	"listing_place", "listing_programme", "listing_word", "workday", "outcome", "migration", "place",
	"walk_tile", "lexicon", "place_affix", "reading", "lapse", NULL,
};
static const char *const nothing[] = { NULL };

static struct published *open_edition(const char *path, const char *day)
{
	static const struct query_pack *const packs[] = { &portal_queries_pack, NULL };
	struct arena *arena = arena_new((size_t)64 * 1024 * 1024);
	struct published *published = arena_take(arena, sizeof *published);
	struct sql_opening opening = { .address = path, .mode = SQL_EDITION, .packs = packs, .reads = readable, .writes = nothing,
				       .extend = search_add_nearest };
	const char *problem = "";

	published->arena = arena;
	published->sql = sql_open(&opening, arena, &problem);
	if (published->sql && migrate_check(published->sql, &portal_migrations, path, arena, &problem) && read_once(published, day))
		return published;
	log_line(LOG_ERROR_LINE, "%s", *problem ? problem : sql_problem(published->sql));
	published_close(published);
	return NULL;
}

static void forget_kept(struct portal *portal)
{
	if (portal->rows) {
		fragments_forget(portal->rows);
		fragments_forget(portal->pages);
	}
	memset(portal->counts, 0, sizeof portal->counts);
}

static void name_version(struct portal *portal)
{
	static const char *const kinds[] = { "", "-large" };

	for (int large = 0; large < 2; large++)
		snprintf(portal->etags[large], sizeof portal->etags[large], "\"%" PRId64 "-%" PRId64 "-%" PRId64 "-%s%s\"",
			 portal->published->size, day_number(portal->today), portal->silent_since, portal->version, kinds[large]);
}

/* Once a second at most: whether clerk still hears of the registry. A folder without its sign was made by hand: no silence. */
static void listen_for_clerk(struct portal *portal, int64_t now)
{
	int64_t before = portal->silent_since;
	struct stat status;

	if (now == portal->looked_at || !portal->published)
		return;
	portal->looked_at = now;
	portal->silent_since = 0;
	if (stat(portal->heard_path, &status) == 0 && now - status.st_mtim.tv_sec > portal->published->silence_seconds)
		portal->silent_since = status.st_mtim.tv_sec;
	if (portal->silent_since == before)
		return;
	forget_kept(portal);
	name_version(portal);
}

/* Take the new edition's place only when it can be read: a bad one leaves the old one in service. */
static void open_newer(struct portal *portal, const char *path, const struct stat *status, struct arena *arena)
{
	const char *day = calendar_day_text(arena, day_number(portal->today));
	struct published *newer = open_edition(path, day);

	if (!newer)
		return;
	newer->device = status->st_dev;
	newer->inode = status->st_ino;
	published_close(portal->published);
	portal->published = newer;
	forget_kept(portal);
	name_version(portal);
}

static bool new_day(struct portal *portal, int64_t now)
{
	int64_t today = calendar_day_start(day_number(now), CALENDAR_CHINA);

	if (today == portal->today)
		return false;
	portal->today = today;
	return true;
}

/* Look whether the edition under the name is another, or must be read anew. */
static void look_at_edition(struct request *request)
{
	struct portal *portal = portal_of(request);
	struct stat status;
	bool another_day = new_day(portal, request->now);

	if (stat(portal->edition_path, &status) == 0 &&
	    (!portal->published || another_day || status.st_ino != portal->published->inode ||
	     status.st_dev != portal->published->device))
		open_newer(portal, portal->edition_path, &status, request->arena);
	listen_for_clerk(portal, request->now);
}

enum outcome published_begin(struct request *request)
{
	struct portal *portal = portal_of(request);

	/* Since this request was sent, it was looked at already for another one. */
	if (!portal->published || request->turn != portal->looked_in_turn)
		look_at_edition(request);
	portal->looked_in_turn = request->turn;
	return portal->published ? PAGE : BUSY;
}

bool portal_large_text(const struct request *request)
{
	const char *chosen = request->form ? values_text(request->form->values, "text_size") : "";

	return strcmp(*chosen ? chosen : request_cookie(request, "text_size"), "large") == 0;
}

/*
 * Whether a question is one that many ask alike: none, or of these fields only. A place, words typed, facilities picked, a day
 * of birth, and whatever is not known here (a name written with escapes too) is somebody's own: no cache on the way keeps the answer, nor its address.
 */
static bool asked_by_many(const char *query)
{
	static const char alike[] = " street age start mode kind inclusive fee_max vacancy within sort page ";

	while (*query) {
		size_t size = strcspn(query, "="), whole = strcspn(query, "&");
		char name[16];

		if (size >= whole || size > sizeof name - 1)
			return false;
		memcpy(name, query, size);
		name[size] = '\0';
		if (!text_has_word(alike, name) || (strcmp(name, "age") == 0 && whole - size > MOST_DIGITS_OF_MONTHS + 1))
			return false;
		query += whole + (query[whole] == '&');
	}
	return true;
}

bool portal_unchanged(struct request *request)
{
	request->response.cache = asked_by_many(request->query) ? "public, max-age=0, must-revalidate" :
								  "private, max-age=0, must-revalidate";
	return request_has(request, portal_of(request)->etags[portal_large_text(request)]);
}

bool portal_fresh(const struct portal *portal, const struct values *row, const char *until_name)
{
	return fact_is_fresh(values_integer(row, until_name), portal->today);
}

const char *portal_day(const struct values *row, const char *name, struct arena *arena)
{
	return values_null(row, name) ? "" : calendar_day_text(arena, day_number(values_integer(row, name)));
}
