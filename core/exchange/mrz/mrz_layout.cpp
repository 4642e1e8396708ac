#include "core/exchange/mrz/mrz_layout.h"

#include <algorithm>

namespace cotejo::exchange::mrz {

const std::vector<Layout>& layouts() {
    static const std::vector<Layout> all = {
        {MrzFormat::Td1,
         3,
         30,
         {0, 0, 2},
         {0, 2, 3},
         {0, 5, 9},
         {1, 15, 3},
         {1, 0, 6},
         {1, 7, 1},
         {1, 8, 6},
         {0, 15, 15},
         {1, 18, 11},
         {2, 0, 30},
         std::nullopt,
         Place{1, 29, 1},
         {{0, 5, 25}, {1, 0, 7}, {1, 8, 7}, {1, 18, 11}}},
        {MrzFormat::Td2,
         2,
         36,
         {0, 0, 2},
         {0, 2, 3},
         {1, 0, 9},
         {1, 10, 3},
         {1, 13, 6},
         {1, 20, 1},
         {1, 21, 6},
         {1, 28, 7},
         {},
         {0, 5, 31},
         std::nullopt,
         Place{1, 35, 1},
         {{1, 0, 10}, {1, 13, 7}, {1, 21, 14}}},
        {MrzFormat::Td3,
         2,
         44,
         {0, 0, 2},
         {0, 2, 3},
         {1, 0, 9},
         {1, 10, 3},
         {1, 13, 6},
         {1, 20, 1},
         {1, 21, 6},
         {1, 28, 14},
         {},
         {0, 5, 39},
         Place{1, 42, 1},
         Place{1, 43, 1},
         {{1, 0, 10}, {1, 13, 7}, {1, 21, 22}}},
        {MrzFormat::MrvA,
         2,
         44,
         {0, 0, 2},
         {0, 2, 3},
         {1, 0, 9},
         {1, 10, 3},
         {1, 13, 6},
         {1, 20, 1},
         {1, 21, 6},
         {1, 28, 16},
         {},
         {0, 5, 39},
         std::nullopt,
         std::nullopt,
         {}},
        {MrzFormat::MrvB,
         2,
         36,
         {0, 0, 2},
         {0, 2, 3},
         {1, 0, 9},
         {1, 10, 3},
         {1, 13, 6},
         {1, 20, 1},
         {1, 21, 6},
         {1, 28, 8},
         {},
         {0, 5, 31},
         std::nullopt,
         std::nullopt,
         {}},
    };
    return all;
}

const Layout* layoutFor(const std::vector<std::string>& lines) {
    if (lines.empty() || lines.front().empty()) return nullptr;
    const bool visa = lines.front().front() == 'V';
    for (const Layout& layout : layouts()) {
        const bool isVisa = layout.format == MrzFormat::MrvA || layout.format == MrzFormat::MrvB;
        if (layout.lines == lines.size() && isVisa == visa &&
            std::all_of(lines.begin(), lines.end(),
                        [&](const std::string& line) { return line.size() == layout.width; }))
            return &layout;
    }
    return nullptr;
}

const Layout* nearestLayout(const std::vector<std::string>& lines) {
    constexpr std::size_t kFar = 6;  // characters of all lines together
    if (lines.empty() || lines.front().empty()) return nullptr;
    const bool visa = lines.front().front() == 'V';
    const Layout* nearest = nullptr;
    std::size_t least = kFar + 1;
    for (const Layout& layout : layouts()) {
        const bool isVisa = layout.format == MrzFormat::MrvA || layout.format == MrzFormat::MrvB;
        if (layout.lines != lines.size() || isVisa != visa) continue;
        std::size_t off = 0;
        for (const auto& line : lines) off += line.size() > layout.width ? line.size() - layout.width : layout.width - line.size();
        if (off < least) {
            nearest = &layout;
            least = off;
        }
    }
    return nearest;
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && text.back() == '<')
        text.remove_suffix(1);
    while (!text.empty() && text.front() == '<')
        text.remove_prefix(1);
    return std::string(text);
}

std::string words(std::string_view text) {
    std::string result;
    for (const char c : trimmed(text))
        if (c != '<')
            result += c;
        else if (result.back() != ' ')
            result += ' ';
    return result;
}

}  // namespace cotejo::exchange::mrz
