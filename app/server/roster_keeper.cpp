#include "app/server/roster_keeper.h"

#include <algorithm>

#include "app/server/errors.h"
#include "core/roster/errors.h"

namespace cotejo::server {
namespace {
constexpr std::ptrdiff_t kWaitingOfOne = 20;
}

Result<std::shared_ptr<const roster::History>> RosterKeeper::current() {
    const std::lock_guard lock(m_lock);
    COTEJO_TRY_ASSIGN(const auto version, m_store.rosterVersion());
    if ((m_current ? m_current->latest().version() : 0) == version) return m_current;
    std::optional<roster::History> history;
    if (m_current) history = *m_current;
    // Another process may have entered some.
    while (!history || history->latest().version() < version) {
        COTEJO_TRY_ASSIGN(const auto page, m_store.rosterAfter(history ? history->latest().version() : 0, sync::kRosterPage));
        if (page.empty()) break;
        for (const auto& bytes : page) {
            COTEJO_TRY_ASSIGN(const auto entry, roster::decodeEntry(bytes));
            if (history) {
                COTEJO_TRY(history->add(entry));
            } else {
                COTEJO_TRY_ASSIGN(history, roster::History::begun(entry, {}));
            }
        }
    }
    if (history) m_current = std::make_shared<const roster::History>(std::move(*history));
    return m_current;
}

Status RosterKeeper::found(const roster::Entry& founding) {
    COTEJO_TRY(roster::Roster::founded(founding));
    return m_store.appendRoster(1, roster::encodeEntry(founding));
}

Result<sync::RosterAnswer> RosterKeeper::handIn(const roster::Entry& handed) {
    COTEJO_TRY_ASSIGN(const auto history, current());
    if (!history) return fail(roster::kChain, "this server has no roster yet");
    const auto hash = roster::hashOf(handed);
    const auto version = history->latest().version();
    if (handed.version <= version && handed.version > 0 && roster::hashOf(history->entries()[handed.version - 1]) == hash)
        return sync::RosterAnswer{true, version};
    auto entry = handed;
    COTEJO_TRY_ASSIGN(const auto waitingNow, m_store.waiting());
    for (const auto& bytes : waitingNow) {
        const auto known = roster::decodeEntry(bytes);
        if (!known || roster::hashOf(*known) != hash || entry.signatures.size() != 1) continue;
        if (known->signatures[0].by != entry.signatures[0].by) entry.signatures.insert(entry.signatures.begin(), known->signatures[0]);
    }
    const auto& latest = history->latest();
    if (latest.waitsForSecond(entry)) {
        // Nobody pushes the proposals of others out.
        const auto own = std::ranges::count_if(waitingNow, [&](const auto& bytes) {
            const auto known = roster::decodeEntry(bytes);
            return known && roster::hashOf(*known) != hash && latest.waitsForSecond(*known) && known->signatures[0].by == entry.signatures[0].by;
        });
        if (own >= kWaitingOfOne) return fail(roster::kSecond, "this administrator has " + std::to_string(own) + " changes waiting for a second signature; they are signed or fall first");
        COTEJO_TRY(m_store.putWaiting(hash, roster::encodeEntry(entry)));
        return sync::RosterAnswer{false, version};
    }
    COTEJO_TRY(latest.after(entry));
    const auto entered = m_store.appendRoster(entry.version, roster::encodeEntry(entry));
    if (!entered && entered.error().is(kRosterMoved)) return fail(roster::kChain, "another change of the roster came first; look at it, and propose this one again");
    COTEJO_TRY(entered);
    COTEJO_TRY(m_store.dropWaiting(hash));
    return sync::RosterAnswer{true, entry.version};
}

Result<sync::WaitingReply> RosterKeeper::waiting() {
    COTEJO_TRY_ASSIGN(const auto history, current());
    sync::WaitingReply reply;
    if (!history) return reply;
    const auto& latest = history->latest();
    COTEJO_TRY_ASSIGN(const auto entries, m_store.waiting());
    for (const auto& bytes : entries) {
        const auto entry = roster::decodeEntry(bytes);
        if (entry && latest.waitsForSecond(*entry)) {
            reply.entries.push_back(bytes);
        } else if (entry) {
            COTEJO_TRY(m_store.dropWaiting(roster::hashOf(*entry)));  // another change came first
        }
    }
    COTEJO_TRY_ASSIGN(const auto introduced, m_store.introductions());
    for (const auto& bytes : introduced) {
        auto introduction = sync::readIntroduction(bytes);
        if (!introduction) continue;
        std::erase_if(introduction->officers, [&](const auto& officer) { return latest.member(officer.id) != nullptr; });
        const auto* device = latest.device(introduction->device);
        if (!device || (!device->revoked && !introduction->officers.empty())) reply.introductions.push_back(std::move(*introduction));
    }
    return reply;
}

}  // namespace cotejo::server
