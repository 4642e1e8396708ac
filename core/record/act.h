#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/record/case.h"

/// What people do to a case, one struct an act. Each is the body of one event; `typeOf` is the event's type. Officer, role, time
/// and device stand in the event, never in the body.
namespace cotejo::record {

struct OpenCase {                 // case.open
    std::string number;
    PostId post;
    Priority priority = Priority::Normal;
    ReferralReason reason = ReferralReason::ManualReferral;
    std::string referralNote;
    std::string legalBasis;       ///< may be empty: then triage is refused
    Traveler traveler;
    UtcTime deadline{};
    DeadlineKind deadlineKind = DeadlineKind::Attention;
    std::string importedFrom;     ///< file name and hash of the source, empty when typed in
};
struct AttachCapture { Capture capture; };                                         // biometric.attach
struct AmendTraveler { Traveler traveler; std::string reason; };                   // case.amend
struct SetLegalBasis { std::string legalBasis; };                                  // case.legal_basis
struct StartTriage {};                                                             // case.triage
struct TakeLease { std::string officerName; UtcTime until{}; };                    // case.lease (also renews; starts the review)
struct ReleaseLease {};                                                            // case.release
struct RequestRecapture { std::string reason; };                                   // case.recapture
struct ReturnCase { std::string reason; };                                         // case.return
struct RecordSearch {                                                              // match.search
    std::vector<Candidate> candidates;
    Coverage coverage;
    double threshold = 0;
};
struct SaveAnalysis { std::string analysis; };                                     // examination.analysis
struct VisitCandidate { CandidateId candidate; };                                  // examination.visit
struct SaveProvisional { CandidateConclusion conclusion; };                        // examination.provisional
struct Reveal {};                                                                  // examination.reveal
struct Conclude {                                                                  // examination.conclude
    Outcome outcome = Outcome::Inconclusive;
    std::optional<CandidateId> identified;
    std::vector<CandidateConclusion> conclusions;
};
struct OpenOtherNotes {};                                                          // examination.open_notes
struct ReadCoverage {};                                                            // coverage.read
struct AddDocument { DossierDocument document; };                                  // document.add
struct OpenDocument { Hash blob; };                                                // document.open
struct ProposeDisposition {                                                        // decision.propose
    Disposition disposition = Disposition::NoAction;
    EvidenceGrade grade = EvidenceGrade::Unknown;
    std::string reasons;
    std::string legalBasis;
};
struct SubmitForApproval {};                                                       // decision.submit
struct Approve { std::string reason; };                                            // decision.approve
struct Reject { std::string reason; };                                             // decision.reject
struct Execute { std::string receipt; };                                           // decision.execute
struct CloseCase {};                                                               // case.close
struct ReopenCase { std::string reason; };                                         // case.reopen
struct CancelCase { std::string reason; };                                         // case.cancel
struct PlaceHold { HoldKind kind = HoldKind::Protection; };                        // hold.place
struct LiftHold { HoldKind kind = HoldKind::Protection; std::string reason; std::optional<Hash> document; };  // hold.lift
struct ConfirmEntry { std::string answer; std::string reference; };                // watchlist.confirm: confirmed, not_confirmed, need_time, no_answer
/// conflict.resolve: `chosen` is one of the heads, or zero for none of them (back to triage).
struct ResolveConflict { Hash chosen; std::vector<Hash> heads; std::string reason; };
struct AddNote { std::string text; };                                              // note.add
struct ViewRecord { std::string part; };                                           // view.record

using Act = std::variant<OpenCase, AttachCapture, AmendTraveler, SetLegalBasis, StartTriage, TakeLease, ReleaseLease,
                         RequestRecapture, ReturnCase, RecordSearch, SaveAnalysis, VisitCandidate, SaveProvisional, Reveal,
                         Conclude, OpenOtherNotes, ReadCoverage, AddDocument, OpenDocument, ProposeDisposition,
                         SubmitForApproval, Approve, Reject, Execute, CloseCase, ReopenCase, CancelCase, PlaceHold, LiftHold,
                         ConfirmEntry, ResolveConflict, AddNote, ViewRecord>;

/// Event type of an act, e.g. "decision.approve".
std::string_view typeOf(const Act& act);
/// Canonical JSON body.
Bytes bodyOf(const Act& act);
/// The act of an event of this type. Errors: E_MALFORMED for a broken body, E_NOT_FOUND for a type that is not an act on a case.
Result<Act> readAct(std::string_view type, ByteView body);
/// Attachments the act names (images and documents), to be listed in its event. `length` is left 0: the store knows it.
struct NamedBlob { Hash sha256; std::string mime; std::string role; };
std::vector<NamedBlob> blobsOf(const Act& act);

/// The whole state of a case as JSON and back (projection rows, `case show --json`).
std::string caseToJson(const CaseView& view);
Result<CaseView> caseFromJson(std::string_view text);

/// Watchlist entries and officers as JSON (watchlist deltas, journal bodies of admin acts).
std::string entryToJson(const WatchlistEntry& entry);
Result<WatchlistEntry> entryFromJson(std::string_view text);
std::string officerToJson(const Officer& officer);
Result<Officer> officerFromJson(std::string_view text);

}  // namespace cotejo::record
