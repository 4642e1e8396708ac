#pragma once

#include <vector>

#include "core/match/finger/compare/alignment.h"

namespace cotejo::match {

/// What two ridge patterns say under an alignment. All zero where a print has no ridge map.
struct Overlap {
    double share = 0;      ///< of the smaller print that both show
    int blocks = 0;        ///< ridge blocks that both show
    double flow = 0;       ///< mean cosine of twice the angle between the flows there
    double ridges = 0;     ///< mean correlation of the blocks after a small local search
    double good = 0;       ///< share of blocks that clearly agree
    int links = 0;         ///< pairs of neighbouring blocks that both show, counted from both sides
    double smooth = 0;     ///< share of these that clearly agree and lie alike
    bool complete = true;  ///< false when the search stopped early because nothing agreed
};

/// Lays the ridge patterns over each other block by block, and follows the skin's stretch from agreeing
/// blocks to their neighbours. Agreeing blocks become anchors of the alignment's stretch. With `mayStop` it
/// gives up after a sample of blocks that do not agree at all.
Overlap overlap(const PreparedFinger& probe, const PreparedFinger& reference, Alignment& alignment,
                bool mayStop);

}  // namespace cotejo::match
