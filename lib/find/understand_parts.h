/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of lib/find/understand share. Private to lib/find/understand*.c; the contract is lib/find/understand.h. */
#ifndef SHANYU_UNDERSTAND_PARTS_H
#define SHANYU_UNDERSTAND_PARTS_H

#include "understand.h"

enum role {
	ROLE_NONE,
	ROLE_FILLER,
	ROLE_FIELD,
	ROLE_NOT,
	ROLE_NOT_AFTER,
	ROLE_AND,
	ROLE_EITHER,
	ROLE_WHETHER,
	ROLE_HERE,
	ROLE_DIGIT,
	ROLE_SCALE,
	ROLE_HALF,
	ROLE_YEARS,
	ROLE_MONTHS,
	ROLE_DAYS,
	ROLE_AGE,
	ROLE_SHORT_OF,
	ROLE_LESS,
	ROLE_BORN,
	ROLE_TWELFTH_YEAR,
	ROLE_NOMINAL,
	ROLE_CALENDAR_YEAR,
	ROLE_CALENDAR_MONTH,
	ROLE_CALENDAR_DAY,
	ROLE_YEAR_AHEAD,
	ROLE_MONTH_AHEAD,
	ROLE_DAY_AHEAD,
	ROLE_SEASON,
	ROLE_TURNS,
	ROLE_SPAN,
	ROLE_AFTER,
	ROLE_START,
	ROLE_MONEY,
	ROLE_MOST_BEFORE,
	ROLE_MOST_AFTER,
	ROLE_ABOUT,
	ROLE_FREE,
	ROLE_PERIOD,
	ROLE_MINUTES,
	ROLE_WAY,
	ROLE_DISTANCE,
	ROLE_VEHICLE,
	ROLE_UNTIL,
	ROLE_CLOCK,
	ROLE_PART_OF_DAY,
	ROLE_FROM_CLOCK,
	ROLE_TO_CLOCK,
	ROLE_LONG_DAY,
	ROLE_HOUSE,
	ROLE_LANE,
	ROLE_HOUSE_BEFORE,
	ROLE_LINE,
	ROLE_ORDINAL,
	ROLE_NUMBERED,
	ROLE_RANGE,
	ROLE_LATIN,
	ROLE_DIRECTION,
	ROLE_OUTSIDE,
	ROLE_UNANSWERED,
	ROLE_MONTHS_BEFORE,
	ROLE_SIGHT,
	ROLE_NEAR,
	ROLES
};

struct lexeme {
	enum role role;
	double number;          /* of digits, scales, ages, months, metres, minutes of the day; -1 when the lexicon gives none */
	struct understood_field field;
	const char *letters;    /* of ROLE_LATIN, ROLE_DIRECTION and ROLE_NEAR */
	const char *folded;
};

/* A digit or scale of one character. */
#define MOST_NUMERALS 64
#define CHARACTERS_OF_NAMES 0x10000

struct numeral {
	const char *character;
	double number;
	bool scale;
};

struct named {
	int32_t place;
	int rank;
	size_t characters;      /* of a reading: of the name that is read so; 0 = initials */
	bool whole;             /* nothing was left off */
	bool without_number;    /* of several of one name, the number that tells which was left off */
};

struct understanding {
	struct arena *arena;
	struct name_index *words, *names, *readings;    /* values: places in lexemes, named, named */
	struct name_index *shorts;      /* names of two characters, known only when the phrase is not understood otherwise: places in named */
	struct name_index *sounds;      /* readings as sound_key writes them: places in named */
	struct name_index *word_sounds; /* how words of the lexicon are read: places in lexemes */
	struct lexeme *lexemes;
	const struct lexeme *long_day;  /* what care of many hours is; NULL = the lexicon does not say */
	struct numeral numerals[MOST_NUMERALS];
	size_t numeral_count;
	unsigned char in_names[CHARACTERS_OF_NAMES / 8];        /* a bit for each character that stands in a name */
	struct named *named;
	size_t lexeme_count, lexeme_room, named_count, named_room;
	bool without_number;    /* what is being added is called so without its number */
};

#define MOST_WORDS_HERE 12      /* words of the lexicon that begin at one character */

/* Words of the lexicon at one character, looked up once. */
struct words_here {
	struct name_hit hits[MOST_WORDS_HERE];
	size_t count;
	bool known;
};

/* The phrase that is being read. */
struct reading_of {
	const struct understanding *understanding;
	const struct understanding_sources *sources;
	const int *today;
	struct arena *arena;
	const char *text, *end;
	struct words_here *words;       /* for each byte of the text */
	int *slips_left;        /* how often names with a slip may still be looked for: each time all names are looked at */
};

enum token_kind {
	TOKEN_BLANK,
	TOKEN_FILLER,
	TOKEN_AND,              /* a filler that goes on with what stands before it */
	TOKEN_EITHER,           /* a filler: of what stands before it each will do; number 1: what stands before it too, were it alone */
	TOKEN_WHETHER,          /* a filler: what stands behind it does not matter */
	TOKEN_HERE,             /* a filler: the whole of where this search reaches */
	TOKEN_FIELD,
	TOKEN_AGE,
	TOKEN_START,
	TOKEN_FEE,
	TOKEN_MINUTES,
	TOKEN_METRES,
	TOKEN_UNTIL,
	TOKEN_HOUSE,
	TOKEN_TELEPHONE,
	TOKEN_OUTSIDE,
	TOKEN_NAME,
	TOKEN_CORRECTED,
	TOKEN_UNKNOWN
};

/* A piece of the phrase and what it means; the cheapest way through the phrase wins. */
struct token {
	enum token_kind kind;
	size_t size;            /* bytes; 0 = none */
	int cost;
	int number;             /* months of age, month of beginning, fee, minutes, metres, minute of the day, house */
	struct understood_field field;
	bool known;             /* of TOKEN_UNKNOWN: it is known that nothing is known of it; of TOKEN_AGE: it may be what a fee is for */
	bool rough;             /* of TOKEN_AGE: the middle of what may be */
	struct name_hit hit;
	const struct name_index *by;    /* the index of that hit */
	struct name_hit also;           /* of TOKEN_CORRECTED: other names that may be meant, of the index of names */
};

#define MOST_TOKENS 64          /* at one character */
#define MOST_CORRECTED 10       /* characters of a name that may be corrected */

/* What can stand at one character. */
struct tokens {
	struct token at[MOST_TOKENS];
	size_t count;
};

/* A name of a place; whole: nothing was left off. */
void add_name(struct understanding *understanding, const char *folded, int32_t place, int rank, bool whole);

/* A name that is too short to be known everywhere. */
void add_short(struct understanding *understanding, const char *folded, int32_t place, int rank);

/*
 * The same name as it is read: all syllables of so many characters joined, or initials (0 characters). Found when letters are typed, and for
 * characters that sound alike.
 */
void add_reading(struct understanding *understanding, const char *letters, size_t characters, int32_t place, int rank, bool whole);

/* understand_tokens.c: everything that can stand at a character, corrections aside. */
void tokens_at(const struct reading_of *reading, const char *at, struct tokens *tokens);

/* Adds names written in letters as they are read; with slips, those that are nearly so. */
void tokens_of_letters(const struct reading_of *reading, const char *from, bool slips, struct tokens *tokens);

/* Parks, hospitals and the like that are not known, where all else leaves something unknown. */
void tokens_of_sights(const struct reading_of *reading, const char *from, struct tokens *tokens);

/*
 * Adds the names that the characters from..to sound like, or from which they differ by one slip, or that hold them. Of what is found as it is only
 * the last are looked for.
 */
void tokens_corrected(const struct reading_of *reading, const char *from, const char *to, size_t characters, bool found, struct tokens *tokens);

/* What stands behind an entry of an index of names; the highest rank of what a name stands for. */
const struct named *named_at(const struct understanding *understanding, const struct name_index *names, size_t entry);
int named_rank(const struct understanding *understanding, const struct name_index *names, const struct name_hit *hit);

/* What separates and says nothing (ASCII signs and blanks, punctuation of Chinese); a letter or digit; a digit. */
bool phrase_is_blank(const char *at);
bool phrase_is_word(char byte);
bool phrase_is_digit(char byte);

/* The words of the lexicon that the text begins with at `at`, shorter before longer. */
const struct words_here *words_at(const struct reading_of *reading, const char *at);

/* The longest word at `at` that has the role; NULL when none has. *size: its bytes. */
const struct lexeme *lexeme_at(const struct reading_of *reading, const char *at, enum role role, size_t *size);

/* Passes a word of the role, if one stands there. */
bool pass_role(const struct reading_of *reading, const char **at, enum role role);

/* A number in digits (with a decimal point), or in words of digits and scales; moves *at behind it. */
bool pass_number(const struct reading_of *reading, const char **at, double *number);

/* Blanks are passed over. */
void pass_blanks(const struct reading_of *reading, const char **at);

/* One of these signs. */
bool pass_sign(const struct reading_of *reading, const char **at, const char *signs);

/* A token of this kind from here to there, with what it counts. */
struct token pattern_token(enum token_kind kind, const char *from, const char *to, double number);
extern const struct token no_token;

/* A month to come, said as such: "next month", "in March", "in three months"; year * 12 + month - 1. */
bool pass_month_to_come(const struct reading_of *reading, const char **at, int *month);

/* A festival or season, with a year before it or without (-1); a month of the year. */
bool pass_season(const struct reading_of *reading, const char **at, int *year, int *month);

/* A year as it is written, of two digits or four. */
int full_year(const int today[3], double year);

/* Year and month, with a day or without; *day is 1 when none is said. */
bool pass_day(const struct reading_of *reading, const char **at, double *year, double *month, double *day);

/* understand_ages.c, understand_times.c, understand_amounts.c: what stands at `at`; size 0 = none does. */
struct token age_at(const struct reading_of *reading, const char *at);
struct token start_at(const struct reading_of *reading, const char *at);
struct token hours_at(const struct reading_of *reading, const char *at);
struct token until_at(const struct reading_of *reading, const char *at);
struct token fee_at(const struct reading_of *reading, const char *at);
struct token within_at(const struct reading_of *reading, const char *at);
struct token house_at(const struct reading_of *reading, const char *at);

/* The number of a railway line, which says nothing beside its station; a telephone number, written in any way. */
struct token line_at(const struct reading_of *reading, const char *at);
struct token telephone_at(const struct reading_of *reading, const char *at);

/*
 * Letters as they sound to who tells no zh from z and no ng from n: into `key`, which takes as many. Texts that sound alike have the same key.
 */
void sound_key(const char *letters, char *key);

/* The letters of characters as they are read, at most `most` and a NUL; 0 when one of them has no reading. */
size_t sound_of(const struct understanding_sources *sources, const char *from, const char *to, char *letters, size_t most);

#endif
