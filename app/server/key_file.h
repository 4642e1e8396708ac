#pragma once

#include <filesystem>

#include "core/base/crypto.h"
#include "core/base/result.h"

namespace cotejo::server {

/// A file that holds a key. Errors: E_SERVER_FOLDER when there is none, E_SERVER_AUTHORITY when others may read it.
Result<Bytes> readKeyFile(const std::filesystem::path& path);
/// 32 bytes in hexadecimal of such a file. Errors: as above.
Result<Secret> readSecretFile(const std::filesystem::path& path);
/// Makes it (0600) from 32 random bytes unless it is there already, whoever else does so at this moment. Error: E_NOT_WRITABLE.
Status makeSecretFile(const std::filesystem::path& path);

}  // namespace cotejo::server
