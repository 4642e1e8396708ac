#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "core/base/id.h"
#include "core/store/store.h"

namespace cotejo::journal {

/// The first entry that is not as it was written.
struct Finding {
    std::string file;                ///< "cases.db"
    std::optional<ChainId> chain;
    std::optional<std::uint64_t> seq;
    std::string code;                ///< "hash", "column:type", "missing", "order", "link", "device_signature", "user_signature",
                                     ///< "signer", "tip", "cut", "state", "keys", "roster", "unreadable"
    std::string why;                 ///< plain English sentence
};

struct VerifyReport {
    std::int64_t entries = 0;
    std::int64_t chains = 0;
    std::int64_t withheld = 0;       ///< entries without effect: quarantined, or of a newer Cotejo
    std::optional<Finding> firstBad;
    bool intact() const { return !firstBad; }
};

/// `done` of `total` entries.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Reads every entry, chain by chain in the order they were started, and checks its bytes, both signatures, its place and its
/// links; see README.md. Works on one snapshot; others may write meanwhile. Any thread. Errors: E_CANCELLED, E_STORE_BUSY; a
/// damaged page is a finding ("unreadable").
Result<VerifyReport> verify(store::Store& store, const Progress& progress = {}, std::stop_token stop = {});

/// Who reads the export: an auditor the whole journal; anybody else their own entries, and of those that the program wrote in their name
/// (searches with scores and entries, changes of the list) the line without its body; nobody another's.
struct ExportReader {
    bool auditor = false;
    OfficerId officer;
};
/// Writes the entries that the reader may have as JSON Lines (mode 0600, personal data in clear): first {"cotejo_journal":1,"devices":[...],"officers":
/// [...]} with public keys, then one object an entry with hash, gseq, state, type, chain, seq, time and the signed envelope in
/// base64. Answers how many. Errors: E_NOT_WRITABLE, E_CANCELLED.
Result<std::int64_t> exportJournal(store::Store& store, const std::filesystem::path& target, const ExportReader& reader, const Progress& progress = {},
                                   std::stop_token stop = {});

}  // namespace cotejo::journal
