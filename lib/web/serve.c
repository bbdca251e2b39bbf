/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Serving over libfcgi. libfcgi's own accept loop pins a process to one connection while nginx keeps it open and so starves
 * the others; here idle connections are parked in epoll and the ready one is handed to libfcgi to read. This sets three fields of
 * FCGX_Request (ipcFd, keepConnection, listen_sock); tests/http/serve_test.sh holds that to its promise.
 */
#include "serve.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/log.h"
#include "lib/base/text.h"

#define LISTENING 0
#define MOST_READY 64
/* FastCGI: the types of records that answer, and how much one holds. */
#define END_REQUEST 3
#define STANDARD_OUTPUT 6
#define RECORD_SIZE ((size_t)65528)
#define MOST_RECORDS 32
/* The last one says that the request was answered: status 0, complete, for both of its numbers. */
#define END_SIZE ((size_t)8)
/* Told to end, a worker goes on until nothing has come for a moment, but not for long. */
#define QUIET_MILLISECONDS 20
#define ENDING_NANOSECONDS 1000000000LL
/* A body that its handler did not want is read to its end when it is short; else the connection is closed. */
#define MOST_DRAINED ((int64_t)1024 * 1024)
#define READ_AT_ONCE 65536
#define STACK_WIPED ((size_t)256 * 1024)
/* An answer that took more gives its memory back. */
#define BODY_KEPT ((size_t)8 * 1024 * 1024)
#define REQUEST_MEMORY ((size_t)256 * 1024 * 1024)
#define NANOSECONDS 1000000000LL

extern char **environ;

struct server {
	void *program;
	void (*answer)(struct request *request, struct buffer *head);
	const struct serve_duty *duty; /* NULL: none */
	int64_t duty_at;               /* nanoseconds; when it is done next */
	struct arena *arena;
	struct buffer head;
	struct buffer *body; /* of the answer; the program's */
	int ready; /* the epoll set */
	int signals;
	uint64_t turn;
	bool leave_nothing; /* of the answer being sent, once it is */
	bool ending;
};

static int64_t announced(char **environment)
{
	int64_t length = 0;

	for (; *environment; environment++)
		if (strncmp(*environment, "CONTENT_LENGTH=", 15) == 0 && !text_to_integer(*environment + 15, &length))
			length = 0;
	return length < 0 ? 0 : length;
}

/* Whether the body was read to its end, so that another request may follow on the connection. */
static bool make_answer(struct server *server, char **environment, struct body body)
{
	struct request request = {
		.arena = server->arena,
		.environment = environment,
		.program = server->program,
		.now = clock_now(),
		.turn = server->turn,
		.body = body,
	};
	bool whole;

	request.body.length = announced(environment);
	server->head.size = 0;
	server->answer(&request, &server->head);
	server->body = request.response.body;
	whole = body_drain(&request.body, MOST_DRAINED);
	server->ending = server->ending || request.is_last;
	server->leave_nothing = request.leave_nothing;
	if (server->leave_nothing)
		arena_wipe(server->arena);
	else
		arena_sweep(server->arena);
	return whole;
}

/* What functions that have returned left on the stack, libfcgi's and other libraries' too. */
static __attribute__((noinline)) void wipe_stack(void)
{
	char left[STACK_WIPED];

	explicit_bzero(left, sizeof left);
}

static void forget_answer(struct server *server)
{
	if (server->leave_nothing) {
		buffer_wipe(&server->head);
		if (server->body)
			buffer_wipe(server->body);
		wipe_stack();
	}
	if (server->body && server->body->room > BODY_KEPT)
		buffer_free(server->body);
}

static ssize_t read_standard_input(void *source, void *bytes, size_t size)
{
	ssize_t count;

	(void)source;
	do
		count = read(STDIN_FILENO, bytes, size);
	while (count < 0 && errno == EINTR);
	return count;
}

static ssize_t read_stream(void *source, void *bytes, size_t size)
{
	FCGX_Stream *stream = source;
	int count = FCGX_GetStr(bytes, size > READ_AT_ONCE ? READ_AT_ONCE : (int)size, stream);

	return count == 0 && FCGX_GetError(stream) ? -1 : count;
}

static bool wait_for_connections(const struct server *server)
{
	struct epoll_event event = { .events = EPOLLIN | EPOLLEXCLUSIVE, .data.fd = LISTENING };

	return epoll_ctl(server->ready, EPOLL_CTL_ADD, LISTENING, &event) == 0;
}

/*
 * The kernel wakes the first idle worker of those that wait for connections: one that took one waits behind the others, else
 * most connections would be the same worker's.
 */
static void wait_behind_the_others(const struct server *server)
{
	epoll_ctl(server->ready, EPOLL_CTL_DEL, LISTENING, NULL);
	wait_for_connections(server);
}

static void accept_one(struct server *server)
{
	/* A peer that sends half a request holds this process for a second, no longer. */
	struct timeval patience = { .tv_sec = 1 };
	struct epoll_event event = { .events = EPOLLIN | EPOLLRDHUP };
	int connection = accept4(LISTENING, NULL, NULL, SOCK_CLOEXEC);

	if (connection < 0)
		return;
	wait_behind_the_others(server);
	setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &(struct timeval){ .tv_sec = 10 }, sizeof patience);
	event.data.fd = connection;
	if (epoll_ctl(server->ready, EPOLL_CTL_ADD, connection, &event) != 0)
		close(connection);
}

/* Whether the peer closed an idle connection: then there is nothing to hand to libfcgi. */
static bool is_closed(int connection)
{
	char byte;

	return recv(connection, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

static bool write_all(int connection, struct iovec *parts, int count)
{
	while (count > 0) {
		ssize_t sent = writev(connection, parts, count);

		if (sent < 0 && errno == EINTR)
			continue;
		if (sent <= 0)
			return false;
		for (; count > 0 && (size_t)sent >= parts->iov_len; parts++, count--)
			sent -= (ssize_t)parts->iov_len;
		if (count > 0) {
			parts->iov_base = (char *)parts->iov_base + sent;
			parts->iov_len -= (size_t)sent;
		}
	}
	return true;
}

static int serve_cgi(struct server *server)
{
	struct iovec parts[2] = { { 0 } };

	make_answer(server, environ, (struct body){ .read = read_standard_input });
	parts[0] = (struct iovec){ server->head.bytes, server->head.size };
	if (server->body)
		parts[1] = (struct iovec){ server->body->bytes, server->body->size };
	return write_all(STDOUT_FILENO, parts, 2) ? 0 : 1;
}

/* An answer on its way: FastCGI records, each a head and what it holds. */
struct sending {
	const FCGX_Request *exchange;
	int records;
	unsigned char heads[MOST_RECORDS][8];
	struct iovec parts[2 * MOST_RECORDS];
};

static bool send_records(struct sending *sending)
{
	int records = sending->records;

	sending->records = 0;
	return write_all(sending->exchange->ipcFd, sending->parts, 2 * records);
}

static void add_record(struct sending *sending, unsigned char type, char *bytes, size_t size)
{
	unsigned int id = (unsigned int)sending->exchange->requestId;
	const unsigned char head[8] = { 1, type, (unsigned char)(id >> 8), (unsigned char)id,
					(unsigned char)(size >> 8), (unsigned char)size, 0, 0 };
	int record = sending->records++;

	memcpy(sending->heads[record], head, sizeof head);
	sending->parts[2 * record] = (struct iovec){ sending->heads[record], sizeof head };
	sending->parts[2 * record + 1] = (struct iovec){ bytes, size };
}

/* As many records as the bytes need; none for none, since an empty one would end the answer. */
static bool add_records(struct sending *sending, const struct buffer *buffer)
{
	for (size_t at = 0, size; buffer && at < buffer->size; at += size) {
		size = buffer->size - at < RECORD_SIZE ? buffer->size - at : RECORD_SIZE;
		/* Room is left for the two that end it. */
		if (sending->records == MOST_RECORDS - 2 && !send_records(sending))
			return false;
		add_record(sending, STANDARD_OUTPUT, buffer->bytes + at, size);
	}
	return true;
}

/*
 * Head, body and end in one write, where libfcgi makes one of every 8 KB: cheaper, and a worker that is killed has sent all of a
 * page or nothing, so that nginx can ask another.
 */
static bool send_answer(const struct server *server, const FCGX_Request *exchange)
{
	char complete[END_SIZE] = { 0 };
	struct sending sending;

	sending.exchange = exchange;
	sending.records = 0;
	if (!add_records(&sending, &server->head) || !add_records(&sending, server->body))
		return false;
	add_record(&sending, STANDARD_OUTPUT, NULL, 0);
	add_record(&sending, END_REQUEST, complete, sizeof complete);
	return send_records(&sending);
}

static void serve_one(struct server *server, FCGX_Request *exchange, int connection)
{
	bool whole, goes_on;

	exchange->ipcFd = connection;
	exchange->keepConnection = 1; /* so that Accept does not first close what it is given */
	if (FCGX_Accept_r(exchange) != 0)
		return; /* libfcgi closed it: no sound FastCGI request */
	whole = make_answer(server, exchange->envp, (struct body){ .source = exchange->in, .read = read_stream });
	goes_on = send_answer(server, exchange) && !server->ending && whole && exchange->keepConnection;
	FCGX_Free(exchange, !goes_on); /* not FCGX_Finish_r, which would send an end of its own */
	forget_answer(server);
	exchange->ipcFd = -1; /* still open when it goes on: it stays in the epoll set */
}

static bool set_up(struct server *server)
{
	struct epoll_event signalled = { .events = EPOLLIN };
	sigset_t ending;

	sigemptyset(&ending);
	sigaddset(&ending, SIGTERM);
	sigaddset(&ending, SIGINT);
	sigaddset(&ending, SIGUSR1);
	sigaddset(&ending, SIGQUIT); /* what multiwatch sends when it ends itself */
	sigprocmask(SIG_BLOCK, &ending, NULL);
	signal(SIGPIPE, SIG_IGN);
	server->signals = signalfd(-1, &ending, SFD_CLOEXEC);
	server->ready = epoll_create1(EPOLL_CLOEXEC);
	signalled.data.fd = server->signals;
	fcntl(LISTENING, F_SETFL, fcntl(LISTENING, F_GETFL) | O_NONBLOCK);
	return server->signals >= 0 && server->ready >= 0 && FCGX_Init() == 0 &&
	       wait_for_connections(server) && epoll_ctl(server->ready, EPOLL_CTL_ADD, server->signals, &signalled) == 0;
}

/* Answer all that is ready; how many were. */
static int serve_ready(struct server *server, FCGX_Request *exchange, int timeout)
{
	struct epoll_event events[MOST_READY];
	int count = epoll_wait(server->ready, events, MOST_READY, timeout);

	server->turn++;
	for (int i = 0; i < count; i++) {
		if (events[i].data.fd == server->signals)
			server->ending = true;
		else if (events[i].data.fd == LISTENING)
			accept_one(server);
		else if ((events[i].events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) && is_closed(events[i].data.fd))
			close(events[i].data.fd);
		else
			serve_one(server, exchange, events[i].data.fd);
	}
	return count;
}

/* Take no more connections; answer what is on its way on those that are open, closing each after its answer. */
static void serve_rest(struct server *server, FCGX_Request *exchange)
{
	int64_t until = clock_nanoseconds() + ENDING_NANOSECONDS;

	epoll_ctl(server->ready, EPOLL_CTL_DEL, LISTENING, NULL);
	epoll_ctl(server->ready, EPOLL_CTL_DEL, server->signals, NULL);
	while (clock_nanoseconds() < until && serve_ready(server, exchange, QUIET_MILLISECONDS) > 0)
		;
}

/* How long to wait for a request, in milliseconds; -1: for as long as it takes. */
static int patience(const struct server *server)
{
	int64_t left = server->duty_at - clock_nanoseconds();

	if (!server->duty)
		return -1;
	return left > 0 ? (int)(left / (NANOSECONDS / 1000)) + 1 : 0;
}

static void do_duty(struct server *server)
{
	if (!server->duty || server->ending || clock_nanoseconds() < server->duty_at)
		return;
	server->duty->run(server->program, server->arena, clock_now());
	arena_sweep(server->arena);
	server->duty_at = clock_nanoseconds() + server->duty->every_seconds * NANOSECONDS;
}

static int serve_fastcgi(struct server *server)
{
	FCGX_Request exchange;

	if (!set_up(server)) {
		log_line(LOG_ERROR_LINE, "cannot set up the socket at descriptor 0: %s", strerror(errno));
		return 1;
	}
	FCGX_InitRequest(&exchange, -1, 0);
	exchange.ipcFd = -1;
	while (!server->ending) {
		serve_ready(server, &exchange, patience(server));
		do_duty(server);
	}
	serve_rest(server, &exchange);
	return 0;
}

int serve_run(void *program, void (*answer)(struct request *request, struct buffer *head))
{
	return serve_with_duty(program, answer, NULL);
}

int serve_with_duty(void *program, void (*answer)(struct request *request, struct buffer *head), const struct serve_duty *duty)
{
	struct server server = { .program = program, .answer = answer, .duty = duty, .arena = arena_new(REQUEST_MEMORY) };
	socklen_t size = sizeof(int);
	int accepting = 0;
	int code;

	if (getsockopt(LISTENING, SOL_SOCKET, SO_ACCEPTCONN, &accepting, &size) == 0 && accepting)
		code = serve_fastcgi(&server);
	else
		code = serve_cgi(&server);
	buffer_free(&server.head);
	arena_free(server.arena);
	return code;
}
