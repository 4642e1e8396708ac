#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace cotejo::record {

/// Stable text codes of an enum, as stored and sent. Specialise `codes` for each enum:
///   template <> inline constexpr auto codes<Colour> = std::to_array<Code<Colour>>({{Colour::Red, "red"}, ...});
template <class Enum>
using Code = std::pair<Enum, std::string_view>;
template <class Enum>
inline constexpr auto codes = nullptr;

/// "" only for a value outside the enum.
template <class Enum>
constexpr std::string_view codeOf(Enum value) {
    for (const auto& [each, text] : codes<Enum>)
        if (each == value) return text;
    return {};
}

template <class Enum>
constexpr std::optional<Enum> fromCode(std::string_view text) {
    for (const auto& [each, code] : codes<Enum>)
        if (code == text) return each;
    return std::nullopt;
}

}  // namespace cotejo::record
