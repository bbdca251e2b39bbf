/* SPDX-License-Identifier: Apache-2.0 */
/*
 * writer ADDRESS NUMBER FILE: adds rows (NUMBER, 1), (NUMBER, 2) ... to the table written, one a transaction, until SIGTERM.
 * Each goes into FILE with the time (Unix milliseconds) once PostgreSQL has acknowledged it. After a break it connects anew
 * and looks whether its last row is there, before it adds it again: the table itself refuses no double.
 */
#include <err.h>
#include <fcntl.h>
#include <inttypes.h>
#include <libpq-fe.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define REST_MILLISECONDS 5
#define REST_AFTER_FAILURE_MILLISECONDS 100
#define NUMBER_SIZE 24

struct writer {
	const char *address;
	const char *number;
	int file;
	PGconn *server;
	int64_t at;                     /* the row it is at */
	bool unsure;                    /* it may be there already */
};

static volatile sig_atomic_t told_to_end;

static void end(int signal_number)
{
	(void)signal_number;
	told_to_end = 1;
}

static void rest(long milliseconds)
{
	nanosleep(&(struct timespec){ .tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000 }, NULL);
}

static void disconnect(struct writer *writer)
{
	PQfinish(writer->server);
	writer->server = NULL;
}

static bool connect_anew(struct writer *writer)
{
	const char *const names[] = { "connect_timeout", "dbname", NULL };
	const char *const values[] = { "3", writer->address, NULL };

	disconnect(writer);
	writer->server = PQconnectdbParams(names, values, 1);
	return PQstatus(writer->server) == CONNECTION_OK;
}

/* Whether the server did it; *first is the first number of the answer. */
static bool ask(struct writer *writer, const char *text, int64_t *first)
{
	char at[NUMBER_SIZE];
	const char *const parameters[] = { writer->number, at };
	PGresult *result;
	bool done;

	snprintf(at, sizeof at, "%" PRId64, writer->at);
	result = PQexecParams(writer->server, text, 2, NULL, parameters, NULL, NULL, 0);
	done = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
	if (done && first)
		*first = strtoll(PQgetvalue(result, 0, 0), NULL, 10);
	PQclear(result);
	return done;
}

/*
 * A transaction that only reads is answered without asking the copies: a row may be seen that only this machine has. The message
 * makes it one that writes, so that its answer comes after everything before it is on the copy.
 */
static bool look(struct writer *writer, int64_t *found)
{
	return ask(writer, "select count(*), pg_logical_emit_message(true, 'writer', '') from written"
			   " where writer = $1::integer and number = $2::bigint", found);
}

static bool add(struct writer *writer)
{
	return ask(writer, "insert into written (writer, number) values ($1::integer, $2::bigint)", NULL);
}

static void note(const struct writer *writer)
{
	struct timespec now;
	char line[64];
	int length;

	clock_gettime(CLOCK_REALTIME, &now);
	length = snprintf(line, sizeof line, "%" PRId64 " %lld\n", writer->at, now.tv_sec * 1000LL + now.tv_nsec / 1000000);
	if (write(writer->file, line, (size_t)length) != length)
		err(1, "the file of acknowledged rows");
}

static bool write_one(struct writer *writer)
{
	int64_t found = 0;

	if (PQstatus(writer->server) != CONNECTION_OK && !connect_anew(writer))
		return false;
	if (writer->unsure && !look(writer, &found))
		return false;
	if (!found) {
		writer->unsure = true;
		if (!add(writer))
			return false;
	}
	note(writer);
	writer->at++;
	writer->unsure = false;
	return true;
}

int main(int count, char **words)
{
	struct sigaction ending = { .sa_handler = end };
	struct writer writer = { .at = 1 };

	if (count != 4)
		errx(2, "usage: writer ADDRESS NUMBER FILE");
	writer.address = words[1];
	writer.number = words[2];
	writer.file = open(words[3], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
	if (writer.file < 0)
		err(1, "%s", words[3]);
	sigaction(SIGTERM, &ending, NULL);
	while (!told_to_end) {
		if (write_one(&writer)) {
			rest(REST_MILLISECONDS);
		} else {
			disconnect(&writer);
			rest(REST_AFTER_FAILURE_MILLISECONDS);
		}
	}
	disconnect(&writer);
	close(writer.file);
	return 0;
}
