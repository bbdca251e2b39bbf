/* SPDX-License-Identifier: Apache-2.0 */
/* Which passwords are taken, and their hashes. */
#include "password.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/text.h"

/* 0.13 s on a machine of 2024; above the OWASP's least (19 MiB, twice). */
#define PASSES 3
#define MEMORY ((size_t)128 * 1024 * 1024)

#define CORE_LEAST 4 /* what is left of a password without digits and signs at its ends */
#define WORD_LEAST 4 /* bytes of a word that counts */
#define REST 2       /* thirds of the least length that must be left beside an own word */
#define UNIT_MOST 4  /* of a repeated text, bytes */

bool password_list_open(struct password_list *list, const char *path, struct arena *arena, const char **problem)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	struct stat about;
	void *bytes = MAP_FAILED;

	if (file >= 0 && fstat(file, &about) == 0 && about.st_size > 0)
		bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
	if (bytes == MAP_FAILED)
		*problem = arena_format(arena, "%s: %s; it is the list of common passwords", path,
					file < 0 ? strerror(errno) : "cannot be read");
	else
		*list = (struct password_list){ bytes, (size_t)about.st_size };
	if (file >= 0)
		close(file);
	return bytes != MAP_FAILED;
}

void password_list_close(struct password_list *list)
{
	if (list->bytes)
		munmap((void *)list->bytes, list->size);
	*list = (struct password_list){ 0 };
}

#define WORDS_MOST 1000

const char *const *password_words(const char *path, const char *name, const char *full_name, struct arena *arena, const char **problem)
{
	const char **words = arena_take(arena, (WORDS_MOST + 3) * sizeof *words);
	size_t count = 0;
	FILE *file = fopen(path, "re");
	char line[256];

	if (!file) {
		*problem = arena_format(arena, "%s: %s; it holds words that no password may be made of", path, strerror(errno));
		return NULL;
	}
	words[count++] = name;
	words[count++] = full_name;
	while (count < WORDS_MOST + 2 && fgets(line, sizeof line, file))
		if (*line != '#')
			words[count++] = text_trim(arena, arena_text(arena, line, strcspn(line, "\r\n")));
	fclose(file);
	return words;
}

/* The order of a line and a word: as bytes, a beginning before what goes on. */
static int compare(const char *line, size_t line_size, const char *word, size_t size)
{
	int order = memcmp(line, word, line_size < size ? line_size : size);

	return order ? order : (line_size > size) - (line_size < size);
}

static bool on_list(const struct password_list *list, const char *word, size_t size)
{
	size_t low = 0, high = list->size;

	while (low < high) {
		size_t begin = low + (high - low) / 2, end;
		int order;

		while (begin > low && list->bytes[begin - 1] != '\n')
			begin--;
		for (end = begin; end < high && list->bytes[end] != '\n';)
			end++;
		order = compare(list->bytes + begin, end - begin, word, size);
		if (order == 0)
			return true;
		if (order < 0)
			low = end + 1;
		else
			high = begin;
	}
	return false;
}

static bool is_sign(char byte)
{
	return (unsigned char)byte < 0x80 && !g_ascii_isalpha(byte);
}

/* password2026!! is password. */
static bool is_common(const struct password_list *list, const char *folded)
{
	size_t begin = 0, end = strlen(folded);

	if (on_list(list, folded, end))
		return true;
	while (end > 0 && is_sign(folded[end - 1]))
		end--;
	if (end >= CORE_LEAST && on_list(list, folded, end))
		return true;
	while (begin < end && is_sign(folded[begin]))
		begin++;
	return end - begin >= CORE_LEAST && on_list(list, folded + begin, end - begin);
}

static bool is_repeated(const char *folded)
{
	size_t size = strlen(folded);

	for (size_t unit = 1; unit <= UNIT_MOST && unit < size; unit++)
		if (memcmp(folded, folded + unit, size - unit) == 0)
			return true;
	return false;
}

/* How many characters are left of a password when a word is taken out of it, wherever it stands. */
static size_t length_without(const char *folded, const char *lower)
{
	size_t word = strlen(lower), left = 0;

	while (*folded)
		if (strncmp(folded, lower, word) == 0) {
			folded += word;
		} else {
			text_next(&folded);
			left++;
		}
	return left;
}

static bool is_made_of(const char *folded, const char *word, size_t least)
{
	char *lower = g_utf8_casefold(word, -1);
	bool made_of = strlen(lower) >= WORD_LEAST && strstr(folded, lower) && length_without(folded, lower) < least * REST / 3;

	g_free(lower);
	return made_of;
}

enum password_verdict password_judge(const struct password_policy *policy, const char *password)
{
	size_t length = text_length(password);
	enum password_verdict verdict = PASSWORD_FINE;
	char *folded;

	if (length < policy->least)
		return PASSWORD_SHORT;
	if (length > PASSWORD_MOST)
		return PASSWORD_LONG;
	folded = g_utf8_casefold(password, -1);
	if (is_repeated(folded))
		verdict = PASSWORD_REPEATED;
	else if (is_common(policy->list, folded))
		verdict = PASSWORD_COMMON;
	for (const char *const *word = policy->words; verdict == PASSWORD_FINE && *word; word++)
		if (is_made_of(folded, *word, policy->least))
			verdict = PASSWORD_OWN;
	sodium_memzero(folded, strlen(folded));
	g_free(folded);
	return verdict;
}

bool password_hash(const char *password, char text[PASSWORD_TEXT])
{
	_Static_assert(PASSWORD_TEXT == crypto_pwhash_argon2id_STRBYTES, "a hash fits");
	return crypto_pwhash_argon2id_str(text, password, strlen(password), PASSES, MEMORY) == 0;
}

bool password_verify(const char *text, const char *password)
{
	char padded[PASSWORD_TEXT] = { 0 };

	/* The library may read all the bytes that a hash can have. */
	memcpy(padded, text, strnlen(text, PASSWORD_TEXT - 1));
	return crypto_pwhash_argon2id_str_verify(padded, password, strlen(password)) == 0;
}

bool password_verify_nobody(const char *password)
{
	/* Of a random password that was thrown away, with the same passes and memory. */
	static const char nobody[] =
		"$argon2id$v=19$m=131072,t=3,p=1$7QtR3BKQN2w2X70Dk/o++A$+cN9WUQ6kKEC6JXlcJGOREp4+OH8AfuqBKuvCEm2sys";

	password_verify(nobody, password);
	return false;
}

void password_make(char text[PASSWORD_MADE])
{
	/* 30 letters and digits that nobody mistakes for another: 16 of them are 78 bits. */
	static const char symbols[] = "abcdefghjkmnpqrstuvwxyz2345678";
	size_t size = 0;

	for (int i = 0; i < 16; i++) {
		if (i && i % 4 == 0)
			text[size++] = '-';
		text[size++] = symbols[randombytes_uniform(sizeof symbols - 1)];
	}
	text[size] = '\0';
}

const char *password_verdict_text(enum password_verdict verdict)
{
	static const char *const texts[] = {
		[PASSWORD_FINE] = "fine",
		[PASSWORD_SHORT] = "the password is too short",
		[PASSWORD_LONG] = "the password is too long",
		[PASSWORD_COMMON] = "many people use this password, or it is one of these with digits added",
		[PASSWORD_OWN] = "the password is made of the account's or the district's own words",
		[PASSWORD_REPEATED] = "the password is a short text repeated",
	};

	return texts[verdict];
}
