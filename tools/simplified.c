/* SPDX-License-Identifier: Apache-2.0 */
/*
 * simplified: writes the table of traditional Chinese characters and their simplified ones, as C, from ICU's transform Hant-Hans. Run while
 * building: the transform itself would be loaded late, which a confined program may not, and take memory of every worker.
 * Left out are characters of GB 2312, which simplified texts are written with: some of them are also traditional forms of others
 * (read differently, too), and would make one word of two.
 */
#include <stdio.h>
#include <unicode/ucnv.h>
#include <unicode/utrans.h>

#define PAGE 256
#define PAGES 256

static unsigned simplified[PAGES * PAGE];

static bool is_in_gb2312(UConverter *gb2312, UChar character)
{
	UErrorCode error = U_ZERO_ERROR;
	char bytes[8];

	ucnv_resetFromUnicode(gb2312);
	ucnv_fromUChars(gb2312, bytes, sizeof bytes, &character, 1, &error);
	return U_SUCCESS(error);
}

static unsigned simplify(const UTransliterator *transform, UChar character)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar text[8] = { character };
	int32_t length = 1, limit = 1;

	utrans_transUChars(transform, text, &length, 8, 0, &limit, &error);
	return U_SUCCESS(error) && length == 1 && text[0] != character ? text[0] : 0;
}

static bool fill(void)
{
	UErrorCode error = U_ZERO_ERROR;
	UTransliterator *transform = utrans_openU(u"Hant-Hans", -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
	UConverter *gb2312 = ucnv_open("gb2312", &error);

	if (U_FAILURE(error))
		return false;
	ucnv_setFromUCallBack(gb2312, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
	for (UChar character = 0x3400; character < 0xA000; character++)
		if (!is_in_gb2312(gb2312, character))
			simplified[character] = simplify(transform, character);
	ucnv_close(gb2312);
	utrans_close(transform);
	return U_SUCCESS(error);
}

static bool page_is_empty(int page)
{
	for (int i = 0; i < PAGE; i++)
		if (simplified[page * PAGE + i])
			return false;
	return true;
}

int main(void)
{
	int used = 0;

	if (!fill()) {
		fputs("simplified: ICU lacks its data\n", stderr);
		return 1;
	}
	puts("/* Made by tools/simplified.c. */\nstatic const uint16_t simplified_pages[][256] = {\n\t{ 0 },");
	for (int page = 0; page < PAGES; page++) {
		if (page_is_empty(page))
			continue;
		printf("\t{");
		for (int i = 0; i < PAGE; i++)
			printf(" %u,", simplified[page * PAGE + i]);
		puts(" },");
	}
	printf("};\nstatic const uint8_t simplified_page_of[256] = {");
	for (int page = 0; page < PAGES; page++)
		printf(" %d,", page_is_empty(page) ? 0 : ++used);
	puts(" };");
	return 0;
}
