#pragma once

#include <QWidget>

#include "ui/compare/compare_values.h"

class QComboBox;
class QPushButton;

namespace cotejo::widgets {
class IconLabel;
class Label;
class Segmented;
class Stepper;
}  // namespace cotejo::widgets

namespace cotejo::compare {

/// The steps of score-last review, what is missing for the next one with its code, and the button of the next
/// act. Shut is grey but focusable: pressing it says why. Beside them, where there is a choice: which examination
/// of the tab, comparison or scores, and whose notes.
class ProtocolBar final : public QWidget {
    Q_OBJECT

  public:
    explicit ProtocolBar(ReviewKind kind, QWidget* parent = nullptr);
    void setState(const ProtocolState& state);
    void setSides(const QStringList& titles, int current);
    void focusSides();
    void setView(bool shown, int current);
    void setReaders(const QStringList& names, int current);
    QSize minimumSizeHint() const override;

  signals:
    void documentRequested();
    void revealRequested();
    void concludeRequested();
    void sideChosen(int index);
    void viewChosen(int index);
    void readerChosen(int index);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void press();
    bool isOpen() const;
    int needs(int level) const;
    /// Gives up, in this order and as far as it must: names of steps, the code (the button's tooltip has it), the rest of the remark, the
    /// words of the choices, every step but the current one, the remark.
    void arrange();

    ReviewKind m_kind;
    ProtocolState m_state;
    widgets::Segmented* m_sides;
    widgets::Stepper* m_steps;
    widgets::Segmented* m_views;
    QComboBox* m_readers;
    widgets::IconLabel* m_icon;
    widgets::Label* m_remark;
    widgets::Label* m_code;
    QPushButton* m_button;
};

}  // namespace cotejo::compare
