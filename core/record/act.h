#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/record/case.h"

/// What people do to a case, one struct an act. Each is the body of one event; `typeOf` is the event's type. Officer, role, time
/// and device stand in the event, never in the body.
namespace cotejo::record {

/// A file that a case came in, kept whole.
struct OriginalFile {
    Hash sha256;
    std::string mime;
    bool operator==(const OriginalFile&) const = default;
};

inline constexpr char kOriginalRole[] = "original";  ///< of attachments: the file as it came in, never a picture to show
inline constexpr char kAnswerRole[] = "partner_answer";  ///< of attachments: what a partner answered, opened

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
    std::string date;             ///< "YYYY-MM-DD" at the post; ages are taken at it. Filled in by the service when empty
    std::vector<OriginalFile> originals{};  ///< files that told who the traveler is; those of samples stand with them
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
    SearchLimits limits;
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
struct OpenDocument { Hash blob; int pages = 0; };                                 // document.open: every page of it was drawn for this person
struct ProposeDisposition {                                                        // decision.propose
    Disposition disposition = Disposition::NoAction;
    std::string reasons;
    std::string legalBasis;
};
struct SubmitForApproval {};                                                       // decision.submit
struct Approve { std::string reason; Hash dossier; };                              // decision.approve: of exactly this dossier
struct Reject { std::string reason; };                                             // decision.reject
struct Execute { std::string receipt; };                                           // decision.execute
struct CloseCase {};                                                               // case.close
struct ReopenCase { std::string reason; };                                         // case.reopen
struct CancelCase { std::string reason; };                                         // case.cancel
struct PlaceHold { HoldKind kind = HoldKind::Protection; };                        // hold.place
struct LiftHold { HoldKind kind = HoldKind::Protection; std::string reason; std::optional<Hash> document; };  // hold.lift
struct ConfirmEntry {                                                              // watchlist.confirm: what the entry's owner answered
    std::string answer;           ///< confirmed, not_confirmed, need_time, no_answer
    std::string reference;
    std::string channel;
    std::string answeredBy;
    UtcTime answeredAt{};
    Hash paper;
    WatchlistEntryId entry{};     ///< of several that the person is identified as; zero: the only one
};
/// conflict.resolve: `chosen` is one of the heads, or zero for none of them (back to triage).
struct ResolveConflict { Hash chosen; std::vector<Hash> heads; std::string reason; };
struct AddNote { std::string text; };                                              // note.add
struct ViewRecord { std::string part; std::vector<Shown> shown; };                 // view.record: the door, and what it showed
struct OrderReexamination { std::string reason; };                                 // examination.order
struct WithdrawReexamination { std::string reason; };                              // examination.withdraw: before anybody examined
struct CountersignAnswer { Hash answer; };                                         // watchlist.countersign
struct SettleAnswers { Hash answer; std::string reason; };                         // watchlist.settle: which of differing answers stands
struct RequestConfirmation { std::string channel; WatchlistEntryId entry{}; };     // watchlist.request: `entry` as in ConfirmEntry
struct OverrideGuard {                                                             // guard.override: "release" or "hold", one of two
    std::string way;
    std::string reason;
    std::string legalBasis;
    WatchlistEntryId entry{};     ///< as in ConfirmEntry
};
struct LapseGuard { WatchlistEntryId entry{}; };                                   // guard.lapse: clock two has run out; `entry` as in ConfirmEntry
struct ChangeEntry {                                                               // entry.status: the list changed after the search
    WatchlistEntryId entry;
    EntryStatus status = EntryStatus::Withdrawn;
    std::int64_t version = 0;
};
struct WaivePaper { std::string kind; std::string reason; };                       // document.waive
struct NameDocument { Hash blob; std::string kind; };                              // document.kind: which paper it is
struct AnswerReferral { std::string answer; std::string reference; };              // referral.answer
struct FreezeManifest { std::string manifest; };                                   // decision.manifest
struct MarkUnusable { CaptureId capture; std::string reason; };                    // biometric.unusable
struct SavePortraitAnalysis { Modality modality = Modality::Face; std::string analysis; };  // portrait.analysis
struct OpenPortrait { CaptureId live, document; };                                 // portrait.open
struct ConcludePortrait {                                                          // portrait.conclude
    CaptureId live, document;
    ExaminerConclusion conclusion = ExaminerConclusion::Inconclusive;
    std::string reasons, counterReason;
};
struct RevealPortrait { CaptureId live, document; Score score; };                  // portrait.reveal
struct RecordExport {                                                              // case.export
    std::string recipient, recipientCountry, format;
    Hash content;
};
struct DraftRequest { RequestTerms terms; std::optional<WatchlistEntryId> entry; };  // partner.draft
struct PreviewRequest { RequestId request; Hash packet; };                         // partner.preview: exactly these bytes were before this person
struct AuthoriseRequest { RequestId request; Hash packet; std::string reason; };   // partner.authorise
struct CancelRequest { RequestId request; std::string reason; };                   // partner.cancel: before it was sent
struct CloseRequest { RequestId request; std::string reason; };                    // partner.close: somebody read how it ended
struct ReportRequest {                                                             // partner.report: what the central server says of it
    RequestId request;
    RequestStep step = RequestStep::Sent;
    UtcTime at{};
    Hash message;                        ///< answered: of the opened answer; quarantined: of the envelope as it came
    std::optional<PartnerReply> reply{};
    std::optional<UtcTime> until{};      ///< need_time
    int candidates = 0;
    std::string reason{};                ///< a code: of the partner's refusal, of what was not believed, of a stop
};

using Act = std::variant<OpenCase, AttachCapture, AmendTraveler, SetLegalBasis, StartTriage, TakeLease, ReleaseLease,
                         RequestRecapture, ReturnCase, RecordSearch, SaveAnalysis, VisitCandidate, SaveProvisional, Reveal,
                         Conclude, OpenOtherNotes, ReadCoverage, AddDocument, OpenDocument, ProposeDisposition,
                         SubmitForApproval, Approve, Reject, Execute, CloseCase, ReopenCase, CancelCase, PlaceHold, LiftHold,
                         ConfirmEntry, ResolveConflict, AddNote, ViewRecord, OrderReexamination, CountersignAnswer, SettleAnswers,
                         RequestConfirmation, OverrideGuard, LapseGuard, ChangeEntry, WaivePaper, NameDocument, AnswerReferral,
                         FreezeManifest, MarkUnusable, SavePortraitAnalysis, OpenPortrait, ConcludePortrait, RevealPortrait,
                         RecordExport, WithdrawReexamination, DraftRequest, PreviewRequest, AuthoriseRequest, CancelRequest,
                         CloseRequest, ReportRequest>;

/// Event type of an act, e.g. "decision.approve".
std::string_view typeOf(const Act& act);
/// Canonical JSON body.
Bytes bodyOf(const Act& act);
/// The act of an event of this type. Errors: E_MALFORMED for a broken body, E_NOT_FOUND for a type that is not an act on a case.
Result<Act> readAct(std::string_view type, ByteView body);
/// Attachments the act names (images, documents, originals), to be listed in its event. `length` is left 0: the store knows it.
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
