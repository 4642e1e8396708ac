#pragma once

#include <QWidget>
#include <vector>

#include "core/store/case_table.h"
#include "ui/bridge/session.h"

class QLineEdit;
class QStackedWidget;
class QTimer;

namespace cotejo::widgets {
class BusyBar;
class Label;
class RowsModel;
class StatusView;
class TableView;
}  // namespace cotejo::widgets

namespace cotejo::search {

/// Every case that the officer may see, open or closed, by its names or numbers. Main thread.
class SearchPage final : public QWidget {
    Q_OBJECT
  public:
    explicit SearchPage(bridge::Session& session, QWidget* parent = nullptr);

    void focusField();
    void focusTable();
    void search(const QString& text);
    /// The row that the officer chose; nothing is chosen by itself.
    std::optional<CaseId> selected() const;
    int shownRows() const;

  signals:
    void openRequested(const cotejo::CaseId& id);

  protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* buildHead();
    void reload();
    void loadMore();
    void showState();
    void enter();

    bridge::Session& m_session;
    bridge::Request* m_request;
    bridge::Request* m_more;
    QTimer* m_typing;
    std::string m_asked;  ///< the words whose cases are shown
    std::vector<CaseId> m_ids;
    std::optional<store::QueueCursor> m_next;
    std::optional<Error> m_error;
    bool m_capped = false;
    bool m_isStale = false;
    bool m_enterWaits = false;  ///< Return was pressed before the answer came
    widgets::RowsModel* m_model;
    QLineEdit* m_field;
    widgets::Label* m_found;
    widgets::BusyBar* m_busy;
    QStackedWidget* m_stack;
    widgets::StatusView* m_status;
    widgets::TableView* m_table;
};

}  // namespace cotejo::search
