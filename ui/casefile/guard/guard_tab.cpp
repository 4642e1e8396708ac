#include "ui/casefile/guard/guard_tab.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/decide/facts.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/casefile/acts/act_list.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/layout/scroll_page.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/portrait.h"
#include "ui/widgets/status_view.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {
constexpr int kGuardStackUnder = 1080;
}

GuardTab::GuardTab(QWidget* parent) : CaseTab(parent) {
    setObjectName(QStringLiteral("guardTab"));
    auto* outer = new QVBoxLayout(this);
    m_states = new QStackedWidget(this);
    outer->addWidget(m_states);
    auto* scroll = new ScrollPage(m_states);
    m_nothing = new StatusView(m_states);
    m_states->addWidget(scroll);
    m_states->addWidget(m_nothing);
    auto* page = scroll->page();
    m_columns = new QHBoxLayout(page);
    m_columns->setContentsMargins(16, 14, 16, 16);
    m_columns->setSpacing(metric::kPanelGap);

    auto* left = new QWidget(page);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setSpacing(metric::kPanelGap);
    m_clocks = new QHBoxLayout;
    m_clocks->setSpacing(metric::kPanelGap);
    m_owner = addClock(QStringLiteral("clock"), tr("Confirmation of the owner"), m_clocks);
    m_maximum = addClock(QStringLiteral("law"), tr("Legal maximum of holding"), m_clocks);
    leftLayout->addLayout(m_clocks);
    auto* story = new Card(QStringLiteral("send"), tr("Request and answers"), left);
    m_state = new Label(TextRole::Secondary, Ink::T1, Weight::SemiBold, story);
    m_state->setObjectName(QStringLiteral("guardState"));
    story->addTrailing(m_state);
    m_story = new QVBoxLayout;
    m_story->setSpacing(10);
    story->body()->addLayout(m_story);
    leftLayout->addWidget(story);
    m_refusal = new Notice(left);
    m_refusal->setObjectName(QStringLiteral("guardRefusal"));
    m_refusal->hide();
    leftLayout->addWidget(m_refusal);
    leftLayout->addStretch(1);
    m_columns->addWidget(left, 3);

    auto* right = new QWidget(page);
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setSpacing(metric::kPanelGap);
    m_actsCard = new Card(QStringLiteral("user"), tr("What you can do now"), right);
    m_acts = new ActList(m_actsCard);
    m_actsCard->body()->addWidget(m_acts);
    rightLayout->addWidget(m_actsCard);
    auto* entry = new Card(QStringLiteral("flag"), tr("Entry"), right);
    entry->setCaption(tr("as the lists have it now"));
    m_entry = new QVBoxLayout;
    m_entry->setSpacing(6);
    entry->body()->addLayout(m_entry);
    rightLayout->addWidget(entry);
    auto* means = new Card(QStringLiteral("fork"), tr("What each answer means"), right);
    const auto meaning = [&](const char* answer, const QString& text) {
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        auto* name = new Label(bridge::answerText(answer), TextRole::Body, Ink::T1, Weight::SemiBold, means);
        name->setFixedWidth(130);
        name->setWordWrap(true);
        auto* says = new Label(text, TextRole::Secondary, Ink::T2, Weight::Regular, means);
        says->setWordWrap(true);
        row->addWidget(name, 0, Qt::AlignTop);
        row->addWidget(says, 1);
        means->body()->addLayout(row);
    };
    meaning("confirmed", tr("Holding can be proposed; a supervisor decides. Nobody is let go."));
    meaning("not_confirmed", tr("The guard ends; the entry carries no act any more."));
    meaning("need_time", tr("The guard stands, never past the legal maximum."));
    meaning("no_answer", tr("Ask again; a supervisor is told."));
    rightLayout->addWidget(means);
    rightLayout->addStretch(1);
    m_columns->addWidget(right, 2);
    connect(m_acts, &ActList::asked, this, &CaseTab::askRequested);
}

GuardTab::Clock GuardTab::addClock(const QString& iconName, const QString& title, QBoxLayout* into) {
    Clock clock{};
    clock.card = new Card(iconName, title, this);
    clock.left = new Label(TextRole::Title, Ink::T1, Weight::SemiBold, clock.card);
    clock.card->addTrailing(clock.left);
    clock.bar = new ShareBar(clock.card);
    clock.card->body()->addWidget(clock.bar);
    clock.note = new Label(TextRole::Secondary, Ink::T2, Weight::Regular, clock.card);
    clock.note->setWordWrap(true);
    clock.card->body()->addWidget(clock.note);
    clock.card->body()->addStretch(1);
    into->addWidget(clock.card, 1);
    return clock;
}

bool GuardTab::hasContent(const bridge::CaseFile& file) {
    return !file.blind && file.view.identification && (file.guard || !file.view.guardEnded.empty() || !file.view.answers.empty() || !file.view.requests.empty());
}

void GuardTab::showClock(const Clock& clock, UtcTime since, UtcTime until, UtcTime now, const QString& after) {
    const auto left = until - now;
    const Tone tone = bridge::urgency(left);
    clock.left->setText(bridge::remainingText(left));
    clock.left->setInk(tone == Tone::Bad ? Ink::Bad : tone == Tone::Warn ? Ink::Warn : Ink::T1);
    clock.bar->setShare(double((now - since).count()) / std::max(1.0, double((until - since).count())), tone);
    clock.note->setText(tr("Since %1, due %2. %3").arg(bridge::momentText(since, now), bridge::momentText(until, now), after));
}

void GuardTab::setNow(UtcTime now) {
    m_owner.card->setVisible(m_times.has_value());
    m_maximum.card->setVisible(m_times.has_value());
    if (!m_times) return;
    showClock(m_owner, m_times->since, m_times->confirmBy, now, tr("Then ask again; the guard goes on."));
    const bool limited = m_times->maximum.has_value();
    m_maximum.bar->setVisible(limited);
    m_maximum.left->setVisible(limited);
    if (limited)
        showClock(m_maximum, m_times->since, *m_times->maximum, now,
                  tr("Then a supervisor ends the guard, or two sign another legal basis. %1").arg(bridge::fromText(m_times->policyRecord)));
    else
        m_maximum.note->setText(tr("No policy record of this organisation sets one: the guard does not lapse by time. The law you work under still applies."));
}

void GuardTab::showStory(const bridge::CaseFile& file) {
    clearLayout(m_story);
    const auto& view = file.view;
    const auto step = [&](const QString& iconName, Ink ink, const QString& what, const QString& detail, UtcTime at) {
        auto* row = new QHBoxLayout;
        row->setSpacing(10);
        row->addWidget(new IconLabel(iconName, ink, 16, this), 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* name = new Label(what, TextRole::Body, Ink::T1, Weight::SemiBold, this);
        name->setWordWrap(true);
        words->addWidget(name);
        if (!detail.isEmpty()) {
            auto* text = new Label(detail, TextRole::Secondary, Ink::T2, Weight::Regular, this);
            text->setWordWrap(true);
            words->addWidget(text);
        }
        row->addLayout(words, 1);
        if (at != UtcTime{}) row->addWidget(new Label(bridge::momentText(at, file.now), TextRole::Secondary, Ink::T3, Weight::Regular, this), 0, Qt::AlignTop);
        m_story->addLayout(row);
        return words;
    };
    const auto press = [&](QVBoxLayout* under, const QString& name, const QString& iconName, const QString& text, auto run) {
        auto* button = new QPushButton(icon(iconName), text, this);
        button->setObjectName(name);
        button->setAccessibleName(text);
        setLook(button, ButtonKind::Normal, ButtonSize::Small);
        connect(button, &QPushButton::clicked, this, run);
        under->addSpacing(4);
        under->addWidget(button, 0, Qt::AlignLeft);
    };
    QStringList examiners;
    for (const auto& each : view.identification->examiners)
        if (const QString name = file.nameOf(each); !name.isEmpty()) examiners << name;
    // Of several entries each line says which one it is about.
    const bool several = std::ranges::any_of(view.identifications, [&](const auto& each) { return each.entry != view.identification->entry; });
    const auto about = [&](const WatchlistEntryId& entry) {
        const auto found = std::ranges::find(view.identifications, entry, &record::Identification::entry);
        return !several ? QString() : found == view.identifications.end() ? bridge::fromText(entry.text().substr(0, 8)) : bridge::entryText(*found);
    };
    const auto with = [&](QString detail, const WatchlistEntryId& entry) {
        const QString name = about(entry);
        return name.isEmpty() ? detail : detail.isEmpty() ? name : name + QStringLiteral(" · ") + detail;
    };
    step(QStringLiteral("lock"), Ink::Warn, tr("Guard set"), with(tr("by the identification of %1; nobody places it by hand").arg(examiners.join(tr(" and "))), view.identification->entry),
         view.identification->since);
    for (const auto& each : view.identifications) {
        if (each.entry == view.identification->entry) continue;
        const bool identity = each.facts.purpose == record::EntryPurpose::Identity;
        step(QStringLiteral("lock"), decide::guards(each) ? Ink::Warn : Ink::T2, tr("Identified as another entry too"),
             with(identity ? tr("it guards nobody") : each.guardEnded.empty() ? tr("it guards by itself, and its owner is asked by itself") : bridge::guardEndText(each.guardEnded), each.entry), each.since);
    }
    for (const auto& request : view.requests)
        step(QStringLiteral("send"), Ink::T2, request.number > 1 ? tr("Asked again") : tr("Confirmation requested"),
             with(tr("%1 · %2").arg(file.nameOf(request.by), bridge::fromText(request.channel)), request.entry), request.at);
    for (const auto& answer : view.answers) {
        const bool counts = answer.counts();
        QStringList detail;
        const bool signedWord = answer.recordedBy.isZero();  // the owner's own message, which needs nobody's signature
        if (signedWord)
            detail << tr("%1 answered in a signed message").arg(bridge::fromText(answer.answeredBy));
        else if (!answer.answeredBy.empty()) detail << tr("%1 answered, %2, reference %3").arg(bridge::fromText(answer.answeredBy), bridge::fromText(answer.channel), bridge::fromText(answer.reference));
        if (!signedWord) detail << tr("recorded by %1").arg(answer.recordedBy == file.officer.id ? tr("you") : file.nameOf(answer.recordedBy));
        if (!signedWord) detail << (counts ? tr("countersigned by %1").arg(*answer.countersignedBy == file.officer.id ? tr("you") : file.nameOf(*answer.countersignedBy))
                          : tr("waits for a second signature, no effect yet"));
        if (answer.settled) detail << tr("chosen by a supervisor");
        auto* words = step(counts ? QStringLiteral("check") : QStringLiteral("note"), counts ? Ink::Ok : Ink::Warn,
                           tr("Answer: %1").arg(bridge::answerText(answer.answer)), with(detail.join(QStringLiteral(" · ")), answer.entry), answer.answeredAt);
        const std::string event = answer.event.text();
        const QString key = bridge::fromText(event);
        if (!answer.paper.isZero() && !signedWord)
            press(words, QStringLiteral("readAnswerPaper"), QStringLiteral("document"), tr("Read the paper"), [this, blob = answer.paper] { emit paperRequested(blob); });
        if (const auto* sign = file.option("watchlist.countersign", event); sign != nullptr && sign->offered() && !counts) {
            if (sign->allowed())
                press(words, QStringLiteral("countersign"), QStringLiteral("approvals"), tr("Countersign…"),
                      [this, key] { emit askRequested(QStringLiteral("watchlist.countersign:") + key); });
            else
                words->addWidget(remedyLine(*sign->refusal, this));
        }
        if (const auto* settle = file.option("watchlist.settle", event); settle != nullptr && settle->ever && settle->allowed())
            press(words, QStringLiteral("settleAnswer"), QStringLiteral("fork"), tr("This answer stands…"),
                  [this, key] { emit askRequested(QStringLiteral("watchlist.settle:") + key); });
    }
    for (const auto& each : view.overrides)
        step(QStringLiteral("law"), Ink::Warn, each.way == "release" ? tr("Override signed: release") : tr("Override signed: hold"),
             with(tr("%1 · %2 · %3").arg(file.nameOf(each.by), bridge::fromText(each.legalBasis), bridge::fromText(each.reason)), each.entry), each.at);
    if (!view.guardEnded.empty()) step(QStringLiteral("undo"), Ink::Ok, bridge::guardEndText(view.guardEnded), {}, {});
    m_state->setText(bridge::answerText(view.confirmation));
}

void GuardTab::showEntry(const bridge::CaseFile& file) {
    clearLayout(m_entry);
    const auto line = [&](const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        auto* row = new QHBoxLayout;
        auto* label = new Label(name, TextRole::Body, Ink::T2, Weight::Regular, this);
        label->setFixedWidth(120);
        auto* text = new Label(value, TextRole::Body, Ink::T1, Weight::Regular, this);
        text->setWordWrap(true);
        row->addWidget(label, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_entry->addLayout(row);
    };
    const auto& facts = file.view.identification->facts;
    if (const auto& entry = file.entry) {
        line(tr("Name"), bridge::fromText(entry->name));
        line(tr("Owner"), bridge::fromText(entry->issuer + (entry->issuerCountry.empty() ? "" : " · " + entry->issuerCountry)));
        line(tr("Status"), bridge::text(entry->status));
        if (entry->reviewBy != UtcTime{}) line(tr("Review by"), bridge::dateText(entry->reviewBy));
        line(tr("Reason"), bridge::fromText(entry->reason));
        line(tr("Caveats"), bridge::fromText(entry->caveats));
    } else {
        line(tr("Status"), tr("no longer on the lists of this post"));
    }
    line(tr("Listed for"), bridge::text(facts.purpose));
    line(tr("Evidence"), bridge::text(facts.grade));
}

void GuardTab::showNothing(const bridge::CaseFile& file) {
    QString why;
    if (file.blind)
        why = tr("No release guard to show.") + QLatin1Char(' ') + leftOutText();
    else if (!file.view.identification)
        why = tr("No release guard: nobody has been identified in this case, so nothing waits for the owner of an entry.");
    else
        why = tr("No release guard: the entry that was identified is listed for «%1», which guards nobody.").arg(bridge::text(file.view.identification->facts.purpose));
    m_nothing->showEmpty(QStringLiteral("lock"), why, tr("Back to the overview"), [this] { emit tabRequested(QStringLiteral("overview")); });
    m_states->setCurrentIndex(1);
}

void GuardTab::showCase(const bridge::CaseFile& file) {
    m_refusal->hide();
    m_times = file.guard;
    m_acts->clear();
    if (!hasContent(file)) return showNothing(file);
    m_states->setCurrentIndex(0);
    showStory(file);
    showEntry(file);
    const bool again = !file.view.requests.empty();
    m_acts->add(file, "watchlist.request", {}, again ? tr("Ask the owner again") : tr("Ask the owner"), tr("Whether the entry still stands."), tr("Request…"),
                QStringLiteral("send"), QStringLiteral("watchlist.request"));
    m_acts->add(file, "watchlist.confirm", {}, tr("Record an answer"), tr("With its reference, its channel, who gave it and its paper."), tr("Record…"),
                QStringLiteral("note"), QStringLiteral("watchlist.confirm"));
    m_acts->add(file, "guard.override", "release", tr("Override: release"), tr("Two supervisors, each with reason and legal basis."), tr("Sign…"),
                QStringLiteral("law"), QStringLiteral("guard.override:release"));
    m_acts->add(file, "guard.override", "hold", tr("Override: hold"), tr("Two supervisors, each with reason and legal basis."), tr("Sign…"),
                QStringLiteral("law"), QStringLiteral("guard.override:hold"));
    if (file.guard && file.guard->maximum)
        m_acts->add(file, "guard.lapse", {}, tr("End it at the legal maximum"), tr("The time has run out without an answer."), tr("End…"), QStringLiteral("clock"),
                    QStringLiteral("guard.lapse"));
    m_actsCard->setVisible(m_acts->count() > 0);
    setNow(file.now);
}

void GuardTab::showRefusal(const Error& error) {
    m_refusal->setContent(Tone::Bad, QStringLiteral("block"), bridge::noticeText(error));
    m_refusal->show();
}

void GuardTab::resizeEvent(QResizeEvent* event) {
    CaseTab::resizeEvent(event);
    m_columns->setDirection(event->size().width() < kGuardStackUnder ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace cotejo::casefile
