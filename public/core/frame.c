/* SPDX-License-Identifier: Apache-2.0 */
/* What every page of the public side shares, and the pages that say the same to everyone. */
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/base/telephone.h"
#include "portal.h"
#include "rules/facilities/freshness.h"

/* The searches whose form has the size of text as a button of its own; their names in /text-size/{page}, and the button. */
static const struct typed_page {
	const char *path, *name, *button;
} typed_pages[] = {
	{ "/", "home", "size_in_home" },
	{ "/facilities", "facilities", "size_in_facilities" },
	{ "/locate", "locate", "size_in_locate" },
};
#define TYPED_PAGES (sizeof typed_pages / sizeof *typed_pages)

/* Where something is typed, the control is within the form. Further down a list it leads back to the same page of it. */
static bool has_size_in_form(const struct request *request)
{
	const char *path = request->path ? request->path : "";

	if (request->method == METHOD_POST || strcmp(path, "/receipt") == 0)
		return true;
	for (size_t i = 0; i < TYPED_PAGES; i++)
		if (strcmp(path, typed_pages[i].path) == 0)
			return !request->form || values_integer(request->form->values, "page") <= 1;
	return false;
}

void portal_size_in_search(const struct request *request, struct page *page)
{
	bool large = portal_large_text(request);

	page_global_text(page, "other_size", text_sizes[large]);
	page_global_show(page, large ? "other_is_normal" : "other_is_large");
	for (size_t i = 0; i < TYPED_PAGES; i++)
		if (has_size_in_form(request) && strcmp(request->path, typed_pages[i].path) == 0)
			page_global_show(page, typed_pages[i].button);
}

void portal_globals(struct request *request, struct page *page)
{
	const struct portal *portal = portal_of(request);
	const struct config *config = portal->config;
	const struct published *published = portal->published;
	const struct values *district = published ? published->district : NULL;
	bool large = portal_large_text(request);
	const char *target = request_variable(request, "REQUEST_URI");

	page_global_text(page, "base_url", config->base_url);
	page_global_text(page, "district_name", district ? values_text(district, "name") : "");
	page_global_text(page, "city", district ? values_text(district, "city") : "");
	page_global_text(page, "district_phone", district ? values_text(district, "phone") : "");
	page_global_text(page, "district_phone_dialed", telephone_dialed(district ? values_text(district, "phone") : "", request->arena));
	page_global_text(page, "demo", district && values_integer(district, "demo") ? "1" : "");
	if (!has_size_in_form(request))
		page_global_show(page, large ? "size_link_normal" : "size_link_large");
	if (large)
		page_global_show(page, "text_large");
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

/* The ways of care; of the first page's form with the one that was chosen. */
static void bind_modes(const struct request *request, struct page *page)
{
	const struct rows *modes = &published_of(request)->modes;
	const char *chosen = request->form ? values_text(request->form->values, "mode") : "";

	for (size_t i = 0; i < modes->count; i++) {
		struct page *mode = page_section(page, "modes");

		page_values(mode, &modes->at[i]);
		if (*chosen && strcmp(values_text(&modes->at[i], "code"), chosen) == 0)
			page_show(mode, "selected");
	}
}

struct page *page_begin_with_counts(struct request *request, const char *template_name)
{
	const struct published *published = published_of(request);
	struct page *page = page_begin(request, template_name);

	page_rows(page, "streets", &published->streets);
	bind_modes(request, page);
	page_rows(page, "credits", &published->credits);
	if (published->credits.count)
		page_show(page, "if_credits");
	for (size_t i = 0; i < published->kinds.count; i++)
		if (values_integer(&published->kinds.at[i], "facilities"))
			page_values(page_section(page, "kinds"), &published->kinds.at[i]);
	return page;
}

static enum outcome same_for_all(struct request *request, const char *template_name)
{
	return portal_unchanged(request) ? NOT_CHANGED : page_end(request, page_begin_with_counts(request, template_name));
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

static const struct field text_size_fields[] = {
	{ "size", FIELD_CHOICE, REQUIRED, 0, 0, text_sizes },
	{ "return", FIELD_TEXT, OPTIONAL, 1, 3000, NULL },
	{ 0 },
};
const struct form text_size_form = { text_size_fields };

static void remember_text_size(struct request *request, const char *size)
{
	request->response.cookies[0] =
		arena_format(request->arena, "text_size=%s; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly%s", size,
			     strcmp(request_variable(request, "HTTPS"), "on") == 0 ? "; Secure" : "");
}

bool portal_takes_text_size(struct request *request)
{
	const char *size = values_text(request->form->values, "text_size");

	if (*size)
		remember_text_size(request, size);
	return *size != '\0';
}

void portal_size_in_form(const struct request *request, struct page *page, const char *first)
{
	page_global_show(page, portal_large_text(request) ? "size_button_normal" : "size_button_large");
	page_global_text(page, "first_go", first);
}

enum outcome text_size_set(struct request *request)
{
	const char *back = values_text(request->form->values, "return");

	if (!request->form->fine)
		return BAD;
	remember_text_size(request, values_text(request->form->values, "size"));
	request->response.location = request_is_own_path(back) ? back : "/";
	return MOVED;
}

static const struct field text_size_typed_fields[] = {
	{ "size", FIELD_CHOICE, REQUIRED, 0, 0, text_sizes },
	{ 0 },
};
const struct form text_size_typed_form = { text_size_typed_fields };

/* The page again with all that was sent, but the size and what was left empty. */
static const char *page_as_typed(const struct request *request, const char *path)
{
	char *address = arena_format(request->arena, "%s?%s", path, request->query);
	char *to = address + strlen(path);
	const char *part = request->query;
	bool first = true;

	for (size_t size; *part; part += size + (part[size] == '&')) {
		size = strcspn(part, "&");
		if (!size || part[size - 1] == '=' || strncmp(part, "size=", 5) == 0)
			continue;
		*to++ = first ? '?' : '&';
		to = (char *)memcpy(to, part, size) + size;
		first = false;
	}
	*to = '\0';
	return address;
}

enum outcome text_size_set_typed(struct request *request)
{
	const char *name = values_text(request->parts, "page"), *path = NULL, *address;

	for (size_t i = 0; i < TYPED_PAGES; i++)
		if (strcmp(name, typed_pages[i].name) == 0)
			path = typed_pages[i].path;
	if (!path)
		return MISSING;
	if (!request->form->fine)
		return BAD;
	remember_text_size(request, values_text(request->form->values, "size"));
	address = page_as_typed(request, path);
	request->response.location = request_is_own_path(address) ? address : path;
	return MOVED;
}
