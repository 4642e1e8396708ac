#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cotejo::exchange {

/// A whole, unsigned decimal number of at most nine digits.
inline std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    if (text.empty() || text.size() > 9 || text.front() == '-' || text.front() == '+') return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool isUtf8(std::string_view text);
/// The text as it is when it is UTF-8, otherwise taken for Windows-1252, which has ISO 8859-1 in it: the other encoding of older files.
/// The five bytes that Windows-1252 leaves free become U+FFFD.
std::string toUtf8(std::string_view text);

/// Foreign text as UTF-8, with the name of what it was.
struct DecodedText {
    std::string text;
    std::string encoding;  ///< "utf-8", "utf-16le", "windows-1252"...
    bool assumed = false;  ///< nothing in the bytes says so and nobody stated it
};

/// Byte order marks and UTF-16 without one are told by their bytes, UTF-8 by its form; other bytes are taken for Windows-1252 where that
/// gives text as it is written in the west, and refused where it gives symbols among letters or rows of accents, as another code page
/// read so does. `stated` decides where it is not empty. Errors: E_MALFORMED (naming what to state; zero bytes; a broken UTF-16).
Result<DecodedText> decodeText(std::string_view bytes, std::string_view stated = {});

/// Text as it is meant in a cell: every kind of blank a single space, none at the ends, invisible characters (zero width, soft hyphen,
/// direction marks, byte order marks) away.
std::string cleaned(std::string_view utf8);

/// "YYYY-MM-DD" of a date written as `format` says ("DD/MM/YYYY": four Y, two M, two D and what stands between); nothing when the text
/// has another shape or is no day. Zeros are unknown parts, as in a machine-readable zone; the text is empty when all of them are.
std::optional<std::string> dateIn(std::string_view text, std::string_view format);

}  // namespace cotejo::exchange
