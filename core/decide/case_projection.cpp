#include "core/decide/case_projection.h"

#include <map>

#include "core/decide/fold.h"
#include "core/journal/seal.h"
#include "core/store/case_table.h"
#include "core/store/event_table.h"
#include "core/store/officer_table.h"

namespace cotejo::decide {

Result<record::CaseView> CaseProjection::fold(store::Database& database, const CaseId& entity) {
    COTEJO_TRY_ASSIGN(auto stored, store::EventTable(database).everyOfCase(entity));
    std::vector<record::Event> events;
    std::set<Hash> withheld;
    std::map<OfficerId, std::optional<record::Officer>> known;
    store::OfficerTable officers(database);
    std::vector<journal::SealToCheck> seals;
    events.reserve(stored.size());
    for (auto& each : stored) {
        const auto& event = events.emplace_back(std::move(each.event));
        const auto hash = hashOf(event);
        if (!known.contains(event.user)) {
            COTEJO_TRY_ASSIGN(known[event.user], officers.find(event.user));
        }
        const auto& author = known[event.user];
        if (author) seals.push_back({&event, hash, author->key});
        if (each.state == store::EventState::Quarantined || each.state == store::EventState::UnknownSchema) withheld.insert(hash);
    }
    const auto lookup = [&](const OfficerId& id) { return known[id]; };
    // Another program may have put an entry there: none counts that its author did not sign. Hardly ever is there one, so the case is folded
    // while the signatures are checked.
    journal::SealCheck check(std::move(seals));
    auto view = foldCase(events, lookup, withheld);
    const auto broken = check.broken();
    if (broken.empty()) return view;
    withheld.insert(broken.begin(), broken.end());
    return foldCase(events, lookup, withheld);
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
