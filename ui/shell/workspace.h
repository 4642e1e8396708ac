#pragma once

#include <QMap>
#include <QWidget>
#include <optional>

#include "ui/bridge/session.h"
#include "ui/settings/preferences.h"

class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace cotejo::activity {
class ActivityPage;
}
namespace cotejo::approvals {
class ApprovalsPage;
}
namespace cotejo::casefile {
class CasePage;
}
namespace cotejo::help {
class HelpPage;
}
namespace cotejo::intake_ui {
class ImportPage;
class NewCasePage;
}
namespace cotejo::partner_ui {
class InquiryPage;
class PartnersPage;
}  // namespace cotejo::partner_ui
namespace cotejo::queue {
class QueuePage;
}
namespace cotejo::search {
class SearchPage;
}
namespace cotejo::watchlist {
class WatchlistPage;
}
namespace cotejo::statistics {
class StatisticsPage;
}
namespace cotejo::widgets {
class Notice;
}

namespace cotejo::shell {

/// Where somebody was. Kept in memory only: it may name a case.
struct Place {
    QString page;
    std::optional<CaseId> caseId;
    QString tab;  ///< of the case file; of an inquiry: the request
};

class Rail;
class StatusStrip;
class TopBar;

/// What a signed-in officer works in: rail, top bar, the page that is open, status bar, and the banner that stays until put away.
/// Main thread.
class Workspace final : public QWidget {
    Q_OBJECT
  public:
    Workspace(bridge::Session& session, settings::Preferences& preferences, QWidget* parent = nullptr);

    void showPage(const QString& id);
    QString currentPage() const { return m_page; }
    QStringList pageIds() const;
    void openCase(const CaseId& id);
    /// What the case asks a partner. Without a request: the one that is under way, or a new one.
    void openInquiry(const CaseId& id, const std::optional<record::RequestId>& request = {});
    Place place() const;
    /// Goes back there; a page that this officer does not have leaves the queue open.
    void restore(const Place& place);
    /// One press: a PROTECTION hold on the case that is open or selected. No question, no reason.
    void expressProtection();
    /// The handbook, at the section of what is open.
    void showHelp();

    queue::QueuePage* queuePage() const { return m_queue; }
    casefile::CasePage* casePage() const { return m_case; }
    approvals::ApprovalsPage* approvalsPage() const { return m_approvals; }
    activity::ActivityPage* activityPage() const { return m_activity; }
    help::HelpPage* helpPage() const { return m_help; }
    intake_ui::NewCasePage* newCasePage() const { return m_newCase; }
    intake_ui::ImportPage* importPage() const { return m_import; }
    search::SearchPage* searchPage() const { return m_search; }
    watchlist::WatchlistPage* watchlistPage() const { return m_watchlist; }
    statistics::StatisticsPage* statisticsPage() const { return m_statistics; }
    partner_ui::PartnersPage* partnersPage() const { return m_partners; }
    partner_ui::InquiryPage* inquiryPage() const { return m_inquiry; }

  signals:
    void languageChosen(const QString& language);
    void themeChosen(cotejo::widgets::ThemeKind theme);
    void lockRequested();
    void signOutRequested();
    void titleChanged(const QString& title);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void addPage(const QString& id, QWidget* page);
    void wire();
    void tick();
    void showHints();
    void banner(widgets::Tone tone, const QString& icon, const QString& title, const QString& body);

    bridge::Session& m_session;
    TopBar* m_top;
    Rail* m_rail;
    StatusStrip* m_statusStrip;
    QWidget* m_bannerFrame;
    widgets::Notice* m_banner;
    QStackedWidget* m_stack;
    QMap<QString, QWidget*> m_pages;
    QString m_page;
    QString m_before, m_beforeInquiry;
    QTimer* m_clock;
    bool m_toldOfFunctions = false;
    queue::QueuePage* m_queue;
    casefile::CasePage* m_case;
    approvals::ApprovalsPage* m_approvals = nullptr;
    activity::ActivityPage* m_activity;
    intake_ui::ImportPage* m_import;
    statistics::StatisticsPage* m_statistics = nullptr;
    intake_ui::NewCasePage* m_newCase;
    help::HelpPage* m_help = nullptr;
    Place m_beforeHelp;
    search::SearchPage* m_search;
    watchlist::WatchlistPage* m_watchlist;
    partner_ui::PartnersPage* m_partners;
    partner_ui::InquiryPage* m_inquiry;
};

}  // namespace cotejo::shell
