#include "ui/casefile/history/timeline_row.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/widgets/label.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {
constexpr int kWhenWidth = 132, kLineAt = 148, kHead = 32;
}

TimelineRow::TimelineRow(const QString& when, const QString& title, bool own, QWidget* parent)
    : QWidget(parent), m_spoken(QStringLiteral("%1: %2").arg(when, title)), m_own(own) {
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(32);
    auto* time = new Label(when, TextRole::Secondary, Ink::T2, Weight::Regular, this);
    time->setFixedWidth(kWhenWidth);
    time->setMinimumHeight(kHead);
    outer->addWidget(time, 0, Qt::AlignTop);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 10);
    m_body->setSpacing(0);
    m_head = new QHBoxLayout;
    m_head->setSpacing(8);
    auto* name = new Label(title, TextRole::Body, Ink::T1, own ? Weight::Regular : Weight::SemiBold, this);
    name->setMinimumHeight(kHead);
    m_head->addWidget(name);
    m_head->addStretch(1);
    m_body->addLayout(m_head);
    outer->addLayout(m_body, 1);
    setAccessibleName(m_spoken);
}

void TimelineRow::setPlace(Place place) {
    m_place = place;
    update();
}

void TimelineRow::addBehind(QWidget* widget) { m_head->insertWidget(m_behind++, widget, 0, Qt::AlignVCenter); }
void TimelineRow::addTrailing(QWidget* widget) { m_head->addWidget(widget, 0, Qt::AlignVCenter); }

void TimelineRow::addWords(const QString& words) {
    auto* label = new Label(words, TextRole::Secondary, Ink::T2, Weight::Regular, this);
    label->setWordWrap(true);
    m_body->addWidget(label);
    m_spoken += QStringLiteral(". ") + words;
    setAccessibleName(m_spoken);
}

void TimelineRow::paintEvent(QPaintEvent*) {
    const Tokens& t = tokensOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = kHead / 2.0, x = kLineAt + 0.5;
    painter.setPen(QPen(t.line2, 1));
    if (m_place == Place::Middle || m_place == Place::Last) painter.drawLine(QPointF(x, 0), QPointF(x, middle));
    if (m_place == Place::Middle || m_place == Place::First) painter.drawLine(QPointF(x, middle), QPointF(x, height()));
    painter.setPen(QPen(m_own ? t.accent : t.t2, 2));
    painter.setBrush(m_own ? t.accent : t.base);
    painter.drawEllipse(QPointF(x, middle), 5, 5);
}

}  // namespace cotejo::casefile
