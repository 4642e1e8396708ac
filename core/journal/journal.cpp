#include "core/journal/journal.h"

#include <algorithm>

#include "core/journal/admin_events.h"
#include "core/journal/errors.h"
#include "core/journal/seal.h"
#include "core/store/event_table.h"
#include "core/store/schema.h"
#include "core/store/sync_state.h"

namespace cotejo::journal {
namespace {

/// What this device last knew of the server and the watchlist.
Status fillSeen(store::Database& database, record::Event& event) {
    store::SyncState state(database);
    using store::SyncState;
    COTEJO_TRY_ASSIGN(const auto epoch, state.bytes(SyncState::kEpoch));
    COTEJO_TRY_ASSIGN(const auto cursor, state.integer(SyncState::kCursor));
    COTEJO_TRY_ASSIGN(const auto watchlist, state.integer(SyncState::kWatchlistVersion));
    COTEJO_TRY_ASSIGN(const auto offset, state.integer(SyncState::kServerOffset));
    COTEJO_TRY_ASSIGN(const auto offsetAt, state.integer(SyncState::kServerOffsetAt));
    event.seenEpoch = epoch ? Hash::fromBytes(*epoch).value_or(Hash{}) : Hash{};
    event.seenGseq = static_cast<std::uint64_t>(std::max<std::int64_t>(cursor.value_or(0), 0));
    event.watchlistVersion = watchlist.value_or(0);
    if (offset && offsetAt) {
        event.serverOffsetMillis = *offset;
        event.serverOffsetAgeMillis = std::max<std::int64_t>(toMillis(event.wall) - *offsetAt, 0);
    }
    return {};
}

}  // namespace

Draft Draft::of(const record::Act& act, const CaseId& entity, std::vector<Hash> parents, std::string role) {
    Draft draft{std::string(record::typeOf(act)), record::bodyOf(act), entity, std::move(parents), std::move(role), {}, {}};
    for (auto& blob : record::blobsOf(act)) draft.blobs.push_back({blob.sha256, 0, std::move(blob.mime), std::move(blob.role)});
    return draft;
}

Journal::Journal(Signer signer, const Clock& clock) : m_signer(std::move(signer)), m_clock(clock), m_bootId(clock.boot()) {}

Result<record::Event> Journal::append(store::Transaction& transaction, Draft draft) {
    if (draft.role == record::codeOf(record::Role::System) && store::hasLegalEffect(draft.type))
        return fail(kSystemMayNot, "an act with legal effect (" + draft.type + ") needs a person; nothing was written",
                    {{"type", draft.type}});
    store::EventTable events(transaction);
    record::Event event;
    event.org = m_signer.org;
    event.device = m_signer.device;
    event.chain = m_signer.chain;
    COTEJO_TRY_ASSIGN(const auto tip, events.tip(m_signer.chain));
    if (tip) {
        event.seq = tip->seq + 1;
        event.prev = tip->hash;
    } else {
        COTEJO_TRY_ASSIGN(const auto before, events.lastTipOf(m_signer.device));
        event.seq = 1;
        if (before) event.prev = before->hash;
    }
    event.type = std::move(draft.type);
    event.schema = kSchema;
    event.entity = draft.entity;
    event.parents = std::move(draft.parents);
    std::ranges::sort(event.parents);
    event.parents.erase(std::unique(event.parents.begin(), event.parents.end()), event.parents.end());
    event.user = m_signer.user;
    event.role = std::move(draft.role);
    event.wall = m_clock.now();
    event.monotonicMillis = m_clock.elapsed().count();
    event.bootId = m_bootId;
    COTEJO_TRY(fillSeen(transaction, event));
    event.body = std::move(draft.body);
    event.blobs = std::move(draft.blobs);
    for (auto& blob : event.blobs) {
        if (blob.length != 0) continue;
        COTEJO_TRY_ASSIGN(const auto length, transaction.db().integer("SELECT len FROM blob WHERE sha=?", blob.sha256));
        blob.length = static_cast<std::uint64_t>(length.value_or(0));
    }
    event.reissueOf = draft.reissueOf;
    record::sign(event, m_signer.deviceKey, m_signer.userKey);
    const auto envelope = record::encodeEvent(event);
    if (const auto readable = record::decodeEvent(envelope); !readable)
        return fail(kTooLarge, "an entry of type " + event.type + " is too large for the journal: " + readable.error().detail);
    const auto hash = record::hashOf(event);
    COTEJO_TRY(events.insert(event, hash, store::EventState::Local, {}, {}));
    rememberSeal(hash);
    return event;
}

}  // namespace cotejo::journal
