/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is asked of who complains, reports or asks (办件 投诉举报). Sources: 市场监督管理投诉举报处理暂行办法 art. 9 (who must be named), art. 7 (two matters
 * are two cases); 信访工作条例 art. 19 (what a letter tells).
 */
#ifndef SHANYU_CASES_LETTER_FORM_H
#define SHANYU_CASES_LETTER_FORM_H

#include "workflow/letter_form.h"

extern const struct letter_form case_letter_form;

#endif
