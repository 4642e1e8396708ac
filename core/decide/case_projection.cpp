#include "core/decide/case_projection.h"

#include <map>

#include "core/decide/fold.h"
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
    for (auto& each : stored) {
        if (each.state == store::EventState::Quarantined || each.state == store::EventState::UnknownSchema) withheld.insert(each.hash);
        if (!known.contains(each.event.user)) {
            COTEJO_TRY_ASSIGN(known[each.event.user], officers.find(each.event.user));
        }
        events.push_back(std::move(each.event));
    }
    return foldCase(events, [&](const OfficerId& id) { return known[id]; }, withheld);
}

Result<record::CaseView> CaseProjection::folded(store::Transaction& transaction, const CaseId& entity) {
    COTEJO_TRY_ASSIGN(auto view, fold(transaction, entity));
    if (!view.id.isZero()) COTEJO_TRY(store::CaseTable(transaction).put(view));
    return view;
}

Status CaseProjection::refold(store::Transaction& transaction, const CaseId& entity) {
    COTEJO_TRY(folded(transaction, entity));
    return {};
}

}  // namespace cotejo::decide
