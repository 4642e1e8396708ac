#include "ui/partner/purpose_card.h"

#include <QComboBox>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/partner/partner_loader.h"
#include "ui/partner/partner_text.h"

namespace cotejo::partner_ui {

using namespace widgets;

PurposeCard::PurposeCard(QWidget* parent) : Card(QStringLiteral("partner"), tr("Purpose and agreement"), parent) {
    setObjectName(QStringLiteral("purposeCard"));
    m_state = new Badge(this);
    addTrailing(m_state);
    m_request = addBox(QStringLiteral("inquiryRequest"), tr("Request of this case"));
    m_agreement = addBox(QStringLiteral("inquiryAgreement"), tr("Agreement"));
    m_purpose = addBox(QStringLiteral("inquiryPurpose"), tr("Purpose"));
    m_entry = addBox(QStringLiteral("inquiryEntry"), tr("About which entry"));
    m_fixed = wrapped({}, TextRole::Body, Ink::T1, this, Weight::SemiBold);
    body()->addWidget(m_fixed);
    m_sentence = wrapped({}, TextRole::Body, Ink::T1, this);
    body()->addWidget(m_sentence);
    m_facts = new FactsGrid(this);
    body()->addWidget(m_facts);
    connect(m_request, &QComboBox::activated, this, [this] {
        const auto id = record::RequestId::fromText(m_request->currentData().toString().toStdString());
        emit requestChosen(id);
    });
    for (auto* box : {m_agreement, m_purpose, m_entry}) connect(box, &QComboBox::activated, this, &PurposeCard::tell);
}

QComboBox* PurposeCard::addBox(const QString& name, const QString& label) {
    auto* frame = new QWidget(this);
    auto* lines = new QVBoxLayout(frame);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(2);
    auto* words = new Label(label, TextRole::Secondary, Ink::T2, Weight::Regular, frame);
    auto* box = new QComboBox(frame);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    words->setBuddy(box);
    lines->addWidget(words);
    lines->addWidget(box);
    body()->addWidget(frame);
    return box;
}

void PurposeCard::tell() {
    auto choice = m_choice;
    choice.profile = bridge::toText(m_agreement->currentData().toString());
    choice.purpose = static_cast<record::PartnerPurpose>(m_purpose->currentData().toInt());
    choice.entry = WatchlistEntryId::fromText(m_entry->currentData().toString().toStdString());
    choice.samples.reset();
    emit choiceChanged(choice);
}

void PurposeCard::fill(const InquiryFile& file) {
    m_request->clear();
    m_request->addItem(tr("New request"), QString());
    for (auto each = file.file.view.partnerRequests.rbegin(); each != file.file.view.partnerRequests.rend(); ++each) {
        m_request->addItem(QStringLiteral("%1 · %2 · %3").arg(requestName(each->terms.id), text(each->terms.purpose), text(each->state)), QString::fromStdString(each->terms.id.text()));
        if (file.shown == each->terms.id) m_request->setCurrentIndex(m_request->count() - 1);
    }
    m_request->parentWidget()->setVisible(m_request->count() > 1);
    const bool drafts = !file.shown;
    m_agreement->clear();
    for (const auto& each : file.profiles) {
        if (askable(each).empty()) continue;
        m_agreement->addItem(QStringLiteral("%1 · %2").arg(bridge::fromText(each.partner), bridge::fromText(each.id)), bridge::fromText(each.id));
        if (each.id == file.choice.profile) m_agreement->setCurrentIndex(m_agreement->count() - 1);
    }
    m_agreement->parentWidget()->setVisible(drafts && m_agreement->count() > 1);
    m_purpose->clear();
    if (const auto* profile = file.profile())
        for (const auto purpose : askable(*profile)) {
            m_purpose->addItem(text(purpose), int(purpose));
            if (purpose == file.choice.purpose) m_purpose->setCurrentIndex(m_purpose->count() - 1);
        }
    m_purpose->parentWidget()->setVisible(drafts && m_purpose->count() > 0);
    m_entry->clear();
    for (const auto& each : file.file.view.identifications) {
        m_entry->addItem(bridge::entryText(each), QString::fromStdString(each.entry.text()));
        if (file.choice.entry == each.entry) m_entry->setCurrentIndex(m_entry->count() - 1);
    }
    m_entry->parentWidget()->setVisible(drafts && file.choice.purpose == record::PartnerPurpose::Confirmation && m_entry->count() > 1);
}

void PurposeCard::showInquiry(const InquiryFile& file) {
    m_choice = file.choice;
    fill(file);
    const auto* profile = file.profile();
    const auto* request = file.request();
    m_fixed->setText(request != nullptr ? text(request->terms.purpose) : QString());
    m_fixed->setVisible(request != nullptr);
    m_state->setVisible(profile != nullptr);
    m_sentence->setText(profile != nullptr ? purposeSentence(*profile, file.purpose())
                        : request != nullptr ? tr("The agreement under which it was asked is not in the roster any more: it was ended.")
                                             : tr("The organisation's roster has no agreement under which a case can be asked about. An administrator loads one at the server and a second one signs it."));
    m_facts->clear();
    if (profile == nullptr) {
        if (request != nullptr) {
            m_facts->add(tr("Partner"), bridge::fromText(request->terms.partner));
            m_facts->add(tr("Legal basis"), bridge::fromText(request->terms.legalBasis));
            m_facts->add(tr("Profile"), bridge::fromText(request->terms.profile));
        }
        return;
    }
    const auto now = file.file.now;
    const auto state = agreementState(*profile, now);
    m_state->setLook(look(state));
    m_facts->add(tr("Partner"), QStringLiteral("%1 (%2)").arg(bridge::fromText(profile->partner), bridge::fromText(profile->country)));
    m_facts->add(tr("Agreement"), bridge::fromText(profile->agreement));
    m_facts->add(tr("Legal basis"), bridge::fromText(profile->legalBasis));
    const QString end = bridge::dateText(profile->validUntil);
    if (state == AgreementState::NotYet) m_facts->add(tr("In force from"), bridge::dateText(profile->validFrom), Ink::Warn);
    m_facts->add(tr("Ends", "agreement"), state == AgreementState::Ended ? tr("ended %1: nothing leaves").arg(end) : tr("%1 · %2 left").arg(end, daysText(daysLeft(*profile, now))),
                 state == AgreementState::Ended ? Ink::Bad : state == AgreementState::EndsSoon ? Ink::Warn : Ink::T1);
    m_facts->add(tr("Transfer"), bridge::fromText(profile->transferBasis));
    m_facts->add(tr("Profile"), tr("%1, version %2").arg(bridge::fromText(profile->id)).arg(profile->version));
    if (const auto rule = profile->purposes.find(file.purpose()); rule != profile->purposes.end()) m_facts->add(tr("They answer in"), spanText(rule->second.clock));
    m_facts->add(tr("They keep it"), daysText(profile->theirRetentionDays));
    m_facts->add(tr("We keep it"), profile->ourRetentionDays > 0 ? daysText(profile->ourRetentionDays) : tr("as long as the case"));
    m_facts->add(tr("By telephone"), bridge::fromText(profile->contact));
}

}  // namespace cotejo::partner_ui
