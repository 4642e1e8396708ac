#include "ui/bridge/text.h"
#include "ui/bridge/words.h"

/// Words of casework: papers, holds, answers, reasons. The rest of text.h stands in text.cpp.
namespace cotejo::bridge {

using record::HoldKind;

QString documentKindText(std::string_view kind) {
    if (kind == "identity_basis") return Words::tr("Basis of the identity");
    if (kind == "nationality") return Words::tr("Nationality confirmed");
    if (kind == "protection_information") return Words::tr("Information on protection");
    if (kind == "fear_question") return Words::tr("Fear question and answer");
    if (kind == "vulnerability") return Words::tr("Vulnerability");
    if (kind == "child") return Words::tr("Child");
    if (kind == "medical") return Words::tr("Medical");
    if (kind == "family_unity") return Words::tr("Family unity");
    if (kind == "final_order") return Words::tr("Final order");
    if (kind == "consular_contact") return Words::tr("Consular contact");
    if (kind == "appeal_window") return Words::tr("Appeal window");
    if (kind == "appeal_waiver") return Words::tr("Waiver of appeal, signed with counsel");
    if (kind == "refusal_notice") return Words::tr("Notice of refusal");
    if (kind == "rights_information") return Words::tr("Information on rights");
    if (kind == "owner_answer") return Words::tr("Answer of the entry's owner");
    if (kind == "order_suspension") return Words::tr("Suspension of the order");
    if (kind == "suspension_ended") return Words::tr("End of the suspension");
    if (kind == "fear_answer") return Words::tr("Fear expressed");
    if (kind == "protection_decision") return Words::tr("Decision on protection");
    if (kind == "age_decision") return Words::tr("Decision on the age");
    if (kind == "unreadable") return Words::tr("Unreadable");
    if (kind == "other") return Words::tr("Other paper");
    return fromText(kind);
}

QString matterText(std::string_view matter) {
    if (const auto hold = record::fromCode<HoldKind>(matter)) return Words::tr("hold: %1").arg(text(*hold));
    if (matter == "on_hold") return Words::tr("On hold");
    if (matter == "referral") return Words::tr("answer to the referral");
    if (matter == "examination") return Words::tr("examination under way");
    if (matter == "reexamination") return Words::tr("re-examination");
    if (matter == "confirmation") return Words::tr("confirmation of the entry's owner");
    return fromText(matter);
}

QString answerText(std::string_view answer) {
    if (answer == "confirmed") return Words::tr("Confirmed", "answer of an owner");
    if (answer == "not_confirmed") return Words::tr("Not confirmed", "answer of an owner");
    if (answer == "need_time") return Words::tr("Needs time", "answer of an owner");
    if (answer == "no_answer") return Words::tr("No answer", "answer of an owner");
    if (answer == "recorded") return Words::tr("Recorded, not countersigned yet", "answer of an owner");
    if (answer == "differs") return Words::tr("Two answers differ", "answer of an owner");
    return answer.empty() ? Words::tr("None yet", "answer of an owner") : fromText(answer);
}

QString text(HoldKind kind) { return look(kind, true).text; }

QString holdSentence(HoldKind kind) {
    switch (kind) {
    case HoldKind::Protection:
        return Words::tr("Nothing that leads to a return, a hold or a refusal goes on, and nothing is sent. Only the protection role ends it, with a decision.");
    case HoldKind::Child:
        return Words::tr("No act against the person goes on. Only the protection role ends it, with a decision on the age.");
    case HoldKind::ReleaseGuard:
        return Words::tr("Nobody is let go or returned. It ends with the answer of the entry's owner, its withdrawal, two supervisors, the legal maximum or a "
                         "re-examination, never by hand.");
    case HoldKind::DataDispute:
        return Words::tr("No act against the person rests on disputed data. Data protection ends it when the request is decided.");
    case HoldKind::Conflict:
        return Words::tr("Two posts decided differently and the more protective decision governs. A supervisor who took no part resolves it in Activity.");
    case HoldKind::Medical:
        return Words::tr("No act against the person goes on. A supervisor or the protection role ends it when the reason is over.");
    case HoldKind::LegalRetention:
        return Words::tr("No act against the person goes on and nothing is sent. A supervisor or data protection ends it; one that a suspended order set, with the "
                         "paper that ends the suspension.");
    }
    return {};
}

QString holdBasisText(std::string_view basis) {
    if (basis.empty()) return {};
    if (basis == "travel_document") return Words::tr("It follows from the travel document.");
    if (basis == "age") return Words::tr("It follows from the date of birth.");
    if (basis == "age_unknown") return Words::tr("It follows from an age that is not known; it ends when the record is completed before the review, or with a decision on the age.");
    if (basis == "identification") return Words::tr("It follows from the identification by two examiners.");
    if (basis == "decisions") return Words::tr("It follows from decisions of two posts.");
    return Words::tr("It follows from a paper: %1.").arg(documentKindText(basis));
}

QString entryText(const record::Identification& identification) {
    const auto& facts = identification.facts;
    QStringList words{text(facts.purpose), galleryText(facts.gallery)};
    if (!facts.issuerCountry.empty()) words << fromText(facts.issuerCountry);
    words << text(facts.grade) << fromText(identification.entry.text().substr(0, 8));
    return words.join(QStringLiteral(" · "));
}

QString guardEndText(std::string_view code) {
    if (code == "answer") return Words::tr("The owner did not confirm: the guard ended.");
    if (code == "entry") return Words::tr("The entry is no longer active: the guard ended.");
    if (code == "override") return Words::tr("Two supervisors released: the guard ended.");
    if (code == "lapse") return Words::tr("The legal maximum ran out: the guard ended.");
    return fromText(code);
}

QString remarkText(const record::Remark& remark, const QString& who, UtcTime now) {
    const auto says = [&]() -> QString {
        if (remark.type == "note.add") return Words::tr("Note by %1, %2: %3");
        if (remark.type == "case.return") return Words::tr("Returned by %1, %2: %3");
        if (remark.type == "case.recapture") return Words::tr("Recapture asked for by %1, %2: %3");
        if (remark.type == "case.reopen") return Words::tr("Reopened by %1, %2: %3");
        if (remark.type == "case.cancel") return Words::tr("Cancelled by %1, %2: %3");
        if (remark.type == "case.amend") return Words::tr("Data amended by %1, %2: %3");
        if (remark.type == "biometric.unusable") return Words::tr("Sample marked as unusable by %1, %2: %3");
        if (remark.type == "decision.reject") return Words::tr("Rejected by %1, %2: %3");
        if (remark.type == "hold.lift") return Words::tr("Hold lifted by %1, %2: %3");
        if (remark.type == "examination.order") return Words::tr("Re-examination ordered by %1, %2: %3");
        if (remark.type == "examination.withdraw") return Words::tr("Re-examination withdrawn by %1, %2: %3");
        if (remark.type == "guard.override") return Words::tr("Guard overridden by %1, %2: %3");
        if (remark.type == "watchlist.settle") return Words::tr("Answers settled by %1, %2: %3");
        if (remark.type == "referral.answer") return Words::tr("Answer to the referral, recorded by %1, %2: %3");
        if (remark.type == "partner.authorise") return Words::tr("Request to a partner authorised by %1, %2: %3");
        if (remark.type == "partner.cancel") return Words::tr("Request to a partner cancelled by %1, %2: %3");
        if (remark.type == "partner.close") return Words::tr("Request to a partner closed by %1, %2: %3");
        if (remark.type == "conflict.resolve") return Words::tr("Conflict resolved by %1, %2: %3");
        return {};
    }();
    const QString when = momentText(remark.at, now), words = fromText(remark.text);
    if (says.isEmpty()) return QStringLiteral("%1, %2, %3: %4").arg(actText(remark.type), who, when, words);
    return says.arg(who, when, words);
}

QString noticeText(std::string_view code) {
    if (code == "entry_active") return Words::tr("The entry is active again.");
    if (code == "entry_suspended") return Words::tr("The entry was suspended.");
    if (code == "entry_withdrawn") return Words::tr("The entry was withdrawn.");
    if (code == "entry_served") return Words::tr("The entry was served.");
    if (code == "entry_expired") return Words::tr("The entry expired.");
    if (code == "entry_no_extradition") return Words::tr("The entry's owner will not ask for extradition.");
    if (code == "partner_unanswered") return Words::tr("The partner did not answer in the time of the agreement.");
    if (code == "entry_overdue") return Words::tr("The entry is past its review.");
    return fromText(code);
}

}  // namespace cotejo::bridge
