/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/find/words.h promises, asked of the table it is for: SQLite FTS5, contentless, tokenizer unicode61. */
#include "lib/find/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#define PHRASES "db/district/phrases.csv"

struct desk {
	struct words *words;
	struct arena *arena;
	sqlite3 *database;
	sqlite3_stmt *insert, *match;
	int64_t rows;
};

static int open_desk(void **state)
{
	static struct desk desk;
	static const char *const phrases[][2] = { { "长寿", "chang shou" }, { "长寿路", "chang shou lu" },
		{ "长风", "chang feng" }, { "园长", "yuan zhang" }, { "绿地", "lü di" }, { "乐乐", "le le" },
		{ "区", "qu" } };

	desk.words = words_open();
	desk.arena = arena_new(64 << 20);
	if (!desk.words)
		return -1;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (!words_phrase(desk.words, phrases[i][0], phrases[i][1]))
			return -1;
	*state = &desk;
	return 0;
}

static int close_desk(void **state)
{
	struct desk *desk = *state;

	words_close(desk->words);
	arena_free(desk->arena);
	return 0;
}

static int open_table(void **state)
{
	struct desk *desk = *state;

	desk->rows = 0;
	return sqlite3_open(":memory:", &desk->database) ||
		sqlite3_exec(desk->database,
			"create virtual table listing_word using fts5(words, content='', columnsize=0, "
			"tokenize='unicode61')",
			NULL, NULL, NULL) ||
		sqlite3_prepare_v2(desk->database, "insert into listing_word (rowid, words) values (?, ?)",
			-1, &desk->insert, NULL) ||
		sqlite3_prepare_v2(desk->database,
			"select rowid from listing_word where listing_word match ?", -1, &desk->match, NULL);
}

static int close_table(void **state)
{
	struct desk *desk = *state;

	sqlite3_finalize(desk->insert);
	sqlite3_finalize(desk->match);
	sqlite3_close(desk->database);
	arena_sweep(desk->arena);
	return 0;
}

static int64_t keep(struct desk *desk, const char *first, const char *second)
{
	const char *texts[] = { first, second };
	char *words = words_index(desk->words, desk->arena, texts, second ? 2 : 1);

	sqlite3_bind_int64(desk->insert, 1, ++desk->rows);
	sqlite3_bind_text(desk->insert, 2, words, -1, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(desk->insert), SQLITE_DONE);
	sqlite3_reset(desk->insert);
	return desk->rows;
}

/* Calls found for each row until it says true. -1 = the expression is an error. */
static int ask(
	struct desk *desk, const char *expression, bool (*found)(int64_t row, void *wanted), void *wanted)
{
	int step, answer = 0;

	sqlite3_bind_text(desk->match, 1, expression, -1, SQLITE_STATIC);
	while ((step = sqlite3_step(desk->match)) == SQLITE_ROW && !answer)
		answer = found(sqlite3_column_int64(desk->match, 0), wanted);
	sqlite3_reset(desk->match);
	return step == SQLITE_ROW || step == SQLITE_DONE ? answer : -1;
}

static bool is_row(int64_t row, void *wanted)
{
	return row == *(int64_t *)wanted;
}

static bool finds(struct desk *desk, const char *typed, int64_t row)
{
	char *expression = words_query(desk->words, desk->arena, typed);
	int answer = expression ? ask(desk, expression, is_row, &row) : 0;

	assert_int_not_equal(answer, -1);
	return answer;
}

#define assert_finds(typed, row) \
	do { \
		if (!finds(desk, typed, row)) \
			fail_msg("%s does not find row %d", typed, (int)(row)); \
	} while (0)
#define assert_misses(typed, row) \
	do { \
		if (finds(desk, typed, row)) \
			fail_msg("%s finds row %d", typed, (int)(row)); \
	} while (0)

static void text_is_folded(void **state)
{
	struct desk *desk = *state;

	assert_string_equal(words_fold(desk->words, desk->arena, "ＡＢＣ（长寿）　Ｂａｂｙ１２"), "abc(长寿) baby12");
	assert_string_equal(
		words_fold(desk->words, desk->arena, "ﬁne Straße ① ㍿ ①É"), "fine strasse 1 株式会社 1é");
	assert_string_equal(words_fold(desk->words, desk->arena, ""), "");
	assert_null(words_fold(desk->words, desk->arena, "\xFF"));
}

static void the_short_way_of_folding_is_the_same_as_the_long_one(void **state)
{
	struct desk *desk = *state;

	for (uint32_t character = 0x20; character <= 0xFFEF; character++) {
		char text[16], with_more[20];
		char *alone, *beside;

		if (character >= 0xD800 && character <= 0xDFFF)
			continue;
		if (character < 0x80)
			snprintf(text, sizeof text, "%c", (int)character);
		else if (character < 0x800)
			snprintf(text, sizeof text, "%c%c", (int)(0xC0 | character >> 6),
				(int)(0x80 | (character & 0x3F)));
		else
			snprintf(text, sizeof text, "%c%c%c", (int)(0xE0 | character >> 12),
				(int)(0x80 | (character >> 6 & 0x3F)), (int)(0x80 | (character & 0x3F)));
		/* a circled 1 asks for the long way */
		snprintf(with_more, sizeof with_more, "%s \xE2\x91\xA0", text);
		alone = words_fold(desk->words, desk->arena, text);
		beside = words_fold(desk->words, desk->arena, with_more);
		assert_memory_equal(alone, beside, strlen(alone));
		assert_string_equal(beside + strlen(alone), " 1");
		arena_sweep(desk->arena);
	}
}

static void an_index_holds_bigrams_pinyin_and_initials(void **state)
{
	struct desk *desk = *state;
	const char *text = "长寿路1号 Baby";

	assert_string_equal(words_index(desk->words, desk->arena, &text, 1),
		"长寿 寿路 路 changshoulu shoulu lu csl sl 1 号 hao baby");
}

static void a_name_is_found_by_characters_pinyin_and_initials(void **state)
{
	static const char *const typed[] = { "长", "寿", "路", "长寿", "寿路", "长寿路", "changshoulu",
		"changshou", "shoulu", "CHANGSHOU", "csl", "CSL", "ｃｓｌ", "chang shou lu", "chang shou",
		"c s l", "shou", "csl 托育", "csl托育", "托育 csl", "托育中心，长寿路", "长寿路1234弄",
		"1234弄56号", "changshoulu 1234", "qinghe", "qh", "qhty", "ptq", "中 心", "“长寿路”",
		"chang'shou", "x", "c", "tuoyuzhongxin", "putuoquchangshouluqinghetuoyuzhongxin",
		"ptqcslqhtyzx", "长寿路 6", "chángshòu", "shang hai shi pu tuo qu chang shou lu" };
	static const char *const other[] = { "长风", "路寿", "寿长", "changfeng", "qst", "托育园", "zzz",
		"234", "1235", "育托", "c++x", "长寿路 5" };
	struct desk *desk = *state;
	int64_t row = keep(desk, "普陀区长寿路青禾托育中心", "上海市普陀区长寿路1234弄56号 6");

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		assert_finds(typed[i], row);
	for (size_t i = 0; i < sizeof other / sizeof *other; i++)
		assert_misses(other[i], row);
}

static void both_writings_of_a_name_are_found_by_both(void **state)
{
	/* The first of the last pair is U+2FA7, a radical that stands for the character. */
	static const char *const pairs[][2] = { { "長壽路", "长寿路" }, { "曹楊", "曹杨" }, { "萬里", "万里" }, { "寶寶屋", "宝宝屋" },
		{ "\xE2\xBE\xA7壽路", "长寿路" } };
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		int64_t traditional = keep(desk, pairs[i][0], NULL), simplified = keep(desk, pairs[i][1], NULL);

		for (size_t j = 0; j < 2; j++) {
			assert_finds(pairs[i][j], traditional);
			assert_finds(pairs[i][j], simplified);
		}
	}
	/* By its phrase's reading, too; and no word of simplified texts becomes another: read zhuming, not zhaoming. */
	assert_finds("changshou", keep(desk, "長壽", NULL));
	assert_string_equal(words_fold(desk->words, desk->arena, "著名乾隆"), "著名乾隆");
}

static void both_readings_of_a_character_find(void **state)
{
	struct desk *desk = *state;
	int64_t surname = keep(desk, "曾家托育", NULL), nursery = keep(desk, "乐乐托育", NULL),
		green = keep(desk, "绿地托育", NULL);

	assert_finds("zengjia", surname);
	assert_finds("cengjia", surname);
	assert_finds("zj", surname);
	assert_finds("cj", surname);
	assert_finds("lele", nursery);
	assert_misses("yueyue", nursery);
	assert_finds("ludi", green);
	assert_finds("lvdi", green);
	assert_finds("lüdi", green);
	assert_finds("lv di", green);
	assert_misses("lude", green);
}

static void numbers_in_chinese_are_found_by_digits(void **state)
{
	static const struct {
		const char *text, *typed;
	} cases[] = { { "第一托育园", "第1" }, { "第一托育园", "1" }, { "第十期", "10" },
		{ "第十二期", "12期" }, { "二十", "20" }, { "第九十九号", "99" }, { "三十五弄", "35弄" },
		{ "二〇二六年", "2026" }, { "八一路", "81" }, { "第一托育园", "第一" },
		{ "石泉路四村", "4村" } };
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_finds(cases[i].typed, keep(desk, cases[i].text, NULL));
	assert_misses("1", keep(desk, "一百二十", NULL));
	assert_misses("20", desk->rows);
	assert_misses("10000", keep(desk, "万里", NULL));
	assert_finds("万里", desk->rows);
}

static void other_scripts_are_words_too(void **state)
{
	struct desk *desk = *state;
	int64_t row = keep(desk, "Café Детский сад 3F こども 어린이집", NULL);

	assert_finds("cafe", row);
	assert_finds("CAFÉ", row);
	assert_finds("детск", row);
	assert_finds("3f", row);
	assert_finds("こども", row);
	assert_finds("어린", row);
	assert_misses("afe", row);
}

static uint32_t random_han(void)
{
	switch (rand() % 20) {
	case 0: return 0x20000 + (uint32_t)rand() % 0xA6D0;     /* extension B */
	case 1: return 0x3400 + (uint32_t)rand() % 0x19B0;      /* extension A */
	case 2: return 0x30000 + (uint32_t)rand() % 0x1340;     /* extension G */
	default: return 0x4E00 + (uint32_t)rand() % 400;        /* few, so that many names share some */
	}
}

static size_t put_han(char *to, uint32_t character)
{
	if (character < 0x10000)
		return (size_t)sprintf(to, "%c%c%c", (int)(0xE0 | character >> 12),
			(int)(0x80 | (character >> 6 & 0x3F)), (int)(0x80 | (character & 0x3F)));
	return (size_t)sprintf(to, "%c%c%c%c", (int)(0xF0 | character >> 18),
		(int)(0x80 | (character >> 12 & 0x3F)), (int)(0x80 | (character >> 6 & 0x3F)),
		(int)(0x80 | (character & 0x3F)));
}

#define NAMES 400
#define CHARACTERS 20

struct name {
	char text[CHARACTERS * 4 + 8];
	size_t starts[CHARACTERS + 1];
};

static struct name random_name(void)
{
	struct name name = { .text = "" };
	size_t size = 0;

	for (size_t i = 0; i < CHARACTERS; i++) {
		name.starts[i] = size;
		if (rand() % 8)
			size += put_han(name.text + size, random_han());
		else
			size += (size_t)sprintf(name.text + size, "%d", rand() % 10);
	}
	name.starts[CHARACTERS] = size;
	return name;
}

static bool lacks_it(int64_t row, void *wanted)
{
	const char **of = wanted;
	const struct name *names = (const struct name *)of[1];

	return !strstr(names[row - 1].text, of[0]);
}

static bool is_all_han(const char *text)
{
	return !strpbrk(text, "0123456789");
}

static void every_part_of_a_name_finds_it_and_longer_parts_find_nothing_else(void **state)
{
	static struct name names[NAMES];
	struct desk *desk = *state;

	srand(2026);
	for (size_t i = 0; i < NAMES; i++) {
		names[i] = random_name();
		assert_int_equal(keep(desk, names[i].text, NULL), i + 1);
	}
	for (int i = 0; i < 4000; i++) {
		size_t row = (size_t)rand() % NAMES, length = 1 + (size_t)rand() % 6,
		       from = (size_t)rand() % (CHARACTERS - length + 1);
		const struct name *name = &names[row];
		char part[32] = "";

		memcpy(part, name->text + name->starts[from],
			name->starts[from + length] - name->starts[from]);
		/* A digit beside another one is part of a longer number: only whole numbers are words. */
		if (strpbrk(part, "0123456789"))
			continue;
		assert_finds(part, (int64_t)row + 1);
		if (length > 1 && is_all_han(part)) {
			const char *wanted[] = { part, (const char *)names };

			assert_int_equal(
				ask(desk, words_query(desk->words, desk->arena, part), lacks_it, wanted), 0);
		}
	}
}

static void whole_names_with_numbers_find_themselves(void **state)
{
	struct desk *desk = *state;

	srand(42);
	for (int i = 0; i < 300; i++) {
		struct name name = random_name();

		assert_finds(name.text, keep(desk, name.text, NULL));
	}
}

static void what_cannot_be_searched_gives_no_query(void **state)
{
	static const char *const typed[] = { "", " ", "\"", "'", "*", "()", "+-^:{}", "，。！", "😀", "\xFF",
		"长\xE5", "abc\x80", "\xC0\x80", "\xED\xA0\x80", "——", "“”" };
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		assert_null(words_query(desk->words, desk->arena, typed[i]));
}

static void typed_text_is_never_an_error_in_the_query(void **state)
{
	static const char *const pieces[] = { "\"", "'", "*", "(", ")", "+", "-", "^", ":", "{", "}", ",",
		".", "\\", ";", "--", "/*", "%", "_", " ", "\t", "\n", "AND", "OR", "NOT", "NEAR", "NEAR(",
		"words", "words:", "c++", "c#", "lv", "nv", "a", "ab", "1", "长", "长寿", "𠮷", "😀", "　",
		"é", "e\xCC\x81", "\xE2\x80\x8D", "\xEF\xB8\x8F", "1\xEF\xB8\x8F\xE2\x83\xA3", "กา", "한",
		"ß", "ǅ", "Ω", "٣", "\x7F", "\x01" };
	struct desk *desk = *state;

	keep(desk, "𠮷野家 c++ AND", NULL);
	assert_finds("𠮷", 1);
	assert_finds("𠮷野", 1);
	assert_finds("c++", 1);
	assert_finds("and", 1);
	srand(99);
	for (int i = 0; i < 20000; i++) {
		char typed[600] = "";
		char *expression;

		for (int n = rand() % 40; n >= 0; n--)
			strcat(typed, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
		expression = words_query(desk->words, desk->arena, typed);
		if (expression && ask(desk, expression, is_row, &(int64_t){ 0 }) == -1)
			fail_msg("error for <%s>: %s", typed, expression);
		arena_sweep(desk->arena);
	}
}

static void the_longest_texts_stay_within_bounds(void **state)
{
	struct desk *desk = *state;
	static char text[200000];
	const char *texts[] = { text, text };

	for (size_t i = 0; i + 4 < sizeof text; i += 4)
		memcpy(text + i, i / 4 % 7 ? "𠮷" : "abc1", 4);
	assert_non_null(words_query(desk->words, desk->arena, text));
	assert_non_null(words_index(desk->words, desk->arena, texts, 2));
	for (size_t i = 0; i + 3 < sizeof text; i += 3)
		memcpy(text + i, i / 3 % 50 ? "庄" : "十", 3);
	assert_non_null(words_index(desk->words, desk->arena, texts, 2));
	memset(text, 'a', sizeof text - 1);
	assert_non_null(words_index(desk->words, desk->arena, texts, 2));
	assert_finds("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		keep(desk, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL));
	assert_string_equal(words_index(desk->words, desk->arena, texts, 0), "");
}

static void texts_that_are_malformed_have_no_words(void **state)
{
	struct desk *desk = *state;
	const char *texts[] = { "长寿\xFF", "路" };

	assert_string_equal(words_index(desk->words, desk->arena, texts, 2), "路 lu");
}

static void phrases_give_the_reading(void **state)
{
	struct desk *desk = *state;

	assert_string_equal(words_pinyin(desk->words, desk->arena, "长寿路街道"), "chang shou lu jie dao");
	assert_string_equal(words_pinyin(desk->words, desk->arena, "园长"), "yuan zhang");
	assert_string_equal(words_pinyin(desk->words, desk->arena, "花园长寿路"), "hua yuan chang shou lu");
	assert_string_equal(words_pinyin(desk->words, desk->arena, "乐园长风"), "le yuan chang feng");
	assert_true(words_phrase(desk->words, "莘庄", "shen zhuang"));
	assert_true(words_phrase(desk->words, "莘庄", "xin zhuang"));
	assert_string_equal(words_pinyin(desk->words, desk->arena, "莘庄"), "xin zhuang");
}

static void phrases_that_do_not_fit_are_refused(void **state)
{
	struct desk *desk = *state;

	assert_false(words_phrase(desk->words, "长寿", "chang"));
	assert_false(words_phrase(desk->words, "长寿", "chang shou lu"));
	assert_false(words_phrase(desk->words, "长寿", "chang sh0u"));
	assert_false(words_phrase(desk->words, "长寿", "chang shouuuuuuu"));
	assert_false(words_phrase(desk->words, "长a", "chang a"));
	assert_false(words_phrase(desk->words, "", ""));
	assert_false(words_phrase(desk->words, "\xFF", "x"));
	assert_false(words_phrase(desk->words, "长长长长长长长长长长长长长长长长长", "a a a a a a a a a a a a a a a a a"));
}

static void names_are_sorted_by_syllables(void **state)
{
	struct desk *desk = *state;

	assert_string_equal(words_pinyin(desk->words, desk->arena, "普陀区（长寿）托育 Ｂａｂｙ12"),
		"pu tuo qu chang shou tuo yu baby12");
	assert_string_equal(words_pinyin(desk->words, desk->arena, "𠮷长寿"), "𠮷 chang shou");
	assert_string_equal(words_pinyin(desk->words, desk->arena, "\xFF"), "");
	assert_true(strcmp(words_pinyin(desk->words, desk->arena, "西安"),
			    words_pinyin(desk->words, desk->arena, "先行")) < 0);
}

static void the_districts_phrases_are_well_formed(void **state)
{
	struct desk *desk = *state;
	FILE *file = fopen(PHRASES, "r");
	char line[500];
	int taken = 0;

	assert_non_null(file);
	while (fgets(line, sizeof line, file)) {
		char *comma = strchr(line, ',');

		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || !strcmp(line, "words,pinyin"))
			continue;
		assert_non_null(comma);
		*comma = '\0';
		if (!words_phrase(desk->words, line, comma + 1))
			fail_msg("%s: %s", line, comma + 1);
		taken++;
	}
	fclose(file);
	assert_true(taken >= 200);
	assert_string_equal(words_pinyin(desk->words, desk->arena, "闵行区长征镇地铁银行音乐"),
		"min hang qu chang zheng zhen di tie yin hang yin yue");
}

#define in_table(test) cmocka_unit_test_setup_teardown(test, open_table, close_table)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_folded),
		cmocka_unit_test(the_short_way_of_folding_is_the_same_as_the_long_one),
		cmocka_unit_test(an_index_holds_bigrams_pinyin_and_initials),
		in_table(a_name_is_found_by_characters_pinyin_and_initials),
		in_table(both_writings_of_a_name_are_found_by_both),
		in_table(both_readings_of_a_character_find),
		in_table(numbers_in_chinese_are_found_by_digits),
		in_table(other_scripts_are_words_too),
		in_table(every_part_of_a_name_finds_it_and_longer_parts_find_nothing_else),
		in_table(whole_names_with_numbers_find_themselves),
		in_table(what_cannot_be_searched_gives_no_query),
		in_table(typed_text_is_never_an_error_in_the_query),
		in_table(the_longest_texts_stay_within_bounds),
		cmocka_unit_test(texts_that_are_malformed_have_no_words),
		cmocka_unit_test(phrases_give_the_reading),
		cmocka_unit_test(phrases_that_do_not_fit_are_refused),
		cmocka_unit_test(names_are_sorted_by_syllables),
		cmocka_unit_test(the_districts_phrases_are_well_formed),
	};

	return cmocka_run_group_tests(tests, open_desk, close_desk);
}
