#include "ui/partner/step_card.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/decide/errors.h"
#include "core/decide/facts.h"
#include "core/partner/errors.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/partner/facts_grid.h"
#include "ui/partner/partner_text.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::partner_ui {

using namespace widgets;
using record::RequestState;

namespace {

bool isHold(const Error& error) { return error.code.starts_with("E_HOLD"); }

/// What keeps this person from authorising is theirs by function: it is said in the sentence of who must, and is no failure.
bool isOthersTurn(const Error& error) { return error.is(decide::kRole) || error.is(decide::kFourEyes); }

/// The reason is typed in the sheet, and the message is read by opening the page.
bool isAskedLater(const Error& error) { return error.is(decide::kNoReason) || error.is(partner::kNotPreviewed); }

NoticeText stepNotice(const Error& error) {
    if (!isHold(error)) return bridge::noticeText(error);
    return {StepCard::tr("Nothing leaves: the case is on hold"), {}, StepCard::tr("From a case on hold nothing goes to any partner. The hold does not say why it was placed."),
            StepCard::tr("Whoever is in charge of the hold ends it. A draft stays; what was authorised and not yet sent is cancelled and asked anew."), bridge::fromText(error.code), {}};
}

QString whyASupervisor(const InquiryFile& file) {
    const auto* terms = file.terms();
    if (terms != nullptr && terms->bySupervisor) return StepCard::tr("the agreement asks for it for this purpose.");
    if (decide::restsOnFindings(file.purpose())) return StepCard::tr("this purpose tells what was found in the case.");
    return StepCard::tr("it is the first contact with this partner in the case.");
}

}  // namespace

StepCard::StepCard(QWidget* parent) : Card(QStringLiteral("approvals"), tr("Who must authorise"), parent) {
    setObjectName(QStringLiteral("stepCard"));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(8);
    body()->addLayout(m_rows);
    m_refusal = new Notice(this);
    m_refusal->setObjectName(QStringLiteral("stepRefusal"));
    m_refusal->hide();
    body()->addWidget(m_refusal);
    m_buttons = new QVBoxLayout;
    m_buttons->setSpacing(8);
    body()->addLayout(m_buttons);
}

void StepCard::say(const QString& strong, const QString& rest) {
    auto* words = wrapped(rest.isEmpty() ? strong.toHtmlEscaped() : QStringLiteral("<b>%1</b> %2").arg(strong.toHtmlEscaped(), rest.toHtmlEscaped()), TextRole::Body, Ink::T1, this);
    words->setTextFormat(Qt::RichText);
    words->setAccessibleName(rest.isEmpty() ? strong : strong + QLatin1Char(' ') + rest);
    m_rows->addWidget(words);
}

void StepCard::check(bool good, const QString& sentence) {
    m_rows->addWidget(markedLine(good ? QStringLiteral("check") : QStringLiteral("block"), good ? Ink::Ok : Ink::Bad, sentence, this));
}

void StepCard::refuse(const Error& error) {
    m_refusal->clearActions();
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), stepNotice(error));
    auto* back = m_refusal->addAction(QStringLiteral("chevron-left"), tr("Back to the case"), [this] { emit caseRequested(); });  // not translated: the name of an icon
    back->setObjectName(QStringLiteral("stepBackToCase"));
    m_refusal->show();
}

void StepCard::showRefusal(const Error& error) { refuse(error); }

QPushButton* StepCard::button(const QString& name, const QString& iconName, const QString& words, bool primary, void (StepCard::*signal)()) {
    auto* made = new QPushButton(icon(iconName), words, this);
    made->setObjectName(name);
    made->setAccessibleName(words);
    setLook(made, primary ? ButtonKind::Primary : ButtonKind::Normal);
    connect(made, &QPushButton::clicked, this, signal);
    m_buttons->addWidget(made);
    if (primary) m_next = made;
    return made;
}

void StepCard::pressNext() {
    if (m_next != nullptr && m_next->isEnabled()) m_next->click();
}

void StepCard::setBusy(bool busy) {
    for (auto* each : findChildren<QPushButton*>()) each->setEnabled(!busy);
}

void StepCard::checks(const InquiryFile& file) {
    const bool basis = !(file.noMessage && (file.noMessage->is(partner::kNoTransferBasis) || file.noMessage->is(partner::kNoProfile)));
    check(basis, basis ? tr("Purpose, direction and grade are what the agreement allows") : tr("The agreement does not allow it"));
    const bool held = file.onHold() || std::ranges::any_of(file.authoriseRefused, isHold);
    check(!held, held ? tr("The case is on hold") : tr("No hold stops it; it is looked at again when it is sent"));
    if (std::ranges::any_of(file.authoriseRefused, [](const auto& each) { return each.is(decide::kOffline); })) check(false, tr("The post is offline: authorising needs the central server"));
}

void StepCard::showDraft(const InquiryFile& file) {
    setTitle(tr("Who must authorise"));
    if (file.preview) {
        if (file.needsSupervisor) say(tr("A supervisor"), tr("who reads the message: %1").arg(whyASupervisor(file)));
        else say(tr("You or another officer of the case:"), tr("this partner was already asked in it."));
    }
    checks(file);
    if (file.preview && file.needsSupervisor) {
        const QString names = QStringList(file.supervisors.begin(), file.supervisors.end()).join(QStringLiteral(", "));
        m_rows->addWidget(markedLine(QStringLiteral("user"), Ink::T2, names.isEmpty() ? tr("No supervisor of this post is known here: one of another post can authorise it") : names, this,
                                     names.isEmpty() ? QString() : tr("supervisors of this post")));
    }
    // A hold refuses what leaves, not the draft: it is told before anybody waits for it.
    const auto hold = std::ranges::find_if(file.authoriseRefused, isHold);
    if (file.noMessage && !file.profiles.empty()) refuse(*file.noMessage);
    else if (hold != file.authoriseRefused.end()) refuse(*hold);
    else if (file.preview && !file.preview->refused.empty()) refuse(file.preview->refused.front());
    if (!file.mayDraft || hold != file.authoriseRefused.end()) return;
    if (file.needsSupervisor) button(QStringLiteral("inquiryDraft"), QStringLiteral("send"), tr("Ask for authorisation"), true, &StepCard::draftRequested);
    else button(QStringLiteral("inquiryDraft"), QStringLiteral("mark"), tr("Draft the request"), true, &StepCard::draftRequested);
}

void StepCard::showRequest(const InquiryFile& file, const record::PartnerRequest& request) {
    setTitle(request.state == RequestState::Drafted ? tr("Who must authorise") : tr("What comes next"));
    switch (request.state) {
    case RequestState::Drafted: {
        if (file.needsSupervisor) say(tr("A supervisor who did not draft it"), tr("and reads the message: %1").arg(whyASupervisor(file)));
        else say(tr("An officer of the case who reads the message:"), tr("this partner was already asked in it."));
        checks(file);
        const bool read = std::ranges::find(request.previewedBy, file.file.officer.id) != request.previewedBy.end();
        check(read && file.packet.has_value(), read && file.packet ? tr("You have exactly these bytes before you") : tr("You have not read this message"));
        std::vector<Error> refused = file.authoriseRefused;
        std::erase_if(refused, [](const auto& each) { return each.is(decide::kNoReason); });
        const bool othersTurn = std::ranges::any_of(refused, isOthersTurn);
        if (othersTurn) {
            const QString names = QStringList(file.supervisors.begin(), file.supervisors.end()).join(QStringLiteral(", "));
            m_rows->addWidget(markedLine(QStringLiteral("clock"), Ink::T2, tr("It waits for a supervisor"), this, names));
        }
        std::erase_if(refused, [&](const auto& each) { return isOthersTurn(each) || (isAskedLater(each) && !file.noMessage); });
        if (!refused.empty()) refuse(refused.front());
        if (file.packet && !othersTurn && refused.empty()) button(QStringLiteral("inquiryAuthorise"), QStringLiteral("approvals"), tr("Authorise…"), true, &StepCard::authoriseRequested);
        break;
    }
    case RequestState::Authorised: say(tr("The central server sends it"), tr("once it looked at holds and the agreement again. Until then it can be cancelled.")); break;
    case RequestState::Sent:
    case RequestState::Acknowledged: say(tr("The partner answers."), tr("If it does not in the time of the agreement, the server asks a second time, then a supervisor is told.")); break;
    case RequestState::Answered: say(tr("Somebody reads the answer and closes the request."), tr("What it says is weighed in the case: it decides nothing by itself.")); break;
    case RequestState::Refused: say(tr("Somebody reads the refusal and closes the request."), tr("It can be asked anew where its reason fell away.")); break;
    case RequestState::Unanswered: say(tr("A supervisor calls the partner,"), tr("by the contact of the agreement, and closes the request with what came of it.")); break;
    case RequestState::Cancelled: say(request.left() ? tr("It was cancelled.") : tr("It was cancelled, and nothing left."), tr("What is still to be asked is drafted anew.")); break;
    case RequestState::Closed: say(tr("It ended."), tr("It stays in the accounting of what was given.")); break;
    }
    if (file.mayClose) button(QStringLiteral("inquiryClose"), QStringLiteral("archive"), tr("Close it…"), true, &StepCard::closeRequested);
    if (file.mayCancel) button(QStringLiteral("inquiryCancel"), QStringLiteral("close"), tr("Cancel it…"), false, &StepCard::cancelRequested);
    if (!isOpen(request)) {
        auto* anew = new QPushButton(icon(QStringLiteral("plus")), tr("New request"), this);
        anew->setObjectName(QStringLiteral("inquiryAnew"));
        anew->setAccessibleName(anew->text());
        setLook(anew, ButtonKind::Normal);
        connect(anew, &QPushButton::clicked, this, [this] { emit requestChosen(std::nullopt); });
        m_buttons->addWidget(anew);
    }
}

void StepCard::showInquiry(const InquiryFile& file) {
    clearLayout(m_rows);
    clearLayout(m_buttons);
    m_next = nullptr;
    m_refusal->clearActions();
    m_refusal->hide();
    const auto* request = file.request();
    setEmphasized(request == nullptr || isOpen(*request));
    setVisible(request != nullptr || !file.profiles.empty());
    if (request != nullptr) showRequest(file, *request);
    else showDraft(file);
}

}  // namespace cotejo::partner_ui
