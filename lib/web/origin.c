/* SPDX-License-Identifier: Apache-2.0 */
/* Whose page sent a form. */
#include "origin.h"

#include <string.h>
#include <strings.h>

#define OF_THIS_MACHINE " 127.0.0.1 localhost [::1] "

/* Where the host begins in "https://host:port/path", NULL when there is none. */
static const char *after_scheme(const char *address)
{
	const char *host = strstr(address, "://");

	return host ? host + strlen("://") : NULL;
}

/* How much of "host:port/path" is the host; an IPv6 address stands in brackets. */
static size_t name_size(const char *host)
{
	return *host == '[' ? strcspn(host, "]") + (strchr(host, ']') != NULL) : strcspn(host, ":/");
}

static bool is_among(const char *words, const char *name, size_t size)
{
	while (*words) {
		size_t length;

		words += strspn(words, " ");
		length = strcspn(words, " ");
		if (length == size && strncasecmp(words, name, size) == 0)
			return true;
		words += length;
	}
	return false;
}

bool origin_host_is_known(const char *host, const struct config *config)
{
	const char *own = after_scheme(config->base_url);
	size_t size = name_size(host);

	if (!size)
		return false;
	if (own && name_size(own) == size && strncasecmp(own, host, size) == 0)
		return true;
	return is_among(config->hosts, host, size) || is_among(OF_THIS_MACHINE, host, size);
}

enum origin origin_of(const struct request *request, const struct config *config)
{
	const char *site = request_variable(request, "HTTP_SEC_FETCH_SITE");
	const char *origin = request_variable(request, "HTTP_ORIGIN"), *sender = after_scheme(origin);
	const char *host = request_variable(request, "HTTP_HOST");

	/* A page of a name that is not ours is its own "same origin". */
	if (*host && !origin_host_is_known(host, config))
		return ORIGIN_OTHER;
	if (*site && strcmp(site, "none") != 0)
		return strcmp(site, "same-origin") == 0 ? ORIGIN_OWN : ORIGIN_OTHER;
	if (!*origin)
		return ORIGIN_UNSAID;
	if (strcmp(origin, config->base_url) == 0)
		return ORIGIN_OWN;
	return sender && strcasecmp(sender, host) == 0 ? ORIGIN_OWN : ORIGIN_OTHER;
}
