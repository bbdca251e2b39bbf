/* SPDX-License-Identifier: Apache-2.0 */
/* Forms with files. */
#include "multipart_form.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/base/log.h"
#include "multipart.h"

#define TYPE "multipart/form-data"
/* Of all fields together, as of forms without files. */
#define LARGEST_FIELDS ((size_t)256 * 1024)
#define LONGEST_FIELD_NAME 128
/* What libmagic has no name for. */
#define UNKNOWN_TYPE "application/octet-stream"

struct reading {
	struct request *request;
	const struct multipart_form *of;
	const struct field *field;      /* for files */
	struct form_result *result, *carried;
	struct file_check *check;       /* one for all files */
	struct form_file *file;         /* the one that streams in; NULL: none, or it is passed over */
	const char *file_name;
	char name[LONGEST_FIELD_NAME];  /* of the field that streams in */
	struct buffer value;
	size_t fields_size;
	int64_t kept;                   /* bytes of all files */
	enum outcome allowed;           /* PAGE: files may be kept; 0: not asked yet */
	bool in_field;
};

const struct field *multipart_form_field(const struct form *form)
{
	for (const struct field *field = form ? form->fields : NULL; field && field->name; field++)
		if (field->kind == FIELD_FILES)
			return field;
	return NULL;
}

bool multipart_form_comes(const struct request *request)
{
	return strncasecmp(request_variable(request, "CONTENT_TYPE"), TYPE, strlen(TYPE)) == 0;
}

void multipart_form_close(struct form_result *result)
{
	for (size_t i = 0; result && i < result->files.count; i++)
		close(result->files.at[i].bytes);
	if (result)
		result->files.count = 0;
}

/* The first reason counts; nothing is left of any file. */
static void refuse(struct reading *reading, enum form_files_problem problem)
{
	struct form_files *files = &reading->result->files;

	if (reading->file)
		close(reading->file->bytes);
	reading->file = NULL;
	multipart_form_close(reading->result);
	if (files->problem != FORM_FILES_FINE)
		return;
	files->problem = problem;
	files->refused = reading->file_name;
}

static bool begin_field(struct reading *reading, const struct multipart_part *part)
{
	size_t size = strlen(part->name);

	reading->in_field = true;
	reading->value.size = 0;
	if (size >= sizeof reading->name)
		return false;
	memcpy(reading->name, part->name, size + 1);
	return true;
}

/* Asked once, when the first file begins. */
static bool may_keep(struct reading *reading)
{
	if (reading->allowed)
		return reading->allowed == PAGE;
	if (reading->carried)
		form_end(reading->carried, reading->request->arena);
	reading->allowed = reading->of->allow ? reading->of->allow(reading->request, reading->carried) : PAGE;
	return reading->allowed == PAGE;
}

/* Some browsers send the folder along. What is left of a path alone is no name. */
static const char *without_folder(const char *name)
{
	const char *last = name;

	for (const char *at = name; *at; at++)
		if (*at == '/' || *at == '\\')
			last = at + 1;
	return last[strspn(last, ".")] ? last : "_";
}

static bool begin_file(struct reading *reading, const struct multipart_part *part)
{
	struct form_files *files = &reading->result->files;
	int bytes;

	reading->file = NULL;
	/* A browser sends an empty one without a name when none was chosen. What is no field of the form is passed over. */
	if (!*part->file_name || strcmp(part->name, reading->field->name) != 0)
		return true;
	if (!may_keep(reading))
		return false;
	reading->file_name = without_folder(multipart_shown_name(reading->request->arena, part->file_name));
	if (files->problem != FORM_FILES_FINE)
		return true;
	if ((double)files->count >= reading->field->most) {
		refuse(reading, FORM_FILES_TOO_MANY);
		return true;
	}
	bytes = memfd_create("form", MFD_CLOEXEC);
	if (bytes < 0) {
		refuse(reading, FORM_FILES_NO_ROOM);
		return true;
	}
	file_check_begin(reading->check, reading->of->types);
	reading->file = &files->at[files->count];
	*reading->file = (struct form_file){ .name = reading->file_name, .bytes = bytes };
	return true;
}

static bool begin(void *own, const struct multipart_part *part)
{
	struct reading *reading = own;

	reading->in_field = false;
	return part->file_name ? begin_file(reading, part) : begin_field(reading, part);
}

static bool write_all(int file, const char *bytes, size_t size)
{
	while (size) {
		ssize_t count = write(file, bytes, size);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		bytes += count;
		size -= (size_t)count;
	}
	return true;
}

static void take_of_file(struct reading *reading, const char *bytes, size_t size)
{
	if (!reading->file)
		return;
	file_check_bytes(reading->check, bytes, size);
	reading->kept += (int64_t)size;
	if (reading->check->size > (uint64_t)FORM_FILE_BYTES)
		refuse(reading, FORM_FILES_TOO_LARGE);
	else if (reading->kept > FORM_FILES_BYTES)
		refuse(reading, FORM_FILES_TOO_MUCH);
	else if (!write_all(reading->file->bytes, bytes, size))
		refuse(reading, FORM_FILES_NO_ROOM);
}

static bool take_bytes(void *own, const char *bytes, size_t size)
{
	struct reading *reading = own;

	if (!reading->in_field) {
		take_of_file(reading, bytes, size);
		return true;
	}
	reading->fields_size += size;
	if (reading->fields_size > LARGEST_FIELDS)
		return false;
	buffer_add(&reading->value, bytes, size);
	return true;
}

static bool end_field(struct reading *reading)
{
	struct arena *arena = reading->request->arena;
	const char *bytes = reading->value.bytes ? reading->value.bytes : "", *name, *value;

	if (memchr(bytes, 0, reading->value.size))
		return false;
	name = arena_copy(arena, reading->name);
	value = arena_text(arena, bytes, reading->value.size);
	/* What comes with every form and stands behind a file is too late. */
	if (reading->carried && !reading->allowed && !form_take(reading->carried, name, value, arena))
		return false;
	return form_take(reading->result, name, value, arena);
}

static void end_file(struct reading *reading)
{
	uint8_t hash[crypto_hash_sha256_BYTES];
	struct arena *arena = reading->request->arena;
	struct form_file *file = reading->file;
	char *hex = arena_take(arena, 2 * sizeof hash + 1);
	const char *type;

	if (!file)
		return;
	if (file_check_end(reading->check, hash) == FILE_EMPTY || lseek(file->bytes, 0, SEEK_SET) != 0) {
		refuse(reading, FORM_FILES_EMPTY);
		return;
	}
	type = reading->check->type ? reading->check->type : reading->check->said;
	file->type = type ? arena_copy(arena, type) : UNKNOWN_TYPE;
	file->size = (int64_t)reading->check->size;
	file->sha256 = sodium_bin2hex(hex, 2 * sizeof hash + 1, hash, sizeof hash);
	reading->result->files.count++;
	reading->file = NULL;
}

static bool end_part(void *own)
{
	struct reading *reading = own;

	if (reading->in_field)
		return end_field(reading);
	end_file(reading);
	return true;
}

static enum outcome read_body(struct reading *reading)
{
	const struct multipart_sink sink = { reading, begin, take_bytes, end_part };
	struct request *request = reading->request;
	enum multipart_end end = multipart_read(request_variable(request, "CONTENT_TYPE"), &request->body, &sink, request->arena);

	if (end == MULTIPART_DONE)
		return PAGE;
	/* So that who still sends is told, and not cut off. */
	body_drain(&request->body, FORM_BODY_BYTES);
	if (reading->allowed && reading->allowed != PAGE)
		return reading->allowed;
	log_line(LOG_NOTICE_LINE, "request %s: a form with files could not be read: %d", request->id, (int)end);
	return BAD;
}

enum outcome multipart_form_read(struct request *request, const struct multipart_form *reading_of, struct form_result **result,
				 struct form_result **carried)
{
	struct arena *arena = request->arena;
	struct reading reading = { .request = request, .of = reading_of, .field = multipart_form_field(reading_of->form), .file_name = "" };
	enum outcome outcome;

	assert(reading.field && reading.field->most <= FORM_MOST_FILES);
	*result = *carried = NULL;
	if (request->body.length > FORM_BODY_BYTES)
		return TOO_LARGE;
	reading.result = form_begin(reading_of->form, arena);
	reading.result->files = (struct form_files){ .at = arena_take(arena, FORM_MOST_FILES * sizeof(struct form_file)), .refused = "" };
	reading.carried = reading_of->beside ? form_begin(reading_of->beside, arena) : NULL;
	reading.check = arena_take(arena, sizeof *reading.check);
	outcome = read_body(&reading);
	if (reading.value.bytes)
		explicit_bzero(reading.value.bytes, reading.value.room);
	buffer_free(&reading.value);
	if (outcome != PAGE) {
		if (reading.file)
			close(reading.file->bytes);
		multipart_form_close(reading.result);
		return outcome;
	}
	if (reading.carried && !reading.allowed)
		form_end(reading.carried, arena);
	form_end(reading.result, arena);
	*result = reading.result;
	*carried = reading.carried;
	return PAGE;
}
