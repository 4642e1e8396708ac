#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/base/time.h"

namespace cotejo::cli::demo {

struct WrittenWatchlist {
    std::size_t entries = 0;
    std::size_t images = 0;
};

/// Writes the demo's watchlist as `cotejo-server watchlist import` takes it: watchlist.json and images/. Fugitives have
/// fingerprints only: no photograph of anybody is ever labelled as wanted.
Result<WrittenWatchlist> writeWatchlist(const std::filesystem::path& folder, UtcTime now);

}  // namespace cotejo::cli::demo
