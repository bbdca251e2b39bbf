/* SPDX-License-Identifier: Apache-2.0 */
/* What every page of the public side shares, and the pages that say the same to everyone. */
#include <string.h>

#include "lib/calendar.h"
#include "portal.h"
#include "rules/freshness.h"

void portal_globals(struct request *request, struct page *page)
{
	const struct portal *portal = portal_of(request);
	const struct config *config = portal->config;
	const struct published *published = portal->published;
	const struct values *district = published ? published->district : NULL;
	bool large = portal_large_text(request);
	const char *target = request_variable(request, "REQUEST_URI");

	page_global_text(page, "district_name", district ? values_text(district, "name") : "");
	page_global_text(page, "city", district ? values_text(district, "city") : "");
	page_global_text(page, "district_phone", district ? values_text(district, "phone") : "");
	page_global_text(page, "demo", district && values_integer(district, "demo") ? "1" : "");
	page_global_show(page, large ? "text_large" : "text_normal");
	/* "//host" would be an address elsewhere. */
	page_global_text(page, "return_to", target[0] == '/' && target[1] != '/' ? target : "/");
	page_global_text(page, "css_version", portal->version);
	page_global_text(page, "published_on",
			 published ? calendar_moment_text(request->arena, published->published_at, CALENDAR_CHINA) : "");
	page_global_text(page, "silent_since",
			 portal->silent_since ? calendar_moment_text(request->arena, portal->silent_since, CALENDAR_CHINA) : "");
	page_global_text(page, "host_name", config->host_name);
	page_global_text(page, "site_code", config->site_code);
	page_global_text(page, "icp_number", config->icp_number);
	page_global_text(page, "police_number", config->police_number);
	page_global_text(page, "tiles_url", config->tiles_url);
}

static void bind_counts(struct page *page, const struct published *published)
{
	page_rows(page, "streets", &published->streets);
	page_rows(page, "modes", &published->modes);
	for (size_t i = 0; i < published->kinds.count; i++)
		if (values_integer(&published->kinds.at[i], "facilities"))
			page_values(page_section(page, "kinds"), &published->kinds.at[i]);
}

static enum outcome same_for_all(struct request *request, const char *template_name)
{
	struct page *page;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	page = page_begin(request, template_name);
	bind_counts(page, published_of(request));
	return page_end(request, page);
}

enum outcome home_show(struct request *request)
{
	return same_for_all(request, "public/home.tpl");
}

enum outcome page_open_data(struct request *request)
{
	return same_for_all(request, "public/open-data.tpl");
}

enum outcome page_accessibility(struct request *request)
{
	return same_for_all(request, "public/accessibility.tpl");
}

enum outcome page_privacy(struct request *request)
{
	return same_for_all(request, "public/privacy.tpl");
}

enum outcome page_site_map(struct request *request)
{
	return same_for_all(request, "public/site-map.tpl");
}

enum outcome health_show(struct request *request)
{
	buffer_text(request->response.body, "ok\n");
	request->response.content = CONTENT_TEXT;
	return PAGE;
}

static const char *const text_sizes[] = { "large", "normal", NULL };

static const struct field text_size_fields[] = {
	{ "size", FIELD_CHOICE, REQUIRED, 0, 0, text_sizes },
	{ "return", FIELD_TEXT, OPTIONAL, 1, 2000, NULL },
	{ 0 },
};
const struct form text_size_form = { text_size_fields };

enum outcome text_size_set(struct request *request)
{
	const char *back = values_text(request->form->values, "return");
	bool large = strcmp(values_text(request->form->values, "size"), "large") == 0;

	if (!request->form->fine)
		return BAD;
	request->response.cookies[0] = large ? "text_size=large; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly" :
					   "text_size=normal; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly";
	request->response.location = request_is_own_path(back) ? back : "/";
	return MOVED;
}
