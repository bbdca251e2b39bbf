/* SPDX-License-Identifier: Apache-2.0 */
/* Values to PostgreSQL and back: parameters as libpq takes them, columns as its text says them. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sql_postgresql_parts.h"

/* A whole real where an integer is wanted serves as one, as on SQLite. */
static const char *real_text(char *number, double real, Oid type)
{
	if (type == TYPE_INT8 && fabs(real) < 9e15 && !(floor(real) < real))
		snprintf(number, NUMBER_SIZE, "%.0f", real);
	else
		snprintf(number, NUMBER_SIZE, "%.17g", real);
	return number;
}

static bool refuse(struct connection *connection, const char *what)
{
	connection_fail(connection, what);
	connection->refused = true;
	return false;
}

bool parameter_bind(struct connection *connection, struct bound *bound, size_t i, const struct value *value, Oid type)
{
	bound->at[i] = NULL;
	bound->lengths[i] = 0;
	bound->formats[i] = value->kind == VALUE_BLOB;
	if (value->kind != VALUE_NULL && (value->kind == VALUE_BLOB) != (type == TYPE_BYTEA))
		return refuse(connection, type == TYPE_BYTEA ? "a text or number is given where bytes belong"
							     : "bytes are given where a text or number belongs");
	switch (value->kind) {
	case VALUE_NULL:
		break;
	case VALUE_INTEGER:
		snprintf(connection->numbers[i], NUMBER_SIZE, "%" PRId64, value->integer);
		bound->at[i] = connection->numbers[i];
		break;
	case VALUE_REAL:
		bound->at[i] = real_text(connection->numbers[i], value->real, type);
		break;
	case VALUE_TEXT:
		if (memchr(value->text, '\0', value->size))
			return refuse(connection, "a text has a NUL character in it");
		bound->at[i] = value->text;
		break;
	case VALUE_BLOB:
		bound->at[i] = value->size ? (const char *)value->blob : "";
		bound->lengths[i] = (int)value->size;
		break;
	}
	return true;
}

static unsigned hex_digit(char digit)
{
	return (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/* Bytes come as \x and hex digits; they are written over their own text, which is read once. */
static void read_bytes(char *text, int length, struct value *value)
{
	size_t size = length < 2 ? 0 : ((size_t)length - 2) / 2;

	for (size_t i = 0; i < size; i++)
		text[i] = (char)(hex_digit(text[2 + 2 * i]) << 4 | hex_digit(text[3 + 2 * i]));
	value->kind = VALUE_BLOB;
	value->size = size;
	value->text = text;
}

static void read_integer(const char *text, struct value *value)
{
	value->kind = VALUE_INTEGER;
	value->integer = strtoll(text, NULL, 10);
}

static void read_real(const char *text, struct value *value)
{
	value->kind = VALUE_REAL;
	value->real = strtod(text, NULL);
}

void column_read(const struct prepared *prepared, int column, struct value *value)
{
	char *text = PQgetvalue(prepared->result, prepared->at, column);
	int length = PQgetlength(prepared->result, prepared->at, column);

	value->size = 0;
	if (PQgetisnull(prepared->result, prepared->at, column)) {
		value->kind = VALUE_NULL;
		value->text = NULL;
		return;
	}
	switch (prepared->column_types[column]) {
	case TYPE_INT2:
	case TYPE_INT4:
	case TYPE_INT8:
	case TYPE_OID:
		read_integer(text, value);
		break;
	case TYPE_BOOL:
		value->kind = VALUE_INTEGER;
		value->integer = *text == 't';
		break;
	case TYPE_FLOAT4:
	case TYPE_FLOAT8:
		read_real(text, value);
		break;
	case TYPE_NUMERIC:
		/* A sum of integers is one; what has decimals, even none but zeros, is a real. */
		if (text[strspn(text, "-0123456789")])
			read_real(text, value);
		else
			read_integer(text, value);
		break;
	case TYPE_BYTEA:
		read_bytes(text, length, value);
		break;
	default:
		value->kind = VALUE_TEXT;
		value->size = (size_t)length;
		value->text = text;
		break;
	}
}
