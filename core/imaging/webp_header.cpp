#include "core/imaging/webp_header.h"

#include "core/base/errors.h"
#include "core/imaging/errors.h"
#include "core/imaging/tiff_header.h"

namespace cotejo::imaging::detail {

namespace {

using std::string_view_literals::operator""sv;

tl::unexpected<Error> malformed(const std::string& what, std::size_t at) {
    return fail(base::kMalformed, "The WebP image is damaged or cut short: " + what + " at byte " + std::to_string(at) + ".",
                {{"format", "WebP"}, {"byte", std::to_string(at)}});
}

std::uint32_t little(ByteView bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) value |= static_cast<std::uint32_t>(bytes[at + static_cast<std::size_t>(i)]) << (8 * i);
    return value;
}

void takeSize(ImageHeader& header, std::uint32_t width, std::uint32_t height) {
    if (header.width != 0) return;  // of the canvas, which comes first
    header.width = static_cast<int>(width);
    header.height = static_cast<int>(height);
}

// A chunk that says something; false for one that is too short for it.
bool takeChunk(std::string_view type, ByteView body, ImageHeader& header, bool& pixels) {
    if (type == "VP8X") {
        if (body.size() < 10) return false;
        header.animated = (body[0] & 2) != 0;
        if ((body[0] & 0x10) != 0) header.channels = 4;
        takeSize(header, little(body, 4, 3) + 1, little(body, 7, 3) + 1);
    } else if (type == "VP8 ") {
        if (body.size() < 10 || body[3] != 0x9d || body[4] != 1 || body[5] != 0x2a) return false;
        takeSize(header, little(body, 6, 2) & 0x3fff, little(body, 8, 2) & 0x3fff);
        pixels = true;
    } else if (type == "VP8L") {
        if (body.size() < 5 || body[0] != 0x2f) return false;
        const std::uint32_t bits = little(body, 1, 4);
        if ((bits >> 28 & 1) != 0) header.channels = 4;
        takeSize(header, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
        pixels = true;
    } else if (type == "EXIF") {
        const ByteView block = textOf(body).starts_with("Exif\0\0"sv) ? body.subspan(6) : body;
        if (const auto tags = readTiffTags(block)) {
            if (tags->orientation >= 1 && tags->orientation <= 8) header.orientation = static_cast<int>(tags->orientation);
            header.ppi = ppiOf(*tags);
        }
    }
    return true;
}

}  // namespace

Result<ImageHeader> readWebpHeader(ByteView bytes) {
    ImageHeader header;
    header.format = ImageFormat::Webp;
    header.channels = 3;
    if (bytes.size() < 12) return malformed("the file header is not complete", bytes.size());
    const std::size_t end = std::size_t{little(bytes, 4, 4)} + 8;
    if (end > bytes.size())
        return malformed("its header says " + std::to_string(end) + " bytes, the file ends", bytes.size());
    bool pixels = false;
    for (std::size_t at = 12; at + 8 <= end;) {
        const std::size_t length = little(bytes, at + 4, 4);
        if (length > end - at - 8) return malformed("the chunk is not complete", at);
        if (!takeChunk(textOf(bytes).substr(at, 4), bytes.subspan(at + 8, length), header, pixels))
            return malformed("the chunk has no valid header", at);
        at += 8 + length + (length & 1);
    }
    if (header.animated) return fail(kUnsupportedImage, "WebP: moving pictures are not decoded; save the one that is meant as a still.", {{"format", "WebP"}});
    if (!pixels || header.width <= 0 || header.height <= 0) return malformed("there is no picture in it, it ends", bytes.size());
    return header;
}

}  // namespace cotejo::imaging::detail
