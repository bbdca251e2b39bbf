/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a receipt's code: what is read is printed and read again the same. */
#include <stdlib.h>
#include <string.h>

#include "lib/receipt.h"
#include "lib/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char text[300], printed[RECEIPT_TEXT];
	struct receipt receipt, again;

	if (size >= sizeof text || !text_is_utf8((const char *)bytes, size))
		return 0;
	memcpy(text, bytes, size);
	text[size] = '\0';
	if (receipt_read(text, &receipt) != RECEIPT_FINE)
		return 0;
	receipt_print(&receipt, printed);
	if (receipt_read(printed, &again) != RECEIPT_FINE || memcmp(&receipt, &again, sizeof receipt) != 0)
		abort();
	return 0;
}
