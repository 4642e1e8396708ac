#pragma once

#include <vector>

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Every component of the chosen face, in the order of the enumeration. Measures that cannot be had say why.
/// `image` is the one that was extracted from. Any thread.
std::vector<Measure> measureFace(const cv::Mat& image, const FaceExtraction& extraction);

}  // namespace cotejo::match::quality
