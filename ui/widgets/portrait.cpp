#include "ui/widgets/portrait.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

ShareBar::ShareBar(QWidget* parent) : QWidget(parent) { setFixedHeight(4); }

void ShareBar::setShare(double share, Tone tone) {
    m_share = std::clamp(share, 0.0, 1.0);
    m_tone = tone;
    update();
}

void ShareBar::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    drawRounded(painter, rect(), 2, t.highContrast() ? t.base : t.line, t.highContrast() ? t.line : QColor());
    if (m_share > 0) drawRounded(painter, QRectF(0, 0, width() * m_share, height()), 2, m_tone == Tone::Neutral ? t.t3 : ink(t, m_tone), {});
}

Portrait::Portrait(QSize size, QWidget* parent, Fit fit, const QString& placeholder)
    : QWidget(parent), m_fit(fit), m_placeholder(placeholder) {
    setFixedSize(size);
    setAccessibleName(tr("No picture"));
}

void Portrait::setImage(const QImage& image) {
    m_image = image;
    setAccessibleName(image.isNull() ? tr("No picture") : tr("Picture"));
    update();
}

void Portrait::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    drawRounded(painter, rect(), metric::kRadiusControl, m_image.isNull() || m_fit == Fit::Fill ? t.sunk : QColor(Qt::white), t.line2);
    if (m_image.isNull()) {
        const double side = std::min(width(), height()) * 0.45;
        drawIcon(painter, m_placeholder, QRectF((width() - side) / 2, (height() - side) / 2, side, side), t.t3);
        return;
    }
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath clip;
    clip.addRoundedRect(box, metric::kRadiusControl - 1, metric::kRadiusControl - 1);
    painter.setClipPath(clip);
    const bool fill = m_fit == Fit::Fill;
    const QSizeF shown = QSizeF(m_image.size()).scaled(box.size(), fill ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio);
    const double top = fill ? box.top() : box.center().y() - shown.height() / 2;
    painter.drawImage(QRectF(QPointF(box.center().x() - shown.width() / 2, top), shown), m_image);
}

}  // namespace cotejo::widgets
