#include "ui/widgets/tables/rows_model.h"

#include <QHeaderView>
#include <QWheelEvent>
#include <algorithm>

namespace cotejo::widgets {

RowsModel::RowsModel(QStringList headers, QObject* parent) : QAbstractTableModel(parent), m_headers(std::move(headers)) {}

void RowsModel::setRows(std::vector<TableRow> rows) {
    const bool same = rows.size() == m_rows.size() && !rows.empty() && !rows.front().key.isEmpty() &&
                      std::ranges::equal(rows, m_rows, {}, &TableRow::key, &TableRow::key);
    if (same) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void RowsModel::append(std::vector<TableRow> rows) {
    if (rows.empty()) return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    std::ranges::move(rows, std::back_inserter(m_rows));
    endInsertRows();
}

void RowsModel::setMore(bool more) { m_more = more; }

void RowsModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) return;
    m_more = false;
    emit moreWanted();
}

const TableRow* RowsModel::rowAt(int row) const {
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int RowsModel::rowOf(const QByteArray& key) const {
    const auto found = std::ranges::find(m_rows, key, &TableRow::key);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RowsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int RowsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_headers.size()); }

QVariant RowsModel::data(const QModelIndex& at, int role) const {
    const TableRow* row = at.isValid() ? rowAt(at.row()) : nullptr;
    if (row == nullptr || at.column() >= static_cast<int>(row->cells.size())) return {};
    const Cell& cell = row->cells[static_cast<std::size_t>(at.column())];
    switch (role) {
    case Qt::DisplayRole: {
        if (!cell.text.isEmpty() || cell.badges.empty()) return cell.text;
        QStringList words;
        for (const auto& badge : cell.badges) words << badge.text;
        return words.join(QStringLiteral(", "));
    }
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2 %3").arg(m_headers[at.column()], data(at, Qt::DisplayRole).toString(), cell.sub).trimmed();
    case Qt::ToolTipRole: return cell.text.size() > 24 ? cell.text : QVariant();
    case Qt::TextAlignmentRole: return cell.right ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    case InkRole: return int(cell.ink);
    case WeightRole: return int(cell.weight);
    case IconRole: return cell.icon;
    case SubTextRole: return cell.sub;
    case MonoRole: return cell.mono;
    case KeyRole: return row->key;
    case BadgesRole: {
        QVariantList looks;
        for (const auto& badge : cell.badges) looks << QVariant::fromValue(badge);
        return looks;
    }
    default: return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= m_headers.size()) return {};
    if (role == Qt::DisplayRole) return m_headers[section];
    if (role == Qt::TextAlignmentRole && m_rightHeaders.contains(section)) return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

FittingTable::FittingTable(QWidget* parent) : TableView(parent) {
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FittingTable::setModel(QAbstractItemModel* model) {
    TableView::setModel(model);
    const auto refit = [this] { updateGeometry(); };
    connect(model, &QAbstractItemModel::modelReset, this, refit);
    connect(model, &QAbstractItemModel::rowsInserted, this, refit);
    connect(model, &QAbstractItemModel::rowsRemoved, this, refit);
}

QSize FittingTable::sizeHint() const {
    const int rows = model() == nullptr ? 0 : model()->rowCount();
    const int head = horizontalHeader()->isHidden() ? 0 : metric::kTableHeader;
    return {400, head + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth()};
}

void FittingTable::wheelEvent(QWheelEvent* event) { event->ignore(); }

}  // namespace cotejo::widgets
