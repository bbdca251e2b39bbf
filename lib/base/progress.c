/* SPDX-License-Identifier: Apache-2.0 */
/* A progress bar on stderr. */
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "clock.h"

#define BAR_WIDTH 30
#define REDRAW_NANOSECONDS 100000000

struct progress progress_start(const char *what, int64_t total)
{
	struct progress progress = { .what = what, .total = total, .visible = isatty(STDERR_FILENO) == 1 };

	return progress;
}

static void draw(const struct progress *progress)
{
	char bar[BAR_WIDTH + 1];
	int64_t done = progress->done < progress->total ? progress->done : progress->total;

	if (progress->total <= 0) {
		fprintf(stderr, "\r%s %" PRId64 "\033[K", progress->what, progress->done);
		return;
	}
	for (int i = 0; i < BAR_WIDTH; i++)
		bar[i] = i * progress->total < done * BAR_WIDTH ? '#' : '.';
	bar[BAR_WIDTH] = '\0';
	fprintf(stderr, "\r%s [%s] %3d %%  %" PRId64 "/%" PRId64 "\033[K", progress->what, bar, (int)(done * 100 / progress->total),
		done, progress->total);
}

void progress_at(struct progress *progress, int64_t done)
{
	int64_t now;

	progress->done = done;
	if (!progress->visible)
		return;
	now = clock_nanoseconds();
	if (now - progress->shown_at < REDRAW_NANOSECONDS)
		return;
	progress->shown_at = now;
	draw(progress);
}

void progress_end(struct progress *progress)
{
	if (progress->visible)
		fputs("\r\033[K", stderr);
}
