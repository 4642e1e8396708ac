#pragma once

#include <optional>

#include "core/store/database.h"

namespace cotejo::store {

/// What was imported already, by the hash of its bytes: the same file twice is one case, and an import that was cut short goes on
/// where it stopped. Thread of its connection.
class ImportTable {
  public:
    explicit ImportTable(Database& database) : m_db(database) {}

    /// The case that came of these bytes first.
    Result<std::optional<CaseId>> find(const Hash& source);
    Status put(Transaction& transaction, const Hash& source, const CaseId& entity, UtcTime at);

  private:
    Database& m_db;
};

}  // namespace cotejo::store
