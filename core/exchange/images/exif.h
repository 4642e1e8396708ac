#pragma once

#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/record/sample.h"

namespace cotejo::exchange {

/// What a picture file says of its making.
struct ExifFacts {
    std::string captured;  ///< "YYYY-MM-DD"; empty when unknown. DateTimeOriginal, else DateTimeDigitized: never DateTime, which
                           ///< is the last change of the file
    std::string make, model, serial;  ///< of the camera
};

/// Of a JPEG (APP1), PNG (eXIf), TIFF, WebP (EXIF) or HEIC file. Headers only; empty facts where there are none. `mime` as probeImage
/// says it.
ExifFacts readExif(ByteView bytes, std::string_view mime);

/// Make, model and serial number, each stated by "EXIF" where there is one.
record::CaptureDevice deviceOf(const ExifFacts& facts);

}  // namespace cotejo::exchange
