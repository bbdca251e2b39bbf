/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facilities as services of the Human Services Data Specification 3.0 (Open Referral): one service, one location and one organization for
 * each, with identifiers that never change. Source of the fields' meanings: https://docs.openreferral.org/en/v3.0/hsds/schema_reference.html
 */
#include <string.h>

#include "export.h"
#include "lib/base/calendar.h"
#include "lib/base/text.h"
#include "lib/base/uuid_name.h"
#include "portal_queries.h"
#include "rules/facilities/freshness.h"

#define MOST_PROGRAMMES 500
#define MONTHS_OF_YEAR 12.0

/* A service in the making. */
struct service {
	struct request *request;
	const struct values *row;
	struct rows programmes;
	json_t *json;
	int64_t assured_at;             /* the latest of what was asserted of it; 0 = nothing */
};

/* The identifier of something in this district: of a kind of entity, by its lasting code. */
static json_t *id_of(const struct service *service, const char *entity, const char *code)
{
	struct arena *arena = service->request->arena;
	const char *district = values_text(published_of(service->request)->district, "code");

	return json_string(uuid_of_name(arena, arena_format(arena, "%s/%s/%s", district, entity, code)));
}

/* Texts that say nothing are left out. */
static void put_text(json_t *to, const char *name, const char *text)
{
	if (*text)
		json_object_set_new(to, name, json_string(text));
}

static void put_day(json_t *to, const char *name, const struct values *row, const char *column, struct arena *arena)
{
	if (!values_null(row, column))
		json_object_set_new(to, name, json_string(calendar_day_text(arena, calendar_day_of(values_integer(row, column), CALENDAR_CHINA))));
}

static void note_assertion(struct service *service, const struct values *row, const char *column)
{
	if (!values_null(row, column) && values_integer(row, column) > service->assured_at)
		service->assured_at = values_integer(row, column);
}

/* Who runs it. An identifier by the credit code is the same in every district; without an operator the facility stands for itself. */
static json_t *organization_of(const struct service *service)
{
	struct arena *arena = service->request->arena;
	const char *uscc = values_text(service->row, "organization_uscc"), *name = values_text(service->row, "organization_name");
	json_t *id = *uscc ? json_string(uuid_of_name(arena, arena_format(arena, "organization/uscc/%s", uscc)))
		     : *name ? id_of(service, "organization/name", name)
			     : id_of(service, "organization/facility", values_text(service->row, "code"));
	const char *shown = *name ? name : values_text(service->row, "name");
	json_t *organization = json_pack("{s:o, s:s, s:s}", "id", id, "name", shown, "description", shown);

	if (*uscc)
		json_object_set_new(organization, "organization_identifiers",
				    json_pack("[{s:o, s:O, s:s, s:s}]", "id", id_of(service, "organization_identifier", uscc), "organization_id", id,
					      "identifier_type", "USCC", "identifier", uscc));
	return organization;
}

static json_t *location_of(const struct service *service)
{
	const struct values *row = service->row, *district = published_of(service->request)->district;
	const char *code = values_text(row, "code"), *city = values_text(district, "city");
	json_t *address = json_pack("{s:o, s:s, s:s, s:s, s:s, s:s, s:s}", "id", id_of(service, "address", code), "address_1",
				    values_text(row, "address"), "city", city, "state_province", city, "postal_code", "", "country", "CN",
				    "address_type", "physical");

	put_text(address, "region", values_text(row, "street_name"));
	return json_pack("{s:o, s:s, s:s, s:f, s:f, s:[o]}", "id", id_of(service, "location", code), "location_type", "physical", "name",
			 values_text(row, "name"), "latitude", values_real(row, "lat"), "longitude", values_real(row, "lon"), "addresses", address);
}

/* The hours of some days of the week. */
static void add_schedule(struct service *service, json_t *schedules, const char *days, const char *opens, const char *closes)
{
	struct arena *arena = service->request->arena;
	json_t *schedule;

	if (!*opens || !*closes)
		return;
	schedule = json_pack("{s:o, s:s, s:s, s:s, s:s, s:i}", "id",
			     id_of(service, "schedule", arena_format(arena, "%s/%s", values_text(service->row, "code"), days)), "freq", "WEEKLY",
			     "byday", days, "opens_at", arena_format(arena, "%s+08:00", opens), "closes_at",
			     arena_format(arena, "%s+08:00", closes), "timezone", CALENDAR_CHINA / 3600);
	put_text(schedule, "notes", values_text(service->row, "hours_note"));
	put_day(schedule, "valid_from", service->row, "hours_asserted_at", arena);
	put_day(schedule, "valid_to", service->row, "hours_until", arena);
	json_array_append_new(schedules, schedule);
}

static json_t *schedules_of(struct service *service)
{
	json_t *schedules = json_array();

	add_schedule(service, schedules, "MO,TU,WE,TH,FR", values_text(service->row, "weekday_open"), values_text(service->row, "weekday_close"));
	add_schedule(service, schedules, "SA,SU", values_text(service->row, "weekend_open"), values_text(service->row, "weekend_close"));
	note_assertion(service, service->row, "hours_asserted_at");
	return schedules;
}

static json_t *cost_options_of(struct service *service)
{
	struct arena *arena = service->request->arena;
	json_t *options = json_array();

	for (size_t i = 0; i < service->programmes.count; i++) {
		const struct values *programme = &service->programmes.at[i];
		json_t *option;

		note_assertion(service, programme, "vacancy_asserted_at");
		note_assertion(service, programme, "fee_asserted_at");
		if (values_null(programme, "fee_fen"))
			continue;
		option = json_pack("{s:o, s:s, s:s, s:f}", "id", id_of(service, "cost_option", values_text(programme, "code")), "option",
				   values_text(programme, "name"), "currency", "CNY", "amount",
				   (double)values_integer(programme, "fee_fen") / 100);
		put_text(option, "amount_description", values_text(programme, "fee_unit_name"));
		put_day(option, "valid_from", programme, "fee_asserted_at", arena);
		put_day(option, "valid_to", programme, "fee_until", arena);
		json_array_append_new(options, option);
	}
	return options;
}

/* Years, from completed months; the second age of a programme is the first month it takes no more. */
static void put_ages(const struct service *service)
{
	int64_t from = 0, to = 0;

	for (size_t i = 0; i < service->programmes.count; i++) {
		int64_t first = values_integer(&service->programmes.at[i], "age_from_months");
		int64_t last = values_integer(&service->programmes.at[i], "age_to_months") - 1;

		from = i == 0 || first < from ? first : from;
		to = last > to ? last : to;
	}
	if (!service->programmes.count)
		return;
	json_object_set_new(service->json, "minimum_age", json_real((double)from / MONTHS_OF_YEAR));
	json_object_set_new(service->json, "maximum_age", json_real((double)to / MONTHS_OF_YEAR));
}

static json_t *kind_of(const struct service *service)
{
	const char *kind = values_text(service->row, "kind"), *name = values_text(service->row, "kind_name");

	return json_pack("[{s:o, s:s, s:s, s:{s:o, s:s, s:s, s:s, s:s}}]", "id", id_of(service, "attribute/kind", values_text(service->row, "code")),
			 "link_entity", "service", "value", name, "taxonomy_term", "id", id_of(service, "term/kind", kind), "code", kind, "name",
			 name, "description", name, "taxonomy", "kind");
}

/* From which day on there is room, of the classes that say so and have none yet; false: the words cannot be made. */
static bool put_room_to_come(struct service *service)
{
	const struct portal *portal = portal_of(service->request);
	const char *today = calendar_day_text(service->request->arena, day_number(portal->today));
	struct page *page = page_new(portal->program.templates, "public/hsds-alert.tpl");
	struct buffer words = { 0 };
	bool fine;

	for (size_t i = 0; i < service->programmes.count; i++) {
		const struct values *programme = &service->programmes.at[i];

		if (portal_fresh(portal, programme, "vacancy_until") && strcmp(values_text(programme, "vacancy_from"), today) > 0)
			page_values(page_section(page, "programmes"), programme);
	}
	fine = page_expand(page, &words);
	page_free(page);
	if (fine)
		put_text(service->json, "alert", text_unescaped(service->request->arena,
			 text_trim(service->request->arena, arena_text(service->request->arena, words.bytes, words.size))));
	buffer_free(&words);
	return fine;
}

static void put_members(struct service *service)
{
	const struct values *row = service->row;
	const char *code = values_text(row, "code"), *phone = values_text(row, "phone"), *number = values_text(row, "filing_number");
	struct arena *arena = service->request->arena;
	json_t *json = service->json;

	put_text(json, "description", values_text(row, "summary"));
	put_text(json, "licenses",
		 *number ? arena_format(arena, "%s %s", values_text(row, "filing_state_name"), number) : values_text(row, "filing_state_name"));
	put_ages(service);
	json_object_set_new(json, "organization", organization_of(service));
	json_object_set_new(json, "service_at_locations",
			    json_pack("[{s:o, s:O, s:o}]", "id", id_of(service, "service_at_location", code), "service_id",
				      json_object_get(json, "id"), "location", location_of(service)));
	if (*phone)
		json_object_set_new(json, "phones", json_pack("[{s:o, s:s, s:s}]", "id", id_of(service, "phone", code), "number", phone, "type",
							      "voice"));
	json_object_set_new(json, "schedules", schedules_of(service));
	json_object_set_new(json, "cost_options", cost_options_of(service));
	json_object_set_new(json, "attributes", kind_of(service));
	if (service->assured_at)
		json_object_set_new(json, "assured_date", json_string(calendar_day_text(arena, calendar_day_of(service->assured_at, CALENDAR_CHINA))));
}

/* As RFC 3339 says it. */
static const char *moment_text(int64_t moment, struct arena *arena)
{
	int64_t day = calendar_day_of(moment, 0);
	int seconds = (int)(moment - calendar_day_start(day, 0));

	return arena_format(arena, "%sT%02d:%02d:%02d.000Z", calendar_day_text(arena, day), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static json_t *service_of(struct request *request, const struct finding *finding, const struct found *found)
{
	struct arena *arena = request->arena;
	struct service service = { .request = request };
	struct values *parameters = values_new(arena), *row;
	const char *code;

	(void)finding;
	values_put_integer(parameters, "id", found->id);
	if (sql_row(published_of(request)->sql, &Q_hsds_facility, parameters, arena, &row) != SQL_FOUND)
		return NULL;
	service.row = row;
	code = values_text(row, "code");
	values_put_text(parameters, "facility_code", code);
	if (!sql_list(published_of(request)->sql, &Q_facility_programmes, parameters, arena, MOST_PROGRAMMES, &service.programmes))
		return NULL;
	service.json = json_pack("{s:o, s:s, s:s, s:s, s:s}", "id", id_of(&service, "service", code), "name", values_text(row, "name"), "status",
				 "active", "url", arena_format(arena, "%s/facilities/%s", portal_of(request)->config->base_url, code),
				 "last_modified", moment_text(values_integer(row, "published_at"), arena));
	put_members(&service);
	if (put_room_to_come(&service))
		return service.json;
	json_decref(service.json);
	return NULL;
}

enum outcome export_hsds(struct request *request)
{
	struct finding finding;
	enum outcome outcome = export_find(request, &finding, "/open-data/hsds.json");

	if (outcome != PAGE)
		return outcome;
	outcome = export_list(request, &finding, "services", service_of);
	buffer_text(request->response.body, ",\"profile\":\"https://docs.openreferral.org/en/3.0/\",\"version\":\"3.0\"}\n");
	request->response.content = CONTENT_JSON;
	return outcome;
}
