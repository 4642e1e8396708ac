#include "core/imaging/tiff_header.h"

#include <algorithm>
#include <cmath>

#include "core/base/errors.h"
#include "core/imaging/errors.h"

namespace cotejo::imaging::detail {

namespace {

constexpr std::uint64_t kMaxEntries = 4096;
constexpr std::uint64_t kMaxStrips = 1u << 20;

class TiffBytes {
  public:
    TiffBytes(ByteView bytes, bool bigEndian) : m_bytes(bytes), m_bigEndian(bigEndian) {}
    bool has(std::uint64_t at, std::uint64_t count) const {
        return at <= m_bytes.size() && count <= m_bytes.size() - at;
    }
    std::uint32_t u16(std::uint64_t at) const {
        return m_bigEndian ? m_bytes[at] << 8 | m_bytes[at + 1] : m_bytes[at + 1] << 8 | m_bytes[at];
    }
    std::uint32_t u32(std::uint64_t at) const {
        return m_bigEndian ? u16(at) << 16 | u16(at + 2) : u16(at + 2) << 16 | u16(at);
    }
    ByteView bytes() const { return m_bytes; }

  private:
    ByteView m_bytes;
    bool m_bigEndian;
};

struct Entry {
    std::uint32_t tag = 0;
    std::uint32_t type = 0;
    std::uint64_t count = 0;
    std::uint64_t at = 0;  // of the value itself
};

std::uint64_t sizeOfType(std::uint32_t type) {
    constexpr std::uint8_t kSizes[] = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
    return type < std::size(kSizes) ? kSizes[type] : 0;
}

std::uint32_t number(const TiffBytes& file, const Entry& entry, std::uint64_t index = 0) {
    switch (entry.type) {
        case 1:
            return file.bytes()[entry.at + index];
        case 3:
            return file.u16(entry.at + 2 * index);
        case 4:
            return file.u32(entry.at + 4 * index);
        default:
            return 0;
    }
}

double rational(const TiffBytes& file, const Entry& entry) {
    if (entry.type != 5) return 0;
    const std::uint32_t below = file.u32(entry.at + 4);
    return below == 0 ? 0.0 : static_cast<double>(file.u32(entry.at)) / below;
}

void take(const TiffBytes& file, const Entry& entry, TiffTags& tags) {
    switch (entry.tag) {
        case 256:
            tags.width = number(file, entry);
            break;
        case 257:
            tags.height = number(file, entry);
            break;
        case 258:
            for (std::uint64_t i = 0; i < std::min<std::uint64_t>(entry.count, 8); ++i)
                tags.bits = i == 0 ? number(file, entry) : std::max(tags.bits, number(file, entry, i));
            break;
        case 262:
            tags.photometric = number(file, entry);
            break;
        case 274:
            tags.orientation = number(file, entry);
            if (entry.type == 3) tags.orientationOffset = static_cast<std::size_t>(entry.at);
            break;
        case 277:
            tags.samples = number(file, entry);
            break;
        case 282:
            tags.xResolution = rational(file, entry);
            break;
        case 283:
            tags.yResolution = rational(file, entry);
            break;
        case 296:
            tags.resolutionUnit = number(file, entry);
            break;
        case 322:
            tags.tileWidth = number(file, entry);
            break;
        case 323:
            tags.tileHeight = number(file, entry);
            break;
        case 339:
            tags.sampleFormat = number(file, entry);
            break;
        default:
            break;
    }
}

}  // namespace

Result<TiffTags> readTiffTags(ByteView bytes) {
    TiffTags tags;
    const auto text = textOf(bytes);
    if (text.size() < 8 ||
        (!text.starts_with(std::string_view("II*\0", 4)) && !text.starts_with(std::string_view("MM\0*", 4))))
        return fail(base::kMalformed, "The TIFF header is not complete or is not TIFF.");
    tags.bigEndian = text[0] == 'M';
    const TiffBytes file(bytes, tags.bigEndian);
    const std::uint64_t directory = file.u32(4);
    if (!file.has(directory, 2))
        return fail(base::kMalformed, "The TIFF directory at byte " + std::to_string(directory) +
                                          " is past the end of the file.");
    const std::uint64_t entries = file.u16(directory);
    if (entries > kMaxEntries || !file.has(directory + 2, entries * 12))
        return fail(base::kMalformed,
                    "The TIFF directory at byte " + std::to_string(directory) + " is cut short.");
    Entry offsets;
    Entry lengths;
    for (std::uint64_t i = 0; i < entries; ++i) {
        const std::uint64_t at = directory + 2 + i * 12;
        Entry entry{file.u16(at), file.u16(at + 2), file.u32(at + 4), at + 8};
        const std::uint64_t size = sizeOfType(entry.type);
        if (size == 0 || entry.count == 0) continue;
        if (size * entry.count > 4) entry.at = file.u32(at + 8);
        if (!file.has(entry.at, size * entry.count))
            return fail(base::kMalformed,
                        "TIFF tag " + std::to_string(entry.tag) + " points past the end of the file.");
        take(file, entry, tags);
        if (entry.tag == 273 || entry.tag == 324) offsets = entry;
        if (entry.tag == 279 || entry.tag == 325) lengths = entry;
    }
    const std::uint64_t strips = std::min(offsets.count, lengths.count);
    if (strips > kMaxStrips) return fail(base::kMalformed, "The TIFF image has more than 1,048,576 strips.");
    for (std::uint64_t i = 0; i < strips; ++i)
        tags.dataEnd = std::max<std::uint64_t>(
            tags.dataEnd, std::uint64_t{number(file, offsets, i)} + number(file, lengths, i));
    return tags;
}

record::Ppi ppiFromAxes(double x, double y) {
    if (!(x >= 10 && x <= 20'000 && y >= 10 && y <= 20'000) || std::abs(x - y) > 0.01 * std::max(x, y))
        return {};
    // Per-metre and per-centimetre units round: 19685 a metre is 499.999 ppi, and 500 was meant.
    const double nearest = std::round(x);
    return {std::abs(x - nearest) < 0.02 ? nearest : x, record::PpiSource::Header};
}

record::Ppi ppiOf(const TiffTags& tags) {
    if (tags.resolutionUnit != 2 && tags.resolutionUnit != 3) return {};
    const double perInch = tags.resolutionUnit == 3 ? 2.54 : 1.0;
    return ppiFromAxes(tags.xResolution * perInch, tags.yResolution * perInch);
}

Result<ImageHeader> readTiffHeader(ByteView bytes) {
    COTEJO_TRY_ASSIGN(const TiffTags tags, readTiffTags(bytes));
    if (tags.dataEnd > bytes.size())
        return fail(base::kMalformed, "The TIFF image is cut short: its pixels end at byte " +
                                          std::to_string(tags.dataEnd) + " of a file of " +
                                          std::to_string(bytes.size()) + ".");
    if (tags.dataEnd == 0)
        return fail(base::kMalformed, "The TIFF directory names no strips or tiles with lengths.");
    constexpr std::uint32_t kMax = 1u << 30;
    if (tags.width == 0 || tags.height == 0 || tags.width > kMax || tags.height > kMax)
        return fail(base::kMalformed, "The TIFF image has no valid width and height.");
    if (tags.tileWidth > 16'384 || tags.tileHeight > 16'384)
        return fail(base::kTooLarge, "The TIFF image has tiles above 16,384 pixels a side.");
    if (tags.bits != 1 && tags.bits != 2 && tags.bits != 4 && tags.bits != 8 && tags.bits != 16)
        return fail(kUnsupportedImage,
                    "TIFF with " + std::to_string(tags.bits) + " bits a sample is not read.");
    if (tags.sampleFormat != 1)
        return fail(kUnsupportedImage, "TIFF with signed or floating-point samples is not read.");
    if (tags.samples < 1 || tags.samples > 4)
        return fail(kUnsupportedImage,
                    "TIFF with " + std::to_string(tags.samples) + " samples a pixel is not read.");
    constexpr std::uint32_t kSeparated = 5;
    if (tags.photometric == kSeparated && tags.bits != 8)
        return fail(kUnsupportedImage, "CMYK TIFF is read with 8 bits a sample only.");
    ImageHeader header;
    header.format = ImageFormat::Tiff;
    header.width = static_cast<int>(tags.width);
    header.height = static_cast<int>(tags.height);
    header.bitDepth = static_cast<int>(tags.bits);
    header.channels = static_cast<int>(tags.samples);
    header.orientation =
        tags.orientation >= 1 && tags.orientation <= 8 ? static_cast<int>(tags.orientation) : 1;
    header.orientationOffset = tags.orientationOffset;
    header.bigEndian = tags.bigEndian;
    header.inverted = tags.bits == 16 && tags.photometric == 0;
    header.ppi = ppiOf(tags);
    return header;
}

}  // namespace cotejo::imaging::detail
