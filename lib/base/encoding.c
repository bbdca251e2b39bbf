/* SPDX-License-Identifier: Apache-2.0 */
/* Encodings by ICU: its converters, and the everyday characters of languages in its locale data. */
#include "encoding.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>
#include <unicode/utf16.h>

#include "text.h"

#define MOST_LOCALES 4
#define CHUNK 4096

/* What is weighed, and the languages written in it. */
static const struct candidate {
	const char *name;
	const char *locales[MOST_LOCALES];
} candidates[ENCODING_GUESSES] = {
	{ "gb18030", { "zh" } },
	{ "big5", { "zh_Hant" } },
	{ "shift_jis", { "ja" } },
	{ "euc-jp", { "ja" } },
	{ "euc-kr", { "ko" } },
	{ "windows-1252", { "fr", "es", "de", "pt" } },
};

/* What Windows writes under the name of a standard holds more than the standard; both names open the wider one. */
static const char *converter_name(const char *encoding)
{
	if (ucnv_compareNames(encoding, "latin-1") == 0 || ucnv_compareNames(encoding, "latin1") == 0 ||
	    ucnv_compareNames(encoding, "iso-8859-1") == 0)
		return "windows-1252";
	if (ucnv_compareNames(encoding, "gbk") == 0 || ucnv_compareNames(encoding, "gb2312") == 0)
		return "gb18030";
	return encoding;
}

static UConverter *open_converter(const char *encoding)
{
	UErrorCode error = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(converter_name(encoding), &error);

	if (U_FAILURE(error))
		return NULL;
	ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
	return converter;
}

bool encoding_is_known(const char *encoding)
{
	UConverter *converter = *encoding ? open_converter(encoding) : NULL;

	if (converter)
		ucnv_close(converter);
	return converter != NULL;
}

/* Calls on_characters for piece after piece; false when a byte is not of the encoding, and *read is about where. */
static bool each_piece(const char *encoding, const char *bytes, size_t size, size_t *read,
		       void (*on_characters)(const UChar *characters, int32_t count, void *with), void *with)
{
	UConverter *converter = open_converter(encoding);
	const char *at = bytes, *end = bytes + size;
	UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
	UChar piece[CHUNK] = { 0 };

	while (converter && error == U_BUFFER_OVERFLOW_ERROR) {
		UChar *to = piece;

		error = U_ZERO_ERROR;
		ucnv_toUnicode(converter, &to, piece + CHUNK, &at, end, NULL, true, &error);
		on_characters(piece, (int32_t)(to - piece), with);
	}
	*read = (size_t)(at - bytes);
	if (converter)
		ucnv_close(converter);
	return converter && U_SUCCESS(error);
}

struct text {
	char *bytes;
	size_t size;
	UChar high;             /* the first half of a character that was cut between two pieces; 0 = none */
};

static void put_character(struct text *text, UChar32 character)
{
	char *to = text->bytes + text->size;
	size_t size = 0;

	U8_APPEND_UNSAFE(to, size, (uint32_t)character);
	text->size += size;
}

static void add_text(const UChar *characters, int32_t count, void *with)
{
	struct text *text = with;

	for (int32_t i = 0; i < count; i++) {
		if (U16_IS_LEAD(characters[i]))
			text->high = characters[i];
		else if (U16_IS_TRAIL(characters[i]))
			put_character(text, U16_GET_SUPPLEMENTARY(text->high, characters[i]));
		else
			put_character(text, characters[i]);
	}
}

const char *encoding_to_utf8(const char *encoding, const char *bytes, size_t size, size_t *converted, size_t *fault, struct arena *arena)
{
	/* No encoding gives more than three bytes for each of its own. */
	struct text text = { arena_take(arena, size * 3 + 4), 0, 0 };
	size_t mark;

	if (!each_piece(encoding, bytes, size, fault, add_text, &text))
		return NULL;
	mark = text.size >= 3 && memcmp(text.bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	*converted = text.size - mark;
	return text.bytes + mark;
}

struct weight {
	USet *everyday;
	size_t all, known;
};

static void add_weight(const UChar *characters, int32_t count, void *with)
{
	struct weight *weight = with;

	for (int32_t i = 0; i < count; i++) {
		if (characters[i] < 0x80 || U16_IS_TRAIL(characters[i]))
			continue;
		weight->all++;
		weight->known += uset_contains(weight->everyday, u_tolower(characters[i]));
	}
}

/* Letters, rarer letters and punctuation of some languages. */
static USet *everyday_characters(const char *const locales[MOST_LOCALES])
{
	static const ULocaleDataExemplarSetType types[] = { ULOCDATA_ES_STANDARD, ULOCDATA_ES_AUXILIARY, ULOCDATA_ES_PUNCTUATION };
	USet *all = uset_openEmpty(), *some = uset_openEmpty();

	for (size_t i = 0; i < MOST_LOCALES && locales[i]; i++) {
		UErrorCode error = U_ZERO_ERROR;
		ULocaleData *data = ulocdata_open(locales[i], &error);

		for (size_t j = 0; U_SUCCESS(error) && j < sizeof types / sizeof *types; j++) {
			ulocdata_getExemplarSet(data, some, 0, types[j], &error);
			uset_addAll(all, some);
		}
		if (data)
			ulocdata_close(data);
	}
	uset_close(some);
	uset_freeze(all);
	return all;
}

static int likelier(const void *left, const void *right)
{
	const struct encoding_guess *a = left, *b = right;

	return (a->share < b->share) - (a->share > b->share);
}

size_t encoding_weigh(const char *bytes, size_t size, struct encoding_guess guesses[ENCODING_GUESSES])
{
	size_t count = 0, read;

	for (size_t i = 0; i < ENCODING_GUESSES; i++) {
		struct weight weight = { everyday_characters(candidates[i].locales), 0, 0 };

		if (each_piece(candidates[i].name, bytes, size, &read, add_weight, &weight) && weight.all)
			guesses[count++] = (struct encoding_guess){ candidates[i].name, (double)weight.known / (double)weight.all };
		uset_close(weight.everyday);
	}
	qsort(guesses, count, sizeof *guesses, likelier);
	return count;
}
