#pragma once

#include <filesystem>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace cotejo {

inline constexpr std::size_t kFileCap = 512u << 20;

/// The whole file. Errors: E_NOT_FOUND, E_NOT_READABLE, E_TOO_LARGE; each names the file.
Result<Bytes> readFile(const std::filesystem::path& path, std::size_t cap = kFileCap);

/// Writes beside the target, syncs, then renames: the target is the old file or the whole new one, also after a crash.
/// `mode` is the permission of a new file. Error: E_NOT_WRITABLE.
Status writeFileAtomically(const std::filesystem::path& path, ByteView bytes, unsigned mode = 0644);

}  // namespace cotejo
