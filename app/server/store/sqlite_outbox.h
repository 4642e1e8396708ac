#pragma once

#include "app/server/case_judge.h"
#include "core/store/database.h"

/// What appending an event asks of the outbox, inside its transaction.
namespace cotejo::server {

/// Every event of a case that is here, in the server's order.
Result<std::vector<CaseEvent>> eventsOfCase(store::Database& db, const CaseId& entity);
/// Whether the event authorises a request whose id another event took before, of whatever case.
Result<bool> isTaken(store::Database& db, const record::Event& event, const Hash& hash);
/// A witnessed authorisation puts its request into the outbox, once; another event does nothing.
Status enqueue(store::Database& db, const record::Event& event, const Hash& hash, UtcTime now);

}  // namespace cotejo::server
