/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GeoJSON (RFC 7946) as a table: a row for each feature, a column for each property, and what its geometry says in the columns
 * geometry.lat and geometry.lon (of points) and geometry.path (of lines and outlines).
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "import.h"
#include "lib/base/buffer.h"
#include "lib/base/csv_text.h"

#define LAT "geometry.lat"
#define LON "geometry.lon"
#define PATH "geometry.path"

/* How deep the positions of a geometry lie: a point's own, the corners of a line, the rings of an outline, many outlines. */
struct geometry_kind {
	const char *type;
	int depth;
};

bool import_is_geojson(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot && (strcasecmp(dot, ".geojson") == 0 || strcasecmp(dot, ".json") == 0);
}

static int depth_of(const char *type)
{
	static const struct geometry_kind kinds[] = { { "Point", 0 },	    { "MultiPoint", 0 }, { "LineString", 1 }, { "MultiLineString", 2 },
						      { "Polygon", 2 }, { "MultiPolygon", 3 } };

	for (size_t i = 0; type && i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].type, type) == 0)
			return kinds[i].depth;
	return -1;
}

static bool is_position(const json_t *position)
{
	return json_is_number(json_array_get(position, 0)) && json_is_number(json_array_get(position, 1));
}

static void add_position(const json_t *position, struct buffer *path, char before)
{
	char text[64];

	if (path->size)
		buffer_add(path, &before, 1);
	snprintf(text, sizeof text, "%.10g,%.10g", json_number_value(json_array_get(position, 0)), json_number_value(json_array_get(position, 1)));
	buffer_text(path, text);
}

/* Parts of any depth, one after the other. False when they are no positions. */
static bool add_parts(const json_t *coordinates, int depth, struct buffer *path)
{
	bool fine = json_is_array(coordinates);

	for (size_t i = 0; fine && i < json_array_size(coordinates); i++) {
		const json_t *part = json_array_get(coordinates, i);

		if (depth > 1) {
			fine = add_parts(part, depth - 1, path);
		} else {
			fine = is_position(part);
			if (fine)
				add_position(part, path, i ? ' ' : ';');
		}
	}
	return fine;
}

/* Every name that a feature has, in the order of their coming, behind those of the geometry. */
static json_t *names_of(const json_t *features)
{
	json_t *names = json_object();

	json_object_set_new(names, LAT, json_true());
	json_object_set_new(names, LON, json_true());
	json_object_set_new(names, PATH, json_true());
	for (size_t i = 0; i < json_array_size(features); i++) {
		const char *name;
		json_t *value;

		json_object_foreach(json_object_get(json_array_get(features, i), "properties"), name, value)
			json_object_set_new(names, name, json_true());
	}
	return names;
}

static void put_text(struct buffer *table, const char *text)
{
	buffer_text(table, "\"");
	for (; *text; text++) {
		if (*text == '"')
			buffer_text(table, "\"");
		buffer_add(table, text, 1);
	}
	buffer_text(table, "\"");
}

static void put_property(struct buffer *table, const json_t *value)
{
	char number[40] = "";

	if (json_is_string(value)) {
		put_text(table, json_string_value(value));
		return;
	}
	if (json_is_integer(value))
		snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
	else if (json_is_real(value))
		snprintf(number, sizeof number, "%.10g", json_real_value(value));
	else if (json_is_boolean(value))
		snprintf(number, sizeof number, "%s", json_is_true(value) ? "yes" : "no");
	buffer_text(table, number);
}

/* The three columns of the geometry; empty where it has no shape that a place can have. */
static void put_geometry(struct buffer *table, const json_t *geometry)
{
	const json_t *coordinates = json_object_get(geometry, "coordinates");
	const char *type = json_string_value(json_object_get(geometry, "type"));
	struct buffer path = { 0 };
	int depth = depth_of(type);

	if (type && strcmp(type, "MultiPoint") == 0)
		coordinates = json_array_get(coordinates, 0);
	if (depth == 0 && is_position(coordinates)) {
		put_property(table, json_array_get(coordinates, 1));
		buffer_text(table, ",");
		put_property(table, json_array_get(coordinates, 0));
		buffer_text(table, ",");
	} else {
		buffer_text(table, ",,");
		if (depth > 0 && add_parts(coordinates, depth, &path)) {
			buffer_text(table, "\"");
			buffer_add(table, path.bytes, path.size);
			buffer_text(table, "\"");
		}
	}
	buffer_free(&path);
}

static void put_feature(struct buffer *table, json_t *names, const json_t *feature)
{
	const json_t *properties = json_object_get(feature, "properties");
	const char *name;
	json_t *value;

	put_geometry(table, json_object_get(feature, "geometry"));
	json_object_foreach(names, name, value) {
		if (strncmp(name, "geometry.", strlen("geometry.")) == 0)
			continue;
		buffer_text(table, ",");
		put_property(table, json_object_get(properties, name));
	}
	buffer_text(table, "\r\n");
}

static void put_titles(struct buffer *table, json_t *names)
{
	const char *name;
	json_t *value;

	buffer_text(table, LAT "," LON "," PATH);
	json_object_foreach(names, name, value) {
		if (strncmp(name, "geometry.", strlen("geometry.")) == 0)
			continue;
		buffer_text(table, ",");
		put_text(table, name);
	}
	buffer_text(table, "\r\n");
}

static json_t *load(const char *path, struct arena *arena, const char **problem)
{
	struct csv_text text;
	json_error_t error;
	json_t *whole;

	if (!csv_text_read_utf8(path, &text, arena, problem))
		return NULL;
	whole = json_loadb(text.bytes, text.size, JSON_REJECT_DUPLICATES, &error);
	if (!whole)
		*problem = arena_format(arena, "%s:%d: %s", path, error.line, error.text);
	return whole;
}

struct csv *import_geojson_open(const char *path, struct arena *arena, const char **problem)
{
	json_t *whole = load(path, arena, problem), *names;
	const json_t *features = json_object_get(whole, "features");
	struct buffer table = { 0 };
	struct csv *csv;

	if (!whole)
		return NULL;
	if (!json_is_array(features)) {
		*problem = arena_format(arena, "%s: is no FeatureCollection of GeoJSON", path);
		json_decref(whole);
		return NULL;
	}
	names = names_of(features);
	put_titles(&table, names);
	for (size_t i = 0; i < json_array_size(features); i++)
		put_feature(&table, names, json_array_get(features, i));
	json_decref(names);
	json_decref(whole);
	csv = csv_open_made(path, arena_text(arena, table.bytes, table.size), table.size, arena, problem);
	buffer_free(&table);
	return csv;
}
