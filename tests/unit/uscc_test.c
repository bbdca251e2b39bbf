/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/facilities/uscc.h promises. The codes with bodies 0000000n cannot belong to anyone. */
#include "rules/facilities/uscc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static void right_codes_are_fine(void **state)
{
	/* The first is the example of GB 32100-2015. */
	static const char *const right[] = { "91350100M000100Y43", "913101070000000193", "91310107000000027X",
		"52310107000000035R", "12310107000000051K" };

	(void)state;
	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		assert_int_equal(uscc_check(right[i]), USCC_FINE);
}

static void a_code_has_18_characters(void **state)
{
	(void)state;
	assert_int_equal(uscc_check(""), USCC_LENGTH);
	assert_int_equal(uscc_check("91310107000000019"), USCC_LENGTH);
	assert_int_equal(uscc_check("9131010700000001933"), USCC_LENGTH);
}

static void letters_out_of_the_alphabet_are_refused(void **state)
{
	(void)state;
	assert_int_equal(uscc_check("91310107000000027x"), USCC_ALPHABET);
	assert_int_equal(uscc_check("91310107O000000193"), USCC_ALPHABET);
	assert_int_equal(uscc_check("91310I070000000193"), USCC_ALPHABET);
	assert_int_equal(uscc_check("9131010A0000000193"), USCC_ALPHABET);
	assert_int_equal(uscc_check("长长长长长长"), USCC_ALPHABET);
}

static void every_single_wrong_character_is_found(void **state)
{
	const char *right = "91350100M000100Y43";

	(void)state;
	for (size_t place = 0; place < 18; place++) {
		for (size_t i = 0; i < 31; i++) {
			char wrong[19];

			strcpy(wrong, right);
			wrong[place] = alphabet[i];
			if (strcmp(wrong, right))
				assert_int_not_equal(uscc_check(wrong), USCC_FINE);
		}
	}
	assert_int_equal(uscc_check("91350100M000100Y44"), USCC_CHECK);
}

static void neighbours_changed_over_are_found(void **state)
{
	(void)state;
	assert_int_equal(uscc_check("91350100M000010Y43"), USCC_CHECK);
	assert_int_equal(uscc_check("19350100M000100Y43"), USCC_CHECK);
}

static void the_organisations_own_check_is_looked_at_too(void **state)
{
	int found = 0;

	(void)state;
	for (size_t own = 0; own < 31; own++) {
		for (size_t last = 0; last < 31; last++) {
			char code[19] = "913101070000000193";

			code[16] = alphabet[own];
			code[17] = alphabet[last];
			found += uscc_check(code) == USCC_ORGANISATION_CHECK;
		}
	}
	assert_int_equal(found, 30);
}

static void demonstration_codes_are_completed(void **state)
{
	char code[USCC_LENGTH_FULL + 1];

	(void)state;
	assert_true(uscc_complete("91", "310107", "00000001", code));
	assert_string_equal(code, "913101070000000193");
	assert_true(uscc_complete("91", "310107", "00000002", code));
	assert_string_equal(code, "91310107000000027X");
	assert_true(uscc_complete("52", "310107", "00000003", code));
	assert_string_equal(code, "52310107000000035R");
	assert_true(uscc_complete("91", "350100", "M000100Y", code));
	assert_string_equal(code, "91350100M000100Y43");
	for (int n = 0; n < 10000; n++) {
		char body[9] = "00000000";

		for (int i = 7, rest = n; i > 3; i--, rest /= 10)
			body[i] = (char)('0' + rest % 10);
		assert_true(uscc_complete("12", "310107", body, code));
		assert_int_equal(uscc_check(code), USCC_FINE);
	}
}

static void nothing_is_completed_from_wrong_parts(void **state)
{
	char code[USCC_LENGTH_FULL + 1] = "untouched";

	(void)state;
	assert_false(uscc_complete("9", "310107", "00000001", code));
	assert_false(uscc_complete("91", "31010A", "00000001", code));
	assert_false(uscc_complete("91", "310107", "0000001", code));
	assert_false(uscc_complete("91", "310107", "0000000I", code));
	assert_string_equal(code, "untouched");
}

static void a_kind_has_its_prefixes(void **state)
{
	(void)state;
	assert_true(uscc_fits_kind("913101070000000193", "91 92"));
	assert_true(uscc_fits_kind("923101070000000193", " 91  92 "));
	assert_false(uscc_fits_kind("52310107000000035R", "91 92"));
	assert_true(uscc_fits_kind("52310107000000035R", "52"));
	assert_true(uscc_fits_kind("52310107000000035R", ""));
	assert_false(uscc_fits_kind("", "52"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(right_codes_are_fine),
		cmocka_unit_test(a_code_has_18_characters),
		cmocka_unit_test(letters_out_of_the_alphabet_are_refused),
		cmocka_unit_test(every_single_wrong_character_is_found),
		cmocka_unit_test(neighbours_changed_over_are_found),
		cmocka_unit_test(the_organisations_own_check_is_looked_at_too),
		cmocka_unit_test(demonstration_codes_are_completed),
		cmocka_unit_test(nothing_is_completed_from_wrong_parts),
		cmocka_unit_test(a_kind_has_its_prefixes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
