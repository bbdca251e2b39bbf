/* SPDX-License-Identifier: Apache-2.0 */
/* Mails by GMime. */
#include "mail.h"

#include <gmime/gmime.h>
#include <stdbool.h>
#include <string.h>

#include "lib/base/calendar.h"
#include "lib/base/text.h"

/* Every address has a place to go to; nothing hides behind a line break. */
static bool is_list(const char *addresses)
{
	InternetAddressList *list;
	int count;

	if (text_has_line_break(addresses) || text_has_control(addresses))
		return false;
	list = internet_address_list_parse(NULL, addresses);
	count = list ? internet_address_list_length(list) : 0;
	for (int i = 0; i < count; i++) {
		InternetAddress *address = internet_address_list_get_address(list, i);

		if (!INTERNET_ADDRESS_IS_MAILBOX(address) ||
		    !strchr(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)), '@'))
			count = -1;
	}
	if (list)
		g_object_unref(list);
	return count > 0;
}

static void put_addresses(GMimeMessage *message, GMimeAddressType type, const char *addresses)
{
	InternetAddressList *list = internet_address_list_parse(NULL, addresses);

	internet_address_list_append(g_mime_message_get_addresses(message, type), list);
	g_object_unref(list);
}

static void put_date(GMimeMessage *message, int64_t at)
{
	GTimeZone *china = g_time_zone_new_offset(CALENDAR_CHINA);
	GDateTime *utc = g_date_time_new_from_unix_utc(at), *local = g_date_time_to_timezone(utc, china);

	g_mime_message_set_date(message, local);
	g_date_time_unref(local);
	g_date_time_unref(utc);
	g_time_zone_unref(china);
}

const char *mail_make(const struct mail *mail, struct arena *arena)
{
	GMimeMessage *message;
	GMimeTextPart *part;
	const char *made;
	char *text;

	g_mime_init();
	if (!is_list(mail->from) || !is_list(mail->to))
		return NULL;
	message = g_mime_message_new(TRUE);
	part = g_mime_text_part_new_with_subtype("plain");
	put_addresses(message, GMIME_ADDRESS_TYPE_FROM, mail->from);
	put_addresses(message, GMIME_ADDRESS_TYPE_TO, mail->to);
	put_date(message, mail->at);
	g_mime_message_set_subject(message, mail->subject, "utf-8");
	g_mime_object_set_header(GMIME_OBJECT(message), "Auto-Submitted", "auto-generated", NULL);
	g_mime_text_part_set_charset(part, "utf-8");
	g_mime_text_part_set_text(part, mail->text);
	g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_BASE64);
	g_mime_message_set_mime_part(message, GMIME_OBJECT(part));
	text = g_mime_object_to_string(GMIME_OBJECT(message), NULL);
	made = arena_copy(arena, text);
	g_free(text);
	g_object_unref(part);
	g_object_unref(message);
	return made;
}
