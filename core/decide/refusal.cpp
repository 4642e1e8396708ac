#include "core/decide/refusal.h"

#include <algorithm>
#include <array>

#include "core/decide/errors.h"

namespace cotejo::decide {
namespace {

struct Row {
    std::string_view code;
    std::string_view rule;
    std::string_view remedy;
    std::string_view sentence;  ///< what was refused, under which rule, what would satisfy it
};

constexpr Row kRows[] = {
    {kState, "state_table", "listed_act",
     "The act has no place in the present state of the case; do the act that leads on from this state."},
    {kRole, "roles", "authorised_role", "None of your roles allows this act; ask someone who holds an allowed role."},
    {kNoSuchCase, "case_known", "check_number", "This post knows no such case; check the number or synchronise."},
    {kCaseExists, "case_once", "use_existing", "The case is already open; work on the one there is."},
    {kNoLegalBasis, "legal_basis", "set_legal_basis", "Nothing is done without a legal basis; set it first."},
    {kLeased, "lease", "wait_or_ask_holder",
     "Another officer holds the case; wait until the lease ends, or ask that officer to return it."},
    {kNoLease, "lease", "take_case", "You do not hold the case; take it first."},
    {kNotQualified, "qualification", "qualified_examiner",
     "Only an examiner with a valid qualification for these samples may do this; ask a qualified examiner."},
    {kAnalysisMissing, "score_last", "save_analysis",
     "The analysis of the probe is saved before any reference is shown; save it first."},
    {kNotOpened, "score_last", "open_portrait", "The document's portrait is opened beside the live sample first; open it."},
    {kAnalysisLocked, "score_last", "add_note",
     "References were shown already, so the analysis stands as saved; add what is missing as a note."},
    {kNotSearched, "coverage", "search", "There is no identification search of this case; run it first."},
    {kNoCandidate, "score_last", "listed_candidate", "The case has no such candidate; choose one of the list."},
    {kNotVisited, "score_last", "visit_candidates", "Every candidate is looked at before a conclusion; visit the missing ones."},
    {kProvisionalMissing, "score_last", "conclude_candidates",
     "Every candidate gets a conclusion first; save the missing ones."},
    {kRevealed, "score_last", "conclude_now",
     "Scores were revealed in this round, so its samples, its search and what was saved before stand; conclude, and say why where you "
     "changed your mind, or request a recapture, which begins another round."},
    {kNoReason, "reasons", "give_reason", "The act needs its reasons in words; write them down."},
    {kNoCounterevidence, "counter_evidence", "give_counter_reason",
     "A conclusion names the strongest reason against itself; write it down."},
    {kSameActor, "blind_second", "other_examiner",
     "Nobody verifies the own conclusion; another qualified examiner must take the case."},
    {kNotBlind, "blind_second", "other_examiner",
     "You have been shown scores, names, conclusions, an earlier round or the document's portrait of this case, narrowed its search "
     "down, or learned of it from another case of the same sample or person; an examiner who has not must take it."},
    {kKeptBlind, "blind_second", "other_supervisor",
     "What others found in this case is kept from you while you may still be asked to examine it; a supervisor who does not examine "
     "does this, or you do it once the identity is resolved."},
    {kScoreIncomparable, "same_algorithm", "search_again",
     "Scores of different algorithms or models do not compare; search again with one of them."},
    {kSnapshotExpired, "snapshot_age", "synchronise",
     "The watchlist snapshot is older than 72 hours, so searching is disabled; synchronise first."},
    {kSnapshotStale, "snapshot_age", "refer_or_synchronise",
     "The watchlist snapshot is older than 24 hours: refer the person, or synchronise and search again."},
    {kNotPreviewed, "what_leaves", "preview_again",
     "Nothing leaves but exactly what whoever authorises it had before them; open the preview, or draft the request anew where the case changed."},
    {kRequestUnknown, "what_leaves", "listed_request", "The case has no such request to a partner, or told this partner nothing that could be corrected; choose one of the list."},
    {kRequestState, "what_leaves", "listed_request", "The request is not where this leads on from; look at how far it is."},
    {kRequestExpired, "what_leaves", "draft_again", "The time in which the answer was awaited is over; draft the request anew."},
    {kCoverageUnread, "coverage", "read_coverage",
     "Whoever proposes has read what was searched and what was not; read the coverage statement."},
    {kOutcomeMismatch, "outcome_fit", "fitting_choice",
     "This does not fit the outcome of the examination; choose one that fits, or complete the examination."},
    {kApprovalMissing, "approval", "submit_for_approval",
     "This disposition needs a supervisor's approval; submit it."},
    {kApprovalStale, "approval_age", "approve_again",
     "The approval is older than the policy allows; a supervisor approves it again."},
    {kFourEyes, "four_eyes", "other_supervisor",
     "Who took part in a comparison or the proposal, lifted a hold, answered for an entry's owner, waived, named or supplied a paper, or "
     "settled the policy may not decide on it; ask another supervisor."},
    {kNotRead, "dossier_read", "open_documents",
     "Whoever approves opens every document of the dossier first; open the missing ones."},
    {kOffline, "online_only", "connect", "This act needs the central server in reach; connect and try again."},
    {kNotWitnessed, "online_only", "repeat_in_contact",
     "The act is written but has no effect: the central server did not confirm it while its author waited. Synchronise, and do it again."},
    {kNoReceipt, "receipt", "give_receipt", "An execution names its receipt: flight, handover or release."},
    {kDocumentMissing, "decision_document", "add_document",
     "The dossier has no such document of a kind that carries this act, or none is named; add it, or name one of the dossier."},
    {kNoDelete, "nothing_deleted", "mark_unusable",
     "Nobody deletes; only the retention job purges and leaves a tombstone. Mark what is wrong as unusable."},
    {kEntryNotActionable, "entry_actionable", "refer_or_confirm",
     "The watchlist entry does not carry this act (withdrawn, served, expired, past review, from an old snapshot, or not as the search said); "
     "synchronise, or refer the person."},
    {kReleaseGuard, "release_guard", "confirm_entry",
     "No release with an unresolved identification; request the answer of the entry's owner, record it and have it countersigned."},
    {kHoldExpired, "maximum_hold", "confirm_or_release",
     "No holding past the legal maximum without the owner's confirmation; record the confirmation, or a supervisor ends the guard."},
    {kNoSearch, "search_first", "search",
     "Every list and every sample is searched before a conclusion, or has its reason why not; search again."},
    {kOpenMatters, "open_matters", "settle_matters", "The case cannot end while these are open; settle them first."},
    {kApprovalOutdated, "approved_dossier", "approve_again",
     "Papers, samples, holds or conclusions changed since the approval; a supervisor reads them and approves again."},
    {kPaperMissing, "papers", "add_or_waive",
     "The disposition needs these papers; add each, or say why it does not apply where that is possible."},
    {kAppealOpen, "appeal_window", "wait_or_waiver",
     "The appeal window still runs; wait for its end, or add the waiver signed with counsel."},
    {kNotConfirmed, "owner_confirmation", "confirm_entry",
     "Nobody is held for another before the entry's owner confirmed; request the answer, record it and have it countersigned."},
    {kNotVerified, "two_examiners", "order_reexamination",
     "An adverse act rests on two blind examiners; a supervisor orders a re-examination."},
    {kNotDrawable, "dossier_read", "convert_document",
     "A paper of the dossier must be readable page by page; add it as PDF, picture or plain text."},
    {kNotOnManifest, "manifest", "freeze_manifest", "The case is put on a manifest, and checked again, before it is carried out."},
    {kEntryPurpose, "entry_purpose", "fitting_choice",
     "The identified entry is on its list for something else and does not carry this disposition; choose one that it carries."},
    {kNoAnswer, "owner_confirmation", "record_answer", "There is no such recorded answer to act on; record the owner's answer first."},
    {kWhichEntry, "owner_confirmation", "name_entry",
     "The person is identified as several entries, each with its own owner and guard; name the one that this is about."},
    {kNotExamined, "two_examiners", "examine_candidates",
     "A search brought up candidates on whom nobody concluded; return the case, or have a re-examination ordered, so that they are examined."},
    {kConcludedBefore, "score_last", "add_note", "You concluded on this pair before, and that stands; add what is missing as a note."},
    {kIdentifiedApart, "two_examiners", "choose_none",
     "A post identified the person, and one supervisor does not settle that it was wrong; choose that decision, or none of them, and two "
     "others examine."},
    {kClockRuns, "maximum_hold", "answer_or_override",
     "The legal maximum of holding has not run out, or the organisation settled none; the guard ends by the owner's answer, or two supervisors override it."},
    {kOrderedByOther, "facts_stay", "ask_supervisor",
     "Only the supervisor who ordered a re-examination withdraws it; ask them, or let two examine it."},
    {kReturnBySupervisor, "facts_stay", "ask_supervisor",
     "From the first conclusion on only a supervisor returns a case; ask one, or let the examination go to its end."},
    {kHoldProtection, "holds", "refer_protection",
     "A protection hold forbids this; only the protection role lifts it. Refer the person to protection."},
    {kHoldChild, "holds", "protection_decides", "A child hold forbids this; the protection role decides on it."},
    {kHoldDataDispute, "holds", "resolve_dispute", "Data of this case are disputed; the rights request is decided first."},
    {kHoldConflict, "holds", "resolve_conflict",
     "Two posts decided this case differently; a supervisor resolves the conflict first."},
    {kHoldMedical, "holds", "lift_medical", "A medical hold forbids this; a supervisor or protection lifts it, and another supervisor approves."},
    {kHoldLegalRetention, "holds", "lift_retention", "A legal retention forbids this; a supervisor lifts it, one from a suspended order with the paper that ends the suspension."},
    {kOnHold, "holds", "ask_supervisor", "The case is on hold and this act must wait; refer the person or ask your supervisor."},
    {kWithheld, "quarantine", "review_quarantine",
     "The entry has no effect: it is in quarantine, or a newer Cotejo wrote it. Review it, or bring the program up to date."},
    {kConflictHeads, "all_heads", "reload_conflict",
     "A resolution names every differing decision; another one arrived meanwhile, read it and resolve again."},
};

}  // namespace

Error refusal(std::string_view code, Params data) {
    const auto* row = std::ranges::find(kRows, code, &Row::code);
    Error error{std::string(code), std::string(row->sentence), {}};
    error.params = {{"rule", std::string(row->rule)}, {"remedy", std::string(row->remedy)}};
    error.params.insert(error.params.end(), std::make_move_iterator(data.begin()), std::make_move_iterator(data.end()));
    return error;
}

std::string_view holdCode(record::HoldKind kind) {
    constexpr std::array kCodes{kHoldProtection, kHoldChild,   kReleaseGuard,      kHoldDataDispute,
                                kHoldConflict,   kHoldMedical, kHoldLegalRetention};
    return kCodes.at(static_cast<std::size_t>(kind));
}

std::vector<std::string_view> refusalCodes() {
    std::vector<std::string_view> codes;
    for (const auto& row : kRows) codes.push_back(row.code);
    return codes;
}

}  // namespace cotejo::decide
