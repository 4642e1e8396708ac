#pragma once

#include "ui/compare/finger/print_bench.h"
#include "ui/compare/protocol/document_session.h"
#include "ui/compare/protocol/session.h"

namespace cotejo::compare {

/// The candidates of a search, by fingerprint.
class FingerSession final : public ComparisonSession {
    Q_OBJECT

  public:
    FingerSession(bridge::Session& session, FingerPage& page, PrintPairing pairing = pairPrints);

  private:
    void caseOpened() override { m_bench->open(file().view.id); }
    void showProbe() override { showCandidate(nullptr); }
    void showCandidate(const review::VisibleCandidate* candidate) override;

    PrintBench* m_bench;
};

/// The document's (or register's) print against the live one.
class FingerDocumentSession final : public DocumentSession {
    Q_OBJECT

  public:
    FingerDocumentSession(bridge::Session& session, FingerPage& page, PrintPairing pairing = pairPrints);

  private:
    void caseOpened() override { m_bench->open(file().view.id); }
    void show(const record::Capture* live, const record::Capture* document) override;
    void openFinger(record::FingerPosition position);

    PrintBench* m_bench;
};

}  // namespace cotejo::compare
