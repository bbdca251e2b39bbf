/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a finding is and does: one table. Which findings a kind of case may end with, and what they are called there, is data (terms
 * verdict_KIND of the district, all of `verdict` for a kind without such a list): a question is answered, not found untrue. Sources: 信访工作条例
 * art. 31-32 (咨询、建议、求助 are answered in their own way), 市场监督管理投诉举报处理暂行办法 art. 16-26 (mediation), 31 (reports), a setting of this house
 * for the rest.
 *
 * Only what was found true is disclosed, and only what was found true or untrue is counted in the share of what was true.
 */
#ifndef SHANYU_FINDINGS_H
#define SHANYU_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

enum finding_truth { FINDING_NO_TRUTH, FINDING_TRUE, FINDING_UNTRUE };

struct finding_code {
	const char *code;
	enum finding_truth truth;       /* TRUE: drafts what the public reads */
	bool hands_on;                  /* says to whom (column passed_to) */
	bool by_reporter;               /* not the office's to say */
};

/* NULL: there is none of this code. */
const struct finding_code *finding_find(const char *code);

/* The one at a place, in the order of the terms; NULL after the last. */
const struct finding_code *finding_at(size_t place);

#endif
