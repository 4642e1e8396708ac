#include "core/match/fusion.h"

#include <algorithm>
#include <cmath>

#include "core/base/errors.h"

namespace cotejo::match {

Result<FusedEvidence> fuse(const std::vector<Evidence>& evidence) {
    if (evidence.empty()) return fail(base::kInvalidArgument, "there is no evidence to bring together");
    FusedEvidence fused;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const auto& [modality, part] = evidence[i];
        if (std::any_of(evidence.begin(), evidence.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const Evidence& other) { return other.modality == modality; }))
            return fail(base::kInvalidArgument, "two comparisons of the modality " +
                                                    std::string(record::codeOf(modality)) +
                                                    " depend on each other; give the better one only");
        if (!std::isfinite(part.logLikelihoodRatio) || !std::isfinite(part.logLikelihoodRatioLow) ||
            !std::isfinite(part.logLikelihoodRatioHigh))
            return fail(base::kInvalidArgument, "a likelihood ratio is not a finite number");
        fused.logLikelihoodRatio += part.logLikelihoodRatio;
        fused.low += part.logLikelihoodRatioLow;
        fused.high += part.logLikelihoodRatioHigh;
    }
    fused.fmrAtMost = std::min(1.0, std::pow(10.0, -fused.low));
    return fused;
}

}  // namespace cotejo::match
