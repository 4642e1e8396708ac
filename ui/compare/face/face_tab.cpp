#include "ui/compare/face/face_tab.h"

#include "ui/compare/face/face_page.h"
#include "ui/compare/face/face_session.h"

namespace cotejo::compare {

FaceTab::FaceTab(bridge::Session& session, QWidget* parent) : CompareTab(parent) {
    setObjectName("faceTab");
    const auto finder = std::make_shared<FaceFinder>();
    auto* search = new FacePage(ReviewKind::Search, this);
    auto* document = new FacePage(ReviewKind::Document, this);
    setPages(search, document);
    m_search = new FaceSession(session, finder, *search);
    m_document = new FaceDocumentSession(session, finder, *document);
}

void FaceTab::showCase(const bridge::CaseFile& file) {
    const bool another = m_case != file.view.id;
    m_case = file.view.id;
    m_search->showCase(file);
    m_document->showCase(file);
    offerDocument(DocumentSession::isThere(file, record::Modality::Face), another);
}

}  // namespace cotejo::compare
