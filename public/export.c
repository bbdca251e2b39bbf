/* SPDX-License-Identifier: Apache-2.0 */
/* The published facts as data: JSON for programs. The words are the columns' names. */
#include "export.h"

#include <math.h>
#include <string.h>

#include "portal_queries.h"

enum outcome export_listing(struct request *request, const struct found *found, struct arena *arena, struct values **row)
{
	struct values *key = values_new(arena);

	values_put_integer(key, "id", found->id);
	return sql_row(published_of(request)->sql, &Q_listing_one, key, arena, row) == SQL_FOUND ? PAGE : BROKEN;
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
		"vacancy_asserted_by", "vacancy_asserted_at", "vacancy_until", "fee_fen", "fee_unit", "meal_fee_fen", "fee_asserted_by",
		"fee_asserted_at", "fee_until", NULL,
	};
	struct values *parameters = values_new(request->arena);
	json_t *programmes;
	struct rows rows;

	values_put_text(parameters, "facility_code", code);
	if (!sql_list(published_of(request)->sql, &Q_facility_programmes, parameters, request->arena, 500, &rows))
		return NULL;
	programmes = json_array();
	for (size_t i = 0; i < rows.count; i++) {
		json_t *programme = json_object();

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
	static const char *const columns[] = {
		"code", "name", "kind", "street_code", "community_code", "address", "lat", "lon", "phone", "operator", "inclusive", "places",
		"age_from_months", "age_to_months", "has_vacancy", "vacancy", "vacancy_until", "fee_min_fen", "fee_unit", "fee_until",
		NULL,
	};
	struct values *row;
	json_t *item, *programmes;

	if (export_listing(request, found, request->arena, &row) != PAGE)
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
		json_object_set_new(item, "walk_min",
				    json_integer(walking_minutes(&published_of(request)->walking, found->metres)));
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

enum outcome export_refuse(struct request *request, const struct finding *finding)
{
	const struct form_result *form = finding->form;
	json_t *faults = json_object();

	for (size_t i = 0; form->form->fields[i].name; i++)
		if (form->states[i] != FIELD_FINE)
			json_object_set_new(faults, form->form->fields[i].name, json_string(state_word(form->states[i])));
	if (finding->within_needs_place)
		json_object_set_new(faults, "within", json_string("needs lat and lon, a community or a street"));
	return send_json(request, json_pack("{s:s, s:o}", "error", "bad parameters", "fields", faults), INVALID);
}

enum outcome api_facilities(struct request *request)
{
	struct finding finding;
	json_t *items;
	enum outcome outcome;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	outcome = find_read(request, &finding);
	if (outcome != PAGE)
		return outcome;
	if (!finding.form->fine)
		return export_refuse(request, &finding);
	outcome = find_run(request, &finding, 0);
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
	return send_json(request,
			 json_pack("{s:I, s:I, s:I, s:I, s:o}", "total", (json_int_t)finding.total, "page", (json_int_t)finding.page, "pages",
				   (json_int_t)finding.pages, "edition", (json_int_t)published_of(request)->size, "items", items),
			 PAGE);
}

enum outcome api_facility(struct request *request)
{
	struct finding none = { 0 };
	struct values *facility, *listing;
	struct found found = { 0 };
	json_t *json, *item, *outcomes;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	if (sql_row(published_of(request)->sql, &Q_facility_one, request->parts, request->arena, &facility) == SQL_FAILED ||
	    sql_row(published_of(request)->sql, &Q_listing_by_code, request->parts, request->arena, &listing) == SQL_FAILED)
		return BROKEN;
	if (!facility)
		return MISSING;
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
