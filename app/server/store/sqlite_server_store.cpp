#include "app/server/store/sqlite_server_store.h"

#include <algorithm>
#include <set>

#include "app/server/errors.h"
#include "app/server/store/sqlite_outbox.h"
#include "core/base/errors.h"
#include "core/decide/errors.h"
#include "core/record/act.h"
#include "core/store/migration.h"

namespace cotejo::server {
namespace {

using store::Database;
using store::Transaction;
using sync::PushStatus;

constexpr std::int32_t kApplicationId = 0x436F7453;  // "CotS"

// Portable on purpose (SYNC.md 2.7): no triggers, ON CONFLICT DO NOTHING, RETURNING, numbered by a row of our own.
constexpr store::Migration kMigrations[] = {{1, "events, devices, codes, attachments, watchlist, roster", R"sql(
CREATE TABLE sequencer(k INTEGER PRIMARY KEY CHECK (k = 1), next INTEGER NOT NULL, epoch BLOB NOT NULL) STRICT;
CREATE TABLE former_epoch(epoch BLOB PRIMARY KEY) STRICT;
CREATE TABLE counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
INSERT INTO counter VALUES ('device', 0), ('watchlist', 0);
CREATE TABLE event(gseq INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, chain BLOB NOT NULL, seq INTEGER NOT NULL,
    device BLOB NOT NULL, type TEXT NOT NULL, entity BLOB, envelope BLOB NOT NULL, received INTEGER NOT NULL,
    quarantine TEXT NOT NULL, receipt BLOB NOT NULL, post BLOB NOT NULL, UNIQUE (chain, seq)) STRICT;
CREATE TABLE case_post(entity BLOB PRIMARY KEY, post BLOB NOT NULL) STRICT;
CREATE INDEX event_entity ON event(entity) WHERE entity IS NOT NULL;
CREATE TABLE case_head(entity BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (entity, hash)) STRICT;
CREATE TABLE chain_tip(chain BLOB PRIMARY KEY, device BLOB NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE device(id BLOB PRIMARY KEY, key BLOB NOT NULL, organisation TEXT NOT NULL, name TEXT NOT NULL,
    certificate TEXT NOT NULL, enrolled INTEGER NOT NULL, revoked INTEGER, version INTEGER NOT NULL UNIQUE) STRICT;
CREATE TABLE enrol_code(hash BLOB PRIMARY KEY, expires INTEGER NOT NULL, device BLOB) STRICT;
CREATE TABLE named_blob(sha256 BLOB NOT NULL, length INTEGER NOT NULL, PRIMARY KEY (sha256, length)) STRICT;
CREATE TABLE blob(sha256 BLOB PRIMARY KEY, length INTEGER NOT NULL) STRICT;
CREATE TABLE blob_post(sha256 BLOB NOT NULL, post BLOB NOT NULL, device BLOB NOT NULL, entity BLOB NOT NULL, PRIMARY KEY (sha256, entity, device)) STRICT;
CREATE INDEX blob_post_entity ON blob_post(entity);
CREATE TABLE upload(sha256 BLOB NOT NULL, device BLOB NOT NULL, length INTEGER NOT NULL, have INTEGER NOT NULL, PRIMARY KEY (sha256, device)) STRICT;
CREATE TABLE piece(sha256 BLOB NOT NULL, device BLOB NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (sha256, device, position)) STRICT;
CREATE TABLE watchlist(id BLOB PRIMARY KEY, version INTEGER NOT NULL UNIQUE, withdrawn INTEGER NOT NULL,
    document TEXT NOT NULL) STRICT;
CREATE INDEX watchlist_withdrawn ON watchlist(version) WHERE withdrawn = 1;
CREATE TABLE roster(version INTEGER PRIMARY KEY, entry BLOB NOT NULL) STRICT;
CREATE TABLE roster_waiting(hash BLOB PRIMARY KEY, k INTEGER NOT NULL UNIQUE, entry BLOB NOT NULL) STRICT;
CREATE TABLE earlier_receipt(k INTEGER PRIMARY KEY, hash BLOB NOT NULL, receipt BLOB NOT NULL) STRICT;
CREATE TABLE introduction(device BLOB PRIMARY KEY, k INTEGER NOT NULL UNIQUE, document BLOB NOT NULL) STRICT;
)sql"}, {2, "requests to partner states: outbox, messages, news", R"sql(
CREATE TABLE partner_request(id BLOB PRIMARY KEY, k INTEGER NOT NULL UNIQUE, entity BLOB NOT NULL, authorised BLOB NOT NULL, state TEXT NOT NULL,
    attempts INTEGER NOT NULL, next INTEGER NOT NULL, sendings INTEGER NOT NULL, sent INTEGER, acknowledged INTEGER, until INTEGER, answer BLOB,
    replied INTEGER NOT NULL, watched INTEGER NOT NULL, problem TEXT NOT NULL) STRICT;
CREATE INDEX partner_request_due ON partner_request(next) WHERE state <> 'ended';
CREATE TABLE partner_message(request BLOB NOT NULL, envelope BLOB NOT NULL, kind TEXT NOT NULL, k INTEGER NOT NULL UNIQUE, entity BLOB NOT NULL,
    message BLOB NOT NULL, inner BLOB NOT NULL, code TEXT NOT NULL, at INTEGER NOT NULL, opened BLOB NOT NULL, came BLOB NOT NULL, PRIMARY KEY (request, envelope, kind)) STRICT;
CREATE INDEX partner_message_answer ON partner_message(message) WHERE kind = 'answer';
CREATE TABLE partner_news(k INTEGER PRIMARY KEY, entity BLOB NOT NULL, report BLOB NOT NULL, UNIQUE (entity, report)) STRICT;
)sql"}};
static_assert(store::isSequence(kMigrations));

Hash randomHash() {
    std::array<std::uint8_t, 32> value;
    fillRandom(value.data(), value.size());
    return Hash(value);
}

Status declareBlob(Database& db, const Hash& sha256, std::uint64_t length) {
    if (length == 0 || length > sync::kBlobCap) return {};
    return db.run("INSERT INTO named_blob(sha256, length) VALUES (?1, ?2) ON CONFLICT DO NOTHING", sha256, length);
}

Result<std::int64_t> nextOf(Database& db, std::string_view counter) {
    COTEJO_TRY_ASSIGN(const auto value,
                      db.integer("UPDATE counter SET value = value + 1 WHERE name = ?1 RETURNING value", counter));
    return value.value_or(0);
}

/// Nothing of it where the event names all that is here: then there is nothing that its author could have left out.
Result<CasePlace> placeInCase(Database& db, const IncomingEvent& incoming, const Reception& reception) {
    const auto& event = incoming.event;
    if (!reception.judge || !event.entity || !incoming.quarantine.empty()) return CasePlace();
    bool whole = incoming.waits && CaseJudge::mayNeedWitness(event);
    if (!whole) {
        COTEJO_TRY_ASSIGN(auto heads, db.prepare("SELECT hash FROM case_head WHERE entity = ?1"));
        heads.bindAll(event.entity);
        while (!whole) {
            COTEJO_TRY_ASSIGN(const bool more, heads.step());
            if (!more) return CasePlace();
            whole = std::ranges::find(event.parents, heads.id<Hash>(0)) == event.parents.end();
        }
    }
    COTEJO_TRY_ASSIGN(auto here, eventsOfCase(db, *event.entity));
    COTEJO_TRY_ASSIGN(auto place, reception.judge->place(std::move(here), event, incoming.received, incoming.waits));
    COTEJO_TRY_ASSIGN(const bool taken, place.witnessed ? isTaken(db, event, incoming.hash) : Result<bool>(false));
    if (taken) {
        place.witnessed = false;
        place.watchlist = 0;
        place.refused = decide::kRequestState;
    }
    return place;
}

/// Whose event it is: of the post that opened its case; of its author's while nobody opened it, or where there is no case.
Result<PostId> postOf(Database& db, const IncomingEvent& incoming) {
    const auto& event = incoming.event;
    if (!event.entity) return incoming.post;
    {
        COTEJO_TRY_ASSIGN(auto known, db.prepare("SELECT post FROM case_post WHERE entity = ?1"));
        COTEJO_TRY_ASSIGN(const bool found, known.bindAll(event.entity).step());
        if (found) return known.id<PostId>(0);
    }
    if (event.type != "case.open") return incoming.post;
    const auto act = record::readAct(event.type, event.body);
    const auto* open = act ? std::get_if<record::OpenCase>(&*act) : nullptr;
    // A post opens its own cases: what comes to others is not for its author to say.
    const auto post = open && open->post == incoming.post ? open->post : incoming.post;
    COTEJO_TRY(db.run("INSERT INTO case_post(entity, post) VALUES (?1, ?2)", event.entity, post));
    COTEJO_TRY(db.run("UPDATE event SET post = ?2 WHERE entity = ?1", event.entity, post));
    COTEJO_TRY(db.run("UPDATE blob_post SET post = ?2 WHERE entity = ?1", event.entity, post));
    return post;
}

Status moveHeads(Database& db, const record::Event& event, const Hash& hash) {
    if (!event.entity) return {};
    for (const auto& parent : event.parents) COTEJO_TRY(db.run("DELETE FROM case_head WHERE entity = ?1 AND hash = ?2", event.entity, parent));
    return db.run("INSERT INTO case_head(entity, hash) VALUES (?1, ?2)", event.entity, hash);
}

Result<sync::PushResult> appendOne(Database& db, const IncomingEvent& incoming, const Reception& reception, const Hash& epoch) {
    const auto& event = incoming.event;
    {
        COTEJO_TRY_ASSIGN(auto known, db.prepare("SELECT hash, gseq, receipt FROM event WHERE chain = ?1 AND seq = ?2"));
        COTEJO_TRY_ASSIGN(const bool found, known.bindAll(event.chain, event.seq).step());
        if (found) {
            if (known.id<Hash>(0) != incoming.hash) return sync::PushResult{PushStatus::Fork, 0, 0, "", {}};
            const auto gseq = static_cast<std::uint64_t>(known.integer(1));
            auto receipt = known.blob(2);
            if (auto place = record::decodeReceipt(incoming.hash, receipt); incoming.first && place && record::isEarlier(*incoming.first, *place)) {
                place = *incoming.first;
                place->epoch = epoch;
                place->gseq = gseq;
                record::sign(*place, *reception.receiptKey);
                receipt = record::encodeReceipt(*place);
                COTEJO_TRY(db.run("UPDATE event SET receipt = ?2, quarantine = ?3 WHERE hash = ?1", incoming.hash, receipt, incoming.quarantine));
                COTEJO_TRY(db.run("INSERT INTO earlier_receipt(k, hash, receipt) VALUES ((SELECT coalesce(max(k), 0) + 1 FROM earlier_receipt), ?1, ?2)",
                                  incoming.hash, receipt));
                if (place->witnessed && incoming.quarantine.empty()) COTEJO_TRY(enqueue(db, event, incoming.hash, reception.now));
            }
            return sync::PushResult{PushStatus::Dup, gseq, 0, "", std::move(receipt)};
        }
    }
    {
        COTEJO_TRY_ASSIGN(auto tip, db.prepare("SELECT seq, hash, device FROM chain_tip WHERE chain = ?1"));
        COTEJO_TRY_ASSIGN(const bool started, tip.bindAll(event.chain).step());
        if (started && tip.id<DeviceId>(2) != event.device)
            return sync::PushResult{PushStatus::Rejected, 0, 0, "foreign_chain", {}};
        const auto seq = started ? static_cast<std::uint64_t>(tip.integer(0)) : 0;
        if (event.seq != seq + 1) return sync::PushResult{PushStatus::Gap, 0, seq, "", {}};
        // Our last one is not what this event follows: the chain went on differently somewhere before.
        if (started && tip.id<Hash>(1) != event.prev) return sync::PushResult{PushStatus::Gap, 0, 0, "", {}};
    }
    CasePlace inCase;
    if (!incoming.first) {
        COTEJO_TRY_ASSIGN(inCase, placeInCase(db, incoming, reception));
    }
    COTEJO_TRY_ASSIGN(const auto next, db.integer("UPDATE sequencer SET next = next + 1 WHERE k = 1 RETURNING next - 1"));
    record::PlaceReceipt place{incoming.hash, {}, 0, reception.roster, reception.now, inCase.witnessed, inCase.watchlist, std::move(inCase.seen), {}};
    if (incoming.first) place = *incoming.first;
    place.epoch = epoch;
    place.gseq = static_cast<std::uint64_t>(next.value_or(0));
    record::sign(place, *reception.receiptKey);
    auto receipt = record::encodeReceipt(place);
    COTEJO_TRY_ASSIGN(const auto post, postOf(db, incoming));
    COTEJO_TRY(db.run("INSERT INTO event(gseq, hash, chain, seq, device, type, entity, envelope, received, quarantine, receipt, post) "
                      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                      next, incoming.hash, event.chain, event.seq, event.device, event.type, event.entity, incoming.envelope, reception.now,
                      incoming.quarantine, receipt, post));
    COTEJO_TRY(db.run("INSERT INTO chain_tip(chain, device, seq, hash) VALUES (?1, ?2, ?3, ?4) "
                      "ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
                      event.chain, event.device, event.seq, incoming.hash));
    COTEJO_TRY(moveHeads(db, event, incoming.hash));
    if (place.witnessed && incoming.quarantine.empty()) COTEJO_TRY(enqueue(db, event, incoming.hash, reception.now));
    for (const auto& blob : event.blobs) {
        COTEJO_TRY(declareBlob(db, blob.sha256, blob.length));
        COTEJO_TRY(db.run("INSERT INTO blob_post(sha256, post, device, entity) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING", blob.sha256, post, event.device,
                          event.entity.value_or(CaseId())));
    }
    const auto status = incoming.quarantine.empty() ? PushStatus::Ok : PushStatus::Quarantined;
    return sync::PushResult{status, static_cast<std::uint64_t>(next.value_or(0)), 0, incoming.quarantine, std::move(receipt), std::move(inCase.refused)};
}

DeviceRow readDevice(const store::Statement& row) {
    DeviceRow device;
    device.id = row.id<DeviceId>(0);
    device.key = row.id<PublicKey>(1);
    device.organisation = row.text(2);
    device.name = row.text(3);
    device.certificate = row.text(4);
    device.enrolled = row.time(5);
    if (!row.isNull(6)) device.revoked = row.time(6);
    device.version = row.integer(7);
    return device;
}

constexpr char kDeviceColumns[] = "id, key, organisation, name, certificate, enrolled, revoked, version";

/// Pieces of a whole attachment stand under no device.
const DeviceId kWhole;

Result<std::optional<std::uint64_t>> wholeLength(Database& db, const Hash& sha256) {
    COTEJO_TRY_ASSIGN(const auto length, db.integer("SELECT length FROM blob WHERE sha256 = ?1", sha256));
    return length ? std::optional(static_cast<std::uint64_t>(*length)) : std::nullopt;
}

/// What a device has sent so far; nothing where it has not begun.
Result<std::optional<BlobState>> uploadOf(Database& db, const Hash& sha256, const DeviceId& device) {
    COTEJO_TRY_ASSIGN(auto row, db.prepare("SELECT length, have FROM upload WHERE sha256 = ?1 AND device = ?2"));
    COTEJO_TRY_ASSIGN(const bool found, row.bindAll(sha256, device).step());
    if (!found) return std::optional<BlobState>();
    return std::optional(BlobState{static_cast<std::uint64_t>(row.integer(0)), static_cast<std::uint64_t>(row.integer(1))});
}

Result<Bytes> readPieces(Database& db, const Hash& sha256, const DeviceId& device, std::uint64_t offset, std::size_t count) {
    COTEJO_TRY_ASSIGN(auto row, db.prepare("SELECT position, bytes FROM piece WHERE sha256 = ?1 AND device = ?4 AND position < ?3 AND "
                                           "position + length(bytes) > ?2 ORDER BY position"));
    row.bindAll(sha256, offset, offset + count, device);
    Bytes bytes;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, row.step());
        if (!more) return bytes;
        const auto position = static_cast<std::uint64_t>(row.integer(0));
        auto piece = row.blobView(1);
        if (position < offset) piece = piece.subspan(std::min<std::size_t>(piece.size(), offset - position));
        piece = piece.first(std::min(piece.size(), count - bytes.size()));
        bytes.insert(bytes.end(), piece.begin(), piece.end());
    }
}

bool isWithdrawal(record::EntryStatus status) { return status != record::EntryStatus::Active; }

}  // namespace

Result<std::unique_ptr<SqliteServerStore>> SqliteServerStore::open(const std::filesystem::path& folder, const Secret& key) {
    const store::OpenOptions options{.key = &key};
    const auto connect = [&]() -> Result<Database> {
        COTEJO_TRY_ASSIGN(auto db, Database::open(folder / "server.db", options));
        COTEJO_TRY(store::applyMigrations(db, kMigrations, kApplicationId));
        return db;
    };
    COTEJO_TRY_ASSIGN(auto writer, connect());
    COTEJO_TRY(writer.run("INSERT INTO sequencer(k, next, epoch) VALUES (1, 1, ?1) ON CONFLICT DO NOTHING", randomHash()));
    COTEJO_TRY_ASSIGN(auto reader, connect());
    return std::unique_ptr<SqliteServerStore>(new SqliteServerStore(std::move(writer), std::move(reader)));
}

Result<Hash> SqliteServerStore::epoch() {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT epoch FROM sequencer WHERE k = 1"));
    COTEJO_TRY(row.step());
    return row.id<Hash>(0);
}

Result<Hash> SqliteServerStore::beginEpoch() {
    const std::lock_guard lock(m_writing);
    const auto epoch = randomHash();
    COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(m_writer));
    COTEJO_TRY(m_writer.run("INSERT INTO former_epoch(epoch) SELECT epoch FROM sequencer"));
    COTEJO_TRY(m_writer.run("UPDATE sequencer SET epoch = ?1 WHERE k = 1", epoch));
    COTEJO_TRY(m_writer.run("DELETE FROM earlier_receipt"));
    // Numbers given out after the backup must not come again for other changes.
    COTEJO_TRY(m_writer.run("UPDATE counter SET value = value + 1048576"));
    COTEJO_TRY(transaction.commit());
    return epoch;
}

Result<bool> SqliteServerStore::wasEpoch(const Hash& epoch) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT 1 FROM former_epoch WHERE epoch = ?1"));
    return row.bindAll(epoch).step();
}

Result<std::vector<sync::PushResult>> SqliteServerStore::append(std::span<const IncomingEvent> events, const Reception& reception) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(m_writer));
    COTEJO_TRY_ASSIGN(const auto version, m_writer.integer("SELECT coalesce(max(version), 0) FROM roster"));
    if (static_cast<std::uint64_t>(version.value_or(0)) != reception.roster) return fail(kRosterMoved, "the roster grew while a batch was judged");
    Hash epoch;
    {
        COTEJO_TRY_ASSIGN(auto row, m_writer.prepare("SELECT epoch FROM sequencer WHERE k = 1"));
        COTEJO_TRY(row.step());
        epoch = row.id<Hash>(0);
    }
    std::vector<sync::PushResult> results;
    for (const auto& event : events) {
        COTEJO_TRY_ASSIGN(auto result, appendOne(transaction, event, reception, epoch));
        results.push_back(std::move(result));
    }
    COTEJO_TRY(transaction.commit());
    return results;
}

Result<std::vector<std::pair<std::uint64_t, sync::ReceiptsReply::Line>>> SqliteServerStore::receiptsAfter(std::uint64_t after, std::size_t limit) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto rows, m_reader.prepare("SELECT k, hash, receipt FROM earlier_receipt WHERE k > ?1 ORDER BY k LIMIT ?2"));
    rows.bindAll(after, static_cast<std::uint64_t>(limit));
    std::vector<std::pair<std::uint64_t, sync::ReceiptsReply::Line>> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back({static_cast<std::uint64_t>(rows.integer(0)), {rows.id<Hash>(1), rows.blob(2)}});
    }
}

Result<std::uint64_t> SqliteServerStore::head() {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(const auto next, m_reader.integer("SELECT next FROM sequencer WHERE k = 1"));
    return static_cast<std::uint64_t>(next.value_or(1) - 1);
}

Result<std::vector<sync::PulledEvent>> SqliteServerStore::eventsAfter(std::uint64_t gseq, std::size_t limit,
                                                                      std::size_t byteCap, const Reader& reader) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT gseq, envelope, quarantine, receipt, hash, post, device, chain, seq FROM event WHERE gseq > ?1 ORDER BY gseq "
                                                 "LIMIT ?2"));
    row.bindAll(gseq, static_cast<std::uint64_t>(limit));
    std::vector<sync::PulledEvent> events;
    std::size_t size = 0;
    while (size < byteCap) {
        COTEJO_TRY_ASSIGN(const bool more, row.step());
        if (!more) break;
        const auto post = row.id<PostId>(5);
        if (reader.receives(post) || row.id<DeviceId>(6) == reader.device)
            events.push_back({static_cast<std::uint64_t>(row.integer(0)), row.blob(1), row.text(2), row.blob(3), row.id<Hash>(4)});
        else
            events.push_back({static_cast<std::uint64_t>(row.integer(0)), {}, "", row.blob(3), row.id<Hash>(4), post, row.id<DeviceId>(6), row.id<ChainId>(7), static_cast<std::uint64_t>(row.integer(8))});
        size += events.back().envelope.size();
    }
    return events;
}

Result<std::optional<Hash>> SqliteServerStore::hashAt(std::uint64_t gseq) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT hash FROM event WHERE gseq = ?1"));
    COTEJO_TRY_ASSIGN(const bool found, row.bindAll(gseq).step());
    return found ? std::optional(row.id<Hash>(0)) : std::nullopt;
}

Result<std::vector<sync::ChainTip>> SqliteServerStore::tipsAfter(const ChainId& chain, std::size_t limit) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT chain, seq, hash FROM chain_tip WHERE chain > ?1 ORDER BY chain LIMIT ?2"));
    row.bindAll(chain, static_cast<std::uint64_t>(limit));
    std::vector<sync::ChainTip> tips;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, row.step());
        if (!more) return tips;
        tips.push_back({row.id<ChainId>(0), static_cast<std::uint64_t>(row.integer(1)), row.id<Hash>(2)});
    }
}

Result<std::optional<DeviceRow>> SqliteServerStore::device(const DeviceId& id) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT " + std::string(kDeviceColumns) + " FROM device WHERE id = ?1"));
    COTEJO_TRY_ASSIGN(const bool found, row.bindAll(id).step());
    return found ? std::optional(readDevice(row)) : std::nullopt;
}

Status SqliteServerStore::putDevice(const DeviceRow& device) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(m_writer));
    COTEJO_TRY_ASSIGN(const auto version, nextOf(transaction, "device"));
    COTEJO_TRY(m_writer.run("INSERT INTO device(id, key, organisation, name, certificate, enrolled, revoked, version) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL, ?7) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                            "certificate = excluded.certificate, version = excluded.version WHERE key = excluded.key",
                            device.id, device.key, device.organisation, device.name, device.certificate, device.enrolled, version));
    return transaction.commit();
}

Status SqliteServerStore::revokeDevice(const DeviceId& id, UtcTime now) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(m_writer));
    COTEJO_TRY_ASSIGN(const auto version, nextOf(transaction, "device"));
    COTEJO_TRY(m_writer.run("UPDATE device SET revoked = coalesce(revoked, ?2), version = ?3 WHERE id = ?1", id, now, version));
    if (m_writer.changes() == 0) return fail(base::kNotFound, "there is no device " + id.text());
    return transaction.commit();
}

Result<std::vector<DeviceRow>> SqliteServerStore::devicesSince(std::int64_t version, std::size_t limit) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT " + std::string(kDeviceColumns) +
                                                 " FROM device WHERE version > ?1 ORDER BY version LIMIT ?2"));
    row.bindAll(version, static_cast<std::uint64_t>(limit));
    std::vector<DeviceRow> devices;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool more, row.step());
        if (!more) return devices;
        devices.push_back(readDevice(row));
    }
}

Status SqliteServerStore::addCode(const Hash& code, UtcTime expires) {
    const std::lock_guard lock(m_writing);
    return m_writer.run("INSERT INTO enrol_code(hash, expires) VALUES (?1, ?2)", code, expires);
}

Result<bool> SqliteServerStore::redeemCode(const Hash& code, const DeviceId& device, UtcTime now) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY(m_writer.run("UPDATE enrol_code SET device = ?2 WHERE hash = ?1 AND expires > ?3 AND "
                            "(device IS NULL OR device = ?2)",
                            code, device, now));
    return m_writer.changes() == 1;
}

Result<std::optional<BlobState>> SqliteServerStore::blob(const Hash& sha256, const Reader& reader) {
    const std::lock_guard lock(m_reading);
    bool comes = false;
    {
        COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT post, device FROM blob_post WHERE sha256 = ?1"));
        row.bindAll(sha256);
        while (!comes) {
            COTEJO_TRY_ASSIGN(const bool more, row.step());
            if (!more) break;
            comes = row.id<PostId>(0).isZero() || reader.receives(row.id<PostId>(0)) || row.id<DeviceId>(1) == reader.device;
        }
    }
    if (!comes) return std::optional<BlobState>();
    COTEJO_TRY_ASSIGN(const auto whole, wholeLength(m_reader, sha256));
    if (whole) return std::optional(BlobState{*whole, *whole});
    COTEJO_TRY_ASSIGN(const auto begun, uploadOf(m_reader, sha256, reader.device));
    if (begun) return begun;
    COTEJO_TRY_ASSIGN(const auto named, m_reader.integer("SELECT length FROM named_blob WHERE sha256 = ?1 ORDER BY length DESC LIMIT 1", sha256));
    return named ? std::optional(BlobState{static_cast<std::uint64_t>(*named), 0}) : std::nullopt;
}

Status SqliteServerStore::expectBlob(const Hash& sha256, std::uint64_t length) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(m_writer));
    COTEJO_TRY(declareBlob(m_writer, sha256, length));
    COTEJO_TRY(m_writer.run("INSERT INTO blob_post(sha256, post, device, entity) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING", sha256, PostId(), DeviceId(), CaseId()));
    return transaction.commit();
}

Result<BlobState> SqliteServerStore::appendBlob(const Hash& sha256, const DeviceId& device, std::uint64_t length, std::uint64_t offset, ByteView piece) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(m_writer));
    COTEJO_TRY_ASSIGN(const auto here, wholeLength(m_writer, sha256));
    if (here) return BlobState{*here, *here};
    COTEJO_TRY_ASSIGN(const auto named, m_writer.integer("SELECT 1 FROM named_blob WHERE sha256 = ?1 AND length = ?2", sha256, length));
    if (!named) return fail(base::kNotFound, "no stored event names this attachment");
    COTEJO_TRY_ASSIGN(const auto begun, uploadOf(m_writer, sha256, device));
    auto state = begun && begun->length == length ? *begun : BlobState{length, 0};
    if (offset != state.have || piece.empty() || piece.size() > state.length - state.have)
        return fail(base::kInvalidArgument, "the piece does not follow what is here", {{"have", std::to_string(state.have)}});
    if (state.have == 0) COTEJO_TRY(m_writer.run("DELETE FROM piece WHERE sha256 = ?1 AND device = ?2", sha256, device));
    COTEJO_TRY(m_writer.run("INSERT INTO piece(sha256, device, position, bytes) VALUES (?1, ?2, ?3, ?4)", sha256, device, offset, piece));
    state.have += piece.size();
    if (!state.complete()) {
        COTEJO_TRY(m_writer.run("INSERT INTO upload(sha256, device, length, have) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (sha256, device) "
                                "DO UPDATE SET length = excluded.length, have = excluded.have",
                                sha256, device, state.length, state.have));
        COTEJO_TRY(transaction.commit());
        return state;
    }
    bool whole = false;
    {
        COTEJO_TRY_ASSIGN(const auto bytes, readPieces(m_writer, sha256, device, 0, state.length));
        whole = sha256 == cotejo::sha256(ByteView(bytes));
    }
    if (whole) {
        COTEJO_TRY(m_writer.run("DELETE FROM piece WHERE sha256 = ?1 AND device <> ?2", sha256, device));
        COTEJO_TRY(m_writer.run("UPDATE piece SET device = ?2 WHERE sha256 = ?1", sha256, kWhole));
        COTEJO_TRY(m_writer.run("DELETE FROM upload WHERE sha256 = ?1", sha256));
        COTEJO_TRY(m_writer.run("INSERT INTO blob(sha256, length) VALUES (?1, ?2)", sha256, state.length));
    } else {
        COTEJO_TRY(m_writer.run("DELETE FROM piece WHERE sha256 = ?1 AND device = ?2", sha256, device));
        COTEJO_TRY(m_writer.run("DELETE FROM upload WHERE sha256 = ?1 AND device = ?2", sha256, device));
    }
    COTEJO_TRY(transaction.commit());
    if (!whole) return fail(base::kMalformed, "the attachment does not have its hash; it must be sent again");
    return state;
}

Result<Bytes> SqliteServerStore::readBlob(const Hash& sha256, std::uint64_t offset, std::size_t count) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(const auto whole, wholeLength(m_reader, sha256));
    if (!whole) return fail(base::kNotFound, "this attachment has not arrived");
    return readPieces(m_reader, sha256, kWhole, offset, count);
}

Result<std::int64_t> SqliteServerStore::putWatchlist(std::span<const record::WatchlistEntry> entries) {
    const std::lock_guard lock(m_writing);
    COTEJO_TRY_ASSIGN(auto transaction, Transaction::begin(m_writer));
    for (auto entry : entries) {
        entry.version = 0;
        const auto document = record::entryToJson(entry);
        {
            COTEJO_TRY_ASSIGN(auto known, m_writer.prepare("SELECT 1 FROM watchlist WHERE id = ?1 AND document = ?2"));
            COTEJO_TRY_ASSIGN(const bool same, known.bindAll(entry.id, document).step());
            if (same) continue;
        }
        COTEJO_TRY_ASSIGN(const auto version, nextOf(transaction, "watchlist"));
        COTEJO_TRY(m_writer.run("INSERT INTO watchlist(id, version, withdrawn, document) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) "
                                "DO UPDATE SET version = excluded.version, withdrawn = excluded.withdrawn, "
                                "document = excluded.document",
                                entry.id, version, isWithdrawal(entry.status), document));
    }
    COTEJO_TRY_ASSIGN(const auto version, m_writer.integer("SELECT value FROM counter WHERE name = 'watchlist'"));
    COTEJO_TRY(transaction.commit());
    return version.value_or(0);
}

Result<std::int64_t> SqliteServerStore::watchlistVersion() {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(const auto version, m_reader.integer("SELECT value FROM counter WHERE name = 'watchlist'"));
    return version.value_or(0);
}

Result<std::optional<record::WatchlistEntry>> SqliteServerStore::watchlistEntry(const WatchlistEntryId& id) {
    const std::lock_guard lock(m_reading);
    COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT version, document FROM watchlist WHERE id = ?1"));
    COTEJO_TRY_ASSIGN(const bool found, row.bindAll(id).step());
    if (!found) return std::optional<record::WatchlistEntry>();
    COTEJO_TRY_ASSIGN(auto entry, record::entryFromJson(row.text(1)));
    entry.version = row.integer(0);
    return std::optional(std::move(entry));
}

Result<sync::WatchlistDelta> SqliteServerStore::watchlistSince(std::int64_t version, std::size_t limit) {
    const std::lock_guard lock(m_reading);
    // Several reads that must agree: one read transaction.
    COTEJO_TRY(m_reader.execute("BEGIN"));
    const auto read = [&]() -> Result<sync::WatchlistDelta> {
        sync::WatchlistDelta delta;
        COTEJO_TRY_ASSIGN(const auto head, m_reader.integer("SELECT value FROM counter WHERE name = 'watchlist'"));
        delta.from = version;
        delta.head = head.value_or(0);
        {
            COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT id, version FROM watchlist WHERE withdrawn = 1 AND version > ?1 "
                                                         "ORDER BY version"));
            row.bindAll(version);
            while (true) {
                COTEJO_TRY_ASSIGN(const bool more, row.step());
                if (!more) break;
                delta.withdrawn.emplace_back(row.id<WatchlistEntryId>(0), row.integer(1));
            }
        }
        COTEJO_TRY_ASSIGN(auto row, m_reader.prepare("SELECT version, document FROM watchlist WHERE version > ?1 ORDER BY version "
                                                     "LIMIT ?2"));
        row.bindAll(version, static_cast<std::uint64_t>(limit));
        while (true) {
            COTEJO_TRY_ASSIGN(const bool more, row.step());
            if (!more) break;
            COTEJO_TRY_ASSIGN(auto entry, record::entryFromJson(row.text(1)));
            entry.version = row.integer(0);
            delta.entries.push_back(std::move(entry));
        }
        const bool whole = delta.entries.size() < limit;
        delta.to = whole ? std::max(delta.head, version) : delta.entries.back().version;
        return delta;
    };
    auto delta = read();
    COTEJO_TRY(m_reader.execute("COMMIT"));
    return delta;
}

}  // namespace cotejo::server
