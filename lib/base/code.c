/* SPDX-License-Identifier: Apache-2.0 */
/* QR codes, made by libqrencode. */
#include "code.h"

#include <qrencode.h>
#include <stdio.h>

/* The dark modules as one path, a run of a row at a time, with the quiet zone of four. */
static const char *path_of(const QRcode *code, struct arena *arena)
{
	size_t width = (size_t)code->width, room = width * width * 20 + 1, size = 0;
	char *path = arena_take(arena, room);

	for (size_t y = 0; y < width; y++)
		for (size_t x = 0, run; x < width; x += run) {
			for (run = 0; x + run < width && (code->data[y * width + x + run] & 1); run++)
				;
			if (run)
				size += (size_t)snprintf(path + size, room - size, "M%zu %zuh%zuv1h-%zuz", x + 4, y + 4, run, run);
			else
				run = 1;
		}
	return path;
}

bool code_of(const char *text, struct arena *arena, struct code *code)
{
	QRcode *made = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);

	if (!made)
		return false;
	*code = (struct code){ .size = made->width + 8, .path = path_of(made, arena) };
	QRcode_free(made);
	return true;
}
