#include "ui/widgets/choices/tab_strip.h"

#include <QPainter>

#include "ui/widgets/badge.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

TabStrip::TabStrip(QWidget* parent) : QTabBar(parent) {
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setFont(fontOf(TextRole::Body, Weight::SemiBold));
    setFixedHeight(metric::kTabs);
}

void TabStrip::setCount(int index, const QString& count) {
    if (tabData(index).toString() == count) return;
    setTabData(index, count);
    //: A tab for screen readers: its name and how many items it has
    setAccessibleTabName(index, count.isEmpty() ? tabText(index) : tr("%1, %2").arg(tabText(index), count));
    setTabText(index, tabText(index));  // lays the bar out again
    update();
}

QSize TabStrip::tabSizeHint(int index) const {
    const QFontMetrics metrics(fontOf(TextRole::Body, Weight::SemiBold));
    const QString count = tabData(index).toString();
    return {metrics.horizontalAdvance(tabText(index)) + 24 + (count.isEmpty() ? 0 : countSize(count).width() + 7), metric::kTabs};
}

void TabStrip::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const QRect rect = tabRect(i);
        if (!rect.intersects(this->rect())) continue;
        const bool current = i == currentIndex();
        const bool hover = rect.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        const QFont font = fontOf(TextRole::Body, current ? Weight::SemiBold : Weight::Regular);
        painter.setFont(font);
        painter.setPen(current || hover ? t.t1 : t.t2);
        int x = rect.left() + 12;
        painter.drawText(QRect(x, rect.top(), rect.width(), rect.height() - 1), Qt::AlignVCenter | Qt::AlignLeft, tabText(i));
        const QString number = tabData(i).toString();
        if (!number.isEmpty()) {
            x += QFontMetrics(font).horizontalAdvance(tabText(i)) + 7;
            paintCount(painter, QRect(x, rect.top(), 60, rect.height() - 1), number, t);
        }
        if (current) painter.fillRect(QRect(rect.left() + 2, rect.bottom() - 1, rect.width() - 4, 2), t.accent);
        if (current && hasFocus())
            drawRounded(painter, rect.adjusted(2, 4, -2, -6), metric::kRadiusControl, {}, t.accent, 2);
    }
}

}  // namespace cotejo::widgets
