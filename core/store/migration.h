#pragma once

#include <span>
#include <string_view>

#include "core/store/database.h"

namespace cotejo::store {

/// One step of a schema's history. A released step is never edited: add another.
struct Migration {
    int version;           ///< 1, 2, 3... without holes
    std::string_view why;  ///< for people who read the list
    std::string_view sql;  ///< one or more statements
};

/// True if versions run 1, 2, 3...: static_assert this beside every list.
constexpr bool isSequence(std::span<const Migration> list) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].version != static_cast<int>(i) + 1 || list[i].sql.empty()) return false;
    return !list.empty();
}

/// Brings the database to the last version, each step in a transaction of its own; `PRAGMA user_version` holds the version and
/// `applicationId` marks whose file it is. Errors: E_STORE_VERSION when the file is newer than the list or another program's.
Status applyMigrations(Database& database, std::span<const Migration> list, std::int32_t applicationId);

/// CREATE statements of all tables, indexes and triggers, sorted, one a line group: two databases with equal text have equal
/// schemas.
Result<std::string> schemaText(Database& database);

}  // namespace cotejo::store
