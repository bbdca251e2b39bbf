/* SPDX-License-Identifier: Apache-2.0 */
/* What audit/audit.h promises. */
#include "office_registry.h"

#include "audit/audit.h"

#define ROWS 20

static void write_row(struct office_registry *office, const char *account, const char *action, const char *subject,
		      const char *reason, int64_t at)
{
	struct audit_row row = { account, "DESK", action, subject, NULL, reason, "request-1" };
	struct values *detail = values_new(office->arena);
	const char *problem = "";

	values_put_text(detail, "to", "HANDLING");
	values_put_integer(detail, "round", 2);
	row.detail = detail;
	assert_true(sql_begin(office->sql));
	if (!audit_append(office->sql, office->arena, at, &row, &problem))
		fail_msg("%s", problem);
	assert_true(sql_commit(office->sql));
}

static int with_rows(void **state)
{
	struct office_registry *office;

	if (office_registry_open(state) != 0)
		return -1;
	office = *state;
	for (int i = 0; i < ROWS; i++)
		write_row(office, i % 2 ? "wang" : "zhang", i % 4 ? "case.note" : "case.dispatch",
			  i % 5 ? "2026-000001" : "2026-000002", i == 7 ? "核实举报人身份" : "", OFFICE_NOW + i * 3600);
	return 0;
}

struct told {
	int64_t seq[50];
	size_t count;
};

static void tell(void *with, int64_t seq, const char *what)
{
	struct told *told = with;

	assert_true(*what);
	if (told->count < 50)
		told->seq[told->count++] = seq;
}

static int64_t faults(struct office_registry *office, const struct audit_head *kept, struct told *told)
{
	struct audit_verifying verifying = { .kept = kept, .fault = tell, .with = told };

	*told = (struct told){ 0 };
	assert_true(audit_verify(office->sql, &verifying));
	assert_int_equal(verifying.faults, told->count);
	return verifying.faults;
}

static void what_was_written_verifies_and_says_its_head(void **state)
{
	struct office_registry *office = *state;
	struct audit_verifying verifying = { 0 };
	char text[AUDIT_HEAD];
	struct audit_head read;

	assert_true(audit_verify(office->sql, &verifying));
	assert_int_equal(verifying.faults, 0);
	assert_int_equal(verifying.rows, ROWS);
	audit_head_print(&verifying.head, text);
	assert_true(audit_head_read(text, &read));
	assert_int_equal(read.seq, ROWS);
	assert_memory_equal(read.hash, verifying.head.hash, AUDIT_HASH);
	assert_true(audit_newest(office->sql, office->arena, &read));
	assert_memory_equal(read.hash, verifying.head.hash, AUDIT_HASH);
}

/* The first row's hash, by hand: that is what the format promises to whoever checks it with other means. */
static void the_hash_is_that_of_the_row_before_and_canonical_json(void **state)
{
	static const char *const json =
		"{\"account\":\"zhang\",\"action\":\"case.dispatch\",\"at\":1795400000,\"detail\":\"{\\\"round\\\":2,"
		"\\\"to\\\":\\\"HANDLING\\\"}\",\"reason\":\"\",\"request_id\":\"request-1\",\"role\":\"DESK\",\"seq\":1,"
		"\"subject\":\"2026-000002\"}";
	struct office_registry *office = *state;
	struct values *from = values_new(office->arena);
	unsigned char hashed[1024] = { 0 }, hash[32];
	struct rows rows;

	memcpy(hashed + 32, json, strlen(json));
	crypto_hash_sha256(hash, hashed, 32 + strlen(json));
	values_put_integer(from, "seq", 0);
	values_put_integer(from, "most", 1);
	assert_true(sql_list(office->sql, &Q_audit_after, from, office->arena, 1, &rows));
	assert_memory_equal(values_find(&rows.at[0], "hash")->blob, hash, 32);
}

static void any_altered_column_of_any_row_is_found_at_its_place(void **state)
{
	static const char *const changes[] = { "at = at + 1",          "account = 'li'",      "role = 'X'",
					       "action = 'case.read'", "subject = 'nothing'", "detail = '{\"a\":1}'",
					       "reason = 'because'",   "request_id = ''" };
	struct office_registry *office = *state;
	struct told told;

	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		assert_true(sql_begin(office->sql));
		office_tamper(office, arena_format(office->arena, "update audit set %s where seq = %zu", changes[i], i * 2 + 3));
		assert_true(sql_commit(office->sql));
		assert_int_equal(faults(office, NULL, &told), i + 1);
		assert_int_equal(told.seq[i], i * 2 + 3);
	}
}

static void a_removed_row_is_found(void **state)
{
	struct office_registry *office = *state;
	struct told told;

	office_tamper(office, "delete from audit where seq = 5");
	assert_true(faults(office, NULL, &told) > 0);
	assert_int_equal(told.seq[0], 6);
	office_tamper(office, "delete from audit where seq = 1");
	assert_true(faults(office, NULL, &told) > 0);
	assert_int_equal(told.seq[0], 2);
}

static void a_removed_row_is_found_when_the_others_are_numbered_anew(void **state)
{
	struct office_registry *office = *state;
	struct told told;

	office_tamper(office, "delete from audit where seq = 5");
	for (int seq = 6; seq <= ROWS; seq++)
		office_tamper(office, arena_format(office->arena, "update audit set seq = %d where seq = %d", seq - 1, seq));
	assert_true(faults(office, NULL, &told) > 0);
	assert_int_equal(told.seq[0], 5);
}

static void two_swapped_rows_are_found(void **state)
{
	struct office_registry *office = *state;
	struct told told;

	office_tamper(
		office,
		"update audit set seq = 100 where seq = 8; update audit set seq = 8 where seq = 9; update audit set seq = 9 where seq = 100");
	assert_true(faults(office, NULL, &told) >= 2);
	assert_int_equal(told.seq[0], 8);
}

static void an_inserted_row_is_found(void **state)
{
	struct office_registry *office = *state;
	struct told told;

	for (int seq = ROWS; seq >= 10; seq--)
		office_tamper(office, arena_format(office->arena, "update audit set seq = %d where seq = %d", seq + 1, seq));
	office_tamper(
		office,
		"insert into audit select 10, at, account, role, action, subject, detail, reason, request_id, hash, reason_hash, reason_salt from audit where seq = 9");
	assert_true(faults(office, NULL, &told) > 0);
	assert_int_equal(told.seq[0], 10);
}

static void a_hash_that_is_none_is_found(void **state)
{
	struct office_registry *office = *state;
	struct told told;

	office_tamper(office, "update audit set hash = zeroblob(3) where seq = 4");
	assert_true(faults(office, NULL, &told) > 0);
	assert_int_equal(told.seq[0], 4);
}

static void a_cut_off_end_is_found_by_a_head_kept_elsewhere_and_only_so(void **state)
{
	struct office_registry *office = *state;
	struct audit_head kept;
	struct told told;

	assert_true(audit_newest(office->sql, office->arena, &kept));
	assert_int_equal(faults(office, &kept, &told), 0);
	office_tamper(office, "delete from audit where seq > 15");
	assert_int_equal(faults(office, NULL, &told), 0);
	assert_int_equal(faults(office, &kept, &told), 1);
	/* Written anew up to the same number. */
	for (int seq = 16; seq <= ROWS + 3; seq++)
		write_row(office, "zhang", "case.note", "2026-000001", "", OFFICE_NOW);
	assert_int_equal(faults(office, NULL, &told), 0);
	assert_int_equal(faults(office, &kept, &told), 1);
	assert_int_equal(told.seq[0], ROWS);
}

/* Row 8 alone has a reason. */
static void a_reason_can_be_erased_but_neither_changed_nor_given_nor_taken_out_of_the_chain(void **state)
{
	static const char *const changes[] = { "reason = 'because'", "reason_salt = zeroblob(16)", "reason_hash = null",
					       "reason_salt = null", "reason = '', reason_hash = null, reason_salt = null" };
	struct office_registry *office = *state;
	struct told told;

	office_tamper(office, "create table kept as select * from audit");
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		office_tamper(office, arena_format(office->arena, "update audit set %s where seq = 8", changes[i]));
		assert_int_equal(faults(office, NULL, &told), 1);
		assert_int_equal(told.seq[0], 8);
		office_tamper(office, "delete from audit; insert into audit select * from kept");
	}
	office_tamper(office, "update audit set reason = '', reason_salt = null where seq = 8");
	assert_int_equal(faults(office, NULL, &told), 0);
	office_tamper(office, "update audit set reason = 'because' where seq = 8");
	assert_int_equal(faults(office, NULL, &told), 1);
}

static void a_head_kept_early_still_fits_when_the_audit_has_grown(void **state)
{
	struct office_registry *office = *state;
	struct audit_head kept;
	struct told told;

	assert_true(audit_newest(office->sql, office->arena, &kept));
	write_row(office, "zhang", "case.note", "2026-000001", "", OFFICE_NOW);
	assert_int_equal(faults(office, &kept, &told), 0);
}

static void what_was_rolled_back_leaves_no_row_and_no_hole(void **state)
{
	struct office_registry *office = *state;
	struct audit_row row = { "zhang", "DESK", "case.note", "", NULL, "", "" };
	struct told told;
	const char *problem;

	assert_true(sql_begin(office->sql));
	assert_true(audit_append(office->sql, office->arena, OFFICE_NOW, &row, &problem));
	sql_rollback(office->sql);
	write_row(office, "zhang", "case.note", "2026-000001", "", OFFICE_NOW);
	assert_int_equal(faults(office, NULL, &told), 0);
}

static void a_row_without_an_action_is_refused(void **state)
{
	struct office_registry *office = *state;
	struct audit_row row = { "zhang", "DESK", "", "", NULL, "", "" };
	const char *problem = "";

	assert_false(audit_append(office->sql, office->arena, OFFICE_NOW, &row, &problem));
	assert_true(*problem);
}

static size_t found(struct office_registry *office, struct audit_search search)
{
	struct rows rows;

	search.account = search.account ? search.account : "";
	search.action = search.action ? search.action : "";
	search.subject = search.subject ? search.subject : "";
	search.reason = search.reason ? search.reason : "";
	assert_true(audit_find(office->sql, office->arena, &search, 100, &rows));
	assert_int_equal(audit_found(office->sql, office->arena, &search), rows.count);
	return rows.count;
}

static void rows_are_found_by_who_what_which_why_and_when(void **state)
{
	struct office_registry *office = *state;

	assert_int_equal(found(office, (struct audit_search){ 0 }), ROWS);
	assert_int_equal(found(office, (struct audit_search){ .account = "wang" }), ROWS / 2);
	assert_int_equal(found(office, (struct audit_search){ .action = "case.dispatch" }), ROWS / 4);
	assert_int_equal(found(office, (struct audit_search){ .action = "case." }), ROWS);
	assert_int_equal(found(office, (struct audit_search){ .action = "account." }), 0);
	assert_int_equal(found(office, (struct audit_search){ .subject = "2026-000002" }), ROWS / 5);
	assert_int_equal(found(office, (struct audit_search){ .reason = "举报人" }), 1);
	assert_int_equal(found(office, (struct audit_search){ .reason = "%" }), 0);
	assert_int_equal(found(office, (struct audit_search){ .since = OFFICE_NOW + 3600, .until = OFFICE_NOW + 3 * 3600 }), 2);
	assert_int_equal(found(office, (struct audit_search){ .account = "wang", .subject = "2026-000002" }), ROWS / 10);
}

static void the_newest_comes_first_and_pages_go_on_behind(void **state)
{
	struct office_registry *office = *state;
	struct audit_search search = { .account = "", .action = "", .subject = "", .reason = "" };
	struct rows rows;

	assert_true(audit_find(office->sql, office->arena, &search, 7, &rows));
	assert_int_equal(rows.count, 7);
	assert_int_equal(values_integer(&rows.at[0], "seq"), ROWS);
	search.before = values_integer(&rows.at[6], "seq");
	assert_true(audit_find(office->sql, office->arena, &search, 7, &rows));
	assert_int_equal(values_integer(&rows.at[0], "seq"), ROWS - 7);
}

static void a_head_that_is_none_is_refused(void **state)
{
	static const char *const wrong[] = {
		"",
		"1",
		":",
		"1:",
		"1:ab",
		"x:0000000000000000000000000000000000000000000000000000000000000000",
		"0:0000000000000000000000000000000000000000000000000000000000000000",
		"1:000000000000000000000000000000000000000000000000000000000000000g",
		"1:00000000000000000000000000000000000000000000000000000000000000000",
		"99999999999999999999:0000000000000000000000000000000000000000000000000000000000000000"
	};
	struct audit_head head;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(audit_head_read(wrong[i], &head));
}

#define WITH_ROWS(test) cmocka_unit_test_setup_teardown(test, with_rows, office_registry_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_ROWS(what_was_written_verifies_and_says_its_head),
		WITH_ROWS(the_hash_is_that_of_the_row_before_and_canonical_json),
		WITH_ROWS(any_altered_column_of_any_row_is_found_at_its_place),
		WITH_ROWS(a_removed_row_is_found),
		WITH_ROWS(a_removed_row_is_found_when_the_others_are_numbered_anew),
		WITH_ROWS(two_swapped_rows_are_found),
		WITH_ROWS(an_inserted_row_is_found),
		WITH_ROWS(a_hash_that_is_none_is_found),
		WITH_ROWS(a_cut_off_end_is_found_by_a_head_kept_elsewhere_and_only_so),
		WITH_ROWS(a_reason_can_be_erased_but_neither_changed_nor_given_nor_taken_out_of_the_chain),
		WITH_ROWS(a_head_kept_early_still_fits_when_the_audit_has_grown),
		WITH_ROWS(what_was_rolled_back_leaves_no_row_and_no_hole),
		WITH_ROWS(a_row_without_an_action_is_refused),
		WITH_ROWS(rows_are_found_by_who_what_which_why_and_when),
		WITH_ROWS(the_newest_comes_first_and_pages_go_on_behind),
		cmocka_unit_test(a_head_that_is_none_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
