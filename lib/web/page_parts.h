/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of templates, put in as text when a template is loaded: ctemplate sees the whole and knows of no part. For lib/web/page.cc and
 * tools/tplview.cc. HEAD, HEADER and FOOTER are left to ctemplate. Two kinds:
 *
 * A long template in pieces: where case.tpl says {{>CASE_HEAD}}, the text of case-head.tpl of its own folder stands as if it was written there, and
 * sees the page's values. A piece names no pieces, but may name parts with words.
 *
 * A part with words: {{>FIELD_TEXT name="story" label="..."}} stands for the text of field-text.part, of the template's own folder or of shared/ beside
 * it, on one line. That file begins with the words it knows, {{!name label id="[name]" hint=""}}: those without a text must be given, the text of others holds
 * unless they are. In what follows (and in those texts, of the words before)
 *	[hint]                  is the word as it was given, [HINT] the same in capitals
 *	[#hint]...[/hint]       stands only when it says something, [^hint]...[/hint] only when it is ''
 *	[each]...[/each]              stands once for each mistake that says something: [mistake] is its name, [says] its text
 * Mistakes are the words behind a bar, {{!name label | missing="Please write [label]"}}; who names the part may give others besides, also behind a bar:
 * {{>FIELD_TEXT name="account" label="Account" | taken="There is such an account"}}.
 * A word's text stands between " or ' and may hold markers and markup; in an attribute it may hold no ". Nothing is escaped, repeated or computed: it is
 * the template that is written, not a value. A part with words names no parts.
 *
 * {{>MISTAKES}}, in a template or a part, stands for mistake.part once for each name among the template's fields (parts FIELD_...) in their order, with the
 * field's words: what the summary of errors says is so the same as what stands at the field.
 */
#ifndef SHANYU_PAGE_PARTS_H
#define SHANYU_PAGE_PARTS_H

#include <string>

namespace page_parts
{

bool read_file(const std::string &path, std::string *text);

/* False: something is wrong, and *problem is one line that says where (file and line) and what. */
bool put_in(const std::string &path, std::string *text, std::string *problem);

/* The same for parts with words only: pieces are left where they are named, and lines keep their numbers. For checks of what a template names. */
bool put_in_words(const std::string &path, std::string *text, std::string *problem);

} // namespace page_parts

#endif
