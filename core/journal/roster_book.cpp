#include "core/journal/roster_book.h"

#include <mutex>

#include "core/record/act.h"
#include "core/record/code.h"
#include "core/store/errors.h"
#include "core/store/officer_table.h"
#include "core/store/roster_table.h"
#include "core/store/sync_state.h"

namespace cotejo::journal {
namespace {

using roster::History;

/// Few: a program has one post open, tests and a server a handful.
constexpr std::size_t kKept = 16;

struct Kept {
    std::mutex mutex;
    std::map<Hash, std::shared_ptr<const History>> byHead;
};
Kept& kept() {
    static Kept all;
    return all;
}

Result<std::optional<Hash>> pinnedRoot(store::Database& database) {
    COTEJO_TRY_ASSIGN(const auto bytes, store::SyncState(database).bytes(store::SyncState::kRosterRoot));
    return bytes ? Hash::fromBytes(*bytes) : std::nullopt;
}

Result<std::shared_ptr<const History>> read(store::Database& database) {
    COTEJO_TRY_ASSIGN(const auto stored, store::RosterTable(database).entries());
    COTEJO_TRY_ASSIGN(const auto root, pinnedRoot(database));
    std::optional<History> history;
    for (const auto& bytes : stored) {
        const auto entry = roster::decodeEntry(bytes);
        Status done = entry ? Status() : Status(tl::unexpected<Error>(entry.error()));
        if (done && history) done = history->add(*entry);
        if (done && !history) {
            auto begun = History::begun(*entry, root);
            if (begun)
                history = std::move(*begun);
            else
                done = tl::unexpected<Error>(begun.error());
        }
        if (!done) return fail(store::kCorrupt, "the roster in this store is not as the organisation signed it: " + done.error().detail);
    }
    return std::make_shared<const History>(std::move(*history));
}

/// Opening a case and placing PROTECTION: what nobody's suspension may undo.
bool isProtective(const record::Event& event) {
    static const std::string opening(record::typeOf(record::Act(record::OpenCase{})));
    static const std::string placing(record::typeOf(record::Act(record::PlaceHold{})));
    if (event.type == opening) return true;
    if (event.type != placing) return false;
    const auto act = record::readAct(event.type, event.body);
    const auto* place = act ? std::get_if<record::PlaceHold>(&*act) : nullptr;
    return place && place->kind == record::HoldKind::Protection;
}

struct Judged {
    const roster::Member* author;
    const roster::RosterDevice* device;
    UtcTime at;
};
Judged judgedBy(const History& history, const record::Event& event, const std::optional<record::PlaceReceipt>& receipt) {
    const auto version = receipt ? receipt->roster : history.latest().version();
    return {history.member(event.user, version), history.device(event.device, version), receipt ? receipt->at : event.wall};
}

}  // namespace

Result<std::shared_ptr<const History>> rosterHere(store::Database& database) {
    COTEJO_TRY_ASSIGN(const auto head, store::RosterTable(database).head());
    if (!head) return std::shared_ptr<const History>();
    {
        const std::scoped_lock lock(kept().mutex);
        if (const auto known = kept().byHead.find(*head); known != kept().byHead.end()) return known->second;
    }
    COTEJO_TRY_ASSIGN(auto history, read(database));
    if (history->latest().head() != *head) return fail(store::kCorrupt, "the roster in this store does not end as it is noted");
    const std::scoped_lock lock(kept().mutex);
    if (kept().byHead.size() >= kKept) kept().byHead.clear();
    kept().byHead[*head] = history;
    return history;
}

Status extendRoster(store::Transaction& transaction, std::span<const roster::Entry> entries) {
    if (entries.empty()) return {};
    COTEJO_TRY_ASSIGN(const auto before, rosterHere(transaction));
    COTEJO_TRY_ASSIGN(const auto root, pinnedRoot(transaction));
    std::optional<History> history;
    if (before) history = *before;
    store::RosterTable table(transaction);
    for (const auto& entry : entries) {
        if (history) {
            COTEJO_TRY(history->add(entry));
        } else {
            COTEJO_TRY_ASSIGN(history, History::begun(entry, root));
        }
        COTEJO_TRY(table.append(entry.version, roster::hashOf(entry), roster::encodeEntry(entry)));
    }
    store::OfficerTable officers(transaction);
    for (const auto& [id, member] : history->latest().members()) COTEJO_TRY(officers.put(member.officer));
    store::DeviceTable devices(transaction);
    for (const auto& [id, each] : history->latest().devices()) COTEJO_TRY(devices.put({each.device, each.key, each.post, each.name, {}}));
    return {};
}

std::string rosterProblem(const History& history, const record::Event& event, const std::optional<record::PlaceReceipt>& receipt) {
    const auto judged = judgedBy(history, event, receipt);
    return roster::withoutAuthority(judged.author, judged.device, event.role, isProtective(event), judged.at);
}

std::optional<record::Officer> authorByRoster(const History& history, const record::Event& event, const std::optional<record::PlaceReceipt>& receipt) {
    const auto judged = judgedBy(history, event, receipt);
    if (!judged.author) return std::nullopt;
    auto officer = judged.author->officer;
    if (isProtective(event)) {
        officer.grants = judged.author->everGranted;
        officer.active = true;
    } else {
        std::erase_if(officer.grants, [&](const auto& each) { return judged.at >= each.validUntil; });
        if (judged.author->suspended) officer.grants.clear();
    }
    return officer;
}

}  // namespace cotejo::journal
