#pragma once

#include <cstdint>

#include "core/base/result.h"

namespace cotejo::match {

/// "39 of 100": a share as people can picture it. `of` is the smallest power of ten from 100 that leaves at
/// least 2, up to a million.
struct NaturalFrequency {
    std::int64_t count = 0;
    std::int64_t of = 100;
    bool operator==(const NaturalFrequency&) const = default;
};
NaturalFrequency naturalFrequency(double share);

/// What to expect of a search before looking at its answer.
struct BaseRate {
    double notListedShare =
        0;  ///< of people who are not in the gallery, those who bring up a candidate all the same
    NaturalFrequency notListed;
    double listedMissedShare =
        0;  ///< of people who are in the gallery, those whose reference stays below the threshold
    NaturalFrequency listedMissed;
    double expectedFalseCandidates = 0;  ///< candidates of other people in one search, on average
};

/// `fmr` and `fnmr` belong to the threshold of the search; comparisons are taken as independent: 1 - (1 -
/// fmr)^entries. Error: E_INVALID_ARGUMENT for shares outside 0..1 or a negative gallery.
Result<BaseRate> baseRate(std::int64_t galleryEntries, double fmr, double fnmr);

}  // namespace cotejo::match
