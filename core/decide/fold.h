#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>

#include "core/record/case.h"
#include "core/record/event.h"

namespace cotejo::decide {

/// Who an officer is, as this post knows it; grants that ended count as held.
using OfficerLookup = std::function<std::optional<record::Officer>(const OfficerId&)>;

/// The state of a case: a pure function of its set of events. Total (any set folds to something), independent of the order of the
/// list and of every wall clock, and the same on every device. An act that its author was not allowed to do, seen from the act's
/// own past, stays in the history with its refusal and has no effect. Verdicts that did not see each other and differ place a
/// CONFLICT hold, and the more protective one is in force until a supervisor resolves it; verdicts that agree are both kept.
/// Signatures are the journal's business and are taken for granted. Events in `withheld` (quarantined, or of a newer Cotejo)
/// have no effect; what their authors saw still counts as seen. Any thread.
record::CaseView foldCase(std::span<const record::Event> events, const OfficerLookup& officers, const std::set<Hash>& withheld = {});

/// How intrusive a verdict is; of differing verdicts the smallest is in force.
int intrusiveness(const record::DecisionHead& verdict);

}  // namespace cotejo::decide
