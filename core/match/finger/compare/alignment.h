#pragma once

#include <array>
#include <vector>

#include "core/match/finger/compare/pairing.h"

namespace cotejo::match {

/// Where one place of the probe lies in the reference, and how it is turned there.
struct LocalMove {
    float cosine, sine;
    float x, y;
};

/// Follows stretched skin: near every place a turn and shift of its own, fitted to the anchors around it
/// (moving least squares), falling back to the overall movement far from all anchors.
class StretchMap {
  public:
    void clear();
    /// A probe place, its reference place, the turn between them, and how much to trust it.
    void add(float px, float py, float rx, float ry, float turnCosine, float turnSine, float weight);
    std::size_t size() const { return m_count; }
    /// `skip` leaves one anchor out (by the order of adding; -1: none).
    LocalMove at(float x, float y, int skip = -1) const;

    static constexpr std::size_t kLanes = 8;
    /// Eight anchors side by side; unused lanes weigh nothing.
    struct Anchors {
        std::array<float, kLanes> px{}, py{}, rx{}, ry{}, tc{}, ts{}, weight{};
    };

  private:
    std::vector<Anchors> m_anchors;
    std::size_t m_count = 0;
};

/// Pairs under one movement of the probe, with the stretch that the pairs themselves show.
struct Alignment {
    struct Pair {
        int probe, reference;
        float look;
        float deviation;  ///< pixels, after local stretch
        float turn;       ///< radians, reference direction minus turned probe direction
    };
    RigidTransform rigid;
    std::vector<Pair> pairs;
    StretchMap stretch;  ///< its first anchors are the pairs, in their order
};

/// Starts from a cluster and pairs again all minutiae that fit, some rounds with a shrinking window.
Alignment align(const PreparedFinger& probe, const PreparedFinger& reference, const LookTable& looks,
                const std::vector<CandidatePair>& cluster);

/// Pairs once more where the stretch is known better than from the pairs alone; keeps the stretch.
void pairAgain(const PreparedFinger& probe, const PreparedFinger& reference, const LookTable& looks,
               Alignment& alignment);

}  // namespace cotejo::match
