#include "core/imaging/encode.h"

#include <zlib.h>

#include <cmath>
#include <cstring>
#include <opencv2/imgcodecs.hpp>

#include "core/base/errors.h"
#include "core/imaging/codecs.h"

namespace cotejo::imaging {

namespace {

Result<Bytes> encode(const char* extension, const cv::Mat& pixels, const std::vector<int>& options) {
    if (pixels.empty() || (pixels.type() != CV_8UC1 && pixels.type() != CV_8UC3))
        return fail(base::kInvalidArgument, "Only 8-bit gray or BGR pixels are written as an image.");
    COTEJO_TRY_ASSIGN(const Codecs library, codecs());
    try {
        Bytes bytes;
        if (library.encode(extension, pixels, bytes, options)) return bytes;
    } catch (const std::exception&) {
    }
    return fail(base::kInternal, std::string("The image library could not write ") + extension + ".");
}

void insertAt(Bytes& bytes, std::size_t at, const Bytes& what) {
    bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), what.begin(), what.end());
}

}  // namespace

Result<Bytes> encodePng(const cv::Mat& pixels, const record::Ppi& ppi) {
    COTEJO_TRY_ASSIGN(Bytes bytes, encode(".png", pixels, {cv::IMWRITE_PNG_COMPRESSION, 6}));
    if (!ppi.known()) return bytes;
    const auto perMetre = static_cast<std::uint32_t>(std::lround(ppi.value / 0.0254));
    ByteWriter body;
    body.raw(viewOf("pHYs"));
    body.u32(perMetre);
    body.u32(perMetre);
    body.u8(1);
    ByteWriter chunk;
    chunk.u32(9);
    chunk.raw(body.bytes());
    chunk.u32(
        static_cast<std::uint32_t>(crc32(0, body.bytes().data(), static_cast<uInt>(body.bytes().size()))));
    constexpr std::size_t kAfterHeader = 8 + 25;
    insertAt(bytes, kAfterHeader, chunk.bytes());
    return bytes;
}

Result<Bytes> encodeJpeg(const cv::Mat& pixels, int quality, const record::Ppi& ppi) {
    if (quality < 1 || quality > 100) return fail(base::kInvalidArgument, "JPEG quality goes from 1 to 100.");
    COTEJO_TRY_ASSIGN(Bytes bytes, encode(".jpg", pixels, {cv::IMWRITE_JPEG_QUALITY, quality}));
    if (!ppi.known()) return bytes;
    if (bytes.size() < 20 || std::memcmp(bytes.data() + 6, "JFIF", 5) != 0)
        return fail(base::kInternal, "The image library wrote a JPEG without a JFIF header.");
    const auto dots = static_cast<std::uint16_t>(std::lround(ppi.value));
    bytes[13] = 1;
    bytes[14] = bytes[16] = static_cast<std::uint8_t>(dots >> 8);
    bytes[15] = bytes[17] = static_cast<std::uint8_t>(dots & 0xff);
    return bytes;
}

Result<Bytes> encodeJpeg2000(const cv::Mat& pixels, const record::Ppi& ppi) {
    COTEJO_TRY_ASSIGN(Bytes bytes, encode(".jp2", pixels, {cv::IMWRITE_JPEG2000_COMPRESSION_X1000, 1000}));
    if (!ppi.known()) return bytes;
    // The resolution box goes to the end of the header box (ISO/IEC 15444-1, I.5.3.7), whose length grows
    // with it.
    ByteReader reader(bytes);
    std::size_t at = 0;
    std::uint32_t length = 0;
    while (!reader.failed()) {
        at = reader.position();
        length = reader.u32();
        if (textOf(reader.raw(4)) == "jp2h") break;
        reader.raw(length < 8 ? SIZE_MAX : length - 8);
    }
    if (reader.failed())
        return fail(base::kInternal, "The image library wrote a JPEG 2000 file without a header box.");
    // Pixels a metre = ppi / 0.0254 = (5 ppi / 127) * 10^3: exact for every whole number of ppi.
    if (ppi.value * 5 > 65'535) return fail(base::kInvalidArgument, "JPEG 2000 states at most 13,107 ppi.");
    const auto fiveFold = static_cast<std::uint16_t>(std::lround(ppi.value * 5));
    ByteWriter box;
    box.u32(26);
    box.raw(viewOf("res "));
    box.u32(18);
    box.raw(viewOf("resc"));
    for (int axis = 0; axis < 2; ++axis) {
        box.u16(fiveFold);
        box.u16(127);
    }
    box.u8(3);
    box.u8(3);
    insertAt(bytes, at + length, box.bytes());
    ByteWriter longer;
    longer.u32(length + 26);
    std::copy(longer.bytes().begin(), longer.bytes().end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
    return bytes;
}

}  // namespace cotejo::imaging
