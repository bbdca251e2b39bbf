/* SPDX-License-Identifier: Apache-2.0 */
/* Setting up one-time codes and recovery codes. */
#include "enrol.h"

#include <sodium.h>
#include <string.h>

#include "accounts/recovery.h"
#include "accounts/totp.h"
#include "lib/base/code.h"

#define ISSUER "Shanyu" /* what the telephone calls it when nobody is named in the configuration */
#define GROUP 4         /* letters of the secret, as one types them */

static bool offered(struct request *request, uint8_t secret[TOTP_SECRET])
{
	struct office *office = office_of(request);
	const char *offer = request->form ? values_text(request->form->values, "offer") : "";

	return *offer &&
	       totp_offered(&office->accounts, offer, office_name(request), values_text(office->session, "token_hash"), secret);
}

static const char *in_groups(const char *text, struct arena *arena)
{
	char *grouped = arena_take(arena, strlen(text) * 2 + 1);
	size_t size = 0;

	for (size_t i = 0; text[i]; i++) {
		if (i && i % GROUP == 0)
			grouped[size++] = ' ';
		grouped[size++] = text[i];
	}
	return grouped;
}

void enrol_bind(struct request *request, struct page *page)
{
	struct office *office = office_of(request);
	const char *name = office_name(request);
	const char *issuer = *office->config->host_name ? office->config->host_name : ISSUER;
	uint8_t secret[TOTP_SECRET];
	struct code code;

	if (!offered(request, secret))
		totp_make(secret);
	page_text(page, "name", name);
	page_text(page, "offer", totp_offer(&office->accounts, secret, name, values_text(office->session, "token_hash")));
	page_text(page, "secret", in_groups(totp_base32(secret, request->arena), request->arena));
	if (code_of(totp_uri(secret, issuer, name, request->arena), request->arena, &code)) {
		page_integer(page, "code_size", code.size);
		page_text(page, "code_path", code.path);
	}
	sodium_memzero(secret, sizeof secret);
}

enum account_answer enrol_set(struct request *request)
{
	struct office *office = office_of(request);
	uint8_t secret[TOTP_SECRET];
	enum account_answer answer;

	if (!request->form->fine || !offered(request, secret))
		return ACCOUNT_REFUSED;
	answer = totp_set(&office->accounts, office_name(request), secret, values_text(request->form->values, "new_code"));
	sodium_memzero(secret, sizeof secret);
	return answer;
}

enum outcome enrol_show_recovery(struct request *request)
{
	struct office *office = office_of(request);
	char codes[RECOVERY_CODES][RECOVERY_TEXT];
	struct page *page;

	if (recovery_make(&office->accounts, office_name(request), codes) != ACCOUNT_DONE)
		return office_broken(request);
	page = page_begin(request, "admin/recovery.tpl");
	page_text(page, "name", office_name(request));
	for (int i = 0; i < RECOVERY_CODES; i++)
		page_text(page_section(page, "codes"), "code", codes[i]);
	sodium_memzero(codes, sizeof codes);
	return page_end(request, page);
}
