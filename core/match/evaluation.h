#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/match/calibration.h"

namespace cotejo::match {

/// One comparison of an evaluation. Persons are numbered from 0; a comparison of a person with itself is
/// mated.
struct Comparison {
    std::uint32_t probe = 0, reference = 0;
    double score = 0;  ///< NaN: failure to process, counted as the lowest score
};

/// Reads lines PROBE REFERENCE SCORE ("-" = failure). The person of a file is its folder, or its path up to
/// the last '_'. Errors: E_MALFORMED naming the line; E_CALIBRATION_BAD without mated and non-mated
/// comparisons.
enum class PersonBy { Folder, Name };
Result<std::vector<Comparison>> readComparisons(std::string_view text, std::string_view what, PersonBy by);

/// A share with its 95 % interval from resampled persons.
struct Interval {
    double value = 0, low = 0, high = 1;
};

/// Error rates in the terms of ISO/IEC 19795-1.
struct Evaluation {
    struct Point {
        double threshold = 0, fmr = 0, fnmr = 0;  ///< at the lowest score whose FMR is at most the target
    };
    struct Target {
        double fmr = 0;  ///< asked for; never below 3 / nonMated
        double threshold = 0;
        Interval fnmr;
    };
    long persons = 0, mated = 0, nonMated = 0, failed = 0;
    Interval eer;
    std::vector<Target> targets;  ///< 1e-2, 1e-3, 1e-4, 1e-5, as far as claimable
    std::vector<Point> curve;     ///< from FMR 1 down to the claimable one, ten points a power of ten
    double fnmrAtNoFalseMatch = 1;

    Json json() const;
};

/// Resamples persons `rounds` times with a fixed seed, so the same comparisons give the same answer.
/// Error: E_CALIBRATION_BAD without mated and non-mated comparisons, or with fewer than two persons.
Result<Evaluation> evaluate(const std::vector<Comparison>& comparisons, int rounds = 200);

/// The calibration that the comparisons support; the caller fills report, algorithm, data and times. Errors:
/// as evaluate, and E_CALIBRATION_BAD for fewer than 100 mated or 1,000 non-mated comparisons.
Result<Calibration> fitCalibration(const std::vector<Comparison>& comparisons, int rounds = 200);

}  // namespace cotejo::match
