/* SPDX-License-Identifier: Apache-2.0 */
/* Handing on what was found: a list as a code for another telephone, a facility as a contact. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "facility.h"
#include "find.h"
#include "lib/base/calendar.h"
#include "lib/base/code.h"
#include "lib/base/telephone.h"
#include "lib/paper/vcard.h"
#include "link.h"
#include "listing.h"
#include "share.h"

#define LARGEST_CARD ((size_t)512 * 1024)

enum outcome share_code(struct request *request, const char *address, const char *name)
{
	struct code code;
	struct page *page;

	if (!code_of(address, request->arena, &code))
		return BROKEN;
	page = page_begin(request, "public/qr.svg.tpl");
	page_text(page, "name", name);
	page_integer(page, "size", code.size);
	page_text(page, "path", code.path);
	request->response.content = CONTENT_SVG;
	return page_end(request, page);
}

/* The list of a question, as a code. */
enum outcome directory_code(struct request *request)
{
	struct finding finding;
	enum outcome outcome;

	if (portal_unchanged(request))
		return NOT_CHANGED;
	outcome = find_read(request, &finding);
	if (outcome != PAGE)
		return outcome;
	if (!finding.form->fine)
		return BAD;
	return share_code(request, arena_format(request->arena, "%s%s", portal_of(request)->config->base_url,
						search_link(&finding, "/facilities", "page part", "", "", "", request->arena)), "");
}

/* A facility as a contact for the address book. */
enum outcome facility_contact(struct request *request)
{
	const struct values *district = published_of(request)->district;
	struct buffer *out = request->response.body;
	struct values *facility;
	const char *phone, *code;
	enum outcome outcome = facility_read(request, &facility);

	if (outcome != PAGE)
		return outcome;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	code = values_text(facility, "code");
	phone = telephone_dialed(values_text(facility, "phone"), request->arena);
	buffer_text(out, "BEGIN:VCARD\r\nVERSION:3.0\r\n");
	vcard_line(out, "N", (const char *const[]){ values_text(facility, "name"), "", "", "", "" }, 5);
	vcard_text(out, "FN", values_text(facility, "name"));
	vcard_text(out, "ORG", values_text(facility, "name"));
	/* Telephones that know this file it under its name as a whole. */
	vcard_text(out, "X-ABShowAs", "COMPANY");
	if (*phone)
		vcard_text(out, "TEL;TYPE=WORK,VOICE", phone);
	vcard_line(out, "ADR;TYPE=WORK",
		   (const char *const[]){ "", values_text(facility, "street_name"), values_text(facility, "address"),
					  values_text(district, "name"), values_text(district, "city"), "", "" }, 7);
	vcard_uri(out, "GEO", arena_format(request->arena, "%.5f;%.5f", values_real(facility, "lat"), values_real(facility, "lon")));
	vcard_uri(out, "URL", arena_format(request->arena, "%s/facilities/%s", portal_of(request)->config->base_url, code));
	vcard_uri(out, "UID", arena_format(request->arena, "%s/facilities/%s", portal_of(request)->config->base_url, code));
	vcard_text(out, "REV", calendar_day_text(request->arena, calendar_day_of(values_integer(facility, "published_at"), CALENDAR_CHINA)));
	buffer_text(out, "END:VCARD\r\n");
	request->response.content = CONTENT_VCARD;
	request->response.file_name = arena_format(request->arena, "%s.vcf", code);
	return PAGE;
}

/* The card that clerk has drawn of a facility, into the body; false: there is none yet. */
static bool read_card(struct request *request, const char *code)
{
	const char *path = arena_format(request->arena, "%s/cards/%s.png", portal_of(request)->config->editions, code);
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	char bytes[16384];
	ssize_t size;

	if (file < 0)
		return false;
	while ((size = read(file, bytes, sizeof bytes)) > 0 && request->response.body->size < LARGEST_CARD)
		buffer_add(request->response.body, bytes, (size_t)size);
	close(file);
	return size == 0 && request->response.body->size > 0;
}

/* The picture that is shown where a facility's page is shared; the picture of the site where none of its own is drawn. */
enum outcome facility_card(struct request *request)
{
	struct values *facility;
	enum outcome outcome = facility_read(request, &facility);

	if (outcome != PAGE)
		return outcome;
	request->response.content = CONTENT_PNG;
	if (portal_unchanged(request))
		return NOT_CHANGED;
	if (read_card(request, values_text(facility, "code")))
		return PAGE;
	request->response.body->size = 0;
	request->response.location = "/card.png";
	return MOVED;
}
