/* SPDX-License-Identifier: Apache-2.0 */
/* Where the boxes and arrows of a flow chart go. */
#include "flow_chart.h"

#include <inttypes.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/text.h"

#define BOX_WIDTH 164
#define BOX_HEIGHT 46
#define COLUMN 204              /* from one column to the next */
#define ROW 68
#define LINE_HEIGHT 19
#define LINE_CHARACTERS 10
/* How far the two arrows between the same two boxes are apart. */
#define APART 7
/* Behind these a name is broken best: the full-width comma and colon. */
#define COMMA 0xff0c
#define COLON 0xff1a

struct place {
	int column, row;
};

struct values *flow_name_lists(const struct flow *flow, struct arena *arena)
{
	struct values *lists = values_new(arena);

	values_put_text(lists, "states", arena_format(arena, "%s_state", flow->word));
	values_put_text(lists, "actions", arena_format(arena, "%s_action", flow->word));
	values_put_text(lists, "actors", arena_format(arena, "%s_actor", flow->word));
	return lists;
}

const char *flow_states_of(const struct rows *rows, struct arena *arena)
{
	const char *states = "";

	for (size_t i = 0; i < rows->count; i++)
		states = arena_format(arena, "%s%s%s", states, i ? " " : "", values_text(&rows->at[i], "state"));
	return states;
}

const char *flow_name(const struct rows *names, const char *list, const char *code)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(values_text(&names->at[i], "list"), list) == 0 && strcmp(values_text(&names->at[i], "code"), code) == 0)
			return values_text(&names->at[i], "name");
	return code;
}

static bool is_drawn(const struct flow *flow, size_t from, size_t to)
{
	for (size_t i = 0; i < flow->action_count; i++) {
		const struct flow_action *action = &flow->actions[i];

		if (!action->undrawn && action->to && strcmp(action->to, flow->states[to].code) == 0 &&
		    text_has_word(action->from, flow->states[from].code))
			return true;
	}
	return false;
}

/* The row of the first state before this one that leads to it; -1 none. */
static int row_before(const struct flow *flow, const struct place *places, size_t state)
{
	for (size_t i = 0; i < state; i++)
		if (is_drawn(flow, i, state))
			return places[i].row;
	return -1;
}

/* The main way goes on below what branches off it. */
static struct place *set_out(const struct flow *flow, struct arena *arena)
{
	struct place *places = arena_take(arena, flow->state_count * sizeof *places);
	int next[2] = { 0, 0 };

	for (size_t i = 0; i < flow->state_count; i++) {
		int column = flow->states[i].beside, row = next[column], before = row_before(flow, places, i);

		if (column == 0 && next[1] > row)
			row = next[1];
		if (column == 1 && before > row)
			row = before;
		places[i] = (struct place){ column, row };
		next[column] = row + 1;
	}
	return places;
}

/* Where a name is broken, in bytes: behind a comma, else in its middle; 0 when it fits into one line. */
static size_t break_of(const char *name)
{
	size_t length = text_length(name), place = 0, middle = 0, sign = 0;
	const char *at = name;
	uint32_t character;

	if (length <= LINE_CHARACTERS)
		return 0;
	while ((character = text_next(&at))) {
		place++;
		if ((character == COMMA || character == COLON) && place < length)
			sign = (size_t)(at - name);
		if (place == (length + 1) / 2)
			middle = (size_t)(at - name);
	}
	return sign ? sign : middle;
}

static void put_name(struct values *box, const char *name, int64_t y, struct arena *arena)
{
	size_t broken = break_of(name);

	values_put_text(box, "line_1", broken ? arena_text(arena, name, broken) : name);
	values_put_text(box, "line_2", name + (broken ? broken : strlen(name)));
	values_put_integer(box, "text_y", y + BOX_HEIGHT / 2 + 5 - (broken ? LINE_HEIGHT / 2 : 0));
	values_put_integer(box, "next_y", y + BOX_HEIGHT / 2 + 5 + LINE_HEIGHT / 2 + 1);
}

static void put_box(struct values *box, const struct flow_state *state, struct place place, const struct rows *names, const char *live,
		    const char *passed, struct arena *arena)
{
	int64_t x = place.column * COLUMN, y = place.row * ROW;

	values_put_text(box, "code", state->code);
	values_put_integer(box, "x", x);
	values_put_integer(box, "y", y);
	values_put_integer(box, "width", BOX_WIDTH);
	values_put_integer(box, "height", BOX_HEIGHT);
	values_put_integer(box, "text_x", x + BOX_WIDTH / 2);
	put_name(box, flow_name(names, "state", state->code), y, arena);
	values_put_integer(box, "live", strcmp(state->code, live) == 0);
	values_put_integer(box, "passed", strcmp(state->code, live) != 0 && text_has_word(passed, state->code));
}

/* Down from the lower edge, or across from side to side. Of two arrows between two boxes each keeps to its side. */
static const char *path(struct place from, struct place to, bool both, struct arena *arena)
{
	int shift = !both ? 0 : from.column < to.column || (from.column == to.column && from.row < to.row) ? -APART : APART;
	int y1 = from.row * ROW + BOX_HEIGHT / 2 + shift, y2 = to.row * ROW + BOX_HEIGHT / 2 + shift, x = from.column * COLUMN + BOX_WIDTH / 2 + shift;
	int left = BOX_WIDTH, right = COLUMN, middle = (left + right) / 2;

	if (from.column == to.column && from.row < to.row)
		return arena_format(arena, "M%d %d V%d", x, from.row * ROW + BOX_HEIGHT, to.row * ROW - 2);
	if (from.column == to.column)
		return arena_format(arena, "M%d %d V%d", x, from.row * ROW, to.row * ROW + BOX_HEIGHT + 2);
	if (from.column < to.column)
		return arena_format(arena, "M%d %d C%d %d %d %d %d %d", left, y1, middle, y1, middle, y2, right - 2, y2);
	return arena_format(arena, "M%d %d C%d %d %d %d %d %d", right, y1, middle, y1, middle, y2, left + 2, y2);
}

static void put_arrows(const struct flow *flow, const struct place *places, struct rows *arrows, struct arena *arena)
{
	for (size_t i = 0; i < flow->state_count; i++)
		for (size_t j = 0; j < flow->state_count; j++)
			if (i != j && is_drawn(flow, i, j)) {
				struct values *arrow = values_new(arena);

				values_put_text(arrow, "path", path(places[i], places[j], is_drawn(flow, j, i), arena));
				arrows->at[arrows->count++] = *arrow;
			}
}

struct flow_chart flow_chart(const struct flow *flow, const struct rows *names, const char *live, const char *passed, struct arena *arena)
{
	const struct place *places = set_out(flow, arena);
	struct flow_chart chart = { .height = 0 };

	chart.boxes.at = arena_take(arena, flow->state_count * sizeof *chart.boxes.at);
	chart.arrows.at = arena_take(arena, flow->state_count * flow->state_count * sizeof *chart.arrows.at);
	for (size_t i = 0; i < flow->state_count; i++) {
		struct values *box = values_new(arena);

		put_box(box, &flow->states[i], places[i], names, live, passed, arena);
		chart.boxes.at[chart.boxes.count++] = *box;
		if (places[i].row * ROW + BOX_HEIGHT > chart.height)
			chart.height = places[i].row * ROW + BOX_HEIGHT;
	}
	chart.height += FLOW_CHART_WIDTH - COLUMN - BOX_WIDTH;
	put_arrows(flow, places, &chart.arrows, arena);
	return chart;
}
