#include "app/cli/cases/pdf_pages.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

namespace cotejo::cli {
namespace {

constexpr std::size_t kMostObjects = 1'000'000;
constexpr int kMostPages = 10'000;

constexpr bool isSpace(char each) { return each == ' ' || each == '\t' || each == '\r' || each == '\n' || each == '\f' || each == '\0'; }
constexpr bool isDigit(char each) { return each >= '0' && each <= '9'; }

/// A name or number ends here.
constexpr bool endsToken(std::string_view text, std::size_t at) {
    return at >= text.size() || isSpace(text[at]) || std::string_view("/<>[]()%{}").find(text[at]) != std::string_view::npos;
}

std::size_t skipSpace(std::string_view text, std::size_t at) {
    while (at < text.size() && isSpace(text[at])) ++at;
    return at;
}

/// Where the value of a key begins; npos when the dictionary does not have it.
std::size_t valueOf(std::string_view dictionary, std::string_view key) {
    for (auto at = dictionary.find(key); at != std::string_view::npos; at = dictionary.find(key, at + 1))
        if (endsToken(dictionary, at + key.size())) return skipSpace(dictionary, at + key.size());
    return std::string_view::npos;
}

bool isName(std::string_view dictionary, std::size_t at, std::string_view name) {
    return at != std::string_view::npos && dictionary.substr(at, name.size()) == name && endsToken(dictionary, at + name.size());
}

/// The object number in front of " G obj" at `at`; nothing when there is none.
std::optional<long> numberBefore(std::string_view text, std::size_t at) {
    const auto back = [&](auto fits) {
        const auto end = at;
        while (at > 0 && fits(text[at - 1])) --at;
        return end - at;
    };
    if (back(isSpace) == 0 || back(isDigit) == 0 || back(isSpace) == 0) return std::nullopt;
    const auto end = at;
    if (const auto digits = back(isDigit); digits == 0 || digits > 10) return std::nullopt;
    long number = 0;
    std::from_chars(text.data() + at, text.data() + end, number);
    return number;
}

struct Object {
    bool page = false;
    std::optional<int> root;  ///< count of pages, of a tree node without a parent
};

Object objectOf(std::string_view dictionary) {
    Object object;
    const auto type = valueOf(dictionary, "/Type");
    object.page = isName(dictionary, type, "/Page");
    const auto count = valueOf(dictionary, "/Count");
    if (isName(dictionary, type, "/Pages") && valueOf(dictionary, "/Parent") == std::string_view::npos && count != std::string_view::npos) {
        int value = -1;
        const auto read = std::from_chars(dictionary.data() + count, dictionary.data() + dictionary.size(), value);
        // "7 0 R" is a reference, not a number.
        const auto next = skipSpace(dictionary, static_cast<std::size_t>(read.ptr - dictionary.data()));
        object.root = read.ec == std::errc() && (next >= dictionary.size() || !isDigit(dictionary[next])) ? value : -1;
    }
    return object;
}

}  // namespace

std::optional<int> pdfPages(ByteView bytes) {
    const std::string_view text = textOf(bytes);
    if (!text.starts_with("%PDF-")) return std::nullopt;
    std::map<long, Object> objects;  // a later definition of an object replaces the earlier one
    for (auto at = text.find("obj"); at != std::string_view::npos;) {
        const auto number = numberBefore(text, at);
        if (!number) {
            at = text.find("obj", at + 3);
            continue;
        }
        const auto begin = at + 3;
        const auto end = text.find("endobj", begin);
        const auto stream = text.substr(0, end).find("stream", begin);
        const auto dictionary = text.substr(begin, std::min(stream, end) - begin);
        const auto type = valueOf(dictionary, "/Type");
        if (isName(dictionary, type, "/ObjStm") || isName(dictionary, type, "/XRef") || objects.size() >= kMostObjects) return std::nullopt;
        objects[*number] = objectOf(dictionary);
        if (end == std::string_view::npos) break;
        // What stands in a stream is no object.
        const auto resume = stream == std::string_view::npos ? end : std::max(end, text.find("endstream", stream));
        if (resume == std::string_view::npos) break;
        at = text.find("obj", resume + 6);
    }
    for (auto at = text.find("trailer"); at != std::string_view::npos; at = text.find("trailer", at + 7))
        if (valueOf(text.substr(at, 4096), "/Encrypt") != std::string_view::npos) return std::nullopt;
    int pages = 0, roots = 0, counted = -1;
    for (const auto& [number, object] : objects) {
        pages += object.page ? 1 : 0;
        if (!object.root) continue;
        ++roots;
        counted = *object.root;
    }
    if (roots != 1 || counted != pages || pages < 1 || pages > kMostPages) return std::nullopt;
    return pages;
}

}  // namespace cotejo::cli
