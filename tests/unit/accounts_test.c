/* SPDX-License-Identifier: Apache-2.0 */
/* What accounts/accounts.h, accounts/session.h and accounts/slowing.h promise. */
#include "office_registry.h"

#include "accounts/password.h"
#include "accounts/recovery.h"
#include "accounts/session.h"
#include "accounts/slowing.h"

static struct values *find(struct office_registry *office, const char *name)
{
	enum account_answer answer;

	return account_find(&office->accounts, name, &answer);
}

static void a_new_account_is_invited_and_unknown_ones_are_not_found(void **state)
{
	struct account_facts facts = { "desk", "张三", "DESK", "", "DISTRICT" };
	struct office_registry *office = *state;
	enum account_answer answer;

	assert_int_equal(account_make(&office->accounts, &facts, "hash", "administrator"), ACCOUNT_DONE);
	assert_string_equal(values_text(find(office, "desk"), "state"), "INVITED");
	assert_string_equal(values_text(find(office, "desk"), "created_by"), "administrator");
	assert_int_equal(account_make(&office->accounts, &facts, "hash", "administrator"), ACCOUNT_TAKEN);
	assert_null(account_find(&office->accounts, "nobody", &answer));
	assert_int_equal(answer, ACCOUNT_UNKNOWN);
}

static void what_does_not_fit_is_refused_by_name(void **state)
{
	static const struct {
		struct account_facts facts;
		enum account_answer answer;
	} cases[] = {
		{ { "a", "张三", "DESK", "", "DISTRICT" }, ACCOUNT_BAD_NAME },
		{ { "Desk", "张三", "DESK", "", "DISTRICT" }, ACCOUNT_BAD_NAME },
		{ { "1desk", "张三", "DESK", "", "DISTRICT" }, ACCOUNT_BAD_NAME },
		{ { "desk one", "张三", "DESK", "", "DISTRICT" }, ACCOUNT_BAD_NAME },
		{ { "abcdefghijklmnopqrstuvwxyz0123456", "张三", "DESK", "", "DISTRICT" }, ACCOUNT_BAD_NAME },
		{ { "desk", "", "DESK", "", "DISTRICT" }, ACCOUNT_BAD_FULL_NAME },
		{ { "desk", "张\n三", "DESK", "", "DISTRICT" }, ACCOUNT_BAD_FULL_NAME },
		{ { "desk", "张三", "KING", "", "DISTRICT" }, ACCOUNT_BAD_ROLE },
		{ { "desk", "张三", "", "", "DISTRICT" }, ACCOUNT_BAD_ROLE },
		{ { "desk", "张三", "DESK KING", "", "DISTRICT" }, ACCOUNT_BAD_ROLE },
		{ { "desk", "张三", "DESK AUDITOR", "", "DISTRICT" }, ACCOUNT_APART },
		{ { "desk", "张三", "ADMINISTRATOR APPROVER", "", "DISTRICT" }, ACCOUNT_APART },
		{ { "desk", "张三", "SUPERVISOR PUBLISHER", "", "DISTRICT" }, ACCOUNT_APART },
		{ { "desk", "张三", "DESK", "MARKET", "DISTRICT" }, ACCOUNT_BAD_DEPARTMENT },
		{ { "desk", "张三", "DESK PUBLISHER", "MARKET", "DISTRICT" }, ACCOUNT_BAD_DEPARTMENT },
		{ { "desk", "张三", "DEPARTMENT", "", "DISTRICT" }, ACCOUNT_BAD_DEPARTMENT },
		{ { "desk", "张三", "DEPARTMENT", "310107015", "DISTRICT" }, ACCOUNT_BAD_DEPARTMENT },
		{ { "desk", "张三", "STREET", "MARKET", "DISTRICT" }, ACCOUNT_BAD_DEPARTMENT },
		{ { "desk", "张三", "STREET", "NOWHERE", "DISTRICT" }, ACCOUNT_BAD_DEPARTMENT },
		{ { "desk", "张三", "DESK", "", "ALL" }, ACCOUNT_BAD_SCOPE },
		{ { "desk", "张三", "DESK", "", "STREET" }, ACCOUNT_BAD_SCOPE },
		{ { "desk", "张三", "DESK", "", "DISTRICT-1" }, ACCOUNT_BAD_SCOPE },
		{ { "desk", "张三", "DESK", "", "DEPARTMENT-310107015" }, ACCOUNT_BAD_SCOPE },
		{ { "desk", "张三", "DESK", "", "DISTRICT STREET-NOWHERE" }, ACCOUNT_BAD_SCOPE },
		{ { "market", "张三", "DEPARTMENT", "MARKET", "DEPARTMENT-MARKET" }, ACCOUNT_DONE },
		{ { "both", "张三", "DESK APPROVER", "", "DISTRICT DEPARTMENT-MARKET DISTRICT" }, ACCOUNT_DONE },
		{ { "unseeing", "张三", "DESK", "", "" }, ACCOUNT_DONE },
	};
	struct office_registry *office = *state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (account_make(&office->accounts, &cases[i].facts, "hash", "test") != cases[i].answer)
			fail_msg("case %zu", i);
}

static void a_first_password_opens_for_three_days_and_an_own_one_for_good(void **state)
{
	struct account_facts facts = { "desk", "张三", "DESK", "", "DISTRICT" };
	struct office_registry *office = *state;

	assert_int_equal(account_make(&office->accounts, &facts, "hash", "test"), ACCOUNT_DONE);
	office->accounts.now += 72 * 3600 - 1;
	assert_true(account_open(&office->accounts, &office->rules, find(office, "desk")));
	office->accounts.now++;
	assert_false(account_open(&office->accounts, &office->rules, find(office, "desk")));
	assert_int_equal(account_set_password(&office->accounts, "desk", "own", ""), ACCOUNT_DONE);
	assert_string_equal(values_text(find(office, "desk"), "state"), "ACTIVE");
	office->accounts.now += (int64_t)3650 * 86400;
	assert_true(account_open(&office->accounts, &office->rules, find(office, "desk")));
}

static void accounts_of_the_demonstration_open_nothing_elsewhere(void **state)
{
	struct account_facts facts = { "desk", "张三", "DESK", "", "DISTRICT" };
	struct office_registry *office = *state;
	enum account_answer answer;
	char token[SESSION_TOKEN];

	assert_int_equal(account_make(&office->accounts, &facts, "hash", ACCOUNT_DEMO), ACCOUNT_DONE);
	assert_int_equal(session_start(&office->accounts, &office->rules, "desk", SESSION_FULL, "", token), ACCOUNT_DONE);
	assert_false(account_open(&office->accounts, &office->rules, find(office, "desk")));
	assert_null(session_find(&office->accounts, &office->rules, token, &answer));
	office_tamper(
		office,
		"insert into district (code, name, city, filing_authority, phone, outline, demo) values ('310107', '普陀', '上海', '', '', '', 1)");
	assert_true(account_open(&office->accounts, &office->rules, find(office, "desk")));
	assert_non_null(session_find(&office->accounts, &office->rules, token, &answer));
	office_tamper(office, "update district set demo = 0");
	assert_false(account_open(&office->accounts, &office->rules, find(office, "desk")));
	assert_null(session_find(&office->accounts, &office->rules, token, &answer));
}

static struct values *whose(struct office_registry *office, const char *token)
{
	enum account_answer answer;

	return session_find(&office->accounts, &office->rules, token, &answer);
}

static const char *signed_in(struct office_registry *office, const char *name)
{
	char *token = arena_take(office->arena, SESSION_TOKEN);

	assert_int_equal(session_start(&office->accounts, &office->rules, name, SESSION_FULL, "Firefox, Linux", token),
			 ACCOUNT_DONE);
	assert_non_null(whose(office, token));
	return token;
}

static void a_token_opens_its_session_and_is_kept_as_a_hash(void **state)
{
	struct office_registry *office = *state;
	char hash[SESSION_HASH];
	const char *token;

	office_account(office, "desk", "DESK", "");
	token = signed_in(office, "desk");
	assert_string_not_equal(token, signed_in(office, "desk"));
	assert_int_equal(strlen(token), SESSION_TOKEN - 1);
	assert_true(session_hash(token, hash));
	assert_string_equal(values_text(whose(office, token), "token_hash"), hash);
	assert_string_equal(values_text(whose(office, token), "name"), "desk");
	assert_null(strstr(hash, token));
	assert_null(whose(office, hash));
	assert_null(whose(office, ""));
	assert_null(whose(office, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
	assert_null(whose(office, arena_format(office->arena, "%sA", token)));
}

static void a_session_ends_after_half_an_hour_without_use(void **state)
{
	struct office_registry *office = *state;
	const char *token;

	office_account(office, "desk", "DESK", "");
	token = signed_in(office, "desk");
	office->accounts.now += 1799;
	assert_non_null(whose(office, token));
	assert_true(session_stale(&office->accounts, whose(office, token)));
	assert_int_equal(session_seen(&office->accounts, whose(office, token)), ACCOUNT_DONE);
	assert_false(session_stale(&office->accounts, whose(office, token)));
	office->accounts.now += 1799;
	assert_non_null(whose(office, token));
	office->accounts.now += 1;
	assert_null(whose(office, token));
}

static void a_session_ends_after_a_working_day_however_busy(void **state)
{
	struct office_registry *office = *state;
	int64_t until = OFFICE_NOW + 12 * 3600;
	const char *token;

	office_account(office, "desk", "DESK", "");
	token = signed_in(office, "desk");
	while (office->accounts.now + 1000 < until) {
		office->accounts.now += 1000;
		assert_int_equal(session_seen(&office->accounts, whose(office, token)), ACCOUNT_DONE);
	}
	office->accounts.now = until - 1;
	assert_non_null(whose(office, token));
	office->accounts.now = until;
	assert_null(whose(office, token));
}

static void the_code_raises_a_half_session_under_another_token(void **state)
{
	struct office_registry *office = *state;
	char half[SESSION_TOKEN], token[SESSION_TOKEN];

	office_account(office, "desk", "DESK", "");
	assert_int_equal(session_start(&office->accounts, &office->rules, "desk", SESSION_PASSWORD, "", half), ACCOUNT_DONE);
	assert_string_equal(values_text(whose(office, half), "stage"), "PASSWORD");
	office->accounts.now += 599;
	assert_non_null(whose(office, half));
	assert_int_equal(session_raise(&office->accounts, &office->rules, whose(office, half), "", token), ACCOUNT_DONE);
	assert_null(whose(office, half));
	assert_string_equal(values_text(whose(office, token), "stage"), "FULL");
	assert_string_not_equal(half, token);
}

static void a_half_session_ends_after_ten_minutes(void **state)
{
	struct office_registry *office = *state;
	char half[SESSION_TOKEN];

	office_account(office, "desk", "DESK", "");
	assert_int_equal(session_start(&office->accounts, &office->rules, "desk", SESSION_PASSWORD, "", half), ACCOUNT_DONE);
	office->accounts.now += 600;
	assert_null(whose(office, half));
}

static void ones_sessions_are_listed_and_ended_and_nobody_elses(void **state)
{
	struct office_registry *office = *state;
	const char *one, *two, *three, *others;
	char hash[SESSION_HASH];
	struct rows rows;

	office_account(office, "desk", "DESK", "");
	office_account(office, "other", "DESK", "");
	one = signed_in(office, "desk");
	two = signed_in(office, "desk");
	three = signed_in(office, "desk");
	others = signed_in(office, "other");
	assert_true(session_list(&office->accounts, &office->rules, "desk", &rows));
	assert_int_equal(rows.count, 3);
	session_hash(others, hash);
	assert_int_equal(session_end(&office->accounts, "desk", hash), ACCOUNT_UNKNOWN);
	session_hash(one, hash);
	assert_int_equal(session_end(&office->accounts, "desk", hash), ACCOUNT_DONE);
	assert_null(whose(office, one));
	session_hash(two, hash);
	assert_int_equal(session_end_others(&office->accounts, "desk", hash), ACCOUNT_DONE);
	assert_non_null(whose(office, two));
	assert_null(whose(office, three));
	assert_non_null(whose(office, others));
}

static void what_is_given_ends_no_session_and_what_is_taken_ends_all(void **state)
{
	static const struct {
		struct account_facts facts;
		bool ends;
	} steps[] = {
		{ { "desk", "李四", "DESK PUBLISHER", "", "DISTRICT" }, false },
		{ { "desk", "李四", "PUBLISHER DESK", "", "DISTRICT DEPARTMENT-MARKET" }, false },
		{ { "desk", "李四", "DESK", "", "DISTRICT DEPARTMENT-MARKET" }, true },
		{ { "desk", "李四", "DESK", "", "DEPARTMENT-MARKET" }, true },
		{ { "desk", "李四", "DESK", "", "" }, true },
		{ { "desk", "李四", "DESK", "", "DISTRICT" }, false },
	};
	struct office_registry *office = *state;

	office_account(office, "desk", "DESK", "");
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		const char *token = signed_in(office, "desk");

		assert_int_equal(account_change(&office->accounts, &steps[i].facts), ACCOUNT_DONE);
		if ((whose(office, token) == NULL) != steps[i].ends)
			fail_msg("step %zu", i);
		assert_string_equal(account_codes_without(values_text(find(office, "desk"), "role"), steps[i].facts.role, office->arena), "");
		assert_string_equal(values_text(find(office, "desk"), "scope"), steps[i].facts.scope);
	}
}

static void disabling_another_role_and_a_new_password_end_sessions(void **state)
{
	struct account_facts renamed = { "desk", "李四", "DESK", "", "DISTRICT" }, moved = { "desk", "李四", "DEPARTMENT", "MARKET", "DEPARTMENT-MARKET" };
	struct office_registry *office = *state;
	const char *token, *kept;
	char hash[SESSION_HASH];

	office_account(office, "desk", "DESK", "");
	token = signed_in(office, "desk");
	assert_int_equal(account_change(&office->accounts, &renamed), ACCOUNT_DONE);
	assert_non_null(whose(office, token));
	assert_int_equal(account_change(&office->accounts, &moved), ACCOUNT_DONE);
	assert_null(whose(office, token));

	token = signed_in(office, "desk");
	kept = signed_in(office, "desk");
	session_hash(kept, hash);
	assert_int_equal(account_set_password(&office->accounts, "desk", "new", hash), ACCOUNT_DONE);
	assert_null(whose(office, token));
	assert_non_null(whose(office, kept));

	assert_int_equal(account_disable(&office->accounts, "desk"), ACCOUNT_DONE);
	assert_null(whose(office, kept));
	assert_false(account_open(&office->accounts, &office->rules, find(office, "desk")));
	assert_int_equal(account_enable(&office->accounts, "desk"), ACCOUNT_DONE);
	assert_null(whose(office, kept));
	assert_int_equal(account_disable(&office->accounts, "nobody"), ACCOUNT_UNKNOWN);
}

static void a_reset_account_begins_anew(void **state)
{
	struct office_registry *office = *state;
	char codes[RECOVERY_CODES][RECOVERY_TEXT];
	const char *token;

	office_account(office, "desk", "DESK", "");
	assert_int_equal(recovery_make(&office->accounts, "desk", codes), ACCOUNT_DONE);
	office_tamper(office, "update account set totp_secret = zeroblob(60), totp_step = 77");
	token = signed_in(office, "desk");
	assert_int_equal(account_reset(&office->accounts, "desk", "one-time", false), ACCOUNT_DONE);
	assert_null(whose(office, token));
	assert_string_equal(values_text(find(office, "desk"), "state"), "INVITED");
	assert_string_equal(values_text(find(office, "desk"), "password"), "one-time");
	assert_true(values_null(find(office, "desk"), "totp_secret"));
	assert_int_equal(recovery_left(&office->accounts, "desk"), 0);
	assert_int_equal(account_disable(&office->accounts, "desk"), ACCOUNT_DONE);
	assert_int_equal(account_reset(&office->accounts, "desk", "again", false), ACCOUNT_DONE);
	assert_string_equal(values_text(find(office, "desk"), "state"), "DISABLED");
}

static int64_t kept_sessions(struct office_registry *office)
{
	static const struct query count = { "session_count", "queries/test.sql", QUERY_ONE,
					    "select count(*) as sessions from session" };
	static const struct query *const queries[] = { &count };
	static const struct query_pack pack = { queries, 1 };
	static const struct query_pack *const packs[] = { &pack, NULL };
	struct values *row;

	assert_true(sql_prepare(office->sql, packs));
	assert_int_equal(sql_row(office->sql, &count, NULL, office->arena, &row), SQL_FOUND);
	return values_integer(row, "sessions");
}

static void who_only_forgot_the_password_keeps_the_codes(void **state)
{
	struct office_registry *office = *state;
	char codes[RECOVERY_CODES][RECOVERY_TEXT];
	const char *token;

	office_account(office, "desk", "DESK", "");
	assert_int_equal(recovery_make(&office->accounts, "desk", codes), ACCOUNT_DONE);
	office_tamper(office, "update account set totp_secret = zeroblob(60)");
	token = signed_in(office, "desk");
	assert_int_equal(account_reset(&office->accounts, "desk", "one-time", true), ACCOUNT_DONE);
	assert_null(whose(office, token));
	assert_string_equal(values_text(find(office, "desk"), "state"), "INVITED");
	assert_false(values_null(find(office, "desk"), "totp_secret"));
	assert_int_equal(recovery_left(&office->accounts, "desk"), RECOVERY_CODES);
}

static void what_is_over_is_swept(void **state)
{
	struct office_registry *office = *state;
	const char *token;

	office_account(office, "desk", "DESK", "");
	signed_in(office, "desk");
	office->accounts.now += 1500;
	token = signed_in(office, "desk");
	office->accounts.now += 1500;
	assert_int_equal(session_sweep(&office->accounts, &office->rules), ACCOUNT_DONE);
	assert_non_null(whose(office, token));
	assert_int_equal(kept_sessions(office), 1);
}

static int64_t wait_of(struct office_registry *office, const char *source)
{
	int64_t wait = -1;

	assert_int_equal(slowing_admit(&office->accounts, &office->rules, source, &wait), ACCOUNT_DONE);
	return wait;
}

static void three_failures_are_free_then_the_wait_doubles_up_to_five_minutes(void **state)
{
	static const int64_t waits[] = { 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300 };
	struct office_registry *office = *state;
	char source[SLOWING_SOURCE];

	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.1", "", source);
	for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
		if (waits[i]) {
			assert_int_equal(wait_of(office, source), waits[i]);
			/* Asking again and again makes it no longer. */
			assert_int_equal(wait_of(office, source), waits[i]);
			office->accounts.now += waits[i] - 1;
			assert_int_equal(wait_of(office, source), 1);
			office->accounts.now += 1;
		}
		assert_int_equal(wait_of(office, source), 0);
	}
	assert_int_equal(slowing_wait(&office->rules, INT64_MAX), 300);
}

static void who_fails_slows_himself_and_nobody_else(void **state)
{
	char attacker[SLOWING_SOURCE], official[SLOWING_SOURCE], neighbour[SLOWING_SOURCE], other[SLOWING_SOURCE];
	struct office_registry *office = *state;
	const char *device = slowing_device(&office->accounts, &office->rules, "desk");

	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.1", "", attacker);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.1", device, official);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.2", "", neighbour);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "other", "192.0.2.1", "", other);
	for (int i = 0; i < 50; i++)
		wait_of(office, attacker);
	assert_true(wait_of(office, attacker) > 0);
	assert_int_equal(wait_of(office, official), 0);
	assert_int_equal(wait_of(office, neighbour), 0);
	assert_int_equal(wait_of(office, other), 0);
}

static void who_changes_addresses_within_a_line_is_slowed_all_the_same(void **state)
{
	struct office_registry *office = *state;
	char one[SLOWING_SOURCE], same[SLOWING_SOURCE], other[SLOWING_SOURCE], four[SLOWING_SOURCE], mapped[SLOWING_SOURCE];

	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "2001:db8:1:2::1", "", one);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "2001:db8:1:2:ffff:3:4:5", "", same);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "2001:db8:1:3::1", "", other);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "::ffff:192.0.2.1", "", four);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "::ffff:192.0.2.2", "", mapped);
	assert_string_equal(one, same);
	assert_string_not_equal(one, other);
	assert_string_not_equal(four, mapped);
}

static void codes_are_slowed_wherever_they_come_from_but_for_a_known_device(void **state)
{
	char one[SLOWING_SOURCE], two[SLOWING_SOURCE], known[SLOWING_SOURCE];
	struct office_registry *office = *state;
	const char *device = slowing_device(&office->accounts, &office->rules, "desk");

	slowing_source(&office->accounts, SLOWING_CODE, "desk", "192.0.2.1", "", one);
	slowing_source(&office->accounts, SLOWING_CODE, "desk", "198.51.100.7", "", two);
	slowing_source(&office->accounts, SLOWING_CODE, "desk", "198.51.100.7", device, known);
	assert_string_equal(one, two);
	assert_string_not_equal(one, known);
}

static void a_device_is_known_for_its_account_and_half_a_year_only(void **state)
{
	char plain[SLOWING_SOURCE], with[SLOWING_SOURCE];
	struct office_registry *office = *state;
	const char *device = slowing_device(&office->accounts, &office->rules, "desk");
	char *forged = arena_copy(office->arena, device);

	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.1", "", plain);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.1", device, with);
	assert_string_not_equal(plain, with);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.99", device, plain);
	assert_string_equal(plain, with);
	for (size_t i = 0; i < strlen(forged); i++) {
		forged[i] ^= 1;
		slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.1", forged, plain);
		assert_string_not_equal(plain, with);
		forged[i] ^= 1;
	}
	slowing_source(&office->accounts, SLOWING_PASSWORD, "other", "192.0.2.1", device, plain);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "other", "192.0.2.1", "", with);
	assert_string_equal(plain, with);
	office->accounts.now += (int64_t)180 * 86400;
	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.1", device, plain);
	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.1", "", with);
	assert_string_equal(plain, with);
}

static void what_succeeded_is_forgiven_and_after_a_day_all_is_forgotten(void **state)
{
	struct office_registry *office = *state;
	char source[SLOWING_SOURCE];

	slowing_source(&office->accounts, SLOWING_PASSWORD, "desk", "192.0.2.1", "", source);
	for (int i = 0; i < 4; i++)
		assert_int_equal(wait_of(office, source), 0);
	assert_int_equal(wait_of(office, source), 2);
	assert_int_equal(slowing_forgive(&office->accounts, source), ACCOUNT_DONE);
	for (int i = 0; i < 4; i++)
		assert_int_equal(wait_of(office, source), 0);
	assert_int_equal(wait_of(office, source), 2);
	office->accounts.now += 24 * 3600;
	for (int i = 0; i < 4; i++)
		assert_int_equal(wait_of(office, source), 0);
	office->accounts.now += 24 * 3600;
	assert_int_equal(slowing_sweep(&office->accounts, &office->rules), ACCOUNT_DONE);
	assert_int_equal(wait_of(office, source), 0);
}

static void browsers_are_called_by_a_word_or_two(void **state)
{
	struct office_registry *office = *state;

	assert_string_equal(session_agent("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", office->arena),
			    "Firefox, Linux");
	assert_string_equal(
		session_agent("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
			      "Safari/537.36 Edg/140.0.0.0",
			      office->arena),
		"Edge, Windows");
	assert_string_equal(
		session_agent("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile MicroMessenger/8.0",
			      office->arena),
		"WeChat, Android");
	assert_string_equal(session_agent("<script>", office->arena), "");
}

static void a_rule_that_is_missing_is_named(void **state)
{
	struct office_registry *office = *state;

	office_tamper(office, "delete from rule where key = 'session.idle_minutes'");
	assert_false(account_rules_read(&office->accounts, &office->rules));
	assert_non_null(strstr(office->accounts.problem, "session.idle_minutes"));
}

#define WITH_OFFICE(test) cmocka_unit_test_setup_teardown(test, office_registry_open, office_registry_close)

static void what_was_decided_about_an_account_is_not_undone_by_who_was_slower(void **state)
{
	struct office_registry *office = *state;
	enum account_answer answer;
	const struct account_facts facts = { "desk", "张明", "DESK", "", "DISTRICT" };
	struct values *seen;

	assert_int_equal(account_make(&office->accounts, &facts, "hash", "test"), ACCOUNT_DONE);
	seen = account_find(&office->accounts, "desk", &answer);
	assert_int_equal(account_unchanged(&office->accounts, seen), ACCOUNT_DONE);
	assert_int_equal(account_disable(&office->accounts, "desk"), ACCOUNT_DONE);
	assert_int_equal(account_unchanged(&office->accounts, seen), ACCOUNT_REFUSED);
	seen = account_find(&office->accounts, "desk", &answer);
	assert_int_equal(account_reset(&office->accounts, "desk", "another", false), ACCOUNT_DONE);
	assert_int_equal(account_unchanged(&office->accounts, seen), ACCOUNT_REFUSED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_OFFICE(a_new_account_is_invited_and_unknown_ones_are_not_found),
		WITH_OFFICE(what_does_not_fit_is_refused_by_name),
		WITH_OFFICE(a_first_password_opens_for_three_days_and_an_own_one_for_good),
		WITH_OFFICE(accounts_of_the_demonstration_open_nothing_elsewhere),
		WITH_OFFICE(a_token_opens_its_session_and_is_kept_as_a_hash),
		WITH_OFFICE(a_session_ends_after_half_an_hour_without_use),
		WITH_OFFICE(a_session_ends_after_a_working_day_however_busy),
		WITH_OFFICE(the_code_raises_a_half_session_under_another_token),
		WITH_OFFICE(a_half_session_ends_after_ten_minutes),
		WITH_OFFICE(ones_sessions_are_listed_and_ended_and_nobody_elses),
		WITH_OFFICE(what_is_given_ends_no_session_and_what_is_taken_ends_all),
		WITH_OFFICE(disabling_another_role_and_a_new_password_end_sessions),
		WITH_OFFICE(a_reset_account_begins_anew),
		WITH_OFFICE(who_only_forgot_the_password_keeps_the_codes),
		WITH_OFFICE(what_is_over_is_swept),
		WITH_OFFICE(three_failures_are_free_then_the_wait_doubles_up_to_five_minutes),
		WITH_OFFICE(who_fails_slows_himself_and_nobody_else),
		WITH_OFFICE(what_was_decided_about_an_account_is_not_undone_by_who_was_slower),
		WITH_OFFICE(who_changes_addresses_within_a_line_is_slowed_all_the_same),
		WITH_OFFICE(codes_are_slowed_wherever_they_come_from_but_for_a_known_device),
		WITH_OFFICE(a_device_is_known_for_its_account_and_half_a_year_only),
		WITH_OFFICE(what_succeeded_is_forgiven_and_after_a_day_all_is_forgotten),
		WITH_OFFICE(browsers_are_called_by_a_word_or_two),
		WITH_OFFICE(a_rule_that_is_missing_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
