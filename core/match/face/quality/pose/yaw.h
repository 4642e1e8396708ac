#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// How far the nose stands from the middle between the eyes, in eye distances, positive to the right as seen:
/// a hint at the head's turn, not an angle. Straight faces stay within 0.12.
Measure measureYaw(const FaceView& view);

}  // namespace cotejo::match::quality
