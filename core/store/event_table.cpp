#include "core/store/event_table.h"

#include "core/base/errors.h"
#include "core/store/blob_table.h"
#include "core/store/errors.h"

namespace cotejo::store {
namespace {

constexpr std::string_view kColumns = "SELECT id, hash, gseq, state, t_recv, envelope, receipt FROM event ";

Result<StoredEvent> eventOf(const Statement& rows) {
    StoredEvent stored;
    stored.id = rows.integer(0);
    stored.hash = rows.id<Hash>(1);
    if (!rows.isNull(2)) stored.gseq = static_cast<std::uint64_t>(rows.integer(2));
    stored.state = static_cast<EventState>(rows.integer(3));
    if (!rows.isNull(4)) stored.received = rows.time(4);
    auto event = record::decodeEvent(rows.blobView(5));
    if (!event)
        return fail(kCorrupt, "journal entry " + std::to_string(stored.id) + " is damaged: " + event.error().detail +
                                  ". Run the journal verification.");
    stored.event = std::move(*event);
    if (!rows.isNull(6)) stored.receipt = record::decodeReceipt(stored.hash, rows.blobView(6));
    return stored;
}

Result<std::vector<StoredEvent>> readRows(Statement& rows) {
    std::vector<StoredEvent> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        COTEJO_TRY_ASSIGN(found.emplace_back(), eventOf(rows));
    }
}

Result<std::vector<record::Event>> readEvents(Statement& rows) {
    std::vector<record::Event> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        COTEJO_TRY_ASSIGN(auto stored, eventOf(rows));
        found.push_back(std::move(stored.event));
    }
}

Result<std::optional<StoredEvent>> readOne(Statement& rows) {
    COTEJO_TRY_ASSIGN(const bool row, rows.step());
    if (!row) return std::optional<StoredEvent>();
    COTEJO_TRY_ASSIGN(auto stored, eventOf(rows));
    return std::optional<StoredEvent>(std::move(stored));
}

ChainTip readTip(const Statement& rows) {
    return {rows.id<ChainId>(0), rows.id<DeviceId>(1), static_cast<std::uint64_t>(rows.integer(2)), rows.id<Hash>(3)};
}

}  // namespace

Status EventTable::insert(const record::Event& event, const Hash& hash, EventState state, std::optional<std::uint64_t> gseq,
                          std::optional<UtcTime> received) {
    COTEJO_TRY_ASSIGN(const auto taken,
                      m_db.integer("SELECT 1 FROM event WHERE chain=? AND seq=?", event.chain, event.seq));
    if (taken)
        return fail(base::kInvalidArgument, "chain " + event.chain.text() + " already has an entry " + std::to_string(event.seq));
    COTEJO_TRY(m_db.run("INSERT INTO event(hash, chain, seq, gseq, dev, usr, role, type, entity, schema, t_wall, t_recv, state, "
                        "envelope) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                        hash, event.chain, event.seq, gseq, event.device, event.user, event.role, event.type, event.entity,
                        event.schema, event.wall, received, static_cast<int>(state), record::encodeEvent(event)));
    COTEJO_TRY(m_db.run("INSERT INTO chain_tip(chain, dev, seq, hash, ord) VALUES(?,?,?,?,"
                        "(SELECT coalesce(max(ord), 0) + 1 FROM chain_tip)) ON CONFLICT(chain) DO UPDATE SET "
                        "seq=excluded.seq, hash=excluded.hash WHERE excluded.seq > chain_tip.seq",
                        event.chain, event.device, event.seq, hash));
    for (const auto& blob : event.blobs)
        COTEJO_TRY(expectBlob(m_db, blob, event.entity ? event.entity->bytes() : event.device.bytes()));
    return {};
}

Status EventTable::keepBack(const ChainTip& entry) {
    COTEJO_TRY_ASSIGN(const auto here, m_db.integer("SELECT 1 FROM event WHERE chain=? AND seq=?", entry.chain, entry.seq));
    if (here) return {};
    COTEJO_TRY(m_db.run("INSERT INTO kept_back(chain, seq, dev, hash) VALUES(?,?,?,?) ON CONFLICT DO NOTHING", entry.chain, entry.seq, entry.device, entry.hash));
    COTEJO_TRY_ASSIGN(const auto last, tip(entry.chain));
    if (entry.seq != (last ? last->seq + 1 : 1) || (last && last->device != entry.device)) return {};
    return m_db.run("INSERT INTO chain_tip(chain, dev, seq, hash, ord) VALUES(?,?,?,?,(SELECT coalesce(max(ord), 0) + 1 FROM chain_tip)) ON CONFLICT(chain) "
                    "DO UPDATE SET seq=excluded.seq, hash=excluded.hash",
                    entry.chain, entry.device, entry.seq, entry.hash);
}

Result<std::optional<Hash>> EventTable::keptBack(const ChainId& chain, std::uint64_t seq) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT hash FROM kept_back WHERE chain=? AND seq=?"));
    COTEJO_TRY_ASSIGN(const bool found, rows.bindAll(chain, seq).step());
    return found ? std::optional(rows.id<Hash>(0)) : std::nullopt;
}

Result<bool> EventTable::has(const Hash& hash) {
    COTEJO_TRY_ASSIGN(const auto found, m_db.integer("SELECT 1 FROM event WHERE hash=?", hash));
    return found.has_value();
}

Result<std::optional<StoredEvent>> EventTable::find(const Hash& hash) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(std::string(kColumns) + "WHERE hash=?"));
    return readOne(rows.bindAll(hash));
}

Result<std::optional<StoredEvent>> EventTable::findAt(const ChainId& chain, std::uint64_t seq) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(std::string(kColumns) + "WHERE chain=? AND seq=?"));
    return readOne(rows.bindAll(chain, seq));
}

Result<std::vector<record::Event>> EventTable::ofCase(const CaseId& entity) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(std::string(kColumns) + "WHERE entity=? AND state < 3 ORDER BY id"));
    return readEvents(rows.bindAll(entity));
}

Result<std::vector<record::Event>> EventTable::ofCase(const CaseId& entity, std::string_view type) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(std::string(kColumns) + "WHERE entity=? AND type=? AND state < 3 ORDER BY id"));
    return readEvents(rows.bindAll(entity, type));
}

Result<std::vector<record::Event>> EventTable::administrative(std::string_view type) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(std::string(kColumns) + "INDEXED BY event_admin WHERE type GLOB 'admin.*' AND type=? "
                                                                      "AND state < 3 ORDER BY id"));
    return readEvents(rows.bindAll(type));
}

Result<std::vector<CaseId>> EventTable::casesWorkedOn(UtcTime from) {
    COTEJO_TRY_ASSIGN(auto rows,
                      m_db.prepare("SELECT DISTINCT entity FROM event INDEXED BY event_casework WHERE type IN ('case.open', "
                                   "'match.search', 'examination.conclude', 'decision.approve', 'decision.reject', 'decision.execute', "
                                   "'case.return', 'case.close', 'case.cancel') AND t_wall >= ? AND entity IS NOT NULL"));
    rows.bindAll(from);
    std::vector<CaseId> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back(rows.id<CaseId>(0));
    }
}

Result<std::vector<CaseId>> EventTable::casesWithRequests() {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT DISTINCT entity FROM event INDEXED BY event_partner WHERE type='partner.draft' AND entity IS NOT NULL"));
    std::vector<CaseId> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back(rows.id<CaseId>(0));
    }
}

Result<std::vector<StoredEvent>> EventTable::everyOfCase(const CaseId& entity) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(std::string(kColumns) + "WHERE entity=? ORDER BY id"));
    return readRows(rows.bindAll(entity));
}

Result<std::vector<StoredEvent>> EventTable::newest(std::optional<std::int64_t> before, std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(std::string(kColumns) + "WHERE id < ? ORDER BY id DESC LIMIT ?"));
    return readRows(rows.bindAll(before.value_or(INT64_MAX), static_cast<std::int64_t>(limit)));
}

Result<std::vector<StoredEvent>> EventTable::unsent(std::int64_t afterId, std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(std::string(kColumns) + "WHERE gseq IS NULL AND id > ? ORDER BY id LIMIT ?"));
    return readRows(rows.bindAll(afterId, static_cast<std::int64_t>(limit)));
}

Result<std::int64_t> EventTable::unsentCount() {
    COTEJO_TRY_ASSIGN(const auto count, m_db.integer("SELECT count(*) FROM event WHERE gseq IS NULL"));
    return count.value_or(0);
}

Status EventTable::acknowledge(const Hash& hash, std::uint64_t gseq, UtcTime received) {
    COTEJO_TRY(m_db.run("DELETE FROM send_note WHERE hash=?", hash));
    return m_db.run("UPDATE event SET state = CASE state WHEN 0 THEN 1 ELSE state END, gseq=?, t_recv=? WHERE hash=?", gseq,
                    received, hash);
}

Result<bool> EventTable::keepReceipt(const record::PlaceReceipt& receipt) {
    const auto bytes = record::encodeReceipt(receipt);
    COTEJO_TRY(m_db.run("UPDATE event SET receipt=?1 WHERE hash=?2 AND (receipt IS NULL OR substr(?1, 41, 16) < substr(receipt, 41, 16))", bytes, receipt.event));
    return m_db.changes() == 1;
}

Status EventTable::quarantine(const Hash& hash, std::string_view reason, UtcTime at) {
    COTEJO_TRY(m_db.run("UPDATE event SET state=3 WHERE hash=?", hash));
    return m_db.run("INSERT INTO quarantine(hash, reason, t) VALUES(?,?,?) ON CONFLICT(hash) DO UPDATE SET reason=excluded.reason",
                    hash, reason, at);
}

Status EventTable::setState(const Hash& hash, EventState state) {
    if (state != EventState::Quarantined) COTEJO_TRY(m_db.run("DELETE FROM quarantine WHERE hash=?", hash));
    return m_db.run("UPDATE event SET state=? WHERE hash=?", static_cast<int>(state), hash);
}

Status EventTable::setAside(const record::Event& event, const Hash& hash, std::string_view reason,
                            std::optional<std::uint64_t> gseq, UtcTime at, const std::optional<record::PlaceReceipt>& receipt) {
    const auto bytes = receipt ? std::optional(record::encodeReceipt(*receipt)) : std::nullopt;
    return m_db.run("INSERT INTO quarantine(hash, reason, t, gseq, envelope, receipt) VALUES(?,?,?,?,?,?) ON CONFLICT(hash) DO UPDATE SET "
                    "reason=excluded.reason, gseq=excluded.gseq",
                    hash, reason, at, gseq, record::encodeEvent(event), bytes);
}

Status EventTable::dropAside(const Hash& hash) {
    return m_db.run("DELETE FROM quarantine WHERE hash=? AND envelope IS NOT NULL", hash);
}

Result<std::vector<EventTable::Aside>> EventTable::aside(std::string_view reason, std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT hash, reason, gseq, t, envelope, receipt FROM quarantine WHERE envelope IS NOT NULL "
                                              "AND reason=? ORDER BY gseq LIMIT ?"));
    rows.bindAll(reason, static_cast<std::int64_t>(limit));
    std::vector<Aside> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        Aside each{rows.id<Hash>(0), rows.text(1), {}, rows.time(3), {}, {}};
        if (!rows.isNull(2)) each.gseq = static_cast<std::uint64_t>(rows.integer(2));
        COTEJO_TRY_ASSIGN(each.event, record::decodeEvent(rows.blobView(4)));
        if (!rows.isNull(5)) each.receipt = record::decodeReceipt(each.hash, rows.blobView(5));
        found.push_back(std::move(each));
    }
}

Result<std::vector<StoredEvent>> EventTable::quarantinedFor(std::string_view reason, std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare(std::string(kColumns) + "WHERE state=3 AND hash IN (SELECT hash FROM quarantine WHERE "
                                              "reason=?) ORDER BY id LIMIT ?"));
    return readRows(rows.bindAll(reason, static_cast<std::int64_t>(limit)));
}

Status EventTable::forgetPlace(const Hash& hash) {
    return m_db.run("UPDATE event SET gseq=NULL, state = CASE state WHEN 1 THEN 0 ELSE state END WHERE hash=?", hash);
}

Result<bool> EventTable::wasWithheldByRoster(const Hash& hash) {
    COTEJO_TRY_ASSIGN(const auto found, m_db.integer("SELECT 1 FROM quarantine WHERE hash=? AND reason IN ('unknown_officer', 'unknown_device', "
                                                     "'revoked_device', 'suspended', 'role_not_held')", hash));
    return found.has_value();
}

Status EventTable::forgetServerOrder() {
    return m_db.run("UPDATE event SET gseq=NULL, state = CASE state WHEN 1 THEN 0 ELSE state END WHERE gseq IS NOT NULL");
}

Status EventTable::forgetServerOrder(const ChainId& chain, std::uint64_t seq) {
    return m_db.run("UPDATE event SET gseq=NULL, state = CASE state WHEN 1 THEN 0 ELSE state END WHERE chain=? AND seq > ? "
                    "AND gseq IS NOT NULL", chain, seq);
}

Result<std::optional<ChainTip>> EventTable::tip(const ChainId& chain) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT chain, dev, seq, hash FROM chain_tip WHERE chain=?"));
    COTEJO_TRY_ASSIGN(const bool row, rows.bindAll(chain).step());
    return row ? std::optional<ChainTip>(readTip(rows)) : std::nullopt;
}

Result<std::vector<ChainTip>> EventTable::tips() {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT chain, dev, seq, hash FROM chain_tip ORDER BY ord"));
    std::vector<ChainTip> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back(readTip(rows));
    }
}

Result<std::optional<ChainTip>> EventTable::lastTipOf(const DeviceId& device) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT chain, dev, seq, hash FROM chain_tip WHERE dev=? ORDER BY ord DESC LIMIT 1"));
    COTEJO_TRY_ASSIGN(const bool row, rows.bindAll(device).step());
    return row ? std::optional<ChainTip>(readTip(rows)) : std::nullopt;
}

}  // namespace cotejo::store
