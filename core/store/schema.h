#pragma once

#include <cstdint>
#include <span>

#include "core/store/migration.h"

namespace cotejo::store {

/// "COTJ": PRAGMA application_id of a post's database.
inline constexpr std::int32_t kPostApplication = 0x434F544A;

/// History of the schema of cases.db.
std::span<const Migration> postMigrations();

/// Event types with legal effect: never by role "system". The same list stands in the schema.
bool hasLegalEffect(std::string_view eventType);

}  // namespace cotejo::store
