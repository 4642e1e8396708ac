#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/record/case.h"
#include "core/record/role.h"

namespace cotejo::review {

/// What revealing shows of a candidate.
struct RevealedCandidate {
    record::Score score;
    int rank = 0;
    record::ComparisonDecision decision = record::ComparisonDecision::NonMatch;
    WatchlistEntryId entryId;
    std::optional<record::WatchlistEntry> entry;  ///< nothing: withdrawn meanwhile
};

/// A candidate in the order of this officer's own shuffle.
struct VisibleCandidate {
    CandidateId id;
    std::string letter;  ///< "A", "B"... "Z", "AA"
    record::Modality modality = record::Modality::Face;
    CaptureId probe;
    CaptureId reference;
    std::optional<record::Capture> referenceCapture;  ///< image of the entry, without its name; empty before the analysis is saved
    std::vector<record::Capture> references;          ///< all that the entry has of this modality, as free to see as `referenceCapture`
    bool visited = false;
    std::optional<record::CandidateConclusion> provisional;
    std::optional<record::CandidateConclusion> final;
    std::optional<RevealedCandidate> revealed;        ///< empty until revealed to this officer
};

/// What one officer may see of a case now.
struct VisibleCase {
    /// The case without what is hidden: candidates in the officer's order with neither score, rank nor entry until revealed; whatever
    /// tells of others' work, of earlier rounds, of a guard or a proposal left out while the officer must be blind (the round then reads
    /// 1, a panel like a second examination); restricted documents left out; protection, medical and retention holds left out for those
    /// who read one neutral "on hold" (`onHold`).
    record::CaseView view;
    std::vector<VisibleCandidate> candidates;
    bool onHold = false;          ///< a hold whose kind this officer does not read
    std::optional<UtcTime> onHoldSince;
    bool readsHolds = false;
    bool blind = false;           ///< nothing of others' work is in `view`
    bool portraitHidden = false;  ///< the document's picture waits for the analysis of the live one
    std::set<record::Shown> shows;    ///< what showing `view` tells this officer
    std::set<record::Shown> unrecorded;  ///< of these, what the case does not know yet that they were shown
    bool identityHidden = false;  ///< blind second examination: no name, no document
    bool revealed = false;        ///< scores and entries are open to this officer
    bool mine = false;            ///< this officer holds the lease now
    const record::Examination* own() const;  ///< in `view`; null when not begun
    OfficerId officer;
};

using EntryLookup = std::function<std::optional<record::WatchlistEntry>(const WatchlistEntryId&)>;

/// Pure. Any thread.
VisibleCase visibleCase(const record::CaseView& view, const record::Officer& officer, UtcTime now, const EntryLookup& entries);

/// Officers read protection, medical and retention holds as one neutral "on hold"; supervisors, protection, data protection and
/// auditors read the kind.
bool readsHoldKinds(const record::Officer& officer, UtcTime now);
/// Holds a qualification to examine: may be asked to be blind, whatever other roles the same person has.
bool mayExamine(const record::Officer& officer, UtcTime now);
/// Reads for others' decisions and never examines.
bool decidesOnly(const record::Officer& officer, UtcTime now);
/// Whether what others found in this case was shown to this officer, whose own conclusion, or a resolved identity without a qualification
/// to examine, opens it too.
bool knowsFindings(const record::CaseView& view, const record::Officer& officer, UtcTime now);
/// The state as those read it who must not know that two differed or how far a decision is.
record::CaseState maskedState(record::CaseState state);
/// Counts of cases by the states as those read them.
std::map<record::CaseState, std::int64_t> maskedCounts(const std::map<record::CaseState, std::int64_t>& counts);
/// Officers read holds of these kinds as one "on hold".
bool isNeutral(record::HoldKind kind);
/// True while nothing of others' work, of earlier rounds, of a guard or a proposal is shown to this officer: `VisibleCase::blind`.
bool keptBlind(const record::CaseView& view, const record::Officer& officer, UtcTime now);
/// Lists of acts (journal, outbox, receipts) tell who did what where: one's own, and everybody's to those who decide only.
bool readsActsOf(const record::Officer& officer, const OfficerId& author, UtcTime now);
/// Everybody but administrators.
bool readsCases(const record::Officer& officer, UtcTime now);
/// What orders the candidates for one examiner in one round; never their scores.
Hash shuffleSeedFor(const CaseId& caseId, const OfficerId& examiner, const record::Round& round);
/// True in the states in which an examination must not know the ones before.
bool isBlindState(record::CaseState state);
/// True where the identity question of the round is settled, so that deciding officers see what it rests on.
bool isResolved(record::CaseState state);
/// Candidates in the order of a seed: by SHA-256 of seed and candidate, which no score moves.
std::vector<record::Candidate> shuffled(std::vector<record::Candidate> candidates, const Hash& seed);
/// 0 "A" ... 25 "Z", 26 "AA".
std::string letterOf(std::size_t index);

}  // namespace cotejo::review
