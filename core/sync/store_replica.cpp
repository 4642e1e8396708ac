#include "core/sync/store_replica.h"

#include <set>

#include "core/base/errors.h"
#include "core/decide/entry_watch.h"
#include "core/decide/facts.h"
#include "core/journal/roster_book.h"
#include "core/partner/report_watch.h"
#include "core/record/act.h"
#include "core/roster/errors.h"
#include "core/store/blob_table.h"
#include "core/store/case_table.h"
#include "core/store/errors.h"
#include "core/store/event_table.h"
#include "core/store/officer_table.h"
#include "core/store/roster_table.h"
#include "core/store/sync_state.h"
#include "core/store/watchlist_table.h"
#include "core/sync/errors.h"
#include "core/sync/roster_client.h"

namespace cotejo::sync {
namespace {

using store::EventTable;
using store::SyncState;
using store::Transaction;

constexpr char kTip[] = "cursor_tip";
constexpr char kDevicesVersion[] = "devices_version";
constexpr char kReceiptsCursor[] = "receipts_cursor";
constexpr char kPartnerCursor[] = "partner_cursor";
constexpr char kPartnerTries[] = "partner_tries";
constexpr std::int64_t kPartnerTriesCap = 5;
constexpr char kDevicePrefix[] = "device.";
constexpr char kUploadPrefix[] = "upload.";
constexpr std::string_view kRevokedDevice = "revoked_device";

Result<Hash> hashAt(SyncState& state, const char* key) {
    COTEJO_TRY_ASSIGN(const auto bytes, state.bytes(key));
    return bytes ? Hash::fromBytes(*bytes).value_or(Hash{}) : Hash{};
}

/// From this place in the server's order on, events of the device have no effect.
Status cutDevice(Transaction& transaction, const DeviceId& id, std::uint64_t gseq) {
    store::DeviceTable devices(transaction);
    COTEJO_TRY_ASSIGN(auto device, devices.find(id));
    if (!device || (device->revokedFrom && *device->revokedFrom <= gseq)) return {};
    device->revokedFrom = gseq;
    return devices.put(*device);
}

}  // namespace

Result<Position> StoreReplica::position() {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    SyncState state(reader);
    Position position;
    COTEJO_TRY_ASSIGN(position.epoch, hashAt(state, SyncState::kEpoch));
    COTEJO_TRY_ASSIGN(const auto cursor, state.integer(SyncState::kCursor));
    position.cursor = static_cast<std::uint64_t>(cursor.value_or(0));
    COTEJO_TRY_ASSIGN(position.tip, hashAt(state, kTip));
    return position;
}

Status StoreReplica::beginEpoch(const Hash& epoch) {
    return m_desk.store().write([&](Transaction& transaction) -> Status {
        SyncState state(transaction);
        COTEJO_TRY(EventTable(transaction).forgetServerOrder());
        COTEJO_TRY(state.set(SyncState::kEpoch, epoch.bytes()));
        COTEJO_TRY(state.set(SyncState::kCursor, std::int64_t{0}));
        COTEJO_TRY(state.set(kTip, Hash().bytes()));
        COTEJO_TRY(state.set(kReceiptsCursor, std::int64_t{0}));
        COTEJO_TRY(state.set(kPartnerCursor, std::int64_t{0}));
        return state.set(kDevicesVersion, std::int64_t{0});
    });
}

Status StoreReplica::noteServerTime(UtcTime server, std::chrono::milliseconds offset) {
    return m_desk.store().write([&](Transaction& transaction) -> Status {
        SyncState state(transaction);
        COTEJO_TRY_ASSIGN(const auto highest, state.integer(SyncState::kServerTime));
        COTEJO_TRY(state.set(SyncState::kServerTime, std::max(highest.value_or(0), toMillis(server))));
        auto& known = m_desk.knownClock();
        COTEJO_TRY(state.set(SyncState::kContactTime, toMillis(server)));
        COTEJO_TRY(state.set(SyncState::kContactElapsed, static_cast<std::int64_t>(known.elapsed().count())));
        COTEJO_TRY(state.set(SyncState::kContactBoot, std::string_view(known.boot())));
        // Against the device's own clock, which is what people can put right; the pass measures against known time.
        const auto wrong = known.now() - known.device().now() + offset;
        known.met(server);
        COTEJO_TRY(state.set(SyncState::kServerOffset, static_cast<std::int64_t>(wrong.count())));
        return state.set(SyncState::kServerOffsetAt, toMillis(m_desk.clock().now()));
    });
}

Result<std::uint64_t> StoreReplica::rosterVersion() {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(reader));
    return roster ? roster->latest().version() : 0;
}

/// What a wider scope brings lies before the cursor: everything is read again.
Status StoreReplica::followScope(Transaction& transaction, const roster::History* before) {
    COTEJO_TRY_ASSIGN(const auto after, journal::rosterHere(transaction));
    const auto* was = before ? before->latest().device(m_desk.device()) : nullptr;
    const auto* is = after->latest().device(m_desk.device());
    if (!is || !was || was->scope.covers(is->scope)) return {};
    SyncState state(transaction);
    COTEJO_TRY(state.set(SyncState::kCursor, std::int64_t{0}));
    return state.set(kTip, Hash().bytes());
}

Status StoreReplica::applyRoster(std::span<const Bytes> entries) {
    std::vector<roster::Entry> decoded;
    for (const auto& bytes : entries) {
        COTEJO_TRY_ASSIGN(decoded.emplace_back(), roster::decodeEntry(bytes));
    }
    const auto done = m_desk.store().write([&](Transaction& transaction) -> Status {
        COTEJO_TRY_ASSIGN(const auto before, journal::rosterHere(transaction));
        COTEJO_TRY(journal::extendRoster(transaction, decoded));
        COTEJO_TRY_ASSIGN(const auto after, journal::rosterHere(transaction));
        if (m_server) COTEJO_TRY(isFoundedServer(*after, *m_server));
        COTEJO_TRY(followScope(transaction, before.get()));
        // What was received keeps the version it was received under; what was not is judged by the latest one. All, where there was none.
        std::set<CaseId> touched;
        COTEJO_TRY_ASSIGN(auto rows, transaction.db().prepare(before ? "SELECT DISTINCT entity FROM event WHERE receipt IS NULL AND gseq IS NULL AND entity IS NOT NULL"
                                                                     : "SELECT DISTINCT entity FROM event WHERE entity IS NOT NULL"));
        while (true) {
            COTEJO_TRY_ASSIGN(const bool more, rows.step());
            if (!more) break;
            touched.insert(rows.id<CaseId>(0));
        }
        COTEJO_TRY_ASSIGN(const auto freed, journal::retrySetAside(transaction, m_desk.org()));
        touched.insert(freed.begin(), freed.end());
        for (const auto& entity : touched) COTEJO_TRY(m_projection.refold(transaction, entity));
        return {};
    });
    if (!done && roster::isRefusal(done.error().code))
        return fail(kRoster, "the server sent a roster that does not follow from this post's: " + done.error().detail, {{"reason", done.error().code}});
    return done;
}

Result<std::vector<Bytes>> StoreReplica::rosterAfter(std::uint64_t version) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(auto all, store::RosterTable(reader).entries());
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(version, all.size())));
    return all;
}

Result<Introduction> StoreReplica::introduction() { return introductionOf(m_desk); }

Result<std::vector<UnsentEvent>> StoreReplica::unsentAfter(std::int64_t id, std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto stored, EventTable(reader).unsent(id, limit));
    std::vector<UnsentEvent> unsent;
    for (const auto& each : stored)
        unsent.push_back({each.id, each.hash, each.event.chain, each.event.seq, record::encodeEvent(each.event),
                          each.receipt ? record::encodeReceipt(*each.receipt) : Bytes(), m_desk.awaited().has(each.hash) || each.event.type == "entry.status" || each.event.type == "partner.report"});
    return unsent;
}

Status StoreReplica::queueUploads(Transaction& transaction, const record::Event& event) {
    auto blobs = m_desk.store().blobs(transaction);
    for (const auto& blob : event.blobs) {
        COTEJO_TRY_ASSIGN(const bool here, blobs.has(blob.sha256));
        if (here) COTEJO_TRY(SyncState(transaction).set(kUploadPrefix + blob.sha256.text(), static_cast<std::int64_t>(blob.length)));
    }
    return {};
}

Status StoreReplica::confirm(std::span<const Receipt> receipts) {
    return m_desk.store().write([&](Transaction& transaction) -> Status {
        EventTable events(transaction);
        const auto now = m_desk.clock().now();
        std::set<CaseId> touched;
        COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(transaction));
        for (const auto& receipt : receipts) {
            COTEJO_TRY_ASSIGN(const auto stored, events.find(receipt.hash));
            if (!stored) continue;
            COTEJO_TRY(events.acknowledge(receipt.hash, receipt.gseq, now));
            COTEJO_TRY(queueUploads(transaction, stored->event));
            COTEJO_TRY(events.keepReceipt(receipt.place));
            // Judged here by the same rule as at every other post; what the server says beside it is for people.
            COTEJO_TRY_ASSIGN(const auto kept, events.find(receipt.hash));
            COTEJO_TRY_ASSIGN(const bool changed, judge(transaction, *kept));
            // By the latest roster, by what its author named, and without a witness: so it stood until now.
            const bool elsewhere = roster && kept->receipt->roster != roster->latest().version();
            const bool said = kept->receipt->witnessed || !kept->receipt->seen.empty();
            m_desk.awaited().answer(receipt.hash, kept->receipt->witnessed ? "" : receipt.unwitnessed);
            if (kept->event.entity && (changed || elsewhere || said)) touched.insert(*kept->event.entity);
        }
        for (const auto& entity : touched) COTEJO_TRY(m_projection.refold(transaction, entity));
        return {};
    });
}

Result<std::uint64_t> StoreReplica::receiptsCursor() {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto cursor, SyncState(reader).integer(kReceiptsCursor));
    return static_cast<std::uint64_t>(cursor.value_or(0));
}

Status StoreReplica::applyReceipts(std::span<const record::PlaceReceipt> receipts, std::uint64_t next) {
    return m_desk.store().write([&](Transaction& transaction) -> Status {
        EventTable events(transaction);
        std::set<CaseId> touched;
        for (const auto& receipt : receipts) {
            COTEJO_TRY_ASSIGN(const bool earlier, events.keepReceipt(receipt));
            if (!earlier) continue;
            COTEJO_TRY_ASSIGN(const auto stored, events.find(receipt.event));
            COTEJO_TRY(judge(transaction, *stored));
            if (stored->event.entity) touched.insert(*stored->event.entity);
        }
        for (const auto& entity : touched) COTEJO_TRY(m_projection.refold(transaction, entity));
        return SyncState(transaction).set(kReceiptsCursor, static_cast<std::int64_t>(next));
    });
}

/// Withheld or not, by its receipt, as at every other post. Answers whether that changed.
Result<bool> StoreReplica::judge(Transaction& transaction, const store::StoredEvent& stored) {
    COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(transaction));
    if (!roster || !stored.event.entity) return false;
    EventTable events(transaction);
    const auto problem = journal::rosterProblem(*roster, stored.event, stored.receipt);
    const bool withheld = stored.state == store::EventState::Quarantined;
    if (!problem.empty()) {
        COTEJO_TRY(events.quarantine(stored.hash, problem, m_desk.clock().now()));
        return !withheld;
    }
    if (!withheld) return false;
    COTEJO_TRY_ASSIGN(const bool ours, events.wasWithheldByRoster(stored.hash));
    if (!ours) return false;
    COTEJO_TRY(events.setState(stored.hash, stored.event.device == m_desk.device() ? store::EventState::Acknowledged : store::EventState::Pulled));
    return true;
}

Status StoreReplica::rewind(const ChainId& chain, std::uint64_t seq) {
    return m_desk.store().write(
        [&](Transaction& transaction) -> Status { return EventTable(transaction).forgetServerOrder(chain, seq); });
}

Result<bool> StoreReplica::refuse(const Refused& refused) {
    return m_desk.store().write([&](Transaction& transaction) -> Result<bool> {
        COTEJO_TRY(store::OutboxView(transaction).noteTry(refused.hash, refused.reason, m_desk.clock().now()));
        return false;
    });
}

Result<PageOutcome> StoreReplica::apply(const PullReply& page) {
    std::vector<std::optional<record::Event>> decoded;
    for (const auto& pulled : page.events) {
        auto& event = decoded.emplace_back();
        if (pulled.envelope.empty()) continue;
        auto read = record::decodeEvent(pulled.envelope);
        if (!read) return fail(kProtocol, "the server sent an event that cannot be read: " + read.error().detail);
        event = std::move(*read);
    }
    return m_desk.store().write([&](Transaction& transaction) -> Result<PageOutcome> {
        EventTable events(transaction);
        PageOutcome outcome;
        std::set<CaseId> touched;
        const auto now = m_desk.clock().now();
        COTEJO_TRY_ASSIGN(const auto roster, journal::rosterHere(transaction));
        const auto* self = roster ? roster->latest().device(m_desk.device()) : nullptr;
        for (std::size_t i = 0; i < decoded.size(); ++i) {
            if (!decoded[i]) {
                if (self && self->receives(page.events[i].post)) return fail(kProtocol, "the server keeps back an event that this device is to receive");
                const auto& kept = page.events[i];
                COTEJO_TRY(events.keepBack({kept.chain, kept.device, kept.seq, kept.hash}));
                continue;
            }
            const auto& event = *decoded[i];
            const auto gseq = page.events[i].gseq;
            if (page.events[i].quarantine == kRevokedDevice) COTEJO_TRY(cutDevice(transaction, event.device, gseq));
            COTEJO_TRY_ASSIGN(const auto before, events.find(record::hashOf(event)));
            const auto receipt = record::decodeReceipt(record::hashOf(event), page.events[i].receipt);
            COTEJO_TRY_ASSIGN(const auto taken, journal::ingest(transaction, event, gseq, now, m_desk.org(), receipt));
            if (taken.outcome == journal::Intake::Known) {
                // The server knew it, and we did not know that: its attachments may be missing there.
                if (before && !before->gseq) COTEJO_TRY(queueUploads(transaction, event));
                if (before && before->receipt && receipt && record::isEarlier(*before->receipt, *receipt)) {
                    COTEJO_TRY(events.forgetPlace(taken.hash));  // offered again with the receipt that decides
                } else if (before && before->receipt && receipt && record::isEarlier(*receipt, *before->receipt)) {
                    COTEJO_TRY_ASSIGN(const auto after, events.find(taken.hash));
                    COTEJO_TRY(judge(transaction, *after));
                    if (event.entity) touched.insert(*event.entity);
                }
                continue;
            }
            ++outcome.fresh;
            outcome.quarantined += taken.outcome != journal::Intake::Stored;
            if (taken.outcome == journal::Intake::Stored && event.entity) touched.insert(*event.entity);
        }
        COTEJO_TRY_ASSIGN(const auto freed, journal::retrySetAside(transaction, m_desk.org()));
        touched.insert(freed.begin(), freed.end());
        for (const auto& entity : touched) COTEJO_TRY(m_projection.refold(transaction, entity));
        SyncState state(transaction);
        COTEJO_TRY(state.set(SyncState::kCursor, static_cast<std::int64_t>(page.next)));
        COTEJO_TRY(state.set(kTip, (decoded.back() ? record::hashOf(*decoded.back()) : page.events.back().hash).bytes()));
        return outcome;
    });
}

Result<std::int64_t> StoreReplica::watchlistVersion() {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto version, SyncState(reader).integer(SyncState::kWatchlistVersion));
    return version.value_or(0);
}

Result<std::size_t> StoreReplica::applyWatchlist(const WatchlistDelta& delta) {
    return m_desk.store().write([&](Transaction& transaction) -> Result<std::size_t> {
        store::WatchlistTable table(transaction);
        auto blobs = m_desk.store().blobs(transaction);
        std::vector<std::string> gone;
        std::set<WatchlistEntryId> changed;
        for (const auto& [id, version] : delta.withdrawn) {
            COTEJO_TRY_ASSIGN(auto known, table.find(id));
            if (!known || known->status != record::EntryStatus::Active || known->version >= version) continue;
            gone.push_back(id.text());
            changed.insert(id);
            // Its new document may stand on a later page: until then it may not alert.
            known->status = record::EntryStatus::Suspended;
            COTEJO_TRY(table.put(transaction, blobs, *known));
        }
        for (const auto& entry : delta.entries) {
            COTEJO_TRY(table.put(transaction, blobs, entry));
            changed.insert(entry.id);
        }
        // In the same transaction: no case rests for a moment on an entry that its owner took back.
        COTEJO_TRY(decide::tellCases(transaction, m_desk.journal(), m_projection, changed, m_desk.clock().now()));
        COTEJO_TRY(decide::tellCasesOfOverdue(transaction, m_desk.journal(), m_projection, m_desk.clock().now()));
        SyncState state(transaction);
        COTEJO_TRY(state.set(SyncState::kWatchlistVersion, delta.to));
        if (delta.to >= delta.head) COTEJO_TRY(state.set(SyncState::kWatchlistIssued, toMillis(delta.issued)));
        if (delta.to == delta.from) return gone.size();
        const Json body{{"from", delta.from}, {"to", delta.to}, {"issued", toMillis(delta.issued)}, {"withdrawn", gone}};
        const auto event = m_desk.journal().append(
            transaction, {"wl.applied", bytesOf(canonicalJson(body)), {}, {}, std::string(record::codeOf(record::Role::System)), {}, {}});
        if (!event) return tl::unexpected(event.error());
        return gone.size();
    });
}

Result<std::uint64_t> StoreReplica::partnerCursor() {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto cursor, SyncState(reader).integer(kPartnerCursor));
    return static_cast<std::uint64_t>(cursor.value_or(0));
}

Result<bool> StoreReplica::applyPartnerNews(const PartnerNewsReply& page, std::span<const Bytes> answers) {
    return m_desk.store().write([&](Transaction& transaction) -> Result<bool> {
        SyncState state(transaction);
        COTEJO_TRY_ASSIGN(const auto cursor, state.integer(kPartnerCursor));
        COTEJO_TRY_ASSIGN(const auto tries, state.integer(kPartnerTries));
        // What the server gives no witness to, however often it is offered, keeps nothing else back.
        const bool stuck = tries.value_or(0) >= kPartnerTriesCap;
        bool wrote = false;
        auto done = static_cast<std::uint64_t>(cursor.value_or(0));
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const auto& line = page.lines[i];
            COTEJO_TRY_ASSIGN(const auto act, record::readAct("partner.report", line.report));
            const auto& report = std::get<record::ReportRequest>(act);
            if (i < answers.size() && !answers[i].empty()) {
                auto blobs = m_desk.store().blobs(transaction);
                COTEJO_TRY(blobs.put(transaction, answers[i], "application/json"));
                COTEJO_TRY_ASSIGN(const auto view, store::CaseTable(transaction).find(line.of));
                if (const auto* request = view ? decide::requestOf(*view, report.request) : nullptr)
                    COTEJO_TRY(partner::takeAnswer(transaction, blobs, report, request->terms.country, request->terms.partner, answers[i]));
            }
            const bool skipped = stuck && i == 0;
            if (!skipped) {
                COTEJO_TRY_ASSIGN(const bool fresh, partner::noteReport(transaction, m_desk.journal(), m_projection, line.of, report));
                wrote = wrote || fresh;
            }
            if (!wrote) done = line.number;
        }
        if (page.lines.empty() || !wrote) done = std::max(done, page.next);
        const bool moved = done != static_cast<std::uint64_t>(cursor.value_or(0));
        COTEJO_TRY(state.set(kPartnerCursor, static_cast<std::int64_t>(done)));
        COTEJO_TRY(state.set(kPartnerTries, moved ? (wrote ? 1 : 0) : tries.value_or(0) + (wrote ? 1 : 0)));
        return wrote;
    });
}

Result<std::int64_t> StoreReplica::devicesVersion() {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto version, SyncState(reader).integer(kDevicesVersion));
    return version.value_or(0);
}

Status StoreReplica::applyDevices(const DevicesReply& page) {
    if (page.devices.empty()) return {};
    return m_desk.store().write([&](Transaction& transaction) -> Status {
        SyncState state(transaction);
        for (const auto& device : page.devices) {
            const auto key = kDevicePrefix + sha256(device.certificate).text();
            COTEJO_TRY(state.set(key, ByteView(encode(DevicesReply{{device}, 0, false}))));
        }
        return state.set(kDevicesVersion, page.version);
    });
}

Result<std::vector<DeviceNotice>> StoreReplica::devices() {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    SyncState state(reader);
    COTEJO_TRY_ASSIGN(const auto keys, state.keys(kDevicePrefix));
    std::vector<DeviceNotice> all;
    for (const auto& key : keys) {
        COTEJO_TRY_ASSIGN(const auto bytes, state.bytes(key));
        auto page = bytes ? readDevicesReply(*bytes) : Result<DevicesReply>(DevicesReply{});
        if (page) all.insert(all.end(), page->devices.begin(), page->devices.end());
    }
    return all;
}

Result<std::vector<PendingBlob>> StoreReplica::uploads() {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    SyncState state(reader);
    COTEJO_TRY_ASSIGN(const auto keys, state.keys(kUploadPrefix));
    std::vector<PendingBlob> waiting;
    for (const auto& key : keys) {
        const auto hash = Hash::fromText(std::string_view(key).substr(sizeof kUploadPrefix - 1));
        COTEJO_TRY_ASSIGN(const auto length, state.integer(key));
        if (hash) waiting.push_back({*hash, static_cast<std::uint64_t>(length.value_or(0)), 0});
    }
    std::ranges::sort(waiting, {}, &PendingBlob::length);
    return waiting;
}

Result<Bytes> StoreReplica::readBlob(const Hash& sha256) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    return m_desk.store().blobs(reader).get(sha256);
}

Status StoreReplica::uploaded(const Hash& sha256) {
    return m_desk.store().write(
        [&](Transaction& transaction) -> Status { return SyncState(transaction).remove(kUploadPrefix + sha256.text()); });
}

Result<std::vector<PendingBlob>> StoreReplica::downloads(std::size_t limit) {
    COTEJO_TRY_ASSIGN(auto reader, m_desk.store().reader());
    COTEJO_TRY_ASSIGN(const auto missing, m_desk.store().blobs(reader).missing(limit));
    std::vector<PendingBlob> waiting;
    for (const auto& each : missing) waiting.push_back({each.sha256, each.length, each.have});
    return waiting;
}

Result<bool> StoreReplica::addPiece(const Hash& sha256, std::uint64_t offset, ByteView piece, bool last) {
    return m_desk.store().write([&](Transaction& transaction) -> Result<bool> {
        auto blobs = m_desk.store().blobs(transaction);
        COTEJO_TRY(blobs.addPart(sha256, offset, piece));
        if (!last) return true;
        const auto whole = blobs.finishParts(transaction, sha256);
        if (whole) return true;
        // The pieces were dropped inside this transaction: commit that, and begin again the next time.
        if (whole.error().is(store::kCorrupt)) return false;
        return tl::unexpected(whole.error());
    });
}

}  // namespace cotejo::sync
