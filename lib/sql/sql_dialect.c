/* SPDX-License-Identifier: Apache-2.0 */
/* The few words PostgreSQL is told differently. */
#include "sql_dialect.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* SQLite's integers have 64 bits and its reals are doubles: so must PostgreSQL's. */
static const char *const types[][2] = {
	{ "integer", "bigint" },
	{ "real", "double precision" },
	{ "blob", "bytea" },
};
#define LONGEST_GROWTH 4                /* "real" to "double precision" */

struct writing {
	char *to;
	const char **names;
	size_t most, count;
	bool whole_script;
	bool after_as;                  /* the last word was "as" */
	char last;                      /* the last character that was neither blank nor comment */
};

static bool begins_word(char at)
{
	return isalpha((unsigned char)at) || at == '_' || (unsigned char)at >= 0x80;
}

static bool continues_word(char at)
{
	return begins_word(at) || isdigit((unsigned char)at);
}

static size_t word_length(const char *at)
{
	size_t length = 0;

	while (continues_word(at[length]))
		length++;
	return length;
}

/* The length of a text or name in quotes; two quotes stand for one within. */
static size_t quoted_length(const char *at)
{
	size_t length = 1;

	for (; at[length]; length++)
		if (at[length] == *at && at[++length] != *at)
			break;
	return length;
}

static size_t comment_length(const char *at)
{
	const char *end;

	if (at[0] == '-' && at[1] == '-')
		return strcspn(at, "\n");
	if (at[0] != '/' || at[1] != '*')
		return 0;
	end = strstr(at + 2, "*/");
	return end ? (size_t)(end + 2 - at) : strlen(at);
}

static void put(struct writing *writing, const char *text, size_t length)
{
	memcpy(writing->to, text, length);
	writing->to += length;
}

static bool is_word(const char *at, size_t length, const char *word)
{
	return strlen(word) == length && strncasecmp(at, word, length) == 0;
}

static const char *type_for(const struct writing *writing, const char *at, size_t length)
{
	/* In a query a type stands only in a cast; a column may well be called "real". */
	if (!writing->whole_script && (!writing->after_as || at[length + strspn(at + length, " \t\n")] != ')'))
		return NULL;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (is_word(at, length, types[i][0]))
			return types[i][1];
	return NULL;
}

static void put_word(struct writing *writing, const char *at, size_t length)
{
	const char *type = type_for(writing, at, length);

	if (type)
		put(writing, type, strlen(type));
	else if (!writing->whole_script || writing->last != ')' || !is_word(at, length, "strict"))
		put(writing, at, length);
	writing->after_as = is_word(at, length, "as");
}

static void put_parameter(struct writing *writing, const char *name, size_t length, struct arena *arena)
{
	size_t i = 0;

	while (i < writing->count && i < writing->most &&
	       (strlen(writing->names[i]) != length || memcmp(writing->names[i], name, length) != 0))
		i++;
	if (i == writing->count) {
		if (i < writing->most)
			writing->names[i] = arena_text(arena, name, length);
		writing->count++;
	}
	writing->to += sprintf(writing->to, "$%zu", i + 1);
}

/* One token; how much of the text it was. */
static size_t put_token(struct writing *writing, const char *at, struct arena *arena)
{
	size_t length = comment_length(at);

	if (length || isspace((unsigned char)*at)) {
		length = length ? length : 1;
		put(writing, at, length);
		return length;
	}
	if (begins_word(*at)) {
		length = word_length(at);
		put_word(writing, at, length);
		writing->last = at[length - 1];
		return length;
	}
	if (*at == ':' && begins_word(at[1]) && !writing->whole_script) {
		length = 1 + word_length(at + 1);
		put_parameter(writing, at + 1, length - 1, arena);
	} else {
		if (*at == '\'' || *at == '"')
			length = quoted_length(at);
		else if (at[0] == ':' && at[1] == ':')
			length = 2;
		else if (isdigit((unsigned char)*at))
			length = word_length(at);
		else
			length = 1;
		put(writing, at, length);
	}
	writing->after_as = false;
	writing->last = at[length - 1];
	return length;
}

static char *rewrite(struct writing *writing, const char *text, struct arena *arena)
{
	/* A parameter of two characters may become four ("$100"). */
	char *rewritten = arena_take(arena, strlen(text) * LONGEST_GROWTH + 32);

	writing->to = rewritten;
	while (*text)
		text += put_token(writing, text, arena);
	*writing->to = '\0';
	return rewritten;
}

char *dialect_query(const char *text, const char **names, size_t most, size_t *count, struct arena *arena)
{
	struct writing writing = { .names = names, .most = most };
	char *rewritten = rewrite(&writing, text, arena);

	*count = writing.count;
	return rewritten;
}

char *dialect_script(const char *text, struct arena *arena)
{
	struct writing writing = { .whole_script = true };

	return rewrite(&writing, text, arena);
}
