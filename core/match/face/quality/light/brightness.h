#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Mean luminance of the face, 0 to 1.
Measure measureBrightness(const FaceView& view);

}  // namespace cotejo::match::quality
