/* SPDX-License-Identifier: Apache-2.0 */
/* Words for searching Chinese names by characters, by pinyin and by initials. */
#include "words.h"

#include <stdint.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utrans.h>

#include "text.h"

#define KEPT_CAP ((size_t)64 << 20)
#define SCRATCH_CAP ((size_t)64 << 20)

#define PAGE_BITS 8
#define PAGE_SIZE (1u << PAGE_BITS)
#define LAST_HAN 0x323AFu
#define PAGES ((LAST_HAN >> PAGE_BITS) + 1)

/*
 * Bytes of index for one character: a bigram, the last character, two spellings with initials, a number; each
 * with a blank.
 */
#define INDEX_BYTES (9 + 5 + 4 * (WORDS_SPELLING_MOST + 1) + 4)
/* Bytes of query for one character typed, generously: quotes, two spellings, parentheses and operators. */
#define QUERY_BYTES 64

#define NO_READING 0xFF

/* A syllable without tone. length 0 = not looked up yet. */
struct reading {
	char letters[7];
	uint8_t length;
};

struct phrase {
	struct phrase *next;            /* of those with the same first character, longer before shorter */
	size_t count;
	uint32_t characters[WORDS_PHRASE_MOST];
	struct reading readings[WORDS_PHRASE_MOST];
};

/* ICU reads some characters right as words (plain), others right as names of people and places. */
struct character {
	struct reading plain;
	struct reading names;
	struct phrase *phrases;
};

struct words {
	struct arena *arena;            /* readings and phrases: kept */
	struct arena *scratch;          /* swept after each call */
	const UNormalizer2 *normalizer;
	UTransliterator *plain;
	UTransliterator *names;
	struct character *pages[PAGES];
};

/* Folded text. */
struct characters {
	uint32_t *at;
	size_t count;
};

/* Bytes being written into room taken beforehand. */
struct output {
	char *bytes;
	size_t size;
};

struct words *words_open(void)
{
	struct arena *arena = arena_new(KEPT_CAP);
	struct words *words = arena_take(arena, sizeof *words);
	UErrorCode error = U_ZERO_ERROR;

	words->arena = arena;
	words->scratch = arena_new(SCRATCH_CAP);
	words->normalizer = unorm2_getNFKCCasefoldInstance(&error);
	words->plain =
		utrans_openU(u"Han-Latin; Latin-ASCII; Lower", -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
	words->names = utrans_openU(
		u"Han-Latin/Names; Latin-ASCII; Lower", -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
	if (U_SUCCESS(error))
		return words;
	words_close(words);
	return NULL;
}

void words_close(struct words *words)
{
	if (!words)
		return;
	utrans_close(words->plain);
	utrans_close(words->names);
	arena_free(words->scratch);
	arena_free(words->arena);
}

static void put(struct output *output, const char *bytes, size_t size)
{
	memcpy(output->bytes + output->size, bytes, size);
	output->size += size;
}

static void put_text(struct output *output, const char *text)
{
	put(output, text, strlen(text));
}

static void put_blank(struct output *output)
{
	output->bytes[output->size++] = ' ';
}

static void put_character(struct output *output, uint32_t character)
{
	char *to = output->bytes + output->size;

	if (character < 0x80) {
		to[0] = (char)character;
		output->size += 1;
	} else if (character < 0x800) {
		to[0] = (char)(0xC0 | character >> 6);
		to[1] = (char)(0x80 | (character & 0x3F));
		output->size += 2;
	} else if (character < 0x10000) {
		to[0] = (char)(0xE0 | character >> 12);
		to[1] = (char)(0x80 | (character >> 6 & 0x3F));
		to[2] = (char)(0x80 | (character & 0x3F));
		output->size += 3;
	} else {
		to[0] = (char)(0xF0 | character >> 18);
		to[1] = (char)(0x80 | (character >> 12 & 0x3F));
		to[2] = (char)(0x80 | (character >> 6 & 0x3F));
		to[3] = (char)(0x80 | (character & 0x3F));
		output->size += 4;
	}
}

static struct output output_new(struct words *words, size_t room)
{
	return (struct output){ arena_take(words->scratch, room), 0 };
}

/* Hand the text over without its last blank, and let go of everything that was taken for it. */
static char *finish(struct words *words, struct arena *arena, const struct output *output)
{
	size_t size = output->size;
	char *text;

	if (size && output->bytes[size - 1] == ' ')
		size--;
	text = arena_text(arena, output->bytes, size);
	arena_sweep(words->scratch);
	return text;
}

/* Folding. */

/*
 * The characters that nearly all names are made of fold by themselves, whatever stands beside them: ASCII,
 * its full-width counterparts, the unified ideographs, and common punctuation. 0 = ask ICU about the whole
 * text.
 */
static uint32_t fold_plain(uint32_t character)
{
	if (character >= 0x4E00 && character <= 0x9FFF)
		return character;
	if (character == 0x3000)
		return ' ';
	if (character >= 0xFF01 && character <= 0xFF5E)
		character -= 0xFEE0;
	if (character >= 'A' && character <= 'Z')
		return character + ('a' - 'A');
	if (character < 0x80 || character == 0xB7 || (character >= 0x3001 && character <= 0x3003) ||
	    (character >= 0x3008 && character <= 0x3011) || (character >= 0x2018 && character <= 0x201D))
		return character;
	return 0;
}

static struct characters fold_with_icu(struct words *words, const char *text, size_t size)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t length = 0, room;
	UChar *wide = arena_take(words->scratch, (size + 1) * sizeof *wide), *folded;
	struct characters characters = { NULL, 0 };

	u_strFromUTF8(wide, (int32_t)size + 1, &length, text, (int32_t)size, &error);
	room = unorm2_normalize(words->normalizer, wide, length, NULL, 0, &error);
	if (error != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(error))
		return characters;
	error = U_ZERO_ERROR;
	folded = arena_take(words->scratch, ((size_t)room + 1) * sizeof *folded);
	characters.at = arena_take(words->scratch, ((size_t)room + 1) * sizeof *characters.at);
	length = unorm2_normalize(words->normalizer, wide, length, folded, room + 1, &error);
	if (U_FAILURE(error))
		return characters;
	for (int32_t i = 0; i < length;) {
		uint32_t character;

		U16_NEXT(folded, i, length, character);
		characters.at[characters.count++] = character;
	}
	return characters;
}

/* At most so many characters of a text, folded. None if it is malformed. */
static struct characters fold(struct words *words, const char *text, size_t most)
{
	struct characters characters = { NULL, 0 };
	size_t size = strlen(text);
	const char *at = text;

	/*
	 * No character is longer than 4 bytes; a character cut in two leaves the text well formed up to it.
	 */
	if (!text_is_utf8(text, size))
		return characters;
	if (size > most * 4)
		for (size = most * 4; ((unsigned char)text[size] & 0xC0) == 0x80;)
			size--;
	characters.at = arena_take(words->scratch, size * sizeof *characters.at + 1);
	while (at < text + size) {
		uint32_t folded = fold_plain(text_next(&at));

		if (!folded) {
			characters = fold_with_icu(words, text, size);
			break;
		}
		characters.at[characters.count++] = folded;
	}
	if (characters.count > most)
		characters.count = most;
	return characters;
}

char *words_fold(struct words *words, struct arena *arena, const char *text)
{
	struct characters characters;
	struct output output;
	char *folded;

	if (!text_is_utf8(text, strlen(text)))
		return NULL;
	characters = fold(words, text, WORDS_INDEXED_MOST);
	output = output_new(words, characters.count * 4 + 1);
	for (size_t i = 0; i < characters.count; i++)
		put_character(&output, characters.at[i]);
	folded = arena_text(arena, output.bytes, output.size);
	arena_sweep(words->scratch);
	return folded;
}

/* What a character is to a search. */
enum sort_of { BETWEEN, HAN, WORD };

static enum sort_of sort_of(uint32_t character)
{
	if (character < 0x80)
		return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
			? WORD
			: BETWEEN;
	if (character >= 0x4E00 && character <= 0x9FFF)
		return HAN;
	if ((character >= 0x3400 && character <= 0x4DBF) || (character >= 0x20000 && character <= LAST_HAN) ||
	    character == 0x3005 || character == 0x3007 || (character >= 0xF900 && character <= 0xFAFF))
		return HAN;
	return u_isalnum((UChar32)character) || (U_MASK(u_charType((UChar32)character)) & U_GC_M_MASK)
		? WORD
		: BETWEEN;
}

/* The end of the run of one sort that starts at from. */
static size_t run_end(struct characters characters, size_t from)
{
	enum sort_of sort = sort_of(characters.at[from]);
	size_t to = from + 1;

	while (to < characters.count && sort_of(characters.at[to]) == sort)
		to++;
	return to;
}

/* Readings. */

static struct reading look_up(const UTransliterator *transliterator, uint32_t character)
{
	struct reading reading = { "", NO_READING };
	UErrorCode error = U_ZERO_ERROR;
	UChar wide[32];
	int32_t length = 0, limit;

	U16_APPEND_UNSAFE(wide, length, character);
	limit = length;
	utrans_transUChars(transliterator, wide, &length, 32, 0, &limit, &error);
	if (U_FAILURE(error) || length < 1 || (size_t)length > sizeof reading.letters)
		return reading;
	for (int32_t i = 0; i < length; i++) {
		if (wide[i] < 'a' || wide[i] > 'z')
			return reading;
		reading.letters[i] = (char)wide[i];
	}
	reading.length = (uint8_t)length;
	return reading;
}

/* The page entry of a Han character, its readings looked up the first time. */
static struct character *character_of(struct words *words, uint32_t character)
{
	struct character **page = &words->pages[character >> PAGE_BITS], *entry;

	if (!*page)
		*page = arena_take(words->arena, PAGE_SIZE * sizeof **page);
	entry = &(*page)[character & (PAGE_SIZE - 1)];
	if (!entry->plain.length) {
		entry->plain = look_up(words->plain, character);
		entry->names = look_up(words->names, character);
	}
	return entry;
}

static bool read_syllables(const char *pinyin, struct reading *readings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct reading *reading = &readings[i];

		pinyin += strspn(pinyin, " ");
		*reading = (struct reading){ "", 0 };
		while (*pinyin && *pinyin != ' ') {
			bool dotted = !strncmp(pinyin, "\xC3\xBC", 2);

			if (reading->length == sizeof reading->letters ||
				(!dotted && (*pinyin < 'a' || *pinyin > 'z')))
				return false;
			reading->letters[reading->length++] = dotted || *pinyin == 'v' ? 'u' : *pinyin;
			pinyin += dotted ? 2 : 1;
		}
		if (!reading->length)
			return false;
	}
	return !pinyin[strspn(pinyin, " ")];
}

bool words_phrase(struct words *words, const char *han, const char *pinyin)
{
	struct characters characters = fold(words, han, WORDS_PHRASE_MOST + 1);
	struct phrase new = { .count = characters.count }, **place, *phrase;

	if (!new.count || new.count > WORDS_PHRASE_MOST || sort_of(characters.at[0]) != HAN ||
	    run_end(characters, 0) != new.count || !read_syllables(pinyin, new.readings, new.count)) {
		arena_sweep(words->scratch);
		return false;
	}
	memcpy(new.characters, characters.at, new.count * sizeof *new.characters);
	arena_sweep(words->scratch);
	place = &character_of(words, new.characters[0])->phrases;
	while (*place && (*place)->count > new.count)
		place = &(*place)->next;
	for (phrase = *place; phrase && phrase->count == new.count; phrase = phrase->next) {
		if (!memcmp(phrase->characters, new.characters, new.count * sizeof *new.characters)) {
			memcpy(phrase->readings, new.readings, sizeof new.readings);
			return true;
		}
	}
	phrase = arena_take(words->arena, sizeof *phrase);
	*phrase = new;
	phrase->next = *place;
	*place = phrase;
	return true;
}

/* The longest of the phrases, none shorter than least, that stands at characters. */
static const struct phrase *longest_phrase(
	const struct phrase *phrases, const uint32_t *characters, size_t count, size_t least)
{
	for (; phrases && phrases->count >= least; phrases = phrases->next)
		if (phrases->count <= count &&
			!memcmp(phrases->characters, characters, phrases->count * sizeof *characters))
			return phrases;
	return NULL;
}

/*
 * Does a phrase no shorter begin inside this one? Then it is the likelier word: garden | Changshou Road, not
 * head of a garden | ...
 */
static bool gives_way(
	struct words *words, const struct phrase *phrase, const uint32_t *characters, size_t count)
{
	for (size_t i = 1; i < phrase->count; i++)
		if (longest_phrase(character_of(words, characters[i])->phrases, characters + i, count - i,
			    phrase->count))
			return true;
	return false;
}

static const struct phrase *phrase_at(
	struct words *words, const struct phrase *phrases, const uint32_t *characters, size_t count)
{
	const struct phrase *phrase = longest_phrase(phrases, characters, count, 1);

	while (phrase && gives_way(words, phrase, characters, count))
		phrase = longest_phrase(phrase->next, characters, count, 1);
	return phrase;
}

/* Both readings of a run of Han characters, phrases first. */
static void read_run(struct words *words, const uint32_t *characters, size_t count, struct reading *plain,
	struct reading *names)
{
	for (size_t i = 0; i < count;) {
		const struct character *entry = character_of(words, characters[i]);
		const struct phrase *phrase = phrase_at(words, entry->phrases, characters + i, count - i);

		if (phrase) {
			memcpy(plain + i, phrase->readings, phrase->count * sizeof *plain);
			memcpy(names + i, phrase->readings, phrase->count * sizeof *names);
			i += phrase->count;
		} else {
			plain[i] = entry->plain;
			names[i] = entry->names;
			i++;
		}
	}
}

/* The index. */

/* Each character with the next one. */
static void put_bigrams(struct output *output, const uint32_t *characters, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		put_character(output, characters[i]);
		put_character(output, characters[i + 1]);
		put_blank(output);
	}
}

/* 0 to 10 for the numerals up to ten, 11 for those above, -1 for any other character. */
static int numeral(uint32_t character)
{
	switch (character) {
	case 0x3007: case 0x96F6: return 0;
	case 0x4E00: return 1;
	case 0x4E8C: return 2;
	case 0x4E09: return 3;
	case 0x56DB: return 4;
	case 0x4E94: return 5;
	case 0x516D: return 6;
	case 0x4E03: return 7;
	case 0x516B: return 8;
	case 0x4E5D: return 9;
	case 0x5341: return 10;
	case 0x767E:
	case 0x5343:
	case 0x4E07:
	case 0x4EBF: return 11; /* hundred, thousand, ten thousand, hundred million */
	default: return -1;
	}
}

/*
 * A run of numerals as digits: tens and units ("three ten five"), or up to four digits one by one ("two zero
 * two six").
 */
static void put_number(struct output *output, const uint32_t *characters, size_t count)
{
	size_t ten = 0;

	while (ten < count && numeral(characters[ten]) < 10)
		ten++;
	if (ten == count) {
		for (size_t i = 0; i < count && count <= 4; i++)
			output->bytes[output->size++] = (char)('0' + numeral(characters[i]));
		if (count <= 4)
			put_blank(output);
		return;
	}
	if (ten > 1 || count - ten > 2 || numeral(characters[ten]) != 10 || (ten && !numeral(characters[0])))
		return;
	if (count - ten == 2 && (numeral(characters[count - 1]) > 9 || !numeral(characters[count - 1])))
		return;
	output->bytes[output->size++] = (char)('0' + (ten ? numeral(characters[0]) : 1));
	output->bytes[output->size++] = (char)('0' + (count - ten == 2 ? numeral(characters[count - 1]) : 0));
	put_blank(output);
}

static void put_numbers(struct output *output, const uint32_t *characters, size_t count)
{
	for (size_t from = 0; from < count; from++) {
		size_t to = from;

		while (to < count && numeral(characters[to]) >= 0)
			to++;
		if (to == from)
			continue;
		put_number(output, characters + from, to - from);
		from = to;
	}
}

/* The letters of some syllables, where each begins, and their first letters. */
struct spelling {
	char *letters;
	size_t *starts;                 /* one more than syllables */
	char *initials;
};

static struct spelling spell(struct words *words, const struct reading *readings, size_t count)
{
	struct spelling spelling = {
		.letters = arena_take(words->scratch, count * sizeof readings->letters + 1),
		.starts = arena_take(words->scratch, (count + 1) * sizeof *spelling.starts),
		.initials = arena_take(words->scratch, count + 1),
	};
	size_t size = 0;

	for (size_t i = 0; i < count; i++) {
		spelling.starts[i] = size;
		memcpy(spelling.letters + size, readings[i].letters, sizeof readings->letters);
		spelling.initials[i] = readings[i].letters[0];
		size += readings[i].length;
	}
	spelling.starts[count] = size;
	return spelling;
}

/*
 * A word cut at the length at which queries are cut too; not written if it is the same as the one beside it.
 */
static void put_spelled(
	struct output *output, const char *letters, size_t size, const char *beside, size_t beside_size)
{
	if (size > WORDS_SPELLING_MOST)
		size = WORDS_SPELLING_MOST;
	if (beside_size > WORDS_SPELLING_MOST)
		beside_size = WORDS_SPELLING_MOST;
	if (beside && size == beside_size && !memcmp(letters, beside, size))
		return;
	put(output, letters, size);
	put_blank(output);
}

static void put_spelling(
	struct output *output, const struct spelling *spelling, const struct spelling *beside, size_t count)
{
	for (size_t i = 0; i < count; i++)
		put_spelled(output, spelling->letters + spelling->starts[i],
			spelling->starts[count] - spelling->starts[i],
			beside ? beside->letters + beside->starts[i] : NULL,
			beside ? beside->starts[count] - beside->starts[i] : 0);
	/* The initial of the last syllable alone is a prefix of that syllable. */
	for (size_t i = 0; i + 1 < count; i++)
		put_spelled(output, spelling->initials + i, count - i, beside ? beside->initials + i : NULL,
			count - i);
}

static bool has_reading(const struct reading *plain, const struct reading *names)
{
	return plain->length != NO_READING && names->length != NO_READING;
}

static void put_readings(struct words *words, struct output *output, const uint32_t *characters, size_t count)
{
	struct reading *plain = arena_take(words->scratch, count * sizeof *plain);
	struct reading *names = arena_take(words->scratch, count * sizeof *names);

	read_run(words, characters, count, plain, names);
	for (size_t from = 0, to; from < count; from = to + 1) {
		struct spelling first, second;

		for (to = from; to < count && has_reading(&plain[to], &names[to]);)
			to++;
		if (to == from)
			continue;
		first = spell(words, plain + from, to - from);
		put_spelling(output, &first, NULL, to - from);
		if (!memcmp(plain + from, names + from, (to - from) * sizeof *plain))
			continue;
		second = spell(words, names + from, to - from);
		put_spelling(output, &second, &first, to - from);
	}
}

static void put_run(struct output *output, const uint32_t *characters, size_t count)
{
	for (size_t i = 0; i < count; i++)
		put_character(output, characters[i]);
}

static void index_text(struct words *words, struct output *output, struct characters characters)
{
	for (size_t from = 0, to; from < characters.count; from = to) {
		enum sort_of sort = sort_of(characters.at[from]);

		to = run_end(characters, from);
		if (sort == HAN) {
			put_bigrams(output, characters.at + from, to - from);
			put_character(output, characters.at[to - 1]);
			put_blank(output);
			put_numbers(output, characters.at + from, to - from);
			put_readings(words, output, characters.at + from, to - from);
		} else if (sort == WORD) {
			put_run(output, characters.at + from, to - from);
			put_blank(output);
		}
	}
}

char *words_index(struct words *words, struct arena *arena, const char *const *texts, size_t count)
{
	struct characters *folded = arena_take(words->scratch, (count + 1) * sizeof *folded);
	size_t total = 0;
	struct output output;

	for (size_t i = 0; i < count; i++) {
		folded[i] = fold(words, texts[i], WORDS_INDEXED_MOST - total);
		total += folded[i].count;
	}
	output = output_new(words, total * INDEX_BYTES + 1);
	for (size_t i = 0; i < count; i++)
		index_text(words, &output, folded[i]);
	return finish(words, arena, &output);
}

/* The query. Every word is written in quotes, and no word holds one. */

static void put_quoted(struct output *output, const char *letters, size_t size, bool prefix)
{
	put_text(output, "\"");
	put(output, letters, size);
	put_text(output, prefix ? "\"*" : "\"");
}

/* v is typed for u with two dots, after l and n. */
static bool has_typed_v(const char *letters, size_t size)
{
	for (size_t i = 1; i < size; i++)
		if (letters[i] == 'v' && (letters[i - 1] == 'l' || letters[i - 1] == 'n'))
			return true;
	return false;
}

/* A word of letters or digits: a prefix, unless it is a single character among other words. */
static void put_typed(struct output *output, const char *letters, size_t size, bool alone)
{
	char with_u[WORDS_SPELLING_MOST];
	bool prefix = size > 1 || alone;

	if (size > WORDS_SPELLING_MOST)
		for (size = WORDS_SPELLING_MOST; ((unsigned char)letters[size] & 0xC0) == 0x80;)
			size--;
	if (!has_typed_v(letters, size)) {
		put_quoted(output, letters, size, prefix);
		return;
	}
	for (size_t i = 0; i < size; i++)
		with_u[i] = letters[i] == 'v' ? 'u' : letters[i];
	put_text(output, "(");
	put_quoted(output, letters, size, prefix);
	put_text(output, " OR ");
	put_quoted(output, with_u, size, prefix);
	put_text(output, ")");
}

static void put_han(struct output *output, const uint32_t *characters, size_t count)
{
	put_text(output, "\"");
	if (count == 1)
		put_character(output, characters[0]);
	else
		put_bigrams(output, characters, count);
	put_text(output, count == 1 ? "\"*" : "\"");
}

/* What was typed, in words. */
struct typed {
	struct characters characters;
	struct typed_word {
		size_t from, to;
		enum sort_of sort;
		bool letters;           /* nothing but a to z */
	} words[WORDS_TYPED_MOST];
	size_t count;
};

static void take_words(struct typed *typed)
{
	struct characters characters = typed->characters;

	for (size_t from = 0, to; from < characters.count; from = to) {
		struct typed_word word = {
			.from = from, .sort = sort_of(characters.at[from]), .letters = true
		};

		word.to = to = run_end(characters, from);
		for (size_t i = from; i < to; i++)
			word.letters &= characters.at[i] >= 'a' && characters.at[i] <= 'z';
		if (word.sort != BETWEEN)
			typed->words[typed->count++] = word;
	}
}

static void put_word(
	struct words *words, struct output *output, const struct typed *typed, const struct typed_word *word)
{
	struct output letters;

	if (word->sort == HAN) {
		put_han(output, typed->characters.at + word->from, word->to - word->from);
		return;
	}
	letters = output_new(words, (word->to - word->from) * 4 + 1);
	put_run(&letters, typed->characters.at + word->from, word->to - word->from);
	put_typed(output, letters.bytes, letters.size, typed->count == 1);
}

/* Words of letters side by side may be syllables or initials of one name: each by itself, or all joined. */
static void put_syllables(
	struct words *words, struct output *output, const struct typed *typed, size_t from, size_t to)
{
	struct output joined = output_new(words, WORDS_TYPED_MOST + 1);

	put_text(output, "((");
	for (size_t i = from; i < to; i++) {
		put_text(output, i > from ? " AND " : "");
		put_word(words, output, typed, &typed->words[i]);
		put_run(&joined, typed->characters.at + typed->words[i].from,
			typed->words[i].to - typed->words[i].from);
	}
	put_text(output, ") OR ");
	put_typed(output, joined.bytes, joined.size, true);
	put_text(output, ")");
}

char *words_query(struct words *words, struct arena *arena, const char *text)
{
	struct typed typed = { .characters = fold(words, text, WORDS_TYPED_MOST) };
	struct output output = output_new(words, WORDS_TYPED_MOST * QUERY_BYTES);

	take_words(&typed);
	for (size_t from = 0, to; from < typed.count; from = to) {
		for (to = from; to < typed.count && typed.words[to].letters;)
			to++;
		put_text(&output, from ? " AND " : "");
		if (to > from + 1) {
			put_syllables(words, &output, &typed, from, to);
		} else {
			to = from + 1;
			put_word(words, &output, &typed, &typed.words[from]);
		}
	}
	if (typed.count)
		return finish(words, arena, &output);
	arena_sweep(words->scratch);
	return NULL;
}

/* Sorting. */

char *words_pinyin(struct words *words, struct arena *arena, const char *text)
{
	struct characters characters = fold(words, text, WORDS_INDEXED_MOST);
	struct output output = output_new(words, characters.count * (sizeof(struct reading) + 1) + 1);

	for (size_t from = 0, to; from < characters.count; from = to) {
		enum sort_of sort = sort_of(characters.at[from]);
		struct reading *plain, *names;

		to = run_end(characters, from);
		if (sort == BETWEEN)
			continue;
		if (sort == WORD) {
			put_run(&output, characters.at + from, to - from);
			put_blank(&output);
			continue;
		}
		plain = arena_take(words->scratch, (to - from) * sizeof *plain);
		names = arena_take(words->scratch, (to - from) * sizeof *names);
		read_run(words, characters.at + from, to - from, plain, names);
		for (size_t i = 0; i < to - from; i++) {
			if (plain[i].length == NO_READING)
				put_character(&output, characters.at[from + i]);
			else
				put(&output, plain[i].letters, plain[i].length);
			put_blank(&output);
		}
	}
	return finish(words, arena, &output);
}
