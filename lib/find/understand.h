/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a phrase of a search asks for: a place, an age, a fee, a beginning, and fields such as "all day" or "with a free place". All
 * words are data: the lexicon says which words stand for what, the names are the places'. Typed text is never an error: what is not
 * understood is given back as words to search by. Nothing here knows childcare, and no language but how numbers are written with digits and
 * scales.
 */
#ifndef SHANYU_UNDERSTAND_H
#define SHANYU_UNDERSTAND_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "name_index.h"
#include "lib/base/values.h"

#define UNDERSTOOD_MOST_CHARACTERS 120 /* of a phrase looked at; the rest is given back as words */
#define UNDERSTOOD_FIELDS 12
#define UNDERSTOOD_PLACES 16

struct understanding;

/* What the place under a number is called, for who asks: see understand_add_name. */
struct understood_field {
	const char *name, *value;       /* of the lexicon's "name=value" */
	bool excluded;                  /* said with a "not" */
	const char *said;               /* as it stands in the phrase */
};

struct understood {
	struct understood_field fields[UNDERSTOOD_FIELDS];
	size_t field_count;
	int age_months;                 /* completed months; -1 = not said */
	int start_month;                /* year * 12 + month - 1 of the wished beginning; -1 = not said */
	int fee_max;                    /* in the lexicon's unit of money; -1 = not said */
	int within_minutes, within_metres;      /* how far away at most; -1 = not said */
	int until_minute;               /* of the day, until which it is to be open; -1 = not said */
	int32_t places[UNDERSTOOD_PLACES];      /* numbers of the places of the name that was said; several bear the same */
	size_t place_count;
	int32_t around[UNDERSTOOD_PLACES];      /* other places named beside it: they tell which of several is meant */
	size_t around_count;
	int house;                      /* number of the house on the road, -1 = none */
	bool any;                       /* whether anything was understood that says something */
	const char *words;              /* what was not understood, "" when all was */
	const char *corrected_from;     /* what was taken for the name of a place, NULL = nothing was */
	int32_t corrected_to;           /* that place */
	bool here;                      /* the whole of where this search reaches was named */
	const char *outside;            /* a place that is known to lie where this search does not reach, NULL = none was named */
};

/* Of a phrase that says nothing. */
extern const struct understood understood_nothing;

struct understanding *understanding_new(struct arena *arena);

/*
 * A word of the lexicon and what it does. False: no such role, or its value is none. The roles:
 *  filler          says nothing
 *  field           value "name=value": asks for it
 *  not, not_after  what is asked for behind it, or before it, is not wanted
 *  and             goes on with what is not wanted
 *  either          behind several values of a field: each will do; value 1: behind one too ("private would do too")
 *  whether         before fields: they do not matter ("whether public or private")
 *  here            the whole of where this search reaches, by name
 *  digit, scale    value a number: words of numbers
 *  half            half of what stands beside it
 *  years, months   units of an age, years with a value so many months more; days are passed over
 *  age             value so many months: a word that is an age
 *  short_of        before or behind an age or a sum: not yet that much
 *  less            between an age and some months that lack to it
 *  born            behind a day of birth; value 1: says by itself that it is one
 *  calendar_year, calendar_month, calendar_day
 *  year_ahead, month_ahead         value how many: a year or month counted from this one, -1 the last
 *  twelfth_year    value a year: born in it, or twelve, twenty-four ... years before or after
 *  nominal         before years: by the years of the calendar, the first of which is the one of birth
 *  day_ahead       value how many days from today
 *  season          value a month of the year: a beginning in it; also unanswered: only with a year, or with after or start beside it
 *  turns           between a time to come and an age: so old then
 *  span            before months: so long, and no age; value 1: from now, a beginning; value 2: before a time, which is then none to ask by
 *  after           before or behind a time
 *  start           behind a beginning
 *  money           unit of a sum; most_before, most_after: a bound of it (value: it is for so many months); free: nothing is to be paid
 *  period          before or behind a sum: it is for an hour or a day, and bounds no fee of a month; value "name=value": what that asks for
 *  about           behind a sum or an age: about so much
 *  minutes         unit of a way on foot, value so many of them; way: value so many minutes: a word that is a way; distance: value so many metres;
 *                  vehicle: before them, then it is no way on foot
 *  part_of_day     before a time; value the hour it begins at. from_clock, to_clock: behind it, then care begins, ends. long_day: value "name=value": a word that is
 *                  a day of many hours, and what is asked by from seven hours on
 *  until           open until; value the time when none is said; clock: unit of a time of the day
 *  house, lane     behind a number on a road; house_before: before it
 *  line            behind a number that says nothing: of a railway line, of an exit, of people
 *  ordinal         before a number in a name; numbered: behind it, what there are several of under one name
 *  range           stands between two numbers
 *  latin           value what a reading writes for it: road is lu
 *  direction       the same, and stands anywhere in a name: west, North
 *  outside         a place that this search does not reach
 *  unanswered      a wish that nothing is known of: one of the words that stay
 *  months_before   before a number: it is an age in months
 *  sight           what a place is of which only streets and stations are known: a park, a hospital. Behind a name ("Lanxi park") the place of that
 *                  name is taken for it, and said to be; behind anything else it is a place that is not known
 *  near            value the name of a place: a word for what lies there
 */
bool understanding_add_word(struct understanding *understanding, const char *folded, const char *role, const char *value);

/*
 * A place under all it is called: its name, and what the affixes of its kind make of it (rows kind, way, affix; way strip: also without the
 * affix, strip_long: the same when three characters stay, and with two when the phrase is not understood otherwise, inside: also without it before a number in the middle, add: also with it). A number in a
 * name is also known in digits; the numerals of the lexicon must have been added before. pinyin: the name's syllables with blanks between, from which
 * readings and initials are made; "" = none. Of several places in a phrase the one of the highest rank is meant, the others tell where it is.
 */
void understanding_add_place(struct understanding *understanding, const struct rows *affixes, const char *kind, const char *folded, const char *pinyin,
			     int32_t place, int rank);

/* How a character is read: letters without tone, "" when unknown. NULL = nothing is found by sound. */
typedef const char *understanding_reading(void *context, uint32_t character);

/* Whether words are found as they are: then they are not corrected. NULL = they are not. */
typedef bool understanding_finds(void *context, const char *words);

struct understanding_sources {
	understanding_reading *reading;
	understanding_finds *finds;
	void *context;
};

/* How a text is read: its syllables joined, into `letters` of that size; false when a character has no reading or there is no room. */
bool understanding_sound(const struct understanding_sources *sources, const char *text, char *letters, size_t size);

/* Nothing can be added any more. With a reading, words of the lexicon are also known by how they sound. */
void understanding_seal(struct understanding *understanding, const struct understanding_sources *sources);

/* Whether a text is a word of the lexicon. */
bool understanding_knows(const struct understanding *understanding, const char *folded);

/* Places whose names hold the text, those of the highest rank first, each once; how many, at most `most`. */
size_t understanding_holding(const struct understanding *understanding, const char *folded, int32_t *places, size_t most);

/* Understand a folded phrase (words_fold), on a day given as year, month and day. Everything in *understood is held in the arena. */
void understand(const struct understanding *understanding, const struct understanding_sources *sources, const char *folded, const int today[3],
		struct arena *arena, struct understood *understood);

#endif
