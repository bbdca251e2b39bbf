/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/web/origin.h promises. */
#include "lib/web/origin.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct config config = { .base_url = "https://tuoyu.example.cn", .hosts = "office.example.cn 192.0.2.7" };

static enum origin origin_with(char *host, char *site, char *origin)
{
	char *environment[] = { host, site, origin, NULL };
	struct request request = { .environment = environment };

	return origin_of(&request, &config);
}

static void a_host_is_known_by_its_whole_name_with_any_port(void **state)
{
	static const char *const known[] = { "tuoyu.example.cn", "TUOYU.example.cn:8080", "office.example.cn", "192.0.2.7:81",
					     "127.0.0.1:8080", "localhost", "[::1]:8080" };
	static const char *const others[] = { "", "evil.test", "tuoyu.example.cn.evil.test", "example.cn", "office", "192.0.2.70",
					      "[::2]", "[::1", "office.example.cn 192.0.2.7" };

	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		assert_true(origin_host_is_known(known[i], &config));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(origin_host_is_known(others[i], &config));
}

static void a_form_is_ours_by_what_the_browser_says_of_the_page(void **state)
{
	(void)state;
	assert_int_equal(origin_with("HTTP_HOST=tuoyu.example.cn", "HTTP_SEC_FETCH_SITE=same-origin", "HTTP_ORIGIN="), ORIGIN_OWN);
	assert_int_equal(origin_with("HTTP_HOST=tuoyu.example.cn", "HTTP_SEC_FETCH_SITE=cross-site", "HTTP_ORIGIN="), ORIGIN_OTHER);
	assert_int_equal(origin_with("HTTP_HOST=tuoyu.example.cn", "HTTP_SEC_FETCH_SITE=same-site", "HTTP_ORIGIN="), ORIGIN_OTHER);
	assert_int_equal(origin_with("HTTP_HOST=tuoyu.example.cn", "HTTP_SEC_FETCH_SITE=none", "HTTP_ORIGIN="), ORIGIN_UNSAID);
	assert_int_equal(origin_with("HTTP_HOST=tuoyu.example.cn", "HTTP_SEC_FETCH_SITE=", "HTTP_ORIGIN="), ORIGIN_UNSAID);
	assert_int_equal(origin_with("HTTP_HOST=office.example.cn:81", "HTTP_SEC_FETCH_SITE=", "HTTP_ORIGIN=http://office.example.cn:81"),
			 ORIGIN_OWN);
	/* A proxy may have put another host in; the page is of base_url all the same. */
	assert_int_equal(origin_with("HTTP_HOST=192.0.2.7", "HTTP_SEC_FETCH_SITE=", "HTTP_ORIGIN=https://tuoyu.example.cn"), ORIGIN_OWN);
	assert_int_equal(origin_with("HTTP_HOST=tuoyu.example.cn", "HTTP_SEC_FETCH_SITE=", "HTTP_ORIGIN=https://evil.test"), ORIGIN_OTHER);
	assert_int_equal(origin_with("HTTP_HOST=tuoyu.example.cn", "HTTP_SEC_FETCH_SITE=", "HTTP_ORIGIN=null"), ORIGIN_OTHER);
}

static void a_page_of_a_name_that_was_pointed_here_is_none_of_ours(void **state)
{
	(void)state;
	assert_int_equal(origin_with("HTTP_HOST=evil.test", "HTTP_SEC_FETCH_SITE=same-origin", "HTTP_ORIGIN=http://evil.test"), ORIGIN_OTHER);
	assert_int_equal(origin_with("HTTP_HOST=evil.test", "HTTP_SEC_FETCH_SITE=", "HTTP_ORIGIN=http://evil.test"), ORIGIN_OTHER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_host_is_known_by_its_whole_name_with_any_port),
		cmocka_unit_test(a_form_is_ours_by_what_the_browser_says_of_the_page),
		cmocka_unit_test(a_page_of_a_name_that_was_pointed_here_is_none_of_ours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
