#include "tests/ui/compare/drawn_samples.h"

#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <QRandomGenerator>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace cotejo::compare::drawn {

FaceImage face(QSize size, double lean, double brow, QColor hair) {
    FaceImage result;
    QImage image(size, QImage::Format_RGB888);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient wall(0, 0, 0, size.height());
    wall.setColorAt(0, QColor("#d9dde3"));
    wall.setColorAt(1, QColor("#b4bac4"));
    painter.fillRect(image.rect(), wall);
    const double unit = size.width() / 100.0;
    const QTransform place =
        QTransform::fromTranslate(50, 58) * QTransform().rotate(lean) * QTransform::fromScale(unit, unit);
    painter.setTransform(place);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor("#6d7684"));
    painter.drawEllipse(QPointF(0, 62), 40, 24);
    painter.setBrush(hair);
    QPainterPath mane;
    mane.addRoundedRect(QRectF(-27, -40, 54, 78), 26, 30);
    painter.drawPath(mane);
    painter.setBrush(QColor("#bdb5aa"));
    painter.drawRect(QRectF(-9, 18, 18, 24));
    QRadialGradient skin(QPointF(-4, -6), 42);
    skin.setColorAt(0, QColor("#e3dcd2"));
    skin.setColorAt(1, QColor("#a89e92"));
    painter.setBrush(skin);
    painter.drawEllipse(QPointF(0, -2), 20.5, 29);
    painter.setBrush(hair);
    QPainterPath fringe(QPointF(-21, -12));
    fringe.quadTo(-14, -30, 0, -24);
    fringe.quadTo(14, -30, 21, -12);
    fringe.quadTo(18, -38, 0, -38);
    fringe.quadTo(-18, -38, -21, -12);
    painter.drawPath(fringe);
    for (const double x : {-8.6, 8.6}) {
        painter.setBrush(Qt::white);
        painter.drawEllipse(QPointF(x, -7), 3.8, 2.1);
        painter.setBrush(QColor("#3d4652"));
        painter.drawEllipse(QPointF(x, -7), 1.9, 1.9);
        painter.setPen(QPen(hair, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        QPainterPath arch(QPointF(x - 4.6, -11.5));
        arch.quadTo(x, -13.5 - brow, x + 4.6, -11.5);
        painter.drawPath(arch);
        painter.setPen(Qt::NoPen);
    }
    painter.setPen(QPen(QColor("#857a70"), 0.8, Qt::SolidLine, Qt::RoundCap));
    QPainterPath nose(QPointF(-1.6, -6));
    nose.quadTo(-3.5, 3, -4, 6);
    nose.quadTo(0, 8.5, 4, 6);
    painter.drawPath(nose);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor("#98847c"));
    painter.drawEllipse(QPointF(0, 13.5), 6, 1.9);
    painter.setBrush(QColor("#6a5a50"));
    painter.drawEllipse(QPointF(9.5, 8), 0.8, 0.8);
    painter.end();
    result.image = image;
    result.eyes = std::pair(place.map(QPointF(-8.6, -7)), place.map(QPointF(8.6, -7)));
    for (const QPointF point :
         {QPointF(-20, -4), QPointF(-17, 12), QPointF(0, 27), QPointF(17, 12), QPointF(20, -4),
          QPointF(-8.6, -7), QPointF(8.6, -7), QPointF(0, 6), QPointF(-6, 13.5), QPointF(6, 13.5)})
        result.landmarks.push_back(place.map(point));
    return result;
}

FingerImage finger(int seed, QSize size, double turnDegrees, QPointF shift) {
    struct Dislocation {
        QPointF at;
        double sign;
        int quality;
    };
    constexpr double kPeriod = 9.0;
    QRandomGenerator random(static_cast<quint32>(seed));
    const auto uniform = [&](double low, double high) {
        return low + (high - low) * random.generateDouble();
    };
    std::vector<Dislocation> dislocations;
    while (dislocations.size() < 46) {
        const QPointF at(uniform(-130, 130), uniform(-165, 165));
        if (std::pow(at.x() / 135, 2) + std::pow(at.y() / 170, 2) > 0.95 || std::hypot(at.x(), at.y()) < 26)
            continue;
        const bool crowded =
            std::any_of(dislocations.begin(), dislocations.end(), [&](const Dislocation& each) {
                return std::hypot(each.at.x() - at.x(), each.at.y() - at.y()) < 20;
            });
        if (!crowded) dislocations.push_back({at, random.bounded(2) ? 1.0 : -1.0, random.bounded(35, 96)});
    }
    // Finger coordinates to image pixels.
    QTransform toImage;
    toImage.translate(size.width() / 2.0 + shift.x(), size.height() / 2.0 + shift.y());
    toImage.rotate(turnDegrees);
    const QTransform toFinger = toImage.inverted();
    FingerImage result;
    result.original = QImage(size, QImage::Format_Grayscale8);
    result.enhanced = QImage(size, QImage::Format_Grayscale8);
    result.skeleton = QImage(size, QImage::Format_Grayscale8);
    result.qualityMap = QImage(size, QImage::Format_ARGB32_Premultiplied);
    result.qualityMap.fill(Qt::transparent);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QPointF p = toFinger.map(QPointF(x, y));
            const double edge = std::pow(p.x() / 140, 2) + std::pow(p.y() / 178, 2);
            double phase = 2 * std::numbers::pi * std::hypot(p.x() * 1.15, p.y() * 0.92) / kPeriod;
            for (const auto& each : dislocations)
                phase += each.sign * std::atan2(p.y() - each.at.y(), p.x() - each.at.x());
            const double ridge = std::cos(phase);
            const double inside = std::clamp((1.05 - edge) * 8, 0.0, 1.0);
            const double grain = 40 * (random.generateDouble() - 0.5) * inside;
            const double contact = 0.62 + 0.3 * std::sin(p.x() * 0.021 + p.y() * 0.013 + seed);
            result.original.scanLine(y)[x] = uchar(std::clamp(
                255 - inside * (60 + 190 * contact * (0.5 + 0.5 * ridge)) + 50 * inside + grain, 0.0, 255.0));
            result.enhanced.scanLine(y)[x] =
                uchar(std::clamp(127.5 - 190 * ridge * inside + 127.5 * (1 - inside), 0.0, 255.0));
            result.skeleton.scanLine(y)[x] = ridge > 0.90 && edge < 1 ? 0 : 255;
            if (edge < 1)
                reinterpret_cast<QRgb*>(result.qualityMap.scanLine(y))[x] =
                    contact > 0.6 ? qRgba(0, 40, 30, 60) : qRgba(90, 50, 0, 100);
        }
    }
    for (const auto& each : dislocations) {
        const QPointF p = each.at;
        // Along the ridge: at right angles to the gradient of the plain phase.
        const double along =
            std::atan2(p.x() * 1.15 * 1.15, -p.y() * 0.92 * 0.92) + (each.sign > 0 ? std::numbers::pi : 0);
        Minutia minutia;
        minutia.at = toImage.map(p);
        minutia.angle = std::fmod(720 - along * 180 / std::numbers::pi - turnDegrees, 360);
        minutia.kind = each.quality % 3 ? Glyph::Ending : Glyph::Bifurcation;
        minutia.quality = each.quality;
        result.minutiae.push_back(minutia);
    }
    return result;
}

std::vector<MinutiaPair> pairs(const FingerImage& probe, const FingerImage& reference) {
    std::vector<MinutiaPair> result;
    for (int i = 0; i < int(std::min(probe.minutiae.size(), reference.minutiae.size())); ++i) {
        const auto& a = probe.minutiae[std::size_t(i)];
        if (i % 3 == 2) continue;
        MinutiaPair pair;
        pair.probe = pair.reference = i;
        pair.deviation = (i * 37 % 30) / 10.0;
        pair.quality = a.quality / 100.0;
        result.push_back(pair);
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.deviation < b.deviation; });
    return result;
}

}  // namespace cotejo::compare::drawn
