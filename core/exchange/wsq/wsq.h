#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/record/sample.h"

/// The FBI's wavelet scalar quantisation of gray fingerprint images (IAFIS-IC-0110 version 3). Our own code.
namespace cotejo::exchange {

struct WsqImage {
    int width = 0;
    int height = 0;
    Bytes pixels;     ///< 8-bit gray, row by row from the top, 0 black; exactly width x height
    record::Ppi ppi;  ///< from a NIST_COM comment ("PPI 500"); Unknown when there is none
    std::vector<std::string> comments;  ///< as written, at most 64 KiB together
    std::string missing;  ///< which coefficients the stream ends before, for people; empty when the image is whole
};

struct WsqLimits {
    int maxSide = 12'000;
    std::int64_t maxPixels = 144'000'000;
};

struct WsqHeader {
    int width = 0;
    int height = 0;
    record::Ppi ppi;
    std::vector<std::string> comments;
};

/// Size, resolution and comments without decoding. Errors: as decodeWsq, as far as the frame header.
Result<WsqHeader> readWsqHeader(ByteView bytes, const WsqLimits& limits = {});

/// A stream that is cut when all but its finest bands (52 to 59) are there gives an image that lacks those and says so in `missing`:
/// its ridges are whole, its edges soft. Errors: E_MALFORMED naming the byte or block at fault (a stream that gives still fewer
/// coefficients than its size needs, or more, is refused), E_TOO_LARGE, E_EXCHANGE_NOT_DECODED for filters of even length. Any thread.
Result<WsqImage> decodeWsq(ByteView bytes, const WsqLimits& limits = {});

/// What decodeWsq would say in `missing`, without pixels; "" for a whole image and for one that cannot be decoded. A stream that has
/// its end marker and three blocks is taken for whole, as nearly all are; others are counted through.
std::string missingOfWsq(ByteView bytes, const WsqLimits& limits = {});

/// `bitsPerPixel` is the target of the quantiser: 0.75 for 15:1, 2.25 for 5:1; 0.1 to 8. A known ppi is
/// written as a comment. Errors: E_INVALID_ARGUMENT (size, rate), E_TOO_LARGE.
Result<Bytes> encodeWsq(ByteView pixels, int width, int height, double bitsPerPixel,
                        const record::Ppi& ppi = {});

}  // namespace cotejo::exchange
