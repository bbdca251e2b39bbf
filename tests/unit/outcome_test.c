/* SPDX-License-Identifier: Apache-2.0 */
/* What domain/disclosures/outcome.h promises, on a registry of its own with a case of a named reporter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "publication_log.h"

#include <cmocka.h>

#include "cases.h"
#include "domain/disclosures/outcome.h"
#include "publication/facts.h"

#define QUERY(word, rows, text) static const struct query word = { #word, "queries/test.sql", rows, text }

QUERY(outcome_versions, QUERY_MANY, "select * from outcome order by version");
QUERY(outcome_steps, QUERY_MANY, "select * from outcome_step order by version, position");
QUERY(log_rows, QUERY_MANY, "select kind, subject, withdrawn, coalesce(body, '') as body, approved_by from publication order by seq");
QUERY(mark_rows, QUERY_MANY, "select mark from outcome_mark order by mark");

static const struct query *const queries[] = { &outcome_versions, &outcome_steps, &log_rows, &mark_rows };
static const struct query_pack test_pack = { queries, 4 };
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
	struct case_letter letter = {
		.envelope = ENVELOPE,
		.lookup = LOOKUP,
		.opening = "{}",
		.said = values_of_texts(fixture->work.arena, "kind", "COMPLAINT", "facility", "F1", "place", "", "story", STORY, "wish", "",
					"happened", "", "going_on", "", "reply_by", "receipt", "contact_name", "欧阳小敏", "contact_phone",
					"138-0000 1234", "contact_other", "", NULL),
		.lane = "slow",
		.sent_at = NOW,
	};
	const char *number;

	values_put_integer(letter.said, "anonymous", 0);
	assert_int_equal(case_open(&fixture->work, &letter, &number), CASE_DONE);
	assert_string_equal(number, NUMBER);
	assert_true(sql_script(fixture->log.sql, "update cases set matter = 'FOOD'"));
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);
	const char *problem = "";

	*state = fixture;
	assert_true(log_set_up(&fixture->log) && sql_prepare(fixture->log.sql, packs) && sql_script(fixture->log.sql, district));
	fixture->work = (struct casework){ .sql = fixture->log.sql, .arena = fixture->log.arena, .now = NOW };
	assert_true(key_make(log_path(&fixture->log, "contact.key"), fixture->log.arena, &problem));
	fixture->work.contact_key = key_file_open(log_path(&fixture->log, "contact.key"), fixture->log.arena, &problem);
	unlink(log_path(&fixture->log, "contact.key"));
	assert_non_null(fixture->work.contact_key);
	assert_true(sql_begin(fixture->log.sql));
	open_case(fixture);
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	sql_rollback(fixture->log.sql);
	key_file_close(fixture->work.contact_key);
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
	assert_true(outcome_expire(&fixture->work, fixture->work.now, &expired));
	assert_int_equal(expired, 0);
	fixture->work.now++;
	assert_true(outcome_expire(&fixture->work, fixture->work.now, &expired));
	assert_int_equal(expired, 1);
	assert_string_equal(text_of(fixture, 1, "state"), "READY");
	assert_true(outcome_expire(&fixture->work, fixture->work.now, &expired));
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

/* A finding that changes. */

/* The reporter said no, somebody else looked anew. */
static void look_anew(struct fixture *fixture, const char *verdict)
{
	struct outcome_approval by = approval(fixture, "reviewer");

	fixture->work.now += 5 * (int64_t)DAY;
	assert_true(sql_script(fixture->log.sql, "update cases set reopened = 1, state = 'HANDLING', closed_at = null"));
	assert_int_equal(outcome_review(&fixture->work, NUMBER, &by), CASE_DONE);
	fixture->work.now += DAY;
	if (verdict) {
		assert_true(sql_script(fixture->log.sql, "update cases set state = 'CLOSED', closed_at = 1"));
		finding(fixture, verdict, "reviewer");
		assert_int_equal(outcome_review(&fixture->work, NUMBER, &by), CASE_DONE);
	}
}

static const char *newest_body(struct fixture *fixture)
{
	struct rows rows = all(fixture, &log_rows);

	return values_text(&rows.at[rows.count - 1], "body");
}

static void what_is_public_says_that_it_is_looked_at_anew_and_when_it_stands_no_more(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	look_anew(fixture, NULL);
	assert_non_null(strstr(newest_body(fixture), "\"review\":\"UNDER_REVIEW\""));
	look_anew(fixture, "NOT_SUBSTANTIATED");
	assert_non_null(strstr(newest_body(fixture), "\"review\":\"CHANGED\""));
	assert_int_equal(all(fixture, &log_rows).count, 3);
}

static void what_is_found_again_is_public_without_a_flag(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	look_anew(fixture, NULL);
	look_anew(fixture, "SUBSTANTIATED_CORRECTED");
	assert_non_null(strstr(newest_body(fixture), "\"review\":\"\""));
}

static void a_finding_that_takes_back_what_is_public_drafts_that_and_is_approved_by_who_took_no_part(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	look_anew(fixture, "NOT_SUBSTANTIATED");
	assert_int_equal(all(fixture, &outcome_versions).count, 2);
	assert_string_equal(text_of(fixture, 2, "state"), "DRAFT");
	assert_string_equal(text_of(fixture, 2, "review_verdict"), "NOT_SUBSTANTIATED");
	assert_string_equal(text_of(fixture, 1, "state"), "PUBLISHED");
	assert_int_equal(outcome_edit(&fixture->work, fixture->code, "officer", &(struct outcome_words){ "复核后认定不属实。", "FOOD", "NOT_SUBSTANTIATED" }),
			 CASE_DONE);
	/* Nothing is said against the facility: it need not be heard. */
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
	assert_string_equal(text_of(fixture, 2, "state"), "READY");
	assert_int_equal(approve(fixture, "reviewer"), CASE_FORBIDDEN);
	assert_int_equal(approve(fixture, "approver"), CASE_FORBIDDEN); /* published what is taken back */
	assert_string_equal(fixture->work.why, "took_part");
	assert_int_equal(approve(fixture, "other_approver"), CASE_DONE);
	assert_non_null(strstr(newest_body(fixture), "\"verdict\":\"NOT_SUBSTANTIATED\""));
	assert_non_null(strstr(newest_body(fixture), "\"review\":\"\""));
	assert_string_equal(text_of(fixture, 1, "state"), "SUPERSEDED");
}

static void withdrawing_drops_the_draft_that_would_take_it_back(void **state)
{
	struct fixture *fixture = *state;
	struct outcome_approval reviewer = approval(fixture, "reviewer"), by = approval(fixture, "other_approver"), first = approval(fixture, "approver");

	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	look_anew(fixture, "NOT_SUBSTANTIATED");
	assert_int_equal(outcome_withdraw(&fixture->work, fixture->code, &reviewer, "复核不属实"), CASE_FORBIDDEN);
	assert_int_equal(outcome_withdraw(&fixture->work, fixture->code, &first, "复核不属实"), CASE_FORBIDDEN);
	assert_int_equal(outcome_withdraw(&fixture->work, fixture->code, &by, "复核不属实"), CASE_DONE);
	assert_string_equal(text_of(fixture, 2, "state"), "DROPPED");
}

static void a_correction_begins_from_the_newest_finding(void **state)
{
	struct fixture *fixture = *state;

	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	look_anew(fixture, "NOT_SUBSTANTIATED");
	assert_int_equal(outcome_drop(&fixture->work, fixture->code, "other_approver", "重写"), CASE_DONE);
	assert_int_equal(outcome_correct(&fixture->work, fixture->code, "officer", "复核结论"), CASE_DONE);
	assert_string_equal(text_of(fixture, 3, "review_verdict"), "NOT_SUBSTANTIATED");
}

/* In the approver's stead. */

#define RULE "outcome.stand_in.supervisor"

static void add_account(struct fixture *fixture, const char *name, const char *role, const char *account_state)
{
	assert_true(sql_script(fixture->log.sql, arena_format(fixture->log.arena,
		"insert into account (name, full_name, department, state, password, password_changed_at, totp_step, created_at, created_by, changed_at)"
		" values ('%s', '%s', '', '%s', '', 0, 0, 0, 'test', 0);"
		"insert into account_role (account, role) values ('%s', '%s');"
		"insert into account_scope (account, kind, code) values ('%s', 'DISTRICT', '')", name, name, account_state, name, role, name)));
}

/* A district of one approver, who published what was found, and of a supervisor; then the finding does not stand. */
static void overturn_before_the_only_approver(struct fixture *fixture)
{
	assert_true(sql_script(fixture->log.sql, "insert into rule values ('" RULE "', '310107', 1, 'yes', '2023-01-01', null, '本区规定', 'BLOCK')"));
	add_account(fixture, "approver", "APPROVER", "ACTIVE");
	add_account(fixture, "supervisor", "SUPERVISOR", "ACTIVE");
	make_ready(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_DONE);
	look_anew(fixture, "NOT_SUBSTANTIATED");
	assert_int_equal(outcome_edit(&fixture->work, fixture->code, "officer", &(struct outcome_words){ "复核后认定不属实。", "FOOD", "NOT_SUBSTANTIATED" }),
			 CASE_DONE);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
}

static enum case_answer approve_in_stead(struct fixture *fixture, const char *who)
{
	struct outcome_approval by = approval(fixture, who);

	by.stands_in = true;
	fixture->work.why = "";
	return outcome_approve(&fixture->work, fixture->code, &by);
}

static enum case_answer withdraw_in_stead(struct fixture *fixture, const char *who)
{
	struct outcome_approval by = approval(fixture, who);

	by.stands_in = true;
	fixture->work.why = "";
	return outcome_withdraw(&fixture->work, fixture->code, &by, "复核不属实");
}

static void where_the_only_approver_took_part_the_role_that_the_rule_names_decides(void **state)
{
	struct fixture *fixture = *state;
	const char *rule;
	struct rows rows;

	overturn_before_the_only_approver(fixture);
	assert_int_equal(approve(fixture, "approver"), CASE_FORBIDDEN);
	assert_true(outcome_deciders(&fixture->work, fixture->code, &rows));
	assert_int_equal(rows.count, 1);
	assert_string_equal(values_text(&rows.at[0], "name"), "supervisor");
	assert_int_equal(outcome_stands_in(&fixture->work, fixture->code, "supervisor", &rule), CASE_DONE);
	assert_string_equal(rule, RULE);
	assert_int_equal(approve_in_stead(fixture, "supervisor"), CASE_DONE);
	assert_string_equal(text_of(fixture, 1, "state"), "SUPERSEDED");
	assert_non_null(strstr(newest_body(fixture), "\"verdict\":\"NOT_SUBSTANTIATED\""));
	rows = all(fixture, &outcome_steps);
	assert_string_equal(values_text(&rows.at[rows.count - 1], "actor"), "STAND_IN");
}

static void who_stands_in_may_withdraw_instead_with_a_reason(void **state)
{
	struct fixture *fixture = *state;
	struct outcome_approval by = approval(fixture, "supervisor");

	by.stands_in = true;
	overturn_before_the_only_approver(fixture);
	assert_int_equal(outcome_withdraw(&fixture->work, fixture->code, &by, ""), CASE_UNSAID);
	assert_int_equal(withdraw_in_stead(fixture, "supervisor"), CASE_DONE);
	assert_string_equal(text_of(fixture, 1, "state"), "WITHDRAWN");
	assert_string_equal(text_of(fixture, 2, "state"), "DROPPED");
}

static void nobody_stands_in_as_soon_as_there_is_an_approver_who_took_no_part(void **state)
{
	struct fixture *fixture = *state;
	struct rows rows;

	overturn_before_the_only_approver(fixture);
	add_account(fixture, "other_approver", "APPROVER", "ACTIVE");
	assert_int_equal(approve_in_stead(fixture, "supervisor"), CASE_FORBIDDEN);
	assert_string_equal(fixture->work.why, "not_in_stead");
	assert_int_equal(withdraw_in_stead(fixture, "supervisor"), CASE_FORBIDDEN);
	assert_true(outcome_deciders(&fixture->work, fixture->code, &rows));
	assert_int_equal(rows.count, 1);
	assert_string_equal(values_text(&rows.at[0], "name"), "other_approver");
	assert_int_equal(approve(fixture, "other_approver"), CASE_DONE);
}

static void an_approver_who_cannot_come_in_does_not_keep_the_stand_in_away(void **state)
{
	static const char *const states[] = { "INVITED", "DISABLED" };
	struct fixture *fixture = *state;

	overturn_before_the_only_approver(fixture);
	for (size_t i = 0; i < 2; i++)
		add_account(fixture, states[i][0] == 'I' ? "invited" : "disabled", "APPROVER", states[i]);
	assert_int_equal(approve_in_stead(fixture, "supervisor"), CASE_DONE);
}

static void nobody_stands_in_without_a_rule_that_is_valid_today_and_names_the_role(void **state)
{
	static const char *const changes[] = { "update rule set effective_to = '2026-11-01' where key = '" RULE "'",
					       "update rule set effective_from = '2027-01-01', effective_to = null where key = '" RULE "'",
					       "update rule set key = 'outcome.stand_in.auditor', effective_from = '2023-01-01' where key = '" RULE "'" };
	struct fixture *fixture = *state;
	struct rows rows;

	overturn_before_the_only_approver(fixture);
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		assert_true(sql_script(fixture->log.sql, changes[i]));
		assert_int_equal(approve_in_stead(fixture, "supervisor"), CASE_FORBIDDEN);
		assert_int_equal(withdraw_in_stead(fixture, "supervisor"), CASE_FORBIDDEN);
		assert_true(outcome_deciders(&fixture->work, fixture->code, &rows));
		assert_int_equal(rows.count, 0);
	}
}

static void who_took_part_does_not_stand_in_either(void **state)
{
	static const char *const parts[] = {
		"insert into outcome_step values ((select min(code) from outcome), 1, 99, 0, 'DRAFT', 'DRAFT', 'PREPARER', 'supervisor', '')",
		"update finding set made_by = 'supervisor' where position = 1",
		"update cases set handler = 'supervisor'",
		"insert into case_step values ('" NUMBER "', 99, 0, 'DISPATCHED', 'HANDLING', '', '', 'DEPARTMENT', 'supervisor')",
		"update outcome set approved_by = 'supervisor' where version = 1",
	};
	struct fixture *fixture = *state;

	overturn_before_the_only_approver(fixture);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		assert_true(sql_script(fixture->log.sql, arena_format(fixture->log.arena, "savepoint part; %s", parts[i])));
		assert_int_equal(approve_in_stead(fixture, "supervisor"), CASE_FORBIDDEN);
		assert_string_equal(fixture->work.why, "took_part");
		assert_int_equal(withdraw_in_stead(fixture, "supervisor"), CASE_FORBIDDEN);
		assert_true(sql_script(fixture->log.sql, "rollback to part; release part"));
	}
	assert_int_equal(approve_in_stead(fixture, "supervisor"), CASE_DONE);
}

static void who_stands_in_neither_drops_nor_sends_back(void **state)
{
	struct fixture *fixture = *state;

	overturn_before_the_only_approver(fixture);
	assert_int_equal(outcome_send_back(&fixture->work, fixture->code, OUTCOME_STAND_IN, "supervisor", "重写"), CASE_FORBIDDEN);
	assert_false(flow_may(&outcome_flow, "READY", "DROPPED", OUTCOME_STAND_IN));
}

/* What may leave. */

static void a_place_of_a_template_that_is_left_over_goes_nowhere(void **state)
{
	static const char *const gaps[] = { "机构没有（写明看到什么）。", "经检查，（  ）机构已整改。", "经检查，XXX 已整改。", NULL };
	static const char *const left[] = { "问题属实：（写明查到什么）。", "{matter}的问题属实。", NULL };
	struct fixture *fixture = *state;

	assert_true(sql_script(fixture->log.sql, "update reply_template set text = '{matter}的问题属实：（写明查到什么）。'"));
	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_UNFIT);
	assert_string_equal(fixture->work.problem, "（写明查到什么）");
	for (const char *const *text = left; *text; text++) {
		assert_int_equal(edit(fixture, "officer", *text), CASE_DONE);
		assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_UNFIT);
		assert_string_equal(fixture->work.why, "placeholder_left");
	}
	/* What no template has, but asks for words all the same. */
	assert_true(sql_script(fixture->log.sql, "insert into term (list, code, name, position) values ('placeholder_word', 'P01', '写明', 1), "
						 "('placeholder_sign', 'S01', 'XXX', 1)"));
	for (const char *const *text = gaps; *text; text++) {
		assert_int_equal(edit(fixture, "officer", *text), CASE_DONE);
		assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_UNFIT);
		assert_string_equal(fixture->work.why, "placeholder_left");
	}
	/* A bracket of one's own is none. */
	assert_int_equal(edit(fixture, "officer", "厨房没有健康证（两人），已补办。"), CASE_DONE);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
}

static struct values *newest(struct fixture *fixture)
{
	enum case_answer answer;

	return casework_row(&fixture->work, &Q_outcome_newest, "code", fixture->code, &answer);
}

static void personal_data_is_marked_before_the_facility_sees_it_and_stays_only_with_a_reason(void **state)
{
	static const struct { const char *text; enum outcome_mark_kind kind; const char *words; } marked[] = {
		{ "检查时两个班的孩子挤在一间屋里。", MARK_OWN_WORDS, "两个班的孩子挤在一间屋里" },
		{ "请电 139 1111-2222 联系。", MARK_TELEPHONE, "139 1111-2222" },
		{ "请电 13812345678 13987654321。", MARK_TELEPHONE, "13812345678 13987654321" },
		{ "2026-11-25 13812345678 来电。", MARK_TELEPHONE, "13812345678" },
		{ "2026年11月25日 13812345678 来电。", MARK_TELEPHONE, "13812345678" },
		{ "13812345678 302室", MARK_TELEPHONE, "13812345678 302" },
		{ "请电 138.1234.5678 联系。", MARK_TELEPHONE, "138.1234.5678" },
		{ "请电 138—1234—5678 联系。", MARK_TELEPHONE, "138—1234—5678" },
		{ "请电 138–1234－5678 联系。", MARK_TELEPHONE, "138–1234－5678" },
		{ "请电 021‐6000‐0001 联系。", MARK_TELEPHONE, "021‐6000‐0001" },
		{ "请电１３９１１１１２２２２联系。", MARK_TELEPHONE, "１３９１１１１２２２２" },
		{ "13812345678—2026-11-25 来电。", MARK_TELEPHONE, "13812345678" },
		{ "身份证 31010720230101123X 的幼儿。", MARK_IDENTITY, "31010720230101123X" },
		{ "检查时王老师不在岗。", MARK_NAME, "王老师" },
		{ "幼儿张小宝受了轻伤。", MARK_NAME, "张小宝" },
		{ "幼儿乐乐受了轻伤。", MARK_NAME, "乐乐" },
		{ "是一位妈妈反映的。", MARK_TELLS, "妈妈" },
		{ "机构说是隔壁班的人告的，检测报告的结论合格，设有妈妈小屋。", MARK_TELLS, "告的" },
	};
	struct fixture *fixture = *state;
	struct outcome_marks marks;

	assert_true(sql_script(fixture->log.sql,
			       "insert into name_word values ('王', 'SURNAME'), ('张', 'SURNAME'), ('老师', 'AFTER'), ('孩子', 'BEFORE'),"
			       "('妈妈', 'TELLS'), ('告的', 'TELLS'), ('报告的', 'HARMLESS'), ('妈妈小屋', 'HARMLESS');"
			       "update cases set wish = '请查清张小宝为什么受伤，我家孩子乐乐也在这个班'"));
	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	for (size_t i = 0; i < sizeof marked / sizeof *marked; i++) {
		marks = (struct outcome_marks){ 0 };
		assert_int_equal(edit(fixture, "officer", marked[i].text), CASE_DONE);
		assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_UNFIT);
		assert_string_equal(fixture->work.why, "marks_unsettled");
		assert_int_equal(outcome_marks_find(&fixture->work, newest(fixture), marked[i].text, &marks), CASE_DONE);
		assert_int_equal(marks.count, 1);
		assert_int_equal(marks.at[0].kind, marked[i].kind);
		assert_string_equal(marks.at[0].words, marked[i].words);
	}
	assert_int_equal(outcome_marks_settle(&fixture->work, fixture->code, "officer", marks.at[0].id, ""), CASE_UNSAID);
	assert_int_equal(outcome_marks_settle(&fixture->work, fixture->code, "officer", marks.at[0].id, "机构给这个班起的名字"), CASE_DONE);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
	/* What the facility says is looked at before it is published. */
	assert_int_equal(outcome_answer(&fixture->work, fixture->code, "officer", "请打 13911112222。", "LETTER"), CASE_DONE);
	assert_int_equal(approve(fixture, "approver"), CASE_UNFIT);
	assert_int_equal(all(fixture, &log_rows).count, 0);
}

static void a_day_and_an_amount_are_no_telephone(void **state)
{
	struct fixture *fixture = *state;

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(edit(fixture, "officer", "2026-11-25 检查，罚款 20000 元，12 月 1 日前改好。2026年11月25日 20000.00 元、1200000元，２０２６．１１．２５—2026-12-05 复查。"),
			 CASE_DONE);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_DONE);
}

static void more_marks_than_can_be_shown_are_refused(void **state)
{
	struct fixture *fixture = *state;
	struct outcome_marks marks = { 0 };
	const char *text = "";

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	for (int i = 0; i < OUTCOME_MARKS + 1; i++)
		text = arena_format(fixture->log.arena, "%s139111122%02d，", text, i);
	assert_int_equal(edit(fixture, "officer", text), CASE_DONE);
	assert_int_equal(outcome_marks_find(&fixture->work, newest(fixture), text, &marks), CASE_DONE);
	for (size_t i = 0; i < marks.count; i++)
		assert_int_equal(outcome_marks_settle(&fixture->work, fixture->code, "officer", marks.at[i].id, "机构的电话"), CASE_DONE);
	assert_int_equal(outcome_open_answer(&fixture->work, fixture->code, "officer"), CASE_UNFIT);
	assert_string_equal(fixture->work.why, "marks_too_many");
}

static const char *kept_mark(struct fixture *fixture, const char *id)
{
	struct rows rows;

	assert_int_equal(outcome_marks_settle(&fixture->work, fixture->code, "officer", id, "机构的电话"), CASE_DONE);
	rows = all(fixture, &mark_rows);
	assert_int_equal(rows.count, 1);
	return values_text(&rows.at[0], "mark");
}

static void what_is_kept_of_a_mark_tells_nothing_once_it_is_erased(void **state)
{
	struct fixture *fixture = *state;
	struct outcome_marks marks = { 0 };
	const char *kept;

	finding(fixture, "SUBSTANTIATED_CORRECTED", "officer");
	assert_int_equal(outcome_marks_find(&fixture->work, newest(fixture), "请打 13911112222。", &marks), CASE_DONE);
	kept = kept_mark(fixture, marks.at[0].id);
	assert_string_equal(kept_mark(fixture, marks.at[0].id), kept);
	assert_true(sql_script(fixture->log.sql, "delete from outcome_mark"));
	assert_string_not_equal(kept_mark(fixture, marks.at[0].id), kept);
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
		TEST(what_is_public_says_that_it_is_looked_at_anew_and_when_it_stands_no_more),
		TEST(what_is_found_again_is_public_without_a_flag),
		TEST(a_finding_that_takes_back_what_is_public_drafts_that_and_is_approved_by_who_took_no_part),
		TEST(withdrawing_drops_the_draft_that_would_take_it_back),
		TEST(a_correction_begins_from_the_newest_finding),
		TEST(where_the_only_approver_took_part_the_role_that_the_rule_names_decides),
		TEST(who_stands_in_may_withdraw_instead_with_a_reason),
		TEST(nobody_stands_in_as_soon_as_there_is_an_approver_who_took_no_part),
		TEST(an_approver_who_cannot_come_in_does_not_keep_the_stand_in_away),
		TEST(nobody_stands_in_without_a_rule_that_is_valid_today_and_names_the_role),
		TEST(who_took_part_does_not_stand_in_either),
		TEST(who_stands_in_neither_drops_nor_sends_back),
		TEST(a_place_of_a_template_that_is_left_over_goes_nowhere),
		TEST(personal_data_is_marked_before_the_facility_sees_it_and_stays_only_with_a_reason),
		TEST(a_day_and_an_amount_are_no_telephone),
		TEST(more_marks_than_can_be_shown_are_refused),
		TEST(what_is_kept_of_a_mark_tells_nothing_once_it_is_erased),
		TEST(every_step_is_noted_with_who_took_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
