#pragma once

#include <QImage>
#include <QTransform>

#include "ui/compare/canvas/light.h"
#include "ui/compare/canvas/pyramid.h"

namespace cotejo::compare {

/// One image as it stands in its panel, painted once per view and kept until the view, the light or the image
/// changes: moving a cursor or a mark costs no image work.
class ImageLayer {
  public:
    /// Premultiplied ARGB, transparent where the image does not reach. `toPanel` maps image pixels to the
    /// panel's centre.
    const QImage& render(const PyramidPtr& image, const QTransform& toPanel, QSizeF panel, qreal deviceRatio,
                         const Light& light);
    void forget() { m_image.reset(); }

  private:
    QImage m_pixels;
    PyramidPtr m_image;
    QTransform m_toPanel;
    QSizeF m_panel;
    qreal m_ratio = 1;
    Light m_light;
};

}  // namespace cotejo::compare
