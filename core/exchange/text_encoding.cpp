#include <algorithm>
#include <cstdint>

#include "core/base/errors.h"
#include "core/exchange/code_pages.h"
#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;
using HalfPage = std::array<char16_t, 128>;

void append(std::string& text, char32_t point) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xc0 | point >> 6);
        put(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        put(0xe0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    } else {
        put(0xf0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3f));
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    }
}

char32_t pointOf(const HalfPage& page, char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte < 0x80 ? byte : page[byte - 0x80u];
}

std::string inPage(std::string_view bytes, const HalfPage& page) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const char32_t point = pointOf(page, c);
        append(text, point == 0 && c != '\0' ? 0xfffd : point);
    }
    return text;
}

Result<DecodedText> fromUtf16(std::string_view bytes, bool bigEnd, bool assumed) {
    DecodedText decoded{{}, bigEnd ? "utf-16be" : "utf-16le", assumed};
    if (bytes.size() % 2 != 0)
        return fail(base::kMalformed, "The UTF-16 text ends in half a character, at byte " + std::to_string(bytes.size()) + ". The file may be cut off.");
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<std::uint8_t>(bytes[at]), b = static_cast<std::uint8_t>(bytes[at + 1]);
        return static_cast<char32_t>(bigEnd ? a << 8 | b : b << 8 | a);
    };
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t point = unit(at);
        if (point >= 0xd800 && point < 0xdc00 && at + 3 < bytes.size() && unit(at + 2) >= 0xdc00 && unit(at + 2) < 0xe000) {
            point = 0x10000 + ((point - 0xd800) << 10) + (unit(at + 2) - 0xdc00);
            at += 2;
        }
        if ((point >= 0xd800 && point < 0xe000) || point == 0)
            return fail(base::kMalformed, "The UTF-16 text has a broken character at byte " + std::to_string(at) + ".");
        if (point != 0xfeff) append(decoded.text, point);
    }
    return decoded;
}

// Every other byte of text in a Latin script is zero.
std::optional<bool> looksLikeUtf16(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 512);
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0') ++zeros[i % 2];
    const std::size_t enough = head.size() / 2 * 2 / 3;
    if (head.size() < 4) return std::nullopt;
    if (zeros[1] >= enough && zeros[0] == 0) return false;
    if (zeros[0] >= enough && zeros[1] == 0) return true;
    return std::nullopt;
}

bool isLetter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7);
}

// What stands beside letters in names and addresses of the west.
bool belongsAmongLetters(char32_t c) {
    return c == 0x2019 || c == 0x2018 || c == 0xb4 || c == 0xb7 || c == 0xaa || c == 0xba || c == 0xb0 || c == 0xa0 || c == 0xad || c == 0x2013 ||
           c == 0x2014 || c == 0x201c || c == 0x201d || c == 0xab || c == 0xbb || c == 0x2026 || c == 0xa8;
}

// Another code page read as Windows-1252 shows: bytes that the page leaves free, symbols inside words, words of accents only.
bool isWestern(std::string_view bytes, const HalfPage& page) {
    std::size_t run = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(bytes[i]);
        run = byte >= 0xc0 ? run + 1 : 0;
        if (run >= 4) return false;
        if (byte < 0x80) continue;
        const char32_t point = page[byte - 0x80u];
        if (point == 0) return false;
        // What Mac OS Roman writes for e acute and n tilde: a capital behind a small letter, a dash before one.
        const bool behindSmall = i > 0 && bytes[i - 1] >= 'a' && bytes[i - 1] <= 'z', beforeSmall = i + 1 < bytes.size() && bytes[i + 1] >= 'a' && bytes[i + 1] <= 'z';
        if (behindSmall && (point == 0x17d || point == 0x160 || point == 0x152 || point == 0x178)) return false;
        if (behindSmall && beforeSmall && (point == 0x2013 || point == 0x2014)) return false;
        if (isLetter(point) || belongsAmongLetters(point)) continue;
        const bool before = i > 0 && isLetter(pointOf(page, bytes[i - 1]));
        const bool after = i + 1 < bytes.size() && isLetter(pointOf(page, bytes[i + 1]));
        // An accent at the end of a word is one of these when ibm850 is read as Windows-1252.
        const bool ends = point == 0x201a || point == 0x201e || point == 0xa1 || point == 0xa2 || point == 0xa3 || point == 0xbf || point == 0x192;
        if (before && (after || ends)) return false;
    }
    return true;
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

std::string canonicalName(std::string_view stated) {
    const std::string name = lower(stated);
    if (name == "utf8" || name == "utf-8-sig") return "utf-8";
    if (name == "utf-16" || name == "utf16" || name == "unicode") return "utf-16le";
    if (name == "latin1" || name == "latin-1") return "iso-8859-1";
    if (name == "mac" || name == "macroman") return "macintosh";
    for (const std::string_view prefix : {"cp125"sv, "win125"sv, "windows125"sv})
        if (name.starts_with(prefix)) return "windows-125" + name.substr(prefix.size());
    for (const std::string_view prefix : {"cp"sv, "dos"sv, "oem"sv, "ibm-"sv})
        if (name.starts_with(prefix)) return "ibm" + name.substr(prefix.size());
    if (name.starts_with("iso8859-")) return "iso-8859-" + name.substr(8);
    return name;
}

Result<DecodedText> asStated(std::string_view bytes, std::string_view stated) {
    const std::string name = canonicalName(stated);
    if (name == "utf-8") {
        if (!isUtf8(bytes)) return fail(base::kMalformed, "The text is not UTF-8, as was stated.");
        return DecodedText{std::string(bytes), name, false};
    }
    if (name == "utf-16le" || name == "utf-16be") return fromUtf16(bytes, name == "utf-16be", false);
    const HalfPage* page = codePage(name);
    if (page == nullptr)
        return fail(base::kMalformed, "The encoding \"" + std::string(stated.substr(0, 64)) + "\" is not known here. Known: utf-8, utf-16le, utf-16be, " + codePageNames() + ".");
    return DecodedText{inPage(bytes, *page), name, false};
}

bool isBlank(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
           c == 0x202f || c == 0x205f || c == 0x3000;
}

bool isInvisible(char32_t c) {
    return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xfeff;
}

}  // namespace

std::string toUtf8(std::string_view text) {
    if (isUtf8(text)) return std::string(text);
    return inPage(text, *codePage("windows-1252"));
}

Result<DecodedText> decodeText(std::string_view bytes, std::string_view stated) {
    if (bytes.starts_with("\xff\xfe\0\0"sv) || bytes.starts_with("\0\0\xfe\xff"sv))
        return fail(base::kMalformed, "The text is UTF-32, which is not read. Save it as UTF-8.");
    if (bytes.starts_with("\xef\xbb\xbf"sv)) {
        bytes.remove_prefix(3);
        if (stated.empty() && isUtf8(bytes) && bytes.find('\0') == bytes.npos) return DecodedText{std::string(bytes), "utf-8", false};
    }
    if (bytes.starts_with("\xff\xfe"sv) || bytes.starts_with("\xfe\xff"sv)) return fromUtf16(bytes.substr(2), bytes[0] == '\xfe', false);
    if (!stated.empty()) return asStated(bytes, stated);
    if (const auto bigEnd = looksLikeUtf16(bytes)) return fromUtf16(bytes, *bigEnd, true);
    if (const auto zero = bytes.find('\0'); zero != bytes.npos)
        return fail(base::kMalformed, "There is a zero byte at byte " + std::to_string(zero) + "; this is no text.");
    if (isUtf8(bytes)) return DecodedText{std::string(bytes), "utf-8", false};
    const HalfPage& western = *codePage("windows-1252");
    if (!isWestern(bytes, western))
        return fail(base::kMalformed, "The text is neither UTF-8 nor Windows-1252. Save it as UTF-8 (\"CSV UTF-8\"), or state the \"encoding\" in a mapping file, such as "
                                      "\"windows-1251\" (Cyrillic), \"windows-1256\" (Arabic), \"windows-1250\" (Central Europe), \"macintosh\" or \"ibm850\" (older programs).");
    return DecodedText{inPage(bytes, western), "windows-1252", true};
}

std::string cleaned(std::string_view utf8) {
    std::string result;
    bool blank = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto first = static_cast<std::uint8_t>(utf8[at]);
        std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        length = std::min(length, utf8.size() - at);
        char32_t point = length == 1 ? first : first & (0xffu >> (length + 1));
        for (std::size_t i = 1; i < length; ++i) point = point << 6 | (static_cast<std::uint8_t>(utf8[at + i]) & 0x3fu);
        if (isBlank(point)) {
            blank = true;
        } else if (!isInvisible(point)) {
            if (blank && !result.empty()) result += ' ';
            blank = false;
            result += utf8.substr(at, length);
        }
        at += length;
    }
    return result;
}

}  // namespace cotejo::exchange
