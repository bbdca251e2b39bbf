/* SPDX-License-Identifier: Apache-2.0 */
/* The published facts as data: what the API, the files and the exchange formats share. */
#ifndef SHANYU_PUBLIC_EXPORT_H
#define SHANYU_PUBLIC_EXPORT_H

#include "find.h"
#include "lib/json.h"

/* The most facilities one file holds. */
#define EXPORT_MOST 20000

/* The listing of a found facility; BROKEN when it cannot be read. */
enum outcome export_listing(struct request *request, const struct found *found, struct arena *arena, struct values **row);

/*
 * A facility as JSON: code, name, kind, street, address, lat, lon, programmes ..., and with an origin distance_m and walk_min.
 * The caller owns it; NULL when the edition cannot be read.
 */
json_t *export_facility(struct request *request, const struct finding *finding, const struct found *found);

/* A fault of the question as JSON, with status 400. */
enum outcome export_refuse(struct request *request, const struct finding *finding);

#endif
