#include "ui/compare/finger/finger_session.h"

#include "ui/bridge/text.h"
#include "ui/compare/finger/finger_page.h"
#include "ui/compare/protocol/protocol.h"

namespace cotejo::compare {

FingerSession::FingerSession(bridge::Session& session, FingerPage& page, PrintPairing pairing)
    : ComparisonSession(session, page, record::Modality::Finger),
      m_bench(new PrintBench(session, page, std::move(pairing))) {
    connect(&page, &FingerPage::fingerOpened, m_bench, &PrintBench::openFinger);
}

void FingerSession::showCandidate(const review::VisibleCandidate* candidate) {
    PrintBench::Prints prints;
    const auto* given = candidate ? capture(candidate->probe) : nullptr;
    for (const auto& each : file().view.captures) {
        if (each.modality != record::Modality::Finger) continue;
        // The document's prints have their own examination; without live ones they are the probe of the search.
        if (each.kind != record::CaptureKind::Document || (given && given->kind == record::CaptureKind::Document))
            prints.probes.push_back(each);
    }
    if (prints.probes.empty())
        for (const auto& each : file().view.captures)
            if (each.modality == record::Modality::Finger) prints.probes.push_back(each);
    if (candidate) {
        prints.references = candidate->references;
        prints.given = {candidate->probe, candidate->reference};
        prints.letter = bridge::fromText(candidate->letter);
        prints.title = tr("Reference %1").arg(prints.letter);
        prints.compare = mayCompare();
    }
    m_bench->show(std::move(prints));
}

FingerDocumentSession::FingerDocumentSession(bridge::Session& session, FingerPage& page, PrintPairing pairing)
    : DocumentSession(session, page, record::Modality::Finger),
      m_bench(new PrintBench(session, page, std::move(pairing))) {
    connect(&page, &FingerPage::fingerOpened, this, &FingerDocumentSession::openFinger);
}

void FingerDocumentSession::show(const record::Capture* live, const record::Capture* document) {
    PrintBench::Prints prints;
    prints.probes = samples(false);
    if (document) {
        prints.references = samples(true);
        prints.letter = tr("document");
        prints.title = tr("Document");
        prints.compare = mayCompare();
        if (live) prints.given = {live->id, document->id};
    }
    m_bench->show(std::move(prints));
}

void FingerDocumentSession::openFinger(record::FingerPosition position) {
    const auto* live = m_bench->probeAt(position);
    const auto document = m_bench->referenceAt(position);
    // Another pair beside each other is an act; a finger that only one of the two has is looked at.
    if (live && document && !live->blob.isZero())
        openPair(*live, *document);
    else
        m_bench->openFinger(position);
}

}  // namespace cotejo::compare
