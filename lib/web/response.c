/* SPDX-License-Identifier: Apache-2.0 */
/* The one place that writes statuses and headers. */
#include "response.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/text.h"

/* Pages ask no other host for anything but the images an operator configures (map tiles). */
static void policy(struct buffer *out, const char *images_from)
{
	buffer_text(out, "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
			 "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; img-src 'self' data:");
	if (images_from && *images_from) {
		buffer_text(out, " ");
		buffer_text(out, images_from);
	}
	buffer_text(out, "\r\n");
}

const char *response_status(enum outcome outcome)
{
	switch (outcome) {
	case PAGE:
		return "200 OK";
	case NOT_CHANGED:
		return "304 Not Modified";
	case MOVED:
	case SIGN_IN:
		return "303 See Other";
	case BAD:
	case INVALID:
		return "400 Bad Request";
	case DENIED:
		return "403 Forbidden";
	case MISSING:
		return "404 Not Found";
	case NOT_ALLOWED:
		return "405 Method Not Allowed";
	case CONFLICT:
		return "409 Conflict";
	case TOO_LARGE:
		return "413 Content Too Large";
	case TOO_MANY:
	case HELD:
		return "429 Too Many Requests";
	case BROKEN:
		return "500 Internal Server Error";
	case BUSY:
	case FULL:
		return "503 Service Unavailable";
	}
	assert(!"an outcome is always one of the above");
	return "500 Internal Server Error";
}

bool response_has_body(enum outcome outcome)
{
	return outcome == PAGE || outcome == INVALID || outcome == HELD || outcome == FULL || outcome == NOT_CHANGED ||
	       outcome == MOVED || outcome == SIGN_IN;
}

static const char *content_type(enum content content)
{
	switch (content) {
	case CONTENT_HTML:
		return "text/html; charset=utf-8";
	case CONTENT_JSON:
		return "application/json; charset=utf-8";
	case CONTENT_GEOJSON:
		return "application/geo+json; charset=utf-8";
	case CONTENT_CSV:
		return "text/csv; charset=utf-8";
	case CONTENT_SVG:
		return "image/svg+xml; charset=utf-8";
	case CONTENT_XML:
		return "application/xml; charset=utf-8";
	case CONTENT_ATOM:
		return "application/atom+xml; charset=utf-8";
	case CONTENT_FEED_JSON:
		return "application/feed+json; charset=utf-8";
	case CONTENT_TEXT:
		return "text/plain; charset=utf-8";
	case CONTENT_VCARD:
		return "text/vcard; charset=utf-8";
	case CONTENT_PNG:
		return "image/png";
	case CONTENT_XLSX:
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
	case CONTENT_JPEG:
		return "image/jpeg";
	case CONTENT_BYTES:
		break;
	}
	return "application/octet-stream";
}

static void header(struct buffer *out, const char *name, const char *value)
{
	buffer_text(out, name);
	buffer_add(out, ": ", 2);
	buffer_text(out, value);
	buffer_add(out, "\r\n", 2);
}

static bool is_plain(char character)
{
	return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') ||
	       (character && strchr("-._", character));
}

/* RFC 6266: plain signs for who knows no others, and all of it as UTF-8 (RFC 8187). */
static void offer_for_saving(struct buffer *out, const char *name)
{
	static const char digits[] = "0123456789ABCDEF";
	bool plain = true;

	buffer_text(out, "Content-Disposition: attachment; filename=\"");
	for (const char *at = name; *at; at++) {
		plain = plain && is_plain(*at);
		buffer_add(out, is_plain(*at) ? at : "_", 1);
	}
	buffer_text(out, "\"");
	if (!plain)
		buffer_text(out, "; filename*=UTF-8''");
	for (const char *at = name; !plain && *at; at++) {
		const char escaped[3] = { '%', digits[(unsigned char)*at >> 4], digits[(unsigned char)*at & 15] };

		buffer_add(out, is_plain(*at) ? at : escaped, is_plain(*at) ? 1 : sizeof escaped);
	}
	buffer_text(out, "\r\n");
}

/*
 * What the handler allows to be kept. A form with mistakes is only ever its sender's: without it a browser that steps back to it would have
 * nothing to show but a question whether to send everything again.
 */
static bool may_be_kept(const struct response *response, enum outcome outcome)
{
	bool shown_again = outcome == INVALID || outcome == HELD || outcome == FULL;

	if (!response->cache)
		return false;
	return outcome == PAGE || outcome == NOT_CHANGED || (shown_again && strncmp(response->cache, "private", 7) == 0);
}

void response_head(const struct response *response, enum outcome outcome, struct buffer *out)
{
	const char *cache = may_be_kept(response, outcome) ? response->cache : "no-store";
	char number[TEXT_NUMBER_SIZE + 1];

	header(out, "Status", response_status(outcome));
	if (outcome != NOT_CHANGED)
		header(out, "Content-Type", content_type(response->content));
	if (outcome == MOVED || outcome == SIGN_IN)
		header(out, "Location", response->location);
	for (size_t i = 0; i < RESPONSE_COOKIES && response->cookies[i]; i++)
		header(out, "Set-Cookie", response->cookies[i]);
	if (response->etag && (outcome == PAGE || outcome == NOT_CHANGED))
		header(out, "ETag", response->etag);
	if (outcome == NOT_ALLOWED)
		header(out, "Allow", response->allow);
	if (outcome == BUSY)
		header(out, "Retry-After", "5");
	if (response->open_data)
		header(out, "Access-Control-Allow-Origin", "*");
	if (response->next_part && outcome == PAGE) {
		buffer_text(out, "Link: <");
		buffer_text(out, response->next_part);
		buffer_text(out, ">; rel=\"next\"\r\n");
	}
	if (response->file_name && outcome == PAGE)
		offer_for_saving(out, response->file_name);
	header(out, "Cache-Control", cache);
	/* For nginx, which does not pass it on: this is kept nowhere. */
	if (strncmp(cache, "public", strlen("public")) != 0)
		header(out, "X-Accel-Expires", "0");
	policy(out, response->images_from);
	buffer_text(out, "X-Content-Type-Options: nosniff\r\n"
			 "Referrer-Policy: strict-origin-when-cross-origin\r\n"
			 "Cross-Origin-Opener-Policy: same-origin\r\n");
	if (outcome != NOT_CHANGED && response->body) {
		*text_put_integer(number, (int64_t)response->body->size) = '\0';
		header(out, "Content-Length", number);
	}
	buffer_add(out, "\r\n", 2);
}
