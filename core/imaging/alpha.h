#pragma once

#include <opencv2/core/mat.hpp>

namespace cotejo::imaging::detail {

/// 8-bit BGRA laid on white, as prints and portraits are scanned.
cv::Mat onWhite(const cv::Mat& bgra);

}  // namespace cotejo::imaging::detail
