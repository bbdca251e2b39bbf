/* SPDX-License-Identifier: Apache-2.0 */
/*
 * preview: with --card one drawing of ours (SVG) on stdin, the same as a PNG on stdout. Else one picture or paper (PDF) on stdin, the same or its first page
 * on stdout as a JPEG of at most 1600 pixels a side, upright, without EXIF, GPS or any other metadata.
 * A program of its own, since decoders are where pictures bite: it opens nothing, knows nothing, and the kernel holds it to reading,
 * writing and memory. Exit codes: 0 made, 2 no picture, 3 refused (too many pixels, broken), 1 it could not start.
 */
#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <grp.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <vips/vips.h>
/* After vips.h, which it needs. */
#include <vips/vector.h>

#include "font_sample.h"
#include "lib/base/arena.h"
#include "lib/seal/confine.h"

#define LARGEST ((size_t)20 * 1024 * 1024)
/* Telephones have up to 200 million; 16320 x 12240. */
#define MOST_PIXELS ((int64_t)210 * 1000 * 1000)
#define LONGEST_SIDE 1600
/* A HEIC that would be divided by more (some 100 million pixels) is not decoded whole. */
#define LARGEST_WHOLE_SHRINK 4
#define QUALITY 80
#define MOST_SECONDS 20
#define MOST_MEMORY ((rlim_t)1024 * 1024 * 1024)
#define MOST_WRITTEN ((rlim_t)64 * 1024 * 1024)
/* Whom it is when root starts it: a number without a name, that owns nothing. */
#define NOBODY 64104

enum preview_exit { PREVIEW_MADE = 0, PREVIEW_FAULT = 1, PREVIEW_NO_PICTURE = 2, PREVIEW_REFUSED = 3 };

#define SEQUENTIAL "access", VIPS_ACCESS_SEQUENTIAL, NULL

/*
 * Each loads with every side divided by `shrink` (1, 2, 4 or 8), as far as its format can do that while it decodes: photographs of 50 to 200
 * megapixels then need no more time or memory than small ones.
 */
static int load_jpeg(void *bytes, size_t size, int shrink, VipsImage **picture)
{
	return vips_jpegload_buffer(bytes, size, picture, "shrink", shrink, SEQUENTIAL);
}

static int load_png(void *bytes, size_t size, int shrink, VipsImage **picture)
{
	(void)shrink;
	return vips_pngload_buffer(bytes, size, picture, SEQUENTIAL);
}

static int load_gif(void *bytes, size_t size, int shrink, VipsImage **picture)
{
	(void)shrink;
	return vips_gifload_buffer(bytes, size, picture, SEQUENTIAL);
}

static int load_webp(void *bytes, size_t size, int shrink, VipsImage **picture)
{
	return vips_webpload_buffer(bytes, size, picture, "scale", 1.0 / shrink, SEQUENTIAL);
}

/* It is decoded whole; a very large one brings a small picture of itself along. */
static int load_heif(void *bytes, size_t size, int shrink, VipsImage **picture)
{
	return vips_heifload_buffer(bytes, size, picture, "thumbnail", shrink > LARGEST_WHOLE_SHRINK, SEQUENTIAL);
}

/* The first page, as large as the preview. */
static int load_pdf(void *bytes, size_t size, int shrink, VipsImage **picture)
{
	VipsImage *head = NULL;
	int longest;

	(void)shrink;
	if (vips_pdfload_buffer(bytes, size, &head, "n", 1, NULL) != 0)
		return -1;
	longest = vips_image_get_width(head) > vips_image_get_height(head) ? vips_image_get_width(head) : vips_image_get_height(head);
	g_object_unref(head);
	return vips_pdfload_buffer(bytes, size, picture, "n", 1, "scale", (double)LONGEST_SIDE / longest, SEQUENTIAL);
}

/*
 * Photographs and papers, by how they begin: what else libvips can read (SVG, TIFF, all of ImageMagick) is not even asked whether it
 * could, since asking opens files of its own.
 */
static const struct kind {
	size_t at;
	const char *begins;
	int (*load)(void *bytes, size_t size, int shrink, VipsImage **picture);
} kinds[] = {
	{ 0, "\xff\xd8\xff", load_jpeg }, { 0, "\x89PNG\r\n", load_png }, { 0, "GIF8", load_gif },
	{ 8, "WEBP", load_webp },         { 4, "ftyp", load_heif },       { 0, "%PDF-", load_pdf },
	{ 0, NULL, NULL },
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

/* As much as leaves more than the preview shows. */
static int shrink_of(const VipsImage *picture)
{
	int width = vips_image_get_width(picture), height = vips_image_get_height(picture);
	int longest = width > height ? width : height, shrink = 1;

	while (shrink < 8 && longest / (2 * shrink) >= LONGEST_SIDE)
		shrink *= 2;
	return shrink;
}

static enum preview_exit make(char *bytes, size_t size)
{
	const struct kind *kind = kind_of(bytes, size);
	VipsImage *head = NULL, *whole = NULL, *picture = NULL;
	void *made = NULL;
	size_t made_size = 0;

	if (!kind)
		return PREVIEW_NO_PICTURE;
	if (kind->load(bytes, size, 1, &head) != 0 || !has_bearable_size(head) ||
	    kind->load(bytes, size, shrink_of(head), &whole) != 0 ||
	    vips_thumbnail_image(whole, &picture, LONGEST_SIDE, "height", LONGEST_SIDE, "size", VIPS_SIZE_DOWN, NULL) != 0 ||
	    vips_jpegsave_buffer(picture, &made, &made_size, "Q", QUALITY, "strip", TRUE, NULL) != 0)
		return PREVIEW_REFUSED;
	return write_all(made, made_size) ? PREVIEW_MADE : PREVIEW_REFUSED;
}

/* A drawing of the house's own templates. */
static enum preview_exit draw(char *bytes, size_t size)
{
	VipsImage *picture = NULL;
	void *made = NULL;
	size_t made_size = 0;

	if (vips_svgload_buffer(bytes, size, &picture, NULL) != 0 || !has_bearable_size(picture) ||
	    vips_pngsave_buffer(picture, &made, &made_size, "palette", TRUE, "strip", TRUE, NULL) != 0)
		return PREVIEW_REFUSED;
	return write_all(made, made_size) ? PREVIEW_MADE : PREVIEW_REFUSED;
}

/*
 * Fonts are opened when they are first drawn with, which is not possible behind the fence: draw with them once before. Without a font for
 * Chinese nothing is drawn.
 */
static bool open_fonts(void)
{
	FcCharSet *characters = FcCharSetCreate();
	FcPattern *wanted = FcPatternCreate();
	FcObjectSet *objects = FcObjectSetBuild(FC_FILE, NULL);
	FcFontSet *fonts;
	VipsImage *picture = NULL;
	void *made = NULL;
	size_t made_size = 0;
	bool any;

	FcCharSetAddChar(characters, 0x5584);
	FcPatternAddCharSet(wanted, FC_CHARSET, characters);
	fonts = FcFontList(NULL, wanted, objects);
	any = fonts && fonts->nfont > 0;
	return any && vips_svgload_buffer(g_strdup(font_sample), strlen(font_sample), &picture, NULL) == 0 &&
	       vips_pngsave_buffer(picture, &made, &made_size, "palette", TRUE, NULL) == 0;
}

/*
 * What reads papers opens its tables when it meets the first one, which is not possible behind the fence: give it one of ours before. A font that a
 * paper does not bring along cannot be opened then: the program ends, and there is no preview. The threads that this starts are held by the fence, too.
 */
static bool open_papers(void)
{
	static const char paper[] = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
				    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n%%EOF\n";
	VipsImage *picture = NULL;
	void *made = NULL;
	size_t made_size = 0;

	return load_pdf(g_strdup(paper), strlen(paper), 1, &picture) == 0 && vips_jpegsave_buffer(picture, &made, &made_size, NULL) == 0;
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
	const struct rlimit seconds = { MOST_SECONDS, MOST_SECONDS }, memory = { MOST_MEMORY, MOST_MEMORY }, written = { MOST_WRITTEN, MOST_WRITTEN },
			    none = { 0, 0 };

	return setrlimit(RLIMIT_CPU, &seconds) == 0 && setrlimit(RLIMIT_DATA, &memory) == 0 && setrlimit(RLIMIT_FSIZE, &written) == 0 &&
	       setrlimit(RLIMIT_CORE, &none) == 0;
}

/* Before a byte of the picture is read: it is not root, can become nobody else, and ends with who asked for it. */
static bool become_nobody(void)
{
	if (geteuid() == 0 && (setgroups(0, NULL) != 0 || setresgid(NOBODY, NOBODY, NOBODY) != 0 || setresuid(NOBODY, NOBODY, NOBODY) != 0))
		return false;
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
}

/* Nothing is opened, nobody spoken to. Our own drawings may have a font opened by a thread that the fonts were tried in. */
static bool fence(bool tell, bool card)
{
	static const struct confine_path none[] = { { NULL, CONFINE_MAY_READ } };
	const struct confinement fences = { .to = CONFINE_TO_MEMORY, .paths = none, .alone = true, .all_threads = !card, .tell = tell };
	struct arena *arena = arena_new(4096);
	const char *problem = "";

	if (limit() && confine_behind(&fences, arena, &problem))
		return true;
	fprintf(stderr, "preview: %s\n", *problem ? problem : strerror(errno));
	return false;
}

int main(int count, char **words)
{
	bool tell = count == 2 && strcmp(words[1], "--check") == 0, card = count == 2 && strcmp(words[1], "--card") == 0;
	char *bytes;
	size_t size;

	if (count != 1 && !tell && !card) {
		fputs("usage: preview [--check] <PICTURE >PREVIEW.jpg\n       preview --card <DRAWING.svg >CARD.png\n", stderr);
		return PREVIEW_FAULT;
	}
	if (!become_nobody())
		return PREVIEW_FAULT;
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
	if (tell)
		return fence(true, false) ? PREVIEW_MADE : PREVIEW_FAULT;
	if (card && !open_fonts()) {
		fputs("preview: no font has Chinese characters; install one, fonts-noto-cjk for example\n", stderr);
		return PREVIEW_FAULT;
	}
	bytes = g_malloc(LARGEST + 1);
	if (!read_all(bytes, &size) || size > LARGEST)
		return PREVIEW_REFUSED;
	if (!card && kind_of(bytes, size) && kind_of(bytes, size)->load == load_pdf && !open_papers())
		return PREVIEW_FAULT;
	if (!fence(false, card))
		return PREVIEW_FAULT;
	/* No tidying up: the end of the process is cheaper, and some libraries' exits make calls that are forbidden now. */
	_exit((int)(card ? draw(bytes, size) : make(bytes, size)));
}
