/* SPDX-License-Identifier: Apache-2.0 */
/* What accounts/totp.h and accounts/recovery.h promise. */
#include "office_registry.h"

#include "accounts/recovery.h"
#include "accounts/totp.h"

/* RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
static const uint8_t rfc_secret[TOTP_SECRET] = "12345678901234567890";
static const struct {
	int64_t at;
	const char *code;
} rfc_vectors[] = {
	{ 59, "287082" },         { 1111111109, "081804" }, { 1111111111, "050471" },
	{ 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" },
};

static void the_vectors_of_rfc_6238_hold(void **state)
{
	char code[TOTP_DIGITS + 1];

	(void)state;
	for (size_t i = 0; i < sizeof rfc_vectors / sizeof *rfc_vectors; i++) {
		assert_true(totp_code(rfc_secret, rfc_vectors[i].at, code));
		assert_string_equal(code, rfc_vectors[i].code);
		assert_int_equal(totp_step_of(rfc_secret, rfc_vectors[i].at, -1, rfc_vectors[i].code),
				 rfc_vectors[i].at / TOTP_SECONDS);
	}
}

static void a_code_is_taken_from_one_step_before_until_one_after(void **state)
{
	int64_t begin = 1111111110; /* of a step */

	(void)state;
	assert_int_equal(begin % TOTP_SECONDS, 0);
	assert_true(totp_step_of(rfc_secret, begin - TOTP_SECONDS - 1, -1, "050471") < 0);
	assert_true(totp_step_of(rfc_secret, begin - TOTP_SECONDS, -1, "050471") > 0);
	assert_true(totp_step_of(rfc_secret, begin, -1, "050471") > 0);
	assert_true(totp_step_of(rfc_secret, begin + 2 * TOTP_SECONDS - 1, -1, "050471") > 0);
	assert_true(totp_step_of(rfc_secret, begin + 2 * TOTP_SECONDS, -1, "050471") < 0);
}

static void blanks_are_skipped_and_anything_else_is_no_code(void **state)
{
	static const char *const wrong[] = {
		"", "05047", "0504711", "05047a", "-50471", "050471050471050471050471", "０５０４７１", "050472"
	};
	(void)state;
	assert_true(totp_step_of(rfc_secret, 1111111111, -1, " 050 471 ") > 0);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_int_equal(totp_step_of(rfc_secret, 1111111111, -1, wrong[i]), -1);
}

static void the_address_for_the_telephone_has_all_it_needs(void **state)
{
	struct office_registry *office = *state;

	assert_string_equal(totp_base32(rfc_secret, office->arena), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
	assert_string_equal(
		totp_uri(rfc_secret, "善育", "desk", office->arena),
		"otpauth://totp/%E5%96%84%E8%82%B2:desk?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5%96%84%E8%82%B2"
		"&algorithm=SHA1&digits=6&period=30");
}

static struct values *account(struct office_registry *office, const char *name)
{
	enum account_answer answer;
	struct values *row = account_find(&office->accounts, name, &answer);

	assert_non_null(row);
	return row;
}

static void set_up(struct office_registry *office, const char *name, uint8_t secret[TOTP_SECRET])
{
	char code[TOTP_DIGITS + 1];

	office_account(office, name, "DESK", "");
	totp_make(secret);
	assert_true(totp_code(secret, office->accounts.now, code));
	assert_int_equal(totp_set(&office->accounts, name, secret, "000000") == ACCOUNT_DONE && strcmp(code, "000000") != 0, 0);
	assert_int_equal(totp_set(&office->accounts, name, secret, code), ACCOUNT_DONE);
}

static void a_code_is_taken_once_the_one_of_setting_up_included(void **state)
{
	struct office_registry *office = *state;
	char code[TOTP_DIGITS + 1];
	uint8_t secret[TOTP_SECRET];
	struct values *before;

	set_up(office, "desk", secret);
	assert_true(totp_code(secret, office->accounts.now, code));
	assert_int_equal(totp_take(&office->accounts, account(office, "desk"), code), ACCOUNT_REFUSED);
	office->accounts.now += 2 * TOTP_SECONDS;
	assert_true(totp_code(secret, office->accounts.now, code));
	before = account(office, "desk");
	assert_int_equal(totp_take(&office->accounts, before, code), ACCOUNT_DONE);
	assert_int_equal(totp_take(&office->accounts, account(office, "desk"), code), ACCOUNT_REFUSED);
	/* Two who read the account at the same moment. */
	assert_int_equal(totp_take(&office->accounts, before, code), ACCOUNT_REFUSED);
	/* An older one that was not taken. */
	assert_true(totp_code(secret, office->accounts.now - TOTP_SECONDS, code));
	assert_int_equal(totp_take(&office->accounts, account(office, "desk"), code), ACCOUNT_REFUSED);
}

static void the_secret_is_sealed_for_its_account(void **state)
{
	struct office_registry *office = *state;
	uint8_t secret[TOTP_SECRET], opened[TOTP_SECRET], other[TOTP_SECRET];
	const struct value *sealed;

	set_up(office, "desk", secret);
	set_up(office, "other", other);
	sealed = values_find(account(office, "desk"), "totp_secret");
	assert_null(memmem(sealed->blob, sealed->size, secret, sizeof secret));
	assert_true(totp_secret_of(&office->accounts, account(office, "desk"), opened));
	assert_memory_equal(opened, secret, sizeof secret);
	office_tamper(
		office,
		"update account set totp_secret = (select totp_secret from account where name = 'desk') where name = 'other'");
	assert_false(totp_secret_of(&office->accounts, account(office, "other"), opened));
	office->key[0] ^= 1;
	assert_false(totp_secret_of(&office->accounts, account(office, "desk"), opened));
}

static void a_secret_that_is_shown_comes_back_for_the_same_account_and_session_only(void **state)
{
	struct office_registry *office = *state;
	uint8_t opened[TOTP_SECRET];
	const char *offer = totp_offer(&office->accounts, rfc_secret, "desk", "aa");

	assert_true(totp_offered(&office->accounts, offer, "desk", "aa", opened));
	assert_memory_equal(opened, rfc_secret, sizeof opened);
	assert_false(totp_offered(&office->accounts, offer, "desk", "ab", opened));
	assert_false(totp_offered(&office->accounts, offer, "other", "aa", opened));
	assert_false(totp_offered(&office->accounts, "", "desk", "aa", opened));
	assert_false(totp_offered(&office->accounts, "zz", "desk", "aa", opened));
	assert_false(totp_offered(&office->accounts, offer + 2, "desk", "aa", opened));
}

static void ten_recovery_codes_are_made_and_each_opens_once(void **state)
{
	struct office_registry *office = *state;
	char codes[RECOVERY_CODES][RECOVERY_TEXT];

	office_account(office, "desk", "DESK", "");
	office_account(office, "other", "DESK", "");
	assert_int_equal(recovery_make(&office->accounts, "desk", codes), ACCOUNT_DONE);
	assert_int_equal(recovery_left(&office->accounts, "desk"), RECOVERY_CODES);
	for (int i = 0; i < RECOVERY_CODES; i++) {
		assert_int_equal(strlen(codes[i]), RECOVERY_TEXT - 1);
		assert_true(recovery_is_code(codes[i]));
		assert_int_equal(recovery_use(&office->accounts, "other", codes[i]), ACCOUNT_REFUSED);
		assert_int_equal(recovery_use(&office->accounts, "desk", codes[i]), ACCOUNT_DONE);
		assert_int_equal(recovery_use(&office->accounts, "desk", codes[i]), ACCOUNT_REFUSED);
	}
	assert_int_equal(recovery_left(&office->accounts, "desk"), 0);
}

static void recovery_codes_are_read_as_people_type_them(void **state)
{
	struct office_registry *office = *state;
	char codes[RECOVERY_CODES][RECOVERY_TEXT], typed[2 * RECOVERY_TEXT] = "";

	office_account(office, "desk", "DESK", "");
	assert_int_equal(recovery_make(&office->accounts, "desk", codes), ACCOUNT_DONE);
	for (size_t i = 0, size = 0; i < strlen(codes[0]); i++) {
		char symbol = codes[0][i];

		typed[size++] = symbol == '-' ? ' ' : symbol == '0' ? 'o' : symbol == '1' ? 'l' : (char)(symbol | 32);
		typed[size++] = ' ';
	}
	assert_int_equal(recovery_use(&office->accounts, "desk", typed), ACCOUNT_DONE);
	assert_int_equal(recovery_use(&office->accounts, "desk", ""), ACCOUNT_REFUSED);
	assert_int_equal(recovery_use(&office->accounts, "desk", "UUUUU-UUUUU-UUUUU-UUUUU-UUUUU"), ACCOUNT_REFUSED);
	assert_false(recovery_is_code("123456"));
}

static void new_recovery_codes_take_the_place_of_the_old(void **state)
{
	struct office_registry *office = *state;
	char old[RECOVERY_CODES][RECOVERY_TEXT], codes[RECOVERY_CODES][RECOVERY_TEXT];

	office_account(office, "desk", "DESK", "");
	assert_int_equal(recovery_make(&office->accounts, "desk", old), ACCOUNT_DONE);
	assert_int_equal(recovery_make(&office->accounts, "desk", codes), ACCOUNT_DONE);
	assert_int_equal(recovery_left(&office->accounts, "desk"), RECOVERY_CODES);
	assert_int_equal(recovery_use(&office->accounts, "desk", old[0]), ACCOUNT_REFUSED);
}

#define WITH_OFFICE(test) cmocka_unit_test_setup_teardown(test, office_registry_open, office_registry_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_vectors_of_rfc_6238_hold),
		cmocka_unit_test(a_code_is_taken_from_one_step_before_until_one_after),
		cmocka_unit_test(blanks_are_skipped_and_anything_else_is_no_code),
		WITH_OFFICE(the_address_for_the_telephone_has_all_it_needs),
		WITH_OFFICE(a_code_is_taken_once_the_one_of_setting_up_included),
		WITH_OFFICE(the_secret_is_sealed_for_its_account),
		WITH_OFFICE(a_secret_that_is_shown_comes_back_for_the_same_account_and_session_only),
		WITH_OFFICE(ten_recovery_codes_are_made_and_each_opens_once),
		WITH_OFFICE(recovery_codes_are_read_as_people_type_them),
		WITH_OFFICE(new_recovery_codes_take_the_place_of_the_old),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
