#include "ui/queue/queue_model.h"

#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tables/table.h"

namespace cotejo::queue {

using bridge::text;
using widgets::Ink, widgets::Weight;

QueueModel::QueueModel(QObject* parent) : QAbstractTableModel(parent) {}

void QueueModel::restart() {
    beginResetModel();
    m_rows.clear();
    m_next.reset();
    m_loadedOnce = false;
    ++m_generation;
    m_loading = true;
    endResetModel();
    emit loadingChanged();
    emit pageWanted(m_generation, std::nullopt);
}

void QueueModel::append(quint64 generation, QueuePageOfRows page) {
    if (generation != m_generation) return;
    m_loading = false;
    m_loadedOnce = true;
    m_next = page.next;
    if (!page.rows.empty()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(page.rows.size()) - 1);
        std::ranges::move(page.rows, std::back_inserter(m_rows));
        endInsertRows();
    }
    emit loadingChanged();
}

void QueueModel::fail(quint64 generation) {
    if (generation != m_generation) return;
    m_loading = false;
    m_next.reset();
    emit loadingChanged();
}

void QueueModel::refresh(const std::vector<QueueRow>& rows) {
    for (const QueueRow& row : rows)
        if (const auto at = rowOf(row.id)) {
            m_rows[static_cast<std::size_t>(*at)] = row;
            emit dataChanged(index(*at, 0), index(*at, ColumnCount - 1));
        }
}

void QueueModel::setNow(UtcTime now) {
    m_now = now;
    if (!m_rows.empty()) {
        emit dataChanged(index(0, Deadline), index(rowCount() - 1, Deadline), {Qt::DisplayRole, UrgencyRole});
        emit dataChanged(index(0, Holder), index(rowCount() - 1, Holder), {Qt::DisplayRole});
    }
}

const QueueRow* QueueModel::rowAt(int row) const {
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

std::optional<int> QueueModel::rowOf(const CaseId& id) const {
    const auto found = std::ranges::find(m_rows, id, &QueueRow::id);
    if (found == m_rows.end()) return std::nullopt;
    return static_cast<int>(found - m_rows.begin());
}

int QueueModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int QueueModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

bool QueueModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && m_next.has_value() && !m_loading; }

void QueueModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) return;
    m_loading = true;
    emit loadingChanged();
    emit pageWanted(m_generation, m_next);
}

QVariant QueueModel::display(const QueueRow& row, int column) const {
    switch (column) {
    case Priority: return text(row.priority);
    case Deadline: return bridge::remainingText(row.deadline - m_now);
    case Person: return row.person.isEmpty() ? tr("— — — identity hidden") : row.person;
    case Reason: return text(row.reason);
    case State: return text(row.state);
    case Holds: {
        QStringList words;
        for (const auto& hold : row.holds) words << hold.text;
        return words.join(QStringLiteral(", "));
    }
    case Holder: {
        if (row.holder.isEmpty() && !row.mine) return tr("free", "nobody has taken the case");
        const QString who = row.mine ? tr("You") : row.holder;
        if (!row.heldUntil || *row.heldUntil <= m_now) return who;
        return QStringLiteral("%1 · %2").arg(who, bridge::ageText(*row.heldUntil - m_now));
    }
    default: return {};
    }
}

QString QueueModel::spoken(const QueueRow& row, int column) const {
    const QString value = display(row, column).toString();
    switch (column) {
    case Priority: return tr("Priority %1").arg(value);
    case Deadline: return tr("%1: %2 left").arg(text(row.deadlineKind), value);
    case Person: return row.document.isEmpty() ? value : QStringLiteral("%1, %2").arg(value, row.document);
    case Holds: return value.isEmpty() ? tr("No holds") : tr("Holds: %1").arg(value);
    case Holder: return tr("Taken by: %1").arg(value);
    default: return value;
    }
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    const QueueRow* row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (row == nullptr) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return display(*row, column);
    case Qt::AccessibleTextRole: return spoken(*row, column);
    case CaseRole: return QByteArray(reinterpret_cast<const char*>(row->id.bytes().data()), qsizetype(row->id.bytes().size()));
    case PriorityRole: return int(row->priority);
    case UrgencyRole: return int(bridge::urgency(row->deadline - m_now));
    case ClockKindRole: return text(row->deadlineKind);
    case MineRole: return row->mine;
    case widgets::InkRole:
        if (column == Person) return int(row->person.isEmpty() ? Ink::T3 : Ink::T1);
        return column == Reason || column == Holder ? int(Ink::T2) : int(Ink::T1);
    case widgets::WeightRole: return column == Person && !row->person.isEmpty() ? int(Weight::Medium) : int(Weight::Regular);
    case widgets::SubTextRole: return column == Person ? row->document : QString();
    case widgets::IconRole:
        if (column == Holder && row->mine) return QStringLiteral("key");
        return column == Holder && !row->holder.isEmpty() ? QStringLiteral("user") : QString();
    case widgets::BadgesRole:
        if (column == State) return QVariantList{QVariant::fromValue(bridge::look(row->state))};
        if (column == Holds) {
            QVariantList looks;
            for (const auto& hold : row->holds) looks << QVariant::fromValue(hold);
            return looks;
        }
        return {};
    case Qt::ToolTipRole:
        if (column == Deadline) return QStringLiteral("%1 · %2").arg(text(row->deadlineKind), bridge::momentText(row->deadline, m_now));
        return column == Holds ? display(*row, column) : QVariant();
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Priority: return tr("Priority");
    case Deadline: return tr("Deadline");
    case Person: return tr("Traveler");
    case Reason: return tr("Referral reason");
    case State: return tr("State");
    case Holds: return tr("Holds");
    case Holder: return tr("Taken by");
    default: return {};
    }
}

}  // namespace cotejo::queue
