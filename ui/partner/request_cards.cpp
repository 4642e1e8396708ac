#include "ui/partner/request_cards.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

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
using record::PartnerReply;
using record::RequestState;

namespace {

QString whoText(const InquiryFile& file, const OfficerId& id) {
    if (id == file.file.officer.id) return TimelineCard::tr("you");
    const QString name = file.file.nameOf(id);
    return name.isEmpty() ? TimelineCard::tr("somebody of another post") : name;
}

QVBoxLayout* rowsOf(Card* card, int spacing) {
    auto* rows = new QVBoxLayout;
    rows->setSpacing(spacing);
    card->body()->addLayout(rows);
    return rows;
}

}  // namespace

GivenCard::GivenCard(QWidget* parent) : Card(QStringLiteral("history"), tr("Already given about this traveler"), parent) {
    setObjectName(QStringLiteral("givenCard"));
    m_rows = rowsOf(this, 10);
}

void GivenCard::showInquiry(const InquiryFile& file) {
    clearLayout(m_rows);
    std::vector<const record::PartnerRequest*> given;
    for (const auto& each : file.file.view.partnerRequests)
        if (each.left() && each.terms.id != file.shown) given.push_back(&each);
    std::ranges::stable_sort(given, [](const auto* one, const auto* other) { return *one->sentAt > *other->sentAt; });
    setCaption(given.empty() ? QString() : tr("%n sent in this case", nullptr, int(given.size())));
    if (given.empty())
        m_rows->addWidget(wrapped(file.file.blind ? tr("In this case, nothing that you may see.") : file.shown && file.request()->left() ? tr("In this case, nothing else.") : tr("In this case, nothing yet."),
                                  TextRole::Body, Ink::T2, this));
    for (const auto* each : given) {
        if (m_rows->count() > 0) m_rows->addWidget(new Line(Qt::Horizontal, this));
        auto* row = new QWidget(this);
        auto* lines = new QVBoxLayout(row);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(2);
        auto* head = new QHBoxLayout;
        head->setSpacing(8);
        head->addWidget(wrapped(bridge::fromText(each->terms.partner), TextRole::Body, Ink::T1, row, Weight::SemiBold), 1);
        head->addWidget(new Label(bridge::dateText(*each->sentAt), TextRole::Secondary, Ink::T2, Weight::Regular, row), 0, Qt::AlignTop);
        lines->addLayout(head);
        const auto samples = samplesOf(each->terms, file.file.view.captures);
        lines->addWidget(wrapped(QStringLiteral("%1 · %2").arg(text(each->terms.purpose), givenText(each->terms, samples)), TextRole::Secondary, Ink::T1, row));
        QStringList signs;
        for (const auto& sample : samples) signs << sampleText(sample);
        if (!signs.isEmpty()) lines->addWidget(wrapped(signs.join(QStringLiteral(", ")), TextRole::Secondary, Ink::T2, row));
        const QString basis = bridge::fromText(each->terms.legalBasis);
        lines->addWidget(wrapped(each->authorisedBy ? tr("Authorised by %1 · %2").arg(whoText(file, *each->authorisedBy), basis) : basis, TextRole::Secondary, Ink::T2, row));
        auto* foot = new QHBoxLayout;
        foot->setSpacing(8);
        auto* badge = new Badge(outcomeLook(*each), row);
        badge->setMayShrink(true);
        foot->addWidget(badge);
        foot->addStretch(1);
        auto* see = new QPushButton(tr("See", "open this request"), row);
        see->setObjectName(QStringLiteral("given_") + requestName(each->terms.id));
        see->setAccessibleName(tr("See the request %1 to %2").arg(requestName(each->terms.id), bridge::fromText(each->terms.partner)));
        setLook(see, ButtonKind::Link, ButtonSize::Small);
        connect(see, &QPushButton::clicked, this, [this, id = each->terms.id] { emit requestChosen(id); });
        foot->addWidget(see);
        lines->addLayout(foot);
        m_rows->addWidget(row);
    }
}

TimelineCard::TimelineCard(QWidget* parent) : Card(QStringLiteral("clock"), tr("What happened to it"), parent) {
    setObjectName(QStringLiteral("timelineCard"));
    m_rows = rowsOf(this, 8);
}

void TimelineCard::showInquiry(const InquiryFile& file) {
    clearLayout(m_rows);
    const auto* request = file.request();
    setVisible(request != nullptr);
    if (request == nullptr) return;
    const auto now = file.file.now;
    const auto step = [&](const QString& icon, Ink ink, const QString& what, const QString& below) { m_rows->addWidget(markedLine(icon, ink, what, this, below)); };
    const auto at = [&](UtcTime time) { return bridge::momentText(time, now); };
    const auto by = [&](const OfficerId& id, UtcTime time) { return QStringLiteral("%1 · %2").arg(whoText(file, id), at(time)); };
    step(QStringLiteral("mark"), Ink::Ok, tr("Drafted", "request"), by(request->draftedBy, request->draftedAt));
    QStringList readers;
    for (const auto& each : request->previewedBy) readers << whoText(file, each);
    if (!readers.isEmpty()) step(QStringLiteral("eye"), Ink::Ok, tr("Read, byte for byte"), readers.join(QStringLiteral(", ")));
    if (request->authorisedBy) step(QStringLiteral("approvals"), Ink::Ok, tr("Authorised", "request"), by(*request->authorisedBy, request->authorisedAt.value_or(request->draftedAt)));
    if (request->sentAt) step(QStringLiteral("send"), Ink::Ok, request->sendings > 1 ? tr("Sent, and asked a second time") : tr("Sent by the central server"), at(*request->sentAt));
    if (request->acknowledgedAt) step(QStringLiteral("receipt"), Ink::Ok, tr("Acknowledged by the partner"), at(*request->acknowledgedAt));
    if (request->answeredAt && request->reply)
        step(outcomeLook(*request).icon, Ink::Ok, tr("Answered: %1").arg(outcomeLook(*request).text), at(*request->answeredAt));
    if (!request->quarantined.empty())
        step(QStringLiteral("warning"), Ink::Warn, tr("%n messages came for it and were not believed", nullptr, int(request->quarantined.size())), tr("Kept aside as they came. They changed nothing."));
    const QString reason = request->reason.empty() ? QString() : stopText(request->reason);
    switch (request->state) {
    case RequestState::Sent:
    case RequestState::Acknowledged: {
        const auto until = request->until.value_or(request->terms.expires);
        step(QStringLiteral("clock"), Ink::Accent, request->until ? tr("The partner asked for time") : tr("An answer is awaited"), tr("until %1 (%2 left)").arg(at(until), bridge::remainingText(until - now)));
        break;
    }
    case RequestState::Unanswered: step(QStringLiteral("clock"), Ink::Warn, tr("No answer in the time of the agreement"), tr("It was asked twice. A supervisor calls the contact of the agreement.")); break;
    case RequestState::Cancelled:
        step(QStringLiteral("close"), Ink::T2, request->left() ? tr("Cancelled", "request") : tr("Cancelled: nothing left"), reason);
        break;
    case RequestState::Closed: step(QStringLiteral("archive"), Ink::T2, tr("Read and closed"), QString()); break;
    default: break;
    }
}

AnswerCard::AnswerCard(QWidget* parent) : Card(QStringLiteral("return"), tr("The partner's answer"), parent) {
    setObjectName(QStringLiteral("answerCard"));
    setCaption(tr("An answer never decides"));
    m_rows = rowsOf(this, 8);
}

void AnswerCard::showInquiry(const InquiryFile& file) {
    clearLayout(m_rows);
    const auto* request = file.request();
    setVisible(request != nullptr && (request->reply || file.noAnswer));
    if (!isHidden()) tell(file, *request);
}

void AnswerCard::tell(const InquiryFile& file, const record::PartnerRequest& request) {
    const auto say = [&](const QString& sentence, Ink ink = Ink::T1, Weight weight = Weight::Regular) { m_rows->addWidget(wrapped(sentence, TextRole::Body, ink, this, weight)); };
    if (request.reply) {
        auto* badge = new Badge(outcomeLook(request), this);
        badge->setMayShrink(true);
        m_rows->addWidget(badge, 0, Qt::AlignLeft);
        switch (*request.reply) {
        case PartnerReply::NoCandidate: say(tr("In what was searched there, nobody was found. That is no clearance: it says nothing of what was not searched.")); break;
        case PartnerReply::Candidates: {
            say(tr("%n persons of their lists may be this one. They are examined in the case, like those of our own lists: shuffled, without a score, by two people.", nullptr, request.candidates));
            auto* examine = new QPushButton(icon(QStringLiteral("face")), tr("Examine them in the case"), this);
            examine->setObjectName(QStringLiteral("answerExamine"));
            examine->setAccessibleName(examine->text());
            setLook(examine, ButtonKind::Normal);
            connect(examine, &QPushButton::clicked, this, &AnswerCard::caseRequested);
            m_rows->addWidget(examine, 0, Qt::AlignLeft);
            break;
        }
        case PartnerReply::Confirmed: say(tr("The owner of the entry says that it stands. The word counts in the case, beside what others wrote of it.")); break;
        case PartnerReply::NotConfirmed: say(tr("The owner of the entry says that it does not stand for this person. The word counts in the case.")); break;
        case PartnerReply::NeedTime: say(request.until ? tr("The partner needs time until %1. Nothing changes in the case until then.").arg(bridge::momentText(*request.until, file.file.now)) : tr("The partner needs time.")); break;
        case PartnerReply::Refused: say(request.reason.empty() ? tr("The partner does not answer this request, and gives no reason.") : tr("The partner does not answer this request: %1").arg(stopText(request.reason))); break;
        }
    }
    if (file.noAnswer) {
        m_rows->addWidget(new Notice(Tone::Warn, QStringLiteral("eye-off"), bridge::noticeText(*file.noAnswer), this));
        return;
    }
    if (!file.answer) return;
    const auto& coverage = file.answer->coverage;
    if (!coverage.searched.empty() || !coverage.notSearched.empty()) say(tr("What was searched there"), Ink::T2, Weight::SemiBold);
    for (const auto& list : coverage.searched)
        m_rows->addWidget(markedLine(QStringLiteral("check"), Ink::T2, bridge::fromText(list.name), this, tr("%Ln entries, as of %1", nullptr, int(list.size)).arg(bridge::dateText(list.of))));
    for (const auto& list : coverage.notSearched) m_rows->addWidget(markedLine(QStringLiteral("minus"), Ink::Warn, tr("%1: not searched").arg(bridge::fromText(list)), this));
}

}  // namespace cotejo::partner_ui
