#include "core/exchange/images/raw_png.h"

#include <zlib.h>

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

void chunk(ByteWriter& writer, std::string_view type, ByteView body) {
    writer.u32(static_cast<std::uint32_t>(body.size()));
    writer.raw(viewOf(type));
    writer.raw(body);
    uLong crc = crc32(0, reinterpret_cast<const Bytef*>(type.data()), 4);
    if (!body.empty()) crc = crc32_z(crc, body.data(), body.size());  // of nothing it would begin anew
    writer.u32(static_cast<std::uint32_t>(crc));
}

}  // namespace

std::optional<Bytes> rawPng(ByteView pixels, int width, int height, int channels) {
    if (width <= 0 || height <= 0 || (channels != 1 && channels != 3)) return std::nullopt;
    const std::size_t row = static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
    if (pixels.size() != row * static_cast<std::size_t>(height)) return std::nullopt;
    Bytes lines;
    lines.reserve(pixels.size() + static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        lines.push_back(0);  // no filter
        const ByteView line = pixels.subspan(static_cast<std::size_t>(y) * row, row);
        lines.insert(lines.end(), line.begin(), line.end());
    }
    uLongf size = compressBound(static_cast<uLong>(lines.size()));
    Bytes packed(size);
    if (compress2(packed.data(), &size, lines.data(), static_cast<uLong>(lines.size()), 1) != Z_OK) return std::nullopt;
    packed.resize(size);
    ByteWriter header;
    header.u32(static_cast<std::uint32_t>(width));
    header.u32(static_cast<std::uint32_t>(height));
    for (const int value : {8, channels == 3 ? 2 : 0, 0, 0, 0}) header.u8(static_cast<std::uint8_t>(value));
    ByteWriter writer;
    writer.raw(viewOf("\x89PNG\r\n\x1a\n"sv));
    chunk(writer, "IHDR", header.bytes());
    chunk(writer, "IDAT", packed);
    chunk(writer, "IEND", {});
    return writer.take();
}

}  // namespace cotejo::exchange
