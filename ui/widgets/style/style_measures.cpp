#include <QApplication>
#include <QLineEdit>
#include <QStyleOption>

#include "ui/widgets/style/style_parts.h"

/// How large controls and their parts are, and where the parts lie.
namespace cotejo::widgets {

using namespace style_parts;

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
