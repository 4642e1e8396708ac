#include "ui/widgets/choices/chip.h"

#include <QPainter>

#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

namespace {
QFont labelFont() { return fontOf(TextRole::Secondary); }
QFont valueFont() { return fontOf(TextRole::Secondary, Weight::SemiBold); }
}  // namespace

Chip::Chip(QWidget* parent) : QAbstractButton(parent) {
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setContent(const QString& label, const QString& value, const QString& leadingIcon) {
    m_label = label, m_value = value, m_icon = leadingIcon;
    //: A filter chip for screen readers: name of the filter, its value
    setAccessibleName(value.isEmpty() ? tr("Add a filter: %1").arg(label)
                                      : tr("Filter %1: %2. Press to remove it.").arg(label, value));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const {
    int width = 20 + QFontMetrics(labelFont()).horizontalAdvance(m_label);
    if (isSet()) width += 6 + QFontMetrics(valueFont()).horizontalAdvance(m_value) + 20 + (m_icon.isEmpty() ? 0 : 18);
    else width += 18;
    return {width + 2, metric::kChip};
}

void Chip::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    QColor ground = isSet() ? t.sel : t.base;
    if (underMouse()) ground = isSet() ? t.sel2 : t.sunk;
    if (isDown()) ground = t.sel2;
    const QColor border = isSet() ? (t.highContrast() ? t.accent : t.sel2) : t.line2;
    drawRounded(painter, rect(), height() / 2.0 - 0.5, ground, border, t.highContrast() ? 2 : 1);
    int x = 10;
    const auto drawAt = [&](const QString& name, int side, const QColor& color) {
        drawIcon(painter, name, QRectF(x, (height() - side) / 2.0, side, side), color);
    };
    if (!isSet()) {
        drawAt(QStringLiteral("plus"), 13, t.t2);
        x += 18;
    } else if (!m_icon.isEmpty()) {
        drawAt(m_icon, 13, t.accent);
        x += 18;
    }
    painter.setFont(labelFont());
    painter.setPen(isSet() ? t.accent : t.t1);
    painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, m_label);
    x += QFontMetrics(labelFont()).horizontalAdvance(m_label) + 6;
    if (isSet()) {
        painter.setFont(valueFont());
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, m_value);
        x += QFontMetrics(valueFont()).horizontalAdvance(m_value) + 7;
        drawAt(QStringLiteral("close"), 12, t.accent);
    }
}

}  // namespace cotejo::widgets
