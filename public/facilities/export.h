/* SPDX-License-Identifier: Apache-2.0 */
/* The published facts as data: what the API, the files and the exchange formats share. */
#ifndef SHANYU_PUBLIC_EXPORT_H
#define SHANYU_PUBLIC_EXPORT_H

#include "find.h"
#include "lib/base/json.h"

/* The most facilities one file holds; what is more is in further parts. */
#define EXPORT_MOST 20000

/*
 * What a file holds: the asked part of everything that fits the question. Where the next part is stands in response.next_part, for path is
 * the file's address. Not PAGE: the answer is made.
 */
enum outcome export_find(struct request *request, struct finding *finding, const char *path);

/*
 * member gives one as JSON, the caller's; NULL when the edition cannot be read. Written is
 * {"NAME":[members],"part":1,"parts":1,"total":2 and, when there is a next part, "next":its address; without the last brace. Member by
 * member: no more than one is held beside the text.
 */
enum outcome export_list(struct request *request, const struct finding *finding, const char *name,
			 json_t *(*member)(struct request *request, const struct finding *finding, const struct found *found));

/* The listing of a found facility, with what it offers to who asks; BROKEN when it cannot be read. */
enum outcome export_listing(struct request *request, const struct finding *finding, const struct found *found, struct values **row);

/*
 * A facility as JSON: code, name, kind, street, address, lat, lon, programmes ..., and with an origin distance_m and walk_min.
 * The caller owns it; NULL when the edition cannot be read.
 */
json_t *export_facility(struct request *request, const struct finding *finding, const struct found *found);

/* A fault of the question as JSON, with status 400. */
enum outcome export_refuse(struct request *request, const struct finding *finding);

#endif
