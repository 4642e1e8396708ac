#pragma once

#include <string>
#include <string_view>

namespace cotejo::exchange {

bool isUtf8(std::string_view text);
/// The text as it is when it is UTF-8, otherwise taken for ISO 8859-1, the other encoding of older files.
std::string toUtf8(std::string_view text);

}  // namespace cotejo::exchange
