/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/paper/csv_write.h promises. */
#include "lib/paper/csv_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct workbook_column columns[] = {
	{ "number", "编号", WORKBOOK_TEXT, 10 },      { "at", "时间", WORKBOOK_MOMENT, 10 },
	{ "count", "次数", WORKBOOK_INTEGER, 10 },    { "share", "比例", WORKBOOK_REAL, 10 },
	{ "text", "说明,\"详\"", WORKBOOK_TEXT, 10 },
};
static const struct workbook_sheet sheet = { "one", columns, sizeof columns / sizeof *columns };

static void a_table_is_what_excel_opens(void **state)
{
	struct arena *arena = arena_new((size_t)1 << 20);
	struct values *row = values_new(arena);
	struct buffer out = { 0 };

	(void)state;
	csv_write_titles(&sheet, &out);
	values_put_text(row, "number", "2026-000001");
	values_put_integer(row, "at", 1795400000);
	values_put_integer(row, "count", 3);
	values_put_real(row, "share", 0.25);
	values_put_text(row, "text", "第一行\n说\"好\"");
	csv_write_row(&sheet, row, arena, &out);
	buffer_add(&out, "", 1);
	assert_string_equal(out.bytes, "\xef\xbb\xbf\"编号\",\"时间\",\"次数\",\"比例\",\"说明,\"\"详\"\"\"\r\n"
				       "\"2026-000001\",\"2026-11-23 10:13\",\"3\",\"0.25\",\"第一行\n说\"\"好\"\"\"\r\n");
	buffer_free(&out);
	arena_free(arena);
}

static void what_looks_like_a_formula_is_text(void **state)
{
	static const char *const formulas[] = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠SUM(A1)" };
	struct arena *arena = arena_new((size_t)1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
		struct values *row = values_new(arena);
		struct buffer out = { 0 };

		values_put_text(row, "number", formulas[i]);
		csv_write_row(&sheet, row, arena, &out);
		assert_memory_equal(out.bytes, "\"'", 2);
		buffer_free(&out);
	}
	arena_free(arena);
}

static void what_is_null_or_not_there_is_empty(void **state)
{
	struct arena *arena = arena_new((size_t)1 << 20);
	struct values *row = values_new(arena);
	struct buffer out = { 0 };

	(void)state;
	values_put_null(row, "number");
	csv_write_row(&sheet, row, arena, &out);
	buffer_add(&out, "", 1);
	assert_string_equal(out.bytes, "\"\",\"\",\"\",\"\",\"\"\r\n");
	buffer_free(&out);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_is_what_excel_opens),
		cmocka_unit_test(what_looks_like_a_formula_is_text),
		cmocka_unit_test(what_is_null_or_not_there_is_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
