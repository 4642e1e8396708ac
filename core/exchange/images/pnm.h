#pragma once

#include <cstdint>
#include <optional>

#include "core/base/bytes.h"
#include "core/base/result.h"

/// PBM, PGM and PPM ("P1" to "P6"), as fingerprint tools and SANE write them. Our own code.
namespace cotejo::exchange {

struct PnmHeader {
    int kind = 5;  ///< the digit of its magic
    int width = 0;
    int height = 0;
    int channels = 1;       ///< 1 gray, 3 red, green, blue
    int highest = 255;      ///< the value of white; 1 for bitmaps
    std::size_t pixels = 0; ///< byte at which they begin
};

struct PnmImage {
    PnmHeader header;
    Bytes pixels;         ///< 8 bits a sample, 0 black, row by row from the top, RGB; exactly width x height x channels
    std::size_t end = 0;  ///< byte after the image; another one may follow
};

struct PnmLimits {
    int maxSide = 12'000;
    std::int64_t maxPixels = 144'000'000;
};

bool looksLikePnm(ByteView bytes);
/// Errors: E_MALFORMED naming the byte, E_TOO_LARGE.
Result<PnmHeader> readPnmHeader(ByteView bytes, const PnmLimits& limits = {});
/// 16-bit samples and other ranges are scaled to 8 bits, values above the highest count as white. Errors: as readPnmHeader; a file
/// that ends before its last pixel says after how many.
Result<PnmImage> decodePnm(ByteView bytes, const PnmLimits& limits = {});
/// Where the image ends that begins at byte 0; nothing for one that is not whole.
std::optional<std::size_t> endOfPnm(ByteView bytes);

}  // namespace cotejo::exchange
