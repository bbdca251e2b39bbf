/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shanyu import places: stations, roads, estates, landmarks and addresses from a table or a GeoJSON file into the registry, by a mapping, in
 * one transaction. Refuses rows one by one, each with its reason; the same file again changes nothing.
 */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "import.h"
#include "lib/base/buffer.h"
#include "lib/base/clock.h"
#include "lib/base/text.h"
#include "rules/facilities/kinds.h"
#include "rules/facilities/paths.h"
#include "shanyu.h"

#define IMPORT_MEMORY ((size_t)1024 * 1024 * 1024)
#define MOST_TERMS 10000
#define MOST_STREETS 2000
#define MOST_PLACES 1000000
#define MOST_KEY 100
/* How exact a point without a word on it is taken to be. */
#define PRECISION_METRES 100
#define MOST_PRECISION_METRES 100000

struct street {
	const char *code;
	struct position *corners;
	size_t count;
};

struct gazetteer {
	struct import import;
	struct street *streets;
	size_t street_count;
	bool remove_missing;
};

static bool refuse(struct import *import, const char *field, const char *reason, const char *value)
{
	import_note(import, NOTE_REFUSED, import->line, field, reason, value);
	return false;
}

static bool read_streets(struct gazetteer *gazetteer)
{
	struct import *import = &gazetteer->import;
	struct rows rows;

	import->streets = names_new(import->arena);
	if (!sql_list(import->sql, &Q_street_list, NULL, import->arena, MOST_STREETS, &rows))
		return false;
	gazetteer->streets = arena_take(import->arena, (rows.count + 1) * sizeof *gazetteer->streets);
	for (size_t i = 0; i < rows.count; i++) {
		struct street *street = &gazetteer->streets[gazetteer->street_count++];
		const char *outline = values_text(&rows.at[i], "outline");
		bool begins;

		street->code = values_text(&rows.at[i], "code");
		street->corners = arena_take(import->arena, (strlen(outline) / 4 + 1) * sizeof *street->corners);
		while (path_next(&outline, &street->corners[street->count], &begins))
			street->count++;
		names_put(import->streets, values_text(&rows.at[i], "name"), street->code);
	}
	return true;
}

/* Whether every corner of a path can be right: in the file's datum none is 0, in the registry's none is far outside of the district. */
static bool corners_are_believed(struct import *import, const char *path)
{
	struct position corner;
	bool begins;

	while (path_next(&path, &corner, &begins)) {
		bool is_zero = fpclassify(corner.lat) == FP_ZERO || fpclassify(corner.lon) == FP_ZERO;
		const char *fault = is_zero ? "has a corner at 0; nothing is there" : import_position_fault(import, import_to_wgs84(import, corner));

		if (fault)
			return refuse(import, "path", fault, arena_format(import->group, "%.10g,%.10g", corner.lon, corner.lat));
	}
	return true;
}

/* The path in the registry's datum, or a refusal. */
static bool settle_path(struct import *import, struct values *place)
{
	const char *path = values_text(place, "path");
	struct buffer converted = { 0 };
	struct position point;
	size_t points;
	bool begins;

	if (!path_is_fine(path, &points))
		return refuse(import, "path", "is no path; write lon,lat lon,lat ... and ; between parts of at least two points", path);
	if (points > PATH_MOST_POINTS)
		return refuse(import, "path", arena_format(import->group, "has %zu points, more than %d; simplify it", points, PATH_MOST_POINTS), "");
	if (!corners_are_believed(import, path))
		return false;
	if (!points || import->map->datum == DATUM_WGS84)
		return true;
	while (path_next(&path, &point, &begins)) {
		char text[64];

		point = import_to_wgs84(import, point);
		snprintf(text, sizeof text, "%s%.10g,%.10g", !converted.size ? "" : begins ? ";" : " ", point.lon, point.lat);
		buffer_text(&converted, text);
	}
	values_put_text(place, "path", arena_text(import->group, converted.bytes, converted.size));
	buffer_free(&converted);
	return true;
}

/* A position of the file as the registry's, or a refusal. */
static bool settle_given(struct import *import, struct position *position)
{
	const char *fault;

	if (fpclassify(position->lat) == FP_ZERO || fpclassify(position->lon) == FP_ZERO)
		return refuse(import, fpclassify(position->lat) == FP_ZERO ? "lat" : "lon", "is 0; nothing is there", "");
	*position = import_to_wgs84(import, *position);
	fault = import_position_fault(import, *position);
	return !fault || refuse(import, "lat", fault, "");
}

/* How far what is meant may lie from the point: as the file says, else as far as its path's farthest point. */
static bool settle_precision(struct import *import, struct values *place, double metres)
{
	if (!values_null(place, "precision_m"))
		return true;
	if (metres > MOST_PRECISION_METRES)
		return refuse(import, "path", arena_format(import->group, "reaches %.0f km from its middle, more than %d; cut it to the district", metres / 1000,
							   MOST_PRECISION_METRES / 1000), "");
	values_put_integer(place, "precision_m", (int64_t)ceil(metres));
	return true;
}

/* Where the place is: as the file says, else the middle of its path. And how exact that is. */
static bool settle_position(struct import *import, struct values *place)
{
	struct position position = { values_real(place, "lat"), values_real(place, "lon") }, middle;
	bool given = !values_null(place, "lat") && !values_null(place, "lon");
	double metres = PRECISION_METRES;
	bool has_path = path_middle(values_text(place, "path"), &middle, &metres);

	if (!given && !has_path)
		return refuse(import, "lat", "there is neither a position nor a path", "");
	if (given && !settle_given(import, &position))
		return false;
	if (!given)
		position = middle;
	values_put_real(place, "lat", round(position.lat * 1e6) / 1e6);
	values_put_real(place, "lon", round(position.lon * 1e6) / 1e6);
	return settle_precision(import, place, has_path ? metres : PRECISION_METRES);
}

/* Streets and residents' committees have tables of their own: a place that calls itself one leads to pages that there are not. */
static bool kind_is_fine(struct import *import, const struct values *place)
{
	const char *kind = values_text(place, "kind");

	return !kind_is_part_of_district(kind) || refuse(import, "kind", "is no kind of a place; streets and communities have tables of their own", kind);
}

/* In which street it lies: as the file says, else by the outlines of the streets; '' when in none. */
static void settle_street(const struct gazetteer *gazetteer, struct import *import, struct values *place)
{
	struct position position = { values_real(place, "lat"), values_real(place, "lon") };
	const char *name = values_text(place, "street");
	const char *code = *name ? names_find(import->streets, name) : NULL;

	if (*name && !code)
		import_note(import, NOTE_WARNING, import->line, "street", "is no street or town of the registry; left empty", name);
	for (size_t i = 0; !*name && !code && i < gazetteer->street_count; i++) {
		const struct street *street = &gazetteer->streets[i];

		if (street->count >= 3 && metres_outside(street->corners, street->count, position) <= 0)
			code = street->code;
	}
	values_put_text(place, "street_code", code ? code : "");
}

/* What a row says of a place; NULL when it is refused. */
static struct values *place_of(struct gazetteer *gazetteer, const struct values *row, const char *source_key)
{
	struct import *import = &gazetteer->import;
	struct values *place = values_new(import->group);
	bool fine;

	values_put_null(place, "lat");
	values_put_null(place, "lon");
	values_put_null(place, "precision_m");
	fine = import_check(import, &import->map->place, row, place) && kind_is_fine(import, place) && settle_path(import, place) &&
	       settle_position(import, place);
	if (!fine)
		return NULL;
	settle_street(gazetteer, import, place);
	values_put_text(place, "source_key", source_key);
	if (!*values_text(place, "code"))
		values_put_text(place, "code", import_made_code(import->group, 'P', source_key));
	return place;
}

static bool load_place(struct import *import, const struct values *place)
{
	struct values *there;
	enum sql_answer answer = sql_row(import->sql, &Q_import_place, place, import->group, &there);
	bool is_new = answer == SQL_NONE;

	if (answer == SQL_FOUND && strcmp(values_text(there, "source_key"), values_text(place, "source_key")) != 0) {
		refuse(import, "code", "another place has this code", values_text(place, "code"));
		import->refused++;
		return true;
	}
	if (is_new)
		answer = sql_row(import->sql, &Q_import_place_blank, NULL, import->group, &there);
	if (answer != SQL_FOUND)
		return false;
	if (!import_put_over(there, place)) {
		import->unchanged++;
		return true;
	}
	import->added += is_new;
	import->changed += !is_new;
	return sql_do(import->sql, &Q_place_put, there) >= 0;
}

/* The key of a row, NULL after refusing it. */
static const char *key_of(struct import *import, const struct values *row)
{
	const char *key = expression_text(import->map->key, row, import->group);
	const char *source_key = arena_format(import->group, "%s:%s", import->map->source, key);
	const size_t *first = names_find(import->seen, source_key);
	size_t *line;

	if (!*key || text_length(key) > MOST_KEY || text_has_control(key) || text_has_line_break(key) || import_is_shortened(key)) {
		import->rows_unknown = true;
		refuse(import, "key", "is missing, too long, shortened by a spreadsheet, or holds control characters", key);
		return NULL;
	}
	if (first) {
		refuse(import, "key", arena_format(import->group, "stands in the file twice, first on line %zu", *first), key);
		return NULL;
	}
	line = arena_take(import->arena, sizeof *line);
	*line = import->line;
	names_put(import->seen, arena_copy(import->arena, source_key), line);
	return source_key;
}

static bool take_row(struct gazetteer *gazetteer, const struct values *row)
{
	struct import *import = &gazetteer->import;
	const char *source_key = key_of(import, row);
	const struct values *place = source_key ? place_of(gazetteer, row, source_key) : NULL;

	if (place)
		return load_place(import, place);
	import->refused++;
	return true;
}

static bool take_rows(struct gazetteer *gazetteer)
{
	struct import *import = &gazetteer->import;
	struct values *row;
	enum csv_answer answer;
	bool fine = true;

	import->progress = progress_start("rows", (int64_t)csv_rows(import->csv));
	while (fine && (answer = csv_next(import->csv, import->group, &row)) != CSV_NONE) {
		import->line = csv_line(import->csv);
		progress_at(&import->progress, (int64_t)++import->rows);
		if (answer == CSV_FOUND) {
			fine = take_row(gazetteer, row);
		} else {
			refuse(import, "row", "has more or fewer fields than the header", "");
			import->rows_unknown = true;
			import->refused++;
		}
		arena_sweep(import->group);
	}
	progress_end(&import->progress);
	return fine;
}

/* Places of this source that are in the registry and no more in the file: told, and removed when asked. */
static bool tell_missing(struct gazetteer *gazetteer)
{
	struct import *import = &gazetteer->import;
	bool removes = gazetteer->remove_missing && !import->rows_unknown;
	struct values *parameters = values_new(import->arena);
	struct rows rows;

	if (gazetteer->remove_missing && !removes)
		fprintf(stderr, "%s: some rows cannot be told apart (see above), so that nothing is removed\n", import->path);
	values_put_text(parameters, "prefix", arena_format(import->arena, "%s:", import->map->source));
	if (!sql_list(import->sql, &Q_import_places_of_source, parameters, import->arena, MOST_PLACES, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		if (names_find(import->seen, values_text(&rows.at[i], "source_key")))
			continue;
		printf("%s: %s %s\n", removes ? "missing, removed" : "missing", values_text(&rows.at[i], "code"), values_text(&rows.at[i], "name"));
		if (removes && sql_do(import->sql, &Q_import_place_remove, &rows.at[i]) < 0)
			return false;
	}
	return true;
}

static bool put_terms(struct import *import)
{
	for (size_t i = 0; i < import->map->new_terms.count; i++)
		if (sql_do(import->sql, &Q_term_put, &import->map->new_terms.at[i]) < 0)
			return false;
	return true;
}

static enum exit_code fail(const struct import *import)
{
	return command_fails(import->call, EXIT_FAILED, "%s; nothing was changed",
			     import->problem ? import->problem : sql_problem(import->sql));
}

static enum exit_code take_all(struct gazetteer *gazetteer, bool keep)
{
	struct import *import = &gazetteer->import;
	bool fine;

	if (!sql_begin(import->sql))
		return fail(import);
	printf("%s: read as %s, %zu rows\n", import->path, csv_encoding(import->csv), csv_rows(import->csv));
	import_positions_begin(import);
	fine = put_terms(import) && read_streets(gazetteer) && import_outline_read(import) && take_rows(gazetteer) && tell_missing(gazetteer);
	if (!import_report_close(import) && fine) {
		import->problem = "the report could not be written whole";
		fine = false;
	}
	if (fine && keep)
		fine = sql_commit(import->sql);
	if (!fine && !import->problem)
		import->problem = arena_copy(import->arena, sql_problem(import->sql));
	if (!fine || !keep)
		sql_rollback(import->sql);
	if (!fine)
		return fail(import);
	printf("%sread %zu rows: %zu new, %zu changed, %zu unchanged, %zu refused, %zu warnings\n",
	       keep ? "" : "dry run: nothing was changed\n", import->rows, import->added, import->changed, import->unchanged, import->refused,
	       import->warnings);
	return import->refused ? EXIT_PARTLY : EXIT_DONE;
}

/* The file as a table, whatever it is. */
static struct csv *open_file(struct import *import, const char *map_path)
{
	struct csv_reading reading;
	struct csv *csv;

	if (!map_reading_of(map_path, &reading, import->arena, &import->problem))
		return NULL;
	csv = import_is_geojson(import->path) ? import_geojson_open(import->path, import->arena, &import->problem) :
						csv_open_as(import->path, &reading, import->arena, &import->problem);
	if (csv && !csv_rows(csv)) {
		import->problem = arena_format(import->arena, "%s: there are no rows in it", import->path);
		csv_close(csv);
		return NULL;
	}
	return csv;
}

static enum exit_code import_file(struct gazetteer *gazetteer, const char *map_path, const char *report, bool keep)
{
	struct import *import = &gazetteer->import;
	struct rows terms;

	import->csv = open_file(import, map_path);
	if (!import->csv || !sql_list(import->sql, &Q_term_list, NULL, import->arena, MOST_TERMS, &terms))
		return fail(import);
	import->map = map_read_places(map_path, import->csv, &terms, import->arena, &import->problem);
	if (!import->map || (report && !import_report_open(import, report)))
		return fail(import);
	return take_all(gazetteer, keep);
}

static enum exit_code run_import_places(struct command_call *call)
{
	const char *map_path = command_option(call, "--map"), *report = command_option(call, "--report");
	bool dry = command_flag(call, "--dry-run");
	struct gazetteer gazetteer = { .remove_missing = command_flag(call, "--remove-missing") };
	struct import *import = &gazetteer.import;
	enum exit_code code;

	if (!command_words(call, 1))
		return EXIT_USAGE;
	if (!map_path)
		return command_fails(call, EXIT_USAGE, "which mapping? Give --map FILE; see shanyu-import(5) and db/maps");
	import->call = call;
	import->now = clock_now();
	import->sql = command_registry(call);
	if (!import->sql)
		return EXIT_FAILED;
	import->path = call->words[0];
	import->arena = arena_new(IMPORT_MEMORY);
	import->group = arena_new(IMPORT_MEMORY);
	import->seen = names_new(import->arena);
	code = import_file(&gazetteer, map_path, report, !dry);
	csv_close(import->csv);
	arena_free(import->group);
	arena_free(import->arena);
	sql_close(import->sql);
	return code;
}

const struct command command_import_places = {
	.name = "import places",
	.summary = "take stations, roads and other named places into the registry",
	.usage = "FILE --map MAP [--report FILE.csv] [--remove-missing] [--dry-run]",
	.help = "Take the rows of FILE (a CSV file, one with tabs, or GeoJSON by its name) into the registry as the mapping says\n"
		"(shanyu-import(5); mappings are in db/maps; tools/gazetteer makes such files from OpenStreetMap).\n"
		"Doing it again with the same file changes nothing. Rows that are refused are named, the others are taken.\n"
		"\n"
		"  --map MAP             the mapping of columns to facts\n"
		"  --report FILE.csv     write every refusal and warning there too\n"
		"  --remove-missing      remove places of this source that are not in the file\n"
		"  --dry-run             do everything but keep nothing\n",
	.run = run_import_places,
};
