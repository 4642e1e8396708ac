#include "core/partner/report_watch.h"

#include <algorithm>

#include "core/decide/facts.h"
#include "core/store/case_table.h"

namespace cotejo::partner {

using record::RequestState;
using record::RequestStep;

bool isTold(const record::PartnerRequest& request, const record::ReportRequest& report) {
    const bool answered = request.reply && request.reply != record::PartnerReply::NeedTime;
    switch (report.step) {
        case RequestStep::Sent: return request.sendings >= 1;
        case RequestStep::SentAgain: return request.sendings >= 2;
        case RequestStep::Acknowledged: return request.acknowledgedAt.has_value();
        case RequestStep::Answered: return answered || (request.reply && request.message == report.message);
        case RequestStep::Unanswered: return answered || request.state == RequestState::Unanswered || request.state == RequestState::Closed;
        case RequestStep::Quarantined: return std::ranges::find(request.quarantined, report.message) != request.quarantined.end();
        case RequestStep::Stopped: return request.left() || request.state == RequestState::Cancelled;
    }
    return true;
}

Result<bool> noteReport(store::Transaction& transaction, journal::Journal& journal, journal::Projection& projection, const CaseId& id, const record::ReportRequest& report) {
    COTEJO_TRY_ASSIGN(const auto view, store::CaseTable(transaction).find(id));
    const auto* request = view ? decide::requestOf(*view, report.request) : nullptr;
    if (!request || isTold(*request, report)) return false;
    COTEJO_TRY(journal.append(transaction, journal::Draft::of(report, id, view->heads, std::string(codeOf(record::Role::System)))));
    COTEJO_TRY(projection.refold(transaction, id));
    return true;
}

}  // namespace cotejo::partner
