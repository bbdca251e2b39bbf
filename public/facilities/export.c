/* SPDX-License-Identifier: Apache-2.0 */
/* The published facts as data: JSON for programs. The words are the columns' names. */
#include "export.h"
#include "facility.h"

#include <math.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "portal_queries.h"
#include "rules/facilities/freshness.h"
#include "trust.h"
#include "walk.h"

enum outcome export_listing(struct request *request, const struct finding *finding, const struct found *found, struct values **row)
{
	struct values *key = values_new(request->arena);

	values_put_integer(key, "id", found->id);
	if (sql_row(published_of(request)->sql, &Q_listing_one, key, request->arena, row) != SQL_FOUND)
		return BROKEN;
	return offer_put(request, &finding->offer, *row) && trust_put(request, *row) ? PAGE : BROKEN;
}

/* Some columns of a row, under their names. */
static void take_columns(json_t *to, const struct values *row, const char *const *names)
{
	json_t *all = json_from_values(row, 0);

	for (; *names; names++)
		json_object_set(to, *names, json_object_get(all, *names));
	json_decref(all);
}

static json_t *programmes_of(struct request *request, const char *code)
{
	static const char *const columns[] = {
		"code", "name", "class_kind", "age_from_months", "age_to_months", "mode", "places", "has_vacancy", "vacancy",
		"vacancy_from", "vacancy_asserted_by", "vacancy_asserted_at", "vacancy_until", "fee_fen", "fee_unit", "meal_fee_fen",
		"subsidy_fen", "fee_asserted_by",
		"fee_asserted_at", "fee_until", NULL,
	};
	const char *today = calendar_day_text(request->arena, day_number(portal_of(request)->today));
	struct values *parameters = values_new(request->arena);
	json_t *programmes;
	struct rows rows;

	values_put_text(parameters, "facility_code", code);
	if (!sql_list(published_of(request)->sql, &Q_facility_programmes, parameters, request->arena, 500, &rows))
		return NULL;
	programmes = json_array();
	for (size_t i = 0; i < rows.count; i++) {
		json_t *programme = json_object();

		/* As the facility's page says it: room that was to come by today is there. */
		offer_settle_room(&rows.at[i], today, "");
		take_columns(programme, &rows.at[i], columns);
		json_array_append_new(programmes, programme);
	}
	return programmes;
}

/* What complaints led to, with the facility's own words. */
static json_t *outcomes_of(struct request *request, const char *code)
{
	struct values *parameters = values_new(request->arena);
	json_t *outcomes;
	struct rows rows;

	values_put_text(parameters, "facility_code", code);
	if (!sql_list(published_of(request)->sql, &Q_outcome_of_facility, parameters, request->arena, 200, &rows))
		return NULL;
	outcomes = json_array();
	for (size_t i = 0; i < rows.count; i++)
		json_array_append_new(outcomes, json_from_values(&rows.at[i], 0));
	return outcomes;
}

json_t *export_facility(struct request *request, const struct finding *finding, const struct found *found)
{
	int minutes = walk_minutes(request, found->position, found->metres);
	static const char *const columns[] = {
		"code", "name", "kind", "street_code", "community_code", "address", "lat", "lon", "phone", "operator", "inclusive", "places",
		"age_from_months", "age_to_months", "has_vacancy", "vacancy", "vacancy_from", "vacancy_until", "fee_min_fen", "fee_max_fen", "fee_unit",
		"fee_until", "fee_differs_by", "fee_partly", "fee_other_units", "fee_other_unit_names", "fee_other_free", "meal_fee_fen", "subsidy_fen", "with_meals", "with_subsidy", "total_min_fen",
		"total_max_fen", "fresh_until", "gives_care",
		"filing_state", "carers", "places_per_carer", "recent_outcomes", "fresh_days", "counted_days", NULL,
	};
	struct values *row;
	json_t *item, *programmes;

	if (export_listing(request, finding, found, &row) != PAGE)
		return NULL;
	programmes = programmes_of(request, values_text(row, "code"));
	if (!programmes)
		return NULL;
	item = json_object();
	take_columns(item, row, columns);
	json_object_set_new(item, "street", json_string(values_text(row, "street_name")));
	json_object_set_new(item, "kind_name", json_string(values_text(row, "kind_name")));
	json_object_set_new(item, "programmes", programmes);
	if (finding->origin_kind != ORIGIN_NONE) {
		json_object_set_new(item, "distance_m", json_integer((json_int_t)lround(found->metres)));
		json_object_set_new(item, "walk_min", minutes <= WALKING_MOST_MINUTES ? json_integer(minutes) : json_null());
		json_object_set_new(item, "walk_by", minutes > WALKING_MOST_MINUTES ? json_null() :
						     json_string(walk_is_by_streets(request, found->position) ? "STREETS" : "LINE"));
	}
	return item;
}

static const char *state_word(enum field_state state)
{
	return state == FIELD_MISSING ? "missing" : state == FIELD_MALFORMED ? "malformed" : "out of range";
}

static enum outcome send_json(struct request *request, json_t *json, enum outcome outcome)
{
	buffer_text(request->response.body, json_canonical(json, request->arena));
	request->response.content = CONTENT_JSON;
	return outcome;
}

/* From where to where a number may go, in the words of the form; the last page as it is for this question. */
static json_t *bounds_of(const struct field *field, const struct finding *finding)
{
	bool is_page = strcmp(field->name, "page") == 0;
	bool is_age = strcmp(field->name, "age") == 0;
	json_int_t most = is_page && finding->pages && finding->pages < FIND_MOST_PAGES ? finding->pages : (json_int_t)field->most;

	if (is_age)
		return json_pack("{s:I, s:I}", "least", (json_int_t)0, "most", (json_int_t)CHILD_OLDEST_MONTHS);
	if (field->kind != FIELD_INTEGER && field->kind != FIELD_REAL)
		return NULL;
	return json_pack("{s:I, s:I}", "least", (json_int_t)field->least, "most", most);
}

enum outcome export_refuse(struct request *request, const struct finding *finding)
{
	const struct form_result *form = finding->form;
	json_t *faults = json_object(), *bounds = json_object();

	for (size_t i = 0; form->form->fields[i].name; i++)
		if (form->states[i] != FIELD_FINE)
			json_object_set_new(faults, form->form->fields[i].name, json_string(state_word(form->states[i])));
	for (size_t i = 0; form->form->fields[i].name; i++) {
		json_t *bound = form->states[i] == FIELD_FINE ? NULL : bounds_of(&form->form->fields[i], finding);

		if (bound)
			json_object_set_new(bounds, form->form->fields[i].name, bound);
	}
	if (finding->within_needs_place)
		json_object_set_new(faults, "within", json_string("needs lat and lon, a community or a street"));
	return send_json(request, json_pack("{s:s, s:o, s:o, s:s}", "error", "bad parameters", "fields", faults, "bounds", bounds,
					   "documentation", "/open-data"),
			 INVALID);
}

/* A code as a word: STATION is station. A road with a number of a house is an address. */
static const char *kind_word(const struct finding *finding, struct arena *arena)
{
	const char *kind = finding->asked.place->kind;
	bool is_address = finding->asked.understood.house >= 0 && strcmp(kind, "ROAD") == 0;
	char *word = arena_copy(arena, is_address ? "address" : kind);

	for (char *at = word; *at; at++)
		*at = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
	return word;
}

/* The place that was named; of a road the point from which the distances count. The district has none, and is the place when no other is. */
static json_t *place_json(const struct finding *finding, const struct values *district, struct arena *arena)
{
	const struct known_place *place = finding->asked.place;
	bool is_origin = finding->origin_kind == ORIGIN_PLACE;

	if (!place && finding->asked.understood.here)
		return json_pack("{s:s, s:s, s:s, s:n, s:n, s:n}", "kind", "district", "code", values_text(district, "code"), "name",
				 values_text(district, "name"), "lat", "lon", "precision_m");
	if (!place)
		return json_null();
	return json_pack("{s:s, s:s, s:s, s:f, s:f, s:I}", "kind", kind_word(finding, arena), "code", place->code, "name", place->name, "lat",
			 is_origin ? finding->origin.lat : place->position.lat, "lon", is_origin ? finding->origin.lon : place->position.lon,
			 "precision_m", (json_int_t)(is_origin ? finding->origin_precision_m : place->precision_m));
}

static json_t *number_or_null(int number)
{
	return number < 0 ? json_null() : json_integer(number);
}

/* What else was said, as far as it was. */
static void put_told(json_t *json, const struct asked *asked, struct arena *arena)
{
	const struct understood *understood = &asked->understood;

	if (understood->within_minutes >= 0)
		json_object_set_new(json, "within_minutes", json_integer(understood->within_minutes));
	if (understood->within_metres >= 0)
		json_object_set_new(json, "within_metres", json_integer(understood->within_metres));
	if (understood->until_minute >= 0)
		json_object_set_new(json, "open_until", json_string(arena_format(arena, "%02d:%02d", understood->until_minute / 60, understood->until_minute % 60)));
	if (understood->outside)
		json_object_set_new(json, "outside", json_string(understood->outside));
	if (*asked->not_found)
		json_object_set_new(json, "not_found", json_string(asked->not_found));
}

/* How the phrase in q was read; null when none was. */
static json_t *understood_json(const struct finding *finding, const struct values *district, struct arena *arena)
{
	const struct asked *asked = &finding->asked;
	const struct understood *understood = &asked->understood;
	const char *words = asked->name ? asked->name : understood->words;
	json_t *json;

	if (!asked->phrase && !asked->name)
		return json_null();
	json = json_pack("{s:o, s:o, s:o, s:o, s:s, s:o}", "place", place_json(finding, district, arena), "age", number_or_null(understood->age_months), "fee_max",
			 number_or_null(understood->fee_max), "house", number_or_null(understood->house), "words", words, "start",
			 understood->start_month < 0 ? json_null()
						     : json_string(arena_format(arena, "%04d-%02d", understood->start_month / 12,
										understood->start_month % 12 + 1)));
	for (size_t i = 0; i < understood->field_count; i++)
		json_object_set_new(json, arena_format(arena, "%s%s", understood->fields[i].excluded ? "not_" : "", understood->fields[i].name),
				    strcmp(understood->fields[i].value, "1") == 0 ? json_true() : json_string(understood->fields[i].value));
	put_told(json, asked, arena);
	if (asked->corrected_from)
		json_object_set_new(json, "corrected",
				    json_pack("{s:s, s:s}", "from", asked->corrected_from, "to", asked->corrected_to));
	return json;
}

/* Whose data the named places are, in the words of the pages. */
static json_t *credits_json(const struct rows *credits)
{
	json_t *names = json_array();

	for (size_t i = 0; i < credits->count; i++)
		json_array_append_new(names, json_string(values_text(&credits->at[i], "name")));
	return names;
}

enum outcome api_facilities(struct request *request)
{
	struct finding finding;
	json_t *items, *understood;
	enum outcome outcome;

	request->response.open_data = true;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	outcome = find_read(request, &finding);
	if (outcome != PAGE)
		return outcome;
	if (!finding.form->fine)
		return export_refuse(request, &finding);
	outcome = find_run(request, &finding, 0);
	if (outcome == PAGE && finding.page > 1 && finding.page > finding.pages) {
		form_refuse(finding.form, "page", FIELD_OUT_OF_RANGE);
		return export_refuse(request, &finding);
	}
	if (outcome != PAGE)
		return outcome;
	items = json_array();
	for (size_t i = 0; i < finding.count; i++) {
		json_t *item = export_facility(request, &finding, &finding.found[i]);

		if (!item) {
			json_decref(items);
			return BROKEN;
		}
		json_array_append_new(items, item);
	}
	understood = understood_json(&finding, published_of(request)->district, request->arena);
	/* By its name, code or telephone number it is meant alone. */
	if (finding.total == 1 && finding.count == 1 && json_string_length(json_object_get(understood, "words")))
		json_object_set(understood, "facility", json_object_get(json_array_get(items, 0), "code"));
	return send_json(request,
			 json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:o, s:o, s:o}", "total", (json_int_t)finding.total, "page", (json_int_t)finding.page, "pages",
				   (json_int_t)finding.pages, "edition", (json_int_t)published_of(request)->size, "without_care", (json_int_t)finding.without_care, "vacancy_unknown", (json_int_t)finding.unknown, "understood",
				   understood, "credits", credits_json(&published_of(request)->credits), "items", items),
			 PAGE);
}

enum outcome api_facility(struct request *request)
{
	struct finding none = { .offer = offer_of_all };
	struct values *facility, *listing;
	struct found found = { 0 };
	json_t *json, *item, *outcomes;
	enum outcome outcome;

	request->response.open_data = true;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	outcome = facility_read(request, &facility);
	if (outcome != PAGE)
		return outcome;
	if (sql_row(published_of(request)->sql, &Q_listing_by_code, request->parts, request->arena, &listing) == SQL_FAILED)
		return BROKEN;
	outcomes = outcomes_of(request, values_text(facility, "code"));
	if (!outcomes)
		return BROKEN;
	json = json_from_values(facility, 1);
	json_object_set_new(json, "outcomes", outcomes);
	if (listing) {
		found.id = values_integer(listing, "id");
		item = export_facility(request, &none, &found);
		if (!item) {
			json_decref(json);
			return BROKEN;
		}
		json_object_update_missing(json, item);
		json_decref(item);
	}
	return send_json(request, json, PAGE);
}
