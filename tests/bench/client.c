/* SPDX-License-Identifier: Apache-2.0 */
/* HTTP/1.1 with Content-Length, and FastCGI records, as far as our own answers need them. */
#include "client.h"

#include <arpa/inet.h>
#include <err.h>
#include <fastcgi.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#define PATIENCE_SECONDS 10
#define REQUEST_BYTES 2048

static void connect_to(int connection, const void *address, size_t size, const char *text)
{
	struct timeval patience = { .tv_sec = PATIENCE_SECONDS };

	if (connection < 0 || connect(connection, address, (socklen_t)size) != 0)
		err(1, "%s", text);
	setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

static int open_http(const char *text)
{
	struct sockaddr_in address = { .sin_family = AF_INET };
	const char *colon = strchr(text, ':');
	char host[64] = "";
	int connection = socket(AF_INET, SOCK_STREAM, 0);
	int at_once = 1;

	snprintf(host, sizeof host, "%.*s", colon ? (int)(colon - text) : 0, text);
	if (inet_pton(AF_INET, host, &address.sin_addr) != 1)
		errx(1, "%s: neither HOST:PORT nor unix:PATH", text);
	address.sin_port = htons((uint16_t)atoi(colon + 1));
	connect_to(connection, &address, sizeof address, text);
	setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
	return connection;
}

static int open_fastcgi(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int connection = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
	connect_to(connection, &address, sizeof address, path);
	return connection;
}

void client_open(struct client *client, const char *address)
{
	client->fastcgi = strncmp(address, "unix:", 5) == 0;
	client->socket = client->fastcgi ? open_fastcgi(address + 5) : open_http(address);
}

static void send_all(struct client *client, const char *bytes, size_t size)
{
	while (size) {
		ssize_t sent = send(client->socket, bytes, size, MSG_NOSIGNAL);

		if (sent <= 0)
			err(1, "sending");
		bytes += sent;
		size -= (size_t)sent;
	}
}

static void read_exactly(struct client *client, void *to, size_t size)
{
	for (size_t done = 0; done < size;) {
		ssize_t got = recv(client->socket, (char *)to + done, size - done, 0);

		if (got < 0)
			err(1, "reading an answer");
		if (got == 0)
			errx(1, "the connection was closed before the answer was whole");
		done += (size_t)got;
	}
}

static size_t add_record(char *to, int type, const void *content, size_t size)
{
	FCGI_Header header = { .version = FCGI_VERSION_1, .type = (unsigned char)type, .requestIdB0 = 1 };

	header.contentLengthB1 = (unsigned char)(size >> 8);
	header.contentLengthB0 = (unsigned char)size;
	memcpy(to, &header, sizeof header);
	if (size)
		memcpy(to + sizeof header, content, size);
	return sizeof header + size;
}

/* Names of less than 128 bytes, values of any length. */
static size_t add_variable(char *to, const char *name, const char *value)
{
	size_t name_size = strlen(name), value_size = strlen(value), at = 0;

	to[at++] = (char)name_size;
	to[at++] = (char)(0x80 | (value_size >> 24));
	to[at++] = (char)(value_size >> 16);
	to[at++] = (char)(value_size >> 8);
	to[at++] = (char)value_size;
	memcpy(to + at, name, name_size);
	memcpy(to + at + name_size, value, value_size);
	return at + name_size + value_size;
}

static void send_fastcgi(struct client *client, const char *path)
{
	FCGI_BeginRequestBody begin = { .roleB0 = FCGI_RESPONDER, .flags = FCGI_KEEP_CONN };
	char variables[REQUEST_BYTES], request[2 * REQUEST_BYTES];
	size_t size = 0, at;

	size += add_variable(variables + size, "REQUEST_METHOD", "GET");
	size += add_variable(variables + size, "REQUEST_URI", path);
	size += add_variable(variables + size, "REQUEST_ID", "probe");
	at = add_record(request, FCGI_BEGIN_REQUEST, &begin, sizeof begin);
	at += add_record(request + at, FCGI_PARAMS, variables, size);
	at += add_record(request + at, FCGI_PARAMS, NULL, 0);
	at += add_record(request + at, FCGI_STDIN, NULL, 0);
	send_all(client, request, at);
}

static void read_fastcgi(struct client *client)
{
	char beside[65536 + 256];
	FCGI_Header header;

	do {
		size_t size;

		read_exactly(client, &header, sizeof header);
		size = (size_t)header.contentLengthB1 << 8 | header.contentLengthB0;
		if (client->size + size >= sizeof client->bytes)
			errx(1, "an answer of more than %d bytes", CLIENT_MOST_BYTES);
		if (header.type == FCGI_STDOUT) {
			read_exactly(client, client->bytes + client->size, size);
			client->size += size;
			size = 0;
		}
		read_exactly(client, beside, size + header.paddingLength);
	} while (header.type != FCGI_END_REQUEST);
	client->bytes[client->size] = '\0';
	if (strncmp(client->bytes, "Status: 200", 11) != 0)
		errx(1, "the program answered '%.60s'", client->bytes);
}

static void send_http(struct client *client, const char *path)
{
	char request[REQUEST_BYTES];
	int size = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", path);

	send_all(client, request, (size_t)size);
}

/* The whole size of the answer once its headers are there, 0 before. */
static size_t whole_size(const struct client *client)
{
	const char *end = strstr(client->bytes, "\r\n\r\n");
	const char *length = strcasestr(client->bytes, "\r\nContent-Length: ");

	if (!end)
		return 0;
	if (!length || length > end)
		errx(1, "an answer without Content-Length");
	return (size_t)(end + 4 - client->bytes) + strtoul(length + 18, NULL, 10);
}

static void read_http(struct client *client)
{
	size_t whole = 0;

	while (!whole || client->size < whole) {
		ssize_t got = recv(client->socket, client->bytes + client->size, sizeof client->bytes - 1 - client->size, 0);

		if (got < 0)
			err(1, "reading an answer");
		if (got == 0)
			errx(1, "the connection was closed before the answer was whole");
		client->size += (size_t)got;
		client->bytes[client->size] = '\0';
		if (!whole)
			whole = whole_size(client);
	}
	if (strncmp(client->bytes, "HTTP/1.1 200", 12) != 0)
		errx(1, "the server answered '%.60s'", client->bytes);
}

void client_get(struct client *client, const char *path)
{
	if (strlen(path) > REQUEST_BYTES / 2)
		errx(1, "a path of more than %d bytes", REQUEST_BYTES / 2);
	client->size = 0;
	client->bytes[0] = '\0';
	if (client->fastcgi) {
		send_fastcgi(client, path);
		read_fastcgi(client);
	} else {
		send_http(client, path);
		read_http(client);
	}
}
