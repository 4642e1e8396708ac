#pragma once

#include <QList>
#include <QWidget>

#include "ui/widgets/style/theme.h"

class QAbstractButton;
class QButtonGroup;
class QPushButton;

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
    /// How much room it takes: every choice with icon and words, icons alone (where there are icons), or the current choice as a drop-down.
    enum class Form { Whole, Icons, Folded };
    void setForm(Form form);
    int widthOf(Form form) const;
    /// Taller buttons of equal width with wrapping text, as for a conclusion scale.
    void setScale(bool scale);

  signals:
    /// The officer chose another one.
    void chosen(int index);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void relabel();
    void refold();
    /// Focus first, then the choice: who listens may take the focus elsewhere.
    void step(QAbstractButton* from, int by);
    QButtonGroup* m_group;
    QPushButton* m_fold = nullptr;  ///< made when it is first folded
    Form m_form = Form::Whole;
    bool m_scale = false;
};

}  // namespace cotejo::widgets
