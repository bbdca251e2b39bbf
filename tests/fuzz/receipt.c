/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a receipt's code: what is read is printed and read again the same. */
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "lib/seal/receipt.h"
#include "lib/base/text.h"

static bool begin(void)
{
	return true;
}

static void look(const uint8_t *bytes, size_t size)
{
	char text[300], printed[RECEIPT_TEXT];
	struct receipt receipt, again;

	if (size >= sizeof text || !text_is_utf8((const char *)bytes, size))
		return;
	memcpy(text, bytes, size);
	text[size] = '\0';
	if (receipt_read(text, &receipt) != RECEIPT_FINE)
		return;
	receipt_print(&receipt, printed);
	if (receipt_read(printed, &again) != RECEIPT_FINE || memcmp(&receipt, &again, sizeof receipt) != 0)
		abort();
}

const struct harness harness = { begin, CONFINE_TO_PUTTING, look };
