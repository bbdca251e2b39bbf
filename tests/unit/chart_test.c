/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/paper/chart.h promises. */
#include "lib/paper/chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
	*state = arena_new((size_t)4 << 20);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static int64_t in(const struct rows *rows, size_t row, const char *name)
{
	return values_integer(&rows->at[row], name);
}

static void bars_begin_at_nought_and_are_as_long_as_their_numbers(void **state)
{
	const struct chart_bar bars[] = { { "one", { 50 } }, { "two", { 100 } }, { "none", { 0 } } };
	struct rows drawn, parts;

	assert_int_equal(chart_bars(bars, 3, 100, *state, &drawn, &parts), 4 + 3 * CHART_ROW);
	assert_int_equal(drawn.count, 3);
	assert_int_equal(parts.count, 2);
	assert_int_equal(in(&parts, 0, "x"), in(&parts, 1, "x"));
	assert_int_equal(in(&parts, 1, "width"), 2 * in(&parts, 0, "width"));
	assert_true(in(&drawn, 1, "total_x") < CHART_WIDTH);
	assert_int_equal(in(&drawn, 1, "total"), 100);
	assert_int_equal(in(&drawn, 2, "total"), 0);
}

static void parts_of_a_bar_follow_one_another_without_a_gap(void **state)
{
	const struct chart_bar bars[] = { { "all", { 7, 0, 11, 13 } }, { "more", { 97 } } };
	struct rows drawn, parts;

	chart_bars(bars, 2, 120, *state, &drawn, &parts);
	assert_int_equal(parts.count, 4);
	assert_int_equal(in(&parts, 1, "part"), 3);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(in(&parts, i, "x") + in(&parts, i, "width"), in(&parts, i + 1, "x"));
}

static void one_of_many_is_still_to_be_seen(void **state)
{
	const struct chart_bar bars[] = { { "one", { 1 } }, { "many", { 100000 } } };
	struct rows drawn, parts;

	chart_bars(bars, 2, 100, *state, &drawn, &parts);
	assert_int_equal(in(&parts, 0, "width"), 1);
}

static void no_bars_are_no_drawing(void **state)
{
	struct rows drawn, parts;

	chart_bars(NULL, 0, 100, *state, &drawn, &parts);
	assert_int_equal(drawn.count + parts.count, 0);
}

static void the_axis_begins_at_nought_and_ends_above_the_largest(void **state)
{
	static const int64_t values[] = { 3, 41, 12 };
	const struct chart_line lines[] = { { values, 3 } };
	struct chart_lines drawing = chart_lines(lines, 1, *state);

	assert_int_equal(drawing.ticks.count, 6);
	assert_int_equal(in(&drawing.ticks, 0, "value"), 0);
	assert_int_equal(in(&drawing.ticks, 5, "value"), 50);
	assert_true(in(&drawing.ticks, 5, "y") < in(&drawing.ticks, 0, "y"));
}

static void a_line_goes_through_its_values(void **state)
{
	static const int64_t values[] = { 0, 5, 10 };
	const struct chart_line lines[] = { { values, 3 } };
	struct chart_lines drawing = chart_lines(lines, 1, *state);
	int64_t nought = in(&drawing.ticks, 0, "y"), ten = in(&drawing.ticks, drawing.ticks.count - 1, "y");

	assert_int_equal(in(&drawing.dots, 0, "y"), nought);
	assert_int_equal(in(&drawing.dots, 2, "y"), ten);
	assert_int_equal(2 * in(&drawing.dots, 1, "y"), nought + ten);
	assert_int_equal(in(&drawing.lines, 0, "last"), 10);
	assert_string_equal(values_text(&drawing.lines.at[0], "points"), "44,226 324,120 604,14");
}

static void names_of_lines_that_end_together_are_moved_apart(void **state)
{
	static const int64_t values[] = { 4, 4 };
	const struct chart_line lines[] = { { values, 2 }, { values, 2 }, { values, 2 } };
	struct chart_lines drawing = chart_lines(lines, 3, *state);

	for (size_t i = 0; i < 3; i++)
		for (size_t j = i + 1; j < 3; j++)
			assert_true(in(&drawing.lines, j, "end_y") - in(&drawing.lines, i, "end_y") >= 16 ||
				    in(&drawing.lines, i, "end_y") - in(&drawing.lines, j, "end_y") >= 16);
}

static void labels_that_have_no_room_are_left_out_but_never_the_last(void **state)
{
	int64_t values[40] = { 0 };
	const struct chart_line lines[] = { { values, 40 } };
	struct chart_lines drawing = chart_lines(lines, 1, *state);
	int64_t shown = 0;

	for (size_t i = 0; i < 40; i++)
		shown += in(&drawing.places, i, "show");
	assert_true(shown > 5 && shown <= 12);
	assert_int_equal(in(&drawing.places, 39, "show"), 1);
}

static void nothing_to_draw_is_drawn_as_nothing(void **state)
{
	static const int64_t values[] = { 0 };
	const struct chart_line lines[] = { { values, 1 }, { values, 0 } };

	assert_int_equal(chart_lines(lines, 2, *state).dots.count, 1);
	assert_int_equal(chart_lines(NULL, 0, *state).lines.count, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(bars_begin_at_nought_and_are_as_long_as_their_numbers),
		TEST(parts_of_a_bar_follow_one_another_without_a_gap),
		TEST(one_of_many_is_still_to_be_seen),
		TEST(no_bars_are_no_drawing),
		TEST(the_axis_begins_at_nought_and_ends_above_the_largest),
		TEST(a_line_goes_through_its_values),
		TEST(names_of_lines_that_end_together_are_moved_apart),
		TEST(labels_that_have_no_room_are_left_out_but_never_the_last),
		TEST(nothing_to_draw_is_drawn_as_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
