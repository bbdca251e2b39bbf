/* SPDX-License-Identifier: Apache-2.0 */
/* What domain/cases/desk.h promises of handling: requests, the reply, closing, review, notes, tasks, the meeting, who the reporter is. */
#include "case_fixture.h"

static const char *handled(void **state)
{
	const char *number = open_case(state);

	handle_case(state, number);
	return number;
}

static int64_t ask(void **state, const char *number, const char *what)
{
	int64_t position = 0;

	assert_done(case_ask(work_of(state), WANG(number), what, "要等检测报告", &position));
	return position;
}

static void an_extension_asked_by_one_is_granted_by_another_and_moves_the_reply_once(void **state)
{
	const char *number = handled(state);
	int64_t position = ask(state, number, "EXTENSION"), again;
	struct case_act same = { number, -1, CASE_APPROVER, "wang", "" };

	assert_refused(case_decide(work_of(state), &same, position, true, "", "延长"), CASE_FORBIDDEN, "own_request");
	assert_answer(case_decide(work_of(state), WANG(number), position, true, "", "延长"), CASE_FORBIDDEN);
	assert_answer(case_decide(work_of(state), CHIEF(number), position, true, "", ""), CASE_UNSAID);
	assert_string_equal(values_text(deadline_of(state, number, "REPLY"), "day"), "2026-11-30");
	assert_done(case_decide(work_of(state), CHIEF(number), position, true, "同意", "因为要等检测报告，延长到十五个工作日"));
	assert_string_equal(values_text(deadline_of(state, number, "REPLY"), "day"), "2026-12-14");
	assert_string_equal(values_text(deadline_of(state, number, "REPLY"), "rule"), "complaint.complex_days");
	assert_reads(number, "延长到十五个工作日");
	assert_refused(case_decide(work_of(state), CHIEF(number), position, false, "不同意", ""), CASE_FORBIDDEN, "request_decided");
	assert_refused(case_ask(work_of(state), WANG(number), "EXTENSION", "还要", &again), CASE_FORBIDDEN, "extended_before");
}

static void an_extension_that_is_refused_moves_nothing_and_says_why(void **state)
{
	const char *number = handled(state);
	int64_t position = ask(state, number, "EXTENSION"), again;

	assert_refused(case_ask(work_of(state), WANG(number), "EXTENSION", "还要", &again), CASE_FORBIDDEN, "request_waits");
	assert_answer(case_decide(work_of(state), CHIEF(number), position, false, "", ""), CASE_UNSAID);
	assert_done(case_decide(work_of(state), CHIEF(number), position, false, "时间够", ""));
	assert_string_equal(values_text(deadline_of(state, number, "REPLY"), "day"), "2026-11-30");
	assert_reads_nothing_of(number, "时间够");
	assert_int_equal(ask(state, number, "EXTENSION"), 2);
}

static void no_extension_after_the_last_day_nor_for_a_kind_without_one(void **state)
{
	const char *number = handled(state), *advice = open_letter(state, "ADVICE", "多种花", FACILITY, "");
	int64_t position = ask(state, number, "EXTENSION"), other;
	struct case_order order = { "EDUCATION", "", "", "" };

	assert_done(case_triage(work_of(state), DESK(advice), &(struct case_sorting){ "ADVICE", "ORDINARY", "", "" }));
	assert_done(case_accept(work_of(state), DESK(advice), ""));
	assert_done(case_dispatch(work_of(state), DESK(advice), &order));
	assert_done(case_take(work_of(state), WANG(advice)));
	assert_refused(case_ask(work_of(state), WANG(advice), "EXTENSION", "要", &other), CASE_FORBIDDEN, "no_extension");
	work_of(state)->now += 8 * DAY;
	assert_refused(case_decide(work_of(state), CHIEF(number), position, true, "", "延长"), CASE_LATE, "last_day_over");
	assert_done(case_decide(work_of(state), CHIEF(number), position, false, "已经到期", ""));
	assert_answer(case_ask(work_of(state), WANG(number), "EXTENSION", "要", &other), CASE_LATE);
}

static void only_the_lead_asks_and_only_while_it_handles(void **state)
{
	const char *number = open_case(state);
	int64_t position;

	accept_case(state, number);
	assert_answer(case_ask(work_of(state), WANG(number), "EXTENSION", "要", &position), CASE_FORBIDDEN);
	assert_done(case_dispatch(work_of(state), DESK(number), &(struct case_order){ "EDUCATION", "", "", "" }));
	assert_answer(case_ask(work_of(state), WANG(number), "EXTENSION", "要", &position), CASE_FORBIDDEN);
	assert_done(case_take(work_of(state), WANG(number)));
	assert_answer(case_ask(work_of(state), OFFICER(number, "sun", "MARKET"), "EXTENSION", "要", &position), CASE_FORBIDDEN);
	assert_answer(case_ask(work_of(state), WANG(number), "EXTENSION", "", &position), CASE_UNSAID);
	assert_answer(case_ask(work_of(state), WANG(number), "HOLIDAY", "要", &position), CASE_UNFIT);
}

static void a_suspended_clock_stands_still_by_workdays_and_the_reporter_is_told_why(void **state)
{
	const char *number = handled(state);
	int64_t position = ask(state, number, "SUSPENSION");

	assert_done(case_decide(work_of(state), CHIEF(number), position, true, "", "等检测报告出来再继续"));
	assert_case(number, "state", "SUSPENDED");
	assert_reads(number, "等检测报告出来再继续");
	work_of(state)->now += 7 * DAY;
	assert_answer(case_resume(work_of(state), OFFICER(number, "sun", "MARKET"), ""), CASE_FORBIDDEN);
	assert_done(case_resume(work_of(state), OFFICER(number, "li", "EDUCATION"), "报告出来了"));
	assert_case(number, "state", "HANDLING");
	assert_case(number, "handler", "wang");
	assert_string_equal(values_text(deadline_of(state, number, "REPLY"), "day"), "2026-12-07");
}

/* The state of the newest request as "decided ended". */
static const char *request_of(void **state, const char *number)
{
	struct rows rows;
	const struct values *newest;

	assert_true(casework_rows(work_of(state), &Q_case_request_list, "case_number", number, &rows));
	assert_true(rows.count > 0);
	newest = &rows.at[rows.count - 1];
	return arena_format(work_of(state)->arena, "%s %s", values_null(newest, "decided_at") ? "no" : "yes",
			    values_null(newest, "ended_at") ? "no" : "yes");
}

static void a_request_that_nobody_needs_any_more_ends_with_the_step_that_made_it_so(void **state)
{
	const char *replied = handled(state), *withdrawn = handled(state);
	int64_t position = ask(state, replied, "EXTENSION");

	assert_done(case_reply(work_of(state), WANG(replied), "NOT_SUBSTANTIATED", "", "查了"));
	assert_string_equal(request_of(state, replied), "no yes");
	assert_refused(case_decide(work_of(state), CHIEF(replied), position, true, "", "延长"), CASE_FORBIDDEN, "request_ended");
	assert_refused(case_decide(work_of(state), CHIEF(replied), position, false, "不用了", ""), CASE_FORBIDDEN, "request_ended");
	ask(state, withdrawn, "SUSPENSION");
	assert_done(case_move(work_of(state), &(struct case_move){ .number = withdrawn, .to = "CLOSED", .actor = CASE_REPORTER,
		.outcome = "WITHDRAWN", .verdict = "WITHDRAWN" }));
	assert_string_equal(request_of(state, withdrawn), "no yes");
}

static void an_extension_waits_while_the_clock_stands_still(void **state)
{
	const char *number = handled(state);
	int64_t extension = ask(state, number, "EXTENSION"), suspension = ask(state, number, "SUSPENSION");

	assert_done(case_decide(work_of(state), CHIEF(number), suspension, true, "", "等检测报告"));
	assert_refused(case_decide(work_of(state), CHIEF(number), extension, true, "", "延长"), CASE_FORBIDDEN, "clock_stands");
	assert_done(case_resume(work_of(state), WANG(number), ""));
	assert_done(case_decide(work_of(state), CHIEF(number), extension, true, "", "延长"));
	assert_string_equal(request_of(state, number), "yes no");
}

static void the_database_itself_refuses_a_decision_by_who_asked(void **state)
{
	const char *number = handled(state);

	ask(state, number, "EXTENSION");
	assert_false(sql_script(work_of(state)->sql, "update case_request set decided_by = asked_by, decided_at = 1, granted = 1"));
}

static void a_reply_takes_a_verdict_and_words_and_comes_from_the_lead(void **state)
{
	const char *number = handled(state);

	assert_answer(case_reply(work_of(state), OFFICER(number, "sun", "MARKET"), "NOT_SUBSTANTIATED", "", "查了"),
		      CASE_FORBIDDEN);
	assert_answer(case_reply(work_of(state), WANG(number), "", "", "查了"), CASE_UNSAID);
	assert_answer(case_reply(work_of(state), WANG(number), "NOT_SUBSTANTIATED", "", ""), CASE_UNSAID);
	assert_answer(case_reply(work_of(state), WANG(number), "LOVELY", "", "查了"), CASE_UNFIT);
	assert_answer(case_reply(work_of(state), WANG(number), "WITHDRAWN", "", "查了"), CASE_UNFIT);
	assert_answer(case_reply(work_of(state), WANG(number), "OUT_OF_REMIT", "", "不归我们"), CASE_UNSAID);
	assert_case(number, "state", "HANDLING");
	assert_done(case_reply(work_of(state), WANG(number), "OUT_OF_REMIT", "区卫生健康委", "已经转给他们"));
	assert_case(number, "state", "REPLIED");
	assert_reads(number, "已经转给他们");
}

static struct values *newest_finding(void **state, const char *number)
{
	enum case_answer answer;

	return casework_row(work_of(state), &Q_finding_newest, "case_number", number, &answer);
}

static void no_case_is_closed_without_a_finding(void **state)
{
	const char *number = open_case(state), *replied = open_case(state);
	struct case_move move = { .number = number, .to = "CLOSED", .actor = CASE_DESK, .who = "desk", .reason = "算了" };

	/* Nothing but the reporter's own withdrawal leads there before the reply, and that is a finding. */
	assert_answer(case_move(work_of(state), &move), CASE_FORBIDDEN);
	move.actor = CASE_REPORTER;
	assert_answer(case_move(work_of(state), &move), CASE_UNSAID);
	assert_done(case_withdraw(work_of(state), values_text(case_now(state, number), "receipt_lookup"), number, ""));
	assert_string_equal(values_text(newest_finding(state, number), "verdict"), "WITHDRAWN");
	answer_case(state, replied);
	assert_true(sql_script(work_of(state)->sql, "delete from finding"));
	work_of(state)->now += 30 * DAY;
	assert_answer(case_close(work_of(state), DESK(replied), "没有回音"), CASE_UNSAID);
}

static void the_desk_closes_when_the_reporter_had_the_days_to_judge_and_said_nothing(void **state)
{
	const char *number = open_case(state);

	answer_case(state, number);
	work_of(state)->now += 7 * DAY;
	assert_answer(case_close(work_of(state), DESK(number), "没有回音"), CASE_EARLY);
	work_of(state)->now += DAY;
	assert_answer(case_close(work_of(state), WANG(number), "没有回音"), CASE_FORBIDDEN);
	assert_answer(case_close(work_of(state), DESK(number), ""), CASE_UNSAID);
	assert_done(case_close(work_of(state), DESK(number), "没有回音"));
	assert_case(number, "state", "CLOSED");
	assert_done(case_archive(work_of(state), DESK(number)));
	assert_case(number, "state", "ARCHIVED");
}

static const char *not_solved(void **state)
{
	const char *number = open_case(state);

	answer_case(state, number);
	assert_done(case_rate(work_of(state), values_text(case_now(state, number), "receipt_lookup"), number, false, 1, "没有用"));
	return number;
}

static void a_review_is_not_for_who_handled_or_answered_the_case(void **state)
{
	const char *number = open_case(state);
	struct case_act same = { number, -1, CASE_APPROVER, "wang", "" }, other = { number, -1, CASE_APPROVER, "li", "" };

	/* Handled by wang, answered by li. */
	handle_case(state, number);
	assert_done(case_reply(work_of(state), OFFICER(number, "li", "EDUCATION"), "NOT_SUBSTANTIATED", "", "查了，没有"));
	assert_done(case_rate(work_of(state), values_text(case_now(state, number), "receipt_lookup"), number, false, 1, "没有用"));
	assert_case(number, "state", "REVIEW");
	assert_int_equal(values_integer(case_now(state, number), "reopened"), 1);
	assert_case(number, "review_not_by", "wang li");
	assert_answer(case_review(work_of(state), &same, "NOT_SUBSTANTIATED", "", "还是没有"), CASE_FORBIDDEN);
	assert_answer(case_review(work_of(state), &other, "NOT_SUBSTANTIATED", "", "还是没有"), CASE_FORBIDDEN);
	assert_answer(case_review(work_of(state), WANG(number), "NOT_SUBSTANTIATED", "", "还是没有"), CASE_FORBIDDEN);
	assert_answer(case_review(work_of(state), CHIEF(number), "", "", "还是没有"), CASE_UNSAID);
	assert_done(case_review(work_of(state), CHIEF(number), "SUBSTANTIATED_ENFORCED", "", "重新查了，属实，已经处罚"));
	assert_case(number, "state", "CLOSED");
	assert_string_equal(values_text(newest_finding(state, number), "verdict"), "SUBSTANTIATED_ENFORCED");
	assert_int_equal(values_integer(newest_finding(state, number), "position"), 2);
	assert_reads(number, "重新查了，属实，已经处罚");
}

static void a_case_sent_back_by_the_review_goes_to_a_different_handler(void **state)
{
	const char *number = not_solved(state);
	struct case_order order = { "EDUCATION", "", "换人重新查", "没有到现场" };

	assert_answer(case_dispatch(work_of(state), DESK(number), &order), CASE_FORBIDDEN);
	assert_done(case_dispatch(work_of(state), CHIEF(number), &order));
	assert_answer(case_take(work_of(state), WANG(number)), CASE_FORBIDDEN);
	assert_answer(case_assign(work_of(state), OFFICER(number, "li", "EDUCATION"), "wang"), CASE_FORBIDDEN);
	assert_done(case_take(work_of(state), OFFICER(number, "li", "EDUCATION")));
	assert_answer(case_reply(work_of(state), WANG(number), "NOT_SUBSTANTIATED", "", "查了"), CASE_FORBIDDEN);
	assert_true(values_null(deadline_of(state, number, "REVIEW"), "met_at"));
	assert_done(case_reply(work_of(state), OFFICER(number, "li", "EDUCATION"), "SUBSTANTIATED_CORRECTED", "", "这次改好了"));
	assert_false(values_null(deadline_of(state, number, "REVIEW"), "met_at"));
	/* Not solved once more: neither of the two goes on, and the clock of the review starts again. */
	assert_done(case_rate(work_of(state), values_text(case_now(state, number), "receipt_lookup"), number, false, 1, "没有"));
	assert_case(number, "review_not_by", "wang li");
	assert_int_equal(values_integer(case_now(state, number), "reopened"), 2);
	assert_true(values_null(deadline_of(state, number, "REVIEW"), "met_at"));
}

static void notes_and_tasks_stay_within_the_office(void **state)
{
	const char *number = handled(state);
	int64_t position;

	assert_answer(case_note(work_of(state), WANG(number), "SONG", "到场看了", &position), CASE_UNFIT);
	assert_answer(case_note(work_of(state), WANG(number), "VISIT", "", &position), CASE_UNSAID);
	assert_done(case_note(work_of(state), WANG(number), "VISIT", "到场看了", &position));
	assert_int_equal(position, 1);
	assert_answer(case_task(work_of(state), WANG(number), "打电话", "nobody", "", &position), CASE_UNFIT);
	assert_answer(case_task(work_of(state), WANG(number), "打电话", "li", "2026-02-30", &position), CASE_UNFIT);
	assert_done(case_task(work_of(state), WANG(number), "打电话", "li", "2026-11-25", &position));
	assert_done(case_task_done(work_of(state), OFFICER(number, "li", "EDUCATION"), position));
	assert_answer(case_task_done(work_of(state), OFFICER(number, "li", "EDUCATION"), position), CASE_FORBIDDEN);
	assert_reads_nothing_of(number, "到场看了");
	assert_reads_nothing_of(number, "打电话");
}

static void a_note_is_taken_back_by_its_writer_within_ten_minutes(void **state)
{
	const char *number = handled(state);
	int64_t first, second;

	assert_done(case_note(work_of(state), WANG(number), "NOTE", "写错了", &first));
	assert_answer(case_note_undo(work_of(state), OFFICER(number, "li", "EDUCATION"), first), CASE_FORBIDDEN);
	work_of(state)->now += CASE_NOTE_UNDO_SECONDS;
	assert_done(case_note_undo(work_of(state), WANG(number), first));
	assert_done(case_note(work_of(state), WANG(number), "NOTE", "写对了", &second));
	work_of(state)->now += CASE_NOTE_UNDO_SECONDS + 1;
	assert_answer(case_note_undo(work_of(state), WANG(number), second), CASE_FORBIDDEN);
}

static void supervision_is_an_approvers_with_a_reason(void **state)
{
	const char *number = handled(state);

	assert_answer(case_supervise(work_of(state), DESK(number), true, "拖太久"), CASE_FORBIDDEN);
	assert_answer(case_supervise(work_of(state), CHIEF(number), true, ""), CASE_UNSAID);
	assert_done(case_supervise(work_of(state), CHIEF(number), true, "拖太久"));
	assert_int_equal(values_integer(case_now(state, number), "supervised"), 1);
	assert_done(case_supervise(work_of(state), CHIEF(number), false, "已经答复"));
	assert_int_equal(values_integer(case_now(state, number), "supervised"), 0);
}

static void the_joint_meeting_takes_a_case_declines_it_or_settles_it(void **state)
{
	const char *number = handled(state);

	assert_answer(meeting_decide(work_of(state), CHIEF(number), "ACCEPTED", ""), CASE_UNKNOWN);
	assert_answer(meeting_propose(work_of(state), number, "wang", ""), CASE_UNSAID);
	assert_done(meeting_propose(work_of(state), number, "wang", "两家都说不归自己"));
	assert_answer(meeting_propose(work_of(state), number, "clerk", "又一次"), CASE_FORBIDDEN);
	assert_answer(meeting_decide(work_of(state), WANG(number), "ACCEPTED", ""), CASE_FORBIDDEN);
	assert_answer(meeting_decide(work_of(state), CHIEF(number), "SETTLED", "由教育牵头"), CASE_FORBIDDEN);
	assert_answer(meeting_decide(work_of(state), CHIEF(number), "DECLINED", ""), CASE_UNSAID);
	assert_done(meeting_decide(work_of(state), CHIEF(number), "ACCEPTED", ""));
	assert_done(meeting_decide(work_of(state), CHIEF(number), "SETTLED", "由教育牵头"));
	assert_done(meeting_propose(work_of(state), number, "wang", "又卡住了"));
}

/* As if the file of the contact key had been mixed up with another. */
static bool overwrite_contact_key(void **state)
{
	struct fixture *fixture = *state;
	const char *problem = "";

	key_file_close(fixture->work.contact_key);
	unlink(fixture->key_path);
	return key_make(fixture->key_path, fixture->work.arena, &problem) &&
	       (fixture->work.contact_key = key_file_open(fixture->key_path, fixture->work.arena, &problem));
}

static void who_the_reporter_is_opens_for_a_named_one_only(void **state)
{
	const char *named = open_letter(state, "COMPLAINT", "饭菜是冷的", FACILITY, "陈女士"), *anonymous = open_case(state);
	struct values *contact = NULL;

	assert_done(case_identity(work_of(state), named, &contact));
	assert_string_equal(values_text(contact, "name"), "陈女士");
	assert_string_equal(values_text(contact, "phone"), "13800000000");
	assert_answer(case_identity(work_of(state), anonymous, &contact), CASE_UNKNOWN);
	assert_true(overwrite_contact_key(state));
	assert_answer(case_identity(work_of(state), named, &contact), CASE_FAILED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_extension_asked_by_one_is_granted_by_another_and_moves_the_reply_once, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(an_extension_that_is_refused_moves_nothing_and_says_why, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_extension_after_the_last_day_nor_for_a_kind_without_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(only_the_lead_asks_and_only_while_it_handles, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_suspended_clock_stands_still_by_workdays_and_the_reporter_is_told_why, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(a_request_that_nobody_needs_any_more_ends_with_the_step_that_made_it_so, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_extension_waits_while_the_clock_stands_still, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_database_itself_refuses_a_decision_by_who_asked, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_reply_takes_a_verdict_and_words_and_comes_from_the_lead, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_case_is_closed_without_a_finding, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_desk_closes_when_the_reporter_had_the_days_to_judge_and_said_nothing, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(a_review_is_not_for_who_handled_or_answered_the_case, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_case_sent_back_by_the_review_goes_to_a_different_handler, set_up, tear_down),
		cmocka_unit_test_setup_teardown(notes_and_tasks_stay_within_the_office, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_note_is_taken_back_by_its_writer_within_ten_minutes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(supervision_is_an_approvers_with_a_reason, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_joint_meeting_takes_a_case_declines_it_or_settles_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(who_the_reporter_is_opens_for_a_named_one_only, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
