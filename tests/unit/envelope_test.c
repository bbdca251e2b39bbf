/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/seal/envelope.h promises of the content: it comes out as it went in, or not at all. */
#include <errno.h>
#include <sys/mman.h>

#include "envelope_fixture.h"

static void a_letter_and_files_come_out_as_they_went_in(void **state)
{
	struct fixture *fixture = *state;
	struct envelope *envelope = envelope_begin(fixture->folder, fixture->public_key);
	struct opened opened;

	assert_true(envelope_part(envelope, ENVELOPE_LETTER, ""));
	assert_true(envelope_write(envelope, LETTER, strlen(LETTER)));
	assert_true(envelope_part(envelope, ENVELOPE_FILE, "午餐 照片.jpg"));
	assert_true(envelope_write(envelope, "\xFF\xD8", 2));
	assert_true(envelope_write(envelope, "\xFF\xE0", 2));
	assert_true(envelope_part(envelope, ENVELOPE_FILE, "../../etc/passwd"));
	assert_int_equal(envelope_end(envelope, "one"), ENVELOPE_SENT);

	assert_int_equal(open_named(fixture, "one", &opened), ENVELOPE_FINE);
	assert_int_equal(opened.parts, 3);
	assert_int_equal(opened.kinds[0], ENVELOPE_LETTER);
	assert_string_equal(opened.begin[0], LETTER);
	assert_int_equal(opened.kinds[1], ENVELOPE_FILE);
	assert_string_equal(opened.names[1], "午餐 照片.jpg");
	assert_int_equal(opened.sizes[1], 4);
	assert_memory_equal(opened.begin[1], "\xFF\xD8\xFF\xE0", 4);
	assert_string_equal(opened.names[2], "../../etc/passwd");
	assert_int_equal(opened.sizes[2], 0);
}

static void no_size_of_a_part_is_special(void **state)
{
	static const size_t sizes[] = { 0, 1, 2, 2037, 2038, 2039, 65520, 65525, 65526, 65527, 65530, 65531, 65532, 65536, 65537,
		131051, 131052, 131061, 131062, 131063, 131072, 200000 };
	struct fixture *fixture = *state;
	uint8_t *bytes = test_malloc(200000), hash[32];

	pattern(bytes, 200000, 1);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		for (int kind = ENVELOPE_LETTER; kind <= ENVELOPE_FILE; kind++) {
			struct envelope *envelope = envelope_begin(fixture->folder, fixture->public_key);
			struct opened opened;
			char name[32];

			snprintf(name, sizeof name, "%d-%zu", kind, sizes[i]);
			assert_true(envelope_part(envelope, (enum envelope_kind)kind, "first"));
			for (size_t at = 0; at < sizes[i]; at += 4093)
				assert_true(envelope_write(envelope, bytes + at, sizes[i] - at < 4093 ? sizes[i] - at : 4093));
			assert_true(envelope_part(envelope, ENVELOPE_FILE, "second"));
			assert_true(envelope_write(envelope, bytes, 3));
			assert_int_equal(envelope_end(envelope, name), ENVELOPE_SENT);

			assert_int_equal(open_named(fixture, name, &opened), ENVELOPE_FINE);
			assert_int_equal(opened.parts, 2);
			assert_int_equal(opened.sizes[0], sizes[i]);
			crypto_generichash(hash, sizeof hash, bytes, sizes[i], NULL, 0);
			assert_memory_equal(opened.hashes[0], hash, sizeof hash);
			assert_string_equal(opened.names[1], "second");
			assert_int_equal(opened.sizes[1], 3);
		}
	}
	test_free(bytes);
}

static void a_letters_size_shows_only_in_classes(void **state)
{
	static const struct {
		size_t least, most;     /* of the letter */
		size_t padded;          /* of the content */
	} classes[] = { { 0, 2038, 2048 }, { 2039, 8182, 8192 }, { 8183, 32758, 32768 }, { 32759, 131057, 131072 },
		{ 131058, 262119, 262144 } };
	struct fixture *fixture = *state;
	uint8_t *bytes = test_calloc(1, 300000);

	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
		size_t chunks = (classes[i].padded + CHUNK - 1) / CHUNK;
		size_t expected = sizeof(struct envelope_head) + classes[i].padded + chunks * (SEALED_CHUNK - CHUNK);
		char name[32];

		for (size_t size = classes[i].least; size <= classes[i].most; size += classes[i].most - classes[i].least) {
			snprintf(name, sizeof name, "%zu", size);
			assert_int_equal(send_letter(fixture, name, bytes, size), ENVELOPE_SENT);
			assert_int_equal(size_of(fixture, name), expected);
		}
	}
	test_free(bytes);
}

static void how_a_letter_was_handed_over_does_not_show(void **state)
{
	struct fixture *fixture = *state;
	struct envelope *envelope = envelope_begin(fixture->folder, fixture->public_key);
	struct opened opened;

	envelope_part(envelope, ENVELOPE_LETTER, "");
	for (int i = 0; i < 2038; i++)
		assert_true(envelope_write(envelope, "x", 1));
	assert_int_equal(envelope_end(envelope, "slow"), ENVELOPE_SENT);
	assert_int_equal(size_of(fixture, "slow"), sizeof(struct envelope_head) + 2048 + 17);
	assert_int_equal(open_named(fixture, "slow", &opened), ENVELOPE_FINE);
	assert_int_equal(opened.sizes[0], 2038);
}

static void nothing_of_the_content_stands_in_the_file(void **state)
{
	struct fixture *fixture = *state;
	uint8_t *first, *second, id[ENVELOPE_KEY_ID];
	size_t size, other;
	int file;

	assert_int_equal(send_letter(fixture, "first", LETTER, strlen(LETTER)), ENVELOPE_SENT);
	assert_int_equal(send_letter(fixture, "second", LETTER, strlen(LETTER)), ENVELOPE_SENT);
	first = bytes_of(fixture, "first", &size);
	second = bytes_of(fixture, "second", &other);
	assert_int_equal(size, other);
	assert_null(memmem(first, size, "COMPLAINT", 9));
	/* Magic and key id are the same of both, and nothing else. */
	assert_memory_equal(first, second, 16);
	for (size_t at = 16; at + 8 <= size; at++)
		assert_memory_not_equal(first + at, second + at, 8);
	file = open_file(fixture, "first");
	assert_int_equal(envelope_sealed_to(file, id), ENVELOPE_FINE);
	assert_int_equal(lseek(file, 0, SEEK_CUR), 0);
	close(file);
	assert_memory_equal(id, first + 8, sizeof id);
	test_free(first);
	test_free(second);
}

static void every_changed_byte_is_noticed(void **state)
{
	struct fixture *fixture = *state;
	int memory = memfd_create("changed", MFD_CLOEXEC);
	size_t size;
	uint8_t *bytes;

	assert_int_equal(send_letter(fixture, "one", LETTER, strlen(LETTER)), ENVELOPE_SENT);
	bytes = bytes_of(fixture, "one", &size);
	assert_int_equal(verdict_of(fixture, memory, bytes, size), ENVELOPE_FINE);
	for (size_t at = 0; at < size; at++) {
		for (int bit = 0; bit < 8; bit++) {
			enum envelope_verdict verdict;

			bytes[at] ^= (uint8_t)(1 << bit);
			verdict = verdict_of(fixture, memory, bytes, size);
			bytes[at] ^= (uint8_t)(1 << bit);
			if (at < 7)
				assert_int_equal(verdict, ENVELOPE_NO_ENVELOPE);
			else if (at == 7)
				assert_int_equal(verdict, ENVELOPE_OTHER_VERSION);
			else if (at < 16)
				assert_int_equal(verdict, ENVELOPE_OTHER_KEY);
			else
				assert_int_equal(verdict, ENVELOPE_BROKEN);
		}
	}
	test_free(bytes);
	close(memory);
}

static void cut_off_anywhere_it_is_noticed(void **state)
{
	struct fixture *fixture = *state;
	int memory = memfd_create("cut", MFD_CLOEXEC);
	size_t size, head = sizeof(struct envelope_head);
	uint8_t *bytes, *letter = test_calloc(1, 300000);

	assert_int_equal(send_letter(fixture, "short", LETTER, strlen(LETTER)), ENVELOPE_SENT);
	bytes = bytes_of(fixture, "short", &size);
	for (size_t length = 0; length < size; length++)
		assert_int_equal(verdict_of(fixture, memory, bytes, length), length < head ? ENVELOPE_NO_ENVELOPE : ENVELOPE_BROKEN);
	test_free(bytes);

	assert_int_equal(send_letter(fixture, "long", letter, 200000), ENVELOPE_SENT);
	bytes = bytes_of(fixture, "long", &size);
	assert_int_equal(size, head + 4 * SEALED_CHUNK);
	for (size_t chunk = 0; chunk < 4; chunk++) {
		for (size_t length = head + chunk * SEALED_CHUNK; length < head + chunk * SEALED_CHUNK + 40; length++)
			assert_int_equal(verdict_of(fixture, memory, bytes, length), ENVELOPE_BROKEN);
		assert_int_equal(verdict_of(fixture, memory, bytes, head + (chunk + 1) * SEALED_CHUNK - 1), ENVELOPE_BROKEN);
	}
	test_free(bytes);
	test_free(letter);
	close(memory);
}

static void chunks_in_another_order_left_out_doubled_or_added_are_noticed(void **state)
{
	struct fixture *fixture = *state;
	int memory = memfd_create("mixed", MFD_CLOEXEC);
	size_t size, head = sizeof(struct envelope_head);
	uint8_t *bytes, *mixed, *letter = test_calloc(1, 300000);

	assert_int_equal(send_letter(fixture, "long", letter, 200000), ENVELOPE_SENT);
	bytes = bytes_of(fixture, "long", &size);
	mixed = test_malloc(2 * size);
	for (size_t one = 0; one < 4; one++) {
		for (size_t other = 0; other < 4; other++) {
			memcpy(mixed, bytes, size);
			memcpy(mixed + head + one * SEALED_CHUNK, bytes + head + other * SEALED_CHUNK, SEALED_CHUNK);
			assert_int_equal(verdict_of(fixture, memory, mixed, size), one == other ? ENVELOPE_FINE : ENVELOPE_BROKEN);
			memcpy(mixed + head + other * SEALED_CHUNK, bytes + head + one * SEALED_CHUNK, SEALED_CHUNK);
			assert_int_equal(verdict_of(fixture, memory, mixed, size), one == other ? ENVELOPE_FINE : ENVELOPE_BROKEN);
		}
		memcpy(mixed, bytes, head + one * SEALED_CHUNK);
		memcpy(mixed + head + one * SEALED_CHUNK, bytes + head + (one + 1) * SEALED_CHUNK,
			size - head - (one + 1) * SEALED_CHUNK);
		assert_int_equal(verdict_of(fixture, memory, mixed, size - SEALED_CHUNK), ENVELOPE_BROKEN);
	}
	memcpy(mixed, bytes, size);
	mixed[size] = 0;
	assert_int_equal(verdict_of(fixture, memory, mixed, size + 1), ENVELOPE_BROKEN);
	memcpy(mixed + size, bytes, size);
	assert_int_equal(verdict_of(fixture, memory, mixed, 2 * size), ENVELOPE_BROKEN);
	memcpy(mixed + size, bytes + head, SEALED_CHUNK);
	assert_int_equal(verdict_of(fixture, memory, mixed, size + SEALED_CHUNK), ENVELOPE_BROKEN);
	test_free(bytes);
	test_free(mixed);
	test_free(letter);
	close(memory);
}

static void another_key_does_not_open_it(void **state)
{
	struct fixture *fixture = *state;
	struct fixture other = *fixture;
	struct opened opened;

	assert_int_equal(send_letter(fixture, "one", LETTER, strlen(LETTER)), ENVELOPE_SENT);
	envelope_key_make(other.public_key, other.secret_key);
	assert_int_equal(open_named(&other, "one", &opened), ENVELOPE_OTHER_KEY);
	memcpy(other.public_key, fixture->public_key, ENVELOPE_KEY);
	assert_int_equal(open_named(&other, "one", &opened), ENVELOPE_BROKEN);
	/* What the writer has, the public key, opens nothing. */
	memcpy(other.secret_key, fixture->public_key, ENVELOPE_KEY);
	assert_int_equal(open_named(&other, "one", &opened), ENVELOPE_BROKEN);
	assert_int_equal(opened.parts, 0);
}

static void what_cannot_be_said_in_an_envelope_fails_and_stays_failed(void **state)
{
	struct fixture *fixture = *state;
	struct envelope *envelope = envelope_begin(fixture->folder, fixture->public_key);
	char name[ENVELOPE_LONGEST_NAME + 2];
	struct opened opened;

	memset(name, 'n', sizeof name);
	name[ENVELOPE_LONGEST_NAME + 1] = '\0';
	assert_true(envelope_part(envelope, ENVELOPE_FILE, name + 1));
	assert_false(envelope_part(envelope, ENVELOPE_FILE, name));
	assert_false(envelope_write(envelope, "x", 1));
	assert_int_equal(envelope_end(envelope, "long"), ENVELOPE_FAILED);
	assert_int_equal(errno, ENAMETOOLONG);

	envelope = envelope_begin(fixture->folder, fixture->public_key);
	assert_false(envelope_write(envelope, "x", 1));
	assert_int_equal(envelope_end(envelope, "no-part"), ENVELOPE_FAILED);
	envelope = envelope_begin(fixture->folder, fixture->public_key);
	assert_true(envelope_part(envelope, ENVELOPE_LETTER, ""));
	assert_int_equal(envelope_end(envelope, "../elsewhere"), ENVELOPE_FAILED);
	assert_null(envelope_begin(open("/dev/null", O_PATH | O_CLOEXEC), fixture->public_key));
	assert_int_equal(errno, ENOTDIR);
	assert_int_equal(files_in(fixture->path, false), 0);

	envelope = envelope_begin(fixture->folder, fixture->public_key);
	assert_true(envelope_part(envelope, ENVELOPE_FILE, name + 1));
	assert_int_equal(envelope_end(envelope, "longest"), ENVELOPE_SENT);
	assert_int_equal(open_named(fixture, "longest", &opened), ENVELOPE_FINE);
	assert_string_equal(opened.names[0], name + 1);
}

/* An envelope of any content, as a sender may seal who has a program of his own. */
static enum envelope_verdict verdict_of_content(const struct fixture *fixture, const uint8_t *content, size_t size, uint8_t tag)
{
	int memory = memfd_create("content", MFD_CLOEXEC);
	uint8_t key[crypto_secretstream_xchacha20poly1305_KEYBYTES], *bytes;
	crypto_secretstream_xchacha20poly1305_state stream;
	struct envelope_head head;
	enum envelope_verdict verdict;

	memcpy(head.magic, ENVELOPE_MAGIC, sizeof head.magic);
	envelope_key_id(fixture->public_key, head.key_id);
	crypto_secretstream_xchacha20poly1305_keygen(key);
	crypto_box_seal(head.sealed_key, key, sizeof key, fixture->public_key);
	crypto_secretstream_xchacha20poly1305_init_push(&stream, head.stream, key);
	bytes = test_malloc(sizeof head + size + 17);
	memcpy(bytes, &head, sizeof head);
	crypto_secretstream_xchacha20poly1305_push(
		&stream, bytes + sizeof head, NULL, content, size, (const uint8_t *)&head, ENVELOPE_VOUCHED, tag);
	verdict = verdict_of(fixture, memory, bytes, sizeof head + size + 17);
	test_free(bytes);
	close(memory);
	return verdict;
}

static void content_that_no_writer_makes_is_refused(void **state)
{
	static const uint8_t final = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
	static uint8_t letter[RECORD_HEAD] = { RECORD_LETTER, 0, 0, 0, 0 };
	struct fixture *fixture = *state;
	uint8_t *big = test_calloc(1, CHUNK + 1);

#define VERDICT(...) verdict_of_content(fixture, (const uint8_t[]){ __VA_ARGS__ }, sizeof (const uint8_t[]){ __VA_ARGS__ }, final)
	assert_int_equal(VERDICT(RECORD_LETTER, 0, 0, 0, 0), ENVELOPE_FINE);
	assert_int_equal(VERDICT(0, 0, RECORD_LETTER, 0, 0, 0, 0, 0), ENVELOPE_FINE);
	assert_int_equal(VERDICT(RECORD_LETTER, 0, 0, 0), ENVELOPE_BROKEN);
	assert_int_equal(VERDICT(RECORD_LETTER, 0, 0, 0, 1), ENVELOPE_BROKEN);
	assert_int_equal(VERDICT(RECORD_LETTER, 0xFF, 0xFF, 0xFF, 0xFF), ENVELOPE_BROKEN);
	assert_int_equal(VERDICT(RECORD_FILE, 0, 0, 0, 2, 'a', '\0'), ENVELOPE_BROKEN);
	assert_int_equal(VERDICT(RECORD_BYTES, 0, 0, 0, 1, 'a'), ENVELOPE_BROKEN);
	assert_int_equal(VERDICT(RECORD_LETTER, 0, 0, 0, 0, RECORD_BYTES, 0, 0, 0, 2, 'a'), ENVELOPE_BROKEN);
	assert_int_equal(VERDICT(9, 0, 0, 0, 0), ENVELOPE_BROKEN);
#undef VERDICT
	assert_int_equal(verdict_of_content(fixture, letter, sizeof letter, 0), ENVELOPE_BROKEN);
	assert_int_equal(verdict_of_content(fixture, letter, sizeof letter, 1), ENVELOPE_BROKEN);
	assert_int_equal(verdict_of_content(fixture, letter, sizeof letter, 2), ENVELOPE_BROKEN);
	/* A name that is too long, and a chunk that is. */
	big[0] = RECORD_FILE;
	big[3] = 4;
	big[4] = 1;
	memset(big + RECORD_HEAD, 'n', 1025);
	assert_int_equal(verdict_of_content(fixture, big, 2000, final), ENVELOPE_BROKEN);
	memset(big, 0, CHUNK);
	assert_int_equal(verdict_of_content(fixture, big, CHUNK, final), ENVELOPE_FINE);
	assert_int_equal(verdict_of_content(fixture, big, CHUNK + 1, final), ENVELOPE_BROKEN);
	assert_int_equal(verdict_of_content(fixture, big, 0, final), ENVELOPE_FINE);
	test_free(big);
}

static void another_file_is_no_envelope(void **state)
{
	struct fixture *fixture = *state;
	struct opened opened;
	uint8_t id[ENVELOPE_KEY_ID];
	int file = open("/dev/zero", O_RDONLY | O_CLOEXEC), folder = open("/", O_RDONLY | O_CLOEXEC);

	assert_int_equal(open_envelope(fixture, file, &opened), ENVELOPE_NO_ENVELOPE);
	assert_int_equal(envelope_sealed_to(file, id), ENVELOPE_NO_ENVELOPE);
	assert_int_equal(open_envelope(fixture, folder, &opened), ENVELOPE_UNREADABLE);
	close(file);
	close(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_letter_and_files_come_out_as_they_went_in),
		TEST(no_size_of_a_part_is_special),
		TEST(a_letters_size_shows_only_in_classes),
		TEST(how_a_letter_was_handed_over_does_not_show),
		TEST(nothing_of_the_content_stands_in_the_file),
		TEST(every_changed_byte_is_noticed),
		TEST(cut_off_anywhere_it_is_noticed),
		TEST(chunks_in_another_order_left_out_doubled_or_added_are_noticed),
		TEST(another_key_does_not_open_it),
		TEST(what_cannot_be_said_in_an_envelope_fails_and_stays_failed),
		TEST(content_that_no_writer_makes_is_refused),
		TEST(another_file_is_no_envelope),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
