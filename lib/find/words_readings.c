/* SPDX-License-Identifier: Apache-2.0 */
/* How characters are read: by ICU twice, as words and as names, and by the phrases that know better. */
#include <string.h>

#include <unicode/utf16.h>

#include "words_parts.h"

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
	struct characters characters = characters_fold(words, han, WORDS_PHRASE_MOST + 1);
	struct phrase new = { .count = characters.count }, **place, *phrase;

	if (!new.count || new.count > WORDS_PHRASE_MOST || sort_of_character(characters.at[0]) != HAN ||
	    characters_run_end(characters, 0) != new.count || !read_syllables(pinyin, new.readings, new.count)) {
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
void characters_read(struct words *words, const uint32_t *characters, size_t count, struct reading *plain,
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
