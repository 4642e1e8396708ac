#include "ui/partner/inquiry_head.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/partner/partner_text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/choices/stepper.h"
#include "ui/widgets/label.h"
#include "ui/widgets/portrait.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::partner_ui {

using namespace widgets;
using record::RequestState;

namespace {
constexpr int kNarrow = 1100, kSteps = 6;
}

int stepOf(const InquiryFile& file) {
    const auto* request = file.request();
    // Whoever sees the preview of a draft has not written it yet: the first step is to come.
    if (request == nullptr) return 0;
    switch (request->state) {
    case RequestState::Drafted: return request->previewedBy.empty() ? 1 : 2;
    case RequestState::Authorised: return 3;
    case RequestState::Sent: return 4;
    case RequestState::Acknowledged:
    case RequestState::Unanswered: return request->acknowledgedAt ? 5 : 4;
    case RequestState::Answered:
    case RequestState::Refused: return kSteps;
    case RequestState::Cancelled:
    case RequestState::Closed: return request->answeredAt && request->reply != record::PartnerReply::NeedTime ? kSteps : request->acknowledgedAt ? 5 : request->sentAt ? 4 : request->authorisedAt ? 3 : 2;
    }
    return 0;
}

InquiryHead::InquiryHead(QWidget* parent) : QWidget(parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* strip = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    strip->setObjectName(QStringLiteral("inquiryStrip"));
    strip->setFixedHeight(metric::kCaseStrip);
    auto* layout = new QHBoxLayout(strip);
    layout->setContentsMargins(14, 0, 16, 1);
    layout->setSpacing(10);
    m_back = new QToolButton(strip);
    m_back->setObjectName(QStringLiteral("inquiryBack"));
    m_back->setIcon(icon(QStringLiteral("chevron-left")));
    m_back->setToolTip(tr("Back (Esc)"));
    m_back->setAccessibleName(tr("Back"));
    setLook(m_back, ButtonKind::Quiet);
    layout->addWidget(m_back);
    m_portrait = new Portrait(QSize(32, 38), strip);
    layout->addWidget(m_portrait);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->setContentsMargins(0, 6, 0, 6);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    m_title = new Label(tr("Inquiry to a partner"), TextRole::Section, Ink::T1, Weight::SemiBold, strip);
    m_who = new ElidedLabel(TextRole::Body, Ink::T2, Weight::Regular, strip);
    m_who->setObjectName(QStringLiteral("inquiryWho"));
    m_who->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    first->addWidget(m_title);
    first->addWidget(m_who, 1);
    m_what = new ElidedLabel(TextRole::Secondary, Ink::T2, Weight::Regular, strip);
    m_what->setObjectName(QStringLiteral("inquiryWhat"));
    m_what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    lines->addLayout(first);
    lines->addWidget(m_what);
    layout->addLayout(lines, 1);
    m_state = new Badge(strip);
    m_state->setMayShrink(true);
    layout->addWidget(m_state);
    m_holds = new Badge(strip);
    m_holds->setMayShrink(true);
    layout->addWidget(m_holds);
    outer->addWidget(strip);
    auto* bar = new Strip(Strip::Ground::Base, Qt::BottomEdge, this);
    bar->setFixedHeight(metric::kToolBar);
    auto* steps = new QHBoxLayout(bar);
    steps->setContentsMargins(16, 0, 16, 1);
    steps->setSpacing(16);
    m_steps = new Stepper(bar);
    m_steps->setObjectName(QStringLiteral("inquirySteps"));
    steps->addWidget(m_steps, 3);
    m_note = new ElidedLabel(tr("Each step stands in the history of the case. The answer never decides."), TextRole::Secondary, Ink::T3, Weight::Regular, bar);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    steps->addWidget(m_note, 2);
    outer->addWidget(bar);
    connect(m_back, &QToolButton::clicked, this, &InquiryHead::backRequested);
}

void InquiryHead::showInquiry(const InquiryFile& file) {
    const auto& view = file.file.view;
    m_who->setText(file.file.identityHidden ? tr("Identity hidden") : QStringLiteral("%1 · %2").arg(bridge::personName(view.traveler), bridge::personFacts(view.traveler)));
    QStringList parts{tr("Case %1").arg(bridge::fromText(view.number))};
    const auto* request = file.request();
    if (request != nullptr) {
        parts << tr("Request %1 to %2").arg(requestName(request->terms.id), bridge::fromText(request->terms.partner));
        const QString when = bridge::momentText(request->draftedAt, file.file.now);
        const QString who = file.file.nameOf(request->draftedBy);
        parts << (request->draftedBy == file.file.officer.id ? tr("drafted by you, %1").arg(when) : who.isEmpty() ? tr("drafted %1").arg(when) : tr("drafted by %1, %2").arg(who, when));
    } else {
        parts << tr("not drafted yet: nothing is written until you ask");
    }
    m_what->setText(parts.join(QStringLiteral(" · ")));
    m_state->setLook(request != nullptr ? outcomeLook(*request) : bridge::look(view.state));
    const QString time = bridge::clockText(file.file.now);
    m_holds->setLook(file.onHold() ? bridge::neutralHoldLook() : BadgeLook{QStringLiteral("check"), tr("No hold stops it · looked at %1").arg(time), Tone::Neutral, true});
    QStringList steps;
    for (const auto state : {RequestState::Drafted, RequestState::Authorised, RequestState::Sent, RequestState::Acknowledged, RequestState::Answered}) steps << text(state);
    steps.insert(1, tr("Previewed", "request"));
    m_steps->setSteps(steps, stepOf(file));
}

void InquiryHead::setPortrait(const QImage& image) { m_portrait->setImage(image); }

void InquiryHead::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool wide = event->size().width() >= kNarrow;
    m_portrait->setVisible(wide);
    m_note->setVisible(wide);
}

}  // namespace cotejo::partner_ui
