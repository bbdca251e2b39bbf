/* SPDX-License-Identifier: Apache-2.0 */
/* Putting what was sent into the inbox. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "allowance.h"
#include "lib/base/json.h"
#include "lib/base/log.h"
#include "lib/base/text.h"

#define FILE_PARTS 5
#define FILE_ID_DIGITS 16
#define ID_MOMENT_DIGITS 8
/* By so much a clock may be set back while somebody writes. */
#define CLOCK_STEP_SECONDS 3600
/* Kept free on the inbox's file system, so that letters still find room when evidence no longer does. */
#define RESERVE_FOR_LETTERS ((int64_t)256 * 1024 * 1024)
#define RESERVE_FOR_CLERK ((int64_t)64 * 1024 * 1024)

void intake_own_receipt(struct request *request)
{
	struct receipt receipt;
	char *text;

	if (!allowance_from_elsewhere(request) &&
	    receipt_read(values_text(request->form->typed, "receipt"), &receipt) == RECEIPT_FINE) {
		receipt_wipe(&receipt);
		return;
	}
	text = arena_take(request->arena, RECEIPT_TEXT);
	receipt_make(&receipt);
	receipt_print(&receipt, text);
	receipt_wipe(&receipt);
	values_put_text(request->form->typed, "receipt", text);
	values_put_text(request->form->values, "receipt", text);
}

void intake_receipt(const struct form_result *form, struct receipt *receipt)
{
	if (receipt_read(values_text(form->typed, "receipt"), receipt) != RECEIPT_FINE)
		receipt_make(receipt);
}

bool intake_has_room(const struct intake *intake, int64_t bytes)
{
	struct statvfs room;
	int64_t reserve = bytes ? RESERVE_FOR_LETTERS : RESERVE_FOR_CLERK;

	return fstatvfs(intake->inbox, &room) == 0 && (int64_t)room.f_bavail * (int64_t)room.f_frsize > reserve + bytes;
}

enum envelope_end intake_put(struct request *request, const char *name, const char *letter)
{
	const struct intake *intake = intake_of(request);
	enum envelope_end end = ENVELOPE_NO_ROOM;
	struct envelope *envelope;

	if (!intake_has_room(intake, 0))
		return end;
	envelope = envelope_begin(intake->inbox, intake->office_key);
	end = ENVELOPE_FAILED;
	if (envelope && envelope_part(envelope, ENVELOPE_LETTER, "letter") && envelope_write(envelope, letter, strlen(letter)))
		end = envelope_end(envelope, name);
	else if (envelope)
		end = envelope_end(envelope, name);
	if (end == ENVELOPE_FAILED) {
		log_line(LOG_ERROR_LINE, "request %s: the letter could not be put into the inbox: %s", request->id,
			 strerror(errno));
		request->is_last = true;
	}
	return end;
}

/* One "id:size:sha256:type:name" taken apart; the name is last, since it may hold anything. */
static bool split_line(char *line, const char *parts[FILE_PARTS])
{
	for (size_t i = 0; i < FILE_PARTS - 1; i++) {
		char *colon = strchr(line, ':');

		if (!colon)
			return false;
		*colon = '\0';
		parts[i] = line;
		line = colon + 1;
	}
	parts[FILE_PARTS - 1] = line;
	return strlen(parts[0]) == FILE_ID_DIGITS && strspn(parts[0], "0123456789abcdef") == FILE_ID_DIGITS &&
	       strlen(parts[2]) == 64 && strspn(parts[2], "0123456789abcdef") == 64;
}

static const char *next_line(const char *lines, const char *parts[FILE_PARTS], int64_t *size, struct arena *arena)
{
	while (*lines) {
		size_t length = strcspn(lines, "\n");
		bool fine = split_line(arena_text(arena, lines, length), parts) && text_to_integer(parts[1], size);

		lines += length + (lines[length] == '\n');
		if (fine)
			return lines;
	}
	return NULL;
}

static bool is_among(const json_t *files, const char *id)
{
	size_t i;
	const json_t *file;

	json_array_foreach(files, i, file)
	{
		if (strcmp(json_string_value(json_object_get(file, "id")), id) == 0)
			return true;
	}
	return false;
}

struct json_t *intake_files(const char *lines, struct arena *arena)
{
	const char *parts[FILE_PARTS];
	json_t *files = json_array();
	int64_t size;

	while ((lines = next_line(lines, parts, &size, arena)))
		if (!is_among(files, parts[0]))
			json_array_append_new(files, json_pack("{s:s, s:I, s:s, s:s, s:s}", "id", parts[0], "size", (json_int_t)size,
							       "sha256", parts[2], "type", parts[3], "name", parts[4]));
	return files;
}

/* Looked at by its name, which is all that this program may do with it. */
static bool is_in_inbox(const struct request *request, const char *name)
{
	struct stat status;

	return fstatat(intake_of(request)->inbox, name, &status, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
}

const char *intake_file_id(int64_t now, struct arena *arena)
{
	return arena_format(arena, "%08" PRIx32 "%08" PRIx32, (uint32_t)now, randombytes_random());
}

/* By its file, or, when an intake machine has handed that on, by the moment in its id (see intake_file_id). */
static bool can_be_claimed(const struct request *request, const char *name, const char *id)
{
	char moment[ID_MOMENT_DIGITS + 1];
	struct stat status;
	int64_t age;

	if (fstatat(intake_of(request)->inbox, name, &status, AT_SYMLINK_NOFOLLOW) == 0)
		return request->now - status.st_ctim.tv_sec < ENVELOPE_CLAIMABLE_SECONDS;
	snprintf(moment, sizeof moment, "%s", id);
	age = request->now - (int64_t)strtoull(moment, NULL, 16);
	return errno != ENOENT || (age >= -CLOCK_STEP_SECONDS && age < ENVELOPE_CLAIMABLE_SECONDS);
}

bool intake_letter_waits(const struct request *request, const char *name)
{
	return is_in_inbox(request, name);
}

const char *intake_lacks(const struct request *request, const char *name, const char *lines, const char **id)
{
	const char *parts[FILE_PARTS];
	int64_t size;

	while ((lines = next_line(lines, parts, &size, request->arena))) {
		*id = parts[0];
		if (!can_be_claimed(request, arena_format(request->arena, "%s-f%s", name, parts[0]), parts[0]))
			return parts[4];
	}
	return NULL;
}

/* "3.2 MB": for eyes. */
static const char *size_in_words(int64_t size, struct arena *arena)
{
	return size < 1024 * 1024 ? arena_format(arena, "%.0f KB", (double)size / 1024 + 0.5)
				  : arena_format(arena, "%.1f MB", (double)size / 1024 / 1024);
}

void intake_show_files(struct request *request, struct page *page, const char *lines)
{
	const char *parts[FILE_PARTS];
	bool any = false;
	int64_t size;

	while ((lines = next_line(lines, parts, &size, request->arena))) {
		struct page *one = page_section(page, "files");

		page_text(one, "id", parts[0]);
		page_text(one, "name", parts[4]);
		page_text(one, "size_text", size_in_words(size, request->arena));
		any = true;
	}
	page_show(page, any ? "IF_FILES" : "NO_FILES");
}

const char *intake_add_file(const char *lines, const char *line, struct arena *arena)
{
	return *lines ? arena_format(arena, "%s\n%s", lines, line) : line;
}

void intake_remove_file(struct request *request, const char *id)
{
	const char *lines = values_text(request->form->typed, "file"), *kept = "";
	size_t length = strlen(id);

	while (*lines) {
		size_t size = strcspn(lines, "\n");

		if (strncmp(lines, id, length) != 0 || lines[length] != ':')
			kept = intake_add_file(kept, arena_text(request->arena, lines, size), request->arena);
		lines += size + (lines[size] == '\n');
	}
	values_put_text(request->form->typed, "file", kept);
	values_put_text(request->form->values, "file", kept);
}
