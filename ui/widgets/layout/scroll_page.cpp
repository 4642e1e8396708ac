#include "ui/widgets/layout/scroll_page.h"

#include <QEvent>
#include <QLayout>
#include <QTimer>
#include <algorithm>

namespace cotejo::widgets {

ScrollPage::ScrollPage(QWidget* parent, QWidget* page) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(page != nullptr ? page : new QWidget);
}

void ScrollPage::fit() {
    auto* layout = widget()->layout();
    if (layout == nullptr) return;
    const int width = viewport()->width();
    // What is content with little (a table that takes what is over) still has its least height.
    const int needed = layout->hasHeightForWidth() ? std::max(layout->totalHeightForWidth(width), layout->totalMinimumHeightForWidth(width))
                                                   : std::max(layout->totalSizeHint().height(), layout->totalMinimumSize().height());
    if (widget()->minimumHeight() != needed) widget()->setMinimumHeight(needed);
}

void ScrollPage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

bool ScrollPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        fit();
        QTimer::singleShot(0, this, &ScrollPage::fit);  // what the cards in it have yet to lay out
    }
    return QScrollArea::eventFilter(watched, event);
}

}  // namespace cotejo::widgets
