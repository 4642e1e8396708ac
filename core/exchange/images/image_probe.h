#pragma once

#include <optional>
#include <string>

#include "core/base/bytes.h"

namespace cotejo::exchange {

/// What the first bytes of an embedded image say; sizes are 0 where they could not be read.
struct ImageProbe {
    std::string mime;  ///< "image/jpeg", "image/png", "image/jp2", "image/x-wsq", "image/tiff", "image/bmp",
                       ///< "image/webp", "image/heic", "image/x-portable-anymap"
    int width = 0;
    int height = 0;
    bool lossless = false;  ///< lossless JPEG
};

/// Nothing for bytes that begin like no image. Reads headers only.
std::optional<ImageProbe> probeImage(ByteView bytes);

/// Uncompressed gray pixels, row by row from the top, wrapped as a BMP file with its resolution, so that
/// every viewer can show them. `bits` is 1 (rows padded to bytes, 1 is black) or 8. Nothing if the bytes do
/// not fill the size.
std::optional<Bytes> wrapRawGray(ByteView pixels, int width, int height, int bits, double ppi);

}  // namespace cotejo::exchange
