/* SPDX-License-Identifier: Apache-2.0 */
/* What accounts/password.h promises. */
#include "accounts/password.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>
#include <sodium.h>

static struct password_list list;

static int start(void **state)
{
	const char *problem = "";

	*state = arena_new((size_t)16 << 20);
	return sodium_init() < 0 || !password_list_open(&list, "db/passwords/common.txt", *state, &problem);
}

static int end(void **state)
{
	password_list_close(&list);
	arena_free(*state);
	return 0;
}

static const char *const words[] = { "zhang-wei", "张伟", "普陀区善育", "shanyu", "", NULL };

static enum password_verdict judge(void **state, const char *password)
{
	const struct password_policy policy = { 12, &list, words };

	(void)state;
	return password_judge(&policy, password);
}

static void a_long_one_of_any_characters_is_taken(void **state)
{
	static const char *const fine[] = { "correct horse battery", "床前明月光疑是地上霜举头望",    "ajkfhwoeiuqpzm",
					    "        x         y",   "🦆🦆🐢 seven ducks walk", "7391648205539174",
					    "kdo-wpq-ahs-zbn-lcv" };

	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
		if (judge(state, fine[i]) != PASSWORD_FINE)
			fail_msg("%s: %s", fine[i], password_verdict_text(judge(state, fine[i])));
}

static void length_is_counted_in_characters(void **state)
{
	char longest[PASSWORD_MOST + 2];

	assert_int_equal(judge(state, "kdjwpqalxmv"), PASSWORD_SHORT);
	assert_int_equal(judge(state, "kdjwpqalxmvz"), PASSWORD_FINE);
	assert_int_equal(judge(state, "床前明月光疑是地上霜"), PASSWORD_SHORT);
	assert_int_equal(judge(state, ""), PASSWORD_SHORT);
	for (size_t i = 0; i < sizeof longest; i++)
		longest[i] = (char)('a' + i * i % 23);
	longest[PASSWORD_MOST + 1] = '\0';
	assert_int_equal(judge(state, longest), PASSWORD_LONG);
	longest[PASSWORD_MOST] = '\0';
	assert_int_equal(judge(state, longest), PASSWORD_FINE);
}

static void what_many_people_use_is_refused(void **state)
{
	static const char *const common[] = { "123qweasdzxc", "qazwsxedcrfv", "QWERTYQWERTY", "1QAZ2wsx3edc", "motherfucker" };

	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		assert_int_not_equal(judge(state, common[i]), PASSWORD_FINE);
}

static void also_with_digits_and_signs_around_it(void **state)
{
	static const char *const common[] = { "password2026!!", "Password123456", "2026-Password!",
					      "shanghai200040", "woaini13141314", "qwertyuiop[]1" };

	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (judge(state, common[i]) != PASSWORD_COMMON)
			fail_msg("%s", common[i]);
}

static void every_line_of_the_list_is_found_and_its_neighbours_are_not(void **state)
{
	struct password_policy policy = { 1, &list, words };
	size_t line = 0, looked_at = 0;

	for (const char *at = list.bytes; at < list.bytes + list.size; line++) {
		const char *next = memchr(at, '\n', (size_t)(list.bytes + list.size - at));

		if (line % 997 == 0 || next + 1 == list.bytes + list.size) {
			char *word = arena_text(*state, at, (size_t)(next - at));
			enum password_verdict verdict = password_judge(&policy, word);

			/* A letter in the middle that no line has makes it another. */
			assert_true(verdict == PASSWORD_COMMON || verdict == PASSWORD_REPEATED);
			word = arena_format(*state, "%.3s\xe5\x96\x84%s", word, word + 3);
			assert_int_equal(password_judge(&policy, word), PASSWORD_FINE);
			looked_at++;
		}
		at = next + 1;
	}
	assert_true(line > 250000 && looked_at > 250);
}

static void the_accounts_and_the_districts_words_are_refused(void **state)
{
	assert_int_equal(judge(state, "zhang-wei-2026"), PASSWORD_OWN);
	assert_int_equal(judge(state, "Zhang-Wei1234"), PASSWORD_OWN);
	assert_int_equal(judge(state, "shanyu888888"), PASSWORD_OWN);
	assert_int_equal(judge(state, "普陀区善育普陀区善育普陀"), PASSWORD_OWN);
	/* What stands beside the word is enough by itself. */
	assert_int_equal(judge(state, "shanyu kdjwpqalxmvz"), PASSWORD_FINE);
}

static void the_districts_words_come_from_its_folder(void **state)
{
	const char *problem = "";
	const char *const *read = password_words("db/district/" PASSWORD_WORDS, "wang", "王五", *state, &problem);
	size_t count = 0;

	assert_non_null(read);
	assert_string_equal(read[0], "wang");
	assert_string_equal(read[1], "王五");
	assert_string_equal(read[2], "shanyu");
	while (read[count])
		assert_int_not_equal(read[count++][0], '#');
	assert_true(count > 8);
	assert_null(password_words("/nowhere/words", "wang", "王五", *state, &problem));
	assert_non_null(strstr(problem, "/nowhere/words"));
}

static void a_short_text_repeated_is_refused(void **state)
{
	assert_int_equal(judge(state, "zzzzzzzzzzzzzz"), PASSWORD_REPEATED);
	assert_int_equal(judge(state, "x7x7x7x7x7x7"), PASSWORD_REPEATED);
	assert_int_equal(judge(state, "k4w!k4w!k4w!k4"), PASSWORD_REPEATED);
}

static void a_hash_verifies_its_password_and_no_other(void **state)
{
	char one[PASSWORD_TEXT], two[PASSWORD_TEXT];

	(void)state;
	assert_true(password_hash("correct horse battery", one));
	assert_true(password_hash("correct horse battery", two));
	assert_string_not_equal(one, two);
	assert_int_equal(strncmp(one, "$argon2id$v=19$m=131072,t=3,p=1$", 32), 0);
	assert_true(password_verify(one, "correct horse battery"));
	assert_false(password_verify(one, "Correct horse battery"));
	assert_false(password_verify(one, "correct horse battery "));
	assert_false(password_verify(one, ""));
	assert_false(password_verify("", "correct horse battery"));
	assert_false(password_verify("none", "correct horse battery"));
}

/* Of the processor, so that others on the machine do not count. */
static int64_t worked(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void a_name_that_nobody_has_takes_as_long(void **state)
{
	int64_t known = 0, unknown = 0, at;
	char hash[PASSWORD_TEXT];

	(void)state;
	assert_true(password_hash("correct horse battery", hash));
	for (int i = 0; i < 5; i++) {
		at = worked();
		password_verify(hash, "wrong horse battery");
		known += worked() - at;
		at = worked();
		assert_false(password_verify_nobody("wrong horse battery"));
		unknown += worked() - at;
	}
	/* Within a factor that a busy machine may make: a look-up without hashing would be a thousand times faster. */
	assert_true(unknown * 3 > known && known * 3 > unknown);
}

static void made_passwords_are_fine_and_never_the_same(void **state)
{
	char one[PASSWORD_MADE], two[PASSWORD_MADE];

	for (int i = 0; i < 200; i++) {
		password_make(one);
		password_make(two);
		assert_int_equal(strlen(one), PASSWORD_MADE - 1);
		assert_string_not_equal(one, two);
		assert_int_equal(judge(state, one), PASSWORD_FINE);
	}
}

static void a_list_that_is_not_there_is_named(void **state)
{
	struct password_list none = { 0 };
	const char *problem = "";

	assert_false(password_list_open(&none, "/nowhere/common.txt", *state, &problem));
	assert_non_null(strstr(problem, "/nowhere/common.txt"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_one_of_any_characters_is_taken),
		cmocka_unit_test(length_is_counted_in_characters),
		cmocka_unit_test(what_many_people_use_is_refused),
		cmocka_unit_test(also_with_digits_and_signs_around_it),
		cmocka_unit_test(every_line_of_the_list_is_found_and_its_neighbours_are_not),
		cmocka_unit_test(the_accounts_and_the_districts_words_are_refused),
		cmocka_unit_test(the_districts_words_come_from_its_folder),
		cmocka_unit_test(a_short_text_repeated_is_refused),
		cmocka_unit_test(a_hash_verifies_its_password_and_no_other),
		cmocka_unit_test(a_name_that_nobody_has_takes_as_long),
		cmocka_unit_test(made_passwords_are_fine_and_never_the_same),
		cmocka_unit_test(a_list_that_is_not_there_is_named),
	};

	return cmocka_run_group_tests(tests, start, end);
}
