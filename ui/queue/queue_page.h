#pragma once

#include <QWidget>
#include <vector>

#include "core/store/case_table.h"
#include "ui/bridge/session.h"
#include "ui/queue/queue_row.h"

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace cotejo::widgets {
class BusyBar;
class Chip;
class Label;
class Notice;
class StatusView;
class TabStrip;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::queue {

class PreviewPanel;
class QueueModel;
struct Preview;

/// The work queue: saved searches as tabs, filters as chips, search as one types, one table, a preview. Main thread.
class QueuePage final : public QWidget {
    Q_OBJECT
  public:
    explicit QueuePage(bridge::Session& session, QWidget* parent = nullptr);

    void setNow(UtcTime now);
    void focusSearch();
    void focusTable();
    std::optional<CaseId> selected() const;
    void selectRow(int row);
    /// The first loaded row whose person begins so.
    std::optional<CaseId> rowWith(const QString& person) const;
    int shownRows() const;
    QString placeText() const;

  signals:
    void openRequested(const cotejo::CaseId& id);
    void newCaseRequested();
    void importRequested();
    /// For the rail: cases that are open at this post.
    void openCountChanged(int count);
    void placeChanged();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Search {
        QString title;
        store::QueueFilter filter;
        std::optional<std::chrono::minutes> dueWithin;
    };
    void buildSearches();
    QWidget* buildHead();
    QWidget* buildChips();
    store::QueueFilter filter() const;
    void restart();
    void loadPage(quint64 generation, const std::optional<store::QueueCursor>& after);
    void loadCounts();
    void showState();
    void selectionChanged();
    void loadPreview(const CaseId& id);
    void refreshRows();
    void pickHold();
    void pickReason();
    void pickPriority();
    void refreshChips();
    void take();
    void giveBack();

    bridge::Session& m_session;
    bridge::Request* m_pageRequest;
    bridge::Request* m_countRequest;
    bridge::Request* m_previewRequest;
    bridge::Request* m_refreshRequest;
    std::vector<Search> m_searches;
    std::optional<record::HoldKind> m_hold;
    std::optional<record::ReferralReason> m_reason;
    std::optional<record::Priority> m_priority;
    std::optional<Error> m_error;
    QueueModel* m_model;
    widgets::TabStrip* m_tabs;
    widgets::Label* m_subtitle;
    QLineEdit* m_search;
    widgets::Chip *m_holdChip, *m_reasonChip, *m_priorityChip;
    widgets::Label* m_found;
    widgets::BusyBar* m_busy;
    widgets::Notice* m_refusal;
    QStackedWidget* m_stack;
    widgets::StatusView* m_status;
    widgets::TableView* m_table;
    PreviewPanel* m_preview;
    std::optional<CaseId> m_previewed;
    UtcTime m_now{};
};

/// Preview of a case, from what the officer may see. A job.
Result<Preview> loadPreview(access::Desk& desk, const CaseId& id);

}  // namespace cotejo::queue
