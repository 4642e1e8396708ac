#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// Share of the face's pixels with a luminance of 25 or less. Dark hair and brows inside the outline count
/// too.
Measure measureUnderExposure(const FaceView& view);

}  // namespace cotejo::match::quality
