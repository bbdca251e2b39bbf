/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose page sent a form, by what the browser says of it. What a browser says of the host is believed only when it is one of the
 * configured names: a name that another site pointed at this machine (DNS rebinding) makes its pages none of ours.
 */
#ifndef SHANYU_ORIGIN_H
#define SHANYU_ORIGIN_H

#include <stdbool.h>

#include "lib/base/config.h"
#include "request.h"

enum origin {
	ORIGIN_UNSAID = 1, /* the browser says nothing of it, or that the visitor began it himself */
	ORIGIN_OWN,
	ORIGIN_OTHER
};

/* By Sec-Fetch-Site (W3C Fetch Metadata), else by Origin (RFC 6454), which browsers of before 2020 send alone. */
enum origin origin_of(const struct request *request, const struct config *config);

/* Whether a host (with or without a port) is base_url's, one of the setting `hosts`, or this machine's own address or name. */
bool origin_host_is_known(const char *host, const struct config *config);

#endif
