#include "ui/casefile/overview/case_cards.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/casefile/acts/act_list.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layout/flow_layout.h"
#include "ui/widgets/style/icon.h"
#include "ui/widgets/style/style.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {

Label* paragraph(const QString& text, Ink ink, QWidget* parent) {
    auto* label = new Label(text, TextRole::Secondary, ink, Weight::Regular, parent);
    label->setWordWrap(true);
    return label;
}

QVBoxLayout* bare(QWidget* owner) {
    auto* layout = new QVBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    return layout;
}

}  // namespace

HoldsCard::HoldsCard(QWidget* parent) : QWidget(parent) {
    m_card = new Card(QStringLiteral("pause"), tr("Holds"), this);
    bare(this)->addWidget(m_card);
    m_holds = new QVBoxLayout;
    m_holds->setSpacing(10);
    m_card->body()->addLayout(m_holds);
    m_place = new QVBoxLayout;
    m_card->body()->addLayout(m_place);
}

void HoldsCard::showCase(const bridge::CaseFile& file) {
    clearLayout(m_holds);
    clearLayout(m_place);
    const auto head = [&](const BadgeLook& look, const QString& since) {
        auto* row = new QHBoxLayout;
        row->addWidget(new Badge(look, m_card));
        row->addStretch(1);
        row->addWidget(new Label(since, TextRole::Secondary, Ink::T3, Weight::Regular, m_card));
        m_holds->addLayout(row);
    };
    for (const auto& hold : file.view.holds) {
        head(bridge::look(hold.kind, file.readsHolds), tr("since %1").arg(bridge::momentText(hold.since, file.now)));
        m_holds->addWidget(paragraph(bridge::holdSentence(hold.kind), Ink::T2, m_card));
        if (hold.derived()) m_holds->addWidget(paragraph(bridge::holdBasisText(hold.basis), Ink::T1, m_card));
        const std::string code(codeOf(hold.kind));
        const auto* lift = file.option("hold.lift", code);
        if (lift == nullptr || !lift->offered() || hold.kind == record::HoldKind::ReleaseGuard || hold.kind == record::HoldKind::Conflict) continue;
        auto* button = new QPushButton(icon(QStringLiteral("undo")), tr("Lift it…"), m_card);
        button->setObjectName(QStringLiteral("liftHold_") + bridge::fromText(code));
        button->setAccessibleName(tr("Lift the hold: %1").arg(bridge::text(hold.kind)));
        setLook(button, ButtonKind::Normal, ButtonSize::Small);
        connect(button, &QPushButton::clicked, this, [this, code] { emit asked(QStringLiteral("hold.lift:") + bridge::fromText(code)); });
        m_holds->addWidget(button, 0, Qt::AlignLeft);
        if (!lift->allowed() && !lift->refusal->is("E_DOCUMENT_MISSING")) m_holds->addWidget(remedyLine(*lift->refusal, m_card));
    }
    if (file.onHold) {
        head(bridge::neutralHoldLook(), file.view.holds.empty() ? QString() : QString());
        m_holds->addWidget(paragraph(tr("Acts against the person wait. Refer the person to protection, or ask your supervisor."), Ink::T2, m_card));
    }
    if (file.view.holds.empty() && !file.onHold)
        m_holds->addWidget(paragraph(file.blind ? tr("None that you may see. Anybody may express a need for protection at any time, with one key.")
                                                : tr("None. Anybody may express a need for protection at any time, with one key."),
                                     Ink::T2, m_card));

    QStringList kinds;
    for (const auto& [kind, code] : record::codes<record::HoldKind>)
        if (kind != record::HoldKind::Protection && !file.view.has(kind) && file.offers("hold.place", code)) kinds << bridge::fromText(code);
    if (kinds.isEmpty()) return;
    auto* place = new QPushButton(icon(QStringLiteral("plus")), tr("Place a hold…"), m_card);
    place->setObjectName(QStringLiteral("placeHold"));
    place->setAccessibleName(tr("Place a hold on the case"));
    setLook(place, ButtonKind::Normal, ButtonSize::Small);
    auto* menu = new QMenu(place);
    for (const QString& code : kinds) {
        auto* action = menu->addAction(bridge::text(*record::fromCode<record::HoldKind>(code.toStdString())),
                                       this, [this, code] { emit asked(QStringLiteral("hold.place:") + code); });
        action->setObjectName(QStringLiteral("placeHold_") + code);
    }
    place->setMenu(menu);
    m_place->addWidget(place, 0, Qt::AlignLeft);
}

StoryCard::StoryCard(QWidget* parent) : QWidget(parent) {
    m_card = new Card(QStringLiteral("note"), tr("Reasons and notes"), this);
    bare(this)->addWidget(m_card);
    auto* add = new QPushButton(icon(QStringLiteral("plus")), tr("Note…"), m_card);
    add->setObjectName(QStringLiteral("addNote"));
    add->setAccessibleName(tr("Add a note to the case"));
    setLook(add, ButtonKind::Normal, ButtonSize::Small);
    connect(add, &QPushButton::clicked, this, [this] { emit asked(QStringLiteral("note.add")); });
    m_card->addTrailing(add);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(9);
    m_card->body()->addLayout(m_lines);
}

void StoryCard::showCase(const bridge::CaseFile& file) {
    clearLayout(m_lines);
    if (auto* add = findChild<QPushButton*>(QStringLiteral("addNote"))) add->setVisible(file.offers("note.add"));
    const auto say = [&](const QString& iconName, Ink ink, const QString& text) {
        auto* row = new QHBoxLayout;
        row->setSpacing(9);
        row->addWidget(new IconLabel(iconName, ink, 15, m_card), 0, Qt::AlignTop);
        auto* label = new Label(text, TextRole::Body, Ink::T1, Weight::Regular, m_card);
        label->setWordWrap(true);
        row->addWidget(label, 1);
        m_lines->addLayout(row);
    };
    for (auto notice = file.view.notices.rbegin(); notice != file.view.notices.rend(); ++notice)
        say(QStringLiteral("flag"), Ink::Warn, QStringLiteral("%1 %2").arg(bridge::noticeText(notice->code), bridge::momentText(notice->at, file.now)));
    if (!file.view.guardEnded.empty()) say(QStringLiteral("undo"), Ink::T2, bridge::guardEndText(file.view.guardEnded));
    for (auto remark = file.view.remarks.rbegin(); remark != file.view.remarks.rend(); ++remark)
        say(bridge::icon(remark->type), Ink::T2, bridge::remarkText(*remark, remark->officer == file.officer.id ? tr("you") : file.nameOf(remark->officer), file.now));
    if (m_lines->count() == 0) m_lines->addWidget(paragraph(tr("Nothing that you may read has been written yet."), Ink::T3, m_card));
}

OtherActsCard::OtherActsCard(QWidget* parent) : QWidget(parent) {
    m_card = new Card(QStringLiteral("more"), tr("Other acts"), this);
    bare(this)->addWidget(m_card);
    m_acts = new ActList(m_card);
    m_card->body()->addWidget(m_acts);
    connect(m_acts, &ActList::asked, this, &OtherActsCard::asked);
}

void OtherActsCard::showCase(const bridge::CaseFile& file) {
    m_acts->clear();
    const auto add = [&](const char* act, const QString& title, const QString& sentence, const QString& button, const QString& iconName) {
        m_acts->add(file, act, {}, title, sentence, button, iconName, QLatin1String(act));
    };
    add("case.amend", tr("Amend the traveler's data"), tr("Name, date of birth, nationality, with the reason."), tr("Amend…"), QStringLiteral("mark"));
    add("case.recapture", tr("Ask for a recapture"), tr("The samples are not good enough to compare."), tr("Recapture…"), QStringLiteral("camera"));
    add("case.return", tr("Return the case"), tr("Something is missing or wrong; what was found stays."), tr("Return…"), QStringLiteral("return"));
    add("examination.order", tr("Order a re-examination"), tr("Two others examine anew; what stands stays until they end."), tr("Order…"), QStringLiteral("refresh"));
    add("examination.withdraw", tr("Withdraw the re-examination"), tr("What stood before it was ordered goes on."), tr("Withdraw…"), QStringLiteral("undo"));
    add("case.reopen", tr("Reopen the case"), tr("It goes back to triage."), tr("Reopen…"), QStringLiteral("refresh"));
    add("case.export", tr("Send data of the case out"), tr("For another organisation, in a format of others; recorded."), tr("Send out…"), QStringLiteral("send"));
    // Where nothing new can be asked, what was asked can still be read.
    const auto asked = file.view.partnerRequests.size();
    if (file.offers("partner.draft") || asked > 0)
        m_acts->addWay(tr("Inquiry to a partner"), asked > 0 ? tr("%n requests in this case; what left, what came back.", nullptr, int(asked)) : tr("What would leave is shown before anybody asks."),
                       tr("Open…"), QStringLiteral("partner"), QStringLiteral("partner.draft"));
    add("case.cancel", tr("Cancel the case"), tr("It ends without a disposition."), tr("Cancel…"), QStringLiteral("block"));
    m_card->setVisible(m_acts->count() > 0);
}

}  // namespace cotejo::casefile
