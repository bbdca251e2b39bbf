/* SPDX-License-Identifier: Apache-2.0 */
/* The figures of cases as somebody may see them: of their scope, of a period, by what they asked for. Counted by rules/cases/figures. */
#ifndef SHANYU_ADMIN_NUMBERS_H
#define SHANYU_ADMIN_NUMBERS_H

#include "admin/core/office.h"
#include "rules/cases/figures.h"

struct numbers_group {
	const char *name;               /* "" = what has no code */
	struct figures figures;
};

struct numbers {
	struct figure_period period;
	struct workdays calendar;
	struct figures whole;
	struct numbers_group *groups;
	size_t group_count;
	struct figure_month *months;
	size_t month_count;
	const char *from, *to;          /* days */
	const char *by;                 /* department, street, kind, matter */
};

extern const struct form numbers_form;

/*
 * Read what was asked for and count it. When a field is wrong request->form is not fine, and nothing is counted. PAGE, or BROKEN.
 */
enum outcome numbers_read(struct request *request, struct numbers *numbers);

#endif
