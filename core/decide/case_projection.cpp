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
    for (const auto& each : stored) {
        const auto hash = hashOf(each.event);
        if (!known.contains(each.event.user)) {
            COTEJO_TRY_ASSIGN(known[each.event.user], officers.find(each.event.user));
        }
        const auto& author = known[each.event.user];
        if (author) seals.push_back({&each.event, hash, author->key});
        if (each.state == store::EventState::Quarantined || each.state == store::EventState::UnknownSchema) withheld.insert(hash);
    }
    // Another program may have put it there: nothing counts that its author did not sign.
    const auto hold = journal::userSealsHold(seals);
    for (std::size_t i = 0; i < seals.size(); ++i)
        if (!hold[i]) withheld.insert(seals[i].hash);
    for (auto& each : stored) events.push_back(std::move(each.event));
    return foldCase(events, [&](const OfficerId& id) { return known[id]; }, withheld);
}

Result<record::CaseView> CaseProjection::folded(store::Transaction& transaction, const CaseId& entity) {
    COTEJO_TRY_ASSIGN(auto view, fold(transaction, entity));
    if (!view.id.isZero()) COTEJO_TRY(store::CaseTable(transaction).put(view));
    return view;
}

Status CaseProjection::mend(store::Store& store, const CaseId& entity) {
    {
        COTEJO_TRY_ASSIGN(auto reader, store.reader());
        COTEJO_TRY_ASSIGN(const auto view, fold(reader, entity));
        if (view.id.isZero()) return {};
        COTEJO_TRY_ASSIGN(const bool same, store::CaseTable(reader).holds(view));
        if (same) return {};
    }
    return store.write([&](store::Transaction& transaction) -> Status {
        COTEJO_TRY(folded(transaction, entity));
        return {};
    });
}

Status CaseProjection::refold(store::Transaction& transaction, const CaseId& entity) {
    COTEJO_TRY(folded(transaction, entity));
    return {};
}

}  // namespace cotejo::decide
