#include "ui/casefile/acts/act_dialogs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <algorithm>

#include "core/decide/facts.h"
#include "core/decide/table.h"
#include "core/record/partial_date.h"
#include "ui/bridge/text.h"
#include "ui/casefile/acts/asking.h"
#include "ui/casefile/samples.h"

namespace cotejo::casefile {

using namespace widgets;

namespace {

std::string wordsOf(const QPlainTextEdit* field) { return bridge::toText(field->toPlainText()); }
std::string wordsOf(const QLineEdit* field) { return bridge::toText(field->text()); }

FormDialog* amend(const Asking& asking) {
    auto* dialog = asking.sheet(QStringLiteral("mark"), Asks::tr("Amend the traveler's data"));
    dialog->say(Asks::tr("What was recorded before stays in the history. Holds that follow from a value stay, whatever is written now; only that of an unknown "
                         "age ends when the record is completed before the review."));
    const auto& traveler = asking.file.view.traveler;
    auto* family = dialog->addLine(QStringLiteral("amendFamily"), Asks::tr("Family name"));
    auto* given = dialog->addLine(QStringLiteral("amendGiven"), Asks::tr("Given names"));
    auto* birth = dialog->addLine(QStringLiteral("amendBirth"), Asks::tr("Date of birth"), Asks::tr("year-month-day, zeros for what is unknown"));
    auto* nationality = dialog->addLine(QStringLiteral("amendNationality"), Asks::tr("Nationality, as the document codes it"));
    auto* reason = dialog->addText(QStringLiteral("amendReason"), Asks::tr("Why, and on what it rests"));
    family->setText(bridge::fromText(traveler.familyName));
    given->setText(bridge::fromText(traveler.givenNames));
    birth->setText(bridge::fromText(traveler.birthDate));
    nationality->setText(bridge::fromText(traveler.nationality));
    nationality->setMaxLength(3);
    dialog->setAct(QStringLiteral("check"), Asks::tr("Amend"));
    const auto judge = [dialog, birth] {
        const bool good = record::PartialDate::parse(wordsOf(birth)).has_value();
        dialog->block(good ? QString() : Asks::tr("The date of birth is no date: write it as 1981-02-27, with zeros for parts that are unknown."));
    };
    QObject::connect(birth, &QLineEdit::textChanged, dialog, judge);
    return asking.ready(dialog, [=, before = traveler]() -> record::Act {
        auto now = before;
        now.familyName = wordsOf(family);
        now.givenNames = wordsOf(given);
        now.birthDate = record::PartialDate::parse(wordsOf(birth)).value_or(record::PartialDate{}).text();
        now.nationality = bridge::toText(nationality->text().toUpper());
        return record::AmendTraveler{std::move(now), wordsOf(reason)};
    });
}

FormDialog* missingFinger(const Asking& asking) {
    auto* dialog = asking.sheet(QStringLiteral("finger"), Asks::tr("A finger that cannot be captured"));
    dialog->say(Asks::tr("It counts as a sample with its reason: the search and the comparison know that there is none."));
    auto* finger = dialog->addChoice(QStringLiteral("missingFinger"), Asks::tr("Finger"));
    for (const auto& [position, code] : record::codes<record::FingerPosition>) {
        const bool there = std::ranges::any_of(asking.file.view.captures, [&](const auto& each) {
            return each.modality == record::Modality::Finger && each.kind == record::CaptureKind::Live && each.position == position;
        });
        if (position != record::FingerPosition::Unknown && !there) finger->addItem(bridge::text(position), int(position));
    }
    auto* why = dialog->addChoice(QStringLiteral("missingReason"), Asks::tr("Why there is none"));
    for (const auto& [reason, code] : record::codes<record::MissingReason>)
        if (reason != record::MissingReason::None) why->addItem(bridge::text(reason), int(reason));
    if (finger->count() == 0) dialog->block(Asks::tr("Every finger has its sample or its reason already."));
    dialog->setAct(QStringLiteral("check"), Asks::tr("Record it"));
    return asking.ready(dialog, [=, now = asking.file.now]() -> record::Act {
        record::Capture capture;
        capture.id = CaptureId::random();
        capture.modality = record::Modality::Finger;
        capture.position = static_cast<record::FingerPosition>(finger->currentData().toInt());
        capture.missing = static_cast<record::MissingReason>(why->currentData().toInt());
        capture.captured = now;
        return record::AttachCapture{std::move(capture)};
    });
}

FormDialog* unusable(const Asking& asking) {
    auto* dialog = asking.sheet(QStringLiteral("block"), Asks::tr("Mark a sample as unusable"));
    dialog->say(Asks::tr("It is not deleted: it stays with its mark and its reason, and is neither searched nor compared. Whoever lets the person go then "
                         "needs a supervisor's approval."));
    auto* sample = dialog->addChoice(QStringLiteral("unusableSample"), Asks::tr("Sample"));
    std::vector<CaptureId> ids;
    for (const auto& capture : asking.file.view.captures) {
        if (capture.missing != record::MissingReason::None || asking.file.view.unusable.contains(capture.id)) continue;
        ids.push_back(capture.id);
        sample->addItem(QStringLiteral("%1 · %2").arg(captureTitle(capture), captureDetail(capture)));
    }
    auto* reason = dialog->addText(QStringLiteral("unusableReason"), Asks::tr("Why it cannot be used"));
    if (ids.empty()) dialog->block(Asks::tr("The case has no sample that could be marked."));
    dialog->setAct(QStringLiteral("block"), Asks::tr("Mark as unusable"));
    return asking.ready(dialog, [=]() -> record::Act {
        return record::MarkUnusable{ids.at(std::size_t(std::max(0, sample->currentIndex()))), wordsOf(reason)};
    });
}

void addPaperKinds(QComboBox* choice, bool restricted, const std::string& current, bool own) {
    for (const auto& row : decide::paperRows())
        if (row.restricted == restricted && !(own && row.kind == decide::kUnreadable)) choice->addItem(bridge::documentKindText(row.kind), bridge::fromText(row.kind));
    choice->setCurrentIndex(std::max(0, choice->findData(bridge::fromText(current))));
}

FormDialog* paperKind(const Asking& asking) {
    const auto& papers = asking.file.view.documents;
    const auto paper = std::ranges::find_if(papers, [&](const auto& each) { return bridge::fromText(each.blob.text()) == asking.variant; });
    if (paper == papers.end()) return nullptr;
    auto* dialog = asking.sheet(QStringLiteral("mark"), Asks::tr("What this paper is"));
    dialog->say(Asks::tr("«%1». A kind that places a hold places it at once.").arg(bridge::fromText(paper->title)));
    auto* kind = dialog->addChoice(QStringLiteral("paperKind"), Asks::tr("Kind"));
    addPaperKinds(kind, paper->restricted, paper->kind, paper->addedBy == asking.file.officer.id);
    dialog->setAct(QStringLiteral("check"), Asks::tr("Change the kind"));
    return asking.ready(dialog, [=, blob = paper->blob]() -> record::Act { return record::NameDocument{blob, kind->currentData().toString().toStdString()}; });
}

FormDialog* waive(const Asking& asking) {
    auto* dialog = asking.sheet(QStringLiteral("minus"), Asks::tr("Does not apply: %1").arg(bridge::documentKindText(asking.variant.toStdString())));
    dialog->say(Asks::tr("A person answers for it: your name and your reason stand in the dossier, and whoever approves reads them."));
    auto* reason = dialog->addText(QStringLiteral("waiveReason"), Asks::tr("It does not apply because"));
    dialog->setAct(QStringLiteral("minus"), Asks::tr("It does not apply"));
    return asking.ready(dialog, [=, kind = asking.variant.toStdString()]() -> record::Act { return record::WaivePaper{kind, wordsOf(reason)}; });
}

}  // namespace

FormDialog* askAboutCase(const Asking& asking) {
    const auto simple = [&](const QString& icon, const QString& title, const QString& what, const QString& field, const QString& button, bool plain, auto make) {
        auto* dialog = asking.sheet(icon, title);
        dialog->say(what, !plain);
        auto* words = dialog->addText(QStringLiteral("actWords"), field);
        dialog->setAct(icon, button, plain);
        return asking.ready(dialog, [=]() -> record::Act { return make(wordsOf(words)); });
    };
    if (asking.act == QLatin1String("note.add"))
        return simple(QStringLiteral("note"), Asks::tr("Add a note"), Asks::tr("Those who come after read it in the overview. It cannot be taken out."),
                      Asks::tr("Note"), Asks::tr("Add the note"), true, [](std::string words) { return record::AddNote{std::move(words)}; });
    if (asking.act == QLatin1String("case.legal_basis"))
        return simple(QStringLiteral("law"), Asks::tr("Set the legal basis"), Asks::tr("Without one nothing can be done with the case."),
                      Asks::tr("Legal basis of the control, e.g. the article it rests on"), Asks::tr("Set the legal basis"), true,
                      [](std::string words) { return record::SetLegalBasis{std::move(words)}; });
    if (asking.act == QLatin1String("case.recapture"))
        return simple(QStringLiteral("camera"), Asks::tr("Ask for a recapture"), Asks::tr("The case waits for new samples; the comparison starts again with them."),
                      Asks::tr("What is to be captured again, and why"), Asks::tr("Ask for a recapture"), true,
                      [](std::string words) { return record::RequestRecapture{std::move(words)}; });
    if (asking.act == QLatin1String("case.return"))
        return simple(QStringLiteral("return"), Asks::tr("Return the case"),
                      Asks::tr("A proposal ends; what examiners found stays and the case goes on from there. Everybody who comes after reads the reason."),
                      Asks::tr("Why the case is returned"), Asks::tr("Return the case"), false,
                      [](std::string words) { return record::ReturnCase{std::move(words)}; });
    if (asking.act == QLatin1String("case.reopen"))
        return simple(QStringLiteral("refresh"), Asks::tr("Reopen the case"), Asks::tr("It goes back to triage; what was found and carried out stays in it."),
                      Asks::tr("Why it is reopened"), Asks::tr("Reopen"), false, [](std::string words) { return record::ReopenCase{std::move(words)}; });
    if (asking.act == QLatin1String("case.cancel"))
        return simple(QStringLiteral("block"), Asks::tr("Cancel the case"),
                      Asks::tr("The case ends without a disposition, e.g. because it was opened twice. It stays stored and found by search."),
                      Asks::tr("Why it is cancelled"), Asks::tr("Cancel the case"), false, [](std::string words) { return record::CancelCase{std::move(words)}; });
    if (asking.act == QLatin1String("examination.order"))
        return simple(QStringLiteral("refresh"), Asks::tr("Order a re-examination"),
                      Asks::tr("Two examiners who have seen nothing of this case examine it anew, both blind. Until they end, outcome, holds and guard stand; a "
                               "proposal ends now."),
                      Asks::tr("What is in question, and why"), Asks::tr("Order the re-examination"), false,
                      [](std::string words) { return record::OrderReexamination{std::move(words)}; });
    if (asking.act == QLatin1String("examination.withdraw"))
        return simple(QStringLiteral("undo"), Asks::tr("Withdraw the re-examination"),
                      Asks::tr("The case goes on from what stood before you ordered it. You do not approve in this case any more."),
                      Asks::tr("Why it is withdrawn"), Asks::tr("Withdraw it"), false,
                      [](std::string words) { return record::WithdrawReexamination{std::move(words)}; });
    if (asking.act == QLatin1String("case.amend")) return amend(asking);
    return nullptr;
}

FormDialog* askAboutHold(const Asking& asking) {
    const auto kind = record::fromCode<record::HoldKind>(asking.variant.toStdString());
    if (asking.act == QLatin1String("hold.place") && kind) {
        auto* dialog = asking.sheet(QStringLiteral("pause"), Asks::tr("Place a hold: %1").arg(bridge::text(*kind)));
        dialog->say(bridge::holdSentence(*kind), true);
        if (!asking.file.readsHolds)
            dialog->say(Asks::tr("Officers read it as «On hold», whatever its kind. No reason is asked for."));
        dialog->setAct(QStringLiteral("pause"), Asks::tr("Place the hold"), false);
        return asking.ready(dialog, [kind = *kind]() -> record::Act { return record::PlaceHold{kind}; });
    }
    if (asking.act == QLatin1String("hold.lift") && kind) {
        auto* dialog = asking.sheet(QStringLiteral("undo"), Asks::tr("Lift the hold: %1").arg(bridge::text(*kind)));
        dialog->say(Asks::tr("What it forbade can go on, after every other rule. Everybody who comes after reads the reason."), true);
        QComboBox* paper = nullptr;
        std::vector<Hash> blobs;
        if (const auto kinds = decide::papersThatEnd(asking.file.view, *kind); !kinds.empty()) {
            paper = dialog->addChoice(QStringLiteral("liftPaper"), Asks::tr("Decision it rests on, among the papers"));
            QStringList wanted;
            for (const auto& each : kinds) wanted << QStringLiteral("«%1»").arg(bridge::documentKindText(each));
            for (const auto& each : asking.file.view.documents) {
                if (std::ranges::find(kinds, each.kind) == kinds.end()) continue;
                blobs.push_back(each.blob);
                paper->addItem(QStringLiteral("%1 · %2").arg(bridge::documentKindText(each.kind), bridge::fromText(each.title)));
            }
            if (blobs.empty()) dialog->block(Asks::tr("It is lifted with a paper of this kind: %1. Add it in Documents first.").arg(wanted.join(QStringLiteral(", "))));
        }
        auto* words = dialog->addText(QStringLiteral("actWords"), Asks::tr("Why it is lifted"));
        dialog->setAct(QStringLiteral("undo"), Asks::tr("Lift the hold"), false);
        return asking.ready(dialog, [=, kind = *kind]() -> record::Act {
            record::LiftHold act{kind, wordsOf(words), {}};
            if (paper != nullptr && paper->currentIndex() >= 0) act.document = blobs.at(std::size_t(paper->currentIndex()));
            return act;
        });
    }
    return nullptr;
}

FormDialog* askAboutPapersAndSamples(const Asking& asking) {
    if (asking.act == QLatin1String("samples.missing")) return missingFinger(asking);
    if (asking.act == QLatin1String("biometric.unusable")) return unusable(asking);
    if (asking.act == QLatin1String("document.kind")) return paperKind(asking);
    if (asking.act == QLatin1String("document.waive")) return waive(asking);
    return nullptr;
}

FormDialog* openActDialog(const QString& what, const bridge::CaseFile& file, QWidget* parent, Perform perform) {
    const Asking asking{file, what.section(QLatin1Char(':'), 0, 0), what.section(QLatin1Char(':'), 1), parent, std::move(perform)};
    for (auto* ask : {&askAboutCase, &askAboutHold, &askAboutPapersAndSamples, &askAboutGuard, &askAboutDecision})
        if (auto* dialog = ask(asking)) return dialog;
    return nullptr;
}

}  // namespace cotejo::casefile
