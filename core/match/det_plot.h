#pragma once

#include <string>
#include <string_view>

#include "core/match/evaluation.h"

namespace cotejo::match {

/// The error trade-off (FMR against FNMR, both logarithmic) as a self-contained SVG of 720 x 480, with the
/// operating points and the number of comparisons behind them. `title` is shown as plain text.
std::string detPlotSvg(const Evaluation& evaluation, std::string_view title);

}  // namespace cotejo::match
