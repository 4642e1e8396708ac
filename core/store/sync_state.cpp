#include "core/store/sync_state.h"

namespace cotejo::store {

Result<std::optional<Bytes>> KeyValues::bytes(std::string_view key) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT v FROM " + m_table + " WHERE k=?"));
    COTEJO_TRY_ASSIGN(const bool row, rows.bindAll(key).step());
    return row ? std::optional<Bytes>(rows.blob(0)) : std::nullopt;
}

Result<std::optional<std::int64_t>> KeyValues::integer(std::string_view key) {
    COTEJO_TRY_ASSIGN(const auto value, bytes(key));
    if (!value || value->size() != 8) return std::optional<std::int64_t>();
    return std::optional<std::int64_t>(static_cast<std::int64_t>(ByteReader(*value).u64()));
}

Result<std::optional<std::string>> KeyValues::text(std::string_view key) {
    COTEJO_TRY_ASSIGN(const auto value, bytes(key));
    return value ? std::optional<std::string>(textOf(*value)) : std::nullopt;
}

Status KeyValues::set(std::string_view key, ByteView value) {
    return m_db.run("INSERT INTO " + m_table + "(k, v) VALUES(?,?) ON CONFLICT(k) DO UPDATE SET v=excluded.v", key, value);
}

Status KeyValues::set(std::string_view key, std::int64_t value) {
    ByteWriter out;
    out.u64(static_cast<std::uint64_t>(value));
    return set(key, out.bytes());
}

Status KeyValues::remove(std::string_view key) { return m_db.run("DELETE FROM " + m_table + " WHERE k=?", key); }

Result<std::vector<std::string>> KeyValues::keys(std::string_view prefix) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT k FROM " + m_table + " WHERE substr(k, 1, ?2) = ?1 AND k >= ?1 ORDER BY k"));
    rows.bindAll(prefix, static_cast<std::uint64_t>(prefix.size()));
    std::vector<std::string> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back(rows.text(0));
    }
}

Result<std::vector<OutboxItem>> OutboxView::read(std::string_view where, std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto rows,
                      m_db.prepare("SELECT e.hash, e.type, e.entity, coalesce(c.number, ''), length(e.envelope), e.t_wall, "
                                   "e.state = 3, coalesce(n.tries, 0), n.t, coalesce(q.reason, n.reason, ''), e.usr FROM event e "
                                   "LEFT JOIN case_row c ON c.entity = e.entity LEFT JOIN send_note n ON n.hash = e.hash "
                                   "LEFT JOIN quarantine q ON q.hash = e.hash " +
                                   std::string(where) + " LIMIT ?"));
    rows.bindAll(static_cast<std::int64_t>(limit));
    std::vector<OutboxItem> items;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return items;
        OutboxItem item;
        item.event = rows.id<Hash>(0);
        item.type = rows.text(1);
        item.entity = rows.optionalId<CaseId>(2);
        item.caseNumber = rows.text(3);
        item.bytes = rows.integer(4);
        item.written = rows.time(5);
        item.quarantined = rows.integer(6) != 0;
        item.tries = rows.integer(7);
        if (!rows.isNull(8)) item.lastTry = rows.time(8);
        item.reason = rows.text(9);
        item.author = rows.id<OfficerId>(10);
        items.push_back(std::move(item));
    }
}

Result<std::vector<OutboxItem>> OutboxView::waiting(std::size_t limit) {
    return read("WHERE e.gseq IS NULL ORDER BY e.id", limit);
}

Result<std::vector<OutboxItem>> OutboxView::quarantined(std::size_t limit) {
    return read("WHERE e.state = 3 ORDER BY e.id DESC", limit);
}

Result<std::int64_t> OutboxView::waitingCount() {
    COTEJO_TRY_ASSIGN(const auto count, m_db.integer("SELECT count(*) FROM event WHERE gseq IS NULL"));
    return count.value_or(0);
}

Result<std::optional<UtcTime>> OutboxView::oldestWaiting() {
    COTEJO_TRY_ASSIGN(const auto time, m_db.integer("SELECT t_wall FROM event WHERE gseq IS NULL ORDER BY id LIMIT 1"));
    return time ? std::optional(fromMillis(*time)) : std::nullopt;
}

Status OutboxView::noteTry(const Hash& event, std::string_view reason, UtcTime at) {
    return m_db.run("INSERT INTO send_note(hash, tries, t, reason) VALUES(?,1,?,?) ON CONFLICT(hash) DO UPDATE SET "
                    "tries = tries + 1, t=excluded.t, reason=excluded.reason",
                    event, at, reason);
}

}  // namespace cotejo::store
