/* SPDX-License-Identifier: Apache-2.0 */
/* Preloaded into a confined worker by a test: on SIGUSR2 it asks for a socket, which no worker may. */
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

static void ask(int number)
{
	(void)number;
	if (socket(AF_INET, SOCK_STREAM, 0) >= 0)
		_exit(99);
}

__attribute__((constructor)) static void prepare(void)
{
	signal(SIGUSR2, ask);
}
