#pragma once

#include <QWidget>

#include "ui/compare/compare_values.h"

class QPushButton;

namespace cotejo::widgets {
class IconLabel;
class Label;
class Stepper;
}  // namespace cotejo::widgets

namespace cotejo::compare {

/// The steps of score-last review, what is missing for the next one with its code, and the button of the next
/// act. Shut is grey but focusable: pressing it says why.
class ProtocolBar final : public QWidget {
    Q_OBJECT

  public:
    explicit ProtocolBar(QWidget* parent = nullptr);
    void setState(const ProtocolState& state);
    const ProtocolState& state() const { return m_state; }

  signals:
    void revealRequested();
    void concludeRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void press();

    ProtocolState m_state;
    widgets::Stepper* m_steps;
    widgets::IconLabel* m_icon;
    widgets::Label* m_remark;
    widgets::Label* m_code;
    QPushButton* m_button;
};

}  // namespace cotejo::compare
