#pragma once

#include <string>

#include "core/base/json.h"
#include "core/base/result.h"

/// The tables of core/decide in words: what a lawyer reads, and what the section "Rules" of the handbook is. Pure but for reading the words.
namespace cotejo::cli {

/// share/cotejo/rules/LANGUAGE.json. Errors: those of findShare, readFile and parseJson.
Result<Json> readRuleWords(const std::string& language);

/// The tables with their codes and their words.
Json rulesJson(const Json& words);
/// The same as Markdown, without a title; one line a row.
std::string rulesMarkdown(const Json& words);
/// Markdown as plain text, folded to `width` columns, with the title above.
std::string rulesText(const Json& words, std::size_t width = 96);

}  // namespace cotejo::cli
