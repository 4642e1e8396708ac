#include "core/decide/portrait_service.h"

#include "core/decide/case_service.h"
#include "core/match/finger/compare/compare.h"
#include "core/review/samples.h"

namespace cotejo::decide {
namespace {

Result<record::Score> scoreOf(access::Desk& desk, const record::Capture& live, const record::Capture& document, std::stop_token stop) {
    review::Samples samples(desk);
    if (live.modality == record::Modality::Face) {
        COTEJO_TRY_ASSIGN(const auto probe, samples.face(live, stop));
        COTEJO_TRY_ASSIGN(const auto reference, samples.face(document, stop));
        return match::compareFaces(probe, reference);
    }
    COTEJO_TRY_ASSIGN(const auto probe, samples.finger(live, stop));
    COTEJO_TRY_ASSIGN(const auto reference, samples.finger(document, stop));
    COTEJO_TRY_ASSIGN(auto compared, match::compareFinger(probe, reference));
    return std::move(compared.score);
}

}  // namespace

Result<record::CaseView> revealPortrait(access::Desk& desk, const CaseId& id, const record::Capture& live, const record::Capture& document,
                                        std::stop_token stop) {
    CaseService service(desk);
    record::RevealPortrait act{live.id, document.id, {}};
    COTEJO_TRY_ASSIGN(auto refused, service.refusals(id, act));
    if (!refused.empty()) return tl::unexpected<Error>(std::move(refused.front()));
    COTEJO_TRY_ASSIGN(act.score, scoreOf(desk, live, document, std::move(stop)));
    return service.perform(id, act);
}

}  // namespace cotejo::decide
