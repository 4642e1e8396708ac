#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Angle of the line through the eyes against the horizontal of the upright image, degrees, positive when the
/// right eye (as seen) is lower.
Measure measureRoll(const FaceView& view);

}  // namespace cotejo::match::quality
