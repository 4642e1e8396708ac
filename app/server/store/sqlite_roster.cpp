#include "app/server/errors.h"
#include "app/server/store/sqlite_server_store.h"

/// The roster's rows of server.db. What they say is judged by RosterKeeper.
namespace cotejo::server {
namespace {

using store::Database;
using store::Transaction;

/// A post that introduces itself again and again, or an administrator who proposes without end, fills no disk.
constexpr std::int64_t kWaitingCap = 200;

Result<std::vector<Bytes>> blobsOf(store::Statement& rows) {
    std::vector<Bytes> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back(rows.blob(0));
    }
}

}  // namespace

Result<std::uint64_t> SqliteServerStore::rosterVersion() {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(const auto version, m_reader.integer("SELECT coalesce(max(version), 0) FROM roster"));
    return static_cast<std::uint64_t>(version.value_or(0));
}

Result<std::vector<Bytes>> SqliteServerStore::rosterAfter(std::uint64_t version, std::size_t limit) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto rows, m_reader.prepare("SELECT entry FROM roster WHERE version > ?1 ORDER BY version LIMIT ?2"));
    return blobsOf(rows.bindAll(version, static_cast<std::uint64_t>(limit)));
}

Status SqliteServerStore::appendRoster(std::uint64_t version, ByteView entry) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(m_writer));
    COTEJO_TRY_ASSIGN(const auto last, m_writer.integer("SELECT coalesce(max(version), 0) FROM roster"));
    if (static_cast<std::uint64_t>(last.value_or(0)) + 1 != version) return fail(kRosterMoved, "another change of the roster came first");
    COTEJO_TRY(m_writer.run("INSERT INTO roster(version, entry) VALUES (?1, ?2)", version, entry));
    return transaction.commit();
}

Status SqliteServerStore::putWaiting(const Hash& entry, ByteView document) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY(m_writer.run("INSERT INTO roster_waiting(hash, k, entry) VALUES (?1, (SELECT coalesce(max(k), 0) + 1 FROM roster_waiting), ?2) "
                            "ON CONFLICT (hash) DO UPDATE SET entry = excluded.entry",
                            entry, document));
    return m_writer.run("DELETE FROM roster_waiting WHERE k <= (SELECT max(k) FROM roster_waiting) - ?1", kWaitingCap);
}

Status SqliteServerStore::dropWaiting(const Hash& entry) {
    const std::lock_guard lock(m_writing);
    return m_writer.run("DELETE FROM roster_waiting WHERE hash = ?1", entry);
}

Result<std::vector<Bytes>> SqliteServerStore::waiting() {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto rows, m_reader.prepare("SELECT entry FROM roster_waiting ORDER BY k"));
    return blobsOf(rows);
}

Status SqliteServerStore::putIntroduction(const DeviceId& device, ByteView document) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY(m_writer.run("INSERT INTO introduction(device, k, document) VALUES (?1, (SELECT coalesce(max(k), 0) + 1 FROM introduction), ?2) "
                            "ON CONFLICT (device) DO UPDATE SET document = excluded.document",
                            device, document));
    return m_writer.run("DELETE FROM introduction WHERE k <= (SELECT max(k) FROM introduction) - ?1", kWaitingCap);
}

Result<std::vector<Bytes>> SqliteServerStore::introductions() {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto rows, m_reader.prepare("SELECT document FROM introduction ORDER BY k"));
    return blobsOf(rows);
}

}  // namespace cotejo::server
