#include "ui/compare/protocol/calibration_values.h"

#include <algorithm>

#include "core/match/calibration.h"
#include "core/review/search_service.h"
#include "ui/bridge/text.h"

namespace cotejo::compare {

RevealValues::Calibration calibrationOf(const record::Score& score) {
    RevealValues::Calibration result;
    result.algorithm = bridge::fromText(score.algorithm.name + " " + score.algorithm.version);
    const auto reports = match::Calibrations::readDefault();
    if (!reports) return result;
    const auto report = reports->find(score.algorithm);
    if (!report) return result;
    const auto answer = report->answer(score);
    if (!answer) return result;
    result.report = bridge::fromText(report->report);
    result.fmr = answer->fmr;
    result.fnmr = answer->fnmr;
    result.atFloor = answer->atFloor;
    result.mated = report->mated;
    result.nonMated = report->nonMated;
    if (const auto threshold = report->threshold(std::max(review::kSearchFmr, report->claimableFmr()))) {
        result.threshold = threshold->value;
        result.fmrTarget = threshold->fmrTarget;
        if (const auto at = report->answer({threshold->value, score.algorithm})) result.fnmrTarget = at->fnmr;
    }
    double topMated = 0, topNonMated = 0;
    for (const auto& bar : report->bars) {
        topMated = std::max(topMated, bar.mated);
        topNonMated = std::max(topNonMated, bar.nonMated);
    }
    for (const auto& bar : report->bars) {
        if (topMated > 0) result.matedCurve.emplace_back(bar.score, bar.mated / topMated);
        if (topNonMated > 0) result.nonMatedCurve.emplace_back(bar.score, bar.nonMated / topNonMated);
    }
    return result;
}

}  // namespace cotejo::compare
