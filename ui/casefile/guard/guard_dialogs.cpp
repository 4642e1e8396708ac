#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <algorithm>

#include "core/decide/table.h"
#include "ui/bridge/text.h"
#include "ui/casefile/acts/asking.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {

std::string said(const QPlainTextEdit* field) { return bridge::toText(field->toPlainText()); }
std::string said(const QLineEdit* field) { return bridge::toText(field->text()); }

const record::OwnerAnswer* answerOf(const Asking& asking) {
    for (const auto& each : asking.file.view.answers)
        if (bridge::fromText(each.event.text()) == asking.variant) return &each;
    return nullptr;
}

QComboBox* addChannels(FormDialog* dialog) {
    auto* channel = dialog->addChoice(QStringLiteral("guardChannel"), Asks::tr("Channel"));
    channel->addItems({Asks::tr("Telephone of the directory"), Asks::tr("E-mail of the directory"), Asks::tr("Liaison officer"), Asks::tr("National office")});
    return channel;
}

/// The entry that the act is about. The person may stand in several, each with its own owner and guard: then it is asked which.
std::function<WatchlistEntryId()> addEntry(FormDialog* dialog, const record::CaseView& view) {
    std::vector<WatchlistEntryId> entries;
    for (const auto& each : view.identifications)
        if (std::ranges::find(entries, each.entry) == entries.end()) entries.push_back(each.entry);
    const auto weightiest = view.identification ? view.identification->entry : WatchlistEntryId{};
    if (entries.size() < 2) return [weightiest] { return weightiest; };
    auto* choice = dialog->addChoice(QStringLiteral("guardEntry"), Asks::tr("Entry"));
    for (const auto& entry : entries) {
        const auto& each = *std::ranges::find(view.identifications, entry, &record::Identification::entry);
        choice->addItem(bridge::entryText(each));
        if (entry == weightiest) choice->setCurrentIndex(choice->count() - 1);
    }
    return [choice, entries] { return entries.at(std::size_t(choice->currentIndex())); };
}

/// The owner's answer as it was given, with the paper that says so.
FormDialog* recordAnswer(const Asking& asking) {
    const auto& view = asking.file.view;
    auto* dialog = asking.sheet(QStringLiteral("note"), Asks::tr("Record the owner's answer"));
    dialog->say(Asks::tr("It has no effect until another person has read its paper and countersigned it."));
    const auto entry = addEntry(dialog, view);
    auto* answer = dialog->addChoice(QStringLiteral("guardAnswer"), Asks::tr("Answer"));
    for (const char* code : {"confirmed", "not_confirmed", "need_time", "no_answer"}) answer->addItem(bridge::answerText(code), QLatin1String(code));
    auto* reference = dialog->addLine(QStringLiteral("guardReference"), Asks::tr("Reference of the owner"));
    auto* by = dialog->addLine(QStringLiteral("guardAnsweredBy"), Asks::tr("Who answered: name and office"));
    auto* channel = addChannels(dialog);
    auto* at = dialog->addLine(QStringLiteral("guardAnsweredAt"), Asks::tr("Time of the answer, today"), QStringLiteral("HH:mm"));
    at->setText(bridge::clockText(asking.file.now));
    at->setInputMask(QStringLiteral("99:99"));
    auto* paper = dialog->addChoice(QStringLiteral("guardPaper"), Asks::tr("Paper of the dossier that says so"));
    std::vector<Hash> blobs;
    for (const auto& each : view.documents) {
        if (each.kind != "owner_answer") continue;
        blobs.push_back(each.blob);
        paper->addItem(bridge::fromText(each.title));
    }
    dialog->setAct(QStringLiteral("check"), Asks::tr("Record the answer"));
    const auto judge = [=] {
        const auto code = answer->currentData().toString();
        const bool spoken = code != QLatin1String("no_answer"), papered = spoken && code != QLatin1String("need_time");
        for (QWidget* each : {static_cast<QWidget*>(reference), static_cast<QWidget*>(by), static_cast<QWidget*>(channel), static_cast<QWidget*>(at)})
            dialog->showField(each, spoken);
        dialog->showField(paper, papered);
        dialog->block(papered && blobs.empty() ? Asks::tr("The dossier has no paper of the kind «Answer of the entry's owner». Add it in Documents first.")
                                               : QString());
    };
    QObject::connect(answer, &QComboBox::currentIndexChanged, dialog, judge);
    auto* ready = asking.ready(dialog, [=, now = asking.file.now]() -> record::Act {
        record::ConfirmEntry act;
        act.answer = answer->currentData().toString().toStdString();
        act.entry = entry();
        if (act.answer == "no_answer") return act;
        act.reference = said(reference);
        act.answeredBy = said(by);
        act.channel = bridge::toText(channel->currentText());
        const auto time = QTime::fromString(at->text(), QStringLiteral("HH:mm"));
        QDateTime moment = bridge::toLocal(now);
        if (time.isValid()) moment.setTime(time);
        if (moment > bridge::toLocal(now)) moment = moment.addDays(-1);  // before midnight
        act.answeredAt = fromMillis(moment.toMSecsSinceEpoch());
        if (act.answer != "need_time" && paper->currentIndex() >= 0) act.paper = blobs.at(std::size_t(paper->currentIndex()));
        return act;
    });
    judge();
    return ready;
}

FormDialog* countersign(const Asking& asking) {
    const auto* given = answerOf(asking);
    if (given == nullptr) return nullptr;
    auto* dialog = asking.sheet(QStringLiteral("approvals"), Asks::tr("Countersign the answer: %1").arg(bridge::answerText(given->answer)));
    dialog->say(Asks::tr("Recorded by %1: %2 answered by %3, reference %4.")
                    .arg(asking.file.nameOf(given->recordedBy), bridge::fromText(given->answeredBy), bridge::fromText(given->channel), bridge::fromText(given->reference)));
    dialog->say(given->answer == "confirmed"       ? Asks::tr("With your signature it counts: holding can be proposed, and a supervisor decides on it.")
                : given->answer == "not_confirmed" ? Asks::tr("With your signature it counts: the guard ends and the entry carries no act any more.")
                                                   : Asks::tr("With your signature it counts."),
                true);
    auto* check = dialog->addCheck(QStringLiteral("countersignCheck"), Asks::tr("The paper says the same: name, time, reference, answer"));
    dialog->setAct(QStringLiteral("approvals"), Asks::tr("Countersign"), false);
    const auto judge = [=] { dialog->block(check->isChecked() ? QString() : Asks::tr("Compare the paper with what was recorded.")); };
    QObject::connect(check, &QCheckBox::toggled, dialog, judge);
    judge();
    return asking.ready(dialog, [event = given->event]() -> record::Act { return record::CountersignAnswer{event}; });
}

FormDialog* settle(const Asking& asking) {
    const auto* given = answerOf(asking);
    if (given == nullptr) return nullptr;
    auto* dialog = asking.sheet(QStringLiteral("fork"), Asks::tr("Which answer stands: %1").arg(bridge::answerText(given->answer)));
    dialog->say(Asks::tr("Two answers that count differ. The one you choose governs the guard; the other stays recorded."), true);
    auto* words = dialog->addText(QStringLiteral("actWords"), Asks::tr("Why this one stands"));
    dialog->setAct(QStringLiteral("fork"), Asks::tr("This answer stands"), false);
    return asking.ready(dialog, [=, event = given->event]() -> record::Act { return record::SettleAnswers{event, said(words)}; });
}

FormDialog* overrideGuard(const Asking& asking) {
    const bool release = asking.variant == QLatin1String("release");
    const auto& view = asking.file.view;
    const auto signatures = std::ranges::count_if(view.overrides, [&](const auto& each) {
        return bridge::fromText(each.way) == asking.variant && view.identification && each.identification == view.identification->event && each.entry == view.identification->entry;
    });
    auto* dialog = asking.sheet(QStringLiteral("law"), release ? Asks::tr("Override the guard: release") : Asks::tr("Override the guard: hold"));
    dialog->say(Asks::tr("Two supervisors who took no part, each with a reason and a legal basis; the auditor reads both."));
    if (signatures > 0)
        dialog->warn(Tone::Warn, QStringLiteral("warning"), Asks::tr("Yours is the second signature"),
                     release ? Asks::tr("The guard ends at once: the person can be let go.") : Asks::tr("Holding without the owner's confirmation becomes possible at once."));
    else
        dialog->say(Asks::tr("Yours is the first signature: nothing changes until a second supervisor signs."), true);
    const auto entry = addEntry(dialog, view);
    auto* basis = dialog->addLine(QStringLiteral("overrideBasis"), Asks::tr("Legal basis"));
    auto* words = dialog->addText(QStringLiteral("actWords"), Asks::tr("Reason"));
    dialog->setAct(QStringLiteral("law"), Asks::tr("Sign the override"), false);
    return asking.ready(dialog, [=, way = asking.variant.toStdString()]() -> record::Act { return record::OverrideGuard{way, said(words), said(basis), entry()}; });
}

}  // namespace

FormDialog* askAboutGuard(const Asking& asking) {
    if (asking.act == QLatin1String("watchlist.request")) {
        const auto number = asking.file.view.requests.size() + 1;
        auto* dialog = asking.sheet(QStringLiteral("send"), number > 1 ? Asks::tr("Request the confirmation again") : Asks::tr("Request the confirmation"));
        dialog->say(Asks::tr("You ask the owner of the entry whether it still stands. Call or write to the address of the directory, never to one that the "
                             "person or the caller gave."));
        const auto entry = addEntry(dialog, asking.file.view);
        auto* channel = addChannels(dialog);
        dialog->setAct(QStringLiteral("send"), Asks::tr("I have asked"));
        return asking.ready(dialog, [=]() -> record::Act { return record::RequestConfirmation{bridge::toText(channel->currentText()), entry()}; });
    }
    if (asking.act == QLatin1String("watchlist.confirm")) return recordAnswer(asking);
    if (asking.act == QLatin1String("watchlist.countersign")) return countersign(asking);
    if (asking.act == QLatin1String("watchlist.settle")) return settle(asking);
    if (asking.act == QLatin1String("guard.override")) return overrideGuard(asking);
    if (asking.act == QLatin1String("guard.lapse")) {
        auto* dialog = asking.sheet(QStringLiteral("clock"), Asks::tr("The legal maximum has run out"));
        dialog->say(Asks::tr("The guard ends without an answer: the person can be let go. The identification stays a fact of the case."), true);
        const auto entry = addEntry(dialog, asking.file.view);
        dialog->setAct(QStringLiteral("clock"), Asks::tr("End the guard"), false);
        return asking.ready(dialog, [=]() -> record::Act { return record::LapseGuard{entry()}; });
    }
    return nullptr;
}

FormDialog* askAboutDecision(const Asking& asking) {
    const auto& view = asking.file.view;
    const QString disposition = view.disposition ? bridge::text(view.disposition->disposition) : QString();
    const QString person = bridge::personName(view.traveler);
    if (asking.act == QLatin1String("decision.manifest")) {
        auto* dialog = asking.sheet(QStringLiteral("queue"), Asks::tr("Put the case on a manifest"));
        dialog->say(Asks::tr("Papers, holds and approval are checked now as they will be at boarding. Every case stands on it by its own approval."));
        auto* manifest = dialog->addLine(QStringLiteral("manifestField"), Asks::tr("Manifest: transport, date, list"));
        if (view.disposition) manifest->setText(bridge::fromText(view.disposition->manifest));
        dialog->setAct(QStringLiteral("queue"), Asks::tr("Put it on the manifest"));
        return asking.ready(dialog, [=]() -> record::Act { return record::FreezeManifest{said(manifest)}; });
    }
    if (asking.act == QLatin1String("referral.answer")) {
        auto* dialog = asking.sheet(QStringLiteral("return"), Asks::tr("Record the answer to the referral"));
        dialog->say(Asks::tr("The case goes back to the decision: what is to happen now is proposed anew."));
        auto* answer = dialog->addText(QStringLiteral("referralAnswer"), Asks::tr("What was answered"));
        auto* reference = dialog->addLine(QStringLiteral("referralReference"), Asks::tr("Reference of who answered"));
        dialog->setAct(QStringLiteral("check"), Asks::tr("Record the answer"));
        return asking.ready(dialog, [=]() -> record::Act { return record::AnswerReferral{said(answer), said(reference)}; });
    }
    if (asking.act == QLatin1String("case.close")) {
        auto* dialog = asking.sheet(QStringLiteral("archive"), Asks::tr("Close the case"));
        dialog->say(Asks::tr("What was decided is carried out and nothing is open. Only a supervisor or data protection reopens it."), true);
        dialog->setAct(QStringLiteral("archive"), Asks::tr("Close the case"), false);
        return asking.ready(dialog, []() -> record::Act { return record::CloseCase{}; });
    }
    if (asking.act == QLatin1String("decision.approve")) {
        auto* dialog = asking.sheet(QStringLiteral("approvals"), Asks::tr("Approve: %1").arg(disposition));
        dialog->say(Asks::tr("%1. An officer may carry it out for %n hour(s); papers, holds and the entry are checked again then.", nullptr,
                             asking.file.approvalHours)
                        .arg(person),
                    true);
        dialog->say(Asks::tr("You answer for exactly this dossier, %1: any paper, sample, hold or conclusion that comes later undoes the approval.")
                        .arg(bridge::fromText(asking.file.dossier.text().substr(0, 12))));
        auto* words = dialog->addText(QStringLiteral("actWords"), Asks::tr("Reason of your decision"));
        dialog->setAct(QStringLiteral("approvals"), Asks::tr("Approve"), false);
        return asking.ready(dialog, [=, dossier = asking.file.dossier]() -> record::Act { return record::Approve{said(words), dossier}; });
    }
    if (asking.act == QLatin1String("decision.reject")) {
        auto* dialog = asking.sheet(QStringLiteral("close"), Asks::tr("Reject: %1").arg(disposition));
        dialog->say(Asks::tr("%1. Nothing is carried out; the case goes back with your reason, which everybody who comes after reads.").arg(person), true);
        auto* words = dialog->addText(QStringLiteral("actWords"), Asks::tr("Why it is rejected"));
        dialog->setAct(QStringLiteral("close"), Asks::tr("Reject"), false);
        return asking.ready(dialog, [=]() -> record::Act { return record::Reject{said(words)}; });
    }
    return nullptr;
}

}  // namespace cotejo::casefile
