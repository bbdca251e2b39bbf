/* SPDX-License-Identifier: Apache-2.0 */
/* Putting what was sent into the inbox. */
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <sys/statvfs.h>

#include "intake.h"
#include "lib/json.h"
#include "lib/log.h"
#include "lib/proof_of_work.h"
#include "lib/text.h"

#define FILE_PARTS 5
#define FILE_ID_DIGITS 16
/* Kept free on the inbox's file system, so that letters still find room when evidence no longer does. */
#define RESERVE_FOR_LETTERS ((int64_t)256 * 1024 * 1024)
#define RESERVE_FOR_CLERK ((int64_t)64 * 1024 * 1024)

bool intake_is_from_elsewhere(const struct request *request)
{
	const char *site = request_variable(request, "HTTP_SEC_FETCH_SITE");
	const char *origin = request_variable(request, "HTTP_ORIGIN"), *host = strstr(origin, "://");

	if (*site)
		return strcmp(site, "same-origin") != 0 && strcmp(site, "none") != 0;
	/* Browsers of before 2020 or so. */
	return *origin && (!host || strcmp(host + strlen("://"), request_variable(request, "HTTP_HOST")) != 0);
}

void intake_own_receipt(struct request *request)
{
	struct receipt receipt;
	char *text;

	if (!intake_is_from_elsewhere(request) && receipt_read(values_text(request->form->typed, "receipt"), &receipt) == RECEIPT_FINE) {
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

const char *intake_lane(struct request *request, const char *proof, const char *name, int *wait)
{
	struct intake *intake = intake_of(request);

	*wait = 0;
	if (*proof && proof_of_work_verify(lanes_key(intake->lanes), proof, name, request->now))
		return "proof";
	return lane_take(intake->lanes, LANE_SLOW_SEND, 1, request->now, wait) ? "slow" : NULL;
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

struct json_t *intake_files(const char *lines, struct arena *arena)
{
	const char *parts[FILE_PARTS];
	json_t *files = json_array();
	int64_t size;

	while ((lines = next_line(lines, parts, &size, arena)))
		json_array_append_new(files, json_pack("{s:s, s:I, s:s, s:s, s:s}", "id", parts[0], "size", (json_int_t)size,
						       "sha256", parts[2], "type", parts[3], "name", parts[4]));
	return files;
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
