/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bare FILE: answers every request with the file's bytes, with the portal's headers and over its accept loop. What the portal
 * itself costs is what it falls short of this.
 */
#include <err.h>
#include <stdio.h>

#include "lib/web/response.h"
#include "lib/web/serve.h"

struct made {
	struct buffer head, body;
};

static void answer(struct request *request, struct buffer *head)
{
	struct made *made = request->program;

	buffer_add(head, made->head.bytes, made->head.size);
	request->response.body = &made->body;
}

static void read_file(const char *name, struct buffer *into)
{
	FILE *file = fopen(name, "rb");
	char piece[4096];
	size_t size;

	if (!file)
		err(1, "%s", name);
	while ((size = fread(piece, 1, sizeof piece, file)) > 0)
		buffer_add(into, piece, size);
	fclose(file);
}

int main(int count, char **words)
{
	struct made made = { 0 };
	struct response response = {
		.content = CONTENT_HTML,
		.etag = "\"14203-20780-d0e613cd035e\"",
		.cache = "public, max-age=0, must-revalidate",
		.body = &made.body,
	};
	int code;

	if (count != 2)
		errx(2, "usage: bare FILE, as a FastCGI program");
	read_file(words[1], &made.body);
	response_head(&response, PAGE, &made.head);
	code = serve_run(&made, answer);
	buffer_free(&made.head);
	buffer_free(&made.body);
	return code;
}
