/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Understanding a phrase: at each character the pieces that can stand there, each with its cost; the cheapest way through the phrase is
 * its meaning. Only when that way leaves characters unknown, names that sound alike or are one slip away are looked for.
 */
#include <limits.h>
#include <string.h>

#include "lib/base/text.h"
#include "understand_parts.h"

#define MOST_BYTES ((size_t)UNDERSTOOD_MOST_CHARACTERS * 4)
#define LEAST_WITH_COUNTRY 12   /* digits of a telephone number that may begin with the country's */
#define WHOLE_FIRST 1000000     /* more than any rank */
#define MOST_SLIPS 32           /* a phrase of many unknown words costs no more than this */

enum { KNOWN, FOUND, UNKNOWN };

/* The way through the phrase. */
struct way {
	int costs[MOST_BYTES + 1];              /* from here to the end; -1 = no character begins here */
	struct token steps[MOST_BYTES + 1];
	unsigned char left[MOST_BYTES + 1];     /* KNOWN, FOUND, UNKNOWN: what the way without corrections left unknown, and whether it is found so */
};

static void choose(struct way *way, size_t at, const struct tokens *tokens)
{
	way->costs[at] = -1;
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *token = &tokens->at[i];
		int rest = way->costs[at + token->size];

		if (rest < 0 || (way->costs[at] >= 0 && (rest + token->cost > way->costs[at] ||
							 (rest + token->cost == way->costs[at] && token->size <= way->steps[at].size))))
			continue;
		way->costs[at] = rest + token->cost;
		way->steps[at] = *token;
	}
}

static void correct_at(const struct reading_of *reading, const struct way *way, const char *from, struct tokens *tokens)
{
	bool all_found = true;
	const char *to = from;
	int most = KNOWN;

	tokens_of_letters(reading, from, true, tokens);
	tokens_of_sights(reading, from, tokens);
	for (size_t characters = 1; to < reading->end && characters <= MOST_CORRECTED && !phrase_is_blank(to) && !phrase_is_word(*to); characters++) {
		most = way->left[to - reading->text] > most ? way->left[to - reading->text] : most;
		all_found = all_found && way->left[to - reading->text] == FOUND;
		text_next(&to);
		if (characters >= 2 && (most == UNKNOWN || all_found))
			tokens_corrected(reading, from, to, characters, most != UNKNOWN, tokens);
	}
}

static void find_way(const struct reading_of *reading, struct way *way, bool corrections)
{
	size_t size = (size_t)(reading->end - reading->text);
	struct tokens tokens;

	for (size_t i = 0; i < size; i++)
		way->costs[i] = -1;
	way->costs[size] = 0;
	for (size_t i = size; i-- > 0;) {
		if (((unsigned char)reading->text[i] & 0xC0) == 0x80)
			continue;
		tokens_at(reading, reading->text + i, &tokens);
		if (corrections)
			correct_at(reading, way, reading->text + i, &tokens);
		choose(way, i, &tokens);
	}
}

/* A house whose road is not known is searched for as it was typed; a telephone number by its digits. */
static bool is_left(const struct token *token, bool has_place)
{
	return token->kind == TOKEN_UNKNOWN || token->kind == TOKEN_TELEPHONE || (token->kind == TOKEN_HOUSE && !has_place);
}

static bool is_filler(const struct token *token)
{
	return token->kind == TOKEN_FILLER || token->kind == TOKEN_AND || token->kind == TOKEN_EITHER || token->kind == TOKEN_WHETHER ||
	       token->kind == TOKEN_HERE;
}

/* Behind the unknown pieces that begin here; a filler of one character between two of them belongs to the word. */
static size_t unknown_end(const struct reading_of *reading, const struct way *way, size_t from, bool has_place)
{
	size_t size = (size_t)(reading->end - reading->text), to = from;

	while (to < size && is_left(&way->steps[to], has_place)) {
		size_t next;

		to += way->steps[to].size;
		if (to >= size || !is_filler(&way->steps[to]) || phrase_is_word(reading->text[to]))
			continue;
		next = to + way->steps[to].size;
		if (next < size && is_left(&way->steps[next], has_place) && text_length(arena_text(reading->arena, reading->text + to, next - to)) == 1)
			to = next;
	}
	return to;
}

/* Whether words are found as they are; a single character is found everywhere. */
static bool is_found(const struct reading_of *reading, const char *from, const char *to)
{
	const char *words = arena_text(reading->arena, from, (size_t)(to - from));

	return reading->sources->finds && text_length(words) > 1 && reading->sources->finds(reading->sources->context, words);
}

/* The step that ends at `at`; its own size when none does. */
static size_t step_before(const struct reading_of *reading, const struct way *way, size_t at)
{
	size_t i = 0;

	while (i + way->steps[i].size < at)
		i += way->steps[i].size;
	return at && i + way->steps[i].size == at && is_filler(&way->steps[i]) && !phrase_is_word(reading->text[i]) ? i : at;
}

/* Whether two characters that are found are but a part of what was typed in one go: the end of one name stands in others. */
static bool is_fragment(const struct reading_of *reading, const struct way *way, size_t from, size_t to)
{
	size_t before = step_before(reading, way, from);

	return before < from && text_length(arena_text(reading->arena, reading->text + from, to - from)) <= 2 &&
	       text_length(arena_text(reading->arena, reading->text + before, from - before)) == 1 &&
	       !is_found(reading, reading->text + before, reading->text + to);
}

/* Marks what the way leaves unknown, and what of it is found as it is; whether anything is marked. */
static bool mark_unknown(const struct reading_of *reading, struct way *way)
{
	size_t size = (size_t)(reading->end - reading->text);
	bool any = false;

	memset(way->left, 0, sizeof way->left);
	for (size_t i = 0; i < size;) {
		size_t to = way->steps[i].kind == TOKEN_UNKNOWN ? unknown_end(reading, way, i, true) : i;

		if (to > i && !way->steps[i].known) {
			unsigned char left = is_found(reading, reading->text + i, reading->text + to) && !is_fragment(reading, way, i, to) ? FOUND : UNKNOWN;

			for (size_t k = i; k < to; k++)
				way->left[k] = left;
			any = true;
		}
		i = to > i ? to : i + way->steps[i].size;
	}
	return any;
}

static size_t put_place(int32_t place, int32_t *places, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (places[i] == place)
			return count;
	places[count] = place;
	return count + 1;
}

/* A place that is called so in full comes before those that are called so in short. */
static int order_of(const struct named *named)
{
	return named->rank + (named->whole ? WHOLE_FIRST : 0);
}

/* Those of the highest rank first. */
static size_t put_places(const struct understanding *understanding, const struct token *token, int32_t *places, size_t count)
{
	int below = INT_MAX;

	while (count < UNDERSTOOD_PLACES) {
		int order = INT_MIN;

		for (size_t entry = token->hit.from; entry < token->hit.to; entry++) {
			int own = order_of(named_at(understanding, token->by, entry));

			order = own < below && own > order ? own : order;
		}
		if (order == INT_MIN)
			break;
		for (size_t entry = token->hit.from; entry < token->hit.to && count < UNDERSTOOD_PLACES; entry++)
			if (order_of(named_at(understanding, token->by, entry)) == order)
				count = put_place(named_at(understanding, token->by, entry)->place, places, count);
		below = order;
	}
	return count;
}

static bool is_name(const struct token *token)
{
	return token->kind == TOKEN_NAME || token->kind == TOKEN_CORRECTED;
}

static int rank_of_token(const struct understanding *understanding, const struct token *token)
{
	return named_rank(understanding, token->by, &token->hit);
}

/* Right behind a name another one of much the same rank is what is meant there: "the mall at the park's station". */
static bool stands_right_behind(const struct understanding *understanding, const struct token *chosen, const struct token *token)
{
	return chosen && token == chosen + chosen->size && rank_of_token(understanding, token) + 1 == rank_of_token(understanding, chosen);
}

/* Of the names on the way the one of the highest rank is the place, the first of equals; the others tell where it is. */
static void take_places(const struct reading_of *reading, const struct way *way, struct understood *understood)
{
	const struct understanding *understanding = reading->understanding;
	const struct token *chosen = NULL;
	size_t size = (size_t)(reading->end - reading->text);

	for (size_t i = 0; i < size; i += way->steps[i].size)
		if (is_name(&way->steps[i]) && (!chosen || rank_of_token(understanding, &way->steps[i]) > rank_of_token(understanding, chosen) ||
						 stands_right_behind(understanding, chosen, &way->steps[i])))
			chosen = &way->steps[i];
	for (size_t i = 0; i < size; i += way->steps[i].size)
		if (is_name(&way->steps[i]) && &way->steps[i] != chosen)
			understood->around_count = put_places(understanding, &way->steps[i], understood->around, understood->around_count);
	if (!chosen)
		return;
	understood->place_count = put_places(understanding, chosen, understood->places, 0);
	if (chosen->also.to > chosen->also.from)
		understood->place_count = put_places(understanding, &(struct token){ .hit = chosen->also, .by = understanding->names }, understood->places,
						     understood->place_count);
}

/* Of a field the first that is said stands; what is not wanted stands beside it. */
static void put_field(struct understood *understood, const struct understood_field *field, const char *said)
{
	for (size_t i = 0; i < understood->field_count; i++)
		if (strcmp(understood->fields[i].name, field->name) == 0 && understood->fields[i].excluded == field->excluded)
			return;
	if (understood->field_count < UNDERSTOOD_FIELDS)
		understood->fields[understood->field_count++] = (struct understood_field){ field->name, field->value, field->excluded, said };
}

/* Of "all day or half a day" nothing is asked, since each will do. */
static bool drop_either(struct understood *understood, const struct understood_field *field)
{
	for (size_t i = 0; i < understood->field_count; i++)
		if (strcmp(understood->fields[i].name, field->name) == 0 && !understood->fields[i].excluded && !field->excluded &&
		    strcmp(understood->fields[i].value, field->value) != 0) {
			understood->fields[i] = understood->fields[--understood->field_count];
			return true;
		}
	return false;
}

/* A name that was taken for another: what was said, and which place it is now. */
static void note_corrected(const struct reading_of *reading, const char *from, const struct token *token, struct understood *understood)
{
	const struct understanding *understanding = reading->understanding;
	int32_t places[UNDERSTOOD_PLACES] = { -1 };

	put_places(understanding, token, places, 0);
	understood->corrected_from = arena_text(reading->arena, from, token->size);
	understood->corrected_to = places[0];
}

static void take_first(int *number, const struct token *token)
{
	*number = *number < 0 ? token->number : *number;
}

static void take_token(const struct reading_of *reading, const char *from, const struct token *token, struct understood *understood)
{
	switch (token->kind) {
	case TOKEN_FIELD:
		put_field(understood, &token->field, arena_text(reading->arena, from, token->size));
		break;
	case TOKEN_HERE:
		understood->here = true;
		break;
	case TOKEN_START:
		take_first(&understood->start_month, token);
		break;
	case TOKEN_FEE:
		take_first(&understood->fee_max, token);
		break;
	case TOKEN_MINUTES:
		take_first(&understood->within_minutes, token);
		break;
	case TOKEN_METRES:
		take_first(&understood->within_metres, token);
		break;
	case TOKEN_UNTIL:
		take_first(&understood->until_minute, token);
		break;
	case TOKEN_HOUSE:
		take_first(&understood->house, token);
		break;
	case TOKEN_OUTSIDE:
		understood->outside = arena_text(reading->arena, from, token->size);
		break;
	case TOKEN_CORRECTED:
		note_corrected(reading, from, token, understood);
		break;
	default:
		break;
	}
}

/* Of several ages the lowest: the others are of a brother or of the parents. One that is known but roughly gives way to the others. */
static void take_age(const struct reading_of *reading, const struct way *way, struct understood *understood)
{
	size_t size = (size_t)(reading->end - reading->text);
	bool rough = true;

	for (size_t i = 0; i < size; i += way->steps[i].size) {
		const struct token *token = &way->steps[i];

		if (token->kind != TOKEN_AGE || (token->rough && !rough) || (token->known && understood->fee_max >= 0))
			continue;
		if (understood->age_months < 0 || (rough && !token->rough) || token->number < understood->age_months)
			understood->age_months = token->number;
		rough = rough && token->rough;
	}
}

/* Fields that stand side by side. */
struct row_of_fields {
	const struct understood_field *fields[UNDERSTOOD_FIELDS];
	size_t count;
	bool whether;           /* it was said before them that they do not matter */
};

static void drop_field(struct understood *understood, const char *name)
{
	for (size_t i = 0; i < understood->field_count; i++)
		if (strcmp(understood->fields[i].name, name) == 0 && !understood->fields[i].excluded)
			understood->fields[i--] = understood->fields[--understood->field_count];
}

/* "Public or private, either will do", "private would do too" say nothing of these. */
static void drop_row(struct understood *understood, const struct row_of_fields *row, bool single)
{
	for (size_t i = 0; i < row->count; i++) {
		bool several = false;

		for (size_t k = 0; k < row->count; k++)
			several = several || (strcmp(row->fields[i]->name, row->fields[k]->name) == 0 && strcmp(row->fields[i]->value, row->fields[k]->value) != 0);
		if (several || single || row->whether)
			drop_field(understood, row->fields[i]->name);
	}
}

/* Goes on with the row of fields; what ends it drops those that do not matter. */
static void go_on_with_row(const struct reading_of *reading, const char *at, const struct token *token, struct row_of_fields *row,
			   struct understood *understood)
{
	bool one_character = text_length(arena_text(reading->arena, at, token->size)) == 1;

	if (token->kind == TOKEN_FIELD && !token->field.excluded && row->count < UNDERSTOOD_FIELDS) {
		row->fields[row->count++] = &token->field;
		return;
	}
	if (token->kind == TOKEN_AND || token->kind == TOKEN_BLANK || (token->kind == TOKEN_FILLER && one_character))
		return;
	if (token->kind == TOKEN_EITHER || row->whether)
		drop_row(understood, row, token->kind == TOKEN_EITHER && token->number == 1);
	*row = (struct row_of_fields){ .whether = token->kind == TOKEN_WHETHER };
}

/* Takes each piece of the way; "and" goes on with what is not wanted. */
static void take_tokens(const struct reading_of *reading, struct way *way, struct understood *understood)
{
	bool excluding = false, joins = false;
	struct row_of_fields row = { .count = 0 };

	for (const char *at = reading->text; at < reading->end; at += way->steps[at - reading->text].size) {
		struct token *token = &way->steps[at - reading->text];

		understood->any = understood->any || token->known || !(token->kind == TOKEN_BLANK || token->kind == TOKEN_TELEPHONE ||
									token->kind == TOKEN_UNKNOWN || is_filler(token));

		if (token->kind == TOKEN_FIELD)
			token->field.excluded = excluding = token->field.excluded || excluding;
		else if (token->kind != TOKEN_AND)
			excluding = false;
		if (!joins || token->kind != TOKEN_FIELD || !drop_either(understood, &token->field))
			take_token(reading, at, token, understood);
		go_on_with_row(reading, at, token, &row, understood);
		joins = token->kind == TOKEN_AND || (joins && token->kind == TOKEN_BLANK);
	}
	if (row.whether)
		drop_row(understood, &row, false);
}

/* What says nothing elsewhere belongs to a name that is found with it: "little" in Little Oak. */
static void take_fillers(const struct reading_of *reading, const struct way *way, size_t *from, size_t *to)
{
	size_t size = (size_t)(reading->end - reading->text), before = step_before(reading, way, *from),
	       behind = *to < size && is_filler(&way->steps[*to]) && !phrase_is_word(reading->text[*to]) ? *to + way->steps[*to].size : *to;

	if (!reading->sources->finds)
		return;
	if (before < *from && is_found(reading, reading->text + before, reading->text + *to))
		*from = before;
	if (behind > *to && is_found(reading, reading->text + *from, reading->text + behind))
		*to = behind;
}

/* The digits of a telephone number as they are dialled in the country. */
static size_t put_telephone(const char *from, const char *to, char *digits)
{
	size_t count = 0, skip;

	for (; from < to; from++)
		if (phrase_is_digit(*from))
			digits[count++] = *from;
	if (count < LEAST_WITH_COUNTRY)
		return count;
	skip = memcmp(digits, "0086", 4) == 0 ? 4 : memcmp(digits, "86", 2) == 0 ? 2 : 0;
	if (!skip)
		return count;
	/* A number that is no mobile one had a nought before its area. */
	digits[skip - 1] = '0';
	skip -= digits[skip] != '1';
	memmove(digits, digits + skip, count - skip);
	memset(digits + count - skip, 0, skip);
	return count - skip;
}

/* What is left over, runs of it with blanks between. A single character of a script without blanks is no word when all else is understood. */
static const char *words_left(const struct reading_of *reading, const struct way *way, bool has_place)
{
	size_t size = (size_t)(reading->end - reading->text), count = 0;
	char *words = arena_take(reading->arena, size * 2 + 2);
	bool understood_any = false;

	for (size_t i = 0; i < size; i += way->steps[i].size)
		understood_any = understood_any || (way->steps[i].kind != TOKEN_UNKNOWN && way->steps[i].kind != TOKEN_BLANK &&
						    !is_filler(&way->steps[i]));
	for (size_t i = 0, to; i < size; i = to) {
		size_t from = i;

		to = unknown_end(reading, way, i, has_place);
		if (to == i) {
			to += way->steps[i].size;
			continue;
		}
		if (understood_any && !phrase_is_word(reading->text[i]) && way->steps[i].size == to - i &&
		    text_length(arena_text(reading->arena, reading->text + i, to - i)) == 1)
			continue;
		if (count)
			words[count++] = ' ';
		if (way->steps[i].kind == TOKEN_TELEPHONE) {
			count += put_telephone(reading->text + i, reading->text + to, words + count);
			continue;
		}
		take_fillers(reading, way, &from, &to);
		memcpy(words + count, reading->text + from, to - from);
		count += to - from;
	}
	return words;
}

const struct understood understood_nothing = { .age_months = -1, .start_month = -1, .fee_max = -1, .within_minutes = -1, .within_metres = -1,
						.until_minute = -1, .house = -1, .words = "", .corrected_to = -1 };

void understand(const struct understanding *understanding, const struct understanding_sources *sources, const char *folded, const int today[3],
		struct arena *arena, struct understood *understood)
{
	int slips_left = MOST_SLIPS;
	struct reading_of reading = { .understanding = understanding, .sources = sources, .today = today, .arena = arena, .text = folded,
				      .end = folded, .slips_left = &slips_left };
	struct way *way = arena_take(arena, sizeof *way);

	*understood = understood_nothing;
	for (size_t characters = 0; *reading.end && characters < UNDERSTOOD_MOST_CHARACTERS; characters++)
		text_next(&reading.end);
	reading.words = arena_take(arena, ((size_t)(reading.end - folded) + 1) * sizeof *reading.words);
	find_way(&reading, way, false);
	if (mark_unknown(&reading, way))
		find_way(&reading, way, true);
	take_tokens(&reading, way, understood);
	take_age(&reading, way, understood);
	take_places(&reading, way, understood);
	understood->words = *folded && way->steps[0].kind == TOKEN_BLANK && way->steps[0].size == (size_t)(reading.end - folded)
				    ? arena_text(arena, folded, way->steps[0].size)
				    : words_left(&reading, way, understood->place_count > 0);
	if (!understood->place_count)
		understood->house = -1;
	if (*reading.end)
		understood->words = arena_format(arena, "%s%s", understood->words, reading.end);
}
