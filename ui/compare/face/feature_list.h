#pragma once

#include <QAbstractTableModel>
#include <QWidget>
#include <map>

#include "ui/compare/examiner_notes.h"

class QTableView;
class QPushButton;

namespace cotejo::widgets {
class Label;
}

namespace cotejo::compare {

/// The facial components as rows: name with note, and one of three words.
class FeatureModel final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Role { WordRole = Qt::UserRole + 1, NoteRole };
    enum Column { NameColumn, WordColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setNotes(const std::map<Feature, FeatureNote>& notes);
    const std::map<Feature, FeatureNote>& notes() const { return m_notes; }
    void setEditable(bool editable) { m_editable = editable; }
    /// Choosing the word it has takes it back.
    void setWord(int row, FeatureWord word);
    int answered() const;

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : kFeatureCount;
    }
    int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

  signals:
    void edited();

  private:
    std::map<Feature, FeatureNote> m_notes;
    bool m_editable = true;
};

/// The checklist: header with how many are answered, only-pending filter, keys 1 2 3, double click or Enter
/// for a note.
class FeatureList final : public QWidget {
    Q_OBJECT

  public:
    explicit FeatureList(QWidget* parent = nullptr);
    FeatureModel* model() const { return m_model; }
    void setEditable(bool editable);

  signals:
    void edited();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void refresh();
    FeatureModel* m_model;
    QTableView* m_table;
    widgets::Label* m_count;
    QPushButton* m_pending;
    bool m_editable = true;
};

}  // namespace cotejo::compare
