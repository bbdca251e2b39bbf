/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/seal/receipt.h promises. */
#include "lib/seal/receipt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

/* Known to a second implementation of the check and of the derivations. */
#define CODE "01234-56789-ABCDE-FGHJK-VQS3"

static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static int start(void **state)
{
	(void)state;
	return sodium_init() < 0;
}

static struct receipt code(void)
{
	struct receipt receipt;

	assert_int_equal(receipt_read(CODE, &receipt), RECEIPT_FINE);
	return receipt;
}

static void assert_reads_as_the_code(const char *text)
{
	struct receipt expected = code(), receipt;

	if (receipt_read(text, &receipt) != RECEIPT_FINE || memcmp(&receipt, &expected, sizeof receipt) != 0)
		fail_msg("'%s' does not read as " CODE, text);
}

static void a_code_is_printed_in_groups_and_read_again(void **state)
{
	(void)state;
	for (int i = 0; i < 2000; i++) {
		struct receipt made, read;
		char text[RECEIPT_TEXT];

		receipt_make(&made);
		receipt_print(&made, text);
		assert_int_equal(strlen(text), RECEIPT_TEXT - 1);
		assert_int_equal(strspn(text, "0123456789ABCDEFGHJKMNPQRSTVWXYZ-"), RECEIPT_TEXT - 1);
		for (size_t at = 0; at < strlen(text); at++)
			assert_int_equal(text[at] == '-', at % 6 == 5);
		assert_int_equal(receipt_read(text, &read), RECEIPT_FINE);
		assert_memory_equal(&made, &read, sizeof made);
	}
}

static void codes_are_random_in_all_of_their_100_bits(void **state)
{
	uint32_t ones[RECEIPT_RANDOM] = { 0 }, zeros[RECEIPT_RANDOM] = { 0 };

	(void)state;
	for (int i = 0; i < 200; i++) {
		struct receipt receipt;

		receipt_make(&receipt);
		for (int at = 0; at < RECEIPT_RANDOM; at++) {
			assert_true(receipt.symbols[at] < 32);
			ones[at] |= receipt.symbols[at];
			zeros[at] |= ~receipt.symbols[at] & 31u;
		}
	}
	for (int at = 0; at < RECEIPT_RANDOM; at++) {
		assert_int_equal(ones[at], 31);
		assert_int_equal(zeros[at], 31);
	}
}

static void reading_forgives_case_lookalikes_blanks_hyphens_and_full_width(void **state)
{
	(void)state;
	assert_reads_as_the_code("0123456789ABCDEFGHJKVQS3");
	assert_reads_as_the_code("0123456789abcdefghjkvqs3");
	assert_reads_as_the_code("OI234-56789-ABCDE-FGHJK-VQS3");
	assert_reads_as_the_code("ol234-56789-abcde-fghjk-vqs3");
	assert_reads_as_the_code("oi234-56789-abcde-fghjk-vqs3");
	assert_reads_as_the_code("  01234 56789\tABCDE\r\nFGHJK VQS3 ");
	assert_reads_as_the_code("0 1 2 3 4 5 6 7 8 9 A B C D E F G H J K V Q S 3");
	assert_reads_as_the_code("--01234--56789--ABCDE--FGHJK--VQS3--");
	/* Full-width letters, digits, hyphen and blank; dashes; blanks that do not break; a byte order mark. */
	assert_reads_as_the_code("０１２３４－５６７８９－ＡＢＣＤＥ　ＦＧＨＪＫ－ＶＱＳ３");
	assert_reads_as_the_code("ｏｌ２３４５６７８９ａｂｃｄｅｆｇｈｊｋｖｑｓ３");
	assert_reads_as_the_code("01234–56789—ABCDE‐FGHJK−VQS3");
	assert_reads_as_the_code("\xEF\xBB\xBF" "01234\xC2\xA0" "56789\xC2\xAD" "ABCDE\xE2\x80\x8B" "FGHJK\xE2\x80\xAF" "VQS3");
}

static void a_code_of_another_length_is_refused_as_that(void **state)
{
	struct receipt receipt;
	char text[] = "0123456789ABCDEFGHJKVQS3";

	(void)state;
	for (size_t length = 0; length < strlen(text); length++) {
		char *cut = strndup(text, length);

		assert_int_equal(receipt_read(cut, &receipt), RECEIPT_LENGTH);
		free(cut);
	}
	assert_int_equal(receipt_read(" - ", &receipt), RECEIPT_LENGTH);
	assert_int_equal(receipt_read(CODE "0", &receipt), RECEIPT_LENGTH);
	assert_int_equal(receipt_read(CODE CODE, &receipt), RECEIPT_LENGTH);
}

static void a_character_that_no_code_has_is_refused_as_that(void **state)
{
	static const char *const others[] = { "U", "u", "Ｕ", "*", "/", ".", "_", "=", "@", "[", "é", "中", "①", "Ａ̈", "\x01", "\x7F",
		"\xFF", "\xC0\xB0", "\xED\xA0\x80", "\xF4\x90\x80\x80" };
	struct receipt receipt;

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		char text[64];

		snprintf(text, sizeof text, "01234-56789-%s-FGHJK-VQS3", others[i]);
		assert_int_equal(receipt_read(text, &receipt), RECEIPT_ALPHABET);
	}
	/* However long it is besides. */
	assert_int_equal(receipt_read("U", &receipt), RECEIPT_ALPHABET);
	assert_int_equal(receipt_read(CODE CODE "U", &receipt), RECEIPT_ALPHABET);
}

/* Every code with one or two wrong symbols, 264 thousand of them, so every single mistake and every swap. */
static void one_or_two_wrong_symbols_are_always_caught(void **state)
{
	char right[] = "0123456789ABCDEFGHJKVQS3", text[sizeof right];
	struct receipt receipt;
	int tried = 0;

	(void)state;
	for (size_t first = 0; first < RECEIPT_SYMBOLS; first++) {
		for (size_t one = 0; one < 32; one++) {
			memcpy(text, right, sizeof right);
			text[first] = symbols[one];
			if (text[first] == right[first])
				continue;
			assert_int_equal(receipt_read(text, &receipt), RECEIPT_MISTYPED);
			tried++;
			for (size_t second = first + 1; second < RECEIPT_SYMBOLS; second++) {
				for (size_t two = 0; two < 32; two++) {
					text[second] = symbols[two];
					tried += text[second] != right[second];
					if (text[second] != right[second] && receipt_read(text, &receipt) != RECEIPT_MISTYPED)
						fail_msg("%s is taken for a code", text);
				}
				text[second] = right[second];
			}
		}
	}
	assert_int_equal(tried, 24 * 31 + 24 * 23 / 2 * 31 * 31);
}

static void swapped_neighbours_are_caught_in_any_code(void **state)
{
	(void)state;
	for (int i = 0; i < 500; i++) {
		struct receipt receipt, swapped;
		char text[RECEIPT_TEXT];

		receipt_make(&receipt);
		for (size_t at = 0; at + 1 < RECEIPT_SYMBOLS; at++) {
			swapped = receipt;
			swapped.symbols[at] = receipt.symbols[at + 1];
			swapped.symbols[at + 1] = receipt.symbols[at];
			receipt_print(&swapped, text);
			assert_int_equal(receipt_read(text, &swapped),
				receipt.symbols[at] == receipt.symbols[at + 1] ? RECEIPT_FINE : RECEIPT_MISTYPED);
		}
	}
}

/* The value of a word, as a polynomial, at the first four powers of 2 in GF(32): another way to look at the check. */
static uint32_t syndrome(const uint8_t word[RECEIPT_SYMBOLS])
{
	uint32_t all = 0;

	for (int power = 1; power <= 4; power++) {
		uint32_t sum = 0;

		for (int i = 0; i < RECEIPT_SYMBOLS; i++) {
			for (int times = 0; times < power; times++)
				sum = (sum << 1) ^ (sum & 16 ? 0x25 : 0);
			sum ^= word[i];
		}
		all = all << 5 | sum;
	}
	return all;
}

/* When no two patterns of up to two wrong symbols look the same to the check, no four wrong symbols look like none. */
static void up_to_four_wrong_symbols_are_always_caught(void **state)
{
	uint8_t *seen = test_calloc(1, (size_t)1 << 20), word[RECEIPT_SYMBOLS] = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++) {
		struct receipt receipt;

		receipt_make(&receipt);
		assert_int_equal(syndrome(receipt.symbols), 0);
	}
	seen[0] = 1;
	for (size_t first = 0; first < RECEIPT_SYMBOLS; first++) {
		for (word[first] = 1; word[first] < 32; word[first]++) {
			assert_false(seen[syndrome(word)]++);
			for (size_t second = first + 1; second < RECEIPT_SYMBOLS; second++) {
				for (word[second] = 1; word[second] < 32; word[second]++)
					assert_false(seen[syndrome(word)]++);
				word[second] = 0;
			}
		}
		word[first] = 0;
	}
	test_free(seen);
}

static void a_refused_code_leaves_nothing_behind(void **state)
{
	static const struct receipt nothing;
	struct receipt receipt;

	(void)state;
	memset(&receipt, 7, sizeof receipt);
	assert_int_equal(receipt_read("01234-56789-ABCDE-FGHJK-VQS4", &receipt), RECEIPT_MISTYPED);
	assert_memory_equal(&receipt, &nothing, sizeof receipt);
	memset(&receipt, 7, sizeof receipt);
	assert_int_equal(receipt_read("01234-56789-ABCDE-FGHJK-VQSU", &receipt), RECEIPT_ALPHABET);
	assert_memory_equal(&receipt, &nothing, sizeof receipt);
	receipt_make(&receipt);
	receipt_wipe(&receipt);
	assert_memory_equal(&receipt, &nothing, sizeof receipt);
}

static void lookup_key_and_envelope_name_are_what_blake2b_says(void **state)
{
	struct receipt receipt = code();
	uint8_t hash[RECEIPT_HASH];
	char hex[2 * RECEIPT_HASH + 1], name[RECEIPT_NAME];

	(void)state;
	receipt_lookup(&receipt, hash);
	sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
	assert_string_equal(hex, "a4d444ee1ed7ce5c6d775fa5755f9f038402b5910f2f7c2a69dff72599173734");
	receipt_key(&receipt, hash);
	sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
	assert_string_equal(hex, "9279c6866a7130c2319fba6561fa0dfcab12bf8bb26d1fd5555232563c4af475");
	receipt_envelope(&receipt, name);
	assert_string_equal(name, "582363befa52b74d0724c1033f69d0bddad1eeae249edaba49d91c69550b33a1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_is_printed_in_groups_and_read_again),
		cmocka_unit_test(codes_are_random_in_all_of_their_100_bits),
		cmocka_unit_test(reading_forgives_case_lookalikes_blanks_hyphens_and_full_width),
		cmocka_unit_test(a_code_of_another_length_is_refused_as_that),
		cmocka_unit_test(a_character_that_no_code_has_is_refused_as_that),
		cmocka_unit_test(one_or_two_wrong_symbols_are_always_caught),
		cmocka_unit_test(swapped_neighbours_are_caught_in_any_code),
		cmocka_unit_test(up_to_four_wrong_symbols_are_always_caught),
		cmocka_unit_test(a_refused_code_leaves_nothing_behind),
		cmocka_unit_test(lookup_key_and_envelope_name_are_what_blake2b_says),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
