/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fence of system calls (seccomp): lists of calls, from what the programs were seen to use (strace), group by group, and of what their
 * arguments may be, where the call alone says too little. Files and folders are fenced in lib/seal/confine_files.c.
 */
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <sched.h>
#include <seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

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

bool confine_all_threads(enum confine_to to, const char **problem)
{
	return confine(to, problem);
}

#else

#define LIST_END (-1)
/* O_TMPFILE has O_DIRECTORY's bit in it, which reading a folder uses too. */
#define WITHOUT_NAME ((uint64_t)(O_TMPFILE & ~O_DIRECTORY))
#define CHANGING ((uint64_t)(O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND) | WITHOUT_NAME)
/* The kernel looks at the lower half only of an argument that is an int: so must a comparison. */
#define INT ((uint64_t)0xffffffff)
#define NEGATIVE ((uint64_t)0x80000000)
#define NAMESPACES ((uint64_t)(CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET))

/* One call with what must hold of its arguments; the rows of one call are ways to make it. */
struct rule {
	int call;
	unsigned int count;
	struct scmp_arg_cmp arguments[3];
};
#define RULES_END { LIST_END, 0, { { 0 } } }
#define IS(place, value) { place, SCMP_CMP_MASKED_EQ, INT, (uint64_t)(uint32_t)(value) }

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
	SCMP_SYS(mlock),
	SCMP_SYS(munlock),
	LIST_END,
};

/* The socket's connections, epoll, signalfd. */
static const int answering[] = {
	SCMP_SYS(epoll_wait),    SCMP_SYS(epoll_pwait), SCMP_SYS(epoll_ctl),   SCMP_SYS(epoll_create1), SCMP_SYS(accept),
	SCMP_SYS(accept4),       SCMP_SYS(recvfrom),    SCMP_SYS(getsockopt),  SCMP_SYS(getsockname),   SCMP_SYS(getpeername),
	SCMP_SYS(shutdown),      SCMP_SYS(poll),        SCMP_SYS(ppoll),       SCMP_SYS(select),        SCMP_SYS(pselect6),
	SCMP_SYS(signalfd4),     LIST_END,
};

/*
 * Of a connection, how long it is waited for. Of a descriptor, whether reading it waits, and locks of files; not who is sent signals for it
 * (F_SETOWN). Nothing is sent to an address: what is connected is all there is.
 */
static const struct rule answering_rules[] = {
	{ SCMP_SYS(setsockopt), 2, { IS(1, SOL_SOCKET), IS(2, SO_RCVTIMEO) } },
	{ SCMP_SYS(setsockopt), 2, { IS(1, SOL_SOCKET), IS(2, SO_SNDTIMEO) } },
	{ SCMP_SYS(sendto), 1, { { 4, SCMP_CMP_EQ, 0, 0 } } },
	{ SCMP_SYS(fcntl), 1, { IS(1, F_GETFD) } },
	{ SCMP_SYS(fcntl), 1, { IS(1, F_SETFD) } },
	{ SCMP_SYS(fcntl), 1, { IS(1, F_GETFL) } },
	{ SCMP_SYS(fcntl), 1, { IS(1, F_SETFL) } },
	{ SCMP_SYS(fcntl), 1, { IS(1, F_GETLK) } },
	{ SCMP_SYS(fcntl), 1, { IS(1, F_SETLK) } },
	{ SCMP_SYS(fcntl), 1, { IS(1, F_DUPFD_CLOEXEC) } },
	RULES_END,
};

/* Editions, templates, the mailbox: looked at and read. */
static const int reading[] = {
	SCMP_SYS(pread64),    SCMP_SYS(preadv), SCMP_SYS(stat),      SCMP_SYS(lstat),      SCMP_SYS(newfstatat),
	SCMP_SYS(statx),      SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink),
	SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(getuid),    SCMP_SYS(geteuid),    SCMP_SYS(uname),
	SCMP_SYS(sysinfo),    LIST_END,
};

/* What lib/seal/envelope names, and the room that is left. */
static const int putting[] = {
	SCMP_SYS(fsync), SCMP_SYS(fdatasync), SCMP_SYS(syncfs), SCMP_SYS(umask), SCMP_SYS(fstatfs), LIST_END,
};

/* Only what is open under no name is given one (/proc/self/fd/N, followed): never a file that has a name already. */
static const struct rule putting_rules[] = {
	{ SCMP_SYS(linkat), 2, { IS(0, AT_FDCWD), IS(4, AT_SYMLINK_FOLLOW) } },
	RULES_END,
};

/* The registry's file with its journal, and workbooks in memory. */
static const int changing[] = {
	SCMP_SYS(openat),   SCMP_SYS(open),      SCMP_SYS(pwrite64), SCMP_SYS(pwritev), SCMP_SYS(ftruncate), SCMP_SYS(fallocate), SCMP_SYS(unlink),
	SCMP_SYS(unlinkat), SCMP_SYS(fsync),     SCMP_SYS(fdatasync), SCMP_SYS(fchmod), SCMP_SYS(fchown),    SCMP_SYS(umask),     SCMP_SYS(getdents64),
	SCMP_SYS(fstatfs),  SCMP_SYS(dup),       SCMP_SYS(memfd_create),      SCMP_SYS(getgid),   SCMP_SYS(getegid), SCMP_SYS(getppid),   SCMP_SYS(fadvise64), LIST_END,
};

/* A registry on a server: asking for its address, and speaking to it. */
static const int connecting[] = {
	SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg), SCMP_SYS(recvmsg), SCMP_SYS(recvmmsg), SCMP_SYS(setsockopt),
	LIST_END,
};
static const struct rule connecting_rules[] = {
	{ SCMP_SYS(socket), 1, { IS(0, AF_UNIX) } },
	{ SCMP_SYS(socket), 1, { IS(0, AF_INET) } },
	{ SCMP_SYS(socket), 1, { IS(0, AF_INET6) } },
	{ SCMP_SYS(socket), 1, { IS(0, AF_NETLINK) } },
	{ SCMP_SYS(ioctl), 1, { IS(1, FIONREAD) } },
	{ SCMP_SYS(ioctl), 1, { IS(1, FIONBIO) } },
	RULES_END,
};

/* Threads of its own, as libvips decodes with; the name that a thread is given. */
static const int threading[] = { SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(sched_getaffinity), LIST_END };
static const struct rule threading_rules[] = {
	{ SCMP_SYS(clone), 1, { { 0, SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM | NAMESPACES, CLONE_THREAD | CLONE_VM } } },
	{ SCMP_SYS(prctl), 1, { IS(0, PR_SET_NAME) } },
	RULES_END,
};

/*
 * What no program of the house needs, watchers and clerk included, nor what they start: looking into others, changing what the machine
 * is, leaving the room one was put into, other machines' programs. Not possible without rights of root, mostly; forbidden all the same.
 */
static const int never[] = {
	SCMP_SYS(ptrace),          SCMP_SYS(process_vm_readv),  SCMP_SYS(process_vm_writev), SCMP_SYS(kcmp),            SCMP_SYS(pidfd_getfd),
	SCMP_SYS(process_madvise), SCMP_SYS(pidfd_send_signal), SCMP_SYS(mount),             SCMP_SYS(umount2),         SCMP_SYS(pivot_root),
	SCMP_SYS(chroot),          SCMP_SYS(unshare),           SCMP_SYS(setns),             SCMP_SYS(move_mount),      SCMP_SYS(open_tree),
	SCMP_SYS(fsopen),          SCMP_SYS(fsmount),           SCMP_SYS(fsconfig),          SCMP_SYS(mount_setattr),   SCMP_SYS(bpf),
	SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),       SCMP_SYS(io_uring_setup),    SCMP_SYS(io_uring_enter),  SCMP_SYS(io_uring_register),
	SCMP_SYS(keyctl),          SCMP_SYS(add_key),           SCMP_SYS(request_key),       SCMP_SYS(kexec_load),      SCMP_SYS(kexec_file_load),
	SCMP_SYS(init_module),     SCMP_SYS(finit_module),      SCMP_SYS(delete_module),     SCMP_SYS(reboot),          SCMP_SYS(swapon),
	SCMP_SYS(swapoff),         SCMP_SYS(acct),              SCMP_SYS(settimeofday),      SCMP_SYS(clock_settime),   SCMP_SYS(adjtimex),
	SCMP_SYS(iopl),            SCMP_SYS(ioperm),            SCMP_SYS(modify_ldt),        SCMP_SYS(open_by_handle_at), SCMP_SYS(syslog),
	SCMP_SYS(quotactl),        SCMP_SYS(vhangup),           SCMP_SYS(fanotify_init),     SCMP_SYS(lookup_dcookie),  LIST_END,
};

/*
 * Keys pushed into a terminal, signals to whole groups (sent, or told by a descriptor), namespaces of its own: a rule for each bit of NAMESPACES,
 * since one alone is too much. Limits of what it started it may set.
 */
#define NAMESPACE(bit) { SCMP_SYS(clone), 1, { { 0, SCMP_CMP_MASKED_EQ, bit, bit } } }
static const struct rule never_rules[] = {
	{ SCMP_SYS(ioctl), 1, { IS(1, TIOCSTI) } },
	{ SCMP_SYS(ioctl), 1, { IS(1, TIOCLINUX) } },
	{ SCMP_SYS(ioctl), 1, { IS(1, TIOCSCTTY) } },
	{ SCMP_SYS(ioctl), 1, { IS(1, FIOSETOWN) } },
	{ SCMP_SYS(ioctl), 1, { IS(1, SIOCSPGRP) } },
	{ SCMP_SYS(fcntl), 2, { IS(1, F_SETOWN), { 2, SCMP_CMP_MASKED_EQ, NEGATIVE, NEGATIVE } } },
	{ SCMP_SYS(fcntl), 1, { IS(1, F_SETOWN_EX) } },
	{ SCMP_SYS(kill), 1, { IS(0, 0) } },
	{ SCMP_SYS(kill), 1, { { 0, SCMP_CMP_MASKED_EQ, NEGATIVE, NEGATIVE } } },
	NAMESPACE(CLONE_NEWNS),
	NAMESPACE(CLONE_NEWCGROUP),
	NAMESPACE(CLONE_NEWUTS),
	NAMESPACE(CLONE_NEWIPC),
	NAMESPACE(CLONE_NEWUSER),
	NAMESPACE(CLONE_NEWPID),
	NAMESPACE(CLONE_NEWNET),
	RULES_END,
};

/* What clone3 asks for cannot be seen from here. Told that the kernel knows no such thing, the C library takes clone instead. */
static const int unseen[] = { SCMP_SYS(clone3), LIST_END };

static int add_all(scmp_filter_ctx filter, uint32_t action, const int *calls)
{
	int answer = 0;

	for (; *calls != LIST_END && answer == 0; calls++)
		answer = seccomp_rule_add(filter, action, *calls, 0);
	return answer;
}

static int add_rules(scmp_filter_ctx filter, uint32_t action, const struct rule *rules)
{
	int answer = 0;

	for (; rules->call != LIST_END && answer == 0; rules++)
		answer = seccomp_rule_add_array(filter, action, rules->call, rules->count, rules->arguments);
	return answer;
}

static int allow(scmp_filter_ctx filter, const int *calls, const struct rule *rules)
{
	int answer = add_all(filter, SCMP_ACT_ALLOW, calls);

	return answer || !rules ? answer : add_rules(filter, SCMP_ACT_ALLOW, rules);
}

/*
 * Memory is mapped to be read and written, never to be run. Asked to run some it says no: a library that would load a part of itself goes on
 * without, and nobody's bytes end the program.
 */
static int allow_memory(scmp_filter_ctx filter)
{
	const struct rule not_run[] = {
		{ SCMP_SYS(mmap), 1, { { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0 } } },
		{ SCMP_SYS(mprotect), 1, { { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0 } } },
		RULES_END,
	}, run[] = {
		{ SCMP_SYS(mmap), 1, { { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC } } },
		{ SCMP_SYS(mprotect), 1, { { 2, SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC } } },
		RULES_END,
	};
	int answer = add_rules(filter, SCMP_ACT_ALLOW, not_run);

	return answer ? answer : add_rules(filter, SCMP_ACT_ERRNO(EACCES), run);
}

/* Of processes its own only: signals that it raises itself, limits that it looks at. */
static int allow_itself(scmp_filter_ctx filter)
{
	const struct rule own[] = {
		{ SCMP_SYS(tgkill), 1, { IS(0, getpid()) } },
		{ SCMP_SYS(prlimit64), 2, { IS(0, 0), { 2, SCMP_CMP_EQ, 0, 0 } } },
		RULES_END,
	}, terminal[] = {
		/* The C library asks of a file whether it is a terminal. None is. */
		{ SCMP_SYS(ioctl), 1, { IS(1, TCGETS) } },
		RULES_END,
	};
	int answer = allow(filter, staying_alive, own);

	return answer ? answer : add_rules(filter, SCMP_ACT_ERRNO(ENOTTY), terminal);
}

static int allow_opening(scmp_filter_ctx filter)
{
	const struct rule to_read[] = {
		{ SCMP_SYS(openat), 1, { { 2, SCMP_CMP_MASKED_EQ, CHANGING, O_RDONLY } } },
		{ SCMP_SYS(open), 1, { { 1, SCMP_CMP_MASKED_EQ, CHANGING, O_RDONLY } } },
		RULES_END,
	};

	return add_rules(filter, SCMP_ACT_ALLOW, to_read);
}

static int allow_putting(scmp_filter_ctx filter)
{
	const struct rule without_name[] = {
		{ SCMP_SYS(openat), 1, { { 2, SCMP_CMP_MASKED_EQ, WITHOUT_NAME | O_CREAT, WITHOUT_NAME } } },
		RULES_END,
	};
	int answer = add_rules(filter, SCMP_ACT_ALLOW, without_name);

	return answer ? answer : allow(filter, putting, putting_rules);
}

/*
 * A thread, never a process. GLib would give a new thread the urgency of the old one, by the thread's number: told that the kernel knows no
 * such thing, it does without.
 */
static int allow_threads(scmp_filter_ctx filter)
{
	static const int urgency[] = { SCMP_SYS(sched_getattr), SCMP_SYS(sched_setattr), LIST_END };
	int answer = add_all(filter, SCMP_ACT_ERRNO(ENOSYS), unseen);

	if (answer == 0)
		answer = add_all(filter, SCMP_ACT_ERRNO(ENOSYS), urgency);
	return answer ? answer : allow(filter, threading, threading_rules);
}

static int allow_answering(scmp_filter_ctx filter)
{
	int answer = allow(filter, answering, answering_rules);

	return answer ? answer : allow(filter, reading, NULL);
}

/* What the office may meet in a library that is not foreseen here is refused to it, without ending an official's work. */
static int allow_office(scmp_filter_ctx filter, enum confine_to to)
{
	static const int deadly[] = { SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace), LIST_END };
	int answer = add_all(filter, SCMP_ACT_KILL_PROCESS, deadly);

	if (answer == 0)
		answer = allow_answering(filter);
	if (answer == 0)
		answer = allow(filter, changing, NULL);
	if (answer == 0 && to == CONFINE_TO_OFFICE_WITH_SERVER)
		answer = allow(filter, connecting, connecting_rules);
	return answer;
}

static int refuse_never(scmp_filter_ctx filter)
{
	int answer = add_all(filter, SCMP_ACT_ERRNO(EPERM), never);

	if (answer == 0)
		answer = add_all(filter, SCMP_ACT_ERRNO(ENOSYS), unseen);
	return answer ? answer : add_rules(filter, SCMP_ACT_ERRNO(EPERM), never_rules);
}

static int fill(scmp_filter_ctx filter, enum confine_to to)
{
	int answer = to == CONFINE_TO_STARTING ? 0 : allow_itself(filter);

	if (answer == 0 && to != CONFINE_TO_STARTING)
		answer = allow_memory(filter);
	if (answer != 0)
		return answer;
	switch (to) {
	case CONFINE_TO_PUTTING:
		answer = allow_putting(filter);
		/* fall through */
	case CONFINE_TO_READING:
		answer = answer ? answer : allow_opening(filter);
		return answer ? answer : allow_answering(filter);
	case CONFINE_TO_MEMORY:
		return allow_threads(filter);
	case CONFINE_TO_OFFICE:
	case CONFINE_TO_OFFICE_WITH_SERVER:
		return allow_office(filter, to);
	case CONFINE_TO_STARTING:
		return refuse_never(filter);
	}
	return -EINVAL;
}

static uint32_t otherwise(enum confine_to to)
{
	switch (to) {
	case CONFINE_TO_STARTING:
		return SCMP_ACT_ALLOW;
	case CONFINE_TO_OFFICE:
	case CONFINE_TO_OFFICE_WITH_SERVER:
		return SCMP_ACT_ERRNO(EPERM);
	default:
		return SCMP_ACT_KILL_PROCESS;
	}
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

static bool put_up(enum confine_to to, bool all_threads, const char **problem)
{
	scmp_filter_ctx filter = confine_memory(problem) ? seccomp_init(otherwise(to)) : NULL;
	int answer = filter ? fill(filter, to) : -ENOMEM;

	if (answer == 0)
		answer = seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
	if (answer == 0 && all_threads)
		answer = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);
	if (answer == 0)
		answer = seccomp_load(filter);
	if (filter)
		seccomp_release(filter);
	if (answer == 0)
		return true;
	*problem = strerror(-answer);
	return false;
}

bool confine(enum confine_to to, const char **problem)
{
	return put_up(to, false, problem);
}

bool confine_all_threads(enum confine_to to, const char **problem)
{
	return put_up(to, true, problem);
}

#endif
