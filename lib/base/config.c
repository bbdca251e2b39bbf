/* SPDX-License-Identifier: Apache-2.0 */
/* The configuration file, read with GLib's key file reader. */
#include "config.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define GROUP "shanyu"
#define SQLITE_SCHEME "sqlite:"

struct setting {
	const char *name;
	size_t place;
	const char *usual;
};

#define SETTING(name, usual) { #name, offsetof(struct config, name), usual }
static const struct setting settings[] = {
	SETTING(registry, "registry.db"),
	SETTING(editions, "editions"),
	SETTING(inbox, "inbox"),
	SETTING(aside, ""),
	SETTING(intake_user, ""),
	SETTING(mailbox, "mailbox"),
	SETTING(door, "door"),
	SETTING(office_key, ""),
	SETTING(office_public_key, ""),
	SETTING(receipt_key, ""),
	SETTING(receipt_public_key, ""),
	SETTING(contact_key, ""),
	SETTING(account_key, ""),
	SETTING(common_passwords, "db/passwords/common.txt"),
	SETTING(preview, ""),
	SETTING(mail_command, ""),
	SETTING(mail_from, ""),
	SETTING(mail_to, ""),
	SETTING(webhook_url, ""),
	SETTING(webhook, ""),
	SETTING(templates, "templates"),
	SETTING(log_key, ""),
	SETTING(log_origin, "shanyu.example/log"),
	SETTING(log_public_key, ""),
	SETTING(district, "db/district"),
	SETTING(host_name, ""),
	SETTING(site_code, ""),
	SETTING(icp_number, ""),
	SETTING(police_number, ""),
	SETTING(base_url, "http://127.0.0.1:8080"),
	SETTING(hosts, ""),
	SETTING(tiles_url, ""),
};

static bool is_setting(const char *name)
{
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
		if (strcmp(settings[i].name, name) == 0)
			return true;
	return false;
}

static const char *unknown_setting(GKeyFile *file, struct arena *arena)
{
	char **names = g_key_file_get_keys(file, GROUP, NULL, NULL);
	const char *unknown = NULL;

	for (char **name = names; name && *name && !unknown; name++)
		if (!is_setting(*name))
			unknown = arena_copy(arena, *name);
	g_strfreev(names);
	return unknown;
}

static void fill(struct config *config, GKeyFile *file, struct arena *arena)
{
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
		char *given = file ? g_key_file_get_string(file, GROUP, settings[i].name, NULL) : NULL;

		*(const char **)((char *)config + settings[i].place) = given ? arena_copy(arena, given) : settings[i].usual;
		g_free(given);
	}
	/* A registry may be given as sqlite:PATH; from here on that is the path. */
	if (strncmp(config->registry, SQLITE_SCHEME, strlen(SQLITE_SCHEME)) == 0)
		config->registry += strlen(SQLITE_SCHEME);
}

/* A key's file, and the folder "aside": beside the registry's, or in the current folder for a registry that is no file. */
static void place_key(const struct config *config, const char **key, const char *name, struct arena *arena)
{
	bool is_file = !strstr(config->registry, "://");

	if (!**key)
		*key = is_file ? arena_format(arena, "%s.%s", config->registry, name) : name;
}

static void place_keys(struct config *config, struct arena *arena)
{
	if (!*config->log_key && strstr(config->registry, "://"))
		config->log_key = "log.key";
	place_key(config, &config->log_key, "key", arena);
	place_key(config, &config->aside, "aside", arena);
	place_key(config, &config->office_key, "office-key", arena);
	place_key(config, &config->receipt_key, "receipt-key", arena);
	place_key(config, &config->contact_key, "contact-key", arena);
	place_key(config, &config->account_key, "account-key", arena);
}

const struct config *config_read(const char *path, struct arena *arena, const char **problem)
{
	struct config *config = arena_take(arena, sizeof *config);
	GError *error = NULL;
	GKeyFile *file;
	const char *unknown;

	if (!path)
		path = getenv("SHANYU_CONFIG");
	config->path = path ? arena_copy(arena, path) : "";
	if (!path || !*path) {
		fill(config, NULL, arena);
		place_keys(config, arena);
		return config;
	}
	file = g_key_file_new();
	if (!g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &error)) {
		*problem = arena_format(arena, "%s: %s", path, error->message);
		g_error_free(error);
		g_key_file_free(file);
		return NULL;
	}
	unknown = unknown_setting(file, arena);
	if (unknown)
		*problem = arena_format(arena, "%s: '%s' is no setting; see shanyu(1)", path, unknown);
	else
		fill(config, file, arena);
	if (!unknown)
		place_keys(config, arena);
	g_key_file_free(file);
	return unknown ? NULL : config;
}
