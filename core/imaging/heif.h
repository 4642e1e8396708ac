#pragma once

#include "core/imaging/decode.h"

namespace cotejo::imaging::detail {

/// HEIC pictures through Debian's libheif, loaded with the first one (README.md, Decisions). The library turns and mirrors by itself.
/// Errors: E_MALFORMED with the byte of a box that is cut, or what the library says; E_TOO_LARGE; E_IMAGE_CODECS.
Result<ImageHeader> readHeifHeader(ByteView bytes, const DecodeLimits& limits);
Result<DecodedImage> decodeHeif(ByteView bytes, const DecodeLimits& limits);
/// The brands of still HEVC pictures in a file type box.
bool looksLikeHeif(ByteView bytes);

}  // namespace cotejo::imaging::detail
