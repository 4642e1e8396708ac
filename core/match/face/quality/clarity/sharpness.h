#pragma once

#include "core/match/face/quality/face_view.h"

namespace cotejo::match::quality {

/// How much of the face's fine contrast a slight blur takes away: deviation of (crop - blurred crop) relative
/// to the deviation of the crop, on the face, at 35 pixels between the eyes. Independent of brightness and
/// contrast.
Measure measureSharpness(const FaceView& view);

}  // namespace cotejo::match::quality
