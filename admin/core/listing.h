/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a declared list (workflow/list.h) is run for the office: its question read, its rows a page at a time, chips, lists kept by a name, files, and
 * what is done with several rows at once. Whatever is asked for, only what lies within the scope of who asks is found: the queries see to that.
 */
#ifndef SHANYU_ADMIN_LISTING_H
#define SHANYU_ADMIN_LISTING_H

#include "office.h"
#include "sought.h"
#include "workflow/list.h"

struct listing;

/* A list that everyone who may do a thing has. One that several verbs lead to stands in several rows, one after the other. */
struct list_quick {
	const char *section;            /* of the template, and the column of quick_counts */
	const char *query;
	enum verb verb;
	const char *named;              /* it is called as what its query chooses in this filter; NULL: the template has its name */
};

struct office_list {
	const struct list *list;
	const char *template;           /* "admin/cases.tpl": binds what templates/admin/list-*.tpl say */
	const char *sheet;              /* "admin/cases.sheet.tpl": the columns of the file */
	const char *file;               /* its name: FILE-2026-11-23.xlsx */
	enum verb exports;
	/*
	 * Of a page: parameters of the question, account, now, tomorrow, and after_place, after_key, direction, most; rows in their order, each with
	 * place_in_list and its key; one page_size + 1 of them tells that there are more.
	 */
	const struct query *rows;
	/* Of the question: `found`, at most 10001, and what else `totals` names, to be bound; ended by NULL. */
	const struct query *count;
	const char *const *totals;
	/* Of a file: `keys` gives all keys in order, `listed` (:keys, each filled up to 20 characters, and :count) the rows of some of them as they are now. */
	const struct query *keys, *listed;
	const struct query *quick_counts;
	bool counted;                   /* each row has what `count` and `quick_counts` give, too: many are looked at once for all of it */
	/* By its number, or by the end of it (:number '', :ending a pattern), with the column number; NULL: its rows have none. */
	const struct query *jump;
	const struct list_quick *quick; /* ended by one without a section */

	/* What is the list's own; each may be NULL. False: the query failed. */
	void (*ask)(struct listing *listing);   /* put more parameters, or others */
	bool (*bind_rows)(struct request *request, const struct rows *rows, struct page *page, bool pickable);  /* as `rows`; NULL: as they are */
	bool (*bind_bulk)(struct request *request, struct page *page);  /* what the bulk bar offers to choose */
	void (*bind_form)(struct request *request, struct page *page);  /* which filters say something to who asks */
	struct values *(*cells)(const struct values *row, struct arena *arena);        /* of the file; NULL: the row */
};

/* A question under way. */
struct listing {
	struct request *request;
	const struct office_list *of;
	struct form_result *form;       /* as typed; its states name what is wrong: when it is not fine nothing must be listed */
	struct values *parameters;
	struct list_place place;
	int64_t page;                   /* the number of the page, from 1 */
	struct sought sought;           /* what is meant by the words typed, */
	bool guessing;                  /* and whether facilities that are only guessed count */
};

/* A last day that lies before the first chooses nothing: it is a slip, and refused. */
void listing_check_days(const struct list *list, struct form_result *form);

/* Read what was asked for: by request->form of a route, or by listing_form. */
void listing_read(struct request *request, const struct office_list *of, struct form_result *form, struct listing *listing);

/* The form of a query text, as a kept list or a link of ours holds it: what is unreadable in it is left out. */
struct form_result *listing_form(struct request *request, const struct office_list *of, const char *query);

/* False: BROKEN, which was said; so for all that follow. */
bool listing_count(const struct listing *listing, struct values **counts);

/* The address of the same question; see list_address. */
const char *listing_address(const struct listing *listing, const char *path, const char *without);

/* The page. problem: a section that says what was wrong with a form of it; NULL nothing was. */
enum outcome listing_show(struct request *request, const struct office_list *of, struct form_result *form, const char *problem);

/* What can be chosen in a filter that has a query for it: code, name; of one that offers nothing the name of what was typed. */
bool listing_options(struct request *request, const struct list_filter *filter, const char *typed, struct rows *rows);

/* Parts of it: the form with its options and chips; quick and kept lists, of which the one that `shown` asks for is marked (NULL: none is shown). */
bool listing_bind_form(const struct listing *listing, struct page *page);
bool listing_bind_named(struct request *request, const struct office_list *of, const struct values *counts, const struct listing *shown,
			struct page *page);

/* How many each of the quick lists holds. NULL: BROKEN. */
struct values *listing_quick_counts(struct request *request, const struct office_list *of);

/* The forms of PATH/saved and PATH/saved/remove. */
extern const struct form listing_kept_form;
enum outcome listing_keep(struct request *request, const struct office_list *of);
enum outcome listing_let_go(struct request *request, const struct office_list *of);

/* From a typed number (2026-123, or 123 of any year) to what bears it, to a choice when there are several, to the list when it is no number. */
extern const struct form listing_jump_form;
enum outcome listing_jump(struct request *request, const struct office_list *of);

/* PATH.xlsx */
enum outcome listing_export(struct request *request, const struct office_list *of);

#endif
