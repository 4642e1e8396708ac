#include "core/exchange/images/finger_record.h"

#include <cmath>

#include "core/exchange/errors.h"
#include "core/exchange/images/image_probe.h"

namespace cotejo::exchange {

namespace {

using std::string_view_literals::operator""sv;

// Compression codes of ISO/IEC 19794-4:2005, table 6; 0 for others.
int compressionOf(const std::string& mime) {
    if (mime == "image/x-wsq") return 2;
    if (mime == "image/jpeg") return 3;
    if (mime == "image/jp2") return 4;
    return mime == "image/png" ? 5 : 0;
}

tl::unexpected<Error> cannot(const std::string& why) {
    return fail(kCannotExpress, "ISO/IEC 19794-4:2005 has no place for it: " + why + ".");
}

}  // namespace

Result<Bytes> writeFingerRecord2005(const FingerRecord& finger) {
    const auto probe = probeImage(finger.bytes);
    const int compression = probe && !probe->lossless ? compressionOf(probe->mime) : 0;
    if (compression == 0) return cannot("the coding of the image is none of WSQ, JPEG, JPEG 2000 and PNG");
    const int width = probe->width > 0 ? probe->width : finger.width, height = probe->height > 0 ? probe->height : finger.height;
    if (width <= 0 || height <= 0 || width > 65'535 || height > 65'535) return cannot("the size of the image is not known or above 65,535");
    const long ppi = std::lround(finger.ppi.value);
    if (!finger.ppi.known() || ppi < 1 || ppi > 65'535) return cannot("the resolution of the image is not known");
    if (finger.position < 0 || finger.position > 15) return cannot("position " + std::to_string(finger.position) + " is not of fingers");
    constexpr std::size_t kHeader = 32, kView = 14;
    const std::uint64_t length = kHeader + kView + finger.bytes.size();
    ByteWriter writer;
    writer.raw(viewOf("FIR\0"
                      "010\0"sv));
    writer.u16(static_cast<std::uint16_t>(length >> 32));
    writer.u32(static_cast<std::uint32_t>(length));
    writer.u16(0);  // capture device: not told
    // Settings of annex A; 0 claims none of them.
    writer.u16(ppi == 500 ? 31 : ppi == 1000 ? 41 : 0);
    writer.u8(1);
    writer.u8(1);  // resolutions in pixels per inch
    for (int i = 0; i < 4; ++i) writer.u16(static_cast<std::uint16_t>(ppi));
    writer.u8(8);
    writer.u8(static_cast<std::uint8_t>(compression));
    writer.u16(0);
    writer.u32(static_cast<std::uint32_t>(kView + finger.bytes.size()));
    writer.u8(static_cast<std::uint8_t>(finger.position));
    writer.u8(1);
    writer.u8(1);
    writer.u8(static_cast<std::uint8_t>(finger.quality ? *finger.quality : 254));  // 254: not told
    writer.u8(static_cast<std::uint8_t>(finger.impression));
    writer.u16(static_cast<std::uint16_t>(width));
    writer.u16(static_cast<std::uint16_t>(height));
    writer.u8(0);
    writer.raw(finger.bytes);
    return writer.take();
}

}  // namespace cotejo::exchange
