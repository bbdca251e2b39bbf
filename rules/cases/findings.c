/* SPDX-License-Identifier: Apache-2.0 */
/* Findings: one table. */
#include "findings.h"

#include <string.h>

static const struct finding_code findings[] = {
	{ "SUBSTANTIATED_CORRECTED", FINDING_TRUE, false, false },
	{ "SUBSTANTIATED_ENFORCED", FINDING_TRUE, false, false },
	{ "NOT_SUBSTANTIATED", FINDING_UNTRUE, false, false },
	{ "OUT_OF_REMIT", FINDING_NO_TRUTH, true, false },
	{ "WITHDRAWN", FINDING_NO_TRUTH, false, true },
	/* What was asked for, not claimed. */
	{ "ANSWERED", FINDING_NO_TRUTH, false, false },
	{ "HELPED", FINDING_NO_TRUTH, false, false },
	{ "REFERRED", FINDING_NO_TRUTH, true, false },
	{ "TAKEN_UP", FINDING_NO_TRUTH, false, false },
	{ "NOT_POSSIBLE", FINDING_NO_TRUTH, false, false },
};
#define FINDINGS (sizeof findings / sizeof *findings)

const struct finding_code *finding_find(const char *code)
{
	for (size_t i = 0; i < FINDINGS; i++)
		if (strcmp(findings[i].code, code) == 0)
			return &findings[i];
	return NULL;
}

const struct finding_code *finding_at(size_t place)
{
	return place < FINDINGS ? &findings[place] : NULL;
}
