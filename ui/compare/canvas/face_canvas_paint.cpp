#include <QElapsedTimer>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/compare/canvas/face_canvas.h"
#include "ui/compare/canvas/overlay.h"

/// The painting half of FaceCanvas.
namespace cotejo::compare {
namespace {

double distance(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

}  // namespace

void FaceCanvas::paintEvent(QPaintEvent*) {
    QElapsedTimer timer;
    timer.start();
    QPainter painter(this);
    painter.fillRect(rect(), canvasTokens().canvas);
    paintImages(painter);
    paintOverlay(painter);
    paintLabels(painter);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
    m_paintMillis = double(timer.nsecsElapsed()) / 1e6;
}

void FaceCanvas::paintImages(QPainter& painter) {
    const qreal ratio = devicePixelRatioF();
    const auto layer = [&](Side side) -> const QImage& {
        const auto i = std::size_t(side);
        return m_layers[i].render(m_images[i], m_view.toPanel(side), panel(side).size(), ratio, m_lights[i]);
    };
    const QRectF all(rect());
    if (!m_hasReference) {
        painter.drawImage(all.topLeft(), layer(Side::Probe));
        return;
    }
    switch (m_mode) {
        case FaceMode::SideBySide: {
            painter.drawImage(panel(Side::Probe).topLeft(), layer(Side::Probe));
            painter.drawImage(panel(Side::Reference).topLeft(), layer(Side::Reference));
            const QRectF gap(panel(Side::Probe).right(), 0,
                             panel(Side::Reference).left() - panel(Side::Probe).right(), all.height());
            painter.fillRect(gap, canvasTokens().gap);
            break;
        }
        case FaceMode::Overlay:
            painter.drawImage(all.topLeft(), layer(Side::Probe));
            painter.setOpacity(m_opacity);
            painter.drawImage(all.topLeft(), layer(Side::Reference));
            painter.setOpacity(1);
            break;
        case FaceMode::Swipe: {
            const qreal at = m_swipe * all.width();
            painter.setClipRect(QRectF(0, 0, at, all.height()));
            painter.drawImage(all.topLeft(), layer(Side::Probe));
            painter.setClipRect(QRectF(at, 0, all.width() - at, all.height()));
            painter.drawImage(all.topLeft(), layer(Side::Reference));
            painter.setClipping(false);
            break;
        }
        case FaceMode::Blink:
            painter.drawImage(all.topLeft(), layer(m_blinkReference ? Side::Reference : Side::Probe));
            break;
        case FaceMode::Difference: {
            // Only where both images reach: elsewhere there is nothing to subtract.
            QPainterPath both;
            for (const Side side : {Side::Probe, Side::Reference}) {
                if (!m_images[std::size_t(side)]) continue;
                QPainterPath frame;
                frame.addPolygon(m_view.toPanel(side).map(
                    QPolygonF(QRectF(QPointF(), QSizeF(m_images[std::size_t(side)]->size())))));
                both = both.isEmpty() ? frame : both.intersected(frame);
            }
            painter.setClipPath(both.translated(all.center()));
            painter.drawImage(all.topLeft(), layer(Side::Probe));
            painter.setCompositionMode(QPainter::CompositionMode_Difference);
            painter.drawImage(all.topLeft(), layer(Side::Reference));
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
            painter.setClipping(false);
            break;
        }
    }
}

void FaceCanvas::paintOverlay(QPainter& painter) {
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hasReference && m_view.isAligned() && m_faces[0].eyes) {
        const QPointF a = m_view.toPanel(Side::Probe).map(m_faces[0].eyes->first);
        const QPointF b = m_view.toPanel(Side::Probe).map(m_faces[0].eyes->second);
        const QPointF step = (b - a) / std::max(1e-6, distance(a, b)) * 4000;
        for (const Side side : {Side::Probe, Side::Reference}) {
            if (side == Side::Reference && !isSplit()) break;
            painter.save();
            painter.setClipRect(panel(side));
            painter.translate(panel(side).center());
            for (const auto& [colour, width] :
                 {std::pair(QColor(0, 0, 0, 60), 2.0), std::pair(QColor(255, 255, 255, 190), 1.0)}) {
                QPen pen(colour, width);
                pen.setDashPattern({1.5 / width, 5.0 / width});
                painter.setPen(pen);
                painter.drawLine(a - step, b + step);
            }
            painter.restore();
        }
    }
    for (const Side side : {Side::Probe, Side::Reference})
        if (m_images[std::size_t(side)]) paintMarks(painter, side);
    if (m_mode == FaceMode::Swipe && m_hasReference) {
        const qreal at = m_swipe * width();
        QPainterPath bar(QPointF(at, 0));
        bar.lineTo(at, height());
        strokeCased(painter, bar, canvasTokens().cursor, 2, canvasTokens().cursorCasing, 3);
        const QPointF handle(at, height() * 0.62);
        painter.setPen(QPen(canvasTokens().cursor, 2));
        painter.setBrush(canvasTokens().faceMarkDisc);
        painter.drawEllipse(handle, 15, 15);
        QPainterPath arrows;
        for (const qreal way : {-1.0, 1.0}) {
            arrows.moveTo(handle + QPointF(way * 4, -5));
            arrows.lineTo(handle + QPointF(way * 9, 0));
            arrows.lineTo(handle + QPointF(way * 4, 5));
        }
        painter.strokePath(arrows,
                           QPen(canvasTokens().cursor, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    if (!m_cursor) return;
    if (isSplit() && m_view.isLinked())
        for (const Side side : {Side::Probe, Side::Reference})
            drawCursor(painter, panel(side).center() + *m_cursor);
    else
        drawCursor(painter, panel(m_cursorSide).center() + *m_cursor);
}

void FaceCanvas::paintMarks(QPainter& painter, Side side) {
    const bool shows = isSplit() || !m_hasReference || m_mode == FaceMode::Overlay ||
                       m_mode == FaceMode::Difference || m_mode == FaceMode::Swipe ||
                       (side == Side::Reference) == m_blinkReference;
    if (!shows) return;
    painter.save();
    const QRectF area = panel(side);
    QRectF clip = area;
    if (m_mode == FaceMode::Swipe && m_hasReference) {
        const qreal at = m_swipe * width();
        clip = side == Side::Probe ? QRectF(0, 0, at, height()) : QRectF(at, 0, width() - at, height());
    }
    painter.setClipRect(clip);
    painter.translate(area.center());
    const QTransform& toPanel = m_view.toPanel(side);
    if (m_landmarks) {
        QPainterPath dots;
        for (const QPointF point : m_faces[std::size_t(side)].landmarks)
            dots.addEllipse(toPanel.map(point), 1.6, 1.6);
        painter.setPen(QPen(QColor(0, 0, 0, 150), 1.4));
        painter.setBrush(Qt::white);
        painter.drawPath(dots);
    }
    painter.setFont(widgets::fontOf(widgets::TextRole::Caption, widgets::Weight::SemiBold));
    for (const auto& mark : m_marks) {
        const auto& point = side == Side::Probe ? mark.probe : mark.reference;
        if (!point) continue;
        const QPointF at = toPanel.map(*point);
        const qreal away = at.x() < 0 ? -1 : 1;
        const QPointF disc = at + QPointF(away * 34, at.y() < -0.1 * height() ? -28 : 5);
        QPainterPath leader(at);
        leader.lineTo(disc);
        strokeCased(painter, leader, canvasTokens().faceMark, 2, canvasTokens().faceMarkCasing, 2.4);
        QPainterPath foot;
        foot.addEllipse(at, 2.2, 2.2);
        strokeCased(painter, foot, canvasTokens().faceMark, 1.6, canvasTokens().faceMarkCasing, 2.4);
        painter.setPen(QPen(canvasTokens().faceMark, 2));
        painter.setBrush(canvasTokens().faceMarkDisc);
        painter.drawEllipse(disc, 10, 10);
        painter.setPen(canvasTokens().faceMark);
        painter.drawText(QRectF(disc - QPointF(12, 12), QSizeF(24, 24)), Qt::AlignCenter,
                         QString::number(mark.number));
    }
    painter.restore();
}

void FaceCanvas::paintLabels(QPainter& painter) {
    const QLocale locale;
    const auto facts = [&](Side side) {
        const auto& image = m_images[std::size_t(side)];
        if (!image) return QString();
        QString text = tr("%1 × %2").arg(locale.toString(image->size().width()),
                                         locale.toString(image->size().height()));
        if (const auto& eyes = m_faces[std::size_t(side)].eyes)
            text += tr(" · %n px between the eyes", nullptr,
                       int(std::lround(distance(eyes->first, eyes->second))));
        return text;
    };
    const auto& probe = m_faces[0];
    const auto& reference = m_faces[1];
    if (isSplit() || !m_hasReference) {
        drawLabel(painter, panel(Side::Probe), Corner::TopLeft, probe.title, probe.detail);
        drawLabel(painter, panel(Side::Probe), Corner::BottomLeft, {}, facts(Side::Probe));
        if (m_hasReference) {
            drawLabel(painter, panel(Side::Reference), Corner::TopLeft, reference.title, reference.detail);
            drawLabel(painter, panel(Side::Reference), Corner::BottomLeft, {}, facts(Side::Reference));
            if (m_cursor && m_view.isLinked())
                drawLabel(painter, panel(Side::Reference), Corner::BottomRight, {}, tr("Linked cursor"));
        }
        if (!m_images[0] && m_loader.isBusy())
            drawLabel(painter, panel(Side::Probe), Corner::BottomCentre, {}, tr("Loading the image…"));
        return;
    }
    const QRectF all(rect());
    if (m_mode == FaceMode::Blink) {
        const auto& shown = m_blinkReference ? reference : probe;
        drawLabel(painter, all, m_blinkReference ? Corner::TopRight : Corner::TopLeft, shown.title,
                  shown.detail);
    } else {
        drawLabel(painter, all, Corner::TopLeft, probe.title, probe.detail);
        drawLabel(painter, all, Corner::TopRight, reference.title, reference.detail);
    }
    QString hint;
    switch (m_mode) {
        case FaceMode::Swipe:
            hint = tr("← → move the swipe bar · B blinks · Esc shows both side by side");
            break;
        case FaceMode::Overlay:
            hint = tr("Reference at %1 % · Esc shows both side by side").arg(std::lround(m_opacity * 100));
            break;
        case FaceMode::Blink:
            hint = tr("%1 changes a second · Esc stops")
                       .arg(locale.toString(1000.0 / m_blink.interval(), 'f', 1));
            break;
        case FaceMode::Difference:
            hint = tr("Bright = different; light and pose differ too · Esc shows both side by side");
            break;
        case FaceMode::SideBySide:
            break;
    }
    drawLabel(painter, all, Corner::BottomLeft, {}, hint);
}

}  // namespace cotejo::compare
