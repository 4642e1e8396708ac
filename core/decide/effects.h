#pragma once

#include <algorithm>
#include <map>
#include <vector>

#include "core/decide/facts.h"
#include "core/decide/lineage.h"
#include "core/record/act.h"

namespace cotejo::decide {

/// What a verdict carries over when it comes into force over differing ones. Facts (identifications, exposure, holds) are no part of it.
struct Branch {
    record::CaseState state = record::CaseState::Received;
    record::Round round;
    std::optional<record::Outcome> outcome;
    std::optional<CandidateId> identified;
    std::vector<OfficerId> settledBy;
    std::optional<record::CaseState> resume;
    std::optional<record::DispositionRecord> disposition;
};
Branch branchOf(const record::CaseView& view);
void bring(record::CaseView& view, const Branch& branch);
/// No case ends under a guard, whoever ended it without having seen one: it goes back to the resolved identity.
void keepGuarded(record::CaseView& view);
/// Whether nobody has settled the identity yet, or nobody any more: a case under re-examination is in no other state.
bool isExaminable(record::CaseState state);

/// What the author of an act saw of the case; the merged case may have moved on.
struct Seen {
    record::CaseState state = record::CaseState::Received;
    record::Round round;
    std::optional<Settlement> settles;  ///< of a conclusion
    std::string role;                   ///< the one the act was done in; empty where its author never held it
    std::vector<std::pair<Hash, WatchlistEntryId>> about;  ///< of an act about an identification: event and entry of those it is about
    std::set<Hash> orders;              ///< re-examinations that were open
    bool proposed = false;              ///< a disposition had been proposed
    std::optional<record::DispositionRecord> carriedOut;  ///< of an execution
};
Seen seenOf(const record::CaseView& past, const record::Act& act, const OfficerId& author, std::string_view role);

/// A case under construction: the view, and what is needed to merge acts that did not see each other.
class Working {
  public:
    explicit Working(const Lineage& lineage) : m_lineage(lineage) {}

    /// Applies an act whose author was allowed to do it. Moves the state only from where the table allows it, so that acts that
    /// did not see each other never move a case backwards. `chosen` is the branch a conflict.resolve brings into force.
    void apply(std::size_t at, const record::Act& act, const Seen& seen, const std::optional<Branch>& chosen);
    /// A history line for an event that has no effect.
    void remember(std::size_t at, std::string detail, std::string refusal, std::string_view role);

    record::CaseView view;
    std::vector<std::size_t> verdicts;  ///< places of verdicts that no later verdict has seen

  private:
    struct Placed {
        std::size_t by;
        record::Hold hold;
    };
    struct Identified {
        std::size_t by;
        record::Identification fact;
        bool lapsed = false;
    };
    template <class T>
    void effect(const T& act);
    bool isIt(const record::Identification& fact) const {
        return std::ranges::find(m_seen->about, std::pair(fact.event, fact.entry)) != m_seen->about.end();
    }
    record::Examination& examination();
    record::PortraitCheck& portrait(record::Modality modality, const CaptureId& live, const CaptureId& document);
    std::set<Hash> ordersEnded(const Settlement& settlement) const;
    void settle(const Settlement& settlement);
    void examined(int number, const record::Conclude& act);
    void expose(record::Shown what, bool byReveal = false, bool asked = false);
    bool excluded(const record::Identification& fact, const std::vector<OfficerId>& examiners) const;
    void setTraveler(const record::Traveler& traveler);
    void placePaper(const record::DossierDocument& document);
    void place(record::HoldKind kind, std::string basis);
    void report(const record::ReportRequest& act);
    void stopRequests();
    void lift(record::HoldKind kind);
    /// Identification, guard, answers, holds: whatever follows from facts.
    void derive();
    void chooseIdentification();
    void keepExamined();
    void beginRound();
    void nextRound();
    void order(const std::string& reason, bool ofConflict);
    void carriedOut(const std::string& receipt);
    void endDisposition();
    void move(std::string_view act);
    bool movable(std::string_view act) const;
    std::string detailOf(const record::Act& act) const;
    void say(const std::string& text, bool ofHold = false);

    const Lineage& m_lineage;
    std::vector<Placed> m_placed;
    std::vector<Identified> m_identified;
    std::vector<std::size_t> m_begun;  ///< of each of the view's examinations, the act that began it
    std::map<CandidateId, std::size_t> m_foundBy;
    std::map<CandidateId, record::Candidate> m_everFound;
    std::map<WatchlistEntryId, std::int64_t> m_entryVersion;
    std::map<Hash, std::size_t> m_countersigned;  ///< answers, by the act that made them count
    UtcTime m_deadline{};
    record::DeadlineKind m_deadlineKind = record::DeadlineKind::Attention;

    // Of the act being applied.
    std::size_t m_at = 0;
    const record::Event* m_event = nullptr;
    const Seen* m_seen = nullptr;
    const Branch* m_chosen = nullptr;
};

}  // namespace cotejo::decide
