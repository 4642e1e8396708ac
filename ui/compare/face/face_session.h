#pragma once

#include "ui/compare/face/face_bench.h"
#include "ui/compare/protocol/document_session.h"
#include "ui/compare/protocol/session.h"

namespace cotejo::compare {

/// The candidates of a search, by face.
class FaceSession final : public ComparisonSession {
    Q_OBJECT

  public:
    FaceSession(bridge::Session& session, std::shared_ptr<FaceFinder> finder, FacePage& page);

  private:
    void caseOpened() override { m_bench->open(file().view.id); }
    void showProbe() override { showCandidate(nullptr); }
    void showCandidate(const review::VisibleCandidate* candidate) override;
    std::optional<record::Capture> probeCapture(const review::VisibleCandidate* candidate) const;

    FaceBench* m_bench;
};

/// The document's portrait against the live face.
class FaceDocumentSession final : public DocumentSession {
    Q_OBJECT

  public:
    FaceDocumentSession(bridge::Session& session, std::shared_ptr<FaceFinder> finder, FacePage& page);

  private:
    void caseOpened() override { m_bench->open(file().view.id); }
    void show(const record::Capture* live, const record::Capture* document) override;

    FaceBench* m_bench;
};

}  // namespace cotejo::compare
