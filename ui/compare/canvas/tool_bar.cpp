#include "ui/compare/canvas/tool_bar.h"

#include <QCoreApplication>

#include "ui/widgets/icon.h"

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

Label* addZoom(QBoxLayout* bar, std::function<void(double)> zoomBy) {
    addTool(bar, "zoomOut", "minus", {}, QCoreApplication::translate("cotejo::compare::ToolBar", "Zoom out"),
            false, [zoomBy](bool) { zoomBy(1 / 1.2); });
    auto* value = new Label(TextRole::Secondary, Ink::T1, Weight::SemiBold, bar->parentWidget());
    value->setMinimumWidth(48);
    value->setAlignment(Qt::AlignCenter);
    bar->addWidget(value);
    addTool(bar, "zoomIn", "plus", {}, QCoreApplication::translate("cotejo::compare::ToolBar", "Zoom in"),
            false, [zoomBy](bool) { zoomBy(1.2); });
    return value;
}

void addGap(QBoxLayout* bar) {
    auto* line = new Line(Qt::Vertical, bar->parentWidget());
    line->setFixedHeight(20);
    bar->addSpacing(6);
    bar->addWidget(line);
    bar->addSpacing(6);
}

}  // namespace cotejo::compare
