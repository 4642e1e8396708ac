#pragma once

#include <QAbstractTableModel>

#include "ui/compare/compare_values.h"

namespace cotejo::compare {

/// Candidates after reveal, by rank: conclusion, what it was before, score. The accessible twin of the score
/// chart.
class ScoreModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { LetterColumn, ConclusionColumn, ProvisionalColumn, ScoreColumn, RankColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<RevealValues::Row> rows);
    const std::vector<RevealValues::Row>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::vector<RevealValues::Row> m_rows;
};

}  // namespace cotejo::compare
