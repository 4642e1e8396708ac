#pragma once

#include <QBoxLayout>
#include <QPushButton>
#include <functional>

#include "ui/widgets/label.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {
class ToolRow;
}

/// Pieces of the canvases' tool rows and of what stands beside them.
namespace cotejo::compare {

/// A small quiet button, connected and added.
QPushButton* addTool(QBoxLayout* bar, const QString& name, const QString& icon, const QString& text,
                     const QString& toolTip, bool checkable, std::function<void(bool)> run);
/// Minus, value, plus; returns the label of the value.
widgets::Label* addZoom(widgets::ToolRow* row, std::function<void(double)> zoomBy);

}  // namespace cotejo::compare
