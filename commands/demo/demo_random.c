/* SPDX-License-Identifier: Apache-2.0 */
/* Chance that is the same every time: splitmix64 (Steele, Lea, Flood 2014). */
#include "demo_random.h"

static uint64_t mix(uint64_t bits)
{
	bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9u;
	bits = (bits ^ bits >> 27) * 0x94D049BB133111EBu;
	return bits ^ bits >> 31;
}

static uint64_t next(struct demo_random *random)
{
	random->state += 0x9E3779B97F4A7C15u;
	return mix(random->state);
}

struct demo_random demo_random_start(int64_t seed, const char *purpose, int64_t number)
{
	struct demo_random random = { .state = mix((uint64_t)seed + 1) };

	for (; *purpose; purpose++)
		random.state = mix(random.state + (unsigned char)*purpose);
	random.state = mix(random.state + (uint64_t)number);
	return random;
}

int64_t demo_random_between(struct demo_random *random, int64_t from, int64_t to)
{
	return to <= from ? from : from + (int64_t)(next(random) % (uint64_t)(to - from + 1));
}

double demo_random_part(struct demo_random *random)
{
	return (double)(next(random) >> 11) / 9007199254740992.0;
}

bool demo_random_chance(struct demo_random *random, int64_t per_cent)
{
	return demo_random_between(random, 0, 99) < per_cent;
}
