#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Overlap of the luminance histograms of the left and the right half of the face, 0 (lit from one side)
/// to 1.
Measure measureIlluminationUniformity(const FaceView& view);

}  // namespace cotejo::match::quality
