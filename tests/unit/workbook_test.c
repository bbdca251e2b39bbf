/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/paper/workbook.h promises, read back out of the file by unzip: as XML, no spreadsheet program is needed. */
#include "lib/paper/workbook.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define COLUMNS                                                                                                                    \
	"# Sheet\n\nnumber text 14 Number\ncount integer 8 Count of it\nshare share 8 Share\nday day 12 Day\nat moment 18 At\nfee real 8 Fee\n"

struct fixture {
	struct arena *arena;
	struct buffer out;
	struct workbook *workbook;
	struct workbook_sheet *sheets;
	size_t count;
};

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);
	const char *problem = "";

	fixture->arena = arena_new((size_t)64 << 20);
	fixture->sheets = workbook_sheets(COLUMNS, fixture->arena, &fixture->count, &problem);
	fixture->workbook = workbook_start(fixture->arena, &problem);
	if (!fixture->sheets || !fixture->workbook || !workbook_begin(fixture->workbook, &fixture->sheets[0]))
		fail_msg("%s", problem);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	buffer_free(&fixture->out);
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

static void end(struct fixture *fixture)
{
	const char *problem = "";

	if (!workbook_end(fixture->workbook, &fixture->out, &problem))
		fail_msg("%s", problem);
}

/* One file out of the workbook. */
static const char *part(struct fixture *fixture, const char *name)
{
	char path[] = "/tmp/shanyu-workbook.XXXXXX", command[256];
	char *text = arena_take(fixture->arena, 8 << 20);
	int file = mkstemp(path);
	FILE *pipe;

	assert_true(file >= 0 && write(file, fixture->out.bytes, fixture->out.size) == (ssize_t)fixture->out.size);
	close(file);
	snprintf(command, sizeof command, "unzip -p %s %s", path, name);
	pipe = popen(command, "r");
	assert_non_null(pipe);
	text[fread(text, 1, (8 << 20) - 1, pipe)] = '\0';
	assert_int_equal(pclose(pipe), 0);
	unlink(path);
	return text;
}

static const char *sheet(struct fixture *fixture)
{
	return part(fixture, "xl/worksheets/sheet1.xml");
}

static void says(const char *text, const char *expected)
{
	if (!strstr(text, expected))
		fail_msg("no '%s' in: %.3000s", expected, text);
}

static void columns_are_read_with_their_titles(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(fixture->count, 1);
	assert_string_equal(fixture->sheets[0].title, "Sheet");
	assert_int_equal(fixture->sheets[0].count, 6);
	assert_string_equal(fixture->sheets[0].columns[1].title, "Count of it");
	assert_int_equal(fixture->sheets[0].columns[4].kind, WORKBOOK_MOMENT);
	end(fixture);
}

static void a_line_that_is_no_column_is_named(void **state)
{
	struct fixture *fixture = *state;
	const char *problem = "";
	size_t count;

	assert_null(workbook_sheets("# A\nnumber picture 3 N\n", fixture->arena, &count, &problem));
	says(problem, "number picture 3 N");
	assert_null(workbook_sheets("number text 3 N\n", fixture->arena, &count, &problem));
	assert_null(workbook_sheets("# A\nnumber text wide N\n", fixture->arena, &count, &problem));
	assert_null(workbook_sheets("# A\nnumber text 3\n", fixture->arena, &count, &problem));
	end(fixture);
}

static void cells_have_the_type_of_their_column(void **state)
{
	struct fixture *fixture = *state;
	struct values *row = values_new(fixture->arena);
	const char *text;

	values_put_text(row, "number", "2026-000123");
	values_put_integer(row, "count", 7);
	values_put_real(row, "share", 0.25);
	values_put_text(row, "day", "2026-03-01");
	values_put_integer(row, "at", 1795400000); /* 2026-11-23 10:13:20 in Shanghai */
	values_put_real(row, "fee", 12.5);
	assert_true(workbook_row(fixture->workbook, row));
	end(fixture);
	text = sheet(fixture);
	says(text, "<t>2026-000123</t>");
	says(text, "<c r=\"B2\" s=\"3\"><v>7</v></c>");
	says(text, "<c r=\"C2\" s=\"4\"><v>0.25</v></c>");
	/* 2026-03-01 is day 46082 of Excel's calendar. */
	says(text, "<c r=\"D2\" s=\"5\"><v>46082</v></c>");
	says(text, "<c r=\"E2\" s=\"6\"><v>46349.4259259259");
	says(text, "<c r=\"F2\" s=\"7\"><v>12.5</v></c>");
	says(part(fixture, "xl/styles.xml"), "formatCode=\"yyyy-mm-dd hh:mm\"");
}

static void the_heading_stands_still_filters_and_has_its_widths(void **state)
{
	struct fixture *fixture = *state;
	struct values *row = values_new(fixture->arena);
	const char *text;

	values_put_text(row, "number", "1");
	assert_true(workbook_row(fixture->workbook, row));
	end(fixture);
	text = sheet(fixture);
	says(text, "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
	says(text, "<autoFilter ref=\"A1:F2\"/>");
	says(text, "<col min=\"1\" max=\"1\" width=\"14.7109375\" customWidth=\"1\"/>");
	says(text, "<t>Count of it</t>");
	says(part(fixture, "xl/workbook.xml"), "Print_Titles");
}

static void text_is_never_a_formula(void **state)
{
	static const char *const texts[] = { "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\")" };
	struct fixture *fixture = *state;
	const char *text;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct values *row = values_new(fixture->arena);

		values_put_text(row, "number", texts[i]);
		assert_true(workbook_row(fixture->workbook, row));
	}
	end(fixture);
	text = sheet(fixture);
	assert_null(strstr(text, "<f>"));
	assert_null(strstr(text, "<hyperlink"));
	for (int i = 2; i < 8; i++) {
		char cell[64];

		snprintf(cell, sizeof cell, "<c r=\"A%d\" s=\"2\" t=\"inlineStr\"><is><t", i);
		says(text, cell);
	}
	says(text, "=1+1</t>");
}

static void what_is_absent_null_or_of_another_kind_leaves_the_cell_empty(void **state)
{
	struct fixture *fixture = *state;
	struct values *row = values_new(fixture->arena);

	values_put_null(row, "number");
	values_put_text(row, "count", "7");
	values_put_text(row, "day", "2026-02-30");
	values_put_text(row, "at", "");
	assert_true(workbook_row(fixture->workbook, row));
	values_put_text(row, "number", "last");
	assert_true(workbook_row(fixture->workbook, row));
	end(fixture);
	assert_null(strstr(sheet(fixture), "r=\"B2\""));
	says(sheet(fixture), "r=\"A3\"");
	assert_null(strstr(sheet(fixture), "r=\"D3\""));
}

static void characters_xml_cannot_hold_are_left_out(void **state)
{
	struct fixture *fixture = *state;
	struct values *row = values_new(fixture->arena);

	values_put_text(row, "number",
			"a\x01\x1b"
			"b\xef\xbf\xbf<&>\xf0\xa0\x80\x80\nc");
	assert_true(workbook_row(fixture->workbook, row));
	end(fixture);
	says(sheet(fixture), "ab&lt;&amp;&gt;\xf0\xa0\x80\x80\nc</t>");
}

static void what_looks_like_an_escape_is_read_as_it_was_typed(void **state)
{
	/* A reader makes characters of _xHHHH_, and of _x005F_ the underscore it stands for. */
	static const char *const typed[][2] = { { "_x0041_", "_x005F_x0041_<" }, { "a_x4e2D_x0042_", "a_x005F_x4e2D_x005F_x0042_<" },
						{ "_x005F_x0041_", "_x005F_x005F_x005F_x0041_<" }, { "_x41_ _X0041_ x_y", ">_x41_ _X0041_ x_y<" } };
	struct fixture *fixture = *state;
	struct values *row = values_new(fixture->arena);

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		values_put_text(row, "number", typed[i][0]);
		assert_true(workbook_row(fixture->workbook, row));
	}
	end(fixture);
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		says(sheet(fixture), typed[i][1]);
}

static void a_table_without_rows_has_its_titles(void **state)
{
	struct fixture *fixture = *state;

	end(fixture);
	says(sheet(fixture), "r=\"F1\"");
	assert_null(strstr(sheet(fixture), "r=\"A2\""));
}

static void a_text_longer_than_a_cell_is_cut_and_says_so(void **state)
{
	struct fixture *fixture = *state;
	struct values *row = values_new(fixture->arena);
	char *text = arena_take(fixture->arena, 3 * 40000 + 1);
	const char *cell;

	for (int i = 0; i < 40000; i++)
		memcpy(text + 3 * i, "\xe6\x89\x98", 3);
	values_put_text(row, "number", text);
	assert_true(workbook_row(fixture->workbook, row));
	end(fixture);
	cell = strstr(sheet(fixture), "\xe6\x89\x98");
	assert_non_null(cell);
	assert_int_equal(strstr(cell, "...</t>") - cell, 3 * (32767 - 3));
}

static void twenty_thousand_rows_take_little_memory(void **state)
{
	struct fixture *fixture = *state;
	struct values *row = values_new(fixture->arena);
	struct arena_mark before = arena_mark(fixture->arena), after;

	values_put_text(row, "number", "2026-000123");
	values_put_integer(row, "count", 1);
	for (int i = 0; i < 20000; i++)
		assert_true(workbook_row(fixture->workbook, row));
	after = arena_mark(fixture->arena);
	assert_ptr_equal(before.block, after.block);
	end(fixture);
	says(sheet(fixture), "r=\"A20001\"");
}

static void a_second_sheet_is_beside_the_first(void **state)
{
	struct fixture *fixture = *state;
	const char *problem;
	size_t count;
	struct workbook_sheet *other =
		workbook_sheets("# \xe6\x8c\x89\xe8\xa1\x97\xe9\x95\x87\nnumber text 8 N\n", fixture->arena, &count, &problem);
	struct values *row = values_new(fixture->arena);

	assert_true(workbook_begin(fixture->workbook, other));
	values_put_text(row, "number", "beside");
	assert_true(workbook_row(fixture->workbook, row));
	end(fixture);
	says(part(fixture, "xl/worksheets/sheet2.xml"), "beside");
	says(part(fixture, "xl/workbook.xml"), "\xe6\x8c\x89\xe8\xa1\x97\xe9\x95\x87");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(columns_are_read_with_their_titles),
		TEST(a_line_that_is_no_column_is_named),
		TEST(cells_have_the_type_of_their_column),
		TEST(the_heading_stands_still_filters_and_has_its_widths),
		TEST(text_is_never_a_formula),
		TEST(what_is_absent_null_or_of_another_kind_leaves_the_cell_empty),
		TEST(characters_xml_cannot_hold_are_left_out),
		TEST(what_looks_like_an_escape_is_read_as_it_was_typed),
		TEST(a_table_without_rows_has_its_titles),
		TEST(a_text_longer_than_a_cell_is_cut_and_says_so),
		TEST(twenty_thousand_rows_take_little_memory),
		TEST(a_second_sheet_is_beside_the_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
