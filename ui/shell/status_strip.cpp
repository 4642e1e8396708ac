#include "ui/shell/status_strip.h"

#include <QHBoxLayout>
#include <QLocale>

#include "ui/bridge/text.h"
#include "ui/widgets/layout/flow_layout.h"

namespace cotejo::shell {

using namespace widgets;

StatusStrip::StatusStrip(QWidget* parent) : Strip(Ground::Window, Qt::TopEdge, parent) {
    setObjectName(QStringLiteral("statusStrip"));
    setFixedHeight(metric::kStatusBar + 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 1, 14, 0);
    layout->setSpacing(14);
    m_place = new Label(TextRole::Caption, Ink::T2, Weight::Regular, this);
    layout->addWidget(m_place);
    m_hints = new QHBoxLayout;
    m_hints->setSpacing(5);
    layout->addLayout(m_hints);
    layout->addStretch(1);
    auto* journal = new QHBoxLayout;
    journal->setSpacing(4);
    m_journalIcon = new IconLabel(QStringLiteral("check"), Ink::Ok, 13, this);
    m_journal = new Label(TextRole::Caption, Ink::T2, Weight::Regular, this);
    journal->addWidget(m_journalIcon);
    journal->addWidget(m_journal);
    layout->addLayout(journal);
    m_now = new Label(TextRole::Caption, Ink::T2, Weight::Regular, this);
    layout->addWidget(m_now);
    setJournal({}, true);
}

void StatusStrip::setPlace(const QString& text) {
    m_place->setText(text);
    m_place->setVisible(!text.isEmpty());
}

void StatusStrip::setHints(const QList<Hint>& hints) {
    clearLayout(m_hints);
    for (const auto& [key, what] : hints) {
        m_hints->addWidget(new KeyHint(key, this));
        m_hints->addWidget(new Label(what, TextRole::Caption, Ink::T2, Weight::Regular, this));
        m_hints->addSpacing(9);
    }
}

void StatusStrip::setJournal(const QString& text, bool good) {
    m_journalIcon->setIcon(good ? QStringLiteral("check") : QStringLiteral("warning"), good ? Ink::Ok : Ink::Bad);
    m_journalIcon->setVisible(!text.isEmpty());
    m_journal->setText(text);
    m_journal->setInk(good ? Ink::T2 : Ink::Bad);
}

void StatusStrip::setNow(UtcTime now) {
    m_now->setText(QStringLiteral("%1 · %2").arg(bridge::dateText(now), bridge::toLocal(now).toString(QStringLiteral("HH:mm:ss"))));
}

}  // namespace cotejo::shell
