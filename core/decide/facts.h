#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/decide/policy.h"
#include "core/record/act.h"

/// What follows from a case as it stands: pure, no clock, no database. Any thread.
namespace cotejo::decide {

/// What one more conclusion settles, seen from its own past.
struct Settlement {
    record::Outcome outcome = record::Outcome::Inconclusive;
    std::optional<CandidateId> identified;
    std::vector<CandidateId> persons;  ///< one of each entry that was identified
    std::vector<OfficerId> examiners;  ///< those who agree; of three who do not, all of them
};
/// Nothing: the conclusion waits for another examiner.
std::optional<Settlement> settlementOf(const record::CaseView& past, const record::Conclude& act, const OfficerId& examiner);
/// Null where the search of this round brought up no such candidate.
const record::Candidate* candidateOf(const record::CaseView& view, const CandidateId& id);
/// The entries that these conclusions say the person is.
std::set<WatchlistEntryId> identifiedEntries(const record::CaseView& view, const std::vector<record::CandidateConclusion>& conclusions);
/// Whether a first conclusion goes to a blind second examiner: every identification, every conclusion that differs from the machine's
/// decision, every re-examination, and a share of the others drawn by the hash of case and round, so that a verification tells nothing.
bool verificationDue(const record::CaseView& past, const record::Conclude& act);

/// Whether a case of this id is one of the share, in this round.
bool drawnForVerification(const CaseId& id, const record::Round& round);

/// The officer was shown no score, entry, conclusion, note or earlier round of the case but by the own reveal in the examination under
/// way, and took no part before a re-examination that is open was ordered, or without knowing of it.
bool isBlind(const record::CaseView& view, const OfficerId& officer);

/// Lists and samples that were neither searched nor given a reason; empty when the search is whole enough to conclude on.
std::vector<std::string> searchGaps(const record::CaseView& view);
/// Every list that the purpose asks for was searched, at least half of the entries of each could be compared with a sample, nobody narrowed
/// the search down, and neither a sample nor an entry that came up was set aside or could not be read.
bool searchedWhole(const record::CaseView& view);

/// Candidates on whom nobody concluded: a search that came after the conclusions, or from elsewhere, brought them up.
std::vector<std::string> unexamined(const record::CaseView& view);
/// Everything an approval is given for: person, samples, conclusions, outcome, disposition, papers, waivers, holds, answers.
Hash dossierHash(const record::CaseView& view);
/// Papers that the disposition needs and that are neither there nor waived.
std::vector<std::string> missingPapers(const record::CaseView& view, record::Disposition disposition);
/// Kinds of papers of which one must be named to lift this hold; empty: none. A hold that a paper placed is lifted with the paper that ends it.
std::vector<std::string> papersThatEnd(const record::CaseView& view, record::HoldKind kind);
/// Why the case cannot end: codes of holds, "referral", "confirmation". A hold of a fugitive that was carried out settles its guard.
std::vector<std::string> openMatters(const record::CaseView& view);
/// Null where the case has no such request.
const record::PartnerRequest* requestOf(const record::CaseView& view, const record::RequestId& id);
/// Whether asking for this purpose tells what was found in the case.
bool restsOnFindings(record::PartnerPurpose purpose);
/// Of the same partner: one that is called otherwise by now is another.
bool samePartner(const record::RequestTerms& one, const record::RequestTerms& other);
/// An approved return that is not carried out yet: what a partner may be told of before.
bool returnApproved(const record::CaseView& view);
/// Whether a supervisor authorises it: the agreement, the purpose, or the first contact with this partner in the case asks for one.
bool needsSupervisor(const record::CaseView& view, const record::PartnerRequest& request);

/// The 1:1 check of the document, if it was concluded, says the same person.
bool portraitStandsInTheWay(const record::CaseView& view);

/// Until when a protection need goes to the authority that decides on it; nothing without one, or once it was referred there.
std::optional<UtcTime> remitBy(const record::CaseView& view, const Policy& policy);

/// What an act about one of several identifications is about: all of the entry it names, or of the only entry when it names none. Empty
/// where that is none.
std::vector<const record::Identification*> identifiedBy(const record::CaseView& view, const WatchlistEntryId& named);
/// Whether its guard stands.
bool guards(const record::Identification& identification);
/// Two supervisors overrode the guard of this identification this way.
bool overridden(const record::CaseView& view, const record::Identification& identification, std::string_view way);
/// The answers to an entry that count, taken together: "confirmed", "not_confirmed", "differs"; otherwise the last word recorded, or "".
std::string answerOf(const record::CaseView& view, const WatchlistEntryId& entry);
/// Two supervisors overrode the guard of the standing identification this way.
bool overridden(const record::CaseView& view, std::string_view way);
/// The code of the fact that ended the guard of this identification ("answer", "entry", "override"); empty while it stands. A lapse is
/// told by the fold.
std::string guardEndOf(const record::CaseView& view, const record::Identification& identification);

}  // namespace cotejo::decide
