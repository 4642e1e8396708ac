#include "ui/compare/canvas/tool_bar.h"

#include <QCoreApplication>

#include "ui/widgets/layout/tool_row.h"
#include "ui/widgets/style/icon.h"

namespace cotejo::compare {

using namespace widgets;

QPushButton* addTool(QBoxLayout* bar, const QString& name, const QString& iconName, const QString& text,
                     const QString& toolTip, bool checkable, std::function<void(bool)> run) {
    auto* button = new QPushButton(text, bar->parentWidget());
    button->setObjectName(name);
    if (!iconName.isEmpty()) button->setIcon(icon(iconName));
    button->setCheckable(checkable);
    button->setToolTip(toolTip);
    button->setAccessibleName(text.isEmpty() ? toolTip : text);
    setLook(button, ButtonKind::Quiet, ButtonSize::Small);
    QObject::connect(button, &QPushButton::clicked, button,
                     [run = std::move(run)](bool checked) { run(checked); });
    bar->addWidget(button);
    return button;
}

Label* addZoom(ToolRow* row, std::function<void(double)> zoomBy) {
    row->addTool("zoomOut", "minus", {}, QCoreApplication::translate("cotejo::compare::ToolBar", "Zoom out"), false, ToolRow::Use::Often,
                 [zoomBy](bool) { zoomBy(1 / 1.2); });
    auto* value = new Label(TextRole::Secondary, Ink::T1, Weight::SemiBold, row);
    value->setFixedWidth(52);
    value->setAlignment(Qt::AlignCenter);
    row->addWidget(value);
    row->addTool("zoomIn", "plus", {}, QCoreApplication::translate("cotejo::compare::ToolBar", "Zoom in"), false, ToolRow::Use::Often,
                 [zoomBy](bool) { zoomBy(1.2); });
    return value;
}

}  // namespace cotejo::compare
