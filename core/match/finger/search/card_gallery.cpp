#include "core/match/finger/search/card_gallery.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/base/errors.h"
#include "core/match/finger/errors.h"

namespace cotejo::match {
namespace {

using record::FingerPosition;

constexpr std::size_t kBroughtUp = 64;  // cards that one finger may bring up
constexpr double kSwapped = 2;          // score from which a finger counts as found at another position

// The position stands first, in one byte.
std::string keyOf(const std::string& card, FingerPosition position) {
    return static_cast<char>(position) + card;
}
FingerPosition positionOf(const std::string& key) {
    return static_cast<FingerPosition>(key[0]);
}

struct Pair {
    double score;
    FingerPosition probe, reference;
};

}  // namespace

void CardGallery::add(const std::string& card, FingerPosition position, const FingerTemplate& finger) {
    m_fingers.add(keyOf(card, position), finger);
    auto& positions = m_positions[card];
    if (std::find(positions.begin(), positions.end(), position) == positions.end()) positions.push_back(position);
}

bool CardGallery::withdraw(const std::string& card) {
    const auto found = m_positions.find(card);
    if (found == m_positions.end()) return false;
    for (const auto position : found->second)
        m_fingers.withdraw(keyOf(card, position));
    m_positions.erase(found);
    return true;
}

CardCandidate CardGallery::compare(const TenPrint& probe, const std::string& card, bool swapped) const {
    std::vector<Pair> pairs;
    for (const auto position : m_positions.at(card)) {
        auto finger = m_fingers.find(keyOf(card, position));
        if (!finger) continue;
        const PreparedFinger reference(std::move(*finger));
        for (const auto& [own, print] : probe) {
            if (own != position && !swapped) continue;
            const auto compared = compareFinger(print, reference);
            if (!compared) continue;
            if (own != position && compared->score.value < kSwapped) continue;
            pairs.push_back({compared->score.value, own, position});
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return std::tuple(-a.score, a.probe, a.reference) < std::tuple(-b.score, b.probe, b.reference);
    });
    CardCandidate candidate;
    candidate.card = card;
    std::set<FingerPosition> used;
    for (const Pair& pair : pairs) {
        if (candidate.fingers.contains(pair.probe) || !used.insert(pair.reference).second) continue;
        candidate.fingers[pair.probe] = {pair.reference, pair.score};
        candidate.score += std::clamp(pair.score, -TenPrintComparison::kFingerCap, TenPrintComparison::kFingerCap);
    }
    return candidate;
}

Result<std::vector<CardCandidate>> CardGallery::search(const FingerCard& probe, const CardSearch& what, std::stop_token stop) const {
    FingerSearch each = what.finger;
    each.top = std::max(kBroughtUp, what.top);
    each.progress = {};
    TenPrint prints;
    std::set<std::string> cards;
    for (const auto& [position, finger] : probe) {
        if (finger.minutiae.empty()) continue;
        prints.emplace(position, PreparedFinger(finger));
        each.allowed = [&, own = position](const std::string& key) { return what.swapped || positionOf(key) == own; };
        COTEJO_TRY_ASSIGN(const auto found, m_fingers.search(finger, each, stop));
        for (const auto& candidate : found)
            cards.insert(candidate.key.substr(1));
    }
    if (prints.empty())
        return fail(kFingerTooFewMinutiae, "No finger of the card has minutiae to search with. Capture the fingers again.");
    std::vector<CardCandidate> candidates;
    for (const auto& card : cards) {
        if (stop.stop_requested()) return fail(base::kCancelled, "The search was stopped.");
        candidates.push_back(compare(prints, card, what.swapped));
    }
    std::sort(candidates.begin(), candidates.end(), [](const CardCandidate& a, const CardCandidate& b) {
        return a.score != b.score ? a.score > b.score : a.card < b.card;
    });
    if (candidates.size() > what.top) candidates.resize(what.top);
    return candidates;
}

}  // namespace cotejo::match
