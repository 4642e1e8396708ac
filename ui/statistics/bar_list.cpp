#include "ui/statistics/bar_list.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/widgets/style/style.h"
#include "ui/widgets/tables/table.h"

namespace cotejo::statistics {

using namespace widgets;

namespace {

constexpr int kGap = 12, kBarHeight = 8, kLeastBar = 60;

QFont nameFont() { return fontOf(TextRole::Body); }
QFont figureFont() { return fontOf(TextRole::Secondary); }

}  // namespace

BarList::BarList(const QString& accessibleName, QWidget* parent) : QWidget(parent) {
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarList::setBars(std::vector<Bar> bars) {
    m_bars = std::move(bars);
    m_names = m_figures = 0;
    QStringList lines;
    for (const auto& bar : m_bars) {
        lines << QStringLiteral("%1: %2").arg(bar.name, bar.figure);
        m_names = std::max(m_names, QFontMetrics(nameFont()).horizontalAdvance(bar.name) + 1);
        m_figures = std::max(m_figures, tabularWidth(QFontMetrics(figureFont()), bar.figure));
    }
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

void BarList::align(const std::vector<BarList*>& lists) {
    int names = 0, figures = 0;
    for (const auto* list : lists) {
        names = std::max(names, list->m_names);
        figures = std::max(figures, list->m_figures);
    }
    for (auto* list : lists) {
        list->m_names = names;
        list->m_figures = figures;
        list->updateGeometry();
        list->update();
    }
}

/// What the names need, up to the room that figures and bars leave them.
int BarList::nameWidth() const { return std::clamp(m_names, 40, std::max(40, width() - m_figures - kLeastBar - 2 * kGap)); }

QSize BarList::sizeHint() const { return {360, std::max(1, int(m_bars.size())) * metric::kRowCompact}; }
QSize BarList::minimumSizeHint() const { return {40 + m_figures + kLeastBar + 2 * kGap, sizeHint().height()}; }

void BarList::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int names = nameWidth();
    const QFontMetrics metrics(nameFont());
    for (int i = 0; i < int(m_bars.size()); ++i) {
        const auto& bar = m_bars[std::size_t(i)];
        const QRect row(0, i * metric::kRowCompact, width(), metric::kRowCompact);
        painter.setFont(nameFont());
        painter.setPen(t.t1);
        painter.drawText(QRect(row.left(), row.top(), names, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(bar.name, Qt::ElideRight, names));
        painter.setFont(figureFont());
        painter.setPen(bar.fraction ? t.t1 : t.t3);
        drawTabular(painter, QRect(row.right() + 1 - m_figures, row.top(), m_figures, row.height()), Qt::AlignRight | Qt::AlignVCenter, bar.figure);
        if (!bar.fraction) continue;
        const QRectF track(names + kGap, row.center().y() - kBarHeight / 2.0 + 0.5, row.width() - names - m_figures - 2 * kGap, kBarHeight);
        drawRounded(painter, track, kBarHeight / 2.0, t.sunk, t.highContrast() ? t.line2 : QColor());
        const double length = track.width() * std::clamp(*bar.fraction, 0.0, 1.0);
        if (length > 0) drawRounded(painter, QRectF(track.topLeft(), QSizeF(std::max<double>(length, 3), kBarHeight)), kBarHeight / 2.0, t.accent, {});
    }
}

bool BarList::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto row = std::size_t(std::max(0, help->pos().y() / metric::kRowCompact));
    if (row < m_bars.size() && help->pos().x() < nameWidth() && QFontMetrics(nameFont()).horizontalAdvance(m_bars[row].name) > nameWidth())
        QToolTip::showText(help->globalPos(), m_bars[row].name, this);
    else
        QToolTip::hideText();
    return true;
}

}  // namespace cotejo::statistics
