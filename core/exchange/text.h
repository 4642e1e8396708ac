#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

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
/// The text as it is when it is UTF-8, otherwise taken for ISO 8859-1, the other encoding of older files.
std::string toUtf8(std::string_view text);

/// "YYYY-MM-DD" of a date written as `format` says ("DD/MM/YYYY": four Y, two M, two D and what stands between); nothing when the text
/// has another shape. A month or day of 00 is unknown, as in a machine-readable zone.
std::optional<std::string> dateIn(std::string_view text, std::string_view format);

}  // namespace cotejo::exchange
