/* SPDX-License-Identifier: Apache-2.0 */
/* Phrases of the search box. Names and words are read from the edition when the first phrase comes, and kept with it. */
#include "asked.h"

#include <math.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/find/name_index.h"
#include "lib/base/text.h"
#include "lib/find/words.h"
#include "portal_queries.h"

#define MOST_PLACES 50000
#define MOST_AFFIXES 500
#define MOST_WITHIN 180         /* minutes, as the form takes them */
#define MOST_ALIKE 12           /* characters of a word that may be meant for a facility's name, */
#define LEAST_SLIPPED 3         /* and of one that may hold a slip */

/* How much a kind of place says; of several in a phrase the most telling is meant. */
enum { RANK_STREET = 10, RANK_ROAD = 20, RANK_POINT = 30, RANK_IN_DISTRICT = 5 };

struct places_known {
	struct understanding *understanding;
	struct known_place *places;
	int32_t count;
	const char *readings;           /* six letters a character, "" when the edition has none */
};

static int rank_of(const struct known_place *place)
{
	int rank = strcmp(place->kind, "STREET") == 0 ? RANK_STREET : strcmp(place->kind, "ROAD") == 0 ? RANK_ROAD : RANK_POINT;

	return *place->street_code ? rank + RANK_IN_DISTRICT : rank;
}

static const char *folded(struct request *request, const char *text)
{
	const char *result = words_fold(portal_of(request)->words, request->arena, text);

	return result ? result : "";
}

static bool add_words(struct request *request, struct places_known *known)
{
	struct sql_cursor cursor;
	const struct values *row;

	if (!sql_start(published_of(request)->sql, &Q_edition_lexicon, NULL, &cursor))
		return false;
	while ((row = sql_next(&cursor))) {
		struct arena_mark mark = arena_mark(request->arena);

		understanding_add_word(known->understanding, folded(request, values_text(row, "words")), values_text(row, "role"),
				       values_text(row, "value"));
		arena_return(request->arena, mark);
	}
	return !sql_failed(published_of(request)->sql);
}

/* The city says nothing in a search of the district; the district is all of it. */
static void add_district(struct request *request, struct places_known *known, const struct rows *affixes)
{
	static const char *const names[] = { "name", "city" }, *const roles[] = { "here", "filler" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *name = folded(request, values_text(published_of(request)->district, names[i]));

		understanding_add_word(known->understanding, name, roles[i], "");
		for (size_t k = 0; k < affixes->count; k++) {
			const char *affix = values_text(&affixes->at[k], "affix");
			size_t size = strlen(name), end = strlen(affix);

			if (strcmp(values_text(&affixes->at[k], "kind"), "DISTRICT") == 0 && size > end && strcmp(name + size - end, affix) == 0)
				understanding_add_word(known->understanding, arena_text(request->arena, name, size - end), roles[i], "");
		}
	}
}

static bool add_places(struct request *request, struct places_known *known)
{
	struct published *published = published_of(request);
	struct sql_cursor cursor;
	const struct values *row;
	struct rows affixes;

	if (!sql_list(published->sql, &Q_edition_place_affixes, NULL, request->arena, MOST_AFFIXES, &affixes) ||
	    !sql_start(published->sql, &Q_edition_named_places, NULL, &cursor))
		return false;
	add_district(request, known, &affixes);
	while (known->count < MOST_PLACES && (row = sql_next(&cursor))) {
		struct known_place *place = &known->places[known->count];
		struct arena_mark mark = arena_mark(request->arena);

		*place = (struct known_place){
			.kind = arena_copy(published->arena, values_text(row, "kind")),
			.kind_name = arena_copy(published->arena, values_text(row, "kind_name")),
			.code = arena_copy(published->arena, values_text(row, "code")),
			.name = arena_copy(published->arena, values_text(row, "name")),
			.street_code = arena_copy(published->arena, values_text(row, "street_code")),
			.position = { values_real(row, "lat"), values_real(row, "lon") },
			.precision_m = values_integer(row, "precision_m"),
		};
		understanding_add_place(known->understanding, &affixes, place->kind, folded(request, place->name), values_text(row, "pinyin"),
					known->count++, rank_of(place));
		arena_return(request->arena, mark);
	}
	sql_finish(&cursor);
	return !sql_failed(published->sql);
}

static bool count_places(struct request *request, size_t *count)
{
	struct values *row;

	if (sql_row(published_of(request)->sql, &Q_edition_named_place_count, NULL, request->arena, &row) != SQL_FOUND)
		return false;
	*count = (size_t)values_integer(row, "total");
	return true;
}

/* For understand: how a character is read, and whether words are found as they are. */
struct seeker {
	struct request *request;
	const struct places_known *known;
	char letters[WORDS_READING_BYTES + 1];
};

static const char *read_character(void *context, uint32_t character)
{
	struct seeker *seeker = context;
	size_t size = 0;

	if (!*seeker->known->readings || character < WORDS_READINGS_FROM || character > WORDS_READINGS_TO)
		return "";
	memcpy(seeker->letters, seeker->known->readings + (size_t)(character - WORDS_READINGS_FROM) * WORDS_READING_BYTES, WORDS_READING_BYTES);
	while (size < WORDS_READING_BYTES && seeker->letters[size] != ' ')
		size++;
	seeker->letters[size] = '\0';
	return seeker->letters;
}

/* What the edition knows of names; NULL: it cannot be read. */
static struct places_known *known_of(struct request *request)
{
	struct published *published = published_of(request);
	struct places_known *known = published->places_known;
	struct values *row;
	size_t count = 0;

	if (known)
		return known;
	known = arena_take(published->arena, sizeof *known);
	known->understanding = understanding_new(published->arena);
	known->readings = "";
	if (!count_places(request, &count) || sql_row(published->sql, &Q_edition_readings, NULL, published->arena, &row) == SQL_FAILED)
		return NULL;
	if (row && values_find(row, "letters")->size == (WORDS_READINGS_TO - WORDS_READINGS_FROM + 1) * WORDS_READING_BYTES)
		known->readings = (const char *)values_find(row, "letters")->blob;
	known->places = arena_take(published->arena, (count + 1) * sizeof *known->places);
	if (!add_words(request, known) || !add_places(request, known))
		return NULL;
	understanding_seal(known->understanding, &(struct understanding_sources){ read_character, NULL, &(struct seeker){ .request = request, .known = known } });
	published->places_known = known;
	return known;
}

static bool finds_words(void *context, const char *words)
{
	struct seeker *seeker = context;
	struct request *request = seeker->request;
	struct values *parameters = values_new(request->arena), *row;
	const char *match = words_query(portal_of(request)->words, request->arena, words);

	if (!match)
		return false;
	values_put_text(parameters, "match", match);
	values_put_integer(parameters, "most", 1);
	return sql_row(published_of(request)->sql, &Q_directory_hits, parameters, request->arena, &row) == SQL_FOUND &&
	       values_integer(row, "hits") > 0;
}

/* What the visitor filled in himself stands. */
static void fill(struct form_result *form, const char *field, struct value value, const char *typed)
{
	if (!values_null(form->values, field))
		return;
	values_put(form->values, &value);
	values_put_text(form->typed, field, typed);
}

static void fill_text(struct form_result *form, const char *field, const char *text)
{
	fill(form, field, value_text(field, text), text);
}

static void fill_integer(struct form_result *form, const char *field, int64_t number, struct arena *arena)
{
	fill(form, field, value_integer(field, number), arena_format(arena, "%lld", (long long)number));
}

static const char *joined(const char *words, const char *word, struct arena *arena)
{
	return arena_format(arena, "%s%s%s", words, *words ? " " : "", word);
}

static void fill_fields(struct form_result *form, struct asked *asked, struct arena *arena)
{
	const struct understood *understood = &asked->understood;

	if (understood->age_months >= 0)
		fill_integer(form, "age", understood->age_months, arena);
	if (understood->start_month >= 0)
		fill_text(form, "start", arena_format(arena, "%04d-%02d", understood->start_month / 12, understood->start_month % 12 + 1));
	if (understood->fee_max >= 0)
		fill(form, "fee_max", value_real("fee_max", understood->fee_max), arena_format(arena, "%d", understood->fee_max));
	for (size_t i = 0; i < understood->field_count; i++) {
		const struct understood_field *field = &understood->fields[i];

		const char *name = field->excluded ? arena_format(arena, "not_%s", field->name) : field->name;

		if (!values_find(form->values, name))
			asked->not_found = joined(asked->not_found, field->said, arena);
		else if (strcmp(field->value, "1") == 0)
			fill_integer(form, name, 1, arena);
		else
			fill_text(form, name, field->value);
	}
	if (understood->until_minute >= 0)
		fill_text(form, "open_until", arena_format(arena, "%02d:%02d", understood->until_minute / 60, understood->until_minute % 60));
}

static bool has_origin(const struct form_result *form)
{
	return !values_null(form->values, "place") || !values_null(form->values, "street") || !values_null(form->values, "community") ||
	       !values_null(form->values, "lat");
}

/* A way in metres is walked at the usual pace. */
static void fill_within(struct request *request, struct form_result *form, struct asked *asked)
{
	const struct understood *understood = &asked->understood;
	double minutes = understood->within_metres < 0 ? understood->within_minutes
						       : ceil(understood->within_metres / published_of(request)->walking.metres_per_minute - 0.01);

	if (minutes < 1)
		return;
	minutes = minutes > MOST_WITHIN ? MOST_WITHIN : minutes;
	if (has_origin(form))
		fill_integer(form, "within", (int64_t)minutes, request->arena);
	else
		asked->within_nowhere = (int64_t)minutes;
}

/* Of places of one name the road when a house is named, the one in the street that was named beside it, else the first. */
static const struct known_place *choose(const struct places_known *known, const struct understood *understood)
{
	for (size_t i = 0; i < understood->place_count && understood->house >= 0; i++)
		if (strcmp(known->places[understood->places[i]].kind, "ROAD") == 0)
			return &known->places[understood->places[i]];
	for (size_t i = 0; i < understood->place_count; i++)
		for (size_t k = 0; k < understood->around_count; k++) {
			const struct known_place *place = &known->places[understood->places[i]], *around = &known->places[understood->around[k]];

			if (strcmp(around->kind, "STREET") == 0 && strcmp(place->street_code, around->code) == 0)
				return place;
		}
	return understood->place_count ? &known->places[understood->places[0]] : NULL;
}

const char *asked_field(const struct known_place *place)
{
	return strcmp(place->kind, "STREET") == 0 ? "street" : strcmp(place->kind, "COMMUNITY") == 0 ? "community" : "place";
}

static void fill_place(struct form_result *form, const struct places_known *known, struct asked *asked, struct arena *arena)
{
	const struct understood *understood = &asked->understood;

	asked->place = choose(known, understood);
	if (understood->corrected_from) {
		asked->corrected_from = understood->corrected_from;
		asked->corrected_to = known->places[understood->corrected_to].name;
	}
	if (!asked->place)
		return;
	for (size_t i = 0; i < understood->place_count; i++)
		if (&known->places[understood->places[i]] != asked->place)
			asked->others[asked->other_count++] = &known->places[understood->places[i]];
	fill_text(form, asked_field(asked->place), asked->place->code);
	if (strcmp(asked->place->kind, "ROAD") == 0 && understood->around_count)
		fill_text(form, "near", known->places[understood->around[0]].code);
	if (understood->house >= 0)
		fill_integer(form, "house", understood->house, arena);
}

/* Whether the phrase stands in the name of a facility: then the words left of it are the rest of that name. */
static bool names_facility(struct request *request, const char *phrase)
{
	struct values *parameters = values_new(request->arena), *row;
	const char *match = words_query(portal_of(request)->words, request->arena, phrase);

	if (!match)
		return false;
	values_put_text(parameters, "match", match);
	values_put_text(parameters, "typed", phrase);
	return sql_row(published_of(request)->sql, &Q_facility_named_so, parameters, request->arena, &row) == SQL_FOUND;
}

/* A facility as a place to set out from, in the request's memory; NULL: there is none of this code. */
static const struct known_place *facility_place(struct request *request, const char *code)
{
	struct known_place *place = arena_take(request->arena, sizeof *place);
	struct values *key = values_new(request->arena), *row;

	values_put_text(key, "code", code);
	if (sql_row(published_of(request)->sql, &Q_listing_by_code, key, request->arena, &row) != SQL_FOUND)
		return NULL;
	*place = (struct known_place){
		.kind = "FACILITY",
		.kind_name = values_text(row, "kind_name"),
		.code = values_text(row, "code"),
		.name = values_text(row, "name"),
		.street_code = values_text(row, "street_code"),
		.position = { values_real(row, "lat"), values_real(row, "lon") },
	};
	return place;
}

/* Adds a query to others, of which one must hold. */
static const char *either(struct request *request, const char *queries, const char *typed)
{
	const char *query = words_query(portal_of(request)->words, request->arena, typed);

	return query ? arena_format(request->arena, "%s%s(%s)", queries, *queries ? " OR " : "", query) : queries;
}

/* What finds names that sound like the word, or have a character more, less or another: the parts before and behind each character of it. */
static const char *query_alike(struct request *request, struct seeker *seeker, const char *word, size_t characters)
{
	struct arena *arena = request->arena;
	const char *query = "", *end = word + strlen(word);
	char letters[MOST_ALIKE * WORDS_READING_BYTES + 1];
	const struct understanding_sources sources = { read_character, NULL, seeker };

	if (understanding_sound(&sources, word, letters, sizeof letters))
		query = either(request, query, letters);
	for (const char *at = word; at < end && characters >= LEAST_SLIPPED;) {
		const char *front = arena_text(arena, word, (size_t)(at - word));

		if (at > word)
			query = either(request, query, arena_format(arena, "%s %s", front, at));
		text_next(&at);
		query = either(request, query, arena_format(arena, "%s %s", front, at));
	}
	return query;
}

/* The part of a name that sounds like the word, or differs by one slip; NULL when none does. */
static const char *part_alike(struct seeker *seeker, const char *name, const char *word, size_t characters)
{
	char letters[MOST_ALIKE * WORDS_READING_BYTES + 1], others[sizeof letters];
	const struct understanding_sources sources = { read_character, NULL, seeker };
	bool sounds = understanding_sound(&sources, word, letters, sizeof letters);
	struct arena *arena = seeker->request->arena;

	for (const char *from = name; *from; text_next(&from)) {
		const char *to = from;

		for (size_t count = 1; *to && count <= characters + 1; count++) {
			const char *part;

			text_next(&to);
			part = arena_text(arena, from, (size_t)(to - from));
			if (sounds && count == characters && understanding_sound(&sources, part, others, sizeof others) && strcmp(letters, others) == 0)
				return part;
			if (characters >= LEAST_SLIPPED && count + 1 >= characters && name_is_one_slip(word, word + strlen(word), from, to))
				return part;
		}
	}
	return NULL;
}

/* A word as it stands in the name of a facility, when it was written nearly so; NULL: it stands in none. */
static const char *word_alike(struct request *request, const struct places_known *known, const char *word)
{
	struct values *parameters = values_new(request->arena);
	struct seeker seeker = { .request = request, .known = known };
	size_t characters = text_length(word);
	const char *query, *part = NULL;
	struct sql_cursor cursor;
	const struct values *row;

	if (characters < 2 || characters > MOST_ALIKE || !((unsigned char)*word & 0x80) || understanding_knows(known->understanding, word))
		return NULL;
	query = query_alike(request, &seeker, word, characters);
	values_put_text(parameters, "match", query);
	if (!*query || !sql_start(published_of(request)->sql, &Q_facility_names_like, parameters, &cursor))
		return NULL;
	while (!part && (row = sql_next(&cursor)))
		part = part_alike(&seeker, folded(request, values_text(row, "name")), word, characters);
	sql_finish(&cursor);
	return part;
}

bool asked_names_facility_nearly(struct request *request, const char *typed, struct asked *asked)
{
	const struct places_known *known = known_of(request);
	const char *word = folded(request, typed), *meant;

	if (!known || !asked->place || !asked->corrected_from || strlen(asked->corrected_from) >= strlen(word))
		return false;
	meant = word_alike(request, known, word);
	if (!meant)
		return false;
	*asked = (struct asked){ .phrase = typed, .understood = understood_nothing, .corrected_from = typed, .corrected_to = meant, .not_found = "" };
	return true;
}

/*
 * The words that are left and that something is called by, or nearly so. The others are told of, and not asked for, when anything else was
 * understood.
 */
static const char *words_found(struct request *request, const struct places_known *known, struct asked *asked)
{
	struct seeker seeker = { .request = request, .known = known };
	const char *words = asked->understood.words, *kept = "";

	while (*words) {
		size_t size = strcspn(words, " ");
		const char *word = arena_text(request->arena, words, size);
		const char *meant = finds_words(&seeker, word) ? word : word_alike(request, known, word);

		if (meant && meant != word && !asked->corrected_from) {
			asked->corrected_from = word;
			asked->corrected_to = meant;
		}
		if (meant || !asked->understood.any)
			kept = joined(kept, meant ? meant : word, request->arena);
		else
			asked->not_found = joined(asked->not_found, word, request->arena);
		words += size + (words[size] == ' ');
	}
	return kept;
}

static void understand_typed(struct request *request, const struct places_known *known, const char *typed, struct understood *understood)
{
	struct date today = calendar_date(calendar_day_of(request->now, CALENDAR_CHINA));

	understand(known->understanding,
		   &(struct understanding_sources){ read_character, finds_words, &(struct seeker){ .request = request, .known = known } },
		   folded(request, typed), (const int[]){ today.year, today.month, today.day }, request->arena, understood);
}

bool asked_understand(struct request *request, const char *typed, struct understood *understood)
{
	const struct places_known *known = known_of(request);

	if (known)
		understand_typed(request, known, typed, understood);
	return known;
}

/*
 * A facility whose whole name stands in a phrase that says more than that, found by the words that were left; *rest is what else is said.
 * NULL: there is none.
 */
static const struct known_place *facility_in(struct request *request, const char *phrase, const char *words, const char **rest)
{
	struct values *parameters = values_new(request->arena), *row;
	const char *match = words_query(portal_of(request)->words, request->arena, words), *whole = folded(request, phrase), *name, *at;

	if (!match)
		return NULL;
	values_put_text(parameters, "match", match);
	values_put_text(parameters, "phrase", whole);
	if (sql_row(published_of(request)->sql, &Q_facility_named_in, parameters, request->arena, &row) != SQL_FOUND)
		return NULL;
	name = values_text(row, "name");
	at = strstr(whole, name);
	*rest = at ? arena_format(request->arena, "%.*s %s", (int)(at - whole), whole, at + strlen(name)) : "";
	return at ? facility_place(request, values_text(row, "code")) : NULL;
}

/* "Near" a facility: that is where to set out from, and the rest is read by itself, unless it names a place, too. */
static void read_near_facility(struct request *request, const struct places_known *known, struct asked *asked)
{
	struct understood understood = understood_nothing;
	const struct known_place *place;
	const char *rest;

	place = *asked->understood.words ? facility_in(request, asked->phrase, asked->understood.words, &rest) : NULL;
	if (place)
		understand_typed(request, known, rest, &understood);
	if (!place || understood.place_count)
		return;
	asked->understood = understood;
	asked->understood.any = true;
	asked->place = place;
}

enum outcome asked_read(struct request *request, struct form_result *form, struct asked *asked)
{
	const char *phrase = values_text(form->values, "q");
	const struct places_known *known;
	const char *words;

	*asked = (struct asked){ .understood = understood_nothing, .not_found = "" };
	if (!*phrase || values_integer(form->values, "exact") == 1)
		return PAGE;
	known = known_of(request);
	if (!known)
		return BROKEN;
	asked->phrase = phrase;
	understand_typed(request, known, phrase, &asked->understood);
	if (*asked->understood.words && names_facility(request, phrase)) {
		*asked = (struct asked){ .understood = understood_nothing, .name = phrase, .not_found = "" };
		return PAGE;
	}
	read_near_facility(request, known, asked);
	fill_fields(form, asked, request->arena);
	if (asked->place)
		fill_text(form, "place", asked->place->code);
	else
		fill_place(form, known, asked, request->arena);
	fill_within(request, form, asked);
	words = words_found(request, known, asked);
	if (*words)
		values_put_text(form->values, "q", words);
	else
		values_put_null(form->values, "q");
	values_put_text(form->typed, "q", words);
	return PAGE;
}

bool asked_leave_words(struct form_result *form, struct asked *asked, struct arena *arena)
{
	const char *words = values_text(form->values, "q");

	if (!asked->phrase || !*words || (!asked->understood.any && !asked->place))
		return false;
	asked->not_found = joined(asked->not_found, words, arena);
	values_put_null(form->values, "q");
	values_put_text(form->typed, "q", "");
	return true;
}

const struct known_place *asked_place(struct request *request, const char *code)
{
	const struct places_known *known = known_of(request);

	for (int32_t i = 0; known && i < known->count; i++)
		if (strcmp(known->places[i].code, code) == 0)
			return &known->places[i];
	return known ? facility_place(request, code) : NULL;
}

static size_t put_known(const struct known_place *place, const struct known_place **places, size_t count, size_t most)
{
	for (size_t i = 0; i < count; i++)
		if (places[i] == place)
			return count;
	if (count < most)
		places[count++] = place;
	return count;
}

size_t asked_places(struct request *request, const struct asked *asked, const char *typed, const struct known_place **places, size_t most)
{
	const struct places_known *known = known_of(request);
	const struct understood *understood = &asked->understood;
	int32_t *holding = arena_take(request->arena, most * sizeof *holding);
	size_t count = 0, held;

	if (!known)
		return 0;
	if (asked->place)
		count = put_known(asked->place, places, count, most);
	for (size_t i = 0; i < understood->place_count; i++)
		count = put_known(&known->places[understood->places[i]], places, count, most);
	for (size_t i = 0; i < understood->around_count; i++)
		count = put_known(&known->places[understood->around[i]], places, count, most);
	held = understanding_holding(known->understanding, folded(request, typed), holding, most);
	for (size_t i = 0; i < held; i++)
		count = put_known(&known->places[holding[i]], places, count, most);
	return count;
}
