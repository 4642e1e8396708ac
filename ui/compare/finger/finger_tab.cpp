#include "ui/compare/finger/finger_tab.h"

#include "ui/compare/finger/finger_page.h"
#include "ui/compare/finger/finger_session.h"

namespace cotejo::compare {

FingerTab::FingerTab(bridge::Session& session, QWidget* parent) : CompareTab(parent) {
    setObjectName("fingerTab");
    auto* search = new FingerPage(ReviewKind::Search, this);
    auto* document = new FingerPage(ReviewKind::Document, this);
    setPages(search, document);
    m_search = new FingerSession(session, *search);
    m_document = new FingerDocumentSession(session, *document);
}

void FingerTab::showCase(const bridge::CaseFile& file) {
    const bool another = m_case != file.view.id;
    m_case = file.view.id;
    m_search->showCase(file);
    m_document->showCase(file);
    offerDocument(DocumentSession::isThere(file, record::Modality::Finger), another);
}

}  // namespace cotejo::compare
