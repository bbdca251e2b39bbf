/* SPDX-License-Identifier: Apache-2.0 */
/* The pieces that can stand at a character of a phrase. */
#include <limits.h>
#include <string.h>

#include "lib/base/text.h"
#include "understand_parts.h"

#define FIELD_COST 3
#define FILLER_COST 2
#define EITHER_COST 1
#define NAME_COST 3
#define UNKNOWN_COST 10         /* a character, or a run of letters or digits */
#define SOUND_COST 8
#define SLIP_COST 9
#define NEGATED_COST 4
#define NEGATED_AFTER_COST 5
#define LEAST_SLIP 3            /* characters of a name that may hold a slip; of letters more */
#define LEAST_LETTERS_SLIP 5
#define LEAST_ALIKE 66          /* of 100: a name of three characters holds its slip in a half of what tells it from others */
#define LEAVES_OUT_ALIKE 88     /* nothing of what was typed is wrong */
#define MOST_NEAR 16
#define MOST_AROUND 192
#define LEAST_FRONT 3           /* letters of a name before a direction */
#define MOST_NAME_END 6         /* letters behind it */
#define SIGHT_COST 5            /* named by a known name; what is not known costs so much a character */
#define MOST_SIGHT 5            /* characters before what a sight is */
#define SHORT_SIGHT 2

static bool is_letter(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

bool phrase_is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

bool phrase_is_word(char byte)
{
	return is_letter(byte) || phrase_is_digit(byte);
}

/* What separates and says nothing: ASCII signs and blanks, the punctuation of Chinese, arrows, signs and emoji. */
bool phrase_is_blank(const char *at)
{
	uint32_t character = text_next(&at);

	return character < 0x80 ? !phrase_is_word((char)character)
				: (character >= 0x2000 && character <= 0x206F) || (character >= 0x3000 && character <= 0x3020 && character != 0x3007) ||
					  (character >= 0xFE30 && character <= 0xFE4F) || (character >= 0xFF00 && character <= 0xFFEF) || (character >= 0x2190 && character <= 0x2BFF) ||
					  (character >= 0x1F000 && character <= 0x1FAFF) || character == 0xFE0F || character == 0xB7;
}

static void add(struct tokens *tokens, struct token token)
{
	if (token.size && tokens->count < MOST_TOKENS)
		tokens->at[tokens->count++] = token;
}

/* Inside a run of letters or digits nothing begins and nothing ends: "mama" does not hold "ma". */
static bool cuts_run(const struct reading_of *reading, const char *at)
{
	return at > reading->text && at < reading->end && is_letter(at[-1]) && is_letter(*at);
}

/* What a word of the lexicon is in a phrase by itself; the others stand in patterns only. */
static struct token word_token(const struct lexeme *lexeme, size_t size)
{
	switch (lexeme->role) {
	case ROLE_FIELD:
		return (struct token){ .kind = TOKEN_FIELD, .size = size, .cost = FIELD_COST, .field = lexeme->field };
	case ROLE_FILLER:
	case ROLE_START:
		return (struct token){ .kind = TOKEN_FILLER, .size = size, .cost = FILLER_COST };
	case ROLE_EITHER:
		return (struct token){ .kind = TOKEN_EITHER, .size = size, .cost = EITHER_COST, .number = (int)lexeme->number };
	case ROLE_WHETHER:
		return (struct token){ .kind = TOKEN_WHETHER, .size = size, .cost = EITHER_COST };
	case ROLE_HERE:
		return (struct token){ .kind = TOKEN_HERE, .size = size, .cost = FILLER_COST };
	case ROLE_LONG_DAY:
		return (struct token){ .kind = TOKEN_FIELD, .size = size, .cost = FIELD_COST, .field = lexeme->field };
	case ROLE_AND:
		return (struct token){ .kind = TOKEN_AND, .size = size, .cost = FILLER_COST };
	case ROLE_UNANSWERED:
		return (struct token){ .kind = TOKEN_UNKNOWN, .size = size, .cost = FIELD_COST, .known = true };
	case ROLE_OUTSIDE:
		return (struct token){ .kind = TOKEN_OUTSIDE, .size = size, .cost = NAME_COST };
	default:
		return no_token;
	}
}

static void add_words(const struct reading_of *reading, const char *at, struct tokens *tokens)
{
	const struct understanding *understanding = reading->understanding;
	const struct words_here *here = words_at(reading, at);

	for (size_t i = 0; i < here->count; i++)
		for (size_t entry = here->hits[i].from; entry < here->hits[i].to && !cuts_run(reading, at + here->hits[i].size); entry++)
			add(tokens, word_token(&understanding->lexemes[name_index_value(understanding->words, entry)], here->hits[i].size));
}

/* The next field, behind what says nothing. */
static const struct lexeme *pass_to_field(const struct reading_of *reading, const char **at)
{
	const struct lexeme *field;
	size_t size;

	do {
		pass_blanks(reading, at);
		if ((field = lexeme_at(reading, *at, ROLE_FIELD, &size))) {
			*at += size;
			return field;
		}
	} while (pass_role(reading, at, ROLE_FILLER));
	return NULL;
}

/* "Not a kindergarten", "no kindergarten please": a field that is not wanted. */
static void add_negated(const struct reading_of *reading, const char *from, struct tokens *tokens)
{
	const char *at = from;
	const struct lexeme *field;
	struct token token = { .kind = TOKEN_FIELD, .cost = NEGATED_COST };
	size_t size;

	if (pass_role(reading, &at, ROLE_NOT)) {
		/* "Need not be" is longer than "not". */
		if (lexeme_at(reading, from, ROLE_WHETHER, &size) && from + size > at)
			return;
		field = pass_to_field(reading, &at);
	} else {
		field = lexeme_at(reading, at, ROLE_FIELD, &size);
		at += field ? size : 0;
		while (field && pass_role(reading, &at, ROLE_FILLER)) {
		}
		token.cost = NEGATED_AFTER_COST;
		if (!field || !pass_role(reading, &at, ROLE_NOT_AFTER))
			return;
	}
	if (!field)
		return;
	token.size = (size_t)(at - from);
	token.field = field->field;
	token.field.excluded = true;
	add(tokens, token);
}

/* A place that is not wanted: it is known, and nothing can be asked by it. */
static void add_negated_name(const struct reading_of *reading, const char *from, struct tokens *tokens)
{
	struct name_hit hits[NAME_MOST_CHARACTERS];
	const char *at = from;
	size_t count;

	if (!pass_role(reading, &at, ROLE_NOT))
		return;
	count = name_index_starts(reading->understanding->names, at, (size_t)(reading->end - at), hits, NAME_MOST_CHARACTERS);
	if (count)
		add(tokens, (struct token){ .kind = TOKEN_UNKNOWN, .size = (size_t)(at - from) + hits[count - 1].size, .cost = NEGATED_COST, .known = true });
}

/* "The ninth village", "9th quarter": a number and what is numbered by it. */
static bool is_numbered(const struct reading_of *reading, const char *at)
{
	double number;

	pass_role(reading, &at, ROLE_ORDINAL);
	return pass_number(reading, &at, &number) && pass_role(reading, &at, ROLE_NUMBERED);
}

/* Places that are called so without their number, and another number behind it. */
static bool has_another_number(const struct reading_of *reading, const char *behind, const struct name_index *by, const struct name_hit *hit)
{
	for (size_t entry = hit->from; entry < hit->to; entry++)
		if (!named_at(reading->understanding, by, entry)->without_number)
			return false;
	return is_numbered(reading, behind);
}

static void add_names(const struct reading_of *reading, const char *at, struct tokens *tokens)
{
	struct name_hit hits[NAME_MOST_CHARACTERS];
	size_t count =
		name_index_starts(reading->understanding->names, at, (size_t)(reading->end - at), hits, NAME_MOST_CHARACTERS);

	for (size_t i = 0; i < count; i++)
		if (!cuts_run(reading, at + hits[i].size) && !has_another_number(reading, at + hits[i].size, reading->understanding->names, &hits[i]))
			add(tokens, (struct token){ .kind = TOKEN_NAME, .size = hits[i].size, .cost = NAME_COST, .hit = hits[i],
						    .by = reading->understanding->names });
}

/* Letters of words side by side, joined as a reading writes them; what stands for a direction is kept apart. */
struct joined {
	char letters[NAME_MOST_CHARACTERS * 4];
	size_t size;
	char direction[8];
};

static bool join(struct joined *joined, const char *letters, size_t size)
{
	if (joined->size + size >= sizeof joined->letters)
		return false;
	memcpy(joined->letters + joined->size, letters, size);
	joined->size += size;
	return true;
}

/* The next word: "chang shou road" becomes changshoulu. False: there is none. */
static bool join_word(const struct reading_of *reading, const char **at, struct joined *joined)
{
	const char *from = *at, *to;
	const struct lexeme *latin, *direction;
	size_t size;

	while (from < reading->end && strchr(" '-.,()", *from))
		from++;
	for (to = from; to < reading->end && is_letter(*to);)
		to++;
	if (to == from)
		return false;
	direction = lexeme_at(reading, from, ROLE_DIRECTION, &size);
	if (direction && from + size == to && !*joined->direction) {
		*at = to;
		memcpy(joined->direction, direction->letters, strnlen(direction->letters, sizeof joined->direction - 1));
		return true;
	}
	latin = lexeme_at(reading, from, ROLE_LATIN, &size);
	*at = to;
	return latin && from + size == to ? join(joined, latin->letters, strlen(latin->letters)) : join(joined, from, (size_t)(to - from));
}

const struct named *named_at(const struct understanding *understanding, const struct name_index *names, size_t entry)
{
	return &understanding->named[name_index_value(names, entry)];
}

/* The highest rank of what a name stands for: of those that are called so in full, if any is. */
int named_rank(const struct understanding *understanding, const struct name_index *names, const struct name_hit *hit)
{
	int rank = INT_MIN;
	bool whole = false;

	for (size_t entry = hit->from; entry < hit->to; entry++) {
		const struct named *named = named_at(understanding, names, entry);

		if (rank == INT_MIN || (named->whole && !whole) || (named->whole == whole && named->rank > rank))
			rank = named->rank;
		whole = whole || named->whole;
	}
	return rank;
}

/* How much of two texts is the same at their beginnings and ends, of 100. */
static int alikeness(const char *one, const char *other)
{
	size_t one_size = strlen(one), other_size = strlen(other), least = one_size < other_size ? one_size : other_size, same = 0, begin;

	while (same < least && one[same] == other[same])
		same++;
	begin = same;
	while (same < least && one[one_size - 1 - (same - begin)] == other[other_size - 1 - (same - begin)])
		same++;
	return one_size + other_size ? (int)(same * 100 / (one_size > other_size ? one_size : other_size)) : 0;
}

/* Whether the text is what the name has, but for a character that was left out. */
static bool leaves_out(const char *text, size_t size, const char *name)
{
	size_t same = 0, longer = strlen(name);

	while (same < size && text[same] == name[same])
		same++;
	return longer > size && memcmp(text + same, name + longer - (size - same), size - same) == 0;
}

static const char *last_character(const char *text, const char *end)
{
	const char *at = end;

	while (at > text && ((unsigned char)*--at & 0xC0) == 0x80) {
	}
	return at;
}

/* How many characters of a text stand in no name: with two of them it is no slip of one. */
static size_t strange_in(const struct understanding *understanding, const char *text, size_t size)
{
	size_t count = 0;

	for (const char *at = text; at < text + size;) {
		uint32_t character = text_next(&at) % CHARACTERS_OF_NAMES;

		count += !(understanding->in_names[character / 8] & 1 << character % 8);
	}
	return count;
}

/* The number in a text, as its characters say it, at most so many of them; how many. */
static size_t number_in(const struct understanding *understanding, const char *text, size_t size, double *number)
{
	const char *at = text;
	size_t count = 0;

	while (at < text + size && count < NAME_MOST_CHARACTERS) {
		const char *character = at;

		text_next(&at);
		if (phrase_is_digit(*character))
			number[count++] = *character - '0';
		for (size_t i = 0; i < understanding->numeral_count && (unsigned char)*character & 0x80; i++)
			if (strncmp(understanding->numerals[i].character, character, (size_t)(at - character)) == 0) {
				number[count++] = understanding->numerals[i].number;
				break;
			}
	}
	return count;
}

static bool holds_numbered(const struct reading_of *reading, const char *text, size_t size)
{
	for (const char *at = text; at < text + size; text_next(&at))
		if (is_numbered(reading, at))
			return true;
	return false;
}

/* The fifth village is not the sixth, written with a slip. */
static bool numbers_differ(const struct reading_of *reading, const char *text, size_t size, const char *name)
{
	const struct understanding *understanding = reading->understanding;
	double one[NAME_MOST_CHARACTERS], other[NAME_MOST_CHARACTERS];
	size_t count = number_in(understanding, text, size, one), others = number_in(understanding, name, strlen(name), other);

	if (count && !others)
		return holds_numbered(reading, text, size);
	if (count != others)
		return true;
	for (size_t i = 0; i < count; i++)
		if (one[i] != other[i])
			return true;
	return false;
}

/* Whether the name stands there as it is, with a character before or behind it. */
static bool holds_name(const char *text, size_t size, const char *name)
{
	size_t length = strlen(name);

	return size > length && (memcmp(text, name, length) == 0 || memcmp(text + size - length, name, length) == 0);
}

/* Whether the text but for its first or its last character is a name as it stands. */
static bool is_name_and_more(const struct name_index *names, const char *text, size_t size)
{
	const char *second = text, *last = last_character(text, text + size);
	struct name_hit front = name_index_exactly(names, text, (size_t)(last - text)), back;

	text_next(&second);
	back = name_index_exactly(names, second, (size_t)(text + size - second));
	return front.to > front.from || back.to > back.from;
}

/*
 * Of the names that are one slip away the one that sounds most like the text and has the highest rank. With `least` it must be so much alike,
 * and end alike: what kind of place it is stands there.
 */
static struct name_hit nearest_name(const struct reading_of *reading, const struct name_index *names, const char *text, size_t size, int least)
{
	const struct understanding *understanding = reading->understanding;
	const char *last = arena_text(reading->arena, last_character(text, text + size), (size_t)(text + size - last_character(text, text + size)));
	char sound[NAME_MOST_CHARACTERS * 8] = "", other[NAME_MOST_CHARACTERS * 8];
	size_t near[MOST_NEAR], count = 0;
	struct name_hit nearest = { 0, 0, 0 };
	int best = INT_MIN;

	if ((names != understanding->names || (strange_in(understanding, text, size) <= 1 && !is_name_and_more(names, text, size))) && *reading->slips_left > 0 && (*reading->slips_left)--)
		count = name_index_near(names, text, size, near, MOST_NEAR);
	if (!sound_of(reading->sources, text, text + size, sound, sizeof sound - 1))
		memcpy(sound, text, size < sizeof sound ? size : 0);
	for (size_t i = 0; i < count; i++) {
		const char *name = name_index_name(names, near[i]);
		struct name_hit hit = name_index_exactly(names, name, strlen(name));
		int alike, score;

		if (!sound_of(reading->sources, name, name + strlen(name), other, sizeof other - 1))
			memcpy(other, name, strlen(name) + 1);
		if (numbers_differ(reading, text, size, name) || (names == understanding->names && holds_name(text, size, name)))
			continue;
		if (least && (!named_at(understanding, names, near[i])->whole || strcmp(last_character(name, name + strlen(name)), last) != 0))
			continue;
		alike = leaves_out(text, size, name) ? LEAVES_OUT_ALIKE : alikeness(sound, other);
		score = alike + named_rank(understanding, names, &hit);
		if (alike < least || score <= best)
			continue;
		best = score;
		nearest = hit;
	}
	return nearest;
}

/* A name that begins here in letters that are as they are read. */
static struct name_hit name_of_letters(const struct reading_of *reading, struct joined *joined)
{
	const struct name_index *readings = reading->understanding->readings;
	size_t direction = strlen(joined->direction), front;
	struct name_hit hit = { 0, 0, 0 };
	char turned[sizeof joined->letters + sizeof joined->direction];

	if (!direction)
		return name_index_exactly(readings, joined->letters, joined->size);
	/* West Guangfu Road, Zhongshan Road North: the direction stands before what the name ends with. */
	for (front = joined->size; front >= LEAST_FRONT && hit.to == hit.from && front + MOST_NAME_END >= joined->size; front--) {
		memcpy(turned, joined->letters, front);
		memcpy(turned + front, joined->direction, direction);
		memcpy(turned + front + direction, joined->letters + front, joined->size - front);
		hit = name_index_exactly(readings, turned, joined->size + direction);
	}
	return hit;
}

/* Words of the lexicon written as they are read. */
static void add_spelled_words(const struct reading_of *reading, const char *letters, size_t size, struct tokens *tokens)
{
	const struct understanding *understanding = reading->understanding;
	struct name_hit hit = name_index_exactly(understanding->word_sounds, letters, strlen(letters));

	for (size_t entry = hit.from; entry < hit.to; entry++)
		add(tokens, word_token(&understanding->lexemes[name_index_value(understanding->word_sounds, entry)], size));
}

/* Names written as they are read; with slips, those that are nearly so. */
void tokens_of_letters(const struct reading_of *reading, const char *from, bool slips, struct tokens *tokens)
{
	struct joined joined = { .size = 0 };
	const char *at = from;

	if (!is_letter(*from) || cuts_run(reading, from))
		return;
	while (join_word(reading, &at, &joined)) {
		struct token token = { .kind = TOKEN_NAME, .size = (size_t)(at - from), .cost = NAME_COST, .by = reading->understanding->readings };
		char key[sizeof joined.letters];

		joined.letters[joined.size] = '\0';
		add_spelled_words(reading, joined.letters, token.size, tokens);
		token.hit = name_of_letters(reading, &joined);
		if (token.hit.to == token.hit.from && slips && joined.size >= LEAST_LETTERS_SLIP && !*joined.direction) {
			token.kind = TOKEN_CORRECTED;
			token.cost = SLIP_COST;
			sound_key(joined.letters, key);
			token.by = reading->understanding->sounds;
			token.hit = name_index_exactly(token.by, key, strlen(key));
			if (token.hit.to == token.hit.from) {
				token.by = reading->understanding->readings;
				token.hit = nearest_name(reading, token.by, joined.letters, joined.size, 0);
			}
		}
		if (token.hit.to > token.hit.from)
			add(tokens, token);
	}
}

/* Names of two characters are known here, too: "Lanxi park" for Lanxi Road. */
static void settle_sight(const struct reading_of *reading, const char *from, const char *to, struct token *token)
{
	const struct understanding *understanding = reading->understanding;

	token->by = understanding->names;
	token->hit = name_index_exactly(token->by, from, (size_t)(to - from));
	if (token->hit.to > token->hit.from)
		return;
	token->by = understanding->shorts;
	token->hit = name_index_exactly(token->by, from, (size_t)(to - from));
}

static bool ends_alike(const struct name_index *names, const struct name_hit *hit, const char *end, size_t size)
{
	const char *name = hit->to > hit->from ? name_index_name(names, hit->from) : "";
	size_t length = strlen(name);

	return length > size && memcmp(name + length - size, end, size) == 0;
}

/*
 * A park, a hospital: what is known by a name of its own is no matter here. By a name that is before it the place of that name is meant, and one
 * that is nearly called so may be. Others are places that are not known, when `unknown` asks for these.
 */
static void add_sight(const struct reading_of *reading, const char *from, bool unknown, struct tokens *tokens)
{
	const struct name_index *names = reading->understanding->names;
	struct token token = { .kind = TOKEN_CORRECTED, .cost = SIGHT_COST };
	const char *to = from;
	size_t size = 0, characters = 0;
	struct name_hit whole;

	for (; to < reading->end && characters <= MOST_SIGHT && !phrase_is_blank(to) && !phrase_is_word(*to); characters++) {
		if (characters && lexeme_at(reading, to, ROLE_SIGHT, &size))
			break;
		text_next(&to);
	}
	if (!size)
		return;
	token.size = (size_t)(to - from) + size;
	whole = name_index_exactly(names, from, token.size);
	if (whole.to > whole.from)
		return;
	settle_sight(reading, from, to, &token);
	if (token.hit.to > token.hit.from && !unknown) {
		token.also = nearest_name(reading, names, from, token.size, 0);
		if (!ends_alike(names, &token.also, to, size))
			token.also = (struct name_hit){ 0, 0, 0 };
		add(tokens, token);
	} else if (token.hit.to == token.hit.from && unknown) {
		add(tokens, (struct token){ .kind = TOKEN_UNKNOWN, .size = token.size, .cost = SIGHT_COST * (int)characters + 1, .known = true });
	}
}

/* A word for what lies at a place. */
static void add_near(const struct reading_of *reading, const char *from, struct tokens *tokens)
{
	struct token token = { .kind = TOKEN_CORRECTED, .cost = NAME_COST, .by = reading->understanding->names };
	const struct lexeme *near = lexeme_at(reading, from, ROLE_NEAR, &token.size);

	if (!near)
		return;
	token.hit = name_index_exactly(token.by, near->letters, strlen(near->letters));
	if (token.hit.to > token.hit.from)
		add(tokens, token);
}

void tokens_of_sights(const struct reading_of *reading, const char *from, struct tokens *tokens)
{
	add_sight(reading, from, true, tokens);
}

/* One character that stands for itself, or a whole run of letters or digits. */
static struct token unknown_at(const struct reading_of *reading, const char *at)
{
	const char *to = at;

	if (phrase_is_word(*at))
		while (to < reading->end && phrase_is_word(*to))
			to++;
	else
		text_next(&to);
	return (struct token){ .kind = TOKEN_UNKNOWN, .size = (size_t)(to - at), .cost = UNKNOWN_COST };
}

static void add_blanks(const struct reading_of *reading, const char *at, struct tokens *tokens)
{
	const char *to = at;

	while (to < reading->end && phrase_is_blank(to))
		text_next(&to);
	add(tokens, (struct token){ .kind = TOKEN_BLANK, .size = (size_t)(to - at) });
}

void tokens_at(const struct reading_of *reading, const char *at, struct tokens *tokens)
{
	tokens->count = 0;
	add_blanks(reading, at, tokens);
	if (tokens->count)
		return;
	if (!cuts_run(reading, at)) {
		add(tokens, age_at(reading, at));
		add(tokens, start_at(reading, at));
		add(tokens, hours_at(reading, at));
		add(tokens, until_at(reading, at));
		add(tokens, fee_at(reading, at));
		add(tokens, within_at(reading, at));
		add(tokens, house_at(reading, at));
		add(tokens, line_at(reading, at));
		add(tokens, telephone_at(reading, at));
		add_names(reading, at, tokens);
		add_near(reading, at, tokens);
		add_sight(reading, at, false, tokens);
		add_words(reading, at, tokens);
		add_negated(reading, at, tokens);
		add_negated_name(reading, at, tokens);
		tokens_of_letters(reading, at, false, tokens);
	}
	add(tokens, unknown_at(reading, at));
}

size_t sound_of(const struct understanding_sources *sources, const char *from, const char *to, char *letters, size_t most)
{
	size_t count = 0;

	while (sources->reading && from < to) {
		const char *syllable = sources->reading(sources->context, text_next(&from));
		size_t size = strlen(syllable);

		if (!size || count + size > most)
			return 0;
		memcpy(letters + count, syllable, size);
		count += size;
	}
	letters[count] = '\0';
	return count;
}

bool understanding_sound(const struct understanding_sources *sources, const char *text, char *letters, size_t size)
{
	return sound_of(sources, text, text + strlen(text), letters, size - 1) > 0;
}

/* Those of the names read so that have as many characters; a name and its initials may be read alike. */
static struct name_hit read_alike(const struct reading_of *reading, const struct name_index *index, const char *letters, size_t characters)
{
	struct name_hit hit = name_index_exactly(index, letters, strlen(letters));

	while (hit.from < hit.to && named_at(reading->understanding, index, hit.from)->characters != characters)
		hit.from++;
	while (hit.to > hit.from && named_at(reading->understanding, index, hit.to - 1)->characters != characters)
		hit.to--;
	return hit;
}

/* Words of the lexicon that sound like the characters. */
static void add_words_alike(const struct reading_of *reading, const char *letters, size_t size, size_t characters, struct tokens *tokens)
{
	const struct understanding *understanding = reading->understanding;
	struct name_hit hit = name_index_exactly(understanding->word_sounds, letters, strlen(letters));

	for (size_t entry = hit.from; entry < hit.to; entry++) {
		const struct lexeme *lexeme = &understanding->lexemes[name_index_value(understanding->word_sounds, entry)];
		struct token token = word_token(lexeme, size);

		token.cost = SOUND_COST;
		if (text_length(lexeme->folded) == characters && (lexeme->role == ROLE_FIELD || characters >= LEAST_SLIP))
			add(tokens, token);
	}
}

/* A name that the characters sound like: exactly, or to who tells no zh from z. True: exactly. */
static bool add_names_alike(const struct reading_of *reading, const char *text, const char *letters, size_t size, size_t characters,
			    struct tokens *tokens)
{
	double number[NAME_MOST_CHARACTERS];
	const struct understanding *understanding = reading->understanding;
	struct token token = { .kind = TOKEN_CORRECTED, .size = size, .cost = SOUND_COST, .by = understanding->readings };
	char key[MOST_CORRECTED * 8];

	token.hit = read_alike(reading, token.by, letters, characters);
	/* To who tells no zh from z the fourth would be the tenth. */
	if (token.hit.to == token.hit.from && characters >= LEAST_SLIP && !number_in(understanding, text, size, number)) {
		sound_key(letters, key);
		token.by = understanding->sounds;
		token.cost = SLIP_COST;
		token.hit = read_alike(reading, token.by, key, characters);
	}
	if (token.hit.to > token.hit.from && !has_another_number(reading, text + size, token.by, &token.hit))
		add(tokens, token);
	return token.hit.to > token.hit.from && token.by == understanding->readings;
}

/* Of the names that hold the text the one of the highest rank, the shortest of these; what is in many names tells none. */
static struct name_hit name_around(const struct reading_of *reading, const char *text, size_t size)
{
	const struct name_index *names = reading->understanding->names;
	size_t holding[MOST_AROUND], count = 0;
	struct name_hit best = { 0, 0, 0 };
	int best_score = INT_MIN;

	if (!strange_in(reading->understanding, text, size) && *reading->slips_left > 0 && (*reading->slips_left)--)
		count = name_index_holding(names, text, size, holding, MOST_AROUND);
	for (size_t i = 0; i < count && count < MOST_AROUND; i++) {
		const char *name = name_index_name(names, holding[i]);
		struct name_hit hit = name_index_exactly(names, name, strlen(name));
		int score = named_rank(reading->understanding, names, &hit) * NAME_MOST_CHARACTERS - (int)text_length(name);

		if (score <= best_score)
			continue;
		best_score = score;
		best = hit;
	}
	return best;
}

/* "Central Park" is no slip of "Zhongshan Park": of so few characters before what a sight is all must be right. */
static bool is_short_sight(const struct reading_of *reading, const char *from, const char *to)
{
	size_t size;

	for (size_t characters = 0; characters <= SHORT_SIGHT && from < to; characters++) {
		if (characters && lexeme_at(reading, from, ROLE_SIGHT, &size) && from + size == to)
			return true;
		text_next(&from);
	}
	return false;
}

void tokens_corrected(const struct reading_of *reading, const char *from, const char *to, size_t characters, bool found, struct tokens *tokens)
{
	struct token token = { .kind = TOKEN_CORRECTED, .size = (size_t)(to - from), .cost = SLIP_COST, .by = reading->understanding->names };
	char letters[MOST_CORRECTED * 8];
	struct token *likest = NULL;
	size_t count;

	if (is_numbered(reading, from))
		return;
	if (!found && sound_of(reading->sources, from, to, letters, sizeof letters - 1)) {
		add_words_alike(reading, letters, token.size, characters, tokens);
		count = tokens->count;
		if (add_names_alike(reading, from, letters, token.size, characters, tokens))
			return;
		likest = tokens->count > count && tokens->at[tokens->count - 1].kind == TOKEN_CORRECTED ? &tokens->at[tokens->count - 1] : NULL;
	}
	if (characters < LEAST_SLIP) {
		token.by = reading->understanding->shorts;
		token.hit = found ? token.hit : name_index_exactly(token.by, from, token.size);
		if (token.hit.to > token.hit.from)
			add(tokens, token);
		return;
	}
	if (is_short_sight(reading, from, to))
		return;
	if (!found)
		token.hit = nearest_name(reading, token.by, from, token.size, characters > LEAST_SLIP ? 0 : LEAST_ALIKE);
	if (likest) {
		/* Nearly the same sound, or one slip: the place that is the likelier one. */
		if (token.hit.to > token.hit.from &&
		    named_rank(reading->understanding, token.by, &token.hit) > named_rank(reading->understanding, likest->by, &likest->hit))
			*likest = token;
		return;
	}
	if (token.hit.to == token.hit.from)
		token.hit = name_around(reading, from, token.size);
	if (token.hit.to > token.hit.from)
		add(tokens, token);
}
