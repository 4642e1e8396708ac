#pragma once

#include <set>

#include "core/journal/journal.h"
#include "core/journal/projection.h"
#include "core/record/watchlist.h"
#include "core/store/database.h"

/// What a change of the list means for the cases that relied on it.
namespace cotejo::decide {

/// As it counts at `now`: "expired" also for an active one past its owner's review.
record::EntryStatus statusOf(const record::WatchlistEntry& entry, UtcTime now);
/// Writes entry.status into every open case in which one of these entries came up and whose events do not know its present status yet:
/// withdrawn, suspended, served, expired, active again, and "expired" for one past its owner's review at `now`. Called in the transaction that
/// changes the list. Answers how many cases were told.
Result<std::size_t> tellCases(store::Transaction& transaction, journal::Journal& journal, journal::Projection& projection,
                              const std::set<WatchlistEntryId>& entries, UtcTime now);
/// The same for every entry that came up in a case: what grew overdue since the list last changed.
Result<std::size_t> tellCasesOfOverdue(store::Transaction& transaction, journal::Journal& journal, journal::Projection& projection, UtcTime now);

}  // namespace cotejo::decide
