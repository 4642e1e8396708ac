#pragma once

#include <map>
#include <vector>

#include "core/decide/lineage.h"
#include "core/record/act.h"

namespace cotejo::decide {

/// What a verdict carries over when it comes into force over differing ones.
struct Branch {
    record::CaseState state = record::CaseState::Received;
    int round = 1;
    std::optional<record::Outcome> outcome;
    std::optional<CandidateId> identified;
    std::string confirmation;
    std::optional<record::DispositionRecord> disposition;
};
Branch branchOf(const record::CaseView& view);
void bring(record::CaseView& view, const Branch& branch);

/// What the author of an act saw of the case; the merged case may have moved on.
struct Seen {
    record::CaseState state = record::CaseState::Received;
    int round = 1;
};

/// A case under construction: the view, and what is needed to merge acts that did not see each other.
class Working {
  public:
    explicit Working(const Lineage& lineage) : m_lineage(lineage) {}

    /// Applies an act whose author was allowed to do it. Moves the state only from where the table allows it, so that acts that
    /// did not see each other never move a case backwards. `chosen` is the branch a conflict.resolve brings into force.
    void apply(std::size_t at, const record::Act& act, const Seen& seen, const std::optional<Branch>& chosen);
    /// A history line for an event that has no effect.
    void remember(std::size_t at, std::string detail, std::string refusal);

    record::CaseView view;
    std::vector<std::size_t> verdicts;  ///< places of verdicts that no later verdict has seen

  private:
    struct Placed {
        std::size_t by;
        record::Hold hold;
    };
    template <class T>
    void effect(const T& act);
    record::Examination& examination();
    void resolveIdentity(record::Outcome outcome, const std::optional<CandidateId>& identified);
    void examined(int number, const record::Conclude& act);
    void place(record::HoldKind kind);
    void lift(record::HoldKind kind);
    void showHolds();
    void move(std::string_view act);
    bool movable(std::string_view act) const;
    std::string detailOf(const record::Act& act) const;

    const Lineage& m_lineage;
    std::vector<Placed> m_placed;
    std::map<CandidateId, std::size_t> m_foundBy;
    UtcTime m_deadline{};
    record::DeadlineKind m_deadlineKind = record::DeadlineKind::Attention;

    // Of the act being applied.
    std::size_t m_at = 0;
    const record::Event* m_event = nullptr;
    const Seen* m_seen = nullptr;
    const Branch* m_chosen = nullptr;
};

}  // namespace cotejo::decide
