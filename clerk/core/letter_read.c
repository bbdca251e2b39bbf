/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a letter, field by field. */
#include "letter_read.h"

#include <sodium.h>
#include <string.h>

#include "domain/cases/letter_form.h"
#include "lib/base/json.h"
#include "lib/base/text.h"
#include "rules/cases/letter_choices.h"

/* A form with six files takes that long to come in at the slowest rate nginx waits for; its time is that of its first byte. */
#define UPLOAD_SECONDS ((int64_t)3600)
/* It was sent before it was written; the two are noted in another second, and by clocks of two machines where an inbox is shared. */
#define CLOCKS_APART_SECONDS ((int64_t)60)
#define LONGEST_NAME 1024               /* bytes of a file's declared name, as of an envelope's */
#define LONGEST_TYPE 100

static const char *const lanes[] = { "proof", "slow", NULL };

static bool is_hex(const char *text, size_t digits)
{
	return strlen(text) == digits && strspn(text, "0123456789abcdef") == digits;
}

/* "" when it is not there; NULL when it is no text, or longer than `most` characters. */
static const char *text_of(const json_t *object, const char *name, size_t most, struct arena *arena)
{
	const json_t *value = json_object_get(object, name);
	const char *text = json_string_value(value);

	if (!value)
		return "";
	return text && text_length(text) <= most ? arena_copy(arena, text) : NULL;
}

/* 0 when it is not there, or no number. */
static int64_t integer_of(const json_t *object, const char *name)
{
	return json_integer_value(json_object_get(object, name));
}

static bool read_complaint(struct letter *letter, struct arena *arena, const char **reason)
{
	struct case_letter *complaint = &letter->complaint;
	const char *key = text_of(letter->json, "key", LETTER_DIGITS, arena), *lane = text_of(letter->json, "lane", 32, arena);
	struct form_result *form;
	size_t size;

	complaint->said = letter_form_read(&case_letter_form, letter->json, &form, arena, reason);
	if (!complaint->said)
		return false;
	*reason = "a complaint without its receipt's key";
	if (!key || !is_hex(key, 2 * sizeof complaint->mailbox_key) ||
	    sodium_hex2bin(complaint->mailbox_key, sizeof complaint->mailbox_key, key, strlen(key), NULL, &size, NULL) != 0)
		return false;
	complaint->lookup = letter->lookup;
	complaint->trap = integer_of(letter->json, "trap") != 0;
	/* Only what the door says: a word of ours ("demo") is none of a letter's. */
	complaint->lane = lane && letter_choice_is_among(lane, lanes) ? lane : "slow";
	return true;
}

static bool read_message(struct letter *letter, struct arena *arena, const char **reason)
{
	int64_t stars = integer_of(letter->json, "stars");

	letter->text = text_of(letter->json, letter->kind == LETTER_WITHDRAWAL ? "reason" : "text", 5000, arena);
	letter->number = text_of(letter->json, "case", 32, arena);
	letter->solved = integer_of(letter->json, "solved") == 1;
	letter->stars = stars < 0 || stars > 5 ? 0 : (int)stars;
	*reason = "a message whose text or number of a case is not what it should be";
	if (!letter->text || !letter->number)
		return false;
	*reason = "a message that says nothing";
	return letter->kind != LETTER_MESSAGE || letter->file_count || *text_trim(arena, letter->text);
}

static bool is_named_before(const struct letter *letter, const char *id)
{
	for (size_t i = 0; i < letter->file_count; i++)
		if (strcmp(letter->files[i].id, id) == 0)
			return true;
	return false;
}

static bool read_file(struct letter *letter, const json_t *json, struct arena *arena)
{
	struct letter_file file = {
		.id = text_of(json, "id", LETTER_FILE_DIGITS, arena),
		.declared = text_of(json, "name", LONGEST_NAME, arena),
		.sha256 = text_of(json, "sha256", LETTER_DIGITS, arena),
		.type = text_of(json, "type", LONGEST_TYPE, arena),
		.size = json_object_get(json, "size") ? integer_of(json, "size") : -1,
	};

	if (!json_is_object(json) || !file.id || !is_hex(file.id, LETTER_FILE_DIGITS) || !file.declared || !file.sha256 || !file.type ||
	    !is_hex(file.sha256, LETTER_DIGITS) || strlen(file.declared) > LONGEST_NAME)
		return false;
	if (is_named_before(letter, file.id))
		return true;
	if (letter->file_count == LETTER_MOST_FILES)
		return false;
	letter->files[letter->file_count++] = file;
	return true;
}

static bool read_files(struct letter *letter, struct arena *arena, const char **reason)
{
	const json_t *files = json_object_get(letter->json, "files");
	size_t i;
	json_t *file;

	*reason = "its files are not named as they should be";
	if (files && !json_is_array(files))
		return false;
	json_array_foreach(files, i, file)
	{
		if (!read_file(letter, file, arena))
			return false;
	}
	return true;
}

static bool read_kind(struct letter *letter, struct arena *arena)
{
	static const char *const whats[] = { [LETTER_COMPLAINT] = "complaint", [LETTER_MESSAGE] = "message",
					     [LETTER_WITHDRAWAL] = "withdraw", [LETTER_RATING] = "rating" };
	const char *what = text_of(letter->json, "what", 32, arena);

	for (int kind = LETTER_COMPLAINT; what && kind <= LETTER_RATING; kind++)
		if (strcmp(what, whats[kind]) == 0) {
			letter->kind = (enum letter_kind)kind;
			letter->what = whats[kind];
			return true;
		}
	return false;
}

static bool read_all(struct letter *letter, struct arena *arena, const char **reason)
{
	*reason = "a letter of a kind that is not known";
	if (!read_kind(letter, arena))
		return false;
	letter->lookup = text_of(letter->json, "lookup", LETTER_DIGITS, arena);
	letter->sent_at = integer_of(letter->json, "sent_at");
	*reason = "a letter without its receipt's look-up";
	if (!letter->lookup || !is_hex(letter->lookup, LETTER_DIGITS) || !read_files(letter, arena, reason))
		return false;
	return letter->kind == LETTER_COMPLAINT ? read_complaint(letter, arena, reason) : read_message(letter, arena, reason);
}

bool letter_read(const char *text, size_t size, struct letter *letter, struct arena *arena, const char **reason)
{
	*letter = (struct letter){ .number = "", .text = "" };
	*reason = "no letter in it";
	if (size > LETTER_LARGEST || !text_is_utf8(text, size))
		return false;
	letter->json = json_loadb(text, size, JSON_REJECT_DUPLICATES, NULL);
	if (letter->json)
		json_make_visible(letter->json, arena);
	if (json_is_object(letter->json) && read_all(letter, arena, reason))
		return true;
	letter_free(letter);
	return false;
}

void letter_free(struct letter *letter)
{
	sodium_memzero(letter->complaint.mailbox_key, sizeof letter->complaint.mailbox_key);
	json_decref(letter->json);
	letter->json = NULL;
}

void letter_bound(struct letter *letter, int64_t written_at, int64_t now)
{
	int64_t earliest = written_at - UPLOAD_SECONDS;

	if (letter->sent_at < earliest || letter->sent_at <= 0)
		letter->sent_at = written_at > 0 ? earliest : now;
	if (written_at > 0 && letter->sent_at > written_at + CLOCKS_APART_SECONDS)
		letter->sent_at = written_at;
	if (letter->sent_at > now)
		letter->sent_at = now;
	json_object_set_new(letter->json, "sent_at", json_integer(letter->sent_at));
}

void letter_note_file(struct letter *letter, size_t at, const char *type, int64_t size, const char *sha256)
{
	json_t *files = json_object_get(letter->json, "files"), *file;
	size_t i;

	json_array_foreach(files, i, file)
	{
		const char *id = json_string_value(json_object_get(file, "id"));

		if (!id || strcmp(id, letter->files[at].id) != 0)
			continue;
		json_object_set_new(file, "type", json_string(type));
		json_object_set_new(file, "size", json_integer(size));
		json_object_set_new(file, "sha256", json_string(sha256));
	}
}

const char *letter_opening(const struct letter *letter, struct arena *arena)
{
	json_t *copy = json_copy(letter->json);

	json_object_del(copy, "key");
	json_object_del(copy, "lookup");
	for (const struct field *field = case_letter_form.form->fields; field->name; field++)
		if (text_has_word(case_letter_form.contact, field->name))
			json_object_del(copy, field->name);
	return json_canonical(copy, arena);
}
