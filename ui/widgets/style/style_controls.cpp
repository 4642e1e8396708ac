#include <QPainter>
#include <QStyleOption>

#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style_parts.h"

/// How the single controls are painted.
namespace cotejo::widgets {

using namespace style_parts;

void Style::drawInput(const QRect& rect, bool focused, bool enabled, QPainter* painter) const {
    const QColor ground = enabled ? m_tokens.base : m_tokens.sunk;
    const QRectF box = rect;
    if (focused) {
        drawRounded(*painter, box, metric::kRadiusControl + 1, m_tokens.sel2, {});
        drawRounded(*painter, box.adjusted(2, 2, -2, -2), metric::kRadiusControl - 1, ground, m_tokens.accent,
                    m_tokens.highContrast() ? 2 : 1);
        return;
    }
    drawRounded(*painter, box.adjusted(2, 2, -2, -2), metric::kRadiusControl - 1, ground,
                enabled ? m_tokens.ctl : m_tokens.line2, m_tokens.highContrast() ? 2 : 1);
}

void Style::drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const ButtonKind kind = kindOf(widget);
    const bool enabled = option->state & State_Enabled;
    const bool hover = enabled && option->state & State_MouseOver;
    const bool down = option->state & State_Sunken;
    const bool on = option->state & State_On;
    QColor ground = m_tokens.base, border = m_tokens.line2;
    switch (kind) {
    case ButtonKind::Primary:
        ground = m_tokens.accent, border = QColor();
        if (hover) ground = m_tokens.dark() ? ground.lighter(108) : ground.darker(110);
        if (down) ground = m_tokens.dark() ? ground.darker(110) : ground.darker(122);
        if (!enabled) ground = m_tokens.sunk, border = m_tokens.line2;
        break;
    case ButtonKind::Protect:
        border = m_tokens.protect;
        if (hover || down) ground = m_tokens.protectFill;
        break;
    case ButtonKind::Quiet:
    case ButtonKind::Link:
        ground = QColor(), border = QColor();
        if (hover) ground = m_tokens.sunk;
        if (down) ground = m_tokens.sel2;
        break;
    case ButtonKind::Normal:
        if (hover) ground = m_tokens.sunk;
        if (down) ground = m_tokens.sel2;
        if (!enabled) ground = m_tokens.sunk;
        break;
    }
    if (on && kind != ButtonKind::Primary) {
        ground = m_tokens.sel;
        border = m_tokens.highContrast() ? m_tokens.accent : QColor();
    }
    if (!ground.isValid() && !border.isValid()) return;
    drawRounded(*painter, option->rect, metric::kRadiusControl, ground, border, m_tokens.highContrast() ? 2 : 1);
}

void Style::drawButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button == nullptr) return;
    const ButtonKind kind = kindOf(widget);
    const bool enabled = option->state & State_Enabled;
    QColor text = m_tokens.t1;
    if (kind == ButtonKind::Primary) text = m_tokens.onAccent;
    if (kind == ButtonKind::Protect) text = m_tokens.protect;
    if (kind == ButtonKind::Link) text = m_tokens.accent;
    if (option->state & State_On && kind != ButtonKind::Primary) text = m_tokens.selAccent;
    if (!enabled) text = m_tokens.t3;

    painter->save();
    const bool hasMenu = button->features & QStyleOptionButton::HasMenu;
    const QFontMetrics metrics(widget != nullptr ? widget->font() : painter->font());
    const int iconSide = button->icon.isNull() ? 0 : button->iconSize.width();
    const int gap = iconSide > 0 && !button->text.isEmpty() ? 8 : 0;
    QString caption = button->text;
    const QString plain = QString(caption).remove(QLatin1Char('&'));
    int width = iconSide + gap + metrics.horizontalAdvance(plain) + (hasMenu ? 20 : 0);
    QRect rect = option->rect;
    const bool leading = widget != nullptr && widget->property("cotejoLeading").toBool();
    int x = leading ? rect.left() + 10 : rect.left() + (rect.width() - width) / 2;
    x = std::max(x, rect.left() + 2);
    if (option->direction == Qt::RightToLeft) x = rect.right() - (x - rect.left()) - width;
    if (iconSide > 0) {
        const QRect at(x, rect.top() + (rect.height() - iconSide) / 2, iconSide, iconSide);
        drawIcon(*painter, button->icon, at, text);
        x += iconSide + gap;
    }
    painter->setPen(text);
    const QRect textRect(x, rect.top(), rect.right() - x - (hasMenu ? 20 : 0), rect.height());
    painter->drawText(textRect.adjusted(0, 0, 2, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic |
                      Qt::TextSingleLine | (styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0 ? 0 : Qt::TextHideMnemonic),
                      caption);
    if (hasMenu) drawIcon(*painter, QStringLiteral("chevron-down"),
                          QRect(rect.right() - 24, rect.center().y() - 6, 13, 13), m_tokens.t3);
    painter->restore();
}

void Style::drawCheck(PrimitiveElement element, const QStyleOption* option, QPainter* painter) const {
    const bool radio = element == PE_IndicatorRadioButton;
    const bool on = option->state & State_On;
    const bool partly = option->state & State_NoChange;
    const bool enabled = option->state & State_Enabled;
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor mark = enabled ? m_tokens.accent : m_tokens.t3;
    const bool filled = on || partly;
    drawRounded(*painter, box, radio ? box.height() / 2 : 3, filled && !radio ? mark : m_tokens.base,
                filled ? mark : m_tokens.ctl, m_tokens.highContrast() ? 2 : 1.3);
    if (radio && on) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(box.center(), box.width() * 0.26, box.width() * 0.26);
        painter->restore();
    } else if (filled) {
        drawIcon(*painter, on ? QStringLiteral("check") : QStringLiteral("minus"), option->rect.adjusted(2, 2, -2, -2),
                 m_tokens.onAccent);
    }
}

void Style::drawHeader(const QStyleOption* option, QPainter* painter) const {
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (header == nullptr) return;
    painter->save();
    painter->fillRect(option->rect, m_tokens.base);
    painter->setPen(m_tokens.line2);
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
    const QFont font = fontOf(TextRole::Caption, Weight::SemiBold);
    painter->setFont(font);
    painter->setPen(m_tokens.t3);
    QRect rect = option->rect.adjusted(10, 0, -10, -1);
    if (header->section == 0) rect.setLeft(option->rect.left() + 10);
    const QString text =
        QFontMetrics(font).elidedText(header->text, Qt::ElideRight, rect.width() - (header->sortIndicator ? 14 : 0));
    const auto align = (header->textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    painter->drawText(rect, static_cast<int>(align) | Qt::TextSingleLine, text);
    if (header->sortIndicator != QStyleOptionHeader::None) {
        const int x = rect.left() + QFontMetrics(font).horizontalAdvance(text) + 4;
        drawIcon(*painter, header->sortIndicator == QStyleOptionHeader::SortUp ? QStringLiteral("arrow-up")
                                                                              : QStringLiteral("arrow-down"),
                 QRect(x, rect.center().y() - 5, 12, 12), m_tokens.t2);
    }
    painter->restore();
}

void Style::drawMenuItem(const QStyleOption* option, QPainter* painter) const {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (item == nullptr) return;
    painter->save();
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->setPen(m_tokens.line);
        painter->drawLine(item->rect.left() + 8, item->rect.center().y(), item->rect.right() - 8, item->rect.center().y());
        painter->restore();
        return;
    }
    const bool enabled = option->state & State_Enabled;
    if (enabled && option->state & State_Selected)
        drawRounded(*painter, item->rect.adjusted(4, 1, -4, -1), 4, m_tokens.sel, {});
    const QColor text = enabled ? m_tokens.t1 : m_tokens.t3;
    if (item->checked) {
        drawIcon(*painter, QStringLiteral("check"), QRect(item->rect.left() + 10, item->rect.center().y() - 7, 14, 14),
                 m_tokens.accent);
    } else if (!item->icon.isNull()) {
        drawIcon(*painter, item->icon, QRect(item->rect.left() + 10, item->rect.center().y() - 7, 16, 16), m_tokens.t2);
    }
    painter->setFont(item->font);
    painter->setPen(text);
    const QRect rect = item->rect.adjusted(34, 0, -14, 0);
    const auto parts = item->text.split(QLatin1Char('\t'));
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, parts.value(0));
    if (parts.size() > 1) {
        painter->setPen(m_tokens.t3);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, parts.value(1));
    }
    painter->restore();
}

void Style::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (bar == nullptr || bar->maximum <= bar->minimum) return;
    QRectF handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    handle = bar->orientation == Qt::Vertical ? handle.adjusted(3, 2, -3, -2) : handle.adjusted(2, 3, -2, -3);
    const bool hot = option->state & State_MouseOver || option->activeSubControls & SC_ScrollBarSlider;
    drawRounded(*painter, handle, 3, hot || m_tokens.highContrast() ? m_tokens.ctl : m_tokens.line2, {});
}

void Style::drawCombo(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    drawInput(option->rect, option->state & State_HasFocus, option->state & State_Enabled, painter);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawIcon(*painter, QStringLiteral("chevron-down"), QRect(arrow.center().x() - 7, arrow.center().y() - 7, 15, 15), m_tokens.t3);
}

void Style::drawSlider(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (slider == nullptr || slider->orientation != Qt::Horizontal) {
        QProxyStyle::drawComplexControl(CC_Slider, option, painter, widget);
        return;
    }
    const QRectF handle = subControlRect(CC_Slider, option, SC_SliderHandle, widget);
    const double mid = option->rect.center().y() + 0.5;
    const QRectF groove(option->rect.left() + 2, mid - 2, option->rect.width() - 4, 4);
    drawRounded(*painter, groove, 2, m_tokens.highContrast() ? m_tokens.base : m_tokens.line2,
                m_tokens.highContrast() ? m_tokens.line2 : QColor());
    QRectF done = groove;
    done.setRight(handle.center().x());
    drawRounded(*painter, done, 2, m_tokens.accent, {});
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_tokens.accent, option->state & State_HasFocus ? 3 : 1.6));
    painter->setBrush(m_tokens.base);
    painter->drawEllipse(QPointF(handle.center().x(), mid), 7, 7);
    painter->restore();
}

}  // namespace cotejo::widgets
