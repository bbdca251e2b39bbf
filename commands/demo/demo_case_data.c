/* SPDX-License-Identifier: Apache-2.0 */
/* What the demonstration's cases are made of. */
#include "demo_case_data.h"

#include <string.h>

#include "demo_table.h"
#include "rules/cases/findings.h"

#define COLUMN(type, name, kind)                                                                                                   \
	{                                                                                                                          \
#name, kind, offsetof(struct type, name)                                                                           \
	}

static const struct demo_column story_columns[] = {
	COLUMN(demo_story, kind, DEMO_TEXT),      COLUMN(demo_story, matter, DEMO_TEXT),
	COLUMN(demo_story, weight, DEMO_INTEGER), COLUMN(demo_story, story, DEMO_TEXT),
	COLUMN(demo_story, wish, DEMO_TEXT),      COLUMN(demo_story, verdict, DEMO_TEXT),
	COLUMN(demo_story, reply, DEMO_TEXT),     COLUMN(demo_story, summary, DEMO_TEXT),
	{ NULL, DEMO_TEXT, 0 },
};
static const struct demo_column word_columns[] = {
	COLUMN(demo_word, list, DEMO_TEXT),
	COLUMN(demo_word, text, DEMO_TEXT),
	{ NULL, DEMO_TEXT, 0 },
};
static const struct demo_column officer_columns[] = {
	COLUMN(demo_officer, department, DEMO_TEXT),
	COLUMN(demo_officer, account, DEMO_TEXT),
	{ NULL, DEMO_TEXT, 0 },
};

static bool is_substantiated(const struct demo_story *story)
{
	const struct finding_code *finding = finding_find(story->verdict);

	return finding && finding->truth == FINDING_TRUE;
}

struct demo_case_data *demo_case_data_read(const char *folder, struct arena *arena, const char **problem)
{
	struct demo_tables from = { folder, arena, problem };
	struct demo_case_data *data = arena_take(arena, sizeof *data);

	data->names = demo_data_read(folder, arena, problem);
	if (!data->names)
		return NULL;
	data->stories = demo_table_read(&from, "case-stories.csv", story_columns, sizeof *data->stories, &data->story_count);
	if (data->stories)
		data->words = demo_table_read(&from, "case-words.csv", word_columns, sizeof *data->words, &data->word_count);
	if (data->words)
		data->officers =
			demo_table_read(&from, "case-officers.csv", officer_columns, sizeof *data->officers, &data->officer_count);
	if (!data->stories || !data->officers)
		return NULL;
	for (size_t i = 0; i < data->story_count; i++) {
		const struct demo_story *story = &data->stories[i];

		data->weights += story->weight;
		if (story->weight > 0 && *story->story && *story->reply && (*story->summary != 0) == is_substantiated(story))
			continue;
		demo_table_fail(&from, "case-stories.csv", story->kind,
				"a story has a weight, a text and a reply, and a summary when it is substantiated");
		return NULL;
	}
	return data->weights ? data : NULL;
}

const char *demo_case_word(const struct demo_case_data *data, const char *list, struct demo_random *random)
{
	struct demo_range range = demo_table_group(data->words, data->word_count, sizeof *data->words, list);

	return range.to > range.from ? data->words[demo_random_between(random, (int64_t)range.from, (int64_t)range.to - 1)].text
				     : "";
}

const char *demo_case_officer(const struct demo_case_data *data, const char *department, bool is_street, int which)
{
	struct demo_range range =
		demo_table_group(data->officers, data->officer_count, sizeof *data->officers, is_street ? "STREET" : department);

	return range.from + (size_t)which < range.to ? data->officers[range.from + (size_t)which].account : department;
}
