#include "core/exchange/images/tiff_directory.h"

#include "core/exchange/text.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kMaxEntries = 4096;

std::size_t sizeOfType(std::uint32_t type) {
    constexpr std::uint8_t kSizes[] = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    return type < std::size(kSizes) ? kSizes[type] : 0;
}

}  // namespace

std::optional<TiffView> TiffView::open(ByteView bytes) {
    const auto text = textOf(bytes);
    if (bytes.size() < 8 || (!text.starts_with("II*\0"sv) && !text.starts_with("MM\0*"sv))) return std::nullopt;
    return TiffView(bytes, text[0] == 'M');
}

std::optional<TiffDirectory> TiffView::directory(std::size_t at) const {
    if (!has(at, 2)) return std::nullopt;
    const std::size_t count = u16(at);
    if (count > kMaxEntries || !has(at + 2, count * 12)) return std::nullopt;
    TiffDirectory result;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t from = at + 2 + i * 12;
        TiffEntry entry{u16(from), u16(from + 2), u32(from + 4), from + 8, 0};
        entry.size = sizeOfType(entry.type) * std::size_t{entry.count};
        if (entry.size == 0) continue;
        if (entry.size > 4) entry.at = u32(from + 8);
        if (has(entry.at, entry.size))
            result.entries.push_back(entry);
        else
            ++result.outside;
    }
    const std::size_t end = at + 2 + count * 12;
    if (has(end, 4)) result.next = u32(end);
    return result;
}

std::uint32_t TiffView::number(const TiffEntry& entry, std::size_t index) const {
    if (index >= entry.count) return 0;
    switch (entry.type) {
        case 1: return m_bytes[entry.at + index];
        case 3: return u16(entry.at + 2 * index);
        case 4: return u32(entry.at + 4 * index);
        default: return 0;
    }
}

std::string TiffView::text(const TiffEntry& entry) const {
    if (entry.type != 2) return {};
    const auto all = textOf(value(entry)).substr(0, 256);
    return toUtf8(all.substr(0, all.find('\0')));
}

}  // namespace cotejo::exchange
