#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/match/finger/compare.h"

namespace cotejo::match {

/// One answer of a search; the best comes first, equal scores in the order of their keys.
struct FingerCandidate {
    std::string key;
    FingerComparison comparison;
};

/// Resident templates for identification. Adding and withdrawing need the caller's exclusive access; searches
/// may run side by side.
class FingerGallery {
  public:
    /// Adds or replaces. `key` is the caller's (a capture id).
    void add(std::string key, const FingerTemplate& finger);
    bool withdraw(const std::string& key);
    std::size_t size() const { return m_rows.size(); }

    /// The `top` most similar prints after comparing with every one. Prints without minutiae never appear.
    /// Errors: E_CANCELLED, E_FINGER_TOO_FEW_MINUTIAE (of the probe).
    Result<std::vector<FingerCandidate>> search(const FingerTemplate& probe, std::size_t top,
                                                std::stop_token stop = {}) const;

  private:
    struct Row {
        std::string key;
        PreparedFinger print;
    };
    std::vector<Row> m_rows;
    std::unordered_map<std::string, std::size_t> m_at;
};

}  // namespace cotejo::match
