#pragma once

#include "core/record/score.h"
#include "ui/compare/compare_values.h"

namespace cotejo::compare {

/// What the calibration report says about one score; without a report, what the score alone tells. Reads files: jobs only.
RevealValues::Calibration calibrationOf(const record::Score& score);

}  // namespace cotejo::compare
