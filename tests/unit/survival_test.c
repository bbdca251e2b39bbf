/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What rules/cases/survival.h promises, with the remission times (weeks) of 42 children with leukaemia that every textbook works through:
 * Freireich et al., Blood 21 (1963), 699-716; estimates as in Cox, Oakes: Analysis of Survival Data (1984), and in R's survival package
 * (survfit, data set MASS::gehan).
 */
#include "rules/cases/survival.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define MOST 64

/* Negative: censored then. Not in order, as a registry gives them. */
static const int mercaptopurine[] = { -35, 6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34 };
static const int placebo[] = { 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23 };

static size_t estimate(const int *times, size_t count, struct survival_step *steps)
{
	struct survival_case cases[MOST];

	for (size_t i = 0; i < count; i++)
		cases[i] = (struct survival_case){ abs(times[i]), times[i] > 0 };
	return survival_estimate(cases, count, steps);
}
#define ESTIMATE(times, steps) estimate(times, sizeof(times) / sizeof *(times), steps)

static void assert_quantile(const struct survival_step *steps, size_t count, double part, int64_t expected)
{
	int64_t time = -1;

	assert_true(survival_quantile(steps, count, part, &time));
	assert_int_equal(time, expected);
}

static void the_estimate_for_mercaptopurine_is_the_textbooks(void **state)
{
	static const struct survival_step expected[] = { { 6, 21, 3, 0.8571 },  { 7, 17, 1, 0.8067 },  { 10, 15, 1, 0.7529 },
							 { 13, 12, 1, 0.6902 }, { 16, 11, 1, 0.6275 }, { 22, 7, 1, 0.5378 },
							 { 23, 6, 1, 0.4482 } };
	struct survival_step steps[MOST];

	(void)state;
	assert_int_equal(ESTIMATE(mercaptopurine, steps), 7);
	for (size_t i = 0; i < 7; i++) {
		assert_int_equal(steps[i].time, expected[i].time);
		assert_int_equal(steps[i].at_risk, expected[i].at_risk);
		assert_int_equal(steps[i].happened, expected[i].happened);
		assert_float_equal(steps[i].share, expected[i].share, 0.00005);
	}
}

static void its_median_is_23_weeks_and_a_quarter_relapsed_by_13(void **state)
{
	struct survival_step steps[MOST];
	size_t count = ESTIMATE(mercaptopurine, steps);

	(void)state;
	assert_quantile(steps, count, 0.25, 13);
	assert_quantile(steps, count, 0.5, 23);
}

static void a_quantile_the_estimate_does_not_come_down_to_is_not_reached(void **state)
{
	struct survival_step steps[MOST];
	size_t count = ESTIMATE(mercaptopurine, steps);
	int64_t time = 77;

	(void)state;
	assert_false(survival_quantile(steps, count, 0.75, &time));
	assert_int_equal(time, 77);
}

static void without_censoring_it_is_the_plain_share(void **state)
{
	struct survival_step steps[MOST];
	size_t count = ESTIMATE(placebo, steps);

	(void)state;
	assert_quantile(steps, count, 0.25, 4);
	assert_quantile(steps, count, 0.5, 8);
	assert_quantile(steps, count, 0.75, 12);
	assert_int_equal(steps[count - 1].time, 23);
	assert_float_equal(steps[count - 1].share, 0, 1e-12);
}

static void four_quick_answers_do_not_hide_six_that_wait(void **state)
{
	static const int times[] = { 1, 1, 1, 1, -30, -30, -30, -30, -30, -30 };
	struct survival_step steps[MOST];
	size_t count = ESTIMATE(times, steps);
	int64_t time;

	(void)state;
	assert_quantile(steps, count, 0.25, 1);
	assert_false(survival_quantile(steps, count, 0.5, &time));
}

static void a_median_that_is_met_exactly_is_taken(void **state)
{
	static const int two[] = { 3, 8 }, six[] = { 1, 2, 3, 4, 5, 6 };
	struct survival_step steps[MOST];

	(void)state;
	assert_quantile(steps, ESTIMATE(two, steps), 0.5, 3);
	assert_quantile(steps, ESTIMATE(six, steps), 0.5, 3);
}

static void what_is_censored_when_others_end_still_waited_then(void **state)
{
	static const int times[] = { -5, 5 };
	struct survival_step steps[MOST];

	(void)state;
	assert_int_equal(ESTIMATE(times, steps), 1);
	assert_int_equal(steps[0].at_risk, 2);
	assert_float_equal(steps[0].share, 0.5, 1e-12);
}

static void where_nothing_happened_nothing_is_estimated(void **state)
{
	static const int times[] = { -5, -9 };
	struct survival_step steps[MOST];
	int64_t time;

	(void)state;
	assert_int_equal(ESTIMATE(times, steps), 0);
	assert_int_equal(estimate(times, 0, steps), 0);
	assert_false(survival_quantile(steps, 0, 0.5, &time));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_estimate_for_mercaptopurine_is_the_textbooks),
		cmocka_unit_test(its_median_is_23_weeks_and_a_quarter_relapsed_by_13),
		cmocka_unit_test(a_quantile_the_estimate_does_not_come_down_to_is_not_reached),
		cmocka_unit_test(without_censoring_it_is_the_plain_share),
		cmocka_unit_test(four_quick_answers_do_not_hide_six_that_wait),
		cmocka_unit_test(a_median_that_is_met_exactly_is_taken),
		cmocka_unit_test(what_is_censored_when_others_end_still_waited_then),
		cmocka_unit_test(where_nothing_happened_nothing_is_estimated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
