#pragma once

#include <QPlainTextEdit>
#include <QTextEdit>

#include "ui/widgets/style/style.h"

/// What the files of `Style` share.
namespace cotejo::widgets::style_parts {

inline constexpr char kKindProperty[] = "cotejoButtonKind";
inline constexpr char kSizeProperty[] = "cotejoButtonSize";

inline ButtonKind kindOf(const QWidget* widget) {
    return widget != nullptr ? static_cast<ButtonKind>(widget->property(kKindProperty).toInt()) : ButtonKind::Normal;
}
inline ButtonSize sizeOf(const QWidget* widget) {
    const auto value = widget != nullptr ? widget->property(kSizeProperty) : QVariant();
    return value.isValid() ? static_cast<ButtonSize>(value.toInt()) : ButtonSize::Normal;
}
inline int heightOf(ButtonSize size) {
    switch (size) {
    case ButtonSize::Small: return metric::kControlSmall;
    case ButtonSize::Large: return metric::kControlLarge;
    case ButtonSize::Normal: break;
    }
    return metric::kControl;
}

inline bool isTextArea(const QWidget* widget) {
    return qobject_cast<const QPlainTextEdit*>(widget) != nullptr || qobject_cast<const QTextEdit*>(widget) != nullptr;
}

}  // namespace cotejo::widgets::style_parts
