/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/config.h promises. */
#include "lib/base/config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
	struct arena *arena;
	char path[64];
	const char *problem;
};

static int set_up(void **state)
{
	struct fixture *fixture = test_malloc(sizeof *fixture);

	fixture->arena = arena_new(1024 * 1024);
	fixture->problem = NULL;
	snprintf(fixture->path, sizeof fixture->path, "/tmp/shanyu-config-%d", (int)getpid());
	unlink(fixture->path);
	unsetenv("SHANYU_CONFIG");
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	unlink(fixture->path);
	unsetenv("SHANYU_CONFIG");
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

static void write_file(const struct fixture *fixture, const char *text)
{
	FILE *file = fopen(fixture->path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static const struct config *read_text(struct fixture *fixture, const char *text)
{
	write_file(fixture, text);
	return config_read(fixture->path, fixture->arena, &fixture->problem);
}

static void no_file_at_all_serves_the_current_folder(void **state)
{
	struct fixture *fixture = *state;
	const struct config *config = config_read(NULL, fixture->arena, &fixture->problem);

	assert_non_null(config);
	assert_string_equal(config->registry, "registry.db");
	assert_string_equal(config->editions, "editions");
	assert_string_equal(config->templates, "templates");
	assert_string_equal(config->log_key, "registry.db.key");
	assert_string_equal(config->log_public_key, "");
	assert_string_equal(config->host_name, "");
}

static void an_empty_file_leaves_every_setting_as_usual(void **state)
{
	struct fixture *fixture = *state;
	const struct config *usual = config_read(NULL, fixture->arena, &fixture->problem);
	static const char *const empty[] = { "", "[shanyu]\n", "# nothing\n\n" };

	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
		const struct config *config = read_text(fixture, empty[i]);
		const char *const *given = (const char *const *)config, *const *expected = (const char *const *)usual;

		assert_non_null(config);
		/* But the path of the file itself, which stands before them. */
		for (size_t place = offsetof(struct config, registry) / sizeof *given; place < sizeof *config / sizeof *given; place++)
			assert_string_equal(given[place], expected[place]);
	}
}

static void what_the_file_says_is_taken_and_the_rest_is_as_usual(void **state)
{
	const struct config *config = read_text(*state, "[shanyu]\neditions = /srv/editions\nhost_name=普陀区教育局\n");

	assert_non_null(config);
	assert_string_equal(config->editions, "/srv/editions");
	assert_string_equal(config->host_name, "普陀区教育局");
	assert_string_equal(config->registry, "registry.db");
}

static void the_file_may_be_named_by_the_environment(void **state)
{
	struct fixture *fixture = *state;
	const struct config *config;

	write_file(fixture, "[shanyu]\neditions=elsewhere\n");
	setenv("SHANYU_CONFIG", fixture->path, 1);
	config = config_read(NULL, fixture->arena, &fixture->problem);
	assert_non_null(config);
	assert_string_equal(config->editions, "elsewhere");
}

static void a_named_file_goes_before_the_environment(void **state)
{
	struct fixture *fixture = *state;
	const struct config *config;

	setenv("SHANYU_CONFIG", "/nowhere/shanyu.conf", 1);
	config = read_text(fixture, "[shanyu]\neditions=here\n");
	assert_non_null(config);
	assert_string_equal(config->editions, "here");
}

static void an_empty_name_in_the_environment_is_no_file(void **state)
{
	struct fixture *fixture = *state;

	setenv("SHANYU_CONFIG", "", 1);
	assert_non_null(config_read(NULL, fixture->arena, &fixture->problem));
}

static void an_unknown_setting_is_refused_and_named(void **state)
{
	struct fixture *fixture = *state;

	assert_null(read_text(fixture, "[shanyu]\neditions=a\nedition=b\n"));
	assert_non_null(strstr(fixture->problem, fixture->path));
	assert_non_null(strstr(fixture->problem, "'edition'"));
	assert_null(strchr(fixture->problem, '\n'));
}

static void a_missing_file_is_refused_and_named(void **state)
{
	struct fixture *fixture = *state;

	assert_null(config_read(fixture->path, fixture->arena, &fixture->problem));
	assert_non_null(strstr(fixture->problem, fixture->path));
}

static void a_file_missing_where_the_environment_says_is_refused_too(void **state)
{
	struct fixture *fixture = *state;

	setenv("SHANYU_CONFIG", fixture->path, 1);
	assert_null(config_read(NULL, fixture->arena, &fixture->problem));
	assert_non_null(strstr(fixture->problem, fixture->path));
}

static void a_file_of_another_form_is_refused(void **state)
{
	static const char *const refused[] = { "editions=a\n", "[shanyu]\neditions\n", "[shanyu\neditions=a\n", "\x7F" "ELF" };
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		fixture->problem = NULL;
		assert_null(read_text(fixture, refused[i]));
		assert_non_null(strstr(fixture->problem, fixture->path));
	}
}

static void a_folder_is_no_file(void **state)
{
	struct fixture *fixture = *state;

	assert_null(config_read("/tmp", fixture->arena, &fixture->problem));
	assert_non_null(fixture->problem);
}

static void a_registry_given_as_sqlite_is_its_path(void **state)
{
	const struct config *config = read_text(*state, "[shanyu]\nregistry = sqlite:/srv/registry.db\n");

	assert_string_equal(config->registry, "/srv/registry.db");
}

static void the_key_lies_beside_the_registry(void **state)
{
	assert_string_equal(read_text(*state, "[shanyu]\nregistry = /srv/registry.db\n")->log_key, "/srv/registry.db.key");
	assert_string_equal(read_text(*state, "[shanyu]\nregistry = sqlite:/srv/registry.db\n")->log_key, "/srv/registry.db.key");
}

static void the_key_of_a_registry_on_a_server_lies_in_the_current_folder(void **state)
{
	const struct config *config = read_text(*state, "[shanyu]\nregistry = postgresql://shanyu@db.example/registry\n");

	assert_string_equal(config->registry, "postgresql://shanyu@db.example/registry");
	assert_string_equal(config->log_key, "log.key");
}

static void a_key_that_is_named_is_that_one(void **state)
{
	assert_string_equal(read_text(*state, "[shanyu]\nlog_key = /etc/shanyu/log.key\n")->log_key, "/etc/shanyu/log.key");
}

#define sentence(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		sentence(no_file_at_all_serves_the_current_folder),
		sentence(an_empty_file_leaves_every_setting_as_usual),
		sentence(what_the_file_says_is_taken_and_the_rest_is_as_usual),
		sentence(the_file_may_be_named_by_the_environment),
		sentence(a_named_file_goes_before_the_environment),
		sentence(an_empty_name_in_the_environment_is_no_file),
		sentence(an_unknown_setting_is_refused_and_named),
		sentence(a_missing_file_is_refused_and_named),
		sentence(a_file_missing_where_the_environment_says_is_refused_too),
		sentence(a_file_of_another_form_is_refused),
		sentence(a_folder_is_no_file),
		sentence(a_registry_given_as_sqlite_is_its_path),
		sentence(the_key_lies_beside_the_registry),
		sentence(the_key_of_a_registry_on_a_server_lies_in_the_current_folder),
		sentence(a_key_that_is_named_is_that_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
