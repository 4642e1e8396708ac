#include "ui/compare/reveal/score_chart.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace cotejo::compare {

using namespace widgets;

namespace {

/// 1, 2 or 5 times a power of ten, about a seventh of the range.
double tickStep(double range) {
    const double rough = range / 7;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough) return factor * power;
    return 10 * power;
}

}  // namespace

ScoreChart::ScoreChart(QWidget* parent) : QWidget(parent) {
    setObjectName("scoreChart");
    setAccessibleName(tr("Score and calibration"));
}

void ScoreChart::setValues(const RevealValues::Calibration& calibration, double score,
                           record::Modality modality) {
    m_modality = modality;
    m_calibration = calibration;
    m_score = score;
    const QLocale locale;
    const QString pair = locale.toString(score, 'f', 3);
    setAccessibleDescription(
        calibration.threshold
            ? tr("This pair scores %1; the threshold is %2.").arg(pair, locale.toString(*calibration.threshold, 'f', 3))
            : tr("This pair scores %1; no report supports a threshold.").arg(pair));
    update();
}

void ScoreChart::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    const CanvasTokens& c = canvasTokens();
    const QLocale locale;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& mated = m_calibration.matedCurve;
    const auto& nonMated = m_calibration.nonMatedCurve;
    const double reach = m_calibration.threshold.value_or(m_score);
    double low = std::min(m_score, reach), high = std::max(m_score, reach), top = 0;
    for (const auto* curve : {&mated, &nonMated})
        for (const QPointF& point : *curve) {
            low = std::min(low, point.x());
            high = std::max(high, point.x());
            top = std::max(top, point.y());
        }
    const double margin = std::max(1e-3, (high - low) * 0.06);
    low -= margin;
    high += margin;
    const QRectF area(24, 40, width() - 48.0, height() - 68.0);
    const auto x = [&](double score) { return area.left() + (score - low) / (high - low) * area.width(); };
    const auto y = [&](double frequency) {
        return area.bottom() - (top > 0 ? frequency / top : 0) * (area.height() - 18);
    };
    const QFont small = fontOf(TextRole::Caption), strong = fontOf(TextRole::Caption, Weight::SemiBold);
    const auto curve = [&](const std::vector<QPointF>& points, const QColor& line, const QBrush& brush,
                           double opacity) {
        if (points.size() < 2) return;
        QPainterPath path(QPointF(x(points.front().x()), area.bottom()));
        for (const QPointF& point : points)
            path.lineTo(x(point.x()), y(point.y()));
        path.lineTo(x(points.back().x()), area.bottom());
        painter.setOpacity(opacity);
        painter.fillPath(path, brush);
        painter.setOpacity(1);
        painter.strokePath(path, QPen(line, 1.5));
    };
    const auto peak = [](const std::vector<QPointF>& points) {
        return *std::max_element(points.begin(), points.end(),
                                 [](const auto& a, const auto& b) { return a.y() < b.y(); });
    };
    const QColor nonMatedInk = t.dark() ? c.nonMated : c.nonMated.darker(155);
    const QColor matedInk = t.dark() ? c.pairLine : c.mated;
    curve(mated, matedInk, QBrush(c.mated), t.dark() ? 0.35 : 0.16);
    curve(nonMated, nonMatedInk, QBrush(c.nonMated), 0.18);
    curve(nonMated, nonMatedInk, QBrush(nonMatedInk, Qt::BDiagPattern), 0.6);
    painter.setPen(QPen(t.ctl, 1.2));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setFont(small);
    painter.setPen(t.t3);
    const double step = tickStep(high - low);
    for (double tick = std::ceil(low / step) * step; tick <= high; tick += step) {
        const double at = std::abs(tick) < step / 1e3 ? 0 : tick;
        painter.drawText(QRectF(x(at) - 40, area.bottom() + 5, 80, 16), Qt::AlignCenter,
                         locale.toString(at, 'f', std::max(0, int(std::ceil(-std::log10(step) - 1e-9)))));
    }
    painter.setFont(strong);
    painter.setPen(nonMatedInk);
    if (!nonMated.empty())
        painter.drawText(
            QRectF(x(peak(nonMated).x()) - 80, area.top() - 2, 160, 16), Qt::AlignCenter,
            m_modality == record::Modality::Face ? tr("different persons") : tr("different fingers"));
    painter.setPen(matedInk);
    if (!mated.empty()) {
        const QPointF at = peak(mated);
        painter.drawText(QRectF(x(at.x()) - 20, y(at.y()) - 19, 160, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         m_modality == record::Modality::Face ? tr("same person") : tr("same finger"));
    }
    const bool tagLeft = x(m_score) > area.center().x() + area.width() * 0.3;
    if (m_calibration.threshold) {
        QPen dash(t.t1, 1.2);
        dash.setDashPattern({3, 3});
        painter.setPen(dash);
        const double threshold = x(reach);
        painter.drawLine(QPointF(threshold, area.top() + 16), QPointF(threshold, area.bottom()));
        painter.setFont(small);
        painter.setPen(t.t2);
        const bool left = reach <= m_score;
        painter.drawText(QRectF(left ? threshold - 166 : threshold + 6, area.top() + 16, 160, 16),
                         (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                         tr("threshold %1").arg(locale.toString(reach, 'f', 3)));
    }
    painter.setPen(QPen(c.chosen, 2.5));
    painter.drawLine(QPointF(x(m_score), 8), QPointF(x(m_score), area.bottom()));
    const QString text = tr("this pair %1").arg(locale.toString(m_score, 'f', 3));
    QRectF tag(x(m_score) + 4, 4, QFontMetricsF(strong).horizontalAdvance(text) + 14, 22);
    if (tagLeft) tag.moveRight(x(m_score) - 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.chosen.darker(118));
    painter.drawRoundedRect(tag, 4, 4);
    painter.setFont(strong);
    painter.setPen(Qt::white);
    painter.drawText(tag, Qt::AlignCenter, text);
    if (mated.empty() && nonMated.empty()) {
        painter.setFont(small);
        painter.setPen(t.t3);
        painter.drawText(area, Qt::AlignCenter, tr("The calibration report holds no distributions."));
    }
}

DotArray::DotArray(QWidget* parent) : QWidget(parent) {
    setObjectName("dotArray");
    setAccessibleName(tr("Travelers who are not in the list"));
}

void DotArray::setRate(const BaseRate& rate) {
    m_rate = rate;
    setAccessibleDescription(tr("%1 bring up a candidate, %2 of them one as similar as this, %3 none.")
                                 .arg(rate.any)
                                 .arg(rate.asHigh)
                                 .arg(rate.of - rate.any));
    update();
}

void DotArray::paintDot(QPainter& painter, QRectF box, Dot dot, const Tokens& t) {
    const CanvasTokens& c = canvasTokens();
    box = box.adjusted(1, 1, -1, -1);
    if (dot == Dot::None) {
        painter.setPen(QPen(t.ctl, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box);
        return;
    }
    QColor fill = c.nonMated;
    if (dot == Dot::Candidate) fill.setAlphaF(0.6F);
    painter.setPen(QPen(dot == Dot::AsHigh ? c.chosen.darker(125) : c.nonMated.darker(150), 1.3));
    painter.setBrush(dot == Dot::AsHigh ? c.chosen.darker(112) : fill);
    painter.drawEllipse(box);
    if (dot == Dot::AsHigh) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawEllipse(box.center(), box.width() * 0.17, box.width() * 0.17);
    }
}

void DotArray::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double pitch = std::min(width(), height()) / 10.0;
    for (int i = 0; i < 100; ++i) {
        const QRectF box((i % 10) * pitch + pitch * 0.14, (i / 10) * pitch + pitch * 0.14, pitch * 0.72,
                         pitch * 0.72);
        paintDot(painter, box,
                 i < m_rate.dots(m_rate.asHigh) ? Dot::AsHigh
                 : i < m_rate.dots(m_rate.any)  ? Dot::Candidate
                                                : Dot::None,
                 t);
    }
}

}  // namespace cotejo::compare
