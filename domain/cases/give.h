/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who has a case in hand: among those who do the same work at the same place. The lead's officers give what was handed to them, the desk what
 * is not handed out yet, approvers what is reviewed. As in desk.h: within the caller's transaction, who may at all is the caller's to ask.
 */
#ifndef SHANYU_CASES_GIVE_H
#define SHANYU_CASES_GIVE_H

#include "desk.h"

/*
 * Somebody has it in hand from now on, "" = nobody. CASE_FORBIDDEN: it is not at this place, or not for who handled what was not solved;
 * CASE_UNFIT: no such officer here. *before is who had it.
 */
enum case_answer case_give(struct casework *work, const struct case_act *act, const char *handler, const char **before);

#endif
