#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/match/finger/search/gallery.h"
#include "core/match/finger/compare/ten_print.h"

namespace cotejo::match {

using FingerCard = std::map<record::FingerPosition, FingerTemplate>;

struct CardSearch {
    std::size_t top = 10;
    /// Fingers that may stand at other positions: every finger is looked for at all of them.
    bool swapped = false;
    FingerSearch finger;  ///< how each finger is searched; its `top`, `allowed` and `progress` are not used
};

/// A card of the gallery and what its fingers say together, as TenPrintComparison adds them up.
struct CardCandidate {
    struct Finger {
        record::FingerPosition reference = record::FingerPosition::Unknown;  ///< another position: swapped
        double score = 0;
    };
    std::string card;
    double score = 0;
    std::map<record::FingerPosition, Finger> fingers;  ///< by the probe's position; missing ones are not there
};

/// Ten-prints of many people for identification. Each finger of the probe is searched by itself; the cards that any of them brings up are
/// then compared finger by finger. Access as for FingerGallery.
class CardGallery {
  public:
    /// Adds or replaces one finger of a card.
    void add(const std::string& card, record::FingerPosition position, const FingerTemplate& finger);
    bool withdraw(const std::string& card);
    std::size_t size() const { return m_positions.size(); }

    /// The best cards, best first, equal scores by name. Fingers of the probe without minutiae are left out. Errors: E_CANCELLED,
    /// E_FINGER_TOO_FEW_MINUTIAE (no finger of the probe can be searched).
    Result<std::vector<CardCandidate>> search(const FingerCard& probe, const CardSearch& what = {}, std::stop_token stop = {}) const;

  private:
    CardCandidate compare(const TenPrint& probe, const std::string& card, bool swapped) const;

    FingerGallery m_fingers;
    std::unordered_map<std::string, std::vector<record::FingerPosition>> m_positions;
};

}  // namespace cotejo::match
