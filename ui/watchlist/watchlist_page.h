#pragma once

#include <QWidget>
#include <vector>

#include "core/review/watchlist_view.h"
#include "ui/bridge/session.h"

class QLineEdit;
class QStackedWidget;

namespace cotejo::widgets {
class BusyBar;
class Chip;
class Label;
class Notice;
class RowsModel;
class StatusView;
class TableView;
struct NoticeText;
}  // namespace cotejo::widgets

namespace cotejo::watchlist {

class EntryPanel;

/// The lists at this post, read-only: how old they are and what that allows, the entries, the selected one. It reads when it is shown
/// and when the store changed. Main thread.
class WatchlistPage final : public QWidget {
    Q_OBJECT
  public:
    explicit WatchlistPage(bridge::Session& session, QWidget* parent = nullptr);

    void setNow(UtcTime now);
    void focusFilter();
    void focusTable();
    void setFilter(const QString& gallery, std::optional<record::EntryStatus> status);
    int shownRows() const;
    void selectRow(int row);

  signals:
    void syncRequested();
    void caseRequested(const cotejo::CaseId& id);

  protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    QWidget* buildHead();
    QWidget* buildChips();
    void reload();
    void loadMore();
    void showState();
    void showAge();
    void showHead();
    void selectionChanged();
    void pickGallery();
    void pickStatus();
    void refreshChips();
    void clearFilters();
    bool isFiltered() const;

    bridge::Session& m_session;
    bridge::Request* m_request;
    bridge::Request* m_more;
    bridge::Request* m_past;
    review::EntryFilter m_filter;
    std::optional<review::ListState> m_lists;
    std::vector<review::VisibleEntry> m_entries;
    std::optional<std::int64_t> m_next;
    std::optional<Error> m_error;
    bool m_isStale = true;  ///< to be read when it is shown next
    QString m_ageShown;
    widgets::RowsModel* m_model;
    widgets::Label* m_subtitle;
    QLineEdit* m_search;
    QWidget* m_ageFrame;
    widgets::Notice* m_age;
    widgets::Chip *m_galleryChip, *m_statusChip;
    widgets::Label* m_found;
    widgets::BusyBar* m_busy;
    QStackedWidget* m_stack;
    widgets::StatusView* m_status;
    widgets::TableView* m_table;
    EntryPanel* m_panel;
};

}  // namespace cotejo::watchlist
