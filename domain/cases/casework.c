/* SPDX-License-Identifier: Apache-2.0 */
/* Asking and telling the registry, for the files of this room. */
#include "casework.h"

#include "cases.h"
#include "lib/base/calendar.h"

#define MOST_ROWS 20000

bool casework_failed(struct casework *work)
{
	work->problem = arena_copy(work->arena, sql_problem(work->sql));
	return false;
}

enum case_answer casework_refuse(struct casework *work, enum case_answer answer, const char *why)
{
	work->why = why;
	return answer;
}

const uint8_t *casework_seal(struct casework *work, const char *place, const char *row, const void *bytes, size_t size, size_t *sealed_size)
{
	const uint8_t *key = work->contact_key ? key_file_use(work->contact_key) : NULL, *sealed;

	if (!key) {
		work->problem = "the contact key cannot be read";
		return NULL;
	}
	sealed = secret_seal(key, place, row, bytes, size, work->arena, sealed_size);
	key_file_done(work->contact_key);
	return sealed;
}

const uint8_t *casework_open(struct casework *work, const char *place, const char *row, const struct value *sealed, size_t *size)
{
	bool any = sealed && sealed->kind == VALUE_BLOB && work->contact_key;
	const uint8_t *key = any ? key_file_use(work->contact_key) : NULL, *opened;

	if (!key)
		return NULL;
	opened = secret_open(key, place, row, sealed->blob, sealed->size, work->arena, size);
	key_file_done(work->contact_key);
	return opened;
}

bool casework_do(struct casework *work, const struct query *query, const struct values *values)
{
	return sql_do(work->sql, query, values) >= 0 || casework_failed(work);
}

struct values *casework_row(struct casework *work, const struct query *query, const char *name, const char *value,
			    enum case_answer *answer)
{
	struct values *parameters = values_new(work->arena), *row = NULL;

	values_put_text(parameters, name, value);
	*answer = CASE_DONE;
	switch (sql_row(work->sql, query, parameters, work->arena, &row)) {
	case SQL_FOUND:
		return row;
	case SQL_NONE:
		*answer = CASE_UNKNOWN;
		return NULL;
	case SQL_FAILED:
		break;
	}
	casework_failed(work);
	*answer = CASE_FAILED;
	return NULL;
}

bool casework_rows(struct casework *work, const struct query *query, const char *name, const char *value, struct rows *rows)
{
	struct values *parameters = values_new(work->arena);

	if (name)
		values_put_text(parameters, name, value);
	return sql_list(work->sql, query, parameters, work->arena, MOST_ROWS, rows) || casework_failed(work);
}

bool casework_is_term(struct casework *work, const char *list, const char *code, enum case_answer *answer)
{
	struct values *parameters = values_new(work->arena), *row;

	values_put_text(parameters, "list", list);
	values_put_text(parameters, "code", code);
	switch (sql_row(work->sql, &Q_case_term, parameters, work->arena, &row)) {
	case SQL_FOUND:
		*answer = CASE_DONE;
		return true;
	case SQL_NONE:
		*answer = casework_refuse(work, CASE_UNFIT, "no_such_choice");
		return false;
	case SQL_FAILED:
		break;
	}
	casework_failed(work);
	*answer = CASE_FAILED;
	return false;
}

static enum sql_answer ask_rule(struct casework *work, const char *key, double *value)
{
	struct values *parameters = values_new(work->arena), *row;
	enum sql_answer answer;

	values_put_text(parameters, "key", key);
	values_put_text(parameters, "day", calendar_day_text(work->arena, calendar_day_of(work->now, CALENDAR_CHINA)));
	answer = sql_row(work->sql, &Q_case_rule, parameters, work->arena, &row);
	if (answer == SQL_FOUND)
		*value = values_real(row, "value");
	if (answer == SQL_FAILED)
		casework_failed(work);
	return answer;
}

bool case_rule(struct casework *work, const char *key, double *value)
{
	enum sql_answer answer = ask_rule(work, key, value);

	if (answer == SQL_NONE)
		work->problem = arena_format(work->arena, "there is no rule %s valid today; see rules.csv of the district", key);
	return answer == SQL_FOUND;
}

bool case_rule_or(struct casework *work, const char *key, double otherwise, double *value)
{
	*value = otherwise;
	return ask_rule(work, key, value) != SQL_FAILED;
}
