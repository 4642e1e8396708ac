#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/record/code.h"
#include "core/record/sample.h"
#include "core/record/score.h"

namespace cotejo::match {

/// What one modality's comparison says, calibrated.
struct Evidence {
    record::Modality modality = record::Modality::Face;
    record::Calibrated calibrated;
};

/// What they say together.
struct FusedEvidence {
    double logLikelihoodRatio = 0, low = 0,
           high = 0;  ///< base 10; the interval holds for every dependence of the parts' errors
    /// Bound on the share of non-mated people who reach this ratio: no more than one in LR can (Markov), at
    /// the ratio's lower end. Looser than a report on fused scores would be, and true without one.
    double fmrAtMost = 1;
};

/// Sum of the log likelihood ratios: a face and a fingerprint of two different people are alike independently
/// of each other. Errors: E_INVALID_ARGUMENT for no evidence, for two of one modality (those do depend on
/// each other), and for numbers that are not finite.
Result<FusedEvidence> fuse(const std::vector<Evidence>& evidence);

}  // namespace cotejo::match
