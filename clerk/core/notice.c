/* SPDX-License-Identifier: Apache-2.0 */
/* Putting notices down. */
#include "notice.h"

#include <jansson.h>
#include <string.h>

#include "lib/base/json.h"
#include "lib/base/pattern.h"
#include "remind.h"

#define MOST_ROWS 2000

bool notices_read(struct notices *notices)
{
	return sql_list(notices->sql, &Q_notice_words, NULL, notices->arena, MOST_ROWS, &notices->words.rows) &&
	       sql_list(notices->sql, &Q_remind_departments, NULL, notices->arena, MOST_ROWS, &notices->departments);
}

static const char *word_of(const struct notices *notices, const char *list, const char *code)
{
	const struct rows *rows = &notices->words.rows;

	for (size_t i = 0; i < rows->count; i++)
		if (strcmp(values_text(&rows->at[i], "list"), list) == 0 && strcmp(values_text(&rows->at[i], "code"), code) == 0)
			return values_text(&rows->at[i], "name");
	return "";
}

static const struct values *department_of(const struct notices *notices, const char *code)
{
	for (size_t i = 0; i < notices->departments.count; i++)
		if (strcmp(values_text(&notices->departments.at[i], "code"), code) == 0)
			return &notices->departments.at[i];
	return NULL;
}

static const char *department_name(const struct notices *notices, const char *code)
{
	const struct values *department = department_of(notices, code);

	return department ? values_text(department, "name") : word_of(notices, "notice_line", "DESK");
}

static bool put(struct notices *notices, const char *channel, const char *what, const char *department, const char *body)
{
	struct values *row = values_new(notices->arena);

	values_put_text(row, "channel", channel);
	values_put_text(row, "what", what);
	values_put_text(row, "department", department);
	values_put_text(row, "body", body);
	values_put_integer(row, "made_at", notices->now);
	return sql_do(notices->sql, &Q_notice_put, row) >= 0;
}

/* By mail to who has an address, by webhook whoever it is for. */
static bool put_on_channels(struct notices *notices, const char *what, const char *department, const char *body)
{
	const struct config *config = notices->config;
	const struct values *row = department_of(notices, department);
	const char *mail = *department ? (row ? values_text(row, "mail") : "") : config->mail_to;

	if (*config->mail_command && *config->mail_from && *mail && !put(notices, "MAIL", what, department, body))
		return false;
	return !*config->webhook_url || put(notices, "WEBHOOK", what, department, body);
}

static bool any_channel(const struct config *config)
{
	return (*config->mail_command && *config->mail_from) || *config->webhook_url;
}

/* A line of the text, with what it says; one with nothing to say is left out. */
static const char *add_line(const struct notices *notices, const char *text, const char *code, const struct values *values)
{
	const char *line = pattern_fill(word_of(notices, "notice_line", code), values, notices->arena);

	return arena_format(notices->arena, "%s%s\n", text, line);
}

static struct values *words_for(const struct notices *notices, const char *department, const struct values *row)
{
	struct values *words = values_copy(row, notices->arena);

	values_put_text(words, "department", department_name(notices, department));
	return words;
}

bool notice_of_file(struct notices *notices, const char *what, const char *department, const struct values *row)
{
	const struct values *words = words_for(notices, department, row);
	const char *title = pattern_fill(word_of(notices, "notice", what), words, notices->arena);
	const char *text = arena_format(notices->arena, "%s\n", title);

	if (!any_channel(notices->config))
		return true;
	text = add_line(notices, text, "DEPARTMENT", words);
	text = add_line(notices, text, "KIND", words);
	if (values_say(row, "facility"))
		text = add_line(notices, text, "FACILITY", words);
	if (values_say(row, "deadline"))
		text = add_line(notices, text, "DEADLINE", words);
	text = add_line(notices, text, "END", words);
	return put_on_channels(
		notices, what, department,
		json_canonical(json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "what", what, "procedure",
					 values_text(words, "procedure"), "number", values_text(words, "number"), "kind", values_text(words, "kind"), "facility",
					 values_text(words, "facility"), "deadline", values_text(words, "deadline"), "department",
					 values_text(words, "department"), "title", title, "text", text),
			       notices->arena));
}

bool notice_of_day(struct notices *notices, const char *day, const char *department, const struct rows *items)
{
	struct values *words = values_new(notices->arena);
	json_t *list = json_array();
	const char *text = "";

	values_put_text(words, "day", day);
	values_put_integer(words, "count", (int64_t)items->count);
	values_put_text(words, "department", department_name(notices, department));
	text = add_line(notices, text, "DEPARTMENT", words);
	for (size_t i = 0; i < items->count; i++) {
		const struct values *item = words_for(notices, department, &items->at[i]);
		const char *what = values_text(item, "what");

		text = add_line(notices, text, what, item);
		json_array_append_new(list, json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "what", what, "procedure",
						      values_text(item, "procedure"), "number", values_text(item, "number"), "kind", values_text(item, "kind"), "facility",
						      values_text(item, "facility"), "deadline", values_text(item, "deadline")));
	}
	text = add_line(notices, text, "END", words);
	return put_on_channels(notices, "DAILY", department,
			       json_canonical(json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "what", "DAILY", "day", day, "department",
							values_text(words, "department"), "title",
							pattern_fill(word_of(notices, "notice", "DAILY"), words, notices->arena),
							"text", text, "items", list),
					      notices->arena));
}
