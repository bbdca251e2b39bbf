/* SPDX-License-Identifier: Apache-2.0 */
/* What workflow/list.h promises, on a list of the tests. */
#include "workflow/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { CLERK, OFFICER };
static const char *const actors[] = { "CLERK", "OFFICER" };
static const struct flow_state states[] = { { .code = "NEW", .turn = "OFFICER" }, { .code = "READ", .turn = "OFFICER" }, { .code = "DONE", .turn = "" } };
static const struct flow_action actions[] = {
	{ "begin", "", "NEW", CLERK, 0, 0, false },
	{ "read", "NEW", "READ", OFFICER, VERB_CASE_NOTE, 0, false },
	{ "end", "READ", "DONE", OFFICER, VERB_CASE_NOTE, 0, false },
};
static const struct flow letter_flow = {
	.word = "letter", .states = states, .state_count = 3, .actions = actions, .action_count = 3, .actors = actors, .actor_count = 2
};

static const char *const opens[] = { "open", "all", NULL };
static const char *const turns[] = { "OFFICER", NULL };
static const char *const orders[] = { "oldest", "newest", NULL };
static const struct field fields[] = {
	{ "q", FIELD_TEXT, OPTIONAL, 1, 60, NULL },
	{ "open", FIELD_CHOICE, OPTIONAL, 0, 0, opens },
	{ "turn", FIELD_CHOICE, OPTIONAL, 0, 0, turns },
	{ "handler", FIELD_CODE, OPTIONAL, 0, 0, NULL },
	{ "urgent", FIELD_FLAG, OPTIONAL, 0, 0, NULL },
	{ "from", FIELD_DATE, OPTIONAL, 0, 0, NULL },
	{ "to", FIELD_DATE, OPTIONAL, 0, 0, NULL },
	{ "sort", FIELD_CHOICE, OPTIONAL, 0, 0, orders },
	LIST_FIELDS
};
static const struct form form = { fields };

static const struct list_word open_words[] = { { "all", "open_is_all" }, { NULL, NULL } };
static const struct list_word turn_words[] = { { "OFFICER", "turn_is_officer" }, { NULL, NULL } };
static const struct list_word handler_words[] = { { "me", "handler_is_me" }, { NULL, NULL } };
static const struct list_word urgent_words[] = { { "1", "urgent_checked" }, { NULL, NULL } };
static const struct list_word sorts[] = { { "oldest", NULL }, { "newest", "sort_is_newest" }, { NULL, NULL } };

static const struct list_filter filters[] = {
	{ .field = "q", .kind = LIST_WORDS, .chip = "is_q" },
	{ .field = "open", .kind = LIST_CHOICE, .chip = "is_open", .usual = "open", .words = open_words },
	{ .field = "turn", .kind = LIST_TURN, .chip = "is_turn", .words = turn_words },
	{ .field = "handler", .kind = LIST_CODE, .chip = "is_handler", .own = "me", .words = handler_words },
	{ .field = "urgent", .kind = LIST_FLAG, .chip = "is_urgent", .words = urgent_words },
	{ .field = "from", .kind = LIST_FROM, .chip = "is_from" },
	{ .field = "to", .kind = LIST_TO, .chip = "is_to", .parameter = "before_day" },
};
#define FILTERS (sizeof filters / sizeof *filters)

static const struct list_bulk bulks[] = { { .action = "read", .section = "may_read", .verb = VERB_CASE_NOTE } };

static const struct list letters = {
	.word = "letter", .path = "/letters", .key = "number", .flow = &letter_flow, .form = &form, .filters = filters, .filter_count = FILTERS,
	.sorts = sorts, .bulks = bulks, .bulk_count = 1, .wider_field = "open", .wider_word = "all", .page_size = 50
};

static int set_up(void **state)
{
	*state = arena_new(1 << 20);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static const char *address(struct arena *arena, const char *query, const char *without)
{
	return list_address(&letters, form_read(&form, query, arena), "/letters", without, arena);
}

static void equal_questions_have_one_address_without_where_one_is_in_the_list(void **state)
{
	assert_string_equal(address(*state, "urgent=1&q=%E5%87%89&page=3&after=5_a&done=saved", ""), "/letters?q=%E5%87%89&urgent=1");
	assert_string_equal(address(*state, "q=%E5%87%89&urgent=1", ""), "/letters?q=%E5%87%89&urgent=1");
	assert_string_equal(address(*state, "page=2", ""), "/letters");
	assert_string_equal(address(*state, "q=a%26b&urgent=1&open=all", "urgent open"), "/letters?q=a%26b");
}

static void each_condition_is_a_chip_whose_address_leaves_the_others(void **state)
{
	struct list_chip chips[LIST_CHIPS];
	struct form_result *asked = form_read(&form, "handler=me&from=2026-11-01&open=all&page=2&after=5_a", *state);

	assert_int_equal(list_chips(&letters, asked, chips, *state), 3);
	assert_string_equal(chips[0].filter->chip, "is_open");
	assert_string_equal(chips[0].remove_url, "/letters?handler=me&from=2026-11-01");
	assert_string_equal(chips[1].remove_url, "/letters?open=all&from=2026-11-01");
	assert_string_equal(chips[2].remove_url, "/letters?open=all&handler=me");
	assert_string_equal(list_section(chips[1].filter, chips[1].typed), "handler_is_me");
	assert_null(list_section(chips[2].filter, chips[2].typed));
}

static void what_is_usual_or_wrong_is_no_chip(void **state)
{
	struct list_chip chips[LIST_CHIPS];

	assert_int_equal(list_chips(&letters, form_read(&form, "open=open", *state), chips, *state), 0);
	assert_int_equal(list_chips(&letters, form_read(&form, "open=never&from=2026-02-30", *state), chips, *state), 0);
}

static struct values *put(struct arena *arena, const char *query)
{
	struct values *parameters = values_new(arena);

	list_put(&letters, form_read(&form, query, arena), "wang", parameters);
	return parameters;
}

static void every_filter_is_a_parameter_also_when_nothing_is_asked_for(void **state)
{
	const struct values *nothing = put(*state, "");

	assert_string_equal(values_text(nothing, "open"), "open");
	assert_string_equal(values_text(nothing, "sort"), "oldest");
	assert_int_equal(values_find(nothing, "urgent")->kind, VALUE_INTEGER);
	assert_int_equal(values_find(nothing, "from")->kind, VALUE_INTEGER);
	assert_int_equal(values_find(nothing, "before_day")->kind, VALUE_INTEGER);
	assert_string_equal(values_text(nothing, "turn"), "");
	assert_int_equal(values_find(nothing, "handler")->kind, VALUE_TEXT);
}

static void own_rows_are_those_of_the_account_that_asks(void **state)
{
	assert_string_equal(values_text(put(*state, "handler=me"), "handler"), "wang");
	assert_string_equal(values_text(put(*state, "handler=li"), "handler"), "li");
}

static void a_turn_is_every_state_in_which_it_is(void **state)
{
	assert_string_equal(values_text(put(*state, "turn=OFFICER"), "turn"), " NEW READ ");
	assert_string_equal(list_turn(&letter_flow, "CLERK", *state), " ");
}

static void days_are_whole_days_in_china(void **state)
{
	const struct values *days = put(*state, "from=2026-11-23&to=2026-11-23");

	assert_int_equal(values_integer(days, "from"), 1795363200);
	assert_int_equal(values_integer(days, "before_day"), 1795363200 + 86400);
}

static void a_place_is_read_as_it_was_written(void **state)
{
	struct form_result *asked = form_read(&form, "urgent=1", *state);
	struct list_place place = { .direction = 1, .place = -1795400000, .key = "2026-000123" }, again;
	const char *next = list_page_address(&letters, asked, &place, 2, *state);

	assert_string_equal(next, "/letters?urgent=1&after=-1795400000_2026-000123&page=2");
	assert_true(list_place(form_read(&form, strchr(next, '?') + 1, *state), &again, *state));
	assert_int_equal(again.direction, 1);
	assert_int_equal(again.place, place.place);
	assert_string_equal(again.key, place.key);
	place.direction = -1;
	next = list_page_address(&letters, form_read(&form, "", *state), &place, 1, *state);
	assert_string_equal(next, "/letters?before=-1795400000_2026-000123&page=1");
	assert_true(list_place(form_read(&form, strchr(next, '?') + 1, *state), &again, *state));
	assert_int_equal(again.direction, -1);
}

static void what_is_no_place_is_said_and_is_the_first(void **state)
{
	static const char *const wrong[] = { "after=x", "after=5", "after=5_", "after=_a", "before=99999999999999999999_a", "after=9000000000000001_a" };
	struct list_place place;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(list_place(form_read(&form, wrong[i], *state), &place, *state));
		assert_int_equal(place.place, LIST_FIRST);
		assert_string_equal(place.key, "");
	}
	assert_true(list_place(form_read(&form, "page=3", *state), &place, *state));
	assert_int_equal(place.direction, 1);
}

/* A declaration with one filter that is another. */
static const char *with_filter(size_t at, struct list_filter filter)
{
	struct list_filter changed[FILTERS];
	struct list list = letters;

	memcpy(changed, filters, sizeof changed);
	changed[at] = filter;
	list.filters = changed;
	return list_mistake(&list);
}

static void a_right_declaration_has_no_mistake(void **state)
{
	(void)state;
	assert_null(list_mistake(&letters));
	assert_null(with_filter(0, filters[0]));
}

static void a_filter_without_its_field_chip_or_words_is_told(void **state)
{
	static const struct list_word none[] = { { NULL, NULL } }, strange[] = { { "all", "open_is_all" }, { "never", "open_is_never" }, { NULL, NULL } };
	struct list_filter filter = filters[1];

	(void)state;
	filter.chip = NULL;
	assert_string_equal(with_filter(1, filter), "a filter has no chip, so nobody could take it off");
	filter = filters[1];
	filter.field = "elsewhere";
	assert_string_equal(with_filter(1, filter), "a filter has no field of its kind that may be left out");
	filter = filters[1];
	filter.kind = LIST_FLAG;
	assert_string_equal(with_filter(1, filter), "a filter has no field of its kind that may be left out");
	assert_string_equal(with_filter(1, filters[0]), "two filters are of one field");
	filter = filters[1];
	filter.words = none;
	assert_string_equal(with_filter(1, filter), "a word of a choice has no section");
	filter.words = strange;
	assert_string_equal(with_filter(1, filter), "a filter says a word that its field has not");
	filter = filters[1];
	filter.usual = "never";
	assert_non_null(with_filter(1, filter));
	filter = filters[4];
	filter.words = none;
	assert_string_equal(with_filter(4, filter), "a flag has no section that marks it");
	filter = filters[3];
	filter.terms = "handler";
	assert_string_equal(with_filter(3, filter), "nothing gives what can be chosen in a filter");
}

static void a_turn_of_nobody_is_told(void **state)
{
	struct flow other = letter_flow;
	struct list list = letters;

	(void)state;
	other.actor_count = 1;
	list.flow = &other;
	assert_string_equal(list_mistake(&list), "it is the turn of somebody who is no actor");
}

static void an_order_or_field_that_leads_nowhere_is_told(void **state)
{
	static const struct list_word one[] = { { "oldest", NULL }, { NULL, NULL } }, unsaid[] = { { "oldest", NULL }, { "newest", NULL }, { NULL, NULL } };
	static const struct list_word unknown[] = { { "fairest", NULL }, { NULL, NULL } };
	struct list list = letters;

	(void)state;
	list.sorts = one;
	assert_string_equal(list_mistake(&list), "a word of the field sort is no order");
	list.sorts = unsaid;
	assert_string_equal(list_mistake(&list), "an order that is not the usual one has no section");
	list.sorts = unknown;
	assert_string_equal(list_mistake(&list), "an order is no word of the field sort");
	list = letters;
	list.filter_count--;
	assert_string_equal(list_mistake(&list), "a field of its form is no filter");
	list = letters;
	list.form = &(const struct form){ (const struct field[]){ { "sort", FIELD_CHOICE, OPTIONAL, 0, 0, orders }, { 0 } } };
	list.filter_count = 0;
	assert_string_equal(list_mistake(&list), "its form does not end with LIST_FIELDS");
	list = letters;
	list.wider_word = "wide";
	assert_string_equal(list_mistake(&list), "it cannot be asked more widely by that word");
}

static void what_is_done_with_several_is_an_action_of_the_procedure(void **state)
{
	struct list_bulk bulk = bulks[0];
	struct list list = letters;

	(void)state;
	list.bulks = &bulk;
	bulk.action = "burn";
	assert_non_null(list_mistake(&list));
	bulk.aside = true;
	assert_null(list_mistake(&list));
	bulk.verb = 0;
	assert_non_null(list_mistake(&list));
	list = letters;
	list.page_size = 0;
	assert_string_equal(list_mistake(&list), "its pages, or its filters, are too many or none");
	list = letters;
	list.word = "parcel";
	assert_string_equal(list_mistake(&list), "its word is not its procedure's");
	list.path = "letters";
	assert_string_equal(list_mistake(&list), "it lacks its word, path, key, form or procedure");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_questions_have_one_address_without_where_one_is_in_the_list),
		cmocka_unit_test(each_condition_is_a_chip_whose_address_leaves_the_others),
		cmocka_unit_test(what_is_usual_or_wrong_is_no_chip),
		cmocka_unit_test(every_filter_is_a_parameter_also_when_nothing_is_asked_for),
		cmocka_unit_test(own_rows_are_those_of_the_account_that_asks),
		cmocka_unit_test(a_turn_is_every_state_in_which_it_is),
		cmocka_unit_test(days_are_whole_days_in_china),
		cmocka_unit_test(a_place_is_read_as_it_was_written),
		cmocka_unit_test(what_is_no_place_is_said_and_is_the_first),
		cmocka_unit_test(a_right_declaration_has_no_mistake),
		cmocka_unit_test(a_filter_without_its_field_chip_or_words_is_told),
		cmocka_unit_test(a_turn_of_nobody_is_told),
		cmocka_unit_test(an_order_or_field_that_leads_nowhere_is_told),
		cmocka_unit_test(what_is_done_with_several_is_an_action_of_the_procedure),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
