/* SPDX-License-Identifier: Apache-2.0 */
/* Running a program aside. */
#include "errand.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"

#define LONGEST_SAID 400

char **errand_words(const char *command, struct arena *arena, const char **problem)
{
	GError *error = NULL;
	char **given = NULL, **words;
	int count = 0;

	if (!g_shell_parse_argv(command, &count, &given, &error)) {
		*problem = arena_format(arena, "'%s' is no command: %s", command, error->message);
		g_error_free(error);
		return NULL;
	}
	words = arena_take(arena, ((size_t)count + 1) * sizeof *words);
	for (int i = 0; i < count; i++)
		words[i] = arena_copy(arena, given[i]);
	g_strfreev(given);
	return words;
}

static int memory_file(const char *name, const void *bytes, size_t size)
{
	int file = memfd_create(name, MFD_CLOEXEC);

	if (file >= 0 && write(file, bytes, size) == (ssize_t)size && lseek(file, 0, SEEK_SET) == 0)
		return file;
	if (file >= 0)
		close(file);
	return -1;
}

static int spawn(pid_t *child, const struct errand_order *order, int said, struct arena *arena)
{
	const char *path = getenv("PATH");
	char *const environment[] = { arena_format(arena, "PATH=%s", path ? path : "/usr/sbin:/usr/bin:/sbin:/bin"), NULL };
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none;
	int failed;

	sigemptyset(&none);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, order->input, STDIN_FILENO);
	if (order->output >= 0)
		posix_spawn_file_actions_adddup2(&actions, order->output, STDOUT_FILENO);
	else
		posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, said, STDERR_FILENO);
	failed = posix_spawnp(child, order->words[0], &actions, &attributes, order->words, environment);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return failed;
}

static bool bound_one(pid_t child, int what, uint64_t most)
{
	const struct rlimit limit = { (rlim_t)most, (rlim_t)most };

	return !most || prlimit(child, what, &limit, NULL) == 0;
}

/* From its first instructions on: what it does before that is its own start. False with errno: it runs without a bound. */
static bool bound(pid_t child, const struct errand_order *order)
{
#ifndef __SANITIZE_ADDRESS__ /* which maps terabytes that it never uses */
	if (!bound_one(child, RLIMIT_AS, order->memory))
		return false;
#endif
	return bound_one(child, RLIMIT_CPU, (uint64_t)order->processor_seconds);
}

/* 0, or the error: then nothing runs. */
static int start(struct errand *errand, const struct errand_order *order, struct arena *arena)
{
	int failed = errand->said < 0 ? errno : spawn(&errand->child, order, errand->said, arena);

	if (failed || bound(errand->child, order))
		return failed;
	failed = errno;
	kill(errand->child, SIGKILL);
	waitpid(errand->child, NULL, 0);
	return failed;
}

bool errand_order(struct errand *errand, const struct errand_order *order, struct arena *arena, const char **problem)
{
	int failed;

	*errand = (struct errand){ .said = memfd_create("said", MFD_CLOEXEC),
				   .until = clock_nanoseconds() + (int64_t)order->seconds * 1000000000 };
	failed = start(errand, order, arena);
	if (!failed)
		return true;
	*problem = arena_format(arena, "%s: %s", order->words[0] ? order->words[0] : "", strerror(failed));
	if (errand->said >= 0)
		close(errand->said);
	errand->child = 0;
	return false;
}

bool errand_start(struct errand *errand, char *const *words, const void *input, size_t size, int seconds, struct arena *arena,
		  const char **problem)
{
	struct errand_order order = { .words = words, .input = memory_file("errand", input, size), .output = -1, .seconds = seconds };
	bool started;

	if (order.input < 0) {
		*errand = (struct errand){ .said = -1 };
		*problem = arena_format(arena, "%s: %s", words[0] ? words[0] : "", strerror(errno));
		return false;
	}
	started = errand_order(errand, &order, arena, problem);
	close(order.input);
	return started;
}

static const char *first_line(const struct errand *errand, struct arena *arena)
{
	char *line = arena_take(arena, LONGEST_SAID + 1);
	ssize_t size = pread(errand->said, line, LONGEST_SAID, 0);

	line[size > 0 ? size : 0] = '\0';
	line[strcspn(line, "\r\n")] = '\0';
	return line;
}

static const char *why(const struct errand *errand, int status, bool late, struct arena *arena)
{
	const char *said = first_line(errand, arena);

	if (late)
		return "it took too long and was ended";
	if (WIFSIGNALED(status))
		return arena_format(arena, "ended by signal %d", WTERMSIG(status));
	return *said ? said : arena_format(arena, "ended with code %d", WEXITSTATUS(status));
}

enum errand_state errand_look(struct errand *errand, struct arena *arena, const char **problem)
{
	bool late = errand->child && clock_nanoseconds() > errand->until;
	int status = 0;
	pid_t ended;

	if (!errand->child)
		return ERRAND_NONE;
	if (late)
		kill(errand->child, SIGKILL);
	ended = waitpid(errand->child, &status, late ? 0 : WNOHANG);
	if (ended == 0)
		return ERRAND_RUNS;
	*problem = ended < 0 ? strerror(errno) : why(errand, status, late, arena);
	close(errand->said);
	errand->child = 0;
	return ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ERRAND_DONE : ERRAND_FAILED;
}

void errand_stop(struct errand *errand)
{
	if (!errand->child)
		return;
	kill(errand->child, SIGKILL);
	waitpid(errand->child, NULL, 0);
	close(errand->said);
	errand->child = 0;
}
