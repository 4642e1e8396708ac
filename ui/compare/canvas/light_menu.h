#pragma once

#include <QFrame>

#include "ui/compare/canvas/light.h"
#include "ui/compare/canvas/pair_view.h"

class QSlider;

namespace cotejo::widgets {
class Label;
class Segmented;
}  // namespace cotejo::widgets

namespace cotejo::compare {

/// A small popover with brightness, contrast and gamma of one side. Changes are the examiner's, shown at once
/// and told.
class LightMenu final : public QFrame {
    Q_OBJECT

  public:
    explicit LightMenu(QWidget* parent = nullptr);
    void setLights(const Light& probe, const Light& reference);
    void openBelow(QWidget* anchor);

  signals:
    void changed(cotejo::compare::Side side, cotejo::compare::Light light);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void refill();
    void tell();
    std::array<Light, 2> m_lights;
    widgets::Segmented* m_side;
    std::array<QSlider*, 3> m_sliders{};
    std::array<widgets::Label*, 3> m_values{};
    bool m_filling = false;
};

}  // namespace cotejo::compare
