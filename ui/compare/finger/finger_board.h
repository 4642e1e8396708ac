#pragma once

#include <QWidget>
#include <vector>

#include "ui/compare/compare_values.h"

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;
class QPushButton;

namespace cotejo::widgets {
class IconLabel;
class Label;
}  // namespace cotejo::widgets

namespace cotejo::compare {

/// Ten cells, probe and reference side by side in each; what is out of sequence is said in words.
class FingerBoard final : public QWidget {
    Q_OBJECT

  public:
    explicit FingerBoard(QWidget* parent = nullptr);
    /// The ten positions in their order. `letter` of the reference; empty while only the probe is shown.
    void setCells(const std::vector<FingerCell>& cells, record::FingerPosition current,
                  const QString& letter);
    /// Low cells without pictures, where a screen is small.
    void setCompact(bool compact);

    /// The same choice as one drop-down, for screens without room for the cells. Belongs to `parent`.
    QPushButton* makePick(QWidget* parent);

  signals:
    void chosen(cotejo::record::FingerPosition position);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    bool m_compact = false;
    QPushButton* m_pick = nullptr;
    std::array<QHBoxLayout*, 2> m_rows{};
    std::array<widgets::Label*, 2> m_captions{};
    widgets::IconLabel* m_warningIcon;
    widgets::Label* m_warning;
    QButtonGroup* m_group;
    std::vector<QAbstractButton*> m_cells;
};

}  // namespace cotejo::compare
