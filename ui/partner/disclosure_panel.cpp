#include "ui/partner/disclosure_panel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/partner/facts_grid.h"
#include "ui/partner/partner_text.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::partner_ui {

using namespace widgets;

DisclosurePanel::DisclosurePanel(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("disclosurePanel"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new ScrollPage(this);
    outer->addWidget(scroll);
    m_rows = new QVBoxLayout(scroll->page());
    m_rows->setContentsMargins(16, 14, 16, 16);
    m_rows->setSpacing(8);
}

void DisclosurePanel::showDisclosure(const ListedInquiry* inquiry, UtcTime now) {
    clearLayout(m_rows);
    if (inquiry == nullptr) {
        m_rows->addWidget(wrapped(tr("Choose a row to see what was given, whose word let it go and what came back."), TextRole::Body, Ink::T2, this));
        m_rows->addStretch(1);
        return;
    }
    const auto& request = inquiry->listed.request;
    const auto& terms = request.terms;
    m_rows->addWidget(wrapped(QStringLiteral("%1 → %2").arg(inquiry->identityHidden ? tr("Identity hidden") : bridge::personName(inquiry->listed.traveler), bridge::fromText(terms.partner)),
                              TextRole::Section, Ink::T1, this, Weight::SemiBold));
    auto* facts = new FactsGrid(this);
    m_rows->addWidget(facts);
    facts->add(tr("Case"), bridge::fromText(inquiry->listed.caseNumber));
    facts->add(tr("Request"), requestName(terms.id));
    facts->add(tr("When"), request.sentAt ? request.sendings > 1 ? tr("%1, asked a second time later").arg(bridge::momentText(*request.sentAt, now)) : bridge::momentText(*request.sentAt, now) : QString());
    facts->add(tr("Purpose"), text(terms.purpose));
    QStringList fields, signs;
    for (const auto field : terms.fields) fields << text(field);
    for (const auto& sample : inquiry->samples) signs << sampleText(sample);
    facts->add(tr("Fields"), fields.join(QStringLiteral(", ")));
    facts->add(tr("Samples"), signs.join(QStringLiteral(", ")));
    facts->add(tr("Message"), tr("%1 bytes, hash %2…").arg(bridge::countText(std::int64_t(terms.length)), QString::fromStdString(terms.packet.text().substr(0, 16))));
    facts->add(tr("Basis"), QStringLiteral("%1 (%2)").arg(bridge::fromText(terms.legalBasis), bridge::fromText(terms.profile)));
    facts->add(tr("Drafted by"), inquiry->draftedBy);
    facts->add(tr("Authorised by"), inquiry->authorisedBy);
    QString back = outcomeLook(request).text;
    if (request.answeredAt) back += QStringLiteral(" · ") + bridge::momentText(*request.answeredAt, now);
    else if (request.acknowledgedAt) back += QStringLiteral(" · ") + tr("acknowledged %1").arg(bridge::momentText(*request.acknowledgedAt, now));
    facts->add(tr("What came back"), back);
    auto* open = new QPushButton(icon(QStringLiteral("arrow-right")), tr("Open the request"), this);
    open->setObjectName(QStringLiteral("disclosureOpen"));
    open->setAccessibleName(open->text());
    setLook(open, ButtonKind::Normal);
    connect(open, &QPushButton::clicked, this, &DisclosurePanel::openRequested);
    m_rows->addWidget(open, 0, Qt::AlignLeft);
    m_rows->addStretch(1);
}

}  // namespace cotejo::partner_ui
