/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fence of files (Landlock), and all fences together. The C library of Debian 12 has no functions for it, and its kernel's
 * header only what ABI 2 had: the later rights stand here, as the kernel's documentation numbers them.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "confine.h"

/* ABI 1 has the first thirteen rights of files, from EXECUTE to MAKE_SYM. */
#define RIGHTS_OF_1 ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)
#define RIGHT_REFER (UINT64_C(1) << 13)         /* ABI 2 */
#define RIGHT_TRUNCATE (UINT64_C(1) << 14)      /* ABI 3 */
#define RIGHT_DEVICE (UINT64_C(1) << 15)        /* ABI 5: ioctl on devices */
#define NET_BIND_AND_CONNECT UINT64_C(3)        /* ABI 4: TCP */
#define SCOPE_SOCKETS_AND_SIGNALS UINT64_C(3)   /* ABI 6: abstract sockets, signals */

#define READING (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define PUTTING (LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_WRITE_FILE)
#define CHANGING (READING | PUTTING | LANDLOCK_ACCESS_FS_REMOVE_FILE | RIGHT_TRUNCATE)
/* What can be allowed of a file that is no folder. */
#define OF_FILE (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | RIGHT_TRUNCATE)

/* As in the kernel's header since ABI 6; it takes the beginning of it that it knows. */
struct ruleset {
	uint64_t files;
	uint64_t network;
	uint64_t scopes;
};

/* What the C library and SQLite may read whenever they like. */
static const struct confine_path everywhere[] = {
	{ "/dev/urandom", CONFINE_MAY_READ }, { "/dev/null", CONFINE_MAY_CHANGE }, { "/etc/localtime", CONFINE_MAY_READ },
	{ "/usr/share/zoneinfo", CONFINE_MAY_READ }, { NULL, CONFINE_MAY_READ },
};

int confine_files_abi(void)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION);

	return abi > 0 ? (int)abi : 0;
}

#ifdef __SANITIZE_ADDRESS__
#define SANITIZED true
#else
#define SANITIZED false
#endif

static uint64_t known_rights(int abi)
{
	uint64_t known = RIGHTS_OF_1;

	if (abi >= 2)
		known |= RIGHT_REFER;
	if (abi >= 3)
		known |= RIGHT_TRUNCATE;
	if (abi >= 5)
		known |= RIGHT_DEVICE;
	return known;
}

static int make_ruleset(int abi, bool alone)
{
	struct ruleset set = { .files = known_rights(abi) };
	size_t size = sizeof set.files;

	if (abi >= 4) {
		set.network = alone ? NET_BIND_AND_CONNECT : 0;
		size += sizeof set.network;
	}
	if (abi >= 6) {
		set.scopes = alone ? SCOPE_SOCKETS_AND_SIGNALS : 0;
		size += sizeof set.scopes;
	}
	return (int)syscall(SYS_landlock_create_ruleset, &set, size, 0);
}

static bool add(int ruleset, const struct confine_path *path, uint64_t known)
{
	static const uint64_t rights[] = {
		[CONFINE_MAY_READ] = READING, [CONFINE_MAY_PUT] = PUTTING, [CONFINE_MAY_CHANGE] = CHANGING,
	};
	struct landlock_path_beneath_attr rule = { .allowed_access = rights[path->may] & known };
	struct stat status;
	bool added;

	rule.parent_fd = open(path->path, O_PATH | O_CLOEXEC);
	if (rule.parent_fd < 0)
		return errno == ENOENT;
	if (fstat(rule.parent_fd, &status) == 0 && !S_ISDIR(status.st_mode))
		rule.allowed_access &= OF_FILE;
	added = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
	close(rule.parent_fd);
	return added;
}

static bool add_all(int ruleset, const struct confine_path *paths, uint64_t known, struct arena *arena, const char **problem)
{
	for (; paths->path; paths++) {
		if (add(ruleset, paths, known))
			continue;
		*problem = arena_format(arena, "%s: cannot be fenced in: %s", paths->path, strerror(errno));
		return false;
	}
	return true;
}

static bool fence_files(const struct confinement *fences, int abi, struct arena *arena, const char **problem)
{
	int ruleset = make_ruleset(abi, fences->alone);
	bool fenced = ruleset >= 0;

	*problem = NULL;
	if (fenced)
		fenced = add_all(ruleset, everywhere, known_rights(abi), arena, problem) &&
			 add_all(ruleset, fences->paths, known_rights(abi), arena, problem) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
			 syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
	if (!fenced && !*problem)
		*problem = arena_format(arena, "no fence around files: %s", strerror(errno));
	if (ruleset >= 0)
		close(ruleset);
	return fenced;
}

static void tell_files(const struct confinement *fences, int abi)
{
	static const char *const may[] = { [CONFINE_MAY_READ] = "reads", [CONFINE_MAY_PUT] = "puts into", [CONFINE_MAY_CHANGE] = "changes" };

	if (!fences->paths)
		printf("files: as its user may; no fence of its own\n");
	else if (abi == 0)
		printf("files: as its user may; NOT FENCED, this kernel has no Landlock\n");
	for (const struct confine_path *path = fences->paths; path && path->path && abi; path++)
		printf("files: %s %s (Landlock, ABI %d)\n", may[path->may], path->path, abi);
}

static void tell(const struct confinement *fences, int abi)
{
	static const char *const calls[] = {
		[CONFINE_TO_READING] = "answering and reading", [CONFINE_TO_PUTTING] = "answering, reading, putting envelopes down",
		[CONFINE_TO_MEMORY] = "reading and writing what is open", [CONFINE_TO_OFFICE] = "answering, the registry's file",
		[CONFINE_TO_OFFICE_WITH_SERVER] = "answering, connections to the registry", [CONFINE_TO_STARTING] = "all but those that nobody needs",
	};

	printf("user: %u%s\n", geteuid(), geteuid() == 0 ? "; IT IS ROOT, start it as a user of its own" : ", without rights of root");
	printf("terminal: %s\n", isatty(0) || isatty(1) || isatty(2) ? "yes, as started here" : "none");
	printf("memory: no core dumps, not to be looked into\n");
	tell_files(fences, abi);
	printf("system calls: %s (seccomp)\n", calls[fences->to]);
	fflush(stdout);
}

bool confine_behind(const struct confinement *fences, struct arena *arena, const char **problem)
{
	int abi = confine_files_abi();

	if (fences->tell)
		tell(fences, abi);
	if (!SANITIZED && fences->paths && abi && !fence_files(fences, abi, arena, problem))
		return false;
	if (!(fences->all_threads ? confine_all_threads : confine)(fences->to, problem))
		return false;
	if (fences->tell)
		printf("%s\n", SANITIZED ? "NO FENCE STANDS: this program was built with sanitizers" : "the fences stand");
	return true;
}
