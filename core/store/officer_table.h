#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/record/role.h"
#include "core/store/database.h"

namespace cotejo::store {

/// Officers known here, of this post and of others, with the keys that verify what they signed. A key never changes and an
/// officer never goes: someone who left is inactive. Thread of its connection.
class OfficerTable {
  public:
    explicit OfficerTable(Database& database) : m_db(database) {}
    /// Error: E_STORE_CONSTRAINT, rule officer_key_is_kept.
    Status put(const record::Officer& officer);
    Result<std::optional<record::Officer>> find(const OfficerId& id);
    Result<std::vector<record::Officer>> all();

  private:
    Database& m_db;
};

/// A computer that may write events.
struct Device {
    DeviceId id;
    PublicKey key;
    PostId post;
    std::string name;
    std::optional<std::uint64_t> revokedFrom;  ///< server sequence from which its events have no effect
};

/// Devices known here; their keys never change. Thread of its connection.
class DeviceTable {
  public:
    explicit DeviceTable(Database& database) : m_db(database) {}
    Status put(const Device& device);
    Result<std::optional<Device>> find(const DeviceId& id);
    Result<std::vector<Device>> all();

  private:
    Database& m_db;
};

}  // namespace cotejo::store
