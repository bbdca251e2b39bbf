/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/page.h promises, with templates of its own. */
#include "lib/web/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define HOSTILE "<b a='1' c=\"2\">&amp;</b>"
#define HARMLESS "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;&lt;/b&gt;"

struct fixture {
	struct arena *arena;
	char folder[32];
	struct templates *templates;
	struct page *page;
};

static const char *path_of(const struct fixture *fixture, const char *name)
{
	return arena_format(fixture->arena, "%s/%s", fixture->folder, name);
}

/* A template as every template begins. */
static void write_template(const struct fixture *fixture, const char *name, const char *text)
{
	FILE *file = fopen(path_of(fixture, name), "w");

	assert_non_null(file);
	fputs("{{%AUTOESCAPE context=\"HTML\"}}\n", file);
	fputs(text, file);
	fclose(file);
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	fixture->arena = arena_new(1024 * 1024);
	strcpy(fixture->folder, "/tmp/shanyu-page-XXXXXX");
	return !mkdtemp(fixture->folder) || mkdir(path_of(fixture, "shared"), 0700) != 0;
}

static int tear_down(void **state)
{
	static const char *const files[] = { "one.tpl",         "two.tpl",           "one-first.tpl",
					     "shared/head.tpl", "shared/footer.tpl", "notes.txt" };
	struct fixture *fixture = *state;

	page_free(fixture->page);
	if (fixture->templates)
		templates_free(fixture->templates);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		unlink(path_of(fixture, files[i]));
	rmdir(path_of(fixture, "shared"));
	rmdir(fixture->folder);
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

/* A page of a template that is this text. */
static struct page *page_of(void **state, const char *text)
{
	struct fixture *fixture = *state;
	const char *problem = NULL;

	write_template(fixture, "one.tpl", text);
	fixture->templates = templates_load(fixture->folder, NULL, fixture->arena, &problem);
	assert_non_null(fixture->templates);
	fixture->page = page_new(fixture->templates, "one.tpl");
	return fixture->page;
}

static const char *expanded(void **state)
{
	const struct fixture *fixture = *state;
	struct buffer out = { 0 };
	const char *text;

	assert_true(page_expand(fixture->page, &out));
	text = arena_text(fixture->arena, out.bytes, out.size);
	buffer_free(&out);
	return text;
}

static void a_value_stands_where_its_name_in_capitals_does(void **state)
{
	page_text(page_of(state, "<p>{{STREET_NAME}}, {{STREET_NAME}}</p>"), "street_name", "长寿路街道");
	assert_string_equal(expanded(state), "<p>长寿路街道, 长寿路街道</p>");
}

static void markup_in_a_value_is_escaped_in_text(void **state)
{
	page_text(page_of(state, "<p>{{NAME}}</p>"), "name", HOSTILE);
	assert_string_equal(expanded(state), "<p>" HARMLESS "</p>");
}

static void markup_in_a_value_is_escaped_in_an_attribute(void **state)
{
	page_text(page_of(state, "<input value=\"{{NAME}}\" title='{{NAME}}'>"), "name", HOSTILE);
	assert_string_equal(expanded(state), "<input value=\"" HARMLESS "\" title='" HARMLESS "'>");
}

static void markup_in_a_row_is_escaped(void **state)
{
	struct fixture *fixture = *state;
	struct page *page = page_of(state, "{{#PLACES}}<li>{{NAME}}</li>{{/PLACES}}");
	struct values *row = values_new(fixture->arena);

	values_put_text(row, "name", HOSTILE);
	page_rows(page, "places", &(struct rows){ row, 1 });
	assert_string_equal(expanded(state), "<li>" HARMLESS "</li>");
}

static void an_address_that_would_run_a_script_is_not_given(void **state)
{
	page_text(page_of(state, "<a href=\"{{WEBSITE}}\">x</a>"), "website", "javascript:alert(1)");
	assert_null(strstr(expanded(state), "javascript:"));
}

static void a_marker_inside_a_value_is_text(void **state)
{
	struct page *page = page_of(state, "<p>{{NAME}}</p>");

	page_text(page, "other", "secret");
	page_text(page, "name", "{{OTHER}}");
	assert_string_equal(expanded(state), "<p>{{OTHER}}</p>");
}

static void made_bytes_are_not_escaped(void **state)
{
	page_made(page_of(state, "<ul>{{ITEMS:none}}</ul>"), "items", "<li>&amp;</li>rest", 14);
	assert_string_equal(expanded(state), "<ul><li>&amp;</li></ul>");
}

static void a_value_never_bound_is_blank(void **state)
{
	page_of(state, "<p>{{NAME}}</p>{{#IF_NAME}}yes{{/IF_NAME}}{{#NO_NAME}}no{{/NO_NAME}}");
	assert_string_equal(expanded(state), "<p></p>");
}

#define BOTH "{{#IF_IT}}yes {{IT}}{{/IF_IT}}{{#NO_IT}}no{{/NO_IT}}"

static void a_text_that_says_something_shows_its_if_section(void **state)
{
	page_text(page_of(state, BOTH), "it", "0");
	assert_string_equal(expanded(state), "yes 0");
}

static void an_empty_text_shows_its_no_section(void **state)
{
	page_text(page_of(state, BOTH), "it", "");
	assert_string_equal(expanded(state), "no");
}

static void no_text_shows_its_no_section(void **state)
{
	page_text(page_of(state, BOTH), "it", NULL);
	assert_string_equal(expanded(state), "no");
}

static void a_number_shows_its_if_section(void **state)
{
	page_integer(page_of(state, BOTH), "it", -3);
	assert_string_equal(expanded(state), "yes -3");
}

static void zero_shows_its_no_section(void **state)
{
	page_integer(page_of(state, BOTH "({{IT}})"), "it", 0);
	assert_string_equal(expanded(state), "no(0)");
}

static void a_real_shows_its_if_section(void **state)
{
	page_real(page_of(state, BOTH), "it", -0.5, 2);
	assert_string_equal(expanded(state), "yes -0.5");
}

static void a_real_of_zero_shows_its_no_section(void **state)
{
	page_real(page_of(state, BOTH), "it", 0, 2);
	assert_string_equal(expanded(state), "no");
}

static void a_real_has_no_trailing_zeros(void **state)
{
	struct page *page = page_of(state, "{{A}} {{B}} {{C}} {{D}} {{E}} {{F}}");

	page_real(page, "a", 1.50, 2);
	page_real(page, "b", 2, 2);
	page_real(page, "c", 100, 0);
	page_real(page, "d", 31.2345678, 6);
	page_real(page, "e", 100, 1);
	page_real(page, "f", 0, 3);
	assert_string_equal(expanded(state), "1.5 2 100 31.234568 100 0");
}

static void values_are_bound_by_their_names_and_kinds(void **state)
{
	struct fixture *fixture = *state;
	struct page *page = page_of(state,
		"{{NAME}} {{PLACES}} {{LAT}}{{#NO_PHONE}} no phone{{/NO_PHONE}}{{#NO_HASH}} no hash{{/NO_HASH}}");
	struct values *values = values_new(fixture->arena);

	values_put_text(values, "name", "春苗");
	values_put_integer(values, "places", 40);
	values_put_real(values, "lat", 31.25);
	values_put_null(values, "phone");
	values_put_blob(values, "hash", "<b>", 3);
	page_values(page, values);
	assert_string_equal(expanded(state), "春苗 40 31.25 no phone no hash");
}

/* Values between two texts. */

static const char *const it[] = { "it", NULL };

static void a_value_of_these_names_stands_between_the_two_texts(void **state)
{
	static const char *const names[] = { "name", "places", NULL };
	struct page *page = page_of(state, "<p>{{NAME}}, {{PLACES}}, {{LAT}}, {{NAME}}</p>");

	page_between(page, names, "[", "]");
	page_text(page, "name", "春苗");
	page_integer(page, "places", 40);
	page_real(page, "lat", 31.25, 2);
	assert_string_equal(expanded(state), "<p>[春苗], [40], 31.25, [春苗]</p>");
}

static void a_number_with_decimals_stands_between_them_too(void **state)
{
	struct page *page = page_of(state, "<p>{{IT}}</p>");

	page_between(page, it, "[", "]");
	page_real(page, "it", -0.50, 2);
	assert_string_equal(expanded(state), "<p>[-0.5]</p>");
}

static void values_of_a_row_stand_between_them_too(void **state)
{
	static const char *const names[] = { "name", "lat", "phone", NULL };
	struct fixture *fixture = *state;
	struct page *page = page_of(state, "{{NAME}} {{PLACES}} {{LAT}}{{#NO_PHONE}} no phone{{/NO_PHONE}}({{PHONE}})");
	struct values *values = values_new(fixture->arena);

	values_put_text(values, "name", "春苗");
	values_put_integer(values, "places", 40);
	values_put_real(values, "lat", 31.25);
	values_put_null(values, "phone");
	page_between(page, names, "[", "]");
	page_values(page, values);
	assert_string_equal(expanded(state), "[春苗] 40 [31.25] no phone()");
}

static void markup_between_the_two_texts_is_escaped_as_ever(void **state)
{
	struct page *page = page_of(state, "<input value=\"{{IT}}\" title='{{IT}}'><p>{{IT}}</p>");

	page_between(page, it, "begin", "end");
	page_text(page, "it", HOSTILE);
	assert_string_equal(expanded(state), "<input value=\"begin" HARMLESS "end\" title='begin" HARMLESS "end'><p>begin" HARMLESS "end</p>");
}

static void the_two_texts_are_escaped_like_the_value(void **state)
{
	struct page *page = page_of(state, "<p>{{IT}}</p>");

	page_between(page, it, "<i>", "</i>");
	page_text(page, "it", "a & b");
	assert_string_equal(expanded(state), "<p>&lt;i&gt;a &amp; b&lt;/i&gt;</p>");
}

static void an_empty_value_of_these_names_stays_empty(void **state)
{
	struct page *page = page_of(state, "({{IT}})" BOTH);

	page_between(page, it, "[", "]");
	page_text(page, "it", "");
	assert_string_equal(expanded(state), "()no");
}

static void no_value_of_these_names_stays_empty(void **state)
{
	struct page *page = page_of(state, "({{IT}})" BOTH);

	page_between(page, it, "[", "]");
	page_text(page, "it", NULL);
	assert_string_equal(expanded(state), "()no");
}

static void a_value_between_them_shows_its_if_section(void **state)
{
	struct page *page = page_of(state, BOTH);

	page_between(page, it, "[", "]");
	page_text(page, "it", "0");
	assert_string_equal(expanded(state), "yes [0]");
}

static void zero_between_them_shows_its_no_section(void **state)
{
	struct page *page = page_of(state, BOTH "({{IT}})");

	page_between(page, it, "[", "]");
	page_integer(page, "it", 0);
	assert_string_equal(expanded(state), "no([0])");
}

static void a_real_of_zero_between_them_shows_its_no_section(void **state)
{
	struct page *page = page_of(state, BOTH "({{IT}})");

	page_between(page, it, "[", "]");
	page_real(page, "it", 0, 2);
	assert_string_equal(expanded(state), "no([0])");
}

static void names_that_are_longer_or_shorter_are_other_names(void **state)
{
	struct page *page = page_of(state, "{{I}} {{IT}} {{ITS}}");

	page_between(page, it, "[", "]");
	page_text(page, "i", "1");
	page_text(page, "it", "2");
	page_text(page, "its", "3");
	assert_string_equal(expanded(state), "1 [2] 3");
}

static void values_bound_before_are_left_as_they_were(void **state)
{
	static const char *const names[] = { "before", "after", NULL };
	struct page *page = page_of(state, "{{BEFORE}} {{AFTER}}");

	page_text(page, "before", "1");
	page_between(page, names, "[", "]");
	page_text(page, "after", "2");
	assert_string_equal(expanded(state), "1 [2]");
}

static void sections_of_the_page_have_their_values_as_they_are(void **state)
{
	struct page *page = page_of(state, "{{IT}}{{#PLACES}} {{IT}}{{/PLACES}}");

	page_between(page, it, "[", "]");
	page_text(page, "it", "1");
	page_text(page_section(page, "places"), "it", "2");
	assert_string_equal(expanded(state), "[1] 2");
}

static void made_bytes_stand_between_them_unescaped(void **state)
{
	struct page *page = page_of(state, "<p>{{IT:none}}</p>");

	page_between(page, it, "[", "]");
	page_made(page, "it", "<b>1</b>", 8);
	assert_string_equal(expanded(state), "<p>[<b>1</b>]</p>");
}

static void a_section_is_not_shown_unless_asked_for(void **state)
{
	page_show(page_of(state, "{{#FIRST}}1{{/FIRST}}{{#SECOND}}2{{/SECOND}}"), "second");
	assert_string_equal(expanded(state), "2");
}

static void rows_repeat_their_section_in_their_order(void **state)
{
	struct fixture *fixture = *state;
	struct page *page = page_of(state,
		"{{#PLACES}}<li>{{NAME}}{{#IF_FULL}} full{{/IF_FULL}}{{#NO_FULL}} free{{/NO_FULL}}</li>{{/PLACES}}");
	struct values rows[2] = { { .arena = fixture->arena }, { .arena = fixture->arena } };

	values_put_text(&rows[0], "name", "a");
	values_put_integer(&rows[0], "full", 1);
	values_put_text(&rows[1], "name", "b");
	values_put_integer(&rows[1], "full", 0);
	page_rows(page, "places", &(struct rows){ rows, 2 });
	assert_string_equal(expanded(state), "<li>a full</li><li>b free</li>");
}

static void no_rows_show_nothing(void **state)
{
	page_rows(page_of(state, "<ul>{{#PLACES}}<li>{{NAME}}</li>{{/PLACES}}</ul>"), "places", &(struct rows){ NULL, 0 });
	assert_string_equal(expanded(state), "<ul></ul>");
}

static void a_section_may_hold_sections(void **state)
{
	struct page *page = page_of(state, "{{#STREETS}}{{NAME}}:{{#PLACES}} {{NAME}}{{/PLACES}};{{/STREETS}}");

	for (int street = 0; street < 2; street++) {
		struct page *section = page_section(page, "streets");

		page_integer(section, "name", street);
		for (int place = 0; place < 3; place++)
			page_integer(page_section(section, "places"), "name", street * 10 + place);
	}
	assert_string_equal(expanded(state), "0: 0 1 2;1: 10 11 12;");
}

static void a_section_sees_the_values_of_the_page(void **state)
{
	struct page *page = page_of(state, "{{#PLACES}}{{CITY}} {{/PLACES}}");

	page_text(page, "city", "上海");
	page_section(page, "places");
	page_section(page, "places");
	assert_string_equal(expanded(state), "上海 上海 ");
}

static void included_parts_see_global_values_and_sections(void **state)
{
	struct page *page;

	write_template(*state, "shared/head.tpl",
		"<title>{{CITY}}{{#IF_CITY}} yes{{/IF_CITY}}{{#DEMO}} demo{{/DEMO}}{{NAME}}</title>");
	page = page_of(state, "{{>HEAD}}{{CITY}}");
	page_global_text(page, "city", "<上海>");
	page_global_show(page, "demo");
	page_text(page, "name", "seen by the page only");
	assert_string_equal(expanded(state), "<title>&lt;上海&gt; yes demo</title>&lt;上海&gt;");
}

static void an_empty_global_value_shows_its_no_section(void **state)
{
	struct page *page;

	write_template(*state, "shared/footer.tpl", "{{#IF_CITY}}yes{{/IF_CITY}}{{#NO_CITY}}no{{/NO_CITY}}");
	page = page_of(state, "{{>FOOTER}}");
	page_global_text(page, "city", "");
	assert_string_equal(expanded(state), "no");
}

static void a_page_is_added_to_what_the_buffer_holds(void **state)
{
	struct buffer out = { 0 };

	page_of(state, "<p>page</p>");
	buffer_text(&out, "head ");
	assert_true(page_expand(((struct fixture *)*state)->page, &out));
	assert_int_equal(out.size, 16);
	assert_memory_equal(out.bytes, "head <p>page</p>", 16);
	buffer_free(&out);
}

static void an_included_part_that_is_not_there_fails_the_page(void **state)
{
	struct buffer out = { 0 };

	page_of(state, "{{>HEAD}}<p>page</p>");
	assert_false(page_expand(((struct fixture *)*state)->page, &out));
	buffer_free(&out);
}

static void a_part_of_a_long_template_sees_the_values_of_its_page(void **state)
{
	struct page *page;

	write_template(*state, "one-first.tpl", "{{#ROWS}}<li title=\"{{TITLE}}\">{{NAME}}</li>{{/ROWS}}\n");
	page = page_of(state, "<ul>\n{{>ONE_FIRST}}\n</ul>");
	page_text(page, "title", HOSTILE);
	page_text(page_section(page, "rows"), "name", HOSTILE);
	assert_string_equal(expanded(state), "<ul>\n<li title=\"" HARMLESS "\">" HARMLESS "</li>\n</ul>");
}

static void a_template_whose_part_is_not_there_is_refused_and_named(void **state)
{
	struct fixture *fixture = *state;
	const char *problem = NULL;

	write_template(fixture, "one.tpl", "<p>page</p>{{>ONE_SECOND}}");
	assert_null(templates_load(fixture->folder, NULL, fixture->arena, &problem));
	assert_non_null(strstr(problem, "one.tpl"));
}

static void templates_of_folders_within_are_found_by_their_path(void **state)
{
	struct fixture *fixture = *state;

	write_template(fixture, "shared/footer.tpl", "<p>footer</p>");
	page_free(page_of(state, "<p>page</p>"));
	fixture->page = page_new(fixture->templates, "shared/footer.tpl");
	assert_string_equal(expanded(state), "<p>footer</p>");
}

static void other_files_beside_templates_are_left_alone(void **state)
{
	write_template(*state, "notes.txt", "{{#NEVER}}");
	page_of(state, "<p>page</p>");
	assert_string_equal(expanded(state), "<p>page</p>");
}

static void a_faulty_template_is_refused_and_named(void **state)
{
	static const char *const faulty[] = { "{{#OPEN}}never closed", "{{/CLOSED}}", "{{#A}}{{#B}}{{/A}}{{/B}}", "{{NAME" };
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
		const char *problem = NULL;
		const char *name = i % 2 ? "one.tpl" : "two.tpl";

		write_template(fixture, name, faulty[i]);
		assert_null(templates_load(fixture->folder, NULL, fixture->arena, &problem));
		assert_non_null(strstr(problem, name));
		assert_null(strchr(problem, '\n'));
		unlink(path_of(fixture, name));
	}
}

static void only_the_rooms_asked_for_are_loaded(void **state)
{
	static const char *const rooms[] = { "shared", NULL };
	struct fixture *fixture = *state;
	const char *problem = NULL;

	write_template(fixture, "one.tpl", "{{#OPEN}}another room, never closed");
	write_template(fixture, "shared/head.tpl", "<p>head</p>");
	fixture->templates = templates_load(fixture->folder, rooms, fixture->arena, &problem);
	assert_non_null(fixture->templates);
	fixture->page = page_new(fixture->templates, "shared/head.tpl");
	assert_string_equal(expanded(state), "<p>head</p>");
}

static void a_folder_that_is_not_there_is_refused_with_its_mend(void **state)
{
	struct fixture *fixture = *state;
	const char *problem = NULL;

	assert_null(templates_load(path_of(fixture, "nowhere"), NULL, fixture->arena, &problem));
	assert_non_null(strstr(problem, "nowhere"));
	assert_non_null(strstr(problem, "'templates' in the configuration"));
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(a_value_stands_where_its_name_in_capitals_does),
		sentence(markup_in_a_value_is_escaped_in_text),
		sentence(markup_in_a_value_is_escaped_in_an_attribute),
		sentence(markup_in_a_row_is_escaped),
		sentence(an_address_that_would_run_a_script_is_not_given),
		sentence(a_marker_inside_a_value_is_text),
		sentence(made_bytes_are_not_escaped),
		sentence(a_value_never_bound_is_blank),
		sentence(a_text_that_says_something_shows_its_if_section),
		sentence(an_empty_text_shows_its_no_section),
		sentence(no_text_shows_its_no_section),
		sentence(a_number_shows_its_if_section),
		sentence(zero_shows_its_no_section),
		sentence(a_real_shows_its_if_section),
		sentence(a_real_of_zero_shows_its_no_section),
		sentence(a_real_has_no_trailing_zeros),
		sentence(values_are_bound_by_their_names_and_kinds),
		sentence(a_value_of_these_names_stands_between_the_two_texts),
		sentence(a_number_with_decimals_stands_between_them_too),
		sentence(values_of_a_row_stand_between_them_too),
		sentence(markup_between_the_two_texts_is_escaped_as_ever),
		sentence(the_two_texts_are_escaped_like_the_value),
		sentence(an_empty_value_of_these_names_stays_empty),
		sentence(no_value_of_these_names_stays_empty),
		sentence(a_value_between_them_shows_its_if_section),
		sentence(zero_between_them_shows_its_no_section),
		sentence(a_real_of_zero_between_them_shows_its_no_section),
		sentence(names_that_are_longer_or_shorter_are_other_names),
		sentence(values_bound_before_are_left_as_they_were),
		sentence(sections_of_the_page_have_their_values_as_they_are),
		sentence(made_bytes_stand_between_them_unescaped),
		sentence(a_section_is_not_shown_unless_asked_for),
		sentence(rows_repeat_their_section_in_their_order),
		sentence(no_rows_show_nothing),
		sentence(a_section_may_hold_sections),
		sentence(a_section_sees_the_values_of_the_page),
		sentence(included_parts_see_global_values_and_sections),
		sentence(an_empty_global_value_shows_its_no_section),
		sentence(a_page_is_added_to_what_the_buffer_holds),
		sentence(an_included_part_that_is_not_there_fails_the_page),
		sentence(a_part_of_a_long_template_sees_the_values_of_its_page),
		sentence(a_template_whose_part_is_not_there_is_refused_and_named),
		sentence(templates_of_folders_within_are_found_by_their_path),
		sentence(other_files_beside_templates_are_left_alone),
		sentence(a_faulty_template_is_refused_and_named),
		sentence(only_the_rooms_asked_for_are_loaded),
		sentence(a_folder_that_is_not_there_is_refused_with_its_mend),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
