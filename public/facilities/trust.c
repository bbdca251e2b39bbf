/* SPDX-License-Identifier: Apache-2.0 */
/* What lets a reader judge a facility at a glance. */
#include "trust.h"

#include "lib/base/calendar.h"
#include "portal_queries.h"
#include "rules/facilities/freshness.h"

#define MOST_LAPSES 5000

static const char *const names[] = { "filing_state", "filing_state_name", "carers", "places_per_carer", "recent_outcomes", NULL };

/* On the day until which a fact holds it is fresh yet, on the day on which it is stated anew it is fresh again. */
static struct days out_of_date(int64_t from_at, int64_t until_at)
{
	return (struct days){ day_number(from_at) + 1, day_number(until_at) - 1 };
}

/* Over which days it is counted, and on how many of them all was fresh. */
static bool put_freshness(struct request *request, const struct values *trust, struct values *listing)
{
	const struct published *published = published_of(request);
	int64_t today = day_number(portal_of(request)->today), stated_on = day_number(values_integer(trust, "stated_at"));
	struct days counted = { today - published->share_days + 1, today };
	struct values *parameters = values_new(request->arena);
	struct days *spans;
	struct rows lapses;

	if (stated_on > counted.first)
		counted.first = stated_on;
	values_put_text(parameters, "code", values_text(listing, "code"));
	values_put_integer(parameters, "counted_from", calendar_day_start(counted.first, CALENDAR_CHINA));
	values_put_integer(parameters, "most", MOST_LAPSES);
	if (!sql_list(published->sql, &Q_trust_lapses, parameters, request->arena, MOST_LAPSES, &lapses))
		return false;
	spans = arena_take(request->arena, (lapses.count + 1) * sizeof *spans);
	for (size_t i = 0; i < lapses.count; i++)
		spans[i] = out_of_date(values_integer(&lapses.at[i], "from_at"), values_integer(&lapses.at[i], "until_at"));
	/* What is out of date now goes on until today: in time the last, wherever it began. */
	counted.last = values_integer(trust, "fresh_until") < portal_of(request)->today ? day_number(values_integer(trust, "fresh_until")) : today;
	values_put_integer(listing, "fresh_days", days_outside(counted, spans, lapses.count));
	values_put_integer(listing, "counted_days", today - counted.first + 1);
	return true;
}

bool trust_put(struct request *request, struct values *listing)
{
	const struct published *published = published_of(request);
	struct values *parameters = values_new(request->arena), *trust;

	trust_put_blank(listing);
	values_put_integer(parameters, "id", values_integer(listing, "id"));
	values_put_integer(parameters, "recent_since", published->recent_since);
	if (sql_row(published->sql, &Q_trust_one, parameters, request->arena, &trust) != SQL_FOUND)
		return false;
	for (const char *const *name = names; *name; name++)
		values_put(listing, values_find(trust, *name));
	if (!published->share_days || values_null(trust, "stated_at") || !values_integer(trust, "fresh_until"))
		return true;
	return put_freshness(request, trust, listing);
}

void trust_put_blank(struct values *listing)
{
	for (const char *const *name = names; *name; name++)
		values_put_null(listing, *name);
	values_put_null(listing, "fresh_days");
	values_put_null(listing, "counted_days");
}

void trust_bind(const struct portal *portal, struct page *page, const struct values *row, struct arena *arena)
{
	page_show(page, arena_format(arena, "filing_state_is_%s", values_text(row, "filing_state")));
	page_integer(page, "recent_years", portal->published->recent_years);
}
