#pragma once

#include <QWidget>
#include <stop_token>

#include "core/record/case.h"
#include "core/sync/sync_pass.h"
#include "ui/bridge/session.h"
#include "ui/bridge/sync_job.h"

class QBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace cotejo::widgets {
class Badge;
class BusyBar;
class Card;
class Label;
class Notice;
class RowsModel;
class Segmented;
class TableView;
class FittingTable;
}  // namespace cotejo::widgets

namespace cotejo::activity {

/// What waits for the server and what has its receipt, item by item; conflicts; the state of the journal. Main thread.
class ActivityPage final : public QWidget {
    Q_OBJECT
  public:
    explicit ActivityPage(bridge::Session& session, QWidget* parent = nullptr);
    void setNow(UtcTime now);
    void syncNow();
    /// From now on it synchronises by itself too; without a connection it says nothing and tries again.
    void setPace(const bridge::SyncPace& pace);
    void verifyJournal();

  signals:
    void caseRequested(const cotejo::CaseId& id);
    /// For the rail: waiting and withheld acts, conflicts.
    void attentionChanged(int count);
    /// For the status bar.
    void journalVerified(const QString& text, bool intact);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    QBoxLayout* m_columns;
    QWidget* buildHead();
    QWidget* buildOutbox();
    QWidget* buildPass();
    QWidget* buildConflicts();
    void reload();
    void showConflict(const record::CaseView& view, const std::map<OfficerId, QString>& names);
    void resolve();
    void pass(bool asked);
    void passUnasked();

    bridge::Session& m_session;
    bridge::Request* m_request;
    bridge::Request* m_sync;
    QTimer *m_every, *m_soon;
    bridge::Request* m_verify;
    widgets::BusyBar* m_busy;
    widgets::Label* m_subtitle;
    QPushButton *m_syncButton, *m_verifyButton;
    widgets::Notice* m_notice;
    widgets::Card* m_outboxCard;
    widgets::RowsModel* m_outbox;
    widgets::TableView* m_table;
    widgets::Card* m_passCard;
    widgets::RowsModel* m_pass;
    widgets::FittingTable* m_passTable;
    widgets::Label* m_passNote;
    widgets::Badge* m_passBadge;
    widgets::Label* m_journal;
    widgets::Badge* m_journalBadge;
    widgets::Card* m_conflictCard;
    QVBoxLayout* m_conflictBody;
    widgets::Segmented* m_choice = nullptr;
    QPlainTextEdit* m_reason = nullptr;
    std::optional<record::CaseView> m_conflict;
    int m_conflicts = 0;
};

}  // namespace cotejo::activity
