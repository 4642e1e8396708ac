#include "core/exchange/images/image_probe.h"

#include <algorithm>
#include <cmath>

#include "core/exchange/images/pnm.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

void probeJpeg(ByteView bytes, ImageProbe& probe) {
    std::size_t at = 2;
    while (at + 9 < bytes.size() && bytes[at] == 0xff) {
        const int marker = bytes[at + 1];
        if (marker == 0xff) {
            ++at;
            continue;
        }
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
            probe.height = bytes[at + 5] << 8 | bytes[at + 6];
            probe.width = bytes[at + 7] << 8 | bytes[at + 8];
            probe.lossless = marker == 0xc3 || marker == 0xc7 || marker == 0xcb || marker == 0xcf;
            return;
        }
        if (marker == 0xd9 || marker == 0xda) return;
        at += 2 + (static_cast<std::size_t>(bytes[at + 2]) << 8 | bytes[at + 3]);
    }
}

void probeWsq(ByteView bytes, ImageProbe& probe) {
    std::size_t at = 2;
    while (at + 9 < bytes.size() && bytes[at] == 0xff) {
        if (bytes[at + 1] == 0xa2) {
            probe.height = bytes[at + 6] << 8 | bytes[at + 7];
            probe.width = bytes[at + 8] << 8 | bytes[at + 9];
            return;
        }
        if (bytes[at + 1] == 0xa3) return;
        at += 2 + (static_cast<std::size_t>(bytes[at + 2]) << 8 | bytes[at + 3]);
    }
}

int sizeFrom(std::uint32_t value) {
    return value <= 0x7fffffff ? static_cast<int>(value) : 0;
}

void probeJpeg2000(ByteView bytes, ImageProbe& probe) {
    // The image header box and the SIZ segment both begin with a fixed pattern close to the start.
    const auto text = textOf(bytes).substr(0, 512);
    if (const auto box = text.find("ihdr"); box != text.npos) {
        ByteReader reader(bytes.subspan(box + 4));
        probe.height = sizeFrom(reader.u32());
        probe.width = sizeFrom(reader.u32());
    } else if (const auto siz = text.find("\xff\x51"); siz != text.npos) {
        ByteReader reader(bytes);
        reader.raw(siz + 6);  // which the bytes may be too short for
        const std::uint32_t right = reader.u32(), bottom = reader.u32(), left = reader.u32(),
                            top = reader.u32();
        if (!reader.failed() && right > left && bottom > top) {
            probe.width = sizeFrom(right - left);
            probe.height = sizeFrom(bottom - top);
        }
    }
}

void probeWebp(ByteView bytes, ImageProbe& probe) {
    const auto little = [&](std::size_t at, int count) {
        std::uint32_t value = 0;
        for (int i = 0; i < count && at + static_cast<std::size_t>(i) < bytes.size(); ++i)
            value |= static_cast<std::uint32_t>(bytes[at + static_cast<std::size_t>(i)]) << (8 * i);
        return value;
    };
    const auto type = textOf(bytes).substr(12, 4);
    if (bytes.size() < 30) return;
    if (type == "VP8X") {
        probe.width = sizeFrom(little(24, 3) + 1);
        probe.height = sizeFrom(little(27, 3) + 1);
    } else if (type == "VP8L") {
        const std::uint32_t bits = little(21, 4);
        probe.width = sizeFrom((bits & 0x3fff) + 1);
        probe.height = sizeFrom((bits >> 14 & 0x3fff) + 1);
    } else if (type == "VP8 ") {
        probe.width = sizeFrom(little(26, 2) & 0x3fff);
        probe.height = sizeFrom(little(28, 2) & 0x3fff);
    }
}

bool isHeic(std::string_view text) {
    constexpr std::string_view kBrands[] = {"heic", "heix", "heim", "heis", "mif1"};
    return text.size() >= 12 && text.substr(4, 4) == "ftyp" &&
           std::any_of(std::begin(kBrands), std::end(kBrands), [&](std::string_view brand) { return text.substr(8, 4) == brand; });
}

}  // namespace

std::optional<ImageProbe> probeImage(ByteView bytes) {
    const auto text = textOf(bytes);
    ImageProbe probe;
    if (text.starts_with("\xff\xa0"sv)) {
        probe.mime = "image/x-wsq";
        probeWsq(bytes, probe);
    } else if (text.starts_with("\xff\xd8\xff"sv)) {
        probe.mime = "image/jpeg";
        probeJpeg(bytes, probe);
    } else if (text.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        probe.mime = "image/png";
        ByteReader reader(bytes.subspan(8));
        reader.raw(8);
        probe.width = sizeFrom(reader.u32());
        probe.height = sizeFrom(reader.u32());
    } else if (text.starts_with("\0\0\0\x0cjP  \r\n\x87\n"sv) || text.starts_with("\xff\x4f\xff\x51"sv)) {
        probe.mime = "image/jp2";
        probeJpeg2000(bytes, probe);
    } else if (text.starts_with("II*\0"sv) || text.starts_with("MM\0*"sv)) {
        probe.mime = "image/tiff";
    } else if (text.starts_with("BM"sv) && bytes.size() >= 26 && bytes[15] == 0 && bytes[16] == 0 &&
               bytes[17] == 0) {
        probe.mime = "image/bmp";
    } else if (text.starts_with("RIFF"sv) && text.size() >= 16 && text.substr(8, 4) == "WEBP") {
        probe.mime = "image/webp";
        probeWebp(bytes, probe);
    } else if (isHeic(text)) {
        probe.mime = "image/heic";  // its size stands deep inside; whoever decodes it learns it
    } else if (looksLikePnm(bytes)) {
        probe.mime = "image/x-portable-anymap";
        if (const auto header = readPnmHeader(bytes)) {
            probe.width = header->width;
            probe.height = header->height;
        }
    } else {
        return std::nullopt;
    }
    return probe;
}

std::optional<Bytes> wrapRawGray(ByteView pixels, int width, int height, int bits, double ppi) {
    if (width <= 0 || height <= 0 || (bits != 1 && bits != 8)) return std::nullopt;
    const std::size_t row =
        bits == 8 ? static_cast<std::size_t>(width) : (static_cast<std::size_t>(width) + 7) / 8;
    if (pixels.size() != row * static_cast<std::size_t>(height)) return std::nullopt;
    const std::size_t stride = (row + 3) / 4 * 4;
    const std::uint32_t colours = bits == 8 ? 256 : 2;
    const std::uint32_t offset = 54 + 4 * colours;
    Bytes bytes;
    bytes.reserve(offset + stride * static_cast<std::size_t>(height));
    const auto u16 = [&](std::uint32_t v) {
        bytes.insert(bytes.end(), {static_cast<std::uint8_t>(v), static_cast<std::uint8_t>(v >> 8)});
    };
    const auto u32 = [&](std::uint32_t v) {
        u16(v & 0xffff);
        u16(v >> 16);
    };
    const auto perMetre = ppi > 0 ? static_cast<std::uint32_t>(std::lround(ppi / 0.0254)) : 0u;
    bytes = {'B', 'M'};
    u32(offset + static_cast<std::uint32_t>(stride * static_cast<std::size_t>(height)));
    u32(0);
    u32(offset);
    u32(40);
    u32(static_cast<std::uint32_t>(width));
    u32(static_cast<std::uint32_t>(-height));
    u16(1);
    u16(static_cast<std::uint32_t>(bits));
    u32(0);
    u32(0);
    u32(perMetre);
    u32(perMetre);
    u32(colours);
    u32(0);
    for (std::uint32_t i = 0; i < colours; ++i) {
        const std::uint32_t level = bits == 8 ? i : i == 0 ? 255 : 0;
        u32(level << 16 | level << 8 | level);
    }
    for (int y = 0; y < height; ++y) {
        const ByteView line = pixels.subspan(static_cast<std::size_t>(y) * row, row);
        bytes.insert(bytes.end(), line.begin(), line.end());
        bytes.resize(bytes.size() + (stride - row));
    }
    return bytes;
}

}  // namespace cotejo::exchange
