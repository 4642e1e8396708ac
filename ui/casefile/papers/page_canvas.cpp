#include "ui/casefile/papers/page_canvas.h"

#include <QPaintEvent>
#include <QPainter>
#include <cmath>

#include "ui/widgets/style/theme.h"

namespace cotejo::casefile {

namespace {
constexpr int kParts = 1000;
}

PageCanvas::PageCanvas(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("pageCanvas"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PageCanvas::setPage(const QImage& page, bool known) {
    m_page = page;
    m_seen = {};
    m_whole = known;
    update();
}

void PageCanvas::clear() { setPage({}, false); }

double PageCanvas::shape() const { return m_page.isNull() ? 0 : double(m_page.height()) / m_page.width(); }

void PageCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    if (m_page.isNull()) {
        painter.fillRect(rect(), widgets::tokensOf(this).base);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(rect(), m_page);
    // A picture taken of the widget paints as well; what is not in view does not count.
    if (!m_whole && width() >= kLeastWidth && !window()->isMinimized()) note(event->rect() & visibleRegion().boundingRect());
}

void PageCanvas::note(const QRect& drawn) {
    if (drawn.isEmpty()) return;
    const auto part = [](double at, double of) { return at * kParts / of; };
    const int left = int(std::floor(part(drawn.left(), width()))), top = int(std::floor(part(drawn.top(), height())));
    const int right = int(std::ceil(part(drawn.right() + 1, width()))), bottom = int(std::ceil(part(drawn.bottom() + 1, height())));
    m_seen += QRect(left, top, right - left, bottom - top);
    if (!QRegion(0, 0, kParts, kParts).subtracted(m_seen).isEmpty()) return;
    m_whole = true;
    QMetaObject::invokeMethod(this, &PageCanvas::whole, Qt::QueuedConnection);
}

}  // namespace cotejo::casefile
