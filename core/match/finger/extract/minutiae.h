#pragma once

#include <vector>

#include "core/match/finger/finger_template.h"
#include "core/match/finger/extract/ridge_field.h"

namespace cotejo::match {

/// Ends and forks of the lines with direction, type, quality and border flag, in pixels without padding, best
/// first.
std::vector<Minutia> findMinutiae(const RidgeField& field, const cv::Mat1b& lines);

/// Cores and deltas by the Poincare index of the direction field, in pixels without padding.
std::vector<Singularity> findSingularities(const RidgeField& field);

/// Reliability of each cell of the padded grid, 0-100: clear, coherent and explained by the enhanced pattern.
cv::Mat1b qualityOf(const RidgeField& field);

}  // namespace cotejo::match
