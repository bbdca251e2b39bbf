/* SPDX-License-Identifier: Apache-2.0 */
/* Streets and communities of an import: found by name; streets may be made, with the mean of their facilities as centre. */
#include <math.h>
#include <sodium.h>
#include <string.h>

#include "import.h"
#include "shanyu.h"

#define MOST_STREETS 20000
#define MOST_COMMUNITIES 200000
#define FIRST_POSITION 101              /* streets that were made are listed behind those of the district's own data */
#define HASH_BYTES crypto_generichash_BYTES_MIN
#define CODE_BYTES 6

char *import_made_code(struct arena *arena, char letter, const char *name)
{
	unsigned char hash[HASH_BYTES];
	char *code = arena_take(arena, 2 + CODE_BYTES * 2);

	crypto_generichash(hash, sizeof hash, (const unsigned char *)name, strlen(name), NULL, 0);
	code[0] = letter;
	sodium_bin2hex(code + 1, CODE_BYTES * 2 + 1, hash, CODE_BYTES);
	return code;
}

bool import_places_begin(struct import *import)
{
	struct rows streets, communities;

	import->streets = names_new(import->arena);
	import->communities = names_new(import->arena);
	if (!sql_list(import->sql, &Q_street_list, NULL, import->arena, MOST_STREETS, &streets) ||
	    !sql_list(import->sql, &Q_community_list, NULL, import->arena, MOST_COMMUNITIES, &communities))
		return false;
	for (size_t i = 0; i < streets.count; i++)
		names_put(import->streets, values_text(&streets.at[i], "name"), values_text(&streets.at[i], "code"));
	for (size_t i = 0; i < communities.count; i++) {
		const struct values *community = &communities.at[i];

		names_put(import->communities,
			  arena_format(import->arena, "%s %s", values_text(community, "street_code"),
				       values_text(community, "name")),
			  values_text(community, "code"));
	}
	return true;
}

/* The code of the facility's street; NULL when the facility is refused for it. False when the import fails. */
bool import_street(struct import *import, struct found_facility *found, const char **code)
{
	struct values *street;
	const char *name;

	*code = names_find(import->streets, found->street);
	if (*code)
		return true;
	if (!import->map->make_streets) {
		import_note(import, NOTE_REFUSED, found->line, "street", "is no street or town of the registry",
			    found->street);
		return true;
	}
	name = arena_copy(import->arena, found->street);
	*code = import_made_code(import->arena, 'S', name);
	names_put(import->streets, name, *code);
	street = values_new(import->group);
	values_put_text(street, "code", *code);
	values_put_text(street, "name", name);
	values_put_real(street, "lat", values_real(found->facility, "lat"));
	values_put_real(street, "lon", values_real(found->facility, "lon"));
	values_put_text(street, "outline", "");
	values_put_integer(street, "position", FIRST_POSITION);
	import->streets_made++;
	return sql_do(import->sql, &Q_street_put, street) >= 0;
}

const char *import_community(struct import *import, const char *street_code, const char *name)
{
	return names_find(import->communities, arena_format(import->group, "%s %s", street_code, name));
}

/* A centre a hair's breadth away is the same: sums of decimals depend on their order. */
static bool same_degrees(double one, double other)
{
	return fabs(one - other) < 5e-7;
}

static bool settle_street(struct import *import, const struct values *centre, int64_t position)
{
	double lat = round(values_real(centre, "centre_lat") * 1e6) / 1e6;
	double lon = round(values_real(centre, "centre_lon") * 1e6) / 1e6;
	struct values *street;

	if (values_integer(centre, "position") == position && same_degrees(values_real(centre, "lat"), lat) &&
	    same_degrees(values_real(centre, "lon"), lon))
		return true;
	street = values_copy(centre, import->group);
	values_put_real(street, "lat", lat);
	values_put_real(street, "lon", lon);
	values_put_integer(street, "position", position);
	return sql_do(import->sql, &Q_street_put, street) >= 0;
}

bool import_places_end(struct import *import)
{
	int64_t position = FIRST_POSITION;
	struct rows centres;

	arena_sweep(import->group);
	if (!sql_list(import->sql, &Q_import_street_centres, NULL, import->group, MOST_STREETS, &centres))
		return false;
	for (size_t i = 0; i < centres.count; i++) {
		const struct values *centre = &centres.at[i];
		const char *code = import_made_code(import->group, 'S', values_text(centre, "name"));

		if (strcmp(code, values_text(centre, "code")) == 0 && !settle_street(import, centre, position++))
			return false;
	}
	return true;
}
