/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What may tell of somebody in the words of an outcome: marked before anybody outside reads them. Found is what can be found by looking:
 * the reporter's own words, telephone numbers, numbers of identity cards, names that the letter gives, and words of the draft by which one may see
 * who reported: a mother, "it was X who told" (table name_word). Each mark is to be removed, or left in by somebody who says why.
 */
#include <sodium.h>
#include <string.h>

#include "cases.h"
#include "lib/base/text.h"
#include "outcome.h"

#define LEAST_TELEPHONE 7
#define MOST_AMOUNT 9 /* digits */
#define GIVEN_CHARACTERS 2 /* of a name, behind the family name */
#define ID_BYTES 16
#define SALT_BYTES 16

/* The characters of a text, a 0 behind them. */
struct letters {
	const uint32_t *at;
	size_t count;
};

static struct letters letters_of(const char *text, struct arena *arena)
{
	uint32_t *at = arena_take(arena, (strlen(text) + 1) * sizeof *at), character;
	size_t count = 0;

	while ((character = text_next(&text)))
		at[count++] = character;
	at[count] = 0;
	return (struct letters){ at, count };
}

/* How many bytes some characters of a text have. */
static size_t bytes_of(const char *text, size_t characters)
{
	const char *end = text;

	while (characters--)
		text_next(&end);
	return (size_t)(end - text);
}

/* 32 hexadecimal digits of two texts, by a key of 32 characters or ""; the first has no line break. */
static const char *digest(struct casework *work, const char *key, const char *first, const char *second)
{
	const char *text = arena_format(work->arena, "%s\n%s", first, second);
	char *hexadecimal = arena_take(work->arena, 2 * ID_BYTES + 1);
	unsigned char hash[ID_BYTES];

	crypto_generichash(hash, sizeof hash, (const unsigned char *)text, strlen(text), (const unsigned char *)key, strlen(key));
	return sodium_bin2hex(hexadecimal, 2 * ID_BYTES + 1, hash, sizeof hash);
}

/* Mark some characters of a text. What is marked already, as a name that the reporter says again and again, costs no digest. */
static void add(struct casework *work, struct outcome_marks *marks, enum outcome_mark_kind kind, const char *text, size_t characters)
{
	size_t size = bytes_of(text, characters);
	const char *words;

	for (size_t i = 0; i < marks->count; i++)
		if (marks->at[i].kind == kind && strncmp(marks->at[i].words, text, size) == 0 && !marks->at[i].words[size])
			return;
	marks->too_many = marks->too_many || marks->count == OUTCOME_MARKS;
	if (marks->too_many)
		return;
	words = arena_text(work->arena, text, size);
	marks->at[marks->count++] =
		(struct outcome_mark){ digest(work, "", arena_format(work->arena, "%d", (int)kind), words), kind, words, "", "" };
}

/*
 * A place of the outcome's text. They are sorted by what begins there: what the reporter wrote may be a hundred times as long, so it is
 * gone through once, and a few steps tell where the outcome says the same.
 */
struct place {
	const uint32_t *at;
	const char *text; /* the same place in bytes */
	bool shared;      /* what begins here stands in the reporter's text, too */
};

struct places {
	struct place *at;
	size_t count;
};

static int order_of_places(const void *one, const void *other)
{
	const uint32_t *a = ((const struct place *)one)->at, *b = ((const struct place *)other)->at;

	for (; *a && *a == *b; a++)
		b++;
	return *a < *b ? -1 : *a > *b;
}

static struct places places_of(const struct letters *here, const char *text, struct arena *arena)
{
	struct place *at = arena_take(arena, (here->count + 1) * sizeof *at);

	for (size_t i = 0; i < here->count; i++) {
		at[i] = (struct place){ here->at + i, text, false };
		text_next(&text);
	}
	qsort(at, here->count, sizeof *at, order_of_places);
	return (struct places){ at, here->count };
}

/* Which of two begins with the lesser characters, so many looked at; 0: they begin alike. */
static int compare(const uint32_t *one, const uint32_t *other, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (one[i] != other[i])
			return one[i] < other[i] ? -1 : 1;
		else if (!one[i])
			break;
	return 0;
}

/* The first place where the outcome says the so many characters that stand at a place of another text; NULL: it does not. */
static struct place *place_of(const struct places *places, const struct letters *other, size_t at, size_t count)
{
	size_t low = 0, high = places->count;

	if (at + count > other->count)
		return NULL;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(places->at[middle].at, other->at + at, count) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < places->count && compare(places->at[low].at, other->at + at, count) == 0 ? &places->at[low] : NULL;
}

/* Where runs of `least` characters begin that stand in the reporter's text, too: by the outcome's places in the order of its text. */
static bool *shared_places(struct casework *work, const struct letters *here, const struct places *places, const struct letters *own, size_t least)
{
	bool *shared = arena_take(work->arena, here->count + 1);

	memset(shared, 0, here->count + 1);
	for (size_t i = 0; i < own->count; i++) {
		struct place *place = place_of(places, own, i, least);

		if (place)
			place->shared = true;
	}
	/* The same may stand in the outcome more than once: then side by side, and only the first was found. */
	for (size_t i = 0; i < places->count; i++) {
		struct place *place = &places->at[i];

		place->shared = place->shared || (i && place[-1].shared && compare(place[-1].at, place->at, least) == 0);
		shared[place->at - here->at] = place->shared;
	}
	return shared;
}

static bool is_digit(uint32_t character)
{
	return (character >= '0' && character <= '9') || (character >= 0xFF10 && character <= 0xFF19);
}

static bool is_dash(uint32_t character)
{
	return character == '-' || (character >= 0x2010 && character <= 0x2015) || character == 0x2212 || character == 0xFF0D;
}

static bool is_dot(uint32_t character)
{
	return character == '.' || character == 0xFF0E || character == 0xB7;
}

static bool is_space(uint32_t character)
{
	return character == ' ' || character == '\t' || character == 0xA0 || (character >= 0x2000 && character <= 0x200B) || character == 0x3000;
}

/* What people put between the digits of a number. */
static bool is_between(uint32_t character)
{
	return is_dash(character) || is_dot(character) || is_space(character) || character == '/' || character == '(' || character == ')' ||
	       character == 0xFF08 || character == 0xFF09;
}

static size_t digits_at(const struct letters *here, size_t at)
{
	size_t count = 0;

	while (at + count < here->count && is_digit(here->at[at + count]))
		count++;
	return count;
}

/* The value of up to four digits, full-width ones too. */
static unsigned value_at(const struct letters *here, size_t at, size_t digits)
{
	unsigned value = 0;

	for (size_t i = at; i < at + digits; i++)
		value = value * 10 + (here->at[i] >= 0xFF10 ? here->at[i] - 0xFF10 : here->at[i] - '0');
	return value;
}

/* The digits of a month or day behind a dash, a dot or a stroke at a place: 1 or 2; 0 none stands there. */
static size_t day_part_at(const struct letters *here, size_t at, unsigned most)
{
	size_t digits;

	if (at >= here->count || !(is_dash(here->at[at]) || is_dot(here->at[at]) || here->at[at] == '/'))
		return 0;
	digits = digits_at(here, at + 1);
	return (digits == 1 || digits == 2) && value_at(here, at + 1, digits) >= 1 && value_at(here, at + 1, digits) <= most ? digits : 0;
}

/* The characters of a day that begins at a place, 0 none: 2026-11-25. */
static size_t day_at(const struct letters *here, size_t at)
{
	size_t month, day;

	if (digits_at(here, at) != 4 || value_at(here, at, 4) < 1900 || value_at(here, at, 4) > 2099)
		return 0;
	month = day_part_at(here, at + 4, 12);
	day = month ? day_part_at(here, at + 5 + month, 31) : 0;
	return day ? 6 + month + day : 0;
}

/* The characters of an amount of money that begins at a place, 0 none: 20000.00 before 元 or 万. */
static size_t amount_at(const struct letters *here, size_t at)
{
	size_t whole = digits_at(here, at), end = at + whole, parts;

	if (whole > MOST_AMOUNT)
		return 0;
	if (end < here->count && is_dot(here->at[end]) && (parts = digits_at(here, end + 1)) >= 1 && parts <= 2)
		end += 1 + parts;
	while (end < here->count && is_space(here->at[end]))
		end++;
	return end < here->count && (here->at[end] == 0x5143 || here->at[end] == 0x4E07) ? end - at : 0;
}

/* No number of somebody, although it has digits enough. */
static size_t harmless_at(const struct letters *here, size_t at)
{
	size_t day = day_at(here, at);

	return day ? day : amount_at(here, at);
}

static void add_number(struct casework *work, const char *text, size_t characters, size_t digits, bool ends_with_x, struct outcome_marks *marks)
{
	if (digits == 18 || digits == 15 || (digits == 17 && ends_with_x))
		add(work, marks, MARK_IDENTITY, text, characters);
	else if (digits >= LEAST_TELEPHONE)
		add(work, marks, MARK_TELEPHONE, text, characters);
}

/* The last digit of the digits that belong together from a place on, and how many they are. A day or an amount ends them. */
static size_t run_at(const struct letters *here, size_t at, size_t *digits)
{
	size_t last = at;

	*digits = 0;
	for (size_t end = at; end < here->count && (is_digit(here->at[end]) || is_between(here->at[end])); end++) {
		if (!is_digit(here->at[end]))
			continue;
		if (!is_digit(here->at[end - (end > at)]) && harmless_at(here, end))
			break;
		(*digits)++;
		last = end;
	}
	return last;
}

static void find_numbers(struct casework *work, const char *text, struct outcome_marks *marks)
{
	struct letters here = letters_of(text, work->arena);

	for (size_t i = 0; i < here.count; i++) {
		size_t digits, last, harmless;
		bool x;

		if (!is_digit(here.at[i]))
			continue;
		harmless = harmless_at(&here, i);
		if (harmless) {
			i += harmless - 1;
			continue;
		}
		last = run_at(&here, i, &digits);
		x = last + 1 < here.count && (here.at[last + 1] == 'X' || here.at[last + 1] == 'x');
		last += digits == 17 && x;
		add_number(work, text + bytes_of(text, i), last + 1 - i, digits, x, marks);
		i = last;
	}
}

/* A word by which names are found. */
struct name_word {
	struct letters is;
	const char *part;
};

struct name_words {
	struct name_word *at; /* in the order of their first characters */
	size_t count;
};

static int order_of_words(const void *one, const void *other)
{
	uint32_t a = *((const struct name_word *)one)->is.at, b = *((const struct name_word *)other)->is.at;

	return a < b ? -1 : a > b;
}

static bool read_words(struct casework *work, struct name_words *words)
{
	struct rows rows;

	if (!casework_rows(work, &Q_name_word_list, NULL, NULL, &rows))
		return false;
	*words = (struct name_words){ arena_take(work->arena, (rows.count + 1) * sizeof *words->at), rows.count };
	for (size_t i = 0; i < rows.count; i++)
		words->at[i] = (struct name_word){ letters_of(values_text(&rows.at[i], "word"), work->arena), values_text(&rows.at[i], "part") };
	qsort(words->at, words->count, sizeof *words->at, order_of_words);
	return true;
}

/* The first word that begins with a character or a greater one. */
static size_t first_word(const struct name_words *words, uint32_t character)
{
	size_t low = 0, high = words->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (*words->at[middle].is.at < character)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* How many characters the longest word of a part has that stands at a place, 0 none. */
static size_t word_at(const struct letters *own, size_t at, const struct name_words *words, const char *part)
{
	size_t longest = 0;

	for (size_t i = first_word(words, own->at[at]); i < words->count && *words->at[i].is.at == own->at[at]; i++) {
		const struct name_word *word = &words->at[i];

		if (word->is.count > longest && strcmp(word->part, part) == 0 && compare(word->is.at, own->at + at, word->is.count) == 0)
			longest = word->is.count;
	}
	return longest;
}

/* What names are looked for in: what the reporter wrote, and the outcome that may say the same. */
struct names {
	struct casework *work;
	struct letters own;
	struct places places;
	struct name_words words;
	struct outcome_marks *marks;
};

static bool mark_if_said(struct names *names, size_t at, size_t count)
{
	const struct place *place = place_of(&names->places, &names->own, at, count);

	if (place)
		add(names->work, names->marks, MARK_NAME, place->text, count);
	return place;
}

/* Mark a candidate that the outcome says, too, the longer first: 张小宝 before 张小. */
static bool mark_name(struct names *names, size_t at, size_t most, size_t least)
{
	for (size_t count = most; count >= least; count--)
		if (mark_if_said(names, at, count))
			return true;
	return false;
}

/* A doubled character is how small children are called: 明明. */
static bool is_doubled(const struct letters *own, size_t at)
{
	return own->at[at] == own->at[at + 1];
}

/* Mark the name that begins at a place of the letter; where the next may begin. */
static size_t name_at(struct names *names, size_t at, bool after_cue)
{
	const struct letters *own = &names->own;
	size_t surname = word_at(own, at, &names->words, "SURNAME"), title = surname ? word_at(own, at + surname, &names->words, "AFTER") : 0;
	size_t given = at + surname + (at + surname < own->count);

	/* 王老师: a family name and what people are called after it. */
	if (title)
		mark_if_said(names, at, surname + title);
	else if (surname && mark_name(names, at, surname + GIVEN_CHARACTERS, after_cue || word_at(own, given, &names->words, "AFTER") ? 2 : 3))
		return given;
	else if (!surname && after_cue && is_doubled(own, at))
		mark_name(names, at, 2, 2);
	return at + 1;
}

/* Names in the letter: a family name with two characters; with one, where a word before or after says that it is a name; a pet name after one. */
static void find_names(struct names *names)
{
	size_t since_cue = 0; /* where a name begins that a word before it tells, 0 nowhere */

	for (size_t at = 0; at < names->own.count;) {
		size_t cue = word_at(&names->own, at, &names->words, "BEFORE");
		bool after_cue = since_cue && at == since_cue;

		if (cue)
			since_cue = at + cue;
		at = name_at(names, at, after_cue);
	}
}

/* Runs of `least` characters or more that stand in the reporter's text, too; those that overlap are one. */
static void find_own_words(struct casework *work, const char *text, const struct letters *here, struct names *names, size_t least)
{
	const bool *shared = shared_places(work, here, &names->places, &names->own, least);

	for (size_t i = 0; i < here->count;) {
		size_t end = shared[i] ? i + least : i;

		for (size_t j = i; j < end; j++)
			end = shared[j] ? j + least : end;
		if (end > i)
			add(work, names->marks, MARK_OWN_WORDS, text + bytes_of(text, i), end - i);
		i = end > i ? end : i + 1;
	}
}

/* Words of the draft itself by which one may see who reported, whatever the letter says; not where a longer word holds one. */
static void find_telling(const char *text, const struct letters *here, struct names *names)
{
	for (size_t at = 0; at < here->count;) {
		size_t harmless = word_at(here, at, &names->words, "HARMLESS"), telling = word_at(here, at, &names->words, "TELLS");

		if (!harmless && telling)
			add(names->work, names->marks, MARK_TELLS, text + bytes_of(text, at), telling);
		at += harmless ? harmless : telling ? telling : 1;
	}
}

static const char *joined(const struct rows *texts, struct arena *arena)
{
	size_t size = 1;
	char *all, *to;

	for (size_t i = 0; i < texts->count; i++)
		size += strlen(values_text(&texts->at[i], "text")) + 1;
	all = to = arena_take(arena, size);
	for (size_t i = 0; i < texts->count; i++) {
		const char *text = values_text(&texts->at[i], "text");
		size_t length = strlen(text);

		memcpy(to, text, length);
		to += length;
		*to++ = '\n';
	}
	*to = '\0';
	return all;
}

static bool take_settled(struct casework *work, const char *code, struct outcome_marks *marks)
{
	struct rows rows;

	if (!casework_rows(work, &Q_outcome_mark_list, "code", code, &rows))
		return false;
	marks->unsettled = 0;
	for (size_t i = 0; i < marks->count; i++) {
		const char *mark = rows.count ? digest(work, values_text(&rows.at[0], "salt"), code, marks->at[i].id) : "";

		for (size_t j = 0; j < rows.count; j++)
			if (strcmp(values_text(&rows.at[j], "mark"), mark) == 0) {
				marks->at[i].reason = values_text(&rows.at[j], "reason");
				marks->at[i].who_name = values_text(&rows.at[j], "who_name");
			}
		marks->unsettled += !*marks->at[i].reason;
	}
	return true;
}

enum case_answer outcome_marks_find(struct casework *work, const struct values *one, const char *text, struct outcome_marks *marks)
{
	struct letters here = letters_of(text, work->arena);
	struct names names = { .work = work, .places = places_of(&here, text, work->arena), .marks = marks };
	struct rows texts;
	double least;

	if (!case_rule(work, "outcome.shared_characters", &least))
		least = 12;
	if (!casework_rows(work, &Q_outcome_reporter_words, "case_number", values_text(one, "case_number"), &texts) ||
	    !read_words(work, &names.words))
		return CASE_FAILED;
	names.own = letters_of(joined(&texts, work->arena), work->arena);
	find_numbers(work, text, marks);
	find_names(&names);
	find_telling(text, &here, &names);
	find_own_words(work, text, &here, &names, (size_t)least);
	return take_settled(work, values_text(one, "code"), marks) ? CASE_DONE : CASE_FAILED;
}

/* The salt of an outcome's marks, random; NULL: work->problem. It is kept with them alone, so that nothing can be tried once they are erased. */
static const char *salt_of(struct casework *work, const char *code)
{
	unsigned char random[SALT_BYTES];
	struct rows rows;

	if (!casework_rows(work, &Q_outcome_mark_list, "code", code, &rows))
		return NULL;
	if (rows.count)
		return values_text(&rows.at[0], "salt");
	randombytes_buf(random, sizeof random);
	return sodium_bin2hex(arena_take(work->arena, 2 * SALT_BYTES + 1), 2 * SALT_BYTES + 1, random, sizeof random);
}

enum case_answer outcome_marks_settle(struct casework *work, const char *code, const char *who, const char *ids, const char *reason)
{
	char *rest = NULL, *list = arena_copy(work->arena, ids);
	const char *salt;

	if (!*ids)
		return CASE_DONE;
	if (!*reason)
		return CASE_UNSAID;
	salt = salt_of(work, code);
	if (!salt)
		return CASE_FAILED;
	for (const char *id = strtok_r(list, " ", &rest); id; id = strtok_r(NULL, " ", &rest)) {
		struct values *row = values_new(work->arena);

		values_put_text(row, "code", code);
		values_put_text(row, "salt", salt);
		values_put_text(row, "mark", digest(work, salt, code, id));
		values_put_text(row, "reason", reason);
		values_put_text(row, "who", who);
		values_put_integer(row, "at", work->now);
		if (!casework_do(work, &Q_outcome_mark_put, row))
			return CASE_FAILED;
	}
	return CASE_DONE;
}

enum case_answer outcome_may_leave(struct casework *work, const struct values *one)
{
	const char *const texts[] = { values_text(one, "summary"), values_text(one, "answer"), NULL };
	struct outcome_marks marks = { 0 };
	enum case_answer answer = casework_filled(work, values_text(one, "summary"));

	for (const char *const *text = texts; answer == CASE_DONE && *text; text++) {
		answer = outcome_reveals(work, values_text(one, "case_number"), *text);
		if (answer == CASE_DONE)
			answer = outcome_marks_find(work, one, *text, &marks);
	}
	if (answer == CASE_DONE && marks.too_many)
		return casework_refuse(work, CASE_UNFIT, "marks_too_many");
	return answer == CASE_DONE && marks.unsettled ? casework_refuse(work, CASE_UNFIT, "marks_unsettled") : answer;
}
