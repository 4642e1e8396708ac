#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/store/database.h"

namespace cotejo::store {

/// Values by name. Thread of its connection.
class KeyValues {
  public:
    Result<std::optional<Bytes>> bytes(std::string_view key);
    Result<std::optional<std::int64_t>> integer(std::string_view key);
    Result<std::optional<std::string>> text(std::string_view key);
    Status set(std::string_view key, ByteView value);
    Status set(std::string_view key, std::string_view value) { return set(key, viewOf(value)); }
    Status set(std::string_view key, std::int64_t value);
    Status remove(std::string_view key);
    /// Keys that begin with `prefix`, sorted.
    Result<std::vector<std::string>> keys(std::string_view prefix);

  protected:
    KeyValues(Database& database, std::string_view table) : m_db(database), m_table(table) {}

  private:
    Database& m_db;
    std::string m_table;
};

/// Facts of the post that never change after its set-up: "org", "device", "device_seed", "post_name", "demo".
class MetaTable : public KeyValues {
  public:
    explicit MetaTable(Database& database) : KeyValues(database, "meta") {}
};

/// What the device knows of the server. Keys of others (TLS files of core/sync) may stand here too: the database is encrypted.
class SyncState : public KeyValues {
  public:
    static constexpr char kEpoch[] = "epoch";                        ///< Hash
    static constexpr char kCursor[] = "cursor";                      ///< integer: last gseq pulled, written with its events
    static constexpr char kCheckpoint[] = "checkpoint";              ///< bytes
    static constexpr char kServerTime[] = "server_time";             ///< integer ms: highest server time ever seen
    static constexpr char kServerOffset[] = "server_offset";         ///< integer ms: server minus local
    static constexpr char kServerOffsetAt[] = "server_offset_at";    ///< integer ms, local clock: when it was measured
    static constexpr char kContactTime[] = "contact_time";           ///< integer ms: server time at the last contact
    static constexpr char kContactElapsed[] = "contact_elapsed";     ///< integer ms: elapsed time of the machine then
    static constexpr char kContactBoot[] = "contact_boot";           ///< which start of the machine that was
    static constexpr char kPassElapsed[] = "pass_elapsed";           ///< integer ms: elapsed time at the last complete pass
    static constexpr char kPassBoot[] = "pass_boot";
    static constexpr char kWatchlistVersion[] = "watchlist_version"; ///< integer
    static constexpr char kWatchlistIssued[] = "watchlist_issued";   ///< integer ms
    static constexpr char kLastSync[] = "last_sync";                 ///< integer ms: last complete pass

    static constexpr char kRosterRoot[] = "roster.root";             ///< Hash of the founding entry, pinned at enrolment
    static constexpr char kReceiptKey[] = "server.receipt_key";      ///< PublicKey that signs receipts

    explicit SyncState(Database& database) : KeyValues(database, "sync_state") {}
};

/// One act on its way to the server, or one that the server or this post withheld.
struct OutboxItem {
    Hash event;
    std::string type;
    OfficerId author;
    std::optional<CaseId> entity;
    std::string caseNumber;       ///< empty when the case is not known here
    std::int64_t bytes = 0;
    UtcTime written{};            ///< as its author's clock said
    bool quarantined = false;
    std::int64_t tries = 0;
    std::optional<UtcTime> lastTry;
    std::string reason;           ///< code of the last refusal or of the quarantine; empty when simply waiting
};

/// Acts without acknowledgement: what waits, since when, and why. Thread of its connection.
class OutboxView {
  public:
    explicit OutboxView(Database& database) : m_db(database) {}
    /// Oldest first.
    Result<std::vector<OutboxItem>> waiting(std::size_t limit);
    /// Events that have no effect here, newest first.
    Result<std::vector<OutboxItem>> quarantined(std::size_t limit);
    Result<std::int64_t> waitingCount();
    /// Age marker of the oldest waiting act.
    Result<std::optional<UtcTime>> oldestWaiting();
    Status noteTry(const Hash& event, std::string_view reason, UtcTime at);

  private:
    Result<std::vector<OutboxItem>> read(std::string_view where, std::size_t limit);
    Database& m_db;
};

}  // namespace cotejo::store
