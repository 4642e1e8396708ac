#include "ui/widgets/style/style.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style_parts.h"

namespace cotejo::widgets {

using namespace style_parts;

void setLook(QAbstractButton* button, ButtonKind kind, ButtonSize size) {
    button->setProperty(kKindProperty, static_cast<int>(kind));
    button->setProperty(kSizeProperty, static_cast<int>(size));
    QFont font = fontOf(size == ButtonSize::Small ? TextRole::Secondary : TextRole::Body,
                        kind == ButtonKind::Primary ? Weight::SemiBold : Weight::Medium);
    button->setFont(font);
    button->updateGeometry();
    button->update();
}

void drawRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& border,
                 double width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double half = border.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

Style::Style(const Tokens& tokens) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_tokens(tokens) {}

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButtonPanel(option, painter, widget);
        return;
    case PE_FrameFocusRect:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
    case PE_PanelItemViewRow:
        return;  // the focus ring is FocusRing's, rows are the delegates'
    case PE_PanelLineEdit:
        if (widget != nullptr && qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr) return;
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget); edit != nullptr && !edit->hasFrame()) return;
        drawInput(option->rect, option->state & State_HasFocus, option->state & State_Enabled, painter);
        return;
    case PE_FrameLineEdit: return;
    case PE_Frame:
        if (isTextArea(widget)) {
            drawInput(option->rect, option->state & State_HasFocus, option->state & State_Enabled, painter);
            return;
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
    case PE_IndicatorItemViewItemCheck: drawCheck(element, option, painter); return;
    case PE_FrameMenu:
    case PE_PanelMenu:
        painter->fillRect(option->rect, m_tokens.base);
        drawRounded(*painter, option->rect, 0, m_tokens.base, m_tokens.line2);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_tokens.base);
        drawRounded(*painter, option->rect, 0, m_tokens.base, m_tokens.line2);
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    switch (element) {
    case CE_PushButtonBevel:
        drawButtonPanel(option, painter, widget);
        return;
    case CE_PushButtonLabel: drawButtonLabel(option, painter, widget); return;
    case CE_HeaderSection: drawHeader(option, painter); return;
    case CE_HeaderLabel: return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_tokens.base);
        painter->setPen(m_tokens.line2);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_MenuItem: drawMenuItem(option, painter); return;
    case CE_ProgressBarGroove: drawRounded(*painter, option->rect, option->rect.height() / 2.0, m_tokens.line, {}); return;
    case CE_ProgressBarContents: {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (bar == nullptr || bar->maximum <= bar->minimum) break;
        const double share = double(bar->progress - bar->minimum) / double(bar->maximum - bar->minimum);
        QRectF filled = option->rect;
        filled.setWidth(filled.width() * share);
        if (share > 0) drawRounded(*painter, filled, filled.height() / 2, m_tokens.accent, {});
        return;
    }
    case CE_ProgressBarLabel: return;
    case CE_Splitter:
        painter->fillRect(option->rect, m_tokens.line);
        return;
    case CE_FocusFrame: {
        const double reach = 4;
        drawRounded(*painter, QRectF(option->rect).adjusted(0, 0, 0, 0), metric::kRadiusControl + reach, {}, m_tokens.accent, 2);
        return;
    }
    case CE_ComboBoxLabel: {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo == nullptr) break;
        QRect rect = option->rect.adjusted(12, 0, -30, 0);
        painter->save();
        const QColor text = option->state & State_Enabled ? m_tokens.t1 : m_tokens.t3;
        if (!combo->currentIcon.isNull()) {
            drawIcon(*painter, combo->currentIcon, QRect(rect.left(), rect.center().y() - 7, 16, 16), text);
            rect.setLeft(rect.left() + 24);
        }
        painter->setPen(text);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                          option->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, rect.width()));
        painter->restore();
        return;
    }
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    switch (control) {
    case CC_ScrollBar: drawScrollBar(option, painter, widget); return;
    case CC_ComboBox: drawCombo(option, painter, widget); return;
    case CC_Slider: drawSlider(option, painter, widget); return;
    case CC_ToolButton: {
        const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (tool == nullptr) break;
        QStyleOptionButton button;
        button.QStyleOption::operator=(*option);
        button.text = tool->toolButtonStyle == Qt::ToolButtonIconOnly ? QString() : tool->text;
        button.icon = tool->icon;
        button.iconSize = tool->iconSize;
        if (tool->features & QStyleOptionToolButton::HasMenu && tool->toolButtonStyle != Qt::ToolButtonIconOnly)
            button.features |= QStyleOptionButton::HasMenu;
        drawButtonPanel(&button, painter, widget);
        drawButtonLabel(&button, painter, widget);
        return;
    }
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    switch (hint) {
    case SH_Header_ArrowAlignment: return Qt::AlignVCenter | Qt::AlignRight;
    case SH_ScrollBar_ContextMenu: return 0;
    case SH_UnderlineShortcut: return 0;
    case SH_EtchDisabledText: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_FocusFrame_AboveWidget: return 1;
    case SH_FocusFrame_Mask:
        if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(data); mask != nullptr && option != nullptr)
            mask->region = QRegion(option->rect) - QRegion(option->rect.adjusted(4, 4, -4, -4));
        return 1;
    default: break;
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}

}  // namespace cotejo::widgets
