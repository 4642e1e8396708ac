#include "core/store/import_table.h"

namespace cotejo::store {

Result<std::optional<CaseId>> ImportTable::find(const Hash& source) {
    COTEJO_TRY_ASSIGN(auto statement, m_db.prepare("SELECT entity FROM import_source WHERE source = ?1"));
    COTEJO_TRY_ASSIGN(const bool row, statement.bindAll(source).step());
    return row ? statement.optionalId<CaseId>(0) : std::optional<CaseId>();
}

Status ImportTable::put(Transaction& transaction, const Hash& source, const CaseId& entity, UtcTime at) {
    return transaction.db().run("INSERT INTO import_source(source, entity, t) VALUES(?1, ?2, ?3) ON CONFLICT DO NOTHING", source, entity,
                                at);
}

}  // namespace cotejo::store
