#pragma once

#include "core/base/id.h"
#include "core/store/database.h"

namespace cotejo::journal {

/// Brings what is shown of a case up to its events. core/decide has the real one; whoever appended or ingested events of a case
/// calls it in the same transaction.
class Projection {
  public:
    virtual ~Projection() = default;
    virtual Status refold(store::Transaction& transaction, const CaseId& entity) = 0;
};

}  // namespace cotejo::journal
