#pragma once

#include <QWidget>

#include "ui/bridge/case_file.h"
#include "ui/bridge/session.h"

class QStackedWidget;

namespace cotejo::widgets {
class BusyBar;
class Label;
class RowsModel;
class StatusView;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::approvals {

class DossierView;

/// A supervisor's list of dispositions that wait for a decision, and the dossier of the one that is open. One case at a time.
class ApprovalsPage final : public QWidget {
    Q_OBJECT
  public:
    explicit ApprovalsPage(bridge::Session& session, QWidget* parent = nullptr);
    /// The case whose dossier is open.
    std::optional<CaseId> current() const;
    void openRow(int row);
    int rows() const;

  signals:
    void pendingCountChanged(int count);
    void caseRequested(const cotejo::CaseId& id);

  private:
    void reload();
    void open(const CaseId& id);
    void loadDossier();

    bridge::Session& m_session;
    bridge::Request* m_listRequest;
    bridge::Request* m_caseRequest;
    QStackedWidget* m_stack;
    widgets::StatusView* m_status;
    widgets::RowsModel* m_model;
    widgets::TableView* m_table;
    widgets::Label* m_subtitle;
    DossierView* m_dossier;
    std::optional<CaseId> m_current;
};

}  // namespace cotejo::approvals
