#include "core/match/drift.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/match/errors.h"

namespace cotejo::match {
namespace {

constexpr double kLevels[] = {1e-1, 1e-2, 1e-3, 1e-4};
constexpr double kDeviations = 3.29;  ///< 99.9 %: a monitor that runs every day must not cry every month

struct Probe {
    long comparisons = 0, reached = 0;
};

/// Share over all comparisons; its spread from how the probes differ (ratio estimator).
void estimate(const std::vector<Probe>& probes, Drift::Point& point) {
    double comparisons = 0, squared = 0;
    for (const auto& each : probes) {
        comparisons += double(each.comparisons);
        point.reached += each.reached;
    }
    point.observed = double(point.reached) / comparisons;
    for (const auto& each : probes) {
        const double off = double(each.reached) - point.observed * double(each.comparisons);
        squared += off * off;
    }
    const double n = double(probes.size());
    const double deviation = n > 1 ? std::sqrt(squared * n / (n - 1)) / comparisons : 1;
    point.low = std::max(0.0, point.observed - kDeviations * deviation);
    // Few or none reached says little about how few there could have been: 6.9 events is the 99.9 % end of
    // none.
    point.high = std::min(1.0, std::max(point.observed + kDeviations * deviation, 6.9 / comparisons));
}

}  // namespace

Result<Drift> measureDrift(const Calibration& report, const std::vector<Comparison>& traffic) {
    Drift drift;
    std::map<std::uint32_t, std::vector<double>> scores;
    for (const auto& each : traffic) {
        if (each.probe == each.reference) continue;
        if (std::isnan(each.score)) {
            ++drift.failed;
            continue;
        }
        scores[each.probe].push_back(each.score);
        ++drift.comparisons;
    }
    drift.probes = static_cast<long>(scores.size());
    if (drift.comparisons == 0)
        return fail(kCalibrationBad,
                    "the list has no non-mated comparison; there is nothing to hold against the report");
    for (const double level : kLevels) {
        const auto threshold = report.threshold(level);
        if (!threshold) continue;
        COTEJO_TRY_ASSIGN(const record::Calibrated stated,
                          report.answer({threshold->value, report.algorithm}));
        Drift::Point point;
        point.threshold = threshold->value;
        point.stated = stated.fmr;
        point.statedHigh = std::max(stated.fmr, stated.fmrHigh);
        std::vector<Probe> probes;
        for (const auto& [probe, list] : scores)
            probes.push_back({static_cast<long>(list.size()),
                              static_cast<long>(std::count_if(list.begin(), list.end(), [&](double score) {
                                  return score >= threshold->value;
                              }))});
        estimate(probes, point);
        if (drift.probes < Drift::kLeastProbes)
            point.verdict = DriftVerdict::TooFew;
        else if (point.low > point.statedHigh)
            point.verdict = DriftVerdict::MoreAlike;
        else if (point.high < point.stated)
            point.verdict = DriftVerdict::LessAlike;
        drift.points.push_back(point);
    }
    if (drift.probes < Drift::kLeastProbes || drift.points.empty()) return drift;
    const auto any = [&](DriftVerdict verdict) {
        return std::ranges::any_of(drift.points, [&](const auto& point) { return point.verdict == verdict; });
    };
    drift.verdict = any(DriftVerdict::MoreAlike)   ? DriftVerdict::MoreAlike
                    : any(DriftVerdict::LessAlike) ? DriftVerdict::LessAlike
                                                   : DriftVerdict::AsCalibrated;
    return drift;
}

Json Drift::json() const {
    Json rows = Json::array();
    for (const auto& point : points)
        rows.push_back({{"threshold", point.threshold},
                        {"stated", point.stated},
                        {"statedHigh", point.statedHigh},
                        {"reached", point.reached},
                        {"observed", point.observed},
                        {"interval", {point.low, point.high}},
                        {"verdict", record::codeOf(point.verdict)}});
    return {{"probes", probes},
            {"comparisons", comparisons},
            {"failed", failed},
            {"points", rows},
            {"verdict", record::codeOf(verdict)}};
}

}  // namespace cotejo::match
