#pragma once

namespace cotejo::imaging {

inline constexpr char kUnknownImage[] =
    "E_IMAGE_UNKNOWN";  ///< the first bytes are of no format on the allow-list
inline constexpr char kUnsupportedImage[] =
    "E_IMAGE_UNSUPPORTED";  ///< a format we read, in a variant we do not
inline constexpr char kCodecsMissing[] = "E_IMAGE_CODECS";  ///< OpenCV's image codecs cannot be loaded

}  // namespace cotejo::imaging
