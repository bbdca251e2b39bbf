/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a facility offers to who asks: ages, ways of care, places, fees and vacancies of those of its classes that fit the asked age, way
 * of care and highest fee, and of no other. Page, comparison, files and API all say what is made here.
 */
#ifndef SHANYU_PUBLIC_OFFER_H
#define SHANYU_PUBLIC_OFFER_H

#include "public/core/portal.h"

/* What decides which classes fit. */
struct offer_question {
	int64_t age;                    /* completed months in the wished month, or today; -1 = not asked */
	int ahead;                      /* months to the wished month, -1 = none is wished */
	const char *mode;               /* code, "!" before one that is not wanted, "" = not asked */
	int64_t fee_max_fen;            /* -1 = not asked */
	const char *room_by;            /* the last day by which there must be room for it to count, as text; "" = today */
};

extern const struct offer_question offer_of_all;

/* Whether it asks for anything. */
bool offer_asks(const struct offer_question *question);

/* Whether the highest fee it asks for is one of a month: of care by the hour and now and then it is whatever the fee is for. */
bool offer_fee_is_monthly(const struct offer_question *question);

/* The question of a form with the fields age, start (as child_read leaves them), mode, not_mode and fee_max. */
struct offer_question offer_question(const struct portal *portal, const struct values *asked, struct arena *arena);

/*
 * Read the classes of the facility of a listing row that fit, and put what they say in place of what the row says of all:
 * programmes                   how many fit
 * places                       their sum, null = not stated by any
 * age_from_months age_to_months mode_names
 * fee_min_fen fee_max_fen fee_unit fee_unit_name fee_until
 *                              by the month when any is, else of the unit of the lowest; until when all of them are fresh; null = none is stated
 * fee_differs_by               "AGE", "MODE", "BOTH" or "CLASS" when the two differ, else ""
 * fee_partly                   1 when some class states no fee, in whatever unit, and another does
 * fee_other_units fee_other_unit_names
 *                              the other units by which classes are paid, codes with a blank between them, and names without
 *                              the money; null = none
 * fee_other_free               1 when a class of another unit is free and none of fee_unit is
 * meal_fee_fen                 a month's, when it is the same for all of these
 * subsidy_fen                  what is taken off a month, when it is the same for all of these
 * with_meals with_subsidy      1 when it is in the total of some
 * total_min_fen total_max_fen  a month's fee and meals less the subsidy; null unless each of these classes states its meals or none does,
 *                              and some have meals that cost or a subsidy
 * has_vacancy vacancy vacancy_asserted_by vacancy_asserted_at vacancy_until
 *                              of the vacancies that are fresh today, when there are any: how many (null = only yes). "None" only when
 *                              all classes freshly say so. Else what is out of date, by vacancy_until; else null: somebody never said
 * vacancy_from                 the day after today from which there is room: of those that have it by room_by, or, when none has, of the
 *                              first that says so; null = now, or not stated
 * False: the edition cannot be read.
 */
bool offer_put(struct request *request, const struct offer_question *question, struct values *listing);

/* The codes of the classes of a facility that fit (column code), in the request's memory. False: the edition cannot be read. */
bool offer_fitting(struct request *request, const struct offer_question *question, const char *facility_code, struct rows *fitting);

/* What a class says of its room as it is by a day: has_vacancy, vacancy, and vacancy_from when that is after today. */
void offer_settle_room(struct values *programme, const char *today, const char *room_by);

/* The same names, all null: for the head of a table. */
void offer_put_blank(struct values *listing);

#endif
