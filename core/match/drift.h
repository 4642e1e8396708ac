#pragma once

#include <optional>
#include <vector>

#include "core/match/evaluation.h"
#include "core/record/code.h"

namespace cotejo::match {

enum class DriftVerdict {
    TooFew,        ///< fewer than Drift::kLeastProbes probes: nothing is said
    AsCalibrated,  ///< what is seen agrees with the report
    MoreAlike,     ///< non-mated comparisons score higher than the report says: its FMR is too low, calibrate
                   ///< anew
    LessAlike      ///< they score lower: thresholds are stricter than stated
};

/// How the scores of non-mated traffic stand against a calibration report.
struct Drift {
    static constexpr long kLeastProbes = 30;
    struct Point {
        double threshold = 0;
        double stated = 0, statedHigh = 0;       ///< FMR of the report and the upper end of its interval
        long reached = 0;                        ///< comparisons at or above the threshold
        double observed = 0, low = 0, high = 1;  ///< their share, with a 99.9 % interval over probes
        DriftVerdict verdict = DriftVerdict::AsCalibrated;
    };
    long probes = 0, comparisons = 0, failed = 0;  ///< failures are left out of the shares
    std::vector<Point> points;                     ///< at FMR 1e-1 to 1e-4, as far as the report goes
    DriftVerdict verdict = DriftVerdict::TooFew;   ///< MoreAlike if any point is

    Json json() const;
};

/// Mated comparisons in the list are passed over. Comparisons of one probe depend on each other, so that the
/// intervals count probes. Error: E_CALIBRATION_BAD when nothing non-mated is in the list.
Result<Drift> measureDrift(const Calibration& report, const std::vector<Comparison>& traffic);

}  // namespace cotejo::match

namespace cotejo::record {
template <>
inline constexpr auto codes<match::DriftVerdict> =
    std::to_array<Code<match::DriftVerdict>>({{match::DriftVerdict::TooFew, "too_few"},
                                              {match::DriftVerdict::AsCalibrated, "as_calibrated"},
                                              {match::DriftVerdict::MoreAlike, "more_alike"},
                                              {match::DriftVerdict::LessAlike, "less_alike"}});
}  // namespace cotejo::record
