#pragma once

#include <QWidget>
#include <filesystem>
#include <vector>

#include "core/intake/import.h"
#include "ui/bridge/session.h"

class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace cotejo::widgets {
class Badge;
class Card;
class Label;
class Notice;
class RowsModel;
class StatusView;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::intake_ui {

class ContentsCard;

/// Files or a folder become cases: what is recognised and what it holds, progress, stop, and the report of every file. Main thread.
class ImportPage final : public QWidget {
    Q_OBJECT
  public:
    explicit ImportPage(bridge::Session& session, QWidget* parent = nullptr);
    /// Looks at names only and shows the plan; nothing is written until Import is pressed.
    void plan(const std::vector<std::filesystem::path>& paths);
    void start();
    bool isRunning() const { return m_run->isRunning(); }
    int rows() const;

  signals:
    void caseRequested(const cotejo::CaseId& id);

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    QWidget* buildHead();
    QWidget* buildOptions();
    QWidget* buildReport();
    void chooseFiles();
    void chooseFolder();
    void showPlan(Result<intake::ImportPlan> plan);
    void showReport(Result<intake::ImportReport> report);
    void setRunning(bool running);
    void select(int row);
    void showRow(int row);
    void fitFiles();
    void chooseMove();
    void move(std::size_t from, const std::filesystem::path& file, std::size_t to);
    void showFindings(const exchange::ValidationReport& report);
    intake::Declared declared() const;

    bridge::Session& m_session;
    bridge::Request* m_planRequest;
    bridge::Request* m_run;
    bridge::Request* m_look;
    intake::ImportPlan m_plan;
    std::vector<intake::ImportUnit> m_units;  ///< what the rows stand for, before and after the import
    std::vector<intake::UnitReport> m_reports;
    QPushButton *m_files, *m_folder, *m_start, *m_move = nullptr;
    widgets::Card* m_options;
    QComboBox *m_reason, *m_modality, *m_priority;
    QLineEdit *m_basis, *m_ppi;
    widgets::Card* m_progressCard;
    QProgressBar* m_progress;
    widgets::Label* m_progressText;
    widgets::Notice* m_notice;
    QStackedWidget* m_stack;
    widgets::StatusView* m_status;
    widgets::Card* m_reportCard;
    widgets::RowsModel* m_model;
    widgets::TableView* m_table;
    ContentsCard* m_contents;
    widgets::Card* m_findingsCard;
    widgets::RowsModel* m_findings;
    widgets::TableView* m_findingsTable;
};

}  // namespace cotejo::intake_ui
