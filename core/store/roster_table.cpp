#include "core/store/roster_table.h"

namespace cotejo::store {

Status RosterTable::append(std::uint64_t version, const Hash& hash, ByteView entry) {
    return m_db.run("INSERT INTO roster_entry(version, hash, entry) VALUES(?,?,?)", version, hash, entry);
}

Result<std::optional<Hash>> RosterTable::head() {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT hash FROM roster_entry ORDER BY version DESC LIMIT 1"));
    COTEJO_TRY_ASSIGN(const bool row, rows.step());
    return row ? std::optional<Hash>(rows.id<Hash>(0)) : std::nullopt;
}

Result<std::vector<Bytes>> RosterTable::entries() {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT entry FROM roster_entry ORDER BY version"));
    std::vector<Bytes> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back(rows.blob(0));
    }
}

}  // namespace cotejo::store
