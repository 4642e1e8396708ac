#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Share of the face's pixels with a luminance of 247 or more.
Measure measureOverExposure(const FaceView& view);

}  // namespace cotejo::match::quality
