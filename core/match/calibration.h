#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/record/score.h"

namespace cotejo::match {

/// What the scores of one algorithm mean, as measured on a stated set of comparisons. Curves are knots with
/// rising scores; between knots the FMR is interpolated in its logarithm, the rest linearly. Immutable value.
struct Calibration {
    struct FmrKnot {
        double score = 0, fmr = 1,
               fmrHigh = 1;  ///< share of non-mated scores >= score; upper end of the 95 % interval
    };
    struct FnmrKnot {
        double score = 0, fnmr = 0;  ///< share of mated scores < score, failures included
    };
    struct RatioKnot {
        double score = 0, ratio = 0, low = 0, high = 0;  ///< log10 likelihood ratio and its 95 % interval
    };
    struct OperatingPoint {
        double fmrTarget = 0, threshold = 0, fnmr = 0, fnmrLow = 0, fnmrHigh = 1;
    };
    struct Bar {
        double score = 0, mated = 0,
               nonMated = 0;  ///< centre of the bar; shares of all comparisons of the kind
    };

    std::string report;  ///< id, e.g. "ctj-face-1/lfw-2026-11"
    record::Algorithm algorithm;
    std::string data;  ///< what was compared, in words
    UtcTime made{}, validUntil{};
    long persons = 0, mated = 0, nonMated = 0, failed = 0;
    double eer = 0;
    std::vector<OperatingPoint> operatingPoints;
    std::vector<FmrKnot> fmr;
    std::vector<FnmrKnot> fnmr;
    std::vector<RatioKnot> ratio;
    std::vector<Bar> bars;

    /// Smallest FMR that may be claimed: 3 / nonMated.
    double claimableFmr() const { return nonMated > 0 ? 3.0 / double(nonMated) : 1; }
    /// Error: E_SCORE_INCOMPARABLE.
    Result<record::Calibrated> answer(const record::Score& score) const;
    /// The threshold whose FMR is at most `fmrTarget`. Nothing below the claimable FMR.
    std::optional<record::Threshold> threshold(double fmrTarget) const;
    Json json() const;
};

/// Errors: E_CALIBRATION_BAD naming the field, E_MALFORMED, E_TOO_LARGE.
Result<Calibration> parseCalibration(std::string_view json, std::string_view what);

/// The reports of a folder; files of other kinds are passed over.
class Calibrations {
  public:
    /// Error: that of the first report that cannot be used. A folder that does not exist holds none.
    static Result<Calibrations> read(const std::filesystem::path& folder);
    /// Of the shipped folder (see findShare) and of the site's own set (see site_set.h).
    static Result<Calibrations> readDefault();
    explicit Calibrations(std::vector<Calibration> reports) : m_reports(std::move(reports)) {}

    /// The newest report for the algorithm. Error: E_CALIBRATION_MISSING.
    Result<Calibration> find(const record::Algorithm& algorithm) const;
    const std::vector<Calibration>& all() const { return m_reports; }

  private:
    std::vector<Calibration> m_reports;
};

}  // namespace cotejo::match
