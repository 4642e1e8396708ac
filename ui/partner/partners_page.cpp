#include "ui/partner/partners_page.h"

#include <QVBoxLayout>
#include <algorithm>

#include "ui/partner/partner_loader.h"
#include "ui/widgets/status_view.h"

namespace cotejo::partner_ui {

PartnersPage::PartnersPage(bridge::Session& session, QWidget* parent) : QWidget(parent), m_session(session), m_request(new bridge::Request(session.worker(), this)) {
    setObjectName(QStringLiteral("partnersPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_busy = new widgets::BusyBar(this);
    layout->addWidget(m_busy);
    m_view = new PartnersView(this);
    layout->addWidget(m_view, 1);
    connect(m_view, &PartnersView::requestOpened, this, &PartnersPage::requestOpened);
    connect(m_view, &PartnersView::againRequested, this, &PartnersPage::reload);
    connect(&m_session, &bridge::Session::storeChanged, this, [this] {
        if (isVisible()) reload();
        else m_isStale = true;
    });
}

void PartnersPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) reload();
}

void PartnersPage::reload() {
    m_isStale = false;
    m_busy->setBusy(true);
    m_session.ask(*m_request, [](access::Desk& desk, std::stop_token) { return loadPartners(desk); }, [this](Result<PartnersFile> file) {
        m_busy->setBusy(false);
        if (!file) return m_view->showError(file.error());
        emit waitingChanged(int(std::ranges::count(file->requests, true, &ListedInquiry::waitsForMe)));
        m_view->showPartners(std::move(*file));
    });
}

}  // namespace cotejo::partner_ui
