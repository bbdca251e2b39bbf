/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a reporter may choose in a letter: its kind, whether it is going on, how to be answered. The door's form offers these, and clerk takes no
 * others. Their names are the district's terms (lists case_kind, going_on, reply_by): all of the latter two, of case_kind those that are not the
 * office's alone; tests/unit/letter_choices_test.c compares them. Source of the kinds: 沪府办〔2018〕62号 (consultation, advice, help, complaint) and
 * 市场监督管理投诉举报处理暂行办法 art. 3 (a consumer's complaint, a report); what is going on and how to be answered are a decision of the house.
 */
#ifndef SHANYU_RULES_LETTER_CHOICES_H
#define SHANYU_RULES_LETTER_CHOICES_H

#include <stdbool.h>

/* NULL-terminated. That nothing is chosen ("") is in none of them: whether that will do is for who asks to say. */
extern const char *const letter_kind[];
extern const char *const letter_going_on[];
extern const char *const letter_reply_by[];

/* Whether a code stands in such a list. */
bool letter_choice_is_among(const char *code, const char *const *choices);

#endif
