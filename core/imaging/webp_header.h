#pragma once

#include "core/imaging/header.h"

namespace cotejo::imaging::detail {

/// Walks the chunks of a WebP file. Errors: E_MALFORMED naming the byte, E_IMAGE_UNSUPPORTED for moving pictures.
Result<ImageHeader> readWebpHeader(ByteView bytes);

}  // namespace cotejo::imaging::detail
