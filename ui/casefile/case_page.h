#pragma once

#include <QMap>
#include <QPointer>
#include <QWidget>
#include <set>

#include "ui/bridge/case_file.h"
#include "ui/bridge/session.h"

class QStackedWidget;

namespace cotejo::widgets {
class BusyBar;
class FormDialog;
class Label;
class Notice;
class StatusView;
class Stepper;
class Strip;
class TabStrip;
}  // namespace cotejo::widgets

namespace cotejo::decide {
struct Departure;
}

namespace cotejo::compare {
class FaceTab;
class FingerTab;
}  // namespace cotejo::compare

namespace cotejo::casefile {

class CaseStrip;
class CaseTab;
class DecisionTab;
class DispositionTab;
class DocumentsTab;
class EncountersTab;
class GuardTab;
class HistoryTab;
class OverviewTab;

/// One case. Loads it, shows it in its tabs, does what they ask for, and reads it again when it changed. Main thread.
class CasePage final : public QWidget {
    Q_OBJECT
  public:
    CasePage(bridge::Session& session, QWidget* parent = nullptr);

    void open(const CaseId& id);
    std::optional<CaseId> current() const { return m_id; }
    const std::optional<bridge::CaseFile>& file() const { return m_file; }
    void showTab(const QString& name);
    QString currentTab() const;
    QStringList tabNames() const { return m_names; }
    /// Whether this officer finds this part on the screen now: the release guard is there only where there is one to be seen.
    bool showsTab(const QString& name) const;
    void setNow(UtcTime now);

  signals:
    void backRequested();
    void loaded();
    /// What the case asks of a partner.
    void inquiryRequested(const cotejo::CaseId& id);

  private:
    void addPart(const QString& name, const QString& title, QWidget* page);
    void reload();
    void show(bridge::CaseFile file);
    void showHolds(const bridge::CaseFile& file);
    void loadPictures();
    void loadEncounters();
    void perform(CaseTab* tab, const record::Act& act);
    void work(CaseTab* tab, const QString& what);
    void ask(const QString& what);
    void askExport();
    void writeExport(const CaseId& id, const decide::Departure& departure, const QString& folder, QPointer<widgets::FormDialog> sheet);
    void askNarrowSearch();
    void readPaper(const Hash& blob);
    void addDocument(const QString& kind);
    void describePaper(const QString& path, const QString& kind);
    void closeDialogs();
    void addSamples();
    void tabChanged();

    bridge::Session& m_session;
    bridge::Request* m_load;
    bridge::Request* m_lookup;
    std::optional<CaseId> m_id;
    std::optional<bridge::CaseFile> m_file;
    std::set<CaptureId> m_pictured;
    widgets::BusyBar* m_busy;
    QStackedWidget* m_states;
    widgets::StatusView* m_status;
    CaseStrip* m_strip;
    widgets::Strip* m_head;
    widgets::Stepper* m_stepper;
    QWidget* m_holds;
    QLayout* m_holdsLayout;
    widgets::TabStrip* m_tabs;
    QStackedWidget* m_pages;
    QStringList m_names;
    OverviewTab* m_overview;
    DocumentsTab* m_documents;
    EncountersTab* m_encounters;
    DecisionTab* m_decision;
    GuardTab* m_guard;
    DispositionTab* m_disposition;
    HistoryTab* m_history;
    compare::FaceTab* m_face;
    compare::FingerTab* m_fingers;
    QList<CaseTab*> m_caseTabs;
    bool m_toNextStep = false;  ///< an act was done: once it is shown the focus goes to the next step
};

}  // namespace cotejo::casefile
