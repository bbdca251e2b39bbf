/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pages from templates: a thin wall before ctemplate. No exception leaves it: out of memory ends the
 * program as everywhere. Built on ctemplate_nothreads: workers are processes.
 */
extern "C" {
#include "page.h"
#include "lib/base/text.h"
}
#include "page_parts.h"

#include <ctemplate/template.h>
#include <dirent.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

using ctemplate::Template;
using ctemplate::TemplateDictionary;
using ctemplate::TemplateString;

/* A template and the names that stand in its text: what it does not name need not be bound. */
struct loaded_template {
	Template *made = nullptr;
	std::unique_ptr<const std::string> text;
	std::unordered_set<std::string_view> names;
};

struct templates {
	std::unordered_map<std::string, loaded_template> loaded;
	std::string folder;
};

struct page {
	TemplateDictionary *dictionary = nullptr;
	const loaded_template *made_of = nullptr;
	page *outermost = nullptr;
	std::unique_ptr<TemplateDictionary> owned;
	std::deque<page> sections;              /* held by the outermost page */
	const char *const *between = nullptr;   /* names bound between these two: see page_between */
	const char *before = "", *after = "";
};

namespace {

/* Writes into a struct buffer without going through a std::string. */
class BufferEmitter : public ctemplate::ExpandEmitter {
public:
	explicit BufferEmitter(buffer *to) : to_(to) {}
	void Emit(char c) override { buffer_add(to_, &c, 1); }
	void Emit(const std::string &s) override { buffer_add(to_, s.data(), s.size()); }
	void Emit(const char *s) override { buffer_text(to_, s); }
	void Emit(const char *s, size_t size) override { buffer_add(to_, s, size); }

private:
	buffer *to_;
};

/* "IF_" or "NO_" or "" and the name in capitals, in a place of its own. */
class Marker {
public:
	Marker(const char *prefix, const char *name)
	{
		size_t length = 0;

		while (*prefix)
			text_[length++] = *prefix++;
		for (; *name && length < sizeof text_ - 1; name++)
			text_[length++] = *name >= 'a' && *name <= 'z' ? static_cast<char>(*name - 'a' + 'A') : *name;
		text_[length] = '\0';
		length_ = length;
	}
	TemplateString string() const { return TemplateString(text_, length_); }
	std::string_view text() const { return { text_, length_ }; }

private:
	char text_[128];
	size_t length_;
};

bool has(const page *page, const Marker &marker)
{
	return page->made_of->names.count(marker.text()) != 0;
}

void show(page *page, const char *prefix, const char *name)
{
	Marker marker(prefix, name);

	if (has(page, marker))
		page->dictionary->ShowSection(marker.string());
}

bool is_between(const page *page, const char *name)
{
	const char *const *at = page->between;

	while (at && *at && std::strcmp(*at, name) != 0)
		at++;
	return at && *at;
}

void set(page *page, const char *name, const char *text, size_t size, bool says)
{
	Marker marker("", name);

	if (has(page, marker) && size && is_between(page, name))
		page->dictionary->SetValue(marker.string(), page->before + std::string(text, size) + page->after);
	else if (has(page, marker))
		page->dictionary->SetValue(marker.string(), TemplateString(text, size));
	show(page, says ? "IF_" : "NO_", name);
}

/* Every name between braces: {{NAME}}, {{#NAME}}, {{>NAME}}, {{NAME:modifier}}. */
std::unordered_set<std::string_view> names_in(std::string_view text)
{
	std::unordered_set<std::string_view> names;

	for (size_t at = 0; (at = text.find("{{", at)) != text.npos;) {
		at += 2;
		if (at < text.size() && (text[at] == '#' || text[at] == '/' || text[at] == '>'))
			at++;
		size_t end = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", at);
		if (end != text.npos && end > at)
			names.insert(text.substr(at, end - at));
	}
	return names;
}

bool load_template(templates *templates, const std::string &name, std::string *why)
{
	std::string path = templates->folder + "/" + name, text, whole;
	loaded_template loaded;

	*why = path + ": is no sound template; the lines above say where";
	if (!page_parts::read_file(path, &text))
		return false;
	whole = text;
	if (!page_parts::put_in(path, &whole, why))
		return false;
	/* What has parts is made of their text, what has none of its file: ctemplate then names it when it complains. */
	if (whole != text && !ctemplate::StringToTemplateCache(path, whole, ctemplate::STRIP_BLANK_LINES))
		return false;
	loaded.made = Template::GetTemplate(path, ctemplate::STRIP_BLANK_LINES);
	loaded.text = std::make_unique<const std::string>(std::move(whole));
	loaded.names = names_in(*loaded.text);
	if (!loaded.made)
		return false;
	templates->loaded[name] = std::move(loaded);
	return true;
}

bool load_folder(templates *templates, const std::string &under, std::string *why)
{
	std::string path = templates->folder + "/" + under;
	DIR *directory = opendir(path.c_str());

	if (!directory) {
		*why = path + ": cannot be read; set 'templates' in the configuration";
		return false;
	}
	std::vector<std::string> names;
	while (dirent *entry = readdir(directory))
		if (entry->d_name[0] != '.')
			names.push_back(under + entry->d_name);
	closedir(directory);
	for (const std::string &name : names) {
		if (name.size() > 4 && name.compare(name.size() - 4, 4, ".tpl") == 0) {
			if (!load_template(templates, name, why))
				return false;
		} else if (name.find('.') == std::string::npos && !load_folder(templates, name + "/", why)) {
			return false;
		}
	}
	return true;
}

[[noreturn]] void end_for_memory()
{
	std::fputs("out of memory in a page\n", stderr);
	std::abort();
}

} // namespace

extern "C" {

struct templates *templates_load(const char *folder, const char *const *rooms, struct arena *arena, const char **problem)
try {
	auto made = std::make_unique<templates>();
	std::string why;
	bool loaded = true;

	made->folder = folder;
	if (!rooms)
		loaded = load_folder(made.get(), "", &why);
	for (; rooms && *rooms && loaded; rooms++)
		loaded = load_folder(made.get(), std::string(*rooms) + "/", &why);
	if (loaded)
		return made.release();
	*problem = arena_copy(arena, why.c_str());
	return nullptr;
} catch (...) {
	end_for_memory();
}

void templates_free(struct templates *templates)
{
	delete templates;
	Template::ClearCache();
}

struct page *page_new(struct templates *templates, const char *name)
try {
	auto found = templates->loaded.find(name);
	static const char *const included[] = { "HEAD", "head", "HEADER", "header", "FOOTER", "footer" };

	if (found == templates->loaded.end()) {
		std::fprintf(stderr, "no template %s in %s\n", name, templates->folder.c_str());
		std::abort();
	}
	auto made = std::make_unique<page>();
	made->owned = std::make_unique<TemplateDictionary>(name);
	made->dictionary = made->owned.get();
	made->made_of = &found->second;
	made->outermost = made.get();
	for (size_t i = 0; i < sizeof included / sizeof *included; i += 2) {
		if (!found->second.names.count(included[i]))
			continue;
		std::string own = std::string(name, std::strcspn(name, "/")) + "/";
		std::string file = included[i + 1] + std::string(".tpl");

		made->dictionary->AddIncludeDictionary(included[i])
			->SetFilename(templates->folder + "/" + (templates->loaded.count(own + file) ? own : "shared/") + file);
	}
	return made.release();
} catch (...) {
	end_for_memory();
}

void page_free(struct page *page)
{
	delete page;
}

struct page *page_section(struct page *page, const char *section)
try {
	page->outermost->sections.emplace_back();
	struct page *made = &page->outermost->sections.back();

	made->made_of = page->made_of;
	made->dictionary = page->dictionary->AddSectionDictionary(Marker("", section).string());
	made->outermost = page->outermost;
	return made;
} catch (...) {
	end_for_memory();
}

void page_show(struct page *page, const char *section)
try {
	show(page, "", section);
} catch (...) {
	end_for_memory();
}

void page_between(struct page *page, const char *const *names, const char *before, const char *after)
{
	page->between = names;
	page->before = before;
	page->after = after;
}

void page_text(struct page *page, const char *name, const char *text)
try {
	size_t size = text ? std::strlen(text) : 0;

	set(page, name, text ? text : "", size, size != 0);
} catch (...) {
	end_for_memory();
}

void page_integer(struct page *page, const char *name, int64_t integer)
try {
	char text[TEXT_NUMBER_SIZE];

	set(page, name, text, static_cast<size_t>(text_put_integer(text, integer) - text), integer != 0);
} catch (...) {
	end_for_memory();
}

void page_real(struct page *page, const char *name, double real, int decimals)
try {
	char text[TEXT_NUMBER_SIZE];
	char *end = text_put_decimal(text, real, decimals);

	while (decimals && end[-1] == '0')
		end--;
	if (decimals && end[-1] == '.')
		end--;
	set(page, name, text, static_cast<size_t>(end - text), real < 0 || real > 0);
} catch (...) {
	end_for_memory();
}

void page_values(struct page *page, const struct values *values)
{
	for (size_t i = 0; i < values->count; i++) {
		const struct value *value = &values->at[i];

		switch (value->kind) {
		case VALUE_INTEGER:
			page_integer(page, value->name, value->integer);
			break;
		case VALUE_REAL:
			page_real(page, value->name, value->real, 6);
			break;
		case VALUE_TEXT:
			page_text(page, value->name, value->text);
			break;
		case VALUE_NULL:
		case VALUE_BLOB:
			page_text(page, value->name, "");
			break;
		}
	}
}

void page_rows(struct page *page, const char *section, const struct rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		page_values(page_section(page, section), &rows->at[i]);
}

void page_made(struct page *page, const char *name, const char *bytes, size_t size)
try {
	set(page, name, bytes, size, size != 0);
} catch (...) {
	end_for_memory();
}

void page_global_text(struct page *page, const char *name, const char *text)
try {
	page->dictionary->SetTemplateGlobalValue(Marker("", name).string(), TemplateString(text, std::strlen(text)));
	page->dictionary->ShowTemplateGlobalSection(Marker(*text ? "IF_" : "NO_", name).string());
} catch (...) {
	end_for_memory();
}

void page_global_show(struct page *page, const char *section)
try {
	page->dictionary->ShowTemplateGlobalSection(Marker("", section).string());
} catch (...) {
	end_for_memory();
}

bool page_expand(struct page *page, struct buffer *out)
try {
	BufferEmitter emitter(out);

	return page->made_of->made->ExpandWithData(&emitter, page->dictionary, nullptr);
} catch (...) {
	end_for_memory();
}

} // extern "C"
