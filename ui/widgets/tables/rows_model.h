#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "ui/widgets/label.h"
#include "ui/widgets/tables/table.h"

namespace cotejo::widgets {

/// One cell of a small table.
struct Cell {
    Cell(QString text_ = {}, Ink ink_ = Ink::T1, Weight weight_ = Weight::Regular, QString icon_ = {}, QString sub_ = {})
        : text(std::move(text_)), ink(ink_), weight(weight_), icon(std::move(icon_)), sub(std::move(sub_)) {}
    static Cell number(QString text, Ink ink = Ink::T1) {
        Cell cell(std::move(text), ink);
        cell.right = true;
        return cell;
    }
    static Cell code(QString text, Ink ink = Ink::T1) {
        Cell cell(std::move(text), ink);
        cell.mono = true;
        return cell;
    }
    static Cell badge(BadgeLook look) {
        Cell cell;
        cell.badges.push_back(std::move(look));
        return cell;
    }

    QString text;
    Ink ink = Ink::T1;
    Weight weight = Weight::Regular;
    QString icon;
    QString sub;                  ///< quieter words behind
    bool right = false;           ///< a number
    bool mono = false;            ///< a code, a hash, MRZ
    std::vector<BadgeLook> badges;  ///< shown instead of the text by a BadgesDelegate
};

/// A row and what it stands for (an id as bytes; may be empty).
struct TableRow {
    std::vector<Cell> cells;
    QByteArray key;
};

/// A table of values: checks, history, outbox, findings. Longer ones are read on as they are scrolled. Main thread.
class RowsModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Role { KeyRole = Qt::UserRole + 1 };

    explicit RowsModel(QStringList headers, QObject* parent = nullptr);
    /// Same keys in the same order: cells change in place and the selection stays; otherwise the table is reset.
    void setRows(std::vector<TableRow> rows);
    /// Further rows behind those shown.
    void append(std::vector<TableRow> rows);
    /// Whether there are more rows than are shown: a view that is scrolled to the end asks for them once, with `moreWanted`.
    void setMore(bool more);
    void setHeaderRight(int column) { m_rightHeaders << column; }
    const TableRow* rowAt(int row) const;
    int rowOf(const QByteArray& key) const;  ///< -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override { return !parent.isValid() && m_more; }
    void fetchMore(const QModelIndex& parent) override;

  signals:
    /// Somebody is to answer with append() and setMore().
    void moreWanted();

  private:
    QStringList m_headers;
    QList<int> m_rightHeaders;
    std::vector<TableRow> m_rows;
    bool m_more = false;
};

/// As high as all its rows, so that a page scrolls and not the table in it.
class FittingTable final : public TableView {
    Q_OBJECT
  public:
    explicit FittingTable(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

  protected:
    void wheelEvent(QWheelEvent* event) override;
};

}  // namespace cotejo::widgets
