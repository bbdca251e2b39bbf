/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/csv.h promises. */
#include "lib/base/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct stage {
	struct arena *arena;
	char path[32];
};

static int set_up(void **state)
{
	struct stage *stage = calloc(1, sizeof *stage);
	int file;

	stage->arena = arena_new((size_t)1 << 20);
	strcpy(stage->path, "/tmp/csv_test.XXXXXX");
	file = mkstemp(stage->path);
	assert_true(file >= 0);
	close(file);
	*state = stage;
	return 0;
}

static int tear_down(void **state)
{
	struct stage *stage = *state;

	unlink(stage->path);
	arena_free(stage->arena);
	free(stage);
	return 0;
}

static void write_bytes(struct stage *stage, const char *bytes, size_t size)
{
	FILE *file = fopen(stage->path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	fclose(file);
}

static struct csv *opened(struct stage *stage, const char *text, bool comments)
{
	const char *problem = "";
	struct csv *csv;

	write_bytes(stage, text, strlen(text));
	csv = csv_open(stage->path, comments, stage->arena, &problem);
	if (!csv)
		fail_msg("%s", problem);
	return csv;
}

/* What the message says behind "PATH:". */
static const char *refusal_of(struct stage *stage, const char *bytes, size_t size)
{
	const char *problem = NULL;
	struct csv *csv;

	write_bytes(stage, bytes, size);
	csv = csv_open(stage->path, false, stage->arena, &problem);
	assert_null(csv);
	assert_non_null(problem);
	assert_int_equal(strncmp(problem, stage->path, strlen(stage->path)), 0);
	assert_null(strchr(problem, '\n'));
	return problem + strlen(stage->path) + 1;
}

static const char *refusal(struct stage *stage, const char *text)
{
	return refusal_of(stage, text, strlen(text));
}

static void assert_says(const char *message, const char *words)
{
	if (!strstr(message, words))
		fail_msg("'%s' does not say '%s'", message, words);
}

static void rows_are_read_by_the_names_of_the_header(void **state)
{
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "code,name\nA,\"x, y\"\nB, two \n", false);
	struct values *row;

	assert_int_equal(csv_columns(csv), 2);
	assert_string_equal(csv_column(csv, 1), "name");
	assert_true(csv_has(csv, "code"));
	assert_false(csv_has(csv, "Code"));
	assert_int_equal(csv_rows(csv), 2);
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_string_equal(values_text(row, "code"), "A");
	assert_string_equal(values_text(row, "name"), "x, y");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_string_equal(values_text(row, "name"), "two");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_NONE);
	csv_close(csv);
}

static void a_row_knows_the_line_on_which_it_began(void **state)
{
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "a,b\r\n1,\"two\r\nlines \"\"quoted\"\"\"\r\n\r\n2,x\r\n3,last", false);
	struct values *row;

	assert_int_equal(csv_rows(csv), 3);
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_int_equal(csv_line(csv), 2);
	assert_string_equal(values_text(row, "b"), "two\r\nlines \"quoted\"");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_int_equal(csv_line(csv), 5);
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_int_equal(csv_line(csv), 6);
	assert_string_equal(values_text(row, "b"), "last");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_NONE);
	csv_close(csv);
}

static void rewinding_begins_again_with_the_first_row(void **state)
{
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "a\n1\n2\n", false);
	struct values *row;

	for (int time = 0; time < 3; time++) {
		assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
		assert_string_equal(values_text(row, "a"), "1");
		assert_int_equal(csv_line(csv), 2);
		csv_rewind(csv);
	}
	csv_close(csv);
}

static void comments_before_the_header_are_passed_over_when_asked(void **state)
{
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "# terms, \"of use\n#\na,b\n#1,2\n", true);
	struct values *row;

	assert_string_equal(csv_column(csv, 0), "a");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_int_equal(csv_line(csv), 4);
	assert_string_equal(values_text(row, "a"), "#1");
	csv_close(csv);
	csv = opened(stage, "#a,b\n1,2\n", false);
	assert_string_equal(csv_column(csv, 0), "#a");
	csv_close(csv);
}

static void utf8_with_a_byte_order_mark_is_read_as_such(void **state)
{
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "\xEF\xBB\xBF名称\n长寿路\n", false);
	struct values *row;

	assert_string_equal(csv_encoding(csv), "UTF-8 with byte order mark");
	assert_true(csv_has(csv, "名称"));
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_string_equal(values_text(row, "名称"), "长寿路");
	csv_close(csv);
}

static void gb18030_is_converted(void **state)
{
	struct stage *stage = *state;
	/* 名称,地址 / 𠮷 (four bytes in GB18030),长寿路 */
	struct csv *csv = opened(stage, "\xC3\xFB\xB3\xC6,\xB5\xD8\xD6\xB7\n\x95\x34\xB2\x35,\xB3\xA4\xCA\xD9\xC2\xB7\n", false);
	struct values *row;

	assert_string_equal(csv_encoding(csv), "GB18030");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_string_equal(values_text(row, "名称"), "𠮷");
	assert_string_equal(values_text(row, "地址"), "长寿路");
	csv_close(csv);
}

static void what_is_neither_utf8_nor_plainly_gb18030_is_refused_with_its_line(void **state)
{
	struct stage *stage = *state;

	assert_says(refusal(stage, "a,b\n1,2\n\xFF\xFF,3\n"), "3: this is not UTF-8 and may be windows-1252");
	assert_says(refusal(stage, "\xEF\xBB\xBF" "a,b\n\xC3\xFB,2\n"), "2: this line is not UTF-8");
}

static void what_is_no_csv_is_named(void **state)
{
	struct stage *stage = *state;

	assert_says(refusal(stage, "PK\x03\x04xlsx"), "this is an Excel workbook");
	assert_says(refusal(stage, "\xD0\xCF\x11\xE0xls"), "this is an Excel workbook");
	assert_says(refusal(stage, "%PDF-1.7\n"), "this is a PDF");
	assert_says(refusal_of(stage, "a,b\n1,\0\n", 8), "2: this is no text");
}

static void a_file_that_is_cut_off_is_refused(void **state)
{
	struct stage *stage = *state;

	assert_says(refusal(stage, "a,b\n1,2\n3,\"four\n5,6\n"), "3: a quoted field that begins here never ends");
	assert_says(refusal(stage, "a,b\n1,2\n3"), "3: the file ends in the middle of this row");
	assert_says(refusal(stage, "a,b,c\n1,2,3\n3,4"), "3: the file ends in the middle of this row");
	assert_says(refusal(stage, "\"a,b\n"), "1: a quoted field that begins here never ends");
}

static void a_stray_quotation_mark_is_refused_with_its_line(void **state)
{
	struct stage *stage = *state;

	assert_says(refusal(stage, "a,b\n1,2\n3,fo\"ur\n"), "3: a quotation mark stands inside a field");
	assert_says(refusal(stage, "a,b\n1,\"two\"2\n"), "2: a quotation mark stands inside a field");
}

static void a_header_that_is_missing_or_ambiguous_is_refused(void **state)
{
	struct stage *stage = *state;

	assert_says(refusal(stage, ""), "the file is empty");
	assert_says(refusal(stage, "\n\n"), "the file is empty");
	assert_says(refusal(stage, "\xEF\xBB\xBF"), "the file is empty");
	assert_says(refusal(stage, "a,,c\n1,2,3\n"), "2: column 2 has content here but no name in the header (line 1)");
}

static void a_name_that_stands_twice_is_meant_by_nobody(void **state)
{
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "a,b, a\n1,2,3\n", false);
	const char *problem = NULL;
	size_t place;

	assert_int_equal(csv_find(csv, "a", &place), CSV_FAILED);
	assert_int_equal(csv_find(csv, "b", &place), CSV_FOUND);
	assert_int_equal(place, 1);
	assert_int_equal(csv_find(csv, "c", &place), CSV_NONE);
	csv_close(csv);
	write_bytes(stage, "a,b,a\n", 6);
	assert_null(csv_open(stage->path, true, stage->arena, &problem));
	assert_says(problem, "1: the header names a column twice; rename one: 'a'");
}

static void what_spreadsheets_leave_behind_is_passed_over(void **state)
{
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "a title,,,\n\na,,b,\n,,,\n1,,2,,,\n\xE2\x80\x8B,,\n3,,4", false);
	struct values *row;

	assert_int_equal(csv_header_line(csv), 3);
	assert_int_equal(csv_columns(csv), 2);
	assert_int_equal(csv_rows(csv), 2);
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_int_equal(csv_line(csv), 5);
	assert_string_equal(values_text(row, "b"), "2");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_int_equal(csv_line(csv), 7);
	assert_string_equal(values_text(row, "b"), "4");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_NONE);
	csv_close(csv);
}

static void a_table_of_one_column_has_its_header_on_the_first_line(void **state)
{
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "name\none\ntwo\n", false);

	assert_int_equal(csv_header_line(csv), 1);
	assert_int_equal(csv_rows(csv), 2);
	csv_close(csv);
}

static void tabs_and_semicolons_separate_when_most_lines_have_them(void **state)
{
	static const char *const texts[] = { "a;b\n1,5;2\n", "a\tb\n1,5\t2\n", "sep=|\na|b\n1,5|2\n", "a,b\n\"1,5\",2\n" };
	struct stage *stage = *state;
	struct values *row;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct csv *csv = opened(stage, texts[i], false);

		assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
		assert_string_equal(values_text(row, "a"), "1,5");
		assert_string_equal(values_text(row, "b"), "2");
		csv_close(csv);
	}
}

static void the_header_stands_where_it_is_said_to(void **state)
{
	const struct csv_reading reading = { .header = 3 };
	struct stage *stage = *state;
	const char *problem;
	struct csv *csv;

	write_bytes(stage, "x,y\nz,z\na,b\n1,2\n", 16);
	csv = csv_open_as(stage->path, &reading, stage->arena, &problem);
	assert_non_null(csv);
	assert_true(csv_has(csv, "a"));
	assert_int_equal(csv_rows(csv), 1);
	csv_close(csv);
}

static void a_row_of_another_width_fails_alone(void **state)
{
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "a,b\n1\n1,2,3\n4,5\n", false);
	struct values *row;

	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FAILED);
	assert_says(csv_problem(csv), ":2: 1 fields, but the header has 2 columns");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FAILED);
	assert_says(csv_problem(csv), ":3: 3 fields");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_string_equal(csv_problem(csv), "");
	assert_string_equal(values_text(row, "a"), "4");
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_NONE);
	csv_close(csv);
}

static void missing_columns_are_named_together(void **state)
{
	static const char *const columns[] = { "a", "c", "d", NULL };
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "a,b\n1,2\n", false);
	const char *problem;

	assert_false(csv_has_all(csv, columns, stage->arena, &problem));
	assert_says(problem, "the header lacks these columns: c, d");
	assert_true(csv_has_all(csv, columns + 3, stage->arena, &problem));
	csv_close(csv);
}

static void a_file_that_is_not_there_or_no_file_is_told(void **state)
{
	struct stage *stage = *state;
	const char *problem;

	assert_null(csv_open("/nowhere/at.csv", false, stage->arena, &problem));
	assert_string_equal(problem, "/nowhere/at.csv: No such file or directory");
	assert_null(csv_open("/tmp", false, stage->arena, &problem));
	assert_string_equal(problem, "/tmp: this is no plain file");
}

static void lone_carriage_returns_end_lines_too(void **state)
{
	struct stage *stage = *state;
	struct csv *csv = opened(stage, "a,b\r1,2\r3,4\r", false);
	struct values *row;

	assert_int_equal(csv_rows(csv), 2);
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_int_equal(csv_next(csv, stage->arena, &row), CSV_FOUND);
	assert_int_equal(csv_line(csv), 3);
	assert_string_equal(values_text(row, "b"), "4");
	csv_close(csv);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rows_are_read_by_the_names_of_the_header, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_row_knows_the_line_on_which_it_began, set_up, tear_down),
		cmocka_unit_test_setup_teardown(rewinding_begins_again_with_the_first_row, set_up, tear_down),
		cmocka_unit_test_setup_teardown(comments_before_the_header_are_passed_over_when_asked, set_up, tear_down),
		cmocka_unit_test_setup_teardown(utf8_with_a_byte_order_mark_is_read_as_such, set_up, tear_down),
		cmocka_unit_test_setup_teardown(gb18030_is_converted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_neither_utf8_nor_plainly_gb18030_is_refused_with_its_line, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_no_csv_is_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_file_that_is_cut_off_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_stray_quotation_mark_is_refused_with_its_line, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_header_that_is_missing_or_ambiguous_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_name_that_stands_twice_is_meant_by_nobody, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_spreadsheets_leave_behind_is_passed_over, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_table_of_one_column_has_its_header_on_the_first_line, set_up, tear_down),
		cmocka_unit_test_setup_teardown(tabs_and_semicolons_separate_when_most_lines_have_them, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_header_stands_where_it_is_said_to, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_row_of_another_width_fails_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(missing_columns_are_named_together, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_file_that_is_not_there_or_no_file_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(lone_carriage_returns_end_lines_too, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
