#pragma once

#include <QWidget>
#include <vector>

#include "ui/compare/compare_values.h"

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;
class QPushButton;
class QScrollArea;

namespace cotejo::widgets {
class Label;
}

namespace cotejo::compare {

/// The candidates in the examiner's own order, without anything that could tell them apart but the picture:
/// letter, visited or not, own provisional conclusion. Cards are all of one size.
class CandidateStrip final : public QWidget {
    Q_OBJECT

  public:
    explicit CandidateStrip(QWidget* parent = nullptr);
    /// `locked`: pictures stay hidden, e.g. until the probe is analysed. `revealed`: the scores are known to who looks.
    void setCandidates(const std::vector<CandidateCard>& cards, const QString& current, bool locked, bool revealed);
    /// Low cards without pictures, where the board above has them. Before the first candidate is set.
    void setCompact(bool compact);
    /// Key of the card `by` places from the current one; empty at the ends.
    QString neighbour(int by) const;

    /// The same choice as one drop-down, for screens without room for the cards. Belongs to `parent`.
    QPushButton* makePick(QWidget* parent);

  signals:
    void chosen(const QString& key);

  private:
    void refreshPick();
    std::vector<CandidateCard> m_cards;
    QString m_current;
    bool m_compact = false;
    widgets::Label* m_visited;
    widgets::Label* m_hint;
    QScrollArea* m_area;
    QWidget* m_row;
    QHBoxLayout* m_layout;
    QButtonGroup* m_group;
    std::vector<QAbstractButton*> m_buttons;
    QPushButton* m_pick = nullptr;
    bool m_locked = false;
};

}  // namespace cotejo::compare
