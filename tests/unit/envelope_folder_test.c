/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/seal/envelope.h promises of the folder, the disk and memory. */
#include <errno.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "envelope_fixture.h"

#define NOBODY 65534

static void the_same_name_twice_is_one_envelope(void **state)
{
	struct fixture *fixture = *state;
	struct opened opened;

	assert_int_equal(send_letter(fixture, "one", LETTER, strlen(LETTER)), ENVELOPE_SENT);
	assert_int_equal(send_letter(fixture, "one", "another", 7), ENVELOPE_ALREADY_THERE);
	assert_int_equal(files_in(fixture->path, false), 1);
	assert_int_equal(open_named(fixture, "one", &opened), ENVELOPE_FINE);
	assert_string_equal(opened.begin[0], LETTER);
}

static void what_is_not_ended_never_was(void **state)
{
	struct fixture *fixture = *state;
	struct envelope *envelope = envelope_begin(fixture->folder, fixture->public_key);
	uint8_t *bytes = test_calloc(1, 200000);
	int status;
	pid_t writer;

	assert_true(envelope_part(envelope, ENVELOPE_FILE, "abandoned"));
	assert_true(envelope_write(envelope, bytes, 200000));
	assert_int_equal(files_in(fixture->path, false), 0);
	envelope_abandon(envelope);
	writer = fork();
	if (writer == 0) {
		envelope = envelope_begin(fixture->folder, fixture->public_key);
		envelope_part(envelope, ENVELOPE_FILE, "killed");
		envelope_write(envelope, bytes, 200000);
		raise(SIGKILL);
	}
	assert_int_equal(waitpid(writer, &status, 0), writer);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(files_in(fixture->path, false), 0);
	test_free(bytes);
}

/* The most memory this process ever held since last asked, in KiB. */
static long most_memory(void)
{
	FILE *status = fopen("/proc/self/status", "r");
	char line[256];
	long kilobytes = 0;

	assert_non_null(status);
	while (fgets(line, sizeof line, status))
		sscanf(line, "VmHWM: %ld kB", &kilobytes);
	fclose(status);
	return kilobytes;
}

static void forget_most_memory(void)
{
	int file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);

	if (file < 0 || write(file, "5", 1) != 1)
		print_message("# the peak cannot be reset here: it is measured against the peak so far\n");
	close(file);
}

static void twenty_megabytes_pass_through_less_than_one_of_memory(void **state)
{
	struct fixture *fixture = *state;
	struct envelope *envelope;
	struct opened opened;
	uint8_t piece[16 * 1024], hash[32];
	crypto_generichash_state expected;
	long before;

	/* What is loaded at first use is no growth. */
	assert_int_equal(send_letter(fixture, "first", LETTER, strlen(LETTER)), ENVELOPE_SENT);
	assert_int_equal(open_named(fixture, "first", &opened), ENVELOPE_FINE);
	crypto_generichash_init(&expected, NULL, 0, sizeof hash);
	forget_most_memory();
	before = most_memory();
	envelope = envelope_begin(fixture->folder, fixture->public_key);
	assert_true(envelope_part(envelope, ENVELOPE_LETTER, ""));
	assert_true(envelope_write(envelope, LETTER, strlen(LETTER)));
	assert_true(envelope_part(envelope, ENVELOPE_FILE, "film.mp4"));
	for (uint32_t i = 0; i < 20 * 64; i++) {
		pattern(piece, sizeof piece, i);
		crypto_generichash_update(&expected, piece, sizeof piece);
		assert_true(envelope_write(envelope, piece, sizeof piece));
	}
	assert_int_equal(envelope_end(envelope, "film"), ENVELOPE_SENT);
	assert_int_equal(open_named(fixture, "film", &opened), ENVELOPE_FINE);
	assert_in_range(most_memory() - before, 0, 1023);
	crypto_generichash_final(&expected, hash, sizeof hash);
	assert_int_equal(opened.sizes[1], 20 * 1024 * 1024);
	assert_memory_equal(opened.hashes[1], hash, sizeof hash);
}

/* In a process of its own, as nobody when this one is root: 0, or the number of what went otherwise. */
static int try_what_a_writer_may(const struct fixture *fixture, bool is_root)
{
	struct envelope *envelope;
	char path[256];
	int folder;

	if (is_root && (setgroups(0, NULL) != 0 || setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
		return 1;
	umask(0077);
	folder = open(fixture->path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	envelope = folder < 0 ? NULL : envelope_begin(folder, fixture->public_key);
	if (!envelope)
		return 2;
	envelope_part(envelope, ENVELOPE_LETTER, "");
	envelope_write(envelope, LETTER, strlen(LETTER));
	if (envelope_end(envelope, "one") != ENVELOPE_SENT)
		return 3;
	if (opendir(fixture->path) || errno != EACCES || open(fixture->path, O_RDONLY) >= 0)
		return 4;
	snprintf(path, sizeof path, "%s/one", fixture->path);
	if (is_root && (open(path, O_RDONLY) >= 0 || errno != EACCES))
		return 5;
	if (open(path, O_WRONLY) >= 0 || errno != EACCES)
		return 6;
	return 0;
}

static void a_writer_needs_no_right_to_list_or_to_read(void **state)
{
	struct fixture *fixture = *state;
	bool is_root = geteuid() == 0;
	struct opened opened;
	struct stat status;
	int code;
	pid_t writer;

	/* Nobody, in a folder of root's; else oneself, in a folder that one may not list. */
	assert_int_equal(chmod(fixture->path, is_root ? 0733 : 0300), 0);
	writer = fork();
	if (writer == 0)
		_exit(try_what_a_writer_may(fixture, is_root));
	assert_int_equal(waitpid(writer, &code, 0), writer);
	assert_true(WIFEXITED(code));
	assert_int_equal(WEXITSTATUS(code), 0);
	assert_int_equal(fstatat(fixture->folder, "one", &status, 0), 0);
	assert_int_equal(status.st_mode & 07777, is_root ? 0040 : 0400);
	assert_int_equal(open_named(fixture, "one", &opened), ENVELOPE_FINE);
	assert_string_equal(opened.begin[0], LETTER);
}

static void a_folder_that_may_be_read_is_synced_by_itself(void **state)
{
	struct fixture *fixture = *state;
	struct fixture readable = *fixture;
	struct opened opened;

	readable.folder = open(fixture->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_int_equal(send_letter(&readable, "one", LETTER, strlen(LETTER)), ENVELOPE_SENT);
	assert_int_equal(send_letter(&readable, "one", LETTER, strlen(LETTER)), ENVELOPE_ALREADY_THERE);
	close(readable.folder);
	assert_int_equal(open_named(fixture, "one", &opened), ENVELOPE_FINE);
}

/* Write a megabyte where there is no room for it; 0 when that is told and leaves nothing. */
static int try_too_much(const char *path, const struct fixture *fixture)
{
	int folder = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	struct envelope *envelope = envelope_begin(folder, fixture->public_key);
	static uint8_t bytes[1024 * 1024];

	if (!envelope)
		return 1;
	envelope_part(envelope, ENVELOPE_FILE, "big");
	if (envelope_write(envelope, bytes, sizeof bytes))
		return 2;
	if (envelope_end(envelope, "big") != ENVELOPE_NO_ROOM)
		return 3;
	if (files_in(path, false) != 0)
		return 4;
	/* The room is back: a small one fits. */
	envelope = envelope_begin(folder, fixture->public_key);
	if (!envelope || !envelope_part(envelope, ENVELOPE_LETTER, "") || !envelope_write(envelope, LETTER, strlen(LETTER)))
		return 5;
	return envelope_end(envelope, "small") == ENVELOPE_SENT && files_in(path, false) == 1 ? 0 : 6;
}

static int wait_for(pid_t writer)
{
	int code;

	assert_int_equal(waitpid(writer, &code, 0), writer);
	assert_true(WIFEXITED(code));
	return WEXITSTATUS(code);
}

static void over_the_largest_file_nothing_is_left(void **state)
{
	struct fixture *fixture = *state;
	pid_t writer = fork();

	if (writer == 0) {
		struct rlimit limit = { 300000, 300000 };

		signal(SIGXFSZ, SIG_IGN);
		_exit(setrlimit(RLIMIT_FSIZE, &limit) == 0 ? try_too_much(fixture->path, fixture) : 9);
	}
	assert_int_equal(wait_for(writer), 0);
}

#define NO_MOUNTING 77

static void on_a_full_disk_nothing_is_left(void **state)
{
	struct fixture *fixture = *state;
	pid_t writer = fork();
	int code;

	if (writer == 0) {
		/* A small disk, which goes with the process. */
		if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
			mount("none", fixture->path, "tmpfs", 0, "size=256k") != 0)
			_exit(NO_MOUNTING);
		_exit(try_too_much(fixture->path, fixture));
	}
	code = wait_for(writer);
	if (code == NO_MOUNTING)
		skip();
	assert_int_equal(code, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_same_name_twice_is_one_envelope),
		TEST(what_is_not_ended_never_was),
		TEST(twenty_megabytes_pass_through_less_than_one_of_memory),
		TEST(a_writer_needs_no_right_to_list_or_to_read),
		TEST(a_folder_that_may_be_read_is_synced_by_itself),
		TEST(over_the_largest_file_nothing_is_left),
		TEST(on_a_full_disk_nothing_is_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
