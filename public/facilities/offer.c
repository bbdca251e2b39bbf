/* SPDX-License-Identifier: Apache-2.0 */
/* What a facility offers to who asks. */
#include "offer.h"

#include <string.h>

#include "child.h"
#include "lib/base/calendar.h"
#include "portal_queries.h"
#include "rules/facilities/freshness.h"

#define MOST_CLASSES 500

const struct offer_question offer_of_all = { .age = -1, .mode = "", .fee_max_fen = -1, .ahead = -1, .room_by = "" };

/* A figure over classes: of those that state it. */
struct figure {
	int64_t sum, least, most;
	size_t stated;
};

static void take(struct figure *figure, const struct values *row, const char *column)
{
	int64_t value = values_integer(row, column);

	if (values_null(row, column))
		return;
	figure->least = figure->stated && figure->least < value ? figure->least : value;
	figure->most = figure->stated && figure->most > value ? figure->most : value;
	figure->sum += value;
	figure->stated++;
}

static void put_stated(struct values *listing, const char *column, bool stated, int64_t value)
{
	if (stated)
		values_put_integer(listing, column, value);
	else
		values_put_null(listing, column);
}

static const char *asked_mode(const struct values *asked, struct arena *arena)
{
	const char *mode = values_text(asked, "mode"), *not_mode = values_text(asked, "not_mode");

	return *mode || !*not_mode ? mode : arena_format(arena, "!%s", not_mode);
}

struct offer_question offer_question(const struct portal *portal, const struct values *asked, struct arena *arena)
{
	int ahead = child_months_ahead(portal, asked);

	return (struct offer_question){
		.age = values_null(asked, "age") ? -1 : values_integer(asked, "age") + (ahead > 0 ? ahead : 0),
		.ahead = ahead,
		.mode = asked_mode(asked, arena),
		.fee_max_fen = values_null(asked, "fee_max") ? -1 : (int64_t)(values_real(asked, "fee_max") * 100 + 0.5),
		.room_by = ahead < 0 ? "" : child_last_day(portal, ahead, arena),
	};
}

static void put_ages_and_places(const struct rows *classes, struct values *listing)
{
	struct figure from = { 0 }, to = { 0 }, places = { 0 };

	for (size_t i = 0; i < classes->count; i++) {
		take(&from, &classes->at[i], "age_from_months");
		take(&to, &classes->at[i], "age_to_months");
		take(&places, &classes->at[i], "places");
	}
	values_put_integer(listing, "programmes", (int64_t)classes->count);
	put_stated(listing, "places", places.stated, places.sum);
	put_stated(listing, "age_from_months", from.stated, from.least);
	put_stated(listing, "age_to_months", to.stated, to.most);
}

/* The class whose unit the fee is told in: one by the month, else the cheapest; NULL when none states a fee. */
static const struct values *leading_fee(const struct rows *classes)
{
	const struct values *leading = NULL;
	bool by_month = false;

	for (size_t i = 0; i < classes->count; i++) {
		const struct values *row = &classes->at[i];
		bool monthly = strcmp(values_text(row, "fee_unit"), "MONTH") == 0;

		if (values_null(row, "fee_fen") || (by_month && !monthly))
			continue;
		if (!leading || (monthly && !by_month) || values_integer(row, "fee_fen") < values_integer(leading, "fee_fen"))
			leading = row;
		by_month = by_month || monthly;
	}
	return leading;
}

static const char *differs_by(bool fees_differ, bool ages_differ, bool modes_differ)
{
	if (!fees_differ)
		return "";
	return ages_differ && modes_differ ? "BOTH" : ages_differ ? "AGE" : modes_differ ? "MODE" : "CLASS";
}

/* What is put to a fee and taken off: told when all that state the fee state their meals, or none does. A subsidy that is not stated is none. */
static void put_total(struct values *listing, const struct figure *meals, const struct figure *subsidies, const struct figure *totals)
{
	bool alike = meals->stated == totals->stated || meals->stated == 0;
	bool told = alike && (meals->most > 0 || subsidies->most > 0);

	put_stated(listing, "meal_fee_fen", told && meals->most > 0 && meals->least == meals->most, meals->most);
	put_stated(listing, "subsidy_fen", told && subsidies->most > 0 && subsidies->stated == totals->stated && subsidies->least == subsidies->most,
		   subsidies->most);
	if (!told)
		return;
	values_put_integer(listing, "with_meals", meals->most > 0);
	values_put_integer(listing, "with_subsidy", subsidies->most > 0);
	values_put_integer(listing, "total_min_fen", totals->least);
	values_put_integer(listing, "total_max_fen", totals->most);
}

static void take_total(struct figure *totals, const struct values *row)
{
	int64_t whole = values_integer(row, "fee_fen") + values_integer(row, "meal_fee_fen") - values_integer(row, "subsidy_fen");
	int64_t total = whole > 0 ? whole : 0;

	totals->least = totals->stated && totals->least < total ? totals->least : total;
	totals->most = totals->stated && totals->most > total ? totals->most : total;
	totals->stated++;
}

static void put_fees(const struct rows *classes, const struct offer_question *question, struct values *listing)
{
	const struct values *leading = leading_fee(classes);
	const char *unit = leading ? values_text(leading, "fee_unit") : "";
	struct figure fees = { 0 }, until = { 0 }, meals = { 0 }, subsidies = { 0 }, totals = { 0 };
	bool ages_differ = false, modes_differ = false;
	size_t stated = 0;

	for (size_t i = 0; leading && i < classes->count; i++) {
		const struct values *row = &classes->at[i];

		stated += !values_null(row, "fee_fen");
		if (values_null(row, "fee_fen") || strcmp(values_text(row, "fee_unit"), unit) != 0)
			continue;
		take(&fees, row, "fee_fen");
		take(&until, row, "fee_until");
		take(&meals, row, "meal_fee_fen");
		take(&subsidies, row, "subsidy_fen");
		take_total(&totals, row);
		ages_differ = ages_differ || values_integer(row, "age_from_months") != values_integer(leading, "age_from_months") ||
			      values_integer(row, "age_to_months") != values_integer(leading, "age_to_months");
		modes_differ = modes_differ || strcmp(values_text(row, "mode"), values_text(leading, "mode")) != 0;
	}
	put_stated(listing, "fee_min_fen", leading, fees.least);
	put_stated(listing, "fee_max_fen", leading, fees.most);
	values_put_text(listing, "fee_unit", leading ? unit : NULL);
	values_put_text(listing, "fee_unit_name", leading ? values_text(leading, "fee_unit_name") : NULL);
	put_stated(listing, "fee_until", until.stated, until.least);
	/* Who has said the age is not told that it depends on the age. */
	values_put_text(listing, "fee_differs_by", differs_by(fees.least != fees.most, ages_differ && question->age < 0, modes_differ));
	values_put_integer(listing, "fee_partly", leading && stated < classes->count);
	if (strcmp(unit, "MONTH") == 0)
		put_total(listing, &meals, &subsidies, &totals);
}

/* What the classes cost that are not paid by the unit in which the fee is told: by which others, and whether one is free. */
static bool put_other_units(struct sql *sql, const struct rows *classes, struct values *parameters, struct arena *arena, struct values *listing)
{
	const char *unit = values_text(listing, "fee_unit");
	bool paid = false, unpaid = false;
	struct values *units;

	for (size_t i = 0; i < classes->count; i++) {
		const struct values *row = &classes->at[i];

		if (values_null(row, "fee_fen") || strcmp(values_text(row, "fee_unit"), unit) == 0)
			continue;
		paid = paid || values_integer(row, "fee_fen") > 0;
		unpaid = unpaid || values_integer(row, "fee_fen") == 0;
	}
	values_put_integer(listing, "fee_other_free", unpaid && values_integer(listing, "fee_min_fen") > 0);
	if (!paid)
		return true;
	values_put_text(parameters, "fee_unit", unit);
	if (sql_row(sql, &Q_listing_offer_units, parameters, arena, &units) != SQL_FOUND)
		return false;
	values_put_text(listing, "fee_other_units", values_text(units, "fee_other_units"));
	values_put_text(listing, "fee_other_unit_names", values_text(units, "fee_other_unit_names"));
	return true;
}

void offer_settle_room(struct values *programme, const char *today, const char *room_by)
{
	const char *from = values_text(programme, "vacancy_from");
	bool by_then = strcmp(from, *room_by ? room_by : today) <= 0, now = values_integer(programme, "has_vacancy") == 1;

	if (!*from)
		return;
	values_put_integer(programme, "has_vacancy", by_then);
	if (!by_then)
		values_put_integer(programme, "vacancy", 0);
	else if (!now)
		values_put_null(programme, "vacancy");
	if (strcmp(from, today) <= 0)
		values_put_null(programme, "vacancy_from");
}

/* What the classes say of vacancies: fresh ones, fresh "none", and what is out of date. */
enum said { SAID_ROOM, SAID_FULL, SAID_LONG_AGO, SAID_NEVER };

static enum said said_of(const struct values *row, const struct portal *portal)
{
	if (values_null(row, "has_vacancy"))
		return SAID_NEVER;
	if (!portal_fresh(portal, row, "vacancy_until"))
		return SAID_LONG_AGO;
	return values_integer(row, "has_vacancy") ? SAID_ROOM : SAID_FULL;
}

/* What the facility says: room when a class has some; that there is none only when all of them say so. */
static enum said said_by_all(const struct rows *classes, const struct portal *portal)
{
	size_t of[SAID_NEVER + 1] = { 0 };

	for (size_t i = 0; i < classes->count; i++)
		of[said_of(&classes->at[i], portal)]++;
	if (of[SAID_ROOM])
		return SAID_ROOM;
	if (of[SAID_LONG_AGO])
		return SAID_LONG_AGO;
	return of[SAID_NEVER] || !classes->count ? SAID_NEVER : SAID_FULL;
}

static void put_vacancy(const struct rows *classes, const struct portal *portal, struct values *listing)
{
	enum said said = said_by_all(classes, portal);
	struct figure has = { 0 }, vacancy = { 0 }, asserted_at = { 0 }, until = { 0 };
	const struct values *oldest = NULL;
	const char *from = NULL;
	bool now = false;

	for (size_t i = 0; said != SAID_NEVER && i < classes->count; i++) {
		const struct values *row = &classes->at[i];

		if (said_of(row, portal) != said)
			continue;
		take(&has, row, "has_vacancy");
		take(&vacancy, row, "vacancy");
		take(&asserted_at, row, "vacancy_asserted_at");
		take(&until, row, "vacancy_until");
		now = now || (said == SAID_ROOM && values_null(row, "vacancy_from"));
		if (values_say(row, "vacancy_from") && (!from || strcmp(values_text(row, "vacancy_from"), from) < 0))
			from = values_text(row, "vacancy_from");
		if (!oldest || values_integer(row, "vacancy_asserted_at") < values_integer(oldest, "vacancy_asserted_at"))
			oldest = row;
	}
	put_stated(listing, "has_vacancy", has.stated, has.most);
	/* A class that only says yes makes the sum unknown. */
	put_stated(listing, "vacancy", has.stated && vacancy.stated == has.stated, vacancy.sum);
	values_put_text(listing, "vacancy_asserted_by", oldest ? values_text(oldest, "vacancy_asserted_by") : NULL);
	put_stated(listing, "vacancy_asserted_at", asserted_at.stated, asserted_at.least);
	put_stated(listing, "vacancy_until", until.stated, until.least);
	values_put_text(listing, "vacancy_from", now || said == SAID_LONG_AGO ? NULL : from);
}

bool offer_fee_is_monthly(const struct offer_question *question)
{
	return strcmp(question->mode, "HOURLY") != 0 && strcmp(question->mode, "TEMP") != 0;
}

bool offer_asks(const struct offer_question *question)
{
	return question->age >= 0 || *question->mode || question->fee_max_fen >= 0;
}

/* As the queries of the offer ask it. */
static struct values *parameters_of(const struct offer_question *question, struct arena *arena)
{
	struct values *parameters = values_new(arena);

	values_put_integer(parameters, "age", question->age);
	values_put_text(parameters, "mode", question->mode);
	values_put_integer(parameters, "fee_max_fen", question->fee_max_fen);
	return parameters;
}

bool offer_fitting(struct request *request, const struct offer_question *question, const char *facility_code, struct rows *fitting)
{
	struct values *parameters = parameters_of(question, request->arena);

	values_put_text(parameters, "facility_code", facility_code);
	return sql_list(published_of(request)->sql, &Q_listing_fitting, parameters, request->arena, MOST_CLASSES, fitting);
}

bool offer_put(struct request *request, const struct offer_question *question, struct values *listing)
{
	struct sql *sql = published_of(request)->sql;
	struct values *parameters = parameters_of(question, request->arena), *modes;
	const char *today = calendar_day_text(request->arena, day_number(portal_of(request)->today));
	struct rows classes;

	offer_put_blank(listing);
	values_put_integer(parameters, "id", values_integer(listing, "id"));
	if (!sql_list(sql, &Q_listing_offer, parameters, request->arena, MOST_CLASSES, &classes))
		return false;
	if (offer_asks(question)) {
		if (sql_row(sql, &Q_listing_offer_modes, parameters, request->arena, &modes) != SQL_FOUND)
			return false;
		values_put_text(listing, "mode_names", values_text(modes, "mode_names"));
	}
	for (size_t i = 0; i < classes.count; i++)
		offer_settle_room(&classes.at[i], today, question->room_by);
	put_ages_and_places(&classes, listing);
	put_fees(&classes, question, listing);
	put_vacancy(&classes, portal_of(request), listing);
	return put_other_units(sql, &classes, parameters, request->arena, listing);
}

void offer_put_blank(struct values *listing)
{
	static const char *const added[] = { "fee_max_fen", "fee_differs_by", "fee_partly", "fee_other_units", "fee_other_unit_names",
					     "fee_other_free", "meal_fee_fen", "subsidy_fen", "with_meals", "with_subsidy", "total_min_fen",
					     "total_max_fen", "vacancy_from", NULL };

	for (const char *const *name = added; *name; name++)
		values_put_null(listing, *name);
}
