#pragma once

#include <QBoxLayout>
#include <QPushButton>
#include <functional>

#include "ui/widgets/label.h"
#include "ui/widgets/style.h"

/// Pieces of the canvases' tool bars.
namespace cotejo::compare {

/// Page width from which the tools carry words beside their icons.
inline constexpr int kWideBench = 1515;

/// A button of a tool bar, connected and added.
QPushButton* addTool(QBoxLayout* bar, const QString& name, const QString& icon, const QString& text,
                     const QString& toolTip, bool checkable, std::function<void(bool)> run);
/// Minus, value, plus; returns the label of the value.
widgets::Label* addZoom(QBoxLayout* bar, std::function<void(double)> zoomBy);
void addGap(QBoxLayout* bar);

}  // namespace cotejo::compare
