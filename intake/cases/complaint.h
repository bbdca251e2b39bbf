/* SPDX-License-Identifier: Apache-2.0 */
/* The letter of a complaint: its pages, to be named among the program's letters. */
#ifndef SHANYU_INTAKE_COMPLAINT_H
#define SHANYU_INTAKE_COMPLAINT_H

#include "intake/core/wizard.h"

extern const struct wizard complaint_wizard;

#endif
