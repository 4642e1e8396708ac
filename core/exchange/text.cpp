#include "core/exchange/text.h"

#include <cstdint>

#include "core/record/partial_date.h"

namespace cotejo::exchange {

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<std::uint8_t>(text[i]);
        const std::size_t length = first < 0x80                    ? 1
                                   : first >= 0xc2 && first < 0xe0 ? 2
                                   : first >= 0xe0 && first < 0xf0 ? 3
                                   : first >= 0xf0 && first < 0xf5 ? 4
                                                                   : 0;
        if (length == 0 || i + length > text.size()) return false;
        std::uint32_t point = length == 1 ? first : first & (0xffu >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<std::uint8_t>(text[i + k]);
            if ((next & 0xc0) != 0x80) return false;
            point = point << 6 | (next & 0x3f);
        }
        if ((length == 3 && (point < 0x800 || (point >= 0xd800 && point < 0xe000))) ||
            (length == 4 && (point < 0x10000 || point > 0x10ffff)))
            return false;
        i += length;
    }
    return true;
}

std::optional<std::string> dateIn(std::string_view text, std::string_view format) {
    if (text.size() != format.size()) return std::nullopt;
    std::string parts[3];
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char f = format[i];
        if (f != 'Y' && f != 'M' && f != 'D') {
            if (text[i] != f) return std::nullopt;
        } else if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        } else {
            parts[f == 'Y' ? 0 : f == 'M' ? 1 : 2] += text[i];
        }
    }
    const auto number = [&](int part) { return wholeNumber(parts[part]).value_or(-1); };
    const auto date = record::PartialDate::of(number(0), number(1), number(2));
    return date ? std::optional(date->text()) : std::nullopt;
}

}  // namespace cotejo::exchange
