/* SPDX-License-Identifier: Apache-2.0 */
/*
 * webhook: one address in the first line of stdin, the rest is sent there by POST as JSON. A program of its own: only it speaks to a stranger's
 * server, and it holds no key and opens no registry. The address may hold a token: it comes on stdin, where no list of processes shows it.
 * Follows no redirection. Exit codes: 0 the other side took it (2xx), 1 it did not, with one line on stderr.
 */
#include <curl/curl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/arena.h"

#define LARGEST ((size_t)1024 * 1024)
#define CONNECT_SECONDS 5L
#define MOST_SECONDS 15L

static size_t read_all(char *bytes)
{
	size_t size = 0;
	ssize_t count;

	while ((count = read(STDIN_FILENO, bytes + size, LARGEST - size)) > 0)
		size += (size_t)count;
	bytes[size] = '\0';
	return size;
}

/* What it answers is of no account. */
static size_t pass_over(char *bytes, size_t size, size_t count, void *with)
{
	(void)bytes;
	(void)with;
	return size * count;
}

static CURLcode post(CURL *curl, const char *address, const char *body, size_t size, long *status)
{
	struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json; charset=utf-8");
	CURLcode code = CURLE_OUT_OF_MEMORY;

	/* Without "Expect: 100-continue", for which small servers wait in vain. */
	headers = curl_slist_append(headers, "Expect:");
	if (headers && curl_easy_setopt(curl, CURLOPT_URL, address) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK) {
		curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
		curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
		curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)size);
		curl_easy_setopt(curl, CURLOPT_USERAGENT, "shanyu");
		curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
		curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
		curl_easy_setopt(curl, CURLOPT_TIMEOUT, MOST_SECONDS);
		curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, pass_over);
		code = curl_easy_perform(curl);
		curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, status);
	}
	curl_slist_free_all(headers);
	return code;
}

int main(void)
{
	struct arena *arena = arena_new(2 * LARGEST);
	char *input = arena_take(arena, LARGEST + 1);
	size_t size = read_all(input), address = strcspn(input, "\n");
	long status = 0;
	CURLcode code;
	CURL *curl;

	if (size == LARGEST || input[address] != '\n') {
		fputs("webhook: an address in the first line and a text of less than a megabyte after it\n", stderr);
		return 1;
	}
	input[address] = '\0';
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || !(curl = curl_easy_init())) {
		fputs("webhook: libcurl does not start\n", stderr);
		return 1;
	}
	code = post(curl, input, input + address + 1, size - address - 1, &status);
	if (code != CURLE_OK)
		fprintf(stderr, "webhook: %s\n", curl_easy_strerror(code));
	else if (status < 200 || status > 299)
		fprintf(stderr, "webhook: the other side answered %ld\n", status);
	curl_easy_cleanup(curl);
	curl_global_cleanup();
	arena_free(arena);
	return code == CURLE_OK && status >= 200 && status <= 299 ? 0 : 1;
}
