#include "core/partner/report_watch.h"

#include <algorithm>

#include "core/decide/facts.h"
#include "core/partner/message.h"
#include "core/store/case_table.h"
#include "core/store/watchlist_table.h"

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

Status takeAnswer(store::Transaction& transaction, store::BlobTable blobs, const record::ReportRequest& report, const std::string& country, const std::string& partner,
                  ByteView message) {
    const auto answer = readAnswer(message);
    if (!answer || answer->request != report.request) return {};
    for (const auto& each : answer->candidates) {
        record::WatchlistEntry entry;
        entry.id = record::answeredEntry(report.request, each.reference);
        entry.gallery = record::answerList(report.request);
        entry.statedPurpose = each.facts.purpose;
        entry.name = each.person.familyName + (each.person.givenNames.empty() ? "" : ", " + each.person.givenNames);
        entry.issuer = partner;
        entry.issuerCountry = country;
        entry.reason = each.reason;
        entry.grade = each.facts.grade;
        entry.version = 1;
        for (std::size_t i = 0; i < each.samples.size(); ++i) {
            auto capture = each.samples[i].capture;
            if (each.samples[i].bytes.empty()) continue;
            // Named by us: what they call it may be what another sample is called.
            ByteWriter name;
            name.raw(entry.id.bytes());
            name.u32(static_cast<std::uint32_t>(i));
            capture.id = *CaptureId::fromBytes(sha256(name.bytes()).bytes().first(16));
            capture.kind = record::CaptureKind::Reference;
            COTEJO_TRY_ASSIGN(capture.blob, blobs.put(transaction, each.samples[i].bytes, capture.mime));
            entry.captures.push_back(std::move(capture));
        }
        COTEJO_TRY(store::WatchlistTable(transaction).put(transaction, blobs, entry));
    }
    return {};
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
