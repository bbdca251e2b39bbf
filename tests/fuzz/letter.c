/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any text as a letter: whoever has the office's public key can seal one. What is read is what clerk may rely on, or the letter is refused
 * with a reason.
 */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "clerk/core/letter_read.h"
#include "lib/base/text.h"

#define NOW ((int64_t)1790000000)

static struct arena *arena;

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void must_be_hex(const char *text, size_t digits)
{
	must(strlen(text) == digits && strspn(text, "0123456789abcdef") == digits);
}

static void must_be_short(const char *text, size_t most)
{
	must(text_is_utf8(text, strlen(text)) && text_length(text) <= most && !text_has_control(text));
}

/* The door's bounds, said once more: what clerk takes is held to them. */
static const struct {
	const char *field;
	size_t most;
} bounds[] = { { "kind", 32 },      { "facility", 32 },       { "place", 200 },         { "story", 5000 },        { "wish", 1000 },
	       { "happened", 100 }, { "contact_name", 50 }, { "contact_phone", 30 }, { "contact_other", 100 } };

static void look_at_complaint(const struct case_letter *complaint)
{
	must(*case_said(complaint, "story") && *case_said(complaint, "kind"));
	for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
		must_be_short(case_said(complaint, bounds[i].field), bounds[i].most);
	must(strcmp(complaint->lane, "proof") == 0 || strcmp(complaint->lane, "slow") == 0);
}

static void look_at_files(const struct letter *letter)
{
	must(letter->file_count <= LETTER_MOST_FILES);
	for (size_t i = 0; i < letter->file_count; i++) {
		must_be_hex(letter->files[i].id, LETTER_FILE_DIGITS);
		must_be_hex(letter->files[i].sha256, LETTER_DIGITS);
		must_be_short(letter->files[i].declared, 1024);
		for (size_t j = 0; j < i; j++)
			must(strcmp(letter->files[i].id, letter->files[j].id) != 0);
	}
}

static void look_at(struct letter *letter)
{
	must_be_hex(letter->lookup, LETTER_DIGITS);
	if (letter->kind == LETTER_COMPLAINT)
		look_at_complaint(&letter->complaint);
	must_be_short(letter->text, 5000);
	must_be_short(letter->number, 32);
	must(letter->stars >= 0 && letter->stars <= 5);
	look_at_files(letter);
	letter_bound(letter, NOW - 60, NOW);
	must(letter->sent_at <= NOW && letter->sent_at >= NOW - 60 - 3600);
	for (size_t i = 0; i < letter->file_count; i++)
		letter_note_file(letter, i, "image/jpeg", 5, letter->files[i].sha256);
	must(*letter_opening(letter, arena) == '{');
}

static bool begin(void)
{
	arena = arena_new((size_t)64 * 1024 * 1024);
	return true;
}

static void look(const uint8_t *bytes, size_t size)
{
	const char *reason = NULL;
	struct letter letter;

	if (letter_read((const char *)bytes, size, &letter, arena, &reason)) {
		look_at(&letter);
		letter_free(&letter);
	} else {
		must(reason && *reason);
	}
	arena_sweep(arena);
}

/* Clerk reads them, and starts other programs. */
const struct harness harness = { begin, CONFINE_TO_STARTING, look };
