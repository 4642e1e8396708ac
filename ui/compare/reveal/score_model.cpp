#include "ui/compare/reveal/score_model.h"

#include <QLocale>

#include "ui/bridge/text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tables/table.h"

namespace cotejo::compare {

void ScoreModel::setRows(std::vector<RevealValues::Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QVariant ScoreModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& row = m_rows[std::size_t(index.row())];
    const bool changed = row.conclusion && row.provisional && *row.conclusion != *row.provisional;
    switch (role) {
        case Qt::DisplayRole:
            switch (index.column()) {
                case LetterColumn:
                    return row.letter;
                case ConclusionColumn:
                    return row.conclusion ? bridge::text(*row.conclusion) : QStringLiteral("—");
                //: The conclusion before reveal is the same as the one now
                case ProvisionalColumn:
                    return !row.provisional ? QStringLiteral("—")
                           : changed        ? bridge::text(*row.provisional)
                                            : tr("the same");
                case ScoreColumn:
                    return QLocale().toString(row.score, 'f', 3);
                case RankColumn:
                    return QString::number(row.rank);
                default:
                    return {};
            }
        case Qt::TextAlignmentRole:
            return int(Qt::AlignVCenter | (index.column() >= ScoreColumn ? Qt::AlignRight : Qt::AlignLeft));
        case int(widgets::InkRole):
            if (index.column() == ProvisionalColumn)
                return int(changed ? widgets::Ink::Warn : widgets::Ink::T2);
            return int(index.column() == RankColumn ? widgets::Ink::T2 : widgets::Ink::T1);
        case int(widgets::WeightRole):
            return int(index.column() == LetterColumn                    ? widgets::Weight::SemiBold
                       : index.column() == ProvisionalColumn && !changed ? widgets::Weight::Regular
                                                                         : widgets::Weight::Medium);
        case int(widgets::IconRole):
            return index.column() == ProvisionalColumn && changed ? QStringLiteral("history") : QVariant();
        case Qt::AccessibleTextRole:
            return tr("Candidate %1: %2, before reveal %3, score %4, rank %5")
                .arg(row.letter, row.conclusion ? bridge::text(*row.conclusion) : QStringLiteral("—"),
                     row.provisional ? bridge::text(*row.provisional) : QStringLiteral("—"),
                     QLocale().toString(row.score, 'f', 3))
                .arg(row.rank);
        default:
            return {};
    }
}

QVariant ScoreModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section >= ScoreColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case ConclusionColumn:
            return tr("Conclusion");
        case ProvisionalColumn:
            return tr("Provisional");
        case ScoreColumn:
            return tr("Score");
        //: Rank in the candidate list, a narrow column
        case RankColumn:
            return tr("Rank");
        default:
            return {};
    }
}

}  // namespace cotejo::compare
