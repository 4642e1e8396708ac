#include "ui/queue/preview_panel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::queue {

using namespace widgets;

namespace {

Label* heading(const QString& text, QWidget* parent) {
    auto* label = new Label(text.toUpper(), TextRole::Caption, Ink::T3, Weight::SemiBold, parent);
    label->setAccessibleName(text);
    return label;
}

void fillLines(QVBoxLayout* layout, const std::vector<Preview::Line>& lines, QWidget* parent) {
    clearLayout(layout);
    for (const auto& line : lines) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        const bool verdict = line.icon == QLatin1String("check") || line.icon == QLatin1String("close");
        row->addWidget(new IconLabel(line.icon, verdict ? (line.icon == QLatin1String("check") ? Ink::Ok : Ink::Bad) : Ink::T2, 15, parent));
        auto* label = new Label(line.label, TextRole::Body, Ink::T1, Weight::Regular, parent);
        label->setWordWrap(true);
        row->addWidget(label, 1);
        if (!line.value.isEmpty()) {
            auto* value = new Label(line.value, TextRole::Secondary, line.ink, Weight::Medium, parent);
            value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            row->addWidget(value);
        }
        layout->addLayout(row);
    }
}

}  // namespace

PreviewPanel::PreviewPanel(QWidget* parent) : Strip(Ground::Base, Qt::LeftEdge, parent) {
    setObjectName(QStringLiteral("queuePreview"));
    setFixedWidth(metric::kPreview);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(17, 14, 14, 12);
    outer->setSpacing(10);
    m_empty = new Label(tr("Choose a case to see it here."), TextRole::Body, Ink::T3, Weight::Regular, this);
    m_empty->setWordWrap(true);
    outer->addWidget(m_empty);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_body = new QWidget(scroll);
    m_body->setAutoFillBackground(false);
    scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
    auto* body = new QVBoxLayout(m_body);
    body->setSpacing(8);

    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    m_portrait = new Portrait(QSize(72, 90), m_body);
    head->addWidget(m_portrait, 0, Qt::AlignTop);
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    m_name = new Label(TextRole::Section, Ink::T1, Weight::SemiBold, m_body);
    m_name->setWordWrap(true);
    m_facts = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, m_body);
    m_facts->setWordWrap(true);
    m_number = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, m_body);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    names->addWidget(m_name);
    names->addWidget(m_facts);
    names->addWidget(m_number);
    names->addStretch(1);
    head->addLayout(names, 1);
    body->addLayout(head);
    auto* badges = new QWidget(m_body);
    m_badges = new FlowLayout(badges, 5);
    body->addWidget(badges);
    body->addSpacing(2);
    body->addWidget(new Line(Qt::Horizontal, m_body));
    body->addSpacing(4);
    body->addWidget(heading(tr("Clocks"), m_body));
    auto* clockRow = new QHBoxLayout;
    clockRow->setSpacing(8);
    clockRow->addWidget(new IconLabel(QStringLiteral("clock"), Ink::T2, 15, m_body));
    m_clockKind = new Label(TextRole::Body, Ink::T1, Weight::Regular, m_body);
    m_clock = new Label(TextRole::Body, Ink::T1, Weight::SemiBold, m_body);
    clockRow->addWidget(m_clockKind, 1);
    clockRow->addWidget(m_clock);
    body->addLayout(clockRow);
    m_bar = new ShareBar(m_body);
    body->addWidget(m_bar);
    body->addSpacing(4);
    body->addWidget(heading(tr("Why it is here"), m_body));
    m_why = new Label(TextRole::Body, Ink::T1, Weight::Regular, m_body);
    m_why->setWordWrap(true);
    body->addWidget(m_why);
    body->addSpacing(4);
    body->addWidget(heading(tr("Contents"), m_body));
    m_contents = new QVBoxLayout;
    m_contents->setSpacing(7);
    body->addLayout(m_contents);
    body->addSpacing(4);
    body->addWidget(heading(tr("Needed to take it"), m_body));
    m_needs = new QVBoxLayout;
    m_needs->setSpacing(7);
    body->addLayout(m_needs);
    body->addStretch(1);

    m_note = new Label(tr("Taking it reserves it for you for 30 minutes, renewable."), TextRole::Secondary, Ink::T3, Weight::Regular, this);
    m_note->setWordWrap(true);
    outer->addWidget(m_note);
    auto* buttons = new QHBoxLayout;
    m_take = new QPushButton(this);
    m_take->setObjectName(QStringLiteral("takeCase"));
    setLook(m_take, ButtonKind::Primary);
    m_open = new QPushButton(tr("Open"), this);
    m_open->setObjectName(QStringLiteral("openCase"));
    m_open->setAccessibleName(tr("Open the case to read"));
    buttons->addWidget(m_take, 1);
    buttons->addWidget(m_open);
    outer->addLayout(buttons);
    connect(m_take, &QPushButton::clicked, this, [this] {
        if (m_preview.mine) emit openRequested();
        else emit takeRequested();
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_preview.mine) emit returnRequested();
        else emit openRequested();
    });
    showNothing();
}

void PreviewPanel::showNothing() {
    m_body->parentWidget()->parentWidget()->hide();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_note, m_take, m_open}) widget->hide();
    m_empty->show();
}

void PreviewPanel::showCase(const Preview& preview, UtcTime now) {
    m_preview = preview;
    m_empty->hide();
    m_body->parentWidget()->parentWidget()->show();
    m_name->setText(preview.person.isEmpty() ? tr("Identity hidden") : preview.person);
    m_facts->setText(preview.facts);
    m_facts->setVisible(!preview.facts.isEmpty());
    m_number->setText(preview.number);
    m_portrait->setImage(preview.portrait);
    clearLayout(m_badges);
    for (const auto& look : preview.badges) m_badges->addWidget(new Badge(look, m_body));
    m_clockKind->setText(preview.clockKind);
    m_why->setText(preview.why);
    fillLines(m_contents, preview.contents, m_body);
    fillLines(m_needs, preview.needs, m_body);
    m_note->setVisible(preview.canTake && !preview.mine);
    m_take->setText(preview.mine ? tr("Go on with the case") : tr("Take case"));
    m_take->setIcon(icon(preview.mine ? QStringLiteral("arrow-right") : QStringLiteral("key")));
    m_take->setAccessibleName(m_take->text());
    m_take->setVisible(preview.canTake || preview.mine);
    m_open->setText(preview.mine ? tr("Give back") : tr("Open"));
    m_open->setAccessibleName(preview.mine ? tr("Give the case back to the queue") : tr("Open the case to read"));
    m_open->show();
    setNow(now);
}

void PreviewPanel::setNow(UtcTime now) {
    const auto left = m_preview.deadline - now;
    m_clock->setText(bridge::remainingText(left));
    const Tone tone = bridge::urgency(left);
    m_clock->setInk(tone == Tone::Bad ? Ink::Bad : tone == Tone::Warn ? Ink::Warn : Ink::T1);
    const double whole = std::max(1.0, double((m_preview.deadline - m_preview.opened).count()));
    m_bar->setShare(double((now - m_preview.opened).count()) / whole, tone);
}

}  // namespace cotejo::queue
