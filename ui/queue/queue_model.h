#pragma once

#include <QAbstractTableModel>
#include <deque>

#include "ui/queue/queue_row.h"

namespace cotejo::queue {

/// The queue as a table, loaded page by page by key as it is scrolled to; never counted, never skipped into. Main thread.
class QueueModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { Priority, Deadline, Person, Reason, State, Holds, Holder, ColumnCount };
    enum Role { CaseRole = Qt::UserRole + 1, UrgencyRole, PriorityRole, ClockKindRole, MineRole };

    explicit QueueModel(QObject* parent = nullptr);

    /// Forgets all rows; the first page is asked for at once. `generation` marks which answers still count.
    void restart();
    /// Rows of the page that was asked for last. Answers of an older generation are dropped.
    void append(quint64 generation, QueuePageOfRows page);
    void fail(quint64 generation);
    /// Replaces rows that are still shown with newer values, in place: the table is not reordered under the pointer.
    void refresh(const std::vector<QueueRow>& rows);
    /// Clocks are counted down from here.
    void setNow(UtcTime now);

    const QueueRow* rowAt(int row) const;
    std::optional<int> rowOf(const CaseId& id) const;
    bool isLoading() const { return m_loading; }
    bool isComplete() const { return !m_next && !m_loading && m_loadedOnce; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

  signals:
    /// Somebody is to answer with append() or fail().
    void pageWanted(quint64 generation, std::optional<cotejo::store::QueueCursor> after);
    void loadingChanged();

  private:
    QVariant display(const QueueRow& row, int column) const;
    QString spoken(const QueueRow& row, int column) const;

    std::deque<QueueRow> m_rows;
    std::optional<store::QueueCursor> m_next;
    UtcTime m_now{};
    quint64 m_generation = 0;
    bool m_loading = false;
    bool m_loadedOnce = false;
};

}  // namespace cotejo::queue
