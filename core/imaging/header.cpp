#include "core/imaging/header.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "core/base/errors.h"
#include "core/exchange/images/pnm.h"
#include "core/exchange/wsq/wsq.h"
#include "core/imaging/errors.h"
#include "core/imaging/heif.h"
#include "core/imaging/tiff_header.h"
#include "core/imaging/webp_header.h"

namespace cotejo::imaging {

namespace {

using std::string_view_literals::operator""sv;

tl::unexpected<Error> malformed(ImageFormat format, const std::string& what) {
    return fail(base::kMalformed,
                "The " + std::string(nameOf(format)) + " image is damaged or cut short: " + what + ".",
                {{"format", std::string(nameOf(format))}});
}

tl::unexpected<Error> unsupported(ImageFormat format, const std::string& what) {
    return fail(kUnsupportedImage, std::string(nameOf(format)) + ": " + what,
                {{"format", std::string(nameOf(format))}});
}

std::string atByte(std::size_t at) {
    return " at byte " + std::to_string(at);
}

Result<ImageHeader> readPng(ByteView bytes) {
    constexpr auto kFormat = ImageFormat::Png;
    ImageHeader header;
    header.format = kFormat;
    ByteReader reader(bytes);
    reader.raw(8);
    bool ended = false;
    while (!ended) {
        const std::size_t at = reader.position();
        const std::uint32_t length = reader.u32();
        const auto type = textOf(reader.raw(4));
        const ByteView body = reader.raw(length);
        reader.u32();
        if (reader.failed()) return malformed(kFormat, "the chunk" + atByte(at) + " is not complete");
        ByteReader chunk(body);
        if (header.width == 0) {
            if (type != "IHDR" || length != 13)
                return malformed(kFormat, "the first chunk is not a valid IHDR");
            const std::uint32_t width = chunk.u32();
            const std::uint32_t height = chunk.u32();
            header.bitDepth = chunk.u8();
            const int colour = chunk.u8();
            if (width == 0 || height == 0 || width > 0x7fffffff || height > 0x7fffffff)
                return malformed(kFormat, "width or height is not valid");
            header.width = static_cast<int>(width);
            header.height = static_cast<int>(height);
            header.channels = colour == 2 || colour == 3 ? 3 : colour == 4 ? 2 : colour == 6 ? 4 : 1;
        } else if (type == "pHYs" && length == 9) {
            const double x = chunk.u32() * 0.0254;
            const double y = chunk.u32() * 0.0254;
            if (chunk.u8() == 1) header.ppi = detail::ppiFromAxes(x, y);
        } else if (type == "eXIf") {
            if (const auto tags = detail::readTiffTags(body);
                tags && tags->orientation >= 1 && tags->orientation <= 8)
                header.orientation = static_cast<int>(tags->orientation);
        }
        ended = type == "IEND";
    }
    return header;
}

void readExif(ByteView body, ImageHeader& header) {
    if (!textOf(body).starts_with("Exif\0\0"sv)) return;
    const auto tags = detail::readTiffTags(body.subspan(6));
    if (!tags) return;
    if (tags->orientation >= 1 && tags->orientation <= 8)
        header.orientation = static_cast<int>(tags->orientation);
    if (!header.ppi.known()) header.ppi = detail::ppiOf(*tags);
}

void readJfif(ByteView body, ImageHeader& header) {
    if (!textOf(body).starts_with("JFIF\0"sv) || body.size() < 12) return;
    ByteReader reader(body.subspan(7));
    const int unit = reader.u8();
    const double x = reader.u16();
    const double y = reader.u16();
    if (unit == 1) header.ppi = detail::ppiFromAxes(x, y);
    if (unit == 2) header.ppi = detail::ppiFromAxes(x * 2.54, y * 2.54);
}

// Position of the next marker after entropy-coded bytes, or the end.
std::size_t nextMarker(ByteView bytes, std::size_t at) {
    while (at + 1 < bytes.size()) {
        const auto* found =
            static_cast<const std::uint8_t*>(std::memchr(bytes.data() + at, 0xff, bytes.size() - at - 1));
        if (found == nullptr) break;
        at = static_cast<std::size_t>(found - bytes.data());
        const int next = bytes[at + 1];
        if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) return at;
        ++at;
    }
    return bytes.size();
}

Status readFrame(int marker, ByteView body, ImageHeader& header, int& components) {
    constexpr auto kFormat = ImageFormat::Jpeg;
    if (marker != 0xc0 && marker != 0xc1 && marker != 0xc2 && marker != 0xc9 && marker != 0xca)
        return unsupported(kFormat, "lossless and hierarchical JPEG are not decoded; the bytes are kept.");
    ByteReader reader(body);
    header.bitDepth = reader.u8();
    header.height = reader.u16();
    header.width = reader.u16();
    components = reader.u8();
    if (reader.failed() || header.width == 0 || header.height == 0)
        return malformed(kFormat, "the frame header has no valid size");
    if (header.bitDepth != 8) return unsupported(kFormat, "12-bit JPEG is not decoded; the bytes are kept.");
    if (components != 1 && components != 3 && components != 4)
        return unsupported(kFormat, std::to_string(components) + " components are not decoded.");
    header.channels = components;
    return {};
}

Result<ImageHeader> readJpeg(ByteView bytes) {
    constexpr auto kFormat = ImageFormat::Jpeg;
    ImageHeader header;
    header.format = kFormat;
    int components = 0;
    bool adobe = false;
    bool scanned = false;
    std::size_t at = 2;
    for (;;) {
        while (at + 1 < bytes.size() && bytes[at] == 0xff && bytes[at + 1] == 0xff)
            ++at;
        if (at + 2 > bytes.size()) return malformed(kFormat, "it ends" + atByte(bytes.size()) + " before its end-of-image marker");
        if (bytes[at] != 0xff) return malformed(kFormat, "there is no marker" + atByte(at));
        const int marker = bytes[at + 1];
        at += 2;
        if (marker == 0xd9) break;
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) continue;
        if (at + 2 > bytes.size()) return malformed(kFormat, "it ends in the marker" + atByte(at - 2));
        const std::size_t length = static_cast<std::size_t>(bytes[at]) << 8 | bytes[at + 1];
        if (length < 2 || length > bytes.size() - at)
            return malformed(kFormat, "the segment" + atByte(at - 2) + " is not complete");
        const ByteView body = bytes.subspan(at + 2, length - 2);
        at += length;
        if (marker == 0xe0) readJfif(body, header);
        if (marker == 0xe1) readExif(body, header);
        if (marker == 0xee) adobe = adobe || textOf(body).starts_with("Adobe");
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
            COTEJO_TRY(readFrame(marker, body, header, components));
        if (marker == 0xda) {
            scanned = true;
            at = nextMarker(bytes, at);
        }
    }
    if (components == 0 || !scanned) return malformed(kFormat, "it has no frame or no scan, and ends" + atByte(bytes.size()));
    if (components == 4 && !adobe)
        return unsupported(
            kFormat, "CMYK without an Adobe marker does not say which way its inks count; save it as RGB.");
    return header;
}

Result<ImageHeader> readBmp(ByteView bytes) {
    constexpr auto kFormat = ImageFormat::Bmp;
    const auto u16 = [&](std::size_t at) {
        return static_cast<std::uint32_t>(bytes[at] | bytes[at + 1] << 8);
    };
    const auto u32 = [&](std::size_t at) { return u16(at) | u16(at + 2) << 16; };
    if (bytes.size() < 26) return malformed(kFormat, "the file ends" + atByte(bytes.size()) + ", in its header");
    ImageHeader header;
    header.format = kFormat;
    const std::uint32_t offset = u32(10);
    const std::uint32_t size = u32(14);
    const bool old = size == 12;
    if (!old && (size < 40 || bytes.size() < 54))
        return malformed(kFormat, "the file ends" + atByte(bytes.size()) + ", in its header");
    const auto width = old ? static_cast<std::int64_t>(u16(18)) : static_cast<std::int32_t>(u32(18));
    auto height = old ? static_cast<std::int64_t>(u16(20)) : static_cast<std::int32_t>(u32(22));
    height = height < 0 ? -height : height;
    const std::uint32_t bits = old ? u16(24) : u16(28);
    const std::uint32_t compression = old ? 0 : u32(30);
    if (width <= 0 || height == 0 || height > 0x7fffffff)
        return malformed(kFormat, "width or height is not valid");
    header.width = static_cast<int>(width);
    header.height = static_cast<int>(height);
    header.channels = bits <= 8 ? 1 : 3;
    if (bits != 1 && bits != 4 && bits != 8 && bits != 16 && bits != 24 && bits != 32)
        return unsupported(kFormat, std::to_string(bits) + " bits a pixel are not decoded.");
    if (compression != 0 && compression != 3)
        return unsupported(
            kFormat, "run-length and embedded compression are not decoded; save it uncompressed or as PNG.");
    const std::uint64_t stride = (static_cast<std::uint64_t>(width) * bits + 31) / 32 * 4;
    if (offset < 14 + size || offset + stride * static_cast<std::uint64_t>(height) > bytes.size())
        return malformed(kFormat, "the file ends" + atByte(bytes.size()) + " before its pixels do");
    if (!old)
        header.ppi = detail::ppiFromAxes(static_cast<std::int32_t>(u32(38)) * 0.0254,
                                         static_cast<std::int32_t>(u32(42)) * 0.0254);
    return header;
}

// Main header and tile parts up to the end-of-codestream marker (ISO/IEC 15444-1 Annex A).
Status readCodestream(ByteView code, ImageHeader& header) {
    constexpr auto kFormat = ImageFormat::Jpeg2000;
    ByteReader reader(code);
    reader.u16();
    if (reader.u16() != 0xff51) return malformed(kFormat, "the codestream does not begin with SIZ");
    reader.u16();
    reader.u16();
    const std::int64_t right = reader.u32(), bottom = reader.u32(), left = reader.u32(), top = reader.u32();
    const std::int64_t tileWidth = reader.u32(), tileHeight = reader.u32();
    reader.u32();
    reader.u32();
    const int components = reader.u16();
    const int precision = reader.u8();
    const int step = reader.u8() | reader.u8();
    if (reader.failed()) return malformed(kFormat, "it ends" + atByte(code.size()) + " of the codestream, in its SIZ segment");
    if (right <= left || bottom <= top || tileWidth == 0 || tileHeight == 0 || right - left > 0x7fffffff ||
        bottom - top > 0x7fffffff)
        return malformed(kFormat, "the image or tile size is not valid");
    header.width = static_cast<int>(right - left);
    header.height = static_cast<int>(bottom - top);
    header.channels = components;
    header.bitDepth = (precision & 0x7f) + 1;
    if (components < 1 || components > 4)
        return unsupported(kFormat, std::to_string(components) + " components are not decoded.");
    if (header.bitDepth > 16 || (precision & 0x80) != 0 || header.bitDepth < 2)
        return unsupported(kFormat, "samples that are signed or outside 2 to 16 bits are not decoded.");
    if (step != 1) return unsupported(kFormat, "subsampled components are not decoded.");
    if ((right / tileWidth + 1) * (bottom / tileHeight + 1) > 65'535)
        return malformed(kFormat, "it has more than 65,535 tiles");
    std::size_t at = 2;
    for (;;) {
        if (code.size() < at + 2) return malformed(kFormat, "it ends" + atByte(code.size()) + " of the codestream before its end marker");
        const int marker = code[at] << 8 | code[at + 1];
        if (marker == 0xffd9) return {};
        ByteReader segment(code.subspan(at + 2));
        std::uint64_t length = segment.u16();
        std::uint64_t next = at + 2 + length;
        if (marker == 0xff90) {
            segment.u16();
            const std::uint64_t part = segment.u32();
            if (part == 0) {
                if (code[code.size() - 2] == 0xff && code[code.size() - 1] == 0xd9) return {};
                return malformed(kFormat, "it ends" + atByte(code.size()) + " of the codestream before its end marker");
            }
            if (part < 14) return malformed(kFormat, "the tile part" + atByte(at) + " has no valid length");
            next = at + part;
        } else if (marker < 0xff00 || length < 2) {
            return malformed(kFormat, "there is no marker segment" + atByte(at) + " of the codestream");
        }
        if (segment.failed() || next > code.size())
            return malformed(kFormat, "the segment" + atByte(at) + " of the codestream is not complete");
        at = static_cast<std::size_t>(next);
    }
}

struct Box {
    std::string_view type;
    ByteView body;
};

// Nothing at the end; an error if a box does not fit.
Result<std::optional<Box>> nextBox(ByteReader& reader) {
    if (reader.left() == 0) return std::optional<Box>();
    const std::size_t at = reader.position();
    std::uint64_t length = reader.u32();
    const auto type = textOf(reader.raw(4));
    std::uint64_t head = 8;
    if (length == 1) {
        length = reader.u64();
        head = 16;
    }
    if (length == 0) length = head + reader.left();
    if (reader.failed() || length < head || length - head > reader.left())
        return malformed(ImageFormat::Jpeg2000, "the box" + atByte(at) + " is not complete");
    return std::optional<Box>(Box{type, reader.raw(static_cast<std::size_t>(length - head))});
}

void readResolution(ByteView body, ImageHeader& header) {
    ByteReader reader(body);
    for (;;) {
        const auto box = nextBox(reader);
        if (!box || !*box) return;
        if ((*box)->type != "resc" && (*box)->type != "resd") continue;
        ByteReader values((*box)->body);
        const double vn = values.u16(), vd = values.u16(), hn = values.u16(), hd = values.u16();
        const int ve = static_cast<std::int8_t>(values.u8()), he = static_cast<std::int8_t>(values.u8());
        if (values.failed() || vd == 0 || hd == 0 || header.ppi.known()) continue;
        header.ppi =
            detail::ppiFromAxes(hn / hd * std::pow(10, he) * 0.0254, vn / vd * std::pow(10, ve) * 0.0254);
    }
}

Result<ImageHeader> readJpeg2000(ByteView bytes) {
    ImageHeader header;
    header.format = ImageFormat::Jpeg2000;
    if (bytes[0] == 0xff) {
        COTEJO_TRY(readCodestream(bytes, header));
        return header;
    }
    ByteReader reader(bytes);
    for (;;) {
        COTEJO_TRY_ASSIGN(const auto box, nextBox(reader));
        if (!box) break;
        if (box->type == "jp2h") {
            ByteReader inner(box->body);
            for (;;) {
                COTEJO_TRY_ASSIGN(const auto child, nextBox(inner));
                if (!child) break;
                if (child->type == "res ") readResolution(child->body, header);
            }
        } else if (box->type == "jp2c" && header.width == 0) {
            COTEJO_TRY(readCodestream(box->body, header));
        }
    }
    if (header.width == 0) return malformed(ImageFormat::Jpeg2000, "it has no codestream");
    return header;
}

Result<ImageHeader> readWsq(ByteView bytes) {
    COTEJO_TRY_ASSIGN(const exchange::WsqHeader found,
                      exchange::readWsqHeader(bytes, {65'535, 65'535LL * 65'535}));
    ImageHeader header;
    header.format = ImageFormat::Wsq;
    header.width = found.width;
    header.height = found.height;
    header.ppi = found.ppi;
    return header;
}

Result<ImageHeader> readPnm(ByteView bytes) {
    COTEJO_TRY_ASSIGN(const exchange::PnmHeader found, exchange::readPnmHeader(bytes, {65'535, 65'535LL * 65'535}));
    ImageHeader header;
    header.format = ImageFormat::Pnm;
    header.width = found.width;
    header.height = found.height;
    header.channels = found.channels;
    header.bitDepth = found.highest > 255 ? 16 : found.highest > 1 ? 8 : 1;
    return header;
}

Result<ImageHeader> readByFormat(ImageFormat format, ByteView bytes) {
    switch (format) {
        case ImageFormat::Png:
            return readPng(bytes);
        case ImageFormat::Jpeg:
            return readJpeg(bytes);
        case ImageFormat::Tiff:
            return detail::readTiffHeader(bytes);
        case ImageFormat::Bmp:
            return readBmp(bytes);
        case ImageFormat::Jpeg2000:
            return readJpeg2000(bytes);
        case ImageFormat::Wsq:
            return readWsq(bytes);
        case ImageFormat::Pnm:
            return readPnm(bytes);
        case ImageFormat::Webp:
            return detail::readWebpHeader(bytes);
        case ImageFormat::Heic:
            return detail::readHeifHeader(bytes);
    }
    return fail(base::kInternal, "An image format has no reader.");
}

}  // namespace

std::optional<ImageFormat> recogniseImage(ByteView bytes) {
    const auto text = textOf(bytes);
    if (text.starts_with("\x89PNG\r\n\x1a\n"sv)) return ImageFormat::Png;
    if (text.starts_with("\xff\xd8\xff"sv)) return ImageFormat::Jpeg;
    if (text.starts_with("II*\0"sv) || text.starts_with("MM\0*"sv)) return ImageFormat::Tiff;
    if (text.starts_with("BM"sv) && bytes.size() >= 26) return ImageFormat::Bmp;
    if (text.starts_with("\0\0\0\x0cjP  \r\n\x87\n"sv) || text.starts_with("\xff\x4f\xff\x51"sv))
        return ImageFormat::Jpeg2000;
    if (text.starts_with("\xff\xa0"sv)) return ImageFormat::Wsq;
    if (text.starts_with("RIFF"sv) && text.size() >= 12 && text.substr(8, 4) == "WEBP") return ImageFormat::Webp;
    if (detail::looksLikeHeif(bytes)) return ImageFormat::Heic;
    if (exchange::looksLikePnm(bytes)) return ImageFormat::Pnm;
    return std::nullopt;
}

std::string_view mimeOf(ImageFormat format) {
    switch (format) {
        case ImageFormat::Png:
            return "image/png";
        case ImageFormat::Jpeg:
            return "image/jpeg";
        case ImageFormat::Tiff:
            return "image/tiff";
        case ImageFormat::Bmp:
            return "image/bmp";
        case ImageFormat::Jpeg2000:
            return "image/jp2";
        case ImageFormat::Wsq:
            return "image/x-wsq";
        case ImageFormat::Pnm:
            return "image/x-portable-anymap";
        case ImageFormat::Webp:
            return "image/webp";
        case ImageFormat::Heic:
            return "image/heic";
    }
    return {};
}

std::string_view nameOf(ImageFormat format) {
    switch (format) {
        case ImageFormat::Png:
            return "PNG";
        case ImageFormat::Jpeg:
            return "JPEG";
        case ImageFormat::Tiff:
            return "TIFF";
        case ImageFormat::Bmp:
            return "BMP";
        case ImageFormat::Jpeg2000:
            return "JPEG 2000";
        case ImageFormat::Wsq:
            return "WSQ";
        case ImageFormat::Pnm:
            return "PNM";
        case ImageFormat::Webp:
            return "WebP";
        case ImageFormat::Heic:
            return "HEIC";
    }
    return {};
}

Result<ImageHeader> readImageHeader(ByteView bytes, const DecodeLimits& limits) {
    const auto format = recogniseImage(bytes);
    if (!format)
        return fail(kUnknownImage,
                    "The bytes begin like none of the image formats read here: PNG, JPEG, TIFF, BMP, JPEG "
                    "2000, WSQ, PNM, WebP, HEIC.");
    COTEJO_TRY_ASSIGN(const ImageHeader header, readByFormat(*format, bytes));
    if (header.width > limits.maxSide || header.height > limits.maxSide ||
        std::int64_t{header.width} * header.height > limits.maxPixels)
        return fail(base::kTooLarge,
                    "The image has " + std::to_string(header.width) + " x " + std::to_string(header.height) +
                        " pixels; " + std::to_string(limits.maxSide) + " a side and " +
                        std::to_string(limits.maxPixels) + " in all are the most that is read.",
                    {{"width", std::to_string(header.width)},
                     {"height", std::to_string(header.height)},
                     {"cap", std::to_string(limits.maxSide)}});
    // Deflate shrinks at most 1,032 times: a header that promises more than its file can hold is not worth
    // allocating for.
    if (header.format == ImageFormat::Png &&
        header.width / 8.0 * header.height * header.bitDepth > 1040.0 * static_cast<double>(bytes.size()))
        return malformed(header.format, "it promises more pixels than so few bytes can hold");
    return header;
}

}  // namespace cotejo::imaging
