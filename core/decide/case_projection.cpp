#include "core/decide/case_projection.h"

#include <deque>
#include <map>

#include "core/decide/fold.h"
#include "core/journal/roster_book.h"
#include "core/journal/seal.h"
#include "core/store/case_table.h"
#include "core/store/event_table.h"
#include "core/store/officer_table.h"

namespace cotejo::decide {

namespace {

/// Who wrote each entry, with the roles that it is judged by.
class Authors {
  public:
    Authors(store::Database& database, std::shared_ptr<const roster::History> roster) : m_officers(database), m_roster(std::move(roster)) {}

    Result<const record::Officer*> of(const store::StoredEvent& stored) {
        auto& author = m_byEvent[stored.hash];
        if (m_roster) {
            const auto judged = journal::authorByRoster(*m_roster, stored.event, stored.receipt);
            if (judged) author = &m_judged.emplace_back(std::move(*judged));
            return author;
        }
        if (!m_known.contains(stored.event.user)) {
            COTEJO_TRY_ASSIGN(m_known[stored.event.user], m_officers.find(stored.event.user));
        }
        const auto& known = m_known[stored.event.user];
        return author = known ? &*known : nullptr;
    }
    bool hasNone(const store::StoredEvent& stored) const { return m_roster && !journal::rosterProblem(*m_roster, stored.event, stored.receipt).empty(); }
    std::optional<record::Officer> operator()(const Hash& event) const {
        const auto found = m_byEvent.find(event);
        return found == m_byEvent.end() || !found->second ? std::nullopt : std::optional(*found->second);
    }

  private:
    store::OfficerTable m_officers;
    std::shared_ptr<const roster::History> m_roster;
    std::map<OfficerId, std::optional<record::Officer>> m_known;
    std::deque<record::Officer> m_judged;
    std::map<Hash, const record::Officer*> m_byEvent;
};

}  // namespace

Result<record::CaseView> CaseProjection::fold(store::Database& database, const CaseId& entity) {
    COTEJO_TRY_ASSIGN(auto stored, store::EventTable(database).everyOfCase(entity));
    COTEJO_TRY_ASSIGN(auto roster, journal::rosterHere(database));
    std::vector<record::Event> events;
    Beside beside;
    if (roster) beside.witnessed.emplace();
    Authors authors(database, std::move(roster));
    std::vector<journal::SealToCheck> seals;
    events.reserve(stored.size());
    for (auto& each : stored) {
        each.hash = hashOf(each.event);  // a hash that another program wrote beside the entry is not asked
        COTEJO_TRY_ASSIGN(const auto* author, authors.of(each));
        if (each.state == store::EventState::Quarantined || each.state == store::EventState::UnknownSchema || authors.hasNone(each)) beside.withheld.insert(each.hash);
        if (each.receipt && !each.receipt->seen.empty()) beside.seen.emplace(each.hash, each.receipt->seen);
        if (each.receipt && each.receipt->witnessed && beside.witnessed) beside.witnessed->insert(each.hash);
        const auto& event = events.emplace_back(std::move(each.event));
        if (author) seals.push_back({&event, each.hash, author->key});
    }
    const auto lookup = [&](const OfficerId&, const Hash& event) { return authors(event); };
    // Another program may have put an entry there: none counts that its author did not sign. Hardly ever is there one, so the case is folded
    // while the signatures are checked.
    journal::SealCheck check(std::move(seals));
    auto view = foldCase(events, lookup, beside);
    const auto broken = check.broken();
    if (broken.empty()) return view;
    beside.withheld.insert(broken.begin(), broken.end());
    return foldCase(events, lookup, beside);
}

Result<record::CaseView> CaseProjection::folded(store::Transaction& transaction, const CaseId& entity) {
    COTEJO_TRY_ASSIGN(auto view, fold(transaction, entity));
    if (!view.id.isZero()) COTEJO_TRY(store::CaseTable(transaction).put(view));
    return view;
}

Result<std::optional<record::CaseView>> CaseProjection::mend(store::Store& store, const CaseId& entity) {
    {
        COTEJO_TRY_ASSIGN(auto reader, store.reader());
        COTEJO_TRY_ASSIGN(auto view, fold(reader, entity));
        if (view.id.isZero()) return std::nullopt;
        COTEJO_TRY_ASSIGN(const bool same, store::CaseTable(reader).holds(view));
        if (same) return view;
    }
    return store.write([&](store::Transaction& transaction) -> Result<std::optional<record::CaseView>> { return folded(transaction, entity); });
}

Status CaseProjection::refold(store::Transaction& transaction, const CaseId& entity) {
    COTEJO_TRY(folded(transaction, entity));
    return {};
}

}  // namespace cotejo::decide
