#include "core/review/same_samples.h"

#include <set>

#include "core/review/visible_case.h"
#include "core/store/case_table.h"

namespace cotejo::review {

Status noteSameSamples(store::Transaction& transaction, access::Desk& desk, journal::Projection& projection, const record::CaseView& shown,
                       const std::string& role) {
    const auto& officer = desk.officer();
    if (!mayExamine(officer, desk.clock().now())) return {};
    std::set<CaseId> others;
    for (const auto& capture : shown.captures) {
        if (capture.blob.isZero()) continue;
        COTEJO_TRY_ASSIGN(const auto owners, desk.store().blobs(transaction).owners(capture.blob));
        for (const auto& owner : owners)
            if (const auto id = CaseId::fromBytes(owner); id && *id != shown.id) others.insert(*id);
    }
    store::CaseTable cases(transaction);
    for (const auto& id : others) {
        COTEJO_TRY_ASSIGN(const auto view, cases.find(id));  // nothing where the owner is an entry of a list
        if (!view || view->wasShown(officer.id, record::Shown::Linked)) continue;
        const record::ViewRecord act{"same_sample", {record::Shown::Linked}};
        COTEJO_TRY(desk.journal().append(transaction, journal::Draft::of(act, id, view->heads, role)));
        COTEJO_TRY(projection.refold(transaction, id));
    }
    return {};
}

}  // namespace cotejo::review
