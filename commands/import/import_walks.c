/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shanyu import walks: the network of streets to walk on, as tools/gazetteer writes it, into the registry in tiles. The file is the whole network, unless
 * some of its rows are refused: then nothing that is there is removed. The same file again changes nothing.
 */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "import.h"
#include "lib/base/buffer.h"
#include "lib/base/clock.h"
#include "lib/base/text.h"
#include "rules/facilities/streets.h"
#include "shanyu.h"

#define IMPORT_MEMORY ((size_t)1024 * 1024 * 1024)
#define MOST_TILES 100000
#define MOST_METRES 20000
#define MILLIONTHS 1e6
/* By so much a walk may be shorter than the straight line, for it was rounded. */
#define ROUNDED_METRES 1
#define ROUNDED_SHARE 0.01
/* Of a tile's side, in millionths of a degree. */
#define TILE 10000

struct walk {
	int64_t tile_lon, tile_lat;
	int64_t from_lon, from_lat, to_lon, to_lat, decimetres;
};

struct network {
	struct import import;
	struct walk *walks;
	size_t count;
	size_t tiles, added, changed, removed;
};

static int64_t tile_of(int64_t millionths)
{
	return millionths >= 0 ? millionths / TILE : -((-millionths + TILE - 1) / TILE);
}

/* A number of a row within bounds; false after refusing it. */
static bool number_of(struct import *import, const struct values *row, const char *name, double least, double most, double *number)
{
	const char *text = values_text(row, name);

	if (text_to_real(text, number) && *number >= least && *number <= most)
		return true;
	import_note(import, NOTE_REFUSED, import->line, name, arena_format(import->group, "is no number from %.0f to %.0f", least, most), text);
	return false;
}

static bool refuse(struct import *import, const char *field, const char *reason)
{
	import_note(import, NOTE_REFUSED, import->line, field, reason, "");
	return false;
}

/* Whether there can be such a walk: between two places of the district, and no shorter than the straight line. */
static bool is_believed(struct import *import, struct position from, struct position to, double metres)
{
	const char *from_fault = import_position_fault(import, from), *to_fault = import_position_fault(import, to);
	double straight = distance_metres(from, to);

	if (from_fault || to_fault)
		return refuse(import, from_fault ? "from_lat" : "to_lat", from_fault ? from_fault : to_fault);
	if (llround(from.lon * MILLIONTHS) == llround(to.lon * MILLIONTHS) && llround(from.lat * MILLIONTHS) == llround(to.lat * MILLIONTHS))
		return refuse(import, "to_lat", "the walk ends where it begins");
	if (metres >= straight - fmax(ROUNDED_METRES, ROUNDED_SHARE * straight))
		return true;
	return refuse(import, "metres", arena_format(import->group, "%.1f is less than the straight line between the ends, %.1f m", metres, straight));
}

static bool take_row(struct network *network, const struct values *row)
{
	struct import *import = &network->import;
	double from_lon, from_lat, to_lon, to_lat, metres;
	struct walk *walk = &network->walks[network->count];

	if (!number_of(import, row, "from_lon", -180, 180, &from_lon) || !number_of(import, row, "from_lat", -90, 90, &from_lat) ||
	    !number_of(import, row, "to_lon", -180, 180, &to_lon) || !number_of(import, row, "to_lat", -90, 90, &to_lat) ||
	    !number_of(import, row, "metres", 0, MOST_METRES, &metres) ||
	    !is_believed(import, (struct position){ from_lat, from_lon }, (struct position){ to_lat, to_lon }, metres))
		return false;
	*walk = (struct walk){ 0, 0, llround(from_lon * MILLIONTHS), llround(from_lat * MILLIONTHS), llround(to_lon * MILLIONTHS),
			       llround(to_lat * MILLIONTHS), llround(metres * 10) };
	walk->tile_lon = tile_of(walk->from_lon);
	walk->tile_lat = tile_of(walk->from_lat);
	network->count++;
	return true;
}

static void take_rows(struct network *network)
{
	struct import *import = &network->import;
	struct values *row;
	enum csv_answer answer;

	network->walks = arena_take(import->arena, (csv_rows(import->csv) + 1) * sizeof *network->walks);
	while ((answer = csv_next(import->csv, import->group, &row)) != CSV_NONE) {
		import->line = csv_line(import->csv);
		import->rows++;
		if (answer != CSV_FOUND)
			import_note(import, NOTE_REFUSED, import->line, "row", "has more or fewer fields than the header", "");
		import->refused += answer != CSV_FOUND || !take_row(network, row);
		arena_sweep(import->group);
	}
}

static int ascending(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	for (size_t i = 0; i < sizeof(struct walk) / sizeof *a; i++)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return 0;
}

/* The walks that are there and behind them those of the file that are not: what a file with refused rows does not say may be in those rows. */
static const char *joined(struct arena *arena, const char *there, const char *found)
{
	struct names *known = names_new(arena);
	struct buffer whole = { 0 };
	const char *text;

	buffer_text(&whole, there);
	for (size_t size; *there; there += size + (there[size] == ';')) {
		size = strcspn(there, ";");
		text = arena_text(arena, there, size);
		names_put(known, text, text);
	}
	for (size_t size; *found; found += size + (found[size] == ';')) {
		size = strcspn(found, ";");
		text = arena_text(arena, found, size);
		if (names_find(known, text))
			continue;
		buffer_text(&whole, whole.size ? ";" : "");
		buffer_text(&whole, text);
	}
	text = arena_text(arena, whole.bytes, whole.size);
	buffer_free(&whole);
	return text;
}

static bool put_tile(struct network *network, const char *code, struct buffer *walks)
{
	struct import *import = &network->import;
	struct values *tile = values_new(import->group), *there;
	enum sql_answer answer;
	bool same;

	values_put_text(tile, "code", code);
	values_put_text(tile, "walks", arena_text(import->group, walks->bytes, walks->size));
	answer = sql_row(import->sql, &Q_walk_tile_one, tile, import->group, &there);
	if (answer == SQL_FAILED)
		return false;
	if (answer == SQL_FOUND && import->refused)
		values_put_text(tile, "walks", joined(import->group, values_text(there, "walks"), values_text(tile, "walks")));
	same = answer == SQL_FOUND && strcmp(values_text(there, "walks"), values_text(tile, "walks")) == 0;
	network->tiles++;
	network->added += answer == SQL_NONE;
	network->changed += answer == SQL_FOUND && !same;
	names_put(import->seen, arena_copy(import->arena, code), network);
	return same || sql_do(import->sql, &Q_walk_tile_put, tile) >= 0;
}

/* All walks of a tile, one tile after the other. */
static bool put_tiles(struct network *network)
{
	struct import *import = &network->import;
	struct buffer walks = { 0 };
	bool fine = true;

	qsort(network->walks, network->count, sizeof *network->walks, ascending);
	for (size_t i = 0; fine && i < network->count; i++) {
		const struct walk *walk = &network->walks[i], *next = walk + 1;
		char text[160];

		snprintf(text, sizeof text, "%s%" PRId64 ",%" PRId64 ",%" PRId64 ",%" PRId64 ",%" PRId64, walks.size ? ";" : "", walk->from_lon,
			 walk->from_lat, walk->to_lon, walk->to_lat, walk->decimetres);
		buffer_text(&walks, text);
		if (i + 1 < network->count && next->tile_lon == walk->tile_lon && next->tile_lat == walk->tile_lat)
			continue;
		fine = put_tile(network, arena_format(import->group, "%" PRId64 "_%" PRId64, walk->tile_lon, walk->tile_lat), &walks);
		walks.size = 0;
		arena_sweep(import->group);
	}
	buffer_free(&walks);
	return fine;
}

static bool remove_vanished(struct network *network)
{
	struct import *import = &network->import;
	struct rows codes;

	if (import->refused) {
		fprintf(stderr, "%s: some walks are refused (see above), so that nothing is removed\n", import->path);
		return true;
	}
	if (!sql_list(import->sql, &Q_walk_tile_codes, NULL, import->arena, MOST_TILES, &codes))
		return false;
	for (size_t i = 0; i < codes.count; i++) {
		if (names_find(import->seen, values_text(&codes.at[i], "code")))
			continue;
		network->removed++;
		if (sql_do(import->sql, &Q_walk_tile_remove, &codes.at[i]) < 0)
			return false;
	}
	return true;
}

static enum exit_code fail(const struct import *import)
{
	return command_fails(import->call, EXIT_FAILED, "%s; nothing was changed", import->problem ? import->problem : sql_problem(import->sql));
}

static enum exit_code import_file(struct network *network, bool keep)
{
	static const char *const columns[] = { "from_lon", "from_lat", "to_lon", "to_lat", "metres", NULL };
	struct import *import = &network->import;
	bool fine;

	import->csv = csv_open(import->path, false, import->arena, &import->problem);
	if (!import->csv || !csv_has_all(import->csv, columns, import->arena, &import->problem))
		return fail(import);
	if (!csv_rows(import->csv)) {
		import->problem = arena_format(import->arena, "%s: there are no walks below the header", import->path);
		return fail(import);
	}
	if (csv_rows(import->csv) > STREETS_MOST_WALKS) {
		import->problem = arena_format(import->arena, "%s: more than %d walks; cut the extract to the district", import->path, STREETS_MOST_WALKS);
		return fail(import);
	}
	import_positions_begin(import);
	if (!import_outline_read(import) || !sql_begin(import->sql))
		return fail(import);
	take_rows(network);
	if (!network->count) {
		sql_rollback(import->sql);
		import->problem = arena_format(import->arena, "%s: every one of its %zu walks is refused", import->path, import->rows);
		return fail(import);
	}
	fine = put_tiles(network) && remove_vanished(network) && (!keep || sql_commit(import->sql));
	if (!fine)
		import->problem = arena_copy(import->arena, sql_problem(import->sql));
	if (!fine || !keep)
		sql_rollback(import->sql);
	if (!fine)
		return fail(import);
	printf("%sread %zu walks, %zu refused: %zu tiles, %zu new, %zu changed, %zu removed\n", keep ? "" : "dry run: nothing was changed\n",
	       import->rows, import->refused, network->tiles, network->added, network->changed, network->removed);
	return import->refused ? EXIT_PARTLY : EXIT_DONE;
}

static enum exit_code run_import_walks(struct command_call *call)
{
	bool dry = command_flag(call, "--dry-run");
	struct network network = { .import.call = call };
	struct import *import = &network.import;
	enum exit_code code;

	if (!command_words(call, 1))
		return EXIT_USAGE;
	import->sql = command_registry(call);
	if (!import->sql)
		return EXIT_FAILED;
	import->now = clock_now();
	import->path = call->words[0];
	import->arena = arena_new(IMPORT_MEMORY);
	import->group = arena_new(IMPORT_MEMORY);
	import->seen = names_new(import->arena);
	code = import_file(&network, !dry);
	csv_close(import->csv);
	arena_free(import->group);
	arena_free(import->arena);
	sql_close(import->sql);
	return code;
}

const struct command command_import_walks = {
	.name = "import walks",
	.summary = "take the network of streets to walk on into the registry",
	.usage = "FILE.csv [--dry-run]",
	.help = "Take the walks of FILE.csv (columns from_lon, from_lat, to_lon, to_lat, metres; tools/gazetteer writes it) into the\n"
		"registry. The file is the whole network: what is not in it is removed, but nothing while\n"
		"some of its rows are refused. A file without a walk is refused whole. A walk is refused that\n"
		"is shorter than the straight line, ends where it begins, or lies outside of the district. The same file again changes nothing.\n"
		"\n"
		"  --dry-run             do everything but keep nothing\n",
	.run = run_import_walks,
};
