#include "ui/compare/protocol/side_panel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/choices/segmented.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::compare {

using namespace widgets;

namespace {
constexpr int kNarrowPanel = 356;
}

SidePanel::SidePanel(QWidget* parent) : Strip(Strip::Ground::Base, Qt::LeftEdge, parent) {
    setFixedWidth(metric::kSidePanel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new QWidget(this);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(14, 8, 14, 4);
    m_turns = new Segmented(m_bar);
    m_turns->setObjectName(QStringLiteral("sideParts"));
    m_turns->setAccessibleName(tr("Part of the side panel"));
    connect(m_turns, &Segmented::chosen, this, &SidePanel::refresh);
    bar->addWidget(m_turns);
    bar->addStretch(1);
    layout->addWidget(m_bar);
    auto* scroll = new ScrollPage(this);
    scroll->setObjectName(QStringLiteral("sideScroll"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->page()->setAutoFillBackground(false);
    m_column = new QVBoxLayout(scroll->page());
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    layout->addWidget(scroll, 1);
    m_onward = new QPushButton(this);
    m_onward->setObjectName(QStringLiteral("sideOnward"));
    m_onward->setIcon(icon(QStringLiteral("arrow-right")));
    connect(m_onward, &QPushButton::clicked, this, [this] { showPart(m_last); });
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(14, 0, 14, 0);
    foot->addWidget(m_onward);
    layout->addLayout(foot);
    layout->addSpacing(8);
    refresh();
}

int SidePanel::addPart(const QString& title, QWidget* part, Place place, bool fills, bool early) {
    m_turns->addChoice({}, title);
    // What fills the panel stands above the stretch, as everything else does.
    m_column->insertWidget(place == Place::Top ? 0 : m_column->count() - 1, part, fills ? 1000 : 0);
    m_parts.push_back({part, early});
    refresh();
    return int(m_parts.size()) - 1;
}

void SidePanel::setComparing(bool comparing) {
    if (comparing == m_comparing) return;
    m_comparing = comparing;
    refresh();
}

void SidePanel::setRoom(bool low, bool narrow) {
    setFixedWidth(narrow ? kNarrowPanel : metric::kSidePanel);
    if (low == m_low) return;
    m_low = low;
    refresh();
}

void SidePanel::showPart(int index) {
    m_turns->setCurrent(index);
    refresh();
}

void SidePanel::setLast(int index, const QString& words) {
    m_last = index;
    m_onward->setText(words);
    m_onward->setAccessibleName(words);
    refresh();
}

void SidePanel::refresh() {
    const bool turns = m_comparing && m_low;
    m_bar->setVisible(turns);
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        m_parts[i].widget->setVisible(m_comparing ? !turns || m_turns->current() == int(i) : m_parts[i].early);
    m_onward->setVisible(turns && m_last >= 0 && m_turns->current() != m_last);
    emit partsChanged();
}

}  // namespace cotejo::compare
