/* SPDX-License-Identifier: Apache-2.0 */
/* Files on their way into the inbox: checked, hashed and sealed as they stream in. */
#include "upload.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "allowance.h"
#include "lib/base/file_type.h"
#include "lib/base/log.h"
#include "lib/web/multipart.h"
#include "lib/base/text.h"

#define LARGEST_FILE ((uint64_t)20 * 1024 * 1024)
#define MOST_FILES 6
#define LONGEST_FIELD ((size_t)64 * 1024)
#define MIB ((uint64_t)1024 * 1024)

struct receiving {
	struct request *request;
	struct upload *upload;
	bool in_field; /* else in a file */
	char field[128];
	struct buffer value;
	const char *file_name;
	struct file_check *check;  /* one for all files of a request */
	struct envelope *envelope; /* NULL: this file is passed over */
	bool refused;              /* an answer was already found for this file */
};

static void refuse(struct receiving *receiving, enum upload_problem problem)
{
	if (receiving->envelope)
		envelope_abandon(receiving->envelope);
	receiving->envelope = NULL;
	receiving->refused = true;
	if (receiving->upload->problem != UPLOAD_FINE)
		return;
	receiving->upload->problem = problem;
	receiving->upload->name = receiving->file_name;
}

static int count_files(const char *lines)
{
	int count = *lines != '\0';

	while ((lines = strchr(lines, '\n'))) {
		lines++;
		count++;
	}
	return count;
}

static bool begin_field(struct receiving *receiving, const struct multipart_part *part)
{
	receiving->in_field = true;
	receiving->value.size = 0;
	return snprintf(receiving->field, sizeof receiving->field, "%s", part->name) < (int)sizeof receiving->field;
}

static void begin_file(struct receiving *receiving, const struct multipart_part *part)
{
	const struct intake *intake = intake_of(receiving->request);

	receiving->file_name = multipart_shown_name(receiving->request->arena, part->file_name);
	receiving->refused = false;
	receiving->envelope = NULL;
	file_check_begin(receiving->check, intake->file_types);
	/* No file was chosen: browsers send an empty one without a name. */
	if (!*part->file_name)
		return;
	if (count_files(values_text(receiving->upload->form->typed, "file")) >= MOST_FILES) {
		refuse(receiving, UPLOAD_TOO_MANY);
		return;
	}
	if (!intake_has_room(intake, (int64_t)LARGEST_FILE)) {
		refuse(receiving, UPLOAD_FULL);
		return;
	}
	receiving->envelope = envelope_begin(intake->inbox, intake->office_key);
	if (!receiving->envelope || !envelope_part(receiving->envelope, ENVELOPE_FILE, receiving->file_name))
		refuse(receiving, UPLOAD_FULL);
}

static bool begin(void *own, const struct multipart_part *part)
{
	struct receiving *receiving = own;

	receiving->in_field = false;
	if (!part->file_name)
		return begin_field(receiving, part);
	begin_file(receiving, part);
	return true;
}

/* Another MiB begins: is there some left for who sends it? */
static bool lane_has_more(struct receiving *receiving, size_t size)
{
	uint64_t before = (receiving->check->size + MIB - 1) / MIB, after = (receiving->check->size + size + MIB - 1) / MIB;

	return after == before || allowance_upload(receiving->request, (int)(after - before));
}

static bool take_bytes(void *own, const char *bytes, size_t size)
{
	struct receiving *receiving = own;

	if (receiving->in_field) {
		if (receiving->value.size + size > LONGEST_FIELD)
			return false;
		buffer_add(&receiving->value, bytes, size);
		return true;
	}
	if (receiving->refused)
		return true;
	if (!lane_has_more(receiving, size)) {
		refuse(receiving, UPLOAD_WAIT);
		return true;
	}
	file_check_bytes(receiving->check, bytes, size);
	if (receiving->check->size > LARGEST_FILE)
		refuse(receiving, UPLOAD_TOO_LARGE);
	else if (receiving->envelope && !envelope_write(receiving->envelope, bytes, size))
		refuse(receiving, UPLOAD_FULL);
	return true;
}

static bool end_field(struct receiving *receiving)
{
	struct arena *arena = receiving->request->arena;
	const char *bytes = receiving->value.bytes ? receiving->value.bytes : "";

	if (memchr(bytes, 0, receiving->value.size))
		return false;
	return form_take(receiving->upload->form, arena_copy(arena, receiving->field),
			 arena_text(arena, bytes, receiving->value.size), arena);
}

static enum upload_problem problem_of(enum file_verdict verdict)
{
	switch (verdict) {
	case FILE_FINE:
		return UPLOAD_FINE;
	case FILE_EMPTY:
		return UPLOAD_EMPTY;
	case FILE_OTHER_KIND:
		return UPLOAD_KIND;
	case FILE_TRUNCATED:
		return UPLOAD_TRUNCATED;
	}
	return UPLOAD_KIND;
}

/* The name of an evidence envelope begins with its letter's, so that clerk finds what belongs together. */
static void put_file(struct receiving *receiving, const uint8_t hash[crypto_hash_sha256_BYTES])
{
	struct form_result *form = receiving->upload->form;
	struct arena *arena = receiving->request->arena;
	char envelope[RECEIPT_NAME], hash_text[2 * crypto_hash_sha256_BYTES + 1];
	struct receipt receipt;
	enum envelope_end end;
	const char *id = intake_file_id(receiving->request->now, arena), *line;

	if (receipt_read(values_text(form->typed, "receipt"), &receipt) != RECEIPT_FINE) {
		refuse(receiving, UPLOAD_FULL);
		return;
	}
	receipt_envelope(&receipt, envelope);
	receipt_wipe(&receipt);
	sodium_bin2hex(hash_text, sizeof hash_text, hash, crypto_hash_sha256_BYTES);
	end = envelope_end(receiving->envelope, arena_format(arena, "%s-f%s", envelope, id));
	receiving->envelope = NULL;
	receiving->request->is_last = receiving->request->is_last || end == ENVELOPE_FAILED;
	if (end != ENVELOPE_SENT) {
		refuse(receiving, UPLOAD_FULL);
		return;
	}
	line = arena_format(arena, "%s:%llu:%s:%s:%s", id, (unsigned long long)receiving->check->size, hash_text,
			    receiving->check->type, receiving->file_name);
	receiving->upload->added = line;
	if (receiving->check->unfinished && !receiving->upload->unfinished)
		receiving->upload->unfinished = receiving->file_name;
	form_take(form, "file", line, arena);
}

static bool end_file(struct receiving *receiving)
{
	uint8_t hash[crypto_hash_sha256_BYTES];
	enum upload_problem problem;

	if (!receiving->envelope)
		return true;
	problem = problem_of(file_check_end(receiving->check, hash));
	if (problem == UPLOAD_FINE)
		put_file(receiving, hash);
	else
		refuse(receiving, problem);
	return true;
}

static bool end_part(void *own)
{
	struct receiving *receiving = own;

	return receiving->in_field ? end_field(receiving) : end_file(receiving);
}

bool upload_read(struct request *request, const struct form *form, struct upload *upload)
{
	struct receiving receiving = { .request = request, .upload = upload };
	const struct multipart_sink sink = { &receiving, begin, take_bytes, end_part };
	enum multipart_end end;

	*upload = (struct upload){ .form = form_begin(form, request->arena), .problem = UPLOAD_FINE, .name = "" };
	receiving.check = arena_take(request->arena, sizeof *receiving.check);
	end = multipart_read(request_variable(request, "CONTENT_TYPE"), &request->body, &sink, request->arena);
	if (receiving.envelope)
		envelope_abandon(receiving.envelope);
	buffer_free(&receiving.value);
	form_end(upload->form, request->arena);
	if (end != MULTIPART_DONE)
		log_line(LOG_NOTICE_LINE, "request %s: a form with files could not be read: %d", request->id, (int)end);
	return end == MULTIPART_DONE;
}

static const char *const words[] = {
	[UPLOAD_FINE] = "",     [UPLOAD_TOO_LARGE] = "TOO_LARGE", [UPLOAD_TOO_MANY] = "TOO_MANY", [UPLOAD_EMPTY] = "EMPTY",
	[UPLOAD_KIND] = "KIND", [UPLOAD_TRUNCATED] = "TRUNCATED", [UPLOAD_FULL] = "FULL",         [UPLOAD_WAIT] = "WAIT",
	[UPLOAD_GONE] = "GONE",
};

const char *upload_word(enum upload_problem problem)
{
	return words[problem];
}

void upload_show(const struct upload *upload, struct page *page)
{
	char section[32];

	if (upload->unfinished) {
		page_text(page, "unfinished_file", upload->unfinished);
		page_show(page, "UNFINISHED");
	}
	if (upload->problem == UPLOAD_FINE)
		return;
	snprintf(section, sizeof section, "UPLOAD_%s", words[upload->problem]);
	page_show(page, "UPLOAD_PROBLEM");
	page_show(page, section);
	page_text(page, "problem_file", upload->name);
}
