#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/match/finger/compare/compare.h"
#include "core/match/finger/search/ranking.h"

namespace cotejo::match {

/// One answer of a search; the best comes first, equal scores in the order of their keys.
struct FingerCandidate {
    std::string key;
    FingerComparison comparison;
};

struct FingerSearch {
    std::size_t top = 10;
    bool exhaustive = false;  ///< compare with every print instead of a short list
    double shortListShare =
        0.025;  ///< of the gallery that is compared in full, at least shortListLeast prints
    std::size_t shortListLeast = 500;
    unsigned threads = 1;  ///< with the caller's; the answer does not depend on it
    std::function<bool(const std::string& key)>
        allowed;  ///< empty: every print; otherwise by gallery, status...
    std::function<void(std::size_t done, std::size_t of)>
        progress;  ///< called now and then from the searching thread
};

/// Resident templates for identification: about 18 kB a print. A search ranks all prints by a rough alignment
/// (ranking.h) and compares the best ranked in full; README.md tells how many mates the ranking loses. Adding
/// and withdrawing need the caller's exclusive access; searches may run side by side.
class FingerGallery {
  public:
    /// Adds or replaces. `key` is the caller's (a capture id).
    void add(std::string key, const FingerTemplate& finger);
    bool withdraw(const std::string& key);
    std::size_t size() const { return m_rows.size(); }
    /// Nothing where there is none of this key.
    std::optional<FingerTemplate> find(const std::string& key) const;

    /// The most similar prints, full comparison each. Prints without minutiae never appear.
    /// Errors: E_CANCELLED, E_FINGER_TOO_FEW_MINUTIAE (of the probe).
    Result<std::vector<FingerCandidate>> search(const FingerTemplate& probe, const FingerSearch& what = {},
                                                std::stop_token stop = {}) const;

  private:
    struct Row {
        std::string key;
        Bytes finger;  ///< encoded: a tenth of a prepared one
        RankingPrint print;
    };
    /// The rows that deserve a full comparison.
    std::vector<std::size_t> shortList(const RankingPrint& probe, const std::vector<std::size_t>& rows,
                                       std::size_t most, unsigned threads, std::stop_token stop) const;
    std::vector<FingerCandidate> compareAll(const PreparedFinger& probe, const std::vector<std::size_t>& rows,
                                            const FingerSearch& what, std::stop_token stop) const;

    std::vector<Row> m_rows;
    std::unordered_map<std::string, std::size_t> m_at;
};

}  // namespace cotejo::match
