/* SPDX-License-Identifier: Apache-2.0 */
/* The fence: lists of system calls, from what the programs were seen to use (strace), group by group. */
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#ifdef __SANITIZE_ADDRESS__

bool confine_memory(const char **problem)
{
	(void)problem;
	return true;
}

bool confine(enum confine_to to, const char **problem)
{
	(void)to;
	(void)problem;
	return true;
}

#else

#define LIST_END (-1)
/* O_TMPFILE has O_DIRECTORY's bit in it, which reading a folder uses too. */
#define WITHOUT_NAME ((uint64_t)(O_TMPFILE & ~O_DIRECTORY))
#define CHANGING ((uint64_t)(O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND) | WITHOUT_NAME)

/* Memory, clocks, signals, ending: what every program and its C library use. */
static const int staying_alive[] = {
	SCMP_SYS(brk),
	SCMP_SYS(munmap),
	SCMP_SYS(mremap),
	SCMP_SYS(madvise),
	SCMP_SYS(futex),
	SCMP_SYS(sched_yield),
	SCMP_SYS(clock_gettime),
	SCMP_SYS(gettimeofday),
	SCMP_SYS(clock_nanosleep),
	SCMP_SYS(getrandom),
	SCMP_SYS(rt_sigaction),
	SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn),
	SCMP_SYS(restart_syscall),
	SCMP_SYS(getpid),
	SCMP_SYS(gettid),
	SCMP_SYS(tgkill),
	SCMP_SYS(exit),
	SCMP_SYS(exit_group),
	SCMP_SYS(read),
	SCMP_SYS(readv),
	SCMP_SYS(write),
	SCMP_SYS(writev),
	SCMP_SYS(close),
	SCMP_SYS(fstat),
	SCMP_SYS(lseek),
	SCMP_SYS(getrlimit),
	SCMP_SYS(prlimit64),
	SCMP_SYS(mlock),
	SCMP_SYS(munlock),
	LIST_END,
};

/* The socket's connections, epoll, signalfd. */
static const int answering[] = {
	SCMP_SYS(epoll_wait),    SCMP_SYS(epoll_pwait), SCMP_SYS(epoll_ctl),
	SCMP_SYS(epoll_create1), SCMP_SYS(accept),      SCMP_SYS(accept4),
	SCMP_SYS(recvfrom),      SCMP_SYS(sendto),      SCMP_SYS(setsockopt),
	SCMP_SYS(getsockopt),    SCMP_SYS(getsockname), SCMP_SYS(getpeername),
	SCMP_SYS(shutdown),      SCMP_SYS(poll),        SCMP_SYS(ppoll),
	SCMP_SYS(select),        SCMP_SYS(pselect6),    SCMP_SYS(signalfd4),
	SCMP_SYS(fcntl),         SCMP_SYS(ioctl),       LIST_END,
};

/* Editions, templates, the mailbox: looked at and read. */
static const int reading[] = {
	SCMP_SYS(pread64),    SCMP_SYS(preadv), SCMP_SYS(stat),      SCMP_SYS(lstat),      SCMP_SYS(newfstatat),
	SCMP_SYS(statx),      SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink),
	SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(getuid),    SCMP_SYS(geteuid),    SCMP_SYS(uname),
	SCMP_SYS(sysinfo),    LIST_END,
};

/* What lib/envelope names, and the room that is left. */
static const int putting[] = {
	SCMP_SYS(linkat), SCMP_SYS(fsync), SCMP_SYS(fdatasync), SCMP_SYS(syncfs), SCMP_SYS(umask), SCMP_SYS(fstatfs), LIST_END,
};

/* Threads of its own, as libvips decodes with; what they say of themselves. */
static const int threading[] = {
	SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_getattr), SCMP_SYS(sched_setattr),
	SCMP_SYS(prctl), LIST_END,
};

static int allow(scmp_filter_ctx filter, const int *calls)
{
	int answer = 0;

	for (; *calls != LIST_END && answer == 0; calls++)
		answer = seccomp_rule_add(filter, SCMP_ACT_ALLOW, *calls, 0);
	return answer;
}

/* Memory is mapped to be read and written, never to be run. */
static int allow_memory(scmp_filter_ctx filter)
{
	struct scmp_arg_cmp not_run = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
	int answer = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, &not_run);

	return answer ? answer : seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, &not_run);
}

static int allow_opening(scmp_filter_ctx filter)
{
	struct scmp_arg_cmp at_to_read = SCMP_A2(SCMP_CMP_MASKED_EQ, CHANGING, O_RDONLY);
	struct scmp_arg_cmp to_read = SCMP_A1(SCMP_CMP_MASKED_EQ, CHANGING, O_RDONLY);
	int answer = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, &at_to_read);

	return answer ? answer : seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, &to_read);
}

static int allow_putting(scmp_filter_ctx filter)
{
	struct scmp_arg_cmp without_name = SCMP_A2(SCMP_CMP_MASKED_EQ, WITHOUT_NAME | O_CREAT, WITHOUT_NAME);
	int answer = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, &without_name);

	return answer ? answer : allow(filter, putting);
}

/* A thread, never a process. What clone3 asks for cannot be seen from here: the C library then takes clone instead. */
static int allow_threads(scmp_filter_ctx filter)
{
	struct scmp_arg_cmp thread = SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD);
	int answer = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, &thread);

	if (answer == 0)
		answer = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
	return answer ? answer : allow(filter, threading);
}

static int fill(scmp_filter_ctx filter, enum confine_to to)
{
	int answer = allow(filter, staying_alive);

	if (answer == 0)
		answer = allow_memory(filter);
	if (answer == 0 && to == CONFINE_TO_MEMORY)
		answer = allow_threads(filter);
	if (answer == 0 && to != CONFINE_TO_MEMORY)
		answer = allow(filter, answering);
	if (answer == 0 && to != CONFINE_TO_MEMORY)
		answer = allow(filter, reading);
	if (answer == 0 && to != CONFINE_TO_MEMORY)
		answer = allow_opening(filter);
	if (answer == 0 && to == CONFINE_TO_PUTTING)
		answer = allow_putting(filter);
	return answer;
}

bool confine_memory(const char **problem)
{
	const struct rlimit none = { 0, 0 };

	/* The limit alone does not keep a program that the kernel hands dumps to from writing one. */
	if (setrlimit(RLIMIT_CORE, &none) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0)
		return true;
	*problem = strerror(errno);
	return false;
}

bool confine(enum confine_to to, const char **problem)
{
	scmp_filter_ctx filter = confine_memory(problem) ? seccomp_init(SCMP_ACT_KILL_PROCESS) : NULL;
	int answer = filter ? fill(filter, to) : -ENOMEM;

	if (answer == 0)
		answer = seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
	if (answer == 0)
		answer = seccomp_load(filter);
	if (filter)
		seccomp_release(filter);
	if (answer == 0)
		return true;
	*problem = strerror(-answer);
	return false;
}

#endif
