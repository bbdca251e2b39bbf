/* SPDX-License-Identifier: Apache-2.0 */
/* A form shows itself on a page; here there is none. */
#include "lib/web/page.h"

void page_show(struct page *page, const char *section)
{
	(void)page;
	(void)section;
}

void page_text(struct page *page, const char *name, const char *text)
{
	(void)page;
	(void)name;
	(void)text;
}

void page_values(struct page *page, const struct values *values)
{
	(void)page;
	(void)values;
}

void page_integer(struct page *page, const char *name, int64_t integer)
{
	(void)page;
	(void)name;
	(void)integer;
}

struct page *page_section(struct page *page, const char *section)
{
	(void)section;
	return page;
}
