/* SPDX-License-Identifier: Apache-2.0 */
/* What publication/projection.h and publication/edition.h promise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "publication_log.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "publication/edition.h"
#include "publication/projection.h"

#define MOST 1000

#define QUERY(word, rows, text) static const struct query word = { #word, "queries/test.sql", rows, text }

QUERY(listings, QUERY_MANY,
	"select code, name, street_name, programmes, places, has_vacancy, vacancy, fee_min_fen, fresh_until from listing order by code");
QUERY(places, QUERY_MANY, "select id from listing_place");
QUERY(misplaced, QUERY_MANY,
	"select code as place from listing l where not exists (select 1 from listing_place p where p.id = l.id and l.lat between p.lat_from and "
	"p.lat_to) union all select id from listing_place where id not in (select id from listing)");
QUERY(words, QUERY_MANY, "select rowid as id from listing_word where listing_word match :match");
QUERY(streets, QUERY_MANY, "select code, name from street order by code");
QUERY(edition_size, QUERY_ONE, "select size, published_at from edition");
QUERY(touched, QUERY_ONE, "select count(*) as n from touched");

static const struct query *const queries[] = { &listings, &places, &misplaced, &words, &streets, &edition_size, &touched };
static const struct query_pack pack = { queries, sizeof queries / sizeof *queries };
static const struct query_pack *const packs[] = { &pack, NULL };

#define STREET(code, name) "{\"code\":\"" code "\",\"lat\":31.25,\"lon\":121.42,\"name\":\"" name "\",\"outline\":\"\",\"position\":1}"
#define FACILITY(code, name)                                                                                                      \
	"{\"address\":\"长寿路1号\",\"carers\":null,\"closed_on\":null,\"code\":\"" code "\",\"community_code\":null,"             \
	"\"filed_on\":null,\"filing_number\":\"\",\"filing_state\":\"FILED\",\"floors\":\"\",\"guards\":null,\"head_name\":\"\","   \
	"\"health_workers\":null,\"inclusive\":1,\"inclusive_from\":null,\"indoor_m2\":null,\"kind\":\"INST_PUBLIC\","             \
	"\"lat\":31.25,\"lon\":121.42,\"meals\":\"\",\"name\":\"" name "\",\"opened_on\":null,\"operator\":\"\","                  \
	"\"outdoor_m2\":null,\"phone\":\"\",\"street_code\":\"S1\",\"summary\":\"\",\"uscc\":\"\",\"website\":\"\"}"
#define PROGRAMME(code, facility, places)                                                                                         \
	"{\"age_from_months\":24,\"age_to_months\":36,\"class_kind\":\"\",\"code\":\"" code "\",\"facility_code\":\"" facility     \
	"\",\"mode\":\"FULL_DAY\",\"name\":\"大班\",\"places\":" places "}"
#define VACANCY(code, count)                                                                                                      \
	"{\"asserted_at\":100,\"asserted_by\":\"园方\",\"has_vacancy\":1,\"programme_code\":\"" code "\",\"vacancy\":" count       \
	",\"valid_until\":200}"

static const struct fact start[] = {
	{ "street", "S1", STREET("S1", "长寿路街道") },
	{ "facility", "F1", FACILITY("F1", "春苗托育园") },
	{ "facility", "F2", FACILITY("F2", "绿地托育园") },
	{ "programme", "F1-1", PROGRAMME("F1-1", "F1", "20") },
	{ "programme", "F1-2", PROGRAMME("F1-2", "F1", "15") },
	{ "vacancy", "F1-1", VACANCY("F1-1", "3") },
};

#define START (sizeof start / sizeof *start)

struct fixture {
	struct log_fixture log;
	struct projection *projection;
	const char *key;
	const char *problem;
};

static bool open_projection(struct fixture *fixture)
{
	fixture->problem = "";
	fixture->projection = projection_open(log_path(&fixture->log, "working.db"), fixture->key, fixture->log.arena,
		&fixture->problem);
	return fixture->projection != NULL;
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	if (!log_set_up(&fixture->log))
		return -1;
	fixture->key = fixture->log.public_key;
	return !open_projection(fixture);
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	DIR *folder = opendir(fixture->log.folder);
	struct dirent *entry;

	projection_close(fixture->projection);
	while ((entry = readdir(folder)))
		if (entry->d_name[0] != '.' && strcmp(entry->d_name, "log.key") != 0 && strncmp(entry->d_name,
			"registry.db", 11) != 0)
			unlink(log_path(&fixture->log, entry->d_name));
	closedir(folder);
	log_tear_down(&fixture->log);
	test_free(fixture);
	return 0;
}

static int64_t follow(struct fixture *fixture)
{
	return projection_follow(fixture->projection, fixture->log.sql, MOST);
}

static void publish(struct fixture *fixture, const struct fact *facts, size_t count)
{
	assert_true(log_publish(&fixture->log, facts, count));
}

static void publish_and_follow(struct fixture *fixture, const struct fact *facts, size_t count)
{
	publish(fixture, facts, count);
	if (follow(fixture) != (int64_t)count)
		fail_msg("%s", projection_problem(fixture->projection));
}

static bool write_edition(struct fixture *fixture, const char *folder, int keep)
{
	int64_t size;

	return projection_write_edition(fixture->projection, fixture->log.sql, folder, keep, &size);
}

/* What a query finds in the edition that the working copy gives. */
static struct rows published(struct fixture *fixture, const struct query *query, const char *match)
{
	struct sql_opening opening = { .address = log_path(&fixture->log, "portal.db"), .mode = SQL_EDITION, .packs = packs };
	struct values *parameters = values_new(fixture->log.arena);
	const char *problem = "";
	struct rows rows;
	struct sql *sql;

	assert_true(write_edition(fixture, fixture->log.folder, 3));
	sql = sql_open(&opening, fixture->log.arena, &problem);
	assert_non_null(sql);
	values_put_text(parameters, "match", match);
	assert_true(sql_list(sql, query, parameters, fixture->log.arena, 100, &rows));
	/* Names of columns end with the connection. */
	for (size_t i = 0; i < rows.count; i++)
		rows.at[i] = *values_copy(&rows.at[i], fixture->log.arena);
	sql_close(sql);
	return rows;
}

/* Whether the next round fails, saying this, and the copy stays as it was. */
static bool refuses(struct fixture *fixture, const char *words_of_problem)
{
	int64_t before = projection_size(fixture->projection);

	if (follow(fixture) >= 0)
		return false;
	assert_int_equal(projection_size(fixture->projection), before);
	assert_null(strchr(projection_problem(fixture->projection), '\n'));
	if (!strstr(projection_problem(fixture->projection), words_of_problem))
		fail_msg("it says: %s", projection_problem(fixture->projection));
	return true;
}

/* Following. */

static void an_empty_log_gives_nothing(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(follow(fixture), 0);
	assert_int_equal(projection_size(fixture->projection), 0);
}

static void what_is_published_is_taken_over_once(void **state)
{
	struct fixture *fixture = *state;

	publish_and_follow(fixture, start, START);
	assert_int_equal(projection_size(fixture->projection), START);
	assert_int_equal(follow(fixture), 0);
	assert_int_equal(published(fixture, &streets, NULL).count, 1);
}

static void a_facility_is_listed_with_what_its_programmes_add_up_to(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	publish_and_follow(fixture, start, START);
	rows = published(fixture, &listings, NULL);
	assert_int_equal(rows.count, 2);
	assert_string_equal(values_text(&rows.at[0], "name"), "春苗托育园");
	assert_string_equal(values_text(&rows.at[0], "street_name"), "长寿路街道");
	assert_int_equal(values_integer(&rows.at[0], "programmes"), 2);
	assert_int_equal(values_integer(&rows.at[0], "places"), 35);
	assert_int_equal(values_integer(&rows.at[0], "vacancy"), 3);
	assert_int_equal(values_integer(&rows.at[1], "programmes"), 0);
	assert_true(values_null(&rows.at[1], "has_vacancy"));
	assert_int_equal(published(fixture, &places, NULL).count, 2);
}

static void a_facility_is_found_by_its_words(void **state)
{
	struct fixture *fixture = *state;

	publish_and_follow(fixture, start, START);
	assert_int_equal(published(fixture, &words, "chunmiao*").count, 1);
	assert_int_equal(published(fixture, &words, "托育").count, 2);
}

static void a_fact_published_again_replaces_the_one_before(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	publish_and_follow(fixture, start, START);
	publish_and_follow(fixture, (const struct fact[]){ { "facility", "F1", FACILITY("F1", "夏花托育园") },
		{ "vacancy", "F1-1", VACANCY("F1-1", "1") } }, 2);
	rows = published(fixture, &listings, NULL);
	assert_int_equal(rows.count, 2);
	assert_string_equal(values_text(&rows.at[0], "name"), "夏花托育园");
	assert_int_equal(values_integer(&rows.at[0], "vacancy"), 1);
	assert_int_equal(published(fixture, &words, "chunmiao*").count, 0);
	assert_int_equal(published(fixture, &words, "xiahua*").count, 1);
}

static void a_street_that_changes_its_name_changes_it_where_its_facilities_are_listed(void **state)
{
	struct fixture *fixture = *state;

	publish_and_follow(fixture, start, START);
	publish_and_follow(fixture, (const struct fact[]){ { "street", "S1", STREET("S1", "长风新村街道") } }, 1);
	assert_string_equal(values_text(published(fixture, &listings, NULL).at, "street_name"), "长风新村街道");
}

static void a_withdrawn_facility_vanishes_everywhere(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	publish_and_follow(fixture, start, START);
	publish_and_follow(fixture, (const struct fact[]){ { "vacancy", "F1-1", NULL }, { "programme", "F1-1", NULL },
		{ "programme", "F1-2", NULL }, { "facility", "F1", NULL } }, 4);
	rows = published(fixture, &listings, NULL);
	assert_int_equal(rows.count, 1);
	assert_string_equal(values_text(&rows.at[0], "code"), "F2");
	assert_int_equal(published(fixture, &places, NULL).count, 1);
	assert_int_equal(published(fixture, &words, "chunmiao*").count, 0);
}

/* Many touched: the tree is planted anew. Few: what was theirs is exchanged. */
static void the_tree_of_places_holds_what_is_listed_however_much_changed(void **state)
{
	static const struct fact many[] = {
		{ "street", "S1", STREET("S1", "长寿路街道") }, { "facility", "F1", FACILITY("F1", "一") }, { "facility", "F2", FACILITY("F2", "二") },
		{ "facility", "F3", FACILITY("F3", "三") }, { "facility", "F4", FACILITY("F4", "四") }, { "facility", "F5", FACILITY("F5", "五") },
	};
	struct fixture *fixture = *state;

	publish_and_follow(fixture, many, 6);
	assert_int_equal(published(fixture, &places, NULL).count, 5);
	for (int changed = 1; changed <= 3; changed++) {
		publish_and_follow(fixture, many + 1, (size_t)changed);
		assert_int_equal(published(fixture, &misplaced, NULL).count, 0);
		publish_and_follow(fixture, (const struct fact[]){ { "facility", "F5", changed % 2 ? NULL : FACILITY("F5", "五") } }, 1);
		assert_int_equal(published(fixture, &misplaced, NULL).count, 0);
		assert_int_equal(published(fixture, &places, NULL).count, changed % 2 ? 4 : 5);
	}
	publish_and_follow(fixture, (const struct fact[]){ { "facility", "F1", NULL }, { "facility", "F2", NULL }, { "facility", "F3", NULL } }, 3);
	assert_int_equal(published(fixture, &misplaced, NULL).count, 0);
	assert_int_equal(published(fixture, &places, NULL).count, 1);
}

static void a_withdrawn_part_vanishes_from_its_facility(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	publish_and_follow(fixture, start, START);
	publish_and_follow(fixture, (const struct fact[]){ { "vacancy", "F1-1", NULL }, { "programme", "F1-2", NULL } }, 2);
	rows = published(fixture, &listings, NULL);
	assert_int_equal(values_integer(&rows.at[0], "programmes"), 1);
	assert_int_equal(values_integer(&rows.at[0], "places"), 20);
	assert_true(values_null(&rows.at[0], "has_vacancy"));
}

static void a_fact_that_was_erased_and_withdrawn_shows_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	publish(fixture, start, START);
	publish(fixture, (const struct fact[]){ { "facility", "F2", NULL } }, 1);
	assert_true(sql_script(fixture->log.sql, "update publication set body = null, salt = null where subject = 'F2'"));
	assert_int_equal(follow(fixture), START + 1);
	rows = published(fixture, &listings, NULL);
	assert_int_equal(rows.count, 1);
	assert_string_equal(values_text(&rows.at[0], "code"), "F1");
}

static void the_readings_of_phrases_are_used_from_the_batch_that_brings_them(void **state)
{
	struct fixture *fixture = *state;

	publish_and_follow(fixture, start, START);
	publish_and_follow(fixture, (const struct fact[]){ { "phrase", "春苗", "{\"pinyin\":\"chu mao\",\"words\":\"春苗\"}" } }, 1);
	assert_int_equal(published(fixture, &words, "chumao*").count, 1);
	assert_int_equal(published(fixture, &words, "chunmiao*").count, 0);
}

static void small_batches_lead_to_the_same_as_a_large_one(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;
	int64_t applied;

	publish(fixture, start, START);
	for (int64_t size = 0; (applied = projection_follow(fixture->projection, fixture->log.sql, 2)) != 0; size += applied)
		assert_in_range(applied, 1, 2);
	assert_int_equal(projection_size(fixture->projection), START);
	rows = published(fixture, &listings, NULL);
	assert_int_equal(rows.count, 2);
	assert_int_equal(values_integer(&rows.at[0], "places"), 35);
	assert_int_equal(values_integer(published(fixture, &touched, NULL).at, "n"), 0);
}

static void a_copy_opened_again_goes_on_where_it_ended(void **state)
{
	struct fixture *fixture = *state;

	publish_and_follow(fixture, start, START);
	projection_close(fixture->projection);
	assert_true(open_projection(fixture));
	assert_int_equal(projection_size(fixture->projection), START);
	assert_int_equal(follow(fixture), 0);
	publish_and_follow(fixture, (const struct fact[]){ { "vacancy", "F1-1", VACANCY("F1-1", "1") } }, 1);
	assert_int_equal(values_integer(published(fixture, &listings, NULL).at, "vacancy"), 1);
}

static void a_copy_closed_in_the_middle_of_a_publishing_goes_on_too(void **state)
{
	struct fixture *fixture = *state;

	publish(fixture, start, START);
	assert_int_equal(projection_follow(fixture->projection, fixture->log.sql, 4), 4);
	projection_close(fixture->projection);
	assert_true(open_projection(fixture));
	assert_int_equal(follow(fixture), START - 4);
	assert_int_equal(values_integer(published(fixture, &listings, NULL).at, "places"), 35);
}

static void a_copy_that_was_spoiled_is_made_anew(void **state)
{
	struct fixture *fixture = *state;
	FILE *file;

	publish_and_follow(fixture, start, START);
	projection_close(fixture->projection);
	file = fopen(log_path(&fixture->log, "working.db"), "r+");
	assert_non_null(file);
	for (int i = 0; i < 4096; i++)
		fputs("spoiled", file);
	fclose(file);
	assert_true(open_projection(fixture));
	assert_int_equal(projection_size(fixture->projection), 0);
	assert_int_equal(follow(fixture), START);
	assert_int_equal(published(fixture, &listings, NULL).count, 2);
}

static void a_copy_of_another_schema_is_made_anew(void **state)
{
	struct fixture *fixture = *state;
	struct sql_opening opening = { .address = log_path(&fixture->log, "working.db"), .mode = SQL_READ_WRITE };
	const char *problem = "";
	struct sql *sql;

	publish_and_follow(fixture, start, START);
	projection_close(fixture->projection);
	sql = sql_open(&opening, fixture->log.arena, &problem);
	assert_true(sql_script(sql, "insert into migration (number, file) values (9999, '9999_later.sql')"));
	sql_close(sql);
	assert_true(open_projection(fixture));
	assert_int_equal(projection_size(fixture->projection), 0);
	assert_int_equal(follow(fixture), START);
}

/* Refusing. */

/* A log of all the facts, in which something was altered afterwards. */
static struct fixture *altered(void **state, const char *script)
{
	struct fixture *fixture = *state;

	publish(fixture, start, START);
	if (!sql_script(fixture->log.sql, script))
		fail_msg("%s", sql_problem(fixture->log.sql));
	return fixture;
}

static void an_altered_body_is_refused(void **state)
{
	assert_true(refuses(altered(state, "update publication set body = replace(body, '20', '99') where seq = 4"),
		"publication 4: its body"));
}

static void an_altered_leaf_is_refused(void **state)
{
	assert_true(refuses(altered(state, "update publication set leaf = zeroblob(32) where seq = 2"), "publication 2: its leaf"));
}

static void an_altered_subject_is_refused(void **state)
{
	assert_true(refuses(altered(state, "update publication set subject = 'F9' where seq = 2"), "publication 2: its leaf"));
}

static void a_row_that_was_taken_out_is_refused(void **state)
{
	assert_true(refuses(altered(state, "delete from published; delete from publication where seq = 3"),
		"missing or out of order"));
}

static void rows_that_changed_places_are_refused(void **state)
{
	assert_true(refuses(altered(state, "delete from published; update publication set seq = 100 where seq = 1; "
					   "update publication set seq = 1 where seq = 2; update publication set seq = 2 where seq = 100"),
		"publication 1: "));
}

static void an_altered_root_is_refused(void **state)
{
	assert_true(refuses(altered(state, "update checkpoint set root = zeroblob(32)"), "root"));
}

static void a_log_that_ends_without_a_checkpoint_is_refused(void **state)
{
	assert_true(refuses(altered(state, "delete from checkpoint"), "no checkpoint covers"));
}

static void an_unsigned_checkpoint_is_refused(void **state)
{
	assert_true(refuses(altered(state, "update checkpoint set note = ''"), "not signed"));
}

static void a_signature_by_another_key_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct log_fixture other = { 0 };
	struct note_signer *own = fixture->log.signer;

	assert_true(log_set_up(&other));
	fixture->log.signer = other.signer;
	publish(fixture, start, START);
	fixture->log.signer = own;
	log_tear_down(&other);
	assert_true(refuses(fixture, "not signed"));
}

static void who_has_no_key_takes_an_unsigned_checkpoint_but_no_wrong_root(void **state)
{
	struct fixture *fixture = *state;

	projection_close(fixture->projection);
	fixture->key = "";
	assert_true(open_projection(fixture));
	altered(state, "update checkpoint set note = ''");
	assert_int_equal(follow(fixture), START);
	publish(fixture, start, 1);
	assert_true(sql_script(fixture->log.sql, "update checkpoint set root = zeroblob(32) where size = 7"));
	assert_true(refuses(fixture, "root"));
}

static void an_unknown_kind_is_refused_and_named_with_the_mend(void **state)
{
	struct fixture *fixture = *state;

	publish(fixture, start, START);
	publish(fixture, (const struct fact[]){ { "subsidy", "B1", "{\"code\":\"B1\"}" } }, 1);
	assert_true(refuses(fixture, "subsidy"));
	assert_non_null(strstr(projection_problem(fixture->projection), "install the newer one"));
	assert_int_equal(projection_size(fixture->projection), 0);
}

static void a_body_that_is_no_flat_object_is_refused_and_named(void **state)
{
	static const char *const bodies[] = { "[]", "{\"code\":{}}", "not JSON", "" };

	(void)state;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		void *own;

		assert_int_equal(set_up(&own), 0);
		publish(own, (const struct fact[]){ { "street", "S7", bodies[i] } }, 1);
		assert_true(refuses(own, "S7: its body is no flat JSON object"));
		tear_down(&own);
	}
}

static void a_body_the_tables_do_not_take_is_refused_and_named(void **state)
{
	struct fixture *fixture = *state;

	publish(fixture, (const struct fact[]){ { "street", "S7", "{\"code\":\"S7\"}" } }, 1);
	assert_true(refuses(fixture, "S7: publish_street"));
}

static void what_was_refused_is_taken_over_once_it_is_right(void **state)
{
	struct fixture *fixture = altered(state, "create table kept as select * from checkpoint; delete from checkpoint");

	assert_true(refuses(fixture, "checkpoint"));
	assert_true(sql_script(fixture->log.sql, "insert into checkpoint select * from kept"));
	assert_int_equal(follow(fixture), START);
	assert_int_equal(published(fixture, &listings, NULL).count, 2);
}

static void a_verifier_key_that_is_none_is_refused_with_its_mend(void **state)
{
	struct fixture *fixture = *state;

	projection_close(fixture->projection);
	fixture->key = "district.example/log+00000000+AAAA";
	assert_false(open_projection(fixture));
	assert_non_null(strstr(fixture->problem, "log_public_key"));
	assert_non_null(strstr(fixture->problem, "shanyu init"));
}

static void a_copy_that_cannot_be_made_is_a_failure_that_names_it(void **state)
{
	struct fixture *fixture = *state;

	assert_null(projection_open("/nowhere/at/all/working.db", fixture->key, fixture->log.arena, &fixture->problem));
	assert_non_null(strstr(fixture->problem, "/nowhere/at/all/working.db"));
}

/* Agreeing with a log. */

static void a_copy_agrees_with_the_log_it_was_made_of(void **state)
{
	struct fixture *fixture = *state;

	assert_true(projection_agrees(fixture->projection, fixture->log.sql));
	publish_and_follow(fixture, start, START);
	assert_true(projection_agrees(fixture->projection, fixture->log.sql));
	publish(fixture, start, 2);
	assert_true(projection_agrees(fixture->projection, fixture->log.sql));
}

static void a_copy_does_not_agree_with_a_log_that_was_set_back(void **state)
{
	struct fixture *fixture = *state;

	publish_and_follow(fixture, start, START);
	assert_true(sql_script(fixture->log.sql,
		"delete from published; delete from checkpoint; delete from publication where seq > 3"));
	assert_false(projection_agrees(fixture->projection, fixture->log.sql));
	assert_non_null(strstr(projection_problem(fixture->projection), "shanyu portal rebuild"));
}

static void a_copy_does_not_agree_with_another_log(void **state)
{
	struct fixture *fixture = *state;

	publish_and_follow(fixture, start, START);
	assert_true(sql_script(fixture->log.sql, "delete from published; delete from checkpoint; delete from publication"));
	publish(fixture, start, START);
	assert_false(projection_agrees(fixture->projection, fixture->log.sql));
}

/* Editions. */

static void an_edition_says_which_part_of_the_log_it_holds(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	publish_and_follow(fixture, start, START);
	rows = published(fixture, &edition_size, NULL);
	assert_int_equal(values_integer(&rows.at[0], "size"), START);
	assert_int_equal(values_integer(&rows.at[0], "published_at"), fixture->log.now);
}

static const char *leads_to(struct fixture *fixture, const char *name)
{
	char target[256];
	ssize_t length = readlink(log_path(&fixture->log, name), target, sizeof target);

	return length < 0 ? "" : arena_text(fixture->log.arena, target, (size_t)length);
}

static void the_current_edition_is_a_link_to_the_newest(void **state)
{
	struct fixture *fixture = *state;

	publish_and_follow(fixture, start, START);
	assert_true(write_edition(fixture, fixture->log.folder, 3));
	assert_string_equal(leads_to(fixture, "portal.db"), "portal-000000000006.db");
	publish_and_follow(fixture, start, 1);
	assert_true(write_edition(fixture, fixture->log.folder, 3));
	assert_string_equal(leads_to(fixture, "portal.db"), "portal-000000000007.db");
	assert_string_equal(edition_path("/srv/editions", fixture->log.arena), "/srv/editions/portal.db");
}

static bool exists(struct fixture *fixture, const char *name)
{
	return access(log_path(&fixture->log, name), F_OK) == 0;
}

static void the_newest_editions_are_kept_and_older_ones_removed(void **state)
{
	struct fixture *fixture = *state;

	for (int i = 0; i < 5; i++) {
		publish_and_follow(fixture, start, 1);
		assert_true(write_edition(fixture, fixture->log.folder, 3));
	}
	assert_false(exists(fixture, "portal-000000000001.db"));
	assert_false(exists(fixture, "portal-000000000002.db"));
	for (int size = 3; size <= 5; size++)
		assert_true(exists(fixture, arena_format(fixture->log.arena, "portal-%012d.db", size)));
	assert_false(exists(fixture, "portal.db.writing"));
}

static ino_t inode_of(struct fixture *fixture, const char *name)
{
	struct stat status;

	return stat(log_path(&fixture->log, name), &status) == 0 ? status.st_ino : 0;
}

/* One more publication, and its edition. */
static void publish_and_write(struct fixture *fixture)
{
	publish_and_follow(fixture, &start[5], 1);
	assert_true(write_edition(fixture, fixture->log.folder, 3));
}

/* The editions of sizes 6, 7 and 8. */
static void write_three(struct fixture *fixture)
{
	publish_and_follow(fixture, start, START);
	assert_true(write_edition(fixture, fixture->log.folder, 3));
	publish_and_write(fixture);
	publish_and_write(fixture);
}

static void the_oldest_edition_is_brought_up_to_date_instead_of_copying(void **state)
{
	struct fixture *fixture = *state;
	ino_t oldest;

	write_three(fixture);
	oldest = inode_of(fixture, "portal-000000000006.db");
	publish_and_follow(fixture, (const struct fact[]){ { "vacancy", "F1-1", VACANCY("F1-1", "1") } }, 1);
	assert_int_equal(values_integer(published(fixture, &listings, NULL).at, "vacancy"), 1);
	assert_string_equal(leads_to(fixture, "portal.db"), "portal-000000000009.db");
	assert_int_equal(inode_of(fixture, "portal-000000000009.db"), oldest);
	assert_false(exists(fixture, "portal-000000000006.db"));
	assert_true(exists(fixture, "portal-000000000007.db"));
	assert_int_equal(values_integer(published(fixture, &edition_size, NULL).at, "size"), 9);
}

/* What was read of it before and now, by whoever holds it open. */
static bool is_as_it_was(int file, const char *before, size_t size)
{
	char *now = test_malloc(size);
	bool same = pread(file, now, size, 0) == (ssize_t)size && memcmp(now, before, size) == 0;

	test_free(now);
	return same;
}

static void an_edition_that_somebody_still_reads_is_never_written_to(void **state)
{
	struct fixture *fixture = *state;
	static char before[1 << 20];
	ssize_t size;
	int reader;

	write_three(fixture);
	reader = open(log_path(&fixture->log, "portal-000000000006.db"), O_RDONLY | O_CLOEXEC);
	size = pread(reader, before, sizeof before, 0);
	assert_true(size > 4096);
	publish_and_write(fixture);
	assert_string_equal(leads_to(fixture, "portal.db"), "portal-000000000009.db");
	assert_true(is_as_it_was(reader, before, (size_t)size));
	close(reader);
}

static void an_edition_that_is_linked_elsewhere_is_never_written_to(void **state)
{
	struct fixture *fixture = *state;
	ino_t oldest;

	write_three(fixture);
	oldest = inode_of(fixture, "portal-000000000006.db");
	assert_int_equal(link(log_path(&fixture->log, "portal-000000000006.db"), log_path(&fixture->log, "kept.db")), 0);
	publish_and_write(fixture);
	assert_int_equal(inode_of(fixture, "kept.db"), oldest);
	assert_int_not_equal(inode_of(fixture, "portal.db"), oldest);
}

static void the_edition_that_readers_were_led_back_to_is_left_alone(void **state)
{
	struct fixture *fixture = *state;
	ino_t oldest;

	write_three(fixture);
	oldest = inode_of(fixture, "portal-000000000006.db");
	unlink(log_path(&fixture->log, "portal.db"));
	assert_int_equal(symlink("portal-000000000006.db", log_path(&fixture->log, "portal.db")), 0);
	publish_and_write(fixture);
	assert_string_equal(leads_to(fixture, "portal.db"), "portal-000000000009.db");
	assert_int_not_equal(inode_of(fixture, "portal.db"), oldest);
}

static void an_older_edition_that_is_spoilt_is_not_built_upon(void **state)
{
	struct fixture *fixture = *state;
	FILE *file;

	write_three(fixture);
	file = fopen(log_path(&fixture->log, "portal-000000000006.db"), "w");
	fputs("no database", file);
	fclose(file);
	publish_and_write(fixture);
	assert_string_equal(leads_to(fixture, "portal.db"), "portal-000000000009.db");
	assert_int_equal(values_integer(published(fixture, &edition_size, NULL).at, "size"), 9);
}

/* What the edition of that size derived is another thing than what would be derived now. */
static void spoil(struct fixture *fixture, const char *edition)
{
	struct sql_opening opening = { .address = log_path(&fixture->log, edition), .mode = SQL_SCRATCH };
	const char *problem = "";
	struct sql *sql = sql_open(&opening, fixture->log.arena, &problem);

	assert_non_null(sql);
	assert_true(sql_script(sql, "update listing set name = 'as it was derived before'"));
	sql_close(sql);
	unlink(log_path(&fixture->log, arena_format(fixture->log.arena, "%s-journal", edition)));
}

static void what_was_derived_before_a_rebuild_never_comes_back(void **state)
{
	struct fixture *fixture = *state;

	write_three(fixture);
	for (int size = 6; size <= 8; size++)
		spoil(fixture, arena_format(fixture->log.arena, "portal-%012d.db", size));
	projection_close(fixture->projection);
	unlink(log_path(&fixture->log, "working.db"));
	assert_true(open_projection(fixture));
	follow(fixture);
	for (int i = 0; i < 4; i++) {
		/* F2, which no publication touches. */
		assert_string_equal(values_text(&published(fixture, &listings, NULL).at[1], "name"), "绿地托育园");
		publish_and_follow(fixture, &start[5], 1);
	}
}

static void an_edition_written_again_leaves_the_others_in_place(void **state)
{
	struct fixture *fixture = *state;

	write_three(fixture);
	assert_true(write_edition(fixture, fixture->log.folder, 3));
	for (int size = 6; size <= 8; size++)
		assert_true(exists(fixture, arena_format(fixture->log.arena, "portal-%012d.db", size)));
}

static void files_that_are_no_editions_are_left_alone(void **state)
{
	static const char *const others[] = { "portal-1.db.bak", "portal-x.db", "portal.conf" };
	struct fixture *fixture = *state;

	for (size_t i = 0; i < 3; i++)
		fclose(fopen(log_path(&fixture->log, others[i]), "w"));
	for (int i = 0; i < 3; i++) {
		publish_and_follow(fixture, start, 1);
		assert_true(write_edition(fixture, fixture->log.folder, 1));
	}
	for (size_t i = 0; i < 3; i++)
		assert_true(exists(fixture, others[i]));
}

static void an_edition_that_cannot_be_written_leaves_the_current_one(void **state)
{
	struct fixture *fixture = *state;

	publish_and_follow(fixture, start, START);
	assert_true(write_edition(fixture, fixture->log.folder, 3));
	publish_and_follow(fixture, start, 1);
	assert_int_equal(mkdir(log_path(&fixture->log, "portal-000000000007.db"), 0700), 0);
	assert_false(write_edition(fixture, fixture->log.folder, 3));
	assert_string_equal(leads_to(fixture, "portal.db"), "portal-000000000006.db");
	assert_non_null(strstr(projection_problem(fixture->projection), fixture->log.folder));
	rmdir(log_path(&fixture->log, "portal-000000000007.db"));
}

static void a_folder_that_is_not_there_is_a_failure(void **state)
{
	struct fixture *fixture = *state;

	publish_and_follow(fixture, start, START);
	assert_false(write_edition(fixture, "/nowhere/at/all", 3));
	assert_non_null(strstr(projection_problem(fixture->projection), "/nowhere/at/all"));
}

static void a_new_machine_begins_from_an_edition_and_goes_on_with_the_log(void **state)
{
	struct fixture *fixture = *state;
	const char *path = log_path(&fixture->log, "working.db");

	publish_and_follow(fixture, start, START);
	assert_true(write_edition(fixture, fixture->log.folder, 3));
	projection_close(fixture->projection);
	assert_int_equal(unlink(path), 0);
	edition_begin_from(fixture->log.folder, path, fixture->log.arena);
	assert_true(open_projection(fixture));
	assert_int_equal(projection_size(fixture->projection), START);
	assert_true(projection_agrees(fixture->projection, fixture->log.sql));
	publish_and_follow(fixture, (const struct fact[]){ { "vacancy", "F1-1", VACANCY("F1-1", "1") } }, 1);
	assert_int_equal(values_integer(published(fixture, &listings, NULL).at, "vacancy"), 1);
}

static void without_an_edition_there_is_nothing_to_begin_from(void **state)
{
	struct fixture *fixture = *state;
	const char *path = log_path(&fixture->log, "other.db");

	edition_begin_from(fixture->log.folder, path, fixture->log.arena);
	assert_int_not_equal(access(path, F_OK), 0);
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(an_empty_log_gives_nothing),
		sentence(what_is_published_is_taken_over_once),
		sentence(a_facility_is_listed_with_what_its_programmes_add_up_to),
		sentence(a_facility_is_found_by_its_words),
		sentence(a_fact_published_again_replaces_the_one_before),
		sentence(a_street_that_changes_its_name_changes_it_where_its_facilities_are_listed),
		sentence(a_withdrawn_facility_vanishes_everywhere),
		sentence(the_tree_of_places_holds_what_is_listed_however_much_changed),
		sentence(a_withdrawn_part_vanishes_from_its_facility),
		sentence(a_fact_that_was_erased_and_withdrawn_shows_nothing),
		sentence(the_readings_of_phrases_are_used_from_the_batch_that_brings_them),
		sentence(small_batches_lead_to_the_same_as_a_large_one),
		sentence(a_copy_opened_again_goes_on_where_it_ended),
		sentence(a_copy_closed_in_the_middle_of_a_publishing_goes_on_too),
		sentence(a_copy_that_was_spoiled_is_made_anew),
		sentence(a_copy_of_another_schema_is_made_anew),
		sentence(an_altered_body_is_refused),
		sentence(an_altered_leaf_is_refused),
		sentence(an_altered_subject_is_refused),
		sentence(a_row_that_was_taken_out_is_refused),
		sentence(rows_that_changed_places_are_refused),
		sentence(an_altered_root_is_refused),
		sentence(a_log_that_ends_without_a_checkpoint_is_refused),
		sentence(an_unsigned_checkpoint_is_refused),
		sentence(a_signature_by_another_key_is_refused),
		sentence(who_has_no_key_takes_an_unsigned_checkpoint_but_no_wrong_root),
		sentence(an_unknown_kind_is_refused_and_named_with_the_mend),
		sentence(a_body_that_is_no_flat_object_is_refused_and_named),
		sentence(a_body_the_tables_do_not_take_is_refused_and_named),
		sentence(what_was_refused_is_taken_over_once_it_is_right),
		sentence(a_verifier_key_that_is_none_is_refused_with_its_mend),
		sentence(a_copy_that_cannot_be_made_is_a_failure_that_names_it),
		sentence(a_copy_agrees_with_the_log_it_was_made_of),
		sentence(a_copy_does_not_agree_with_a_log_that_was_set_back),
		sentence(a_copy_does_not_agree_with_another_log),
		sentence(an_edition_says_which_part_of_the_log_it_holds),
		sentence(the_current_edition_is_a_link_to_the_newest),
		sentence(the_newest_editions_are_kept_and_older_ones_removed),
		sentence(the_oldest_edition_is_brought_up_to_date_instead_of_copying),
		sentence(an_edition_that_somebody_still_reads_is_never_written_to),
		sentence(an_edition_that_is_linked_elsewhere_is_never_written_to),
		sentence(the_edition_that_readers_were_led_back_to_is_left_alone),
		sentence(an_older_edition_that_is_spoilt_is_not_built_upon),
		sentence(what_was_derived_before_a_rebuild_never_comes_back),
		sentence(an_edition_written_again_leaves_the_others_in_place),
		sentence(files_that_are_no_editions_are_left_alone),
		sentence(an_edition_that_cannot_be_written_leaves_the_current_one),
		sentence(a_folder_that_is_not_there_is_a_failure),
		sentence(a_new_machine_begins_from_an_edition_and_goes_on_with_the_log),
		sentence(without_an_edition_there_is_nothing_to_begin_from),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
