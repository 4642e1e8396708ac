#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Area of the largest other face that is surely one, relative to the chosen one; 0 when there is none.
Measure measureSingleFace(const FaceView& view);

}  // namespace cotejo::match::quality
