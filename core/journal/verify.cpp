#include "core/journal/verify.h"

#include <algorithm>
#include <future>
#include <map>
#include <set>
#include <thread>
#include <vector>

#include "core/base/errors.h"
#include "core/journal/admin_events.h"
#include "core/journal/roster_book.h"
#include "core/record/act.h"
#include "core/store/errors.h"
#include "core/store/event_table.h"
#include "core/store/officer_table.h"
#include "core/store/sync_state.h"

namespace cotejo::journal {
namespace {

using store::EventState;

/// A finding travels as an Error of this code until verify() makes a report of it.
constexpr char kFindingCode[] = "finding";

/// One entry whose signatures are still to be checked.
struct Pending {
    record::Event event;
    PublicKey device;
    PublicKey user;
};

class Verification {
  public:
    Verification(store::Database& database, const Progress& progress, std::stop_token stop)
        : m_db(database), m_progress(progress), m_stop(std::move(stop)) {}

    VerifyReport report;

    Status run() {
        COTEJO_TRY_ASSIGN(const auto total, m_db.integer("SELECT count(*) FROM event"));
        m_total = total.value_or(0);
        COTEJO_TRY_ASSIGN(const auto own, store::MetaTable(m_db).bytes("device"));
        if (own) m_ownDevice = DeviceId::fromBytes(*own);
        COTEJO_TRY(collectKeys());
        COTEJO_TRY_ASSIGN(const auto tips, store::EventTable(m_db).tips());
        for (const auto& tip : tips) COTEJO_TRY(checkChain(tip));
        COTEJO_TRY(flush());
        COTEJO_TRY(checkStrayEntries());
        COTEJO_TRY(checkKeyTables());
        if (m_progress) m_progress(report.entries, m_total);
        return {};
    }

  private:
    tl::unexpected<Error> found(std::string code, std::string why, std::optional<ChainId> chain = {},
                                std::optional<std::uint64_t> seq = {}) {
        report.firstBad = Finding{store::Store::kDatabaseName, chain, seq, std::move(code), std::move(why)};
        return fail(kFindingCode, report.firstBad->why);
    }

    /// Keys as the organisation's roster or the journal itself introduced them; what the tables say is compared with this at the end.
    Status collectKeys() {
        const auto roster = rosterHere(m_db);
        if (!roster) return found("roster", roster.error().detail);
        if (*roster) {
            for (const auto& [id, member] : (*roster)->latest().members()) introduce(member.officer);
            for (const auto& [id, device] : (*roster)->latest().devices()) m_devices.emplace(id, device.key);
        }
        COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT envelope FROM event WHERE type GLOB 'admin.*' AND state < 3 ORDER BY id"));
        while (true) {
            COTEJO_TRY_ASSIGN(const bool row, rows.step());
            if (!row) return {};
            const auto event = record::decodeEvent(rows.blobView(0));
            if (!event) continue;  // checkChain names it
            if (event->type == kPostFounded) {
                if (const auto founding = readFounding(event->body)) {
                    m_devices.emplace(founding->device.id, founding->device.key);
                    introduce(founding->admin);
                }
            } else if (event->type == kOfficerChanged) {
                if (const auto officer = record::officerFromJson(textOf(event->body))) introduce(*officer);
            } else if (event->type == kDeviceChanged) {
                if (const auto device = readDeviceBody(event->body)) m_devices.emplace(device->id, device->key);
            }
        }
    }

    void introduce(const record::Officer& officer) {
        m_officers.emplace(officer.id, officer.key);
        m_officerDocs.insert(record::officerToJson(officer));
    }

    Status checkChain(const store::ChainTip& tip) {
        ++report.chains;
        COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT e.id, e.hash, e.seq, e.gseq, e.dev, e.usr, e.role, e.type, e.entity, "
                                                  "e.schema, e.t_wall, e.state, e.envelope, e.t_recv, q.reason FROM event e LEFT "
                                                  "JOIN quarantine q ON q.hash = e.hash WHERE e.chain=? ORDER BY e.seq"));
        rows.bindAll(tip.chain);
        std::uint64_t last = 0;
        std::int64_t lastId = m_lastChainStart;
        Hash lastHash;
        while (true) {
            COTEJO_TRY_ASSIGN(const bool row, rows.step());
            if (!row) break;
            const auto seq = static_cast<std::uint64_t>(rows.integer(2));
            const auto bad = [&](std::string code, std::string why) {
                auto failure = flush();  // entries before this one come first
                return failure ? found(std::move(code), std::move(why), tip.chain, seq) : tl::unexpected<Error>(failure.error());
            };
            while (seq > last + 1) {
                COTEJO_TRY_ASSIGN(const auto kept, store::EventTable(m_db).keptBack(tip.chain, last + 1));
                if (!kept) return bad("missing", "entry " + std::to_string(last + 1) + " of the chain is gone");
                ++last;
                lastHash = *kept;
            }
            COTEJO_TRY_ASSIGN(const auto late, store::EventTable(m_db).keptBack(tip.chain, seq));
            auto event = record::decodeEvent(rows.blobView(12));
            if (!event) return bad("envelope", "the signed bytes cannot be read: " + event.error().detail);
            const auto hash = record::hashOf(*event);
            if (rows.id<Hash>(1) != hash) return bad("hash", "the entry's bytes do not have the hash it is stored under");
            if (const auto column = differingColumn(rows, *event, tip.chain, seq); !column.empty())
                return bad("column:" + column, "column " + column + " differs from what was signed");
            if (late && *late != hash) return bad("link", "the entry is not the one that the server once kept back");
            if (!late && rows.integer(0) <= lastId) return bad("order", "the entry stands before the one it follows");
            if (seq > 1 && event->prev != lastHash) return bad("link", "the entry does not follow the one before it");
            if (event->device != tip.device) return bad("tip", "the chain is noted as another device's");
            if (seq == 1) {
                if (!late) m_lastChainStart = rows.integer(0);
                COTEJO_TRY_ASSIGN(const bool linked, chainBeforeIsHere(*event));
                if (!linked) return bad("link", "the chain that this one continues is gone");
            }
            if (const auto why = stateProblem(rows, *event); !why.empty()) return bad("state", why);
            const auto state = static_cast<EventState>(rows.integer(11));
            if (state == EventState::Quarantined || state == EventState::UnknownSchema) ++report.withheld;
            const auto device = m_devices.find(event->device);
            const auto officer = m_officers.find(event->user);
            if (device != m_devices.end() && officer != m_officers.end()) {
                if (state != EventState::Quarantined || rows.text(14) != "signature")
                    m_pending.push_back({std::move(*event), device->second, officer->second});
            } else if (state != EventState::Quarantined) {
                return bad("signer", "nobody introduced the officer or device that signed");
            }
            last = seq;
            if (!late) lastId = rows.integer(0);
            lastHash = hash;
            ++report.entries;
            if (m_pending.size() >= kBatch) COTEJO_TRY(flush());
            if (m_stop.stop_requested()) return fail(base::kCancelled, "stopped on request");
        }
        while (last < tip.seq) {
            COTEJO_TRY_ASSIGN(const auto kept, store::EventTable(m_db).keptBack(tip.chain, last + 1));
            if (!kept) break;
            ++last;
            lastHash = *kept;
        }
        if (last < tip.seq) {
            COTEJO_TRY(flush());
            return found("cut", "the chain's last entries are gone: " + std::to_string(tip.seq) + " were written, " +
                                    std::to_string(last) + " are here",
                         tip.chain, last + 1);
        }
        if (last > tip.seq || tip.hash != lastHash) {
            COTEJO_TRY(flush());
            return found("tip", "the note of the chain's last entry does not agree with it", tip.chain, last);
        }
        return {};
    }

    static std::string differingColumn(const store::Statement& rows, const record::Event& event, const ChainId& chain,
                                       std::uint64_t seq) {
        if (event.chain != chain) return "chain";
        if (event.seq != seq) return "seq";
        if (rows.id<DeviceId>(4) != event.device) return "dev";
        if (rows.id<OfficerId>(5) != event.user) return "usr";
        if (rows.text(6) != event.role) return "role";
        if (rows.text(7) != event.type) return "type";
        if (rows.optionalId<CaseId>(8) != event.entity) return "entity";
        if (rows.integer(9) != event.schema) return "schema";
        if (rows.time(10) != event.wall) return "t_wall";
        return {};
    }

    std::string stateProblem(const store::Statement& rows, const record::Event& event) const {
        const auto state = static_cast<EventState>(rows.integer(11));
        const bool placed = !rows.isNull(3);
        if (state == EventState::Acknowledged && !placed) return "acknowledged, but without a place in the server's order";
        if (state == EventState::Local && placed) return "placed in the server's order, but noted as not sent";
        if (placed && rows.isNull(13)) return "placed in the server's order, but without a time of arrival";
        if ((state == EventState::Quarantined) != !rows.isNull(14)) return "quarantined without a reason, or the other way round";
        if (m_ownDevice && event.device != *m_ownDevice && (state == EventState::Local || state == EventState::Acknowledged))
            return "another device's entry is noted as written here";
        if (state == EventState::UnknownSchema && event.schema <= kSchema && isKnownType(event.type))
            return "an entry this program knows is withheld as newer";
        return {};
    }

    /// Seq 1 names the last entry of the device's chain before, as far as that chain was here at the time.
    Result<bool> chainBeforeIsHere(const record::Event& event) {
        if (event.prev.isZero() || !m_ownDevice || event.device != *m_ownDevice) return true;
        return store::EventTable(m_db).has(event.prev);
    }

    /// Checks the signatures of what is pending, on all processors; the earliest failure counts.
    Status flush() {
        const std::size_t workers = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
        const std::size_t share = (m_pending.size() + workers - 1) / workers;
        std::vector<std::future<std::size_t>> parts;
        for (std::size_t start = 0; start < m_pending.size(); start += share)
            parts.push_back(std::async(std::launch::async, [this, start, share] {
                const std::size_t end = std::min(start + share, m_pending.size());
                for (std::size_t i = start; i < end; ++i)
                    if (!record::signaturesHold(m_pending[i].event, m_pending[i].device, m_pending[i].user)) return i;
                return SIZE_MAX;
            }));
        std::size_t first = SIZE_MAX;
        for (auto& part : parts) first = std::min(first, part.get());
        if (first != SIZE_MAX) {
            const auto& bad = m_pending[first];
            const bool device = verifySignature(bad.device, record::signedBytes(bad.event), bad.event.deviceSignature);
            return found(device ? "user_signature" : "device_signature",
                         std::string("the signature of the ") + (device ? "officer" : "device") + " does not hold", bad.event.chain,
                         bad.event.seq);
        }
        m_pending.clear();
        if (m_progress) m_progress(report.entries, m_total);
        return {};
    }

    Status checkStrayEntries() {
        COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT chain, seq FROM event WHERE chain NOT IN (SELECT chain FROM chain_tip) "
                                                  "ORDER BY id LIMIT 1"));
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (row) return found("tip", "nothing notes the end of this chain", rows.id<ChainId>(0), static_cast<std::uint64_t>(rows.integer(1)));
        return {};
    }

    Status checkKeyTables() {
        COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT id, key, doc FROM officer ORDER BY id"));
        while (true) {
            COTEJO_TRY_ASSIGN(const bool row, rows.step());
            if (!row) break;
            const auto known = m_officers.find(rows.id<OfficerId>(0));
            if (known == m_officers.end() || known->second != rows.id<PublicKey>(1))
                return found("keys", "officer " + rows.id<OfficerId>(0).text() + " has a key that no entry introduced");
            if (!m_officerDocs.contains(rows.text(2)))
                return found("keys", "officer " + rows.id<OfficerId>(0).text() + " has roles or facts that no entry gave");
        }
        COTEJO_TRY_ASSIGN(const auto devices, store::DeviceTable(m_db).all());
        for (const auto& device : devices)
            if (const auto known = m_devices.find(device.id); known == m_devices.end() || known->second != device.key)
                return found("keys", "device " + device.id.text() + " has a key that no entry introduced");
        return {};
    }

    static constexpr std::size_t kBatch = 2048;
    store::Database& m_db;
    const Progress& m_progress;
    std::stop_token m_stop;
    std::int64_t m_total = 0;
    std::int64_t m_lastChainStart = 0;
    std::optional<DeviceId> m_ownDevice;
    std::map<DeviceId, PublicKey> m_devices;
    std::map<OfficerId, PublicKey> m_officers;
    std::set<std::string> m_officerDocs;  ///< every officer as any entry ever described them
    std::vector<Pending> m_pending;
};

}  // namespace

Result<VerifyReport> verify(store::Store& store, const Progress& progress, std::stop_token stop) {
    auto reader = store.reader();
    if (!reader) return tl::unexpected<Error>(std::move(reader).error());
    Verification verification(*reader, progress, std::move(stop));
    auto done = reader->whole([&] { return verification.run(); });
    if (!done && done.error().is(store::kCorrupt))
        verification.report.firstBad = Finding{store::Store::kDatabaseName, {}, {}, "unreadable", done.error().detail};
    else if (!done && !done.error().is(kFindingCode))
        return tl::unexpected<Error>(std::move(done).error());
    return std::move(verification.report);
}

}  // namespace cotejo::journal
