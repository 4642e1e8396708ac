#include "ui/partner/facts_grid.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widgets/layout/flow_layout.h"

namespace cotejo::partner_ui {

using namespace widgets;

FactsGrid::FactsGrid(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 5);
}

void FactsGrid::clear() {
    clearLayout(m_grid);
    m_rows = 0;
}

void FactsGrid::add(const QString& name, const QString& value, Ink ink) {
    if (value.isEmpty()) return;
    const int row = m_rows++;
    m_grid->addWidget(wrapped(name, TextRole::Secondary, Ink::T2, this), row, 0, Qt::AlignTop);
    auto* said = wrapped(value, TextRole::Body, ink, this);
    said->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    m_grid->addWidget(said, row, 1, Qt::AlignTop);
}

Label* wrapped(const QString& text, TextRole role, Ink ink, QWidget* parent, Weight weight) {
    auto* label = new Label(text, role, ink, weight, parent);
    label->setWordWrap(true);
    return label;
}

QWidget* markedLine(const QString& icon, Ink ink, const QString& sentence, QWidget* parent, const QString& below) {
    auto* line = new QWidget(parent);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(9);
    row->addWidget(new IconLabel(icon, ink, 15, line), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(wrapped(sentence, TextRole::Body, Ink::T1, line));
    if (!below.isEmpty()) words->addWidget(wrapped(below, TextRole::Secondary, Ink::T2, line));
    row->addLayout(words, 1);
    return line;
}

}  // namespace cotejo::partner_ui
