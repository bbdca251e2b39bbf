/* SPDX-License-Identifier: Apache-2.0 */
/* Lists as Excel workbooks, for who may take them out: what is in them is what the page would show, no more. */
#ifndef SHANYU_ADMIN_EXPORT_H
#define SHANYU_ADMIN_EXPORT_H

#include "lib/paper/workbook.h"
#include "office.h"

/* A workbook whose sheets and columns a template names (lib/paper/workbook.h). NULL: BROKEN is the outcome. */
struct export {
	struct workbook *workbook;
	struct workbook_sheet *sheets;
	size_t count;
};
bool export_begin(struct request *request, const char *template_name, struct export *export);

/* Answer with it, under this file name. PAGE, or BROKEN. */
enum outcome export_end(struct request *request, struct export *export, const char *file_name);

/* NAME-2026-11-23.xlsx */
const char *export_file_name(struct request *request, const char *name);

#endif
