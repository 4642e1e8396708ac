#include "core/store/migration.h"

#include "core/store/errors.h"

namespace cotejo::store {

Status applyMigrations(Database& database, std::span<const Migration> list, std::int32_t applicationId) {
    const int newest = list.empty() ? 0 : list.back().version;
    const auto current = [&]() -> Result<std::int64_t> {
        COTEJO_TRY_ASSIGN(const auto version, database.integer("PRAGMA user_version"));
        return version.value_or(0);
    };
    COTEJO_TRY_ASSIGN(const auto id, database.integer("PRAGMA application_id"));
    COTEJO_TRY_ASSIGN(const auto found, current());
    const std::string file = database.path().filename().string();
    if ((found != 0 || id.value_or(0) != 0) && id.value_or(0) != applicationId)
        return fail(kVersion, file + " belongs to another program; choose another folder", {{"file", file}});
    if (found > newest)
        return fail(kVersion,
                    file + " was written by a newer Cotejo (schema " + std::to_string(found) + ", this program knows " +
                        std::to_string(newest) + "). Install the newer version; the file was not changed.",
                    {{"file", file}, {"found", std::to_string(found)}, {"known", std::to_string(newest)}});
    if (found == newest) return {};
    for (const auto& step : list) {
        COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(database));
        COTEJO_TRY_ASSIGN(const auto version, current());  // another program may have been faster
        if (version >= step.version) continue;
        COTEJO_TRY(database.execute(std::string(step.sql)));
        COTEJO_TRY(database.execute("PRAGMA application_id=" + std::to_string(applicationId) +
                                    "; PRAGMA user_version=" + std::to_string(step.version)));
        COTEJO_TRY(transaction.commit());
    }
    return {};
}

Result<std::string> schemaText(Database& database) {
    COTEJO_TRY_ASSIGN(auto rows, database.prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
                                                  "ORDER BY type, name"));
    std::string text;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return text;
        text += rows.text(0) + " " + rows.text(1) + "\n" + rows.text(2) + ";\n";
    }
}

}  // namespace cotejo::store
