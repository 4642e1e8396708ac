#include "ui/watchlist/entry_panel.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/sample_text.h"
#include "ui/bridge/text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::watchlist {

using namespace widgets;

EntryPanel::EntryPanel(QWidget* parent) : Strip(Ground::Base, Qt::LeftEdge, parent) {
    setObjectName(QStringLiteral("entryPanel"));
    setFixedWidth(metric::kPreview);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(17, 14, 14, 12);
    outer->setSpacing(10);
    m_empty = new Label(tr("Choose an entry to read it here."), TextRole::Body, Ink::T3, Weight::Regular, this);
    m_empty->setWordWrap(true);
    outer->addWidget(m_empty);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body = new QWidget(scroll);
    scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
    auto* body = new QVBoxLayout(m_body);
    body->setSpacing(8);
    m_title = new Label(TextRole::Section, Ink::T1, Weight::SemiBold, m_body);
    m_title->setObjectName(QStringLiteral("entryTitle"));
    m_title->setWordWrap(true);
    body->addWidget(m_title);
    m_status = new Badge(m_body);
    body->addWidget(m_status, 0, Qt::AlignLeft);
    body->addSpacing(2);
    body->addWidget(new Line(Qt::Horizontal, m_body));
    body->addSpacing(4);
    m_facts = new QVBoxLayout;
    m_facts->setSpacing(8);
    body->addLayout(m_facts);
    m_cases = new QVBoxLayout;
    m_cases->setSpacing(4);
    body->addLayout(m_cases);
    m_id = new Label(TextRole::MonoSmall, Ink::T3, Weight::Regular, m_body);
    m_id->setObjectName(QStringLiteral("entryId"));
    m_id->setWordWrap(true);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body->addSpacing(4);
    body->addWidget(m_id);
    body->addStretch(1);
    auto* note = new Label(tr("An entry proves nothing by itself. People compare, and its owner confirms, before anybody acts."), TextRole::Secondary, Ink::T3,
                           Weight::Regular, this);
    note->setWordWrap(true);
    outer->addWidget(note);
    showNothing();
}

void EntryPanel::addFact(const QString& iconName, const QString& name, const QString& value, bool warn) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new IconLabel(iconName, warn ? Ink::Warn : Ink::T2, 15, m_body), 0, Qt::AlignTop);
    row->addWidget(new Label(name, TextRole::Body, Ink::T2, Weight::Regular, m_body), 0, Qt::AlignTop);
    auto* label = new Label(value, TextRole::Body, warn ? Ink::Warn : Ink::T1, Weight::Medium, m_body);
    label->setAlignment(Qt::AlignRight | Qt::AlignTop);
    label->setWordWrap(true);
    row->addWidget(label, 1);
    m_facts->addLayout(row);
}

void EntryPanel::addPassage(const QString& heading, const QString& text) {
    if (text.isEmpty()) return;
    auto* head = new Label(heading.toUpper(), TextRole::Caption, Ink::T3, Weight::SemiBold, m_body);
    head->setAccessibleName(heading);
    m_facts->addSpacing(4);
    m_facts->addWidget(head);
    auto* label = new Label(text, TextRole::Body, Ink::T1, Weight::Regular, m_body);
    label->setWordWrap(true);
    m_facts->addWidget(label);
}

void EntryPanel::showNothing() {
    m_body->parentWidget()->parentWidget()->hide();
    m_empty->show();
}

void EntryPanel::showEntry(const review::VisibleEntry& entry) {
    m_empty->hide();
    m_body->parentWidget()->parentWidget()->show();
    const QString list = bridge::galleryText(entry.gallery);
    m_title->setText(entry.name.empty() ? list : bridge::fromText(entry.name));
    m_status->setLook(bridge::look(entry.status));
    m_status->updateGeometry();
    clearLayout(m_facts);
    clearLayout(m_cases);
    if (!entry.name.empty()) addFact(QStringLiteral("layers"), tr("List"), list);
    addFact(QStringLiteral("law"), tr("Evidence"), bridge::text(entry.grade));
    QStringList issuer{bridge::fromText(entry.issuer), bridge::countryText(entry.issuerCountry)};
    issuer.removeAll(QString());
    if (!issuer.isEmpty()) addFact(QStringLiteral("send"), tr("Issuer"), issuer.join(QStringLiteral(" · ")));
    if (entry.reviewBy)
        addFact(entry.pastReview ? QStringLiteral("warning") : QStringLiteral("clock"), tr("Review by"),
                entry.pastReview ? tr("%1, overdue").arg(bridge::dateText(*entry.reviewBy)) : bridge::dateText(*entry.reviewBy), entry.pastReview);
    addFact(QStringLiteral("face"), tr("Faces"), bridge::countText(entry.faces));
    addFact(QStringLiteral("finger"), tr("Fingerprints"), bridge::countText(entry.fingers));
    addFact(QStringLiteral("history"), tr("Changed in list version"), bridge::countText(entry.version));
    addPassage(tr("Reason"), bridge::fromText(entry.reason));
    addPassage(tr("Caveats"), bridge::fromText(entry.caveats));
    if (entry.status == record::EntryStatus::Withdrawn)
        addPassage(tr("Withdrawn"), tr("Name, reason and images were erased here when the withdrawal arrived."));
    else if (entry.namesHidden)
        addPassage(tr("Name and reason"), tr("Hidden until reveal. They are read in a case, once the conclusions on its candidates are saved."));
    if (entry.pastReview && entry.status == record::EntryStatus::Active)
        addPassage(tr("Overdue"), tr("Its issuer has not confirmed it in time: nothing may rest on it until it is reviewed."));
    if (entry.quarantined)
        addPassage(tr("In quarantine"), tr("Its owner did not stand by it in a case. No search brings it up until its list changes it; the cases below may have rested on it."));
    m_id->setText(bridge::fromText(entry.id.text()));
    m_id->setAccessibleName(tr("Identifier of the entry: %1").arg(m_id->text()));
}

void EntryPanel::showCases(const std::vector<review::PastCandidate>& cases) {
    clearLayout(m_cases);
    m_cases->addSpacing(4);
    auto* head = new Label(tr("Cases in which it came up").toUpper(), TextRole::Caption, Ink::T3, Weight::SemiBold, m_body);
    head->setAccessibleName(tr("Cases in which it came up"));
    m_cases->addWidget(head);
    if (cases.empty()) m_cases->addWidget(new Label(tr("None"), TextRole::Body, Ink::T2, Weight::Regular, m_body));
    for (const auto& each : cases) {
        QStringList words{bridge::fromText(each.number), bridge::text(each.state)};
        if (each.identified) words << tr("identified");
        if (each.doubted) words << tr("not confirmed");
        auto* open = new QPushButton(words.join(QStringLiteral(" · ")), m_body);
        open->setObjectName(QStringLiteral("pastCase"));
        open->setAccessibleName(tr("Open case %1").arg(open->text()));
        setLook(open, ButtonKind::Link, ButtonSize::Small);
        connect(open, &QPushButton::clicked, this, [this, id = each.id] { emit caseRequested(id); });
        m_cases->addWidget(open, 0, Qt::AlignLeft);
    }
}

}  // namespace cotejo::watchlist
