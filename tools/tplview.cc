/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tplview TEMPLATE.tpl FIXTURE.json > out.html: one page template as a browser would get it, with made-up values.
 * tplview --words FOLDER: all templates, as FOLDER/templates/..., with their fields and other parts with words put in, on the lines where they are
 * named: what checks read that look for names.
 * Binds JSON by the same conventions as the programs (templates/README.md), so that every state of a page can be
 * looked at and checked without a server. Refuses (exit 1) a template that does not parse or names a missing file.
 */
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include <ctemplate/template.h>
#include <jansson.h>

#include "lib/web/page_parts.h"

static const char templates_root[] = "templates";

static void bind_object(ctemplate::TemplateDictionary *page, json_t *values);

static void fail(const std::string &what)
{
	std::fprintf(stderr, "tplview: %s\n", what.c_str());
	std::exit(1);
}

static std::string expand(const std::string &file, ctemplate::TemplateDictionary *page)
{
	std::string path = std::string(templates_root) + "/" + file, text, whole, problem, out;
	page_parts::read_file(path, &text);
	whole = text;
	if (!page_parts::put_in(path, &whole, &problem))
		fail(problem);
	if (whole != text)
		ctemplate::StringToTemplateCache(file, whole, ctemplate::STRIP_BLANK_LINES);
	if (!ctemplate::ExpandTemplate(file, ctemplate::STRIP_BLANK_LINES, page, &out))
		fail("cannot expand " + file);
	return out;
}

/*
 * {"template": "public/listing.tpl", "rows": [{...}]}: trusted markup made from another template, once for each row; a row may name
 * one of its own as _template.
 */
static std::string expand_rows(json_t *value)
{
	const char *file = json_string_value(json_object_get(value, "template"));
	json_t *row;
	size_t index;
	std::string out;
	if (!file)
		fail("an object value needs \"template\" and \"rows\"");
	json_array_foreach(json_object_get(value, "rows"), index, row) {
		const char *own = json_string_value(json_object_get(row, "_template"));
		ctemplate::TemplateDictionary dictionary(file);
		bind_object(&dictionary, row);
		out += expand(own ? own : file, &dictionary);
	}
	return out;
}

static std::string text_of(json_t *value)
{
	if (json_is_string(value))
		return std::string(json_string_value(value), json_string_length(value));
	if (json_is_object(value))
		return expand_rows(value);
	char *number = json_dumps(value, JSON_ENCODE_ANY);
	std::string text = number ? number : "";
	free(number);
	return text;
}

static bool is_empty(json_t *value)
{
	return json_is_null(value) || (json_is_string(value) && !json_string_length(value)) ||
	       (json_is_number(value) && json_number_value(value) == 0) ||
	       (json_is_array(value) && !json_array_size(value));
}

static void bind_object(ctemplate::TemplateDictionary *page, json_t *values)
{
	const char *name;
	json_t *value, *row;
	size_t index;
	json_object_foreach(values, name, value) {
		if (name[0] == '_' || json_is_false(value))
			continue;
		if (json_is_true(value)) {
			page->ShowSection(name);
			continue;
		}
		if (json_is_array(value)) {
			json_array_foreach(value, index, row)
				bind_object(page->AddSectionDictionary(name), row);
		} else if (!json_is_null(value)) {
			page->SetValue(name, text_of(value));
		}
		page->ShowSection((is_empty(value) ? "NO_" : "IF_") + std::string(name));
	}
}

/* Global values are seen by the included templates too; a name given twice keeps the fixture's own. */
static void bind_globals(ctemplate::TemplateDictionary *page, json_t *values)
{
	const char *name;
	json_t *value;
	json_object_foreach(values, name, value) {
		if (json_is_true(value)) {
			page->ShowTemplateGlobalSection(name);
		} else if (!json_is_false(value)) {
			page->SetTemplateGlobalValue(name, json_is_null(value) ? "" : text_of(value));
			page->ShowTemplateGlobalSection((is_empty(value) ? "NO_" : "IF_") + std::string(name));
		}
	}
}

static json_t *load(const std::string &path)
{
	json_error_t error;
	json_t *value = json_load_file(path.c_str(), JSON_REJECT_DUPLICATES, &error);
	if (!value)
		fail(path + ":" + std::to_string(error.line) + ": " + error.text);
	return value;
}

/* Every template below templates/, as page_parts::put_in_words leaves it. */
static int write_words(const std::string &folder)
{
	for (const auto &entry : std::filesystem::recursive_directory_iterator(templates_root)) {
		std::string path = entry.path().string(), text, problem;
		if (entry.path().extension() != ".tpl")
			continue;
		if (!page_parts::read_file(path, &text))
			fail(path + ": cannot be read");
		if (!page_parts::put_in_words(path, &text, &problem))
			fail(problem);
		std::filesystem::create_directories((std::filesystem::path(folder) / entry.path()).parent_path());
		std::ofstream file(std::filesystem::path(folder) / entry.path());
		file << text;
		if (!file.flush())
			fail(path + ": cannot be written to " + folder);
	}
	return 0;
}

int main(int count, char **arguments)
{
	if (count != 3) {
		std::fprintf(stderr, "usage: tplview TEMPLATE.tpl FIXTURE.json, or tplview --words FOLDER   (run where templates/ is)\n");
		return 2;
	}
	if (!std::strcmp(arguments[1], "--words"))
		return write_words(arguments[2]);
	ctemplate::Template::SetTemplateRootDirectory(templates_root);
	std::string fixture = arguments[2];
	size_t slash = fixture.rfind('/');
	json_t *globals = load((slash == std::string::npos ? "" : fixture.substr(0, slash + 1)) + "globals.json");
	json_t *values = load(fixture);
	std::string template_folder = std::string(arguments[1]).substr(0, std::string(arguments[1]).find('/') + 1);
	if (template_folder == "admin/") {
		json_t *more = load((slash == std::string::npos ? "" : fixture.substr(0, slash + 1)) + "admin_globals.json");
		json_object_update(globals, more);
		json_decref(more);
	}
	json_object_update(globals, json_object_get(values, "_globals"));

	ctemplate::TemplateDictionary page("page");
	bind_globals(&page, globals);
	bind_object(&page, values);
	for (const char *name : {"head", "header", "footer"}) {
		std::string marker = name;
		for (char &letter : marker)
			letter = static_cast<char>(letter - 'a' + 'A');
		std::string own = template_folder + name + ".tpl";
		bool has_own = std::ifstream(std::string(templates_root) + "/" + own).good();
		page.AddIncludeDictionary(marker)->SetFilename(has_own ? own : "shared/" + std::string(name) + ".tpl");
	}
	std::string out = expand(arguments[1], &page);
	std::fwrite(out.data(), 1, out.size(), stdout);
	json_decref(globals);
	json_decref(values);
	return 0;
}
