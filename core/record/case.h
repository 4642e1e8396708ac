#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/record/partner.h"
#include "core/record/role.h"
#include "core/record/sample.h"
#include "core/record/score.h"
#include "core/record/traveler.h"
#include "core/record/watchlist.h"

/// A case as its events tell it. CASEWORK.md settles the meaning of every value here.
namespace cotejo::record {

enum class CaseState {
    Received, Triage, InReview, Recapture, Concluded1, InVerification, Disagreement, Panel, IdentityResolved,
    DispositionProposed, PendingApproval, Approved, Rejected, Returned, Executed, Closed, Reopened, Cancelled
};
template <>
inline constexpr auto codes<CaseState> = std::to_array<Code<CaseState>>(
    {{CaseState::Received, "received"}, {CaseState::Triage, "triage"}, {CaseState::InReview, "in_review"},
     {CaseState::Recapture, "recapture"}, {CaseState::Concluded1, "concluded_1"},
     {CaseState::InVerification, "in_verification"}, {CaseState::Disagreement, "disagreement"}, {CaseState::Panel, "panel"},
     {CaseState::IdentityResolved, "identity_resolved"}, {CaseState::DispositionProposed, "disposition_proposed"},
     {CaseState::PendingApproval, "pending_approval"}, {CaseState::Approved, "approved"}, {CaseState::Rejected, "rejected"},
     {CaseState::Returned, "returned"}, {CaseState::Executed, "executed"}, {CaseState::Closed, "closed"},
     {CaseState::Reopened, "reopened"}, {CaseState::Cancelled, "cancelled"}});

enum class HoldKind { Protection, Child, ReleaseGuard, DataDispute, Conflict, Medical, LegalRetention };
template <>
inline constexpr auto codes<HoldKind> = std::to_array<Code<HoldKind>>(
    {{HoldKind::Protection, "protection"}, {HoldKind::Child, "child"}, {HoldKind::ReleaseGuard, "release_guard"},
     {HoldKind::DataDispute, "data_dispute"}, {HoldKind::Conflict, "conflict"}, {HoldKind::Medical, "medical"},
     {HoldKind::LegalRetention, "legal_retention"}});

/// Machine: what the comparison at its threshold says. Never shown as an identification.
enum class ComparisonDecision { NonMatch, Match };
template <>
inline constexpr auto codes<ComparisonDecision> = std::to_array<Code<ComparisonDecision>>(
    {{ComparisonDecision::NonMatch, "non-match"}, {ComparisonDecision::Match, "match"}});

/// Human: about one candidate, on one scale of five steps for every modality. The three in the middle count as inconclusive.
enum class ExaminerConclusion { Exclusion, SupportDifferent, Inconclusive, SupportSame, Identification };
template <>
inline constexpr auto codes<ExaminerConclusion> = std::to_array<Code<ExaminerConclusion>>(
    {{ExaminerConclusion::Exclusion, "exclusion"}, {ExaminerConclusion::SupportDifferent, "support_different"},
     {ExaminerConclusion::Inconclusive, "inconclusive"}, {ExaminerConclusion::SupportSame, "support_same"},
     {ExaminerConclusion::Identification, "identification"}});
constexpr bool isInconclusive(ExaminerConclusion step) {
    return step != ExaminerConclusion::Exclusion && step != ExaminerConclusion::Identification;
}

/// Human: about the whole examination.
enum class Outcome { Identified, Excluded, Inconclusive, NoCandidate };
template <>
inline constexpr auto codes<Outcome> = std::to_array<Code<Outcome>>(
    {{Outcome::Identified, "identified"}, {Outcome::Excluded, "excluded"}, {Outcome::Inconclusive, "inconclusive"},
     {Outcome::NoCandidate, "no_candidate"}});

/// Legal: what is to happen. Never set by a program.
enum class Disposition {
    Admit, Release, ReferPartnerCheck, HoldFugitive, RefuseEntry, Repatriate, ReferProtection, NoAction
};
template <>
inline constexpr auto codes<Disposition> = std::to_array<Code<Disposition>>(
    {{Disposition::Admit, "admit"}, {Disposition::Release, "release"}, {Disposition::ReferPartnerCheck, "refer_partner_check"},
     {Disposition::HoldFugitive, "hold_fugitive"}, {Disposition::RefuseEntry, "refuse_entry"},
     {Disposition::Repatriate, "repatriate"}, {Disposition::ReferProtection, "refer_protection"},
     {Disposition::NoAction, "no_action"}});

enum class Priority { Urgent, High, Normal };
template <>
inline constexpr auto codes<Priority> = std::to_array<Code<Priority>>(
    {{Priority::Urgent, "urgent"}, {Priority::High, "high"}, {Priority::Normal, "normal"}});

/// Why a traveler was referred. A watchlist candidate shows as BiometricVerification: the queue must not tell.
enum class ReferralReason {
    BiometricVerification, DocumentFaceMismatch, MrzCheckDigit, DocumentReportedLost, DocumentValidity, BoardingDiscrepancy,
    UnaccompaniedMinor, Repatriation, DataDispute, ManualReferral
};
template <>
inline constexpr auto codes<ReferralReason> = std::to_array<Code<ReferralReason>>(
    {{ReferralReason::BiometricVerification, "biometric_verification"},
     {ReferralReason::DocumentFaceMismatch, "document_face_mismatch"}, {ReferralReason::MrzCheckDigit, "mrz_check_digit"},
     {ReferralReason::DocumentReportedLost, "document_reported_lost"}, {ReferralReason::DocumentValidity, "document_validity"},
     {ReferralReason::BoardingDiscrepancy, "boarding_discrepancy"}, {ReferralReason::UnaccompaniedMinor, "unaccompanied_minor"},
     {ReferralReason::Repatriation, "repatriation"}, {ReferralReason::DataDispute, "data_dispute"},
     {ReferralReason::ManualReferral, "manual_referral"}});

/// What the nearest clock of a case counts down to.
enum class DeadlineKind { Attention, SecondExam, IssuerConfirmation, MaximumHold, Approval, DataRequest, Release, Remittal };
template <>
inline constexpr auto codes<DeadlineKind> = std::to_array<Code<DeadlineKind>>(
    {{DeadlineKind::Attention, "attention"}, {DeadlineKind::SecondExam, "second_exam"},
     {DeadlineKind::IssuerConfirmation, "issuer_confirmation"}, {DeadlineKind::MaximumHold, "maximum_hold"},
     {DeadlineKind::Approval, "approval"}, {DeadlineKind::DataRequest, "data_request"}, {DeadlineKind::Release, "release"},
     {DeadlineKind::Remittal, "remittal"}});

/// What a case keeps, per officer and for ever, of what they were shown of it. Whoever was shown any of these is not blind.
/// `Chosen`: the officer narrowed a search down, so its list tells who is looked for; `Portrait`: the document's picture beside the live one.
enum class Shown { Scores, Entry, Conclusions, Notes, EarlierRound, Linked, Chosen, Portrait };
template <>
inline constexpr auto codes<Shown> = std::to_array<Code<Shown>>(
    {{Shown::Scores, "scores"}, {Shown::Entry, "entry"}, {Shown::Conclusions, "conclusions"}, {Shown::Notes, "notes"},
     {Shown::EarlierRound, "earlier_round"}, {Shown::Linked, "linked"}, {Shown::Chosen, "chosen"}, {Shown::Portrait, "portrait"}});
/// Tells what others found; the other two only make an own examination worthless.
constexpr bool isFinding(Shown what) { return what != Shown::Chosen && what != Shown::Portrait; }

/// One round of examinations. Two posts that each begin one apart begin two, although both count it the same.
struct Round {
    int number = 1;  ///< above that of every round its author knew
    Hash begun;      ///< the act that began it; zero: the opening of the case
    friend bool operator==(const Round&, const Round&) = default;
};

/// When something was first shown to an officer. `byReveal` is the officer's own reveal in the course of an examination.
struct Exposure {
    Shown what = Shown::Scores;
    Round round;
    bool byReveal = false;
    bool asked = false;  ///< the officer opened others' notes, by an act of its own
};

/// What the list says of an entry at the moment of the search: nobody types it into a case.
struct EntryFacts {
    std::string gallery;
    EntryPurpose purpose = EntryPurpose::Unspecified;
    EvidenceGrade grade = EvidenceGrade::Unknown;
    std::string issuerCountry;
    std::int64_t listVersion = 0;
};


/// One reference that a search brought up. Score, rank and entry stay hidden until reveal.
struct Candidate {
    CandidateId id;
    WatchlistEntryId entry;
    Modality modality = Modality::Face;
    Score score;
    int rank = 0;  ///< 1 is the highest score
    ComparisonDecision decision = ComparisonDecision::NonMatch;
    CaptureId probe;              ///< the traveler's sample that was compared
    CaptureId reference;          ///< the entry's sample
    EntryFacts facts;             ///< hidden until reveal
};

struct CandidateConclusion {
    CandidateId candidate;
    ExaminerConclusion conclusion = ExaminerConclusion::Inconclusive;
    std::string reasons;
    std::string counterReason;    ///< the strongest reason against
    bool changedAfterReveal = false;  ///< not what this examiner had saved about the entry before any score was shown, in whatever round
};

/// One examiner's work on a case. The second examiner never sees the first one's before concluding.
struct Examination {
    OfficerId examiner;
    int number = 1;               ///< 1 first, 2 blind second, 3 panel
    Round round;                  ///< of the case when it was made; earlier rounds no longer count
    std::set<Hash> orders;        ///< re-examinations that its examiner saw open when it was begun
    Hash shuffleSeed;             ///< orders the candidates for this examiner
    bool analysisSaved = false;
    std::string analysis;
    std::set<CandidateId> visited;
    std::map<CandidateId, CandidateConclusion> provisional;  ///< before reveal
    std::optional<UtcTime> revealed;
    std::map<CandidateId, CandidateConclusion> final;        ///< as concluded
    std::optional<Outcome> outcome;
    std::optional<CandidateId> identified;
    std::optional<UtcTime> concluded;
};

struct Hold {
    HoldKind kind = HoldKind::Protection;
    OfficerId placedBy;
    UtcTime since{};
    std::string basis{}; ///< code of the fact it follows from ("age", "travel_document", "identification"...); empty when a person placed it
    bool derived() const { return !basis.empty(); }
};

/// That two examiners identified the person, or a majority of three, as this entry's: a fact of the case until a re-examination supersedes
/// it. A person who stands in several entries is identified as each of them.
struct Identification {
    Hash event;                        ///< the conclusion that completed it
    CandidateId candidate;
    WatchlistEntryId entry;
    EntryFacts facts;
    std::vector<OfficerId> examiners;  ///< those who agree
    Round round;
    UtcTime since{};
    std::string guardEnded;            ///< code of the fact that ended its guard; empty while it stands, or where it places none
    bool contested = false;            ///< a re-examination ended without repeating or excluding it: it guards, and carries no adverse act
};

/// What an entry's owner answered, as an officer recorded it. It counts once another person who read its paper countersigned.
struct OwnerAnswer {
    Hash event;
    WatchlistEntryId entry;
    std::string answer;       ///< confirmed, not_confirmed, need_time, no_answer
    std::string reference;    ///< the owner's
    std::string channel;      ///< "telephone", "e-mail", "liaison officer"...
    std::string answeredBy;   ///< name and office
    UtcTime answeredAt{};
    Hash paper;               ///< in the dossier
    OfficerId recordedBy;     ///< zero, as who countersigned: nobody, it is the owner's own signed message
    std::optional<OfficerId> countersignedBy;
    bool settled = false;     ///< a supervisor chose it where answers that count differ
    bool counts() const { return countersignedBy.has_value(); }
};

struct ConfirmationRequest {
    OfficerId by;
    UtcTime at{};
    int number = 1;           ///< about this entry: 1 first, 2 second
    std::string channel;
    WatchlistEntryId entry;
};

/// A supervisor's part of an override of the guard; two of them the same way are one.
struct GuardOverride {
    std::string way;          ///< "release" or "hold"
    OfficerId by;
    UtcTime at{};
    std::string reason;
    std::string legalBasis;
    Hash identification;      ///< the one it is about, and its entry
    WatchlistEntryId entry;
};

/// Ordered by a supervisor who took no part; until two blind examiners ended it, what stood before stands.
struct Reexamination {
    Hash event;               ///< the order
    OfficerId orderedBy;
    UtcTime at{};
    std::string reason;
    bool ofConflict = false;  ///< two posts differed, and none of what they said was chosen
    bool complete = false;
    bool withdrawn = false;   ///< before anybody had examined: it ended nothing
    bool open() const { return !complete && !withdrawn; }
};

/// Words that a person had to write, for those who come after.
struct Remark {
    std::string type;         ///< event type: note.add, case.return, case.recapture, hold.lift...
    bool restricted = false;  ///< protected content: said in the role protection
    OfficerId officer;
    UtcTime at{};
    std::string text;
    bool ofHold = false;      ///< about a hold whose kind officers do not read
};

/// Something that people who acted on the case must know.
struct Notice {
    std::string code;         ///< "entry_withdrawn", "entry_overdue"...
    WatchlistEntryId entry;
    UtcTime at{};
    std::set<OfficerId> officers;  ///< who acted on it
};

/// 1:1, the portrait (or print) of the document against the live sample: an examination of its own.
struct PortraitCheck {
    OfficerId examiner;
    Modality modality = Modality::Face;
    std::string analysis;     ///< of the live sample, saved before the other is shown
    CaptureId live, document;
    bool opened = false;
    std::optional<ExaminerConclusion> conclusion;
    std::string reasons, counterReason;
    UtcTime at{};
    std::optional<Score> score;  ///< only after the conclusion
};

/// Who ended a hold does not approve what it stopped.
struct Lift {
    HoldKind kind = HoldKind::Protection;
    OfficerId by;
    UtcTime at{};
    Hash document{};          ///< the paper that ended it; zero: none was asked for
};

/// "Does not apply because": a paper that a disposition needs and this case does not.
struct PaperWaiver {
    std::string kind;
    std::string reason;
    OfficerId by;
    UtcTime at{};
};

/// What left the post, by whom, for whom.
struct Disclosure {
    OfficerId by;
    UtcTime at{};
    std::string recipient;         ///< organisation
    std::string recipientCountry;  ///< ICAO code; empty: none
    std::string format;
    Hash content;
};

/// A paper of the dossier, e.g. the fear question and its answer.
struct DossierDocument {
    Hash blob;
    std::string kind;    ///< code of PaperKind, see core/decide/papers.h
    std::string title;
    std::string mime;
    int pages = 1;       ///< all of them are drawn before it counts as opened
    std::string until;   ///< "YYYY-MM-DD", for papers with a term (appeal window); empty: none
    UtcTime added{};
    OfficerId addedBy;
    std::map<OfficerId, UtcTime> openedBy;
    bool restricted = false;  ///< protected content: role protection alone
};

struct DispositionRecord {
    Disposition disposition = Disposition::NoAction;
    EvidenceGrade grade = EvidenceGrade::Unknown;
    std::string reasons;
    std::string legalBasis;
    OfficerId proposedBy;
    UtcTime proposedAt{};
    std::optional<OfficerId> decidedBy;
    std::optional<UtcTime> decidedAt;
    std::string decisionReason;
    bool approved = false;
    Hash approvedDossier;     ///< what the approval was given for; another dossier now: E_APPROVAL_OUTDATED
    std::string manifest;     ///< transport and list on which the case stands, once frozen
    std::string receipt;      ///< flight, handover or release reference once executed
    std::string answer;       ///< of a referral: what came back; empty while it is awaited
    EntryFacts facts;         ///< of the identified entry: grade and purpose come from it
};

struct Lease {
    OfficerId officer;
    std::string officerName;
    UtcTime until{};
};

/// One act as the history shows it.
struct HistoryLine {
    Hash event;
    std::string type;
    OfficerId officer;
    UtcTime at{};
    std::string detail;  ///< code or short reference, never free protected content
    std::string refusal; ///< code; empty when the act took effect. Its author was not allowed to do it otherwise
    bool restricted = false;  ///< done in the role protection: that it was done tells who is under protection
};

/// A verdict that no later verdict of the case has seen. Two of them that differ are a conflict.
struct DecisionHead {
    Hash event;
    std::string type;
    OfficerId officer;
    DeviceId device;
    UtcTime at{};
    std::int64_t watchlistVersion = 0;
    std::string identity;     ///< outcome code, ":" and the entry when identified; empty when none
    std::string disposition;  ///< code, "not_" in front when rejected, or "cancelled"; empty when none
    bool inForce = false;     ///< the one that governs: the more protective of differing ones
};

/// The whole state of a case: a pure function of its set of events.
struct CaseView {
    CaseId id;
    std::string number;  ///< "PA-2026-004417"
    PostId post;
    CaseState state = CaseState::Received;
    Round round;         ///< a return, a recapture or a reopening starts another round of examinations
    Priority priority = Priority::Normal;
    ReferralReason reason = ReferralReason::ManualReferral;
    std::string referralNote;
    std::string legalBasis;
    Traveler traveler;
    std::vector<Capture> captures;
    std::vector<Candidate> candidates;
    std::optional<Coverage> coverage;
    std::optional<OfficerId> searchedBy;
    std::set<OfficerId> coverageReadBy;
    std::vector<Examination> examinations;
    std::optional<Outcome> outcome;               ///< of the resolved identity
    std::optional<CandidateId> identified;
    std::vector<OfficerId> settledBy;             ///< the examiners whose agreement settled the outcome
    std::optional<Identification> identification; ///< stands whatever round, return or conflict: the weightiest, one that guards before others
    std::vector<Identification> identifications;  ///< all that stand, `identification` among them
    std::vector<Reexamination> reexaminations;    ///< that were ever ordered
    std::string guardEnded;                       ///< of `identification`
    std::vector<OwnerAnswer> answers;
    std::vector<ConfirmationRequest> requests;
    std::vector<GuardOverride> overrides;
    std::map<WatchlistEntryId, EntryStatus> entryStatus;  ///< as the list said after the search, where it changed
    std::map<WatchlistEntryId, std::int64_t> doubted;     ///< whose owner answered that it is not so, with the list's version asked about
    std::vector<PortraitCheck> portraits;         ///< one an examiner and pair of samples; a concluded one is never written over
    std::map<OfficerId, std::vector<Exposure>> exposure;
    std::vector<Remark> remarks;
    std::vector<Notice> notices;
    std::vector<PaperWaiver> waivers;
    std::vector<Lift> lifts;
    std::vector<DispositionRecord> pastDispositions;
    std::vector<Disclosure> disclosures;
    std::vector<PartnerRequest> partnerRequests;  ///< in the order in which they were drafted
    std::set<CaptureId> unusable;                 ///< samples marked so; never deleted
    std::optional<CaseState> resume;              ///< where a returned case goes on, when facts stand
    std::string openedOn;                         ///< "YYYY-MM-DD": the day as the post had it; ages are taken at it
    std::string confirmation;                     ///< the counting answer of the identified entry's owner; "differs" while two differ
    std::vector<Hold> holds;
    std::optional<Lease> lease;
    std::vector<DossierDocument> documents;
    std::optional<DispositionRecord> disposition;
    UtcTime opened{};
    UtcTime deadline{};
    DeadlineKind deadlineKind = DeadlineKind::Attention;
    UtcTime attentionDue{};                       ///< as opened: what a clock shows to those who must not know what runs
    std::set<OfficerId> comparisonActors;         ///< took part in a comparison: may not approve
    std::set<OfficerId> proposalActors;
    std::set<OfficerId> clearanceActors;          ///< lifted a hold, answered for an owner, waived or named a paper: may not approve
    std::vector<DecisionHead> decisionHeads;      ///< several that differ: CONFLICT; several alike: concordant
    std::vector<Hash> heads;                      ///< events no later event of the case has seen
    std::vector<HistoryLine> history;

    bool has(HoldKind kind) const {
        for (const auto& hold : holds)
            if (hold.kind == kind) return true;
        return false;
    }
    bool wasShown(const OfficerId& officer, Shown what) const {
        const auto found = exposure.find(officer);
        if (found == exposure.end()) return false;
        for (const auto& each : found->second)
            if (each.what == what) return true;
        return false;
    }
    bool reexamining() const {
        for (const auto& each : reexaminations)
            if (each.open()) return true;
        return false;
    }
    bool identifiedAs(const WatchlistEntryId& entry) const {
        for (const auto& each : identifications)
            if (each.entry == entry) return true;
        return false;
    }
};

}  // namespace cotejo::record
