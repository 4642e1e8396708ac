#include "core/decide/entry_watch.h"

#include "core/decide/table.h"
#include "core/record/act.h"
#include "core/store/case_table.h"
#include "core/store/watchlist_table.h"

namespace cotejo::decide {

record::EntryStatus statusOf(const record::WatchlistEntry& entry, UtcTime now) {
    if (entry.status == record::EntryStatus::Active && !entry.alerts(now)) return record::EntryStatus::Expired;
    return entry.status;
}

Result<std::size_t> tellCases(store::Transaction& transaction, journal::Journal& journal, journal::Projection& projection,
                              const std::set<WatchlistEntryId>& entries, UtcTime now) {
    store::CaseTable cases(transaction);
    std::size_t told = 0;
    for (const auto& id : entries) {
        COTEJO_TRY_ASSIGN(const auto entry, store::WatchlistTable(transaction).find(id));
        if (!entry) continue;  // not here yet, which is not withdrawn
        const auto status = statusOf(*entry, now);
        COTEJO_TRY_ASSIGN(const auto touched, cases.ofEntry(id));
        for (const auto& caseId : touched) {
            COTEJO_TRY_ASSIGN(const auto view, cases.find(caseId));
            if (!view || !rowOf("entry.status")->states.has(view->state)) continue;
            const auto known = view->entryStatus.find(id);
            const bool same = known == view->entryStatus.end() ? status == record::EntryStatus::Active : known->second == status;
            if (same) continue;
            const record::Act act = record::ChangeEntry{id, status, entry->version};
            COTEJO_TRY(journal.append(transaction, journal::Draft::of(act, caseId, view->heads, std::string(codeOf(record::Role::System)))));
            COTEJO_TRY(projection.refold(transaction, caseId));
            ++told;
        }
    }
    return told;
}

Result<std::size_t> tellCasesOfOverdue(store::Transaction& transaction, journal::Journal& journal, journal::Projection& projection, UtcTime now) {
    COTEJO_TRY_ASSIGN(const auto entries, store::CaseTable(transaction).entriesInCases());
    return tellCases(transaction, journal, projection, {entries.begin(), entries.end()}, now);
}

}  // namespace cotejo::decide
