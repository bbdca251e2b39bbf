/* SPDX-License-Identifier: Apache-2.0 */
/* What a file really is. */
#include "file_type.h"

#include <magic.h>
#include <string.h>

struct file_types {
	magic_t magic;
};

/* What libmagic says, and what we call it. */
static const struct {
	const char *said, *type;
} taken[] = {
	{ "image/jpeg", "image/jpeg" },
	{ "image/png", "image/png" },
	{ "image/webp", "image/webp" },
	{ "image/gif", "image/gif" },
	{ "image/heic", "image/heic" },
	{ "image/heif", "image/heic" },
	{ "application/pdf", "application/pdf" },
	{ "audio/mpeg", "audio/mpeg" },
	{ "audio/mp4", "audio/mp4" },
	{ "audio/x-m4a", "audio/mp4" },
	{ "audio/aac", "audio/aac" },
	{ "audio/x-hx-aac-adts", "audio/aac" },
	{ "audio/x-wav", "audio/wav" },
	{ "audio/wav", "audio/wav" },
	{ "audio/ogg", "audio/ogg" },
	{ "application/ogg", "audio/ogg" },
	{ "audio/amr", "audio/amr" },
	{ "audio/AMR", "audio/amr" },
	{ "video/mp4", "video/mp4" },
	{ "video/x-m4v", "video/mp4" },
	{ "video/quicktime", "video/quicktime" },
	{ "video/3gpp", "video/3gpp" },
	{ "video/3gpp2", "video/3gpp" },
	{ "video/webm", "video/webm" },
};

struct file_types *file_types_open(struct arena *arena, const char **problem)
{
	struct file_types *types = arena_take(arena, sizeof *types);

	/* Archives and compressed files are not looked into: they are not taken anyway. */
	types->magic = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_CDF |
				  MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_TOKENS | MAGIC_NO_CHECK_APPTYPE);
	if (types->magic && magic_load(types->magic, NULL) == 0)
		return types;
	*problem = arena_format(arena, "libmagic: %s", types->magic ? magic_error(types->magic) : "out of memory");
	if (types->magic)
		magic_close(types->magic);
	return NULL;
}

void file_types_close(struct file_types *types)
{
	magic_close(types->magic);
}

void file_check_begin(struct file_check *check, struct file_types *types)
{
	memset(check, 0, offsetof(struct file_check, begin));
	check->types = types;
	crypto_hash_sha256_init(&check->hash);
}

/* The end of a picture is a marker behind the begin of its scan; previews inside have markers of their own. */
static void look_for_jpeg_end(struct file_check *check, const uint8_t *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		if (check->last_byte == 0xFF && bytes[i] == 0xDA)
			check->scan_seen = true;
		if (check->last_byte == 0xFF && bytes[i] == 0xD9 && check->scan_seen)
			check->end_seen = true;
		check->last_byte = bytes[i];
	}
}

/* PDF readers pass over what follows, so the mark may stand anywhere. */
static void look_for_paper_end(struct file_check *check, const uint8_t *bytes, size_t size)
{
	static const uint8_t mark[] = { '%', '%', 'E', 'O', 'F' };

	for (size_t i = 0; i < size; i++) {
		if (bytes[i] == mark[check->mark_size])
			check->mark_size++;
		else if (bytes[i] != '%')
			check->mark_size = 0;
		else if (check->mark_size != 2)
			check->mark_size = 1;
		if (check->mark_size == sizeof mark) {
			check->mark_size = 0;
			check->marks++;
		}
	}
}

static uint64_t big_endian(const uint8_t *bytes, size_t size)
{
	uint64_t number = 0;

	for (size_t i = 0; i < size; i++)
		number = number << 8 | bytes[i];
	return number;
}

/* Step from box to box (ISO 14496-12): size (4), kind (4), and the size in eight bytes when the first is 1; 0 reaches to the end. */
static void follow_boxes(struct file_check *check, const uint8_t *bytes, size_t size)
{
	uint64_t at = check->size;

	for (size_t i = 0; i < size && !check->open_box; i++, at++) {
		uint64_t place = at - check->next_box, box_size;

		if (at < check->next_box)
			continue;
		check->box[place] = bytes[i];
		if (place != 7 && place != 15)
			continue;
		box_size = big_endian(check->box, 4);
		if (box_size == 1 && place == 7)
			continue;
		if (box_size == 1)
			box_size = big_endian(check->box + 8, 8);
		check->open_box = box_size < 8 || box_size > UINT64_MAX / 2;
		check->next_box += box_size;
	}
}

static void keep_end(struct file_check *check, const uint8_t *bytes, size_t size)
{
	size_t kept = size >= FILE_END_SIZE ? 0 : FILE_END_SIZE - size;

	if (size > FILE_END_SIZE) {
		bytes += size - FILE_END_SIZE;
		size = FILE_END_SIZE;
	}
	if (kept > check->end_size)
		kept = check->end_size;
	memmove(check->end, check->end + check->end_size - kept, kept);
	memcpy(check->end + kept, bytes, size);
	check->end_size = kept + size;
}

void file_check_bytes(struct file_check *check, const void *bytes, size_t size)
{
	size_t more = FILE_BEGIN_SIZE - check->begin_size;

	if (more > size)
		more = size;
	memcpy(check->begin + check->begin_size, bytes, more);
	check->begin_size += more;
	crypto_hash_sha256_update(&check->hash, bytes, size);
	look_for_jpeg_end(check, bytes, size);
	look_for_paper_end(check, bytes, size);
	follow_boxes(check, bytes, size);
	keep_end(check, bytes, size);
	check->size += size;
}

static const char *canonical(const char *said)
{
	for (size_t i = 0; said && i < sizeof taken / sizeof *taken; i++)
		if (strcmp(taken[i].said, said) == 0)
			return taken[i].type;
	return NULL;
}

static bool begin_holds(const struct file_check *check, size_t within, const char *text)
{
	return memmem(check->begin, check->begin_size < within ? check->begin_size : within, text, strlen(text)) != NULL;
}

/* Readers look for a PDF's head in its first 1024 bytes (ISO 32000, annex H of Adobe's); libmagic at its begin. */
static const char *type_of(struct file_check *check)
{
	const char *said = magic_buffer(check->types->magic, check->begin, check->begin_size), *type = canonical(said);

	check->said = said;
	if (!type && said && (strcmp(said, "application/octet-stream") == 0 || strcmp(said, "text/plain") == 0) &&
	    begin_holds(check, 1024, "%PDF-"))
		return "application/pdf";
	return type;
}

static bool ends_with(const struct file_check *check, const char *mark)
{
	return memmem(check->end, check->end_size, mark, strlen(mark)) != NULL;
}

static bool is_truncated(const struct file_check *check)
{
	if (strcmp(check->type, "image/jpeg") == 0)
		return !check->scan_seen;
	if (strcmp(check->type, "image/png") == 0)
		return !ends_with(check, "IEND");
	/* One that is made to be read while it comes in has a mark behind its first page, too. */
	if (strcmp(check->type, "application/pdf") == 0)
		return check->marks < (begin_holds(check, FILE_BEGIN_SIZE, "/Linearized") ? 2 : 1);
	if (check->begin_size >= 12 && memcmp(check->begin, "RIFF", 4) == 0) {
		uint64_t said = check->begin[4] | check->begin[5] << 8 | check->begin[6] << 16 | (uint64_t)check->begin[7] << 24;

		/* A recorder that was never told to stop leaves the largest number. */
		return said != UINT32_MAX && said + 8 > check->size + 1;
	}
	if (check->begin_size >= 12 && memcmp(check->begin + 4, "ftyp", 4) == 0)
		return !check->open_box && check->next_box > check->size;
	return false;
}

enum file_verdict file_check_end(struct file_check *check, uint8_t hash[crypto_hash_sha256_BYTES])
{
	crypto_hash_sha256_final(&check->hash, hash);
	if (!check->size)
		return FILE_EMPTY;
	check->type = type_of(check);
	if (!check->type)
		return FILE_OTHER_KIND;
	check->unfinished = strcmp(check->type, "image/jpeg") == 0 && !check->end_seen;
	return is_truncated(check) ? FILE_TRUNCATED : FILE_FINE;
}
