#pragma once

#include "core/imaging/decode.h"

namespace cotejo::imaging::detail {

/// HEIC pictures through Debian's libheif, loaded with the first one (README.md, Decisions). The library turns and mirrors by itself.
/// Errors: E_MALFORMED with the byte of a box that is cut, or what the library says; E_IMAGE_CODECS.
Result<ImageHeader> readHeifHeader(ByteView bytes);
/// Of a picture whose header was found small enough.
Result<DecodedImage> decodeHeif(ByteView bytes);
/// The brands of still HEVC pictures in a file type box.
bool looksLikeHeif(ByteView bytes);

}  // namespace cotejo::imaging::detail
