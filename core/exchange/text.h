#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cotejo::exchange {

bool isUtf8(std::string_view text);
/// The text as it is when it is UTF-8, otherwise taken for ISO 8859-1, the other encoding of older files.
std::string toUtf8(std::string_view text);

/// "YYYY-MM-DD" of a date written as `format` says ("DD/MM/YYYY": four Y, two M, two D and what stands between); nothing when the text
/// has another shape. A month or day of 00 is unknown, as in a machine-readable zone.
std::optional<std::string> dateIn(std::string_view text, std::string_view format);

}  // namespace cotejo::exchange
