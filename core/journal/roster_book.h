#pragma once

#include <memory>
#include <span>

#include "core/roster/history.h"
#include "core/store/database.h"
#include "core/store/event_table.h"

/// What a post holds of its organisation's roster. A post without one has people and devices of its own (admin_events.h).
namespace cotejo::journal {

/// The roster here, checked from its root to its head; null where there is none. Checked once a process and head. Any thread. Errors:
/// E_STORE_CORRUPT when somebody wrote in it.
Result<std::shared_ptr<const roster::History>> rosterHere(store::Database& database);

/// Takes over entries that follow the last one, and what the tables of officers and devices show of them. The first call founds the book,
/// from the root that was pinned at enrolment. Nothing is written if one of them is refused. Errors: E_ROSTER_*, E_STORE_*.
Status extendRoster(store::Transaction& transaction, std::span<const roster::Entry> entries);

/// Why the roster gives the entry no effect ("" when it does not): by the version it was received under, or the latest while it was not.
std::string rosterProblem(const roster::History& history, const record::Event& event, const std::optional<record::PlaceReceipt>& receipt);

/// The author with the roles that the entry is judged by; nothing for somebody whom the roster did not name yet.
std::optional<record::Officer> authorByRoster(const roster::History& history, const record::Event& event,
                                              const std::optional<record::PlaceReceipt>& receipt);

}  // namespace cotejo::journal
