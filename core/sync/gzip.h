#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace cotejo::sync {

/// RFC 1952, at zlib's default level.
Bytes gzip(ByteView plain);
/// Inflates one gzip member and stops as soon as `cap` bytes would be passed: a small bomb costs no memory.
/// Errors: E_TOO_LARGE, E_MALFORMED.
Result<Bytes> gunzip(ByteView packed, std::size_t cap);

}  // namespace cotejo::sync
