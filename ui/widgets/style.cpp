#include "ui/widgets/style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

#include "ui/widgets/icon.h"

namespace cotejo::widgets {

namespace {

constexpr char kKindProperty[] = "cotejoButtonKind";
constexpr char kSizeProperty[] = "cotejoButtonSize";

ButtonKind kindOf(const QWidget* widget) {
    return widget != nullptr ? static_cast<ButtonKind>(widget->property(kKindProperty).toInt()) : ButtonKind::Normal;
}
ButtonSize sizeOf(const QWidget* widget) {
    const auto value = widget != nullptr ? widget->property(kSizeProperty) : QVariant();
    return value.isValid() ? static_cast<ButtonSize>(value.toInt()) : ButtonSize::Normal;
}
int heightOf(ButtonSize size) {
    switch (size) {
    case ButtonSize::Small: return metric::kControlSmall;
    case ButtonSize::Large: return metric::kControlLarge;
    case ButtonSize::Normal: break;
    }
    return metric::kControl;
}

bool isTextArea(const QWidget* widget) {
    return qobject_cast<const QPlainTextEdit*>(widget) != nullptr || qobject_cast<const QTextEdit*>(widget) != nullptr;
}

}  // namespace

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

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                              const QWidget* widget) const {
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const int height = heightOf(sizeOf(widget));
        const bool small = sizeOf(widget) == ButtonSize::Small;
        if (button == nullptr) return {contents.width(), height};
        const QFontMetrics metrics(widget != nullptr ? widget->font() : QApplication::font());
        const int iconSide = button->icon.isNull() ? 0 : button->iconSize.width();
        const int gap = iconSide > 0 && !button->text.isEmpty() ? 8 : 0;
        const int text = button->text.isEmpty() ? 0
            : metrics.horizontalAdvance(QString(button->text).remove(QLatin1Char('&'))) + 2;
        const int padding = button->text.isEmpty() ? (small ? 10 : 16)
                            : kindOf(widget) == ButtonKind::Link ? 8 : (small ? 20 : 26);
        return {text + iconSide + gap + padding + (button->features & QStyleOptionButton::HasMenu ? 20 : 0), height};
    }
    case CT_ToolButton: {
        const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        const int height = heightOf(sizeOf(widget));
        if (tool == nullptr) return {contents.width(), height};
        const bool iconOnly = tool->toolButtonStyle == Qt::ToolButtonIconOnly || tool->text.isEmpty();
        if (iconOnly) return {height, height};
        const QFontMetrics metrics(widget != nullptr ? widget->font() : QApplication::font());
        const int iconSide = tool->icon.isNull() || tool->toolButtonStyle == Qt::ToolButtonTextOnly ? 0 : tool->iconSize.width() + 8;
        return {metrics.horizontalAdvance(QString(tool->text).remove(QLatin1Char('&'))) + 2 + iconSide + 22 +
                    (tool->features & QStyleOptionToolButton::HasMenu ? 20 : 0), height};
    }
    // Inputs are 4 px higher than they look: the halo of the focused state lives inside the widget.
    case CT_LineEdit: return {contents.width() + 20, metric::kControl + 4};
    case CT_ComboBox: {
        const auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + 30, metric::kControl + 4};
    }
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator) return {contents.width(), 9};
        const auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + 40, std::max(30, size.height())};
    }
    case CT_HeaderSection: {
        const auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + 20, metric::kTableHeader};
    }
    case CT_ProgressBar: return {contents.width(), 4};
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_DefaultFrameWidth: return isTextArea(widget) ? 4 : 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize: return metric::kIcon;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonMargin: return 0;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 4;
    case PM_SplitterWidth: return 1;
    case PM_HeaderMargin: return 4;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return 4;
    case PM_SliderLength: return 16;
    case PM_SliderThickness: return 24;
    case PM_ToolBarItemSpacing: return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return metric::kGrid;
    default: break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
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

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    if (element == SE_LineEditContents) {
        const auto* edit = qobject_cast<const QLineEdit*>(widget);
        return edit != nullptr && !edit->hasFrame() ? option->rect : option->rect.adjusted(8, 2, -8, -2);
    }
    if (element == SE_PushButtonContents) return option->rect;
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents) return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar == nullptr) return {};
        const bool vertical = bar->orientation == Qt::Vertical;
        const int length = vertical ? bar->rect.height() : bar->rect.width();
        const int range = bar->maximum - bar->minimum;
        int handle = length;
        if (range > 0) {
            handle = int(qint64(bar->pageStep) * length / std::max<qint64>(1, qint64(range) + bar->pageStep));
            handle = std::clamp(handle, std::min(32, length), length);
        }
        const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
        switch (part) {
        case SC_ScrollBarAddLine:
        case SC_ScrollBarSubLine: return {};
        case SC_ScrollBarGroove: return bar->rect;
        case SC_ScrollBarSlider:
            return vertical ? QRect(bar->rect.left(), at, bar->rect.width(), handle) : QRect(at, bar->rect.top(), handle, bar->rect.height());
        case SC_ScrollBarSubPage:
            return vertical ? QRect(bar->rect.left(), 0, bar->rect.width(), at) : QRect(0, bar->rect.top(), at, bar->rect.height());
        case SC_ScrollBarAddPage:
            return vertical ? QRect(bar->rect.left(), at + handle, bar->rect.width(), length - at - handle)
                            : QRect(at + handle, bar->rect.top(), length - at - handle, bar->rect.height());
        default: return {};
        }
    }
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxArrow) return QRect(option->rect.right() - 32, option->rect.top(), 28, option->rect.height());
        if (part == SC_ComboBoxEditField) return option->rect.adjusted(0, 0, 0, 0);
        if (part == SC_ComboBoxListBoxPopup) return option->rect;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

}  // namespace cotejo::widgets
