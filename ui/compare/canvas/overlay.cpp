#include "ui/compare/canvas/overlay.h"

#include <QFontMetricsF>
#include <map>
#include <tuple>

namespace cotejo::compare {

void strokeCased(QPainter& painter, const QPainterPath& path, QColor line, qreal width, QColor casing,
                 qreal casingExtra) {
    painter.strokePath(path, QPen(casing, width + casingExtra, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(line, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

QRectF drawLabel(QPainter& painter, QRectF area, Corner corner, const QString& bold, const QString& quiet) {
    if (bold.isEmpty() && quiet.isEmpty()) return {};
    const QFont strong = widgets::fontOf(widgets::TextRole::Secondary, widgets::Weight::SemiBold);
    const QFont plain = widgets::fontOf(widgets::TextRole::Secondary);
    const QFontMetricsF strongMetrics(strong), plainMetrics(plain);
    const qreal room = area.width() - 40;
    const qreal boldWidth = std::min(strongMetrics.horizontalAdvance(bold), std::max<qreal>(0, room));
    const qreal gap =
        bold.isEmpty() || quiet.isEmpty() ? 0 : plainMetrics.horizontalAdvance(QLatin1Char(' '));
    const QString rest =
        plainMetrics.elidedText(quiet, Qt::ElideRight, std::max<qreal>(0, room - boldWidth - gap));
    const QSizeF size(boldWidth + gap + plainMetrics.horizontalAdvance(rest) + 20, plainMetrics.height() + 9);
    const QRectF inner = area.adjusted(10, 10, -10, -10);
    QRectF box(inner.topLeft(), size);
    if (corner == Corner::TopRight || corner == Corner::BottomRight) box.moveRight(inner.right());
    if (corner == Corner::BottomLeft || corner == Corner::BottomRight || corner == Corner::BottomCentre)
        box.moveBottom(inner.bottom());
    if (corner == Corner::BottomCentre) box.moveLeft(inner.center().x() - size.width() / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(canvasTokens().labelFill);
    painter.drawRoundedRect(box, 4, 4);
    const QRectF text = box.adjusted(10, 0, -10, 0);
    painter.setFont(strong);
    painter.setPen(canvasTokens().labelText);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     strongMetrics.elidedText(bold, Qt::ElideRight, boldWidth + 1));
    painter.setFont(plain);
    painter.setPen(canvasTokens().labelQuiet);
    painter.drawText(text.adjusted(boldWidth + gap, 0, 1, 0), Qt::AlignVCenter | Qt::AlignLeft, rest);
    painter.restore();
    return box;
}

void drawCursor(QPainter& painter, QPointF at, qreal arm) {
    QPainterPath cross;
    const qreal open = 4;
    for (const QPointF direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
        cross.moveTo(at + direction * open);
        cross.lineTo(at + direction * arm);
    }
    strokeCased(painter, cross, canvasTokens().cursor, 1.6, canvasTokens().cursorCasing, 2.4);
}

void drawNumber(QPainter& painter, QPointF at, const QString& text, QColor colour, const QFont& font) {
    QPainterPath path;
    path.addText(at, font, text);
    painter.strokePath(path, QPen(Qt::white, 3.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, colour);
}

const QPainterPath& minutiaGlyph(Glyph glyph, qreal radius, qreal tail) {
    static thread_local std::map<std::tuple<int, qreal, qreal>, QPainterPath> cache;
    auto& path = cache[{int(glyph), radius, tail}];
    if (!path.isEmpty()) return path;
    if (glyph == Glyph::Ending)
        path.addEllipse(QPointF(), radius, radius);
    else if (glyph == Glyph::Bifurcation)
        path.addRect(-radius, -radius, 2 * radius, 2 * radius);
    else
        path = diamondGlyph(radius * 1.15);
    path.moveTo(radius, 0);
    path.lineTo(radius + tail, 0);
    return path;
}

QPainterPath diamondGlyph(qreal radius) {
    QPainterPath path(QPointF(0, -radius));
    path.lineTo(radius, 0);
    path.lineTo(0, radius);
    path.lineTo(-radius, 0);
    path.closeSubpath();
    return path;
}

}  // namespace cotejo::compare
