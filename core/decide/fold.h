#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>

#include "core/decide/lineage.h"
#include "core/record/case.h"
#include "core/record/event.h"

namespace cotejo::decide {

/// Who an officer is, with the roles that the event is judged by: those of the organisation's roster at its place, or as this post knows
/// them where it works alone; grants that ended count as held.
using OfficerLookup = std::function<std::optional<record::Officer>(const OfficerId&, const Hash& event)>;

/// What is known of the events of a case beside what they say themselves.
struct Beside {
    std::set<Hash> withheld;                  ///< quarantined, or of a newer Cotejo: without effect; what their authors saw still counts as seen
    SeenBeside seen;                          ///< by receipts
    std::optional<std::set<Hash>> witnessed;  ///< by the central server. Nothing: this post is its own centre, and no act needs one
};

/// The state of a case: a pure function of its set of events. Total (any set folds to something), independent of the order of the
/// list and of every wall clock, and the same on every device. An act that its author was not allowed to do, seen from the act's
/// own past, stays in the history with its refusal and has no effect. Verdicts that did not see each other and differ place a
/// CONFLICT hold, and the more protective one is in force until a supervisor resolves it; verdicts that agree are both kept.
/// Signatures are the journal's business and are taken for granted. An act that needs the server (`needsServer`) and has no witness has
/// no effect (E_NOT_WITNESSED). Any thread.
record::CaseView foldCase(std::span<const record::Event> events, const OfficerLookup& officers, const Beside& beside = {});

/// The same of a case that grows: events that had seen all before them are folded alone, any other folds the case anew. One thread.
class GrowingCase {
  public:
    /// `officers` outlives it.
    explicit GrowingCase(const OfficerLookup& officers);
    ~GrowingCase();
    GrowingCase(const GrowingCase&) = delete;
    GrowingCase& operator=(const GrowingCase&) = delete;

    void add(std::span<const record::Event> events);
    /// Valid until events are added.
    const record::CaseView& view() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

/// How intrusive a verdict is; of differing verdicts the smallest is in force.
int intrusiveness(const record::DecisionHead& verdict);

}  // namespace cotejo::decide
