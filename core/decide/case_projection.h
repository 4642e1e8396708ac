#pragma once

#include "core/journal/projection.h"
#include "core/record/case.h"
#include "core/store/store.h"

namespace cotejo::decide {

/// Folds a case from all its events and stores what queue, search and case file read. Thread of the transaction.
class CaseProjection final : public journal::Projection {
  public:
    Status refold(store::Transaction& transaction, const CaseId& entity) override;
    /// The same, and hands the view back. A case whose case.open has not arrived yet is not stored: its id is zero.
    static Result<record::CaseView> folded(store::Transaction& transaction, const CaseId& entity);
    /// Folds without storing: what the events say.
    static Result<record::CaseView> fold(store::Database& database, const CaseId& entity);
    /// Stores the case anew where what is kept for reading is not what the events say: another program may have written there.
    /// The case as its events say it; nothing where its case.open has not arrived.
    static Result<std::optional<record::CaseView>> mend(store::Store& store, const CaseId& entity);
};

}  // namespace cotejo::decide
