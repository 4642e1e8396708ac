#pragma once

#include <array>
#include <string>
#include <string_view>

namespace cotejo::exchange {

/// What the bytes 0x80 to 0xff of a code page mean, 0 where it has nothing; null for a name that is not known ("windows-1252", "ibm850").
const std::array<char16_t, 128>* codePage(std::string_view name);
/// The known names for a message, separated by commas.
std::string codePageNames();

}  // namespace cotejo::exchange
