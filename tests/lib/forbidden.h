/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What nobody may do who has taken a worker over: each by its name, tried once. For a program that stands behind the fences (fenced.c), and for
 * one that is loaded into the workers of a running site (forbidden.c).
 */
#ifndef SHANYU_TESTS_FORBIDDEN_H
#define SHANYU_TESTS_FORBIDDEN_H

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/uio.h>
#include <unistd.h>

/* On whom it is tried: another process of the same user, and a folder that all may write to, with a file in it. */
struct victim {
	pid_t process;
	const char *folder;
};

/* Each answers as the system call does: less than 0 is refused. Never undone: who tries them ends afterwards. */
static long push_keys(const struct victim *victim)
{
	(void)victim;
	/* On a terminal or none: the fence stands before either. */
	return ioctl(STDERR_FILENO, TIOCSTI, "x") == 0 || errno == ENOTTY || errno == EIO ? 0 : -1;
}

static long push_keys_by_a_longer_number(const struct victim *victim)
{
	(void)victim;
	return syscall(SYS_ioctl, STDERR_FILENO, 0x100000000 | TIOCSTI, "x") == 0 || errno == ENOTTY || errno == EIO ? 0 : -1;
}

static long kill_another(const struct victim *victim)
{
	return kill(victim->process, SIGTERM);
}

static long kill_another_by_thread(const struct victim *victim)
{
	return syscall(SYS_tgkill, victim->process, victim->process, SIGTERM);
}

static long kill_all(const struct victim *victim)
{
	(void)victim;
	return kill(-1, 0);
}

static long kill_its_group(const struct victim *victim)
{
	(void)victim;
	return kill(0, 0);
}

static long be_signalled_for_a_group(const struct victim *victim)
{
	(void)victim;
	return fcntl(STDERR_FILENO, F_SETOWN, -getpgrp());
}

static long limit_another(const struct victim *victim)
{
	const struct rlimit none = { 0, 0 };

	return prlimit(victim->process, RLIMIT_CPU, &none, NULL);
}

static long limit_itself(const struct victim *victim)
{
	const struct rlimit none = { 1, 1 };

	(void)victim;
	return prlimit(0, RLIMIT_NOFILE, &none, NULL);
}

static long look_into_another(const struct victim *victim)
{
	return ptrace(PTRACE_ATTACH, victim->process, NULL, NULL);
}

static long read_outside(const struct victim *victim)
{
	(void)victim;
	return open("/etc/passwd", O_RDONLY);
}

static long make_outside(const struct victim *victim)
{
	char path[4096];

	snprintf(path, sizeof path, "%s/made", victim->folder);
	return open(path, O_WRONLY | O_CREAT, 0600);
}

static long write_outside(const struct victim *victim)
{
	char path[4096];

	snprintf(path, sizeof path, "%s/file", victim->folder);
	return open(path, O_WRONLY);
}

static long link_outside(const struct victim *victim)
{
	char path[4096], to[4096];

	snprintf(path, sizeof path, "%s/file", victim->folder);
	snprintf(to, sizeof to, "%s/linked", victim->folder);
	return linkat(AT_FDCWD, path, AT_FDCWD, to, AT_SYMLINK_FOLLOW);
}

static long name_nameless_outside(const struct victim *victim)
{
	char path[64], to[4096];
	int file = open(victim->folder, O_TMPFILE | O_WRONLY, 0600);

	if (file < 0)
		return -1;
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	snprintf(to, sizeof to, "%s/named", victim->folder);
	return linkat(AT_FDCWD, path, AT_FDCWD, to, AT_SYMLINK_FOLLOW);
}

static long remove_outside(const struct victim *victim)
{
	char path[4096];

	snprintf(path, sizeof path, "%s/file", victim->folder);
	return unlink(path);
}

static long connect_out(const struct victim *victim)
{
	(void)victim;
	return socket(AF_INET, SOCK_STREAM, 0);
}

static long connect_here(const struct victim *victim)
{
	(void)victim;
	return socket(AF_UNIX, SOCK_STREAM, 0);
}

static long run_another_program(const struct victim *victim)
{
	char *const words[] = { "true", NULL };

	(void)victim;
	return execve("/bin/true", words, NULL);
}

static long make_a_process(const struct victim *victim)
{
	long child = syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);

	(void)victim;
	if (child == 0)
		_exit(0);
	return child;
}

static long run_what_it_wrote(const struct victim *victim)
{
	(void)victim;
	return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

static long be_signalled_for_another(const struct victim *victim)
{
	return fcntl(STDERR_FILENO, F_SETOWN, victim->process);
}

static long leave_its_room(const struct victim *victim)
{
	(void)victim;
	return unshare(CLONE_NEWUSER);
}

/* What is asked for cannot be seen by a fence: it is behind a pointer. */
static long start_one_in_another_room(const struct victim *victim)
{
	uint64_t asked[11] = { CLONE_NEWUSER | CLONE_NEWNET, [4] = SIGCHLD };
	long child = syscall(SYS_clone3, asked, sizeof asked);

	(void)victim;
	if (child == 0)
		_exit(0);
	return child;
}

/*
 * Each kind of namespace by itself. Some need rights of root, so it is asked for together with what cannot be (a thread with signals of its
 * own): that is what the kernel then says, before it looks at rights. The fence stands before either.
 */
static long start_one_in_a_room_of_each_kind(const struct victim *victim)
{
	static const long kinds[] = { CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET };

	(void)victim;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (syscall(SYS_clone, kinds[i] | CLONE_THREAD, 0, 0, 0, 0) >= 0 || errno == EINVAL)
			return 0;
	return -1;
}

static long be_looked_into(const struct victim *victim)
{
	(void)victim;
	return prctl(PR_SET_DUMPABLE, 1);
}

static long ask_the_kernel_in_bulk(const struct victim *victim)
{
	char parameters[256] = { 0 };

	(void)victim;
	return syscall(SYS_io_uring_setup, 4, parameters);
}

/* What is done to a descriptor, on one that cannot take it or can: the fence stands before either. */
static long ask_of_standard_error(unsigned long request, long value)
{
	return ioctl(STDERR_FILENO, request, value) == 0 || errno == ENOTTY || errno == EIO || errno == EINVAL || errno == EFAULT ? 0 : -1;
}

static long paste_into_a_terminal(const struct victim *victim)
{
	char paste = 3;

	(void)victim;
	return ask_of_standard_error(TIOCLINUX, (long)&paste);
}

static long take_a_terminal(const struct victim *victim)
{
	(void)victim;
	return ask_of_standard_error(TIOCSCTTY, 1);
}

static long be_signalled_for_a_group_by_ioctl(const struct victim *victim)
{
	pid_t group = -getpgrp();

	(void)victim;
	return ask_of_standard_error(FIOSETOWN, (long)&group) && ask_of_standard_error(SIOCSPGRP, (long)&group) ? -1 : 0;
}

static long be_signalled_for_a_group_by_its_kind(const struct victim *victim)
{
	const struct f_owner_ex owner = { F_OWNER_PGRP, getpgrp() };

	(void)victim;
	return fcntl(STDERR_FILENO, F_SETOWN_EX, &owner);
}

static long run_what_was_written_before(const struct victim *victim)
{
	void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)victim;
	return memory == MAP_FAILED ? -1 : mprotect(memory, 4096, PROT_READ | PROT_EXEC);
}

/* On a descriptor that is no socket the kernel says so; the fence stands before. */
static long send_to_an_address(const struct victim *victim)
{
	const struct sockaddr_un address = { AF_UNIX, "/tmp/nobody" };

	(void)victim;
	return sendto(STDIN_FILENO, "x", 1, 0, (const struct sockaddr *)&address, sizeof address) >= 0 || errno == ENOTSOCK || errno == ENOENT ||
			       errno == ECONNREFUSED || errno == EISCONN || errno == EPROTOTYPE
		       ? 0
		       : -1;
}

/* Of the victim's memory at an address where nothing is: EFAULT is what the kernel says to who may look. */
static long read_anothers_memory(const struct victim *victim)
{
	char bytes[8];
	const struct iovec here = { bytes, sizeof bytes }, there = { (void *)8, sizeof bytes };

	return process_vm_readv(victim->process, &here, 1, &there, 1, 0) >= 0 || errno == EFAULT ? 0 : -1;
}

static long write_anothers_memory(const struct victim *victim)
{
	char bytes[8] = "";
	const struct iovec here = { bytes, sizeof bytes }, there = { (void *)8, sizeof bytes };

	return process_vm_writev(victim->process, &here, 1, &there, 1, 0) >= 0 || errno == EFAULT ? 0 : -1;
}

/* A descriptor that is no process' is EBADF to who may ask. */
static long kill_by_descriptor(const struct victim *victim)
{
	int process = (int)syscall(SYS_pidfd_open, victim->process, 0);

	return syscall(SYS_pidfd_send_signal, process, SIGTERM, NULL, 0) == 0 || errno == EBADF ? 0 : -1;
}

static long take_anothers_descriptor(const struct victim *victim)
{
	int process = (int)syscall(SYS_pidfd_open, victim->process, 0);

	return syscall(SYS_pidfd_getfd, process, 0, 0) >= 0 || errno == EBADF ? 0 : -1;
}

/* The kernel looks at the words, which are nowhere (EFAULT), before it looks at rights. */
static long mount_over(const struct victim *victim)
{
	return mount((const char *)8, victim->folder, "tmpfs", 0, NULL) == 0 || errno == EFAULT ? 0 : -1;
}

static const struct forbidden {
	const char *name;
	long (*try)(const struct victim *victim);
} forbidden[] = {
	{ "push_keys", push_keys },
	{ "push_keys_by_a_longer_number", push_keys_by_a_longer_number },
	{ "kill_another", kill_another },
	{ "kill_another_by_thread", kill_another_by_thread },
	{ "kill_all", kill_all },
	{ "kill_its_group", kill_its_group },
	{ "be_signalled_for_a_group", be_signalled_for_a_group },
	{ "limit_another", limit_another },
	{ "limit_itself", limit_itself },
	{ "look_into_another", look_into_another },
	{ "read_outside", read_outside },
	{ "make_outside", make_outside },
	{ "write_outside", write_outside },
	{ "link_outside", link_outside },
	{ "name_nameless_outside", name_nameless_outside },
	{ "remove_outside", remove_outside },
	{ "connect_out", connect_out },
	{ "connect_here", connect_here },
	{ "run_another_program", run_another_program },
	{ "make_a_process", make_a_process },
	{ "run_what_it_wrote", run_what_it_wrote },
	{ "be_signalled_for_another", be_signalled_for_another },
	{ "leave_its_room", leave_its_room },
	{ "start_one_in_another_room", start_one_in_another_room },
	{ "start_one_in_a_room_of_each_kind", start_one_in_a_room_of_each_kind },
	{ "be_looked_into", be_looked_into },
	{ "ask_the_kernel_in_bulk", ask_the_kernel_in_bulk },
	{ "paste_into_a_terminal", paste_into_a_terminal },
	{ "take_a_terminal", take_a_terminal },
	{ "be_signalled_for_a_group_by_ioctl", be_signalled_for_a_group_by_ioctl },
	{ "be_signalled_for_a_group_by_its_kind", be_signalled_for_a_group_by_its_kind },
	{ "run_what_was_written_before", run_what_was_written_before },
	{ "send_to_an_address", send_to_an_address },
	{ "read_anothers_memory", read_anothers_memory },
	{ "write_anothers_memory", write_anothers_memory },
	{ "kill_by_descriptor", kill_by_descriptor },
	{ "take_anothers_descriptor", take_anothers_descriptor },
	{ "mount_over", mount_over },
};
#define FORBIDDEN (sizeof forbidden / sizeof *forbidden)

#endif
