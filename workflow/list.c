/* SPDX-License-Identifier: Apache-2.0 */
/* From the address of a list to what its queries take, and back. */
#include "list.h"

#include <inttypes.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/base/text.h"
#include "lib/web/request.h"

/* Fields that say where in the list one is, not what is asked for. */
#define OF_THE_PAGE "after before page done"

int64_t list_pages(const struct list *list, int64_t total)
{
	return (total + list->page_size - 1) / list->page_size;
}

const struct list_filter *list_filter(const struct list *list, const char *field)
{
	for (size_t i = 0; i < list->filter_count; i++)
		if (strcmp(list->filters[i].field, field) == 0)
			return &list->filters[i];
	return NULL;
}

const char *list_turn(const struct flow *flow, const char *actor, struct arena *arena)
{
	const char *states = " ";

	for (size_t i = 0; i < flow->state_count; i++)
		if (strcmp(flow->states[i].turn, actor) == 0)
			states = arena_format(arena, "%s%s ", states, flow->states[i].code);
	return states;
}

/* The first second of a day named by a field, so many days later; 0 when it is not given. */
static int64_t start_of(const char *text, int later)
{
	int64_t day;

	return *text && calendar_day_from_text(text, &day) ? calendar_day_start(day + later, CALENDAR_CHINA) : 0;
}

static void put_one(const struct list *list, const struct list_filter *filter, const char *text, const struct form_result *form,
		    const char *account, struct values *parameters)
{
	const char *name = filter->parameter ? filter->parameter : filter->field;

	switch (filter->kind) {
	case LIST_CHOICE:
		values_put_text(parameters, name, *text || !filter->usual ? text : filter->usual);
		break;
	case LIST_CODE:
		values_put_text(parameters, name, filter->own && strcmp(text, filter->own) == 0 ? account : text);
		break;
	case LIST_FLAG:
		values_put_integer(parameters, name, values_integer(form->values, filter->field));
		break;
	case LIST_FROM:
	case LIST_TO:
		values_put_integer(parameters, name, start_of(text, filter->kind == LIST_TO));
		break;
	case LIST_TURN:
		values_put_text(parameters, name, *text ? list_turn(list->flow, text, parameters->arena) : "");
		break;
	case LIST_WORDS:
		break;
	}
}

void list_put(const struct list *list, const struct form_result *form, const char *account, struct values *parameters)
{
	const char *sort = values_text(form->values, "sort");

	for (size_t i = 0; i < list->filter_count; i++)
		put_one(list, &list->filters[i], values_text(form->values, list->filters[i].field), form, account, parameters);
	values_put_text(parameters, "sort", *sort ? sort : list->sorts->word);
}

const char *list_section(const struct list_filter *filter, const char *word)
{
	for (const struct list_word *one = filter->words; one && one->word; one++)
		if (strcmp(one->word, word) == 0)
			return one->section;
	return NULL;
}

const char *list_address(const struct list *list, const struct form_result *form, const char *path, const char *without, struct arena *arena)
{
	const char *address = path, *joint = strchr(path, '?') ? "&" : "?";

	for (const struct field *field = list->form->fields; field->name; field++) {
		const char *text = values_text(form->typed, field->name);

		if (!*text || text_has_word(OF_THE_PAGE, field->name) || text_has_word(without, field->name))
			continue;
		address = arena_format(arena, "%s%s%s=%s", address, joint, field->name, request_escaped(text, arena));
		joint = "&";
	}
	return address;
}

size_t list_chips(const struct list *list, const struct form_result *form, struct list_chip chips[LIST_CHIPS], struct arena *arena)
{
	size_t count = 0;

	for (size_t i = 0; i < list->filter_count && count < LIST_CHIPS; i++) {
		const struct list_filter *filter = &list->filters[i];
		const char *typed = values_text(form->typed, filter->field);

		if (values_say(form->values, filter->field) && !(filter->usual && strcmp(typed, filter->usual) == 0))
			chips[count++] = (struct list_chip){ .filter = filter,
							     .typed = typed,
							     .remove_url = list_address(list, form, list->path, filter->field, arena) };
	}
	return count;
}

/* 1795400000_2026-000123: the place in the order, then the row's name. */
static bool read_place(const char *text, struct list_place *place, struct arena *arena)
{
	const char *joint = strchr(text, '_');

	if (!joint || !joint[1] || !text_to_integer(arena_text(arena, text, (size_t)(joint - text)), &place->place))
		return false;
	place->key = joint + 1;
	return place->place > LIST_FIRST && place->place < -LIST_FIRST;
}

bool list_place(const struct form_result *form, struct list_place *place, struct arena *arena)
{
	const char *after = values_text(form->values, "after"), *before = values_text(form->values, "before");

	*place = (struct list_place){ .direction = *before ? -1 : 1, .place = LIST_FIRST, .key = "" };
	if ((!*after && !*before) || read_place(*before ? before : after, place, arena))
		return true;
	*place = (struct list_place){ .direction = 1, .place = LIST_FIRST, .key = "" };
	return false;
}

const char *list_page_address(const struct list *list, const struct form_result *form, const struct list_place *place, int64_t page,
			      struct arena *arena)
{
	const char *address = list_address(list, form, list->path, "", arena);

	return arena_format(arena, "%s%s%s=%" PRId64 "_%s&page=%" PRId64, address, strchr(address, '?') ? "&" : "?",
			    place->direction > 0 ? "after" : "before", place->place, request_escaped(place->key, arena), page);
}

static const struct field *field_of(const struct list *list, const char *name)
{
	for (const struct field *field = list->form->fields; field->name; field++)
		if (strcmp(field->name, name) == 0)
			return field;
	return NULL;
}

static bool is_choice(const struct field *field, const char *word)
{
	for (const char *const *choice = field->choices; choice && *choice; choice++)
		if (strcmp(*choice, word) == 0)
			return true;
	return false;
}

static bool is_actor(const struct flow *flow, const char *code)
{
	for (size_t i = 0; flow && i < flow->actor_count; i++)
		if (strcmp(flow->actors[i], code) == 0)
			return true;
	return false;
}

/* Every word of a field is said by the template, but the usual one. */
static const char *words_mistake(const struct list *list, const struct list_filter *filter, const struct field *field)
{
	for (const char *const *choice = field->choices; choice && *choice; choice++) {
		if (filter->kind == LIST_TURN && !is_actor(list->flow, *choice))
			return "it is the turn of somebody who is no actor";
		if (!filter->from && !list_section(filter, *choice) && !(filter->usual && strcmp(filter->usual, *choice) == 0))
			return "a word of a choice has no section";
	}
	for (const struct list_word *word = filter->words; word && word->word; word++) {
		if (!word->section)
			return "a word of a filter has no section";
		if (field->choices && !is_choice(field, word->word))
			return "a filter says a word that its field has not";
	}
	return filter->usual && !is_choice(field, filter->usual) ? "what is usual is no word of its field" : NULL;
}

static const char *filter_mistake(const struct list *list, const struct list_filter *filter)
{
	static const enum field_kind kinds[] = { [LIST_WORDS] = FIELD_TEXT, [LIST_CHOICE] = FIELD_CHOICE, [LIST_CODE] = FIELD_CODE,
						 [LIST_FLAG] = FIELD_FLAG,  [LIST_FROM] = FIELD_DATE,     [LIST_TO] = FIELD_DATE,
						 [LIST_TURN] = FIELD_CHOICE };
	const struct field *field = field_of(list, filter->field);

	if (!field || !filter->kind || field->kind != kinds[filter->kind] || field->presence != OPTIONAL)
		return "a filter has no field of its kind that may be left out";
	if (list_filter(list, filter->field) != filter)
		return "two filters are of one field";
	if (!filter->chip)
		return "a filter has no chip, so nobody could take it off";
	if ((filter->options || filter->terms) && !filter->from)
		return "nothing gives what can be chosen in a filter";
	if (filter->kind == LIST_FLAG && !list_section(filter, "1"))
		return "a flag has no section that marks it";
	return words_mistake(list, filter, field);
}

static const char *sorts_mistake(const struct list *list)
{
	const struct field *field = field_of(list, "sort");
	size_t count = 0;

	if (!list->sorts || !list->sorts->word || list->sorts->section)
		return "it has no usual order, or one with a section";
	for (const struct list_word *sort = list->sorts; sort->word; sort++, count++) {
		if (!field || !is_choice(field, sort->word))
			return "an order is no word of the field sort";
		if (count && !sort->section)
			return "an order that is not the usual one has no section";
	}
	for (size_t i = 0; field->choices[i]; i++)
		if (i >= count)
			return "a word of the field sort is no order";
	return NULL;
}

static const char *fields_mistake(const struct list *list)
{
	static const char *const needed[] = { "after", "before", "page", "done" };

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (!field_of(list, needed[i]))
			return "its form does not end with LIST_FIELDS";
	for (const struct field *field = list->form->fields; field->name; field++)
		if (!list_filter(list, field->name) && strcmp(field->name, "sort") != 0 && !text_has_word(OF_THE_PAGE, field->name))
			return "a field of its form is no filter";
	if (!list->wider_field)
		return NULL;
	if (!field_of(list, list->wider_field) || !list->wider_word || !is_choice(field_of(list, list->wider_field), list->wider_word))
		return "it cannot be asked more widely by that word";
	return list->ended_word && !is_choice(field_of(list, list->wider_field), list->ended_word) ? "it has no such word for what has ended" : NULL;
}

const char *list_mistake(const struct list *list)
{
	const char *mistake;

	if (!list->word || !*list->word || !list->path || *list->path != '/' || !list->key || !list->form || !list->flow)
		return "it lacks its word, path, key, form or procedure";
	if (strcmp(list->word, list->flow->word) != 0)
		return "its word is not its procedure's";
	if (list->page_size < 1 || list->page_size > 200 || list->filter_count > LIST_CHIPS)
		return "its pages, or its filters, are too many or none";
	for (size_t i = 0; i < list->filter_count; i++)
		if ((mistake = filter_mistake(list, &list->filters[i])))
			return mistake;
	for (size_t i = 0; i < list->bulk_count; i++)
		if (!list->bulks[i].section || !list->bulks[i].verb || (!list->bulks[i].aside && !flow_knows(list->flow, list->bulks[i].action)))
			return "what is done with several is no action of the procedure, or has no section or verb";
	mistake = fields_mistake(list);
	return mistake ? mistake : sorts_mistake(list);
}
