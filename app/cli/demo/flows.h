#pragma once

#include <filesystem>
#include <functional>

#include "app/cli/demo/cast.h"
#include "core/access/desk.h"

/// What the demo's officers do: real acts through the real rules, in the order people would do them.
namespace cotejo::cli::demo {

/// Searches the watchlist for a case: see review::SearchService.
using Search = std::function<Status(access::Desk&, const CaseId&)>;

/// Opens a case for every traveler of the cast at the first post and takes those with a flow as far as it goes before the first
/// sync. Errors: any refusal of the rules (a demo that breaks them is broken), E_STORE_*.
Status playFirstPost(const std::filesystem::path& folder, const std::vector<CastMember>& cast, const Search& search, const Clock& clock);

/// The case that both posts decide while out of contact: called for each post between two syncs.
Status playConflict(const std::filesystem::path& folder, const std::string& post, const Clock& clock);

/// The repatriation, to the supervisor's desk: dossier, proposal, submission. After the posts have synced.
Status playRepatriation(const std::filesystem::path& folder, const Clock& clock);

}  // namespace cotejo::cli::demo
