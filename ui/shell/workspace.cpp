#include "ui/shell/workspace.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <utility>

#include "ui/activity/activity_page.h"
#include "ui/approvals/approvals_page.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/casefile/case_page.h"
#include "ui/help/help_page.h"
#include "ui/intake/import_page.h"
#include "ui/intake/new_case_page.h"
#include "ui/partner/inquiry_page.h"
#include "ui/partner/partners_page.h"
#include "ui/queue/queue_page.h"
#include "ui/roster/roster_page.h"
#include "ui/search/search_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/rail.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/top_bar.h"
#include "ui/statistics/statistics_page.h"
#include "ui/watchlist/watchlist_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::shell {

using namespace widgets;

namespace {
const QString kQueue = QStringLiteral("queue"), kCase = QStringLiteral("case"), kNewCase = QStringLiteral("newCase"), kImport = QStringLiteral("import"),
              kApprovals = QStringLiteral("approvals"), kSearch = QStringLiteral("search"), kWatchlist = QStringLiteral("watchlist"),
              kActivity = QStringLiteral("activity"), kSettings = QStringLiteral("settings"),
              kStatistics = QStringLiteral("statistics"), kRoster = QStringLiteral("roster"), kHelp = QStringLiteral("help"),
              kPartners = QStringLiteral("partners"), kInquiry = QStringLiteral("inquiry");

/// Whose place of the rail a page has that has none of its own.
QString railPage(const QString& page) { return page == kCase || page == kNewCase ? kQueue : page == kInquiry ? kPartners : page; }
}  // namespace

Workspace::Workspace(bridge::Session& session, settings::Preferences& preferences, QWidget* parent) : QWidget(parent), m_session(session) {
    setObjectName(QStringLiteral("workspace"));
    auto* outer = new QVBoxLayout(this);
    outer->setSpacing(0);
    m_top = new TopBar(this);
    outer->addWidget(m_top);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_rail = new Rail(this);
    middle->addWidget(m_rail);
    auto* content = new QVBoxLayout;
    content->setSpacing(0);
    m_bannerFrame = new QWidget(this);
    auto* bannerLayout = new QHBoxLayout(m_bannerFrame);
    bannerLayout->setContentsMargins(16, 10, 16, 10);
    bannerLayout->setSpacing(8);
    m_banner = new Notice(m_bannerFrame);
    m_banner->setObjectName(QStringLiteral("banner"));
    bannerLayout->addWidget(m_banner, 1);
    auto* dismiss = new QToolButton(m_bannerFrame);
    dismiss->setObjectName(QStringLiteral("bannerDismiss"));
    dismiss->setIcon(icon(QStringLiteral("close")));
    dismiss->setToolTip(tr("Put this away"));
    dismiss->setAccessibleName(tr("Put this away"));
    setLook(dismiss, ButtonKind::Quiet);
    bannerLayout->addWidget(dismiss, 0, Qt::AlignTop);
    connect(dismiss, &QToolButton::clicked, m_bannerFrame, &QWidget::hide);
    m_bannerFrame->hide();
    content->addWidget(m_bannerFrame);
    m_stack = new QStackedWidget(this);
    content->addWidget(m_stack, 1);
    middle->addLayout(content, 1);
    outer->addLayout(middle, 1);
    m_statusStrip = new StatusStrip(this);
    outer->addWidget(m_statusStrip);

    m_queue = new queue::QueuePage(m_session, m_stack);
    m_case = new casefile::CasePage(m_session, m_stack);
    m_import = new intake_ui::ImportPage(m_session, m_stack);
    m_newCase = new intake_ui::NewCasePage(m_session, m_stack);
    m_search = new search::SearchPage(m_session, m_stack);
    m_watchlist = new watchlist::WatchlistPage(m_session, m_stack);
    m_activity = new activity::ActivityPage(m_session, m_stack);
    m_partners = new partner_ui::PartnersPage(m_session, m_stack);
    m_inquiry = new partner_ui::InquiryPage(m_session, m_stack);
    auto* settingsPage = new settings::SettingsPage(m_session, preferences, m_stack);
    addPage(kQueue, m_queue);
    addPage(kCase, m_case);
    addPage(kImport, m_import);
    addPage(kNewCase, m_newCase);
    addPage(kSearch, m_search);
    addPage(kWatchlist, m_watchlist);
    addPage(kActivity, m_activity);
    addPage(kPartners, m_partners);
    addPage(kInquiry, m_inquiry);
    addPage(kSettings, settingsPage);
    m_rail->addPage(kQueue, QStringLiteral("queue"), tr("Queue"));
    m_rail->addPage(kImport, QStringLiteral("import"), tr("Import"));
    if (m_session.holds(record::Role::Supervisor)) {
        m_approvals = new approvals::ApprovalsPage(m_session, m_stack);
        addPage(kApprovals, m_approvals);
        m_rail->addPage(kApprovals, QStringLiteral("approvals"), tr("Approvals"));
    }
    m_rail->addPage(kSearch, QStringLiteral("search"), tr("Search"));
    m_rail->addPage(kWatchlist, QStringLiteral("flag"), tr("Watchlist"));
    m_rail->addPage(kActivity, QStringLiteral("activity"), tr("Activity"));
    m_rail->addPage(kPartners, QStringLiteral("partner"), tr("Partners"));
    if (review::readsStatistics(m_session.officer(), m_session.now())) {
        m_statistics = new statistics::StatisticsPage(m_session, m_stack);
        addPage(kStatistics, m_statistics);
        m_rail->addPage(kStatistics, QStringLiteral("statistics"), tr("Statistics"));
    }
    if (m_session.holds(record::Role::Admin)) {
        auto* page = new roster_ui::RosterPage(m_session, m_stack);
        addPage(kRoster, page);
        m_rail->addPage(kRoster, QStringLiteral("key"), tr("Roster"));
        connect(page, &roster_ui::RosterPage::waitingChanged, this, [this](int count) { m_rail->setCount(kRoster, count); });
    }
    m_rail->addFootPage(kSettings, QStringLiteral("settings"), tr("Settings"));
    connect(settingsPage, &settings::SettingsPage::languageChosen, this, &Workspace::languageChosen);
    connect(settingsPage, &settings::SettingsPage::themeChosen, this, &Workspace::themeChosen);
    connect(settingsPage, &settings::SettingsPage::signOutRequested, this, &Workspace::signOutRequested);
    wire();
    m_clock = new QTimer(this);
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, &Workspace::tick);
    m_clock->start();
    tick();
    showPage(kQueue);
}

void Workspace::addPage(const QString& id, QWidget* page) {
    m_pages.insert(id, page);
    m_stack->addWidget(page);
    page->setFocusPolicy(Qt::ClickFocus);
}

void Workspace::wire() {
    connect(m_rail, &Rail::chosen, this, &Workspace::showPage);
    connect(m_top, &TopBar::protectionExpressed, this, &Workspace::expressProtection);
    connect(m_top, &TopBar::settingsRequested, this, [this] { showPage(kSettings); });
    connect(m_top, &TopBar::lockRequested, this, &Workspace::lockRequested);
    connect(m_top, &TopBar::signOutRequested, this, &Workspace::signOutRequested);
    connect(m_top, &TopBar::helpRequested, this, &Workspace::showHelp);
    connect(m_queue, &queue::QueuePage::openRequested, this, &Workspace::openCase);
    connect(m_queue, &queue::QueuePage::newCaseRequested, this, [this] { showPage(kNewCase); });
    connect(m_queue, &queue::QueuePage::importRequested, this, [this] { showPage(kImport); });
    connect(m_newCase, &intake_ui::NewCasePage::opened, this, &Workspace::openCase);
    connect(m_newCase, &intake_ui::NewCasePage::cancelled, this, [this] { showPage(kQueue); });
    connect(m_queue, &queue::QueuePage::openCountChanged, this, [this](int count) { m_rail->setCount(kQueue, count); });
    connect(m_queue, &queue::QueuePage::placeChanged, this, [this] {
        if (m_page == kQueue) m_statusStrip->setPlace(m_queue->placeText());
    });
    connect(m_case, &casefile::CasePage::backRequested, this, [this] {
        showPage(m_before.isEmpty() ? kQueue : m_before);
        if (m_page == kSearch) m_search->focusTable();
    });
    connect(m_case, &casefile::CasePage::loaded, this, [this] {
        if (m_page == kCase && m_case->file()) emit titleChanged(bridge::fromText(m_case->file()->view.number));
    });
    connect(m_case, &casefile::CasePage::inquiryRequested, this, [this](const CaseId& id) { openInquiry(id); });
    connect(m_partners, &partner_ui::PartnersPage::requestOpened, this, &Workspace::openInquiry);
    connect(m_partners, &partner_ui::PartnersPage::waitingChanged, this, [this](int count) { m_rail->setCount(kPartners, count); });
    connect(m_inquiry, &partner_ui::InquiryPage::backRequested, this, [this] {
        // The case it was opened from is still there.
        showPage(m_beforeInquiry.isEmpty() ? kPartners : m_beforeInquiry);
    });
    connect(m_inquiry, &partner_ui::InquiryPage::caseRequested, this, [this](const CaseId& id, const QString& tab) {
        openCase(id);
        m_case->showTab(tab);
    });
    connect(m_import, &intake_ui::ImportPage::caseRequested, this, &Workspace::openCase);
    connect(m_search, &search::SearchPage::openRequested, this, &Workspace::openCase);
    connect(m_watchlist, &watchlist::WatchlistPage::caseRequested, this, &Workspace::openCase);
    connect(m_watchlist, &watchlist::WatchlistPage::syncRequested, this, [this] {
        showPage(kActivity);
        m_activity->syncNow();
    });
    connect(m_activity, &activity::ActivityPage::caseRequested, this, &Workspace::openCase);
    connect(m_activity, &activity::ActivityPage::attentionChanged, this, [this](int count) { m_rail->setCount(kActivity, count); });
    connect(m_activity, &activity::ActivityPage::journalVerified, m_statusStrip, &StatusStrip::setJournal);
    if (m_approvals != nullptr) {
        connect(m_approvals, &approvals::ApprovalsPage::pendingCountChanged, this, [this](int count) { m_rail->setCount(kApprovals, count); });
        connect(m_approvals, &approvals::ApprovalsPage::caseRequested, this, &Workspace::openCase);
    }
    connect(&m_session, &bridge::Session::statusChanged, this, [this] {
        if (m_session.status().suspended) emit signOutRequested();
        if (m_session.status().functionsChanged && !std::exchange(m_toldOfFunctions, true))
            banner(Tone::Warn, QStringLiteral("key"), tr("Your functions changed"), tr("An administrator changed them in the roster. They count from your next sign-in; what you do in one that ended has no effect."));
        m_top->setStatus(m_session.status(), m_session.now());
        m_activity->setNow(m_session.now());
    });
    const auto shortcut = [this](const QKeySequence& keys, auto run) { connect(new QShortcut(keys, this), &QShortcut::activated, this, run); };
    // Also over the sheet of an act or a paper that is being read.
    auto* protection = new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_P, this);
    protection->setContext(Qt::ApplicationShortcut);
    connect(protection, &QShortcut::activated, this, [this] { expressProtection(); });
    shortcut(QKeySequence::Find, [this] {
        if (m_page == kQueue) m_queue->focusSearch();
        else if (m_page == kWatchlist) m_watchlist->focusFilter();
        else if (m_page == kPartners) m_partners->view()->focusFilter();
        else showPage(kSearch);
    });
    shortcut(QKeySequence::New, [this] { showPage(kNewCase); });
    shortcut(Qt::Key_F1, [this] { showHelp(); });
    shortcut(Qt::Key_F5, [this] { m_activity->syncNow(); });
    const auto step = [this](int by) {
        const QStringList ids = pageIds();
        const auto at = std::max<qsizetype>(0, ids.indexOf(railPage(m_page)));
        showPage(ids[(at + by + ids.size()) % ids.size()]);
    };
    shortcut(Qt::CTRL | Qt::Key_PageDown, [step] { step(1); });
    shortcut(Qt::CTRL | Qt::Key_PageUp, [step] { step(-1); });
}

QStringList Workspace::pageIds() const { return m_rail->ids(); }

void Workspace::showPage(const QString& id) {
    auto* page = m_pages.value(id);
    if (page == nullptr) return;
    if (id == kCase && m_page != kCase && m_page != kHelp && m_page != kInquiry) m_before = m_page;
    if (id == kInquiry && (m_page == kCase || m_page == kPartners)) m_beforeInquiry = m_page;
    m_page = id;
    m_stack->setCurrentWidget(page);
    // The focus goes into the page: a key pressed at once must never land on what acts.
    if (id == kQueue) m_queue->focusTable();
    else if (id == kNewCase) m_newCase->begin();
    else if (id == kSearch) m_search->focusField();
    else if (id == kWatchlist) m_watchlist->focusTable();
    else if (id == kPartners) m_partners->view()->focusContent();
    else page->setFocus();
    m_rail->setCurrent(railPage(id));
    m_statusStrip->setPlace(id == kQueue ? m_queue->placeText() : QString());
    showHints();
    static const QMap<QString, const char*> titles{{kQueue, QT_TR_NOOP("Queue")}, {kImport, QT_TR_NOOP("Import")}, {kApprovals, QT_TR_NOOP("Approvals")},
                                                   {kNewCase, QT_TR_NOOP("New case")}, {kSearch, QT_TR_NOOP("Search")}, {kWatchlist, QT_TR_NOOP("Watchlist")},
                                                   {kActivity, QT_TR_NOOP("Activity")}, {kStatistics, QT_TR_NOOP("Statistics")}, {kRoster, QT_TR_NOOP("Roster")}, {kHelp, QT_TR_NOOP("Handbook")},
                                                   {kPartners, QT_TR_NOOP("Partners")}, {kInquiry, QT_TR_NOOP("Inquiry to a partner")},
                                                   {kSettings, QT_TR_NOOP("Settings")}};
    if (titles.contains(id)) emit titleChanged(tr(titles[id]));
}

void Workspace::openCase(const CaseId& id) {
    m_case->open(id);
    showPage(kCase);
}

void Workspace::openInquiry(const CaseId& id, const std::optional<record::RequestId>& request) {
    m_inquiry->open(id, request);
    showPage(kInquiry);
}

Place Workspace::place() const {
    if (m_page == kHelp) return m_beforeHelp;
    Place place{m_page, {}, {}};
    if (m_page == kCase) {
        place.caseId = m_case->current();
        place.tab = m_case->currentTab();
    } else if (m_page == kInquiry) {
        place.caseId = m_inquiry->current();
        if (const auto shown = m_inquiry->shown()) place.tab = QString::fromStdString(shown->text());
    }
    return place;
}

void Workspace::restore(const Place& place) {
    // Whoever only administers has no queue to begin with.
    const bool queueless = m_pages.contains(kRoster) && !review::readsCases(m_session.officer(), m_session.now());
    if (place.page == kQueue && queueless) return showPage(kRoster);
    if (place.page == kInquiry && place.caseId) return openInquiry(*place.caseId, record::RequestId::fromText(place.tab.toStdString()));
    if (place.page != kCase) return showPage(place.page);
    if (!place.caseId) return;
    openCase(*place.caseId);
    m_case->showTab(place.tab);
}

void Workspace::expressProtection() {
    std::optional<CaseId> id;
    if (m_page == kCase) id = m_case->current();
    else if (m_page == kInquiry) id = m_inquiry->current();
    else if (m_approvals != nullptr && m_page == kApprovals) id = m_approvals->current();
    if (!id && m_page == kQueue) id = m_queue->selected();
    if (!id && m_page == kSearch) id = m_search->selected();
    if (!id) {
        banner(Tone::Warn, QStringLiteral("shield"), tr("Choose the person's case first"),
               tr("Open it, or select its row in the queue or the search, and press %1 again. Anybody may, at any time, offline too.")
                   .arg(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P).toString(QKeySequence::NativeText)));
        return;
    }
    m_session.perform(this, *id, record::PlaceHold{record::HoldKind::Protection}, [this](const Result<std::string>& done) {
        if (done) {
            banner(Tone::Protect, QStringLiteral("shield"), tr("Protection hold placed on case %1").arg(bridge::fromText(*done)),
                   tr("Nothing that leads to a return goes on. Do not ask for reasons: the protection team takes over."));
        } else {
            const auto text = bridge::errorText(done.error());
            banner(Tone::Bad, QStringLiteral("warning"), text.title, QStringLiteral("%1 (%2)").arg(text.remedy, text.code));
        }
    });
}

void Workspace::banner(Tone tone, const QString& iconName, const QString& title, const QString& body) {
    m_banner->setContent(tone, iconName, {title, body, {}, {}, {}, {}});
    m_bannerFrame->show();
}

void Workspace::showHelp() {
    if (m_page == kHelp) return;
    if (m_help == nullptr) {
        // Read when somebody asks for it.
        m_help = new help::HelpPage(QLocale().language() == QLocale::English ? QStringLiteral("en") : QStringLiteral("es"), m_stack);
        addPage(kHelp, m_help);
        connect(m_help, &help::HelpPage::closed, this, [this] { restore(m_beforeHelp); });
    }
    m_beforeHelp = place();
    const QString tab = m_page == kCase ? m_case->currentTab() : QString();
    const bool compares = tab == QLatin1String("face") || tab == QLatin1String("fingers");
    const bool decides = tab == QLatin1String("decision") || tab == QLatin1String("disposition") || tab == QLatin1String("guard");
    m_help->showSection(compares ? QStringLiteral("compare") : decides ? QStringLiteral("decision") : m_page == kInquiry ? kPartners : m_page);
    showPage(kHelp);
}

void Workspace::showHints() {
    QList<Hint> hints;
    if (m_page == kQueue)
        hints = {{QStringLiteral("J K"), tr("move")}, {QStringLiteral("↵"), tr("take")}, {QStringLiteral("R"), tr("give back")}, {QStringLiteral("F1"), tr("help")}};
    else if (m_page == kCase)
        hints = {{QStringLiteral("Ctrl+1…9"), tr("parts")}, {QStringLiteral("Ctrl+L"), tr("renew the time")}, {QStringLiteral("F6"), tr("side panel")}, {QStringLiteral("Esc"), tr("back to the queue")}};
    else if (m_page == kSearch)
        hints = {{QStringLiteral("Ctrl+F"), tr("write")}, {QStringLiteral("J K"), tr("move")}, {QStringLiteral("↵"), tr("open")}, {QStringLiteral("F1"), tr("help")}};
    else if (m_page == kWatchlist)
        hints = {{QStringLiteral("Ctrl+F"), tr("filter")}, {QStringLiteral("J K"), tr("move")}, {QStringLiteral("F1"), tr("help")}};
    else if (m_page == kPartners)
        hints = {{QStringLiteral("Ctrl+F"), tr("filter")}, {QStringLiteral("J K"), tr("move")}, {QStringLiteral("↵"), tr("open")}, {QStringLiteral("F1"), tr("help")}};
    else if (m_page == kInquiry)
        hints = {{QStringLiteral("Esc"), tr("back")}, {QStringLiteral("Ctrl+↵"), tr("next step")}, {QStringLiteral("F1"), tr("help")}};
    else if (m_page == kActivity)
        hints = {{QStringLiteral("F5"), tr("synchronise")}};
    else
        hints = {{QStringLiteral("F1"), tr("help")}};
    m_statusStrip->setHints(hints);
}

void Workspace::tick() {
    const UtcTime now = m_session.now();
    m_top->setStatus(m_session.status(), now);
    m_statusStrip->setNow(now);
    if (m_page == kQueue) m_queue->setNow(now);
    else if (m_page == kCase) m_case->setNow(now);
    else if (m_page == kWatchlist) m_watchlist->setNow(now);
    else if (m_page == kActivity) m_activity->setNow(now);
}

void Workspace::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokensOf(this).win); }

}  // namespace cotejo::shell
