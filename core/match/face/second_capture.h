#pragma once

#include <cstdint>
#include <opencv2/core.hpp>

namespace cotejo::match {

/// The same picture as if taken again by another camera: a few degrees turned, scaled, shifted, lit, softened
/// and noisy, all drawn from `seed`. For the specimen portraits of the demo post; never evidence that two
/// captures match. 8-bit BGR, same size. An empty image stays empty.
cv::Mat secondCapture(const cv::Mat& portrait, std::uint64_t seed);

}  // namespace cotejo::match
