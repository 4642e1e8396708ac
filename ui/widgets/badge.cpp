#include "ui/widgets/badge.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

namespace {
constexpr int kPadding = 6;
constexpr int kIconGap = 4;
constexpr int kLeastWidth = 60;  // the icon and a few letters
QFont badgeFont() { return fontOf(TextRole::Secondary, Weight::Medium); }
}  // namespace

QSize badgeSize(const BadgeLook& look) {
    const QFontMetrics metrics(badgeFont());
    const int icon = look.icon.isEmpty() ? 0 : metric::kIconBadge + (look.text.isEmpty() ? 0 : kIconGap);
    const int text = look.text.isEmpty() ? 0 : metrics.horizontalAdvance(look.text) + 1;
    return {icon + text + 2 * kPadding, metric::kBadge};
}

int paintBadge(QPainter& painter, const QRect& rect, const BadgeLook& look, const Tokens& tokens) {
    const int width = std::min(badgeSize(look).width(), rect.width());
    const QRect box(rect.left(), rect.top() + (rect.height() - metric::kBadge) / 2, width, metric::kBadge);
    const QColor color = ink(tokens, look.tone);
    painter.save();
    if (look.outlined)
        drawRounded(painter, box, metric::kRadiusBadge, tokens.base, color, tokens.highContrast() ? 2 : 1);
    else
        drawRounded(painter, box, metric::kRadiusBadge, fill(tokens, look.tone), tokens.highContrast() ? color : QColor(),
                    tokens.highContrast() ? 2 : 1);
    int x = box.left() + kPadding;
    if (!look.icon.isEmpty()) {
        drawIcon(painter, look.icon, QRectF(x, box.top() + (box.height() - metric::kIconBadge) / 2.0, metric::kIconBadge, metric::kIconBadge),
                 color);
        x += metric::kIconBadge + kIconGap;
    }
    painter.setFont(badgeFont());
    painter.setPen(color);
    const QRect textRect(x, box.top(), box.right() - kPadding + 3 - x, box.height());
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     QFontMetrics(badgeFont()).elidedText(look.text, Qt::ElideRight, textRect.width() + 1));
    painter.restore();
    return width;
}

Badge::Badge(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

Badge::Badge(const BadgeLook& look, QWidget* parent) : Badge(parent) { setLook(look); }

void Badge::setLook(const BadgeLook& look) {
    m_look = look;
    setAccessibleName(look.text);
    updateGeometry();
    update();
    resizeEvent(nullptr);
}

QSize Badge::minimumSizeHint() const {
    const QSize whole = badgeSize(m_look);
    return m_mayShrink ? QSize(std::min(whole.width(), kLeastWidth), whole.height()) : whole;
}

void Badge::setMayShrink(bool may) {
    m_mayShrink = may;
    setSizePolicy(may ? QSizePolicy::Maximum : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::resizeEvent(QResizeEvent*) { setToolTip(width() < badgeSize(m_look).width() ? m_look.text : QString()); }

void Badge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBadge(painter, rect(), m_look, tokensOf(this));
}

QSize countSize(const QString& text) {
    const QFontMetrics metrics(fontOf(TextRole::Caption, Weight::SemiBold));
    return {std::max(18, metrics.horizontalAdvance(text) + 10), 18};
}

void paintCount(QPainter& painter, const QRect& rect, const QString& text, const Tokens& tokens, bool strong) {
    const QSize size = countSize(text);
    const QRect box(rect.left(), rect.top() + (rect.height() - size.height()) / 2, size.width(), size.height());
    painter.save();
    drawRounded(painter, box, box.height() / 2.0, strong ? tokens.accent : tokens.neutralFill,
                tokens.highContrast() ? tokens.line : QColor());
    painter.setFont(fontOf(TextRole::Caption, Weight::SemiBold));
    painter.setPen(strong ? tokens.onAccent : tokens.t2);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
}

}  // namespace cotejo::widgets
