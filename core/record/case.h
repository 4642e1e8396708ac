#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

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

/// Human: about one candidate.
enum class ExaminerConclusion { Exclusion, Inconclusive, Identification };
template <>
inline constexpr auto codes<ExaminerConclusion> = std::to_array<Code<ExaminerConclusion>>(
    {{ExaminerConclusion::Exclusion, "exclusion"}, {ExaminerConclusion::Inconclusive, "inconclusive"},
     {ExaminerConclusion::Identification, "identification"}});

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
enum class DeadlineKind { Attention, SecondExam, IssuerConfirmation, MaximumHold, Approval, DataRequest };
template <>
inline constexpr auto codes<DeadlineKind> = std::to_array<Code<DeadlineKind>>(
    {{DeadlineKind::Attention, "attention"}, {DeadlineKind::SecondExam, "second_exam"},
     {DeadlineKind::IssuerConfirmation, "issuer_confirmation"}, {DeadlineKind::MaximumHold, "maximum_hold"},
     {DeadlineKind::Approval, "approval"}, {DeadlineKind::DataRequest, "data_request"}});

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
};

struct CandidateConclusion {
    CandidateId candidate;
    ExaminerConclusion conclusion = ExaminerConclusion::Inconclusive;
    std::string reasons;
    std::string counterReason;    ///< the strongest reason against
    bool changedAfterReveal = false;
};

/// One examiner's work on a case. The second examiner never sees the first one's before concluding.
struct Examination {
    OfficerId examiner;
    int number = 1;               ///< 1 first, 2 blind second, 3 panel
    int round = 1;                ///< of the case when it was made; earlier rounds no longer count
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
    bool openedOtherNotes = false;  ///< spoils blindness
};

struct Hold {
    HoldKind kind = HoldKind::Protection;
    OfficerId placedBy;
    UtcTime since{};
};

/// A paper of the dossier, e.g. the fear question and its answer.
struct DossierDocument {
    Hash blob;
    std::string kind;    ///< code: "identity_basis", "nationality", "protection_information", "fear_question", ...
    std::string title;
    std::string mime;
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
    std::string receipt;      ///< flight, handover or release reference once executed
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
    int round = 1;       ///< a return, a recapture or a reopening starts another round of examinations
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
    std::string confirmation;                     ///< last answer of the identified entry's owner
    std::vector<Hold> holds;
    std::optional<Lease> lease;
    std::vector<DossierDocument> documents;
    std::optional<DispositionRecord> disposition;
    UtcTime opened{};
    UtcTime deadline{};
    DeadlineKind deadlineKind = DeadlineKind::Attention;
    std::set<OfficerId> comparisonActors;         ///< took part in a comparison: may not approve
    std::set<OfficerId> proposalActors;
    std::set<OfficerId> notesOpenedBy;            ///< opened other examiners' notes this round: not blind
    std::vector<DecisionHead> decisionHeads;      ///< several that differ: CONFLICT; several alike: concordant
    std::vector<Hash> heads;                      ///< events no later event of the case has seen
    std::vector<HistoryLine> history;
    std::vector<std::string> notes;

    bool has(HoldKind kind) const {
        for (const auto& hold : holds)
            if (hold.kind == kind) return true;
        return false;
    }
};

}  // namespace cotejo::record
