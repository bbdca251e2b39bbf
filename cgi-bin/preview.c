/* SPDX-License-Identifier: Apache-2.0 */
/*
 * preview: one picture on stdin, the same on stdout as a JPEG of at most 1600 pixels a side, upright, without EXIF, GPS or any other metadata.
 * A program of its own, since decoders are where pictures bite: it opens nothing, knows nothing, and the kernel holds it to reading,
 * writing and memory. Exit codes: 0 made, 2 no picture, 3 refused (too many pixels, broken), 1 it could not start.
 */
#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <vips/vips.h>
/* After vips.h, which it needs. */
#include <vips/vector.h>

#include "lib/confine.h"

#define LARGEST ((size_t)20 * 1024 * 1024)
#define MOST_PIXELS ((int64_t)50 * 1000 * 1000)
#define LONGEST_SIDE 1600
#define QUALITY 80
#define MOST_SECONDS 20
#define MOST_MEMORY ((rlim_t)1024 * 1024 * 1024)

enum preview_exit { PREVIEW_MADE = 0, PREVIEW_FAULT = 1, PREVIEW_NO_PICTURE = 2, PREVIEW_REFUSED = 3 };

#define SEQUENTIAL "access", VIPS_ACCESS_SEQUENTIAL, NULL

static int load_jpeg(void *bytes, size_t size, VipsImage **picture)
{
	return vips_jpegload_buffer(bytes, size, picture, SEQUENTIAL);
}

static int load_png(void *bytes, size_t size, VipsImage **picture)
{
	return vips_pngload_buffer(bytes, size, picture, SEQUENTIAL);
}

static int load_gif(void *bytes, size_t size, VipsImage **picture)
{
	return vips_gifload_buffer(bytes, size, picture, SEQUENTIAL);
}

static int load_webp(void *bytes, size_t size, VipsImage **picture)
{
	return vips_webpload_buffer(bytes, size, picture, SEQUENTIAL);
}

static int load_heif(void *bytes, size_t size, VipsImage **picture)
{
	return vips_heifload_buffer(bytes, size, picture, SEQUENTIAL);
}

/*
 * Photographs only, by how they begin: what else libvips can read (PDF, SVG, TIFF, all of ImageMagick) is not even asked whether it
 * could, since asking opens files of its own.
 */
static const struct kind {
	size_t at;
	const char *begins;
	int (*load)(void *bytes, size_t size, VipsImage **picture);
} kinds[] = {
	{ 0, "\xff\xd8\xff", load_jpeg }, { 0, "\x89PNG\r\n", load_png }, { 0, "GIF8", load_gif },
	{ 8, "WEBP", load_webp },         { 4, "ftyp", load_heif },       { 0, NULL, NULL },
};

static const struct kind *kind_of(const char *bytes, size_t size)
{
	for (const struct kind *kind = kinds; kind->begins; kind++) {
		size_t length = strlen(kind->begins);

		if (size >= kind->at + length && memcmp(bytes + kind->at, kind->begins, length) == 0)
			return kind;
	}
	return NULL;
}

static bool read_all(char *bytes, size_t *size)
{
	ssize_t count;

	*size = 0;
	do {
		count = read(STDIN_FILENO, bytes + *size, LARGEST + 1 - *size);
		if (count > 0)
			*size += (size_t)count;
	} while ((count > 0 && *size <= LARGEST) || (count < 0 && errno == EINTR));
	return count == 0;
}

static bool write_all(const char *bytes, size_t size)
{
	while (size) {
		ssize_t written = write(STDOUT_FILENO, bytes, size);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		bytes += written;
		size -= (size_t)written;
	}
	return true;
}

/* Only the header is read so far: a small file can unfold to more pixels than there is memory. */
static bool has_bearable_size(const VipsImage *picture)
{
	return (int64_t)vips_image_get_width(picture) * vips_image_get_height(picture) <= MOST_PIXELS;
}

static enum preview_exit make(char *bytes, size_t size)
{
	const struct kind *kind = kind_of(bytes, size);
	VipsImage *whole = NULL, *picture = NULL;
	void *made = NULL;
	size_t made_size = 0;

	if (!kind)
		return PREVIEW_NO_PICTURE;
	if (kind->load(bytes, size, &whole) != 0 || !has_bearable_size(whole) ||
	    vips_thumbnail_image(whole, &picture, LONGEST_SIDE, "height", LONGEST_SIDE, "size", VIPS_SIZE_DOWN, NULL) != 0 ||
	    vips_jpegsave_buffer(picture, &made, &made_size, "Q", QUALITY, "strip", TRUE, NULL) != 0)
		return PREVIEW_REFUSED;
	return write_all(made, made_size) ? PREVIEW_MADE : PREVIEW_REFUSED;
}

/* What GLib does to say something (it asks for the journal's socket, for one) is forbidden, and nobody reads it. */
static void say_nothing(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer own)
{
	(void)domain;
	(void)level;
	(void)message;
	(void)own;
}

/* A picture that takes too long or too much ends the program, not the machine. */
static bool limit(void)
{
	const struct rlimit seconds = { MOST_SECONDS, MOST_SECONDS }, memory = { MOST_MEMORY, MOST_MEMORY }, none = { 0, 0 };

	return setrlimit(RLIMIT_CPU, &seconds) == 0 && setrlimit(RLIMIT_DATA, &memory) == 0 && setrlimit(RLIMIT_CORE, &none) == 0;
}

int main(int count, char **words)
{
	const char *problem = "";
	char *bytes;
	size_t size;

	if (count != 1) {
		fputs("usage: preview <PICTURE >PREVIEW.jpg\n", stderr);
		return PREVIEW_FAULT;
	}
	/* The C library opens a file of the kernel's when it gives back memory of a thread's own. */
	mallopt(M_ARENA_MAX, 1);
	/* A large picture to be turned would otherwise be laid down in a file. */
	if (setenv("VIPS_DISC_THRESHOLD", "1g", 1) != 0 || VIPS_INIT(words[0]) != 0)
		return PREVIEW_FAULT;
	g_log_set_default_handler(say_nothing, NULL);
	vips_concurrency_set(1);
	vips_cache_set_max(0);
	/* It would write code while it runs. */
	vips_vector_set_enabled(FALSE);
	tzset();
	bytes = g_malloc(LARGEST + 1);
	if (!read_all(bytes, &size) || size > LARGEST)
		return PREVIEW_REFUSED;
	if (!limit() || !confine(CONFINE_TO_MEMORY, &problem)) {
		fprintf(stderr, "preview: %s\n", problem);
		return PREVIEW_FAULT;
	}
	/* No tidying up: the end of the process is cheaper, and some libraries' exits make calls that are forbidden now. */
	_exit((int)make(bytes, size));
}
