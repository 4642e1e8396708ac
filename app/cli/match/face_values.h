#pragma once

#include "core/base/json.h"
#include "core/match/calibration.h"

namespace cotejo::cli {

/// The JSON forms that several face subcommands share.
inline Json algorithmJson(const record::Algorithm& algorithm) {
    return {{"name", algorithm.name}, {"version", algorithm.version}, {"model", algorithm.model.text()}};
}

inline Json calibratedJson(const record::Calibrated& calibrated) {
    return {
        {"report", calibrated.report},
        {"fmr", calibrated.fmr},
        {"fmrHigh", calibrated.fmrHigh},
        {"fmrIsFloor", calibrated.atFloor},
        {"fnmr", calibrated.fnmr},
        {"logLikelihoodRatio", calibrated.logLikelihoodRatio},
        {"logLikelihoodRatioInterval", {calibrated.logLikelihoodRatioLow, calibrated.logLikelihoodRatioHigh}},
        {"mated", calibrated.mated},
        {"nonMated", calibrated.nonMated}};
}

}  // namespace cotejo::cli
