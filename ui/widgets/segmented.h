#pragma once

#include <QList>
#include <QWidget>

#include "ui/widgets/theme.h"

class QButtonGroup;
class QAbstractButton;

namespace cotejo::widgets {

/// A row of joined choices, one of them current: "Side by side | Overlay | Swipe". Arrow keys move, Tab leaves.
class Segmented final : public QWidget {
    Q_OBJECT
  public:
    explicit Segmented(QWidget* parent = nullptr);
    /// Adds a choice and returns its index; `icon` may be empty. The first one added is current.
    int addChoice(const QString& icon, const QString& text, const QString& toolTip = {});
    void setChoiceText(int index, const QString& text);
    int current() const;
    /// Does not emit `chosen`. -1 leaves none chosen.
    void setCurrent(int index);
    QAbstractButton* button(int index) const;
    int count() const;
    /// Taller buttons of equal width with wrapping text, as for a conclusion scale.
    void setScale(bool scale);

  signals:
    /// The officer chose another one.
    void chosen(int index);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void relabel();
    QButtonGroup* m_group;
    bool m_scale = false;
};

}  // namespace cotejo::widgets
