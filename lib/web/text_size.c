/* SPDX-License-Identifier: Apache-2.0 */
#include "text_size.h"

#include <stddef.h>

const char *const text_sizes[] = { "large", "normal", NULL };
