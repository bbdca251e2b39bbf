/* SPDX-License-Identifier: Apache-2.0 */
/* What rules/facilities/map_view.h promises, over many lists. */
#include "rules/facilities/map_view.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define LISTS 2000
#define MOST 40

static double between(double low, double high)
{
	return low + (high - low) * (double)rand() / RAND_MAX;
}

/* Of the large size there are as many as a page has, and where one sets out. */
static const struct {
	const struct map_marks *marks;
	size_t most;
} of[] = { { &map_marks_normal, MOST }, { &map_marks_large, 21 } };

/* Results as they lie: here and there, in a heap, all at one door, at the edge. */
static size_t draw_list(struct map_point *points, int list, size_t most)
{
	size_t count = 1 + (size_t)rand() % most;
	double spread = (double[]){ 0, 1, 30, 400, 2000 }[list % 5], x = between(0, MAP_VIEW_WIDTH), y = between(0, MAP_VIEW_HEIGHT);

	for (size_t i = 0; i < count; i++)
		points[i] = (struct map_point){ x + between(-spread, spread), y + between(-spread, spread) };
	return count;
}

static void dots_never_overlap_and_stay_in_the_picture(void **state)
{
	struct map_point dots[MOST];

	(void)state;
	srand(7);
	for (int list = 0; list < 2 * LISTS; list++) {
		const struct map_marks *marks = of[list % 2].marks;
		size_t count = draw_list(dots, list / 2, of[list % 2].most);

		map_view_set_apart(marks, dots, count);
		for (size_t i = 0; i < count; i++) {
			assert_true(dots[i].x >= marks->radius && dots[i].x <= MAP_VIEW_WIDTH - marks->radius);
			assert_true(dots[i].y >= marks->radius && dots[i].y <= MAP_VIEW_HEIGHT - marks->radius);
			for (size_t j = 0; j < i; j++)
				assert_true(hypot(dots[i].x - dots[j].x, dots[i].y - dots[j].y) >= 2 * marks->radius);
		}
	}
}

static bool meet(const struct map_box *one, const struct map_box *other)
{
	return one->x < other->x + other->width && other->x < one->x + one->width && one->y < other->y + other->height &&
	       other->y < one->y + one->height;
}

static void names_are_covered_by_no_dot_and_no_name(void **state)
{
	struct map_point dots[MOST];
	struct map_box names[100];
	size_t placed = 0;

	(void)state;
	srand(11);
	for (int list = 0; list < 2 * LISTS; list++) {
		const struct map_marks *marks = of[list % 2].marks;
		size_t count = draw_list(dots, list / 2, of[list % 2].most), name_count = 0;

		map_view_set_apart(marks, dots, count);
		for (int i = 0; i < 100; i++) {
			struct map_point point = { between(-100, 1100), between(-100, 1000) };

			if (!map_view_place_name(marks, point, 2 + (size_t)rand() % 6, dots, count, names, name_count, &names[name_count]))
				continue;
			assert_true(names[name_count].x >= 0 && names[name_count].x + names[name_count].width <= MAP_VIEW_WIDTH);
			assert_true(names[name_count].y >= 0 && names[name_count].y + names[name_count].height <= MAP_VIEW_HEIGHT);
			for (size_t j = 0; j < name_count; j++)
				assert_false(meet(&names[name_count], &names[j]));
			for (size_t j = 0; j < count; j++)
				assert_false(meet(&names[name_count], &(struct map_box){ dots[j].x - marks->radius, dots[j].y - marks->radius,
											 2 * marks->radius, 2 * marks->radius }));
			name_count++;
		}
		placed += name_count;
	}
	assert_true(placed > LISTS);
}

static void the_view_holds_all_results_and_is_not_too_near(void **state)
{
	struct map_point points[MOST];

	(void)state;
	srand(13);
	for (int list = 0; list < LISTS; list++) {
		size_t count = draw_list(points, list, MOST);
		struct map_box view = map_view_fit(points, count, 60);

		assert_true(view.width >= 60);
		assert_true(fabs(view.height / view.width - (double)MAP_VIEW_HEIGHT / MAP_VIEW_WIDTH) < 1e-9);
		for (size_t i = 0; i < count; i++) {
			assert_true(points[i].x >= view.x && points[i].x <= view.x + view.width);
			assert_true(points[i].y >= view.y && points[i].y <= view.y + view.height);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dots_never_overlap_and_stay_in_the_picture),
		cmocka_unit_test(names_are_covered_by_no_dot_and_no_name),
		cmocka_unit_test(the_view_holds_all_results_and_is_not_too_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
