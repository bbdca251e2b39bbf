/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/page_parts.h promises of parts with words, with parts of its own. */
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

#define FIELD "{{!name label id=\"[name]\" hint=\"\" value=\"{{[NAME]}}\" | missing=\"Please write [label]\"}}\n" \
	"<p[each]{{#[NAME]_[MISTAKE]}} class=\"wrong\"{{/[NAME]_[MISTAKE]}}[/each]>\n\t[label][#hint] <i>[hint]</i>[/hint][^hint] -[/hint]\n" \
	"\t[each]{{#[NAME]_[MISTAKE]}} <b>[says]</b>{{/[NAME]_[MISTAKE]}}[/each]\n\t <input id=\"[id]\" value=\"[value]\"></p>\n"
#define MARKED "{{!name label id=\"[name]\" marker=\"[name]\" at=\"[id]\" | missing=\"Please write [label]\" malformed=\"[label] cannot be read\"}}\n" \
	"<p id=\"[id]\">[each]{{#[MARKER]_[MISTAKE]}}[says]{{/[MARKER]_[MISTAKE]}}[/each]</p>\n"
#define MISTAKE "{{!name marker=\"[name]\" at=\"[name]\"}}\n[each]{{#[MARKER]_[MISTAKE]}}<a href=\"#[at]\">[says]</a>{{/[MARKER]_[MISTAKE]}}[/each]\n"

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

static void write_file(const struct fixture *fixture, const char *name, const char *text)
{
	FILE *file = fopen(path_of(fixture, name), "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);

	*state = fixture;
	fixture->arena = arena_new(1024 * 1024);
	strcpy(fixture->folder, "/tmp/shanyu-part-XXXXXX");
	return !mkdtemp(fixture->folder) || mkdir(path_of(fixture, "pages"), 0700) != 0 || mkdir(path_of(fixture, "shared"), 0700) != 0;
}

static int tear_down(void **state)
{
	static const char *const files[] = { "pages/one.tpl",      "pages/piece.tpl",     "pages/line.part",    "shared/line.part",
					     "shared/field.part",  "shared/note.part",    "shared/summary.part", "shared/mistake.part",
					     "shared/field-a.part", "shared/outer.part" };
	struct fixture *fixture = *state;

	page_free(fixture->page);
	if (fixture->templates)
		templates_free(fixture->templates);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		unlink(path_of(fixture, files[i]));
	rmdir(path_of(fixture, "pages"));
	rmdir(path_of(fixture, "shared"));
	rmdir(fixture->folder);
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

/* Load templates of which pages/one.tpl is this text. NULL: they are refused, and *problem says why. */
static struct page *page_of(void **state, const char *text, const char **problem)
{
	struct fixture *fixture = *state;

	write_file(fixture, "pages/one.tpl", arena_format(fixture->arena, "{{%%AUTOESCAPE context=\"HTML\"}}\n%s", text));
	fixture->templates = templates_load(fixture->folder, NULL, fixture->arena, problem);
	if (fixture->templates)
		fixture->page = page_new(fixture->templates, "pages/one.tpl");
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

static void assert_page(void **state, const char *text, const char *shown)
{
	const char *problem = NULL;

	if (!page_of(state, text, &problem))
		fail_msg("%s", problem);
	assert_string_equal(expanded(state), shown);
}

/* The templates are refused in one line that begins with where: FILE:LINE, and goes on so. */
static void assert_refused(void **state, const char *text, const char *file_line, const char *why)
{
	struct fixture *fixture = *state;
	const char *problem = NULL;

	assert_null(page_of(state, text, &problem));
	assert_string_equal(problem, arena_format(fixture->arena, "%s/%s: %s", fixture->folder, file_line, why));
}

static void a_part_stands_where_it_is_named_with_its_words_on_one_line(void **state)
{
	write_file(*state, "shared/field.part", FIELD);
	assert_page(state, "<div>{{>FIELD name=\"story\" label=\"Story\" hint=\"Short\"}}</div>", "<div><p>Story <i>Short</i> <input id=\"story\" value=\"\"></p></div>");
}

static void a_word_that_is_not_given_says_what_the_part_says(void **state)
{
	write_file(*state, "shared/field.part", FIELD);
	assert_page(state, "{{>FIELD name=\"story\" label=\"Story\"}}", "<p>Story - <input id=\"story\" value=\"\"></p>");
}

static void words_may_be_given_on_lines_of_their_own_and_in_any_order(void **state)
{
	write_file(*state, "shared/field.part", FIELD);
	assert_page(state, "{{>FIELD\n\tlabel=\"Story\"\n\tname='story' }}", "<p>Story - <input id=\"story\" value=\"\"></p>\n");
}

static void a_value_in_a_part_is_escaped_as_where_it_stands(void **state)
{
	const char *problem = NULL;

	write_file(*state, "shared/field.part", FIELD);
	page_text(page_of(state, "{{>FIELD name=\"story\" label=\"{{STORY}}\"}}", &problem), "story", "<i a=\"b\">");
	assert_string_equal(expanded(state), "<p>&lt;i a=&quot;b&quot;&gt; - <input id=\"story\" value=\"&lt;i a=&quot;b&quot;&gt;\"></p>");
}

static void a_mistake_is_shown_at_the_field_it_is_of(void **state)
{
	const char *problem = NULL;

	write_file(*state, "shared/field.part", FIELD);
	page_show(page_of(state, "{{>FIELD name=\"story\" label=\"Story\"}}{{>FIELD name=\"wish\" label=\"Wish\"}}", &problem), "story_missing");
	assert_string_equal(expanded(state), "<p class=\"wrong\">Story - <b>Please write Story</b> <input id=\"story\" value=\"\"></p>"
					     "<p>Wish - <input id=\"wish\" value=\"\"></p>");
}

static void a_template_may_say_more_that_can_be_wrong_with_a_field_or_less(void **state)
{
	const char *problem = NULL;
	struct page *page;

	write_file(*state, "shared/field.part", FIELD);
	page = page_of(state, "{{>FIELD name=\"name\" label=\"Name\" | missing=\"\" taken=\"There is one\"}}", &problem);
	page_show(page, "name_missing");
	page_show(page, "name_taken");
	assert_string_equal(expanded(state), "<p class=\"wrong\">Name - <b>There is one</b> <input id=\"name\" value=\"\"></p>");
}

static void a_field_stands_twice_under_different_ids(void **state)
{
	write_file(*state, "shared/field.part", FIELD);
	assert_page(state, "{{>FIELD name=\"note\" id=\"reply-note\" label=\"A\"}}{{>FIELD name=\"note\" id=\"close-{{NUMBER}}\" label=\"B\"}}",
		"<p>A - <input id=\"reply-note\" value=\"\"></p><p>B - <input id=\"close-\" value=\"\"></p>");
}

static void the_summary_says_what_the_fields_say_in_their_order_and_each_once(void **state)
{
	const char *problem = NULL;
	struct page *page;

	write_file(*state, "shared/field-a.part", MARKED);
	write_file(*state, "shared/mistake.part", MISTAKE);
	write_file(*state, "shared/summary.part", "{{!title}}\n<h2>[title]</h2>{{>MISTAKES}}<hr>\n");
	write_file(*state, "pages/piece.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n{{>FIELD_A name=\"b\" label=\"B\" at=\"other\"}}\n");
	page = page_of(state, "{{>SUMMARY title=\"Wrong\"}}{{>FIELD_A name=\"a\" label=\"A\"}}{{>PIECE}}{{>FIELD_A name=\"a\" id=\"a-2\" label=\"C\" | taken=\"C is taken\"}}",
		&problem);
	if (!page)
		fail_msg("%s", problem);
	page_show(page, "a_missing");
	page_show(page, "b_malformed");
	page_show(page, "a_taken");
	assert_string_equal(expanded(state), "<h2>Wrong</h2><a href=\"#a\">Please write A</a><a href=\"#other\">B cannot be read</a><a href=\"#a-2\">C is taken</a><hr>"
					     "<p id=\"a\">Please write A</p><p id=\"b\">B cannot be read</p>\n<p id=\"a-2\">Please write CC is taken</p>");
}

static void a_part_of_the_templates_own_folder_comes_before_the_shared_one(void **state)
{
	write_file(*state, "shared/line.part", "{{!}}\n<p>shared</p>\n");
	write_file(*state, "pages/line.part", "{{!}}\n<p>own</p>\n");
	assert_page(state, "{{>LINE}}", "<p>own</p>");
}

static void a_text_between_apostrophes_may_hold_quotation_marks_but_not_in_an_attribute(void **state)
{
	write_file(*state, "shared/field.part", FIELD);
	assert_refused(state, "<p>\n{{>FIELD name=\"a\" label=\"A\" id='a\"b'}}", "pages/one.tpl:3",
		"FIELD: the word \"id\" stands in an attribute and may hold no \"");
	assert_page(state, "{{>FIELD name=\"a\" label='<a href=\"/roles\">A</a>'}}", "<p><a href=\"/roles\">A</a> - <input id=\"a\" value=\"\"></p>");
}

static void a_word_that_the_part_has_not_stops_the_load_with_file_and_line(void **state)
{
	write_file(*state, "shared/field.part", FIELD);
	assert_refused(state, "<p>\n\n{{>FIELD name=\"a\" lable=\"A\"}}", "pages/one.tpl:4", "FIELD has no word \"lable\"");
	assert_refused(state, "{{>FIELD\n\tname=\"a\" label=\"A\"}}\n{{>FIELD name=\"a\" label=\"A\" | hint=\"A\"}}", "pages/one.tpl:4", "FIELD has no word \"hint\"");
}

static void a_word_that_is_missing_stops_the_load_with_file_and_line(void **state)
{
	write_file(*state, "shared/field.part", FIELD);
	assert_refused(state, "{{>FIELD name=\"a\"}}", "pages/one.tpl:2", "FIELD needs the word \"label\"");
	assert_refused(state, "{{>FIELD name label=\"A\"}}", "pages/one.tpl:2", "FIELD: the word \"name\" has no text");
}

static void words_that_are_not_well_written_stop_the_load(void **state)
{
	write_file(*state, "shared/field.part", FIELD);
	assert_refused(state, "{{>FIELD name=\"a\" name=\"b\"}}", "pages/one.tpl:2", "FIELD has the word \"name\" twice");
	assert_refused(state, "{{>FIELD name=\"a}}", "pages/one.tpl:2", "FIELD: the text of \"name\" does not end");
	assert_refused(state, "{{>FIELD name=\"a\"", "pages/one.tpl:2", "FIELD has no }} at its end");
	assert_refused(state, "{{>FIELD \"a\"}}", "pages/one.tpl:2", "FIELD: words are written word=\"text\"");
}

static void a_part_that_is_not_there_stops_the_load(void **state)
{
	assert_refused(state, "{{>FEILD name=\"a\"}}", "pages/one.tpl:2", "FEILD: there is no such part with words");
	assert_refused(state, "{{>PEICE}}", "pages/one.tpl:2", "PEICE: there is no such part");
}

static void a_part_within_a_part_with_words_is_refused(void **state)
{
	write_file(*state, "shared/line.part", "{{!}}\n<p>line</p>\n");
	write_file(*state, "shared/outer.part", "{{!}}\n<p>{{>LINE}}</p>\n");
	assert_refused(state, "{{>OUTER}}", "pages/one.tpl:2", "OUTER: a part with words has no parts");
}

static void a_piece_within_a_piece_is_refused_where_it_is_named(void **state)
{
	write_file(*state, "pages/piece.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n<p>\n{{>PIECE}}</p>\n");
	assert_refused(state, "{{>PIECE}}", "pages/piece.tpl:3", "PIECE: a part has no parts of its own");
}

static void a_part_that_is_wrong_itself_is_refused(void **state)
{
	write_file(*state, "shared/line.part", "<p>line</p>\n");
	write_file(*state, "shared/note.part", "{{!name}}\n[nmae]\n");
	write_file(*state, "shared/outer.part", "{{!name}}\n[#name]open\n");
	assert_refused(state, "{{>NOTE name=\"a\"}}", "pages/one.tpl:2", "NOTE: [nmae] is none of its words");
	assert_refused(state, "{{>OUTER name=\"a\"}}", "pages/one.tpl:2", "OUTER: there is no [/name]");
	assert_refused(state, "{{>LINE}}", "pages/../shared/line.part:1", "a part begins with its words, as {{!name label hint=\"\"}}");
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		sentence(a_part_stands_where_it_is_named_with_its_words_on_one_line),
		sentence(a_word_that_is_not_given_says_what_the_part_says),
		sentence(words_may_be_given_on_lines_of_their_own_and_in_any_order),
		sentence(a_value_in_a_part_is_escaped_as_where_it_stands),
		sentence(a_mistake_is_shown_at_the_field_it_is_of),
		sentence(a_template_may_say_more_that_can_be_wrong_with_a_field_or_less),
		sentence(a_field_stands_twice_under_different_ids),
		sentence(the_summary_says_what_the_fields_say_in_their_order_and_each_once),
		sentence(a_part_of_the_templates_own_folder_comes_before_the_shared_one),
		sentence(a_text_between_apostrophes_may_hold_quotation_marks_but_not_in_an_attribute),
		sentence(a_word_that_the_part_has_not_stops_the_load_with_file_and_line),
		sentence(a_word_that_is_missing_stops_the_load_with_file_and_line),
		sentence(words_that_are_not_well_written_stop_the_load),
		sentence(a_part_that_is_not_there_stops_the_load),
		sentence(a_part_within_a_part_with_words_is_refused),
		sentence(a_piece_within_a_piece_is_refused_where_it_is_named),
		sentence(a_part_that_is_wrong_itself_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
