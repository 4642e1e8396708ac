#pragma once

#include <filesystem>

#include "core/record/role.h"

namespace cotejo::roster {

/// An administrator's signing key in a file of their own, sealed under a passphrase: for those whose key lies at no post.
struct AdminKey {
    record::Officer officer;
    SigningKey key;
};

/// Writes a new key (file mode 0600) and answers the officer it belongs to, an administrator of no post. Errors: E_INVALID_ARGUMENT for
/// a passphrase below 12 characters or a file that exists, E_NOT_WRITABLE.
Result<record::Officer> createAdminKey(const std::filesystem::path& file, const std::string& login, const std::string& name,
                                       std::string_view passphrase, const KdfCost& cost = {});
/// Errors: E_ROSTER_KEY, E_NOT_FOUND, E_NOT_READABLE.
Result<AdminKey> openAdminKey(const std::filesystem::path& file, std::string_view passphrase);

}  // namespace cotejo::roster
