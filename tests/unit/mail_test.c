/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/paper/mail.h and lib/base/pattern.h promise. */
#include "lib/paper/mail.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/base/pattern.h"

static int set_up(void **state)
{
	*state = arena_new((size_t)1 << 20);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static void says(const char *text, const char *expected)
{
	if (!strstr(text, expected))
		fail_msg("no '%s' in: %s", expected, text);
}

static struct mail mail(void)
{
	return (struct mail){ .from = "\xe5\x96\x84\xe8\x82\xb2 <clerk@shanyu.example>",
			      .to = "a@shanyu.example, b@shanyu.example",
			      .subject = "\xe8\xb6\x85\xe6\x9c\x9f",
			      .text = "\xe7\xac\xac\xe4\xb8\x80\xe8\xa1\x8c\n",
			      .at = 1795400000 };
}

static void a_mail_is_mime_in_utf_8(void **state)
{
	struct mail one = mail();
	const char *text = mail_make(&one, *state);

	assert_non_null(text);
	says(text, "To: a@shanyu.example, b@shanyu.example\n");
	says(text, "<clerk@shanyu.example>");
	says(text, "Subject: =?UTF-8?B?6LaF5pyf?=\n");
	says(text, "Date: Mon, 23 Nov 2026 10:13:20 +0800\n");
	says(text, "Content-Type: text/plain; charset=utf-8\n");
	says(text, "Content-Transfer-Encoding: base64\n");
	says(text, "\n\n56ys5LiA6KGMCg==");
	says(text, "Auto-Submitted: auto-generated\n");
	assert_null(strchr(text, '\r'));
}

static void addresses_that_are_none_make_no_mail(void **state)
{
	static const char *const wrong[] = { "", "nobody", "a@b.example\nBcc: c@d.example", "<>" };
	struct mail one;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		one = mail();
		one.to = wrong[i];
		assert_null(mail_make(&one, *state));
		one = mail();
		one.from = wrong[i];
		assert_null(mail_make(&one, *state));
	}
}

static void a_subject_cannot_begin_another_header(void **state)
{
	struct mail one = mail();
	const char *text;

	one.subject = "x\nBcc: c@d.example";
	text = mail_make(&one, *state);
	assert_null(strstr(text, "\nBcc:"));
}

static void gaps_are_filled_by_name(void **state)
{
	struct values *values = values_new(*state);

	values_put_text(values, "number", "2026-000123");
	values_put_integer(values, "count", 3);
	values_put_text(values, "empty", "");
	assert_string_equal(pattern_fill("{number}: {count} of {empty}{count}", values, *state), "2026-000123: 3 of 3");
	assert_string_equal(pattern_fill("no gap", values, *state), "no gap");
	assert_string_equal(pattern_fill("", values, *state), "");
}

static void what_nobody_fills_is_left_to_be_seen(void **state)
{
	struct values *values = values_new(*state);

	values_put_text(values, "a", "{b}");
	assert_string_equal(pattern_fill("{who} {} { {a}", values, *state), "{who} {} { {b}");
	assert_string_equal(pattern_fill("{a}{b}", values, *state), "{b}{b}");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_mail_is_mime_in_utf_8),
		TEST(addresses_that_are_none_make_no_mail),
		TEST(a_subject_cannot_begin_another_header),
		TEST(gaps_are_filled_by_name),
		TEST(what_nobody_fills_is_left_to_be_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
