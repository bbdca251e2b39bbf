/* SPDX-License-Identifier: Apache-2.0 */
/* What the demonstration's cases are made of, and the life of one. */
#ifndef SHANYU_DEMO_CASE_DATA_H
#define SHANYU_DEMO_CASE_DATA_H

#include "domain/cases/casework.h"
#include "demo_data.h"
#include "demo_random.h"
#include "rules/core/workdays.h"

struct demo_story {
	const char *kind, *matter;
	int64_t weight;
	const char *story, *wish, *verdict, *reply;
	const char *summary;            /* what the public reads of it; "" nothing */
};

struct demo_officer {
	const char *department;
	const char *account;
};

/* The CSV files in memory, and what of the registry is asked once. */
struct demo_case_data {
	struct demo_story *stories;
	struct demo_word *words;
	struct demo_officer *officers;
	size_t story_count, word_count, officer_count;
	int64_t weights;                /* of all stories */
	const struct demo_data *names;  /* surnames, given names */
	struct rows facilities;         /* code, name, meals */
	struct workdays calendar;
};

/* Read the files of a folder. NULL, and a one-line *problem. */
struct demo_case_data *demo_case_data_read(const char *folder, struct arena *arena, const char **problem);

/* One of the words of a list, by chance. */
const char *demo_case_word(const struct demo_case_data *data, const char *list, struct demo_random *random);

/* An officer of a department: the first or the second. */
const char *demo_case_officer(const struct demo_case_data *data, const char *department, bool is_street, int which);

/* A case on its way. */
struct demo_life {
	const struct demo_case_data *data;
	struct casework *work;          /* its clock is set to each step */
	const struct demo_story *story;
	struct demo_random random;
	const char *number;
	const char *lookup;
	int64_t at;                     /* the last step */
	int64_t now;                    /* nothing is done after this */
	const char *department;         /* who leads */
	bool of_street;                 /* the office of a street */
	const char *officer;
	enum case_answer answer;        /* of the step that broke off */
};

/* Everything that happens to it after it was received, up to now. False: a step was refused or failed (life->answer, work->problem). */
bool demo_case_live(struct demo_life *life);

/* The office's next working moment after so many hours, or workdays, which become the life's and its casework's. False: that is after now. */
bool demo_life_later(struct demo_life *life, int64_t least, int64_t most);
bool demo_life_days_later(struct demo_life *life, int least, int most);

#endif
