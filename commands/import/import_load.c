/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One facility into the registry: compared first, written only where it differs. What the mapping does not name stays as it is,
 * and so does what somebody else asserted later than the file.
 */
#include <string.h>

#include "import.h"
#include "shanyu.h"

#define MOST_PROGRAMMES 10000

/* A fact that belongs to a facility or programme. */
struct fact {
	const struct query *find, *blank, *put, *remove;
};

static const struct fact hours_fact = { &Q_import_hours, &Q_import_hours_blank, &Q_hours_put, &Q_import_hours_remove };
static const struct fact programme_fact = { &Q_import_programme, &Q_import_programme_blank, &Q_programme_put, NULL };
static const struct fact vacancy_fact = { &Q_import_vacancy, &Q_import_vacancy_blank, &Q_vacancy_put,
					  &Q_import_vacancy_remove };
static const struct fact fee_fact = { &Q_import_fee, &Q_import_fee_blank, &Q_fee_put, &Q_import_fee_remove };

static bool same(const struct value *one, const struct value *other)
{
	if (one->kind != other->kind)
		return false;
	switch (one->kind) {
	case VALUE_NULL:
		return true;
	case VALUE_INTEGER:
		return one->integer == other->integer;
	case VALUE_REAL:
		return !(one->real < other->real || one->real > other->real);
	case VALUE_TEXT:
	case VALUE_BLOB:
		return one->size == other->size && memcmp(one->text, other->text, one->size) == 0;
	}
	return false;
}

bool import_put_over(struct values *there, const struct values *found)
{
	bool differs = false;

	for (size_t i = 0; i < there->count; i++) {
		const struct value *value = values_find(found, there->at[i].name);
		const char *name = there->at[i].name;

		if (!value || same(value, &there->at[i]))
			continue;
		there->at[i] = *value;
		there->at[i].name = name;
		differs = true;
	}
	return differs;
}

/* Somebody else has said it later than the file: that stays. */
static bool is_overtaken(const struct values *there, const struct values *found)
{
	return values_find(there, "asserted_at") &&
	       strcmp(values_text(there, "asserted_by"), values_text(found, "asserted_by")) != 0 &&
	       values_integer(there, "asserted_at") > values_integer(found, "asserted_at");
}

static bool load_fact(struct import *import, const struct fact *fact, const struct values *found, bool *changed)
{
	struct values *there;
	enum sql_answer answer = sql_row(import->sql, fact->find, found, import->group, &there);

	if (answer == SQL_FOUND && is_overtaken(there, found))
		return true;
	if (answer == SQL_NONE)
		answer = sql_row(import->sql, fact->blank, NULL, import->group, &there);
	if (answer != SQL_FOUND)
		return false;
	if (!import_put_over(there, found))
		return true;
	*changed = true;
	return sql_do(import->sql, fact->put, there) >= 0;
}

/* A fact that the file does not state any more goes, if it was the file that stated it. */
static bool drop_fact(struct import *import, const struct fact *fact, const struct given_list *assertion,
		      const struct values *row, const char *key, const char *code, bool *changed)
{
	struct values *parameters = values_new(import->group);
	int64_t removed;

	values_put_text(parameters, key, code);
	values_put_text(parameters, "asserted_by", "");
	for (size_t i = 0; i < assertion->count; i++)
		if (strcmp(assertion->at[i].field->name, "asserted_by") == 0)
			values_put_text(parameters, "asserted_by",
					expression_text(assertion->at[i].expression, row, import->group));
	removed = sql_do(import->sql, fact->remove, parameters);
	*changed |= removed > 0;
	return removed >= 0;
}

static bool load_programme(struct import *import, const struct found_programme *found, bool *changed)
{
	const struct map *map = import->map;
	const char *code = values_text(found->programme, "code");

	if (!load_fact(import, &programme_fact, found->programme, changed))
		return false;
	if (found->vacancy) {
		if (!load_fact(import, &vacancy_fact, found->vacancy, changed))
			return false;
	} else if (found->section->vacancy.count && !drop_fact(import, &vacancy_fact, &map->vacancy_assertion,
							       found->row, "programme_code", code, changed)) {
		return false;
	}
	if (found->fee)
		return load_fact(import, &fee_fact, found->fee, changed);
	return !found->section->fee.count ||
	       drop_fact(import, &fee_fact, &map->fee_assertion, found->row, "programme_code", code, changed);
}

static bool is_found(const struct found_facility *found, const char *code)
{
	for (size_t i = 0; i < found->programme_count; i++)
		if (strcmp(values_text(found->programmes[i].programme, "code"), code) == 0)
			return true;
	return false;
}

static bool remove_vanished_programmes(struct import *import, const struct found_facility *found, bool *changed)
{
	struct values *parameters = values_new(import->group);
	struct rows codes;

	values_put_text(parameters, "facility_code", values_text(found->facility, "code"));
	if (!sql_list(import->sql, &Q_import_programme_codes, parameters, import->group, MOST_PROGRAMMES, &codes))
		return false;
	for (size_t i = 0; i < codes.count; i++) {
		if (is_found(found, values_text(&codes.at[i], "code")))
			continue;
		*changed = true;
		if (sql_do(import->sql, &Q_import_programme_remove, &codes.at[i]) < 0)
			return false;
	}
	return true;
}

static bool load_parts(struct import *import, const struct found_facility *found, bool *changed)
{
	const char *code = values_text(found->facility, "code");

	if (found->hours) {
		values_put_text(found->hours, "facility_code", code);
		if (!load_fact(import, &hours_fact, found->hours, changed))
			return false;
	} else if (import->map->hours.count && !drop_fact(import, &hours_fact, &import->map->hours_assertion, found->row,
							  "facility_code", code, changed)) {
		return false;
	}
	for (size_t i = 0; i < found->programme_count; i++)
		if (!load_programme(import, &found->programmes[i], changed))
			return false;
	if (!import->map->programme_count || (import->rows_unknown && import->map->rows_are_programmes))
		return true;
	return remove_vanished_programmes(import, found, changed);
}

static void refuse(struct import *import, struct found_facility *found, const char *reason, const char *value)
{
	import_note(import, NOTE_REFUSED, found->line, "code", reason, value);
	found->refused = true;
}

/* The registry's row of the facility, or one to begin with. False when the import fails; found->refused when the code is not its own. */
static bool find_row(struct import *import, struct found_facility *found, struct values **there, bool *is_new)
{
	const char *code = values_text(found->facility, "code");
	enum sql_answer answer = sql_row(import->sql, &Q_import_facility, found->facility, import->group, there);
	struct values *owner;

	*is_new = answer == SQL_NONE;
	if (answer == SQL_FAILED)
		return false;
	if (answer == SQL_FOUND) {
		if (strcmp(values_text(*there, "code"), code) != 0)
			refuse(import, found,
			       arena_format(import->group,
					    "a public code never changes: in the registry this facility is %s",
					    values_text(*there, "code")),
			       code);
		return true;
	}
	answer = sql_row(import->sql, &Q_import_code_owner, found->facility, import->group, &owner);
	if (answer == SQL_FOUND)
		refuse(import, found,
		       arena_format(import->group, "is the code of another facility, %s", values_text(owner, "name")),
		       code);
	return answer != SQL_FAILED &&
	       sql_row(import->sql, &Q_import_facility_blank, NULL, import->group, there) == SQL_FOUND;
}

static bool find_places(struct import *import, struct found_facility *found)
{
	const char *street_code, *community_code = NULL;

	if (!import_street(import, found, &street_code))
		return false;
	if (!street_code) {
		found->refused = true;
		return true;
	}
	values_put_text(found->facility, "street_code", street_code);
	if (!import->map->community.count)
		return true;
	if (*found->community && !(community_code = import_community(import, street_code, found->community)))
		import_note(import, NOTE_WARNING, found->line, "community",
			    "is no community of this street in the registry; left empty", found->community);
	values_put_text(found->facility, "community_code", community_code);
	return true;
}

/* A facility that was closed in the registry and stands in the file: reopened only when the file is taken as the whole truth. */
static void heed_closing(struct import *import, const struct found_facility *found, const struct values *there)
{
	if (values_null(there, "closed_on") || values_find(found->facility, "closed_on"))
		return;
	if (import->close_on)
		values_put_null(found->facility, "closed_on");
	else
		import_note(import, NOTE_WARNING, found->line, "closed_on",
			    "stands in the file, but is closed in the registry; stays closed",
			    values_text(there, "closed_on"));
}

static void count(struct import *import, bool is_new, bool changed)
{
	import->added += is_new;
	import->changed += !is_new && changed;
	import->unchanged += !is_new && !changed;
}

bool import_load(struct import *import, struct found_facility *found)
{
	struct values *there;
	bool is_new, row_changed, parts_changed = false;

	if (!find_row(import, found, &there, &is_new))
		return false;
	if (found->refused)
		return true;
	if (!find_places(import, found))
		return false;
	if (found->refused)
		return true;
	heed_closing(import, found, there);
	row_changed = import_put_over(there, found->facility);
	values_put_integer(there, "changed_at", import->now);
	if (row_changed && sql_do(import->sql, &Q_facility_put, there) < 0)
		return false;
	if (!load_parts(import, found, &parts_changed))
		return false;
	if (parts_changed && !row_changed && sql_do(import->sql, &Q_facility_put, there) < 0)
		return false;
	count(import, is_new, row_changed || parts_changed);
	return true;
}
