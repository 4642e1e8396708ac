#include "ui/compare/face/face_session.h"

#include "ui/bridge/text.h"
#include "ui/compare/face/face_page.h"

namespace cotejo::compare {

FaceSession::FaceSession(bridge::Session& session, std::shared_ptr<FaceFinder> finder, FacePage& page)
    : ComparisonSession(session, page, record::Modality::Face),
      m_bench(new FaceBench(session, std::move(finder), page)) {}

std::optional<record::Capture> FaceSession::probeCapture(const review::VisibleCandidate* candidate) const {
    if (candidate)
        if (const auto* compared = capture(candidate->probe)) return *compared;
    const record::Capture* best = nullptr;
    for (const auto& each : file().view.captures) {
        if (each.modality != record::Modality::Face || each.blob.isZero()) continue;
        if (!best || (each.kind == record::CaptureKind::Live && best->kind != record::CaptureKind::Live))
            best = &each;
    }
    return best ? std::optional(*best) : std::nullopt;
}

void FaceSession::showCandidate(const review::VisibleCandidate* candidate) {
    m_bench->showProbe(probeCapture(candidate), file().now);
    const auto reference = candidate ? candidate->referenceCapture : std::nullopt;
    m_bench->showReference(reference, candidate ? tr("Candidate %1").arg(bridge::fromText(candidate->letter)) : QString(),
                           reference && reference->captured > UtcTime{}
                               ? tr("reference · taken %1").arg(bridge::dateText(reference->captured))
                               : tr("reference"));
}

FaceDocumentSession::FaceDocumentSession(bridge::Session& session, std::shared_ptr<FaceFinder> finder, FacePage& page)
    : DocumentSession(session, page, record::Modality::Face),
      m_bench(new FaceBench(session, std::move(finder), page)) {}

void FaceDocumentSession::show(const record::Capture* live, const record::Capture* document) {
    m_bench->showProbe(live ? std::optional(*live) : std::nullopt, file().now);
    m_bench->showReference(document ? std::optional(*document) : std::nullopt, tr("Document"),
                           tr("portrait that the traveler presented"));
}

}  // namespace cotejo::compare
