#include "core/store/search_words.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

#include "core/record/name_key.h"

namespace cotejo::store {
namespace {

bool isAsciiDigit(char c) { return c >= '0' && c <= '9'; }
bool isAsciiLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Letters and digits only, in capitals: "PA-2026-004417" gives PA2026004417.
std::string compact(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (isAsciiDigit(c) || isAsciiLetter(c)) out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return out;
}

std::vector<std::string> splitAtSpaces(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            if (!word.empty()) words.push_back(std::move(word));
            word.clear();
        } else {
            word += c;
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

}  // namespace

std::string searchWords(const record::CaseView& view) {
    std::set<std::string> words;
    for (const auto& name : {view.traveler.familyName, view.traveler.givenNames})
        for (auto& key : record::nameSearchKeys(name)) words.insert(std::move(key));
    for (const auto& document : view.traveler.documents) words.insert(compact(document.number));
    words.insert(compact(view.number));
    const auto dash = view.number.find_last_of("-/ ");
    if (dash != std::string::npos) {
        auto last = view.number.substr(dash + 1);
        words.insert(compact(last));
        last.erase(0, std::min(last.find_first_not_of('0'), last.size()));
        words.insert(compact(last));
    }
    std::string text;
    for (const auto& word : words)
        if (!word.empty()) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string searchExpression(std::string_view typed) {
    constexpr std::size_t kWordCap = 12;
    std::vector<std::vector<std::string>> words;  // of each, one form must be there
    std::string name;
    const auto takeName = [&] {
        for (auto& forms : record::nameQueryWords(name)) words.push_back(std::move(forms));
        name.clear();
    };
    for (const auto& word : splitAtSpaces(typed.substr(0, 256))) {
        if (std::ranges::any_of(word, isAsciiDigit)) {
            takeName();
            words.push_back({compact(word)});
        } else {
            name += (name.empty() ? "" : " ") + word;
        }
    }
    takeName();
    std::string expression;
    std::size_t used = 0;
    for (const auto& forms : words) {
        std::string either;
        for (const auto& form : forms)
            if (!form.empty() && form.find('"') == std::string::npos && form.find('\0') == std::string::npos)
                either += (either.empty() ? "\"" : " OR \"") + form + "\" *";
        if (either.empty()) continue;
        if (++used > kWordCap) break;
        expression += (expression.empty() ? "" : " AND ") + (forms.size() > 1 ? "(" + either + ")" : either);
    }
    return expression;
}

}  // namespace cotejo::store
