#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Gap between the lips, relative to the distance from eyes to chin.
Measure measureMouthClosed(const FaceView& view);

}  // namespace cotejo::match::quality
