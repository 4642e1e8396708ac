#pragma once

#include "core/exchange/tables/csv.h"
#include "core/record/watchlist.h"

namespace cotejo::exchange {

/// One row of a watchlist's table. `entry.captures` is still empty; `images` are what the row names.
struct ListedEntry {
    record::WatchlistEntry entry;
    std::vector<ExchangeImageFile> images;
    std::string source;  ///< "line 7"
};

struct ListedEntries {
    std::vector<ListedEntry> entries;
    ValidationReport report;
};

/// Entries of a table. Targets: reference (the issuer's own number), gallery, name or familyName and givenNames, issuer,
/// issuerCountry, reason, status, grade, reviewBy, caveats, face, finger, finger:right_index. An entry's id follows from issuerCountry,
/// issuer and reference, so that the same row always means the same entry. Nothing is assumed about anybody: a status must be
/// stated, and an active entry also says its gallery, whom it means, why, and until when it stands without review. What is missing,
/// wrong or said twice is a finding of severity Error with line and column, and its row is left out.
ListedEntries watchlistOf(CsvTable table, const CsvMapping& mapping);

}  // namespace cotejo::exchange
