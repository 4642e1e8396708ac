#pragma once

#include <optional>
#include <vector>

#include "core/base/id.h"
#include "core/store/database.h"

namespace cotejo::store {

/// The organisation's roster as it came, entry by entry; what it says is core/roster's business. Entries never change. Thread of its connection.
class RosterTable {
  public:
    explicit RosterTable(Database& database) : m_db(database) {}
    Status append(std::uint64_t version, const Hash& hash, ByteView entry);
    /// Hash of the last entry; nothing where none is.
    Result<std::optional<Hash>> head();
    Result<std::vector<Bytes>> entries();

  private:
    Database& m_db;
};

}  // namespace cotejo::store
