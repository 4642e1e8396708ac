#include "ui/compare/protocol/compare_tab.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/compare/protocol/review_page.h"

namespace cotejo::compare {

CompareTab::CompareTab(QWidget* parent) : QWidget(parent), m_stack(new QStackedWidget(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void CompareTab::setPages(ReviewPage* search, ReviewPage* document) {
    m_pages[0] = search;
    m_pages[1] = document;
    for (auto* page : m_pages) {
        m_stack->addWidget(page);
        connect(page, &ReviewPage::sideChosen, this, &CompareTab::turnTo);
    }
}

void CompareTab::offerDocument(bool there, bool another) {
    m_there = there;
    turnTo(another || !there ? 0 : m_stack->currentIndex());
}

void CompareTab::turnTo(int side) {
    const bool focused = m_stack->currentWidget() && m_stack->currentWidget()->isAncestorOf(focusWidget());
    m_stack->setCurrentIndex(side);
    const QStringList titles = m_there ? QStringList{tr("Candidates"), tr("Document against person")} : QStringList();
    for (auto* page : m_pages)
        page->setSides(titles, side);
    // Who came here by keyboard goes on from the same place.
    if (focused) m_pages[side]->focusSides();
}

}  // namespace cotejo::compare
