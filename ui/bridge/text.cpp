#include "ui/bridge/text.h"

#include "ui/bridge/sample_text.h"

#include <QLocale>
#include <cstdlib>
#include <map>

#include "ui/bridge/error_text.h"
#include "ui/bridge/words.h"

namespace cotejo::bridge {

namespace {

using record::CaseState, record::HoldKind;
using widgets::BadgeLook, widgets::Tone;
using namespace Qt::StringLiterals;

QString dash() { return QStringLiteral("—"); }

}  // namespace

QString text(CaseState state) {
    switch (state) {
    case CaseState::Received: return Words::tr("Received", "state of a case");
    case CaseState::Triage: return Words::tr("Triage", "state of a case");
    case CaseState::InReview: return Words::tr("In review", "state of a case");
    case CaseState::Recapture: return Words::tr("Recapture", "state of a case");
    case CaseState::Concluded1: return Words::tr("Concluded", "state of a case");
    case CaseState::InVerification: return Words::tr("In verification", "state of a case");
    case CaseState::Disagreement: return Words::tr("Disagreement", "state of a case");
    case CaseState::Panel: return Words::tr("Panel", "state of a case");
    case CaseState::IdentityResolved: return Words::tr("Identity resolved", "state of a case");
    case CaseState::DispositionProposed: return Words::tr("Disposition proposed", "state of a case");
    case CaseState::PendingApproval: return Words::tr("Pending approval", "state of a case");
    case CaseState::Approved: return Words::tr("Approved", "state of a case");
    case CaseState::Rejected: return Words::tr("Rejected", "state of a case");
    case CaseState::Returned: return Words::tr("Returned", "state of a case");
    case CaseState::Executed: return Words::tr("Executed", "state of a case");
    case CaseState::Closed: return Words::tr("Closed", "state of a case");
    case CaseState::Reopened: return Words::tr("Reopened", "state of a case");
    case CaseState::Cancelled: return Words::tr("Cancelled", "state of a case");
    }
    return dash();
}

QString text(record::Priority priority) {
    switch (priority) {
    case record::Priority::Urgent: return Words::tr("Urgent", "priority");
    case record::Priority::High: return Words::tr("High", "priority");
    case record::Priority::Normal: return Words::tr("Normal", "priority");
    }
    return dash();
}

QString text(record::ReferralReason reason) {
    using enum record::ReferralReason;
    switch (reason) {
    case BiometricVerification: return Words::tr("Biometric verification");
    case DocumentFaceMismatch: return Words::tr("Document and face differ");
    case MrzCheckDigit: return Words::tr("MRZ check digit wrong");
    case DocumentReportedLost: return Words::tr("Document reported lost");
    case DocumentValidity: return Words::tr("Document validity");
    case BoardingDiscrepancy: return Words::tr("Boarding mismatch");
    case UnaccompaniedMinor: return Words::tr("Unaccompanied child");
    case Repatriation: return Words::tr("Repatriation");
    case DataDispute: return Words::tr("Data dispute");
    case ManualReferral: return Words::tr("Manual referral");
    }
    return dash();
}

QString text(record::DeadlineKind kind) {
    using enum record::DeadlineKind;
    switch (kind) {
    case Attention: return Words::tr("Counter", "clock");
    case SecondExam: return Words::tr("Second exam", "clock");
    case IssuerConfirmation: return Words::tr("Confirmation", "clock");
    case MaximumHold: return Words::tr("Max. holding", "clock");
    case Approval: return Words::tr("Approval", "clock");
    case DataRequest: return Words::tr("Rights claim", "clock");
    case Release: return Words::tr("Release", "clock");
    case Remittal: return Words::tr("Remittal", "clock");
    }
    return dash();
}

QString text(record::ExaminerConclusion conclusion) {
    switch (conclusion) {
    case record::ExaminerConclusion::Exclusion: return Words::tr("Exclusion");
    case record::ExaminerConclusion::SupportDifferent: return Words::tr("Support for different sources");
    case record::ExaminerConclusion::Inconclusive: return Words::tr("Inconclusive");
    case record::ExaminerConclusion::SupportSame: return Words::tr("Support for the same source");
    case record::ExaminerConclusion::Identification: return Words::tr("Identification");
    }
    return dash();
}

QString text(record::Outcome outcome) {
    switch (outcome) {
    case record::Outcome::Identified: return Words::tr("Identified", "outcome of an examination");
    case record::Outcome::Excluded: return Words::tr("Excluded", "outcome of an examination");
    case record::Outcome::Inconclusive: return Words::tr("Inconclusive", "outcome of an examination");
    case record::Outcome::NoCandidate: return Words::tr("No candidate", "outcome of an examination");
    }
    return dash();
}

QString text(record::Disposition disposition) {
    using enum record::Disposition;
    switch (disposition) {
    case Admit: return Words::tr("Admit", "disposition");
    case Release: return Words::tr("Release", "disposition");
    case ReferPartnerCheck: return Words::tr("Refer for a partner's check", "disposition");
    case HoldFugitive: return Words::tr("Hold as a fugitive", "disposition");
    case RefuseEntry: return Words::tr("Refuse entry", "disposition");
    case Repatriate: return Words::tr("Repatriate", "disposition");
    case ReferProtection: return Words::tr("Refer to protection", "disposition");
    case NoAction: return Words::tr("No action", "disposition");
    }
    return dash();
}

QString text(record::EvidenceGrade grade) {
    using enum record::EvidenceGrade;
    switch (grade) {
    case Unknown: return Words::tr("Unknown", "evidence grade");
    case Intelligence: return Words::tr("Intelligence", "evidence grade");
    case Allegation: return Words::tr("Allegation", "evidence grade");
    case Charge: return Words::tr("Charge", "evidence grade");
    case Warrant: return Words::tr("Court warrant", "evidence grade");
    case Conviction: return Words::tr("Conviction", "evidence grade");
    }
    return dash();
}

QString text(record::EntryStatus status) {
    using enum record::EntryStatus;
    switch (status) {
    case Active: return Words::tr("Active", "watchlist entry");
    case Suspended: return Words::tr("Suspended", "watchlist entry");
    case Withdrawn: return Words::tr("Withdrawn", "watchlist entry");
    case Served: return Words::tr("Served", "watchlist entry");
    case Expired: return Words::tr("Expired", "watchlist entry");
    case NoExtradition: return Words::tr("No extradition", "watchlist entry");
    }
    return dash();
}

QString text(record::EntryPurpose purpose) {
    using enum record::EntryPurpose;
    switch (purpose) {
    case Unspecified: return Words::tr("not stated", "purpose of an entry");
    case Wanted: return Words::tr("Wanted", "purpose of an entry");
    case RefuseEntry: return Words::tr("Refusal of entry", "purpose of an entry");
    case Missing: return Words::tr("Missing person", "purpose of an entry");
    case Identity: return Words::tr("Register of identities", "purpose of an entry");
    }
    return dash();
}

QString text(record::SnapshotAge age) {
    switch (age) {
    case record::SnapshotAge::Fresh: return Words::tr("fresh", "lists");
    case record::SnapshotAge::Stale: return Words::tr("old: refer only", "lists");
    case record::SnapshotAge::Expired: return Words::tr("expired: no searches", "lists");
    }
    return dash();
}

QString text(record::Modality modality) {
    return modality == record::Modality::Face ? Words::tr("Face") : Words::tr("Fingerprint");
}

QString text(record::FingerPosition position) {
    using enum record::FingerPosition;
    switch (position) {
    case Unknown: return Words::tr("Finger not stated");
    case RightThumb: return Words::tr("Right thumb");
    case RightIndex: return Words::tr("Right index");
    case RightMiddle: return Words::tr("Right middle");
    case RightRing: return Words::tr("Right ring");
    case RightLittle: return Words::tr("Right little");
    case LeftThumb: return Words::tr("Left thumb");
    case LeftIndex: return Words::tr("Left index");
    case LeftMiddle: return Words::tr("Left middle");
    case LeftRing: return Words::tr("Left ring");
    case LeftLittle: return Words::tr("Left little");
    }
    return dash();
}

QString text(record::MissingReason reason) {
    using enum record::MissingReason;
    switch (reason) {
    case None: return {};
    case Amputated: return Words::tr("Amputated", "finger");
    case Bandaged: return Words::tr("Bandaged", "finger");
    case NotCaptured: return Words::tr("Not captured", "finger");
    }
    return dash();
}

QString text(record::Role role) {
    using enum record::Role;
    switch (role) {
    case Officer: return Words::tr("officer", "role");
    case ExaminerFace: return Words::tr("face examiner", "role");
    case ExaminerFinger: return Words::tr("fingerprint examiner", "role");
    case Supervisor: return Words::tr("supervisor", "role");
    case Protection: return Words::tr("protection", "role");
    case Dpo: return Words::tr("data protection", "role");
    case Auditor: return Words::tr("auditor", "role");
    case Admin: return Words::tr("administrator", "role");
    case System: return Words::tr("system", "role");
    }
    return dash();
}

QString text(record::Sex sex) {
    return sex == record::Sex::Unspecified ? QStringLiteral("X") : fromText(record::codeOf(sex));
}

QString text(record::PpiSource source) {
    using enum record::PpiSource;
    switch (source) {
    case Header: return Words::tr("from the file", "resolution");
    case Declared: return Words::tr("declared", "resolution");
    case Assumed: return Words::tr("assumed", "resolution");
    case Unknown: return Words::tr("unknown", "resolution");
    }
    return dash();
}

QString actText(std::string_view type) {
    const auto say = [&]() -> QString {
        if (type == "case.open") return Words::tr("Case opened");
        if (type == "biometric.attach") return Words::tr("Sample attached");
        if (type == "case.amend") return Words::tr("Traveler's data amended");
        if (type == "case.legal_basis") return Words::tr("Legal basis set");
        if (type == "case.triage") return Words::tr("Triage started");
        if (type == "case.lease") return Words::tr("Case taken");
        if (type == "case.release") return Words::tr("Case given back to the queue");
        if (type == "case.recapture") return Words::tr("Recapture requested");
        if (type == "case.return") return Words::tr("Case returned");
        if (type == "match.search") return Words::tr("Lists searched");
        if (type == "examination.analysis") return Words::tr("Analysis of the sample saved");
        if (type == "examination.visit") return Words::tr("Candidate visited");
        if (type == "examination.provisional") return Words::tr("Provisional conclusion saved");
        if (type == "examination.reveal") return Words::tr("Scores revealed");
        if (type == "examination.conclude") return Words::tr("Examination concluded");
        if (type == "examination.open_notes") return Words::tr("Another examiner's notes opened");
        if (type == "coverage.read") return Words::tr("Coverage read");
        if (type == "document.add") return Words::tr("Document added");
        if (type == "document.open") return Words::tr("Document opened");
        if (type == "decision.propose") return Words::tr("Disposition proposed");
        if (type == "decision.submit") return Words::tr("Sent for approval");
        if (type == "decision.approve") return Words::tr("Disposition approved");
        if (type == "decision.reject") return Words::tr("Disposition rejected");
        if (type == "decision.execute") return Words::tr("Disposition executed");
        if (type == "decision.refused") return Words::tr("Approval refused by a rule");
        if (type == "case.close") return Words::tr("Case closed");
        if (type == "case.reopen") return Words::tr("Case reopened");
        if (type == "case.cancel") return Words::tr("Case cancelled");
        if (type == "hold.place") return Words::tr("Hold placed");
        if (type == "hold.lift") return Words::tr("Hold lifted");
        if (type == "watchlist.confirm") return Words::tr("Owner's answer recorded");
        if (type == "conflict.resolve") return Words::tr("Conflict resolved");
        if (type == "note.add") return Words::tr("Note added");
        if (type == "view.record") return Words::tr("Record viewed");
        if (type == "biometric.unusable") return Words::tr("Sample marked as unusable");
        if (type == "examination.order") return Words::tr("Re-examination ordered");
        if (type == "examination.withdraw") return Words::tr("Re-examination withdrawn");
        if (type == "watchlist.request") return Words::tr("Confirmation requested");
        if (type == "watchlist.countersign") return Words::tr("Answer countersigned");
        if (type == "watchlist.settle") return Words::tr("Differing answers settled");
        if (type == "guard.override") return Words::tr("Guard overridden by a supervisor");
        if (type == "guard.lapse") return Words::tr("Guard lapsed");
        if (type == "entry.status") return Words::tr("Entry of the list changed");
        if (type == "document.waive") return Words::tr("Paper does not apply");
        if (type == "document.kind") return Words::tr("Kind of a paper changed");
        if (type == "referral.answer") return Words::tr("Answer to the referral recorded");
        if (type == "decision.manifest") return Words::tr("Put on a manifest");
        if (type == "portrait.analysis") return Words::tr("Live sample analysed for the document");
        if (type == "portrait.open") return Words::tr("Document opened beside the live sample");
        if (type == "portrait.conclude") return Words::tr("Comparison with the document concluded");
        if (type == "portrait.reveal") return Words::tr("Score of the document revealed");
        if (type == "case.export") return Words::tr("Case exported");
        if (type == "partner.draft") return Words::tr("Request to a partner drafted");
        if (type == "partner.preview") return Words::tr("Request to a partner previewed");
        if (type == "partner.authorise") return Words::tr("Request to a partner authorised");
        if (type == "partner.cancel") return Words::tr("Request to a partner cancelled");
        if (type == "partner.close") return Words::tr("Request to a partner closed");
        if (type == "partner.report") return Words::tr("News of a request to a partner");
        if (type == "admin.post") return Words::tr("Post set up");
        if (type == "admin.device") return Words::tr("Device added or changed");
        if (type == "admin.policy") return Words::tr("Policy of the organisation set");
        if (type == "wl.applied") return Words::tr("New lists taken over");
        if (type == "user.lock") return Words::tr("Locked");
        if (type == "admin.officer") return Words::tr("Officer added or changed");
        if (type == "user.login") return Words::tr("Signed in");
        if (type == "user.logout") return Words::tr("Signed out");
        return fromText(type);
    };
    return say();
}

QString icon(std::string_view type) {
    static const std::map<std::string_view, QString> icons{
        {"case.open", u"import"_s}, {"biometric.attach", u"finger"_s}, {"case.amend", u"mark"_s},
        {"case.legal_basis", u"law"_s}, {"case.triage", u"queue"_s}, {"case.lease", u"key"_s},
        {"case.release", u"return"_s}, {"case.recapture", u"camera"_s}, {"case.return", u"return"_s},
        {"match.search", u"search"_s}, {"examination.analysis", u"face"_s}, {"examination.visit", u"eye"_s},
        {"examination.provisional", u"mark"_s}, {"examination.reveal", u"eye"_s}, {"examination.conclude", u"check"_s},
        {"examination.open_notes", u"note"_s}, {"coverage.read", u"flag"_s}, {"document.add", u"document"_s},
        {"document.open", u"document"_s}, {"decision.propose", u"send"_s}, {"decision.submit", u"approvals"_s},
        {"decision.approve", u"check"_s}, {"decision.reject", u"close"_s}, {"decision.execute", u"receipt"_s},
        {"decision.refused", u"block"_s}, {"case.close", u"archive"_s}, {"case.reopen", u"refresh"_s},
        {"case.cancel", u"block"_s}, {"hold.place", u"pause"_s}, {"hold.lift", u"undo"_s},
        {"watchlist.confirm", u"flag"_s}, {"conflict.resolve", u"fork"_s}, {"note.add", u"note"_s},
        {"biometric.unusable", u"block"_s}, {"examination.order", u"refresh"_s}, {"examination.withdraw", u"undo"_s}, {"watchlist.request", u"send"_s}, {"watchlist.countersign", u"approvals"_s}, {"watchlist.settle", u"fork"_s}, {"guard.override", u"law"_s}, {"guard.lapse", u"clock"_s}, {"entry.status", u"flag"_s}, {"document.waive", u"minus"_s}, {"document.kind", u"mark"_s}, {"referral.answer", u"return"_s}, {"decision.manifest", u"queue"_s}, {"portrait.analysis", u"face"_s}, {"portrait.open", u"eye"_s}, {"portrait.conclude", u"check"_s}, {"portrait.reveal", u"eye"_s}, {"case.export", u"send"_s},
        {"partner.draft", u"mark"_s}, {"partner.preview", u"eye"_s}, {"partner.authorise", u"approvals"_s}, {"partner.cancel", u"block"_s}, {"partner.close", u"archive"_s}, {"partner.report", u"return"_s},
        {"view.record", u"eye"_s}, {"admin.officer", u"user"_s}, {"user.login", u"key"_s}, {"user.logout", u"sign-out"_s}};
    const auto found = icons.find(type);
    return found != icons.end() ? found->second : u"document"_s;
}

QString notSearchedText(std::string_view reason) {
    if (reason == "answer_missing") return Words::tr("the partner's answer has not arrived here");
    if (reason == "no_agreement") return Words::tr("no agreement in force");
    if (reason == "outside_purpose") return Words::tr("outside the purpose");
    if (reason == "bandaged") return Words::tr("bandaged");
    if (reason == "amputated") return Words::tr("amputated");
    if (reason == "not_captured") return Words::tr("not captured");
    if (reason == "undecoded") return Words::tr("image not decoded yet");
    if (reason == "failed_extraction") return Words::tr("no usable features found");
    if (reason == "expired_snapshot") return Words::tr("the list has expired");
    if (reason == "no_template") return Words::tr("no template");
    if (reason == "no_face") return Words::tr("no face found");
    if (reason == "no_sample") return Words::tr("no sample");
    if (reason == "short_list") return Words::tr("compared by a quick ranking only");
    if (reason == "no_common_sample") return Words::tr("they have no sample of the kinds that were searched with");
    if (reason == "past_review") return Words::tr("their owner has not reviewed them in time");
    if (reason == "quarantined") return Words::tr("in quarantine: their owner did not stand by them");
    if (reason == "snapshot_expired") return Words::tr("the list has expired");
    if (reason == "no_samples") return Words::tr("the case has no sample");
    if (reason == "no_usable_sample") return Words::tr("no sample can be used");
    if (reason == "unusable") return Words::tr("marked as unusable");
    if (reason == "calibration_expired") return Words::tr("the calibration report has expired");
    if (reason == "not_calibrated") return Words::tr("no calibration report in force");
    if (reason.starts_with("E_")) return errorText(Error{std::string(reason), {}, {}}).title;
    return fromText(reason);
}

QString galleryText(std::string_view gallery) {
    if (gallery == "wanted") return Words::tr("Wanted persons");
    if (gallery == "lost_documents") return Words::tr("Lost documents");
    if (gallery == "encounters") return Words::tr("Encounters");
    if (gallery == "partners") return Words::tr("Partners' lists");
    if (gallery == "refuse_entry") return Words::tr("Refused entry");
    if (gallery.starts_with(record::kAnswerLists)) return Words::tr("A partner's answer");
    if (gallery == "identity_register") return Words::tr("Register of identities");
    return fromText(gallery);
}

QString notSearchedWhat(std::string_view what) {
    if (const auto position = record::fromCode<record::FingerPosition>(what)) return Words::tr("Finger: %1").arg(text(*position));
    constexpr std::string_view kReferences = "references:";
    if (what.starts_with(kReferences)) return Words::tr("%n reference(s)", nullptr, fromText(what.substr(kReferences.size())).toInt());
    constexpr std::string_view kEntries = "entries:";
    if (what.starts_with(kEntries)) return Words::tr("%n entry(ies)", nullptr, fromText(what.substr(kEntries.size())).toInt());
    if (what == "samples") return Words::tr("Samples of the case");
    if (what == "prints_ranked_low") return Words::tr("Least similar fingerprints of a large list");
    if (what == "threshold_face") return Words::tr("Threshold for faces");
    if (what == "threshold_finger") return Words::tr("Threshold for fingerprints");
    if (what == "face_live") return Words::tr("Face taken live");
    if (what == "face_document") return Words::tr("Portrait of the document");
    return galleryText(what);
}

BadgeLook look(CaseState state) {
    const QString word = text(state);
    switch (state) {
    case CaseState::Received: return {u"import"_s, word, Tone::Neutral};
    case CaseState::Triage: return {u"queue"_s, word, Tone::Neutral};
    case CaseState::InReview: return {u"face"_s, word, Tone::Accent};
    case CaseState::Recapture: return {u"camera"_s, word, Tone::Neutral};
    case CaseState::Concluded1: return {u"check"_s, word, Tone::Accent};
    case CaseState::InVerification: return {u"eye"_s, word, Tone::Accent};
    case CaseState::Disagreement:
    case CaseState::Panel: return {u"fork"_s, word, Tone::Warn};
    case CaseState::IdentityResolved: return {u"check"_s, word, Tone::Ok};
    case CaseState::DispositionProposed: return {u"send"_s, word, Tone::Accent};
    case CaseState::PendingApproval: return {u"approvals"_s, word, Tone::Warn};
    case CaseState::Approved: return {u"approvals"_s, word, Tone::Ok};
    case CaseState::Rejected: return {u"close"_s, word, Tone::Bad};
    case CaseState::Returned: return {u"return"_s, word, Tone::Neutral};
    case CaseState::Executed: return {u"receipt"_s, word, Tone::Ok};
    case CaseState::Closed: return {u"archive"_s, word, Tone::Neutral};
    case CaseState::Reopened: return {u"refresh"_s, word, Tone::Warn};
    case CaseState::Cancelled: return {u"block"_s, word, Tone::Neutral};
    }
    return {QString(), word, Tone::Neutral};
}

BadgeLook look(record::EntryStatus status) {
    using enum record::EntryStatus;
    const QString word = text(status);
    switch (status) {
    case Active: return {u"flag"_s, word, Tone::Accent};
    case Suspended: return {u"pause"_s, word, Tone::Warn};
    case Withdrawn: return {u"undo"_s, word, Tone::Neutral};
    case Served: return {u"archive"_s, word, Tone::Neutral};
    case Expired: return {u"clock"_s, word, Tone::Neutral};
    case NoExtradition: return {u"law"_s, word, Tone::Warn};
    }
    return {QString(), word, Tone::Neutral};
}

BadgeLook neutralHoldLook() { return {u"pause"_s, Words::tr("On hold"), Tone::Neutral, true}; }

BadgeLook look(HoldKind kind, bool mayKnow) {
    switch (kind) {
    case HoldKind::Protection:
        return mayKnow ? BadgeLook{u"shield"_s, Words::tr("Protection", "hold"), Tone::Protect, true} : neutralHoldLook();
    case HoldKind::Medical:
        return mayKnow ? BadgeLook{u"medical"_s, Words::tr("Medical", "hold"), Tone::Neutral, true} : neutralHoldLook();
    case HoldKind::LegalRetention:
        return mayKnow ? BadgeLook{u"law"_s, Words::tr("Legal retention", "hold"), Tone::Neutral, true} : neutralHoldLook();
    case HoldKind::Child: return {u"child"_s, Words::tr("Child", "hold"), Tone::Warn, true};
    case HoldKind::ReleaseGuard: return {u"lock"_s, Words::tr("Release guard", "hold"), Tone::Warn, true};
    case HoldKind::DataDispute: return {u"dispute"_s, Words::tr("Data dispute", "hold"), Tone::Warn, true};
    case HoldKind::Conflict: return {u"fork"_s, Words::tr("Conflict", "hold"), Tone::Bad, true};
    }
    return neutralHoldLook();
}

QString personName(std::string_view familyName, std::string_view givenNames) {
    const QString family = fromText(familyName).toUpper(), given = fromText(givenNames);
    if (family.isEmpty() && given.isEmpty()) return Words::tr("Name not stated");
    if (given.isEmpty()) return family;
    return family.isEmpty() ? given : QStringLiteral("%1, %2").arg(family, given);
}

QString personName(const record::Traveler& traveler) { return personName(traveler.familyName, traveler.givenNames); }

QString personFacts(const record::Traveler& traveler) {
    QStringList facts;
    if (!traveler.nationality.empty()) facts << countryText(traveler.nationality);
    if (const QString born = dateText(traveler.birthDate); !born.isEmpty()) facts << born;
    facts << text(traveler.sex);
    return facts.join(QStringLiteral(" · "));
}

QString dateText(std::string_view isoDate) {
    const QString value = fromText(isoDate);
    const QDate date = QDate::fromString(value, Qt::ISODate);
    if (date.isValid()) return QLocale().toString(date, QStringLiteral("d MMM yyyy"));
    QStringList known;
    for (const QString& part : value.split(u'-'))
        if (!part.isEmpty() && part.toInt() != 0) known << part;
    return known.join(u'-');
}

QDateTime toLocal(UtcTime time) { return QDateTime::fromMSecsSinceEpoch(toMillis(time)); }

QString dateText(UtcTime time) {
    if (time == UtcTime{}) return Words::tr("day not known");
    return QLocale().toString(toLocal(time).date(), QStringLiteral("d MMM yyyy"));
}

QString clockText(UtcTime time) { return toLocal(time).toString(QStringLiteral("HH:mm")); }

QString momentText(UtcTime time, UtcTime now) {
    if (time == UtcTime{}) return Words::tr("day not known");
    const QDateTime moment = toLocal(time), today = toLocal(now);
    if (moment.date() == today.date()) return Words::tr("today %1").arg(clockText(time));
    //: %1 is a date, %2 a time of day
    return Words::tr("%1, %2").arg(QLocale().toString(moment.date(), moment.date().year() == today.date().year()
                                                                          ? QStringLiteral("d MMM")
                                                                          : QStringLiteral("d MMM yyyy")),
                                   clockText(time));
}

QString remainingText(std::chrono::milliseconds left) {
    const qint64 seconds = left.count() / 1000;
    const qint64 s = std::llabs(seconds);
    const QString sign = seconds < 0 ? QStringLiteral("−") : QString();
    if (s < 3600) return sign + QStringLiteral("%1:%2").arg(s / 60, 2, 10, QLatin1Char('0')).arg(s % 60, 2, 10, QLatin1Char('0'));
    if (s < 86400)
        //: A time left: hours and minutes
        return sign + Words::tr("%1 h %2").arg(s / 3600).arg(s % 3600 / 60, 2, 10, QLatin1Char('0'));
    //: A time left: days and hours
    return sign + Words::tr("%1 d %2 h").arg(s / 86400).arg(s % 86400 / 3600, 2, 10, QLatin1Char('0'));
}

QString ageText(std::chrono::milliseconds age) {
    const qint64 s = std::max<qint64>(0, age.count() / 1000);
    if (s < 60) return Words::tr("%1 s", "an age in seconds").arg(s);
    if (s < 3600) return Words::tr("%1 min", "an age in minutes").arg(s / 60);
    if (s < 86400) return Words::tr("%1 h %2 min", "an age").arg(s / 3600).arg(s % 3600 / 60);
    return Words::tr("%1 d", "an age in days").arg(s / 86400);
}

QString sizeText(std::uint64_t bytes) { return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat); }

QString countText(std::int64_t count) { return QLocale().toString(qlonglong(count)); }

Tone urgency(std::chrono::milliseconds left) {
    if (left < std::chrono::minutes(10)) return Tone::Bad;
    return left < std::chrono::minutes(60) ? Tone::Warn : Tone::Neutral;
}

}  // namespace cotejo::bridge
