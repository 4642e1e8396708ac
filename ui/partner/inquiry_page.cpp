#include "ui/partner/inquiry_page.h"

#include <QDialog>
#include <QPointer>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

#include "ui/bridge/error_text.h"
#include "ui/bridge/image.h"
#include "ui/partner/inquiry_dialogs.h"
#include "ui/partner/inquiry_view.h"
#include "ui/widgets/status_view.h"

namespace cotejo::partner_ui {

using namespace widgets;

namespace {
constexpr int kPictureSide = 120;
}

InquiryPage::InquiryPage(bridge::Session& session, QWidget* parent) : QWidget(parent), m_session(session), m_load(new bridge::Request(session.worker(), this)) {
    setObjectName(QStringLiteral("inquiryPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_busy = new BusyBar(this);
    layout->addWidget(m_busy);
    m_states = new QStackedWidget(this);
    m_status = new StatusView(m_states);
    m_view = new InquiryView(m_states);
    m_states->addWidget(m_status);
    m_states->addWidget(m_view);
    layout->addWidget(m_states, 1);

    connect(m_view, &InquiryView::backRequested, this, &InquiryPage::backRequested);
    connect(m_view, &InquiryView::choiceChanged, this, [this](const InquiryChoice& choice) {
        m_question = {choice, {}, false, false};
        reload();
    });
    connect(m_view, &InquiryView::requestChosen, this, [this](const std::optional<record::RequestId>& request) {
        m_question = {m_question.choice, request, false, false};
        m_question.choice.samples.reset();
        m_toMessage = true;
        reload();
    });
    connect(m_view, &InquiryView::messageRequested, this, [this] {
        m_question.openMessage = true;
        m_toMessage = true;
        reload();
    });
    connect(m_view, &InquiryView::draftRequested, this, &InquiryPage::draft);
    connect(m_view, &InquiryView::authoriseRequested, this, [this] {
        if (!m_file) return;
        closeSheets();
        openAuthorisation(*m_file, this, [this](FormDialog* sheet, const std::string& reason) {
            act(sheet, [id = *m_id, request = *m_file->shown, reason](partner::RequestService& service) { return service.authorise(id, request, reason); });
        });
    });
    connect(m_view, &InquiryView::cancelRequested, this, [this] {
        if (!m_file || m_file->request() == nullptr) return;
        closeSheets();
        openCancellation(*m_file->request(), this, [this](FormDialog* sheet, const std::string& reason) {
            act(sheet, [id = *m_id, request = *m_file->shown, reason](partner::RequestService& service) { return service.cancel(id, request, reason); });
        });
    });
    connect(m_view, &InquiryView::closeRequested, this, [this] {
        if (!m_file || m_file->request() == nullptr) return;
        closeSheets();
        openClosing(*m_file->request(), this, [this](FormDialog* sheet, const std::string& reason) {
            act(sheet, [id = *m_id, request = *m_file->shown, reason](partner::RequestService& service) { return service.close(id, request, reason); });
        });
    });
    connect(m_view, &InquiryView::caseRequested, this, [this] {
        if (m_id) emit caseRequested(*m_id, QStringLiteral("overview"));
    });
    connect(m_view, &InquiryView::examineRequested, this, [this] {
        if (m_id) emit caseRequested(*m_id, QStringLiteral("decision"));
    });
    connect(&m_session, &bridge::Session::caseChanged, this, [this](const CaseId& id) {
        if (m_id == id && isVisible()) reload();
    });
    // News of the server comes with a synchronisation. A draft stays as it is before whoever reads it.
    connect(&m_session, &bridge::Session::storeChanged, this, [this] {
        if (m_question.shown && isVisible()) reload();
    });
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &InquiryPage::backRequested);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_view, &InquiryView::pressNext);
}

void InquiryPage::open(const CaseId& id, const std::optional<record::RequestId>& request) {
    closeSheets();
    if (m_id != id) {
        m_pictured.clear();
        m_view->setPortrait({});
    }
    m_id = id;
    m_file.reset();
    m_question = {{}, request, !request, false};
    m_toMessage = true;
    m_status->showLoading(tr("Making what would leave…"));
    m_states->setCurrentIndex(0);
    reload();
}

void InquiryPage::reload() {
    if (!m_id) return;
    m_busy->setBusy(true);
    m_session.ask(*m_load, [id = *m_id, question = m_question](access::Desk& desk, std::stop_token) { return loadInquiry(desk, id, question); },
                  [this](Result<InquiryFile> file) {
                      m_busy->setBusy(false);
                      if (file) return show(std::move(*file));
                      const auto text = bridge::errorText(file.error());
                      m_status->showError(text.title, text.remedy, text.code, tr("Back"), [this] { emit backRequested(); });
                      m_states->setCurrentIndex(0);
                  });
}

void InquiryPage::show(InquiryFile file) {
    m_file = std::move(file);
    m_question.shown = m_file->shown;
    m_question.whatIsOpen = false;
    m_view->showInquiry(*m_file);
    m_states->setCurrentIndex(1);
    loadPictures();
    if (std::exchange(m_toMessage, false)) m_view->focusMessage();
}

void InquiryPage::loadPictures() {
    for (const auto& capture : m_file->file.view.captures) {
        if (capture.missing != record::MissingReason::None || !capture.undecoded.empty() || !m_pictured.insert(capture.id).second) continue;
        const bool portrait = capture.modality == record::Modality::Face && !m_file->file.identityHidden;
        m_session.call(this, [id = *m_id, capture](access::Desk& desk, std::stop_token) { return bridge::loadThumbnail(desk, id, capture, kPictureSide); },
                       [this, id = *m_id, captureId = capture.id, portrait](Result<QImage> image) {
                           if (!image || m_id != id) return;
                           m_view->setThumbnail(captureId, *image);
                           if (portrait) m_view->setPortrait(*image);
                       });
    }
}

void InquiryPage::draft() {
    if (!m_file || !m_file->preview) return;
    const auto request = m_file->preview->terms.id;
    m_view->setBusy(true);
    m_busy->setBusy(true);
    m_session.call(this, [id = *m_id, preview = *m_file->preview](access::Desk& desk, std::stop_token) { return partner::RequestService(desk).draft(id, preview); },
                   [this, id = *m_id, request](const Result<record::CaseView>& drafted) {
                       m_busy->setBusy(false);
                       m_view->setBusy(false);
                       if (!drafted) {
                           if (m_id == id) m_view->showRefusal(drafted.error());
                           return;
                       }
                       if (m_id == id) {
                           m_question = {m_question.choice, request, false, false};
                           m_toMessage = true;
                       }
                       m_session.announce(id);
                   });
}

void InquiryPage::act(FormDialog* sheet, Act run) {
    m_busy->setBusy(true);
    m_session.call(this,
                   [run = std::move(run)](access::Desk& desk, std::stop_token) {
                       partner::RequestService service(desk);
                       return run(service);
                   },
                   [this, id = *m_id, sheet = QPointer(sheet)](const Result<record::CaseView>& done) {
                       m_busy->setBusy(false);
                       if (done) {
                           m_toMessage = m_id == id;
                           m_session.announce(id);
                       }
                       if (sheet == nullptr) return;
                       if (!done) return sheet->showRefusal(bridge::noticeText(done.error()));
                       sheet->close();
                   });
}

void InquiryPage::closeSheets() {
    for (auto* sheet : findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly)) sheet->close();
}

}  // namespace cotejo::partner_ui
