/* SPDX-License-Identifier: Apache-2.0 */
/* What lib/base/uuid_name.h promises. */
#include "lib/base/uuid_name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void a_name_always_gets_the_same_identifier_and_another_name_another(void **state)
{
	struct arena *arena = arena_new((size_t)1 << 16);
	const char *uuid = uuid_of_name(arena, "310107/service/PT-0003");

	(void)state;
	/* Python: uuid.uuid5(uuid.UUID("7f3c1a52-0c8e-4d6b-9b57-5e2d0a64c1f9"), "310107/service/PT-0003") */
	assert_string_equal(uuid, "f8c82791-ae00-5e64-9af4-b231515c3551");
	assert_string_equal(uuid_of_name(arena, "310107/service/PT-0003"), uuid);
	assert_string_not_equal(uuid_of_name(arena, "310107/service/PT-0004"), uuid);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_always_gets_the_same_identifier_and_another_name_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
