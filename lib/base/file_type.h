/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a file really is, by its content (libmagic), looked at while it streams past: its kind, its hash, whether it is whole.
 * Refuses to believe names and declared types, and takes what usual programs show: a PDF with other bytes before its head (within 1024) or
 * behind its end, a JPEG without the mark at its end. After file_types_open nothing is opened any more.
 */
#ifndef SHANYU_FILE_TYPE_H
#define SHANYU_FILE_TYPE_H

#include <sodium.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

struct file_types;

/* Load libmagic's knowledge. NULL: one line in *problem. */
struct file_types *file_types_open(struct arena *arena, const char **problem);
void file_types_close(struct file_types *types);

enum file_verdict {
	FILE_FINE = 1,
	FILE_EMPTY,
	FILE_OTHER_KIND, /* none of those that are taken as evidence: photo, PDF, audio, video */
	FILE_TRUNCATED   /* its own format says that more should follow, and what there is cannot be shown */
};

#define FILE_BEGIN_SIZE ((size_t)64 * 1024)
#define FILE_END_SIZE ((size_t)2048)

/* One file on its way. Zeroed, then file_check_begin; lies in the arena of its request, since it is large. */
struct file_check {
	struct file_types *types;
	crypto_hash_sha256_state hash;
	uint64_t size;
	const char *type; /* canonical MIME type, NULL until known */
	const char *said; /* of what is none of the kinds of evidence: what libmagic calls it, until the next file is looked at */
	size_t begin_size, end_size;
	uint64_t next_box; /* ISO files: where the next box begins */
	bool open_box;     /* it reaches to the end, however far that is */
	uint8_t last_byte;
	bool scan_seen, end_seen; /* of a JPEG */
	uint8_t mark_size;        /* bytes of "%%EOF" that are behind us, and how often it was whole */
	uint32_t marks;
	bool unfinished;          /* fine, but the mark at its end is not there: the last of it may be missing */
	uint8_t begin[FILE_BEGIN_SIZE];
	uint8_t end[FILE_END_SIZE];
	uint8_t box[16];
};

void file_check_begin(struct file_check *check, struct file_types *types);
void file_check_bytes(struct file_check *check, const void *bytes, size_t size);

/* The verdict, and the SHA-256 of all bytes. check->type is the type when it is fine; check->unfinished may be then. */
enum file_verdict file_check_end(struct file_check *check, uint8_t hash[crypto_hash_sha256_BYTES]);

#endif
