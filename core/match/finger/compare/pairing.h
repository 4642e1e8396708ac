#pragma once

#include <vector>

#include "core/match/finger/compare/prepared.h"

namespace cotejo::match {

/// Turn and shift that bring probe pixels onto reference pixels (both 500 ppi, image axes): q = R p + t.
struct RigidTransform {
    float cosine = 1;
    float sine = 0;
    float dx = 0;
    float dy = 0;
};

/// A probe minutia and a reference minutia that may be the same; `look` is the similarity of their
/// surroundings, about -1 to 1, `support` how well the other pairs agree with this one.
struct CandidatePair {
    int probe;
    int reference;
    float look;
    float support = 0;
};

/// Similarity of all minutiae surroundings, row = probe minutia.
struct LookTable {
    int columns = 0;
    std::vector<float> value;
    float at(int probe, int reference) const {
        return value[static_cast<std::size_t>(probe * columns + reference)];
    }
};
LookTable compareLooks(const PreparedFinger& probe, const PreparedFinger& reference);

/// The most promising pairs after they have voted for each other: best supported first, each minutia at most
/// once among pairs that agree.
std::vector<CandidatePair> relax(const PreparedFinger& probe, const PreparedFinger& reference,
                                 const LookTable& looks);

/// Groups of candidates that agree on one transform; at most `count`, strongest first.
std::vector<std::vector<CandidatePair>> clusters(const PreparedFinger& probe, const PreparedFinger& reference,
                                                 const std::vector<CandidatePair>& candidates, int count);

/// Least squares over the pairs' positions, weighted by support; a single pair uses its directions.
RigidTransform fit(const PreparedFinger& probe, const PreparedFinger& reference,
                   const std::vector<CandidatePair>& pairs);

}  // namespace cotejo::match
