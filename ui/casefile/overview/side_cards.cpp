#include "ui/casefile/overview/side_cards.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/decide/errors.h"
#include "core/decide/refusal.h"
#include "core/decide/table.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/casefile/acts/act_list.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/portrait.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;
using record::CaseState;

namespace {

/// The hold that stops what was proposed or approved from going on, whoever looks; nothing when none does.
std::optional<Error> stoppedBy(const bridge::CaseFile& file) {
    const bool goesOn = file.view.state == CaseState::Approved || file.view.state == CaseState::DispositionProposed;
    if (!goesOn || !file.view.disposition) return std::nullopt;
    const auto& forbidden = decide::rowOf(file.view.disposition->disposition).forbiddenBy;
    for (const auto& hold : file.view.holds)
        if (forbidden.has(hold.kind)) return decide::refusal(decide::holdCode(hold.kind));
    // Which of the neutral three it is, is not told; they forbid the same.
    return file.onHold && forbidden.has(record::HoldKind::Protection) ? std::optional(decide::refusal(decide::kOnHold)) : std::nullopt;
}

}  // namespace

SideCards::SideCards(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(metric::kPanelGap);
    auto* clocks = new Card(QStringLiteral("clock"), tr("Clocks"), this);
    auto* row = new QHBoxLayout;
    m_clockKind = new Label(TextRole::Body, Ink::T1, Weight::Regular, clocks);
    m_clock = new Label(TextRole::Body, Ink::T1, Weight::SemiBold, clocks);
    row->addWidget(m_clockKind, 1);
    row->addWidget(m_clock);
    clocks->body()->addLayout(row);
    m_bar = new ShareBar(clocks);
    clocks->body()->addWidget(m_bar);
    m_clockNote = new Label(TextRole::Secondary, Ink::T3, Weight::Regular, clocks);
    clocks->body()->addWidget(m_clockNote);
    m_remittal = new Label(TextRole::Body, Ink::Protect, Weight::Medium, clocks);
    m_remittal->setObjectName(QStringLiteral("remittalClock"));
    m_remittal->setWordWrap(true);
    clocks->body()->addWidget(m_remittal);
    layout->addWidget(clocks);

    m_next = new Card(QStringLiteral("arrow-right"), tr("Next step"), this);
    m_next->setEmphasized(true);
    m_nextBody = new QVBoxLayout;
    m_nextBody->setSpacing(8);
    m_next->body()->addLayout(m_nextBody);
    m_refusal = new Notice(m_next);
    m_refusal->setObjectName(QStringLiteral("overviewRefusal"));
    m_refusal->hide();
    m_next->body()->addWidget(m_refusal);
    layout->addWidget(m_next);

    m_not = new Card(QStringLiteral("block"), tr("Not possible yet"), this);
    m_notBody = new QVBoxLayout;
    m_notBody->setSpacing(10);
    m_not->body()->addLayout(m_notBody);
    layout->addWidget(m_not);
    layout->addStretch(1);
}

void SideCards::setNow(UtcTime now) {
    const auto left = m_deadline - now;
    const Tone tone = bridge::urgency(left);
    m_clock->setText(bridge::remainingText(left));
    m_clock->setInk(tone == Tone::Bad ? Ink::Bad : tone == Tone::Warn ? Ink::Warn : Ink::T1);
    m_bar->setShare(double((now - m_opened).count()) / std::max(1.0, double((m_deadline - m_opened).count())), tone);
    m_remittal->setVisible(m_remitBy.has_value());
    if (m_remitBy)
        m_remittal->setText(tr("Protection need: to its authority by %1 (%2)").arg(bridge::momentText(*m_remitBy, now), bridge::remainingText(*m_remitBy - now)));
    m_clockNote->setText(tr("%1 since it was opened. Due %2.").arg(bridge::ageText(now - m_opened), bridge::momentText(m_deadline, now)));
}

void SideCards::showCase(const bridge::CaseFile& file) {
    m_opened = file.view.opened;
    m_deadline = file.view.deadline;
    m_remitBy = file.remitBy;
    m_clockKind->setText(bridge::text(file.view.deadlineKind));
    m_refusal->hide();
    showNextStep(file);
    showRefusals(file);
    setNow(file.now);
}

void SideCards::showRefusal(const Error& error) {
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(error));
    m_refusal->show();
}

void SideCards::showNextStep(const bridge::CaseFile& file) {
    clearLayout(m_nextBody);
    m_harmless.clear();
    const auto say = [&](const QString& strong, const QString& rest) {
        auto* text = new Label(TextRole::Body, Ink::T1, Weight::Regular, m_next);
        text->setTextFormat(Qt::RichText);
        text->setWordWrap(true);
        text->setText(QStringLiteral("<b>%1</b> %2").arg(strong.toHtmlEscaped(), rest.toHtmlEscaped()));
        m_nextBody->addWidget(text);
    };
    const auto primary = [&](const QString& name, const QString& iconName, const QString& text, auto run) {
        auto* button = new QPushButton(icon(iconName), text, m_next);
        button->setObjectName(name);
        button->setAccessibleName(text);
        setLook(button, ButtonKind::Primary);
        if (name != QLatin1String("nextClose")) m_harmless = button;
        connect(button, &QPushButton::clicked, this, run);
        m_nextBody->addWidget(button);
    };
    const auto act = [this](record::Act which) { return [this, which] { emit actRequested(which); }; };
    const auto tab = [this](const QString& which) { return [this, which] { emit tabRequested(which); }; };
    const auto& view = file.view;
    const bool hasFace = std::ranges::any_of(view.captures, [](const auto& c) { return c.modality == record::Modality::Face && c.kind == record::CaptureKind::Live; });
    const QString bench = hasFace ? QStringLiteral("face") : QStringLiteral("fingers");

    if (view.state == CaseState::Received && view.legalBasis.empty()) {
        say(tr("Set the legal basis."), tr("Without one nothing can be done with the case."));
        primary(QStringLiteral("nextLegalBasis"), QStringLiteral("law"), tr("Set the legal basis…"), [this] { emit askRequested(QStringLiteral("case.legal_basis")); });
    } else if (file.allows("case.triage")) {
        say(tr("Start the triage."), tr("Look at the document and the samples first."));
        primary(QStringLiteral("nextTriage"), QStringLiteral("queue"), tr("Start the triage"), act(record::StartTriage{}));
    } else if (!file.mine && file.allows("case.lease")) {
        say(tr("Take the case."), tr("It is reserved for you for 30 minutes, renewable."));
        primary(QStringLiteral("nextTake"), QStringLiteral("key"), tr("Take the case"), [this] { emit workRequested(QStringLiteral("take")); });
    } else if (file.mine && file.allows("match.search") && !view.coverage) {
        say(tr("Search the lists."), tr("The samples are compared with the lists of this post. The candidates come without score or name."));
        primary(QStringLiteral("nextSearch"), QStringLiteral("search"), tr("Search the lists"), [this] { emit workRequested(QStringLiteral("search")); });
    } else if (file.mine && file.allows("examination.analysis")) {
        say(tr("Analyse the sample."), tr("Save your analysis before you see the references."));
        primary(QStringLiteral("nextAnalyse"), hasFace ? QStringLiteral("face") : QStringLiteral("finger"),
                hasFace ? tr("Analyse the face") : tr("Analyse the fingerprints"), tab(bench));
    } else if (file.mine && (file.allows("examination.visit") || file.allows("examination.conclude") || file.allows("examination.reveal"))) {
        say(tr("Go on with the comparison."), tr("Every candidate is looked at and gets a conclusion."));
        primary(QStringLiteral("nextCompare"), QStringLiteral("face"), tr("Open the comparison"), tab(bench));
    } else if (view.state == CaseState::IdentityResolved && file.guard && view.confirmation != "confirmed") {
        say(tr("Ask the owner of the entry."), tr("Nobody is let go or held before the owner answered. Answer: %1.").arg(bridge::answerText(view.confirmation)));
        primary(QStringLiteral("nextGuard"), QStringLiteral("lock"), tr("Go to the release guard"), tab(QStringLiteral("guard")));
    } else if (view.state == CaseState::IdentityResolved) {
        say(tr("Propose a disposition."), tr("The identity is resolved: %1.").arg(view.outcome ? bridge::text(*view.outcome) : QStringLiteral("—")));
        primary(QStringLiteral("nextPropose"), QStringLiteral("send"), tr("Go to the disposition"), tab(QStringLiteral("disposition")));
    } else if (const auto stopped = stoppedBy(file)) {
        const auto text = bridge::errorText(*stopped);
        say(tr("It has to wait."), text.remedy);
        if (file.offers("decision.propose"))
            primary(QStringLiteral("nextDisposition"), QStringLiteral("arrow-right"), tr("Go to the disposition"), tab(QStringLiteral("disposition")));
    } else if (view.state == CaseState::DispositionProposed || view.state == CaseState::Approved) {
        say(view.state == CaseState::Approved ? tr("Carry it out.") : tr("Send it for approval, or carry it out."),
            view.disposition ? bridge::text(view.disposition->disposition) : QString());
        primary(QStringLiteral("nextDisposition"), QStringLiteral("arrow-right"), tr("Go to the disposition"), tab(QStringLiteral("disposition")));
    } else if (view.state == CaseState::PendingApproval) {
        say(tr("Waits for a supervisor."), tr("A supervisor who took no part reads the whole case and decides."));
    } else if (view.state == CaseState::Executed && file.offers("referral.answer")) {
        say(tr("Wait for the answer to the referral."), tr("Record it when it comes; the decision goes on from it."));
        primary(QStringLiteral("nextReferral"), QStringLiteral("return"), tr("Record the answer…"), [this] { emit askRequested(QStringLiteral("referral.answer")); });
    } else if (file.allows("case.close")) {
        say(tr("Close the case."), tr("What was decided is carried out."));
        primary(QStringLiteral("nextClose"), QStringLiteral("archive"), tr("Close the case…"), [this] { emit askRequested(QStringLiteral("case.close")); });
    } else if (view.state == CaseState::Closed || view.state == CaseState::Cancelled) {
        say(tr("Nothing is to be done."), tr("The case is closed."));
    } else {
        say(tr("Nothing for you to do now."), tr("The state is «%1».").arg(bridge::text(view.state)));
    }
    auto* others = new QHBoxLayout;
    others->setSpacing(6);
    const auto small = [&](const QString& name, const QString& iconName, const QString& text, auto run) {
        auto* button = new QPushButton(icon(iconName), text, m_next);
        button->setObjectName(name);
        button->setAccessibleName(text);
        setLook(button, ButtonKind::Normal, ButtonSize::Small);
        connect(button, &QPushButton::clicked, this, run);
        others->addWidget(button);
    };
    if (file.allows("case.release"))
        small(QStringLiteral("otherRelease"), QStringLiteral("key"), tr("Give back"), act(record::ReleaseLease{}));
    others->addStretch(1);
    m_nextBody->addLayout(others);
}

void SideCards::focusNextStep() {
    if (m_harmless != nullptr && m_harmless->isVisible()) m_harmless->setFocus();
}

void SideCards::showRefusals(const bridge::CaseFile& file) {
    clearLayout(m_notBody);
    // What the officer may be after in this state; the rest would only be noise.
    // As what one would do: the journal's words say what was done.
    const std::pair<std::string_view, QString> asked[] = {{"case.lease", tr("Take the case")},
                                                          {"match.search", tr("Search the lists")},
                                                          {"examination.analysis", tr("Analyse the samples")},
                                                          {"examination.conclude", tr("Conclude the examination")},
                                                          {"decision.propose", tr("Propose a disposition")},
                                                          {"decision.submit", tr("Send it for approval")},
                                                          {"decision.execute", tr("Record that it was carried out")},
                                                          {"case.close", tr("Close the case")}};
    int shown = 0;
    for (const auto& [type, words] : asked) {
        const auto* option = file.option(type);
        if (option == nullptr || option->allowed() || !option->offered() || shown >= 3) continue;
        const auto text = bridge::errorText(*option->refusal);
        if (shown++ > 0) m_notBody->addWidget(new Line(Qt::Horizontal, m_not));
        auto* head = new QHBoxLayout;
        head->addWidget(new Label(words, TextRole::Body, Ink::T1, Weight::SemiBold, m_not), 1);
        head->addWidget(new Label(text.code, TextRole::MonoSmall, Ink::T3, Weight::Regular, m_not));
        m_notBody->addLayout(head);
        auto* rule = new Label(text.rule.isEmpty() ? text.title : text.rule, TextRole::Secondary, Ink::T2, Weight::Regular, m_not);
        rule->setWordWrap(true);
        m_notBody->addWidget(rule);
        if (const auto named = bridge::noticeText(*option->refusal).body; !named.isEmpty()) {
            auto* what = new Label(named, TextRole::Secondary, Ink::T1, Weight::Regular, m_not);
            what->setWordWrap(true);
            m_notBody->addWidget(what);
        }
        m_notBody->addWidget(remedyLine(*option->refusal, m_not));
    }
    m_not->setVisible(shown > 0);
}

}  // namespace cotejo::casefile
