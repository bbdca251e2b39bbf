/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shanyu import facilities: somebody's CSV file into the registry, by a mapping, in one transaction.
 * Refuses files and mappings that cannot be read whole; refuses rows one by one, each with its reason.
 */
#include "import.h"

#include <inttypes.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/base/clock.h"
#include "lib/base/text.h"
#include "shanyu.h"

#define IMPORT_MEMORY ((size_t)512 * 1024 * 1024)
#define MOST_TERMS 10000
#define MOST_FACILITIES 1000000
#define MOST_KEY 100

struct options {
	const char *map;
	const char *report;
	const char *close_on;
	bool dry_run;
};

static bool put_terms_and_district(struct import *import)
{
	const struct map *map = import->map;
	struct values *district;
	enum sql_answer answer;

	for (size_t i = 0; i < map->new_terms.count; i++)
		if (sql_do(import->sql, &Q_term_put, &map->new_terms.at[i]) < 0)
			return false;
	answer = sql_row(import->sql, &Q_district_one, NULL, import->arena, &district);
	if (answer == SQL_NONE && map->district)
		return sql_do(import->sql, &Q_district_put, map->district) >= 0;
	return answer != SQL_FAILED;
}

/* Whether a row says to which facility it belongs; only its key is looked at. */
static bool is_known(struct import *import, const struct values *row)
{
	const char *key = expression_text(import->map->key, row, import->group);

	return *key && text_length(key) <= MOST_KEY && !text_has_control(key) && !text_has_line_break(key) && !import_is_shortened(key);
}

static const char *source_key_of(struct import *import, const struct values *row, struct arena *arena)
{
	return arena_format(arena, "%s:%s", import->map->source, expression_text(import->map->key, row, arena));
}

/* Look at all rows once: with rows of nobody in it a file cannot say what has vanished. And where its facilities are. */
static bool survey(struct import *import)
{
	struct values *row;
	enum csv_answer answer;

	while ((answer = csv_next(import->csv, import->group, &row)) != CSV_NONE) {
		if (answer == CSV_FAILED || !is_known(import, row))
			import->rows_unknown = true;
		else
			import_positions_row(import, source_key_of(import, row, import->group), row);
		arena_sweep(import->group);
	}
	csv_rewind(import->csv);
	return import_positions_settle(import);
}

/* Mark the columns that say something of the facility itself: with rows = programmes they must agree in all its rows. */
static bool *columns_of_facility(struct import *import)
{
	const struct map *map = import->map;
	const struct given_list *const lists[] = { &map->facility, &map->street, &map->community, &map->hours,
						   &map->hours_assertion };
	bool *columns = arena_take(import->arena, csv_columns(import->csv) * sizeof *columns);

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		for (size_t j = 0; j < lists[i]->count; j++)
			expression_mark(lists[i]->at[j].expression, columns);
	return columns;
}

/* A later row of a facility: what it leaves empty of the facility is as in the first, what it says must be the same. */
static void agree_with_first(struct import *import, struct found_facility *found, struct values *row, const bool *columns)
{
	for (size_t i = 0; i < row->count; i++) {
		const struct value *first = &found->row->at[i];

		if (!columns[i] || strcmp(row->at[i].text, first->text) == 0)
			continue;
		if (!row->at[i].size) {
			row->at[i] = *first;
			continue;
		}
		import_note(import, NOTE_REFUSED, import->line, first->name,
			    arena_format(import->group, "differs from line %zu, which is of the same facility",
					 found->line),
			    row->at[i].text);
		found->refused = true;
	}
}

/* Load the facility whose rows have all been read. */
static bool finish_facility(struct import *import, struct found_facility *found)
{
	bool fine;

	if (!found->row)
		return true;
	import->facilities++;
	fine = found->refused || import_load(import, found);
	import->refused += found->refused;
	*found = (struct found_facility){ 0 };
	return fine;
}

/* A row that belongs to no facility that could be loaded. */
static void refuse_row(struct import *import, const char *field, const char *reason, const char *value)
{
	import_note(import, NOTE_REFUSED, import->line, field, reason, value);
	import->refused++;
	import->facilities++;
}

static void refuse_second(struct import *import, size_t first, const char *key)
{
	refuse_row(import, "key", arena_format(import->group, import->map->rows_are_programmes ?
		   "the rows of one facility must follow each other; its first is on line %zu" :
		   "stands in the file twice, first on line %zu", first), key);
}

static bool begin_facility(struct import *import, struct found_facility *found, const struct values *row,
			   const char *source_key)
{
	size_t *line = arena_take(import->arena, sizeof *line);

	*line = import->line;
	*found = (struct found_facility){ .source_key = arena_copy(import->arena, source_key), .line = import->line };
	names_put(import->seen, found->source_key, line);
	found->row = values_copy(row, import->group);
	return import_find_facility(import, found) && import_find_programmes(import, found, found->row);
}

/* Take one row: into the facility under way, or as the first of the next. */
static bool take_row(struct import *import, struct found_facility *found, const struct values *row, struct arena *arena,
		     const bool *columns)
{
	const char *key = expression_text(import->map->key, row, arena);
	const char *source_key = source_key_of(import, row, arena);
	const size_t *first;

	if (found->row && import->map->rows_are_programmes && strcmp(found->source_key, source_key) == 0) {
		struct values *kept = values_copy(row, import->group);

		agree_with_first(import, found, kept, columns);
		return import_find_programmes(import, found, kept);
	}
	if (!finish_facility(import, found))
		return false;
	arena_sweep(import->group);
	if (!is_known(import, row)) {
		refuse_row(import, "key", import_is_shortened(key) ?
			   "is a number that a spreadsheet has shortened; format the column as text and fill it in again" :
			   "is missing, too long, or holds control characters", key);
		return true;
	}
	first = names_find(import->seen, source_key);
	if (first) {
		refuse_second(import, *first, key);
		return true;
	}
	return begin_facility(import, found, row, source_key);
}

static bool take_rows(struct import *import)
{
	struct arena *arena = arena_new(IMPORT_MEMORY);
	const bool *columns = columns_of_facility(import);
	struct found_facility found = { 0 };
	struct values *row;
	enum csv_answer answer;
	bool fine = true;

	import->progress = progress_start("rows", (int64_t)csv_rows(import->csv));
	while (fine && (answer = csv_next(import->csv, arena, &row)) != CSV_NONE) {
		import->line = csv_line(import->csv);
		progress_at(&import->progress, (int64_t)++import->rows);
		if (answer == CSV_FOUND) {
			fine = take_row(import, &found, row, arena, columns);
		} else {
			fine = finish_facility(import, &found);
			refuse_row(import, "row", "has more or fewer fields than the header", "");
		}
		arena_sweep(arena);
	}
	fine = fine && finish_facility(import, &found);
	progress_end(&import->progress);
	arena_free(arena);
	return fine;
}

/* Facilities of this source that are open in the registry and no more in the file: told, and closed when asked. */
static bool tell_missing(struct import *import)
{
	struct values *parameters = values_new(import->arena);
	struct rows rows;

	values_put_text(parameters, "prefix", arena_format(import->arena, "%s:", import->map->source));
	values_put_text(parameters, "closed_on", import->close_on);
	values_put_integer(parameters, "changed_at", import->now);
	if (!sql_list(import->sql, &Q_import_of_source, parameters, import->arena, MOST_FACILITIES, &rows))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const char *code = values_text(&rows.at[i], "code");

		if (names_find(import->seen, values_text(&rows.at[i], "source_key")))
			continue;
		printf("%s: %s %s\n", import->close_on ? "missing, closed" : "missing", code,
		       values_text(&rows.at[i], "name"));
		values_put_text(parameters, "code", code);
		if (import->close_on && sql_do(import->sql, &Q_import_close, parameters) < 0)
			return false;
	}
	return true;
}

static bool run(struct import *import)
{
	if (!put_terms_and_district(import) || !import_places_begin(import))
		return false;
	import_positions_begin(import);
	if (!survey(import))
		return false;
	if (import->rows_unknown && import->close_on) {
		fprintf(stderr, "%s: some rows cannot be told apart (see below), so that nothing is closed\n",
			import->path);
		import->close_on = NULL;
	}
	return take_rows(import) && tell_missing(import) && import_places_end(import);
}

static enum exit_code summarise(const struct import *import, const struct options *options)
{
	if (import->streets_made)
		printf("%zu streets made from the file\n", import->streets_made);
	if (options->dry_run)
		printf("dry run: nothing was changed\n");
	printf("read %zu rows", import->rows);
	if (import->map->rows_are_programmes)
		printf(" of %zu facilities", import->facilities);
	printf(": %zu new, %zu changed, %zu unchanged, %zu refused, %zu warnings\n", import->added, import->changed,
	       import->unchanged, import->refused, import->warnings);
	return import->refused ? EXIT_PARTLY : EXIT_DONE;
}

static enum exit_code fail(const struct import *import)
{
	return command_fails(import->call, EXIT_FAILED, "%s; nothing was changed",
			     import->problem ? import->problem : sql_problem(import->sql));
}

/* The transaction around it all. */
static enum exit_code import_all(struct import *import, const struct options *options)
{
	bool fine;

	if (options->report && !import_report_open(import, options->report))
		return fail(import);
	if (!sql_begin(import->sql))
		return fail(import);
	printf("%s: read as %s, header on line %zu, %zu rows\n", import->path, csv_encoding(import->csv), csv_header_line(import->csv),
	       csv_rows(import->csv));
	fine = run(import);
	if (!import_report_close(import) && fine) {
		import->problem = arena_format(import->arena, "%s: could not be written whole", options->report);
		fine = false;
	}
	if (fine && !options->dry_run)
		fine = sql_commit(import->sql);
	if (fine && !options->dry_run)
		return summarise(import, options);
	if (!fine && !import->problem)
		import->problem = arena_copy(import->arena, sql_problem(import->sql));
	sql_rollback(import->sql);
	return fine ? summarise(import, options) : fail(import);
}

static enum exit_code import_file(struct import *import, const struct options *options)
{
	struct csv_reading reading;
	struct rows terms;

	if (!map_reading_of(options->map, &reading, import->arena, &import->problem))
		return fail(import);
	import->csv = csv_open_as(import->path, &reading, import->arena, &import->problem);
	if (!import->csv)
		return fail(import);
	if (!csv_rows(import->csv)) {
		import->problem = arena_format(import->arena, "%s: there are no rows below the header", import->path);
		return fail(import);
	}
	if (!sql_list(import->sql, &Q_term_list, NULL, import->arena, MOST_TERMS, &terms))
		return fail(import);
	import->map = map_read(options->map, import->csv, &terms, import->arena, &import->problem);
	return import->map ? import_all(import, options) : fail(import);
}

static enum exit_code run_import(struct command_call *call)
{
	struct options options = { command_option(call, "--map"), command_option(call, "--report"),
				   command_option(call, "--close-missing"), command_flag(call, "--dry-run") };
	struct import import = { .call = call, .now = clock_now(), .close_on = options.close_on };
	enum exit_code code;
	int64_t day;

	if (!command_words(call, 1))
		return EXIT_USAGE;
	if (!options.map)
		return command_fails(call, EXIT_USAGE,
				     "which mapping? Give --map FILE; see shanyu-import(5) and db/maps");
	if (options.close_on && !calendar_day_from_text(options.close_on, &day))
		return command_fails(call, EXIT_USAGE, "'%s' is no day; write it as 2026-07-01", options.close_on);
	import.sql = command_registry(call);
	if (!import.sql)
		return EXIT_FAILED;
	import.path = call->words[0];
	import.arena = arena_new(IMPORT_MEMORY);
	import.group = arena_new(IMPORT_MEMORY);
	import.seen = names_new(import.arena);
	code = import_file(&import, &options);
	csv_close(import.csv);
	arena_free(import.group);
	arena_free(import.arena);
	sql_close(import.sql);
	return code;
}

const struct command command_import_facilities = {
	.name = "import facilities",
	.summary = "take facilities from a CSV file into the registry",
	.usage = "FILE.csv --map MAP [--report FILE.csv] [--close-missing DAY] [--dry-run]",
	.help = "Take the rows of FILE.csv into the registry as the mapping says (shanyu-import(5); mappings are in "
		"db/maps).\n"
		"Doing it again with the same file changes nothing. Rows that are refused are named, the others are "
		"taken.\n"
		"\n"
		"  --map MAP             the mapping of columns to facts\n"
		"  --report FILE.csv     write every refusal and warning there too\n"
		"  --close-missing DAY   facilities of this source that are not in the file closed on that day\n"
		"  --dry-run             do everything but keep nothing\n",
	.run = run_import,
};
