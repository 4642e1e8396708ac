#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "ui/compare/canvas/finger_values.h"

class QTableView;

namespace cotejo::compare {

/// The pairs as a table: what the finger canvas shows, in words. In the order of the canvas: the examiner's own, then, after
/// reveal, the machine's by deviation; nothing is summed.
class PairModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { NumberColumn, ProbeColumn, ReferenceColumn, JudgementColumn, DeviationColumn, ColumnCount };
    enum Role { VerdictRole = Qt::UserRole + 1, ProbeKindRole, ReferenceKindRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setPairs(const std::vector<MinutiaPair>& pairs, const std::vector<Minutia>& probe,
                  const std::vector<Minutia>& reference);
    void setVerdict(int row, Verdict verdict);

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : int(m_pairs.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    static QString judgementText(const MinutiaPair& pair, bool whole);
    QString minutiaText(const Minutia& minutia) const;
    std::vector<MinutiaPair> m_pairs;
    std::vector<Minutia> m_probe, m_reference;
};

/// Columns, rows and glyphs of a table that shows a PairModel.
void setUpPairTable(QTableView* table);

}  // namespace cotejo::compare
