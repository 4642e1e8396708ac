#pragma once

#include <optional>

#include "core/base/bytes.h"

namespace cotejo::exchange {

/// 8-bit gray (1 channel) or RGB (3) pixels, row by row from the top, as a PNG without loss. Nothing if the bytes do not fill the size.
std::optional<Bytes> rawPng(ByteView pixels, int width, int height, int channels);

}  // namespace cotejo::exchange
