#pragma once

#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace cotejo::exchange {

/// What a picture file says of its making.
struct ExifFacts {
    std::string captured;  ///< "YYYY-MM-DD"; empty when unknown. DateTimeOriginal, else DateTimeDigitized: never DateTime, which
                           ///< is the last change of the file
    std::string device;    ///< make and model
};

/// Of a JPEG (APP1), PNG (eXIf), TIFF, WebP (EXIF) or HEIC file. Headers only; empty facts where there are none. `mime` as probeImage
/// says it.
ExifFacts readExif(ByteView bytes, std::string_view mime);

}  // namespace cotejo::exchange
