#pragma once

/// Why an act is refused. Every refusal carries the params "rule" and "remedy" (codes, see refusal.cpp) beside its own.
namespace cotejo::decide {

inline constexpr char kState[] = "E_STATE";                          ///< the act has no place in this state of the case
inline constexpr char kRole[] = "E_ROLE";                            ///< no role of the officer allows the act
inline constexpr char kNoSearch[] = "E_NO_SEARCH";                   ///< a list or a sample was neither searched nor given a reason
inline constexpr char kOpenMatters[] = "E_OPEN_MATTERS";             ///< a hold, a clock or a referral is open: the case cannot end
inline constexpr char kApprovalOutdated[] = "E_APPROVAL_OUTDATED";   ///< the dossier is not the one that was approved
inline constexpr char kPaperMissing[] = "E_PAPER_MISSING";           ///< a paper the disposition needs is neither there nor waived
inline constexpr char kAppealOpen[] = "E_APPEAL_OPEN";               ///< the appeal window still runs
inline constexpr char kNotConfirmed[] = "E_NOT_CONFIRMED";           ///< the entry's owner has not confirmed
inline constexpr char kNotVerified[] = "E_NOT_VERIFIED";             ///< an adverse act rests on two blind examiners
inline constexpr char kNotDrawable[] = "E_NOT_DRAWABLE";             ///< the paper could not be shown page by page
inline constexpr char kNotOnManifest[] = "E_NOT_ON_MANIFEST";        ///< the case stands on no frozen manifest
inline constexpr char kEntryPurpose[] = "E_ENTRY_PURPOSE";           ///< the entry is not on its list for this
inline constexpr char kNoAnswer[] = "E_NO_ANSWER";                   ///< no such recorded answer, or it does not differ
inline constexpr char kWhichEntry[] = "E_WHICH_ENTRY";               ///< of several entries that the person is identified as, none or a wrong one was named
inline constexpr char kNotExamined[] = "E_NOT_EXAMINED";             ///< a search brought up a candidate on whom nobody concluded
inline constexpr char kConcludedBefore[] = "E_CONCLUDED_BEFORE";     ///< this person concluded on this pair already
inline constexpr char kIdentifiedApart[] = "E_IDENTIFIED_APART";     ///< a post identified the person, the branch chosen says otherwise
inline constexpr char kClockRuns[] = "E_CLOCK_RUNS";                 ///< clock two has not run out, or nobody settled one
inline constexpr char kOrderedByOther[] = "E_ORDERED_BY_OTHER";      ///< only who ordered a re-examination withdraws it
inline constexpr char kReturnBySupervisor[] = "E_RETURN_BY_SUPERVISOR";  ///< from the first conclusion on only a supervisor returns a case
inline constexpr char kNoSuchCase[] = "E_CASE_UNKNOWN";              ///< this post knows no such case
inline constexpr char kCaseExists[] = "E_CASE_EXISTS";               ///< the case or its number is already open
inline constexpr char kNoLegalBasis[] = "E_NO_LEGAL_BASIS";          ///< no legal basis set
inline constexpr char kLeased[] = "E_LEASED";                        ///< another officer holds the case
inline constexpr char kNoLease[] = "E_NO_LEASE";                     ///< nobody, or no longer this officer, holds the case
inline constexpr char kNotQualified[] = "E_NOT_QUALIFIED";           ///< no valid examiner qualification for the samples
inline constexpr char kAnalysisMissing[] = "E_ANALYSIS_MISSING";     ///< the analysis of the probe is not saved
inline constexpr char kAnalysisLocked[] = "E_ANALYSIS_LOCKED";       ///< references were shown: the analysis stands
inline constexpr char kNotOpened[] = "E_NOT_OPENED";                 ///< the document's portrait was not opened beside the live sample
inline constexpr char kNotSearched[] = "E_NOT_SEARCHED";             ///< no identification search of this case yet
inline constexpr char kNoCandidate[] = "E_CANDIDATE_UNKNOWN";        ///< no such candidate in this case
inline constexpr char kNotVisited[] = "E_NOT_VISITED";               ///< a candidate was not looked at
inline constexpr char kProvisionalMissing[] = "E_PROVISIONAL_MISSING";  ///< a candidate has no conclusion yet
inline constexpr char kRevealed[] = "E_REVEALED";                    ///< scores were revealed: too late for this act
inline constexpr char kNoReason[] = "E_NO_REASON";                   ///< reasons are required
inline constexpr char kNoCounterevidence[] = "E_NO_COUNTEREVIDENCE"; ///< the strongest reason against is required
inline constexpr char kSameActor[] = "E_SAME_ACTOR";                 ///< an examiner may not verify the own conclusion
inline constexpr char kKeptBlind[] = "E_KEPT_BLIND";                 ///< the act rests on what this person may not know yet
inline constexpr char kNotBlind[] = "E_NOT_BLIND";                   ///< the examiner has opened the other notes
inline constexpr char kScoreIncomparable[] = "E_SCORE_INCOMPARABLE"; ///< scores of different algorithms or models
inline constexpr char kSnapshotExpired[] = "E_SNAPSHOT_EXPIRED";     ///< the watchlist snapshot is too old to search
inline constexpr char kSnapshotStale[] = "E_SNAPSHOT_STALE";         ///< the watchlist snapshot is old: refer only
inline constexpr char kCoverageUnread[] = "E_COVERAGE_UNREAD";       ///< the coverage statement was not read
inline constexpr char kOutcomeMismatch[] = "E_OUTCOME_MISMATCH";     ///< the act does not fit the outcome of the examination
inline constexpr char kApprovalMissing[] = "E_APPROVAL_MISSING";     ///< the disposition needs a supervisor's approval
inline constexpr char kApprovalStale[] = "E_APPROVAL_STALE";         ///< the approval is older than the policy allows
inline constexpr char kFourEyes[] = "E_FOUR_EYES";                   ///< the officer took part in what is to be decided
inline constexpr char kNotRead[] = "E_NOT_READ";                     ///< a document of the dossier was not opened
inline constexpr char kOffline[] = "E_OFFLINE_NOT_ALLOWED";          ///< the act needs the central server in reach
inline constexpr char kNotWitnessed[] = "E_NOT_WITNESSED";           ///< the central server has not confirmed the act
inline constexpr char kNoReceipt[] = "E_NO_RECEIPT";                 ///< an execution needs a receipt
inline constexpr char kDocumentMissing[] = "E_DOCUMENT_MISSING";     ///< the dossier has no such document
inline constexpr char kNoDelete[] = "E_NO_DELETE";                   ///< nobody deletes
inline constexpr char kEntryNotActionable[] = "E_ENTRY_NOT_ACTIONABLE";  ///< withdrawn, served, expired, overdue or old entry
inline constexpr char kReleaseGuard[] = "E_RELEASE_GUARD";           ///< no release with an unresolved identification
inline constexpr char kHoldExpired[] = "E_HOLD_EXPIRED";             ///< no holding past the clock without confirmation
inline constexpr char kHoldProtection[] = "E_HOLD_PROTECTION";       ///< a hold forbids the act, by kind
inline constexpr char kHoldChild[] = "E_HOLD_CHILD";
inline constexpr char kHoldDataDispute[] = "E_HOLD_DATA_DISPUTE";
inline constexpr char kHoldConflict[] = "E_HOLD_CONFLICT";
inline constexpr char kHoldMedical[] = "E_HOLD_MEDICAL";
inline constexpr char kHoldLegalRetention[] = "E_HOLD_LEGAL_RETENTION";
inline constexpr char kOnHold[] = "E_HOLD";                          ///< neutral form of the above for officers
inline constexpr char kWithheld[] = "E_WITHHELD";                    ///< in histories: the entry is in quarantine or of a newer Cotejo
inline constexpr char kNotPreviewed[] = "E_NOT_PREVIEWED";           ///< what would leave is not, byte for byte, what this person had before them
inline constexpr char kRequestUnknown[] = "E_REQUEST_UNKNOWN";       ///< the case has no such request to a partner
inline constexpr char kRequestState[] = "E_REQUEST_STATE";           ///< the request is not where the act leads on from
inline constexpr char kRequestExpired[] = "E_REQUEST_EXPIRED";       ///< the time in which an answer was awaited is over
inline constexpr char kConflictHeads[] = "E_CONFLICT_HEADS";         ///< a resolution must name every differing decision

}  // namespace cotejo::decide
