/* SPDX-License-Identifier: Apache-2.0 */
/* What publication/log.h and publication/facts.h promise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "publication_log.h"

#include <cmocka.h>

#include "publication/facts.h"

#define QUERY(word, rows, text) static const struct query word = { #word, "queries/test.sql", rows, text }

QUERY(published_list, QUERY_MANY, "select kind, subject, seq from published order by seq");
QUERY(checkpoint_frontier, QUERY_MANY, "select size, frontier from checkpoint order by size");

static const struct query *const queries[] = { &published_list, &checkpoint_frontier };
static const struct query_pack pack = { queries, 2 };
static const struct query_pack *const packs[] = { &pack, NULL };

static const struct fact three[] = {
	{ "street", "S1", "{\"code\":\"S1\"}" },
	{ "street", "S2", "{\"code\":\"S2\"}" },
	{ "term", "kind A", "{\"code\":\"A\"}" },
};

static int set_up(void **state)
{
	struct log_fixture *log = test_calloc(1, sizeof *log);

	*state = log;
	return !log_set_up(log) || !sql_prepare(log->sql, packs);
}

static int tear_down(void **state)
{
	log_tear_down(*state);
	test_free(*state);
	return 0;
}

static struct rows log_rows(const struct log_fixture *log)
{
	struct values *range = values_new(log->arena);
	struct rows rows;

	values_put_integer(range, "seq", 0);
	values_put_integer(range, "most", 1000);
	assert_true(sql_list(log->sql, &Q_publication_after, range, log->arena, 1000, &rows));
	return rows;
}

static struct rows checkpoints(const struct log_fixture *log)
{
	struct values *from = values_new(log->arena);
	struct rows rows;

	values_put_integer(from, "size", 0);
	assert_true(sql_list(log->sql, &Q_checkpoint_list, from, log->arena, 1000, &rows));
	return rows;
}

/* The tree over what the log holds, made anew. */
static struct merkle_frontier tree(const struct log_fixture *log)
{
	struct merkle_frontier frontier = { 0 };
	struct rows rows = log_rows(log);

	for (size_t i = 0; i < rows.count; i++)
		merkle_frontier_add(&frontier, values_find(&rows.at[i], "leaf")->blob);
	return frontier;
}

static const char *fault(const struct log_fixture *log, const struct values *row)
{
	return publication_fault(row, log->scratch);
}

/* The first row of a log, to be altered. */
static struct values *first_row(struct log_fixture *log)
{
	assert_true(log_publish(log, three, 3));
	return log_rows(log).at;
}

/* Appending. */

static void publications_are_numbered_from_one_in_their_order(void **state)
{
	struct log_fixture *log = *state;
	struct rows rows;

	assert_true(log_publish(log, three, 2));
	assert_true(log_publish(log, three + 2, 1));
	rows = log_rows(log);
	assert_int_equal(rows.count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(values_integer(&rows.at[i], "seq"), i + 1);
		assert_string_equal(values_text(&rows.at[i], "kind"), three[i].kind);
		assert_string_equal(values_text(&rows.at[i], "subject"), three[i].subject);
		assert_string_equal(values_text(&rows.at[i], "body"), three[i].body);
		assert_int_equal(values_integer(&rows.at[i], "withdrawn"), 0);
	}
}

static void what_was_appended_has_no_fault(void **state)
{
	struct log_fixture *log = *state;
	struct rows rows;

	assert_true(log_publish(log, three, 3));
	assert_true(log_publish(log, (const struct fact[]){ { "street", "S2", NULL } }, 1));
	rows = log_rows(log);
	for (size_t i = 0; i < rows.count; i++)
		assert_null(fault(log, &rows.at[i]));
}

static void an_entry_is_canonical_json(void **state)
{
	const struct log_fixture *log = *state;
	unsigned char commitment[PUBLICATION_HASH] = { 0x01, 0xAB };

	assert_string_equal(publication_entry(7, "street", "长 \"1\"", true, APPROVER, 1750000000, commitment, log->scratch),
		"{\"approved_by\":\"李老师 \\\"审核\\\"\",\"commitment\":\"01ab000000000000000000000000000000000000000000000000000000000000\","
		"\"kind\":\"street\",\"published_at\":1750000000,\"seq\":7,\"subject\":\"长 \\\"1\\\"\",\"withdrawn\":true}");
}

static void a_leaf_is_the_hash_of_the_entry_and_the_commitment_that_of_salt_and_body(void **state)
{
	const struct log_fixture *log = *state;
	const struct values *row = first_row(*state);
	const struct value *salt = values_find(row, "salt"), *commitment = values_find(row, "commitment");
	unsigned char hash[PUBLICATION_HASH];
	const char *entry;

	assert_int_equal(salt->size, PUBLICATION_SALT);
	merkle_commitment(salt->blob, salt->size, three[0].body, strlen(three[0].body), hash);
	assert_memory_equal(commitment->blob, hash, sizeof hash);
	entry = publication_entry(1, "street", "S1", false, APPROVER, log->now, commitment->blob, log->scratch);
	merkle_leaf_hash(entry, strlen(entry), hash);
	assert_memory_equal(values_find(row, "leaf")->blob, hash, sizeof hash);
}

static void the_same_body_twice_has_two_commitments(void **state)
{
	struct log_fixture *log = *state;
	struct rows rows;

	assert_true(log_publish(log, (const struct fact[]){ three[0], three[0] }, 2));
	rows = log_rows(log);
	assert_memory_not_equal(values_find(&rows.at[0], "commitment")->blob, values_find(&rows.at[1], "commitment")->blob,
		PUBLICATION_HASH);
}

static void what_was_last_published_of_a_subject_is_noted(void **state)
{
	struct log_fixture *log = *state;
	struct rows rows;

	assert_true(log_publish(log, three, 3));
	assert_true(log_publish(log, (const struct fact[]){ { "street", "S1", "{}" }, { "street", "S2", NULL } }, 2));
	assert_true(sql_list(log->sql, &published_list, NULL, log->arena, 10, &rows));
	assert_int_equal(rows.count, 2);
	assert_string_equal(values_text(&rows.at[0], "subject"), "kind A");
	assert_string_equal(values_text(&rows.at[1], "subject"), "S1");
	assert_int_equal(values_integer(&rows.at[1], "seq"), 4);
}

static void a_checkpoint_closes_each_publishing_and_is_signed(void **state)
{
	struct log_fixture *log = *state;
	struct merkle_frontier frontier = { 0 };
	struct rows rows, made;

	assert_true(log_publish(log, three, 2));
	assert_true(log_publish(log, three + 2, 1));
	rows = log_rows(log);
	made = checkpoints(log);
	assert_int_equal(made.count, 2);
	for (size_t i = 0, size = 0; i < made.count; i++) {
		for (; size < (i ? 3u : 2u); size++)
			merkle_frontier_add(&frontier, values_find(&rows.at[size], "leaf")->blob);
		assert_int_equal(values_integer(&made.at[i], "size"), size);
		assert_null(publication_checkpoint_fault(&made.at[i], &frontier, &log->verifier, log->scratch));
	}
}

static void publishing_nothing_makes_no_checkpoint(void **state)
{
	struct log_fixture *log = *state;

	assert_true(log_publish(log, NULL, 0));
	assert_int_equal(checkpoints(log).count, 0);
	assert_true(log_publish(log, three, 3));
	assert_true(log_publish(log, NULL, 0));
	assert_int_equal(checkpoints(log).count, 1);
}

static void what_is_not_committed_was_never_published(void **state)
{
	struct log_fixture *log = *state;
	struct publication_appending appending;

	assert_true(sql_begin(log->sql));
	assert_true(publication_begin(&appending, log->sql, log->signer, APPROVER, log->now));
	assert_true(publication_append(&appending, "street", "S1", "{}", log->scratch));
	assert_true(publication_end(&appending, log->scratch));
	sql_rollback(log->sql);
	assert_int_equal(log_rows(log).count, 0);
	assert_true(log_publish(log, three, 1));
	assert_int_equal(values_integer(log_rows(log).at, "seq"), 1);
}

static void a_log_opened_again_goes_on_where_it_ended(void **state)
{
	struct log_fixture *log = *state;
	struct merkle_frontier all;
	struct rows made;

	for (int i = 0; i < 7; i++) {
		assert_true(log_publish(log, three, 3));
		sql_close(log->sql);
		assert_true(log_open(log));
	}
	all = tree(log);
	made = checkpoints(log);
	assert_int_equal(all.size, 21);
	assert_int_equal(values_integer(&made.at[6], "size"), 21);
	assert_null(publication_checkpoint_fault(&made.at[6], &all, &log->verifier, log->scratch));
}

static void a_log_whose_frontier_does_not_fit_its_size_is_not_taken_up(void **state)
{
	static const char *const spoilt[] = { "update checkpoint set frontier = x''",
		"update checkpoint set frontier = x'0000000000000003'",
		"update checkpoint set size = size + 1" };
	struct log_fixture *log = *state;

	assert_true(log_publish(log, three, 3));
	for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
		assert_true(sql_script(log->sql, "create table if not exists kept as select * from checkpoint"));
		assert_true(sql_script(log->sql, spoilt[i]));
		assert_false(log_publish(log, three, 1));
		assert_true(sql_script(log->sql, "delete from checkpoint; insert into checkpoint select * from kept"));
	}
	assert_int_equal(log_rows(log).count, 3);
	assert_true(log_publish(log, three, 1));
}

static void a_number_taken_already_is_a_failure(void **state)
{
	struct log_fixture *log = *state;

	assert_true(log_publish(log, three, 3));
	assert_true(sql_script(log->sql, "delete from checkpoint"));
	assert_false(log_publish(log, three, 1));
	assert_non_null(strstr(sql_problem(log->sql), "publication_add"));
	assert_int_equal(log_rows(log).count, 3);
}

/* Faults of a row. */

static void an_altered_body_is_a_fault(void **state)
{
	struct values *row = first_row(*state);

	values_put_text(row, "body", "{\"code\":\"S3\"}");
	assert_non_null(strstr(fault(*state, row), "body"));
}

static void a_body_taken_away_is_a_fault(void **state)
{
	struct values *row = first_row(*state);

	values_put_null(row, "body");
	assert_non_null(strstr(fault(*state, row), "body"));
}

static void an_altered_number_is_a_fault(void **state)
{
	struct values *row = first_row(*state);

	values_put_integer(row, "seq", 2);
	assert_non_null(strstr(fault(*state, row), "leaf"));
}

static void anything_altered_that_the_entry_says_is_a_fault(void **state)
{
	static const char *const texts[] = { "kind", "subject", "approved_by" };
	static const char *const integers[] = { "withdrawn", "published_at" };
	const struct values *right = first_row(*state);
	struct log_fixture *log = *state;

	for (size_t i = 0; i < 3; i++) {
		struct values *row = values_copy(right, log->arena);

		values_put_text(row, texts[i], "other");
		assert_non_null(strstr(fault(log, row), "leaf"));
	}
	for (size_t i = 0; i < 2; i++) {
		struct values *row = values_copy(right, log->arena);

		values_put_integer(row, integers[i], 1);
		assert_non_null(strstr(fault(log, row), "leaf"));
	}
}

static void one_altered_bit_of_a_hash_is_a_fault(void **state)
{
	static const char *const hashes[] = { "salt", "commitment", "leaf" };
	const struct values *right = first_row(*state);
	struct log_fixture *log = *state;

	for (size_t i = 0; i < 3; i++)
		for (size_t byte = 0; byte < PUBLICATION_HASH; byte++) {
			struct values *row = values_copy(right, log->arena);
			unsigned char *hash = (unsigned char *)arena_text(log->arena, values_find(row, hashes[i])->text,
				PUBLICATION_HASH);

			hash[byte] ^= 1;
			values_put_blob(row, hashes[i], hash, PUBLICATION_HASH);
			assert_non_null(fault(log, row));
		}
}

static void hashes_that_are_none_are_a_fault(void **state)
{
	static const char *const hashes[] = { "commitment", "leaf" };
	const struct values *right = first_row(*state);
	struct log_fixture *log = *state;

	for (size_t i = 0; i < 2; i++) {
		struct values *row = values_copy(right, log->arena);

		values_put_null(row, hashes[i]);
		assert_non_null(fault(log, row));
		values_put_text(row, hashes[i], "01234567890123456789012345678901");
		assert_non_null(fault(log, row));
		values_put_blob(row, hashes[i], "0123", 4);
		assert_non_null(fault(log, row));
	}
}

static void a_fact_of_which_body_and_salt_were_erased_still_verifies(void **state)
{
	struct values *row = first_row(*state);

	values_put_null(row, "body");
	values_put_null(row, "salt");
	assert_null(fault(*state, row));
}

static void a_body_whose_salt_is_gone_cannot_be_checked(void **state)
{
	struct values *row = first_row(*state);

	values_put_null(row, "salt");
	assert_non_null(strstr(fault(*state, row), "salt is gone"));
}

static void a_withdrawal_that_was_given_a_body_is_a_fault(void **state)
{
	struct log_fixture *log = *state;
	struct values *row;

	assert_true(log_publish(log, (const struct fact[]){ three[0], { "street", "S1", NULL } }, 2));
	row = &log_rows(log).at[1];
	assert_null(fault(log, row));
	assert_true(values_null(row, "body"));
	values_put_text(row, "body", "{}");
	assert_non_null(fault(log, row));
}

/* Faults of a checkpoint. */

/* What is wrong with the checkpoint of a log of three after this was done to it. */
static const char *checkpoint_fault(struct log_fixture *log, const char *script, const struct note_verifier *verifier)
{
	struct merkle_frontier frontier;

	assert_true(log_publish(log, three, 3));
	frontier = tree(log);
	assert_true(sql_script(log->sql, script));
	return publication_checkpoint_fault(checkpoints(log).at, &frontier, verifier, log->scratch);
}

static void a_checkpoint_with_another_root_is_a_fault(void **state)
{
	assert_non_null(strstr(checkpoint_fault(*state, "update checkpoint set root = zeroblob(32)", NULL), "root"));
}

static void a_checkpoint_of_a_tree_that_lost_a_leaf_is_a_fault(void **state)
{
	struct log_fixture *log = *state;
	struct merkle_frontier frontier;

	assert_true(log_publish(log, three, 3));
	assert_true(sql_script(log->sql, "delete from published; delete from publication where seq = 2"));
	frontier = tree(log);
	assert_non_null(publication_checkpoint_fault(checkpoints(log).at, &frontier, NULL, log->scratch));
}

static void an_unsigned_checkpoint_is_a_fault_for_who_has_the_key(void **state)
{
	struct log_fixture *log = *state;

	assert_non_null(strstr(checkpoint_fault(log, "update checkpoint set note = ''", &log->verifier), "not signed"));
}

static void an_unsigned_checkpoint_is_believed_by_who_has_no_key(void **state)
{
	assert_null(checkpoint_fault(*state, "update checkpoint set note = ''", NULL));
}

static void a_checkpoint_signed_by_another_key_is_a_fault(void **state)
{
	struct log_fixture *log = *state, other = { 0 };
	const char *why;

	assert_true(log_set_up(&other));
	why = checkpoint_fault(log, "", &other.verifier);
	log_tear_down(&other);
	assert_non_null(strstr(why, "not signed"));
}

/* The fault of a checkpoint whose note is this. */
static const char *fault_with_note(struct log_fixture *log, int64_t size, const unsigned char root[PUBLICATION_HASH])
{
	const struct merkle_frontier frontier = tree(log);
	struct values *checkpoint = values_copy(checkpoints(log).at, log->arena);

	values_put_text(checkpoint, "note", note_checkpoint(log->signer, size, root, log->arena));
	return publication_checkpoint_fault(checkpoint, &frontier, &log->verifier, log->scratch);
}

static void a_signature_for_another_size_or_root_is_a_fault(void **state)
{
	static const unsigned char other[PUBLICATION_HASH] = { 1 };
	struct log_fixture *log = *state;
	unsigned char root[PUBLICATION_HASH];
	struct merkle_frontier frontier;

	assert_true(log_publish(log, three, 3));
	frontier = tree(log);
	merkle_frontier_root(&frontier, root);
	assert_null(fault_with_note(log, 3, root));
	assert_non_null(fault_with_note(log, 2, root));
	assert_non_null(fault_with_note(log, 4, root));
	assert_non_null(fault_with_note(log, 3, other));
}

/* From the registry to the log. */

static const char registry[] =
	"insert into street values ('S1', '长寿路街道', 31.25, 121.42, '', 1);"
	"insert into facility (code, name, kind, street_code, address, lat, lon, filing_state, changed_at)"
	"	values ('F1', '春苗托育园', 'INST_PUBLIC', 'S1', '长寿路1号', 31.25, 121.42, 'FILED', 1);"
	"insert into facility (code, name, kind, street_code, address, lat, lon, filing_state, changed_at)"
	"	values ('F2', '绿地托育园', 'INST_PUBLIC', 'S1', '长寿路2号', 31.26, 121.43, 'FILED', 1);"
	"insert into programme (code, facility_code, name, class_kind, age_from_months, age_to_months, mode, places) values ('F1-1', 'F1', '大班', '', 24, 36, 'FULL_DAY', 20);"
	"insert into vacancy (programme_code, has_vacancy, vacancy, asserted_by, asserted_at, valid_until) values ('F1-1', 1, 3, '园方', 100, 200);";

static struct publication_count publish_registry(struct log_fixture *log, const char *only)
{
	struct publication_appending appending;
	struct publication_count count;

	assert_true(sql_begin(log->sql));
	assert_true(publication_begin(&appending, log->sql, log->signer, APPROVER, log->now));
	assert_true(publication_publish(&appending, only, &count, NULL, NULL));
	assert_true(sql_commit(log->sql));
	return count;
}

static void everything_in_a_new_registry_is_published_once(void **state)
{
	struct log_fixture *log = *state;
	struct publication_count count;

	assert_true(sql_script(log->sql, registry));
	count = publish_registry(log, "");
	assert_int_equal(count.published, 5);
	assert_int_equal(count.withdrawn, 0);
	count = publish_registry(log, "");
	assert_int_equal(count.published, 0);
	assert_int_equal(log_rows(log).count, 5);
}

static void a_body_is_canonical_and_without_its_subject(void **state)
{
	struct log_fixture *log = *state;

	assert_true(sql_script(log->sql, registry));
	publish_registry(log, "");
	assert_string_equal(values_text(log_rows(log).at, "kind"), "street");
	assert_string_equal(values_text(log_rows(log).at, "body"),
		"{\"code\":\"S1\",\"lat\":31.25,\"lon\":121.42,\"name\":\"长寿路街道\",\"outline\":\"\",\"position\":1}");
}

static void only_what_changed_is_published_again(void **state)
{
	struct log_fixture *log = *state;
	struct publication_count count;
	struct rows rows;

	assert_true(sql_script(log->sql, registry));
	publish_registry(log, "");
	assert_true(sql_script(log->sql, "update vacancy set vacancy = 2"));
	count = publish_registry(log, "");
	assert_int_equal(count.published, 1);
	rows = log_rows(log);
	assert_string_equal(values_text(&rows.at[5], "kind"), "vacancy");
	assert_string_equal(values_text(&rows.at[5], "subject"), "F1-1");
}

static void what_changed_in_no_published_field_is_not_published(void **state)
{
	struct log_fixture *log = *state;

	assert_true(sql_script(log->sql, registry));
	publish_registry(log, "");
	assert_true(sql_script(log->sql, "update facility set changed_at = 2, source_key = 'row ' || code"));
	assert_int_equal(publish_registry(log, "").published, 0);
}

static void what_left_the_registry_is_withdrawn_parts_first(void **state)
{
	struct log_fixture *log = *state;
	struct rows rows;

	assert_true(sql_script(log->sql, registry));
	publish_registry(log, "");
	assert_true(sql_script(log->sql, "delete from facility where code = 'F1'"));
	assert_int_equal(publish_registry(log, "").withdrawn, 3);
	rows = log_rows(log);
	assert_int_equal(rows.count, 8);
	assert_string_equal(values_text(&rows.at[5], "kind"), "vacancy");
	assert_string_equal(values_text(&rows.at[6], "kind"), "programme");
	assert_string_equal(values_text(&rows.at[7], "kind"), "facility");
	for (size_t i = 5; i < 8; i++)
		assert_int_equal(values_integer(&rows.at[i], "withdrawn"), 1);
	assert_int_equal(publish_registry(log, "").withdrawn, 0);
}

static void what_comes_back_is_published_anew(void **state)
{
	struct log_fixture *log = *state;

	assert_true(sql_script(log->sql, registry));
	publish_registry(log, "");
	assert_true(sql_script(log->sql, "delete from vacancy"));
	assert_int_equal(publish_registry(log, "").withdrawn, 1);
	assert_true(sql_script(log->sql, "insert into vacancy (programme_code, has_vacancy, vacancy, asserted_by, asserted_at, valid_until) values ('F1-1', 1, 3, '园方', 100, 200)"));
	assert_int_equal(publish_registry(log, "").published, 1);
}

static void of_one_facility_only_its_own_facts_are_published(void **state)
{
	struct log_fixture *log = *state;
	struct rows rows;

	assert_true(sql_script(log->sql, registry));
	assert_int_equal(publish_registry(log, "F2").published, 1);
	rows = log_rows(log);
	assert_string_equal(values_text(&rows.at[0], "subject"), "F2");
	assert_int_equal(publish_registry(log, "F1").published, 3);
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(publications_are_numbered_from_one_in_their_order),
		sentence(what_was_appended_has_no_fault),
		sentence(an_entry_is_canonical_json),
		sentence(a_leaf_is_the_hash_of_the_entry_and_the_commitment_that_of_salt_and_body),
		sentence(the_same_body_twice_has_two_commitments),
		sentence(what_was_last_published_of_a_subject_is_noted),
		sentence(a_checkpoint_closes_each_publishing_and_is_signed),
		sentence(publishing_nothing_makes_no_checkpoint),
		sentence(what_is_not_committed_was_never_published),
		sentence(a_log_opened_again_goes_on_where_it_ended),
		sentence(a_log_whose_frontier_does_not_fit_its_size_is_not_taken_up),
		sentence(a_number_taken_already_is_a_failure),
		sentence(an_altered_body_is_a_fault),
		sentence(a_body_taken_away_is_a_fault),
		sentence(an_altered_number_is_a_fault),
		sentence(anything_altered_that_the_entry_says_is_a_fault),
		sentence(one_altered_bit_of_a_hash_is_a_fault),
		sentence(hashes_that_are_none_are_a_fault),
		sentence(a_fact_of_which_body_and_salt_were_erased_still_verifies),
		sentence(a_body_whose_salt_is_gone_cannot_be_checked),
		sentence(a_withdrawal_that_was_given_a_body_is_a_fault),
		sentence(a_checkpoint_with_another_root_is_a_fault),
		sentence(a_checkpoint_of_a_tree_that_lost_a_leaf_is_a_fault),
		sentence(an_unsigned_checkpoint_is_a_fault_for_who_has_the_key),
		sentence(an_unsigned_checkpoint_is_believed_by_who_has_no_key),
		sentence(a_checkpoint_signed_by_another_key_is_a_fault),
		sentence(a_signature_for_another_size_or_root_is_a_fault),
		sentence(everything_in_a_new_registry_is_published_once),
		sentence(a_body_is_canonical_and_without_its_subject),
		sentence(only_what_changed_is_published_again),
		sentence(what_changed_in_no_published_field_is_not_published),
		sentence(what_left_the_registry_is_withdrawn_parts_first),
		sentence(what_comes_back_is_published_anew),
		sentence(of_one_facility_only_its_own_facts_are_published),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
