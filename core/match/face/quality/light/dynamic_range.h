#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Entropy of the face's luminance histogram, bits, 0 to 8.
Measure measureDynamicRange(const FaceView& view);

}  // namespace cotejo::match::quality
