#include "ui/compare/canvas/pyramid.h"

#include <QPainter>
#include <cmath>

namespace cotejo::compare {
namespace {

constexpr int kSmallestSide = 96;
constexpr double kShowPixelsFrom = 6.0;

/// Mean of four RGB32 pixels, channel by channel; odd last rows and columns are dropped.
QImage halved(const QImage& source) {
    QImage target(source.width() / 2, source.height() / 2, QImage::Format_RGB32);
    for (int y = 0; y < target.height(); ++y) {
        const auto* upper = reinterpret_cast<const QRgb*>(source.constScanLine(2 * y));
        const auto* lower = reinterpret_cast<const QRgb*>(source.constScanLine(2 * y + 1));
        auto* out = reinterpret_cast<QRgb*>(target.scanLine(y));
        for (int x = 0; x < target.width(); ++x) {
            const QRgb a = upper[2 * x], b = upper[2 * x + 1], c = lower[2 * x], d = lower[2 * x + 1];
            // Red and blue together: 8-bit lanes 16 bits apart leave room for the sum of four.
            const quint32 redBlue =
                (a & 0xff00ffu) + (b & 0xff00ffu) + (c & 0xff00ffu) + (d & 0xff00ffu) + 0x20002u;
            const quint32 green =
                ((a >> 8) & 0xffu) + ((b >> 8) & 0xffu) + ((c >> 8) & 0xffu) + ((d >> 8) & 0xffu) + 2u;
            out[x] = 0xff000000u | ((redBlue >> 2) & 0xff00ffu) | (((green >> 2) & 0xffu) << 8);
        }
    }
    return target;
}

}  // namespace

PyramidPtr Pyramid::build(const QImage& image) {
    if (image.isNull()) return nullptr;
    std::vector<QImage> levels;
    QImage first = image;
    if (first.hasAlphaChannel()) {
        QImage opaque(first.size(), QImage::Format_RGB32);
        opaque.fill(Qt::white);
        QPainter(&opaque).drawImage(0, 0, first);
        first = opaque;
    }
    first = first.convertToFormat(QImage::Format_RGB32);
    first.setDevicePixelRatio(1.0);
    levels.push_back(std::move(first));
    while (std::min(levels.back().width(), levels.back().height()) >= 2 * kSmallestSide)
        levels.push_back(halved(levels.back()));
    return std::shared_ptr<const Pyramid>(new Pyramid(std::move(levels)));
}

qsizetype Pyramid::bytes() const {
    qsizetype sum = 0;
    for (const auto& level : m_levels)
        sum += level.sizeInBytes();
    return sum;
}

void Pyramid::paint(QPainter& painter, const QTransform& toDevice) const {
    const QTransform whole = toDevice * painter.combinedTransform();
    const double scale = std::sqrt(std::abs(whole.determinant()));
    if (!(scale > 0)) return;
    std::size_t level = 0;
    while (level + 1 < m_levels.size() && scale * std::pow(2.0, double(level + 1)) <= 1.0)
        ++level;
    const QImage& image = m_levels[level];
    const double shrink = std::pow(2.0, double(level));
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < kShowPixelsFrom);
    painter.setTransform(QTransform::fromScale(shrink, shrink) * toDevice, true);
    painter.drawImage(0, 0, image);
    painter.restore();
}

}  // namespace cotejo::compare
