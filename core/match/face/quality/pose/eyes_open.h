#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Opening of the less open eye, relative to the distance from eyes to chin.
Measure measureEyesOpen(const FaceView& view);

}  // namespace cotejo::match::quality
