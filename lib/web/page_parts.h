/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A long template in parts, for lib/web/page.cc and tools/tplview.cc: where case.tpl says {{>CASE_HEAD}}, the text of case-head.tpl of its own
 * folder stands as if it was written there, and sees the page's values. HEAD, HEADER and FOOTER are left to ctemplate. A part names no parts.
 */
#ifndef SHANYU_PAGE_PARTS_H
#define SHANYU_PAGE_PARTS_H

#include <fstream>
#include <iterator>
#include <string>

namespace page_parts
{

inline bool read_file(const std::string &path, std::string *text)
{
	std::ifstream file(path);

	text->assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
	return file.is_open();
}

/* Without the first line, which tells how to escape: the whole has its own. */
inline bool read_part(const std::string &folder, std::string name, std::string *text)
{
	for (char &letter : name)
		letter = letter == '_' ? '-' : static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
	if (!read_file(folder + name + ".tpl", text))
		return false;
	text->erase(0, text->find('\n') + 1);
	return true;
}

/* False: a part is not there, and its name is in *missing. */
inline bool put_in(const std::string &path, std::string *text, std::string *missing)
{
	std::string folder = path.substr(0, path.rfind('/') + 1), part;

	for (size_t at = 0; (at = text->find("{{>", at)) != text->npos;) {
		size_t end = text->find("}}", at);
		std::string name = text->substr(at + 3, end == text->npos ? end : end - at - 3);

		if (end == text->npos)
			return true;
		end += 2;
		if (name == "HEAD" || name == "HEADER" || name == "FOOTER") {
			at = end;
			continue;
		}
		if (!read_part(folder, name, &part)) {
			*missing = name;
			return false;
		}
		text->replace(at, end - at + ((*text)[end] == '\n'), part);
		at += part.size();
	}
	return true;
}

} // namespace page_parts

#endif
