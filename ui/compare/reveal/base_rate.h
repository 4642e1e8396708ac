#pragma once

#include <QtGlobal>

namespace cotejo::compare {

/// What a candidate of a search of this size means, as natural frequencies of match::baseRate: each of N comparisons of samples
/// brings up a stranger with probability FMR.
struct BaseRate {
    qint64 of = 1000;   ///< travelers who are not listed; 1,000, or more where less than 2 of them bring up a candidate
    qint64 any = 0;     ///< of those: bring up at least one candidate
    qint64 asHigh = 0;  ///< of those: one with this score or more
    bool asHighIsLess = false;  ///< fewer than one of them, but not impossible
    qint64 listedCandidates =
        0;  ///< of `travelers`, if one in `oneIn` is listed: candidates who are that person
    qint64 strangerCandidates = 0;  ///< and candidates who are not

    int dots(qint64 travelers) const { return int(100 * travelers / of); }
};

BaseRate baseRate(qint64 comparisons, double fmrAtThreshold, double fmrAtScore, double fnmrAtThreshold,
                  qint64 travelers, qint64 oneIn);

}  // namespace cotejo::compare
