#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/widgets/label.h"
#include "ui/widgets/style/style.h"

namespace cotejo::widgets {

Card::Card(const QString& iconName, const QString& title, QWidget* parent) : QFrame(parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->setSpacing(0);
    if (!title.isEmpty()) {
        m_head = new QWidget(this);
        m_head->setMinimumHeight(40);
        m_headLayout = new QHBoxLayout(m_head);
        m_headLayout->setContentsMargins(14, 4, 14, 4);
        m_headLayout->setSpacing(8);
        if (!iconName.isEmpty()) m_headLayout->addWidget(new IconLabel(iconName, Ink::T1, metric::kIcon, m_head));
        m_title = new Label(title, TextRole::Body, Ink::T1, Weight::SemiBold, m_head);
        m_headLayout->addWidget(m_title);
        m_caption = new ElidedLabel(TextRole::Secondary, Ink::T3, Weight::Regular, m_head);
        m_caption->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        m_headLayout->addWidget(m_caption, 1);
        outer->addWidget(m_head);
        outer->addWidget(new Line(Qt::Horizontal, this));
        setAccessibleName(title);
    }
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(14, 12, 14, 14);
    m_body->setSpacing(metric::kGrid);
    outer->addLayout(m_body, 1);
}

void Card::setTitle(const QString& title) {
    if (m_title != nullptr) m_title->setText(title);
    setAccessibleName(title);
}

void Card::setCaption(const QString& caption) {
    if (m_caption != nullptr) m_caption->setText(caption);
}

void Card::addTrailing(QWidget* widget) {
    if (m_headLayout != nullptr) m_headLayout->addWidget(widget);
}

void Card::setFlush(bool flush) {
    if (flush) m_body->setContentsMargins(0, 0, 0, 0);
    else m_body->setContentsMargins(14, 12, 14, 14);
}

void Card::setEmphasized(bool emphasized) {
    m_emphasized = emphasized;
    update();
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    drawRounded(painter, rect(), metric::kRadiusPanel, t.base, m_emphasized ? t.accent : t.line, t.highContrast() ? 2 : 1);
}

Strip::Strip(Ground ground, Qt::Edges edges, QWidget* parent) : QWidget(parent), m_ground(ground), m_edges(edges) {}

void Strip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    painter.fillRect(rect(), m_ground == Ground::Window ? t.win : m_ground == Ground::Base ? t.base : t.sunk);
    painter.setPen(t.line);
    if (m_edges & Qt::TopEdge) painter.drawLine(rect().topLeft(), rect().topRight());
    if (m_edges & Qt::BottomEdge) painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (m_edges & Qt::LeftEdge) painter.drawLine(rect().topLeft(), rect().bottomLeft());
    if (m_edges & Qt::RightEdge) painter.drawLine(rect().topRight(), rect().bottomRight());
}

}  // namespace cotejo::widgets
