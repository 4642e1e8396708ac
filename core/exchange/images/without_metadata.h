#pragma once

#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace cotejo::exchange {

/// The same picture with nothing beside it: EXIF, XMP, IPTC, ICC, thumbnails, comments, times, maker's segments, further pictures and bytes behind the end are
/// dropped; coded pixels stay byte for byte, and so does what decoding needs (JFIF's density, Adobe's colour transform, PNG's tRNS and pHYs). JPEG, PNG, WSQ
/// and JPEG 2000; `mime` as probeImage says it. Errors: E_EXCHANGE_CANNOT_EXPRESS for another kind, and for a picture that is only right with its metadata (turned
/// by EXIF, coloured by a profile inside JPEG 2000); E_MALFORMED for one that is cut or that hides what belongs to no part.
Result<Bytes> withoutMetadata(ByteView bytes, std::string_view mime);

}  // namespace cotejo::exchange
