#include "ui/casefile/case_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/base/file.h"
#include "core/decide/case_service.h"
#include "core/decide/case_door.h"
#include "core/review/sample_quality.h"
#include "ui/bridge/case_loader.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/image.h"
#include "ui/bridge/paper.h"
#include "ui/bridge/text.h"
#include "ui/casefile/acts/act_dialogs.h"
#include "ui/casefile/case_strip.h"
#include "ui/casefile/decision/decision_tab.h"
#include "ui/casefile/decision/disposition_tab.h"
#include "ui/casefile/guard/guard_tab.h"
#include "ui/casefile/history/encounters_tab.h"
#include "ui/casefile/history/history_tab.h"
#include "ui/casefile/overview/overview_tab.h"
#include "ui/casefile/papers/documents_tab.h"
#include "ui/casefile/papers/paper_form.h"
#include "ui/casefile/papers/paper_view.h"
#include "ui/compare/face/face_tab.h"
#include "ui/compare/finger/finger_tab.h"
#include "ui/intake/sample_tray.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choices/stepper.h"
#include "ui/widgets/choices/tab_strip.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/status_view.h"

namespace cotejo::casefile {

using namespace widgets;
using record::CaseState;

namespace {

constexpr int kThumbnail = 320;

/// Where a state stands on the way; the side ways (recapture, disagreement...) belong to the step they interrupt.
int stepOf(CaseState state) {
    switch (state) {
    case CaseState::Received: return 0;
    case CaseState::Triage:
    case CaseState::Returned:
    case CaseState::Reopened: return 1;
    case CaseState::InReview:
    case CaseState::Recapture: return 2;
    case CaseState::Concluded1: return 3;
    case CaseState::InVerification:
    case CaseState::Disagreement:
    case CaseState::Panel: return 4;
    case CaseState::IdentityResolved: return 5;
    case CaseState::DispositionProposed:
    case CaseState::Rejected: return 6;
    case CaseState::PendingApproval:
    case CaseState::Approved: return 7;
    case CaseState::Executed: return 8;
    case CaseState::Closed:
    case CaseState::Cancelled: return 9;
    }
    return 0;
}

}  // namespace

CasePage::CasePage(bridge::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_load(new bridge::Request(session.worker(), this)),
      m_lookup(new bridge::Request(session.worker(), this)) {
    setObjectName(QStringLiteral("casePage"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    m_busy = new BusyBar(this);
    m_states = new QStackedWidget(this);
    m_status = new StatusView(m_states);
    auto* whole = new QWidget(m_states);
    m_states->addWidget(m_status);
    m_states->addWidget(whole);
    outer->addWidget(m_busy);
    outer->addWidget(m_states, 1);

    auto* layout = new QVBoxLayout(whole);
    layout->setSpacing(0);
    m_strip = new CaseStrip(whole);
    layout->addWidget(m_strip);
    m_head = new Strip(Strip::Ground::Base, {}, whole);
    auto* head = new QVBoxLayout(m_head);
    head->setContentsMargins(16, 9, 16, 8);
    head->setSpacing(4);
    m_stepper = new Stepper(m_head);
    m_stepper->setObjectName(QStringLiteral("caseStepper"));
    head->addWidget(m_stepper);
    m_holds = new QWidget(m_head);
    m_holdsLayout = new FlowLayout(m_holds, 8);
    head->addWidget(m_holds);
    layout->addWidget(m_head);
    auto* tabBar = new Strip(Strip::Ground::Base, Qt::TopEdge | Qt::BottomEdge, whole);
    auto* tabLayout = new QHBoxLayout(tabBar);
    tabLayout->setContentsMargins(8, 1, 8, 0);
    m_tabs = new TabStrip(tabBar);
    m_tabs->setObjectName(QStringLiteral("caseTabs"));
    m_tabs->setAccessibleName(tr("Parts of the case"));
    tabLayout->addWidget(m_tabs);
    tabLayout->addStretch(1);
    layout->addWidget(tabBar);
    m_pages = new QStackedWidget(whole);
    layout->addWidget(m_pages, 1);

    m_overview = new OverviewTab(m_pages);
    m_documents = new DocumentsTab(m_session, m_pages);
    m_encounters = new EncountersTab(m_pages);
    m_decision = new DecisionTab(m_pages);
    m_guard = new GuardTab(m_pages);
    m_disposition = new DispositionTab(m_pages);
    m_history = new HistoryTab(m_pages);
    addPart(QStringLiteral("overview"), tr("Overview"), m_overview);
    addPart(QStringLiteral("documents"), tr("Documents"), m_documents);
    addPart(QStringLiteral("encounters"), tr("Encounters"), m_encounters);
    m_face = new compare::FaceTab(m_session, m_pages);
    m_fingers = new compare::FingerTab(m_session, m_pages);
    addPart(QStringLiteral("face"), tr("Face"), m_face);
    addPart(QStringLiteral("fingers"), tr("Fingerprints"), m_fingers);
    addPart(QStringLiteral("decision"), tr("Decision"), m_decision);
    addPart(QStringLiteral("guard"), tr("Release guard"), m_guard);
    addPart(QStringLiteral("disposition"), tr("Disposition"), m_disposition);
    addPart(QStringLiteral("history"), tr("History"), m_history);
    m_caseTabs = {m_overview, m_documents, m_encounters, m_decision, m_guard, m_disposition, m_history};
    for (CaseTab* tab : m_caseTabs) {
        connect(tab, &CaseTab::actRequested, this, [this, tab](const record::Act& act) { perform(tab, act); });
        connect(tab, &CaseTab::tabRequested, this, &CasePage::showTab);
        connect(tab, &CaseTab::askRequested, this, &CasePage::ask);
        connect(tab, &CaseTab::workRequested, this, [this, tab](const QString& what) { work(tab, what); });
    }
    connect(m_documents, &DocumentsTab::paperRequested, this, &CasePage::readPaper);
    connect(m_guard, &GuardTab::paperRequested, this, &CasePage::readPaper);
    m_tabs->setTabVisible(int(m_names.indexOf(QStringLiteral("guard"))), false);
    connect(m_documents, &DocumentsTab::addDocumentRequested, this, &CasePage::addDocument);
    connect(m_documents, &DocumentsTab::samplesRequested, this, &CasePage::addSamples);
    connect(m_encounters, &EncountersTab::caseRequested, this, &CasePage::open);
    connect(m_tabs, &QTabBar::currentChanged, this, &CasePage::tabChanged);
    connect(m_strip, &CaseStrip::backRequested, this, &CasePage::backRequested);
    connect(m_strip, &CaseStrip::leaseRequested, this, [this] { work(m_overview, QStringLiteral("take")); });
    connect(&m_session, &bridge::Session::caseChanged, this, [this](const CaseId& id) {
        if (m_id == id) reload();
    });
    for (int i = 0; i < 9; ++i) {
        auto* key = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), this);
        connect(key, &QShortcut::activated, this, [this, i] {
            // As they are counted on the screen: a part that is not there has no number.
            for (int at = 0, seen = 0; at < m_tabs->count(); ++at)
                if (m_tabs->isTabVisible(at) && seen++ == i) return m_tabs->setCurrentIndex(at);
        });
    }
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this), &QShortcut::activated, this,
            [this] { work(m_overview, QStringLiteral("take")); });
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &CasePage::backRequested);
}

void CasePage::addPart(const QString& name, const QString& title, QWidget* page) {
    m_names << name;
    m_pages->addWidget(page);
    m_tabs->addTab(title);
}

void CasePage::open(const CaseId& id) {
    if (m_id != id) {
        m_id = id;
        m_file.reset();
        m_pictured.clear();
        m_strip->setPortrait({});
        m_overview->setPortrait({});
        m_documents->setPortrait({});
        m_documents->tray()->clear();
        closeDialogs();
        m_toNextStep = false;
        m_tabs->setCurrentIndex(0);
        m_status->showLoading(tr("Opening the case…"));
        m_states->setCurrentIndex(0);
    }
    reload();
}

void CasePage::reload() {
    if (!m_id) return;
    m_busy->setBusy(true);
    m_session.ask(*m_load, [id = *m_id](access::Desk& desk, std::stop_token) { return bridge::loadCaseFile(desk, id); },
                  [this](Result<bridge::CaseFile> file) {
                      m_busy->setBusy(false);
                      if (file) {
                          show(std::move(*file));
                          return;
                      }
                      const auto text = bridge::errorText(file.error());
                      m_status->showError(text.title, text.remedy, text.code, tr("Back to the queue"), [this] { emit backRequested(); });
                      m_states->setCurrentIndex(0);
                  });
}

void CasePage::show(bridge::CaseFile file) {
    m_file = std::move(file);
    m_states->setCurrentIndex(1);
    m_strip->showCase(*m_file);
    m_stepper->setSteps({bridge::text(CaseState::Received), bridge::text(CaseState::Triage), bridge::text(CaseState::InReview),
                         bridge::text(CaseState::Concluded1), tr("Blind verification"), bridge::text(CaseState::IdentityResolved),
                         tr("Disposition"), tr("Approval"), bridge::text(CaseState::Executed)},
                        stepOf(m_file->view.state));
    showHolds(*m_file);
    const auto papers = m_file->view.documents.size() + (m_file->identityHidden ? 0 : m_file->view.traveler.documents.size());
    m_tabs->setCount(1, papers > 0 ? bridge::countText(std::int64_t(papers)) : QString());
    const int guard = int(m_names.indexOf(QStringLiteral("guard")));
    const bool guarded = GuardTab::hasContent(*m_file);
    if (!guarded && m_tabs->currentIndex() == guard) m_tabs->setCurrentIndex(0);
    m_tabs->setTabVisible(guard, guarded);
    for (CaseTab* tab : m_caseTabs) tab->showCase(*m_file);
    m_face->showCase(*m_file);
    m_fingers->showCase(*m_file);
    loadPictures();
    if (currentTab() == QLatin1String("encounters")) loadEncounters();
    if (std::exchange(m_toNextStep, false) && currentTab() == QLatin1String("overview")) m_overview->focusNextStep();
    emit loaded();
}

void CasePage::showHolds(const bridge::CaseFile& file) {
    clearLayout(m_holdsLayout);
    std::vector<BadgeLook> looks;
    for (const auto& hold : file.view.holds) looks.push_back(bridge::look(hold.kind, file.readsHolds));
    if (file.onHold) looks.push_back(bridge::neutralHoldLook());
    m_holds->setVisible(!looks.empty());
    if (looks.empty()) return;
    auto* word = new Label(tr("Holds"), TextRole::Secondary, Ink::T3, Weight::Regular, m_holds);
    word->setFixedHeight(metric::kBadge);
    m_holdsLayout->addWidget(word);
    for (const auto& look : looks) m_holdsLayout->addWidget(new Badge(look, m_holds));
}

/// Only once the timeline is looked at: opening a case does not wait for it.
void CasePage::loadEncounters() {
    if (!m_id) return;
    m_busy->setBusy(true);
    m_session.ask(*m_lookup, [id = *m_id](access::Desk& desk, std::stop_token stop) { return decide::CaseDoor(desk).encounters(id, stop); },
                  [this, id = *m_id](Result<review::Encounters> found) {
                      m_busy->setBusy(false);
                      if (m_id != id) return;
                      if (found) m_encounters->showEncounters(std::move(*found));
                      else m_encounters->showRefusal(found.error());
                  });
}

void CasePage::loadPictures() {
    const CaseId id = *m_id;
    // The document's portrait speaks for the traveler; without one the live face does. A blind examiner sees neither here.
    const record::Capture* portrait = nullptr;
    for (const auto& capture : m_file->view.captures) {
        if (capture.modality != record::Modality::Face || capture.missing != record::MissingReason::None) continue;
        if (portrait == nullptr || capture.kind == record::CaptureKind::Document) portrait = &capture;
    }
    const CaptureId portraitId = portrait != nullptr && !m_file->identityHidden ? portrait->id : CaptureId();
    for (const auto& capture : m_file->view.captures) {
        if (capture.missing != record::MissingReason::None || !capture.undecoded.empty()) continue;
        m_session.call(this, [id, capture](access::Desk& desk, std::stop_token) { return bridge::loadThumbnail(desk, id, capture, kThumbnail); },
                       [this, id, captureId = capture.id, portraitId](Result<QImage> image) {
                           if (!image || m_id != id) return;
                           m_overview->setThumbnail(captureId, *image);
                           m_documents->setThumbnail(captureId, *image);
                           if (captureId != portraitId) return;
                           m_strip->setPortrait(*image);
                           m_overview->setPortrait(*image);
                           m_documents->setPortrait(*image);
                       });
    }
}

void CasePage::perform(CaseTab* tab, const record::Act& act) {
    if (!m_id) return;
    m_busy->setBusy(true);
    m_session.perform(this, *m_id, act, [this, tab](const Result<std::string>& done) {
        m_busy->setBusy(false);
        if (!done) tab->showRefusal(done.error());
        else m_toNextStep = true;
    });
}

/// The sheet of an act stays with its case: a refusal stands in it beside what was typed, and another case closes it.
void CasePage::ask(const QString& what) {
    if (!m_file) return;
    closeDialogs();
    if (what == QLatin1String("case.export")) return askExport();
    if (what == QLatin1String("partner.draft")) return emit inquiryRequested(*m_id);
    openActDialog(what, *m_file, this, [this, id = *m_id](widgets::FormDialog* dialog, const record::Act& act) {
        m_busy->setBusy(true);
        m_session.perform(this, id, act, [this, sheet = QPointer(dialog)](const Result<std::string>& result) {
            m_busy->setBusy(false);
            if (sheet == nullptr) return;
            if (!result) return sheet->showRefusal(bridge::noticeText(result.error()));
            m_toNextStep = true;
            sheet->close();
        });
    });
}

void CasePage::closeDialogs() {
    for (auto* dialog : findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly))
        if (qobject_cast<QFileDialog*>(dialog) == nullptr) dialog->close();
}

void CasePage::work(CaseTab* tab, const QString& what) {
    if (!m_id) return;
    if (what == QLatin1String("narrowSearch")) return askNarrowSearch();
    const auto refused = [this, tab](const Result<std::string>& done) {
        m_busy->setBusy(false);
        m_decision->setBusy(false);
        if (!done) tab->showRefusal(done.error());
        else m_toNextStep = true;
    };
    m_busy->setBusy(true);
    if (what == QLatin1String("take")) {
        m_session.take(this, *m_id, refused);
    } else if (what == QLatin1String("search")) {
        m_decision->setBusy(true);
        m_session.search(this, *m_id, refused);
    } else if (what == QLatin1String("noSearch")) {
        m_decision->setBusy(true);
        m_session.recordImpossibleSearch(this, *m_id, refused);
    }
}

void CasePage::readPaper(const Hash& blob) {
    if (!m_file) return;
    const auto& papers = m_file->view.documents;
    const auto paper = std::ranges::find(papers, blob, &record::DossierDocument::blob);
    if (paper == papers.end()) return;
    closeDialogs();
    new PaperDialog(m_session, *m_id, *paper, this);  // deletes itself when it is closed
}

void CasePage::addDocument(const QString& kind) {
    if (!m_id) return;
    closeDialogs();
    auto* dialog = new QFileDialog(this, tr("Add a paper to the dossier"), QString(), tr("Papers (*.pdf *.txt *.png *.jpg *.jpeg *.tif *.tiff *.jp2 *.bmp)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString& path) { describePaper(path, kind); });
    dialog->open();
}

/// The pages are counted, and what cannot be drawn is refused, before anything is stored.
void CasePage::describePaper(const QString& path, const QString& kind) {
    struct Chosen {
        Bytes bytes;
        bridge::PaperFacts facts;
    };
    m_busy->setBusy(true);
    m_session.call(this,
                   [path](access::Desk&, std::stop_token) -> Result<Chosen> {
                       COTEJO_TRY_ASSIGN(auto bytes, readFile(path.toStdString(), bridge::kPaperMostBytes));
                       COTEJO_TRY_ASSIGN(auto facts, bridge::paperFacts(bytes));
                       return Chosen{std::move(bytes), std::move(facts)};
                   },
                   [this, id = *m_id, path, kind](Result<Chosen> chosen) {
                       m_busy->setBusy(false);
                       if (m_id != id || !m_file) return;
                       if (!chosen) return m_documents->showRefusal(chosen.error());
                       auto bytes = std::make_shared<Bytes>(std::move(chosen->bytes));
                       openPaperForm(*m_file, QFileInfo(path).completeBaseName(), chosen->facts, kind, this,
                                     [this, id, bytes](widgets::FormDialog* dialog, record::DossierDocument document) {
                                         m_session.call(this,
                                                        [id, bytes, document](access::Desk& desk, std::stop_token) {
                                                            return decide::CaseService(desk).addDocument(id, document, *bytes);
                                                        },
                                                        [this, id, sheet = QPointer(dialog)](const Result<record::CaseView>& added) {
                                                            if (added) m_session.announce(id);
                                                            if (sheet == nullptr) return;
                                                            if (!added) return sheet->showRefusal(bridge::noticeText(added.error()));
                                                            sheet->close();
                                                        });
                                     });
                   });
}

void CasePage::addSamples() {
    auto samples = m_documents->tray()->samples(m_session.now());
    if (!samples) return m_documents->showRefusal(samples.error());
    if (!m_id || samples->empty()) return;
    // One act each: what was attached before one is refused stays attached and leaves the tray.
    struct Attached {
        int count = 0;
        std::optional<Error> refusal;
    };
    m_session.call(this,
                   [id = *m_id, samples = std::move(*samples)](access::Desk& desk, std::stop_token stop) mutable {
                       decide::CaseService service(desk);
                       Attached attached;
                       const auto quality = review::SampleQuality::of(desk);
                       if (!quality) attached.refusal = quality.error();
                       for (auto& sample : samples) {
                           if (attached.refusal) break;
                           (*quality)->measure(sample.capture, sample.bytes, stop);
                           const auto done = service.attach(id, std::move(sample));
                           if (!done) {
                               attached.refusal = done.error();
                               break;
                           }
                           ++attached.count;
                       }
                       return attached;
                   },
                   [this, id = *m_id](Attached attached) {
                       m_documents->tray()->drop(attached.count);
                       m_session.announce(id);
                       if (attached.refusal) m_documents->showRefusal(*attached.refusal);
                   });
}

void CasePage::showTab(const QString& name) {
    if (const auto at = m_names.indexOf(name); at >= 0) m_tabs->setCurrentIndex(int(at));
}

bool CasePage::showsTab(const QString& name) const {
    const auto at = m_names.indexOf(name);
    return at >= 0 && m_tabs->isTabVisible(int(at));
}

QString CasePage::currentTab() const { return m_names.value(m_tabs->currentIndex()); }

void CasePage::tabChanged() {
    m_pages->setCurrentIndex(m_tabs->currentIndex());
    const QString name = currentTab();
    if (name == QLatin1String("encounters") && m_file) loadEncounters();
    m_head->setVisible(name != QLatin1String("face") && name != QLatin1String("fingers"));
}

void CasePage::setNow(UtcTime now) {
    m_strip->setNow(now);
    for (CaseTab* tab : m_caseTabs) tab->setNow(now);
}

}  // namespace cotejo::casefile
