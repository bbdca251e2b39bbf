/* SPDX-License-Identifier: Apache-2.0 */
/* A registry with departments and the rules of signing in, for the tests of accounts and of the audit. */
#ifndef SHANYU_TESTS_OFFICE_REGISTRY_H
#define SHANYU_TESTS_OFFICE_REGISTRY_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sodium.h>

#include "accounts.h"
#include "accounts/accounts.h"
#include "audit.h"
#include "lib/sql/migrate.h"
#include "registry_migrations.h"
#include "remove_folder.h"

#define OFFICE_NOW 1795400000 /* 2026-11-23 */

struct office_registry {
	struct arena *arena;
	char folder[32];
	struct sql *sql;
	struct accounts accounts;
	struct account_rules rules;
	uint8_t key[SECRET_KEY];
};

static const char office_data[] =
	"insert into department (code, name, kind, position) values ('MARKET', '市场监管', 'DEPARTMENT', 1), ('310107015', '长寿路街道', 'STREET', 2);"
	"insert into rule (key, jurisdiction, value, unit, effective_from, effective_to, source, severity) values "
	"('password.least_characters', 'CN', 12, 'character', '2023-01-01', null, 'test', 'BLOCK'),"
	"('session.idle_minutes', 'CN', 30, 'minute', '2023-01-01', null, 'test', 'WARN'),"
	"('session.absolute_hours', 'CN', 12, 'hour', '2023-01-01', null, 'test', 'WARN'),"
	"('session.password_minutes', 'CN', 10, 'minute', '2023-01-01', null, 'test', 'WARN'),"
	"('sign_in.free_attempts', 'CN', 3, 'time', '2023-01-01', null, 'test', 'WARN'),"
	"('sign_in.longest_wait_seconds', 'CN', 300, 'second', '2023-01-01', null, 'test', 'WARN'),"
	"('sign_in.forget_hours', 'CN', 24, 'hour', '2023-01-01', null, 'test', 'WARN'),"
	"('sign_in.device_days', 'CN', 180, 'day', '2023-01-01', null, 'test', 'WARN'),"
	"('sign_in.invited_hours', 'CN', 72, 'hour', '2023-01-01', null, 'test', 'BLOCK');";

static inline int office_registry_open(void **state)
{
	static const struct query_pack *const packs[] = { &accounts_pack, &audit_pack, NULL };
	struct office_registry *office = calloc(1, sizeof *office);
	struct sql_opening opening = { .mode = SQL_CREATE };
	const char *problem = "";

	*state = office;
	if (sodium_init() < 0)
		return -1;
	office->arena = arena_new((size_t)64 << 20);
	strcpy(office->folder, "/tmp/shanyu-office-XXXXXX");
	if (!mkdtemp(office->folder))
		return -1;
	opening.address = arena_format(office->arena, "%s/registry.db", office->folder);
	office->sql = sql_open(&opening, office->arena, &problem);
	randombytes_buf(office->key, sizeof office->key);
	office->accounts = (struct accounts){ office->sql, office->arena, OFFICE_NOW, office->key, "" };
	return office->sql && migrate_up(office->sql, &registry_migrations) >= 0 && sql_prepare(office->sql, packs) &&
			       sql_script(office->sql, office_data) && account_rules_read(&office->accounts, &office->rules)
		       ? 0
		       : -1;
}

static inline int office_registry_close(void **state)
{
	struct office_registry *office = *state;

	sql_close(office->sql);
	remove_folder(office->folder);
	arena_free(office->arena);
	free(office);
	return 0;
}

/* Change something behind the programs' back. */
static inline void office_tamper(struct office_registry *office, const char *script)
{
	if (!sql_script(office->sql, script))
		fail_msg("%s", sql_problem(office->sql));
}

/* An account with a password that is no hash; the tests of passwords hash. */
static inline void office_account(struct office_registry *office, const char *name, const char *role, const char *department)
{
	struct account_facts facts = { name, "张三", role, department, account_usual_scope(role, department, office->arena) };

	assert_int_equal(account_make(&office->accounts, &facts, "none", "test"), ACCOUNT_DONE);
	assert_int_equal(account_set_password(&office->accounts, name, "none", ""), ACCOUNT_DONE);
}

#endif
