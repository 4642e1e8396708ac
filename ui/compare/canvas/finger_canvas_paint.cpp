#include <QElapsedTimer>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <set>

#include "ui/compare/canvas/finger_canvas.h"

/// The painting half of FingerCanvas.
namespace cotejo::compare {
namespace {

constexpr qreal kLoupe = 132;
constexpr qreal kLoupeZoom = 4;
constexpr qreal kTail = 9;

}  // namespace

void FingerCanvas::paintEvent(QPaintEvent*) {
    QElapsedTimer timer;
    timer.start();
    QPainter painter(this);
    painter.fillRect(rect(), canvasTokens().canvas);
    paintImages(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_ownOnly) paintLines(painter);
    for (const Side side : {Side::Probe, Side::Reference}) {
        if (side == Side::Reference && !m_hasReference) break;
        painter.save();
        painter.setClipRect(panel(side));
        if (!m_ownOnly) paintMinutiae(painter, side);
        paintExaminerMarks(painter, side);
        paintPairing(painter, side);
        painter.restore();
    }
    if (!m_ownOnly) paintChosen(painter);
    paintFrame(painter);
    m_paintMillis = double(timer.nsecsElapsed()) / 1e6;
}

void FingerCanvas::paintImages(QPainter& painter) {
    for (const Side side : {Side::Probe, Side::Reference}) {
        if (side == Side::Reference && !m_hasReference) break;
        const QRectF area = panel(side);
        painter.drawImage(area.topLeft(),
                          m_layers[std::size_t(side)].render(image(side, m_layer), m_view.toPanel(side),
                                                             area.size(), devicePixelRatioF(), {}));
        const QImage& quality = print(side).qualityMap;
        if (!m_quality || quality.isNull()) continue;
        painter.save();
        painter.setClipRect(area);
        painter.translate(area.center());
        painter.setTransform(m_view.toPanel(side), true);
        painter.drawImage(QRectF(QPointF(), QSizeF(print(side).original.size())), quality);
        painter.restore();
    }
}

void FingerCanvas::paintLines(QPainter& painter) {
    if (m_lines != PairLines::All || !m_hasReference) return;
    for (int i = 0; i < m_shown; ++i) {
        const auto& pair = m_pairs[std::size_t(i)];
        if (i == m_chosen || !isShown(pair)) continue;
        painter.setPen(pair.own ? QPen(canvasTokens().pairLine, 1.2)
                                : QPen(canvasTokens().labelQuiet, 1, Qt::DotLine));
        painter.drawLine(toCanvas(Side::Probe, m_prints[0].minutiae[std::size_t(pair.probe)].at),
                         toCanvas(Side::Reference, m_prints[1].minutiae[std::size_t(pair.reference)].at));
    }
}

void FingerCanvas::paintGlyph(QPainter& painter, Side side, const Minutia& minutia, qreal radius, qreal tail,
                              QColor colour, qreal width) {
    const QPointF at = toCanvas(side, minutia.at);
    painter.save();
    painter.translate(at);
    // Image rows run downwards, so a counter-clockwise angle turns the other way on screen.
    painter.rotate(m_view.angle(side) - minutia.angle);
    strokeCased(painter, minutiaGlyph(minutia.kind, radius, tail), colour, width, Qt::white);
    painter.restore();
}

void FingerCanvas::paintMinutiae(QPainter& painter, Side side) {
    const auto& minutiae = print(side).minutiae;
    std::set<int> paired;
    for (int i = 0; i < m_shown; ++i)
        if (const auto& pair = m_pairs[std::size_t(i)]; isShown(pair))
            paired.insert(side == Side::Probe ? pair.probe : pair.reference);
    if (m_chosen >= 0)
        paired.insert(side == Side::Probe ? m_pairs[std::size_t(m_chosen)].probe
                                          : m_pairs[std::size_t(m_chosen)].reference);
    const QRectF visible = panel(side).adjusted(-20, -20, 20, 20);
    for (int i = 0; i < int(minutiae.size()); ++i)
        if (!paired.contains(i) && visible.contains(toCanvas(side, minutiae[std::size_t(i)].at)))
            paintGlyph(painter, side, minutiae[std::size_t(i)], 3.2, 7, canvasTokens().unpaired, 1.3);
    const QFont font = widgets::fontOf(widgets::TextRole::Caption, widgets::Weight::SemiBold);
    for (int i = 0; i < m_shown; ++i) {
        const auto& pair = m_pairs[std::size_t(i)];
        if (i == m_chosen || !isShown(pair)) continue;
        const auto& minutia = minutiae[std::size_t(side == Side::Probe ? pair.probe : pair.reference)];
        const QPointF at = toCanvas(side, minutia.at);
        if (!visible.contains(at)) continue;
        const QColor colour = pair.own ? canvasTokens().paired : canvasTokens().unpaired;
        paintGlyph(painter, side, minutia, 5, kTail, colour, 2);
        QString text = QString::number(i + 1);
        if (pair.verdict == Verdict::Doubtful) text += QLatin1Char('?');
        drawNumber(painter, at + QPointF(6, -6), text, colour, font);
    }
}

void FingerCanvas::paintExaminerMarks(QPainter& painter, Side side) {
    const QFont font = widgets::fontOf(widgets::TextRole::Caption, widgets::Weight::SemiBold);
    painter.setFont(font);
    for (const auto& mark : m_examiner) {
        if (mark.side != side) continue;
        painter.save();
        painter.translate(toCanvas(side, mark.at));
        const QPainterPath diamond = diamondGlyph(10.5);
        painter.fillPath(diamond, Qt::white);
        strokeCased(painter, diamond, canvasTokens().examiner, 2.2, Qt::white);
        painter.setPen(canvasTokens().examiner);
        const QString letter = mark.kind == ExaminerMark::Kind::Core    ? QStringLiteral("N")
                               : mark.kind == ExaminerMark::Kind::Delta ? QStringLiteral("Δ")
                                                                        : QStringLiteral("·");
        painter.drawText(QRectF(-10, -10, 20, 20), Qt::AlignCenter, letter);
        painter.restore();
    }
}

void FingerCanvas::paintChosen(QPainter& painter) {
    if (m_chosen < 0 || !m_hasReference) return;
    const auto& pair = m_pairs[std::size_t(m_chosen)];
    const Minutia& probe = m_prints[0].minutiae[std::size_t(pair.probe)];
    const Minutia& reference = m_prints[1].minutiae[std::size_t(pair.reference)];
    if (m_lines != PairLines::None) {
        QPainterPath line(toCanvas(Side::Probe, probe.at));
        line.lineTo(toCanvas(Side::Reference, reference.at));
        strokeCased(painter, line, canvasTokens().chosen, 2, Qt::white, 2);
    }
    const QFont font = widgets::fontOf(widgets::TextRole::Caption, widgets::Weight::SemiBold);
    for (const Side side : {Side::Probe, Side::Reference}) {
        const Minutia& minutia = side == Side::Probe ? probe : reference;
        painter.save();
        painter.setClipRect(panel(side));
        paintGlyph(painter, side, minutia, 7.5, 11, canvasTokens().chosen, 3);
        const QString text = QString::number(m_chosen + 1);
        QRectF tag(0, 0, QFontMetricsF(font).horizontalAdvance(text) + 10, 18);
        tag.moveCenter(toCanvas(side, minutia.at) + QPointF(0, -22));
        painter.setPen(QPen(Qt::white, 1.2));
        painter.setBrush(canvasTokens().chosen);
        painter.drawRoundedRect(tag, 3, 3);
        painter.setFont(font);
        painter.drawText(tag, Qt::AlignCenter, text);
        painter.restore();
    }
    const qreal size = std::min({kLoupe, panel(Side::Probe).width() / 2 - 24, height() / 2.0 - 24});
    if (size < 60) return;
    paintLoupe(painter, Side::Probe, QRectF(10, height() - size - 10, size, size));
    paintLoupe(painter, Side::Reference, QRectF(width() - size - 10, height() - size - 10, size, size));
}

void FingerCanvas::paintLoupe(QPainter& painter, Side side, const QRectF& box) {
    const auto& pair = m_pairs[std::size_t(m_chosen)];
    const Minutia& minutia =
        print(side).minutiae[std::size_t(side == Side::Probe ? pair.probe : pair.reference)];
    const FingerLayer wanted = loupeLayer();
    const bool has =
        wanted == FingerLayer::Enhanced ? !print(side).enhanced.isNull() : !print(side).skeleton.isNull();
    const FingerLayer shown = has ? wanted : FingerLayer::Original;
    painter.save();
    QPainterPath frame;
    frame.addRoundedRect(box, 5, 5);
    painter.setClipPath(frame);
    painter.fillRect(box, Qt::white);
    if (const auto& picture = image(side, shown)) {
        QTransform turn;
        turn.rotate(m_view.angle(side));
        painter.save();
        painter.translate(box.center());
        picture->paint(painter, QTransform::fromTranslate(-minutia.at.x(), -minutia.at.y()) *
                                    QTransform::fromScale(kLoupeZoom, kLoupeZoom) * turn);
        painter.restore();
    }
    painter.save();
    painter.translate(box.center());
    painter.rotate(m_view.angle(side) - minutia.angle);
    strokeCased(painter, minutiaGlyph(minutia.kind, 12, 18), canvasTokens().chosen, 3, Qt::white);
    painter.restore();
    const QFont font = widgets::fontOf(widgets::TextRole::Caption, widgets::Weight::SemiBold);
    const QString layer = shown == FingerLayer::Enhanced   ? tr("enhanced")
                          : shown == FingerLayer::Skeleton ? tr("skeleton")
                                                           : tr("original");
    const QString text = tr("Loupe 4× · %1").arg(layer);
    const QFontMetricsF metrics(font);
    const QRectF label(box.left() + 6, box.top() + 6,
                       std::min(metrics.horizontalAdvance(text) + 8, box.width() - 12), metrics.height() + 2);
    painter.fillRect(label, QColor(255, 255, 255, 230));
    painter.setFont(font);
    painter.setPen(canvasTokens().faceMarkDisc);
    painter.drawText(label, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, label.width()));
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 4));
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(QPen(canvasTokens().chosen, 2));
    painter.drawRoundedRect(box, 5, 5);
}

void FingerCanvas::paintLegend(QPainter& painter) {
    struct Item {
        QPainterPath glyph;
        QColor colour;
        QString text;
    };
    const auto bare = [](Glyph glyph) { return minutiaGlyph(glyph, 4, 0); };
    const bool machine = std::any_of(m_pairs.begin(), m_pairs.end(), [](const auto& pair) { return pair.machine; });
    std::vector<Item> items{{bare(Glyph::Ending), QColor(0x7c, 0xc0, 0xec), tr("own pair")},
                            {bare(Glyph::Bifurcation), QColor(0xf0, 0x95, 0x5a), tr("chosen")},
                            {bare(Glyph::Ending), canvasTokens().labelQuiet,
                             machine ? tr("the machine's, numbered") : tr("minutia of that print alone")},
                            {diamondGlyph(5.5), QColor(0x5f, 0xd0, 0xad), tr("examiner's")},
                            {{}, canvasTokens().labelQuiet, tr("○ ending  □ bifurcation")}};
    const QFont font = widgets::fontOf(widgets::TextRole::Caption);
    const QFontMetricsF metrics(font);
    qreal width = 12;
    for (const auto& item : items)
        width += metrics.horizontalAdvance(item.text) + (item.glyph.isEmpty() ? 14 : 34);
    const qreal room = this->width() - 2 * (m_chosen >= 0 && m_hasReference ? kLoupe + 24 : 12);
    if (width > room) return;
    QRectF box(0, 0, width, metrics.height() + 11);
    box.moveCenter(QPointF(this->width() / 2.0, 0));
    box.moveBottom(height() - 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(canvasTokens().labelFill);
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(font);
    qreal x = box.left() + 12;
    for (const auto& item : items) {
        if (!item.glyph.isEmpty()) {
            painter.save();
            painter.translate(x + 5, box.center().y());
            painter.strokePath(item.glyph, QPen(item.colour, 2));
            painter.restore();
            x += 17;
        }
        painter.setPen(item.glyph.isEmpty() ? canvasTokens().labelQuiet : canvasTokens().labelText);
        const qreal advance = metrics.horizontalAdvance(item.text);
        painter.drawText(QRectF(x, box.top(), advance + 2, box.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         item.text);
        x += advance + 17;
    }
}

void FingerCanvas::paintFrame(QPainter& painter) {
    drawLabel(painter, panel(Side::Probe), Corner::TopLeft, m_prints[0].title, m_prints[0].detail);
    if (m_hasReference)
        drawLabel(painter, panel(Side::Reference), Corner::TopRight, m_prints[1].title, m_prints[1].detail);
    if (m_marking) {
        const QString what = m_markKind == ExaminerMark::Kind::Core    ? tr("core")
                             : m_markKind == ExaminerMark::Kind::Delta ? tr("delta")
                                                                       : tr("minutia");
        drawLabel(painter, QRectF(rect()), Corner::BottomCentre, tr("Marking: %1").arg(what),
                  tr("click or Enter sets, Delete takes back, Esc ends"));
    } else if (m_pairing) {
        drawLabel(painter, QRectF(rect()), Corner::BottomCentre,
                  m_taken < 0 ? tr("Pairing: a minutia of either print")
                  : m_cursorSide == Side::Probe ? tr("Pairing: the same minutia of the probe")
                                                : tr("Pairing: the same minutia of the reference"),
                  tr("click, or arrow keys and Enter; Esc ends"));
    } else if (!m_prints[0].minutiae.empty()) {
        paintLegend(painter);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

}  // namespace cotejo::compare
