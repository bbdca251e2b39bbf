/* SPDX-License-Identifier: Apache-2.0 */
/* Text put into text: what stands where, and which words a part has. No template is understood here beyond {{>NAME ...}}. */
#include "page_parts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace page_parts
{

namespace
{

struct word {
	std::string name, text;
	bool says = false;      /* it has a text, be it '' */
	bool mistake = false;   /* what may be wrong with a field: behind the | */
};

using words = std::vector<word>;

/* Something is wrong in a part or in a template that names it; caught by the functions of the header. */
struct fault {
	std::string what;
};

const word *find(const words &words, std::string_view name)
{
	auto found = std::find_if(words.begin(), words.end(), [&](const word &one) { return one.name == name; });

	return found == words.end() ? nullptr : &*found;
}

bool is_capital(char letter)
{
	return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '_';
}

bool is_small(char letter)
{
	return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
}

std::string small(std::string text)
{
	for (char &letter : text)
		if (letter >= 'A' && letter <= 'Z')
			letter = static_cast<char>(letter - 'A' + 'a');
	return text;
}

std::string capitals(std::string text)
{
	for (char &letter : text)
		if (letter >= 'a' && letter <= 'z')
			letter = static_cast<char>(letter - 'a' + 'A');
	return text;
}

/* The words up to }}, from *at on, which is then behind it: name, name="text" or name='text', blanks and line breaks between; those behind | are mistakes. */
words read_words(const std::string &text, size_t *at, const std::string &whose)
{
	words read;
	bool mistakes = false;

	for (;;) {
		size_t begin = text.find_first_not_of(" \t\n", *at), end = begin;
		word one;

		if (begin == text.npos)
			throw fault{ whose + " has no }} at its end" };
		if (text.compare(begin, 2, "}}") == 0) {
			*at = begin + 2;
			return read;
		}
		if (text[begin] == '|' && !mistakes) {
			mistakes = true;
			*at = begin + 1;
			continue;
		}
		while (end < text.size() && is_small(text[end]))
			end++;
		one.mistake = mistakes;
		one.name = text.substr(begin, end - begin);
		if (one.name.empty())
			throw fault{ whose + ": words are written word=\"text\"" };
		if (find(read, one.name))
			throw fault{ whose + " has the word \"" + one.name + "\" twice" };
		if (end + 1 < text.size() && text[end] == '=' && (text[end + 1] == '"' || text[end + 1] == '\'')) {
			begin = end + 2;
			end = text.find(text[end + 1], begin);
			if (end == text.npos)
				throw fault{ whose + ": the text of \"" + one.name + "\" does not end" };
			one.text = text.substr(begin, end - begin);
			one.says = true;
			end++;
		}
		read.push_back(std::move(one));
		*at = end;
	}
}

/* A part's text filled with its words. What stands within quotation marks of a tag may not end them. */
class Filling
{
public:
	Filling(const words &given, std::string whose) : words_(given), whose_(std::move(whose)) {}

	std::string of(std::string_view text)
	{
		constexpr std::string_view each = "[each]";
		std::string made;

		for (size_t at = 0; at < text.size();) {
			if (text.compare(at, each.size(), each) == 0) {
				size_t closed = end_of(text, "each", at);
				at += each.size();
				made += for_mistakes(text.substr(at, closed - at));
				at = closed + each.size() + 1;
				continue;
			}
			size_t end = text[at] == '[' ? end_of_place(text, at) : text.npos;

			if (end == text.npos) {
				pass(text[at]);
				made += text[at++];
				continue;
			}
			char sign = text[at + 1];
			std::string_view name = text.substr(at + 1, end - at - 1);
			at = end + 1;
			if (sign != '#' && sign != '^') {
				made += place(name);
				continue;
			}
			name.remove_prefix(1);
			size_t closed = end_of(text, name, at);
			if ((sign == '#') != value(name).empty())
				made += of(text.substr(at, closed - at));
			at = closed + name.size() + 3;
		}
		return made;
	}

private:
	/* Where the ] of a place is whose [ is there; npos when it is none. */
	static size_t end_of_place(std::string_view text, size_t at)
	{
		size_t begin = at + 1;

		if (begin < text.size() && (text[begin] == '#' || text[begin] == '^' || text[begin] == '/'))
			begin++;
		size_t end = begin;
		while (end < text.size() && (is_small(text[end]) || is_capital(text[end])))
			end++;
		return end > begin && end < text.size() && text[end] == ']' ? end : text.npos;
	}

	size_t end_of(std::string_view text, std::string_view name, size_t at) const
	{
		size_t closed = text.find("[/" + std::string(name) + "]", at);

		if (closed == text.npos)
			throw fault{ whose_ + ": there is no [/" + std::string(name) + "]" };
		return closed;
	}

	std::string for_mistakes(std::string_view text)
	{
		std::string made;
		const words all = words_;

		for (const word &one : all) {
			if (!one.mistake || one.text.empty())
				continue;
			words_.push_back({ "mistake", one.name });
			words_.push_back({ "says", one.text });
			made += of(text);
			words_ = all;
		}
		return made;
	}

	void pass(char letter)
	{
		if (letter == '"' && in_tag_)
			quoted_ = !quoted_;
		else if ((letter == '<' || letter == '>') && !quoted_)
			in_tag_ = letter == '<';
	}

	const std::string &value(std::string_view name) const
	{
		const word *word = find(words_, name);

		if (!word)
			throw fault{ whose_ + ": [" + std::string(name) + "] is none of its words" };
		return word->text;
	}

	std::string place(std::string_view name) const
	{
		bool raised = std::all_of(name.begin(), name.end(), is_capital);
		std::string text = value(raised ? small(std::string(name)) : name);

		if (quoted_ && text.find('"') != text.npos)
			throw fault{ whose_ + ": the word \"" + small(std::string(name)) + "\" stands in an attribute and may hold no \"" };
		return raised ? capitals(text) : text;
	}

	words words_;
	std::string whose_;
	bool in_tag_ = false, quoted_ = false;
};

struct part {
	std::string path, text;
	words knows;
};

/* FIELD_TEXT to field-text. */
std::string file_of(const std::string &name)
{
	std::string file = small(name);

	std::replace(file.begin(), file.end(), '_', '-');
	return file;
}

/* Of one template, with the fields that it has been found to have. */
class Template
{
public:
	Template(const std::string &path, bool with_pieces) : folder_(path.substr(0, path.rfind('/') + 1)), with_pieces_(with_pieces) {}

	std::string whole(const std::string &path, const std::string &text)
	{
		collecting_ = true;
		put_in(path, text, true);
		collecting_ = false;
		return put_in(path, text, true);
	}

private:
	bool read(const std::string &name, part *part) const
	{
		std::string text;
		size_t at = 3;

		part->path = folder_ + file_of(name) + ".part";
		if (!read_file(part->path, &text)) {
			part->path = folder_ + "../shared/" + file_of(name) + ".part";
			if (!read_file(part->path, &text))
				return false;
		}
		if (text.compare(0, 3, "{{!") != 0)
			throw fault{ part->path + ":1: a part begins with its words, as {{!name label hint=\"\"}}" };
		part->knows = read_words(text, &at, part->path + ":1: the list of words");
		while (at < text.size()) {
			if (text[at] == '\n')
				at = std::min(text.find_first_not_of("\t\n", at), text.size());
			else
				part->text += text[at++];
		}
		return true;
	}

	/* The words of a part: as given, or as the part says itself. */
	static words resolve(const part &part, const words &given, const std::string &whose)
	{
		words all;

		for (const word &one : part.knows) {
			const word *said = find(given, one.name);

			if (!said && !one.says)
				throw fault{ whose + " needs the word \"" + one.name + "\"" };
			std::string text = said ? said->text : Filling(all, part.path).of(one.text);
			all.push_back({ one.name, std::move(text), true, one.mistake });
		}
		for (const word &one : given)
			if (one.mistake && !find(all, one.name))
				all.push_back(one);
		return all;
	}

	static void check(const part &part, const words &given, const std::string &whose)
	{
		for (const word &one : given) {
			const word *known = find(part.knows, one.name);

			if (known ? known->mistake != one.mistake : !one.mistake)
				throw fault{ whose + " has no word \"" + one.name + "\"" };
			if (!one.says)
				throw fault{ whose + ": the word \"" + one.name + "\" has no text" };
		}
	}

	std::string mistakes(const std::string &whose) const
	{
		std::string lines;
		part line;

		if (collecting_ || fields_.empty())
			return "";
		if (!read("MISTAKE", &line))
			throw fault{ whose + ": there is no mistake.part" };
		/* What may be wrong is the field's to say. */
		line.knows.erase(std::remove_if(line.knows.begin(), line.knows.end(), [](const word &one) { return one.mistake; }), line.knows.end());
		for (const words &field : fields_)
			lines += Filling(resolve(line, field, whose), line.path).of(line.text);
		return lines;
	}

	/* What may be wrong with a field; two fields of one name say it once. */
	void note_field(const words &field)
	{
		const word *marker = find(field, "marker");

		if (!collecting_ || !marker)
			return;
		fields_.push_back(field);
		for (word &one : fields_.back())
			if (one.mistake && !one.text.empty() && !noted_.insert(marker->text + "_" + one.name).second)
				one.text.clear();
	}

	std::string with_words(const part &part, const std::string &name, const words &given, const std::string &whose)
	{
		constexpr std::string_view all = "{{>MISTAKES}}";

		check(part, given, whose);
		words words = resolve(part, given, whose);
		if (name.compare(0, 6, "FIELD_") == 0)
			note_field(words);
		std::string made = Filling(words, whose).of(part.text);
		for (size_t at = 0; (at = made.find("{{>", at)) != made.npos;) {
			if (made.compare(at, all.size(), all) != 0)
				throw fault{ whose + ": a part with words has no parts" };
			std::string lines = mistakes(whose);
			made.replace(at, all.size(), lines);
			at += lines.size();
		}
		return made;
	}

	/* A piece of the template, without its first line, which tells how to escape: the whole has its own. */
	std::string piece(const std::string &name, const std::string &whose)
	{
		std::string path = folder_ + file_of(name) + ".tpl", text;

		if (!read_file(path, &text))
			throw fault{ whose + ": there is no such part" };
		size_t line = text.find('\n') + 1;
		std::string made = put_in(path, text, false);
		return made.erase(0, line);
	}

	std::string put_in(const std::string &path, const std::string &text, bool may_have_pieces)
	{
		std::string made;
		size_t done = 0;

		for (size_t at; (at = text.find("{{>", done)) != text.npos;) {
			size_t end = at + 3;

			made.append(text, done, at - done);
			while (end < text.size() && is_capital(text[end]))
				end++;
			std::string name = text.substr(at + 3, end - at - 3);
			auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
			std::string whose = path + ":" + std::to_string(line) + ": " + name;
			words given = read_words(text, &end, whose);
			auto breaks = std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
			part part;

			done = end;
			if (name == "MISTAKES" && given.empty()) {
				made += mistakes(whose);
			} else if (name == "HEAD" || name == "HEADER" || name == "FOOTER") {
				made.append(text, at, end - at);
			} else if (read(name, &part)) {
				made += with_words(part, name, given, whose);
				made.append(static_cast<size_t>(breaks), '\n');
			} else if (!given.empty()) {
				throw fault{ whose + ": there is no such part with words" };
			} else if (!may_have_pieces) {
				throw fault{ whose + ": a part has no parts of its own" };
			} else if (!with_pieces_ && !collecting_) {
				made.append(text, at, end - at);
			} else {
				made += piece(name, whose);
				done += done < text.size() && text[done] == '\n';
			}
		}
		return made.append(text, done);
	}

	std::string folder_;
	bool with_pieces_, collecting_ = false;
	std::vector<words> fields_;
	std::set<std::string> noted_;
};

bool whole(const std::string &path, std::string *text, std::string *problem, bool with_pieces)
try {
	*text = Template(path, with_pieces).whole(path, *text);
	return true;
} catch (const fault &fault) {
	*problem = fault.what;
	return false;
}

} // namespace

bool read_file(const std::string &path, std::string *text)
{
	std::ifstream file(path);

	text->assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
	return file.is_open();
}

bool put_in(const std::string &path, std::string *text, std::string *problem)
{
	return whole(path, text, problem, true);
}

bool put_in_words(const std::string &path, std::string *text, std::string *problem)
{
	return whole(path, text, problem, false);
}

} // namespace page_parts
