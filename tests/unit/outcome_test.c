/* SPDX-License-Identifier: Apache-2.0 */
/* What cases/outcome.h promises, on a registry of its own with a case of a named reporter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "publication_log.h"

#include <cmocka.h>

#include "cases.h"
#include "cases/outcome.h"
#include "publication/facts.h"

#define QUERY(word, rows, text) static const struct query word = { #word, "queries/test.sql", rows, text }

QUERY(outcome_versions, QUERY_MANY, "select * from outcome order by version");
QUERY(outcome_steps, QUERY_MANY, "select * from outcome_step order by version, position");
QUERY(log_rows, QUERY_MANY, "select kind, subject, withdrawn, coalesce(body, '') as body, approved_by from publication order by seq");

static const struct query *const queries[] = { &outcome_versions, &outcome_steps, &log_rows };
static const struct query_pack test_pack = { queries, 3 };
static const struct query_pack *const packs[] = { &cases_pack, &test_pack, NULL };

/* 2026-11-25 10:00 in Shanghai, a Wednesday. */
#define NOW 1795572000
#define DAY 86400
#define STORY "星期二下午我看到两个班的孩子挤在一间屋里，厨房门开着，王老师不在。"
#define LOOKUP "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define ENVELOPE "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define NUMBER "2026-000001"

static const char district[] =
	"insert into street values ('310107015', '长寿路街道', 31.2, 121.4, '', 1);"
	"insert into facility (code, name, kind, street_code, address, lat, lon, filing_state, changed_at)"
	" values ('F1', '青苗托育园', 'INST_PROFIT', '310107015', '某路 1 号', 31.2, 121.4, 'FILED', 0);"
	"insert into rule values ('outcome.answer_days', '310107', 10, 'workday', '2023-01-01', null, '十个工作日', 'WARN');"
	"insert into workday values ('2026-02-15', 1, '春节', '通知');"
	"insert into term values ('matter', 'FOOD', '食品和厨房', 4), ('matter', 'OTHER', '其他', 12);"
	"insert into reply_template values ('OUTCOME_SUBSTANTIATED_CORRECTED', '公示', '', 'OUTCOME', '{matter}的问题属实，{found_on} 已整改。', 1, 0, '');";

struct fixture {
	struct log_fixture log;
	struct casework work;
	const char *code;
};

static void finding(struct fixture *fixture, const char *verdict, const char *who)
{
	const char *text = arena_format(fixture->work.arena,
					"insert into finding values ('" NUMBER "', (select count(*) + 1 from finding), '%s', '', '答复', %lld, '%s')",
					verdict, (long long)fixture->work.now, who);

	assert_true(sql_script(fixture->log.sql, text));
	assert_int_equal(outcome_of_finding(&fixture->work, NUMBER, &fixture->code), CASE_DONE);
}

static void open_case(struct fixture *fixture)
{
	struct case_letter letter = { .envelope = ENVELOPE, .lookup = LOOKUP, .opening = "{}", .kind = "COMPLAINT", .facility = "F1",
				      .place = "", .story = STORY, .wish = "", .happened = "", .going_on = "", .reply_by = "receipt",
				      .contact_name = "欧阳小敏", .contact_phone = "138-0000 1234", .contact_other = "", .lane = "slow",
				      .sent_at = NOW };
	const char *number;

	assert_int_equal(case_open(&fixture->work, &letter, &number), CASE_DONE);
	assert_string_equal(number, NUMBER);
	assert_true(sql_script(fixture->log.sql, "update cases set matter = 'FOOD'"));
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	assert_true(log_set_up(&fixture->log) && sql_prepare(fixture->log.sql, packs) && sql_script(fixture->log.sql, district));
	fixture->work = (struct casework){ .sql = fixture->log.sql, .arena = fixture->log.arena, .now = NOW };
	assert_true(sql_begin(fixture->log.sql));
	open_case(fixture);
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	sql_rollback(fixture->log.sql);
	log_tear_down(&fixture->log);
	test_free(fixture);
	return 0;
}

static struct rows all(struct fixture *fixture, const struct query *query)
{
	struct rows rows;

	assert_true(sql_list(fixture->log.sql, query, NULL, fixture->log.arena, 1000, &rows));
	return rows;
}

static const char *text_of(struct fixture *fixture, size_t version, const char *name)
{
	struct rows rows = all(fixture, &outcome_versions);

	assert_true(version <= rows.count);
	return values_text(&rows.at[version - 1], name);
}

static struct outcome_approval approval(struct fixture *fixture, const char *who)
{
	return (struct outcome_approval){ .who = who, .full_name = "周批准", .log_signer = fixture->log.signer };
}

static enum case_answer edit(struct fixture *fixture, const char *who, const char *summary)
{
	struct outcome_words words = { summary, "FOOD", "SUBSTANTIATED_CORRECTED" };

	return outcome_edit(&fixture->work, fixture->code, who, &words);
}

/* As far as the approver's desk. */
static void make_ready(struct fixture *fixture)
{
	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(edit(fixture, "officer", "厨房没有健康证，已补办。"), CASE_DONE);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
	assert_int_equal(outcome_answer(&fixture->work, fixture->code, "officer", "我们已经整改。", "LETTER"), CASE_DONE);
}

static enum case_answer approve(struct fixture *fixture, const char *who)
{
	struct outcome_approval by = approval(fixture, who);

	return outcome_approve(&fixture->work, fixture->code, &by);
}

/* Drafting. */

static void a_substantiated_finding_drafts_an_outcome_with_words_to_begin_from(void **state)
{
	struct fixture *fixture = *state;

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(all(fixture, &outcome_versions).count, 1);
	assert_string_equal(text_of(fixture, 1, "state"), "DRAFT");
	assert_string_equal(text_of(fixture, 1, "facility_name"), "青苗托育园");
	assert_string_equal(text_of(fixture, 1, "street_code"), "310107015");
	assert_string_equal(text_of(fixture, 1, "summary"), "食品和厨房的问题属实，2026-11-25 已整改。");
	assert_string_equal(text_of(fixture, 1, "prepared_by"), "officer");
}

static void its_code_tells_nothing_of_the_case(void **state)
{
	struct fixture *fixture = *state;

	finding(fixture, "SUBSTANTIATED_ENFORCED", "officer");
	assert_int_equal(strlen(fixture->code), 10);
	assert_null(strstr(fixture->code, "000001"));
}

static void other_findings_draft_none(void **state)
{
	struct fixture *fixture = *state;

	finding(fixture, "NOT_SUBSTANTIATED", "officer");
	assert_string_equal(fixture->code, "");
	assert_int_equal(all(fixture, &outcome_versions).count, 0);
}

static void a_place_that_is_on_no_list_has_none(void **state)
{
	struct fixture *fixture = *state;

	assert_true(sql_script(fixture->log.sql, "update cases set facility_code = null, place = '某处'"));
	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(all(fixture, &outcome_versions).count, 0);
}

static void a_finding_that_is_overturned_drops_what_is_on_its_way(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	finding(fixture, "NOT_SUBSTANTIATED", "reviewer");
	assert_string_equal(text_of(fixture, 1, "state"), "DROPPED");
}

static void a_finding_anew_keeps_the_words_and_takes_the_new_verdict(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	finding(fixture, "SUBSTANTIATED_ENFORCED", "reviewer");
	assert_int_equal(all(fixture, &outcome_versions).count, 1);
	assert_string_equal(text_of(fixture, 1, "state"), "DRAFT");
	assert_string_equal(text_of(fixture, 1, "verdict"), "SUBSTANTIATED_ENFORCED");
	assert_string_equal(text_of(fixture, 1, "summary"), "厨房没有健康证，已补办。");
}

/* The facility's right to answer. */

static void the_facility_has_ten_workdays(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
	rows = all(fixture, &outcome_versions);
	/* 2026-12-09, its last second in Shanghai. */
	assert_int_equal(values_integer(&rows.at[0], "answer_until"), 1796831999);
}

static void without_words_nothing_is_shown_to_it(void **state)
{
	struct fixture *fixture = *state;

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(edit(fixture, "officer", ""), CASE_DONE);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_UNSAID);
}

static void while_it_may_answer_the_words_stand_still(void **state)
{
	struct fixture *fixture = *state;

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
	assert_int_equal(edit(fixture, "officer", "别的话"), CASE_FORBIDDEN);
	assert_int_equal(outcome_send_back(&fixture->work, fixture->code, OUTCOME_PREPARER, "officer", ""), CASE_UNSAID);
	assert_int_equal(outcome_send_back(&fixture->work, fixture->code, OUTCOME_PREPARER, "officer", "写错了"), CASE_DONE);
	assert_int_equal(edit(fixture, "officer", "别的话"), CASE_DONE);
}

static void an_answer_takes_words_and_how_it_came(void **state)
{
	struct fixture *fixture = *state;

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
	assert_int_equal(outcome_answer(&fixture->work, fixture->code, "officer", "", "PHONE"), CASE_UNSAID);
	assert_int_equal(outcome_answer(&fixture->work, fixture->code, "officer", "无异议", ""), CASE_UNSAID);
	assert_int_equal(outcome_answer(&fixture->work, fixture->code, "officer", "无异议", "PHONE"), CASE_DONE);
	assert_string_equal(text_of(fixture, 1, "state"), "READY");
}

static void words_that_change_after_its_answer_are_shown_to_it_anew(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	assert_int_equal(outcome_send_back(&fixture->work, fixture->code, OUTCOME_APPROVER, "approver", "请写明依据"), CASE_DONE);
	assert_int_equal(edit(fixture, "officer", "依据某条，已整改。"), CASE_DONE);
	assert_int_equal(approve(fixture, "approver"), CASE_FORBIDDEN);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
	assert_string_equal(text_of(fixture, 1, "answer"), "");
}

static void who_lets_the_time_pass_does_not_stop_it(void **state)
{
	struct fixture *fixture = *state;
	size_t expired;

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
	fixture->work.now = 1796831999;
	assert_true(outcome_expire(&fixture->work, &expired));
	assert_int_equal(expired, 0);
	fixture->work.now++;
	assert_true(outcome_expire(&fixture->work, &expired));
	assert_int_equal(expired, 1);
	assert_string_equal(text_of(fixture, 1, "state"), "READY");
	assert_true(outcome_expire(&fixture->work, &expired));
	assert_int_equal(expired, 0);
}

/* Four eyes. */

static void whoever_had_a_hand_in_it_cannot_approve(void **state)
{
	struct fixture *fixture = *state;

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(edit(fixture, "writer", "厨房没有健康证，已补办。"), CASE_DONE);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "opener"), CASE_DONE);
	assert_int_equal(outcome_answer(&fixture->work, fixture->code, "listener", "无", "PHONE"), CASE_DONE);
	for (const char *const *who = (const char *const[]){ "officer", "writer", "opener", "listener", NULL }; *who; who++) {
		assert_int_equal(approve(fixture, *who), CASE_FORBIDDEN);
		assert_int_equal(outcome_drop(&fixture->work, fixture->code, *who, "不想公示"), CASE_FORBIDDEN);
	}
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
}

static void the_table_itself_refuses_its_author_as_approver(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	assert_false(sql_script(fixture->log.sql, "update outcome set approved_by = prepared_by"));
}

/* Publishing. */

static void an_approved_outcome_is_in_the_log_under_the_approvers_name_and_says_nothing_of_the_reporter(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;
	const char *body;

	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	rows = all(fixture, &log_rows);
	assert_int_equal(rows.count, 1);
	body = values_text(&rows.at[0], "body");
	assert_string_equal(values_text(&rows.at[0], "kind"), "outcome");
	assert_string_equal(values_text(&rows.at[0], "subject"), fixture->code);
	assert_string_equal(values_text(&rows.at[0], "approved_by"), "周批准");
	assert_non_null(strstr(body, "厨房没有健康证，已补办。"));
	assert_non_null(strstr(body, "我们已经整改。"));
	for (const char *const *secret = (const char *const[]){ NUMBER, "欧阳", "138", "王老师", "case_number", "prepared_by", LOOKUP, NULL };
	     *secret; secret++)
		assert_null(strstr(body, *secret));
}

static void only_that_one_fact_is_published(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	assert_true(sql_script(fixture->log.sql, "update facility set name = '还没有公布的名字'"));
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	assert_int_equal(all(fixture, &log_rows).count, 1);
}

static void publishing_everything_finds_it_published_already(void **state)
{
	struct fixture *fixture = *state;
	struct publication_appending appending;
	struct publication_count count;
	struct rows rows;

	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	assert_true(publication_begin(&appending, fixture->log.sql, fixture->log.signer, APPROVER, NOW));
	assert_true(publication_publish(&appending, "", &count, NULL, NULL));
	rows = all(fixture, &log_rows);
	for (size_t i = 1; i < rows.count; i++)
		assert_string_not_equal(values_text(&rows.at[i], "kind"), "outcome");
	assert_int_equal(count.withdrawn, 0);
}

static void a_correction_takes_the_same_way_and_replaces_what_is_public(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	assert_int_equal(outcome_correct(&fixture->work, fixture->code, "officer", "处罚已决定"), CASE_DONE);
	assert_int_equal(outcome_correct(&fixture->work, fixture->code, "officer", "再来一次"), CASE_FORBIDDEN);
	assert_string_equal(text_of(fixture, 1, "state"), "PUBLISHED");
	assert_int_equal(edit(fixture, "officer", "已罚款，并已整改。"), CASE_DONE);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
	assert_int_equal(outcome_answer(&fixture->work, fixture->code, "officer", "接受。", "VISIT"), CASE_DONE);
	assert_int_equal(approve(fixture, "officer"), CASE_FORBIDDEN);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	assert_string_equal(text_of(fixture, 1, "state"), "SUPERSEDED");
	assert_string_equal(text_of(fixture, 2, "state"), "PUBLISHED");
	rows = all(fixture, &log_rows);
	assert_int_equal(rows.count, 2);
	assert_string_equal(values_text(&rows.at[1], "subject"), fixture->code);
	assert_non_null(strstr(values_text(&rows.at[0], "body"), "已补办"));
	assert_non_null(strstr(values_text(&rows.at[1], "body"), "已罚款"));
}

static void withdrawing_takes_a_reason_and_is_an_act_in_the_log(void **state)
{
	struct fixture *fixture = *state;
	struct outcome_approval by = approval(fixture, "approver"), author = approval(fixture, "officer");
	struct rows rows;

	make_ready(fixture);
	assert_int_equal(outcome_withdraw(&fixture->work, fixture->code, &by, "错了"), CASE_FORBIDDEN);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	assert_int_equal(outcome_withdraw(&fixture->work, fixture->code, &by, ""), CASE_UNSAID);
	assert_int_equal(outcome_withdraw(&fixture->work, fixture->code, &author, "错了"), CASE_FORBIDDEN);
	assert_int_equal(outcome_withdraw(&fixture->work, fixture->code, &by, "复议撤销"), CASE_DONE);
	rows = all(fixture, &log_rows);
	assert_int_equal(rows.count, 2);
	assert_int_equal(values_integer(&rows.at[1], "withdrawn"), 1);
	assert_string_equal(text_of(fixture, 1, "end_reason"), "复议撤销");
}

static void one_that_was_dropped_is_not_published_any_more(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	assert_int_equal(outcome_drop(&fixture->work, fixture->code, "approver", ""), CASE_UNSAID);
	assert_int_equal(outcome_drop(&fixture->work, fixture->code, "approver", "涉及孩子隐私"), CASE_DONE);
	assert_int_equal(approve(fixture, "approver"), CASE_FORBIDDEN);
	assert_int_equal(all(fixture, &log_rows).count, 0);
}

static void a_facility_that_is_gone_leaves_its_outcome_publishable(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	assert_true(sql_script(fixture->log.sql, "delete from facility where code = 'F1'"));
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	assert_non_null(strstr(values_text(&all(fixture, &log_rows).at[0], "body"), "青苗托育园"));
}

static void a_case_whose_time_is_over_leaves_its_outcome(void **state)
{
	struct fixture *fixture = *state;
	struct outcome_approval by = approval(fixture, "approver");

	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	assert_true(sql_script(fixture->log.sql, "delete from cases"));
	assert_string_equal(text_of(fixture, 1, "state"), "PUBLISHED");
	assert_int_equal(outcome_withdraw(&fixture->work, fixture->code, &by, "期满"), CASE_DONE);
}

/* Who reported. */

static void words_that_would_tell_who_reported_go_neither_to_the_facility_nor_to_the_public(void **state)
{
	static const char *const telling[] = { "欧阳小敏反映属实。", "电话 13800001234 反映属实。", "138 0000 1234",
				       "１３８－００００－１２３４", "见 " NUMBER " 号件。" };
	struct fixture *fixture = *state;

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	for (size_t i = 0; i < sizeof telling / sizeof *telling; i++) {
		assert_int_equal(edit(fixture, "officer", telling[i]), CASE_DONE);
		assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_UNFIT);
	}
	assert_int_equal(edit(fixture, "officer", "厨房没有健康证。"), CASE_DONE);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
	assert_int_equal(outcome_answer(&fixture->work, fixture->code, "officer", "是欧阳小敏告的。", "LETTER"), CASE_DONE);
	assert_int_equal(approve(fixture, "approver"), CASE_UNFIT);
	assert_int_equal(all(fixture, &log_rows).count, 0);
	assert_string_equal(text_of(fixture, 1, "state"), "READY");
}

static void words_of_the_reporters_own_are_counted(void **state)
{
	struct fixture *fixture = *state;
	size_t shared;

	assert_int_equal(outcome_shares(&fixture->work, NUMBER, "检查时厨房门开着，王老师不在。", &shared), CASE_DONE);
	assert_int_equal(shared, strlen("厨房门开着，王老师不在。") / 3);
	assert_int_equal(outcome_shares(&fixture->work, NUMBER, "无关", &shared), CASE_DONE);
	assert_int_equal(shared, 0);
}

static void every_step_is_noted_with_who_took_it(void **state)
{
	static const char *const steps[] = { "DRAFT officer", "DRAFT officer", "ANSWERING officer", "READY officer", "PUBLISHED approver" };
	struct fixture *fixture = *state;
	struct rows rows;

	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	rows = all(fixture, &outcome_steps);
	assert_int_equal(rows.count, 5);
	for (size_t i = 0; i < rows.count; i++)
		assert_string_equal(arena_format(fixture->log.arena, "%s %s", values_text(&rows.at[i], "to_state"), values_text(&rows.at[i], "who")),
				    steps[i]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_substantiated_finding_drafts_an_outcome_with_words_to_begin_from),
		TEST(its_code_tells_nothing_of_the_case),
		TEST(other_findings_draft_none),
		TEST(a_place_that_is_on_no_list_has_none),
		TEST(a_finding_that_is_overturned_drops_what_is_on_its_way),
		TEST(a_finding_anew_keeps_the_words_and_takes_the_new_verdict),
		TEST(the_facility_has_ten_workdays),
		TEST(without_words_nothing_is_shown_to_it),
		TEST(while_it_may_answer_the_words_stand_still),
		TEST(an_answer_takes_words_and_how_it_came),
		TEST(words_that_change_after_its_answer_are_shown_to_it_anew),
		TEST(who_lets_the_time_pass_does_not_stop_it),
		TEST(whoever_had_a_hand_in_it_cannot_approve),
		TEST(the_table_itself_refuses_its_author_as_approver),
		TEST(an_approved_outcome_is_in_the_log_under_the_approvers_name_and_says_nothing_of_the_reporter),
		TEST(only_that_one_fact_is_published),
		TEST(publishing_everything_finds_it_published_already),
		TEST(a_correction_takes_the_same_way_and_replaces_what_is_public),
		TEST(withdrawing_takes_a_reason_and_is_an_act_in_the_log),
		TEST(one_that_was_dropped_is_not_published_any_more),
		TEST(a_facility_that_is_gone_leaves_its_outcome_publishable),
		TEST(a_case_whose_time_is_over_leaves_its_outcome),
		TEST(words_that_would_tell_who_reported_go_neither_to_the_facility_nor_to_the_public),
		TEST(words_of_the_reporters_own_are_counted),
		TEST(every_step_is_noted_with_who_took_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
