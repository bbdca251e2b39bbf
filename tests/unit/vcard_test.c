/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/paper/vcard.h promises. */
#include "lib/paper/vcard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void expect_line(struct buffer *out, const char *expected)
{
	assert_int_equal(out->size, strlen(expected));
	assert_memory_equal(out->bytes, expected, out->size);
	buffer_free(out);
}

static void signs_with_a_meaning_are_escaped(void **state)
{
	struct buffer out = { 0 };

	(void)state;
	vcard_text(&out, "FN", "a;b,c\\d\ne\r");
	expect_line(&out, "FN:a\\;b\\,c\\\\d\\ne\r\n");
}

static void parts_stand_between_semicolons(void **state)
{
	static const char *const parts[] = { "", "", "a;b", "c" };
	struct buffer out = { 0 };

	(void)state;
	vcard_line(&out, "ADR;TYPE=WORK", parts, 4);
	expect_line(&out, "ADR;TYPE=WORK:;;a\\;b;c\r\n");
}

static void an_address_of_the_web_is_left_as_it_is(void **state)
{
	struct buffer out = { 0 };

	(void)state;
	vcard_uri(&out, "URL", "http://shanyu.test/facilities/A?b=c,d;e");
	expect_line(&out, "URL:http://shanyu.test/facilities/A?b=c,d;e\r\n");
}

static void no_line_is_longer_than_75_bytes_and_no_character_divided(void **state)
{
	char name[40 * 3 + 1] = "";
	struct buffer out = { 0 };
	size_t length = 0;

	(void)state;
	for (int i = 0; i < 40; i++)
		memcpy(name + (size_t)i * 3, "\xE6\x89\x98", 3);
	name[120] = '\0';
	vcard_text(&out, "FN", name);
	for (size_t i = 0; i < out.size; i++) {
		length = out.bytes[i] == '\n' ? 0 : length + 1;
		assert_true(length <= 76); /* 75 and the \r */
		if (i + 3 < out.size && memcmp(out.bytes + i, "\r\n ", 3) == 0)
			assert_int_equal((unsigned char)out.bytes[i + 3], 0xE6);
	}
	assert_int_equal(out.size, 3 + 120 + 3 + 2);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_with_a_meaning_are_escaped),
		cmocka_unit_test(parts_stand_between_semicolons),
		cmocka_unit_test(an_address_of_the_web_is_left_as_it_is),
		cmocka_unit_test(no_line_is_longer_than_75_bytes_and_no_character_divided),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
