#pragma once

#include <optional>
#include <string>

#include "core/base/id.h"
#include "core/base/time.h"

namespace cotejo::record {

/// What computed a score or a template. Scores of different algorithms do not compare (E_SCORE_INCOMPARABLE).
struct Algorithm {
    std::string name;     ///< e.g. "ctj-finger", "ctj-face-1"
    std::string version;  ///< semantic version of our code
    Hash model;           ///< SHA-256 over the weights or parameters in use
    bool operator==(const Algorithm&) const = default;
};

/// A comparison score: higher is more similar; meaningless without its algorithm.
struct Score {
    double value = 0;
    Algorithm algorithm;
};

/// Answer of a calibration to one score, with the amount of evidence behind it. FMR is never claimed below 3 / nonMated.
struct Calibrated {
    double fmr = 1;              ///< estimated share of non-mated comparisons that reach this score
    double fnmr = 0;             ///< estimated share of mated comparisons that stay below it
    double logLikelihoodRatio = 0;  ///< base 10, capped
    bool atFloor = false;        ///< the FMR stands at the claimable minimum
    std::string report;          ///< id of the calibration report
    long mated = 0;              ///< comparisons behind the report
    long nonMated = 0;
    double fmrHigh = 1;          ///< upper end of the FMR's 95 % interval (resampled persons)
    double logLikelihoodRatioLow = 0;  ///< 95 % interval of the ratio
    double logLikelihoodRatioHigh = 0;
};

/// A decision threshold is an object, never a bare number.
struct Threshold {
    Algorithm algorithm;
    double value = 0;
    double fmrTarget = 0;
    std::string report;
    UtcTime validUntil{};
};

}  // namespace cotejo::record
