#pragma once

#include <filesystem>

#include "app/server/store/server_store.h"

/// Entries from files of the authority that keeps the list.
namespace cotejo::server {

struct WatchlistSource {
    std::filesystem::path file;     ///< .csv, or JSON as core/record writes entries
    std::filesystem::path images;   ///< JSON: every image in it is taken. CSV: rows name files in it; empty: beside the table
    std::filesystem::path mapping;  ///< CSV: which column means what; told from the header when empty
    double ppi = 0;                 ///< CSV: of finger images that do not say it; 0: none
};

struct ImportedWatchlist {
    std::size_t entries = 0;
    std::size_t images = 0;
    std::int64_t version = 0;  ///< of the list afterwards
};

/// All of the file or nothing: a list that is half taken would alert about some and not about others. A row that did not change gets
/// no new version. Errors: E_MALFORMED with every line, column and remedy; E_NOT_READABLE; E_STORE_*.
Result<ImportedWatchlist> importWatchlist(ServerStore& store, const WatchlistSource& source);

}  // namespace cotejo::server
