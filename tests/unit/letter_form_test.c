/* SPDX-License-Identifier: Apache-2.0 */
/* What workflow/letter_form.h promises, on a letter of an application with rooms, and on the complaint that the house declares. */
#include "domain/cases/letter_form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/base/text.h"

static const char *const legal_forms[] = { "COMPANY", "PERSON", NULL };

static const struct field fields[] = {
	LETTER_FORM_PAGES,
	{ "legal_form", FIELD_CHOICE, OPTIONAL, 0, 0, legal_forms },
	{ "title", FIELD_TEXT, OPTIONAL, 2, 40, NULL },
	{ "opens_on", FIELD_DATE, OPTIONAL, 0, 0, NULL },
	{ "fee", FIELD_MONEY, OPTIONAL, 0, 10000, NULL },
	{ "places", FIELD_INTEGER, OPTIONAL, 1, 500, NULL },
	{ "garden", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "anonymous", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "phone", FIELD_TEXT, OPTIONAL, 5, 30, NULL },
	{ "rooms", FIELD_GROUP, OPTIONAL, 0, 3, NULL },
	{ "rooms[].room", FIELD_TEXT, REQUIRED, 1, 20, NULL },
	{ "rooms[].area", FIELD_REAL, OPTIONAL, 1, 500, NULL },
	{ 0 },
};
static const struct form form = { fields };

static bool is_person(const struct form_result *result)
{
	return strcmp(values_text(result->values, "legal_form"), "PERSON") == 0;
}

static void check_fee(struct form_result *result)
{
	if (values_integer(result->values, "fee") > 0 && !values_integer(result->values, "places"))
		form_refuse(result, "places", FIELD_MISSING);
}

static const struct letter_page pages[] = {
	{ "who", "public/who.tpl", "legal_form title", "legal_form", NULL, NULL },
	{ "company", "public/company.tpl", "phone", "phone", is_person, NULL },
	{ "offer", "public/offer.tpl", "opens_on fee places garden rooms", "", NULL, check_fee },
	{ "check", "public/check.tpl", "", "", NULL, NULL },
	{ 0 },
};

static const struct letter_form application = {
	.what = "application",
	.form = &form,
	.pages = pages,
	.said = "legal_form title opens_on fee places garden phone anonymous rooms",
	.needed = "title",
	.contact = "phone",
};

static int set_up(void **state)
{
	*state = arena_new(1024 * 1024);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static struct form_result *typed(void **state, const char *query)
{
	struct form_result *result = form_read(&form, query, *state);

	assert_non_null(result);
	return result;
}

static const struct letter_page *page(const char *name)
{
	const struct letter_page *found = letter_page_named(&application, name);

	assert_non_null(found);
	return found;
}

static void pages_follow_each_other_and_end_at_either_end(void **state)
{
	struct form_result *company = typed(state, "legal_form=COMPANY");

	assert_ptr_equal(letter_page_next(&application, page("who"), company), page("company"));
	assert_ptr_equal(letter_page_before(&application, page("who"), company), page("who"));
	assert_ptr_equal(letter_page_next(&application, page("check"), company), page("check"));
}

static void a_page_that_the_answers_make_needless_is_passed_over_both_ways(void **state)
{
	struct form_result *person = typed(state, "legal_form=PERSON");

	assert_ptr_equal(letter_page_next(&application, page("who"), person), page("offer"));
	assert_ptr_equal(letter_page_before(&application, page("offer"), person), page("who"));
}

static void what_a_page_requires_is_missing_there_and_on_no_other_page(void **state)
{
	struct form_result *result = typed(state, "title=ab");

	assert_true(letter_page_fine(page("offer"), result));
	assert_false(letter_page_fine(page("who"), result));
	assert_ptr_equal(letter_first_wrong(&application, result), page("who"));
}

static void a_rule_across_fields_is_asked_on_its_page(void **state)
{
	struct form_result *result = typed(state, "legal_form=PERSON&fee=100");

	assert_ptr_equal(letter_first_wrong(&application, result), page("offer"));
	assert_null(letter_first_wrong(&application, typed(state, "legal_form=PERSON&fee=100&places=5")));
}

/* Into the letter's JSON and back. */
static struct values *sent(void **state, const char *query, struct form_result **read, json_t **json)
{
	const char *reason = NULL;
	struct values *values;

	*json = json_object();
	letter_form_put(&application, typed(state, query), *json);
	values = letter_form_read(&application, *json, read, *state, &reason);
	if (!values)
		fail_msg("%s", reason);
	return values;
}

static void every_kind_of_field_comes_back_as_it_was_said(void **state)
{
	struct form_result *read;
	json_t *json;
	struct values *values = sent(state,
				     "legal_form=COMPANY&title=%E6%96%B0%E8%8A%BD&opens_on=2027-03-01&fee=1234.5&places=40&garden=1&phone=021-555"
				     "&rooms%5B1%5D.room=a&rooms%5B1%5D.area=35.5&rooms%5B2%5D.room=b",
				     &read, &json);
	const struct rows *rooms = form_rows(read, "rooms");

	assert_string_equal(values_text(values, "legal_form"), "COMPANY");
	assert_string_equal(values_text(values, "title"), "新芽");
	assert_string_equal(values_text(values, "opens_on"), "2027-03-01");
	assert_int_equal(values_integer(values, "fee"), 123450);
	assert_int_equal(json_integer_value(json_object_get(json, "fee")), 123450);
	assert_int_equal(values_integer(values, "places"), 40);
	assert_int_equal(values_integer(values, "garden"), 1);
	assert_int_equal(rooms->count, 2);
	assert_string_equal(values_text(&rooms->at[0], "room"), "a");
	assert_true(values_real(&rooms->at[0], "area") > 35.4 && values_real(&rooms->at[0], "area") < 35.6);
	assert_string_equal(values_text(&rooms->at[1], "room"), "b");
	json_decref(json);
}

static void what_was_not_said_comes_back_as_nothing(void **state)
{
	struct form_result *read;
	json_t *json;
	struct values *values = sent(state, "title=ab", &read, &json);

	assert_string_equal(values_text(values, "legal_form"), "");
	assert_string_equal(values_text(values, "opens_on"), "");
	assert_true(values_null(values, "fee"));
	assert_true(values_null(values, "places"));
	assert_false(values_null(values, "garden"));
	assert_int_equal(values_integer(values, "garden"), 0);
	assert_int_equal(form_rows(read, "rooms")->count, 0);
	json_decref(json);
}

static void pages_own_fields_are_no_part_of_a_letter(void **state)
{
	struct form_result *read;
	json_t *json;

	sent(state, "title=ab&receipt=x&step=who&go=continue&altcha=p&turn=t", &read, &json);
	assert_null(json_object_get(json, "receipt"));
	assert_null(json_object_get(json, "step"));
	assert_null(json_object_get(json, "altcha"));
	json_decref(json);
}

static void an_anonymous_letter_takes_no_contact_along(void **state)
{
	struct form_result *read;
	json_t *json;
	struct values *values = sent(state, "title=ab&anonymous=1&phone=021-55555", &read, &json);

	assert_string_equal(values_text(values, "phone"), "");
	assert_string_equal(json_string_value(json_object_get(json, "phone")), "");
	json_decref(json);
}

/* Sealed by whoever has the office's public key. */
static void refused(void **state, const char *text, const char *field)
{
	json_t *json = json_loads(text, 0, NULL);
	const char *reason = "";
	struct form_result *read;

	assert_non_null(json);
	if (letter_form_read(&application, json, &read, *state, &reason))
		fail_msg("it was taken: %s", text);
	if (!strstr(reason, field))
		fail_msg("%s: %s", text, reason);
	json_decref(json);
}

static void what_the_door_would_not_take_is_refused_by_its_field(void **state)
{
	refused(state, "{\"title\": \"01234567890123456789012345678901234567890\"}", "title");
	refused(state, "{\"title\": 5}", "title");
	refused(state, "{}", "title");
	refused(state, "{\"title\": \"ab\", \"legal_form\": \"KING\"}", "legal_form");
	refused(state, "{\"title\": \"ab\", \"legal_form\": [\"PERSON\"]}", "legal_form");
	refused(state, "{\"title\": \"ab\", \"places\": 501}", "places");
	refused(state, "{\"title\": \"ab\", \"places\": \"40\"}", "places");
	refused(state, "{\"title\": \"ab\", \"fee\": -1}", "fee");
	refused(state, "{\"title\": \"ab\", \"fee\": 1.5}", "fee");
	refused(state, "{\"title\": \"ab\", \"places\": 4.0}", "places");
	refused(state, "{\"title\": \"ab\", \"anonymous\": 1.0}", "anonymous");
	refused(state, "{\"title\": \"ab\", \"anonymous\": true}", "anonymous");
	refused(state, "{\"title\": \"ab\", \"anonymous\": 2}", "anonymous");
	refused(state, "{\"title\": \"ab\", \"fee\": 1000001}", "fee");
	refused(state, "{\"title\": \"ab\", \"opens_on\": \"2027-02-30\"}", "opens_on");
}

static void what_is_shorter_than_the_door_asks_for_is_taken(void **state)
{
	json_t *json = json_loads("{\"title\": \"a\"}", 0, NULL);
	const char *reason = "";
	struct form_result *read;

	assert_string_equal(values_text(letter_form_read(&application, json, &read, *state, &reason), "title"), "a");
	json_decref(json);
}

static void rows_that_are_none_are_refused_by_their_group(void **state)
{
	refused(state, "{\"title\": \"ab\", \"rooms\": 1}", "rooms");
	refused(state, "{\"title\": \"ab\", \"rooms\": [1]}", "rooms");
	refused(state, "{\"title\": \"ab\", \"rooms\": [{\"room\": 7}]}", "rooms");
	refused(state, "{\"title\": \"ab\", \"rooms\": [{\"area\": 5}]}", "row");
	refused(state, "{\"title\": \"ab\", \"rooms\": [{\"room\": \"a\"},{\"room\": \"b\"},{\"room\": \"c\"},{\"room\": \"d\"}]}", "rooms");
}

static void a_name_the_form_has_not_is_passed_over(void **state)
{
	json_t *json = json_loads("{\"title\": \"ab\", \"state\": \"GRANTED\", \"rooms\": [{\"room\": \"a\", \"grade\": 1}]}", 0, NULL);
	const char *reason = "";
	struct form_result *read;
	struct values *values = letter_form_read(&application, json, &read, *state, &reason);

	assert_non_null(values);
	assert_null(values_find(values, "state"));
	assert_null(values_find(&form_rows(read, "rooms")->at[0], "grade"));
	json_decref(json);
}

static const char *mistake(void **state, const struct letter_page *of_pages, const char *said)
{
	struct letter_form letter = application;

	letter.pages = of_pages;
	letter.said = said;
	return letter_form_mistake(&letter, *state);
}

static void a_declaration_that_names_what_is_not_there_is_told_of(void **state)
{
	static const struct letter_page misspelt[] = { { "who", "t", "titel", "", NULL, NULL }, { "check", "t", "", "", NULL, NULL }, { 0 } };
	static const struct letter_page unasked[] = { { "who", "t", "title", "phone", NULL, NULL }, { "check", "t", "", "", NULL, NULL }, { 0 } };
	static const struct letter_page twice[] = { { "who", "t", "title", "", NULL, NULL },
						    { "more", "t", "title", "", NULL, NULL },
						    { "check", "t", "", "", NULL, NULL },
						    { 0 } };
	static const struct letter_page endless[] = { { "who", "t", "title", "", NULL, NULL }, { 0 } };

	assert_null(mistake(state, pages, "title"));
	assert_string_equal(mistake(state, misspelt, "title"), "page who names the field titel, which the form has not");
	assert_string_equal(mistake(state, unasked, "title"), "page who requires phone and does not ask for it");
	assert_string_equal(mistake(state, twice, "title"), "pages who and more both ask for title");
	assert_string_equal(mistake(state, endless, "title"), "the last page is not check");
	assert_string_equal(mistake(state, pages, "title roof"), "the letter is made of roof, which the form has not");
}

static void the_complaint_is_declared_without_a_mistake(void **state)
{
	const char *found = letter_form_mistake(&case_letter_form, *state);

	if (found)
		fail_msg("%s", found);
}

static void each_field_of_the_complaint_that_is_said_is_asked_for_on_a_page(void **state)
{
	(void)state;
	for (const struct field *field = case_letter_form.form->fields; field->name; field++)
		if (text_has_word(case_letter_form.said, field->name) && !letter_page_asking(&case_letter_form, field->name))
			fail_msg("%s is on no page", field->name);
}

#define sentence(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(pages_follow_each_other_and_end_at_either_end),
		sentence(a_page_that_the_answers_make_needless_is_passed_over_both_ways),
		sentence(what_a_page_requires_is_missing_there_and_on_no_other_page),
		sentence(a_rule_across_fields_is_asked_on_its_page),
		sentence(every_kind_of_field_comes_back_as_it_was_said),
		sentence(what_was_not_said_comes_back_as_nothing),
		sentence(pages_own_fields_are_no_part_of_a_letter),
		sentence(an_anonymous_letter_takes_no_contact_along),
		sentence(what_the_door_would_not_take_is_refused_by_its_field),
		sentence(what_is_shorter_than_the_door_asks_for_is_taken),
		sentence(rows_that_are_none_are_refused_by_their_group),
		sentence(a_name_the_form_has_not_is_passed_over),
		sentence(a_declaration_that_names_what_is_not_there_is_told_of),
		sentence(the_complaint_is_declared_without_a_mistake),
		sentence(each_field_of_the_complaint_that_is_said_is_asked_for_on_a_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
