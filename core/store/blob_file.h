#pragma once

#include <filesystem>

#include "core/base/bytes.h"
#include "core/base/crypto.h"
#include "core/base/result.h"

namespace cotejo::store {

/// Bytes in an encrypted file: "CTJB" and version 1, the header of a libsodium secretstream (24 bytes), then chunks of 64 KiB of
/// plain text with 17 bytes of authentication each; the last chunk carries the FINAL tag, so a cut file is noticed. `associated`
/// (the content's hash) is bound to the first chunk. Any thread.
/// Errors of writing: E_NOT_WRITABLE.
Status writeBlobFile(const std::filesystem::path& path, const Secret& key, ByteView plain, ByteView associated);
/// Errors: E_NOT_FOUND, E_NOT_READABLE, E_STORE_CORRUPT for any changed, missing or added byte.
Result<Bytes> readBlobFile(const std::filesystem::path& path, const Secret& key, ByteView associated);

}  // namespace cotejo::store
