/* SPDX-License-Identifier: Apache-2.0 */
/* Where the demo's facilities are. */
#include "demo_places.h"

#include <inttypes.h>
#include <math.h>

#include "demo_random.h"

#define FACILITIES_INSIDE 5000          /* about the density of a large city, in a district of 55 km2 */
#define METRES_PER_DEGREE 111195.0      /* of latitude, mean earth radius */
#define NEAR_METRES 30                  /* from the community's point */
#define FAR_METRES 190
#define TRIES 8

static double metres_per_degree_lon(double lat)
{
	return METRES_PER_DEGREE * cos(lat * M_PI / 180);
}

static double area_m2(const struct demo_outline *outline)
{
	double twice = 0;

	for (size_t i = 0; i < outline->count; i++) {
		struct position one = outline->corners[i], other = outline->corners[(i + 1) % outline->count];

		twice += one.lon * other.lat - other.lon * one.lat;
	}
	return fabs(twice) / 2 * METRES_PER_DEGREE * metres_per_degree_lon(outline->corners[0].lat);
}

/* Even-odd rule. */
bool demo_outline_holds(const struct demo_outline *outline, struct position position)
{
	bool inside = false;

	for (size_t i = 0; i < outline->count; i++) {
		struct position one = outline->corners[i], other = outline->corners[(i + 1) % outline->count];

		if ((one.lat > position.lat) != (other.lat > position.lat) &&
		    position.lon < (other.lon - one.lon) * (position.lat - one.lat) / (other.lat - one.lat) + one.lon)
			inside = !inside;
	}
	return inside;
}

struct demo_extent demo_extent_of(const struct demo_data *data, int64_t seed, int64_t facilities)
{
	struct demo_extent extent = { .seed = seed, .turns_inside = FACILITIES_INSIDE / data->facility_count + 1 };
	double most = facilities > FACILITIES_INSIDE ? (double)facilities / FACILITIES_INSIDE : 1;
	double half_metres = sqrt(area_m2(&data->outline) * most) / 2;

	for (size_t i = 0; i < data->street_count; i++) {
		extent.centre.lat += data->streets[i].lat / (double)data->street_count;
		extent.centre.lon += data->streets[i].lon / (double)data->street_count;
	}
	extent.half_lat = half_metres / METRES_PER_DEGREE;
	extent.half_lon = half_metres / metres_per_degree_lon(extent.centre.lat);
	return extent;
}

/* Every street has one before any has two; then they fall by weight. */
static const struct demo_street *street_of(const struct demo_data *data, int64_t place)
{
	double part, reached = 0;

	if (place < (int64_t)data->street_count)
		return &data->streets[place];
	part = fmod((double)place * DEMO_GOLDEN, 1) * (double)data->weight_sum;
	for (size_t i = 0; i < data->street_count; i++) {
		reached += (double)data->streets[i].weight;
		if (part < reached)
			return &data->streets[i];
	}
	return &data->streets[data->street_count - 1];
}

static struct position near_community(const struct demo_site *site, struct demo_random *random)
{
	struct position community = { .lat = site->community->lat, .lon = site->community->lon };

	for (int i = 0; i < TRIES; i++) {
		double metres = NEAR_METRES + demo_random_part(random) * (FAR_METRES - NEAR_METRES);
		double turn = demo_random_part(random) * 2 * M_PI;
		struct position tried = {
			.lat = community.lat + sin(turn) * metres / METRES_PER_DEGREE,
			.lon = community.lon + cos(turn) * metres / metres_per_degree_lon(community.lat),
		};

		if (demo_outline_holds(&site->street->drawn, tried))
			return tried;
	}
	return community;
}

static struct position in_box(const struct demo_extent *extent, struct demo_random *random)
{
	double north = demo_random_part(random) * 2 - 1;
	double east = demo_random_part(random) * 2 - 1;

	return (struct position){ .lat = extent->centre.lat + north * extent->half_lat,
		.lon = extent->centre.lon + east * extent->half_lon };
}

/* The invented words, then every pair of them, then the pairs with a number. */
static const char *word_of(const struct demo_data *data, int64_t number, struct arena *arena)
{
	const struct demo_word *words = &data->words[data->names.from];
	int64_t count = (int64_t)(data->names.to - data->names.from);
	int64_t pair = number - count, again = pair / (count * count);

	if (pair < 0)
		return words[number].text;
	pair %= count * count;
	if (!again)
		return arena_format(arena, "%s%s", words[pair % count].text, words[pair / count].text);
	return arena_format(arena, "%s%s%" PRId64, words[pair % count].text, words[pair / count].text, again + 1);
}

/* To a tenth of a metre; nothing invented is more exact. */
static double rounded(double degrees)
{
	return round(degrees * 1e6) / 1e6;
}

struct demo_site demo_site_of(const struct demo_data *data, const struct demo_extent *extent, const struct demo_recipe *recipe,
			      int64_t place, int64_t turn, struct arena *arena)
{
	int64_t in_series = recipe->site_from + place + turn * recipe->series_size;
	struct demo_site site = { .number = recipe->series_start + recipe->site_from + place + turn * data->site_count };
	struct demo_random random = demo_random_start(extent->seed, "site", site.number);

	site.word = word_of(data, site.number, arena);
	site.street = street_of(data, in_series);
	site.community = &data->communities[demo_random_between(&random, (int64_t)site.street->communities.from,
								(int64_t)site.street->communities.to - 1)];
	site.road = &data->roads[demo_random_between(&random, (int64_t)site.street->roads.from, (int64_t)site.street->roads.to - 1)];
	site.house = demo_random_between(&random, 8, site.road->number_most);
	site.at = turn < extent->turns_inside ? near_community(&site, &random) : in_box(extent, &random);
	site.at.lat = rounded(site.at.lat);
	site.at.lon = rounded(site.at.lon);
	return site;
}
