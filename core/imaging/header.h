#pragma once

#include <optional>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/record/sample.h"

namespace cotejo::imaging {

/// The allow-list: nothing else ever reaches a decoder.
enum class ImageFormat { Png, Jpeg, Tiff, Bmp, Jpeg2000, Wsq, Pnm, Webp, Heic };

/// By the first bytes alone, never by the file name.
std::optional<ImageFormat> recogniseImage(ByteView bytes);
/// "image/png", "image/jpeg", "image/tiff", "image/bmp", "image/jp2", "image/x-wsq", "image/x-portable-anymap",
/// "image/webp", "image/heic".
std::string_view mimeOf(ImageFormat format);
/// "PNG", "JPEG", "TIFF", "BMP", "JPEG 2000", "WSQ", "PNM", "WebP", "HEIC": for error details.
std::string_view nameOf(ImageFormat format);

/// What may be decoded at all; checked against the header before any pixel is.
struct DecodeLimits {
    int maxSide = 12'000;
    std::int64_t maxPixels = 144'000'000;
};

/// What an image says about itself. Sizes are as stored, before the orientation is applied.
struct ImageHeader {
    ImageFormat format = ImageFormat::Png;
    int width = 0;
    int height = 0;
    int bitDepth = 8;     ///< of one sample
    int channels = 1;     ///< as stored, alpha included
    int orientation = 1;  ///< EXIF / TIFF orientation, 1 to 8
    record::Ppi ppi;  ///< Header when both axes say the same to 1 %, otherwise Unknown; 72 and 96 are often
                      ///< placeholders
    bool inverted = false;                         ///< 0 means white (TIFF), with 16-bit samples
    std::optional<std::size_t> orientationOffset;  ///< where a TIFF keeps its orientation value
    bool bigEndian = false;                        ///< of a TIFF
    bool animated = false;                         ///< a WebP of moving pictures
    int pictures = 1;                              ///< of a HEIC: how many it holds; the first one is decoded
};

/// Reads the header and walks the structure as far as that finds truncation without decoding.
/// Errors: E_IMAGE_UNKNOWN, E_IMAGE_UNSUPPORTED, E_MALFORMED, E_TOO_LARGE; each says at which byte or in
/// which part.
Result<ImageHeader> readImageHeader(ByteView bytes, const DecodeLimits& limits = {});

}  // namespace cotejo::imaging
