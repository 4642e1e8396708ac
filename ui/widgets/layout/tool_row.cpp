#include "ui/widgets/layout/tool_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <algorithm>

#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

namespace {
constexpr int kSpacing = 4, kMargin = 8, kGapWidth = 9;
// What has been given up at each level; see the class.
constexpr int kRareBare = 1, kRareInMenu = 2, kChoicesBare = 3, kToolsBare = 4, kFolded = 5, kLevels = 6;
}  // namespace

ToolRow::ToolRow(QWidget* parent) : QWidget(parent), m_line(new QHBoxLayout(this)), m_more(new QPushButton(tr("Tools"), this)) {
    setFixedHeight(metric::kToolBar - 1);
    m_line->setContentsMargins(kMargin, 0, kMargin, 0);
    m_line->setSpacing(kSpacing);
    m_more->setObjectName(QStringLiteral("moreTools"));
    m_more->setIcon(icon(QStringLiteral("settings")));
    m_more->setToolTip(tr("The tools that have no room here"));
    m_more->setAccessibleName(m_more->text());
    setLook(m_more, ButtonKind::Normal, ButtonSize::Small);
    m_more->setMenu(new QMenu(m_more));
    connect(m_more->menu(), &QMenu::aboutToShow, this, &ToolRow::fillMenu);
    m_line->addWidget(m_more);
    m_more->hide();
}

QPushButton* ToolRow::addTool(const QString& name, const QString& iconName, const QString& words, const QString& toolTip, bool checkable, Use use,
                              std::function<void(bool)> run) {
    auto* button = new QPushButton(words, this);
    button->setObjectName(name);
    if (!iconName.isEmpty()) button->setIcon(icon(iconName));
    button->setCheckable(checkable);
    button->setToolTip(toolTip);
    button->setAccessibleName(words.isEmpty() ? toolTip : words);
    setLook(button, ButtonKind::Quiet, ButtonSize::Small);
    connect(button, &QPushButton::clicked, button, [run = std::move(run)](bool checked) { run(checked); });
    m_line->insertWidget(m_line->indexOf(m_more), button);
    m_tools.push_back({button, words, use == Use::Rare, !iconName.isEmpty()});
    measure(m_tools.back());
    return button;
}

void ToolRow::addChoice(Segmented* choice) {
    m_line->insertWidget(m_line->indexOf(m_more), choice);
    m_choices.push_back(choice);
}

void ToolRow::addWidget(QWidget* widget) {
    m_line->insertWidget(m_line->indexOf(m_more), widget);
    m_others.push_back(widget);
}

void ToolRow::addGap() {
    auto* gap = new QWidget(this);
    gap->setFixedSize(kGapWidth, 20);
    auto* line = new Line(Qt::Vertical, gap);
    line->setGeometry(kGapWidth / 2, 0, 1, 20);
    addWidget(gap);
}

void ToolRow::addStretch() { m_line->insertStretch(m_line->indexOf(m_more), 1); }

void ToolRow::measure(Tool& tool) {
    const QString now = tool.button->text();
    tool.button->setText(QString());
    tool.bare = tool.button->sizeHint().width();
    tool.button->setText(tool.words);
    tool.whole = tool.button->sizeHint().width();
    tool.button->setText(now);
}

void ToolRow::setWords(QPushButton* tool, const QString& words) {
    const auto found = std::ranges::find(m_tools, tool, &Tool::button);
    if (found == m_tools.end() || found->words == words) return;
    found->words = words;
    tool->setAccessibleName(words.isEmpty() ? tool->toolTip() : words);
    measure(*found);
    arrange(true);
}

int ToolRow::needs(int level) const {
    int width = 2 * kMargin - kSpacing;
    bool menu = false;
    for (const auto& tool : m_tools) {
        if (tool.rare && level >= kRareInMenu) {
            menu = true;
            continue;
        }
        const bool bare = tool.icon && level >= (tool.rare ? kRareBare : kToolsBare);
        width += (bare ? tool.bare : tool.whole) + kSpacing;
    }
    const auto form = level >= kFolded ? Segmented::Form::Folded : level >= kChoicesBare ? Segmented::Form::Icons : Segmented::Form::Whole;
    for (const auto* each : m_choices)
        if (!each->isHidden()) width += each->widthOf(form) + kSpacing;
    for (const auto* each : m_others)
        if (!each->isHidden()) width += std::clamp(each->sizeHint().width(), each->minimumWidth(), each->maximumWidth()) + kSpacing;
    return menu ? width + m_more->sizeHint().width() + kSpacing : width;
}

void ToolRow::arrange(bool always) {
    int level = 0;
    while (level < kLevels - 1 && needs(level) > width()) ++level;
    if (level == m_level && !always) return;
    m_level = level;
    bool menu = false;
    for (auto& tool : m_tools) {
        const bool hidden = tool.rare && level >= kRareInMenu;
        menu = menu || hidden;
        if (tool.button->isHidden() != hidden) tool.button->setVisible(!hidden);
        const bool bare = tool.icon && level >= (tool.rare ? kRareBare : kToolsBare);
        const QString words = bare && !hidden ? QString() : tool.words;
        if (tool.button->text() != words) tool.button->setText(words);
    }
    const auto form = level >= kFolded ? Segmented::Form::Folded : level >= kChoicesBare ? Segmented::Form::Icons : Segmented::Form::Whole;
    for (auto* each : m_choices) each->setForm(form);
    m_more->setVisible(menu);
}

void ToolRow::fillMenu() {
    auto* menu = m_more->menu();
    menu->clear();
    for (const auto& tool : m_tools) {
        if (!tool.rare || m_level < kRareInMenu) continue;
        auto* action = menu->addAction(tool.button->icon(), tool.words.isEmpty() ? tool.button->toolTip() : tool.words, tool.button, &QPushButton::click);
        action->setCheckable(tool.button->isCheckable());
        action->setChecked(tool.button->isChecked());
        action->setEnabled(tool.button->isEnabled());
        action->setToolTip(tool.button->toolTip());
    }
}

QSize ToolRow::sizeHint() const { return {needs(0), height()}; }
QSize ToolRow::minimumSizeHint() const { return {needs(kLevels - 1), height()}; }

bool ToolRow::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange) {
        for (auto& tool : m_tools) measure(tool);
        arrange(true);
    } else if (event->type() == QEvent::LayoutRequest) {
        arrange();
    }
    return QWidget::event(event);
}

void ToolRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace cotejo::widgets
