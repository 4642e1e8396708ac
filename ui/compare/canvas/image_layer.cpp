#include "ui/compare/canvas/image_layer.h"

#include <QPainter>

namespace cotejo::compare {

const QImage& ImageLayer::render(const PyramidPtr& image, const QTransform& toPanel, QSizeF panel,
                                 qreal deviceRatio, const Light& light) {
    if (m_image && m_image == image && m_toPanel == toPanel && m_panel == panel && m_ratio == deviceRatio &&
        m_light == light)
        return m_pixels;
    const QSize pixels = (panel * deviceRatio).toSize().expandedTo(QSize(1, 1));
    if (m_pixels.size() != pixels) m_pixels = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    m_pixels.setDevicePixelRatio(deviceRatio);
    m_pixels.fill(Qt::transparent);
    if (image) {
        QPainter painter(&m_pixels);
        painter.translate(panel.width() / 2, panel.height() / 2);
        image->paint(painter, toPanel);
        painter.end();
        applyLight(m_pixels, light);
    }
    m_image = image;
    m_toPanel = toPanel;
    m_panel = panel;
    m_ratio = deviceRatio;
    m_light = light;
    return m_pixels;
}

}  // namespace cotejo::compare
