/* SPDX-License-Identifier: Apache-2.0 */
/* What a mapping can map, with the bounds of each field. The names are those of the registry's columns. */
#include "import_map.h"

#define FIELDS(variable, section, list) const struct field_list variable = { section, list, sizeof list / sizeof *list }

static const struct field facility[] = {
	{ .name = "code", .kind = FIELD_CODE, .required = true },
	{ .name = "name", .kind = FIELD_TEXT, .required = true, .most = 200 },
	{ .name = "kind", .kind = FIELD_TERM, .required = true },
	{ .name = "address", .kind = FIELD_TEXT, .required = true, .most = 300 },
	{ .name = "lat", .kind = FIELD_DEGREES, .required = true, .least = -90, .most = 90 },
	{ .name = "lon", .kind = FIELD_DEGREES, .required = true, .least = -180, .most = 180 },
	{ .name = "phone", .kind = FIELD_PHONE, .most = 40 },
	{ .name = "website", .kind = FIELD_WEBSITE, .most = 300 },
	{ .name = "operator", .kind = FIELD_TEXT, .most = 200 },
	{ .name = "uscc", .kind = FIELD_USCC },
	{ .name = "filing_state", .kind = FIELD_TERM, .required = true },
	{ .name = "filing_number", .kind = FIELD_TEXT, .most = 100 },
	{ .name = "filed_on", .kind = FIELD_DAY },
	{ .name = "opened_on", .kind = FIELD_DAY },
	{ .name = "inclusive", .kind = FIELD_YES_NO },
	{ .name = "inclusive_from", .kind = FIELD_DAY },
	{ .name = "indoor_m2", .kind = FIELD_NUMBER, .most = 1000000 },
	{ .name = "outdoor_m2", .kind = FIELD_NUMBER, .most = 1000000 },
	{ .name = "floors", .kind = FIELD_TEXT, .most = 40 },
	{ .name = "head_name", .kind = FIELD_TEXT, .most = 50 },
	{ .name = "carers", .kind = FIELD_NUMBER, .most = 10000 },
	{ .name = "health_workers", .kind = FIELD_NUMBER, .most = 10000 },
	{ .name = "guards", .kind = FIELD_NUMBER, .most = 10000 },
	{ .name = "meals", .kind = FIELD_TERM },
	{ .name = "summary", .kind = FIELD_LONG_TEXT, .most = 2000 },
	{ .name = "closed_on", .kind = FIELD_DAY },
};

static const struct field street[] = {
	{ .name = "name", .kind = FIELD_TEXT, .required = true, .most = 60 },
};

static const struct field community[] = {
	{ .name = "name", .kind = FIELD_TEXT, .most = 60 },
};

static const struct field programme[] = {
	{ .name = "number", .kind = FIELD_NUMBER, .least = 1, .most = 9999 },
	{ .name = "name", .kind = FIELD_TEXT, .required = true, .most = 100 },
	{ .name = "class_kind", .kind = FIELD_TERM },
	{ .name = "age_from_months", .kind = FIELD_NUMBER, .required = true, .most = 240 },
	{ .name = "age_to_months", .kind = FIELD_NUMBER, .required = true, .least = 1, .most = 241 },
	{ .name = "mode", .kind = FIELD_TERM, .required = true },
	{ .name = "places", .kind = FIELD_NUMBER, .most = 100000 },
};

static const struct field vacancy[] = {
	{ .name = "has_vacancy", .kind = FIELD_YES_NO },
	{ .name = "vacancy", .kind = FIELD_NUMBER, .most = 100000 },
	{ .name = "vacancy_from", .kind = FIELD_DAY },
};

static const struct field fee[] = {
	{ .name = "fee_yuan", .column = "fee_fen", .kind = FIELD_YUAN, .most = 1000000 },
	{ .name = "fee_unit", .kind = FIELD_TERM },
	{ .name = "meal_fee_yuan", .column = "meal_fee_fen", .kind = FIELD_YUAN, .most = 1000000 },
	{ .name = "subsidy_yuan", .column = "subsidy_fen", .kind = FIELD_YUAN, .most = 1000000 },
};

static const struct field hours[] = {
	{ .name = "weekday_open", .kind = FIELD_TIME },
	{ .name = "weekday_close", .kind = FIELD_TIME },
	{ .name = "weekend_open", .kind = FIELD_TIME },
	{ .name = "weekend_close", .kind = FIELD_TIME },
	{ .name = "note", .kind = FIELD_LONG_TEXT, .most = 300 },
};

static const struct field assertion[] = {
	{ .name = "asserted_by", .kind = FIELD_TEXT, .required = true, .most = 100 },
	{ .name = "asserted_on", .column = "asserted_at", .kind = FIELD_MOMENT, .required = true },
};

static const struct field place[] = {
	{ .name = "code", .kind = FIELD_CODE },
	{ .name = "name", .kind = FIELD_TEXT, .required = true, .most = 48 },
	{ .name = "kind", .list = "place_kind", .kind = FIELD_TERM, .required = true },
	{ .name = "street", .kind = FIELD_TEXT, .most = 60 },
	{ .name = "lat", .kind = FIELD_DEGREES, .least = -90, .most = 90 },
	{ .name = "lon", .kind = FIELD_DEGREES, .least = -180, .most = 180 },
	{ .name = "precision_m", .kind = FIELD_NUMBER, .most = 100000 },
	{ .name = "path", .kind = FIELD_TEXT, .most = 200000 },
	{ .name = "source", .kind = FIELD_TEXT, .most = 100 },
};

FIELDS(facility_fields, "facility", facility);
FIELDS(street_fields, "street", street);
FIELDS(community_fields, "community", community);
FIELDS(programme_fields, "programme", programme);
FIELDS(vacancy_fields, "vacancy", vacancy);
FIELDS(fee_fields, "fee", fee);
FIELDS(hours_fields, "hours", hours);
FIELDS(assertion_fields, "assertion", assertion);
FIELDS(place_fields, "place", place);
