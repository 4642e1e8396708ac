#pragma once

#include <vector>

#include "core/match/finger/pairing.h"

namespace cotejo::match {

/// Pairs under one movement of the probe, with the local stretch that the pairs themselves show.
struct Alignment {
    struct Pair {
        int probe, reference;
        float look;
        float deviation;  ///< pixels, after local stretch
        float turn;       ///< radians, reference direction minus turned probe direction
        float ex, ey;     ///< what the rigid movement alone leaves, pixels
    };
    RigidTransform rigid;
    std::vector<Pair> pairs;

    /// Where a probe place lies in the reference; `skip` leaves one pair's own residual out (-1: none).
    std::pair<float, float> place(const PreparedFinger& probe, float x, float y, int skip = -1) const;
};

/// Starts from a cluster and pairs again all minutiae that fit, three rounds with a shrinking window.
Alignment align(const PreparedFinger& probe, const PreparedFinger& reference, const LookTable& looks,
                const std::vector<CandidatePair>& cluster);

/// What the two ridge patterns say under an alignment.
struct Overlap {
    double share = 0;       ///< of the smaller print
    int cells = 0;          ///< direction cells that both show
    double flow = 0;        ///< mean cosine of twice the angle between the flows
    double ridges = 0;      ///< mean correlation of ridge blocks after a small local search
    int blocks = 0;         ///< ridge blocks behind it
    double goodBlocks = 0;  ///< share of blocks that clearly agree
};
Overlap overlap(const PreparedFinger& probe, const PreparedFinger& reference, const Alignment& alignment);

}  // namespace cotejo::match
