/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a procedure goes through, as one declaration: its states, and its actions with whose they are, from where they lead where, and what
 * must be said with them. Everything that has to agree is read from it: whether a step may be taken, which forms a page offers, who may
 * send them, the flow chart, and the test of every role, state and action. The engine knows no capability: states, actions and actors of a procedure
 * stand in domain/WORD/procedure.c, their names in Chinese are rows of the table term (lists WORD_state, WORD_action, WORD_actor).
 * Pure: no database, no clock, no settings. The source of a procedure's rules stands with its declaration.
 */
#ifndef SHANYU_FLOW_H
#define SHANYU_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "clock.h"
#include "rules/core/permission.h"

struct flow_state {
	const char *code;       /* as it is stored */
	const char *turn;       /* the actor who has it in hand; "" nobody: it has ended */
	unsigned traits;        /* the procedure's own, as bits: what its functions ask of a state instead of its name */
	const char *meets;      /* the limits that are met by coming here, blank-separated; NULL none */
	const char *unmeets;    /* those that are to be met anew */
	bool stops;             /* the clock stands still while it is here */
	bool beside;            /* drawn beside the main way */
};

/* An action that more than one actor has, or that leads from here there and from there elsewhere, stands in several rows. */
struct flow_action {
	const char *name;       /* "accept": of form, address, audit row and template */
	const char *from;       /* states, blank-separated; "" it begins with this */
	const char *to;         /* NULL: the state stays */
	unsigned actor;         /* a place in the procedure's actors */
	enum verb verb;         /* what a member of the office must be allowed to; 0: it is nobody's of the office */
	unsigned needs;         /* the procedure's own: what must be said with it */
	bool undrawn;           /* a correction, or possible nearly everywhere: in the table under the chart only */
};

struct flow {
	const char *word;               /* "case": of the terms, /procedures/{word} and templates */
	const struct flow_state *states;
	size_t state_count;
	const struct flow_action *actions;
	size_t action_count;
	const char *const *actors;      /* their codes */
	size_t actor_count;
	const char *attaches;           /* states, blank-separated, in which members attach files (workflow/attachment) and withdraw them; NULL: none */
	const struct clock *clock;      /* its limits; NULL: it has none */
	const char *desk;               /* where the office has the page of a file: this and its number */
};

/* How many a declared array has. */
#define FLOW_COUNT(list) (sizeof(list) / sizeof *(list))

/* NULL: there is none. */
const struct flow_state *flow_state(const struct flow *flow, const char *code);

bool flow_ended(const struct flow *flow, const char *state);
bool flow_has(const struct flow *flow, const char *state, unsigned trait);

/* The action of an actor from one state to another; NULL: no such step is allowed. */
const struct flow_action *flow_step(const struct flow *flow, const char *from, const char *to, unsigned actor);
bool flow_may(const struct flow *flow, const char *from, const char *to, unsigned actor);

/* What an actor may do by this name in this state; NULL: nothing. The first of several rows. */
const struct flow_action *flow_action(const struct flow *flow, const char *name, const char *state, unsigned actor);

/*
 * The same for a member of the office who may have several roles: of whichever actor's the action is whose verb `may` allows. The actor of the row is
 * who the step is taken as.
 */
const struct flow_action *flow_offer(const struct flow *flow, const char *name, const char *state, bool (*may)(const void *member, enum verb verb),
				     const void *member);

/* Whether files are attached and withdrawn in this state. */
bool flow_attaches(const struct flow *flow, const char *state);

/* Whether the procedure has an action of this name at all. */
bool flow_knows(const struct flow *flow, const char *name);

/*
 * What is wrong with a declaration, in one line, or NULL: a state, actor or limit that is not declared, two rows that say the same, a state that
 * nothing leads to or that nothing leads out of though it is somebody's turn; what is wrong with its clock. For tests.
 */
const char *flow_mistake(const struct flow *flow);

#endif
