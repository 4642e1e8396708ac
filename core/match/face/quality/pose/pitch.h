#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Where the tip of the nose stands between the eyes (0) and the mouth (1): a hint at a raised or lowered
/// chin, not an angle. Level faces lie around 0.5 to 0.7.
Measure measurePitch(const FaceView& view);

}  // namespace cotejo::match::quality
