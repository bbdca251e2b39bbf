/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a form with files: read in pieces whose size the first byte gives, each file looked at as intake does. */
#include <sodium.h>
#include <string.h>

#include "harness.h"
#include "lib/base/file_type.h"
#include "lib/web/multipart.h"

struct source {
	const uint8_t *bytes;
	size_t left, step;
};

static ssize_t read_some(void *own, void *bytes, size_t size)
{
	struct source *source = own;
	size_t more = source->left < source->step ? source->left : source->step;

	more = more < size ? more : size;
	memcpy(bytes, source->bytes, more);
	source->bytes += more;
	source->left -= more;
	return (ssize_t)more;
}

static bool begin_part(void *own, const struct multipart_part *part)
{
	(void)part;
	file_check_begin(own, ((struct file_check *)own)->types);
	return true;
}

static bool take(void *own, const char *bytes, size_t size)
{
	file_check_bytes(own, bytes, size);
	return true;
}

static bool end(void *own)
{
	uint8_t hash[crypto_hash_sha256_BYTES];

	file_check_end(own, hash);
	return true;
}

static struct file_check check;
static struct arena *arena, *lasting;

static bool begin(void)
{
	const char *problem;

	arena = arena_new((size_t)4 * 1024 * 1024);
	lasting = arena_new(65536);
	check.types = file_types_open(lasting, &problem);
	return check.types != NULL;
}

static void look(const uint8_t *bytes, size_t size)
{
	if (size) {
		struct source source = { bytes + 1, size - 1, (size_t)bytes[0] + 1 };
		struct body body = { .source = &source, .read = read_some, .length = -1 };
		const struct multipart_sink sink = { &check, begin_part, take, end };

		multipart_read("multipart/form-data; boundary=X", &body, &sink, arena);
		arena_sweep(arena);
	}
}

const struct harness harness = { begin, CONFINE_TO_PUTTING, look };
